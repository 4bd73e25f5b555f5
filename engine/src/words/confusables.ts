import type { Sentence, Token } from '../language/token.js';
import { isHyphen } from '../language/tokenize.js';
import type { Misspelling } from './misspelling.js';

/** A word that is right somewhere else, and the company in which another is meant. All words in small letters. */
export interface Confusable {
  readonly written: string;
  readonly meant: string;
  /** What stands just before it; articles and "of" between do not count where that is a single word. */
  readonly before: Cues;
  /** What stands just behind it. */
  readonly after: Cues;
  /** What stands in its sentence. */
  readonly near: Cues;
  /** What speaks, in its sentence, for the word that is written. */
  readonly not: Cues;
}

/** Single words, and several that stand side by side. */
export interface Cues {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
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
    const [before = NONE, after = NONE, near = NONE, not = NONE] = cues.map(readCues);
    const pair: Confusable = { written, meant, before, after, near, not };
    pairs.set(written, [...(pairs.get(written) ?? []), pair]);
  }
  return pairs;
}

const NONE: Cues = { words: new Set(), phrases: [] };

function readCues(column: string): Cues {
  if (column === '-') return NONE;
  const cues = column.split(',');
  return {
    words: new Set(cues.filter((cue) => !cue.includes(' '))),
    phrases: cues.filter((cue) => cue.includes(' ')).map((cue) => cue.split(' ')),
  };
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
  const sentence: Stretch = { tokens, first, end };
  const cued =
    standsBefore(sentence, at, pair.before) ||
    standsBehind(sentence, at, pair.after) ||
    standsAnywhere(sentence, at, pair.near);
  // The pair side by side is a list or an explanation of both.
  return cued && !standsAnywhere(sentence, at, pair.not) && !holds(sentence, at, (norm) => norm === pair.meant);
}

interface Stretch {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly end: number;
}

function standsBefore(sentence: Stretch, at: number, cues: Cues): boolean {
  const { tokens, first } = sentence;
  let before = at - 1;
  if (before > first && joins(tokens, before)) before--;
  if (cues.phrases.some((phrase) => standsAt(sentence, before - phrase.length + 1, phrase))) return true;
  while (before > first && PASSED_OVER.has(tokens[before]!.norm)) before--;
  return before >= first && cues.words.has(tokens[before]!.norm);
}

function standsBehind(sentence: Stretch, at: number, cues: Cues): boolean {
  const { tokens, end } = sentence;
  const behind = at + 2 < end && joins(tokens, at + 1) ? at + 2 : at + 1;
  if (behind >= end) return false;
  return cues.words.has(tokens[behind]!.norm) || cues.phrases.some((phrase) => standsAt(sentence, behind, phrase));
}

/** The hyphen of "heel-stick". */
function joins(tokens: readonly Token[], at: number): boolean {
  return isHyphen(tokens[at]!.text) && tokens[at]!.glued && tokens[at + 1]!.glued;
}

function standsAnywhere(sentence: Stretch, at: number, { words, phrases }: Cues): boolean {
  if (words.size > 0 && holds(sentence, at, (norm) => words.has(norm))) return true;
  if (phrases.length === 0) return false;
  for (let other = sentence.first; other < sentence.end; other++) {
    if (phrases.some((phrase) => standsAt(sentence, other, phrase))) return true;
  }
  return false;
}

function standsAt({ tokens, first, end }: Stretch, at: number, phrase: readonly string[]): boolean {
  if (at < first || at + phrase.length > end) return false;
  return phrase.every((norm, offset) => tokens[at + offset]!.norm === norm);
}

function holds({ tokens, first, end }: Stretch, at: number, test: (norm: string) => boolean): boolean {
  for (let other = first; other < end; other++) if (other !== at && test(tokens[other]!.norm)) return true;
  return false;
}

const PASSED_OVER = new Set(['the', 'a', 'an', 'of', 'your', 'my', 'his', 'her', 'their', 'our']);
