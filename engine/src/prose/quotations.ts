import type { Token } from '../language/token.js';
import { contains, proseSpan, type ProseSpan } from '../text/span.js';

/** Prose spans that stand between quotation marks, marks included. Unpaired marks quote nothing. */
export function quotations(tokens: readonly Token[]): ProseSpan[] {
  const spans: ProseSpan[] = [];
  let open: { mark: string; start: number } | undefined;
  for (const token of tokens) {
    if (token.kind !== 'punctuation') continue;
    if (open !== undefined && token.text === CLOSING[open.mark]) {
      spans.push(proseSpan(open.start, token.span.end));
      open = undefined;
    } else if (open === undefined && CLOSING[token.text] !== undefined) {
      open = { mark: token.text, start: token.span.start };
    }
  }
  return spans;
}

/** The same for a block, found once however often it is asked for: its tokens stay the same while its text does. */
export function quotationsOf(block: { readonly tokens: readonly Token[] }): readonly ProseSpan[] {
  let spans = found.get(block.tokens);
  if (spans === undefined) {
    spans = quotations(block.tokens);
    found.set(block.tokens, spans);
  }
  return spans;
}

const found = new WeakMap<object, readonly ProseSpan[]>();

/** Whether a span stands in a quotation of several words: a quoted single word is a word talked about. */
export function isQuoted(span: ProseSpan, quoted: readonly ProseSpan[]): boolean {
  return quoted.some((quotation) => contains(quotation, span));
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', '«': '»', '„': '“' };

/** Whether a span of a block is in somebody else's words: in a Markdown quotation, or between quotation marks. */
export function standsInQuotation(
  block: { readonly quoted: boolean; readonly tokens: readonly Token[] },
  span: ProseSpan,
): boolean {
  return block.quoted || isQuoted(span, quotationsOf(block));
}
