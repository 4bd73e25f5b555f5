import { createHash } from 'node:crypto';
import type { Finding } from '../../../engine/src/index.js';

/**
 * What a finding is known by in a later version of its article: its rule, its words and the words around them. No
 * line numbers, no message and no severity: text moves, and Kossa and its settings change.
 */
export interface Fingerprint {
  readonly rule: string;
  /** The reported words, for people; long ones are cut and carry a hash. */
  readonly text: string;
  /** Hash of the words before it in its paragraph; empty where there are none. */
  readonly before: string;
  readonly after: string;
}

/** @param text of the article, in which the finding has its offsets */
export function fingerprintOf(finding: Finding, text: string): Fingerprint {
  const { start, end } = finding.span;
  const written = text.slice(start, end).replace(/\s+/gu, ' ').trim();
  const before =
    text
      .slice(Math.max(0, start - NEARBY), start)
      .split(BOUNDARY)
      .at(-1) ?? '';
  const after = text.slice(end, end + NEARBY).split(BOUNDARY)[0] ?? '';
  return {
    rule: finding.ruleId,
    text: written.length <= LONGEST_TEXT ? written : `${written.slice(0, LONGEST_TEXT)}… ${hash(written)}`,
    before: hashOfWords(wordsOf(before).slice(-MOST_WORDS)),
    after: hashOfWords(wordsOf(after).slice(0, MOST_WORDS)),
  };
}

const LONGEST_TEXT = 60;
const MOST_WORDS = 5;
/** Characters in which the nearest words are looked for. */
const NEARBY = 300;

/** Where a paragraph, a list item, a heading, a quotation or a row begins: what is beyond may move by itself. */
const BOUNDARY = /\n[ \t]*(?=\r?\n)|\n(?=[ \t]*(?:[-*+>#|]|\d+[.)])[ \t]?)/u;

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function hashOfWords(words: readonly string[]): string {
  return words.length === 0 ? '' : hash(words.join(' '));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
