import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { announcedNumbers, isPlural, type AnnouncedNumber } from './announced-numbers.js';
import { attributionOf } from '../attribution/attribution.js';
import { isDenied } from '../sentences/clauses.js';
import type { ListedItems } from './counted-items.js';
import { isListOfNoun } from './counted-kinds.js';
import type { CountedList } from './counted-lists.js';
import { itemsUnderNumber } from './counted-otherwise-below.js';
import { summedBefore, summedInSentence } from './counted-sums.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { leadToList } from './leads-to-lists.js';
import { strictList } from './strict-lists.js';

/*
 * The other readers of numbers beside lists know the nouns that are counted. This one takes any noun, or none, and looks
 * the more closely at the list and at what stands between the two: "the four classic ones are:", "stop at three: …",
 * "two entries, namely …", "four of them are treated here: …". It is asked where the others read nothing.
 */

/** The numbers and the lists of a sentence that the readers of known nouns did not read. */
export function countedOtherwise(
  sentence: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): CountedList | undefined {
  const numbers = announcedNumbers(sentence.elements, terminology);
  if (numbers.length === 0 || !isTold(sentence)) return undefined;
  const { block, sentenceIndex, elements } = sentence;
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  const next = discourse.sentences[block.index]![sentenceIndex + 1] ?? discourse.sentences[block.index + 1]?.[0];
  for (const number of numbers.toReversed()) {
    if (isDenied(sentence.elements, Math.max(0, number.at - 4), number.at)) continue;
    const isAmong = isOfMany(sentence.elements, number);
    // "It will be one of seven kinds. They are called …": what comes next are all of them.
    if (isAmong && !NAMES_ALL.has(next?.elements[2]?.norm ?? '')) continue;
    const list =
      block.kind === 'heading' || isAmong
        ? namedInNext(sentence, next, number, terminology)
        : (inSentence(sentence, numbers, number, terminology) ??
          namedInNext(sentence, next, number, terminology) ??
          summedInSentence(elements, number, terminology) ??
          summedBefore(sentence, before, number, terminology, discourse));
    if (list === undefined) continue;
    if (isLess(list, number) && goesOn(sentence, list, next)) return undefined;
    return counted(sentence, number, list.counts, namesOf(list));
  }
  const last = numbers.at(-1)!;
  if (isDenied(sentence.elements, 0, last.at) || isOfMany(sentence.elements, last)) return undefined;
  const below = itemsUnderNumber(sentence, last, blocks, discourse, terminology);
  if (below === undefined || isSumOf(numbers, below.length)) return undefined;
  return counted(sentence, last, [below.length], below);
}

/** What somebody said long ago ("older lists stop at three: …") contradicts itself all the same. */
function isTold(sentence: SentenceElements): boolean {
  const told = attributionOf(sentence);
  const isHeading = sentence.block.kind === 'heading';
  if (told !== 'writer' && told !== 'historical') return false;
  return (isHeading || !sentence.isQuestion) && !sentence.elements.some(isSaidToBeWrong);
}

/** "There should be four", but not "students should know these four". */
function isSaidToBeWrong({ norm }: Element, at: number, elements: readonly Element[]): boolean {
  if (norm === 'should') return SHOULD.has(elements[at + 1]?.norm ?? '');
  return SAID_TO_BE_WRONG.has(norm);
}

/** "one of the two", "some of these four", "more than two" */
function isOfMany(elements: readonly Element[], { at }: AnnouncedNumber): boolean {
  const before = elements.slice(Math.max(0, at - 3), at).map(({ norm }) => norm);
  const of = before.lastIndexOf('of');
  // "The results of two tests are:" leads to results.
  const isOfAnother = before.at(-1) === 'of' && !OF_THEM_ALL.has(before[of - 1] ?? 'of');
  return (
    isOfAnother || (of >= 0 && PARTS.has(before[of - 1] ?? '')) || before.includes('than') || before.includes('instead')
  );
}

