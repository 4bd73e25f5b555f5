import { isHyphen } from '../language/tokenize.js';
import type { Sentence, Token } from '../language/token.js';

/** Whole words of letters, long enough, in no code-like company, and no part of a hyphenated word that may be a name. */
export function isChecked(tokens: readonly Token[], at: number): boolean {
  if (!isProseWord(tokens, at)) return false;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  // The parts of a hyphenated word may be no words of their own: "Ehlers-Danlos", "peau-d'orange".
  const hyphenated =
    (next?.glued === true && isHyphen(next.text)) || (token.glued && before !== undefined && isHyphen(before.text));
  return !hyphenated || (!/^\p{Lu}/u.test(token.text) && token.norm.length >= 6);
}

/** Whole words of letters, long enough, in no code-like company, and no author's name. */
export function isProseWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const bare = token.possessive === '' ? token.text : token.text.slice(0, -token.possessive.length);
  if (token.norm.length < 4 || !/^[a-z]+$/u.test(token.norm)) return false;
  const isSmall = bare === token.norm;
  if (!isSmall && /^\p{Lu}+$/u.test(bare)) {
    // Five capitals or fewer are an abbreviation; six may be one.
    if (bare.length < 7) return false;
  } else if (!isSmall && /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(bare)) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.glued && before !== undefined && isCodeLike(before)) return false;
  if (isMember(tokens, at)) return false;
  if (next?.glued === true && (isCodeLike(next) || (next.text === '(' && tokens[at + 2]?.text === ')'))) return false;
  if (next?.norm === 'et' && tokens[at + 2]?.norm === 'al') return false;
  return isSmall || (!isAuthor(tokens, at) && !isJournal(tokens, at));
}

/** "Croop R, Goadsby PJ, …": a name before initials that a comma, a stop or "et al" follows. */
function isAuthor(tokens: readonly Token[], at: number): boolean {
  const initials = tokens[at + 1];
  const behind = tokens[at + 2]?.text;
  if (!/^\p{Lu}/u.test(tokens[at]!.text) || initials === undefined || initials.glued) return false;
  return /^\p{Lu}{1,3}$/u.test(initials.text) && (behind === ',' || behind === '.' || behind === 'et');
}

/** "Semin Arthritis Rheum 2020;50": short words of a journal's name, up to the year. */
function isJournal(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.norm.length > LONGEST_OF_JOURNAL) return false;
  let next = at;
  while (tokens[next] !== undefined && (/^\p{Lu}/u.test(tokens[next]!.text) || tokens[next]!.text === '.')) next++;
  return next > at && next - at <= LONGEST_JOURNAL && /^(?:19|20)\d\d$/u.test(tokens[next]?.text ?? '');
}

const LONGEST_OF_JOURNAL = 11;
const LONGEST_JOURNAL = 8;

/** "target.params", "careteam.html": two small words with a dot between them and no space are a name of a program. */
function isMember(tokens: readonly Token[], at: number): boolean {
  const dotAfter = tokens[at + 1]?.glued === true && tokens[at + 1]!.text === '.';
  const dotBefore = tokens[at]!.glued && tokens[at - 1]?.text === '.' && tokens[at - 1]!.glued;
  const small = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Ll}/u.test(token.text);
  return (
    (dotAfter && tokens[at + 2]?.glued === true && small(tokens[at + 2])) ||
    (dotBefore && small(tokens[at]) && tokens[at - 2]?.kind === 'word')
  );
}

function isCodeLike(neighbour: Token): boolean {
  return neighbour.kind === 'number' || neighbour.kind === 'placeholder' || CODE_MARKS.has(neighbour.text);
}

const CODE_MARKS = new Set('_/\\@#$=<>{}[]|~^`&+*');

/** Index of the first word of a sentence, or -1. */
export function firstWord(tokens: readonly Token[], sentence: Sentence): number {
  for (let at = sentence.firstToken; at < sentence.endToken; at++) if (tokens[at]!.kind === 'word') return at;
  return -1;
}

/** A heading in title case, or a list of names: its capitals tell little. */
export function isTitled(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return (
    words.length > 0 &&
    words.length <= 14 &&
    words.filter((token) => /^\p{Lu}/u.test(token.text)).length * 10 >= words.length * 7
  );
}

/** The candidate with the capitals of the written word; a proper name keeps its own. */
export function keepCase(written: string, right: string): string {
  if (/\p{Lu}/u.test(right)) return right;
  const bare = written.replace(/['’]s?$/u, '');
  if (bare.length > 1 && bare === bare.toUpperCase()) return right.toUpperCase();
  return /^\p{Lu}/u.test(bare) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
