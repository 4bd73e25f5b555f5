import type { AttributeMeaning, Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { cutsClass } from '../phrases/attribute-match.js';
import { VerbsAndCells } from './verbs-and-cells.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { longestAt, type SentenceElements } from '../sentences/elements.js';
import * as lists from './meaning-words.js';
import { endOfParts } from '../phrases/phrase-openings.js';
import { matchesBetween, type PhraseMatch } from '../phrases/phrase-matches.js';
import { LABEL_MARKS } from '../sentences/lexicon.js';

/**
 * Reads how a text explains a term, and what it says that a thing measures, uses or makes. What tells the values
 * apart are words that stand in the explanation in any order (`means` and `objects` of `terminology/attributes.yaml`),
 * so that an explanation that belongs to another term of the same family is found whichever two were swapped.
 */
export function readMeanings(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (clause.start >= clause.end || sentence.block.kind === 'definition-term') return NONE;
  const { elements, block } = sentence;
  const { tokens } = block;
  const first = elements[clause.start]!.firstToken;
  const end = elements[clause.end - 1]!.endToken;
  let reader: MeaningReader | undefined;
  const readAt = ({ phrase, to }: PhraseMatch<AttributeMeaning>, at: number): void => {
    if (cutsClass(block.mentions, to, terminology)) return;
    // Whether the other parts stand in the clause is told sooner than of what they are said.
    if (endOfParts(phrase.parts, tokens, first, end) < 0 || clause.attribution === 'contrasted') return;
    reader ??= new MeaningReader(sentence, clause, discourse, terminology);
    reader.readMeaning(phrase, at);
  };
  let at = clause.start;
  const held = discourse.attributes.around(sentence);
  for (const match of matchesBetween(discourse.phrasesIn(block.index).meaning, tokens, first, end, held)) {
    while (elements[at]!.endToken <= match.at) at++;
    // "That's" is two elements.
    for (let index = at; index < clause.end && elements[index]!.firstToken <= match.at; index++) readAt(match, index);
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];

/** The words that explain a term, by element indexes, and the term. */
interface Explanation {
  readonly subject: ClaimParty;
  readonly from: number;
  readonly to: number;
  /** Where what may deny it begins. */
  readonly deniedFrom: number;
  /** A bracket or commas enclose it, so that what follows explains something else. */
  readonly isEnclosed?: true;
}

class MeaningReader extends VerbsAndCells {
  readonly #read = new Set<string>();

  readMeaning(meaning: AttributeMeaning, at: number): void {
    for (const explanation of this.#explanationsAround(meaning, at)) {
      const { subject, from, to } = explanation;
      const end = this.#endOfParts(meaning, from, to);
      if (end < 0) continue;
      const held = this.terminology.heldAttribute(subject.conceptId!, meaning.attribute)!;
      const key = `${meaning.attribute} ${subject.block} ${subject.span.start} ${from}`;
      if (this.#read.has(key)) continue;
      // Where the right explanation stands there too, the other words only add to it.
      if (!held.values.includes(meaning.value) && this.#tells(meaning.attribute, held.values, explanation)) continue;
      this.#read.add(key);
      this.#push(meaning, explanation, at, end);
      return;
    }
  }

  #push(meaning: AttributeMeaning, { subject, from, deniedFrom }: Explanation, at: number, endToken: number): void {
    const { block } = this.sentence;
    // "A gene passed on by a parent would make it another disease."
    const behind = this.elements.find(({ firstToken }) => firstToken >= endToken);
    if (SUPPOSES.has(behind?.norm ?? '')) return;
    const first = this.elements[from]!;
    const span = proseSpan(first.span.start, block.tokens[endToken - 1]!.span.end);
    const here = subject.block === block.index && subject.span.start >= this.elements[0]!.span.start;
    this.claims.push({
      relation: 'has',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      value: meaning.value,
      attribute: meaning.attribute,
      polarity: isDenied(this.elements, deniedFrom, Math.max(at, from + 1)) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, from) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: block.index,
      span:
        here && block.table === undefined
          ? proseSpan(Math.min(subject.span.start, span.start), Math.max(span.end, subject.span.end))
          : span,
      form: 'explanation',
    });
  }

  /** The explanations that an element may stand in, the nearest first. */
  *#explanationsAround(meaning: AttributeMeaning, at: number): Generator<Explanation> {
    const { attribute } = meaning;
    for (let index = at - 1; index >= this.clause.start; index--) {
      if (this.holderAt(index, attribute) === undefined || this.isInserted(index)) continue;
      // "It is the parathyroid glands, not the thyroid, that make …"
      if (this.elements.slice(Math.max(0, index - 2), index).some(({ norm }) => norm === 'not')) return;
      // "glands on top of the kidneys that make cortisol"
      if (['that', 'which'].includes(this.elements[index + 1]?.norm ?? '') && this.#isInside(index)) continue;
      const found = this.#explained(meaning, index, at);
      if (found !== undefined) yield found;
      return;
    }
    const named = meaning.verbs === undefined ? this.#namedBehind(attribute, at) : undefined;
    if (named !== undefined) yield named;
    const carried = this.#carried(meaning, at);
    if (carried !== undefined) yield carried;
  }

  /** It only says where another thing is, or of what: "on top of the kidneys". */
  #isInside(index: number): boolean {
    const before = this.elements.slice(Math.max(this.clause.start, index - 2), index);
    return before.some(({ norm }) => lists.PLACES.has(norm));
  }

  /** What a term that stands before the words is explained by: "X is …", "X (…)", "X, a …,", "X: …". */
  #explained(meaning: AttributeMeaning, index: number, at: number): Explanation | undefined {
    const subject = partyOf(this.elements[index]!.mention!);
    const next = index + 1;
    const make = (from: number, to: number, deniedFrom = next): Explanation | undefined =>
      from <= at && at < to ? { subject, from, to, deniedFrom } : undefined;
    const mark = this.elements[next]?.norm ?? '';
    if (meaning.verbs === undefined && LABEL_MARKS.has(mark)) {
      const close = mark === '(' ? this.#closing(next) : this.clause.end;
      if (at < close) {
        if (mark !== '(' && index > this.clause.start + 3) return undefined;
        // "idiopathic/iatrogenic (the first of unknown cause, …)"
        if (mark === '(' && lists.ONE_OF_TWO.has(this.elements[next + 2]?.norm ?? '')) return undefined;
        const explanation = make(next + 1, this.#endOf(meaning, next + 1, close), next);
        return mark === '(' && explanation !== undefined ? { ...explanation, isEnclosed: true } : explanation;
      }
    }
    if (
      meaning.verbs === undefined &&
      mark === ',' &&
      (lists.APPOSITION_OPENERS.has(this.elements[next + 1]?.norm ?? '') || this.#isAmount(next + 1))
    ) {
      const close = this.#next(',', next + 1);
      // "After ischemia, too much oxygen …": the comma ends what opens the sentence.
      const isScene = lists.SCENES.has(this.elements[index - 1]?.norm ?? '');
      if (at < close) {
        if (isScene || this.#isListed(index, close)) return undefined;
        return make(next + 1, this.#endOf(meaning, next + 1, close), next);
      }
    }
    const meant = meaning.verbs === undefined ? this.#meantBy(index, at) : -1;
    if (meant > 0) return make(meant + 1, this.#endOf(meaning, meant + 1, this.clause.end));
    const opened = this.#openedAfter(meaning, index, at);
    if (opened === undefined) return undefined;
    const relative = [',', 'which', 'that', '('].includes(mark);
    if (!relative && !this.isSubject(index, opened.start)) return undefined;
    if (this.isHedged(index, opened.start)) return undefined;
    return make(opened.end, this.#endOf(meaning, opened.end, this.clause.end), Math.max(this.clause.start, index - 3));
  }

  /** "Hypercalciuria, too much calcium in the blood, …": a level that is told in one phrase. */
  #isAmount(at: number): boolean {
    const element = this.elements[at];
    return element?.phrase?.kind === 'level' && this.sentence.block.tokens[element.firstToken]!.norm === 'too';
  }

  /** Index of the verb of "By telangiectasia doctors mean", "They say pruritus when they mean", or -1. */
  #meantBy(index: number, at: number): number {
    if (!lists.SAYS.has(this.elements[index - 1]?.norm ?? '')) return -1;
    for (let next = index + 1; next < at; next++) {
      const { norm } = this.elements[next]!;
      if (lists.MEANT.has(norm)) return next;
      if (!lists.SPEAKERS.has(norm)) return -1;
    }
    return -1;
  }

  /** The verb, or "is", that opens what is said of the term at an index. */
  #openedAfter(meaning: AttributeMeaning, index: number, at: number): { start: number; end: number } | undefined {
    let next = index + 1;
    if (this.elements[next]?.norm === '(') next = this.#closing(next) + 1;
    if (meaning.verbs !== undefined && LABEL_MARKS.has(this.elements[next]?.norm ?? '')) next++;
    if (this.elements[next]?.norm === ',') {
      const close = this.#next(',', next + 1);
      if (close < at && !lists.APPOSITION_VERBS.has(this.elements[next + 1]!.norm)) next = close + 1;
    }
    if (meaning.verbs === undefined) {
      // "As for telangiectasia, it means …"
      const taken = this.elements.findIndex(
        ({ norm }, place) => place > next && place < at && this.isTakenUpBy(index, place + 1) && norm === 'it',
      );
      if (taken > 0) next = taken + 1;
      for (; next < at; next++) {
        const end = this.#definesAt(next);
        if (end > 0) return { start: next, end };
        if (!lists.LIGHT.has(this.elements[next]!.norm)) return undefined;
      }
      return undefined;
    }
    // "Alizarin red stains calcium green": the name takes the verb for its plural.
    if (this.endsWithVerb(meaning.verbs, index)) return { start: index + 1, end: index + 1 };
    for (let passed = 0; next < at; next++, passed++) {
      const end = this.verbAt(meaning.verbs, next);
      if (end > 0) return { start: next, end };
      const { norm, mention } = this.elements[next]!;
      // "Colchicine is given because it dissolves …"
      const goesOn = lists.GOES_ON.has(norm) && lists.PRONOUNS.has(this.elements[next + 1]?.norm ?? '');
      if (passed > 14 || (lists.BREAKS.has(norm) && !goesOn)) return undefined;
      // "Rituximab is used after drugs that block TNF" says it of those drugs.
      const isAppended = next === index + 1 || this.elements[next - 1]!.norm === ',';
      if (lists.RELATIVES.has(norm) && !isAppended && !this.isPredicate(index, next)) return undefined;
      const id = mention?.conceptId;
      // "An X-ray test that measures …": of what sort it is.
      const isOfSort = lists.TEST_NOUNS.has(this.elements[next + 1]?.norm ?? '');
      if (isOfSort) continue;
      if (id !== undefined && lists.OTHER_SUBJECTS.has(this.terminology.concept(id)!.kind) && !this.isAside(next)) {
        return undefined;
      }
    }
    return undefined;
  }

  /** "Tight skin of the fingers is called sclerodactyly." */
  #namedBehind(attribute: string, at: number): Explanation | undefined {
    for (let index = at + 1; index < this.clause.end; index++) {
      if (this.holderAt(index, attribute) === undefined) continue;
      let before = index - 1;
      while (before > at && lists.BEFORE_NAME.has(this.elements[before]!.norm)) before--;
      const naming = this.elements[before]!.norm;
      // "The word for tight finger skin is sclerodactyly."
      const word = this.elements.findIndex(({ norm }, place) => norm === 'for' && place > 0 && place < at);
      if (['is', 'are'].includes(naming) && word > 0 && lists.WORDS.has(this.elements[word - 1]!.norm)) {
        const named = partyOf(this.elements[index]!.mention!);
        return { subject: named, from: word + 1, to: before, deniedFrom: before };
      }
      // "Doctors call the canal to the womb the vulva."
      const caller = this.elements.findIndex(({ norm }, place) => lists.CALLING.has(norm) && place > 0 && place < at);
      if (caller > 0 && before < index - 1 && lists.MEANERS.has(this.elements[caller - 1]!.norm)) {
        const called = partyOf(this.elements[index]!.mention!);
        return { subject: called, from: caller + 1, to: before + 1, deniedFrom: caller };
      }
      // "The joint in the middle of the leg is the shoulder."
      if (this.#isNamedPart(index, before)) {
        const part = partyOf(this.elements[index]!.mention!);
        return { subject: part, from: this.clause.start, to: before, deniedFrom: Math.max(at, before - 4) };
      }
      // "When new tissue grows, doctors speak of necrosis."
      const isSpokenOf = naming === 'of' && lists.SPEAKING.has(this.elements[before - 1]?.norm ?? '');
      if (isSpokenOf && before - 2 > at) {
        const spoken = partyOf(this.elements[index]!.mention!);
        return { subject: spoken, from: this.clause.start, to: before - 2, deniedFrom: before - 2 };
      }
      const phrase = this.nameBefore(before);
      const names =
        phrase > at ||
        lists.NAMING.has(naming) ||
        (naming === 'as' && lists.NAMED_AS.has(this.elements[before - 1]?.norm ?? ''));
      if (!names) return undefined;
      const to = phrase > at ? phrase : naming === 'as' ? before - 1 : before;
      if (this.elements.slice(this.clause.start, to).some(({ norm }) => lists.HEDGES.has(norm))) return undefined;
      const subject = partyOf(this.elements[index]!.mention!);
      return { subject, from: this.clause.start, to, deniedFrom: Math.max(at, to - 4) };
    }
    return undefined;
  }

  /** The clause describes a part of the body, and ends by naming it. */
  #isNamedPart(index: number, verb: number): boolean {
    const kind = this.terminology.concept(this.elements[index]!.mention!.conceptId!)!.kind;
    return (
      kind === 'anatomy' &&
      index === this.clause.end - (this.elements[this.clause.end - 1]!.kind === 'mark' ? 2 : 1) &&
      verb < index - 1 &&
      ['is', 'are'].includes(this.elements[verb]!.norm) &&
      this.elements[this.clause.start]!.norm === 'the' &&
      !this.elements
        .slice(this.clause.start, verb)
        .some(
          ({ norm, mention }) =>
            lists.HEDGES.has(norm) || mention?.conceptId === this.elements[index]!.mention!.conceptId,
        )
    );
  }

  /** Of what the cell, the entry, the answer or the sentence with "it" speaks. */
  #carried(meaning: AttributeMeaning, at: number): Explanation | undefined {
    const { block, sentenceIndex } = this.sentence;
    const has = (id: string) => this.holds(id, meaning.attribute);
    const { start } = this.clause;
    if (block.table !== undefined) {
      if (sentenceIndex > 0 || !this.isExplainingCell(meaning)) return undefined;
      const subject = this.headOf(has);
      if (subject === undefined || this.#opensOtherwise(meaning, start)) return undefined;
      const from = meaning.verbs === undefined || this.isAskedFor(meaning.verbs) ? start : this.verbFrom(meaning, at);
      if (from === undefined || this.isHedged(start, from)) return undefined;
      return { subject, from, to: this.#endOf(meaning, from, this.clause.end), deniedFrom: start };
    }
    const from = this.#carriedFrom(meaning, at);
    if (from === undefined || this.isHedged(start, from)) return undefined;
    const subject = this.discourse.topicOf(block.index, sentenceIndex, has);
    if (subject === undefined || !this.#takesUp(subject, from)) return undefined;
    return { subject, from, to: this.#endOf(meaning, from, this.clause.end), deniedFrom: start };
  }

  /** "The scan shows …" goes on about a picture, not about the recording that was named before. */
  #takesUp(subject: ClaimParty, from: number): boolean {
    const { kind } = this.terminology.concept(subject.conceptId!)!;
    return (
      kind === 'imaging' || !this.elements.slice(this.clause.start, from).some(({ norm }) => lists.PICTURES.has(norm))
    );
  }

  /** Where what is said begins in a clause that names nothing: behind "It is", "Answer:", or at once. */
  #carriedFrom(meaning: AttributeMeaning, at: number): number | undefined {
    const { block, sentenceIndex } = this.sentence;
    const { start } = this.clause;
    const first = this.elements[start]!.norm;
    const label = this.elements[start + 1]?.norm ?? '';
    const answers =
      (sentenceIndex === 0 && this.discourse.isDefinition(block.index)) ||
      this.discourse.answersQuestion(block.index, sentenceIndex) ||
      this.discourse.followsName(block.index, sentenceIndex);
    if (meaning.verbs !== undefined) {
      for (let next = start; next < at && next < start + 7; next++) {
        const end = this.verbAt(meaning.verbs, next);
        if (end > 0) return next === start || this.#carriesOn(start, next) ? end : undefined;
      }
      return undefined;
    }
    if (lists.ANSWER_LABELS.has(first) && label === ':') return answers || sentenceIndex === 0 ? start + 2 : undefined;
    for (let next = start; next < at && next < start + 5; next++) {
      const end = this.#definesAt(next);
      if (end > 0) return next > start && this.#carriesOn(start, next) ? end : undefined;
    }
    if (this.#opensOtherwise(meaning, start)) return undefined;
    if (answers) return start;
    return this.discourse.followsTitle(block.index, sentenceIndex) && this.#isElliptical() ? start : undefined;
  }

  /** "A recording of the activity of the brain": no sentence of its own, but what stands under a title. */
  #isElliptical(): boolean {
    const { start, end } = this.clause;
    const relative = this.elements.findIndex(
      ({ norm }, at) => at > start && ['that', 'which', 'who', ','].includes(norm),
    );
    return !this.elements
      .slice(start, relative < 0 ? end : relative)
      .some(({ norm }) => lists.AUXILIARIES.has(norm) || lists.HEDGES.has(norm));
  }

  /** "It", "This", "The test": nothing of its own stands before the verb. */
  #carriesOn(start: number, verb: number): boolean {
    const words = this.elements.slice(start, verb);
    if (
      words.some(
        ({ mention, norm }) =>
          lists.BREAKS.has(norm) || lists.NOT_CARRIED.has(norm) || mention?.conceptId !== undefined,
      )
    ) {
      return false;
    }
    if (lists.CARRIES.has(words[0]!.norm)) return true;
    // "The scan", but neither "The other gland" nor "Graves disease"
    const noun = words.findIndex(({ norm }) => lists.TAKES_UP.has(norm));
    // "The glands that control calcium are the parathyroids" describes others.
    if (noun > 0 && lists.RELATIVES.has(words[noun + 1]?.norm ?? '')) return false;
    return words[0]!.norm === 'the' ? noun > 0 && noun <= 2 : words.some(({ norm }) => lists.PRONOUNS.has(norm));
  }

  /** Words that say what goes along with it: "common in people with tight skin". */
  #opensOtherwise(meaning: AttributeMeaning, from: number): boolean {
    return (
      meaning.verbs === undefined &&
      (this.elements.slice(from, from + 4).some(({ norm }) => lists.NO_DEFINITION_NOUNS.has(norm)) ||
        this.elements.slice(from, from + 2).some(({ norm }) => lists.NO_DEFINITION.has(norm)))
    );
  }

  /** The end of what is said from an element on. */
  #endOf(meaning: AttributeMeaning, from: number, limit: number): number {
    if (this.#opensOtherwise(meaning, from)) return from;
    const longest = Math.min(limit, from + (meaning.verbs === undefined ? 22 : 14));
    for (let index = from; index < longest; index++) {
      const { norm } = this.elements[index]!;
      if (norm === ';' || (index > from && lists.ENDS.has(norm))) return index;
      // "a sample of tissue, not a picture", but "a joint that will not straighten"
      if (norm === 'not' && [',', 'and', 'but', '('].includes(this.elements[index - 1]?.norm ?? '')) return index;
      // Another term has an explanation of its own; "a picture made with X-rays" only names it.
      if (index > from && this.holderAt(index, meaning.attribute) !== undefined && !this.#isMeans(index)) return index;
    }
    return longest;
  }

  #isMeans(index: number): boolean {
    return this.elements.slice(index - 2, index).some(({ norm }) => lists.MEANS_OF.has(norm));
  }

  /** Index of the token after the last of all parts between two elements, or -1. */
  #endOfParts(meaning: AttributeMeaning, from: number, to: number): number {
    if (from >= to) return -1;
    return endOfParts(meaning.parts, this.sentence.block.tokens, this.elements[from]!.firstToken, this.endToken(to));
  }

  /** Whether an explanation and what follows hold a meaning of one of the values. */
  #tells(attribute: string, values: readonly string[], { from, to, isEnclosed }: Explanation): boolean {
    const end = from === this.clause.start || isEnclosed === true ? to : this.clause.end;
    return this.terminology
      .meaningsOf(attribute)
      .some((meaning) => values.includes(meaning.value) && this.#endOfParts(meaning, from, Math.max(to, end)) > 0);
  }

  #definesAt(at: number): number {
    const best = longestAt(this.elements, at, lists.DEFINES);
    if (best > 0 && ['when', 'where'].includes(this.elements[best]?.norm ?? '')) return best + 1;
    return best;
  }

  /** "Raynaud phenomenon, a stiff gullet, and tight skin": one of several, not an explanation. */
  #isListed(index: number, close: number): boolean {
    const before = this.elements[index - 1]?.norm ?? '';
    if ([',', 'and', 'or', ':', 'as', 'like', 'including'].includes(before)) return true;
    return this.elements
      .slice(close, this.clause.end)
      .some(({ norm }, at, rest) => norm === ',' && ['and', 'or'].includes(rest[at + 1]?.norm ?? ''));
  }

  #closing(open: number): number {
    return this.#next(')', open);
  }

  #next(mark: string, from: number): number {
    for (let index = from; index < this.clause.end; index++) if (this.elements[index]!.norm === mark) return index;
    return this.clause.end;
  }
}

const SUPPOSES = new Set('would could might'.split(' '));
