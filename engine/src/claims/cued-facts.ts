import type { AttributeName } from '../terminology/terminology.js';
import { matchPlaces } from './attribute-match.js';
import type { ClaimParty } from './claim.js';
import { partyOf } from './discourse.js';
import { FactSubjects } from './fact-subjects.js';
import { NEGATORS } from './lexicon.js';
import { LABEL_MARKS } from './meaning-words.js';
import { firstWordsOfAll } from './phrase-openings.js';

export interface CuedName {
  readonly subject: ClaimParty;
  /** Index of the element that the statement begins at. */
  readonly tie: number;
  /** Index of its last element. */
  readonly end: number;
}

/**
 * Finds of what a name is said that stands in one part of a clause with a cue, in whatever order: "B cells are depleted
 * by abatacept", "vitamin K is what they interfere with", "an antibody against CD20". The part ends where another
 * statement begins, and one thing only may be meant.
 */
export abstract class CuedSubjects extends FactSubjects {
  /** @param to index of the token behind the name, `at` its first element */
  protected cuedTo(name: AttributeName, to: number, at: number): CuedName | undefined {
    if (name.cues.length === 0) return undefined;
    const behind = this.elements.findIndex((element, index) => index >= at && element.firstToken >= to);
    const last = (behind < 0 ? this.clause.end : behind) - 1;
    const cue = this.#cueNear(name, at, last);
    const beside = name.ties.length > 0 ? this.#beside(name.attribute, at) : undefined;
    const said = beside ?? (cue === undefined ? undefined : this.#saidOf(name, cue.at, at, last));
    if (said === undefined) return undefined;
    const found = { ...said, end: beside === undefined ? Math.max(last, cue!.last) : last };
    return this.#isOpen(found) ? undefined : found;
  }

  /** "heparin pills", "infliximab, a tablet,": the name stands right behind the thing. */
  #beside(attribute: string, at: number): Said | undefined {
    const norm = (index: number) => this.elements[index]?.norm ?? '';
    let index = at - 1;
    if (['a', 'an'].includes(norm(index)) && norm(index - 1) === ',') index -= 2;
    if (index < this.clause.start || this.holderAt(index, attribute) === undefined) return undefined;
    return { subject: partyOf(this.elements[index]!.mention!), tie: index };
  }

  /** The nearest cue in the same part of the clause, by the indexes of its first and its last element. */
  #cueNear({ cues }: AttributeName, at: number, last: number): { at: number; last: number } | undefined {
    const opens = firstWordsOfAll(cues);
    const { tokens } = this.sentence.block;
    const end = this.elements[this.clause.end - 1]!.endToken;
    const cueAt = (index: number): { at: number; last: number } | undefined => {
      const { firstToken, endToken, mention } = this.elements[index]!;
      if (!opens.has(tokens[firstToken]!.norm)) return undefined;
      const to = Math.max(...cues.map((cue) => matchPlaces(tokens, cue, firstToken, end)));
      // "calcium channel blocker": a part of a longer name.
      if (to <= firstToken || (mention?.conceptId !== undefined && to < endToken)) return undefined;
      const behind = this.elements.findIndex((element) => element.firstToken >= to);
      return { at: index, last: (behind < 0 ? this.clause.end : behind) - 1 };
    };
    for (let index = at - 1; index >= Math.max(this.clause.start, at - FARTHEST); index--) {
      if (this.#parts(index)) break;
      const cue = cueAt(index);
      if (cue !== undefined) return cue;
    }
    for (let index = last + 1; index < Math.min(this.clause.end, last + FARTHEST); index++) {
      if (this.#parts(index)) break;
      const cue = cueAt(index);
      if (cue !== undefined) return cue;
    }
    return undefined;
  }

  #parts(index: number): boolean {
    const { norm } = this.elements[index]!;
    if (PARTING.has(norm)) return true;
    return norm === ',' && JOINS.has(this.elements[index + 1]?.norm ?? '') && this.#opensStatement(index + 2);
  }

