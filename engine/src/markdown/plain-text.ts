import type { Paragraph, Text } from 'mdast';
import { NO_LABELS } from './labels.js';
import type { MarkdownPiece, ParsedMarkdown } from './pieces.js';
import { setTextPieces } from './segments.js';
import { positionAt } from './simple-inline.js';

/**
 * The tree of a plain text: paragraphs between lines without words, whatever Markdown would make of them. No front
 * matter, no comments, no marks.
 * @param before an earlier version of the text, whose paragraphs are kept
 */
export function plainTextInPieces(text: string, before: ParsedMarkdown | undefined): ParsedMarkdown {
  if (before?.text === text) return { ...before, work: { parsed: 0, units: 0, simple: 0 } };
  const known = new Map(before?.pieces.map((piece) => [piece.text, piece]));
  const pieces: MarkdownPiece[] = [];
  const starts: number[] = [];
  let simple = 0;
  for (const { start, end } of paragraphsIn(text)) {
    // A slice would hold on to the whole version of the text that it was cut from.
    const own = ` ${text.slice(start, end)}`.slice(1);
    const kept = known.get(own);
    if (kept === undefined) simple++;
    pieces.push(kept ?? pieceOf(own));
    starts.push(start);
  }
  return { text, language: 'plaintext', pieces, starts, work: { parsed: 0, units: 0, simple } };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Each from the first line with words to the next one without; together with what lies between they are the text. */
function paragraphsIn(text: string): Stretch[] {
  const stretches: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { start, end, next } of linesIn(text)) {
    const last = stretches[stretches.length - 1];
    const hasWords = /[\p{L}\p{N}]/u.test(text.slice(start, end));
    // Lines without words go with the paragraph before them, so that no part of the text is in no piece.
    if (last === undefined || (hasWords && !isOpen)) {
      stretches.push({ start: last === undefined ? 0 : start, end: next });
    } else last.end = next;
    isOpen = hasWords;
  }
  return stretches;
}

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** After it. */
  readonly next: number;
}

function linesIn(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/gu)) {
    const next = index + lineBreak.length;
    lines.push({ start, end: index, next });
    start = next;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}

function pieceOf(text: string): MarkdownPiece {
  const paragraph = paragraphOf(text);
  return {
    text,
    nodes: paragraph === undefined ? [] : [paragraph],
    comments: [],
    labels: NO_LABELS,
    knownLabels: undefined,
  };
}

/** Lines with words, without the spaces around them. */
function paragraphOf(text: string): Paragraph | undefined {
  let value = '';
  const places: number[] = [];
  let lastEnd = 0;
  for (const line of linesIn(text)) {
    const written = text.slice(line.start, line.end);
    if (!/[\p{L}\p{N}]/u.test(written)) continue;
    const start = line.start + written.length - written.trimStart().length;
    const end = start + written.trim().length;
    if (value !== '') {
      places.push(value.length, value.length + 1, lastEnd, start);
      value += '\n';
    }
    places.push(value.length, value.length + end - start, start, end);
    value += text.slice(start, end);
    lastEnd = end;
  }
  if (value === '') return undefined;
  const node: Text = { type: 'text', value, position: positionAt(places[2]!, lastEnd) };
  setTextPieces(node, places);
  return { type: 'paragraph', children: [node], position: positionAt(places[2]!, lastEnd) };
}
