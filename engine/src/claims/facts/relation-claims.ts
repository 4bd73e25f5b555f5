import { ClauseReader } from '../sentences/clause-reader.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty, ClaimRelation } from '../claim.js';
import { isDenied, isHypothetical, isNegator, type Clause } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import { ACTIONS, MADE_BY, MAKES, ONLY_TREATMENT, TREATS, VERBS_BY_FIRST_WORD, type Verbs } from './relation-words.js';
import { findWords, type Element, type SentenceElements } from '../sentences/elements.js';

/** Reads what a thing does, treats, makes, and what a gloss in brackets says. */
export function readRelationClaims(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const reader = new RelationReader(sentence, clause, discourse, terminology);
  const opened = verbsOpenedIn(sentence, clause);
  for (const [action, verbs] of ACTION_VERBS) if (opened.has(verbs)) reader.readVerb(verbs, 'does', action);
  if (opened.has(MAKES)) reader.readVerb(MAKES, 'made-by', undefined);
  if (opened.has(MADE_BY)) reader.readMadeBy();
  reader.readPlaceOfMaking();
  if (opened.has(TREATS)) reader.readVerb(TREATS, 'treats', undefined);
  if (opened.has(ONLY_TREATMENT)) reader.readOnlyTreatment();
  reader.readGlosses();
  reader.readAlways();
  return reader.claims;
}

const ACTION_VERBS = Object.entries(ACTIONS);

/** The lists of verbs of which the first word of one stands in a clause. */
function verbsOpenedIn({ elements }: SentenceElements, { start, end }: Clause): ReadonlySet<Verbs> {
  const opened = new Set<Verbs>();
  for (let at = start; at < end; at++) {
    const lists = VERBS_BY_FIRST_WORD.get(elements[at]!.norm);
    if (lists !== undefined) for (const list of lists) opened.add(list);
  }
  return opened;
}

class RelationReader extends ClauseReader {
  readVerb(
    verbs: readonly (readonly string[])[],
    relation: 'does' | 'made-by' | 'treats',
    action: string | undefined,
  ): void {
    for (let from = this.clause.start; from < this.clause.end;) {
      const verb = findWords(this.elements, from, this.clause.end, verbs);
      if (verb === undefined) return;
      from = verb.end;
      const object = this.#objectAfter(verb.end);
      if (object === undefined) continue;
      for (const subject of this.#agentsBefore(verb.start)) {
        // "The thyroid makes parathyroid hormone" says by what the hormone is made.
        if (relation === 'made-by') {
          this.#push('made-by', partyOf(object.mention!), subject, verb.start, object, 'verb');
        } else this.#push(relation, subject, partyOf(object.mention!), verb.start, object, 'verb', action);
      }
    }
  }

  readMadeBy(): void {
    const verb = findWords(this.elements, this.clause.start, this.clause.end, MADE_BY);
    if (verb === undefined) return;
    const maker = this.#objectAfter(verb.end);
    const made = this.#nearestBefore(verb.start);
    if (maker !== undefined && made !== undefined) {
      this.#push('made-by', partyOf(made.mention!), partyOf(maker.mention!), verb.start, maker, 'passive');
    }
  }

