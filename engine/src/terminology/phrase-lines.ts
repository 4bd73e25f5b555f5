import type { CompiledPhrase, PhraseForm, PhraseTarget } from './compiled.js';
import type { Locale } from './source-format.js';

export interface PhraseEntry {
  readonly norms: readonly string[];
  readonly targets: readonly PhraseTarget[];
}

/**
 * Phrases as text, a line each: the key, then a tab before each target. A text has the first words of few phrases, and
 * the others stay as they are.
 */
export function linesOfPhrases(phrases: readonly CompiledPhrase[]): string {
  return phrases.map(({ key, targets }) => [key, ...targets.map(wordsOfTarget)].join('\t')).join('\n');
}

export function phrasesOfLines(lines: string): CompiledPhrase[] {
  if (lines === '') return [];
  return lines.split('\n').map((line) => {
    const [key, ...targets] = line.split('\t');
    return { key: key!, targets: targets.map(targetOfWords) };
  });
}

function wordsOfTarget(target: PhraseTarget): string {
  switch (target.is) {
    case 'variant': {
      const words = [target.is, target.concept, target.variant, target.form];
      return (target.locale === undefined ? words : [...words, target.locale]).join(' ');
    }
    case 'wording':
      return `${target.is} ${target.wording}`;
    case 'confusion':
      return `${target.is} ${target.confusion} ${target.written}`;
    case 'eponym':
      return `${target.is} ${target.eponym} ${target.noun}`;
  }
}

function targetOfWords(words: string): PhraseTarget {
  const [is, first, second, form, locale] = words.split(' ');
  const [index, part] = [Number(first), Number(second)];
  switch (is as PhraseTarget['is']) {
    case 'variant': {
      const target = { is: 'variant', concept: index, variant: part, form: form as PhraseForm } as const;
      return locale === undefined ? target : { ...target, locale: locale as Locale };
    }
    case 'wording':
      return { is: 'wording', wording: index };
    case 'confusion':
      return { is: 'confusion', confusion: index, written: part };
    case 'eponym':
      return { is: 'eponym', eponym: index, noun: part };
  }
}

/** Phrases by their first token. */
export class PhraseIndex {
  /** Lines until they are asked for. */
  readonly #byFirst = new Map<string, string | readonly PhraseEntry[]>();

  /** @param lines of `linesOfPhrases` */
  constructor(lines: string) {
    let start = 0;
    while (start < lines.length) {
      const first = lines.slice(start, endOfFirstToken(lines, start));
      let end = endOfLine(lines, start);
      // In the order of their keys, those with one first token stand together.
      while (beginsWith(first, lines, end + 1)) end = endOfLine(lines, end + 1);
      const group = lines.slice(start, end);
      const earlier = this.#byFirst.get(first);
      this.#byFirst.set(first, typeof earlier === 'string' ? `${earlier}\n${group}` : group);
      start = end + 1;
    }
  }

  /** Those that begin with a norm, longest first. */
  get(norm: string): readonly PhraseEntry[] | undefined {
    const known = this.#byFirst.get(norm);
    if (typeof known !== 'string') return known;
    const entries = phrasesOfLines(known).map(({ key, targets }) => ({ norms: key.split(' '), targets }));
    entries.sort((a, b) => b.norms.length - a.norms.length);
    this.#byFirst.set(norm, entries);
    return entries;
  }
}

function endOfLine(lines: string, from: number): number {
  const end = lines.indexOf('\n', from);
  return end < 0 ? lines.length : end;
}

function endOfFirstToken(lines: string, from: number): number {
  let at = from;
  while (at < lines.length && !endsToken(lines[at]!)) at++;
  return at;
}

function beginsWith(first: string, lines: string, at: number): boolean {
  return lines.startsWith(first, at) && endsToken(lines[at + first.length] ?? '\n');
}

function endsToken(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
