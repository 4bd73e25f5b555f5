import type { PhraseForm } from '../terminology/compiled.js';
import type { Locale } from '../terminology/source-format.js';
import type { ProseSpan } from '../text/span.js';

/**
 * A place where the text names a concept. Mentions are in reading order and never overlap: the longest match
 * wins. An ambiguous form (DM) is one mention whose `readings` are several.
 */
export interface Mention {
  readonly block: number;
  /** Index of the sentence in its block. */
  readonly sentence: number;
  readonly span: ProseSpan;
  readonly firstToken: number;
  readonly endToken: number;
  /** The reading, where there is one or the document decides it; undefined where it stays open. */
  readonly conceptId: string | undefined;
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly conceptId: string;
  /** Index into the concept's variants. */
  readonly variant: number;
  readonly form: PhraseForm;
  readonly locale?: Locale;
}

/** A place where a phrase of `terminology/wording`, a confusion or an eponym stands. These may overlap mentions. */
export interface PhraseMatch {
  readonly block: number;
  readonly sentence: number;
  readonly span: ProseSpan;
  readonly firstToken: number;
  readonly endToken: number;
  /** Index into the terminology's wordings, confusions or eponyms. */
  readonly index: number;
  /** confusion: which of `written`; eponym: which noun. */
  readonly part?: number;
}
