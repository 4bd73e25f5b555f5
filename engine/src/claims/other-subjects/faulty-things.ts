import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';

/**
 * Whether a claim is of what comes of a fault in the thing: "Changes in FGF23 make the kidneys hold on to phosphate"
 * tells the opposite of what the hormone does. A gene causes disease by such faults alone, so that of a gene it is said.
 */
export function isOfFaultyThing(
  { subject, relation }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  const kind = terminology.concept(subject.conceptId ?? '')?.kind;
  if (relation !== 'has' || !WORKS.has(kind ?? '')) return false;
  const before = blocks[subject.block]!.text.slice(Math.max(0, subject.span.start - REACH), subject.span.start);
  return FAULT_OF.test(before);
}

/** Kinds of things that do something in the body, and no more of it where they are at fault. */
const WORKS: ReadonlySet<string> = new Set(['protein', 'hormone', 'substance', 'vitamin', 'enzyme']);
/** In characters. */
const REACH = 60;
const FAULT_OF =
  /(?<!\p{L})(?:(?:(?:changes?|mutations?|variants?|faults?|defects?|errors?) (?:in|of)|resistan(?:ce|t) to) (?:the )?(?:genes? (?:for|called) )?(?:[a-z]+\d*(?:,| or| and) )*|(?:faulty|mutated|defective|inactive) )$/iu;

/**
 * "Her bones got thin, so alendronate joined in": what stands before “so” is the reason why the medicine is given, and
 * nothing that it does.
 */
export function isReasonForIt(
  { subject, object, relation }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  if (relation !== 'has' || subject.block !== object.block || object.span.end > subject.span.start) return false;
  if (terminology.concept(subject.conceptId ?? '')?.kind !== 'drug') return false;
  return SO.test(blocks[object.block]!.text.slice(object.span.end, subject.span.start));
}

const SO =
  /^(?: \p{L}+){0,2}(?:[,;:–—]| and)+ ?(?:so|hence|therefore|thus|which is why|that is why) (?!(?:do|does|did|is|are|was|were|has|have|can|will) )(?:\p{L}+ ){0,3}$/iu;
