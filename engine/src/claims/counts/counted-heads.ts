import type { Terminology } from '../../terminology/terminology.js';
import type { Element } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/** "three phosphate binders", "a trio of medicines", "covered four": a number of things, and where it stands. */
export interface CountedHead {
  readonly value: number;
  /** Element indexes: the number, and after the noun; after the number where the noun is left out. */
  readonly at: number;
  readonly end: number;
  /** The thing counted, where a noun follows the number. */
  readonly noun: string | undefined;
  /** The noun is a class of the terminology: what stands beside it are its members. */
  readonly isClass: boolean;
  /** The concept that the noun names. */
  readonly conceptId: string | undefined;
  /** "two of the medicines", "three of them are antacids": so many of a group, which is named only for what it is. */
  readonly isPart: boolean;
}

/** The numbers in a sentence that count things which a text may go on to list, in order. */
export function countedHeads(elements: readonly Element[], terminology: Terminology): CountedHead[] {
  const heads: CountedHead[] = [];
  for (let at = 0; at < elements.length; at++) {
    const { norm, kind } = elements[at]!;
    if (kind !== 'word' || !(COUNTING.has(norm) || isDigit(norm.charCodeAt(0)))) {
      continue;
    }
    const counted = numberAt(elements, at);
    if (counted === undefined) continue;
    const before = elements[at - 1]?.norm ?? '';
    const isExact =
      (!BEFORE_INEXACT.has(before) || leadsTo(elements, at)) &&
      !SCORES.has(before) &&
      !AFTER_INEXACT.has(elements[counted.end]?.norm ?? '');
    const part = isExact ? partOf(elements, counted.end, terminology) : undefined;
    if (part !== undefined) {
      heads.push({ ...part, value: counted.value, at, noun: part.norm, isPart: true });
      at = part.end - 1;
      continue;
    }
    const named = isExact || before === 'by' ? nounAfter(elements, counted.end, terminology) : undefined;
    // "shown by three signs", not "rose by three points"
    const exact = isExact || (before === 'by' && named !== undefined && !MEASURED.has(named.norm));
    const noun = exact ? named : undefined;
    // A number that counts something else stands between all the same: what follows it is not of the one before.
    heads.push({
      value: exact ? counted.value : 0,
      at,
      end: noun?.end ?? counted.end,
      noun: noun?.norm,
      isClass: noun?.isClass === true,
      conceptId: noun?.conceptId,
      isPart: false,
    });
    at = counted.end - 1;
  }
  return heads;
}

/** "points to four features", "comes down to three", but not "from two to four", "up to four". */
function leadsTo(elements: readonly Element[], at: number): boolean {
  if (elements[at - 1]?.norm !== 'to') return false;
  const before = elements[at - 2]?.norm ?? 'to';
  return !COUNTING.has(before) && !isDigit(before.charCodeAt(0)) && !NEAR.has(before);
}

const NEAR = new Set('up close next per percent % mg g ml'.split(' '));

/**
 * "two of the medicines on your chart are antacids", "four of my tablets", "only two of the five subtypes", "two were
 * tetracyclines": the number of some, whose noun is what they are said to be, or else that of the group.
 */
function partOf(elements: readonly Element[], from: number, terminology: Terminology): Noun | undefined {
  const isOf = elements[from]?.norm === 'of';
  if (isOf && !GROUP_OPENERS.has(elements[from + 1]?.norm ?? '')) return undefined;
  let group: Noun | undefined;
  if (isOf) {
    let at = from + 2;
    while (COUNTING.has(elements[at]?.norm ?? '') && elements[at]!.norm !== 'dozen') at++;
    group = nounAfter(elements, at, terminology);
  }
  const copula = elements.findIndex(({ norm }, at) => at >= from && at < from + LONGEST_GROUP && IS_ONE_OF.has(norm));
  const between = copula < 0 ? [] : elements.slice(from, copula);
  const reaches = copula >= 0 && (isOf || copula === from) && between.every(({ kind }) => kind !== 'mark');
  const told = reaches ? nounAfter(elements, copula + 1, terminology) : undefined;
  if (told?.isClass === true) return told;
  return group;
}

const GROUP_OPENERS = new Set('the these those my our your his her their its them'.split(' '));
const IS_ONE_OF = new Set(['are', 'were']);
/** "of the medicines on your chart", in elements. */
const LONGEST_GROUP = 9;

