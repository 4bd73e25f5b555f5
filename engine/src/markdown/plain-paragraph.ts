import type { Paragraph, Text } from 'mdast';
import { setTextPieces } from './segments.js';

/**
 * The tree of a piece of text that is one paragraph of plain words, which need no parser: most of what people
 * write. Undefined where any character could mean more than itself; then the parser decides.
 * @param text from one cut to the next, blank lines at its end
 */
export function plainParagraph(text: string): Paragraph | undefined {
  let end = text.length;
  while (end > 0 && isBreak(text.charCodeAt(end - 1))) end--;
  if (end === 0 || MAY_OPEN_A_BLOCK[text.charCodeAt(0)] === 1) return undefined;
  let lines = 1;
  let lineStart = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? MAY_MEAN_MORE[code] === 0 : code !== BYTE_ORDER_MARK) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) return undefined;
    if (code === AMPERSAND && text.charCodeAt(at + 1) === SPACE) continue;
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) return undefined;
    if (text.charCodeAt(at - 1) === SPACE) return undefined;
    if (code === CARRIAGE_RETURN) at++;
    const next = text.charCodeAt(at + 1);
    if (MAY_OPEN_A_BLOCK[next] === 1) return undefined;
    lines++;
    lineStart = at + 1;
  }
  if (text.charCodeAt(end - 1) === SPACE || MDX_MODULE.test(text)) return undefined;
  const start = { line: 1, column: 1, offset: 0 };
  const last = { line: lines, column: end - lineStart + 1, offset: end };
  const node: Text = { type: 'text', value: text.slice(0, end), position: { start, end: last } };
  setTextPieces(node, [0, end, 0, end]);
  return { type: 'paragraph', children: [node], position: { start: { ...start }, end: { ...last } } };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const AMPERSAND = 38;
const BYTE_ORDER_MARK = 0xfeff;

/** Characters by code that mean something inside a paragraph: marks of Markdown, GFM and MDX, breaks, controls. */
const MAY_MEAN_MORE = new Uint8Array(128);
for (let code = 0; code < 32; code++) MAY_MEAN_MORE[code] = 1;
for (const mark of '\\`*_[]<>&~{}|\u007f') MAY_MEAN_MORE[mark.charCodeAt(0)] = 1;

/** Characters by code that may open something else where they begin a line; a digit may number an item. */
const MAY_OPEN_A_BLOCK = new Uint8Array(65_536);
for (const mark of ' \t\n\r#>-+*=|:`~<_[{0123456789\ufeff') MAY_OPEN_A_BLOCK[mark.charCodeAt(0)] = 1;

/** A paragraph of Markdown, and a module of MDX. */
const MDX_MODULE = /(?:^|\n)(?:import|export)\b/u;

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
