import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';

/**
 * Whether a claim of a type rests on a sentence that only suspects the type: "We suspected metastatic calcinosis. Calcium
 * and phosphate came back normal." tells what was found, and that the suspicion was wrong. "In this type they are normal"
 * takes the type up and says it of the type itself.
 */
export function isOfSuspected(
  { subject, object }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  if (subject.block !== object.block || subject.span.end > object.span.start) return false;
  if (terminology.memberOf(subject.conceptId ?? '') === undefined) return false;
  const { sentences, text } = blocks[object.block]!;
  const sentenceAt = (place: number): number =>
    sentences.findIndex(({ span }) => span.start <= place && place < span.end);
  const [named, told] = [sentenceAt(subject.span.start), sentenceAt(object.span.start)];
  if (named < 0 || told <= named || told > named + FARTHEST) return false;
  const before = text.slice(sentences[named]!.span.start, subject.span.start).toLowerCase();
  const own = text.slice(sentences[told]!.span.start, sentences[told]!.span.end).toLowerCase();
  return SUSPECTS.test(before) && !TAKES_UP.test(own);
}

/** In sentences. */
const FARTHEST = 3;
const SUSPECTS =
  /(?<!\p{L})(?:suspect(?:s|ed|ing)?|suspicion|thought of|thinking of|considered|considering|consider|feared|fearing|wondered|wondering|worr(?:y|ied) about|looked for|looking for|queried|query|possible|possibly|perhaps|might (?:be|have)|may (?:be|have)|could (?:be|have)|to exclude|exclude|excluded|rule(?:d)? out|ask(?:ed)? about|tested for|checked for)(?!\p{L})[^.;:]{0,60}$/u;
const TAKES_UP =
  /(?<!\p{L})(?:(?:this|that|such|the) (?:type|kind|form|variety|group|condition|disease|disorder|calcinosis|calcification|process)|these (?:types|cases|patients|deposits|people)|it|its|here|there)(?!\p{L})/u;
