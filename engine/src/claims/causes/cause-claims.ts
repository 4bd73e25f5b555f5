import { ClauseReader } from '../sentences/clause-reader.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty, ClaimRelation } from '../claim.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import {
  ABSENCE,
  RULED_OUT,
  AFTER_LABEL,
  CAUSE_NOUNS,
  CONDITION_KINDS,
  CUES_BY_FIRST_WORD,
  DETERMINERS,
  HAVING,
  HEDGES,
  LIST_NOUNS,
  OPEN_SUBJECTS,
  ORDER,
  isNounCue,
  type OpenCause,
  EATEN,
} from './cause-words.js';
import type { Cue } from '../sentences/lexicon.js';
import { startOfItem } from '../sentences/items-of-a-list.js';
import { causesAfter, causesBefore, isCause } from './listed-causes.js';
import {
  isBesideDeposit,
  isDeniedBehind,
  isDoneByCare,
  isOfAnotherForm,
  isOfRelative,
  isOfSomethingElse,
  isTyped,
  isWholeOfTypes,
  speaksOf,
  speaksOfAnotherType,
  typeBeforeClause,
} from '../subjects/said-of.js';
import { opensWithSomePeople } from '../plain-forms/type-scenes.js';
import { LABEL_MARKS } from '../sentences/lexicon.js';

/** Reads what the text says a condition comes from, with which blood levels and in which tissue. */
export function readCauseClaims(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const reader = new CauseReader(sentence, clause, discourse, terminology);
  reader.readCues();
  reader.readLabel();
  reader.readStates();
  return reader.claims;
}

export function openCauseOf(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): OpenCause | undefined {
  return new CauseReader(sentence, clause, discourse, terminology).openCause();
}

