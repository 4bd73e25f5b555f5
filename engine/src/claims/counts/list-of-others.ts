import type { AnalyzedBlock } from '../../document.js';
import type { ProseSpan } from '../../text/span.js';

/** Whether the list behind a number is said to be of the others: "one of the five types, the others being …" */
export function leadsToOthers({ text }: AnalyzedBlock, number: ProseSpan, first: number): boolean {
  return number.end <= first && OTHERS.test(text.slice(number.end, first));
}

/**
 * "The dystrophic form is one of the five types, the others being …": the list leaves out the one that was spoken of,
 * which counts with it.
 *
 * @param number where the number stands
 * @param first where the list begins, in the same block
 * @returns the names that count beside those of the list: none as a rule; undefined where the one is not named
 */
export function namedBesideOthers(
  block: AnalyzedBlock,
  number: ProseSpan,
  first: number,
): readonly string[] | undefined {
  const { text, mentions, sentences } = block;
  if (!leadsToOthers(block, number, first)) return [];
  const from = sentences.findLast(({ span }) => span.start <= number.start)?.span.start ?? 0;
  if (!ONE_OF.test(text.slice(from, number.start))) return undefined;
  const own = mentions.findLast(({ span }) => from <= span.start && span.end <= number.start)?.span;
  return own === undefined ? undefined : [text.slice(own.start, own.end)];
}

const OTHERS =
  /(?<!\p{L})(?:(?:the|all) (?:\p{L}+ )?others|the (?:rest|remaining)|the other (?:\p{L}+ )?(?:being|are|were))(?!\p{L})/iu;
const ONE_OF = /(?<!\p{L})one (?:of|among) (?:\p{L}+ ){0,2}$/iu;
