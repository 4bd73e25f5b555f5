import type { MarkdownLanguage } from './parse.js';

/**
 * Where a text may be cut so that its pieces, parsed one by one, give the tree of the whole: before a line that
 * stands at the margin below a blank line, while no fence and no HTML is open. Such a line closes every list item,
 * quotation, footnote, table and paragraph. It is not a cut where it may go on with a list. Where the lines alone
 * do not tell whether something is open, the piece goes on to the end.
 */
export class PieceSplitter {
  readonly #text: string;
  readonly #mdx: MdxStretch | undefined;

  constructor(text: string, language: MarkdownLanguage) {
    this.#text = text;
    this.#mdx = language === 'mdx' ? mdxStretch(text) : undefined;
  }

  /**
   * @param start 0, or where another piece ended: what follows depends on nothing before
   * @returns UTF-16 offset of the next cut, or the length of the text
   */
  endOfPiece(start: number): number {
    const text = this.#text;
    const scan = new LineScan(text, this.#mdx);
    let at = start === 0 ? endOfFrontMatter(text) : start;
    while (at < text.length) {
      const end = lineEnd(text, at);
      if (at > start && scan.isCut(at)) return at;
      if (!scan.read(at, end)) return text.length;
      at = afterBreak(text, end);
    }
    return text.length;
  }
}

/** From the first mark of MDX to the last one: offsets of the two. */
interface MdxStretch {
  readonly first: number;
  readonly last: number;
}

/** What is known of the lines of a piece so far. */
class LineScan {
  readonly #text: string;
  readonly #mdx: MdxStretch | undefined;
  #fence: { readonly mark: number; readonly length: number } | undefined;
  /** What closes the HTML that is open. */
  #html: RegExp | undefined;
  #afterBlank = true;
  #holdsList = false;
  #holdsIndented = false;
  /** Where the content of the item of the outermost list begins, while that list is surely open. */
  #content = Infinity;
  /** A line at the margin came after the last mark of a list: the list goes on with it, or is closed by it. */
  #unsureOfList = false;
  #holdsFootnote = false;
  /** In the lines since the last blank one: a row of marks that makes a table, a tag that may open HTML. */
  #tableRow = false;
  #tag = false;

  constructor(text: string, mdx: MdxStretch | undefined) {
    this.#text = text;
    this.#mdx = mdx;
  }

