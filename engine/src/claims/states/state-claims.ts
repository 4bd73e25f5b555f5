import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { OTHERS, PEOPLE } from '../causes/cause-words.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import type { Claim, ClaimParty, ClaimRelation } from '../claim.js';
import { isListedCause } from '../contradictions/causes-of-types.js';
import type { Clause } from '../sentences/clauses.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { frequenciesIn } from './state-frequency.js';
import { careIn, unknownCausesIn } from './state-causes.js';
import { endsBefore, isVerb, levelsIn, negationsIn, type State } from './state-readings.js';
import { tissuesIn } from './state-tissue.js';
import { isOfTimes, isOfType, isRequired } from './states-of-types.js';
import { mayState, unitsOf, type Unit } from './state-units.js';
import * as words from './state-claim-words.js';
import { speaksOfAnotherType } from '../subjects/said-of.js';
import { opensWithSomePeople } from '../plain-forms/type-scenes.js';

/**
 * Reads what a clause says of a type as a state: its blood levels, the tissue before the deposit, that no cause is
 * known, that care brought it on. It is put together from plain words, so that the wording does not matter.
 *
 * @param known what other readers have read in the clause; the same is not claimed twice
 */
export function readStateClaims(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (
    !discourse.namesTypes ||
    sentence.isQuestion ||
    clause.attribution !== 'writer' ||
    sentence.block.table !== undefined
  ) {
    return [];
  }
  if (clause.end - clause.start > LONGEST || !mayState(sentence.elements, clause.start, clause.end)) return [];
  const reader = new StateReader(sentence, clause, discourse, terminology);
  reader.read(known);
  return reader.claims;
}

/** All that the units state, in order. */
export function statesIn(units: readonly Unit[], asksForCause: boolean): readonly State[] {
  return [
    ...levelsIn(units),
    ...tissuesIn(units),
    ...unknownCausesIn(units, asksForCause),
    ...careIn(units),
    ...frequenciesIn(units),
  ].sort((a, b) => a.from - b.from);
}

export function relationOf({ kind }: State): ClaimRelation {
  return kind === 'care' || kind === 'frequency' ? 'has' : kind;
}

class StateReader extends ClauseReader {
  #units: readonly Unit[] = [];
  #types: readonly number[] = [];

  read(known: readonly Claim[]): void {
    this.#units = unitsOf(this.sentence, this.clause.start, this.clause.end, this.terminology);
    this.#types = this.#units.flatMap(({ type }, at) => (type === undefined || this.#isCompared(at) ? [] : [at]));
    const states = statesIn(this.#units, this.#answersCause());
    for (const state of states) {
      const link = this.#linkOf(state, states);
      if (link === undefined) continue;
      for (const subject of this.#subjectsOf(state, states)) this.#claim(subject, state, link, known);
    }
  }

  /** The sentence before asks for a cause: "What brings it on?" */
  #answersCause(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before =
      this.discourse.sentences[block.index]![sentenceIndex - 1] ??
      this.discourse.sentences[block.index - 1]?.slice(-1)[0];
    if (before?.isQuestion !== true) return false;
    return unitsOf(before, 0, before.elements.length, this.terminology).some(
      ({ kinds }) => kinds.has('cause') || kinds.has('causing'),
    );
  }

  /** "differs from the metastatic type", "than in the metastatic type": named to tell it apart. */
  #isCompared(at: number): boolean {
    // "What sets the dystrophic type apart is that …" tells what it is like.
    if (this.#units[0]?.norm === 'what') return false;
    for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
      const { norm, mark, kinds } = this.#units[back]!;
      if (mark !== undefined) return false;
      if (kinds.has('apart')) return true;
      // "As with the idiopathic type, …"; with "also" it may be said of both.
      if (norm === 'with' && this.#units[back - 1]?.norm === 'as') {
        return !this.#units.some((unit) => unit.norm === 'also');
      }
      if (norm === 'from') {
        return this.#units.slice(0, back).some((unit) => words.DISTINGUISHES.test(unit.norm));
      }
    }
    return false;
  }

