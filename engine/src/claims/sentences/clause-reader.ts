import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import type { Clause } from './clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from './elements.js';
import { tokenPlacesOf } from './token-places.js';

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

  /** Index of the element that covers a token, or -1. */
  protected elementAt(token: number): number {
    return tokenPlacesOf(this.elements).covering(token);
  }

  /** Index of the first element from one on that begins at a token or behind it, or -1. */
  protected elementFrom(token: number, from = 0): number {
    const first = tokenPlacesOf(this.elements).beginning(token);
    if (first < 0 || first >= from) return first;
    for (let at = from; at < this.elements.length; at++) if (this.elements[at]!.firstToken >= token) return at;
    return -1;
  }
}
