import { createLineIndex } from '../text/line-index.js';
import type { ConfigurationProblem } from './validate.js';

/** The words of a project lie in this file of any folder, and hold for that folder and below. */
export const WORDS_FILE = '.kossa/words.txt';

export interface ReadWords {
  readonly words: readonly string[];
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * One word or phrase a line; `#` begins a comment. What is no word is a problem and is left out; the rest holds.
 * Never throws.
 */
export function readWordsFile(file: string, text: string): ReadWords {
  const lines = createLineIndex(text);
  const words: string[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const { entry, offset } of entriesOf(text)) {
    const message = faultOf(entry);
    if (message === undefined) words.push(entry);
    else problems.push({ file, ...lines.placeAt(offset), message });
  }
  return { words, problems };
}

/**
 * Where a word belongs in the file, so that a sorted file stays sorted: an insertion at a UTF-16 offset. Undefined
 * where the word stands there already.
 */
export function insertWord(text: string, word: string): { readonly offset: number; readonly text: string } | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const entries = [...entriesOf(text)];
  if (entries.some(({ entry }) => entry.toLowerCase() === word.toLowerCase())) return undefined;
  const after = entries.find(({ entry }) => comesBefore(word, entry));
  if (after !== undefined) return { offset: after.offset, text: `${word}${newline}` };
  const broken = text !== '' && !text.endsWith('\n');
  return { offset: text.length, text: `${broken ? newline : ''}${word}${newline}` };
}

/** What a new file begins with. */
export const NEW_WORDS_FILE = '# Words that are right in this project, for Kossa. One a line, sorted.\n';

/** Longer ones are a sentence, or a file of another kind. */
const LONGEST_ENTRY = 60;

function faultOf(entry: string): string | undefined {
  // A replacement character comes from bytes that are no UTF-8.
  if (/[\p{Cc}\uFFFD]/u.test(entry)) return 'this is no text in UTF-8: save the file as UTF-8 text';
  if (entry.length > LONGEST_ENTRY) return `more than ${LONGEST_ENTRY} characters: write one word or phrase a line`;
  if (/[,;]/u.test(entry)) return 'write one word or phrase a line, without commas';
  return /\p{L}/u.test(entry) ? undefined : 'there is no letter in this word: write a word, or # before a comment';
}

/** Words without their comments, with the offsets of their lines' first letters. */
function* entriesOf(text: string): Generator<{ readonly entry: string; readonly offset: number }> {
  const line = /[^\r\n]+/gu;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    const bare = match[0].replace(/^\uFEFF/u, '').replace(/(?:^|\s)#.*$/u, '');
    const entry = bare.trim();
    if (entry !== '') yield { entry, offset: match.index + match[0].indexOf(entry) };
  }
}

/** By letters without case, the same on every machine. */
function comesBefore(a: string, b: string): boolean {
  return a.toLowerCase() < b.toLowerCase();
}
