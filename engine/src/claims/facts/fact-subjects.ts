import { contains, proseSpan, type ProseSpan } from '../../text/span.js';
import { AttributeSubjects, reverses } from './attribute-subjects.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isHypothetical, type Clause } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { RESULTS } from './at-large-words.js';
import { NEGATORS } from '../sentences/lexicon.js';
import { OTHER_SUBJECTS, TAKES_UP } from './meaning-words.js';
import { RELATED } from './telling-words.js';
import { isOtherwiseWell } from '../sentences/otherwise-well.js';

/** A question, a term that is defined below, a contrast and a dump of words state nothing of a thing. */
export function mayStateFact({ isQuestion, block }: SentenceElements, { start, end, attribution }: Clause): boolean {
  const isShort = start < end && end - start <= LONGEST;
  return isShort && !isQuestion && block.kind !== 'definition-term' && attribution !== 'contrasted';
}

const LONGEST = 60;

/** Of what a fact is said, and what leaves it open: shared by the readers of facts. */
export abstract class FactSubjects extends AttributeSubjects {
  /**
   * Claims a value of a thing.
   * @param said the words that give it
   * @param first index of the element that its statement begins at
   */
  protected state(
    fact: Pick<Claim, 'attribute' | 'value' | 'form'>,
    subject: ClaimParty,
    said: ProseSpan,
    first: number,
  ): void {
    const { block, sentence } = this.sentence;
    const start = Math.min(this.elements[first]!.span.start, said.start);
    const here = subject.block === block.index && contains(sentence.span, subject.span);
    this.claims.push({
      ...fact,
      relation: 'has',
      subject,
      object: { text: block.text.slice(said.start, said.end), block: block.index, span: said },
      polarity: 'asserted',
      attribution: isHypothetical(this.elements, this.clause, first) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: block.index,
      span:
        here && block.table === undefined
          ? proseSpan(Math.min(subject.span.start, start), Math.max(said.end, subject.span.end))
          : proseSpan(start, said.end),
    });
  }

  /** What the tie is said of: the nearest holder before it, or what the text around speaks of. */
  protected subjectBefore(attribute: string, tie: number, at: number): ClaimParty | undefined {
    const { start } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const has = (id: string) => this.holds(id, attribute);
    for (let index = tie; index >= start; index--) {
      const { mention, norm } = this.elements[index]!;
      const id = mention?.conceptId;
      if (index < tie && norm === ';') return undefined;
      // "Unlike it, CT uses X-rays": an abbreviation of more than one meaning is another thing.
      if (index < tie && id === undefined && mention !== undefined && !this.isAside(index)) return undefined;
      if (id === undefined) continue;
      if (has(id)) {
        if (this.#isOfRelated(index)) continue;
        if (this.#startsAnother(index, tie)) return undefined;
        // "…, yet it affects cartilage", "its crystals": said of what the sentence is about.
        const taken = this.elements.slice(index + 1, tie).some((element) => PRONOUNS.has(element.norm));
        if (taken && this.elements.find((element) => element.mention?.conceptId !== undefined)?.mention !== mention) {
          return undefined;
        }
        // "… blocks endothelin, a substance made by": said of what stands nearest.
        return this.isOfAppended(index, tie) && index < start + 1 ? undefined : partyOf(mention!);
      }
      if (index < tie && OTHER_SUBJECTS.has(this.terminology.concept(id)!.kind) && !this.isAside(index)) {
        return undefined;
      }
    }
    if (block.table !== undefined) return this.headOf(has);
    if (this.isConditional(tie) || !this.carriesOn(tie)) return undefined;
    const ofAnother = this.elements
      .slice(0, start)
      .some(
        ({ mention }) =>
          mention?.conceptId !== undefined &&
          !has(mention.conceptId) &&
          OTHER_SUBJECTS.has(this.kindOf(mention.conceptId)),
      );
    if (ofAnother) return undefined;
    const topic =
      this.namedInSentence(has) ?? this.discourse.topicOf(block.index, sentenceIndex, has) ?? this.namedBehind(has, at);
    return topic === undefined || this.#isNamedAsLacking(topic) ? undefined : topic;
  }

  /** "Ultrasound, a cousin of CT that uses X-rays,": said of the cousin. */
  #isOfRelated(index: number): boolean {
    return this.elements[index - 1]?.norm === 'of' && RELATED.has(this.elements[index - 2]?.norm ?? '');
  }

  /** "Too little parathyroid hormone. Calcium drops.": not what the hormone does. */
  #isNamedAsLacking({ block, span }: ClaimParty): boolean {
    return this.discourse.sentences[block]!.some(({ elements }) => {
      const at = elements.findIndex((element) => element.mention !== undefined && element.span.start === span.start);
      return (
        at > 0 &&
        [at - 2, at - 1].some((index) => reverses(elements[index]?.norm ?? '', elements[index - 1]?.norm ?? ''))
      );
    });
  }

