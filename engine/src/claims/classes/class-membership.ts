import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { DEFINITE, NOUN_PHRASE } from './class-frames.js';
import { ClassPhrases } from './class-phrases.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import {
  APART,
  ARE,
  BEFORE_GROUP,
  BEFORE_NO_SUBJECT,
  BESIDE_ORDINAL,
  COMES,
  COUNTED,
  COVERS,
  FOUND,
  GROUPS,
  INTO,
  LINE_LABELS,
  LINE_MARKS,
  MEDICINES,
  OF,
  ORDINALS,
  PLACING,
  STOPS_MEMBERS,
} from './membership-words.js';

/**
 * Reads that a thing is put among the things of a class, whatever the verb: "is filed under the antibiotics", "stands
 * with the statins", "the heading … covers", "both are steroids", "… is the other".
 */
export function readMembership(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion) return [];
  const reader = new MembershipReader(sentence, clause, discourse, terminology);
  reader.readPlaced();
  reader.readCovered();
  reader.readFamilies();
  reader.readInOneFamily();
  reader.readBoth();
  reader.readAsTheyGo();
  reader.readOfAll();
  reader.readLinesWithNames();
  return reader.claims;
}

/** "Two calcium channel blockers come up. Diltiazem is the better known; bosentan is the other." */
export function readOrdinals(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion) return [];
  const reader = new MembershipReader(sentence, clause, discourse, terminology);
  reader.readOrdinal();
  return reader.claims;
}

class MembershipReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);

  /** "Allopurinol is filed under antibiotics", "counts towards the beta blockers", "has its place among the statins". */
  readPlaced(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 1; at++) {
      if (!PLACING.has(this.#norm(at))) continue;
      // "belongs, together with chloroquine, to the antibiotics"
      const close = this.#norm(at + 1) === ',' ? [3, 4, 5, 6].find((step) => this.#norm(at + step) === ',') : undefined;
      // "belongs with infliximab in the group of …"
      const isInCompany = this.#norm(at + 1) === 'with' && this.#isThingAt(at + 2);
      const verb = isInCompany ? at + 2 : close === undefined ? at : at + close;
      const preposition = [1, 2, 3].map((step) => verb + step).find((index) => INTO.has(this.#norm(index)));
      if (preposition === undefined) continue;
      if (this.elements.slice(verb + 1, preposition).some((element) => element.mention !== undefined)) continue;
      // "Verapamil goes with a statin only at a low dose", "They come with antacids", but "It goes with the statins".
      if (this.#norm(preposition) === 'with' && !DEFINITE.has(this.#norm(preposition + 1))) continue;
      const object = this.#groupAfter(preposition + 1);
      if (object === undefined) continue;
      for (const subject of this.#subjectsBefore(at)) this.#add(subject, object, 'placed in a group');
      // "Among the antibiotics we also list allopurinol" is read from the other side.
    }
  }

  /** "The heading “loop diuretics” covers amlodipine", "Under beta blockers you will find sildenafil". */
  readCovered(): void {
    for (let at = this.clause.start; at < this.clause.end - 1; at++) {
      const here = this.elements[at]!;
      if (!this.#phrases.isClass(here)) continue;
      if (!this.#isGroup(here)) {
        this.#readAmong(here, at);
        continue;
      }
      const before = this.elements.slice(this.clause.start, at);
      const opens =
        INTO.has(before[0]?.norm ?? '') &&
        before.every(({ norm }) => INTO.has(norm) || NOUN_PHRASE.has(norm) || BEFORE_GROUP.has(norm));
      if (before.length > 4 && !opens) continue;
      for (let next = at + 1; next < Math.min(at + 7, this.clause.end); next++) {
        const norm = this.#norm(next);
        if (this.elements[next]!.mention !== undefined) break;
        if (!(COVERS.has(norm) || (opens && FOUND.has(norm)))) continue;
        const members = this.#membersFrom(next + 1);
        for (const member of members) this.#add(partyOf(member.mention!), { element: here, at }, 'covered by a group');
        break;
      }
    }
  }

  /** "Among the parasitic diseases we find calcinosis." */
  #readAmong(here: Element, at: number): void {
    const { start } = this.clause;
    const opens = this.elements
      .slice(start, at)
      .every(({ norm }) => norm === 'among' || norm === 'amongst' || norm === 'the');
    if (!opens || at === start || !/s$/u.test(here.norm)) return;
    const verb = [1, 2, 3, 4].map((step) => at + step).find((index) => FOUND.has(this.#norm(index)));
    if (verb === undefined) return;
    const subject = this.elements.slice(verb + 1, verb + 3).find(({ mention }) => mention?.conceptId !== undefined);
    if (subject !== undefined) this.#add(partyOf(subject.mention!), { element: here, at }, 'placed in a group');
  }

  /** "a drug of the diuretic class", "a tablet from the group of calcineurin inhibitors", "one from the statin family". */
  readFamilies(): void {
    for (let at = this.clause.start; at < this.clause.end - 1; at++) {
      if (!OF.has(this.#norm(at)) || !['the', 'our'].includes(this.#norm(at + 1))) continue;
      const object = this.#namedGroupAfter(at + 1);
      if (object === undefined) continue;
      const head = this.#norm(at - 1);
      if (!MEDICINES.has(head) && !COMES.has(head) && head !== '(' && head !== ',') continue;
      for (const subject of this.#subjectsBefore(at - 1)) this.#add(subject, object, 'of a family');
    }
  }

  /** "It is in the same family as prednisone", "atenolol is a close relative of allopurinol" names no class: only with "both". */
  readInOneFamily(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      if (this.#norm(at) !== 'same' || !GROUPS.has(this.#norm(at + 1))) continue;
      const object = this.#groupAfter(at + 3);
      if (object === undefined || !['as', 'of', ','].includes(this.#norm(at + 2))) continue;
      for (const subject of this.#subjectsBefore(at)) this.#add(subject, object, 'of one family');
    }
  }

  /** "I take losartan. It is a cousin of prednisone: both are steroids." */
  readBoth(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      const isPair = this.#norm(at) === 'both' || (this.#norm(at) === 'the' && this.#norm(at + 1) === 'two');
      if (!isPair) continue;
      const verb = [1, 2, 3].map((step) => at + step).find((index) => ARE.has(this.#norm(index)));
      if (verb === undefined) continue;
      if (this.elements.slice(at, verb).some((element) => element.mention !== undefined)) continue;
      const object = this.#phrases.classAfter(verb + 1);
      if (object === undefined) continue;
      const things = this.#twoThingsBefore(at);
      for (const thing of things) {
        // "I was switched from one to the other. Both are …": what was done with the two holds neither apart from the class.
        this.#addParty(thing, partyOf(this.elements[object.at]!.mention!), 'both are', object.at, at);
      }
    }
  }

  /** "Of all the anticoagulants, I know apixaban best." */
  readOfAll(): void {
    const { start } = this.clause;
    if (!['of', 'among', 'amongst'].includes(this.#norm(start))) return;
    const object = this.#groupAfter(start + 1);
    if (object === undefined || !this.elements.slice(start, object.at).some(({ norm }) => norm === 'the')) return;
    // "Take acetaminophen first. Of all the NSAIDs it is the kindest to the stomach."
    const behind = this.#norm(object.at + 1) === ',' ? object.at + 2 : object.at + 1;
    if (this.#norm(behind) === 'it' && ['is', 'was', 'has'].includes(this.#norm(behind + 1))) {
      const names = this.elements.slice(behind, this.clause.end).some((element) => this.#isThing(element));
      const subject = names ? undefined : this.#onlyOneBefore();
      if (subject !== undefined) this.#add(subject, object, 'of all of them');
      return;
    }
    // "Of all the blood thinners on our ward list, verapamil is …"
    const comma = this.elements.findIndex(({ norm }, at) => at > object.at && norm === ',');
    if (comma < 0 || comma > object.at + 6) return;
    if (this.elements.slice(object.at + 1, comma).some(({ mention }) => mention !== undefined)) return;
    const things = this.elements.slice(object.at, this.clause.end).filter((element) => this.#isThing(element));
    if (things.length === 1) this.#add(partyOf(things[0]!.mention!), object, 'of all of them');
  }

  /** The one medicine of the sentence before, or of what that one goes on about, where no class stands beside it. */
  #onlyOneBefore(): ClaimParty | undefined {
    const sentences = this.discourse.sentences[this.sentence.block.index]!;
    let last = this.sentence.sentenceIndex - 1;
    while (last > 0 && this.#namesNone(sentences[last]!)) last--;
    const before = sentences[last]?.elements ?? [];
    const [only, ...others] = before.filter((element) => this.#isThing(element));
    if (only === undefined || others.length > 0) return undefined;
    return before.some((element) => this.#isGroup(element)) ? undefined : partyOf(only.mention!);
  }

  /** "It is given under the skin once a week." */
  #namesNone({ elements, isQuestion }: SentenceElements): boolean {
    const isNamed = elements.some((element) => this.#isThing(element) || this.#isGroup(element));
    return !isQuestion && !isNamed && elements[0]?.norm === 'it';
  }

  /** "As bisphosphonates go, it is well tolerated." */
  readAsTheyGo(): void {
    const { start } = this.clause;
    const here = this.elements[start + 1];
    if (this.#norm(start) !== 'as' || !this.#phrases.isClass(here) || this.#norm(start + 2) !== 'go') return;
    const named = this.elements.slice(start + 3, start + 7).find((element) => this.#isThing(element));
    const subject = named === undefined ? this.#carried() : partyOf(named.mention!);
    if (subject !== undefined) this.#add(subject, { element: here!, at: start + 1 }, 'as they go');
  }

  /** "Class: bisphosphonate" on the card of a medicine. */
  readLinesWithNames(): void {
    const { start } = this.clause;
    if (start !== 0) return;
    const colon = this.elements.slice(0, 5).findIndex(({ norm }) => LINE_MARKS.has(norm));
    if (colon < 1 || !this.elements.slice(0, colon).every((element) => LINE_LABELS.has(element.norm))) return;
    if (!this.elements.slice(0, colon).some(({ norm }) => GROUPS.has(norm) || norm === 'what')) return;
    const object = this.#phrases.classAfter(colon + 1);
    if (object === undefined) return;
    const { block, sentenceIndex } = this.sentence;
    const subject = this.discourse.lineTopic(block.index, sentenceIndex, (id) => this.#isDrug(id));
    if (subject !== undefined) {
      this.#add(subject, { element: this.elements[object.at]!, at: object.at }, 'line of a card');
    }
  }

  /** "Bosentan is the other", "the second is lanthanum", after a sentence that announces so many of a class. */
  readOrdinal(): void {
    const { start, end } = this.clause;
    const things = this.elements.slice(start, end).filter((element) => this.#isThing(element));
    if (things.length !== 1 || this.elements.slice(start, end).some((element) => this.#phrases.isClass(element))) {
      return;
    }
    const [thing] = things;
    const at = this.elements.indexOf(thing!);
    const verb = this.#norm(at + 1) === 'is' ? at + 1 : this.#norm(at - 1) === 'is' ? at - 1 : -1;
    if (verb < 0) return;
    const side = verb > at ? this.elements.slice(verb + 1, verb + 6) : this.elements.slice(start, verb);
    if (!side.some(({ norm }) => ORDINALS.has(norm)) || !closesOrdinal(side)) return;
    const group = this.#announced();
    if (group !== undefined) this.#addParty(partyOf(thing!.mention!), group, 'one of those announced', verb);
  }

  /** The one class of which the sentence, or the one before, announces two or more. */
  #announced(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    for (let index = sentenceIndex; index >= Math.max(0, sentenceIndex - 2); index--) {
      const { elements } = this.discourse.sentences[block.index]![index]!;
      const upTo = index === sentenceIndex ? this.clause.start : elements.length;
      const groups = elements
        .slice(0, upTo)
        .filter((element) => this.#phrases.isClass(element) && this.#isGroup(element));
      if (groups.length === 0) continue;
      const at = elements.indexOf(groups[0]!);
      const counted = elements.slice(Math.max(0, at - 3), at).some(({ norm }) => COUNTED.has(norm));
      return groups.length === 1 && counted ? partyOf(groups[0]!.mention!) : undefined;
    }
    return undefined;
  }

  /** What a preposition of placing leads to: the class, or "the heading of", "the family of" and the class. */
  #groupAfter(from: number): { element: Element; at: number } | undefined {
    for (let at = from; at < Math.min(from + 6, this.clause.end); at++) {
      const element = this.elements[at]!;
      if (this.#phrases.isClass(element)) {
        const next = this.#norm(at + 1);
        const ends = this.#phrases.endsPhrase(at) || GROUPS.has(next);
        return ends && (this.#isGroup(element) || this.#phrases.isMember(element)) ? { element, at } : undefined;
      }
      if (element.mention !== undefined || !(BEFORE_GROUP.has(element.norm) || GROUPS.has(element.norm))) {
        return undefined;
      }
    }
    return undefined;
  }

  /** A class with a word for group beside it. */
  #namedGroupAfter(from: number): { element: Element; at: number } | undefined {
    const found = this.#groupAfter(from);
    if (found === undefined) return undefined;
    const around = [...this.elements.slice(from, found.at), this.elements[found.at + 1]];
    return around.some((element) => GROUPS.has(element?.norm ?? '')) ? found : undefined;
  }

  #subjectsBefore(at: number): ClaimParty[] {
    const found: ClaimParty[] = [];
    for (let index = at - 1; index >= this.clause.start; index--) {
      const element = this.elements[index]!;
      if (this.#isSubject(element)) {
        if (BEFORE_NO_SUBJECT.has(this.#norm(index - 1))) return [];
        found.push(partyOf(element.mention!));
        if (!['and', ',', 'or'].includes(this.#norm(index - 1))) return found;
        continue;
      }
      if (found.length > 0 && !['and', ',', 'or'].includes(element.norm)) return found;
      if (element.mention !== undefined && this.#phrases.isClass(element)) return [];
    }
    if (found.length > 0) return found;
    const opening = this.elements.slice(this.clause.start, at);
    const carried = opening.length <= 5 && opensWithPronoun(opening) ? this.#carried() : undefined;
    return carried === undefined ? [] : [carried];
  }

  #membersFrom(from: number): Element[] {
    const members: Element[] = [];
    for (let at = from; at < Math.min(this.clause.end, from + 20); at++) {
      const element = this.elements[at]!;
      if (this.#isThing(element)) members.push(element);
      else if (element.mention !== undefined || STOPS_MEMBERS.has(element.norm)) break;
      else if (members.length === 0 && at - from > 4) break;
    }
    return members;
  }

  #twoThingsBefore(at: number): ClaimParty[] {
    const here = this.elements.slice(0, at).filter((element) => this.#isNamed(element));
    const things = here.map((element) => partyOf(element.mention!));
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1];
    if (things.length < 2 && before !== undefined && !before.isQuestion) {
      things.unshift(
        ...before.elements.filter((element) => this.#isNamed(element)).map((element) => partyOf(element.mention!)),
      );
    }
    const distinct = things.filter(
      (thing, index) => things.findIndex((other) => other.conceptId === thing.conceptId) === index,
    );
    return distinct.length === 2 ? distinct : [];
  }

  /** A medicine, or a class that is named like one: heparin. */
  #isNamed(element: Element): boolean {
    return this.#isThing(element) || (this.#isGroup(element) && !/s$/u.test(element.norm));
  }

  #carried(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const subject = this.discourse.carriedSubject(block.index, sentenceIndex);
    return subject?.conceptId !== undefined && this.#isDrug(subject.conceptId)
      ? subject
      : this.discourse.topicOf(block.index, sentenceIndex, (id) => this.#isDrug(id), true);
  }

  #isDrug(id: string): boolean {
    return this.terminology.concept(id)?.kind === 'drug';
  }

  #isThing(element: Element): boolean {
    return isDrug(element, this.terminology);
  }

  #isThingAt(at: number): boolean {
    return at < this.clause.end && this.#isThing(this.elements[at]!);
  }

  /** A medicine, or a form that is a kind of one of the types. */
  #isSubject(element: Element): boolean {
    const id = element.mention?.conceptId;
    if (id === undefined) return false;
    const kind = this.terminology.concept(id)?.kind;
    return kind === 'drug' || kind === 'form' || kind === 'type' || kind === 'procedure';
  }

  #isGroup(element: Element): boolean {
    return this.#phrases.isDrugClass(element);
  }

  #add(subject: ClaimParty, object: { element: Element; at: number }, form: string): void {
    this.#addParty(subject, partyOf(object.element.mention!), form, object.at);
  }

  /** @param from where the words begin that may hold the thing and the class apart */
  #addParty(subject: ClaimParty, object: ClaimParty, form: string, at: number, from = this.clause.start): void {
    if (subject.conceptId === object.conceptId) return;
    if (this.elements.slice(from, this.clause.end).some(({ norm }) => APART.has(norm))) return;
    const block = this.sentence.block.index;
    const whole = this.sentence.sentence.span;
    const spans = [subject, object]
      .filter((party) => party.block === block && contains(whole, party.span))
      .map(({ span }) => span);
    const said = this.elements[at]!.span;
    spans.push(said);
    const first = Math.min(...spans.map(({ start }) => start));
    const last = Math.max(...spans.map(({ end }) => end));
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      polarity: this.#isDeniedWithin(first, at) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, at) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block,
      span: proseSpan(first, last),
      form,
    });
  }

  #isDeniedWithin(first: number, at: number): boolean {
    const from = this.elements.findIndex(({ span }) => span.start >= first);
    return isDenied(this.elements, Math.max(this.clause.start, from - 3), at);
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

/** "the other", "the better known": nothing but the ordinal and words of degree up to a mark. */
function closesOrdinal(side: readonly Element[]): boolean {
  const mark = side.findIndex((element) => element.kind === 'mark');
  const words = mark < 0 ? side : side.slice(0, mark);
  return words.length > 0 && words.every(({ norm }) => ORDINALS.has(norm) || BESIDE_ORDINAL.has(norm));
}
