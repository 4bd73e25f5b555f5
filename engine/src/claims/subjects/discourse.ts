import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { ClaimParty } from '../claim.js';
import { AttributesNear } from '../phrases/attributes-near.js';
import { clausesOf } from '../sentences/clauses.js';
import { Role, rolesOf } from '../sentences/concept-roles.js';
import type { DocumentSubjects } from './document-subjects.js';
import { DocumentSentences } from '../sentences/document-sentences.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { PRONOUNS, TYPE_WORDS } from '../sentences/lexicon.js';
import { findPhraseMatches, type PhraseMatches } from '../phrases/phrase-matches.js';
import { asksOfIt, firstTopic, mainClauseOf, namedIn, sameHeadings, TOPIC_KINDS } from './topics.js';
import { isUnreal } from '../attribution/unreal.js';
import { whenAsked } from '../sentences/when-asked.js';

/** The level of a short line that stands for a heading. */
const PASTED = 7;
const LONGEST_LINE = 20;
const ASKS_OF_IT = new Set(['is', 'was', 'are', 'were', "isn't"]);
const IT = new Set('it this that these those they mine hers his'.split(' '));
const DENIES = new Set(['no', 'nope', 'never', 'not', 'hardly']);
const DETERMINERS = new Set('a an the this these any all one too no'.split(' '));
const TITLE_BREAKERS = new Set('is are was were has have can may will causes means . ? !'.split(' '));
const LONGEST_NAME = 10;
/** "(n.)" in a list of words. */
const GRAMMAR = new Set('n adj v pl noun adjective verb plural abbr term'.split(' '));

/** What somebody who reads a block goes by in the text. */
export interface LookedAt {
  /** Indexes of the blocks whose words were asked for. */
  readonly blocks: ReadonlySet<number>;
  /** Of those of which it was enough that they are prose. */
  readonly prose: ReadonlySet<number>;
}

/**
 * Who "it" is: the document's sentences in order, with the concept that each is about. Read once per document.
 */
export class Discourse {
  /** By block. Whoever reads a block with `lookedAt` is told which ones it asked for here. */
  readonly sentences: readonly (readonly SentenceElements[])[];
  /** What is held of what is named around: readers look for nothing else. */
  readonly attributes: AttributesNear;
  /** The text names a type of something. */
  readonly namesTypes: boolean;
  readonly #blocks: readonly AnalyzedBlock[];
  readonly #terminology: Terminology;
  /** The concepts that each sentence names and does not only set against another, once each. */
  readonly #named = new Map<SentenceElements, readonly Mention[]>();
  readonly #typeTopics = new Map<SentenceElements, ClaimParty | undefined>();
  readonly #phrases: (PhraseMatches | undefined)[] = [];
  readonly #sentences: DocumentSentences;
  #seen: { readonly blocks: Set<number>; readonly prose: Set<number> } | undefined;

