import type { Mention } from '../mentions/mention.js';
import type { Terminology } from '../terminology/terminology.js';
import type { ClaimParty } from './claim.js';
import {
  CLASS_KINDS,
  CLOSES_APPOSITION,
  GIVES_OPINION,
  KIND_OF,
  LEADS_ON,
  QUALIFIES,
  STOPS_NOUN_PHRASE,
  SUBJECT_KINDS,
} from './class-words.js';
import type { Clause } from './clauses.js';
import { partyOf } from './discourse.js';
import type { Element } from './elements.js';
import { AFTER_HEAD } from './lexicon.js';

/** A class and the index of its element. */
export interface PlacedClass {
  readonly party: ClaimParty;
  readonly at: number;
}

/** What in a clause names a class, what may belong to one, and where a phrase that names a class ends. */
export class ClassPhrases {
  readonly #elements: readonly Element[];
  readonly #clause: Clause;
  readonly #terminology: Terminology;

  constructor(elements: readonly Element[], clause: Clause, terminology: Terminology) {
    this.#elements = elements;
    this.#clause = clause;
    this.#terminology = terminology;
  }

  /** Past an adverb before an article: "pharmacologically a", "by class an", "in fact the"; `at` where there is none. */
  pastAdverb(at: number): number {
    const norm = this.#elements[at]?.norm ?? '';
    if (/ly$/u.test(norm) || ['itself', 'actually', 'also', 'yet', 'again'].includes(norm)) return at + 1;
    return ['by', 'in'].includes(norm) && BY_CLASS.has(this.#elements[at + 1]?.norm ?? '') ? at + 2 : at;
  }

  /** The class that is the head of the phrase beginning at `from`. */
  classAfter(from: number): PlacedClass | undefined {
    for (let at = from; at < this.#clause.end && at < from + 8; at++) {
      const element = this.#elements[at]!;
      if (this.isClass(element)) return this.endsPhrase(at) ? { party: partyOf(element.mention!), at } : undefined;
      if (element.kind === 'mention') {
        // "a thyroid medicine": another term inside the phrase makes it another phrase.
        return undefined;
      }
      if (element.kind === 'mark' && element.norm !== '"' && element.norm !== '“') return undefined;
      if (STOPS_NOUN_PHRASE.has(element.norm) && !this.#leadsOn(at, from)) return undefined;
    }
    return undefined;
  }

  /** "a type of", "belongs to", "known as": what follows is the class; after "a sign of" it is not. */
  #leadsOn(at: number, from: number): boolean {
    const norm = this.#elements[at]!.norm;
    if (!KIND_OF.has(norm)) return false;
    // "the most famous of bisphosphonates", "the oldest of the statins"
    const isSuperlative = this.#elements[at - 2]?.norm === 'most' || /est$/u.test(this.#elements[at - 1]?.norm ?? '');
    if (norm === 'of' && isSuperlative) return true;
    return at === from || LEADS_ON.has(this.#elements[at - 1]!.norm);
  }

  /** Whether the class is the last word of its phrase, so that the phrase is about it. */
  endsPhrase(at: number): boolean {
    const next = this.#elements[at + 1];
    if (next === undefined || at + 1 >= this.#clause.end) return true;
    // "steroid-sparing": behind a hyphen the word goes on.
    if (next.firstToken !== this.#elements[at]!.endToken) return false;
    if (next.kind === 'mark') return next.norm !== '/' && next.norm !== '-';
    if (next.kind !== 'word') return false;
    if (/ly$/u.test(next.norm)) return PARTICIPLE.test(this.#elements[at + 2]?.norm ?? '');
    return AFTER_HEAD.has(next.norm) || /ed$|ing$/u.test(next.norm);
  }

  /** Whether an apposition that a mark opens ends behind its class. */
  closesApposition(object: number, mark: string): boolean {
    let at = object + 1;
    if (['drug', 'medicine', 'medication', 'too', 'as', 'well', 'itself'].includes(this.#elements[at]?.norm ?? '')) {
      at++;
    }
    const next = this.#elements[at]?.norm;
    if (next === undefined) return true;
    if (mark === '(') return next === ')' || next === ',' || next === ';' || this.#closesBracket(at);
    if (CLOSES_APPOSITION.has(next)) return true;
    // "Minocycline, the antibiotic my doctor likes best,": a relative clause without its pronoun.
    if (GIVES_OPINION.has(next)) return true;
    // "Colchicine, an NSAID originally obtained from the autumn crocus,", "tacrolimus, an antibiotic found in soil,".
    const participle = /ly$/u.test(next) ? (this.#elements[at + 1]?.norm ?? '') : next;
    if (PARTICIPLE.test(participle) && !this.#goesOnAsList(at)) return true;
    // "an infection of the skin, is": what qualifies the class, but in a list it is the next item.
    return QUALIFIES.has(next) && !this.#goesOnAsList(at);
  }

  /** "rituximab (a JAK inhibitor given into a vein)": nothing but what qualifies the class up to the bracket. */
  #closesBracket(from: number): boolean {
    if (!PARTICIPLE.test(this.#elements[from]?.norm ?? '')) return false;
    const close = this.#elements.findIndex((element, index) => index >= from && element.norm === ')');
    return close > 0 && close - from <= 8 && !this.#elements.slice(from, close).some(({ kind }) => kind === 'mark');
  }

  /**
   * The elements between two indexes without what commas, dashes and brackets enclose.
   */
  withoutInsertions(from: number, to: number): Element[] {
    const kept: Element[] = [];
    for (let at = from; at < to; at++) {
      const closing = CLOSING[this.#elements[at]!.norm];
      const close =
        closing === undefined
          ? -1
          : this.#elements.findIndex((element, index) => index > at && element.norm === closing);
      if (close > 0 && close < to) at = close;
      else kept.push(this.#elements[at]!);
    }
    return kept;
  }

  /** "warfarin, an antibiotic for her chest, and colchicine": three things that somebody takes. */
  #goesOnAsList(from: number): boolean {
    const comma = this.#elements.findIndex((element, index) => index > from && element.norm === ',');
    return comma > 0 && ['and', 'or'].includes(this.#elements[comma + 1]?.norm ?? '');
  }

  isClass(element: Element | undefined): boolean {
    const concept = this.#conceptOf(element?.mention);
    return concept !== undefined && CLASS_KINDS.has(concept.kind);
  }

  /** It is one of the types that a classification tells apart. */
  isMember(element: Element | undefined): boolean {
    const id = element?.mention?.conceptId;
    return id !== undefined && this.#terminology.memberOf(id) !== undefined;
  }

  isDrugClass(element: Element): boolean {
    return this.#conceptOf(element.mention)?.kind === 'drug-class';
  }

  isSubject(element: Element | undefined): boolean {
    const concept = this.#conceptOf(element?.mention);
    return concept !== undefined && SUBJECT_KINDS.has(concept.kind);
  }

  #conceptOf(mention: Mention | undefined): { readonly kind: string } | undefined {
    return mention?.conceptId === undefined ? undefined : this.#terminology.concept(mention.conceptId);
  }
}

const BY_CLASS = new Set('class nature trade origin definition effect action fact truth'.split(' '));
const CLOSING: Readonly<Record<string, string>> = { ',': ',', '(': ')', '–': '–', '—': '—' };
const PARTICIPLE = /(?:ed|en|known|made|sold|found|got|put|bought|built|drawn|won)$/u;