/** "They lose two marks" counts nothing that is listed. */
const SCORES = new Set('lose loses lost score scores scored earn earns earned deduct deducts deducted'.split(' '));

/** The value of a number and where it ends; "a trio of", "a pair of", "half a dozen". */
export function numberAt(elements: readonly Element[], at: number): { value: number; end: number } | undefined {
  const { norm } = elements[at]!;
  if (GROUPS_OF[norm] !== undefined) {
    const next = elements[at + 1]?.norm;
    // "They have tried a pair: …"
    if (next === ':' && elements[at - 1]?.norm === 'a' && !BEING.has(elements[at - 2]?.norm ?? 'is')) {
      return { value: GROUPS_OF[norm], end: at + 1 };
    }
    return next === 'of' ? { value: GROUPS_OF[norm], end: at + 2 } : undefined;
  }
  if (norm === 'dozen' && ['a', 'the'].includes(elements[at - 1]?.norm ?? '')) {
    return elements[at - 2]?.norm === 'half' ? { value: 6, end: at + 1 } : { value: 12, end: at + 1 };
  }
  if (norm === 'one') return undefined;
  // "both treatments" counts them; "both calcium and phosphate" does not.
  if (norm === 'both' && !COUNTABLE.has(elements[at + 1]?.norm ?? '') && !COUNTABLE.has(elements[at + 2]?.norm ?? '')) {
    return undefined;
  }
  const value = NUMBERS[norm] ?? LARGER[norm] ?? (/^(?:[2-9]|1\d)$/u.test(norm) ? Number(norm) : undefined);
  if (value === undefined) return undefined;
  // "Type 2", "stage 3", "Figure 4" name one thing.
  // "Row two: cinacalcet"
  if (NUMBERED.has(elements[at - 1]?.norm ?? '') || (/^\d/u.test(norm) && elements[at + 1]?.norm === '.')) {
    return undefined;
  }
  return isLabelNumber(elements, at) ? undefined : { value, end: at + 1 };
}

/** "Arm 3: warfarin plus heparin": the number of one of several lines. */
function isLabelNumber(elements: readonly Element[], at: number): boolean {
  const [before, label] = [elements[at - 2], elements[at - 1]];
  if (label?.kind !== 'word' || elements[at + 1]?.norm !== ':' || !isDigit(elements[at]!.norm.charCodeAt(0))) {
    return false;
  }
  return (before === undefined || before.kind === 'mark') && !BEFORE_COUNT.has(label.norm);
}

const BEFORE_COUNT = new Set(
  'all these the our my your only just and or any other those with take used total'.split(' '),
);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The noun that a number counts, past its adjectives: "main cause-based types", "calcinosis types". */
function nounAfter(elements: readonly Element[], from: number, terminology: Terminology): Noun | undefined {
  for (let at = from; at < Math.min(elements.length, from + LONGEST_ADJECTIVES); at++) {
    const element = elements[at]!;
    const next = elements[at + 1];
    if (element.kind === 'mark') {
      if (element.norm === '-' || element.norm === ',') continue;
      return undefined;
    }
    if (joinsAdjectives(elements, at, from)) continue;
    if (STOPS_NOUN.has(element.norm)) return undefined;
    if (COUNTABLE.has(element.norm)) {
      // "three calcinosis types", but not "two type names": the noun is the last of its words.
      if (next?.kind === 'word' && COUNTABLE.has(next.norm)) continue;
      // "five causes-based types"
      if (next?.norm === '-' && next.span.start === element.span.end) continue;
      return { end: at + 1, norm: element.norm, isClass: false, conceptId: undefined };
    }
    if (element.mention === undefined || !/s$/u.test(element.norm)) continue;
    const kind = terminology.concept(element.mention.conceptId ?? '')?.kind;
    if (kind === undefined || !CLASS_LIKE.has(kind) || (next?.kind === 'word' && COUNTABLE.has(next.norm))) continue;
    return {
      end: at + 1,
      norm: element.norm,
      isClass: kind === 'drug-class',
      conceptId: element.mention.conceptId,
    };
  }
  return undefined;
}

/** What a number counts. */
type Noun = { readonly norm: string } & Pick<CountedHead, 'end' | 'isClass' | 'conceptId'>;

