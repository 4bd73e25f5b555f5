import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import {
  CAUSE_OF_TOPIC,
  EFFECTS,
  BEFORE_NOUN,
  OPENS_CONDITION,
  CARRIED,
  COMES_OF,
  PARTS,
  LEAKS,
  FEELS,
  HAS,
  LEADS_BACK,
  OF_PEOPLE,
  STRONG,
  OTHERS,
  APART,
  BRINGS,
  IMPERATIVES,
  LINE_LABELS,
  FEEDS,
  JOINS,
  LINKS,
} from './cause-in-clause-words.js';
import { CAUSE_KINDS, HEDGES, ORDER } from './cause-words.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { definesType, excludesCauses, isListedCause } from '../contradictions/causes-of-types.js';
import { levelFactsOf } from '../contradictions/contradiction.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { clauseOfExamples } from '../types/examples-in-aside.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { joinsItems } from '../sentences/items-of-a-list.js';
import { isOfThisType, isTyped, isWholeOfTypes, namesSort, typeBeforeClause } from '../subjects/said-of.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/**
 * Reads a cause and a type that stand in one clause as said to go together, whatever the verb: "sarcoidosis stands
 * behind many a case of …", "… owes its existence to …". Words that hold them apart, and whatever else could explain
 * the type, keep it silent.
 *
 * @param known what other readers have read in the clause; a pair is not claimed twice
 */
export function readCausesInClause(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const examples = clauseOfExamples(sentence, clause, terminology);
  const reader = new PairReader(sentence, examples ?? clause, discourse, terminology);
  reader.read(examples === undefined ? known : []);
  return examples === undefined
    ? reader.claims
    : reader.claims.map((claim) => ({ ...claim, isUndoubted: true as const }));
}

/** "Cause: hyperparathyroidism" on a card whose lines before name the type. */
export function readCauseLines(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.start !== 0 || clause.attribution !== 'writer') return [];
  const reader = new PairReader(sentence, clause, discourse, terminology);
  reader.readLine();
  return reader.claims;
}

const MAY = new Set(['may', 'might', 'can', 'could']);

class PairReader extends ClauseReader {
  #cause: boolean | undefined;

