import type { RootContent } from 'mdast';
import { commentsIn, type Comment } from './comments.js';
import { labelsFor, labelsIn, NO_LABELS, sameLabels, union, type Labels } from './labels.js';
import { parsePiece, type MarkdownLanguage } from './parse.js';
import { plainTextInPieces } from './plain-text.js';
import { simpleBlock, simpleFrontMatter } from './simple-block.js';
import { PieceSplitter } from './split.js';

/** A part of a text that is parsed by itself. Its nodes and comments count from its own beginning. */
export interface MarkdownPiece {
  readonly text: string;
  readonly nodes: readonly RootContent[];
  readonly comments: readonly Comment[];
  /** Of the definitions in it. */
  readonly labels: Labels;
  /** Of definitions in any piece, that the piece was parsed with. */
  readonly knownLabels: Labels | undefined;
}

/** How a text is read. */
export type DocumentLanguage = MarkdownLanguage | 'plaintext';

/** One version of a text with its tree in pieces. */
export interface ParsedMarkdown {
  readonly text: string;
  /** `markdown` for MDX that has a syntax error, which a half-typed page has most of the time. */
  readonly language: DocumentLanguage;
  readonly pieces: readonly MarkdownPiece[];
  /** Source offset of each piece. */
  readonly starts: readonly number[];
  /** What this version cost. */
  readonly work: ParseWork;
}

export interface ParseWork {
  /** Pieces that the parser saw, and their UTF-16 units. */
  readonly parsed: number;
  readonly units: number;
  /** Pieces that were made new without the parser. */
  readonly simple: number;
}

/** Earlier versions of a text by the language that they were read as. */
export type EarlierVersions = Partial<Record<DocumentLanguage, ParsedMarkdown>>;

/**
 * The tree of a text, in pieces. With an earlier version of the text only what the two do not share is parsed, from
 * the piece before the first difference until a new cut meets an old one, and what refers to a label that is new
 * or gone.
 */
export function parseInPieces(text: string, language: DocumentLanguage, before: EarlierVersions = {}): ParsedMarkdown {
  if (language === 'plaintext') return plainTextInPieces(text, before.plaintext);
  if (language === 'mdx') {
    try {
      return new PieceParser(text, 'mdx').parse(before.mdx);
    } catch {
      // The page's author sees the error from MDX itself; its prose is checked all the same.
    }
  }
  return new PieceParser(text, 'markdown').parse(before.markdown);
}

class PieceParser {
  readonly #text: string;
  readonly #language: MarkdownLanguage;
  readonly #work = { parsed: 0, units: 0, simple: 0 };

  constructor(text: string, language: MarkdownLanguage) {
    this.#text = text;
    this.#language = language;
  }