const LONGEST_ADJECTIVES = 7;

/** "three oral or intravenous bisphosphonates": one noun behind both; not "two men and three women". */
function joinsAdjectives(elements: readonly Element[], at: number, from: number): boolean {
  if (at === from || !['or', 'and'].includes(elements[at]!.norm)) return false;
  return [elements[at - 1], elements[at + 1]].every(
    (beside) =>
      beside?.kind === 'word' &&
      !/(?<!ou)s$/u.test(beside.norm) &&
      !COUNTING.has(beside.norm) &&
      !isDigit(beside.norm.charCodeAt(0)),
  );
}

/** Whether a noun is one for things that are announced with their number and then listed. */
export function isCountableNoun(norm: string): boolean {
  return COUNTABLE.has(norm);
}

/** Whether a noun is a word for the members of a classification. */
export function isTypeNoun(norm: string | undefined): boolean {
  return norm !== undefined && TYPE_WORDS.has(norm);
}

const GROUPS_OF: Readonly<Record<string, number>> = {
  pair: 2,
  duo: 2,
  trio: 3,
  triad: 3,
  threesome: 3,
  quartet: 4,
  foursome: 4,
  quintet: 5,
};
const LARGER: Readonly<Record<string, number>> = { eleven: 11, twelve: 12 };
/** Every word that a number begins with, so that the other words of a text cost one look. */
const COUNTING = new Set([
  ...Object.keys(NUMBERS).filter((word) => word !== 'one'),
  ...Object.keys(LARGER),
  ...Object.keys(GROUPS_OF),
  'dozen',
]);
/** "They are a pair: …" says what each of the two does. */
const BEING = new Set('is are was were be been make makes as such'.split(' '));
const NUMBERED = new Set(
  'type stage grade class figure fig table chapter page step part group phase box no number vitamin day week month year level case patient section question answer age aged row column line shelf slot drawer item point rule room ward tip fact myth rank card entry slide verse round exhibit'.split(
    ' ',
  ),
);
export const BEFORE_INEXACT = new Set(
  'least most about around roughly approximately nearly almost over than to or up any every first last other next previous another under some and remaining per by further additional more times no choose pick select tick circle'.split(
    ' ',
  ),
);
const MEASURED = new Set('points levels steps sizes stages measures'.split(' '));
export const AFTER_INEXACT = new Set('or to more other others further additional times percent % and plus'.split(' '));
const STOPS_NOUN = new Set(
  'of in on for with to from by at and or is are was were has have had that which who as per a an years year days day weeks week months month hours hour minutes mg ml g mm cm times patients people men women children cases'.split(
    ' ',
  ),
);
const CLASS_LIKE = new Set([
  'drug-class',
  'disease',
  'sign',
  'symptom',
  'lab-test',
  'lab-finding',
  'imaging',
  'procedure',
  'complication',
  'anatomy',
  'substance',
  'profession',
  'protein',
  'gene',
  'cause',
]);
/** Nouns for things that are announced with their number and then listed. */
const COUNTABLE = new Set([
  ...[...TYPE_WORDS].filter((word) => /s$/u.test(word) && word !== 'class'),
  ...'settings contexts situations scenarios arms branches pillars parts elements components sites places areas spots locations regions joints organs glands tissues structures layers minerals hormones substances salts compounds elements levels values measures numbers results specialists doctors physicians experts professionals clinicians nurses medicines medications drugs agents therapies treatments options choices alternatives remedies ways methods approaches techniques strategies routes operations procedures tests scans examinations investigations images tools causes reasons triggers factors risks sources origins signs symptoms features findings complaints clues hints marks hallmarks characteristics properties traits criteria complications problems dangers effects side-effects consequences diseases disorders conditions illnesses syndromes stages phases steps rules tips points questions answers facts myths letters initials words names terms labels headings goals aims purposes tasks things items ingredients foods studies trials entities processes mechanisms pathways divisions families categories subsets subdivisions subcategories manifestations presentations shapes sizes colours colors subtypes variants genes antibodies examples instances boxes drawers baskets cards habits measures precautions exceptions products vitamins crystals fluids samples members rubrics buckets camps slots candidates suspects culprits classics titles designations expressions adjectives notions concepts abbreviations explanations mechanisms pillars columns keywords bullets siblings'.split(
    ' ',
  ),
]);
