import { tokenize } from '../../language/tokenize.js';
import type { CompiledDoseForm } from '../../terminology/compiled.js';

/** The tokens of each abbreviation of a form, and what a token is that one begins with: "qod", the q of "q.o.d." */
export interface Abbreviations {
  readonly writtens: readonly (readonly string[])[];
  readonly openings: ReadonlySet<string>;
}

/** Taken apart once: every token of a text that may hold a dose is compared with them. */
export function abbreviationsOf(form: CompiledDoseForm): Abbreviations {
  let known = knownAbbreviations.get(form);
  if (known === undefined) {
    const writtens = form.written.map((written) => tokenize(written).map((token) => token.text));
    const openings = new Set(writtens.flatMap(([first = '']) => [first, [...first][0] ?? '']));
    knownAbbreviations.set(form, (known = { writtens, openings }));
  }
  return known;
}

const knownAbbreviations = new WeakMap<CompiledDoseForm, Abbreviations>();
