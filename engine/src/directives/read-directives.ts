import type { Comment } from '../markdown/comments.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { normalizePhrase } from '../language/tokenize.js';
import { sourceSpan, type SourceSpan } from '../text/span.js';
import type { DirectiveProblem, Directives, Suppression } from './directives.js';
import { createLineIndex, type LineIndex } from '../text/line-index.js';
import { nearestName } from '../text/nearest-name.js';

/**
 * Reads the comments that speak to Kossa. What cannot be read is a problem, never an error: the readable part of
 * a directive still works, and one that names unknown rules only suppresses nothing.
 * @param comments all comments in reading order, in source offsets
 * @param textLength UTF-16 length of the text
 * @param text the source
 */
export function readDirectives(
  comments: readonly Comment[],
  frontMatter: FrontMatter | undefined,
  ruleIds: readonly string[],
  textLength: number,
  text: string,
): Directives {
  const reader = new DirectiveReader(comments, ruleIds, textLength, text);
  const off = reader.readFrontMatter(frontMatter);
  for (const comment of comments) reader.readComment(comment);
  reader.close();
  return {
    suppressions: reader.suppressions,
    allowed: reader.allowed,
    off,
    problems: reader.problems.sort((a, b) => a.span.start - b.span.start),
  };
}

const DIRECTIVES = [
  'kossa-disable',
  'kossa-enable',
  'kossa-disable-line',
  'kossa-disable-next-line',
  'kossa-disable-file',
  'kossa-allow',
] as const;
type DirectiveName = (typeof DIRECTIVES)[number];

/** The rest of a directive after its name. */
interface Rest {
  readonly text: string;
  /** Source offset of its first character. */
  readonly offset: number;
  readonly comment: SourceSpan;
  readonly reason: string | undefined;
}

/** A rule that a `kossa-disable` has switched off and nothing has switched on since. */
interface OpenDisable {
  readonly from: number;
  readonly comment: SourceSpan;
  readonly name: SourceSpan;
  readonly reason: string | undefined;
}

class DirectiveReader {
  readonly suppressions: Suppression[] = [];
  readonly allowed: string[] = [];
  readonly problems: DirectiveProblem[] = [];
  readonly #comments: readonly Comment[];
  readonly #ruleIds: readonly string[];
  readonly #textLength: number;
  readonly #text: string;
  #lineIndex: LineIndex | undefined;
  #fullLines: readonly (number | undefined)[] | undefined;
  /** By rule id. */
  readonly #open = new Map<string, OpenDisable>();

  constructor(comments: readonly Comment[], ruleIds: readonly string[], textLength: number, text: string) {
    this.#comments = comments;
    this.#ruleIds = ruleIds;
    this.#textLength = textLength;
    this.#text = text;
  }

  /** Most texts have no directive that asks for lines. */
  get #lines(): LineIndex {
    return (this.#lineIndex ??= createLineIndex(this.#text));
  }

  /** Whether `kossa: false` switches the file off. */
  readFrontMatter(frontMatter: FrontMatter | undefined): boolean {
    const entry = frontMatter?.entries.find((candidate) => candidate.key === 'kossa');
    if (entry === undefined) return false;
    const value = String(entry.value).toLowerCase();
    if (['false', 'off', 'no'].includes(value)) return true;
    if (!['true', 'on', 'yes'].includes(value)) {
      this.problems.push({
        kind: 'malformed',
        span: sourceSpan(entry.keySpan.start, Math.max(entry.keySpan.end, entry.valueSpan.end)),
        text: 'kossa',
      });
    }
    return false;
  }

