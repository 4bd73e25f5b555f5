import { LEAST_BELIEVED, LEAST_LINKED, type Assertions } from '../assertions/assertions.js';
import { contains, type ProseSpan } from '../text/span.js';
import { verdictOfKey } from './answers/answer-keys.js';
import type { Surroundings } from './subjects/antecedents.js';
import type { Claim } from './claim.js';
import { TAKEN_FOR_GRANTED } from './classes/class-claim.js';
import { contradictionOf } from './contradictions/contradiction.js';
import { isConfirmedCell } from './layout/rejected-cells.js';

/** What no reader read, and the network is sure of; of what was read already nothing is said twice. */
export function withJudged(claims: readonly Claim[], judged: readonly Claim[], around: Surroundings): readonly Claim[] {
  if (judged.length === 0) return claims;
  // What a reader understood is what the words say, whether it holds or not. And of several things of which the same
  // words could be false, they are said of the one that is most probable.
  const read = [...claims];
  for (const claim of [...judged].sort((a, b) => b.probability! - a.probability!)) {
    const isRead = (other: Claim) =>
      (saysInSameWords(claim, other) && !saysLess(other, claim, around)) || isPartOf(claim, other, around);
    if (!read.some(isRead) && !isTiedOtherwise(claim, around)) read.push(claim);
  }
  return read;
}

/** "Calcinosis cutis complicates systemic sclerosis": the verb says that the two come together, and not that one is the other. */
function isTiedOtherwise({ relation, subject, object }: Claim, { blocks }: Surroundings): boolean {
  if (subject.block !== object.block || subject.span.end > object.span.start) return false;
  const between = blocks[object.block]!.text.slice(subject.span.end, object.span.start);
  // "Dystrophic calcification comes without hypercalcemia."
  if (relation === 'caused-by') return COMES_WITHOUT.test(between);
  return relation === 'is-a' && COMES_WITH.test(between);
}

const COMES_WITHOUT = /\b(?:without|in the absence of|free of) (?:(?:any|a|an|the|known|overt) )*$/iu;

const COMES_WITH =
  /^,? (?:(?:may|can|often|also|commonly|frequently|sometimes|rarely|typically|usually) )*(?:complicat(?:es?|ed|ing)|accompan(?:y|ies|ied|ying)|attends?|heralds?|precedes?|follows?|reveals?|betrays?|mimics?|plagues?|afflicts?|strikes?|burdens?|besets?)(?!\p{L})/iu;

/** "Idiopathic calcinosis arises from birth defects" is false as a whole: it is not told once more of "from". */
function isPartOf({ object }: Claim, whole: Claim, { terminology }: Surroundings): boolean {
  const isInside = whole.block === object.block && touches(whole.span, object.span);
  return isInside && contradictionOf(whole, terminology) !== undefined;
}

/** "the blood clots" holds, and "the blood clots too little" does not: the longer words say what the text says. */
function saysLess(one: Claim, { subject, object, form }: Claim, { blocks, terminology }: Surroundings): boolean {
  const [inner, outer] = [one.object.span, object.span];
  const isInside = one.object.block === object.block && contains(outer, inner) && inner.end < outer.end;
  // Behind a mark stands something else.
  const isOnePart = !/[,;:.–—]/u.test(blocks[object.block]!.text.slice(inner.end, outer.end));
  return (
    isInside &&
    isOnePart &&
    one.form !== form &&
    one.attribution === 'writer' &&
    one.subject.conceptId === subject.conceptId &&
    contradictionOf(one, terminology) === undefined
  );
}

/** A reader that took “what you get when a calcium” for an explanation did not understand the calcium drip. */
function saysInSameWords({ object: one }: Claim, { object: other }: Claim): boolean {
  if (one.block !== other.block || !touches(one.span, other.span)) return false;
  return contains(one.span, other.span) || contains(other.span, one.span);
}

function touches(one: ProseSpan, other: ProseSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * What is told in a clause without a frame is set aside by much that may stand beside it. Where the network is sure that
 * the words are said of the thing, it is not.
 */
export function isPlainlyTold(claim: Claim, around: Surroundings, assertions: Assertions | undefined): boolean {
  if (assertions === undefined || claim.form !== 'telling') return false;
  return (assertions.probabilityOf(claim, around) ?? 0) >= SURELY_TOLD;
}

/** A false claim that was read by its form alone is not believed where the network hardly finds it in the text. */
export function withDoubt(claim: Claim, around: Surroundings, assertions: Assertions | undefined): Claim {
  if (assertions === undefined || claim.probability !== undefined || claim.isUndoubted === true) return claim;
  if (contradictionOf(claim, around.terminology) === undefined) return claim;
  // "Calcium blockers like warfarin": whatever is said of both, the one is taken for granted to be of the other.
  if (TAKEN_FOR_GRANTED.has(claim.form) || WHOLE.has(claim.form)) return claim;
  // What a key or a cell beside it calls right is stated, whatever stands around it.
  const block = around.blocks[claim.block]!;
  if (isConfirmedCell(block, around.blocks) || verdictOfKey(block, around.blocks) === 'right') return claim;
  // "It is believed to be …" is what the writer lets stand.
  if (BELIEVED.test(block.text.slice(claim.span.start, claim.span.end))) return claim;
  const probability = assertions.probabilityOf(claim, around);
  if (probability === undefined) return claim;
  const least = claim.relation === 'associated-with' ? LEAST_LINKED : LEAST_BELIEVED;
  return { ...claim, probability, ...(probability < least ? { attribution: 'doubtful' as const } : {}) };
}

/** Of right statements that were set aside, however near to false ones, none was told so surely. */
const SURELY_TOLD = 0.98;
/** Forms in which a statement is made of all words of a sentence, and of those of its question: nothing is left to weigh. */
const WHOLE = new Set(['whole statement', 'in the order named', 'told of each type', 'confirmed']);
const BELIEVED = /\b(?:is|are|was|were) (?:\w+ly )?(?:believed|thought|considered|known) to be\b/iu;
