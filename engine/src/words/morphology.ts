import { toAmerican, toBritish } from '../language/spelling-twins.js';
import { ENZYME, JOINING, KIN, LATIN, PREFIXES, STEM_ENDINGS, STEMS } from './affixes.js';

/** Endings of English words, and what stands in their place in the word that a dictionary has. */
const INFLECTIONS: readonly (readonly [ending: string, base: string, allowed: RegExp])[] = [
  ['ies', 'y', /[^aeiou]y$/u],
  ['es', '', /(?:[sxzo]|ch|sh)$/u],
  ['es', 'is', /is$/u],
  ['s', '', /(?:[^sxzyi]|[aeiou]y)$/u],
  ['ied', 'y', /[^aeiou]y$/u],
  ['ed', '', /[^eyaiou]$/u],
  ['ed', 'e', /e$/u],
  ['ing', '', /(?:[^e]|ee|oe|ye)$/u],
  ['ing', 'e', /[^eoy]e$/u],
  ['ae', 'a', /[a-z]{3}a$/u],
  ['ata', 'a', /ma$/u],
  ['ides', 'is', /is$/u],
];

/** Endings that make another word of an English one; a slip may look like them. */
const FAMILY: readonly (readonly [ending: string, base: string])[] = [
  ['ers', ''],
  ['ers', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ly', ''],
  ['ly', 'le'],
  ['ally', 'al'],
  ['ally', ''],
  ['ness', ''],
  ['less', ''],
  ['like', ''],
];

/** Endings that make one word of a medical family from another. */
const DERIVATIONS: readonly (readonly [string, string])[] = [
  ['graphic', 'graphy'],
  ['graphically', 'graphy'],
  ['graphies', 'graphy'],
  ['scopic', 'scopy'],
  ['scopically', 'scopy'],
  ['otic', 'osis'],
  ['emic', 'emia'],
  ['aemic', 'aemia'],
  ['penic', 'penia'],
  ['uric', 'uria'],
  ['itic', 'itis'],
  ['pathic', 'pathy'],
  ['pathies', 'pathy'],
  ['trophic', 'trophy'],
  ['plastic', 'plasia'],
  ['plastic', 'plasty'],
  ['logic', 'logy'],
  ['logical', 'logy'],
  ['logically', 'logy'],
  ['logist', 'logy'],
  ['logists', 'logy'],
  ['ectomies', 'ectomy'],
  ['ectomized', 'ectomy'],
  ['genic', 'gen'],
  ['genesis', 'gen'],
  ['sclerotic', 'sclerosis'],
  ['necrotic', 'necrosis'],
  ['lytic', 'lysis'],
  ['lytic', 'lyse'],
  ['iac', 'ia'],
  ['ic', 'y'],
  ['ic', 'ia'],
  ['al', 'a'],
  ['ization', 'ize'],
  ['isation', 'ise'],
  ['ability', 'able'],
  ['ibility', 'ible'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['ative', 'ate'],
];

/** Inflected, in the other spelling, or derived as medical words are: no slip looks like that. */
export function isRegularForm(word: string, known: (word: string) => boolean): boolean {
  return isInflected(word, known) || hasKnownTwin(word, known) || isDerived(word, known);
}

/**
 * Whether a word is a form of known words: inflected, in the other spelling, derived, or compounded. `known` is
 * asked for small letters.
 */
export function isFormOfKnown(word: string, known: (word: string) => boolean): boolean {
  return (
    isRegularForm(word, known) ||
    isOfFamily(word, known) ||
    isKin(word, known) ||
    isPrefixed(word, known) ||
    isCompound(word) ||
    // "the dermato- and the cervico- part"
    JOINING.includes(word) ||
    ENZYME.test(word)
  );
}

export function isInflected(word: string, known: (word: string) => boolean): boolean {
  return INFLECTIONS.some(([ending, base, allowed]) => {
    if (word.length < ending.length + 3 || !word.endsWith(ending)) return false;
    const whole = word.slice(0, -ending.length) + base;
    return allowed.test(whole) && known(whole);
  });
}

function isOfFamily(word: string, known: (word: string) => boolean): boolean {
  return FAMILY.some(
    ([ending, base]) =>
      word.length >= ending.length + 4 && word.endsWith(ending) && known(word.slice(0, -ending.length) + base),
  );
}

function hasKnownTwin(word: string, known: (word: string) => boolean): boolean {
  const american = toAmerican(word);
  if (american !== undefined && (known(american) || isInflected(american, known))) return true;
  const british = toBritish(word);
  return british !== undefined && (known(british) || isInflected(british, known));
}

function isDerived(word: string, known: (word: string) => boolean): boolean {
  for (const [ending, base] of DERIVATIONS) {
    if (word.length >= ending.length + 4 && word.endsWith(ending) && known(word.slice(0, -ending.length) + base)) {
      return true;
    }
  }
  return false;
}

/** The Latin of a known adjective, or another word of a Greek or Latin family. */
function isKin(word: string, known: (word: string) => boolean): boolean {
  return (
    KIN.some(([ending, base]) => hasBase(word, ending, base, 3, known)) ||
    LATIN.some(([ending, base]) => hasBase(word, ending, base, 4, known))
  );
}

/** Whether one word is the Latin of the other or of its family, so that neither is a slip of the other. */
export function isRelated(word: string, other: string): boolean {
  const same = (base: string): boolean => base === other;
  return (
    KIN.some(([ending, base]) => hasBase(word, ending, base, 3, same)) ||
    LATIN.some(([ending]) => {
      const stem = word.slice(0, -ending.length);
      return stem.length >= 4 && word.endsWith(ending) && other.startsWith(stem) && other.length <= word.length + 2;
    })
  );
}

function hasBase(
  word: string,
  ending: string,
  base: string,
  shortest: number,
  known: (word: string) => boolean,
): boolean {
  return (
    word.length >= ending.length + shortest && word.endsWith(ending) && known(word.slice(0, -ending.length) + base)
  );
}

function isPrefixed(word: string, known: (word: string) => boolean): boolean {
  for (const prefix of PREFIXES) {
    const rest = word.length - prefix.length;
    if (rest < 5 || !word.startsWith(prefix)) continue;
    const base = word.slice(prefix.length);
    if (known(base) || isInflected(base, known) || isDerived(base, known) || isKin(base, known)) return true;
  }
  return JOINING.some((first) => {
    const base = word.slice(first.length);
    return base.length >= 5 && word.startsWith(first) && (known(base) || isInflected(base, known));
  });
}

/** How a word may be a beginning and a word of its own: naso-tracheal. Only long ones tell. */
export function partsOf(word: string): readonly (readonly [first: string, last: string])[] {
  return [...PREFIXES, ...JOINING]
    .filter((first) => first.length >= 4 && word.startsWith(first) && word.length - first.length >= 7)
    .map((first) => [first, word.slice(first.length)] as const);
}

function isCompound(word: string): boolean {
  for (const ending of STEM_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    let rest = word.slice(0, -ending.length);
    const stem = STEMS.find((candidate) => rest.endsWith(candidate));
    if (stem === undefined) continue;
    rest = rest.slice(0, -stem.length);
    if (rest === '') return true;
    if (STEMS.some((other) => rest === `${other}o` || rest === other)) return true;
    if (PREFIXES.includes(rest) || JOINING.includes(rest)) return true;
  }
  return false;
}
