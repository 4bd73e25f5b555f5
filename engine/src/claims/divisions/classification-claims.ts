import type { AnalyzedBlock } from '../../document.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import { attributionOf as attributionInSentence } from '../attribution/attribution.js';
import { findHead, isByOther, namesPattern } from './division-heads.js';
import { DIVIDES, PLURAL_TYPE_WORDS } from './division-words.js';
import type { Attribution } from '../claim.js';
import { clausesOf, type Clause } from '../sentences/clauses.js';
import { readCriterion } from './criteria-of-division.js';
import type { Discourse } from '../subjects/discourse.js';
import { firstMember, memberOf, membersIn, type DivisionMember } from './division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { leadsToOthers } from '../counts/list-of-others.js';
import { readOtherDivision } from './other-divisions.js';
import { readColumn, readListBefore, readSubheadings, readTitled } from './titled-divisions.js';
import { readStrangersInColumn, readStrangersInList, readStrangersInSentence } from './strangers-among-types.js';
import { readTotal } from '../counts/totals.js';
import { readTypeNumber } from './type-numbers.js';
import { Word } from '../sentences/word-lists.js';

/**
 * What a text says a condition is divided into: "There are two main types of calcinosis, localized and systemic:"
 * with the list that follows it. Read over sentences and list items, so it is more than a claim.
 */
export interface DivisionStatement {
  readonly classification: CompiledClassification;
  /** Concept id of what is divided. */
  readonly of: string;
  /** What it is said to be divided by, where that is not what its types are told apart by. */
  readonly by?: string | undefined;
  /** The number that the text gives; undefined where it gives none. */
  readonly number: number | undefined;
  readonly members: readonly DivisionMember[];
  /** True where the members are a complete list, not examples. */
  readonly complete: boolean;
  /** True where the list leaves out the one that was spoken of: "one of the five types, the others being …" */
  readonly ofOthers?: boolean;
  /** Where the statement stands: from the number, or the condition, to the last member in the sentence. */
  readonly block: number;
  readonly span: ProseSpan;
  readonly numberSpan: ProseSpan | undefined;
  readonly attribution: Attribution;
  /** What each item of the list below names first, where a list follows. */
  readonly listMembers: readonly DivisionMember[];
  /** The members are those of the list. */
  readonly fromList: boolean;
}

/** "Treatments for calcinosis fall into two basic families" divides the treatments. */
export function isOfItsTreatment({ block, span }: DivisionStatement, blocks: readonly AnalyzedBlock[]): boolean {
  const { text, sentences } = blocks[block]!;
  const own = sentences.find((sentence) => sentence.span.start <= span.start && span.start < sentence.span.end)?.span;
  if (own === undefined) return false;
  const sentence = text.slice(own.start, own.end);
  return OF_TREATMENT.test(sentence) || DIVIDES_TREATMENT.test(sentence);
}

/** "We divide the treatment of calcinosis into a local and a systemic type." */
const DIVIDES_TREATMENT =
  /(?<!\p{L})(?:divides?|splits?|sorts?|groups?|separates?|classify|classifies) (?:the |our |all |its )?(?:\p{L}+ )?(?:treatments?|medicines?|drugs?|therapy|therapies|remedies|tests?|scans?|operations?|methods?|options?) (?:for|of|in|against) /iu;

const OF_TREATMENT =
  /^\W*(?:the |our |all |most )?(?:\p{L}+ )?(?:treatments?|medicines?|drugs?|therapies|remedies|tests?|scans?|operations?|methods?|options?|tools) (?:for|of|in|against|with|used|tried) [^.;:]*?(?:fall|come|divide|split|are|can be)(?!\p{L})/iu;

