import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import { TypeClauseReader } from './type-clause-reader.js';
import type { Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { findWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { COPULAS, NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { memberOf } from '../divisions/division-members.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';

/**
 * Reads what is offered as one of the types of a classification: "CREST is the fifth type of calcinosis", "as the
 * fifth causal type they add …", "sorted by cause into …", and types that are placed in one another: "the metastatic
 * type includes the dystrophic one", "has two branches: …", "Metastatic (dystrophic) calcinosis".
 */
export function readTypeMembership(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || terminology.classifications.length === 0) return [];
  const reader = new TypeReader(sentence, clause, discourse, terminology);
  reader.readOrdinals();
  reader.readSortedByCause();
  reader.readNamely();
  reader.readDividedTypes();
  reader.readBracketed();
  reader.readIdentical();
  return reader.claims;
}

class TypeReader extends TypeClauseReader {
  /** "X is the fifth type", "one of the five types is X", "as the fifth causal type they add X". */
  readOrdinals(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      if (!TYPE_WORDS.has(this.#norm(at))) continue;
      const opening = this.#openingOf(at);
      if (opening === undefined) continue;
      const { from, byCause } = opening;
      const whole = this.#wholeAfter(at);
      const before = this.#subjectBefore(from);
      const after = before === undefined ? this.#subjectAfter(whole?.end ?? at + 1) : undefined;
      const subject = before ?? after;
      if (subject === undefined) continue;
      const of = whole?.party ?? this.#wholeMeant(subject.element, at);
      const form = byCause ? 'one of the types' : 'a type';
      if (of !== undefined && (byCause || whole !== undefined)) {
        this.#add(subject, of, Math.max(whole?.end ?? 0, at + 1), form);
      }
    }
  }

  /** "Doctors sort calcinosis by cause into circumscripta and universalis." */
  readSortedByCause(): void {
    const by = this.#find(this.clause.start, (at) => this.#norm(at) === 'by' && CAUSE_NOUNS.has(this.#norm(at + 1)));
    if (by < 0) return;
    const lead = this.#find(this.clause.start, (at) => LEADS_TO_LIST.has(this.#norm(at)));
    const whole = this.elements.find(({ mention }) => this.#isWhole(mention?.conceptId));
    if (lead < 0 || whole === undefined) return;
    for (let at = lead + 1; at < this.clause.end; at++) {
      const element = this.elements[at]!;
      const id = element.mention?.conceptId;
      if (id === undefined || notMemberEntry(id, this.classification, true, this.terminology)?.patterns !== true) {
        continue;
      }
      if (!LIST_MARKS.has(this.#norm(at - 1)) && at !== lead + 1) continue;
      this.#add({ element, at }, partyOf(whole.mention!), at + 1, 'sorted by cause', at);
    }
  }

  /** "… that too is a form of calcinosis, namely gout." */
  readNamely(): void {
    for (let at = this.clause.start + 3; at < this.clause.end - 2; at++) {
      if (!this.#isWhole(this.elements[at]!.mention?.conceptId) || this.#norm(at - 1) !== 'of') continue;
      if (!TYPE_WORDS.has(this.#norm(at - 2)) || this.#norm(at + 1) !== ',') continue;
      const named = at + (['namely', 'called'].includes(this.#norm(at + 2)) ? 3 : 2);
      const element = this.elements[named];
      if (named === at + 2 || element?.mention?.conceptId === undefined) continue;
      this.#add({ element, at: named }, partyOf(this.elements[at]!.mention!), named + 1, 'namely');
    }
  }

  /** "The idiopathic type has two branches: …", "splits up into …", "includes the metastatic form": types under a type. */
  readDividedTypes(): void {
    const first = this.#find(this.clause.start, (at) => at > this.clause.start + 4 || this.typeAt(at) !== undefined);
    if (
      first < 0 ||
      first - this.clause.start > 4 ||
      PREPOSITIONS.has(this.#norm(first - 1)) ||
      PREPOSITIONS.has(this.#norm(first - 2))
    ) {
      return;
    }
    const whole = this.typeAt(first)!;
    const verb = this.#find(first + 1, (at) => DIVIDES.has(this.#norm(at)) || this.#takesIn(at));
    if (verb < 0 || verb - first > 4) return;
    const includes = INCLUDES.has(this.#norm(verb)) || this.#takesIn(verb);
    // "has two branches": only so many things that are types.
    const counted = this.elements.slice(verb + 1, verb + 5).some(({ norm }) => BRANCHES.has(norm));
    const into = this.elements.slice(verb + 1, verb + 4).some(({ norm }) => norm === 'into');
    if (!includes && !into && !counted) return;
    for (let at = this.#takesIn(verb) ? verb + 2 : verb + 1; at < this.clause.end; at++) {
      const member = this.typeAt(at);
      if (['in', 'that', 'which', 'with', 'unlike', 'than'].includes(this.#norm(at)) && !into) break;
      if (member === undefined || member.name === whole.name) continue;
      if (includes && !this.#isNamedAsType(at)) continue;
      const before = this.claims.length;
      this.addTypes(member, whole, first, at);
      // Nothing but names and the verb: "The dystrophic type embraces the iatrogenic and the metastatic one."
      const isPlain = this.elements
        .slice(first + 1, at)
        .every(
          ({ norm }, index) =>
            BESIDE_TYPES.has(norm) ||
            this.typeAt(first + 1 + index) !== undefined ||
            TYPE_WORDS.has(norm) ||
            INCLUDES.has(norm),
        );
      const added = this.claims[before];
      if (includes && isPlain && added !== undefined) this.claims[before] = { ...added, isUndoubted: true };
    }
  }

  #takesIn(at: number): boolean {
    return ['takes', 'take', 'took'].includes(this.#norm(at)) && this.#norm(at + 1) === 'in';
  }

  /** "Metastatic (dystrophic) calcinosis": two names for one thing. */
  readBracketed(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      if (this.#norm(at + 1) !== '(') continue;
      const [outer, inner] = [this.typeAt(at), this.typeAt(at + 2)];
      if (outer === undefined || inner === undefined || outer.name === inner.name) continue;
      // The bracket may close inside of a name: "dystrophic) calcinosis" is found as one.
      const follows = this.elements[at + 4];
      const { mentions } = this.sentence.block;
      const isNamed =
        this.#norm(at + 3) === ')' &&
        follows !== undefined &&
        (TYPE_WORDS.has(follows.norm) ||
          mentions.some(({ span }) => span.start <= follows.span.start && follows.span.end <= span.end));
      if (!isNamed) continue;
      this.addTypes(inner, outer, at, at + 3);
    }
  }

  /** "What doctors call metastatic and what they call dystrophic is identical." */
  readIdentical(): void {
    const verb = this.#find(
      this.clause.start,
      (at) => ['is', 'are', 'mean', 'means'].includes(this.#norm(at)) && this.#saysSame(at + 1),
    );
    if (verb < 0) return;
    const types: number[] = [];
    for (let at = this.clause.start; at < verb; at++) {
      if (this.typeAt(at) !== undefined) types.push(at);
      else if (
        !BESIDE_NAMES.has(this.#norm(at)) &&
        !QUOTES.has(this.#norm(at)) &&
        !this.#isWhole(this.elements[at]!.mention?.conceptId)
      ) {
        return;
      }
    }
    if (types.length !== 2) return;
    // "The two are the same" is read among the classes.
    const isPlain = ['is', 'are'].includes(this.#norm(verb)) && this.#norm(verb + 1) !== 'two';
    if (isPlain && types[1] === types[0]! + 2 && types[1] === verb - 1) return;
    const [first, second] = types.map((at) => this.typeAt(at)!);
    if (first!.name !== second!.name) this.addTypes(first!, second!, types[0]!, verb + 1);
  }

  #saysSame(at: number): boolean {
    const words = this.elements.slice(at, at + 9).map(({ norm }) => norm);
    const same = words.findIndex((norm) =>
      ['identical', 'same', 'synonyms', 'synonymous', 'interchangeable'].includes(norm),
    );
    if (same < 0 || words.slice(0, same).some((norm) => !BEFORE_SAME.has(norm))) {
      return false;
    }
    const next = words[same + 1] ?? '.';
    return AFTER_SAME.has(next);
  }

  /** Where "the fifth type", "one of the five types", "a type" begins, and whether it is one of a numbered or causal scheme. */
  #openingOf(type: number): { from: number; byCause: boolean } | undefined {
    let causal = this.#norm(type + 1) === 'by' && CAUSE_NOUNS.has(this.#norm(type + 2));
    for (let at = type - 1; at >= Math.max(this.clause.start, type - 8); at--) {
      const norm = this.#norm(at);
      if (CAUSAL.has(norm)) causal = true;
      if (ORDINALS.has(norm)) {
        return { from: ['the', 'a', 'another'].includes(this.#norm(at - 1)) ? at - 1 : at, byCause: true };
      }
      if (norm === 'one' && this.#norm(at + 1) === 'of') {
        return { from: at, byCause: causal || this.#hasNumber(at, type) };
      }
      // "a common cause of one form": what stands before is another thing.
      if (PREPOSITIONS.has(norm) && this.#norm(at - 1) !== 'one') return undefined;
      if (this.elements[at]!.kind === 'mark' && norm !== '-') return undefined;
      if (['a', 'another'].includes(norm)) return { from: at, byCause: causal };
      // "is the kidney type of calcinosis cutis"
      if (norm === 'the' && type - at <= 3 && this.#norm(type + 1) === 'of' && this.#norm(at - 1) !== 'of') {
        return { from: at, byCause: causal };
      }
    }
    return undefined;
  }

  #hasNumber(from: number, to: number): boolean {
    return this.elements.slice(from + 1, to).some(({ norm }) => NUMBERS[norm] !== undefined || /^[3-9]$/u.test(norm));
  }

  #wholeAfter(type: number): { party: ClaimParty; end: number } | undefined {
    if (this.#norm(type + 1) !== 'of') return undefined;
    for (let at = type + 2; at < Math.min(this.clause.end, type + 5); at++) {
      const { mention, kind, norm } = this.elements[at]!;
      if (this.#isWhole(mention?.conceptId)) return { party: partyOf(mention!), end: at + 1 };
      // "a group of features: calcinosis, …" is no group of what the list begins with.
      if (kind === 'mark' || ENDS_NOUN.has(norm)) return undefined;
    }
    return undefined;
  }

  /** "the fifth type" alone: of what the text is about, for what is known to be offered as one. */
  #wholeMeant(subject: Element, type: number): ClaimParty | undefined {
    if (this.#norm(type + 1) === 'of') return undefined;
    if (notMemberEntry(subject.mention!.conceptId!, this.classification, true, this.terminology) === undefined) {
      return undefined;
    }
    const own = this.elements.find(({ mention }) => this.#isWhole(mention?.conceptId));
    if (own !== undefined) return partyOf(own.mention!);
    const { block } = this.sentence;
    const isFifth = this.elements.some(({ norm }, at) => at < type && at >= type - 3 && BEYOND_FOUR.has(norm));
    if (!isFifth && !this.#speaksOfIt(block.index) && !this.#speaksOfIt(block.index - 1)) return undefined;
    const id = this.classification.of[0]!;
    return { conceptId: id, text: this.#norm(type), block: block.index, span: this.elements[type]!.span };
  }

  /** "Gestational diabetes is the third type" counts the types of something else, unless the text is about calcinosis. */
  #speaksOfIt(block: number): boolean {
    return (this.discourse.sentences[block] ?? []).some(({ elements }) =>
      elements.some(
        (element) =>
          this.classification.of.some((id) => this.terminology.isA(element.mention?.conceptId ?? '', id)) ||
          memberOf(element, this.classification, this.terminology)?.is === 'member',
      ),
    );
  }

  /** The subject of a copula right before the phrase. */
  #subjectBefore(from: number): { element: Element; at: number } | undefined {
    let copula = -1;
    for (let at = Math.max(this.clause.start, from - 4); at < from && copula < 0; at++) {
      const found = findWords(this.elements, at, from, TYPE_COPULAS);
      if (found?.start === at && this.elements.slice(found.end, from).every(({ norm }) => BESIDE_COPULA.has(norm))) {
        copula = at;
      }
    }
    const apposition = this.#norm(from - 1) === ',' ? from - 1 : -1;
    const end = copula >= 0 ? copula : apposition;
    for (let at = end - 1; at >= Math.max(this.clause.start, end - 6); at--) {
      const element = this.elements[at]!;
      if (element.mention?.conceptId === undefined) continue;
      const before = this.#norm(at - 1);
      if (PREPOSITIONS.has(before) || (['the', 'a'].includes(before) && PREPOSITIONS.has(this.#norm(at - 2)))) {
        return undefined;
      }
      return { element, at };
    }
    return undefined;
  }

  /** "The fifth type is X", "as the fifth causal type they add X". */
  #subjectAfter(from: number): { element: Element; at: number } | undefined {
    const verb = this.#find(from, (at) => NAMES_TYPE.has(this.#norm(at)));
    if (verb < 0 || verb - from > 4) return undefined;
    for (let at = verb + 1; at < Math.min(this.clause.end, verb + 4); at++) {
      const element = this.elements[at]!;
      if (element.mention?.conceptId !== undefined) return { element, at };
      if (!['the', 'a', 'called', 'so', ':'].includes(element.norm)) return undefined;
    }
    return undefined;
  }

  #add(
    { element, at }: { element: Element; at: number },
    object: ClaimParty,
    end: number,
    form: string,
    first = Math.min(
      at,
      this.elements.findIndex(({ span }) => span.start === object.span.start),
    ),
  ): void {
    const subject = partyOf(element.mention!);
    if (subject.conceptId === object.conceptId) return;
    const from = Math.max(this.clause.start, first < 0 ? at : first);
    this.push(subject, object, {
      from,
      end: Math.max(end, at + 1),
      form,
      value: form === 'namely' || form === 'a type' ? undefined : 'type-by-cause',
    });
  }

  /** In "includes the metastatic form" the type is named as a type. */
  #isNamedAsType(at: number): boolean {
    return ['the', 'a', 'also', ',', 'and'].includes(this.#norm(at - 1)) || INCLUDES.has(this.#norm(at - 1));
  }

  #isWhole(id: string | undefined): boolean {
    return id !== undefined && this.classification.of.includes(id) && this.terminology.concept(id)!.kind === 'disease';
  }

  #find(from: number, is: (at: number) => boolean): number {
    for (let at = from; at < this.clause.end; at++) if (is(at)) return at;
    return -1;
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

const QUOTES = new Set(['"', '“', '”', '*', '‘', '’']);
const BEFORE_SAME = new Set(
  'the one and exactly just really in fact quite simply two names words terms labels for of different'.split(' '),
);
const AFTER_SAME = new Set(
  '. ; , thing disease condition disorder type calcinosis process : – and kind form'.split(' '),
);

const TYPE_COPULAS = [
  ...COPULAS,
  ...['forms', 'form', 'constitutes', 'make up', 'is held to be', 'as'].map((phrase) => phrase.split(' ')),
];
const BESIDE_COPULA = new Set(
  'also now the a as still often usually really simply in fact therefore thus today one'.split(' '),
);
const ORDINALS = new Set('first second third fourth fifth sixth seventh last 4th 5th 6th'.split(' '));
const BEYOND_FOUR = new Set('fifth sixth 5th 6th'.split(' '));
const CAUSAL = new Set([
  'causal',
  'cause-based',
  'causes-based',
  'cause',
  'causative',
  'aetiological',
  'etiological',
  'etiologic',
  'aetiologic',
]);
const CAUSE_NOUNS = new Set(['cause', 'causes', 'origin', 'aetiology', 'etiology']);
const NAMES_TYPE = new Set('is are add adds named called include includes list lists count counts : comes'.split(' '));
const LEADS_TO_LIST = new Set(['into', ':', 'are', 'as', 'between']);
const LIST_MARKS = new Set([',', 'and', 'or', ':', 'into', 'are', 'as', 'between', '(']);
const DIVIDES = new Set(
  'has have splits split divides divided falls fall breaks broken subdivided sorted comes includes include comprises comprise contains contain covers cover embraces embrace encompasses encompass subsumes subsume absorbs absorb swallows houses'.split(
    ' ',
  ),
);
const BESIDE_TYPES = new Set('the a an and , also both one calcinosis'.split(' '));
const INCLUDES = new Set(
  'includes include comprises comprise contains contain covers cover embraces embrace encompasses encompass subsumes subsume absorbs absorb swallows houses'.split(
    ' ',
  ),
);
const BRANCHES = new Set(
  'branches types subtypes forms kinds varieties variants subgroups subclasses subsets subdivisions divisions'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('of in for with to from by on at about like than unlike against without under'.split(' '));
const BESIDE_NAMES = new Set(
  'what which and the they doctors call called calls is are both we people some names terms words one so the type form kind that who you'.split(
    ' ',
  ),
);
const ENDS_NOUN = new Set(['in', 'with', 'of', 'from', 'for', 'that', 'which', 'and']);
