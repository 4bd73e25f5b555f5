import type { AnalyzedBlock } from '../document.js';
import type { ProseSpan } from '../text/span.js';
import type { Claim } from './claim.js';

/**
 * Whether a sentence that tells several things of several others in order ("…, respectively", "in that order", "the
 * first is …") says the value of a claim of another one of them than its subject.
 */
export function isOfOtherInOrder(claim: Claim, own: ProseSpan, block: AnalyzedBlock): boolean {
  const { subject, object } = claim;
  if (subject.block !== block.index || object.block !== block.index) return false;
  const sentence = block.text.slice(own.start, own.end);
  const first = runAt(subject.span, block);
  const isInOrder = IN_ORDER.test(sentence);
  if (isInOrder) {
    const second = runAt(object.span, block);
    return first.length < 2 || first.length !== second.length || first.index !== second.index;
  }
  if (subject.span.end > object.span.start) return false;
  const nth = THE_NTH.exec(block.text.slice(subject.span.end, object.span.start))?.[1]?.toLowerCase();
  if (nth === undefined || first.length < 2) return false;
  return first.index !== (nth === 'last' ? first.length - 1 : ORDINALS.indexOf(nth));
}

interface Run {
  /** How many names stand in the row. */
  readonly length: number;
  /** Which of them it is. */
  readonly index: number;
}

/** The row of names, with commas and "and" between them, that a span stands in. */
function runAt(span: ProseSpan, { mentions, text }: AnalyzedBlock): Run {
  const named = mentions.filter(({ conceptId }) => conceptId !== undefined);
  const at = named.findIndex((mention) => mention.span.start < span.end && span.start < mention.span.end);
  if (at < 0) return { length: 0, index: 0 };
  const isNext = (before: number): boolean =>
    named[before] !== undefined &&
    named[before + 1] !== undefined &&
    IN_A_ROW.test(text.slice(named[before]!.span.end, named[before + 1]!.span.start));
  let from = at;
  while (isNext(from - 1)) from--;
  let to = at;
  while (isNext(to)) to++;
  return { length: to - from + 1, index: at - from };
}

const IN_ORDER =
  /(?<!\p{L})(?:respectively|in (?:that|this|the same) order|in order of mention|each in (?:its|their|his|her) own way)(?!\p{L})/iu;
const IN_A_ROW = /^\s*(?:,|\/|&)?\s*(?:and|or)?\s*(?:an?|the)?\s*$/iu;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const THE_NTH =
  /\bthe (first|second|third|fourth|fifth|last)(?: one| type| kind| form| of (?:them|these|those|the \p{L}+))? (?:is|was|are|has|have|comes?|leads?|tops?|needs?|does|takes?)\b[^.;,!?]*$/iu;
