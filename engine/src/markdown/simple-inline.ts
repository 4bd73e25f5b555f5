import type { PhrasingContent, Text } from 'mdast';

import { setTextPieces } from './segments.js';

/**
 * The inline content of a stretch of a piece that holds plain words, and marks whose reading is beyond doubt: strong
 * words and emphasis between spaces, a link with its address, code in single marks. Undefined where any character
 * could mean something else; then the parser decides.
 *
 * @param from, to offsets in the piece; lines between them begin and end with plain characters or such marks
 */
export function simpleInline(piece: string, from: number, to: number): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  let plainFrom = from;
  let at = from;
  while (at < to) {
    const code = piece.charCodeAt(at);
    if (code < 128 ? MAY_MEAN_MORE[code] === 0 : code !== BYTE_ORDER_MARK) {
      at++;
      continue;
    }
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      const next = code === LINE_FEED ? at + 1 : at + 2;
      const goesOn = next < to && piece.charCodeAt(next - 1) === LINE_FEED && beginsPlainLine(piece, next);
      if (!goesOn || piece.charCodeAt(at - 1) === SPACE) return undefined;
      at = next;
      continue;
    }
    if (code === AMPERSAND && piece.charCodeAt(at + 1) === SPACE) {
      at++;
      continue;
    }
    const node =
      code === ASTERISK
        ? emphasisAt(piece, at, from, to)
        : code === BRACKET
          ? linkAt(piece, at, from, to)
          : code === BACKTICK
            ? codeAt(piece, at, to)
            : undefined;
    if (node === undefined) return undefined;
    if (at > plainFrom) nodes.push(textNode(piece, plainFrom, at));
    nodes.push(node);
    at = plainFrom = node.position!.end.offset!;
  }
  if (piece.charCodeAt(to - 1) === SPACE) return undefined;
  if (to > plainFrom) nodes.push(textNode(piece, plainFrom, to));
  return nodes;
}

/** Whether a line that begins here can be nothing but the text of a paragraph, as far as its first marks tell. */
export function beginsPlainLine(piece: string, at: number): boolean {
  const code = piece.charCodeAt(at);
  // ": words" defines what stands above; the row of marks that makes a table holds no letter.
  if (code === COLON) return piece.charCodeAt(at + 1) === SPACE && LETTER_OR_DIGIT.test(piece[at + 2] ?? '');
  return code > 127 ? code !== BYTE_ORDER_MARK : MAY_OPEN_A_BLOCK[code] === 0;
}

/** Only offsets are asked for: lines and columns are those of a piece on one line. */
export function positionAt(start: number, end: number): NonNullable<Text['position']> {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}

function textNode(piece: string, start: number, end: number): Text {
  const node: Text = { type: 'text', value: piece.slice(start, end), position: positionAt(start, end) };
  setTextPieces(node, [0, end - start, start, end]);
  return node;
}

/** "*words*" or "**words**" that begin behind a space and end before one or before a mark. */
function emphasisAt(piece: string, at: number, from: number, to: number): PhrasingContent | undefined {
  const marks = piece.charCodeAt(at + 1) === ASTERISK ? 2 : 1;
  const start = at + marks;
  if (at > from && !BEFORE_EMPHASIS.test(piece[at - 1]!)) return undefined;
  const end = endOfPlain(piece, start, to);
  if (end === start || !LETTER_OR_DIGIT.test(piece[start]!) || !ENDS_EMPHASIS.test(piece[end - 1]!)) return undefined;
  for (let mark = 0; mark < marks; mark++) if (piece.charCodeAt(end + mark) !== ASTERISK) return undefined;
  if (end + marks > to || (end + marks < to && !AFTER_EMPHASIS.test(piece[end + marks]!))) return undefined;
  return {
    type: marks === 2 ? 'strong' : 'emphasis',
    children: [textNode(piece, start, end)],
    position: positionAt(at, end + marks),
  };
}

/** "[words](address)". */
function linkAt(piece: string, at: number, from: number, to: number): PhrasingContent | undefined {
  if (at > from && piece[at - 1] === '!') return undefined;
  const start = at + 1;
  const end = endOfPlain(piece, start, to);
  if (end === start || !LETTER_OR_DIGIT.test(piece[start]!) || piece.charCodeAt(end - 1) === SPACE) return undefined;
  if (!piece.startsWith('](', end)) return undefined;
  const close = piece.indexOf(')', end);
  if (close < 0 || close >= to) return undefined;
  const url = piece.slice(end + 2, close);
  if (!ADDRESS.test(url)) return undefined;
  return {
    type: 'link',
    title: null,
    url,
    children: [textNode(piece, start, end)],
    position: positionAt(at, close + 1),
  };
}

/** "`code`" on one line. */
function codeAt(piece: string, at: number, to: number): PhrasingContent | undefined {
  const close = piece.indexOf('`', at + 1);
  if (close <= at + 1 || close >= to || piece[close + 1] === '`') return undefined;
  const value = piece.slice(at + 1, close);
  if (!/^[^\s].*[^\s]$|^[^\s]$/u.test(value) || /[\r\n\t]/u.test(value)) return undefined;
  return { type: 'inlineCode', value, position: positionAt(at, close + 1) };
}

/** Where plain words on one line end. */
function endOfPlain(piece: string, start: number, to: number): number {
  let end = start;
  while (end < to) {
    const code = piece.charCodeAt(end);
    if (code < 128 ? MAY_MEAN_MORE[code] === 1 : code === BYTE_ORDER_MARK) break;
    end++;
  }
  return end;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const AMPERSAND = 38;
const ASTERISK = 42;
const COLON = 58;
const BRACKET = 91;
const BACKTICK = 96;
const BYTE_ORDER_MARK = 0xfeff;

const LETTER_OR_DIGIT = /[A-Za-z0-9]/u;
const BEFORE_EMPHASIS = /[ \n(]/u;
const ENDS_EMPHASIS = /[A-Za-z0-9.:,;!?)]/u;
const AFTER_EMPHASIS = /[ \r\n.,;:!?)]/u;
const ADDRESS = /^[A-Za-z0-9:/.#?=%+,;@_-]+$/u;

/** Characters by code that mean something inside a paragraph: marks of Markdown, GFM and MDX, breaks, controls. */
const MAY_MEAN_MORE = new Uint8Array(128);
for (let code = 0; code < 32; code++) MAY_MEAN_MORE[code] = 1;
for (const mark of '\\`*_[]<>&~{}|\u007f') MAY_MEAN_MORE[mark.charCodeAt(0)] = 1;

/** Characters by code that may open something else where they begin a line; a digit may number an item. */
const MAY_OPEN_A_BLOCK = new Uint8Array(128);
for (const mark of ' \t\n\r#>-+=|~<_{0123456789') MAY_OPEN_A_BLOCK[mark.charCodeAt(0)] = 1;
