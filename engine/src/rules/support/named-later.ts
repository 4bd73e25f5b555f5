import type { AnalyzedDocument } from '../../document.js';
import type { ProseSpan } from '../../text/span.js';

/**
 * Whether what a list lacks is named in the sentences behind it: "Five types are known: a, b and c. The fourth is d."
 *
 * @param span of the number, in the sentence of the list
 */
export function areNamedLater(
  { block, span }: { readonly block: number; readonly span: ProseSpan },
  named: number,
  { blocks }: AnalyzedDocument,
): boolean {
  const { sentences, text } = blocks[block]!;
  const own = sentences.findIndex((one) => one.span.start <= span.start && span.end <= one.span.end);
  const behind = sentences.slice(own + 1, own + 1 + LOOKED_AT);
  const later = ORDINALS.slice(named).join('|');
  const following = new RegExp(`\\bthe (?:${later})(?= (?:is|was|are|one|type|kind|form|comes?|stands)\\b|,)`, 'iu');
  return behind.some(({ span: { start, end } }) => {
    const sentence = text.slice(start, end);
    return following.test(sentence) || THEN.test(sentence);
  });
}

const LOOKED_AT = 2;
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const THEN = /^(?:then|next|finally|lastly|last) (?:there (?:is|are)|comes?|follows?)\b/iu;