  /** @param subjects of the whole text, of which the blocks may be a section */
  constructor(blocks: readonly AnalyzedBlock[], terminology: Terminology, subjects: DocumentSubjects) {
    this.#blocks = blocks;
    this.#terminology = terminology;
    this.#sentences = new DocumentSentences(blocks, terminology, subjects);
    this.attributes = new AttributesNear(blocks, terminology, (index) => this.#sentences.of(index));
    this.namesTypes = subjects.namesTypes;
    this.sentences = whenAsked(blocks.length, (index) => {
      this.#seen?.blocks.add(index);
      return this.#sentences.of(index);
    });
  }

  /** Blocks that say something else than they did where some changed. */
  changedWith(changed: ReadonlySet<number>): ReadonlySet<number> {
    return this.#sentences.changedWith(changed);
  }

  /** What a reader goes by in the text. What is named near a block is not counted. */
  lookedAt(read: () => void): LookedAt {
    const seen = { blocks: new Set<number>(), prose: new Set<number>() };
    this.#seen = seen;
    // What an earlier reader was told was looked up for that one.
    this.#typeTopics.clear();
    try {
      read();
    } finally {
      this.#seen = undefined;
    }
    return seen;
  }

  /**
   * The block goes on for sentences, names something, and asks nothing at its end: it is no title, name or question of
   * what stands behind it. Who is content with that need not look at its words, and an edit within it changes nothing.
   */
  isProse(index: number): boolean {
    const isProse = this.#sentences.areProse(index);
    if (isProse) this.#seen?.prose.add(index);
    return isProse;
  }

  /** The phrases that stand in a block, of what is named near it. */
  phrasesIn(index: number): PhraseMatches {
    const { tokens } = this.#blocks[index]!;
    return (this.#phrases[index] ??= findPhraseMatches(tokens, this.attributes.near(index), this.#terminology));
  }

  /** The concept that a sentence is about: its own subject, or what its pronoun or its heading names. */
  subjectOf(block: number, sentence: number, depth = 0): ClaimParty | undefined {
    const elements = this.sentences[block]?.[sentence];
    if (elements === undefined || depth > 6) return undefined;
    if (opensWithPronoun(elements.elements) || hasPronounFirst(elements.elements)) {
      return this.carriedSubject(block, sentence, depth);
    }
    const own = firstTopic(elements, this.#terminology);
    // A sentence that names nothing is about what the one before was: "Although it can affect any part …".
    return own === undefined ? this.carriedSubject(block, sentence, depth + 1) : partyOf(own);
  }

  /** What "it", "this type" and "in these cases" stand for in a sentence: the subject of what comes before. */
  carriedSubject(block: number, sentence: number, depth = 0): ClaimParty | undefined {
    if (sentence > 0) return this.subjectOf(block, sentence - 1, depth + 1);
    const place = this.#blocks[block]!.list;
    if (place?.leadIn !== undefined) return this.lastSubject(place.leadIn, depth + 1);
    const before = this.#blocks[block - 1];
    const here = this.#blocks[block]!;
    if (
      before !== undefined &&
      before.kind === 'paragraph' &&
      here.kind === 'paragraph' &&
      sameHeadings(before, here) &&
      !(this.#isLine(block - 1) && this.#isLine(block))
    ) {
      return this.lastSubject(block - 1, depth + 1);
    }
    return this.headingTopic(block);
  }

  lastSubject(block: number, depth = 0): ClaimParty | undefined {
    return this.subjectOf(block, this.#blocks[block]!.sentences.length - 1, depth);
  }

  /** The one concept that the nearest heading names. */
  headingTopic(block: number): ClaimParty | undefined {
    const headings = this.#blocks[block]!.headings;
    for (let index = headings.length - 1; index >= 0; index--) {
      const topics = this.sentences[headings[index]!]!.flatMap(({ elements }) =>
        elements.flatMap(({ mention }) => (mention !== undefined && this.#isTopic(mention) ? [mention] : [])),
      );
      if (topics.length === 1) return partyOf(topics[0]!);
      if (topics.length > 1) return undefined;
    }
    return undefined;
  }

  /**
   * What the text around a sentence is about, for a clause that names no subject: its block's label and earlier
   * sentences, the question or the title before, the list and the heading that it stands under.
   *
   * @param isTopic which concepts count; the same text is about a type and about a laboratory value
   * @param evenRejected a myth about a medicine still speaks of that medicine
   */
  topicOf(
    block: number,
    sentence: number,
    isTopic: (conceptId: string) => boolean,
    evenRejected = false,
  ): ClaimParty | undefined {
    for (let index = sentence - 1; index >= 0; index--) {
      const found = this.#topicIn(this.sentences[block]![index]!, isTopic, evenRejected);
      if (found !== 'none' && this.#isDeniedAnswer(block, index)) return undefined;
      if (found !== 'none') return found === 'several' ? undefined : found;
      if (this.#opensWithCondition(this.sentences[block]![index]!)) return undefined;
    }
    const here = this.#blocks[block]!;
    const before = this.#blocks[block - 1];
    // "Q: How is the INR measured? A: … / Q: What does it tell? A: …"
    const goesOn = before?.kind === here.kind && sentence > 0 && asksOfIt(this.sentences[block]![0]!);
    const asked = goesOn && sameHeadings(before, here) ? this.sentences[block - 1]![0] : undefined;
    if (asked?.isQuestion === true) {
      const found = this.#topicIn(asked, isTopic, evenRejected);
      if (typeof found !== 'string') return found;
    }
    const introduces =
      before !== undefined &&
      sameHeadings(before, here) &&
      // The last cell of a row is no title of the next row.
      before.table?.row === here.table?.row &&
      (before.kind === 'definition-term' ||
        (here.kind === 'list-item' &&
          before.list?.list === here.list?.list &&
          opensWithPronoun(this.sentences[block]![sentence]?.elements ?? [])) ||
        (before.kind === here.kind && (this.#isQuestion(block - 1) || this.#titles(block - 1, block))));
    if (before?.kind === 'definition-term' && introduces) return this.#lastTopic(block - 1, isTopic);
    if (introduces) {
      const found = this.#lastTopic(block - 1, isTopic);
      if (found !== undefined) return found;
    }
    if (here.list?.leadIn !== undefined) return this.#lastTopic(here.list.leadIn, isTopic);
    if (here.list?.parentItem !== undefined) {
      const found = this.#lastTopic(here.list.parentItem, isTopic);
      if (found !== undefined) return found;
    }
    for (const heading of [...here.headings].reverse()) {
      // "3. Iatrogenic calcinosis": its number may stand for a sentence.
      for (const title of this.sentences[heading]!) {
        const found = this.#topicIn(title, isTopic);
        if (found !== 'none') return found === 'several' ? undefined : found;
      }
    }
    return undefined;
  }

  /** The type that the text around a sentence is about; asked for every clause that names none. */
  typeTopicOf(sentence: SentenceElements): ClaimParty | undefined {
    if (this.#typeTopics.has(sentence)) return this.#typeTopics.get(sentence);
    const isMember = (id: string) => this.#terminology.memberOf(id) !== undefined;
    const topic = this.topicOf(sentence.block.index, sentence.sentenceIndex, isMember);
    this.#typeTopics.set(sentence, topic);
    return topic;
  }

  /** "the former", "the second type": one of the two that the sentence before names. */
  orderedTopic(
    block: number,
    sentence: number,
    place: 0 | 1,
    isTopic: (conceptId: string) => boolean,
  ): ClaimParty | undefined {
    for (let index = sentence; index >= Math.max(0, sentence - 2); index--) {
      const named = this.#topicsIn(this.sentences[block]![index]!, isTopic);
      if (named.length === 2) return partyOf(named[place]!);
      if (named.length > 2) return undefined;
    }
    return undefined;
  }

  /** What the lines of a card are about: the medicine that the lines before it, its lead-in or its heading name. */
  lineTopic(block: number, sentence: number, isTopic: (conceptId: string) => boolean): ClaimParty | undefined {
    const here = this.#blocks[block]!;
    for (let before = block - 1; before >= Math.max(0, block - 6) && sentence === 0; before--) {
      const other = this.#blocks[before]!;
      if (!sameHeadings(other, here) || other.list?.list !== here.list?.list) break;
      const named = this.sentences[before]!.flatMap((one) => this.#topicsIn(one, isTopic));
      if (named.length > 0) return named.length === 1 ? partyOf(named[0]!) : undefined;
    }
    return this.topicOf(block, sentence, isTopic, true);
  }

  /** The block defines the term before it. */
  isDefinition(block: number): boolean {
    return this.#blocks[block - 1]?.kind === 'definition-term';
  }

  /** The sentence stands right behind a question: it is what was asked for. */
  answersQuestion(block: number, sentence: number): boolean {
    if (sentence > 0) return this.sentences[block]![sentence - 1]!.isQuestion;
    const before = this.#blocks[block - 1];
    if (before === undefined || !this.#isQuestion(block - 1)) return false;
    const here = this.#blocks[block]!;
    return sameHeadings(before, here) || (before.kind === 'heading' && here.headings.at(-1) === before.index);
  }

  /** The sentence before is nothing but a name, as in a list of words: "Calciphylaxis (CUA). A disorder of …" */
  followsName(block: number, sentence: number): boolean {
    if (sentence < 1 || sentence > 3) return false;
    const before = this.sentences[block]!.slice(0, sentence);
    if (before[0]!.elements.length > LONGEST_NAME || before.some(({ isQuestion }) => isQuestion)) return false;
    const elements = before.flatMap((one) => one.elements);
    if (elements.length > LONGEST_NAME) return false;
    let depth = 0;
    const outside = elements.filter(({ norm, kind }) => {
      if (norm === '(') depth++;
      else if (norm === ')') depth--;
      return depth === 0 && kind !== 'mark' && norm !== ')' && !GRAMMAR.has(norm);
    });
    return outside.length === 1 && outside[0]!.mention?.conceptId !== undefined;
  }

  /** The sentence is the first under a heading, or under a line that stands for one. */
  followsTitle(block: number, sentence: number): boolean {
    const before = this.#blocks[block - 1];
    if (sentence > 0 || before === undefined) return false;
    if (before.kind === 'heading') return before.level !== PASTED || !this.#isName(block);
    const here = this.#blocks[block]!;
    return (
      before.kind === here.kind &&
      here.kind === 'paragraph' &&
      sameHeadings(before, here) &&
      this.#titles(block - 1, block)
    );
  }

  textOf(block: number): string {
    return this.#blocks[block]!.text;
  }

  /** The text of the first cell of a table. */
  cornerOf(table: number): string {
    return (
      this.#blocks.find((block) => block.table?.table === table && block.table.row === 0 && block.table.column === 0)
        ?.text ?? ''
    );
  }

  #lastTopic(block: number, isTopic: (conceptId: string) => boolean): ClaimParty | undefined {
    for (const sentence of [...this.sentences[block]!].reverse()) {
      const found = this.#topicIn(sentence, isTopic);
      if (found !== 'none') return found === 'several' ? undefined : found;
    }
    return undefined;
  }

  #topicIn(
    sentence: SentenceElements,
    isTopic: (conceptId: string) => boolean,
    evenRejected = false,
  ): ClaimParty | 'several' | 'none' {
    const main = sentence.elements[mainClauseOf(sentence)]?.span.start ?? 0;
    const named = this.#topicsIn(sentence, isTopic).filter(({ span }) => span.start >= main);
    if (named.length === 0) return 'none';
    // "I always thought it was the metastatic kind": what somebody was wrong about is no topic to go on with.
    if (
      !evenRejected &&
      clausesOf(sentence).some(({ attribution }) => attribution === 'others' || attribution === 'historical')
    ) {
      return 'several';
    }
    // The case that is supposed is not the one that the text goes on about.
    if (isUnreal(sentence) && this.#terminology.memberOf(named[0]!.conceptId!) !== undefined) return 'several';
    if (named.length === 1) return partyOf(named[0]!);
    // Of several, the sentence is about the one that it opens with.
    const opening = sentence.elements.slice(0, 3).find(({ mention }) => mention === named[0]);
    const joined = sentence.elements.some(
      (element, index) =>
        (element.norm === 'and' || element.norm === 'or') && sentence.elements[index - 1]?.mention === named[0],
    );
    return opening === undefined || joined ? 'several' : partyOf(named[0]!);
  }

  /** The concepts that a sentence names and does not only set against another, each once, in order. */
  #topicsIn(sentence: SentenceElements, isTopic: (conceptId: string) => boolean): readonly Mention[] {
    let named = this.#named.get(sentence);
    if (named === undefined) this.#named.set(sentence, (named = namedIn(sentence)));
    return named.length === 0 ? named : named.filter(({ conceptId }) => isTopic(conceptId!));
  }

  /** "Is it metastatic? No.": what the text goes on about is not what was asked. */
  #isDeniedAnswer(block: number, question: number): boolean {
    const asked = this.sentences[block]![question]!;
    const [verb, pronoun] = asked.elements;
    if (!asked.isQuestion || !ASKS_OF_IT.has(verb!.norm) || !IT.has(pronoun?.norm ?? '')) return false;
    return DENIES.has(this.sentences[block]![question + 1]?.elements[0]?.norm ?? '');
  }

  /** It is about another form of what is divided, which what follows speaks of. */
  #opensWithCondition({ elements }: SentenceElements): boolean {
    for (let at = 0; at < 3 && at < elements.length; at++) {
      // "Deposits of this kind appear …" goes on about the type.
      if (elements[at + 1]?.norm === 'of' && THIS.has(elements[at + 2]?.norm ?? '')) return false;
      const id = elements[at]!.mention?.conceptId;
      if (id !== undefined && (rolesOf(id, this.#terminology) & Role.divided) !== 0) return true;
    }
    return false;
  }

  #isQuestion(block: number): boolean {
    if (this.isProse(block)) return false;
    const sentences = this.sentences[block]!;
    return sentences[sentences.length - 1]?.isQuestion === true;
  }

  /** Of two lines that might both be titles, as in a list of names, neither is said of the other. */
  #titles(block: number, below: number): boolean {
    return this.#isTitle(block) && !this.#isName(below);
  }

  /** A line that no article, number or degree opens: no definition of the line before. */
  #isName(block: number): boolean {
    if (this.isProse(block)) return false;
    const opens = this.sentences[block]![0]?.elements[0]?.norm ?? '';
    return this.#isLine(block) && !DETERMINERS.has(opens);
  }

  /** A short line without a verb and without a full stop: the title of what follows. */
  #isTitle(block: number): boolean {
    return this.#isLine(block) && (this.sentences[block]![0]?.elements.length ?? 0) <= 8;
  }

  /** A line without a verb and without a full stop: a name, or the words on a label. */
  #isLine(block: number): boolean {
    if (this.isProse(block)) return false;
    const { elements } = this.sentences[block]![0] ?? { elements: [] };
    return (
      this.sentences[block]!.length === 1 &&
      elements.length <= LONGEST_LINE &&
      !elements.some(({ norm }) => TITLE_BREAKERS.has(norm))
    );
  }

  #isTopic(mention: Mention): boolean {
    return mention.conceptId !== undefined && TOPIC_KINDS.has(this.#terminology.concept(mention.conceptId)!.kind);
  }
}

export function partyOf(mention: Mention): ClaimParty {
  return { conceptId: mention.conceptId!, text: '', block: mention.block, span: mention.span };
}

/** "Years ago it was already known as an antidote": the pronoun comes before anything that is named. */
function hasPronounFirst(elements: readonly Element[]): boolean {
  const named = elements.findIndex((element) => element.mention !== undefined);
  const pronoun = elements.findIndex((element) => ['it', 'they'].includes(element.norm));
  return pronoun >= 0 && pronoun < 5 && (named < 0 || pronoun < named);
}

export function opensWithPronoun(elements: readonly Element[]): boolean {
  const first = firstOfMainClause(elements);
  if (first < 0 || first >= elements.length) return false;
  if (CONJUNCTIONS.has(elements[first]!.norm) && PRONOUNS.has(elements[first + 1]?.norm ?? '')) return true;
  const norm = elements[first]!.norm;
  if (PRONOUNS.has(norm) || (norm === 'affected' && PEOPLE_WORDS.has(elements[first + 1]?.norm ?? ''))) return true;
  if (norm === 'that') return AFTER_THAT.has(elements[first + 1]?.norm ?? '');
  if (norm === 'in' || norm === 'here' || norm === 'for' || norm === 'with') {
    const next = elements[first + 1]?.norm ?? '';
    return (
      ['this', 'these', 'such'].includes(next) &&
      (TYPE_WORDS.has(elements[first + 2]?.norm ?? '') ||
        ['cases', 'patients', 'people', 'condition', 'disorder'].includes(elements[first + 2]?.norm ?? ''))
    );
  }
  return (
    ['the', 'both'].includes(norm) &&
    ['condition', 'disorder', 'disease', 'illness'].includes(elements[first + 1]?.norm ?? '')
  );
}

const THIS = new Set('this that these such'.split(' '));
const PEOPLE_WORDS = new Set('men women people patients children persons individuals babies adults'.split(' '));
const AFTER_THAT = new Set('means is was happens comes makes type form kind condition'.split(' '));
const CONJUNCTIONS = new Set('because since as although though while and but so if when'.split(' '));
/** Past "Without question," and the like: a few words that name nothing, up to a comma. */
function firstOfMainClause(elements: readonly Element[]): number {
  const first = elements.findIndex((element) => element.kind !== 'mark');
  const comma = elements.findIndex((element) => element.norm === ',');
  const introduces =
    comma > first && comma - first <= 4 && elements.slice(first, comma).every((element) => element.kind === 'word');
  return introduces && first >= 0 && !PRONOUNS.has(elements[first]!.norm) ? comma + 1 : first;
}