export function readDivisions(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement[] {
  const divisions: DivisionStatement[] = [];
  for (const block of blocks) {
    const titled =
      readTitled(block, blocks, discourse, terminology) ??
      readSubheadings(block, blocks, discourse, terminology) ??
      readColumn(block, blocks, discourse, terminology) ??
      readStrangersInList(block, blocks, discourse, terminology) ??
      readStrangersInColumn(block, blocks, discourse, terminology);
    if (titled !== undefined) {
      divisions.push(titled);
      continue;
    }
    if (block.kind === 'heading') {
      const [title] = discourse.sentences[block.index]!;
      const counted =
        title === undefined || (title.words & Word.division) === 0
          ? undefined
          : readTypeNumber(title, discourse, terminology);
      if (counted !== undefined) divisions.push(counted);
      continue;
    }
    if (block.kind === 'front-matter' || block.kind === 'alt-text') continue;
    for (let index = 0; index < block.sentences.length; index++) {
      const sentence = discourse.sentences[block.index]![index]!;
      // Most sentences have no word for types.
      const speaksOfTypes = (sentence.words & Word.division) !== 0;
      const announced = speaksOfTypes
        ? (readDivision(block, index, blocks, discourse, terminology) ?? readPair(block, index, discourse, terminology))
        : undefined;
      const division =
        (speaksOfTypes ? readCriterion(sentence, discourse, terminology) : undefined) ??
        announced ??
        readOtherDivision(sentence, discourse, terminology) ??
        (speaksOfTypes ? readListBefore(sentence, terminology) : undefined) ??
        readTotal(sentence, discourse, terminology) ??
        (speaksOfTypes || discourse.answersQuestion(block.index, index) || (block.table?.column ?? 0) > 0
          ? readTypeNumber(sentence, discourse, terminology)
          : undefined);
      if (division !== undefined) divisions.push(division);
      if (division?.members.some(({ is }) => is === 'other-condition' || is === 'not-member') === true) continue;
      const stranger = readStrangersInSentence(sentence, discourse, terminology);
      if (stranger !== undefined) divisions.push(stranger);
    }
  }
  return divisions;
}

function readDivision(
  block: AnalyzedBlock,
  sentenceIndex: number,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const sentence = discourse.sentences[block.index]![sentenceIndex]!;
  const head = findHead(sentence, discourse, terminology);
  if (head === undefined || isByOther(sentence.elements) || namesPattern(sentence.elements, head.classification)) {
    return undefined;
  }
  const { classification } = head;
  let members = membersIn(
    sentence.elements,
    head.membersFrom,
    otherCountFrom(sentence.elements, head.end),
    classification,
    block.index,
    terminology,
  );
  let lastHere =
    members.length > 0
      ? members[members.length - 1]!.span.end
      : sentence.elements[Math.max(head.at, head.end - 1)]!.span.end;
  if (members.length < 2) {
    // "Four main forms exist. These are dystrophic, …" and the list below a lead-in.
    const next = discourse.sentences[block.index]![sentenceIndex + 1];
    if (next !== undefined && /^(?:these|they)\b/iu.test(block.text.slice(next.sentence.span.start))) {
      const more = membersIn(next.elements, 0, next.elements.length, classification, block.index, terminology);
      if (more.length > 1) {
        members = more;
        lastHere = more[more.length - 1]!.span.end;
      }
    }
  }
  const introduces = sentenceIndex >= block.sentences.length - 2;
  const items = introduces
    ? blocks.filter((other) => other.list?.leadIn === block.index && other.kind === 'list-item')
    : [];
  const listMembers = items.flatMap((item) => firstMember(item, classification, terminology));
  const fromList = members.length < 2 && listMembers.length > 1;
  if (fromList) members = listMembers;
  if (head.number === undefined && members.length < 2) return undefined;
  if (!fromList && isPartedOnce(sentence.elements, members)) return undefined;
  // "five types; three of them, …", "five types, adding …": the list is of some of them.
  const to = sentence.elements.findIndex(({ span }) => span.start >= (members[0]?.span.start ?? lastHere));
  const between = sentence.elements.slice(head.end, Math.max(head.end, to)).map(({ norm }) => norm);
  if (
    between.some(
      (norm, at) =>
        ADDS.has(norm) ||
        (norm === 'of' && between[at + 1] === 'which') ||
        (norm === 'of' && SOME.test(between[at - 1] ?? '') && THEM.has(between[at + 1] ?? '')),
    )
  ) {
    return undefined;
  }
  const ofOthers = isListOfOthers(block, head, members);
  return {
    classification,
    of: head.of,
    number: head.number,
    members,
    ofOthers,
    complete:
      !ofOthers &&
      !sentence.elements.some((element) =>
        ['example', 'instance', 'including', 'among', 'like'].includes(element.norm),
      ),
    block: block.index,
    span: proseSpan(sentence.elements[head.at]!.span.start, lastHere),
    numberSpan: head.numberSpan,
    attribution: attributionOf(sentence),
    listMembers,
    fromList,
  };
}

/** "Metastatic calcinosis is one of the five types, the others being …" */
function isListOfOthers(
  block: AnalyzedBlock,
  { numberSpan }: { readonly numberSpan: ProseSpan | undefined },
  [first]: readonly DivisionMember[],
): boolean {
  return numberSpan !== undefined && first?.block === block.index && leadsToOthers(block, numberSpan, first.span.start);
}

/** "one book has four types (…), the other has five, because it adds …": index of the other number, or behind the last. */
function otherCountFrom(elements: readonly Element[], from: number): number {
  const at = elements.findIndex(
    ({ norm }, index) => index > from && NUMBERS[norm] !== undefined && COUNTS.has(elements[index - 1]!.norm),
  );
  return at < 0 ? elements.length : at;
}

const COUNTS = new Set(
  'has have had counts count counted lists list listed gives gave names named knows makes'.split(' '),
);

/** "Of the five types, the dystrophic one is the most common; iatrogenic deposits are rare": two statements and no list. */
function isPartedOnce(elements: readonly Element[], members: readonly DivisionMember[]): boolean {
  const parts = elements.filter(({ norm }) => norm === ';');
  const [first, last] = [members[0]?.span.start ?? 0, members.at(-1)?.span.end ?? 0];
  return (
    elements[0]!.norm === 'of' && parts.length === 1 && first < parts[0]!.span.start && parts[0]!.span.start < last
  );
}

const SOME = /^(?:one|two|three|four|some|most|several|the|only|all)$/u;
const ADDS = new Set(['add', 'adds', 'added', 'adding']);
const THEM = new Set('them these those which'.split(' '));

/** "Calcinosis develops in local and systemic ways": two names that are no types, joined before a word for types. */
function readPair(
  block: AnalyzedBlock,
  sentenceIndex: number,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const sentence = discourse.sentences[block.index]![sentenceIndex]!;
  const { elements } = sentence;
  const joint = elements.findIndex((element, index) => {
    if (!['and', 'or'].includes(element.norm) || index === 0) return false;
    const noun = elements[index + 2];
    if (noun === undefined) return false;
    if (PLURAL_TYPE_WORDS.has(noun.norm) || noun.norm === 'ways') return true;
    // "is classified as either local or systemic"
    if (elements[index - 2]?.norm === 'either' && elements.some(({ norm }) => DIVIDES.has(norm))) return true;
    if (joinsWholes(elements, index, terminology)) return true;
    // "a local and a systemic type", "of the local type or of the systemic type": each with its article.
    const second = pastArticle(elements, index + 1);
    return second > index + 1 && TYPE_WORDS.has(elements[second + 1]?.norm ?? '');
  });
  if (joint < 1) return undefined;
  const divided = elements.find(
    (element, index) =>
      Math.abs(index - joint) <= 8 &&
      element.mention?.conceptId !== undefined &&
      terminology.classificationOf(element.mention.conceptId) !== undefined,
  );
  const of = divided?.mention?.conceptId ?? wholeTakenUp(sentence, discourse, terminology);
  const classification = of === undefined ? undefined : terminology.classificationOf(of);
  if (of === undefined || classification === undefined) return undefined;
  // "Dermatomyositis has a juvenile and an adult form; calcinosis …": the forms are those of another disease.
  const { start, end } = clausesOf(sentence).find((clause) => joint < clause.end)!;
  const isOther = ({ mention }: Element): boolean =>
    mention?.conceptId !== undefined &&
    terminology.concept(mention.conceptId)!.kind === 'disease' &&
    !classification.of.includes(mention.conceptId);
  const isElsewhere = divided !== undefined && elements.indexOf(divided) >= end;
  if (elements.slice(start, joint).some(isOther) || isElsewhere) return undefined;
  const second = pastArticle(elements, joint + 1);
  const isNamed = TYPE_WORDS.has(elements[joint - 1]!.norm) || joinsWholes(elements, joint, terminology);
  const first = isNamed && joint > 1 ? joint - 2 : joint - 1;
  const pair = [elements[first]!, elements[second]!];
  const members = pair.flatMap((element) => {
    const member = memberOf(element, classification, terminology);
    return member?.is === 'not-member' ? [{ ...member, block: block.index, span: element.span }] : [];
  });
  if (members.length < 2) return undefined;
  return {
    classification,
    of,
    number: undefined,
    members,
    complete: false,
    block: block.index,
    span: proseSpan(pair[0]!.span.start, elements[second + 1]!.span.end),
    numberSpan: undefined,
    attribution: attributionOf(
      sentence,
      clausesOf(sentence).find(({ end }) => second < end),
    ),
    listMembers: [],
    fromList: false,
  };
}

/** "two types of this disease, localized calcinosis and systemic calcinosis": each with the name of what is divided. */
function joinsWholes(elements: readonly Element[], joint: number, terminology: Terminology): boolean {
  const isWhole = (at: number): boolean =>
    terminology.classificationOf(elements[at]?.mention?.conceptId ?? '') !== undefined;
  if (!isWhole(joint - 1) || !isWhole(joint + 2)) return false;
  const types = elements.findIndex(({ norm }) => PLURAL_TYPE_WORDS.has(norm));
  const before = elements.slice(Math.max(0, types - 4), Math.max(0, types)).map(({ norm }) => norm);
  if (types < 1 || !COUNTS_TWO.has(before.at(-1) ?? '') || before.some((norm) => PLACES.has(norm))) return false;
  if (types > joint) return elements.slice(joint + 3, types).every(({ norm }) => LEADS_TO_TYPES.has(norm));
  return joint - types <= LONGEST_LEAD && elements.slice(types, joint - 2).every(({ norm }) => norm !== 'and');
}

const LEADS_TO_TYPES = new Set('are the its two 2 main as form make up'.split(' '));
const LONGEST_LEAD = 8;

const COUNTS_TWO = new Set(['two', 'the', 'main', 'its', '2']);
const PLACES = new Set(['in', 'with', 'of', 'for', 'among', 'both', 'not']);

/** "Experts divide it into a regional type and a whole-body type": the disease that the text is about. */
function wholeTakenUp(
  { elements, block, sentenceIndex }: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): string | undefined {
  const isTakenUp = elements.some(
    ({ norm }, at) => norm === 'it' || (norm === 'this' && DISEASE_NOUNS.has(elements[at + 1]?.norm ?? '')),
  );
  if (!isTakenUp || !elements.some(({ norm }) => DIVIDES.has(norm) || norm === 'divides')) return undefined;
  // Whichever disease was spoken of last: "Calcinosis is seen in scleroderma. It comes in …".
  return discourse.topicOf(
    block.index,
    sentenceIndex,
    (id) => terminology.concept(id)!.kind === 'disease' || terminology.memberOf(id) !== undefined,
  )?.conceptId;
}

const DISEASE_NOUNS = new Set('disease condition disorder problem illness'.split(' '));

function pastArticle(elements: readonly Element[], from: number): number {
  let at = from;
  while (['of', 'a', 'an', 'the'].includes(elements[at]?.norm ?? '')) at++;
  return at;
}

/** Whose division it is by its own sentence; quotation marks and verdicts around it are seen to for all statements. */
function attributionOf(
  sentence: SentenceElements,
  { start, end }: Pick<Clause, 'start' | 'end'> = { start: 0, end: sentence.elements.length },
): Attribution {
  const own = attributionInSentence(sentence);
  if (own !== 'writer') return own;
  return isReported(sentence.elements.slice(start, end)) ? 'others' : 'writer';
}

function isReported(elements: readonly Element[]): boolean {
  const norms = elements.map((element) => element.norm);
  return (
    norms.includes('once') ||
    norms.includes('formerly') ||
    norms.includes('older') ||
    norms.includes('myth') ||
    norms.includes('used') ||
    norms.includes('wrongly') ||
    norms.includes('not') ||
    norms.includes('historically')
  );
}