  /** "The thyroid is where parathyroid hormone comes from." */
  readPlaceOfMaking(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 2; at++) {
      const isPlace = ['is', 'are'].includes(this.elements[at]!.norm) && this.elements[at + 1]!.norm === 'where';
      const made = isPlace ? this.#objectAfter(at + 2) : undefined;
      if (made === undefined) continue;
      const verb = this.elements.slice(this.elements.indexOf(made) + 1, this.elements.indexOf(made) + 4);
      if (!verb.some(({ norm }) => PLACES_OF_MAKING.has(norm))) continue;
      const maker = this.elements.slice(this.clause.start, at).find(({ mention }) => mention?.conceptId !== undefined);
      if (maker !== undefined) {
        this.#push('made-by', partyOf(made.mention!), partyOf(maker.mention!), at, made, 'place of making');
      }
    }
  }

  /** "For metastatic calcification, the only effective treatment remains surgery." */
  readOnlyTreatment(): void {
    const phrase = findWords(this.elements, this.clause.start, this.clause.end, ONLY_TREATMENT);
    if (phrase === undefined) return;
    const before = this.#nearestBefore(phrase.start);
    const after =
      this.elements[phrase.end]?.norm === 'for'
        ? this.elements.slice(phrase.end, phrase.end + 4).find((element) => element.mention?.conceptId !== undefined)
        : undefined;
    const condition = after?.mention ?? before?.mention;
    if (condition?.conceptId === undefined || this.terminology.facts(condition.conceptId, 'treated-by').length === 0) {
      return;
    }
    const rest = this.elements
      .slice(phrase.end)
      .find((element) => element.mention?.conceptId !== undefined && element.mention !== condition);
    const last = this.elements[this.clause.end - 1]!;
    const object: ClaimParty =
      rest === undefined
        ? { text: this.#text(phrase.end, this.clause.end), block: this.sentence.block.index, span: last.span }
        : partyOf(rest.mention!);
    this.#push('only-treatment', partyOf(condition), object, phrase.start, rest ?? last, 'only treatment');
  }

  /** "Milk-alkali syndrome (too many foods high in calcium)": a gloss says what the term before it comes from. */
  readGlosses(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      const condition = this.elements[at]!.mention?.conceptId;
      if (condition === undefined || this.elements[at + 1]!.norm !== '(') continue;
      if (!['disease', 'type', 'form', 'process', 'lab-finding'].includes(this.terminology.concept(condition)!.kind)) {
        continue;
      }
      const close = this.elements.findIndex((element, index) => index > at && element.norm === ')');
      const inside = this.elements.slice(at + 2, close < 0 ? this.clause.end : close);
      // A single term in brackets is another name or an abbreviation, not a cause.
      if (inside.length < 2) continue;
      const opens = inside[0]!.norm;
      if (
        ![
          'too',
          'excess',
          'excessive',
          'from',
          'caused',
          'due',
          'after',
          'because',
          'eating',
          'drinking',
          'taking',
          'high',
          'a',
          'an',
        ].includes(opens)
      ) {
        continue;
      }
      for (const element of inside) {
        if (element.mention?.conceptId === undefined) continue;
        this.#push(
          'caused-by',
          partyOf(this.elements[at]!.mention!),
          partyOf(element.mention),
          at,
          this.elements[close < 0 ? this.clause.end - 1 : close]!,
          'gloss in brackets',
        );
      }
    }
  }

  /** "If the levels are too high, calcium will build up in the skin": a condition that is said to be enough. */
  readAlways(): void {
    const opener = this.elements.findIndex(
      (element) =>
        element.norm === 'if' || element.norm === 'when' || element.norm === 'whenever' || element.norm === 'once',
    );
    const level = this.elements.findIndex((element) => element.phrase?.level === 'high');
    const will = this.elements.findIndex((element) => element.norm === 'will' || element.norm === 'always');
    if (opener < 0 || level < opener || will < level) return;
    const outcome =
      this.elements.slice(will).find((element) => element.kind === 'word' && DEPOSITS.has(element.norm)) ??
      this.elements
        .slice(will)
        .find((element) => element.mention?.conceptId !== undefined && this.#isDeposit(element.mention.conceptId));
    if (outcome === undefined || isDenied(this.elements, will, will + 3)) return;
    // "Your doctor will look for calcification" promises no deposit.
    const verb = this.elements
      .slice(will + 1, will + 4)
      .find(
        (element) =>
          element.kind === 'word' &&
          !['always', 'then', 'also', 'soon', 'start', 'begin', 'to', 'slowly', 'eventually'].includes(element.norm),
      );
    if (verb === undefined || !(DEPOSITS.has(verb.norm) || OUTCOMES.has(verb.norm))) return;
    const phrase = this.elements[level]!;
    const subject: ClaimParty = {
      text: this.#text(level, level + 1),
      block: this.sentence.block.index,
      span: phrase.span,
    };
    const object: ClaimParty = { text: outcome.norm, block: this.sentence.block.index, span: outcome.span };
    const last =
      this.elements[this.elements.length - 1]!.kind === 'mark' ? this.elements.length - 2 : this.elements.length - 1;
    this.claims.push({
      relation: 'always-causes',
      subject,
      object,
      value: 'high',
      ...(phrase.phrase!.analyte === undefined ? {} : { analyte: phrase.phrase!.analyte }),
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(this.elements[opener]!.span.start, this.elements[last]!.span.end),
      form: 'condition with certain outcome',
    });
  }

  #isDeposit(id: string): boolean {
    return (
      this.terminology.classificationOf(id) !== undefined ||
      this.terminology.memberOf(id) !== undefined ||
      this.terminology.isA(id, 'calcium-deposit') ||
      this.terminology.isA(id, 'ectopic-calcification')
    );
  }

  #push(
    relation: ClaimRelation,
    subject: ClaimParty,
    object: ClaimParty,
    at: number,
    last: Element,
    form: string,
    action?: string,
  ): void {
    if (subject.conceptId !== undefined && subject.conceptId === object.conceptId) return;
    const here = subject.block === this.sentence.block.index && contains(this.sentence.sentence.span, subject.span);
    const start = Math.min(here ? subject.span.start : this.elements[at]!.span.start, object.span.start);
    this.claims.push({
      relation,
      subject,
      object,
      ...(action === undefined ? {} : { value: action }),
      // "Never is it the thyroid that makes …" denies from far.
      polarity:
        isDenied(this.elements, Math.max(this.clause.start, at - 4), at) ||
        isDenied(this.elements, this.clause.start, this.clause.start + 1)
          ? 'denied'
          : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, at) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(start, Math.max(last.span.end, object.span.end)),
      form,
    });
  }

  #objectAfter(from: number): Element | undefined {
    for (let at = from; at < this.clause.end && at < from + 6; at++) {
      const element = this.elements[at]!;
      if (element.mention?.conceptId !== undefined) return element;
      // "It melts no calcium."
      if (
        element.kind === 'mark' ||
        isNegator(element.norm) ||
        ['and', 'or', 'which', 'that', 'by', 'with', 'from', 'is', 'are'].includes(element.norm)
      ) {
        return undefined;
      }
    }
    return undefined;
  }

  /** "next to the glands that make …": said of what stands behind the preposition, not of what lies there. */
  #isOfNeighbour(verb: number): boolean {
    const before = this.elements.slice(Math.max(this.clause.start, verb - 5), verb);
    const relative = before.findLastIndex(({ norm }) => norm === 'that' || norm === 'which' || norm === 'who');
    if (relative < 1 || before[relative - 1]!.mention !== undefined) return false;
    if (before.slice(0, relative).some(({ norm }) => BESIDE.has(norm))) return true;
    // "Thyroid surgery can injure the glands that make …": of what the noun names, where it is not the one before it.
    const pronoun = verb - before.length + relative;
    const named = this.elements.findLastIndex(
      ({ mention }, at) => this.clause.start <= at && at < pronoun && mention?.conceptId !== undefined,
    );
    return named >= 0 && !this.elements.slice(named + 1, pronoun).some(({ norm }) => EQUALS.has(norm));
  }

  /** Who acts: the list of terms before the verb, or before "which" and "that". */
  #agentsBefore(verb: number): ClaimParty[] {
    let at = verb - 1;
    while (at >= this.clause.start && BEFORE_VERB.has(this.elements[at]!.norm)) at--;
    const agents: ClaimParty[] = [];
    if (this.#isOfNeighbour(verb)) return [];
    at = this.#beforeInsertion(at);
    if (this.elements[at]?.norm === 'and') {
      // "The glands lie behind the thyroid and make …": a second verb has the first one's subject.
      const first = this.elements
        .slice(this.clause.start, at)
        .find((element) => element.mention?.conceptId !== undefined);
      return first === undefined ? [] : [partyOf(first.mention!)];
    }
    let passed = 0;
    for (; at >= this.clause.start; at--) {
      const element = this.elements[at]!;
      if (element.mention?.conceptId !== undefined) {
        agents.push(partyOf(element.mention));
        passed = 0;
        continue;
      }
      if (
        agents.length > 0 &&
        !['and', 'or', ',', 'like', 'such', 'as', 'including', 'a', 'an', 'the', '-'].includes(element.norm)
      ) {
        // "It is the parathyroid glands, not the thyroid, that make …"
        if (element.norm === 'not') return [];
        break;
      }
      // "an injection of X in the treatment of", "tablets of X bind"
      if (agents.length === 0 && (element.kind === 'mark' || ++passed > 5)) break;
    }
    if (agents.length === 0 && opensWithPronoun(this.elements) && verb - this.clause.start <= 4) {
      const carried = this.discourse.carriedSubject(this.sentence.block.index, this.sentence.sentenceIndex);
      if (carried !== undefined) agents.push(carried);
    }
    return agents;
  }

  /** Past what stands between two commas: "The parathyroid glands, behind the thyroid gland, make …". */
  #beforeInsertion(at: number): number {
    const comma = at + 1;
    if (this.elements[comma]?.norm !== ',' || this.elements[comma + 1]?.norm === 'which') return at;
    for (let index = at; index > this.clause.start && index > at - 10; index--) {
      if (this.elements[index]!.norm === ',' && INSERTIONS.has(this.elements[index + 1]!.norm)) return index - 1;
    }
    return at;
  }

  #nearestBefore(at: number): Element | undefined {
    for (let index = at - 1; index >= this.clause.start; index--) {
      if (this.elements[index]!.mention?.conceptId !== undefined) return this.elements[index];
    }
    return undefined;
  }

  #text(from: number, to: number): string {
    return this.sentence.block.text.slice(this.elements[from]?.span.start ?? 0, this.elements[to - 1]?.span.end ?? 0);
  }
}

/** What joins a thing to the noun that it is, or to the one that is in it. */
const EQUALS = new Set(
  'is are was were being be remains as contains contain holds has have houses , : – — ( called'.split(' '),
);
const BESIDE = new Set('to behind near beside with by under above from of in on'.split(' '));
const BEFORE_VERB = new Set(
  'which that who can may might will could would should also to help helps aims aim used is are be done by only directly does do works work , able given has have been usually often not never cannot'.split(
    ' ',
  ),
);
const INSERTIONS = new Set('behind near in at on next close four small a an which under above below around'.split(' '));
const PLACES_OF_MAKING = new Set('comes made produced secreted released formed'.split(' '));
const OUTCOMES = new Set(
  'develop develops get cause causes lead leads appear appears occur occurs happen happens result results have'.split(
    ' ',
  ),
);
const DEPOSITS = new Set(
  'accumulate accumulates deposit deposits lumps build builds form forms collect collects settle settles'.split(' '),
);
