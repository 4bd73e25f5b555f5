import type { AnalyzedBlock } from '../../document.js';
import { pluralTerms } from '../../language/inflect.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { Place } from '../rule.js';

/** Words of a block by token index, the end one left out. */
export interface Words {
  readonly firstToken: number;
  readonly endToken: number;
}

/** Words of a block as a message quotes them: on one line. */
export function quotable(block: AnalyzedBlock, span: ProseSpan): string {
  return onOneLine(block.text.slice(span.start, span.end));
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** The words without the possessive ending of the last one. */
export function bareSpan(block: AnalyzedBlock, words: Words): ProseSpan {
  const last = block.tokens[words.endToken - 1]!;
  return proseSpan(block.tokens[words.firstToken]!.span.start, last.span.end - last.possessive.length);
}

/**
 * A term in the case of the words that it takes the place of.
 * @param entry the words as the terminology writes them: capitals that they have there belong to them
 */
export function inCaseOf(block: AnalyzedBlock, words: Words, entry: string, term: string): string {
  const span = bareSpan(block, words);
  const written = block.text.slice(span.start, span.end);
  const letters = written.replace(/\P{L}/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase() && entry !== entry.toUpperCase()) {
    return term.toUpperCase();
  }
  if (!/^\p{Lu}/u.test(written)) return term;
  if (isTitleCase(written)) return titleCase(term);
  if (/^\p{Lu}/u.test(entry) && !beginsSentence(block, words.firstToken)) return term;
  return capitalized(term);
}

export function capitalized(term: string): string {
  return term.charAt(0).toUpperCase() + term.slice(1);
}

/** True for the first word of a sentence, opening marks aside. */
export function beginsSentence(block: AnalyzedBlock, token: number): boolean {
  return block.sentences.some((sentence) => {
    let first = sentence.firstToken;
    while (first < sentence.endToken && block.tokens[first]!.kind === 'punctuation') first++;
    return first === token;
  });
}

/** Every word that titles capitalise is, and there are several. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /^\p{L}/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()));
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** True where the whole block is set in title case, or all of it in capitals. */
export function isSetInTitleCase(block: AnalyzedBlock): boolean {
  const words = block.text
    .split(/\s+/u)
    .filter((word) => /^\p{L}{4,}/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()));
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

function titleCase(term: string): string {
  return term
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capitalized(word)))
    .join(' ');
}

const SMALL_WORDS = new Set('a an and as at but by for from in into nor of on or the to up with'.split(' '));

/**
 * Edits that put a term in the place of words, possessive ending kept, and mend the article before it: "an X"
 * may have to become "a Y".
 */
export function replacing(
  block: AnalyzedBlock,
  words: Words,
  term: string,
): readonly { readonly at: Place; readonly text: string }[] {
  const edits: { at: Place; text: string }[] = [
    { at: { block: block.index, span: bareSpan(block, words) }, text: term },
  ];
  const article = block.tokens[words.firstToken - 1];
  if (
    article !== undefined &&
    (article.norm === 'a' || article.norm === 'an') &&
    article.kind === 'word' &&
    !block.tokens[words.firstToken]!.glued
  ) {
    const right = startsWithVowelSound(term) ? 'an' : 'a';
    if (article.norm !== right) {
      edits.unshift({
        at: { block: block.index, span: article.span },
        text: /^\p{Lu}/u.test(article.text) ? capitalized(right) : right,
      });
    }
  }
  return edits;
}

function startsWithVowelSound(term: string): boolean {
  const word = /^[\p{L}\p{N}]+/u.exec(term)?.[0] ?? '';
  // Abbreviations are read letter by letter: an MRI, a CT.
  if (/^\p{Lu}{2,}/u.test(word)) return /^[AEFHILMNORSX]/u.test(word);
  return /^(?:[aeiou]|hour|honest|heir)/iu.test(word) && !/^(?:uni(?!n)|use|usu|eu|one(?!r)|ur[aei]|uti)/iu.test(word);
}

/** The usual plural of a term; the term itself where it has none. */
export function pluralOf(term: string): string {
  return pluralTerms(term)[0] ?? term;
}