  /** A thing or a pronoun stands there: what follows is said of that. */
  #opensStatement(index: number): boolean {
    const { mention, norm } = this.elements[index] ?? {};
    return mention?.conceptId !== undefined || SUBJECT_PRONOUNS.has(norm ?? '');
  }

  #saidOf(name: AttributeName, cue: number, at: number, last: number): Said | undefined {
    const { attribute } = name;
    const first = Math.min(cue, at);
    const holders = this.#holders(attribute, at, last);
    const ids = new Set(holders.map((index) => this.elements[index]!.mention!.conceptId));
    if (ids.size === 0) {
      if (this.#isOfOthers(this.clause.start, first)) return undefined;
      const subject = this.subjectBefore(attribute, first, at);
      return subject === undefined ? undefined : { subject, tie: first };
    }
    const before = holders.filter((index) => index < first && !this.#isSetAside(index)).at(-1);
    const single = ids.size === 1 ? holders[0]! : undefined;
    const own = before ?? (single !== undefined && this.#isBehind(single, cue, at, last) ? single : undefined);
    if (own === undefined || this.#isSetAside(own)) return undefined;
    if (own < first) {
      if (this.#isOfOthers(own + 1, first) || this.#hasRival(own, own + 1, first)) return undefined;
    }
    return { subject: partyOf(this.elements[own]!.mention!), tie: Math.min(own, first) };
  }

  /** "… are depleted by abatacept", "… is what warfarin blocks", "blocking … is how apixaban works". */
  #isBehind(own: number, cue: number, at: number, last: number): boolean {
    const words = (from: number, to: number) => this.elements.slice(from, to).map(({ norm }) => norm);
    if (at < own && own < cue) return words(last + 1, own).some((norm) => CLEFT.has(norm)) && own - last <= 4;
    if (at < cue) {
      const between = words(cue + 1, own);
      return cue < own && own - cue <= 8 && between.some((norm) => BEFORE_AGENT.has(norm));
    }
    // The name is behind its cue.
    if (own <= last) return false;
    if (cue > this.clause.start + 1) return words(last + 1, own).includes('by') && own - last <= 4;
    return own - last <= 6 && !this.#hasRival(own, last + 1, own);
  }

  /** Indexes of what has the attribute, but for what belongs to the name. */
  #holders(attribute: string, at: number, last: number): readonly number[] {
    const found: number[] = [];
    for (let index = this.clause.start; index < this.clause.end; index++) {
      if ((index < at || index > last) && this.holderAt(index, attribute) !== undefined) found.push(index);
    }
    return found;
  }

  /** "like warfarin", "with rituximab", "when etanercept". */
  #isSetAside(index: number): boolean {
    const before = this.elements[index - 1]?.norm ?? '';
    return index > this.clause.start && (ASIDE.has(before) || this.isInserted(index));
  }

  /** "Drugs that block …", "another one which …": of things that are not named. */
  #isOfOthers(from: number, to: number): boolean {
    for (let index = from; index < to; index++) {
      if (!OTHERS.has(this.elements[index]!.norm)) continue;
      const isRelative = [1, 2].some((step) => RELATIVES.has(this.elements[index + step]?.norm ?? ''));
      const opening = this.elements.slice(Math.max(this.clause.start, index - 4), index).map(({ norm }) => norm);
      const isPredicate = opening.some((norm) => IS.has(norm) || LABEL_MARKS.has(norm) || norm === ',') || index < 3;
      if (isRelative && !(isPredicate && !/s$/u.test(this.elements[index]!.norm))) return true;
    }
    return false;
  }

  /** Another medicine or treatment, which the statement may be of. */
  #hasRival(own: number, from: number, to: number): boolean {
    const id = this.elements[own]!.mention!.conceptId!;
    return this.elements.slice(from, to).some(({ mention }) => {
      const other = mention?.conceptId;
      if (other === undefined || other === id || !RIVALS.has(this.kindOf(other))) return false;
      return !this.terminology.isA(id, other) && !this.terminology.isA(other, id);
    });
  }

  /** A word that denies it, or leaves it to some cases, stands in the statement or right before it. */
  #isOpen({ tie, end }: CuedName): boolean {
    const from = Math.max(this.clause.start, tie - 4);
    return this.elements.slice(from, Math.min(this.clause.end, end + 3)).some(({ norm, mention }, offset) => {
      if (mention?.conceptId !== undefined) return false;
      const next = this.elements[from + offset + 1]?.norm ?? '';
      if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) return !['only', 'doubt', 'longer'].includes(next);
      // "once a week" counts, and tells of no other time.
      return OPEN.has(norm) || (norm === 'once' && !TIMES.has(next));
    });
  }
}

type Said = Omit<CuedName, 'end'>;

/** How many elements may stand between a name and its cue. */
const FARTHEST = 9;
const PARTING = new Set(
  '; because so while whereas but since although though when if unless until then whether therefore'.split(' '),
);
const JOINS = new Set('and or yet'.split(' '));
const SUBJECT_PRONOUNS = new Set('it they you we he she this that its their i'.split(' '));
const BEFORE_AGENT = new Set('by of under with on'.split(' '));
const CLEFT = new Set('what which that'.split(' '));
const ASIDE = new Set('unlike like than without instead against from versus vs as'.split(' '));
const OTHERS = new Set(
  'drug drugs medicine medicines medication medications agents treatments treatment one ones those others another something anything people patients'.split(
    ' ',
  ),
);
const RELATIVES = new Set('that which who whose'.split(' '));
const IS = new Set('is are was were being'.split(' '));
const TIMES = new Set('a daily weekly monthly yearly every per each in more the'.split(' '));
const RIVALS = new Set(['drug', 'drug-class', 'procedure']);
const OPEN = new Set(
  'may might could would should unless if whether instead rather unlike than versus vs neither nor formerly except besides avoid stop stopped stopping without free lack lacks lacking myth wrongly rarely seldom sometimes occasionally different differs'.split(
    ' ',
  ),
);
