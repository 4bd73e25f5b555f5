import type { Mention } from '../../mentions/mention.js';
import { proseSpan } from '../../text/span.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { bitsOf } from '../sentences/word-lists.js';

/** The elements with a thing in the place of those from one index to another, and what goes before left out. */
export function withThing(
  sentence: SentenceElements,
  { norm, mention: named }: Pick<Element, 'norm' | 'mention'>,
  from: number,
  to: number,
  end: number,
  isLabelled = false,
): SentenceElements {
  const { elements, block } = sentence;
  const { firstToken } = elements[from]!;
  const { start } = elements[from]!.span;
  const isInPlace = to > from;
  const endToken = isInPlace ? elements[to - 1]!.endToken : firstToken;
  const span = proseSpan(start, isInPlace ? elements[to - 1]!.span.end : start);
  const mention: Mention = { ...named!, block: block.index, firstToken, endToken, span };
  const subject: Element = { kind: 'mention', norm, firstToken, endToken, span, mention, words: 0 };
  const mark: Element = { ...subject, kind: 'mark', norm: ':', mention: undefined, words: LABEL };
  const opening = isLabelled ? [subject, mark] : [subject];
  return { ...sentence, elements: [...opening, ...elements.slice(to, end)], words: sentence.words | LABEL };
}

const LABEL = bitsOf(':');