  readComment(comment: Comment): void {
    const match = /^\s*(kossa(?:-[\w-]*|[ \t:]+(?:disable|enable|allow)[\w-]*))/iu.exec(comment.text);
    if (match === null) return;
    const written = match[1]!;
    const textStart = this.#text.indexOf(comment.text, comment.span.start);
    const nameStart = textStart + match[0].length - written.length;
    const nameSpan = sourceSpan(nameStart, nameStart + written.length);
    if (!comment.closed) {
      this.problems.push({ kind: 'malformed', span: nameSpan, text: written });
      return;
    }
    const name = DIRECTIVES.find((directive) => directive === written);
    if (name === undefined) {
      const nearest = nearestName(written.toLowerCase().replace(/[ \t:]+/gu, '-'), DIRECTIVES);
      this.problems.push({
        kind: 'unknown-directive',
        span: nameSpan,
        text: written,
        ...(nearest === undefined ? {} : { nearest }),
      });
      return;
    }
    const after = comment.text.slice(match[0].length);
    if (after !== '' && !/^\s/u.test(after)) {
      this.problems.push({ kind: 'malformed', span: nameSpan, text: written });
      return;
    }
    const dash = /(?:^|\s)(?:--|[–—])(?:\s|$)/u.exec(after);
    const reason = dash === null ? '' : after.slice(dash.index + dash[0].length).trim();
    this.#apply(name, nameSpan, {
      text: dash === null ? after : after.slice(0, dash.index),
      offset: nameSpan.end,
      comment: comment.span,
      reason: reason === '' ? undefined : reason,
    });
  }

  /** What is still disabled at the end of the file stays so, and is told: it is mostly a forgotten `kossa-enable`. */
  close(): void {
    const unclosed = new Map<number, OpenDisable>();
    for (const open of this.#open.values()) unclosed.set(open.comment.start, open);
    for (const open of unclosed.values()) {
      this.problems.push({ kind: 'unclosed', span: open.name, text: 'kossa-disable' });
    }
    this.#enable([...this.#open.keys()], this.#textLength);
  }

  #apply(name: DirectiveName, nameSpan: SourceSpan, rest: Rest): void {
    if (name === 'kossa-allow') {
      this.#readAllow(nameSpan, rest);
      return;
    }
    const rules = this.#readRules(rest);
    if (rules !== 'all' && rules.length === 0) return;
    switch (name) {
      case 'kossa-disable':
        this.#disable(rules === 'all' ? this.#ruleIds : rules, nameSpan, rest);
        return;
      case 'kossa-enable':
        this.#closeDisabled(rules, nameSpan, rest.comment.start);
        return;
      case 'kossa-disable-file':
        this.#suppress(rules, sourceSpan(0, this.#textLength), rest);
        return;
      case 'kossa-disable-line':
        this.#suppress(rules, sourceSpan(this.#lineStart(rest.comment.start), this.#lineEnd(rest.comment.end)), rest);
        return;
      case 'kossa-disable-next-line': {
        const line = this.#nextLine(rest.comment.end);
        if (line !== undefined) this.#suppress(rules, line, rest);
      }
    }
  }

  /** The known rules that a directive names; `all` where it names none. */
  #readRules(rest: Rest): 'all' | readonly string[] {
    const rules: string[] = [];
    let named = false;
    for (const word of rest.text.matchAll(/[^\s,]+/gu)) {
      named = true;
      if (this.#ruleIds.includes(word[0])) {
        rules.push(word[0]);
        continue;
      }
      const nearest = nearestName(word[0].toLowerCase(), this.#ruleIds);
      const start = rest.offset + word.index;
      this.problems.push({
        kind: 'unknown-rule',
        span: sourceSpan(start, start + word[0].length),
        text: word[0],
        ...(nearest === undefined ? {} : { nearest }),
      });
    }
    return named ? rules : 'all';
  }

  #readAllow(nameSpan: SourceSpan, rest: Rest): void {
    const entries = splitList(rest.text);
    if (entries === undefined) {
      this.problems.push({ kind: 'malformed', span: nameSpan, text: 'kossa-allow' });
      return;
    }
    const phrases = entries.map(normalizePhrase).filter((phrase) => phrase !== '');
    if (phrases.length === 0) this.problems.push({ kind: 'empty-allow', span: nameSpan, text: 'kossa-allow' });
    this.allowed.push(...phrases);
  }

  #disable(rules: readonly string[], name: SourceSpan, rest: Rest): void {
    for (const rule of rules) {
      if (!this.#open.has(rule)) {
        this.#open.set(rule, { from: rest.comment.end, comment: rest.comment, name, reason: rest.reason });
      }
    }
  }

  #closeDisabled(rules: 'all' | readonly string[], name: SourceSpan, at: number): void {
    const closed = (rules === 'all' ? [...this.#open.keys()] : rules).filter((rule) => this.#open.has(rule));
    if (closed.length === 0) this.problems.push({ kind: 'nothing-to-enable', span: name, text: 'kossa-enable' });
    this.#enable(closed, at);
  }

  #enable(rules: readonly string[], at: number): void {
    const byComment = new Map<OpenDisable['comment'], { open: OpenDisable; rules: string[] }>();
    for (const rule of rules) {
      const open = this.#open.get(rule)!;
      this.#open.delete(rule);
      const group = byComment.get(open.comment);
      if (group === undefined) byComment.set(open.comment, { open, rules: [rule] });
      else group.rules.push(rule);
    }
    for (const { open, rules: closed } of byComment.values()) {
      this.suppressions.push(
        suppression(
          closed.length === this.#ruleIds.length ? 'all' : closed,
          sourceSpan(open.from, at),
          open.comment,
          open.reason,
        ),
      );
    }
  }

  #suppress(rules: 'all' | readonly string[], span: SourceSpan, rest: Rest): void {
    this.suppressions.push(suppression(rules, span, rest.comment, rest.reason));
  }

  #lineStart(offset: number): number {
    return this.#lines.spanOf(this.#lines.placeAt(offset).line).start;
  }

  /** Before the line break. One more than the last character at the end of the text, for findings there. */
  #lineEnd(offset: number): number {
    const { end } = this.#lines.spanOf(this.#lines.placeAt(offset).line);
    return end === this.#textLength ? end + 1 : end;
  }

  /** The next line that holds more than white space, quotation marks of Markdown, and comments. */
  #nextLine(after: number): SourceSpan | undefined {
    this.#fullLines ??= this.#findFullLines();
    const line = this.#fullLines[this.#lines.placeAt(after).line + 1];
    if (line === undefined) return undefined;
    const { start, end } = this.#lines.spanOf(line);
    return sourceSpan(start, end === this.#textLength ? end + 1 : end);
  }

  /** For each line the first one from it on that holds something; in one pass, since directives may be very many. */
  #findFullLines(): (number | undefined)[] {
    const { lineCount } = this.#lines;
    const isFull: boolean[] = [];
    let first = 0;
    for (let line = 1; line <= lineCount; line++) {
      const { start, end } = this.#lines.spanOf(line);
      while (first < this.#comments.length && this.#comments[first]!.span.end <= start) first++;
      isFull[line] = !/^[\s>]*$/u.test(this.#withoutComments(start, end, first));
    }
    const full: (number | undefined)[] = [];
    for (let line = lineCount; line > 0; line--) full[line] = isFull[line] ? line : full[line + 1];
    return full;
  }

  /** @param first index of the first comment that may reach into the line */
  #withoutComments(start: number, end: number, first: number): string {
    let line = '';
    let at = start;
    for (let index = first; index < this.#comments.length; index++) {
      const { span } = this.#comments[index]!;
      if (span.start >= end) break;
      line += this.#text.slice(at, Math.max(at, span.start));
      at = Math.max(at, span.end);
    }
    return line + this.#text.slice(at, Math.max(at, end));
  }
}

function suppression(
  rules: 'all' | readonly string[],
  span: SourceSpan,
  comment: SourceSpan,
  reason: string | undefined,
): Suppression {
  return { rules, span, comment, ...(reason === undefined ? {} : { reason }) };
}

/** Entries between commas, without their quotation marks; undefined where a quotation mark is not closed. */
function splitList(text: string): string[] | undefined {
  const entries: string[] = [];
  let entry = '';
  let open: string | undefined;
  for (const character of text) {
    if (open !== undefined) {
      if (character === open) open = undefined;
      else entry += character;
    } else if (CLOSING_QUOTE[character] !== undefined && entry.trim() === '') {
      open = CLOSING_QUOTE[character];
    } else if (character === ',') {
      entries.push(entry.trim());
      entry = '';
    } else {
      entry += character;
    }
  }
  if (open !== undefined) return undefined;
  entries.push(entry.trim());
  return entries;
}

const CLOSING_QUOTE: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '`': '`' };
