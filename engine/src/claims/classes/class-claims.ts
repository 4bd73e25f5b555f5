import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import { findWords, lastTokenOf, matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { ACTS_ON, BRIDGES, FORM_NOUNS, GROUP_NOUNS, OTHER_THINGS } from './class-frames.js';
import {
  BEFORE_OTHERS,
  CLASSIFIES,
  IN_TRUTH,
  LACKS,
  OTHERS,
  PREPOSITIONS,
  SEVERAL_AT_ONCE,
  STOPS_LIST,
  USED,
} from './class-words.js';
import { ClassMembers, firstAlone } from './class-members.js';
import { ClassClaimReader } from './class-claim-reader.js';
import { isOfSomeBelow } from './class-announced.js';
import { readAppositions } from './class-appositions.js';
import { COPULAS, NUMBERS } from '../sentences/lexicon.js';

/** Reads "X is a Y", "Y such as X", "X, a Y,", "the Y X" and "Y: X, X": what kind of thing the text says X is. */
export function readClassClaims(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const reader = new ClassReader(sentence, clause, discourse, terminology);
  reader.readCopulas();
  reader.readMembersAfterClass();
  reader.readOthers();
  reader.readNamedMembers();
  reader.readClassified();
  return [...reader.claims, ...readAppositions(sentence, clause, discourse, terminology)];
}

/** "The deposits of calcinosis are benign tumors": what they are is said of what makes them. */
const DEPOSITS = new Set('deposits deposit lumps lump nodules nodule masses bumps'.split(' '));

class ClassReader extends ClassClaimReader {
  readonly #members = new ClassMembers(this.elements, this.clause, this.phrases);

  /** "Warfarin belongs to the family of calcium channel blockers." */
  readCopulas(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const copula = findWords(this.elements, at, this.clause.end, COPULAS);
      if (copula === undefined) return;
      at = copula.end - 1;
      // "is as much an antibiotic as water"
      const isCompared =
        this.elements[copula.end]?.norm === 'as' && AS_MUCH.has(this.elements[copula.end + 1]?.norm ?? '');
      const object = isCompared ? undefined : this.phrases.classAfter(this.#pastInsertion(copula.end));
      if (object === undefined) continue;
      if (this.#isCleft(copula.start, object.at)) continue;
      // "is far from being an antacid"
      if (this.elements.slice(Math.max(0, copula.start - 2), copula.start).some(({ norm }) => norm === 'far')) continue;
      const subjects = this.#subjectsBefore(copula.start, this.elements[object.at]!);
      // "Unlike diltiazem, which is an antibiotic, …" tells it of the medicine that is set aside.
      const isRelative =
        RELATIVE.has(this.elements[copula.start - 1]?.norm ?? '') && this.elements[copula.start - 2]?.norm === ',';
      const form = isRelative && this.clause.attribution === 'contrasted' ? 'relative clause' : 'copula';
      for (const named of [object, ...this.phrases.classesJoinedTo(object.at)]) {
        for (const subject of subjects) this.add(subject, named, form, copula.start - 3, named.at);
      }
    }
  }

  /** "It is loop diuretics, such as furosemide, that increase the loss": what is stressed is no class of "it". */
  #isCleft(copula: number, object: number): boolean {
    if (this.elements[copula - 1]?.norm !== 'it') return false;
    // "It is an antacid that she lacks."
    const relative = this.elements.slice(object + 1, object + 4).map(({ norm }) => norm);
    if (relative[0] === 'that' && LACKS.has(relative[2] ?? '')) return true;
    const between = this.elements.slice(copula + 1, object).map(({ norm }) => norm);
    const isPlural = between.length === 0 && /s$/u.test(this.elements[object]!.norm);
    // "It is also one of the anticoagulants, so …"
    if (between.includes('of')) return false;
    return (
      isPlural || (between.includes('the') && ['that', 'who', ','].includes(this.elements[object + 1]?.norm ?? ''))
    );
  }

  /** Past ", strictly speaking,", "at once", "three things in one:". */
  #pastInsertion(at: number): number {
    const several = SEVERAL_AT_ONCE.map((words) => matchWords(this.elements, at, words)).find((end) => end > 0);
    if (several !== undefined) return several;
    if (this.elements[at]?.norm === 'nothing') {
      const end = this.elements[at + 1]?.norm === 'but' ? at + 2 : this.elements[at + 2]?.norm === 'than' ? at + 3 : at;
      return end;
    }
    if (
      ['in', 'by', 'at', 'of'].includes(this.elements[at]?.norm ?? '') &&
      IN_TRUTH.has(this.elements[at + 1]?.norm ?? '')
    ) {
      return at + 2;
    }
    if (this.elements[at]?.norm !== ',') return at;
    const close = this.elements.findIndex((element, index) => index > at && element.norm === ',');
    return close > 0 && close - at <= 6 ? close + 1 : at;
  }

  /** "Warfarin, colchicine, and other calcium channel blockers": what stands before is of the class as well. */
  readOthers(): void {
    for (let at = this.clause.start + 3; at < this.clause.end; at++) {
      const here = this.elements[at];
      if (!this.phrases.isClass(here) || !this.phrases.isDrugClass(here!)) continue;
      if (!OTHERS.has(this.elements[at - 1]!.norm)) continue;
      // "and the remaining antibiotics", "or any other antibiotic"
      const joint = BEFORE_OTHERS.has(this.elements[at - 2]!.norm) ? at - 3 : at - 2;
      if (!['and', 'or'].includes(this.elements[joint]?.norm ?? '')) continue;
      const listed: number[] = [];
      let before = joint - 1;
      for (; before >= this.clause.start; before--) {
        const element = this.elements[before]!;
        if ([',', 'and', 'or'].includes(element.norm)) continue;
        if (this.#isListedUnknown(before)) continue;
        // "heparin and other anticoagulants": a class with the name of a medicine.
        const isSeveral = this.phrases.isClass(element) && /s$/u.test(element.norm);
        if (!this.phrases.isSubject(element) || isSeveral) break;
        listed.push(before);
      }
      // "If that isn't enough, sildenafil and other …": what stands before a comma denies nothing behind it.
      const from = this.elements[before + 1]?.norm === ',' ? before + 1 : before - 2;
      const object = { party: partyOf(here!.mention!), at };
      for (const one of listed) {
        this.add(partyOf(this.elements[one]!.mention!), object, 'and other', from, one);
      }
    }
  }

  /** "colchicine, erythromycin and other antibiotics": a member that the terminology does not know. */
  #isListedUnknown(at: number): boolean {
    const { kind, norm } = this.elements[at]!;
    if (kind !== 'word' || STOPS_LIST.has(norm) || !JOINTS.has(this.elements[at + 1]?.norm ?? '')) return false;
    return this.elements[at - 1]?.norm === ',' && this.phrases.isSubject(this.elements[at - 2]);
  }

  /** "The best studied calcium channel blocker is diltiazem." */
  readNamedMembers(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      const here = this.elements[at]!;
      if (!this.phrases.isClass(here) || !this.phrases.isDrugClass(here)) continue;
      if (!['is', 'are'].includes(this.elements[at + 1]!.norm)) continue;
      const before = this.elements.slice(this.clause.start, at).map((element) => element.norm);
      if (before.length > 6 || before.some((norm) => PREPOSITIONS.has(norm) || norm === ',' || ACTS_ON.has(norm))) {
        continue;
      }
      for (const member of this.#members.listFrom(at + 2)) {
        this.add(
          member.party,
          { party: partyOf(here.mention!), at },
          'named member, in a list',
          at - 3,
          at + 1,
          member.at,
        );
      }
    }
  }

  /** "Doctors classify calcinosis as an autoimmune disease." */
  readClassified(): void {
    for (let at = this.clause.start; at < this.clause.end - 2; at++) {
      if (!CLASSIFIES.has(this.elements[at]!.norm)) continue;
      const told = this.#relativeOf(at);
      const subject = told ?? this.elements.slice(at + 1, at + 4).find((element) => this.phrases.isSubject(element));
      if (subject === undefined) continue;
      const link = told === undefined ? this.elements.indexOf(subject) + 1 : at + 1;
      const as = this.elements[link]?.norm === 'as' ? link + 1 : this.elements[link]?.norm === 'to' ? link + 2 : link;
      const object = this.phrases.classAfter(as);
      if (object !== undefined) this.add(partyOf(subject.mention!), object, 'classified as', at - 3, at);
    }
  }

  /** "calcinosis, which doctors also call …" */
  #relativeOf(verb: number): Element | undefined {
    const which = [2, 3].map((step) => verb - step).find((at) => this.elements[at]?.norm === 'which');
    if (which === undefined || this.elements[which - 1]?.norm !== ',') return undefined;
    const subject = this.elements[which - 2];
    return CALLS.has(this.elements[verb]!.norm) && this.phrases.isSubject(subject) ? subject : undefined;
  }

  /** "the phosphate binders used on her unit (…)": index behind what only tells where they are used. */
  #pastParticiple(from: number): number {
    if (!USED.has(this.elements[from]?.norm ?? '')) return from;
    const open = this.elements.findIndex(({ norm }, at) => at > from && norm === '(');
    if (open < 0 || open - from > LONGEST_USE || open >= this.clause.end) return from;
    return this.elements.slice(from, open).every(({ kind }) => kind === 'word') ? open : from;
  }

  /** "Calcium blockers like warfarin", "several calcium channel blockers, including probenecid," "antacids (warfarin)". */
  readMembersAfterClass(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      if (!this.phrases.isClass(this.elements[at])) continue;
      const object = { party: partyOf(this.elements[at]!.mention!), at };
      let next = at + 1;
      // "calcium channel blocker drugs such as", "the steroid group (…)"
      const noun = this.elements[next]?.norm ?? '';
      if (FORM_NOUNS.has(noun) || GROUP_NOUNS.has(noun)) next++;
      next = this.#pastParticiple(next);
      let opened = next;
      while (opened < this.clause.end && [',', '(', '[', '–', '—', '-', '.'].includes(this.elements[opened]!.norm)) {
        opened++;
      }
      const cue = this.#members.cueAt(opened);
      const bracket = this.elements[next]?.norm === '(' ? next + 1 : -1;
      const label = this.#isLabel(at, next) ? next + 1 : -1;
      const listed = this.#members.listedBehind(next);
      const from = cue > 0 ? cue : bracket > 0 ? bracket : label > 0 ? label : listed;
      if (
        from < 0 ||
        isOfSomeBelow(this.elements.slice(0, at)) ||
        (this.#isExcepted(at, cue === next + 2 || cue === next + 1) && !GROUP_NOUNS.has(noun)) ||
        this.#isOneOfSeveral(at)
      ) {
        continue;
      }
      const members = this.#members
        .listFrom(from, bracket > 0)
        .filter(({ party }) => !this.#isExceptedByName(party.conceptId));
      const form =
        (cue > 0 ? 'such as' : bracket > 0 ? 'brackets' : 'label') + (members.length > 1 ? ', in a list' : '');
      const before = this.claims.length;
      for (const [index, member] of members.entries()) {
        // "cannot take an NSAID (ibuprofen, naproxen)": what the brackets name is not denied.
        this.add(member.party, object, form, bracket > 0 && cue < 0 ? at - 2 : at - 3, at, member.at);
        // Of a list, only the item that is wrong is shown; the first one shows its class with it.
        const claim = this.claims[this.claims.length - 1];
        if (index > 0 && claim?.subject === member.party) {
          this.claims[this.claims.length - 1] = { ...claim, span: member.party.span };
        }
      }
      // "Other medicines can spare steroids, such as azathioprine": examples of what the sentence begins with.
      if (cue > 0 && this.#areOfOthers(at, members)) this.claims.splice(before);
      else if (cue > 0) {
        this.claims.splice(before, members.length, ...firstAlone(this.claims.slice(before), this.terminology));
      }
    }
  }

  #subjectsBefore(copula: number, object: Element): ClaimParty[] {
    if (INVERTS.has(this.elements[copula - 1]?.norm ?? '') || this.#countsOthers(copula - 1)) return [];
    if (this.elements[copula - 1]?.norm === 'it' && copula - 1 > 0) {
      const meant = this.#whatItIs(copula - 1, object);
      if (meant !== undefined) return [meant];
    }
    const subjects: ClaimParty[] = [];
    let relative = false;
    for (let at = copula - 1; at >= this.clause.start; at--) {
      // "CREST (calcinosis, sclerodactyly, and telangiectasia) syndrome is": what is in brackets is not the subject.
      if (this.elements[at]!.norm === ')') at = this.#openingOf(at) - 1;
      const element = this.elements[at];
      if (element === undefined || at < this.clause.start) break;
      // "Iontophoresis uses a current, and cinacalcet is …": behind the last comma one is named alone.
      if (subjects.length > 0 && element.kind === 'word' && !LISTED_WITH.has(element.norm)) return subjects;
      if (this.phrases.isSubject(element)) {
        // "Alendronate is a bisphosphonate, and prednisone is …": a class and a medicine are no list.
        if (subjects.length > 0 && this.phrases.isDrugClass(element)) return subjects;
        // "Warfarin's enemy number one is", "if colchicine fails, the next choice is"
        const between = subjects.length > 0 ? [] : this.phrases.withoutInsertions(at + 1, copula);
        if (between.some(({ norm }) => ACTS_ON.has(norm))) return [];
        // "Warfarin's target is vitamin K."
        if (between.length > 0 && this.#isOwner(element)) return [];
        // "Colchicine is studied here, and the control drug is …": what is joined has a subject of its own.
        const seam = between.findLastIndex(({ norm }) => ['and', 'but', 'so'].includes(norm));
        if (seam >= 0 && !between.slice(seam + 1).every(({ norm }) => BRIDGES.has(norm))) return [];
        // "The dose of warfarin is", "a treatment for calcinosis is": the term is not the subject.
        const before = this.elements[at - 1]?.norm ?? '';
        const before2 = this.elements[at - 2]?.norm ?? '';
        // …, but "reading up on calcinosis, which is" speaks of the term all the same.
        const whole = (relative && this.elements[at + 1]?.norm === ',') || (before === 'of' && DEPOSITS.has(before2));
        // "It is alendronate, not colchicine, that is …"
        if (relative && before === 'not') continue;
        // "Prednisone, like naproxen and ibuprofen, is …"
        if (before === 'like' && subjects.length > 0 && this.#isInserted(at, copula)) {
          subjects.length = 0;
          at -= 2;
          continue;
        }
        // "Like etanercept, abatacept is …"
        if (before === 'like' && subjects.length > 0) return subjects;
        // "Febuxostat, just like allopurinol, is …"
        if (before === 'like' && this.elements[at + 1]?.norm === ',' && this.#commaBefore(at) > 0) {
          at = this.#commaBefore(at);
          continue;
        }
        if (
          whole
            ? false
            : PREPOSITIONS.has(before) ||
              (PREPOSITIONS.has(before2) && ['the', 'a', 'an', 'this', 'your'].includes(before))
        ) {
          return [];
        }
        subjects.push(partyOf(element.mention!));
        // "…, and warfarin, which is an anticoagulant": the pronoun stands for the nearest alone.
        if (relative) return subjects;
        const joint = this.elements[at - 1]?.norm;
        if (joint === 'and' || joint === ',' || joint === 'or') {
          if (this.phrases.isSubject(this.elements[at - 2]) || (joint !== ',' && this.elements[at - 2]?.norm === ',')) {
            continue;
          }
        }
        return subjects;
      }
      // "**Warfarin:** is …"
      const isLabel = at === copula - 1 && at <= this.clause.start + 2 && LABELS.has(element.norm);
      if (element.kind === 'mark' && element.norm !== ',' && element.norm !== ')' && !isLabel) return subjects;
      if (subjects.length === 0 && copula - at > 6 && element.kind === 'mention') return [];
      if (element.kind === 'mention' && subjects.length === 0) return [];
      if (['which', 'that', 'who'].includes(element.norm) && subjects.length === 0) {
        relative = true;
        continue;
      }
    }
    if (
      subjects.length === 0 &&
      opensWithPronoun(this.elements) &&
      copula - this.clause.start <= 5 &&
      this.clause.start <= 2
    ) {
      const carried = this.discourse.carriedSubject(this.sentence.block.index, this.sentence.sentenceIndex);
      if (carried !== undefined && !this.#namesOtherThing()) return [carried];
    }
    return subjects;
  }

  /**
   * "Two are antibiotics (minocycline, ceftriaxone), two are biologics": the second number is of other things than those
   * that are named before it; "these two are" takes up what was named.
   */
  #countsOthers(at: number): boolean {
    const { norm } = this.elements[at] ?? { norm: '' };
    const isNumber = (NUMBERS[norm] !== undefined && norm !== 'both') || QUANTIFIERS.has(norm);
    return isNumber && !TAKES_UP_ALL.has(this.elements[at - 1]?.norm ?? '');
  }

  /** "Baricitinib is not for blood pressure; it is …": the first thing that the sentence names, or the one before. */
  #whatItIs(pronoun: number, object: Element): ClaimParty | undefined {
    // "It eases the inflammation, and it is also one of the …": a medicine is meant.
    const ofMedicines = this.phrases.isDrugClass(object);
    const isMeant = (element: Element) =>
      ofMedicines
        ? isDrug(element, this.terminology) || this.phrases.isDrugClass(element)
        : element.mention?.conceptId !== undefined;
    const named = this.elements.slice(0, pronoun).filter(isMeant);
    const [first] = named;
    // "Like naproxen, it is …"
    if (first === undefined || this.elements[this.clause.start]!.norm === 'like') {
      return this.discourse.carriedSubject(this.sentence.block.index, this.sentence.sentenceIndex);
    }
    const before = this.elements[this.elements.indexOf(first) - 1]?.norm ?? '';
    return this.phrases.isSubject(first) && !PREPOSITIONS.has(before) ? partyOf(first.mention!) : undefined;
  }

  #isOwner(element: Element): boolean {
    return (lastTokenOf(this.sentence.block, element)?.possessive ?? '') !== '';
  }

  /** What "like" opens stands between a comma and the comma before the verb. */
  #isInserted(at: number, copula: number): boolean {
    return this.elements[at - 2]?.norm === ',' && this.elements[copula - 1]?.norm === ',';
  }

  /** "I take warfarin. My dentist gave me a tablet. It is an antibiotic": "it" may be the tablet. */
  #namesOtherThing(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? [];
    return (
      before.every((element) => !this.phrases.isSubject(element)) &&
      before.some(
        ({ norm }, at) => OTHER_THINGS.has(norm) && ['a', 'an', 'new', 'another'].includes(before[at - 1]?.norm ?? ''),
      )
    );
  }

  /** The comma within three words before, or -1. */
  #commaBefore(at: number): number {
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 3); index--) {
      if (this.elements[index]!.norm === ',') return index;
    }
    return -1;
  }

  #openingOf(closing: number): number {
    for (let at = closing - 1; at >= this.clause.start; at--) if (this.elements[at]!.norm === '(') return at;
    return closing;
  }

  #areOfOthers(at: number, members: readonly { readonly party: ClaimParty }[]): boolean {
    const opening = this.elements.slice(this.clause.start, this.clause.start + 3);
    const isOfOthers = opening.some(
      ({ norm }, index) => norm === 'other' && FORM_NOUNS.has(opening[index + 1]?.norm ?? ''),
    );
    const group = this.elements[at]!.mention!.conceptId!;
    return isOfOthers && members.every(({ party }) => !this.terminology.isA(party.conceptId!, group));
  }

  /** "**Bisphosphonates:** etidronate": the class opens its block. */
  #isLabel(at: number, next: number): boolean {
    const opens = at === 0 || (at === 1 && this.elements[0]!.norm === 'the');
    if (!opens || (this.sentence.sentenceIndex !== 0 && this.elements[next]?.norm !== ':')) return false;
    return [':', '–', '—'].includes(this.elements[next]?.norm ?? '');
  }

  /** "anticoagulants or antiplatelets (warfarin, aspirin)": each member is of one class or the other. */
  #isOneOfSeveral(at: number): boolean {
    const joined = ['and', 'or', '/'].includes(this.elements[at - 1]?.norm ?? '');
    return joined && this.phrases.isClass(this.elements[at - 2]) && this.phrases.isDrugClass(this.elements[at - 2]!);
  }

  /** "medicines other than NSAIDs, such as acetaminophen": the members are of what stands before. */
  #isExcepted(at: number, isNearest: boolean): boolean {
    const words = [this.elements[at - 1]?.norm, this.elements[at - 2]?.norm, this.elements[at - 3]?.norm];
    return (
      words.includes('than') ||
      words.includes('except') ||
      words.includes('not') ||
      (!isNearest && words.some((norm) => BESIDE_CLASS.has(norm ?? '')))
    );
  }

  /** "With the exception of bosentan, all of these are …" */
  #isExceptedByName(conceptId: string | undefined): boolean {
    return this.elements.some(({ norm }, at) => {
      if (norm !== 'except' && norm !== 'exception' && norm !== 'apart') return false;
      return this.elements.slice(at + 1, at + 4).some(({ mention }) => mention?.conceptId === conceptId);
    });
  }
}

const RELATIVE = new Set(['which', 'who']);
const JOINTS = new Set([',', 'and', 'or']);
/** In elements. */
const LONGEST_USE = 7;
const CALLS = new Set(['call', 'calls']);
const AS_MUCH = new Set(['much', 'little']);
/** "There is a …", "…, as was a …", "…, and so is a …": the class is the subject. */
const INVERTS = new Set(['there', 'as', 'so']);
const BESIDE_CLASS = new Set('from with without to against'.split(' '));
const LISTED_WITH = new Set('the a an and or both also even'.split(' '));
const LABELS = new Set([':', '–', '—']);
const QUANTIFIERS = new Set('some others another few several many most none neither rest other'.split(' '));
const TAKES_UP_ALL = new Set('these those the all them'.split(' '));
