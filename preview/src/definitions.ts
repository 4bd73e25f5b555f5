/** What the preview knows of the terminology. `scripts/build-definitions.ts` makes it; JSON-safe. */
export interface Definitions {
  readonly definitions: readonly string[];
  /** What each phrase may stand for, by its normalised words joined by one space. */
  readonly phrases: Readonly<Record<string, readonly Reading[]>>;
}

/**
 * `definition` is an index. `written` is how an abbreviation has to be written, and empty where case does not count.
 * `named` is 1 where the phrase is no abbreviation: it names its concept in full. `certain` is 0 where the phrase means
 * this only in a text that names it in full as well.
 */
export type Reading = readonly [definition: number, written: string, named: 0 | 1, certain: 0 | 1];

/** One word of a text. `start` and `end` are offsets in UTF-16 units. */
export interface Word {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

/** A term in a text, and what it means. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly reading: readonly Reading[];
}

const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}\u00ad]*(?:['’ʼ]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;

/** The words of a text with the same norms as the terminology's phrases: folded, without a possessive ending. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    norm: fold(word.replace(/['’ʼ]s$/iu, '')),
    start: index,
    end: index + word.length,
  }));
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase();
}

/** Finds phrases in texts, the longest first. */
export class PhraseFinder {
  readonly #phrases: Definitions['phrases'];
  /** For the first word of phrases how many words they have, the most first. */
  readonly #lengths = new Map<string, number[]>();

  constructor(phrases: Definitions['phrases']) {
    this.#phrases = phrases;
    for (const phrase of Object.keys(phrases)) {
      const words = phrase.split(' ');
      const known = this.#lengths.get(words[0]!);
      if (known === undefined) this.#lengths.set(words[0]!, [words.length]);
      else if (!known.includes(words.length)) known.push(words.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  find(text: string): Found[] {
    const words = wordsOf(text);
    const found: Found[] = [];
    for (let first = 0; first < words.length; first++) {
      const length = this.#longestAt(text, words, first, found);
      first += Math.max(length - 1, 0);
    }
    return found;
  }

  /** Adds the phrase that begins at a word to what is found. @returns how many words it has, or 0 */
  #longestAt(text: string, words: readonly Word[], first: number, found: Found[]): number {
    for (const length of this.#lengths.get(words[first]!.norm) ?? []) {
      const part = words.slice(first, first + length);
      if (part.length < length || !part.every((word, at) => at === 0 || joins(text, part[at - 1]!, word))) continue;
      const key = part.map(({ norm }) => norm).join(' ');
      if (!Object.hasOwn(this.#phrases, key)) continue;
      const start = part[0]!.start;
      const end = part.at(-1)!.end;
      if (isPartOfAddress(text, start, end)) continue;
      const written = text.slice(start, end);
      const reading = this.#phrases[key]!.filter(
        ([, asWritten]) => asWritten === '' || isWrittenAs(written, asWritten),
      );
      if (reading.length === 0) continue;
      found.push({ start, end, reading });
      return length;
    }
    return 0;
  }
}

/** White space, hyphens, and what stands without spaces inside a term, as in 25(OH)D and PM/Scl. */
function joins(text: string, before: Word, after: Word): boolean {
  return /^(?:\s*[-\u2010\u2011\u2013]?\s*|\s+|[%/()]*)$/u.test(text.slice(before.end, after.start));
}

/** A name of a file or a place in the web, whatever words it holds. */
function isPartOfAddress(text: string, start: number, end: number): boolean {
  return /[\w@/\\.]$/u.test(text.slice(Math.max(start - 1, 0), start)) || /^(?:[@/\\_]|\.\p{L})/u.test(text.slice(end));
}

function isWrittenAs(written: string, asWritten: string): boolean {
  const bare = written.replace(/['’ʼ]s$/u, '').replace(/[-\s]+/gu, ' ');
  return bare === asWritten.replace(/[-\s]+/gu, ' ');
}
