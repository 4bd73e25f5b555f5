import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { mattersOf, type Matter } from './class-announced.js';
import { ACTS_ON, APART, BRIDGES, GROUP_NOUNS } from './class-frames.js';
import { ClassPhrases } from './class-phrases.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { type Element, type SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * Reads the class of medicines from what stands around their clause: "… all fall into that group", "… belong here" under
 * the heading of a class, "the second is a statin" of two that were named, and one pair among several of the same form.
 */
export function readClassContext(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const reader = new ClassContextReader(sentence, clause, discourse, terminology, undefined);
  reader.readBelonging();
  reader.readNamedLater();
  reader.readOrdinal();
  reader.readCountedNames();
  reader.readParallel();
  return reader.claims;
}

/** The same of diseases and their kinds: "… Lupus and scleroderma belong to this group." */
export function readDiseaseContext(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const [, diseases] = mattersOf(terminology);
  const reader = new ClassContextReader(sentence, clause, discourse, terminology, diseases!);
  reader.readBelonging();
  return reader.claims;
}

class ClassContextReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);
  /** Undefined for medicines and their classes. */
  readonly #matter: Matter | undefined;

  constructor(
    sentence: SentenceElements,
    clause: Clause,
    discourse: Discourse,
    terminology: Terminology,
    matter: Matter | undefined,
  ) {
    super(sentence, clause, discourse, terminology);
    this.#matter = matter;
  }

  /** "Naproxen, indomethacin and prednisone all fall into that group.", "Sevelamer and warfarin belong here." */
  readBelonging(): void {
    const { start, end } = this.clause;
    const things = this.#indexes((element) => this.#isThing(element));
    if (things.length === 0 || this.#indexes((element) => this.#isGroup(element)).length > 0) return;
    const [first, last] = [things[0]!, things[things.length - 1]!];
    if (first - start > 3 || !this.#isList(first, last)) return;
    const rest = this.elements.slice(last + 1, end).filter(({ norm }) => !BRIDGES.has(norm) || POINTS.has(norm));
    const verb = this.#norm(last + 1);
    const said = this.elements.slice(last + 1, end).map(({ norm }) => norm);
    if (!said.slice(0, 3).some((norm) => BELONGS.has(norm)) || verb === ',') return;
    if (!rest.slice(0, 7).some(({ norm }, at) => this.#pointsBack(norm, rest[at + 1]?.norm ?? ''))) return;
    // "It is mentioned here only …": spoken of in this place.
    if (said.slice(0, said.indexOf('here')).some((norm) => SPOKEN_OF.has(norm))) return;
    if (said.some((norm) => APART.has(norm)) || isDenied(this.elements, start, end)) return;
    const group = this.#groupBefore();
    if (group === undefined) return;
    for (const thing of things) this.#add(this.#party(thing), group, [thing], 'belongs to what was named');
  }

  /** "here", "that group", "this heading", "the same class", "them" */
  #pointsBack(norm: string, next: string): boolean {
    if (norm === 'here') return true;
    return POINTS.has(norm) && (GROUP_NOUNS.has(next) || next === 'heading');
  }

  /** "You take an antacid. It is called prednisone.", "… Its name is prednisone." */
  readNamedLater(): void {
    const { start, end } = this.clause;
    const things = this.#indexes((element) => this.#isThing(element));
    const { block, sentenceIndex } = this.sentence;
    if (things.length !== 1 || start > 0 || sentenceIndex === 0 || things[0]! > 5) return;
    const opening = this.elements
      .slice(start, things[0])
      .map(({ norm }) => norm)
      .join(' ');
    if (!NAMES_IT.has(opening) || !CLOSES_LIST.has(this.#norm(things[0]! + 1)) || isDenied(this.elements, start, end)) {
      return;
    }
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]!;
    const groups = before.elements.filter((element) => this.#isGroup(element));
    const at = before.elements.indexOf(groups[0]!);
    const isOne = before.elements.slice(Math.max(0, at - 4), at).some(({ norm }) => ONE.has(norm));
    const others = before.elements.some((element) => this.#isThing(element) || APART.has(element.norm));
    if (groups.length !== 1 || !isOne || others || before.isQuestion || isDenied(before.elements, 0, at)) return;
    this.#add(this.#party(things[0]!), partyOf(groups[0]!.mention!), [start, things[0]!], 'its name');
  }

  /** "Two drugs were tried: diltiazem and etidronate. The first is …; the other is a steroid." */
  readOrdinal(): void {
    const { start, end } = this.clause;
    if (this.#indexes((element) => this.#isThing(element) && PLACES[element.norm] === undefined).length > 0) return;
    if (this.#indexes((element) => this.#isGroup(element)).length === 0) return;
    for (let at = start; at < end - 2; at++) {
      const place = this.#norm(at) === 'the' ? PLACES[this.#norm(at + 1)] : undefined;
      // "Two of my three tablets are calcium channel blockers and the third is …" speaks of the one that is left.
      if (place === undefined || this.#isOneLeft(at)) continue;
      let next = at + 2;
      // "The other tablet was an antibiotic" speaks of a third one.
      const beside = this.#norm(at + 1) === 'other' ? BESIDE_OTHER : BESIDE_PLACE;
      while (beside.has(this.#norm(next))) next++;
      const isStated = ['is', 'was'].includes(this.#norm(next));
      // "The former is an opioid, the latter a statin."
      if (!isStated && !(at > start && ['a', 'an'].includes(this.#norm(next)))) continue;
      const object = this.#phrases.classAfter(isStated ? next + 1 : next);
      const named = this.#namedBefore();
      const thing = place < 0 ? named[named.length - 1] : named[place];
      const isClear = named.length === 2 || (this.#norm(at + 1) !== 'other' && this.#norm(at + 1) !== 'latter');
      if (object === undefined || thing === undefined || named.length < 2 || !isClear) continue;
      if (isDenied(this.elements, at, object.at)) continue;
      this.#add(thing, object.party, [at, object.at], 'in the order named');
    }
  }

  /** "either of two calcium channel blockers, diltiazem and bosentan, for one year" */
  readCountedNames(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 3; at++) {
      if (!this.#isGroup(this.elements[at]!) || !LIST_OPENERS.has(this.#norm(at + 1))) continue;
      const count = [1, 2, 3].map((step) => NUMBERS[this.#norm(at - step)] ?? Number(this.#norm(at - step) || NaN));
      const counted = count.find((number) => number > 1);
      const members = this.#membersFrom(at + 2);
      if (counted === undefined || members.length !== counted) continue;
      // "After two antibiotics, colchicine and warfarin were stopped."
      if (!CLOSES_LIST.has(this.#norm(members[members.length - 1]! + 1))) continue;
      // "Two antibiotics, warfarin, and colchicine were on her list."
      if (counted === 2 && this.#norm(members[0]! + 1) === ',') continue;
      for (const member of members) this.#add(this.#party(member), this.#party(at), [member], 'so many of a class');
    }
  }

  /** "heparin with the blood thinners, losartan with the antibiotics": one right pair shows what the others say. */
  readParallel(): void {
    const pairs: { thing: number; group: number; form: string }[] = [];
    let thing = -1;
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const element = this.elements[at]!;
      if (this.#isThing(element)) thing = at;
      else if (this.#isGroup(element) && thing >= 0 && at - thing <= 5) {
        const between = this.elements.slice(thing + 1, at).map(({ norm }) => norm);
        pairs.push({ thing, group: at, form: between.join(' ') });
        thing = -1;
      }
    }
    if (pairs.length < 2 || pairs.some(({ form }) => form !== pairs[0]!.form || !PARALLEL.has(form))) return;
    if (isDenied(this.elements, this.clause.start, this.clause.end)) return;
    const words = this.elements.slice(this.clause.start, this.clause.end);
    if (words.some(({ norm }) => APART.has(norm) || ACTS_ON.has(norm))) return;
    const isRight = ({ thing: a, group: b }: { thing: number; group: number }) =>
      this.terminology.isA(this.elements[a]!.mention!.conceptId!, this.elements[b]!.mention!.conceptId!);
    if (!pairs.some(isRight)) return;
    for (const pair of pairs) {
      this.#add(this.#party(pair.thing), this.#party(pair.group), [pair.thing, pair.group], 'one of several pairs');
    }
  }

  /** The one class that the sentence before names, or else the heading. */
  #groupBefore(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    if (sentenceIndex > 0) {
      const before = this.discourse.sentences[block.index]![sentenceIndex - 1]!;
      const groups = before.elements.filter((element) => this.#isGroup(element));
      const isOpen = before.isQuestion || isDenied(before.elements, 0, before.elements.length);
      if (groups.length > 0) return groups.length === 1 && !isOpen ? partyOf(groups[0]!.mention!) : undefined;
    }
    const topic = this.discourse.headingTopic(block.index);
    return topic !== undefined && this.terminology.concept(topic.conceptId!)!.kind === 'drug-class' ? topic : undefined;
  }

  /** The medicines that the nearest sentence before names, in their order. */
  #namedBefore(): ClaimParty[] {
    const { block, sentenceIndex } = this.sentence;
    for (let index = sentenceIndex - 1; index >= Math.max(0, sentenceIndex - 2); index--) {
      const { elements, isQuestion } = this.discourse.sentences[block.index]![index]!;
      const named = elements.filter((element, at) => this.#isThing(element) || this.#isInRow(elements, at));
      if (!named.some((element) => this.#isThing(element))) continue;
      const ids = new Set(named.map(({ mention }) => mention!.conceptId));
      return isQuestion || ids.size !== named.length ? [] : named.map((element) => partyOf(element.mention!));
    }
    return [];
  }

  #isOneLeft(at: number): boolean {
    return this.elements
      .slice(0, at)
      .some(({ norm }, index, before) => norm === 'of' && NUMBERS[before[index - 1]?.norm ?? ''] !== undefined);
  }

  /** "heparin, lisinopril and ibuprofen": heparin is a class that is named like a medicine. */
  #isInRow(elements: readonly Element[], at: number): boolean {
    const { norm } = elements[at]!;
    if (!this.#isGroup(elements[at]!) || norm.endsWith('s')) return false;
    const isJoined = (joint: number, other: number) =>
      ROW.has(elements[joint]?.norm ?? '') && elements[other] !== undefined && this.#isThing(elements[other]);
    return isJoined(at + 1, at + 2) || isJoined(at - 1, at - 2);
  }

  #membersFrom(from: number): number[] {
    const members: number[] = [];
    for (let at = from; at < this.clause.end; at++) {
      if (this.#isThing(this.elements[at]!)) members.push(at);
      else if (!JOINTS.has(this.#norm(at)) || (this.#norm(at) === ',' && this.#endsList(at))) break;
    }
    return members;
  }

  #endsList(comma: number): boolean {
    return ![1, 2].some((step) => {
      const element = this.elements[comma + step];
      return element !== undefined && this.#isThing(element);
    });
  }

  #isList(first: number, last: number): boolean {
    return this.elements
      .slice(first, last + 1)
      .every((element) => this.#isThing(element) || JOINTS.has(element.norm) || element.mention !== undefined);
  }

  #add(subject: ClaimParty, object: ClaimParty, shown: readonly number[], form: string): void {
    if (subject.conceptId === object.conceptId) return;
    const whole = this.sentence.sentence.span;
    const spans = shown.map((at) => this.elements[at]!.span).filter((span) => contains(whole, span));
    const last = shown[shown.length - 1]!;
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      polarity: 'asserted',
      attribution: isHypothetical(this.elements, this.clause, last) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
      form,
    });
  }

  #indexes(is: (element: Element) => boolean): number[] {
    const found: number[] = [];
    for (let at = this.clause.start; at < this.clause.end; at++) if (is(this.elements[at]!)) found.push(at);
    return found;
  }

  #party(at: number): ClaimParty {
    return partyOf(this.elements[at]!.mention!);
  }

  #isGroup(element: Element): boolean {
    return this.#matter?.isGroup(element) ?? this.#phrases.isDrugClass(element);
  }

  #isThing(element: Element): boolean {
    return this.#matter?.isThing(element) ?? isDrug(element, this.terminology);
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

const BELONGS = new Set('belong belongs fall falls go goes come comes count counts are is stand stands sit'.split(' '));
const SPOKEN_OF = new Set('mentioned discussed described treated used included shown given'.split(' '));
const POINTS = new Set('here this that these same'.split(' '));
const ROW = new Set([',', 'and', 'or']);
const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  former: 0,
  second: 1,
  latter: 1,
  other: 1,
  third: 2,
  last: -1,
};
const BESIDE_PLACE = new Set('one drug medicine tablet of these them the two mentioned named'.split(' '));
const BESIDE_OTHER = new Set('one of these them the two'.split(' '));
const LIST_OPENERS = new Set([',', '(', '–', '—', ':']);
const JOINTS = new Set(', and or & the also as well'.split(' '));
const CLOSES_LIST = new Set(['', ',', '.', ')', ';', '–', '—', '!']);
/** Between a medicine and its class in one of several pairs. */
const PARALLEL = new Set([
  '',
  ...'( : – = → a an'.split(' '),
  ...'with the,under the,among the,to the,in the,as a,as an,is a,is an,with,under,among,as,into the'.split(','),
]);
/** What leads from a class to the name of the one that is meant. */
const NAMES_IT = new Set([
  'it is called',
  'it is named',
  'its name is',
  'the name is',
  'the name of it is',
  'its name :',
  'this one is called',
  'they call it',
  'that is called',
]);
const ONE = new Set('a an one another new my your his her this the'.split(' '));
