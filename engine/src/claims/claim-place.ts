import type { AnalyzedBlock } from '../document.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import type { Claim } from './claim.js';

/** Where a statement stands in its sentence, and the words around it. */
export interface Place {
  readonly claim: Claim;
  /** The sentence that the value stands in. */
  readonly own: ProseSpan;
  readonly subject: ProseSpan | undefined;
  readonly object: ProseSpan;
  /** What stands in the sentence before the subject, or before the value where the subject stands elsewhere. */
  readonly before: string;
  readonly between: string;
  readonly value: string;
  readonly behind: string;
  readonly sentence: string;
  readonly isSubjectBehind: boolean;
}

/** The words around a statement, cut at the thing and at what is said of it. */
export function placeOf(claim: Claim, block: AnalyzedBlock): Place {
  const { text, sentences } = block;
  const object = claim.object.block === block.index ? claim.object.span : claim.span;
  const own =
    sentences.find(({ span }) => span.start <= object.start && object.start < span.end)?.span ??
    proseSpan(0, text.length);
  const isHere =
    claim.subject.block === block.index && own.start <= claim.subject.span.start && claim.subject.span.end <= own.end;
  const subject = isHere ? claim.subject.span : undefined;
  const isSubjectBehind = subject !== undefined && subject.start >= object.start;
  const last = Math.max(object.end, isSubjectBehind ? subject.end : object.end);
  const from = subject === undefined ? own.start : isSubjectBehind ? Math.min(object.end, subject.start) : subject.end;
  const to = isSubjectBehind ? subject.start : object.start;
  return {
    claim,
    own,
    subject,
    object,
    before: text.slice(own.start, subject?.start ?? own.start),
    between: text.slice(from, Math.max(from, to)),
    value: text.slice(object.start, object.end),
    behind: text.slice(last, own.end),
    sentence: text.slice(own.start, own.end),
    isSubjectBehind,
  };
}
