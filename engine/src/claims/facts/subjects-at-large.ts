import type { ConceptKind } from '../../terminology/source-format.js';
import type { ClaimParty } from '../claim.js';
import { opensWithPronoun, partyOf } from '../subjects/discourse.js';
import type { Element } from '../sentences/elements.js';
import {
  ACTS,
  AFFIRMED,
  ASIDES,
  BEFORE_BODY,
  BODY,
  CONDITIONAL,
  EXCEPTS,
  FINITE,
  IS,
  IS_AWAY,
  ITS,
  JOINS,
  LEADS_TO,
  MODALS,
  NAMES,
  OPENS_PART,
  OTHER_ONES,
  POINTS,
  RESULTS,
  SAME_THING,
  SCENES,
  TAKES_AWAY,
  WISHES,
} from './at-large-words.js';
import { FactSubjects } from './fact-subjects.js';
import { CONDITIONS, KINDS_OF_NOUNS, STATED_OF, kinds } from '../sentences/kinds-of-nouns.js';
import { LABEL_MARKS, NEGATORS } from '../sentences/lexicon.js';
import { AUXILIARIES, RELATIVES } from './meaning-words.js';
import { isOtherwiseWell } from '../sentences/otherwise-well.js';

/** The words of a clause that give a value, by element indexes; other words may stand between them. */
export interface SaidWords {
  readonly first: number;
  readonly last: number;
  /** Whether an element belongs to them. */
  readonly covers: (index: number) => boolean;
  /** They open with who does it, so that the thing follows, or is named before as what it is: "the liver makes". */
  readonly opensWithAgent?: boolean;
}

/**
 * Of what a statement is said whose words may stand anywhere in a clause: of the one thing of its kind that the clause
 * names, where nothing else is its subject, or of what the text around speaks of, where the clause carries that on.
 */
export abstract class SubjectsAtLarge extends FactSubjects {
  /** @param alike whether what holds for one thing holds for another as well, so that it may be said of both */
  protected subjectAtLarge(
    has: (id: string) => boolean,
    said: SaidWords,
    alike: (one: string, other: string) => boolean = () => false,
  ): ClaimParty | undefined {
    const named = this.#namedHere(has, said, alike);
    if (named === undefined) return this.#carriedSubject(has, said);
    if (!this.#isSaidOf(named, has, said)) return undefined;
    return partyOf(this.elements[named]!.mention!);
  }

  /**
   * The clause denies, asks, compares, or says it of some cases only.
   * @param open words that leave it open; what cannot be at all may not be, either
   * @param own index of the thing, where the clause names it
   */
  protected isLeftOpen(said: SaidWords, open: ReadonlySet<string>, own = -1): boolean {
    const { end } = this.clause;
    const start = this.startOfStatement(said.first);
    const except = this.exceptBehindDenial(said);
    for (let index = start; index < end; index++) {
      const { norm, mention } = this.elements[index]!;
      if (mention?.conceptId !== undefined || said.covers(index) || index === except) continue;
      if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) {
        if (!AFFIRMED.has(this.elements[index + 1]?.norm ?? '') && index > except && !this.#follows(index, said)) {
          return true;
        }
      } else if (this.#reaches(index, said) && open.has(norm) && !this.#isHarmless(index, said, own)) return true;
    }
    return false;
  }

  /** "…, so hardly any of it gets through": what comes of it denies nothing. */
  #follows(index: number, { last }: SaidWords): boolean {
    if (this.isOfNextStatement(index, last)) return true;
    return this.elements
      .slice(last + 1, index)
      .some(({ norm }, at, words) => norm === 'so' && words[at - 1]?.norm === ',');
  }