  isCut(at: number): boolean {
    if (!this.#afterBlank || this.#fence !== undefined || this.#html !== undefined) return false;
    if (this.#mdx !== undefined && at > this.#mdx.first && at <= this.#mdx.last) return false;
    const code = this.#text.charCodeAt(at);
    if (code === SPACE || code === TAB || isBreak(code) || code === BYTE_ORDER_MARK) return false;
    return !(this.#holdsList || this.#holdsIndented) || !mayMarkItem(code);
  }

  /** False where nothing can be told of what follows. */
  read(at: number, end: number): boolean {
    const text = this.#text;
    let first = at;
    while (first < end && text.charCodeAt(first) === SPACE) first++;
    // A tab at the margin reaches as far as four spaces.
    const indent = text.charCodeAt(first) === TAB ? 4 : first - at;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    if (first === end) {
      this.#afterBlank = true;
      this.#tableRow = false;
      this.#tag = false;
      return true;
    }
    const mark = text.charCodeAt(first);
    const afterBlank = this.#afterBlank;
    this.#afterBlank = false;
    // MDX knows no code by its indent, so that a fence may stand at any.
    if (indent > 3 && this.#mdx !== undefined && isFenceMark(mark)) return false;
    if (this.#fence !== undefined) {
      if (indent < 4) this.#closeFence(first, end);
      return true;
    }
    if (this.#html !== undefined) {
      if (this.#html.test(text.slice(at, end))) this.#html = undefined;
      return true;
    }
    if (indent > 3) {
      // The parser takes an item behind indented code for a line that interrupts a paragraph, which not all may.
      this.#holdsIndented = true;
      return true;
    }
    if (isFenceMark(mark)) return this.#openFence(mark, first, end, indent);
    if (mark === LESS_THAN && this.#mdx === undefined) return this.#openHtml(first, end, indent);
    if (mayMarkItem(mark)) this.#readMark(first, end, indent, afterBlank);
    else if (indent < this.#content) this.#leaveList(afterBlank);
    if (mark === BRACKET && text.charCodeAt(first + 1) === CARET) this.#holdsFootnote = true;
    if (!this.#tableRow && TABLE_MARKS.has(mark)) this.#tableRow = isTableRow(text, first, end);
    return true;
  }

  #readMark(first: number, end: number, indent: number, afterBlank: boolean): void {
    const item = ITEM.exec(this.#text.slice(first, Math.min(end, first + 16)));
    if (item === null || THEMATIC_BREAK.test(this.#text.slice(first, end))) {
      if (indent < this.#content) this.#leaveList(afterBlank);
      return;
    }
    // Only some items interrupt a paragraph, and only a line at the margin closes what may be open.
    const interrupts = !afterBlank && this.#content === Infinity;
    if (interrupts || (this.#unsureOfList && indent > 0)) this.#unsureOfList = true;
    if (!this.#unsureOfList || (indent === 0 && !interrupts)) {
      if (indent < this.#content || indent === 0) {
        const spaces = item[2]?.length ?? 0;
        this.#content = indent + item[1]!.length + (spaces > 4 || spaces === 0 ? 1 : spaces);
        this.#unsureOfList = false;
      }
    }
    this.#holdsList = true;
  }

  /** A line that stands before the content of the item: below a blank line it closes the list, else it may go on. */
  #leaveList(afterBlank: boolean): void {
    if (!this.#holdsList) return;
    if (afterBlank) this.#content = Infinity;
    this.#unsureOfList = !afterBlank;
  }

  #openFence(mark: number, first: number, end: number, indent: number): boolean {
    let after = first;
    while (after < end && this.#text.charCodeAt(after) === mark) after++;
    if (after - first < 3 || (mark === BACKTICK && this.#text.slice(after, end).includes('`'))) {
      if (indent < this.#content) this.#leaveList(false);
      return true;
    }
    const owner = this.#ownerAt(indent);
    if (owner === 'unsure') return false;
    // What stands in an item ends with it.
    if (owner === 'document') {
      this.#fence = { mark, length: after - first };
      this.#content = Infinity;
      this.#unsureOfList = false;
    }
    return true;
  }

  #closeFence(first: number, end: number): void {
    const { mark, length } = this.#fence!;
    let after = first;
    while (after < end && this.#text.charCodeAt(after) === mark) after++;
    if (after - first >= length && /^[ \t]*$/u.test(this.#text.slice(after, end))) this.#fence = undefined;
  }

  /** The kinds of HTML that go on over blank lines. */
  #openHtml(first: number, end: number, indent: number): boolean {
    const line = this.#text.slice(first, end);
    const kind = HTML_KINDS.find(({ opens }) => opens.test(line));
    if (kind === undefined) {
      this.#tag = true;
      if (indent < this.#content) this.#leaveList(false);
      return true;
    }
    const owner = this.#ownerAt(indent);
    // The comment `<!-->` closes itself, and so does `<?>`.
    if (kind.closes.test(line.slice(kind.skip))) {
      if (owner !== 'item') this.#leaveList(false);
      return true;
    }
    if (owner === 'unsure') return false;
    if (owner === 'document') {
      this.#html = kind.closes;
      this.#content = Infinity;
      this.#unsureOfList = false;
    }
    return true;
  }

  /** Whether something that opens at an indent stands in the document or in an item. */
  #ownerAt(indent: number): 'document' | 'item' | 'unsure' {
    // In a table it is a row, in HTML it is HTML.
    if (this.#tableRow || this.#tag) return 'unsure';
    if (indent === 0) return 'document';
    if (this.#holdsFootnote || this.#unsureOfList) return 'unsure';
    return indent >= this.#content ? 'item' : 'document';
  }
}

/**
 * After the front matter with its line break; 0 where there is none. One that nothing closes is no front matter,
 * but the parser looks for its end through all of the text and reads no list and no quotation on the way.
 */
function endOfFrontMatter(text: string): number {
  const fence = text.slice(0, 3);
  if (fence !== '---' && fence !== '+++') return 0;
  let at = lineEnd(text, 0);
  if (!/^[ \t]*$/u.test(text.slice(3, at))) return 0;
  while (at < text.length) {
    const start = afterBreak(text, at);
    at = lineEnd(text, start);
    if (text.startsWith(fence, start) && /^[ \t]*$/u.test(text.slice(start + 3, at))) return afterBreak(text, at);
  }
  return text.length;
}

/**
 * An expression or an element of MDX may span blank lines. Nothing is cut between the first mark of MDX and the
 * last one, and with a fence between them nothing behind either.
 */
function mdxStretch(text: string): MdxStretch {
  const modules = [...text.matchAll(MDX_MODULE)].map(({ index }) => index);
  const opening = text.search(/[<{}]/u);
  const first = Math.min(opening < 0 ? text.length : opening, modules[0] ?? text.length);
  const last = Math.max(...['<', '{', '}'].map((mark) => text.lastIndexOf(mark)), modules[modules.length - 1] ?? -1);
  return { first, last: /(?:`{3}|~{3})/u.test(text.slice(first, last)) ? Infinity : last };
}

const MDX_MODULE = /(?<=^|[\r\n])(?:import|export)\b/gu;

const TAB = 9;
const SPACE = 32;
const LESS_THAN = 60;
const BRACKET = 91;
const CARET = 94;
const BACKTICK = 96;
const BYTE_ORDER_MARK = 0xfeff;

const ITEM = /^([-+*]|\d{1,9}[.)])(?:([ \t]+)|$)/u;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/u;
/** "|", ":" and "-", of which a row of marks is made. */
const TABLE_MARKS: ReadonlySet<number> = new Set([124, 58, 45]);

const HTML_KINDS: readonly { readonly opens: RegExp; readonly closes: RegExp; readonly skip: number }[] = [
  { opens: /^<!--/u, closes: /-->/u, skip: 2 },
  { opens: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, closes: /<\/(?:script|pre|style|textarea)>/iu, skip: 0 },
  { opens: /^<\?/u, closes: /\?>/u, skip: 1 },
  { opens: /^<!\[CDATA\[/u, closes: /\]\]>/u, skip: 0 },
  { opens: /^<![a-z]/iu, closes: />/u, skip: 0 },
];

/** Marks and nothing else, with a bar or a colon: without them they underline a heading. */
function isTableRow(text: string, first: number, end: number): boolean {
  const line = text.slice(first, end);
  return /^[-|: \t]+$/u.test(line) && /[|:]/u.test(line);
}

function isFenceMark(code: number): boolean {
  return code === BACKTICK || code === 126;
}

/** "-", "+", "*" or a digit. */
function mayMarkItem(code: number): boolean {
  return code === 45 || code === 43 || code === 42 || (code >= 48 && code <= 57);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

function afterBreak(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
