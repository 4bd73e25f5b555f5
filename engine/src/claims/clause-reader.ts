import type { Terminology } from '../terminology/terminology.js';
import type { Claim } from './claim.js';
import type { Clause } from './clauses.js';
import type { Discourse } from './discourse.js';
import type { Element, SentenceElements } from './elements.js';

/** What every reader of the claims of one clause has at hand. */
export abstract class ClauseReader {
  readonly claims: Claim[] = [];
  protected readonly sentence: SentenceElements;
  /** All of the sentence; `clause` says by indexes which of them are to be read. */
  protected readonly elements: readonly Element[];
  protected readonly clause: Clause;
  protected readonly discourse: Discourse;
  protected readonly terminology: Terminology;

  constructor(sentence: SentenceElements, clause: Clause, discourse: Discourse, terminology: Terminology) {
    this.sentence = sentence;
    this.elements = sentence.elements;
    this.clause = clause;
    this.discourse = discourse;
    this.terminology = terminology;
  }
}
