import { toAmerican, toBritish } from '../language/spelling-twins.js';

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

/** Prefixes that join any known word of some length. */
const PREFIXES =
  'non anti hyper hypo pre post peri para sub supra intra inter extra trans endo ecto epi micro macro mega multi poly mono bi tri tetra hemi semi pseudo neo auto immuno cardio cerebro chemo radio photo electro thermo hydro neuro psycho gastro hepato nephro reno uro osteo arthro myo dermato fibro vaso angio veno lympho hemato haemato thrombo glyco lipo gluco calci cyto histo patho pharmaco physio bio onco over under out re un co de dis mis super ultra counter broncho pulmo naso oro oto rhino laryngo pharyngo tracheo broncho entero colo procto ileo jejuno duodeno esophago oesophago cholecysto pancreato spleno adreno thyro oculo ophthalmo kerato retino spondylo cervico thoraco lumbo sacro costo cranio maxillo femoro tibio humero radio ulno carpo tarso digito palmo planto normo eu dys iso homo hetero allo xeno nano tele mid well self cross fore'.split(
    ' ',
  );

/** Greek and Latin stems and endings that make names of diseases, operations and examinations. */
const STEMS =
  'arthr oste chondr my tend dermat derm neur encephal mening myel cardi pericardi endocardi myocardi arteri phleb ven vascul angi aort hemat haemat lymph splen hepat cholecyst cholangi pancreat gastr enter col proct rect append esophag oesophag pharyng laryng trache bronch pneum pulmon pleur nephr pyel ureter cyst urethr prostat orch epididym oophor salping hyster endometri cervic vagin vulv mast thyroid parathyroid adren ot rhin sinus blephar conjunctiv kerat scler irid retin uve ophthalm gloss gingiv stomat cheil periodont spondyl synovi burs fasci capsul tenosynov pannicul follicul vesicul bil granul lip fibr aden carcin sarc melan'.split(
    ' ',
  );
const STEM_ENDINGS =
  'itis itic osis otic oma omas ectomy ectomies otomy ostomy oscopy oscopic ography ographic ogram ograms opathy opathic algia algic oplasty orrhaphy olysis ogenic ology ologist osclerosis ostenosis omegaly optosis orrhagia orrhea orrhoea odynia edema oedema emia aemia uria plasia trophy lith lithiasis spasm centesis pexy desis'.split(
    ' ',
  );

/** Inflected, in the other spelling, or derived as medical words are: no slip looks like that. */
export function isRegularForm(word: string, known: (word: string) => boolean): boolean {
  return isInflected(word, known) || hasKnownTwin(word, known) || isDerived(word, known);
}

/**
 * Whether a word is a form of known words: inflected, in the other spelling, derived, or compounded. `known` is
 * asked for small letters.
 */
export function isFormOfKnown(word: string, known: (word: string) => boolean): boolean {
  return isRegularForm(word, known) || isOfFamily(word, known) || isPrefixed(word, known) || isCompound(word);
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

function isPrefixed(word: string, known: (word: string) => boolean): boolean {
  for (const prefix of PREFIXES) {
    const rest = word.length - prefix.length;
    if (rest < 5 || !word.startsWith(prefix)) continue;
    const base = word.slice(prefix.length);
    if (known(base) || isInflected(base, known) || isDerived(base, known)) return true;
  }
  return false;
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
    if (PREFIXES.includes(rest)) return true;
  }
  return false;
}
