import type { ListItem, RootContent } from 'mdast';
import { beginsPlainLine, positionAt, simpleInline } from './simple-inline.js';

/**
 * The tree of a piece of text that is one paragraph, one heading, or one list of single lines, with nothing in it that
 * needs the parser: most of what people write. Undefined where there is any doubt; then the parser decides.
 * @param piece from one cut to the next, blank lines at its end
 */
export function simpleBlock(piece: string): RootContent | undefined {
  let end = piece.length;
  while (end > 0 && (piece[end - 1] === '\n' || piece[end - 1] === '\r')) end--;
  if (end === 0) return undefined;
  if (piece[0] === '#') return heading(piece, end);
  if (MARK_OF_ITEM.test(piece)) return list(piece, end);
  if (!beginsPlainLine(piece, 0) || MDX_MODULE.test(piece)) return undefined;
  const children = simpleInline(piece, 0, end);
  return children === undefined ? undefined : { type: 'paragraph', children, position: positionAt(0, end) };
}

/** The node of a piece that holds the front matter of a text and nothing else; undefined where there is any doubt. */
export function simpleFrontMatter(piece: string): RootContent | undefined {
  const value = FRONT_MATTER.exec(piece)?.[1];
  if (value === undefined || value.includes('\n---')) return undefined;
  return { type: 'yaml', value, position: positionAt(0, 4 + value.length + 4) };
}

function heading(piece: string, end: number): RootContent | undefined {
  const marks = /^(#{1,6}) (?=[^\s#])/u.exec(piece);
  // Marks at the end may belong to the heading.
  if (marks === null || piece[end - 1] === '#' || /[\r\n]/u.test(piece.slice(0, end))) return undefined;
  const children = simpleInline(piece, marks[0].length, end);
  if (children === undefined) return undefined;
  return { type: 'heading', depth: marks[1]!.length as 1, children, position: positionAt(0, end) };
}

function list(piece: string, end: number): RootContent | undefined {
  const items: ListItem[] = [];
  const first = MARK_OF_ITEM.exec(piece)!;
  const ordered = first[1] !== undefined;
  let at = 0;
  while (at < end) {
    const mark = MARK_OF_ITEM.exec(piece.slice(at, at + 12));
    if (mark === null || (mark[1] !== undefined) !== ordered || (!ordered && mark[0] !== first[0])) return undefined;
    let lineEnd = piece.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd > end) lineEnd = end;
    const contentEnd = lineEnd > at && piece[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    const start = at + mark[0].length;
    if (start >= contentEnd || !beginsPlainLine(piece, start)) return undefined;
    const children = simpleInline(piece, start, contentEnd);
    if (children === undefined) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children, position: positionAt(start, contentEnd) }],
      position: positionAt(at, contentEnd),
    });
    at = lineEnd + 1;
  }
  return {
    type: 'list',
    ordered,
    start: ordered ? Number(first[1]) : null,
    spread: false,
    children: items,
    position: positionAt(0, end),
  };
}

const FRONT_MATTER = /^---\n([^\r]*\S)\n---\n*$/u;
const MARK_OF_ITEM = /^(?:[-*] |(\d{1,9})\. )(?=\S)/u;
/** A paragraph of Markdown, and a module of MDX. */
const MDX_MODULE = /(?:^|\n)(?:import|export)\b/u;