  /** "If you wish to know how full the stores are, …", "If lumps are suspected, start with an MRI, …" */
  #isClosedCondition(at: number, before: number): boolean {
    const asks = this.elements.slice(at + 1, at + 4).some(({ norm }) => WISHES.has(norm));
    return asks || this.elements.slice(at, Math.max(at, before)).some(({ norm }) => norm === ',');
  }

  /** "Excision – dissolving it with tablets – may give relief": what may be is another thing. */
  #reaches(index: number, { first, last }: SaidWords): boolean {
    return MODALS.has(this.elements[index]!.norm) ? index < first : index <= last + 4;
  }

  /** "cola, cheese and other foods", "another name for": of the things, not of the statement. */
  #isHarmless(index: number, { first, last }: SaidWords, own: number): boolean {
    const { norm } = this.elements[index]!;
    if (norm === 'if') return this.#isClosedCondition(index, Math.min(first, own));
    // "higher than it really is" compares no two things.
    if (norm === 'than') return SAME_THING.has(this.elements[index + 1]?.norm ?? '');
    if (!OTHER_ONES.has(norm)) {
      return isOtherwiseWell(this.elements, index) || this.isMimicry(index);
    }
    return (index > first && index < last) || NAMES.has(this.elements[index + 1]?.norm ?? '');
  }

  /** Index of the second denial, or -1: "cannot do its work unless there is enough vitamin C" states it. */
  protected exceptBehindDenial(said: SaidWords): number {
    const { start } = this.clause;
    const at = this.elements.findIndex(({ norm }, index) => index > start && index <= said.last && EXCEPTS.has(norm));
    return at > 0 && this.elements.slice(start, at).some(({ norm }) => NEGATORS.has(norm)) ? at : -1;
  }

  /** Index of the thing that the clause names beside the words, nearest to them. */
  #namedHere(
    has: (id: string) => boolean,
    said: SaidWords,
    alike: (one: string, other: string) => boolean,
  ): number | undefined {
    let best: number | undefined;
    let isOneOfSeveral = false;
    for (let index = this.clause.start; index < this.clause.end; index++) {
      const id = this.elements[index]!.mention?.conceptId;
      if (id === undefined || said.covers(index) || !has(id)) continue;
      // What stands behind is not the subject where one stands before: "in the liver, next to fetuin-A".
      if (best !== undefined && best < said.first && index > said.last) break;
      const other = best === undefined ? id : this.elements[best]!.mention!.conceptId!;
      // "Minocycline is an anti-inflammatory medicine that kills bacteria" is about minocycline.
      if (other !== id && this.terminology.isA(other, id)) continue;
      if (other !== id && !alike(other, id)) isOneOfSeveral = true;
      if (best === undefined || index < said.last) best = index;
    }
    // "It counters this hormone: it lowers …": of several, only what is plainly the subject.
    if (best === undefined || !isOneOfSeveral) return best;
    const between = this.elements.slice(best + 1, said.first);
    const isPlain = this.isSubject(best, said.first) && !between.some(({ norm }) => ITS.has(norm));
    // "CRP for inflammation, creatine kinase for the muscles": each item has its own.
    const isItem = best + 1 === said.first && this.elements[best - 1]?.norm === ',';
    return best < said.last && (isPlain || isItem) ? best : NOBODY;
  }

  #isSaidOf(own: number, has: (id: string) => boolean, said: SaidWords): boolean {
    if (own === NOBODY) return false;
    if (this.#isTakenAway(own)) return false;
    if (own > said.last) return this.#isNamedBehind(own, has, said);
    if (this.elements.slice(own + 1, said.first).some(({ norm }) => norm === ';')) return false;
    if (this.#isLabel(own)) return true;
    // "It tells the kidneys to make calcitriol" does not say who makes it.
    if (said.opensWithAgent === true && !this.elements.slice(own + 1, said.first).some(({ norm }) => IS.has(norm))) {
      return false;
    }
    // "Vitamin K is a vitamin that …": what the thing is, is no other thing.
    const isOwn = (id: string) => has(id) || this.terminology.isA(this.elements[own]!.mention!.conceptId!, id);
    if (this.#namesOther(own + 1, said.first, isOwn, said)) return false;
    // "Nephrocalcinosis and calcium in the arteries may go together": two things.
    if (JOINS.has(this.elements[own + 1]?.norm ?? '')) return false;
    if (this.isSubject(own, said.first) || this.isAppended(own)) return true;
    return !this.#namesOther(this.clause.start, own, has, said) && !this.#hasOwnVerb(own);
  }

  /** "A lack of it", "treating it", "unlike it": what is said then is not said of the thing. */
  #isTakenAway(own: number): boolean {
    const behind = this.elements.slice(own + 1, own + 4).findIndex(({ norm }) => IS_AWAY.has(norm));
    if (behind >= 0 && !this.elements.slice(own + 1, own + 1 + behind).some(({ kind }) => kind === 'mark')) return true;
    return this.elements.slice(Math.max(this.clause.start, own - 4), own).some(({ norm }) => TAKES_AWAY.has(norm));
  }

  /** "It is the liver that makes fetuin-A", "lowering calcium is the job of this hormone". */
  #isNamedBehind(own: number, has: (id: string) => boolean, said: SaidWords): boolean {
    const between = this.elements.slice(said.last + 1, own);
    return (
      between.length <= 6 &&
      between.every(({ norm, mention }) => LEADS_TO.has(norm) || this.kindOf(mention?.conceptId) === 'substance') &&
      !this.#namesOther(this.clause.start, said.first, has, said)
    );
  }

  /** A thing of a kind that statements are made of, which is not the one that has the value. */
  #namesOther(from: number, to: number, has: (id: string) => boolean, said: SaidWords): boolean {
    for (let index = from; index < to; index++) {
      const id = this.elements[index]!.mention?.conceptId;
      if (id === undefined || said.covers(index) || has(id)) continue;
      if (STATED_OF.has(this.kindOf(id) as ConceptKind) && !this.isAside(index)) return true;
    }
    return false;
  }

  #isLabel(own: number): boolean {
    return own <= this.clause.start + 2 && LABEL_MARKS.has(this.elements[own + 1]?.norm ?? '');
  }

  /** "Your doctor checks parathyroid hormone and …": somebody else acts. */
  #hasOwnVerb(own: number): boolean {
    return this.elements.slice(this.clause.start, own).some(({ norm }) => ACTS.has(norm));
  }

  #carriedSubject(has: (id: string) => boolean, said: SaidWords): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    if (block.table !== undefined) return this.headOf(has);
    if (this.clause.attribution === 'contrasted' || this.#opensCondition(said)) return undefined;
    const from = this.#partOfNoun(said) ?? this.clause.start;
    if (this.#namesOther(from, said.first, has, said)) return undefined;
    const carrier = this.#carrier(said);
    if (carrier === undefined) return undefined;
    const topic = this.namedInSentence(has) ?? this.discourse.topicOf(block.index, sentenceIndex, has);
    if (topic === undefined || (carrier !== ANY && !carrier.has(this.kindOf(topic.conceptId) as ConceptKind))) {
      return undefined;
    }
    return (carrier === ANY && this.#isNamedTakenAway(topic)) || this.#isInterrupted(topic, has, carrier)
      ? undefined
      : topic;
  }

  /** The kinds of thing that the clause may go on about; undefined where it speaks of something of its own. */
  #carrier(said: SaidWords): ReadonlySet<ConceptKind> | undefined {
    const { end } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const start = this.#partOfNoun(said) ?? this.#partStart(said);
    if (this.elements.slice(start, said.first).some(({ norm }) => TAKES_AWAY.has(norm))) return undefined;
    // "That is the form which …"
    if (POINTS.has(this.elements[start]!.norm) && ['is', 'are'].includes(this.elements[start + 1]?.norm ?? '')) {
      return ANY;
    }
    for (let index = start; index < Math.min(end, said.last + 5); index++) {
      if (said.covers(index)) continue;
      const { norm } = this.elements[index]!;
      // "The protein …", but not "… is aimed at the lump"
      const kinds = norm === 'the' && index > start + 1 ? undefined : this.#pointedAt(index);
      if (kinds !== undefined) return kinds;
      // "… of urine, which": the relative clause is of what stands before it.
      if (RELATIVES.has(norm) && index < said.first && index > start && !this.#isCleft(index)) return undefined;
      const isObject = index > said.last;
      if (ITS.has(norm) && !(said.opensWithAgent === true && !isObject)) {
        return !isObject || index <= said.last + 2 ? ANY : undefined;
      }
      if (POINTS.has(norm) && this.#pointsAtUnknown(index)) return undefined;
    }
    if (this.#tellsWhatComesOfIt(said)) return ANY;
    if ((this.#isFragment() && !this.opensWithNoun(start, said.first)) || this.#isUnderTitle(said)) return ANY;
    const isNear = said.first - start <= 4;
    if (isNear && this.discourse.answersQuestion(block.index, sentenceIndex) && this.#isBare(said)) return ANY;
    if (this.#speaksOfBody(start)) return CONDITIONS;
    return isNear && opensWithPronoun(this.elements.slice(start, end)) ? ANY : undefined;
  }

  /** "As a result the glands …", "…, and so the glands …": what comes of what was said of the thing. */
  #tellsWhatComesOfIt({ first }: SaidWords): boolean {
    const { start } = this.clause;
    if (first - start > LONGEST_RESULT) return false;
    const opening = this.elements.slice(Math.max(0, start - 1), first).map(({ norm }) => norm);
    // "It mimics calcium, and the glands respond by …"
    if (start > 0 && opening[0] === 'and' && this.elements.slice(0, start).some(({ norm }) => ITS.has(norm))) {
      return true;
    }
    return opening.some((norm, at) => RESULTS.has(norm) || (norm === 'result' && opening[at - 1] === 'a'));
  }

  /** "When they are confined to one region, …": what opens the part before the words. */
  #opensCondition({ first }: SaidWords): boolean {
    const comma = this.elements.findLastIndex(({ norm }, index) => index < first && norm === ',');
    const start = Math.max(this.clause.start, comma + 1);
    return this.elements.slice(start, Math.min(first, start + 2)).some(({ norm }) => CONDITIONAL.has(norm));
  }

  /** Behind a colon something else may be the subject: "It has been turned on its head: calcium from food …". */
  #partStart({ first }: SaidWords): number {
    const colon = this.elements.findLastIndex(({ norm }, index) => index < first && norm === ':');
    return Math.max(this.clause.start, colon + 1);
  }

  /** "Klotho opens the door, and once inside, the hormone orders …": a part that goes on about what was named before. */
  #partOfNoun({ first }: SaidWords): number | undefined {
    for (let index = first - 1; index > this.clause.start; index--) {
      if (!OPENS_PART.has(this.elements[index - 1]!.norm)) continue;
      if (this.#pointedAt(index) !== undefined) return index;
    }
    return undefined;
  }

  /** "It is the liver that …", "That is the form which …", "the one that shows it best". */
  #isCleft(index: number): boolean {
    const { start } = this.clause;
    const noun = this.elements[index - 1]!.norm;
    if (noun === 'one' || (KINDS_OF_NOUNS.has(noun) && POINTS.has(this.elements[start]!.norm))) return true;
    return this.elements
      .slice(start, index)
      .some(({ norm }, at, words) => ITS.has(norm) && ['is', 'was'].includes(words[at + 1]?.norm ?? ''));
  }

  /** "This hormone", "the small protein": the kinds that the noun may stand for. */
  #pointedAt(index: number): ReadonlySet<ConceptKind> | undefined {
    if (!POINTS.has(this.elements[index]!.norm)) return undefined;
    for (let next = index + 1; next <= index + 2 && next < this.clause.end; next++) {
      const kinds = KINDS_OF_NOUNS.get(this.elements[next]!.norm);
      if (kinds !== undefined) return kinds;
    }
    return undefined;
  }

  /** "This vein …": a noun that stands for none of the things. */
  #pointsAtUnknown(index: number): boolean {
    const { norm } = this.elements[index]!;
    const next = this.elements[index + 1];
    return norm !== 'the' && norm !== 'its' && next?.kind === 'word' && !AUXILIARIES.has(next.norm);
  }

  /** "**Lithotripsy: what happens.** You lie on a table. Laser light is beamed …": the words open a part under a title. */
  #isUnderTitle({ first, last, covers }: SaidWords): boolean {
    const { block, sentenceIndex } = this.sentence;
    const isStatement = this.elements.some(
      ({ norm }, index) => index > first && index <= last && covers(index) && FINITE.has(norm),
    );
    if (!isStatement || this.clause.start > 0) return false;
    const comma = this.elements.findLastIndex(({ norm }, index) => index < first && norm === ',');
    if (first > Math.max(this.clause.start, comma + 1) + 1) return false;
    if (sentenceIndex === 0) return this.discourse.followsTitle(block.index, 0);
    const title = this.discourse.sentences[block.index]![0]!.elements;
    return (
      title.filter(({ kind }) => kind !== 'mark').length <= LONGEST_TITLE && !title.some(({ norm }) => FINITE.has(norm))
    );
  }

  /** "Calcium is low.", "The blood turns acidic.": of the disease that the text is about. */
  #speaksOfBody(start: number): boolean {
    for (let index = start; index < Math.min(start + 4, this.clause.end); index++) {
      const { norm, kind, phrase } = this.elements[index]!;
      if (phrase?.level !== undefined || BODY.has(norm)) return true;
      if (kind !== 'mark' && !BEFORE_BODY.has(norm)) return false;
    }
    return false;
  }

  /** "A secretion of the pituitary", "Speeds up the settling …": what stands behind a title, a term or a label. */
  #isFragment(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const { start } = this.clause;
    const mark = this.elements[start - 1]?.norm ?? '';
    const isLabelled =
      mark === ';' && LABEL_MARKS.has(this.elements.slice(1, 4).find(({ kind }) => kind === 'mark')?.norm ?? '');
    if (start > 0 && !LABEL_MARKS.has(mark) && !isLabelled) return false;
    const opens =
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsTitle(block.index, sentenceIndex) ||
      (block.list !== undefined && sentenceIndex === 0) ||
      isLabelled ||
      (sentenceIndex === 1 && this.#isTerm(this.discourse.sentences[block.index]![0]!.elements));
    return opens && !SCENES.has(this.elements[start]!.norm) && this.#isElliptical();
  }

  /** "HYPERPARATHYROIDISM.", "**Pyrophosphate, inorganic (PPi).**": a term that is explained behind its full stop. */
  #isTerm(elements: readonly Element[]): boolean {
    return (
      elements.filter(({ kind }) => kind !== 'mark').length <= LONGEST_TERM &&
      !elements.some(({ norm, phrase }) => FINITE.has(norm) || phrase !== undefined)
    );
  }

  /** No sentence of its own: "Basic calcium phosphate crystals can settle …" is one. */
  #isElliptical(): boolean {
    const { start, end } = this.clause;
    for (let index = start; index < end; index++) {
      if (!FINITE.has(this.elements[index]!.norm)) continue;
      const before = this.elements.slice(Math.max(start, index - 3), index);
      if (!before.some(({ norm }) => RELATIVES.has(norm))) return false;
    }
    return true;
  }

  /** Without a subject of its own: no noun stands before a finite verb. */
  #isBare(said: SaidWords): boolean {
    return !this.elements
      .slice(this.clause.start, said.first)
      .some(({ norm }, index) => index > 0 && AUXILIARIES.has(norm));
  }

  /** Between the thing and the clause the text went on to something else. */
  #isInterrupted(topic: ClaimParty, has: (id: string) => boolean, kinds: ReadonlySet<ConceptKind>): boolean {
    const { block, sentenceIndex } = this.sentence;
    if (topic.block !== block.index && this.#goesOnToOther(topic, has, kinds)) return true;
    const sentences = this.discourse.sentences[topic.block]!;
    const last = topic.block === block.index ? sentenceIndex : sentences.length;
    for (let index = last - 1; index >= 0; index--) {
      const { elements } = sentences[index]!;
      const own = elements.findIndex(({ span }) => span.start === topic.span.start);
      if (this.#opensWithOther(elements.slice(0, own < 0 ? 5 : own), has, kinds)) return true;
      if (own >= 0) return false;
    }
    return false;
  }

  /** A nearer heading, or a sentence before in the same block, is about something else. */
  #goesOnToOther(topic: ClaimParty, has: (id: string) => boolean, kinds: ReadonlySet<ConceptKind>): boolean {
    const { block, sentenceIndex } = this.sentence;
    const nearer = block.headings.filter((heading) => heading > topic.block);
    return (
      nearer.some((heading) =>
        this.discourse.sentences[heading]!.some(({ elements }) => this.#opensWithOther(elements, has, kinds)),
      ) ||
      this.discourse.sentences[block.index]!.slice(0, sentenceIndex).some(({ elements }) =>
        this.#opensWithOther(elements.slice(0, 5), has, kinds),
      )
    );
  }

  #opensWithOther(opening: readonly Element[], has: (id: string) => boolean, kinds: ReadonlySet<ConceptKind>): boolean {
    return opening.some(({ mention }, at) => {
      const id = mention?.conceptId;
      if (id === undefined || has(id) || ASIDES.has(opening[at - 1]?.norm ?? '')) return false;
      const kind = this.kindOf(id) as ConceptKind;
      return STATED_OF.has(kind) && (kinds === ANY || kinds.has(kind));
    });
  }

  /** "Too little parathyroid hormone. It …" */
  #isNamedTakenAway({ block, span }: ClaimParty): boolean {
    return this.discourse.sentences[block]!.some(({ elements }) => {
      const at = elements.findIndex((element) => element.mention !== undefined && element.span.start === span.start);
      return at > 0 && elements.slice(Math.max(0, at - 3), at).some(({ norm }) => TAKES_AWAY.has(norm));
    });
  }
}

/** In elements. */
const LONGEST_TITLE = 10;
const LONGEST_TERM = 5;
const LONGEST_RESULT = 5;
/** Several things might be meant. */
const NOBODY = -1;
/** Stands for all kinds. */
const ANY = kinds();
