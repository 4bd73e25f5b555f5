import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains } from '../../text/span.js';
import type { Claim } from '../claim.js';

/**
 * Whether a claim that is carried on from an earlier sentence stands in one that opens with the short name of another
 * disease: under "Kidney stones and nephrocalcinosis", "Most stones consist of calcium oxalate" is of the stones.
 */
export function isOfShortName(
  { subject, block: own, object }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  const block = blocks[own]!;
  const sentence = block.sentences.find(
    ({ span }) => span.start <= object.span.start && object.span.start < span.end,
  )?.span;
  if (sentence === undefined || (subject.block === own && contains(sentence, subject.span))) return false;
  const noun = OPENING_NOUN.exec(block.text.slice(sentence.start, object.span.start))?.[1]?.toLowerCase();
  if (noun === undefined) return false;
  const endsSo = (text: string) => /[\s-]\p{L}+$/u.test(text) && singular(text.toLowerCase()).endsWith(singular(noun));
  return [...block.headings, subject.block].some((index) =>
    blocks[index]!.mentions.some(({ conceptId, span }) => {
      if (conceptId === undefined || conceptId === subject.conceptId) return false;
      if (terminology.concept(conceptId)!.kind !== 'disease') return false;
      return endsSo(blocks[index]!.text.slice(span.start, span.end));
    }),
  );
}

function singular(word: string): string {
  return word.replace(/s$/u, '');
}

const OPENING_NOUN = /^\W*(?:(?:most|all|many|some|the|these|such|nearly all|almost all|half of the) )?(\p{L}{4,}) /iu;
