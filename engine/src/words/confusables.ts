import type { Sentence, Token } from '../language/token.js';
import type { Misspelling } from './misspelling.js';

/** A word that is right somewhere else, and the company in which another is meant. All words in small letters. */
export interface Confusable {
  readonly written: string;
  readonly meant: string;
  /** Words just before it; articles and "of" between them do not count. */
  readonly before: ReadonlySet<string>;
  /** Words just behind it. */
  readonly after: ReadonlySet<string>;
  /** Words of its sentence. */
  readonly near: ReadonlySet<string>;
  /** Words of its sentence that speak for what is written. */
  readonly not: ReadonlySet<string>;
}

/**
 * Reads the compiled list: a line for each pair, its columns those of `terminology/vocabulary/confusables.tsv`.
 * @returns pairs by the word that is written
 */
export function readConfusables(text: string): ReadonlyMap<string, readonly Confusable[]> {
  const pairs = new Map<string, Confusable[]>();
  for (const line of text.split('\n')) {
    const [written = '', meant = '', ...cues] = line.split('\t');
    if (meant === '') continue;
    const [before, after, near, not] = cues.map((column) => new Set(column === '-' ? [] : column.split(',')));
    const pair: Confusable = { written, meant, before: before!, after: after!, near: near!, not: not! };
    pairs.set(written, [...(pairs.get(written) ?? []), pair]);
  }
  return pairs;
}

/** Words of one block that are written for others, by the words around them. */
export function confusedWords(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  pairs: ReadonlyMap<string, readonly Confusable[]>,
  keepCase: (written: string, right: string) => string,
): Misspelling[] {
  const found: Misspelling[] = [];
  for (const { firstToken, endToken } of sentences) {
    for (let at = firstToken; at < endToken; at++) {
      const token = tokens[at]!;
      const known = token.kind === 'word' && token.possessive === '' ? pairs.get(token.norm) : undefined;
      const pair = known?.find((candidate) => isConfused(tokens, at, firstToken, endToken, candidate));
      if (pair === undefined) continue;
      found.push({
        span: token.span,
        firstToken: at,
        endToken: at + 1,
        kind: 'confused',
        candidates: [{ text: keepCase(token.text, pair.meant), cost: 0.5, drug: false }],
        safe: false,
      });
    }
  }
  return found;
}

function isConfused(tokens: readonly Token[], at: number, first: number, end: number, pair: Confusable): boolean {
  const stands = (words: ReadonlySet<string>): boolean => {
    if (words.size === 0) return false;
    for (let other = first; other < end; other++) if (other !== at && words.has(tokens[other]!.norm)) return true;
    return false;
  };
  let before = at - 1;
  while (before > first && PASSED_OVER.has(tokens[before]!.norm)) before--;
  const cued =
    (before >= first && pair.before.has(tokens[before]!.norm)) ||
    (at + 1 < end && pair.after.has(tokens[at + 1]!.norm)) ||
    stands(pair.near);
  // The pair side by side is a list or an explanation of both.
  return cued && !stands(pair.not) && !stands(new Set([pair.meant]));
}

const PASSED_OVER = new Set(['the', 'a', 'an', 'of', 'your', 'my', 'his', 'her', 'their', 'our']);