class CauseReader extends ClauseReader {
  readCues(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const found = this.#cueAt(at) ?? this.#bareFromAt(at);
      if (found === undefined) continue;
      if (found.cue.relation === 'caused-by') this.#readCausedBy(at, found.end, found.cue);
      else this.#readCauses(at, found.end, found.cue);
      at = found.end - 1;
    }
  }

  /** "Metastatic: overactive parathyroid glands", "dystrophic = after burns": what a label is followed by at once. */
  readLabel(): void {
    const label = this.elements[this.clause.start];
    if (label?.mention?.conceptId === undefined || !LABEL_MARKS.has(this.elements[this.clause.start + 1]?.norm ?? '')) {
      return;
    }
    if (this.terminology.memberOf(label.mention.conceptId) === undefined) return;
    // "Idiopathic: lupus and injuries have been excluded."
    if (this.elements.slice(this.clause.start, this.clause.end).some(({ norm }) => RULED_OUT.has(norm))) return;
    for (let at = this.clause.start + 2; at < this.clause.end; at++) {
      const element = this.elements[at]!;
      if (element.phrase === undefined && element.mention !== undefined && isCause(element, this.terminology)) {
        this.#addObject(partyOf(label.mention), element, true, false, 'label');
      } else if (!AFTER_LABEL.has(element.norm)) return;
    }
  }

  /** Levels, tissues and unknown causes that the clause states of its subject without a verb of cause. */
  readStates(): void {
    const { start, end } = this.clause;
    const own = this.elements.slice(start, end);
    if (!own.some(({ phrase }) => phrase !== undefined) || own.some(({ norm }) => RULED_OUT.has(norm))) return;
    const subject = this.#clauseSubject();
    if (subject === undefined) return;
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const element = this.elements[at]!;
      if (element.phrase === undefined) continue;
      if (
        this.claims.some(
          (claim) =>
            claim.block === this.sentence.block.index &&
            claim.span.end >= element.span.end &&
            claim.span.start <= element.span.start,
        )
      ) {
        continue;
      }
      if (element.kind === 'tissue' && (this.elements.length > 40 || isBesideDeposit(this.sentence, at))) continue;
      if (!this.#isStated(subject, at)) continue;
      if (!speaksOf(this.sentence, subject, at)) continue;
      this.#addPhrase(subject, element, at, false, 'state');
    }
  }

  /** "Calcium is high" says it of the topic; "high calcium must be ruled out" and "may be high in some" do not. */
  #isStated(subject: ClaimParty, at: number): boolean {
    const { phrase } = this.elements[at]!;
    const clause = this.elements.slice(this.clause.start, this.clause.end);
    if (clause.some((element) => HEDGES.has(element.norm))) return false;
    // "It does not only affect damaged skin" leaves open what else it affects.
    if (clause.some(({ norm }, index) => norm === 'only' && clause[index - 1]?.norm === 'not')) return false;
    if (isOfRelative(this.sentence, this.clause.start, subject, at)) return false;
    if (isOfSomethingElse(this.sentence, subject, at)) return false;
    if (this.#isOfFirst(subject, at)) return false;
    // "a diet low in phosphate"
    if (this.elements.slice(Math.max(this.clause.start, at - 2), at).some(({ norm }) => EATEN.has(norm))) return false;
    const own =
      clause.some((element) => element.span.start === subject.span.start) &&
      subject.block === this.sentence.block.index;
    if (this.elements[at - 1]?.norm === 'than') return false;
    const isDisease = this.terminology.concept(subject.conceptId!)!.kind === 'disease';
    if (isDisease && isDoneByCare(this.elements.slice(this.clause.start, at), this.terminology)) return false;
    if (!own && isOfAnotherForm(this.elements, this.clause.start, at)) return false;
    if (own || phrase!.kind !== 'level' || phrase!.predicate === true) return true;
    const before = this.elements.slice(Math.max(this.clause.start, at - 3), at).map((element) => element.norm);
    return at === this.clause.start || before.some((norm) => HAVING.has(norm));
  }

  /** "In hyperparathyroidism calcium is high, in hypoparathyroidism low": each of the two has its own level. */
  #isOfFirst(subject: ClaimParty, at: number): boolean {
    const own = this.elements.findIndex(
      ({ span, mention }) => mention !== undefined && span.start === subject.span.start,
    );
    if (subject.block !== this.sentence.block.index || own <= at) return false;
    const isParted = this.elements.slice(at, own).some(({ norm }) => norm === ',');
    return isParted && this.elements.slice(this.clause.start, at).some((element) => this.#isCondition(element));
  }

  openCause(): OpenCause | undefined {
    for (let at = this.clause.end - 1; at >= this.clause.start; at--) {
      const found = this.#cueAt(at);
      if (found === undefined) continue;
      if (found.cue.relation === 'causes' && !isNounCue(found.cue)) {
        // "What can bring on calcinosis of the dystrophic type:" asks for what the list below names.
        const asked = OPEN_SUBJECTS.has(this.elements[this.clause.start]!.norm) && at - this.clause.start <= 4;
        const brought = asked ? this.#typeAfter(found.end) : undefined;
        return brought === undefined
          ? undefined
          : {
              subject: brought,
              cue: { ...found.cue, relation: 'caused-by' },
              denied: isDenied(this.elements, at - 4, at),
            };
      }
      const condition = isNounCue(found.cue) ? this.#conditionAfter(found.end) : undefined;
      const rest = this.elements
        .slice(found.end, this.clause.end)
        .filter((element) => condition === undefined || element.mention?.conceptId !== condition.conceptId);
      if (
        rest.some((element) => element.mention !== undefined && isCause(element, this.terminology)) ||
        rest.some((element) => element.phrase !== undefined)
      ) {
        return undefined;
      }
      const subject = isNounCue(found.cue)
        ? (condition ?? this.#carried())
        : (this.#subjectBefore(at) ?? this.#carried());
      return subject === undefined
        ? undefined
        : { subject, cue: found.cue, denied: isDenied(this.elements, at - 4, at) };
    }
    // "The causes include:" and "Conditions behind it are:" have no "of".
    const noun = this.elements.findIndex((element) => LIST_NOUNS.has(element.norm));
    if (noun < 0 || this.elements.length - noun > 5) return undefined;
    if (!CAUSE_NOUNS.has(this.elements[noun]!.norm) && this.elements[noun + 1]?.norm !== 'behind') return undefined;
    const subject = this.#subjectBefore(noun) ?? this.#carried();
    return subject === undefined
      ? undefined
      : { subject, cue: { words: ['causes'], relation: 'caused-by', weak: false }, denied: false };
  }

  /** "Idiopathic calcinosis from dermatomyositis": only between the two. */
  #bareFromAt(at: number): { cue: Cue; end: number } | undefined {
    const before = this.elements[at - 1];
    const isMember = this.terminology.memberOf(before?.mention?.conceptId ?? '') !== undefined;
    const next = this.elements[at + 1];
    if (this.elements[at]!.norm !== 'from' || !isMember || next === undefined || !isCause(next, this.terminology)) {
      return undefined;
    }
    return { cue: { words: ['from'], relation: 'caused-by', weak: true }, end: at + 1 };
  }

  #cueAt(at: number): { cue: Cue; end: number } | undefined {
    let best: { cue: Cue; end: number } | undefined;
    for (const cue of CUES_BY_FIRST_WORD.get(this.elements[at]?.norm ?? '') ?? []) {
      const end = matchWords(this.elements, at, cue.words);
      if (end > 0 && end <= this.clause.end && (best === undefined || end > best.end)) best = { cue, end };
    }
    // "the cause", "Triggers include" are nouns; "can cause" is a verb.
    const isNoun =
      best?.cue.words.length === 1 &&
      CAUSE_NOUNS.has(best.cue.words[0]!) &&
      this.elements[at + 1]?.norm !== 'of' &&
      (DETERMINERS.has(this.elements[at - 1]?.norm ?? '') ||
        ['are', 'is', 'include', 'includes', ':'].includes(this.elements[at + 1]?.norm ?? ''));
    return isNoun ? undefined : best;
  }

  #readCausedBy(at: number, end: number, cue: Cue): void {
    const subject = this.#subjectBefore(at) ?? this.#carriedByPronoun(at);
    if (subject === undefined) return;
    const denied =
      isDenied(this.elements, Math.max(this.clause.start, at - 5), at) ||
      this.elements.slice(end, this.clause.end).some(({ norm }) => RULED_OUT.has(norm));
    for (const object of causesAfter(this.elements, end, this.clause.end, this.terminology)) {
      this.#addObject(subject, object, cue.weak, denied, 'caused by');
    }
  }

  #readCauses(at: number, end: number, cue: Cue): void {
    const denied = isDenied(this.elements, Math.max(this.clause.start, at - 4), at);
    if (isNounCue(cue)) {
      // "The main cause of metastatic calcification is kidney failure" and "kidney failure is a cause of …".
      const condition = this.#conditionAfter(end) ?? this.#carriedByPronoun(at);
      if (condition === undefined) return;
      const verb = this.elements.findIndex(
        (element, index) =>
          index >= end &&
          index < this.clause.end &&
          ['is', 'are', 'include', 'includes', 'may', 'can', 'was', 'were'].includes(element.norm),
      );
      const objects =
        verb > 0
          ? causesAfter(this.elements, verb + 1, this.clause.end, this.terminology)
          : causesBefore(this.elements, this.clause.start, at, this.terminology);
      for (const object of objects) {
        this.#addObject(
          condition,
          object,
          cue.weak,
          denied || (verb > 0 && isDenied(this.elements, verb, verb + 3)),
          'cause of',
        );
      }
      return;
    }
    const condition = this.#conditionAfter(end);
    if (condition === undefined) return;
    for (const subject of causesBefore(this.elements, this.clause.start, at, this.terminology)) {
      this.#addObject(condition, subject, cue.weak, denied, 'causes');
    }
  }

  #addObject(subject: ClaimParty, element: Element, weak: boolean, denied: boolean, form: string): void {
    if (element.phrase !== undefined) {
      this.#addPhrase(subject, element, this.elements.indexOf(element), denied, form);
      return;
    }
    const object = partyOf(element.mention!);
    if (object.conceptId === subject.conceptId) return;
    this.#push(weak ? 'associated-with' : 'caused-by', subject, object, element, denied, weak, form, {});
  }

  #addPhrase(subject: ClaimParty, element: Element, at: number, denied: boolean, form: string): void {
    const phrase = element.phrase!;
    const object: ClaimParty = {
      text: this.sentence.block.text.slice(element.span.start, element.span.end),
      block: this.sentence.block.index,
      span: element.span,
    };
    const negated =
      denied ||
      phrase.denied === true ||
      // "since the men show neither high calcium nor high phosphate"
      this.elements[at - 1]?.norm === 'nor' ||
      (form === 'state' &&
        (isDenied(this.elements, startOfItem(this.elements, this.clause.start, at), at) ||
          isDeniedBehind(this.sentence, subject, at))) ||
      this.elements.slice(Math.max(this.clause.start, at - 4), at).some(({ norm }) => ABSENCE.has(norm));
    if (phrase.kind === 'level') {
      this.#push('level', subject, object, element, negated, false, form, {
        value: phrase.level!,
        analyte: phrase.analyte!,
      });
    } else if (phrase.kind === 'tissue') {
      this.#push('tissue', subject, object, element, negated, false, form, { value: phrase.tissue! });
    } else {
      const value = phrase.known === true ? { value: 'known' } : {};
      this.#push('unknown-cause', subject, object, element, negated, false, form, value);
    }
  }

  #push(
    relation: ClaimRelation,
    subject: ClaimParty,
    object: ClaimParty,
    element: Element,
    denied: boolean,
    weak: boolean,
    form: string,
    more: Pick<Claim, 'value' | 'analyte'> | object,
  ): void {
    const block = this.sentence.block.index;
    const here = subject.block === block && contains(this.sentence.sentence.span, subject.span);
    this.claims.push({
      relation,
      subject,
      object,
      polarity: denied ? 'denied' : 'asserted',
      attribution:
        isHypothetical(this.elements, this.clause, this.elements.indexOf(element)) || (weak && this.#isCase(element))
          ? 'hypothetical'
          : this.clause.attribution,
      weak,
      block,
      span: here
        ? proseSpan(Math.min(subject.span.start, element.span.start), Math.max(subject.span.end, element.span.end))
        : element.span,
      form,
      ...more,
    });
  }

  /** "When it comes with kidney failure, …": a case in which both are there. */
  #isCase(element: Element): boolean {
    if (!['when', 'where'].includes(this.elements[this.clause.start]!.norm)) return false;
    const at = this.elements.indexOf(element);
    return this.elements.slice(at, this.clause.end).some(({ norm }) => norm === ',');
  }

  /** The condition that stands before a cue in the clause: the type, where exactly one is named, else the nearest. */
  #subjectBefore(at: number): ClaimParty | undefined {
    const before = this.elements.slice(this.clause.start, at).filter((element) => this.#isCondition(element));
    const types = before.filter((element) => this.terminology.memberOf(element.mention!.conceptId!) !== undefined);
    if (types.length > 0) {
      return new Set(types.map((element) => element.mention!.conceptId)).size === 1
        ? partyOf(types[0]!.mention!)
        : undefined;
    }
    const nearest = before[before.length - 1];
    return nearest === undefined ? undefined : partyOf(nearest.mention!);
  }

  #clauseSubject(): ClaimParty | undefined {
    const ordered = this.#orderedSubject();
    if (ordered !== undefined) return ordered;
    const named = this.elements
      .slice(this.clause.start, this.clause.end)
      .filter(
        (element) => element.mention?.conceptId !== undefined && isTyped(element.mention.conceptId, this.terminology),
      );
    const ids = new Set(named.map((element) => element.mention!.conceptId));
    if (ids.size === 1) return partyOf(named[0]!.mention!);
    if (ids.size > 1) return undefined;
    return this.#carried();
  }

  /** "In the former the tissue was sound; the second needs …" */
  #orderedSubject(): ClaimParty | undefined {
    for (const element of this.elements.slice(this.clause.start, this.clause.start + 4)) {
      const place = ORDER[element.norm];
      if (place === undefined) continue;
      const { block, sentenceIndex } = this.sentence;
      return this.discourse.orderedTopic(block.index, sentenceIndex - 1, place, (id) => isTyped(id, this.terminology));
    }
    return undefined;
  }

  #carriedByPronoun(at: number): ClaimParty | undefined {
    // Only where the clause has no subject of its own before the cue.
    const before = this.elements.slice(this.clause.start, at);
    if (before.some((element) => element.mention?.conceptId !== undefined)) return undefined;
    if (opensWithPronoun(this.elements) || before.length <= 6) return this.#carried();
    return undefined;
  }

  #carried(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    if (speaksOfAnotherType(this.elements, this.clause.start)) return undefined;
    if (opensWithSomePeople(this.sentence, this.discourse)) return undefined;
    if (this.clause.attribution === 'contrasted') return undefined;
    const own = typeBeforeClause(this.sentence, this.clause, this.terminology);
    if (own !== undefined) return own;
    if (opensWithPronoun(this.elements)) {
      const subject = this.discourse.carriedSubject(block.index, sentenceIndex);
      if (subject !== undefined && this.#isTopical(subject.conceptId!)) return subject;
    } else if (this.#namesOther()) return undefined;
    // A text is about a type rather than about the laboratory value that it compares.
    return (
      this.discourse.topicOf(block.index, sentenceIndex, (id) => this.terminology.memberOf(id) !== undefined) ??
      this.discourse.topicOf(block.index, sentenceIndex, (id) => isTyped(id, this.terminology))
    );
  }

  #isTopical(id: string): boolean {
    return this.terminology.memberOf(id) !== undefined || isTyped(id, this.terminology);
  }

  /** A clause that names another condition speaks of that one. */
  #namesOther(): boolean {
    return this.elements
      .slice(this.clause.start, this.clause.end)
      .some(
        (element) =>
          element.phrase === undefined &&
          this.#isCondition(element) &&
          !isWholeOfTypes(element.mention!.conceptId!, this.terminology),
      );
  }

  #conditionAfter(from: number): ClaimParty | undefined {
    for (let at = from; at < this.clause.end && at < from + 6; at++) {
      const element = this.elements[at]!;
      if (this.#isCondition(element)) return partyOf(element.mention!);
      if (element.kind === 'mention' || element.kind === 'mark') return undefined;
    }
    return undefined;
  }

  /** The one type that the clause names behind a place. */
  #typeAfter(from: number): ClaimParty | undefined {
    const types = this.elements
      .slice(from, this.clause.end)
      .filter(({ mention }) => this.terminology.memberOf(mention?.conceptId ?? '') !== undefined);
    return types.length === 1 ? partyOf(types[0]!.mention!) : undefined;
  }

  #isCondition(element: Element): boolean {
    const id = element.mention?.conceptId;
    return id !== undefined && CONDITION_KINDS.has(this.terminology.concept(id)!.kind);
  }
}
