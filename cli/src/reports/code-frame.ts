import type { LineIndex, SourceSpan } from '../../../engine/src/index.js';
import { displayWidth, graphemesOf, harmless } from '../terminal.js';

export interface CodeFrame {
  /** The words with what stands around them, in one line. */
  readonly code: string;
  /** Spaces, then a mark under each column of the words. */
  readonly indent: string;
  readonly marks: string;
}

/**
 * The line of a finding, cut to the width around the reported words: a line of Markdown is often a whole paragraph.
 * @param span UTF-16 offsets in text
 * @param width columns
 */
export function codeFrame(text: string, span: SourceSpan, lines: LineIndex, width: number): CodeFrame {
  const line = lines.spanOf(lines.placeAt(span.start).line);
  const start = Math.min(span.start, line.end);
  const end = Math.min(Math.max(span.end, start), line.end);
  const words = harmless(text.slice(start, end));
  const shown = cutEnd(words, Math.max(10, width - 2));
  const room = Math.max(0, width - displayWidth(shown));
  // A line may be a whole book: what is far away is not looked at.
  const reach = width * MOST_UNITS_OF_A_COLUMN;
  const wholeBefore = harmless(text.slice(Math.max(line.start, start - reach), start)).trimStart();
  const wholeAfter = shown === words ? harmless(text.slice(end, Math.min(line.end, end + reach))).trimEnd() : '';
  const before = cutStart(wholeBefore, Math.max(Math.ceil(room / 2), room - displayWidth(wholeAfter)));
  const after = cutEnd(wholeAfter, room - displayWidth(before));
  return {
    code: `${before}${shown}${after}`,
    indent: ' '.repeat(displayWidth(before)),
    marks: '~'.repeat(Math.max(1, displayWidth(shown))),
  };
}

/** UTF-16 units; characters of more are rare, and then less of the line is shown. */
const MOST_UNITS_OF_A_COLUMN = 8;

/** Cuts at a word where one begins near enough. */
function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 2) return '';
  const kept = graphemesOf(text.slice(-(width - 1)));
  while (kept.length > 0 && displayWidth(kept.join('')) > width - 1) kept.shift();
  const tail = kept.join('');
  const space = tail.indexOf(' ');
  return `…${space !== -1 && space < 15 ? tail.slice(space + 1) : tail}`;
}

function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 2) return '';
  const kept = graphemesOf(text.slice(0, width - 1));
  while (kept.length > 0 && displayWidth(kept.join('')) > width - 1) kept.pop();
  const head = kept.join('');
  const space = head.lastIndexOf(' ');
  return `${space !== -1 && head.length - space < 15 ? head.slice(0, space) : head}…`;
}
