import type { ProseSpan } from '../text/span.js';

export interface SpellingCandidate {
  /** The right word, in the case and inflection of the written one. */
  readonly text: string;
  /** Weighted edit distance; 0.5 is a typical doubled letter. */
  readonly cost: number;
  readonly conceptId?: string;
  /** What it is, in a few words: "anti-gout medicine". */
  readonly gloss?: string;
  readonly drug: boolean;
}

/** A word, or words, of a block that should be spelled otherwise. */
export interface Misspelling {
  readonly span: ProseSpan;
  readonly firstToken: number;
  readonly endToken: number;
  /**
   * `english`: a word of plain English, which is looked for only where it is asked for. `confused`: a right word that
   * stands for another.
   */
  readonly kind: 'misspelled' | 'never-right' | 'glued' | 'split' | 'english' | 'confused';
  /** Best first; at least one. */
  readonly candidates: readonly SpellingCandidate[];
  /** The first candidate leads clearly and is no drug with a near neighbour. */
  readonly safe: boolean;
}
