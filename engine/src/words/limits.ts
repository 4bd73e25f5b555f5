import { IS_BRAND, IS_MADE, ORIGIN_FORM, ORIGIN_MASK, ORIGIN_TERMINOLOGY, ORIGIN_WORDNET } from './format.js';

/**
 * How far a word may be from its candidate; measured on real misspellings and polished text.
 * @param flags of the candidate, see `format.ts`
 * @param nameLike what speaks for a name rather than a slip: 1 for none, less for a capital where none is due
 */
export function limitOf(word: string, flags: number, nameLike: number): number {
  const origin = flags & ORIGIN_MASK;
  const weak = origin === ORIGIN_FORM || origin === ORIGIN_WORDNET || (flags & (IS_BRAND | IS_MADE)) !== 0;
  const trust = weak ? 0.75 : origin === ORIGIN_TERMINOLOGY ? 1.15 : 1;
  const base = LIMITS.find(([longest]) => word.length <= longest)?.[1] ?? 2;
  return base * trust * nameLike;
}

const LIMITS: readonly (readonly [longest: number, limit: number])[] = [
  [4, 0.55],
  [5, 0.75],
  [6, 1],
  [8, 1.5],
  [10, 1.7],
  [13, 1.85],
];

/** hypo- for hyper- and -ate for -ide make another word: only a very cheap slip is one. */
export function isRiskySwap(word: string, meant: string, cost: number): boolean {
  if (cost <= 0.5) return false;
  // New enzymes and medicines are named every year: a whole one with such an ending is a slip only of a near word.
  const ending = PRODUCTIVE.exec(word)?.[0];
  if (ending !== undefined && cost > (meant.endsWith(ending) ? word.length / 8 : 0.85)) return true;
  return (
    isOtherOfFamily(word, meant) ||
    RISKY_PREFIXES.some(([a, b]) =>
      swaps(word.startsWith(a), meant.startsWith(b), word.startsWith(b), meant.startsWith(a)),
    ) ||
    RISKY_ENDINGS.some(([a, b]) => swaps(word.endsWith(a), meant.endsWith(b), word.endsWith(b), meant.endsWith(a)))
  );
}

function swaps(a: boolean, b: boolean, c: boolean, d: boolean): boolean {
  return (a && b) || (c && d);
}

/** The same stem with another ending or another prefix, both of them right: neurofibromin, hydroxyprogesterone. */
function isOtherOfFamily(word: string, meant: string): boolean {
  // A last e too many or too few is how drug names of other languages end.
  if (`${word}e` === meant || word === `${meant}e`) return false;
  let shared = 0;
  while (shared < word.length && word[shared] === meant[shared]) shared++;
  for (let cut = Math.max(4, shared - 3); cut <= shared; cut++) {
    if (FAMILY_ENDINGS.has(word.slice(cut)) && FAMILY_ENDINGS.has(meant.slice(cut))) return true;
  }
  return COMBINING.some(
    (prefix) =>
      word.startsWith(prefix) &&
      word.length - prefix.length >= 5 &&
      meant.endsWith(word.slice(prefix.length)) &&
      COMBINING.includes(meant.slice(0, meant.length - word.length + prefix.length)),
  );
}

const FAMILY_ENDINGS = new Set(
  'ic ical ous ia iac oma omas omata in ine ase ose ite ate ide y ist oid oidal ary ive able ible gram graph graphy graphic scope scopy scopic meter metry metric tome tomy ectomy iform osis otic itis itic emia emic uria uric pathy pathic ism ity ium ula ule ulus al ally ator ation atory an ane ene one ol'.split(
    ' ',
  ),
);
const COMBINING =
  'acro adeno adipo anti arterio arthro athero auto brachio brady broncho calci carcino cardio cephalo cerebro cervico chole chondro chorio chromo colpo costo cranio cryo cysto cyto dermato dermo di dys electro encephalo endo entero epi erythro eu fibro gastro gingivo glomerulo glosso glyco gluco hema hemo haemo hepato histo homo hydro hydroxy hyper hypo hystero immuno infra inter intra iso kerato lacto laryngo leio leuko lipo litho lympho macro mega melano meningo meso meta methyl micro mono multi myelo myo naso nephro neuro normo oculo oligo onycho oophoro ophthalmo orchio osteo oto pachy pan para patho peri phago pharyngo phlebo photo pleuro pneumo poly post pre pro procto pseudo psycho pyelo pyo radio rhabdo retro rhino salpingo sarco sclero sero sub supra syn tachy thrombo thymo thyro tracheo trans tri uro utero vaso veno xantho'.split(
    ' ',
  );
const PRODUCTIVE =
  /(?:ase|mycin|mab|nib|cept|porin|ostin|stim|tide|vir|ciclib|gliptin|gliflozin|calcemic|phosphonate)$/u;
const RISKY_PREFIXES = [
  ['hypo', 'hyper'],
  ['micro', 'macro'],
  ['inter', 'intra'],
  ['ante', 'anti'],
  ['pre', 'pro'],
  ['per', 'pre'],
  ['ab', 'ad'],
  ['endo', 'ecto'],
  ['supra', 'infra'],
] as const;
const RISKY_ENDINGS = [
  ['ate', 'ide'],
  ['ite', 'ate'],
  ['ide', 'ine'],
  ['ase', 'ose'],
  ['ectomy', 'otomy'],
  ['ostomy', 'otomy'],
  ['ium', 'ide'],
] as const;