  read(known: readonly Claim[]): void {
    const { start, end } = this.clause;
    const from = this.#partFrom();
    let causes = false;
    let phrases = false;
    for (let at = from; at < end; at++) {
      const element = this.elements[at]!;
      if (element.norm === 'out' && this.#norm(at + 1) === 'of' && !LEAKS.has(this.#norm(at - 1))) return;
      if ((APART.has(element.norm) && !this.#isHarmless(at)) || this.#isOtherType(at) || this.#isTestFor(at)) return;
      if (element.norm === 'no' && this.#norm(at + 1) === 'longer') return;
      if (this.#isCause(element)) causes = true;
      if (element.phrase !== undefined) phrases = true;
    }
    if (isDenied(this.elements, from, end) && !this.#isWithoutNone()) return;
    // "may of course have failing kidneys as well": what some have besides.
    if (this.#mayHaveBesides()) return;
    const tells = IMPERATIVES.has(this.#norm(start));
    if (!tells && isHypothetical(this.elements, this.clause, end)) return;
    const types = this.#indexes((element) => this.#memberName(element) !== undefined);
    if (new Set(types.map((at) => this.#memberName(this.elements[at]!))).size > 1) {
      this.#readSeveral(types, known);
    } else if (!causes && !(tells && phrases)) {
      if (types.length > 0) this.#readCausesBefore(types[0]!, known);
    } else if (types.length > 0) {
      if (tells) this.#states(partyOf(this.elements[types[0]!]!.mention!), start, end, known);
      this.#pair(partyOf(this.elements[types[0]!]!.mention!), types[0]!, from, end, known);
    } else this.#readCarried(known);
  }

  #mayHaveBesides(): boolean {
    const own = this.elements.slice(this.clause.start, this.clause.end);
    const may = own.findIndex(({ norm }) => MAY.has(norm));
    const besides = ({ norm }: Element, at: number) =>
      norm === 'also' || (norm === 'well' && own[at - 1]?.norm === 'as');
    return may >= 0 && own.slice(may).some(({ norm }) => norm === 'have') && own.some(besides);
  }

  /** Behind the last colon or dash that both a type and a cause stand behind: what stands before it holds nothing apart. */
  #partFrom(): number {
    const { start, end } = this.clause;
    let type = false;
    let cause = false;
    for (let at = end - 1; at > start; at--) {
      const element = this.elements[at]!;
      if (this.#memberName(element) !== undefined) type = true;
      else if (this.#isCause(element)) cause = true;
      if (PARTS.has(element.norm) && type && cause) return at + 1;
    }
    return start;
  }

  /** "and the like", "take away the cause": the word holds nothing apart there. */
  #isHarmless(at: number): boolean {
    const norm = this.#norm(at);
    if (norm === 'like') return this.#norm(at - 1) === 'the' || FEELS.has(this.#norm(at - 1));
    if (norm === 'later') return this.#norm(at - 1) === 'or' && this.#norm(at - 2) === 'sooner';
    if (norm === 'too') return ['much', 'many', 'little', 'high', 'low'].includes(this.#norm(at + 1));
    // "has, as a rule, the metastatic type"
    if (norm === 'rule') return this.#norm(at - 1) === 'a' && this.#norm(at - 2) === 'as';
    return norm === 'away' && this.#norm(at - 1) === 'take';
  }

  /** "Without lupus there would be no …": each depends on the other. */
  #isWithoutNone(): boolean {
    const clause = this.elements.slice(this.clause.start, this.clause.end);
    const denying = clause.filter((_, at) => isDenied(clause, at, at + 1)).map(({ norm }) => norm);
    return denying.length === 2 && denying.includes('without') && denying.includes('no');
  }

  readLine(): void {
    const colon = this.elements.slice(0, 4).findIndex(({ norm }) => norm === ':');
    if (colon < 1 || !this.elements.slice(0, colon).every(({ norm }) => LINE_LABELS.has(norm))) return;
    const { block, sentenceIndex } = this.sentence;
    const isMember = (id: string) => this.terminology.memberOf(id) !== undefined;
    const type = this.discourse.lineTopic(block.index, sentenceIndex, isMember);
    if (type !== undefined) this.#pair(type, -1, colon + 1, this.clause.end, []);
  }

  /** "Dystrophic goes with kidney failure, metastatic with lupus": each type with the causes on its side. */
  #readSeveral(types: readonly number[], known: readonly Claim[]): void {
    const { start, end } = this.clause;
    const [first] = this.#indexes((element) => this.#memberName(element) !== undefined || this.#isCause(element));
    const typeFirst = first === types[0];
    const parts = types.map((at, index) =>
      typeFirst
        ? { at, from: at, to: types[index + 1] ?? end }
        : { at, from: index === 0 ? start : types[index - 1]! + 1, to: at + 1 },
    );
    const tells = (element: Element) => this.#isCause(element) || element.phrase !== undefined;
    // "dystrophic … tissue damage, iatrogenic a treatment, idiopathic …": of several one may be told in other words.
    const silent = parts.filter(({ from, to }) => !this.elements.slice(from, to).some(tells));
    if (silent.length > (typeFirst && parts.length > 2 ? 1 : 0) || silent.includes(parts[0]!)) return;
    const isHedged = this.elements.slice(start, end).some(({ norm }) => HEDGES.has(norm));
    for (const { at, from, to } of parts) {
      const type = partyOf(this.elements[at]!.mention!);
      this.#pair(type, at, from, to, known);
      if (!isHedged) this.#states(type, from, to, known);
    }
  }

  /** "What do sarcoidosis and milk-alkali syndrome have in common? They bring about the iatrogenic kind." */
  #readCausesBefore(type: number, known: readonly Claim[]): void {
    const opening = this.elements.slice(this.clause.start, Math.min(this.clause.start + 5, type));
    if (!opening.some(({ norm }) => norm === 'they' || norm === 'both' || norm === 'these')) return;
    if (!this.elements.slice(this.clause.start, type).some(({ norm }) => BRINGS.has(norm))) return;
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? [];
    const causes = before.filter((element) => this.#isCause(element));
    if (causes.length < 2 || causes.length > 5 || before.some((element) => this.#memberName(element) !== undefined)) {
      return;
    }
    const first = before.indexOf(causes[0]!);
    const last = before.indexOf(causes[causes.length - 1]!);
    if (last - first > causes.length * 4 || before.some(({ norm }) => APART.has(norm) && norm !== 'both')) return;
    const party = partyOf(this.elements[type]!.mention!);
    const id = party.conceptId!;
    if (causes.some((cause) => isListedCause(id, cause.mention!.conceptId!, this.terminology))) return;
    if (known.length === 0) this.#pushOf(party, causes[0]!, proseSpan(opening[0]!.span.start, party.span.end));
  }

  /** "Scleroderma is its usual background", "It goes back to burns", "the latter to kidney failure". */
  #readCarried(known: readonly Claim[]): void {
    const { start, end } = this.clause;
    const type = this.#carriedType();
    if (type === undefined) return;
    const links = this.elements.slice(start, end).some(({ norm }) => LINKS.has(norm));
    if (links) this.#pair(type, -1, start, end, known);
  }

  #carriedType(): ClaimParty | undefined {
    const { start, end } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const isMember = (id: string) => this.terminology.memberOf(id) !== undefined;
    for (const element of this.elements.slice(start, start + 4)) {
      const place = ORDER[element.norm];
      if (place !== undefined) return this.discourse.orderedTopic(block.index, sentenceIndex, place, isMember);
    }
    const before = this.elements.slice(0, start).filter((element) => this.#memberName(element) !== undefined);
    if (before.length > 0) return typeBeforeClause(this.sentence, this.clause, this.terminology);
    // "Lupus may be behind it": a condition that is told apart by its levels would be what the clause is about.
    const own = this.elements.slice(start, end).some((element) => {
      const id = element.mention?.conceptId;
      return id !== undefined && isTyped(id, this.terminology) && !this.#isCause(element);
    });
    if (own) return undefined;
    const refers =
      opensWithPronoun(this.elements.slice(start, end)) ||
      this.elements
        .slice(start, end)
        .some(
          ({ norm }, at) =>
            norm === 'its' ||
            isOfThisType(this.elements, start + at) ||
            (norm === 'it' && FEEDS.has(this.#norm(start + at - 1))),
        );
    const defines = sentenceIndex === 0 && this.discourse.isDefinition(block.index);
    const tells = this.#indexes(({ norm }) => CAUSE_OF_TOPIC.has(norm)).some(
      (at) =>
        !this.#isOfOther(at) && ['usual', 'main', 'common', 'chief', 'typical', 'the'].includes(this.#norm(at - 1)),
    );
    return refers || defines || tells || namesSort(this.elements.slice(start, end))
      ? this.discourse.topicOf(block.index, sentenceIndex, isMember)
      : undefined;
  }

  #pair(type: ClaimParty, at: number, from: number, to: number, known: readonly Claim[]): void {
    const causes: number[] = [];
    for (let index = from; index < to; index++) if (this.#isCause(this.elements[index]!)) causes.push(index);
    const id = type.conceptId!;
    // What else in the clause accounts for the type: a cause of its own, the levels that define it.
    const explained = this.elements.slice(from, to).some((element) => this.#accountsFor(element, id));
    const listed = causes.length > 1 && this.#isOneList(causes, id) && this.#norm(causes[0]! - 1) !== 'with';
    if (explained && !listed) return;
    for (const index of causes) {
      const element = this.elements[index]!;
      if (
        this.#isJoined(at, index) ||
        this.#isBesideDeposit(index) ||
        this.#isInCondition(at, index) ||
        this.#isEffect(at, index) ||
        isListedCause(id, element.mention!.conceptId!, this.terminology)
      ) {
        continue;
      }
      if (known.some((claim) => claim.subject.conceptId === id && claim.object.span.start === element.span.start)) {
        continue;
      }
      this.#push(type, element);
    }
  }

  /** "dystrophic (labs normal), metastatic (labs abnormal)": the levels and the tissue on the side of each type. */
  #states(type: ClaimParty, from: number, to: number, known: readonly Claim[]): void {
    for (let at = from; at < to; at++) {
      const element = this.elements[at]!;
      const { phrase } = element;
      if (phrase === undefined || known.some((claim) => contains(claim.span, element.span))) continue;
      const block = this.sentence.block.index;
      const value = phrase.level ?? phrase.tissue ?? (phrase.known === true ? 'known' : undefined);
      this.claims.push({
        relation: phrase.kind,
        subject: type,
        object: { text: '', block, span: element.span },
        polarity: phrase.denied === true ? 'denied' : 'asserted',
        attribution: this.clause.attribution,
        weak: false,
        block,
        span: element.span,
        form: 'state beside its type',
        ...(value === undefined ? {} : { value }),
        ...(phrase.analyte === undefined ? {} : { analyte: phrase.analyte }),
      });
    }
  }

  #push(type: ClaimParty, cause: Element): void {
    const block = this.sentence.block.index;
    const here = type.block === block && contains(this.sentence.sentence.span, type.span);
    const span = here
      ? proseSpan(Math.min(type.span.start, cause.span.start), Math.max(type.span.end, cause.span.end))
      : proseSpan(this.elements[this.clause.start]!.span.start, this.elements[this.clause.end - 1]!.span.end);
    this.#pushOf(type, cause, span);
  }

  #pushOf(type: ClaimParty, cause: Element, span: Claim['span']): void {
    // What has no known cause is wrong with any that the clause calls one.
    const weak = !(this.#tellsCause() && excludesCauses(type.conceptId!, this.terminology));
    this.claims.push({
      relation: weak ? 'associated-with' : 'caused-by',
      subject: type,
      object: partyOf(cause.mention!),
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak,
      block: this.sentence.block.index,
      span,
      form: 'in one clause',
    });
  }

  #accountsFor(element: Element, type: string): boolean {
    const { phrase } = element;
    if (phrase?.kind === 'level') {
      return (
        phrase.level !== 'normal' &&
        levelFactsOf(type, this.terminology).some(({ value }) => value === 'high-or-abnormal')
      );
    }
    return this.#isCause(element) && definesType(type, element.mention!.conceptId!, this.terminology);
  }

  /** "When it comes with kidney failure, …": a case, in which both are there. */
  #isInCondition(type: number, cause: number): boolean {
    if (type < 0 || type > cause || !['when', 'where', 'if'].includes(this.#norm(this.clause.start))) return false;
    return this.elements.slice(cause, this.clause.end).some(({ norm }) => norm === ',');
  }

  /** The causes are items of one list, so that what holds of one is said of all. */
  #isOneList(causes: readonly number[], type: string): boolean {
    // "electrode paste that contained calcium chloride": what accounts for the type may hang on an item.
    return causes.every(
      (at, index) =>
        index === 0 ||
        joinsItems(this.elements.slice(causes[index - 1]! + 1, at)) ||
        (isListedCause(type, this.elements[at]!.mention!.conceptId!, this.terminology) &&
          this.elements.slice(causes[index - 1]! + 1, at).every(({ kind }) => kind === 'word')),
    );
  }

  /** "dystrophic calcinosis and kidney failure": the two stand side by side. */
  #isJoined(type: number, cause: number): boolean {
    const between = this.elements.slice(Math.min(type, cause) + 1, Math.max(type, cause));
    if (type < 0) return false;
    // "lists dystrophic calcinosis, kidney failure, gout"
    if (between.length === 1 && between[0]!.norm === ',') return !OPENS_CONDITION.has(this.#norm(this.clause.start));
    if (between.length <= 3 && between.some(({ norm }) => JOINS.has(norm))) return true;
    // "Dystrophic calcinosis, kidney failure, hyperparathyroidism"
    const isBare = between.every(({ norm, mention }) => mention !== undefined || norm === ',' || JOINS.has(norm));
    return isBare && between[0]?.norm === ',' && !OPENS_CONDITION.has(this.#norm(this.clause.start));
  }

  /** "another type", "the other forms": what follows is not of the type that is named. */
  #isOtherType(at: number): boolean {
    if (!OTHERS.has(this.elements[at]!.norm)) return false;
    const next = this.elements[at + 1];
    return (
      next !== undefined && (TYPE_WORDS.has(next.norm) || this.#memberName(next) !== undefined || next.kind === 'mark')
    );
  }

  #isTestFor(at: number): boolean {
    return ['test', 'tests'].includes(this.#norm(at)) && ['for', 'to'].includes(this.#norm(at + 1));
  }

  #norm(at: number): string {
    return this.elements[at]?.norm ?? '';
  }

  /** "Metastatic calcinosis may lead to infections": what stands behind the verb comes of the type. */
  #isEffect(type: number, at: number): boolean {
    if (type < 0 || type > at) return false;
    return this.elements
      .slice(type + 1, at)
      .some(({ norm }, index) => EFFECTS.has(norm) && !this.#isOfCause(type + 1 + index));
  }

  /** "its usual cause", "has metabolic causes", "roads leading to it": where the type comes from, not what it does. */
  #isOfCause(at: number): boolean {
    if (BEFORE_NOUN.has(this.#norm(at - 1))) return true;
    // "a late result of scleroderma"
    if (this.#norm(at) === 'result' && this.#norm(at + 1) === 'of') return true;
    if (LEADS_BACK.has(this.#norm(at + 2)) && this.#norm(at + 1) === 'to') return true;
    return ['cause', 'causes', 'result', 'results'].includes(this.#norm(at)) && HAS.has(this.#norm(at - 2));
  }

  #indexes(is: (element: Element) => boolean): number[] {
    const found: number[] = [];
    for (let at = this.clause.start; at < this.clause.end; at++) if (is(this.elements[at]!)) found.push(at);
    return found;
  }

  /** A word that can mean nothing but a cause: any disease in the clause is one then. */
  #tellsCause(): boolean {
    this.#cause ??= this.#indexes(({ norm }) => STRONG.has(norm)).some(
      (at) => !isDenied(this.elements, at - 3, at) && !this.#isOfOther(at),
    );
    return this.#cause;
  }

  /** "the reason for surgery", "a source of infection": of something else than a type. */
  #isOfOther(at: number): boolean {
    if (!['for', 'of', 'to'].includes(this.#norm(at + 1))) return false;
    return !this.elements
      .slice(at + 2, at + 7)
      .some((element) => this.#memberName(element) !== undefined || CARRIED.has(element.norm));
  }

  /** "Wounds over a deposit heal slowly": a lay word for harm is a cause where the clause says so. */
  #isBesideDeposit(at: number): boolean {
    const { mention } = this.elements[at]!;
    const concept = this.terminology.concept(mention?.conceptId ?? '');
    const variant = mention?.readings[0]?.variant;
    // "Injury to a metastatic deposit can make it break open."
    const isDoneTo = ['to', 'over', 'near'].includes(this.#norm(at + 1));
    if (isDoneTo && this.elements.slice(at + 2, at + 4).some((one) => this.#memberName(one) !== undefined)) return true;
    if (concept?.kind !== 'cause' || variant === undefined || concept.variants[variant]?.status !== 'lay') return false;
    return (
      !this.#tellsCause() &&
      !this.elements.slice(Math.max(this.clause.start, at - 4), at).some(({ norm }) => COMES_OF.has(norm))
    );
  }

  #memberName(element: Element): string | undefined {
    const id = element.mention?.conceptId;
    return id === undefined ? undefined : this.terminology.memberOf(id)?.name;
  }

  #isCause(element: Element): boolean {
    const id = element.mention?.conceptId;
    if (id === undefined) return false;
    const { kind } = this.terminology.concept(id)!;
    return (
      CAUSE_KINDS.has(kind) &&
      (isCauseOfTypes(id, this.terminology) || (OF_PEOPLE.has(kind) && this.#tellsCause())) &&
      this.terminology.memberOf(id) === undefined &&
      !isWholeOfTypes(id, this.terminology)
    );
  }
}
