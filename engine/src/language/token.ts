import type { ProseSpan } from '../text/span.js';

/** Stands in prose for inline code, HTML and other spans that are not prose. */
export const PLACEHOLDER = '\uFFFC';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'placeholder';

/**
 * A word, a number, one punctuation mark or a placeholder. Hyphens are punctuation, so `milk-alkali` is three
 * tokens, each `glued` to the one before. A possessive ending belongs to its word: `Paget's` is one token.
 */
export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /**
   * What phrases are compared by: lower case, diacritics folded, apostrophes straight, the possessive ending
   * removed ("paget").
   */
  readonly norm: string;
  readonly span: ProseSpan;
  /** No white space between this token and the one before it. */
  readonly glued: boolean;
  /** The possessive ending as written: `'s`, `’s`, `'` after s, or empty. */
  readonly possessive: string;
}

/** Sentences partition the tokens of a block; a list item, cell or heading is at least one sentence. */
export interface Sentence {
  readonly span: ProseSpan;
  /** Index of the first token in the block's tokens. */
  readonly firstToken: number;
  /** Index after the last token. */
  readonly endToken: number;
}