  /** "Ultrasound uses sound, CT uses X-rays": behind the comma a part with a subject of its own begins. */
  #startsAnother(subject: number, tie: number): boolean {
    const commas: number[] = [];
    for (let at = subject + 1; at < tie; at++) if (this.elements[at]!.norm === ',') commas.push(at);
    if (commas.length !== 1) return false;
    const next = this.elements[commas[0]! + 1];
    return commas[0]! + 1 < tie && !APPENDS.has(next?.norm ?? '') && subject <= this.clause.start + 2;
  }

  /** "The kidneys make urine. The liver makes bile.": what acts is named right before the words. */
  protected opensWithNoun(start: number, first: number): boolean {
    const [article, noun] = [this.elements[start]!, this.elements[start + 1]];
    return article.norm === 'the' && first === start + 2 && noun?.kind === 'word' && !TAKES_UP.has(noun.norm);
  }

  /** "It", "This hormone", "Seen chiefly in …": nothing of its own stands before the tie. */
  protected carriesOn(tie: number): boolean {
    const { start } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const own = this.elements.slice(start, tie);
    if (own.some(({ norm, mention }) => NOT_CARRIED.has(norm) || OWN_SUBJECTS.has(this.kindOf(mention?.conceptId)))) {
      return false;
    }
    // "The hormone of the thyroid" is named there.
    const [article, noun, of] = this.elements.slice(start, start + 3).map(({ norm }) => norm);
    if (article === 'the' && TAKES_UP.has(noun ?? '') && of === 'of') return false;
    if (own.length <= 2 || opensWithPronoun(this.elements.slice(start))) return true;
    if (own.some(({ norm }, index) => TAKES_UP.has(norm) && DEMONSTRATIVES.has(own[index - 1]?.norm ?? ''))) {
      return true;
    }
    if (own.some(({ norm }) => norm === 'it' || norm === 'they' || norm === 'its' || norm === 'their')) return true;
    if (this.discourse.isDefinition(block.index)) return true;
    return (
      this.discourse.answersQuestion(block.index, sentenceIndex) ||
      this.discourse.followsName(block.index, sentenceIndex) ||
      (sentenceIndex === 0 && block.list !== undefined && own.length <= 4) ||
      own.some(({ norm }, index) => norm === 'the' && PARTS_OF_CASES.has(own[index + 1]?.norm ?? ''))
    );
  }

  protected kindOf(id: string | undefined): string {
    return id === undefined ? '' : this.terminology.concept(id)!.kind;
  }

  /** "It mimics calcium": how a medicine works, and no likeness of two conditions. */
  protected isMimicry(index: number): boolean {
    const next = this.kindOf(this.elements[index + 1]?.mention?.conceptId);
    return MIMICS.has(this.elements[index]!.norm) && (next === 'substance' || next === 'protein');
  }

  /** The one holder that the sentence names before the clause. */
  protected namedInSentence(has: (id: string) => boolean): ClaimParty | undefined {
    // "Pseudogout can mimic gout, yet its crystals …" goes on about pseudogout.
    const named = this.elements
      .slice(0, this.clause.start)
      .flatMap(({ mention }, index) =>
        mention?.conceptId !== undefined && has(mention.conceptId) && !this.#isLikened(index) ? [mention] : [],
      );
    return new Set(named.map(({ conceptId }) => conceptId)).size === 1 ? partyOf(named[0]!) : undefined;
  }

  /** "looks like gout", "can mimic gout" */
  #isLikened(index: number): boolean {
    return index > 1 && this.elements.slice(Math.max(1, index - 2), index).some(({ norm }) => LIKENS.has(norm));
  }

  /** "Made by the adrenal glands, parathyroid hormone …": a part without a subject before the term. */
  protected namedBehind(has: (id: string) => boolean, at: number): ClaimParty | undefined {
    const comma = this.elements.findIndex(({ norm }, index) => index > at && norm === ',');
    if (comma < 0 || comma > at + 3) return undefined;
    const next = this.elements.slice(comma + 1, comma + 4).find(({ mention }) => mention?.conceptId !== undefined);
    return next !== undefined && has(next.mention!.conceptId!) ? partyOf(next.mention!) : undefined;
  }

  /**
   * "MRI also uses X-rays" behind what is said of CT: the word joins two things, and leaves nothing open. One of the
   * sentences before names a thing that has the value.
   */
  protected addsToAnother(attribute: string, value: string): boolean {
    const { start, end } = this.clause;
    if (!this.elements.slice(start, end).some(({ norm }) => ADDS.has(norm))) return false;
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]!.slice(0, sentenceIndex);
    const blocks = this.discourse.sentences.slice(Math.max(0, block.index - BLOCKS_BEFORE), block.index).flat();
    return [...blocks, ...before].some(({ elements }) =>
      elements.some(
        ({ mention }) =>
          mention?.conceptId !== undefined &&
          this.terminology.heldAttribute(mention.conceptId, attribute)?.values.includes(value) === true,
      ),
    );
  }

  /** "They cannot pass phosphate, so it …": a denial that something else comes of. */
  #leadsTo(index: number, tie: number): boolean {
    return this.elements
      .slice(index + 1, tie)
      .some(({ norm }, at, words) => RESULTS.has(norm) && [',', 'and'].includes(words[at - 1]?.norm ?? ''));
  }

  /** "calcium salts which do not dissolve have collected in …": what the relative clause denies, the main clause does not. */
  #isInRelative(index: number, at: number): boolean {
    const opens = [index - 1, index - 2].some((before) => RELATIVES.has(this.elements[before]?.norm ?? ''));
    return (
      opens &&
      this.elements
        .slice(index + 2, Math.min(at, index + 6))
        .some(({ norm }, offset) => GOES_ON.has(norm) && !RELATIVES.has(this.elements[index + 1 + offset]!.norm))
    );
  }

  /** Behind the last colon or dash that a thing is named behind: "Bumps that look like milia: this is …, seen in …". */
  protected startOfStatement(before: number): number {
    const { start } = this.clause;
    const mark = this.elements.findLastIndex(({ norm }, at) => at > start && at < before && OPENS_STATEMENT.has(norm));
    const named = this.elements.slice(Math.max(mark, start), before);
    const isNamed = named.some(({ mention }) => OWN_SUBJECTS.has(this.kindOf(mention?.conceptId)));
    return mark > start && isNamed ? mark + 1 : start;
  }

  /**
   * A word of the clause denies, compares, or says it of some cases only.
   * @param adds "also" is said of another thing than what the text spoke of
   */
  protected leavesOpen(at: number, tie: number, behind: number, adds: boolean): boolean {
    const { end } = this.clause;
    const start = this.startOfStatement(tie);
    const last = Math.min(end, at + 8);
    return this.elements.slice(start, last).some(({ norm, mention }, offset) => {
      const index = start + offset;
      if (mention?.conceptId !== undefined || (index >= at && index < behind)) return false;
      if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) {
        if (this.#isInRelative(index, at) || this.isOfNextStatement(index, at) || this.#leadsTo(index, tie)) {
          return false;
        }
        return !['only', 'doubt', 'longer'].includes(this.elements[index + 1]?.norm ?? '');
      }
      const before = this.elements[index - 1]?.norm;
      if (adds && (ADDS.has(norm) || (norm === 'well' && before === 'as'))) return false;
      // "… are calcified as well", "the first is …, the second …"
      if ((norm === 'well' && before === 'as') || (ORDINALS.has(norm) && before === 'the' && index < at)) return true;
      if (OPEN.has(norm) && !isOtherwiseWell(this.elements, index) && !this.isMimicry(index)) {
        return index <= at || index <= at + 4;
      }
      return (reverses(norm, this.elements[index - 1]?.norm ?? '') || BEGINS.has(norm)) && index < tie;
    });
  }
}