  parse(before: ParsedMarkdown | undefined): ParsedMarkdown {
    if (before?.text === this.#text) return { ...before, work: this.#work };
    const drafts = this.#split(before);
    // What a label means is known when all definitions are: where none may stand, a piece is parsed once.
    const pieces = drafts.map((draft, index) =>
      typeof draft === 'string' && mayDefine(draft) ? this.#read(draft, index === 0, undefined) : draft,
    );
    const labels = union(pieces.map((piece) => (typeof piece === 'string' ? NO_LABELS : piece.labels)));
    const read = pieces.map((piece, index) => {
      const own = typeof piece === 'string' ? piece : piece.text;
      const needed = labelsFor(own, labels);
      if (typeof piece !== 'string' && (sameLabels(needed, piece.knownLabels) || definesAll(piece, needed))) {
        return piece;
      }
      return this.#read(own, index === 0, needed);
    });
    const starts: number[] = [];
    let at = 0;
    for (const piece of read) {
      starts.push(at);
      at += piece.text.length;
    }
    return { text: this.#text, language: this.#language, pieces: read, starts, work: this.#work };
  }

  /** The pieces of before that still stand, and the texts of those that are new. */
  #split(before: ParsedMarkdown | undefined): (MarkdownPiece | string)[] {
    const splitter = new PieceSplitter(this.#text, this.#language);
    if (before === undefined) return this.#cut(splitter);
    if (this.#language === 'mdx') return this.#withKnown(this.#cut(splitter), before);
    const { pieces, starts } = before;
    const text = this.#text;
    const alike = sharedStart(text, before.text);
    let same = 0;
    let from = 0;
    while (same < pieces.length && from + pieces[same]!.text.length <= alike) from += pieces[same++]!.text.length;
    // The line after a cut decides whether it is one.
    if (same > 0) from -= pieces[--same]!.text.length;
    const shift = text.length - before.text.length;
    let rest = pieces.length;
    let end = text.length;
    const firstAlike = text.length - sharedEnd(text, before.text);
    while (rest > same && end - pieces[rest - 1]!.text.length > Math.max(from, firstAlike - 1)) {
      end -= pieces[--rest]!.text.length;
    }
    const drafts: (MarkdownPiece | string)[] = pieces.slice(0, same);
    // The piece before the first difference mostly ends where it did.
    if (same < pieces.length - 1 && from + pieces[same]!.text.length < text.length) {
      const next = splitter.endOfPiece(from);
      const isSame =
        next < text.length && next - from === pieces[same]!.text.length && text.startsWith(pieces[same]!.text, from);
      if (isSame) drafts.push(pieces[same]!);
      else drafts.push(ownCopy(text.slice(from, next)));
      from = next;
    }
    while (from < text.length) {
      while (rest < pieces.length && starts[rest]! + shift < from) rest++;
      // Only the first piece may hold front matter.
      const stillStands = rest < pieces.length && starts[rest]! + shift === from && (rest === 0) === (from === 0);
      if (stillStands) return drafts.concat(pieces.slice(rest));
      const next = splitter.endOfPiece(from);
      drafts.push(ownCopy(text.slice(from, next)));
      from = next;
    }
    return drafts;
  }

  #cut(splitter: PieceSplitter): string[] {
    const texts: string[] = [];
    let from = 0;
    while (from < this.#text.length) {
      const next = splitter.endOfPiece(from);
      texts.push(this.#text.slice(from, next));
      from = next;
    }
    return texts;
  }

  /** Any mark of MDX may move all cuts: the pieces of before are known by their texts. */
  #withKnown(texts: readonly string[], before: ParsedMarkdown): (MarkdownPiece | string)[] {
    const known = new Map(before.pieces.slice(1).map((piece) => [piece.text, piece]));
    return texts.map((text, index) => {
      if (index === 0) return before.pieces[0]?.text === text ? before.pieces[0] : text;
      return known.get(text) ?? ownCopy(text);
    });
  }

  #read(text: string, isFirst: boolean, labels: Labels | undefined): MarkdownPiece {
    const block = (isFirst ? simpleFrontMatter(text) : undefined) ?? simpleBlock(text);
    if (block !== undefined) {
      this.#work.simple++;
      return { text, nodes: [block], comments: [], labels: NO_LABELS, knownLabels: undefined };
    }
    this.#work.parsed++;
    this.#work.units += text.length;
    const nodes = parsePiece(text, this.#language, isFirst, labels);
    return {
      text,
      nodes,
      comments: commentsIn(nodes, text),
      labels: mayDefine(text) ? labelsIn(nodes) : NO_LABELS,
      knownLabels: labels,
    };
  }
}

/** So many UTF-16 units at the beginning of two texts are the same. */
function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STEP <= most && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** The same at their ends. */
function sharedEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  const endsAlike = (from: number, to: number): boolean =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  while (length + STEP <= most && endsAlike(length, length + STEP)) length += STEP;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

/** Whole stretches are compared much quicker than letters. */
const STEP = 4096;

function mayDefine(text: string): boolean {
  return text.includes(']:');
}

/** The parser knew all that the piece refers to, because the piece itself defines it. */
function definesAll(piece: MarkdownPiece, needed: Labels | undefined): boolean {
  return (
    piece.knownLabels === undefined &&
    needed !== undefined &&
    needed.links.every((label) => piece.labels.links.includes(label)) &&
    needed.footnotes.every((label) => piece.labels.footnotes.includes(label))
  );
}

/** A slice would hold on to the whole version of the text that it was cut from. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
