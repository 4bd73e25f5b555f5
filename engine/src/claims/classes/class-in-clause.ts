import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import {
  ACTS_ON,
  APART,
  AS_OTHERWISE,
  BEFORE_NO_SUBJECT,
  BRIDGES,
  FORM_NOUNS,
  GROUP_NOUNS,
  HOLDS_MEMBER,
  IS,
  MEMBERSHIP,
  NAMES_MEMBER,
  NOUN_PHRASE,
  OTHER_THINGS,
  RELATIVES,
  THINKS_OF,
} from './class-frames.js';
import { ClassPhrases } from './class-phrases.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';

/**
 * Reads the one medicine and the one class of a clause as said to belong together where the class stands in the frame
 * of a statement, whatever the words between: "has been on the market since 1998 as a …", "makes it a …", "statins, to
 * which … belongs", "an example for a … is …". Words that hold the two apart keep it silent.
 *
 * @param known what other readers have read in the clause; a pair is not claimed twice
 */
export function readClassInClause(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  if (known.some(({ relation }) => relation === 'is-a')) return [];
  const reader = new ClassPairReader(sentence, clause, discourse, terminology);
  reader.read();
  return reader.claims;
}

class ClassPairReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);

  read(): void {
    const { start, end } = this.clause;
    const groups: number[] = [];
    const things: number[] = [];
    for (let at = start; at < end; at++) {
      const element = this.elements[at]!;
      if (this.#isGroup(element)) groups.push(at);
      else if (this.#isThing(element)) things.push(at);
      else if (APART.has(element.norm)) return;
    }
    // "Enoxaparin, a tetracycline antibiotic": two names for classes side by side are one.
    const group = groups[groups.length - 1];
    if (group === undefined || groups.some((at) => group - at > groups.length - 1)) return;
    const names = new Set(things.map((at) => this.elements[at]!.mention!.conceptId));
    const listed = names.size > 1 && things[0]! > group && this.#isList(things);
    if ((names.size > 1 && !listed) || isDenied(this.elements, start, end)) return;
    const thing = things.findLast((at) => at < group) ?? things[0];
    if (thing === undefined) this.#readCarried(group);
    else if (thing < group) this.#readThingFirst(thing, group);
    else if (!listed) this.#readGroupFirst(group, thing);
    else if (this.#isNamedBehind(group, thing, things[things.length - 1]!)) {
      // "Examples of antibiotics are doxycycline and alendronate."
      for (const at of things) this.#add(partyOf(this.elements[at]!.mention!), group, at, 'named member');
    }
  }

  #isList(things: readonly number[]): boolean {
    const [first, last] = [things[0]!, things[things.length - 1]!];
    return this.elements
      .slice(first, last)
      .every((element, at) => things.includes(first + at) || JOINTS.has(element.norm));
  }

  /** "Sildenafil has been on the market since 1998 as a blood thinner." */
  #readThingFirst(thing: number, group: number): void {
    // "Colchicine works as a bisphosphonate does, being one itself."
    const isOne = BEING_ONE.some((words) =>
      [1, 2, 3, 4].some((step) => matchWords(this.elements, group + step, words) > 0),
    );
    if (isOne && thing - this.clause.start <= 1) {
      this.#add(partyOf(this.elements[thing]!.mention!), group, thing, 'is one');
    }
    const frame = this.#frameBefore(group);
    if (isOne || frame === undefined || !this.#endsGroup(group, frame.kind)) return;
    if (this.#holdsApart(thing, frame.at, frame.kind)) return;
    this.#add(partyOf(this.elements[thing]!.mention!), group, thing, frame.kind);
  }

  /** "They gave me alendronate. It's one of those antibiotics.", "This medicament makes part of the corticosteroids." */
  #readCarried(group: number): void {
    const frame = this.#frameBefore(group);
    const { block, sentenceIndex } = this.sentence;
    if (frame === undefined || sentenceIndex === 0 || !this.#endsGroup(group, frame.kind)) return;
    const opening = this.elements.slice(this.clause.start, frame.at);
    const isPronoun = ['it', 'this', 'that', 'which'].includes(opening[0]?.norm ?? '') && opening.length <= 3;
    const isNoun = OTHER_THINGS.has(opening[1]?.norm ?? '') && ['this', 'the', 'that'].includes(opening[0]!.norm);
    const rest = opening.slice(isNoun ? 2 : 1);
    if (this.clause.start > 0 || !(isPronoun || isNoun) || !rest.every(({ norm }) => BRIDGES.has(norm))) return;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]!;
    const named = before.elements.filter((element) => this.#isThing(element));
    if (named.length !== 1 || before.isQuestion || isDenied(before.elements, 0, before.elements.length)) return;
    // "I take warfarin. My new cream is a steroid."
    const others = before.elements.some(
      (element, at) =>
        (OTHER_THINGS.has(element.norm) && INTRODUCES.has(before.elements[at - 1]?.norm ?? '')) ||
        APART.has(element.norm) ||
        this.#isGroup(element),
    );
    if (!others) this.#add(partyOf(named[0]!.mention!), group, this.clause.start, frame.kind);
  }

  /** "Statins, to which omeprazole belongs", "a good example of an anticoagulant would be minocycline". */
  #readGroupFirst(group: number, thing: number): void {
    const subject = partyOf(this.elements[thing]!.mention!);
    const isRelative = RELATIVES.some((words) => this.#matchesAround(words, group, thing));
    if (isRelative || this.#isNamedBehind(group, thing) || this.#isHeldByGroup(group, thing)) {
      this.#add(subject, group, thing, isRelative ? 'one of them' : 'named member');
    }
  }

  /**
   * The word that opens the statement of which the class is the object: "is", "as", "belongs to"; everything between
   * it and the class belongs to the phrase of the class.
   */
  #frameBefore(group: number): { at: number; kind: 'is' | 'as' | 'member' } | undefined {
    for (let at = group - 1; at >= Math.max(this.clause.start, group - 12); at--) {
      const element = this.elements[at]!;
      const membership = MEMBERSHIP.find((words) => this.#endsAt(words, at));
      if (membership !== undefined) return { at: at - membership.length + 1, kind: 'member' };
      if (element.norm === 'as') return this.#isPlainAs(at, group) ? { at, kind: 'as' } : undefined;
      if (IS.has(element.norm)) {
        return !['as', 'so'].includes(this.#norm(at - 1)) && this.#isDetermined(at, group)
          ? { at, kind: 'is' }
          : undefined;
      }
      const isMore = element.mention !== undefined && this.#isGroup(element);
      if (isMore || ['"', '“', '‘'].includes(element.norm)) continue;
      if (element.norm === 'and' && this.#joinsAdjectives(at)) continue;
      if (element.kind !== 'word' || STOPS.has(element.norm)) return undefined;
      if (element.norm === 'for' && !NAMES_MEMBER.has(this.#norm(at - 1))) return undefined;
      if (element.norm === 'of' && !NOUN_PHRASE.has(this.#norm(at - 1)) && !/est$/u.test(this.#norm(at - 1))) {
        return undefined;
      }
    }
    return undefined;
  }

  /** "a well-tried and cheap antacid" */
  #joinsAdjectives(at: number): boolean {
    const [before, after] = [this.elements[at - 1], this.elements[at + 1]];
    return before?.kind === 'word' && after?.kind === 'word' && !DETERMINERS.has(after.norm) && !IS.has(after.norm);
  }

  /** "as a", "as one of the", and not "as strong as a", "such as a", "as well as a". */
  #isPlainAs(at: number, group: number): boolean {
    if (!this.#isDetermined(at, group)) return false;
    if (AS_OTHERWISE.has(this.#norm(at - 1))) return false;
    return !this.elements
      .slice(Math.max(this.clause.start, at - 5), at)
      .some(({ norm }) => ['as', 'same', 'similar', 'so', 'like'].includes(norm));
  }

  #isDetermined(frame: number, group: number): boolean {
    const next = this.#norm(frame + 1);
    return (
      DETERMINERS.has(next) ||
      (IS.has(this.#norm(frame)) && this.elements.slice(frame, group).some(({ norm }) => ARTICLES.has(norm))) ||
      group === frame + 1 ||
      this.elements.slice(frame, group).some(({ norm }) => norm === 'of')
    );
  }

  /** The class ends its phrase, but for "infusion" and "family"; and it is not the subject of what follows. */
  #endsGroup(group: number, kind: string): boolean {
    const next = this.#norm(group + 1);
    const end = FORM_NOUNS.has(next) || GROUP_NOUNS.has(next) ? group + 1 : group;
    // "It was the antacid that made her sick."
    const isThe = this.#norm(group - 1) === 'the' && this.#norm(end + 1) === 'that';
    if (isThe && this.#norm(this.clause.start) === 'it') return false;
    if (kind === 'as' && FINITE.has(this.#norm(end + 1))) return false;
    // "is a drug whose effect an antibiotic can change"
    if (kind === 'is' && ['can', 'may', 'will', 'could', 'might'].includes(this.#norm(end + 1))) return false;
    // "the corticosteroids and was in former times used": what is joined is a verb, and no other thing.
    const isJoined = ['and', 'or'].includes(this.#norm(end + 1)) && !FINITE.has(this.#norm(end + 2));
    return this.#phrases.endsPhrase(end) && !isJoined;
  }

  /** Whether what stands between the medicine and the frame keeps the frame from speaking of the medicine. */
  #holdsApart(thing: number, frame: number, kind: 'is' | 'as' | 'member'): boolean {
    const before = this.#norm(thing - 1);
    const isIt = ['it', 'itself', 'one'].includes(this.#norm(frame - 1)) || this.#norm(frame + 1) === 'one';
    const thinks = THINKS_OF.has(this.#norm(thing - 2)) && ['of', 'to'].includes(before);
    if (BEFORE_NO_SUBJECT.has(before) && !thinks && !(isIt && kind === 'is')) return true;
    if (this.#norm(thing + 1) === 'and') return true;
    // "…, which makes it an NSAID": the medicine that the whole sentence is about.
    if (this.#norm(frame + 1) === 'it' && thing - this.clause.start <= 2) return false;
    const between = this.#ofTheMedicine(thing + 1, frame);
    if (
      between.some(
        (element) => ACTS_ON.has(element.norm) || (element.mention?.conceptId !== undefined && this.#isRival(element)),
      )
    ) {
      return true;
    }
    if (kind === 'as') {
      return between.some((element) => ['and', 'or', 'with', ';', 'another'].includes(element.norm));
    }
    if (isIt && kind === 'is') return false;
    return !between.every((element) => element.norm === '(' || BRIDGES.has(element.norm));
  }

  /** What may be meant instead of the medicine. */
  #isRival(element: Element): boolean {
    const kind = this.terminology.concept(element.mention!.conceptId!)!.kind;
    return kind === 'drug' || kind === 'drug-class' || kind === 'procedure' || kind === 'substance';
  }

  /** ", which as a bisphosphonate": the relative clause is of the medicine. */
  #ofTheMedicine(from: number, to: number): Element[] {
    const kept = this.#phrases.withoutInsertions(from, to);
    const isRelative = kept[0]?.norm === ',' && RELATIVE.has(kept[1]?.norm ?? '');
    return isRelative ? kept.slice(2) : kept;
  }

  /** The pattern stands around the medicine, behind the class: "*" is the medicine. */
  #matchesAround(words: readonly string[], group: number, thing: number): boolean {
    const star = words.indexOf('*');
    const from = thing - star;
    if (from <= group || from - group > 8) return false;
    if (this.elements.slice(group + 1, from).some((element) => element.mention !== undefined)) return false;
    return words.every((word, index) => word === '*' || this.#norm(from + index) === word);
  }

  /** "An anticoagulant frequently used on this ward is allopurinol.", "The name of this corticosteroid is lidocaine." */
  #isNamedBehind(group: number, thing: number, last = thing): boolean {
    const verb = this.elements.findLastIndex(({ norm }, at) => at > group && at < thing && IS.has(norm));
    if (verb < 0 || verb < thing - 3 || !CLOSES.has(this.#norm(last + 1))) return false;
    if (!this.elements.slice(verb + 1, thing).every(({ norm }) => BRIDGES.has(norm))) return false;
    const before = this.elements.slice(this.clause.start, group);
    // Of the words before the class, none makes another thing of the subject: "the alternative to a …".
    if (
      before.length > 8 ||
      !before.every(({ norm, kind }) => kind === 'word' && !STOPS.has(norm) && !isActing(norm))
    ) {
      return false;
    }
    for (const [index, { norm }] of before.entries()) {
      if ((norm === 'of' || norm === 'for') && !NAMES_MEMBER.has(before[index - 1]?.norm ?? '')) return false;
    }
    if (!before.some(({ norm }) => DETERMINERS.has(norm) || norm === 'examples' || norm === 'members')) return false;
    const between = this.#phrases.withoutInsertions(group + 1, verb);
    return !between.some(
      (element) =>
        element.kind === 'mark' ||
        (ACTS_ON.has(element.norm) && element.norm !== 'choice') ||
        WITH.has(element.norm) ||
        (element.mention !== undefined && this.#isRival(element)),
    );
  }

  /** "a drug from the bisphosphonate class, usually rituximab"; "In the group … called JAK inhibitors you will find …". */
  #isHeldByGroup(group: number, thing: number): boolean {
    const opening = this.elements.slice(this.clause.start, group);
    const placed =
      ['to', 'under', 'among', 'amongst', 'in', 'within'].includes(opening[0]?.norm ?? '') &&
      opening
        .slice(1)
        .every(({ norm, kind }) => (kind === 'mark' ? norm !== ',' : NOUN_PHRASE.has(norm) || DETERMINERS.has(norm)));
    if (!placed) return false;
    const between = this.elements.slice(group + 1, thing);
    return (
      between.length <= 8 &&
      between.some(({ norm }) => HOLDS_MEMBER.has(norm)) &&
      !between.some((element) => element.norm === ',' || ACTS_ON.has(element.norm) || WITH.has(element.norm))
    );
  }

  #add(subject: ClaimParty, group: number, from: number, form: string): void {
    const object = partyOf(this.elements[group]!.mention!);
    if (isHypothetical(this.elements, this.clause, Math.max(group, from))) return;
    const inside = subject.block === this.sentence.block.index && contains(this.sentence.sentence.span, subject.span);
    const spans = [inside ? subject.span : this.elements[from]!.span, object.span];
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
      form,
    });
  }

  #endsAt(words: readonly string[], last: number): boolean {
    const from = last - words.length + 1;
    return from >= this.clause.start && matchWords(this.elements, from, words) > 0;
  }

  #isGroup(element: Element): boolean {
    return this.#phrases.isDrugClass(element);
  }

  #isThing(element: Element): boolean {
    return isDrug(element, this.terminology);
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

const ARTICLES = new Set(['a', 'an', 'another']);
const BEING_ONE = ['being one', 'as it is one', 'since it is one', 'because it is one', 'for it is one'].map((text) =>
  text.split(' '),
);
const RELATIVE = new Set(['which', 'that', 'being', 'itself']);
const INTRODUCES = new Set('a an another my her his your our new second both two'.split(' '));
const JOINTS = new Set(', and or & the also'.split(' '));
/** "The one that blocks vitamin K is warfarin" names no member of what is blocked. */
function isActing(norm: string): boolean {
  return ACTS_ON.has(norm) && norm !== 'choice' && norm !== 'alternative';
}

const DETERMINERS = new Set('a an the one this that another those our my her his your their some what'.split(' '));
const FINITE = new Set('is are was were can may might will would should must has have had does did could'.split(' '));
const CLOSES = new Set(['', '.', ',', ';', ')', ':', '–', '—', '!', '"', '”']);
const WITH = new Set('with without plus than to from against and or'.split(' '));
/** Words that end the phrase of a class, looked at from behind: what stands before them is another phrase. */
const STOPS = new Set(
  'to with without from than against on at by about like unlike when while if because since where who whom whose taking having using getting receiving needs need take takes taken gives given give has have had not no nor and or but plus into after before during under over between can may might will would should must could does did do'.split(
    ' ',
  ),
);