function inSentence(
  { elements }: SentenceElements,
  numbers: readonly AnnouncedNumber[],
  number: AnnouncedNumber,
  terminology: Terminology,
): ListedItems | undefined {
  const lead = leadToList(elements, number, terminology);
  if (lead === undefined) return undefined;
  // Members of a class may have names that the terminology does not know: one of them passes below.
  const isClass = number.conceptId !== undefined;
  const list = strictList(elements, lead.from, terminology, number.isOfList || isClass);
  if (list === undefined || list.items.length < 2) return undefined;
  const isKin = number.noun !== undefined && isListOfNoun(list, { ...number, noun: number.noun }, terminology);
  // Where the noun is a name itself, "two fingers: white, cold", its items must be such things.
  if (number.conceptId !== undefined && !isKin) return undefined;
  if ((lead.needsKin || number.needsKin) && !isKin) return undefined;
  const isMore = list.counts.every((count) => count > number.value);
  if (lead.needsTypes === true) {
    // "Five medicines have been tried, and all five are off-label: …"
    const same = numbers.find((other) => other.at < number.at && other.value === number.value);
    const { noun = 'types', conceptId } = same ?? number;
    if (!isListOfNoun(list, { noun, conceptId }, terminology)) return undefined;
  }
  if (!list.closed && !((lead.isStrong || (isMore && list.named)) && list.items.length > 2)) return undefined;
  if (!number.isOfList && !isKin && number.noun !== undefined && !isListOfThings(list)) return undefined;
  // Another number of the sentence may be that of the list: "not two types but three: …".
  const isOtherwise = numbers.some((other) => other !== number && list.counts.includes(other.value));
  return isOtherwise || list.counts.some((count) => isSumOf(numbers, count)) ? undefined : list;
}

/** "Two antibiotics have been tried, and three other medicines: …" leads to a list of five. */
function isSumOf(numbers: readonly AnnouncedNumber[], count: number): boolean {
  return numbers.length > 1 && numbers.reduce((sum, { value }) => sum + value, 0) === count;
}

/** "We take blood for two values. These are calcium, phosphate and parathyroid hormone." */
function namedInNext(
  { elements, block }: SentenceElements,
  next: SentenceElements | undefined,
  { end, isOfList, isPart, needsKin }: AnnouncedNumber,
  terminology: Terminology,
): ListedItems | undefined {
  if (next?.block !== block || next.isQuestion || !isOfList || isPart || needsKin) return undefined;
  const [first, second] = next.elements;
  if (!TAKES_UP.has(first?.norm ?? '') || second?.norm !== 'are') return undefined;
  // No other things stand between: "two nurses gave me tablets. These are …"
  if (elements.slice(end).some(({ norm }) => isPlural(norm) || OPEN.has(norm))) return undefined;
  const opening = next.elements[2]?.norm ?? '';
  const list = strictList(next.elements, opening === ':' || NAMES_ALL.has(opening) ? 3 : 2, terminology, false);
  return list?.named === true && list.closed ? { ...list, end: elements.length } : undefined;
}

/** Each item is named by the terminology or opens with an article: no list of adjectives. */
function isListOfThings({ items, named }: ListedItems): boolean {
  return named || items.every((item) => ARTICLES.has(item[0]!.norm)) || items[0]![0]!.norm === 'those';
}

function isLess({ counts }: ListedItems, { value }: AnnouncedNumber): boolean {
  return counts.every((count) => count < value);
}

/** "The fifth …", "Another one …", "The rest …": what is missing in the list comes later. */
function goesOn(sentence: SentenceElements, list: ListedItems, next: SentenceElements | undefined): boolean {
  const rest = sentence.elements.slice(list.end);
  const behind = next?.elements.slice(0, LOOKED_AT) ?? [];
  return rest.some(({ norm }) => LACKS.has(norm)) || behind.some(({ norm }) => LACKS.has(norm) || GOES_ON.has(norm));
}

function counted(
  { block, elements }: SentenceElements,
  number: AnnouncedNumber,
  counts: readonly number[],
  names: readonly string[],
): CountedList {
  const from = number.isAll && elements[number.at - 1]?.norm === 'all' ? number.at - 1 : number.at;
  const span = proseSpan(elements[from]!.span.start, elements[number.last]!.span.end);
  return { block: block.index, span, number: number.value, counts, names, attribution: 'writer' };
}

function namesOf({ items }: ListedItems): string[] {
  return items.map((item) => item.map(({ norm }) => norm).join(' '));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const LOOKED_AT = 14;
const NAMES_ALL = words('called named');
const TAKES_UP = words('these they those');
const OPEN = words('such like including not instead');
const ARTICLES = words('a an my our your his her');
const OF_THEM_ALL = words('of total set list scheme system group speak speaks know knows talk talks tell tells hear');
const PARTS = words('one two three four five some most many several few half rest any none either neither which part');
const SAID_TO_BE_WRONG = words(
  'myth myths wrongly wrong false mistake mistakes error errors mistaken incorrect misprint typo nonsense corrected',
);
const SHOULD = words('be have read say only really actually instead');
const LACKS = words(
  'fourth fifth third sixth seventh other others another rest remaining more missing lacks lack lost forgot forgotten omitted left leaves plus besides',
);
const GOES_ON = words('last also then next finally later below before above previous earlier addition too');
