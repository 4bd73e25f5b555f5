import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import type { Claim } from './claim.js';

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