/** In blocks. */
const BLOCKS_BEFORE = 3;
export const ADDS = new Set(['also', 'too', 'likewise', 'well']);
/** "It began in one finger and spread." */
const BEGINS = new Set('begin begins began start starts started'.split(' '));
const MIMICS = new Set('mimic mimics mimicking imitates'.split(' '));
const OPENS_STATEMENT = new Set([':', ';', '–', '—']);
const PRONOUNS = new Set('it its they their these this'.split(' '));
const OWN_SUBJECTS: ReadonlySet<string> = new Set([...OTHER_SUBJECTS, 'protein', 'gene']);
const APPENDS = new Set(
  'which that a an the also and it they so this these its their but yet calcium deposits'.split(' '),
);
const DEMONSTRATIVES = new Set('this that these those the such'.split(' '));
export const PARTS_OF_CASES = new Set(
  'patients people children bumps lumps nodules deposits masses growths ulcers lesions patches plaques swellings cases affected sufferers typical usual classic sores wounds machine scanner calcium chalk material'.split(
    ' ',
  ),
);
const NOT_CARRIED = new Set(
  'when where if another other others one secondary tertiary whether unlike after before until'.split(' '),
);
const LIKENS = new Set('like mimic mimics resemble resembles'.split(' '));
const RELATIVES = new Set(['which', 'that']);
const GOES_ON = new Set('have has is are was were'.split(' '));
const ORDINALS = new Set('first second former latter'.split(' '));
const OPEN = new Set(
  'another different separate else other otherwise may might could would should some sometimes occasionally rarely seldom few unless if whether also too even either instead rather unlike than versus vs neither once formerly mimic mimics resemble resembles like similar confused mistaken as-if apart except besides beyond excluding exclude counterpart counterparts equivalent'.split(
    ' ',
  ),
);
