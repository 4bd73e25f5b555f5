/** A place as people and reports count it. */
export interface LinePlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** @param offset UTF-16 offset; one beyond the text counts as its end */
  placeAt(offset: number): LinePlace;
  /** UTF-16 offsets of a line without its line break. @param line from 1 */
  spanOf(line: number): { readonly start: number; readonly end: number };
}

/** Lines end at LF, CRLF or CR, as the language server protocol counts them. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const clampLine = (line: number): number => Math.min(Math.max(line, 1), starts.length);
  return {
    lineCount: starts.length,
    placeAt(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - starts[low]! + 1 };
    },
    spanOf(line) {
      const start = starts[clampLine(line) - 1]!;
      let end = starts[clampLine(line)] ?? text.length;
      while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
      return { start, end };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // Most texts: looking for one character is many times as fast as looking at each.
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isBreak(code)) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    starts.push(at + 1);
  }
  return starts;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
