/**
 * Much health text is pasted from web pages: a short line with no full stop that stands alone is a heading in all
 * but markup, lines that begin with a bullet or a number inside a paragraph are a list, and long lines that end
 * like sentences are paragraphs.
 */
export interface PastedPart {
  readonly kind: 'paragraph' | 'item' | 'term' | 'definition';
  /** Prose offsets of the part, its bullet left out. */
  readonly start: number;
  readonly end: number;
  readonly ordered: boolean;
}

/** Parts of a paragraph's prose. A paragraph as Markdown means it is one part. */
export function pastedParts(text: string): PastedPart[] {
  if (!text.includes('\n') && !BULLET.test(text)) return [whole(text)];
  const lines = splitLines(text);
  const parts: PastedPart[] = [];
  let start = 0;
  let end = -1;
  const flush = (): void => {
    if (end > start) parts.push({ kind: 'paragraph', start, end, ordered: false });
    end = -1;
  };
  const bulleted = lines.filter((line) => BULLET.test(line.text)).length;
  const numbered = lines.filter((line) => NUMBER.test(line.text)).length;
  for (const [index, line] of lines.entries()) {
    const bullet = bulleted > 0 ? BULLET.exec(line.text) : null;
    const number = numbered > 1 ? NUMBER.exec(line.text) : null;
    const mark = bullet ?? number;
    if (mark !== null) {
      flush();
      parts.push({ kind: 'item', start: line.start + mark[0].length, end: line.end, ordered: bullet === null });
      continue;
    }
    const last = parts[parts.length - 1];
    if (end < 0 && last?.kind === 'item' && line.start === last.end + line.breakBefore) {
      // A wrapped item goes on until the next bullet, unless it had ended like a sentence.
      if (!SENTENCE_END.test(text.slice(last.start, last.end)) || /^\s/u.test(line.text)) {
        parts[parts.length - 1] = { ...last, end: line.end };
        continue;
      }
    }
    if (DEFINITION.test(line.text) && index > 0) {
      if (end > start) parts.push({ kind: 'term', start, end, ordered: false });
      end = -1;
      parts.push({
        kind: 'definition',
        start: line.start + DEFINITION.exec(line.text)![0].length,
        end: line.end,
        ordered: false,
      });
      continue;
    }
    if (end < 0) start = line.start;
    end = line.end;
    if (line.text.length >= LONG_LINE && SENTENCE_END.test(line.text)) flush();
  }
  flush();
  return parts.length === 0 ? [whole(text)] : parts;
}

/** True for a line that stands alone and is a heading in all but markup. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 80 || text.length < 3 || text.includes('\n')) return false;
  if (/[.,;:!…–-]$/u.test(text) || !/\p{L}/u.test(text)) return false;
  if (BULLET.test(text) || text.includes('\uFFFC')) return false;
  return text.split(/\s+/u).length <= 12;
}

/** Health pages do not wrap lines this long by hand; a line of this length that ends a sentence is a paragraph. */
const LONG_LINE = 120;
const SENTENCE_END = /[.!?:][)”"’']*\s*$/u;
/** A hyphen comes from plain text: in Markdown it begins a list of its own. */
const BULLET = /^\s*[•●○◦▪▫■□‣⁃∙·–—✓✔➤►*-]\s+(?=\S)/u;
/** "1.", "(iv)", "b)", and the pages of a table of contents: "p. 4". */
const NUMBER =
  /^\s*(?:\((?:\d{1,2}|[ivx]{1,4})\)|(?:\d{1,2}|[ivx]{1,4})[.)]|[a-h]\)|(?:[Pp]\.|[Pp]age|No\.)\s?\d{1,3}[:.]?)\s+(?=\S)/u;
const DEFINITION = /^:\s+/u;

function whole(text: string): PastedPart {
  return {
    kind: BULLET.test(text) ? 'item' : 'paragraph',
    start: BULLET.exec(text)?.[0].length ?? 0,
    end: text.length,
    ordered: false,
  };
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Length of the line break before this line. */
  readonly breakBefore: number;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let breakBefore = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index, breakBefore });
    start = match.index + match[0].length;
    breakBefore = match[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length, breakBefore });
  return lines;
}
