import { ClauseReader } from '../sentences/clause-reader.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { ACTS_ON } from './class-frames.js';
import { ClassPhrases, type PlacedClass } from './class-phrases.js';
import { ASKS_OTHERWISE } from './class-words.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { PRONOUNS } from '../sentences/lexicon.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import {
  ARTICLES,
  BECAUSE_OF_BEING,
  BEFORE_OTHER,
  CLOSES_NAME,
  CLOSING_MARKS,
  DEFINED,
  DO,
  DOSE_WORDS,
  EXCHANGES,
  FINITE,
  INSERTED,
  INTRODUCES,
  LIKE_OTHERS,
  MEDICINE_NOUNS,
  NAMED,
  NAMING_AFTER_COMMA,
  NOT_OF_CLASS,
  OPENS_LIKE,
  OPENS_PHRASE,
  SINGLING,
  TAKERS,
} from './class-name-words.js';

/**
 * Reads a class from the way a thing is named: "a bisphosphonate by the name of diltiazem", "another bisphosphonate,
 * lanthanum,", "As an antibiotic, sevelamer …", "Infliximab blocks TNF. This vitamin K antagonist …".
 */
export function readClassNames(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const reader = new NameReader(sentence, clause, discourse, terminology);
  reader.readOpeningAs();
  reader.readNames();
  reader.readLikeOthers();
  reader.readInsertions();
  reader.readDosed();
  reader.readDemonstratives();
  reader.readFragment();
  return reader.claims;
}

class NameReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);

  /** "As a calcium channel blocker, warfarin …", "Owing to its being an antibiotic, it …" */
  readOpeningAs(): void {
    const { end } = this.clause;
    const start = this.#openingAs();
    if (start === undefined || !(ARTICLES.has(this.#norm(start + 1)) || this.#norm(start + 1) === 'one')) return;
    const object = this.#phrases.classAfter(start + 1);
    const follows = this.#norm(object?.at === undefined ? -1 : object.at + 1);
    if (object === undefined || !(follows === ',' || follows === 'it')) return;
    const named = this.#subjectWithin(object.at + 2, 3) ?? this.#diseaseAt(object.at + 2);
    const isPronoun = follows === 'it' || PRONOUNS.has(this.#norm(object.at + 2));
    // What stands before a colon is not what "it" is.
    const isNew = start > this.clause.start && this.#norm(start - 1) === ':';
    const isOpen = isPronoun && !isNew && object.at + 2 < end;
    const carried = isOpen ? (this.#onlyMedicineUpTo(start) ?? this.#medicineBefore()) : undefined;
    const subject = named === undefined ? carried : partyOf(named.mention!);
    // "Prednisone was followed by colchicine. As a steroid, the first …": of two, another one may be meant.
    const isSure = named !== undefined || this.#namesOneBefore();
    if (subject !== undefined) this.#add(subject, object, isSure ? 'as a' : 'as one of two', object.at);
  }

  #namesOneBefore(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? [];
    const named = [...before, ...this.elements].flatMap(({ mention }) => mention?.conceptId ?? []);
    return new Set(named.filter((id) => this.#isMedicine(id))).size <= 1;
  }

  /** Where "as" or "being" opens the clause, or what follows a colon in it. */
  #openingAs(): number | undefined {
    const { start, end } = this.clause;
    const colon = this.elements.findIndex(({ norm }, at) => at > start && at < end && norm === ':');
    const opens = (at: number) => ['as', 'being'].includes(this.#norm(at));
    if (opens(start)) return start;
    // "It was made for chest pain, and as a bisphosphonate it also slows the heart."
    const joined = this.elements.findIndex(
      ({ norm }, at) => at >= start && at < end && norm === 'and' && opens(at + 1) && ARTICLES.has(this.#norm(at + 2)),
    );
    if (joined >= 0 && this.#norm(joined + 4) === 'it') return joined + 1;
    const because = BECAUSE_OF_BEING.map((words) => matchWords(this.elements, start, words)).find((to) => to > 0);
    if (because !== undefined) return because - 1;
    return colon > 0 && opens(colon + 1) ? colon + 1 : undefined;
  }

  /** "The NSAID known as acetaminophen", "a bisphosphonate called diltiazem", "Another bisphosphonate, lanthanum, came". */
  readNames(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const here = this.elements[at]!;
      if (!this.#phrases.isClass(here)) continue;
      let next = at + 1;
      if (MEDICINE_NOUNS.has(this.#norm(next))) next++;
      if (['instead', 'too', 'again'].includes(this.#norm(next))) next++;
      if (this.#norm(next) === ',' && NAMING_AFTER_COMMA.has(this.#norm(next + 1))) next++;
      const named = NAMED.map((words) => matchWords(this.elements, next, words)).find((end) => end > 0);
      // "as an alternative to the NSAID, colchicine": the class is what something else is set beside.
      const isOther =
        this.#norm(at - 1) === 'the' && ['to', 'than', 'from', 'with', 'without', 'for'].includes(this.#norm(at - 2));
      const comma = this.#norm(next) === ',' && this.#isSingled(at) && !isOther ? next + 1 : undefined;
      const from = named ?? comma ?? this.#behindRelative(at, next);
      if (from === undefined) continue;
      const subject = this.elements[from];
      if (!this.#phrases.isSubject(subject) || this.#phrases.isClass(subject)) continue;
      if (named === undefined && (!CLOSES_NAME.has(this.#norm(from + 1)) || this.#goesOnAsList(from + 1))) continue;
      // "Diltiazem is a calcium channel blocker, minocycline is a tetracycline": each has a clause of its own.
      const isNext = named === undefined && ['is', 'was', 'are'].includes(this.#norm(from + 1));
      if (isNext && this.elements.slice(this.clause.start, at).some((one) => this.#phrases.isSubject(one))) continue;
      // "As an add-on to a statin, colchicine has been studied": the medicine is the subject of what follows.
      const isClosed = this.#norm(from + 1) === '' || CLOSING_MARKS.has(this.#norm(from + 1));
      if (
        named === undefined &&
        !isClosed &&
        this.#norm(at - 2) !== 'is' &&
        (at > this.clause.start + 3 || OPENS_PHRASE.has(this.#norm(this.clause.start)))
      ) {
        continue;
      }
      this.#add(partyOf(subject!.mention!), { party: partyOf(here.mention!), at }, 'name of a member', at);
    }
  }

  /** "Methotrexate, like other antibiotics, is …", "Like other antibiotics, methotrexate …" */
  readLikeOthers(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      if (!OPENS_LIKE.has(this.#norm(at))) continue;
      const end = LIKE_OTHERS.map((words) => matchWords(this.elements, at, words)).find((found) => found > 0);
      if (end === undefined) continue;
      const object = this.#phrases.classAfter(end) ?? this.#doersAt(end);
      if (object === undefined) continue;
      // "As all tetracyclines do, it …"
      const behind = DO.has(this.#norm(object.at + 1)) ? object.at + 2 : object.at + 1;
      const before = [',', '–', '—', '-', '('].includes(this.#norm(at - 1)) ? at - 2 : at - 1;
      const subject =
        at <= this.clause.start + 1
          ? this.#subjectWithin(behind, 3)
          : this.#phrases.isSubject(this.elements[before])
            ? this.elements[before]
            : undefined;
      const isIt = at === this.clause.start && this.#norm(behind) === ',' && this.#norm(behind + 1) === 'it';
      const party = subject === undefined ? (isIt ? this.#medicineBefore() : undefined) : partyOf(subject.mention!);
      if (party !== undefined) this.#add(party, object, 'like others of a class', at);
    }
  }

  /** "all tetracyclines do" */
  #doersAt(at: number): PlacedClass | undefined {
    const element = this.elements[at];
    const isDoing = this.#phrases.isClass(element) && DO.has(this.#norm(at + 1)) && this.#norm(at + 2) === ',';
    return isDoing ? { party: partyOf(element!.mention!), at } : undefined;
  }

  /** "minocycline, you know, the calcium channel blocker", "The drug, a beta blocker by trade, slows" */
  readInsertions(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      if (this.#norm(at) !== ',') continue;
      const inserted = INSERTED.map((words) => matchWords(this.elements, at + 1, words)).find((end) => end > 0);
      let from = at + 1;
      if (inserted !== undefined) from = this.#norm(inserted) === ',' ? inserted + 1 : inserted;
      if (!ARTICLES.has(this.#norm(from)) && this.#norm(from) !== 'the') continue;
      const before = this.elements[at - 1]!;
      const isGeneric = MEDICINE_NOUNS.has(before.norm) && ['the', 'this'].includes(this.#norm(at - 2));
      if (inserted === undefined && !isGeneric) continue;
      const object = this.#phrases.classAfter(from);
      if (object === undefined) continue;
      const subject = isGeneric
        ? this.#medicineBefore()
        : this.#phrases.isSubject(before)
          ? partyOf(before.mention!)
          : undefined;
      if (subject !== undefined) this.#add(subject, object, 'apposition', at);
    }
  }

  /** "diltiazem 120 mg od (ACE inhibitor)": notes put the dose between the name and the class. */
  readDosed(): void {
    for (let at = this.clause.start; at < this.clause.end - 3; at++) {
      const here = this.elements[at];
      if (!this.#phrases.isSubject(here) || this.#phrases.isClass(here)) continue;
      let next = at + 1;
      if (at === this.clause.start && this.#norm(next) === ',') this.#readBare(at);
      while (next < at + 10 && (/^\d|^[.a-z]$/u.test(this.#norm(next)) || DOSE_WORDS.has(this.#norm(next)))) next++;
      if (next === at + 1 || this.#norm(next) !== '(') continue;
      const object = this.elements[next + 1];
      if (!this.#phrases.isClass(object) || ![')', ',', ';', '.'].includes(this.#norm(next + 2))) continue;
      this.#add(partyOf(here!.mention!), { party: partyOf(object!.mention!), at: next + 1 }, 'brackets', at);
    }
  }

  /** "Enoxaparin, tetracycline antibiotic, 40 mg sc once daily": a line of a list, the dose behind the class. */
  #readBare(thing: number): void {
    let last = thing + 2;
    if (!this.#isGroupAt(last)) return;
    if (this.#isGroupAt(last + 1)) last++;
    const isDose = /^\d/u.test(this.#norm(last + 2)) || ['in', 'at', 'once', 'twice'].includes(this.#norm(last + 2));
    if (this.#norm(last + 1) !== ',' || !isDose) return;
    this.#add(
      partyOf(this.elements[thing]!.mention!),
      { party: partyOf(this.elements[last]!.mention!), at: last },
      'apposition',
      thing,
    );
  }

  #isGroupAt(at: number): boolean {
    const element = this.elements[at];
    return this.#phrases.isClass(element) && this.#phrases.isDrugClass(element!);
  }

  /** "Diltiazem is only for the heart. Fact: this antibiotic is used …": the class stands for the medicine before. */
  readDemonstratives(): void {
    for (let at = this.clause.start; at < this.clause.end - 1; at++) {
      // "that" opens a relative clause further on.
      const isNear = at < this.clause.start + 4 && this.#norm(at) === 'that';
      if (this.#norm(at) !== 'this' && !isNear) continue;
      // "this old antibiotic"
      const place = (isNear ? [1] : [1, 2, 3]).map((step) => at + step).find((index) => this.#isGroupAt(index));
      if (
        place === undefined ||
        !this.elements
          .slice(at + 1, place)
          .every(({ kind, norm }) => kind === 'word' && !BEFORE_OTHER.has(norm) && !NOT_OF_CLASS.has(norm))
      ) {
        continue;
      }
      const next = this.#norm(place + 1);
      // "This cephalosporin calms …"
      const isSubject = FINITE.has(next) || (this.#norm(at) === 'this' && /[^s]s$/u.test(next));
      if (!this.#phrases.endsPhrase(place) && !isSubject) return;
      const here = this.elements[place];
      const own = this.elements.slice(0, at).filter((element) => this.#isMedicine(element.mention?.conceptId ?? ''));
      const [named] = own;
      const subject = own.length === 1 ? partyOf(named!.mention!) : this.#medicineBefore();
      if (subject === undefined) return;
      // What was exchanged may be of the class that the new one is not.
      const isNew = own.length === 0 && subject.span.start === this.#newMedicine()?.span.start;
      if (!isNew && this.#isNamedBefore(here!.mention!.conceptId!)) return;
      this.#add(subject, { party: partyOf(here!.mention!), at: place }, 'this class', at);
      return;
    }
  }

  /** "**Apixaban**: tablet. A bisphosphonate, swallowed whole.", "What is it? An antifungal made from plasma." */
  readFragment(): void {
    const { start, end } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const definition = this.discourse.isDefinition(block.index) && sentenceIndex === 0;
    const hasArticle = ARTICLES.has(this.#norm(0));
    if (start !== 0 || !(hasArticle || (definition && this.#phrases.isClass(this.elements[0])))) return;
    const titled = sentenceIndex === 0 && this.discourse.followsTitle(block.index, 0);
    if (sentenceIndex === 0 && !definition && !titled) return;
    // "An antacid that has been tried in …": the verb of a relative clause makes no sentence.
    const relative = this.elements.findIndex(({ norm }, at) => at < end && ['that', 'which', 'who'].includes(norm));
    if (this.elements.slice(0, relative > 0 ? relative : end).some(({ norm }) => FINITE.has(norm))) return;
    const previous = this.discourse.sentences[block.index]![sentenceIndex - 1];
    const opening = this.discourse.sentences[block.index]![0]!.elements;
    const isEntry =
      opening[0]?.mention !== undefined && opening.slice(1, 5).some(({ norm }) => [':', '–', '—', '.'].includes(norm));
    if (!definition && !titled && previous?.isQuestion !== true && !isEntry) return;
    if (previous?.isQuestion === true && previous.elements.some(({ norm }) => ASKS_OTHERWISE.has(norm))) return;
    const object = this.#phrases.classAfter(hasArticle ? 1 : 0);
    if (object === undefined) return;
    const subject =
      definition || titled
        ? this.discourse.topicOf(block.index, 0, (id) => DEFINED.has(this.terminology.concept(id)!.kind))
        : this.#phrases.isDrugClass(this.elements[object.at]!)
          ? this.#medicineBefore()
          : this.#conditionAsked();
    if (subject !== undefined) this.#add(subject, object, 'fragment', 0);
  }

  /** "The opioid my uncle takes, febuxostat, makes him sleepy." */
  #behindRelative(at: number, next: number): number | undefined {
    if (!this.#isSingled(at) || !TAKERS.has(this.#norm(next))) return undefined;
    const comma = this.elements.findIndex(({ norm, kind }, index) => index > next && (kind !== 'word' || norm === ','));
    if (comma < 0 || comma - next > 5 || this.#norm(comma) !== ',') return undefined;
    if (this.elements.slice(next, comma).some(({ norm }) => ACTS_ON.has(norm) || norm === 'with')) return undefined;
    return this.#norm(comma + 2) === ',' ? comma + 1 : undefined;
  }

  /** "Her antibiotic, warfarin, and colchicine were stopped": three things. */
  #goesOnAsList(at: number): boolean {
    if (this.#norm(at) !== ',' || !['and', 'or'].includes(this.#norm(at + 1))) return false;
    return this.elements.slice(at + 2, at + 6).some(({ mention }) => mention !== undefined);
  }

  /** The condition that the question right before asks about, and nothing beside it. */
  #conditionAsked(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const question = this.discourse.sentences[block.index]![sentenceIndex - 1];
    if (question?.isQuestion !== true) return undefined;
    const named = question.elements.filter(({ mention }) => mention !== undefined);
    const isWhat = question.elements.length <= 3 || question.elements[0]!.norm === 'what';
    const [only] = named;
    return named.length === 1 &&
      isWhat &&
      DEFINED.has(this.terminology.concept(only!.mention!.conceptId ?? '')?.kind ?? '')
      ? partyOf(only!.mention!)
      : undefined;
  }

  /** The one medicine that the text before speaks of. */
  /** "Diltiazem was made for chest pain, and as a … it": the sentence opens with it and names no other. */
  #onlyMedicineUpTo(end: number): ClaimParty | undefined {
    const places = this.elements.flatMap(({ mention }, at) => (this.#isMedicine(mention?.conceptId ?? '') ? [at] : []));
    const [only, ...others] = places;
    const opens = only !== undefined && only <= 1 && only < end && others.length === 0;
    return opens ? partyOf(this.elements[only]!.mention!) : undefined;
  }

  #medicineBefore(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    if (this.elements.some((element) => this.#isMedicine(element.mention?.conceptId ?? ''))) return undefined;
    return (
      this.#newMedicine() ?? this.discourse.topicOf(block.index, sentenceIndex, (id) => this.#isMedicine(id), true)
    );
  }

  /** "… will replace your warfarin by apixaban. This …": of two that were exchanged, the text goes on about the new one. */
  #newMedicine(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const { elements } = this.discourse.sentences[block.index]![sentenceIndex - 1] ?? { elements: [] };
    const places = elements.flatMap(({ mention }, at) => (this.#isMedicine(mention?.conceptId ?? '') ? [at] : []));
    const last = places[places.length - 1];
    if (places.length !== 2 || !elements.some(({ norm }) => EXCHANGES.test(norm))) return undefined;
    return INTRODUCES.has(elements[last! - 1]?.norm ?? '') ? partyOf(elements[last!]!.mention!) : undefined;
  }

  /** "Diltiazem came first, then warfarin. This anticoagulant …": one of those named before is of the class. */
  #isNamedBefore(group: string): boolean {
    const { block, sentenceIndex } = this.sentence;
    return this.discourse.sentences[block.index]!.slice(Math.max(0, sentenceIndex - 2), sentenceIndex + 1).some(
      ({ elements }) =>
        elements.some(({ mention }) => {
          const id = mention?.conceptId;
          return (
            id !== undefined &&
            (id !== group || mention!.span.start < this.elements[0]!.span.start) &&
            this.terminology.isA(id, group)
          );
        }),
    );
  }

  #isMedicine(id: string): boolean {
    return this.terminology.concept(id)?.kind === 'drug';
  }

  /** "a", "the", "another" or "one" before the class within three words: one thing of that class is about to be named. */
  #isSingled(at: number): boolean {
    return [1, 2, 3].some((step) => SINGLING.has(this.#norm(at - step)) && at - step >= this.clause.start);
  }

  /** "As a cancer, calcinosis …": a disease, which may be a class as well. */
  #diseaseAt(at: number): Element | undefined {
    const element = this.elements[at];
    const kind = this.terminology.concept(element?.mention?.conceptId ?? '')?.kind;
    return kind === 'disease' || kind === 'type' || kind === 'form' ? element : undefined;
  }

  #subjectWithin(from: number, reach: number): Element | undefined {
    for (let at = from; at < Math.min(from + reach, this.clause.end); at++) {
      const element = this.elements[at]!;
      if (this.#phrases.isSubject(element) && !this.#phrases.isClass(element)) return element;
      if (element.kind === 'mention') return undefined;
    }
    return undefined;
  }

  #add(subject: ClaimParty, object: PlacedClass, form: string, at: number): void {
    if (subject.conceptId === object.party.conceptId) return;
    const inside = subject.block === this.sentence.block.index && contains(this.sentence.sentence.span, subject.span);
    const first = inside ? Math.min(subject.span.start, object.party.span.start) : this.elements[at]!.span.start;
    const last = inside ? Math.max(subject.span.end, object.party.span.end) : object.party.span.end;
    this.claims.push({
      relation: 'is-a',
      subject,
      object: object.party,
      polarity: isDenied(this.elements, Math.max(this.clause.start, at - 3), at + 1) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, object.at) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(first, last),
      form,
    });
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}