  /** Whether what is stated is asserted of the subject, or turned by a word outside of it; nothing where it is open. */
  #linkOf(state: State, states: readonly State[]): 'as stated' | 'turned' | undefined {
    const part = this.#units[state.from]!.part;
    const last = this.#units[state.to]!.part;
    const index = states.indexOf(state);
    const from = states[index - 1]?.to ?? -1;
    const to = states[index + 1]?.from ?? this.#units.length;
    const inPart = (at: number) =>
      this.#units[at]!.part >= part &&
      this.#units[at]!.part <= last &&
      (at >= state.from || at > from) &&
      (at <= state.to || at < to);
    const own = this.#units.map((_, at) => at).filter(inPart);
    if (own.some((at) => this.#leavesOpen(at, state))) return undefined;
    const inside = (at: number) => states.some((other) => other.reach <= at && at <= other.to);
    const outer = own.filter((at) => (!inside(at) || this.#isExcluding(at, state)) && this.#governs(at, state));
    let turns = 0;
    let absolute = false;
    for (const at of outer) {
      const { kinds } = this.#units[at]!;
      if (kinds.has('excludes')) turns++;
      else if (negationsIn(this.#units, at, at) > 0) {
        if (this.#isOfRareThing(at)) continue;
        turns++;
        if (this.#units.slice(at + 1, at + 5).some((unit) => unit.kinds.has('absolute'))) absolute = true;
      }
    }
    // "does not occur unless calcium is raised"
    if (own.some((at) => at < state.from && this.#units[at]!.norm === 'unless')) turns++;
    const outside = this.#outerTurns(state, own, inside);
    if (outside === undefined) return undefined;
    turns += outside;
    if (turns === 0) return 'as stated';
    if (absolute || state.kind === 'unknown-cause' || state.attribute !== undefined) return undefined;
    return turns % 2 === 0 ? 'as stated' : 'turned';
  }

  /** "…, and rarely metastatic deposits in healthy skin": the whole is rare, and nothing of it is denied. */
  #isOfRareThing(at: number): boolean {
    return words.SELDOM.has(this.#units[at]!.norm) && this.#units[at + 1]?.type !== undefined;
  }

  #isExcluding(at: number, state: State): boolean {
    const { kinds } = this.#units[at]!;
    return kinds.has('excludes') && !kinds.has('abnormal') && (at < state.from || at > state.to);
  }

  /** What is denied behind the state is another matter ("… and the blood is not"), unless the type is named behind it. */
  #governs(at: number, state: State): boolean {
    if (endsBefore(this.#units, at, state.from)) return false;
    if (this.#deniesNounBeside(at, state)) return false;
    if (at < state.from || this.#types.some((type) => at < type && state.to < type)) return true;
    // "an old wound is not needed"
    return at <= state.to + 3 && this.#units.slice(at + 1, at + 4).some(({ norm }) => words.NEEDED.has(norm));
  }

  /** "no injury and normal calcium", "normal phosphate and no injury": a noun of its own is denied beside the state. */
  #deniesNounBeside(at: number, state: State): boolean {
    if (this.#units[at]!.norm !== 'no' || state.value !== 'normal') return false;
    if (at > state.to) return ['and', ','].includes(this.#units[at - 1]!.norm);
    return this.#units.slice(at + 2, state.from).some(({ norm }) => norm === 'and' || norm === ',');
  }

  /** Negation in another part: of the verb that the part of the state leans on ("Without a lesion, … cannot form"). */
  #outerTurns(state: State, own: readonly number[], inside: (at: number) => boolean): number | undefined {
    const others = this.#units.flatMap((unit, at) =>
      own.includes(at) ||
      unit.mark !== undefined ||
      inside(at) ||
      this.#isSetAgainst(at, state) ||
      this.#isIntroduction(at, state)
        ? []
        : [at],
    );
    const nots = others.filter((at) => negationsIn(this.#units, at, at) > 0 || this.#units[at]!.kinds.has('excludes'));
    if (nots.length === 0) return 0;
    const leans = this.#leansAt(own[0]!) || this.#leansAt(own[1] ?? own[0]!);
    if (leans && state.kind !== 'unknown-cause') return nots.length;
    const ownVerb = own.some((at) => isVerb(this.#units[at]!)) || state.predicate || this.#isLabelled(own[0]!);
    return ownVerb ? 0 : undefined;
  }

  /** "Without a lesion, …"; "In the dystrophic type …" only says of what. */
  #leansAt(at: number): boolean {
    const { norm } = this.#units[at]!;
    const isScene = norm === 'in' && this.#units.slice(at + 1, at + 3).some(({ type }) => type !== undefined);
    return words.LEANING.has(norm) && !isScene;
  }

  /** "Injured organs, not intact ones, …": the part only sets the opposite against what is stated. */
  #isSetAgainst(at: number, state: State): boolean {
    const { part } = this.#units[at]!;
    const words = this.#units.filter((unit) => unit.part === part && unit.mark === undefined);
    if (state.kind !== 'tissue' || part !== this.#units[state.to]!.part + 1 || words[0]?.norm !== 'not') return false;
    return words
      .slice(1)
      .every(({ kinds }) => kinds.has('sound') || kinds.has('damaged') || kinds.has('tissue') || kinds.has('filler'));
  }

  /** "They look at the process and not at the patient: dystrophic, in …": what a colon closes denies nothing behind it. */
  #isIntroduction(at: number, state: State): boolean {
    return at < state.from && this.#units.slice(at, state.from).some(({ mark }) => mark === ':');
  }

  #isLabelled(from: number): boolean {
    const mark = this.#units[from]?.mark ?? this.#units[from - 1]?.mark;
    return mark === ':' || mark === '=' || mark === '–' || mark === '—' || mark === ';';
  }

  #leavesOpen(at: number, state: State): boolean {
    const { kinds, isOther, norm } = this.#units[at]!;
    if (isOther && state.kind !== 'unknown-cause' && !this.#isInjury(at, state)) return true;
    // "happens to people with normal calcium"
    if (!kinds.has('hedge') || (norm.startsWith('happen') && PEOPLE.has(this.#units[at + 2]?.norm ?? ''))) return false;
    // "can be told by the raised calcium", "you can have it only with …"
    if (
      norm === 'can' &&
      (this.#units[at + 1]?.norm === 'be' ? words.TOLD.has(this.#units[at + 2]?.norm ?? '') : this.#saysOnly(at))
    ) {
      return false;
    }
    // "… can we speak of dystrophic calcification"
    if (norm === 'can' && words.SPEAKERS.has(this.#units[at + 1]?.norm ?? '')) return false;
    // "the type in which calcium must be normal"
    if (norm === 'must' && isRequired(this.#units, at, state)) return false;
    // "speaks of metastatic calcification if …", "only if …", "does not occur unless …"
    if (norm === 'if' || norm === 'unless') return !this.#isNecessary(at);
    // "whose cause could not be determined", "that would account for it"
    return state.kind !== 'unknown-cause' || !['could', 'can', 'would', 'any'].includes(norm);
  }

  /** "the skin had been injured, and calcium has settled in the old wound": the injury is the state itself. */
  #isInjury(at: number, state: State): boolean {
    const id = this.#units[at]!.element.mention?.conceptId;
    return state.kind === 'tissue' && at > state.to && this.terminology.concept(id ?? '')?.kind === 'cause';
  }

  /** "…, and kidney disease is the usual background": another statement, behind what is stated. */
  #isOfNextPart(at: number, state: State): boolean {
    const { part } = this.#units[at]!;
    if (at < state.to || part === this.#units[state.to]!.part) return false;
    const opening = this.#units.find((unit) => unit.part === part && unit.mark === undefined);
    const isOfThisType = this.#units[0]?.norm === 'this' && TYPE_WORDS.has(this.#units[1]?.norm ?? '');
    if (isOfThisType) return true;
    return opening?.norm === 'and' && this.#units.slice(at).some((unit) => unit.part === part && isVerb(unit));
  }

  #saysOnly(at: number): boolean {
    const { part } = this.#units[at]!;
    return this.#units.some((unit, index) => index > at && unit.part === part && unit.norm === 'only');
  }

  /** A condition without which one does not speak of the type, or the type does not come about. */
  #isNecessary(at: number): boolean {
    const { norm } = this.#units[at]!;
    const before = this.#units.slice(0, at);
    if (norm === 'if' && before.at(-1)?.norm === 'only') return true;
    const type = before.findLastIndex((unit) => unit.type !== undefined);
    if (norm === 'unless') return negationsIn(this.#units, 0, at - 1) === 1;
    return type > 0 && before.slice(0, type + 4).some((unit) => words.SPEAKS_OF.has(unit.norm));
  }

  /** The types that a state is said of: named in the clause, or carried on. */
  #subjectsOf(state: State, states: readonly State[]): readonly ClaimParty[] {
    const types = this.#types;
    if (types.length === 0) {
      const carried = this.#carried(state);
      return carried === undefined ? [] : [carried];
    }
    const names = new Set(types.map((at) => this.#units[at]!.type));
    if (names.size === 1) return this.#named(types.slice(0, 1), state);
    const groups = this.#joined(types);
    if (groups.length === 1) return this.#named(types, state);
    const typeFirst = groups[0]![0]! < states[0]!.from;
    const group = typeFirst
      ? [...groups].reverse().find((one) => one[0]! < state.from)
      : groups.find((one) => one[0]! > state.from);
    return group === undefined ? [] : this.#named(group, state);
  }

  #named(types: readonly number[], state: State): readonly ClaimParty[] {
    return types.flatMap((at) => {
      const { mention } = this.#units[at]!.element;
      if (mention === undefined || this.#units[at]!.type === 'other') return [];
      return isOfType(this.#units, at, state) ? [partyOf(mention)] : [];
    });
  }

  /** Types that stand side by side: "in the dystrophic and in the metastatic type". */
  #joined(types: readonly number[]): number[][] {
    const groups: number[][] = [];
    for (const at of types) {
      const last = groups[groups.length - 1]?.slice(-1)[0];
      const between = last === undefined ? [] : this.#units.slice(last + 1, at);
      const joined =
        last !== undefined &&
        between.length <= 4 &&
        between.some(({ norm, mark }) => norm === 'and' || mark === ',' || mark === '/') &&
        between.every(
          ({ mark, norm }) => (mark ?? '') === ',' || mark === '/' || norm === '' || words.SMALL.has(norm),
        ) &&
        negationsIn(between, 0, between.length) === 0;
      if (joined) groups[groups.length - 1]!.push(at);
      else groups.push([at]);
    }
    return groups;
  }

  #carried(state: State): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const elements = this.elements.slice(this.clause.start, this.clause.end);
    if (speaksOfAnotherType(this.elements, this.clause.start)) return undefined;
    if (opensWithSomePeople(this.sentence, this.discourse)) return undefined;
    if (
      this.#units.some(({ isOther }, at) => isOther && !this.#isInjury(at, state) && !this.#isOfNextPart(at, state))
    ) {
      return undefined;
    }
    if (this.#units.slice(0, 6).some(({ norm }) => OTHERS.has(norm) && norm !== 'one')) return undefined;
    if (isOfTimes(this.#units, state.from)) return undefined;
    const isMember = (id: string) => this.terminology.memberOf(id) !== undefined;
    if (this.clause.start > 0) {
      // "… differs from the idiopathic one in that the tissue was damaged"
      const differing = this.#differing();
      if (differing !== undefined) return differing;
      const before = this.#typesBefore();
      if (before.length > 0) return before.length === 1 && this.#goesOn() ? before[0] : undefined;
    }
    const refers =
      opensWithPronoun(elements) ||
      this.#units.some(
        ({ norm }, at) =>
          (at < 8 && words.REFERRING.has(norm)) ||
          (norm === 'it' && words.LEADS_TO_IT.has(this.#units[at - 1]?.norm ?? '')) ||
          (norm === 'this' && TYPE_WORDS.has(this.#units[at + 1]?.norm ?? '')),
      );
    const isNote =
      this.#units.length <= 9 ||
      state.predicate ||
      state.kind === 'unknown-cause' ||
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsName(block.index, sentenceIndex);
    if (!refers && !isNote) return undefined;
    if (state.attribute !== undefined && !refers && block.kind === 'paragraph') return undefined;
    const topic = this.discourse.topicOf(block.index, sentenceIndex, isMember);
    if (topic === undefined || this.#namesOtherBefore(topic.conceptId!) || this.#isAskedBefore()) return undefined;
    // "Those whose phosphate is high": of some people only.
    if (
      this.#units.slice(Math.max(0, state.from - 3), state.from).some(({ norm }) => ['whose', 'who'].includes(norm))
    ) {
      return undefined;
    }
    return topic;
  }

  /**
   * The sentence before speaks of another condition: "… may develop kidney failure. Phosphate then rises." What the type
   * itself follows is no other one.
   */
  #namesOtherBefore(type: string): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? [];
    const units = unitsOf({ ...this.sentence, elements: before }, 0, before.length, this.terminology);
    const isCause = ({ element }: Unit) => isListedCause(type, element.mention?.conceptId ?? '', this.terminology);
    return units.some((unit) => unit.isOther && !isCause(unit)) && !units.some((unit) => unit.type !== undefined);
  }

  /** "Was this a metastatic calcinosis? …": whether it is the type is what the text asks. */
  #isAskedBefore(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1];
    const opening = before?.elements.slice(0, 2).map(({ norm }) => norm) ?? [];
    return (
      before?.isQuestion === true && words.ASKS_WHETHER.has(opening[0] ?? '') && words.ASKED_OF.has(opening[1] ?? '')
    );
  }

  #differing(): ClaimParty | undefined {
    const { start } = this.clause;
    if (this.elements[start - 1]?.norm !== 'that' || this.elements[start - 2]?.norm !== 'in') return undefined;
    const first = this.elements.find(
      ({ mention }) => this.terminology.memberOf(mention?.conceptId ?? '') !== undefined,
    );
    return first === undefined ? undefined : partyOf(first.mention!);
  }

  /** The types that the sentence names before the clause, each once. */
  #typesBefore(): readonly ClaimParty[] {
    const named = new Map<string, ClaimParty>();
    for (const { mention } of this.elements.slice(0, this.clause.start)) {
      const place = this.terminology.memberOf(mention?.conceptId ?? '');
      if (place !== undefined && !named.has(place.name)) named.set(place.name, partyOf(mention!));
    }
    return [...named.values()];
  }

  /** "Dystrophic: old injury; labs off", "tissue is intact yet the chemistry is abnormal": of the same subject. */
  #goesOn(): boolean {
    return words.GOING_ON.has(this.elements[this.clause.start - 1]?.norm ?? '');
  }

  #claim(subject: ClaimParty, state: State, link: 'as stated' | 'turned', known: readonly Claim[]): void {
    const value = link === 'as stated' ? state.value : words.TURNED[state.kind]?.[state.value ?? ''];
    if (link === 'turned' && value === undefined) return;
    const relation = relationOf(state);
    const same = (claim: Claim) =>
      claim.relation === relation &&
      claim.subject.conceptId === subject.conceptId &&
      claim.value === value &&
      claim.analyte === state.analyte;
    if (known.some((claim) => same(claim) && claim.polarity === 'asserted')) return;
    const block = this.sentence.block.index;
    const first = this.#units[state.from]!.element;
    let end = state.to;
    while (this.#units[end + 1]?.isCovered === true) end++;
    const last = this.#units[end]!.element;
    const span = proseSpan(first.span.start, Math.max(first.span.end, last.span.end));
    const here = subject.block === block && contains(this.sentence.sentence.span, subject.span);
    this.claims.push({
      relation,
      subject,
      object: { text: this.sentence.block.text.slice(span.start, span.end), block, span },
      ...(value === undefined ? {} : { value }),
      ...(state.analyte === undefined ? {} : { analyte: state.analyte }),
      ...(state.attribute === undefined ? {} : { attribute: state.attribute }),
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block,
      span: here ? proseSpan(Math.min(subject.span.start, span.start), Math.max(subject.span.end, span.end)) : span,
      form: 'state',
    });
  }
}

const LONGEST = 90;
