import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { ClaimParty } from '../claim.js';
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
import type { Clause } from '../sentences/clauses.js';
import { partyOf } from '../subjects/discourse.js';
import type { Element } from '../sentences/elements.js';
import { AFTER_HEAD } from '../sentences/lexicon.js';

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

  /** "an antacid, a supplement for the bones, and a diuretic": the classes of medicines joined to the one at an index. */
  classesJoinedTo(at: number): readonly PlacedClass[] {
    const found: PlacedClass[] = [];
    let next = this.#pastPurpose(at + 1);
    while (JOINS.has(this.#elements[next]?.norm ?? '')) {
      const isBoth = this.#elements[next]!.norm === ',' && JOINS.has(this.#elements[next + 1]?.norm ?? '');
      const from = isBoth ? next + 2 : next + 1;
      if (!['a', 'an'].includes(this.#elements[from]?.norm ?? '')) break;
      const joined = this.classAfter(from);
      const last = joined?.at ?? from + 1;
      const behind = this.#pastPurpose(last + 1);
      // "…, and a statin may raise it": what is joined is the subject of its own statement.
      if (!CLOSES_LIST.has(this.#elements[behind]?.norm ?? '')) break;
      if (joined !== undefined && this.isDrugClass(this.#elements[joined.at]!)) found.push(joined);
      next = behind;
    }
    return found;
  }

  /** Past "for the stomach"; `at` where no purpose stands there. */
  #pastPurpose(at: number): number {
    if (this.#elements[at]?.norm !== 'for') return at;
    const noun = ['the', 'your', 'a'].includes(this.#elements[at + 1]?.norm ?? '') ? at + 2 : at + 1;
    const isNoun = this.#elements[noun] !== undefined && this.#elements[noun]!.kind !== 'mark';
    return isNoun && JOINS.has(this.#elements[noun + 1]?.norm ?? '') ? noun + 1 : at;
  }

  /**
   * "antacid, phosphate binder, and anticoagulant": classes of medicines, each in the singular, that make up everything
   * from an index to the end of the clause or of a bracket; fewer than two are no list.
   */
  bareClassesFrom(from: number): readonly PlacedClass[] {
    const found: PlacedClass[] = [];
    for (let at = from; at < this.#clause.end; at++) {
      const element = this.#elements[at]!;
      if (['.', ';', ')', '!'].includes(element.norm)) break;
      if (this.isClass(element) && this.isDrugClass(element) && !/s$/u.test(element.norm)) {
        found.push({ party: partyOf(element.mention!), at });
      } else if (!BESIDE_LISTED.has(element.norm)) return [];
    }
    return found.length > 1 ? found : [];
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
    if (next.norm === 'just') return ['like', 'as'].includes(this.#elements[at + 2]?.norm ?? '');
    if (/ly$/u.test(next.norm)) {
      const behind = this.#elements[at + 2];
      // "it's an antibiotic apparently"
      return behind === undefined || behind.kind === 'mark' || PARTICIPLE.test(behind.norm);
    }
    // "Since it's a steroid I'm worried"
    if (CONTRACTED.test(next.norm) || IRREGULAR.has(next.norm)) return true;
    return AFTER_HEAD.has(next.norm) || /ed$|ing$/u.test(next.norm) || this.#isQualifiedBehind(at + 1);
  }

  /** "best known from the gout clinic", "popular in the eighties", "more often given": it is said of the word before. */
  #isQualifiedBehind(from: number): boolean {
    let at = from;
    while (DEGREES.has(this.#elements[at]?.norm ?? '') && at < from + 3) at++;
    const { norm, kind } = this.#elements[at] ?? { norm: '', kind: 'mark' };
    if (at > from && (norm === 'like' || PARTICIPLE.test(norm))) return true;
    return kind === 'word' && BEHIND_NOUN.has(norm);
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
    if (this.#isQualifiedBehind(at) && !this.#goesOnAsList(at)) return true;
    // "an infection of the skin, is": what qualifies the class, but in a list it is the next item.
    return QUALIFIES.has(next) && !this.#goesOnAsList(at);
  }

  /** "rituximab (a JAK inhibitor given into a vein)": nothing but what qualifies the class up to the bracket. */
  #closesBracket(from: number): boolean {
    const { norm } = this.#elements[from] ?? { norm: '' };
    // "iloprost (a PDE5 inhibitor like sildenafil)"
    const isLike = QUALIFIES.has(norm) || norm === 'just' || this.#isQualifiedBehind(from);
    if (!PARTICIPLE.test(norm) && !isLike) return false;
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

  /** "warfarin, a bisphosphonate, diltiazem and colchicine": an item of a list of medicines. */
  isAmongOthers(object: number): boolean {
    if (this.#elements[object + 1]?.norm !== ',') return false;
    const article =
      ['a', 'an', 'the'].includes(this.#elements[object + 2]?.norm ?? '') ||
      OURS.has(this.#elements[object + 2]?.norm ?? '');
    const next = this.#elements[article ? object + 3 : object + 2];
    return this.isSubject(next) || this.isClass(next);
  }

  /** Whether a thing and the class behind its comma are two of several that are listed. */
  isListItem(subject: number, object: number): boolean {
    // "warfarin, an anticoagulant, and diltiazem": an apposition closes with a mark; a list goes on with "and".
    if (this.#elements[object + 1]?.norm === 'and') return true;
    // "Warfarin, a statin, and a vitamin were on her list."
    const after = [2, 3].map((step) => this.#elements[object + step]?.norm ?? '');
    if (['and', 'or'].includes(after[0]!) && ['a', 'an'].includes(after[1]!)) return true;
    // "a steroid, a statin, or colchicine": things that are named in one way are of one list.
    const named = [subject - 1, subject + 2].every((at) => ['a', 'an'].includes(this.#elements[at]?.norm ?? ''));
    if (named && this.#goesOnAsList(object)) return true;
    // "prednisone, an antacid, a statin"
    const isOther = this.#elements[subject - 1]?.kind === 'word' && this.#elements[subject - 2]?.norm === ',';
    if (isOther && this.isDrugClass(this.#elements[subject]!)) return true;
    const isOurs = OURS.has(this.#elements[subject + 2]?.norm ?? '');
    if (isOurs && ['and', 'or'].includes(this.#elements[object + 2]?.norm ?? '')) return true;
    // "Colchicine, an NSAID, or a steroid"
    if (this.#elements[object + 2]?.norm === 'or' && !this.isSubject(this.#elements[object + 3])) return true;
    // "…, and mycophenolate, a calcium channel blocker, are combined": with an article and a closing comma it is none.
    const isDetermined = ['a', 'an', 'another'].includes(this.#elements[subject + 2]?.norm ?? '');
    const isClosed =
      this.#elements[object + 1]?.norm === ',' && !['and', 'or'].includes(this.#elements[object + 2]?.norm ?? '');
    const before = this.#elements[subject - 1]?.norm ?? '';
    if (before === 'and' && isDetermined && isClosed) return false;
    // "naproxen and etanercept, a monoclonal antibody that …": it is said of the last one.
    const behind = this.#elements[object + 1]?.norm ?? '.';
    if (before === 'and' && isDetermined && ENDS_APPOSITION.has(behind)) return false;
    return before === ',' || before === 'and';
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

const JOINS = new Set([',', 'and', 'or']);
const BESIDE_LISTED = new Set(', and & + a an also as well both plus'.split(' '));
/** Adjectives that stand behind their noun when more follows. */
const BEHIND_NOUN = new Set(
  'popular familiar available common typical similar related suitable useful dear able derived new old cheap safe fit ready worth due unlike akin close'.split(
    ' ',
  ),
);
const IRREGULAR = new Set(
  'spread caught known made sold found got put bought built drawn won taken given kept meant sent held brought born worn written chosen shown seen grown begun'.split(
    ' ',
  ),
);
const CONTRACTED = /^(?:i|you|he|she|it|we|they|there|that)['’]/u;
const DEGREES = new Set(
  'best better long well more most less least first rarely seldom often widely now still once much very quite so already also just mostly mainly chiefly usually normally only nearly always never sometimes otherwise'.split(
    ' ',
  ),
);
const CLOSES_LIST = new Set(['', '.', ',', ';', ')', 'and', 'or', '!', 'in', 'at']);
const BY_CLASS = new Set('class nature trade origin definition effect action fact truth'.split(' '));
const ENDS_APPOSITION = new Set('. ; that which who whose against for given taken because'.split(' '));
const OURS = new Set('my our your his her their'.split(' '));
const CLOSING: Readonly<Record<string, string>> = { ',': ',', '(': ')', '–': '–', '—': '—' };
const PARTICIPLE =
  /(?:ed|en|known|made|sold|found|got|put|bought|built|drawn|won|sold|taken|given|kept|meant|sent|held|brought|bred|spun|spread|caught|cut|worn|born)$/u;
