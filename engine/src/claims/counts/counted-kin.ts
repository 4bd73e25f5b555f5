import type { Terminology } from '../../terminology/terminology.js';
import { isTypeNoun, type CountedHead } from './counted-heads.js';
import { DASHES, JOINTS, listedItems, type ListedItems } from './counted-items.js';
import { isListOfNoun, isOneOf, isPartOfBody } from './counted-kinds.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/*
 * Lists whose items all are what is counted, by the terminology: medicines of the class, types, signs. Where the words
 * of a list show that much, what stands between the number and the list may be anything.
 */

export interface SentenceReader {
  readonly sentence: SentenceElements;
  readonly heads: readonly CountedHead[];
  readonly terminology: Terminology;
  /** The sentence behind it in its block, or the one that answers it. */
  readonly next: SentenceElements | undefined;
}

/**
 * "Three bisphosphonates were tried in one woman (a, b, c, d)", "my doctor listed two antacids today, a, b and c, and …":
 * whatever stands between, where each of the items is one of what is counted.
 */
export function kinBehind(
  { sentence, terminology }: SentenceReader,
  head: CountedHead,
  to: number,
): ListedItems | undefined {
  const { elements } = sentence;
  if (head.noun === undefined || head.value > 12) return undefined;
  for (let at = head.end; at < to; at++) {
    const { norm } = elements[at]!;
    if (LEAVES_OPEN.has(norm) || (NUMBERS[norm] !== undefined && norm !== 'one')) return undefined;
    // "two of these medicines at most: …"
    if (norm === 'at' && ['most', 'least'].includes(elements[at + 1]?.norm ?? '')) return undefined;
    const isAppended = norm === ',' && !TIES_ON.has(elements[at + 1]?.norm ?? '');
    const idEst = pastIdEst(elements, at);
    const opens =
      norm === ':' || norm === '(' || DASHES.has(norm) || NAMELY.has(norm) || isThatIs(elements, at) || idEst > at;
    if (!opens && !isAppended) continue;
    const from = idEst > at ? idEst : norm === 'that' ? pastSaying(elements, at + 2) : pastColon(elements, at + 1);
    const list = listedItems(elements, from, elements.length, terminology);
    if (list === undefined || !isWhole(list, head) || !isListOfNoun(list, head, terminology)) continue;
    if (isAppended && !opens && (!list.closed || (at > head.end && !mayBeFarOff(list, head)))) continue;
    return list;
  }
  return undefined;
}

/** "two antacids today, a, b and c": a class and its members, or types; "two glands … , ribs, muscles and skin" are no glands. */
function mayBeFarOff({ items }: ListedItems, { isClass, noun }: CountedHead): boolean {
  return items.length > 2 && (isClass || isTypeNoun(noun));
}

/** "You may hear of a, b and c, which makes four antacids", "a, b and c: these are the four", "a, b and c make up the four". */
export function kinBefore({ sentence, terminology }: SentenceReader, head: CountedHead): ListedItems | undefined {
  const { elements } = sentence;
  if (head.noun === undefined || head.value > 12) return undefined;
  let last = head.at - 1;
  while (last >= 0 && SUMS_UP.has(elements[last]!.norm)) last--;
  const lead = elements.slice(last + 1, head.at);
  const isLed = lead.some(({ norm }) => SUMS.has(norm)) || (lead.some(({ norm }) => norm === ':') && lead.length > 1);
  if (!isLed || !AFTER_SUM.has(elements[head.end]?.norm ?? '.')) return undefined;
  const isKin = (at: number): boolean => elements[at] !== undefined && isOneOf(elements[at]!, head, terminology);
  if (!isKin(last)) return undefined;
  let first = last;
  for (let at = last - 1; at >= 0 && (isKin(at) || BETWEEN.has(elements[at]!.norm)); at--) if (isKin(at)) first = at;
  // ", a, b and c": a name that is not known may stand before them.
  if (BETWEEN.has(elements[first - 1]?.norm ?? '')) return undefined;
  const list = listedItems(elements, first, last + 1, terminology);
  return list !== undefined && list.closed && list.items.length > 1 && isListOfNoun(list, head, terminology)
    ? list
    : undefined;
}

/** "Two antacids were tried. They are a, b and c.", "… Their names are a, b and c.", "… A, b and c." and "A, b and c are their names." */
export function kinInNext({ sentence, next, terminology }: SentenceReader, head: CountedHead): ListedItems | undefined {
  if (next === undefined || next.isQuestion || head.noun === undefined || head.value > 12) return undefined;
  const { elements } = next;
  if (sentence.elements.slice(head.end).some(({ norm }) => LEAVES_OPEN.has(norm))) return undefined;
  let from = 0;
  while (OPENS_LIST.has(elements[from]?.norm ?? '')) from++;
  const naming = elements.findIndex(({ norm }, at) => at > from && ARE.has(norm));
  const isNamed = naming > 0 && TAKES_UP.has(elements[naming + 1]?.norm ?? '') && elements.length <= naming + 4;
  const end = isNamed ? naming : elements.length;
  // "One of two glands. The ribs, muscles and skin.": parts of the body stand side by side in any list.
  if (from === 0 && !isNamed && (isPartOfBody(head, terminology) || sentence.elements[head.at - 1]?.norm === 'of')) {
    return undefined;
  }
  const list = listedItems(elements, pastColon(elements, from), end, terminology);
  if (list === undefined || !isListOfNoun(list, head, terminology)) return undefined;
  // The sentence is nothing but the list.
  const isAll = list.end >= end || elements.slice(list.end, end).every(({ norm }) => norm === '.' || norm === '!');
  return isAll && (list.closed || list.items.length > 2) && list.items.length > 1 ? list : undefined;
}

/** All that there is: closed by "and", longer than the number, or three and more side by side. */
function isWhole({ items, counts, closed }: ListedItems, { value }: CountedHead): boolean {
  return items.length > 1 && (closed || items.length > 2 || counts.every((count) => count > value));
}

/** "Two of the types (dystrophic, …) are common": what stands behind the group may name all of it. */
export function isAccepted({ items }: ListedItems, { classifications }: Terminology): boolean {
  return classifications.some(({ members }) => members.length === items.length);
}

/** "…, that is …" names; "two entities that is formally recognized" goes on about the noun. */
export function isThatIs(elements: readonly Element[], at: number): boolean {
  if (elements[at]!.norm !== 'that' || elements[at + 1]?.norm !== 'is') return false;
  return elements[at - 1]?.kind === 'mark' || elements[at + 2]?.kind === 'mark';
}

/** Index behind "i.e.", however it is written, or the same index. */
function pastIdEst(elements: readonly Element[], at: number): number {
  const words = ['i', '.', 'e', '.'];
  let end = at;
  for (const word of words) {
    if (elements[end]?.norm === word) end++;
    else if (word !== '.') return at;
  }
  return pastColon(elements, end);
}

/** "that is to say" */
function pastSaying(elements: readonly Element[], at: number): number {
  return pastColon(elements, elements[at]?.norm === 'to' && elements[at + 1]?.norm === 'say' ? at + 2 : at);
}

export function pastColon(elements: readonly Element[], at: number): number {
  return [':', ','].includes(elements[at]?.norm ?? '') ? at + 1 : at;
}

export const NAMELY = new Set(['namely', 'viz', 'ie', 'i.e', 'i.e.', 'specifically']);
/** Words by which a list is not all of what is counted. */
export const LEAVES_OPEN = new Set(
  'such including include includes like example instance among not instead if unless when than but while whereas'.split(
    ' ',
  ),
);
const TIES_ON = new Set(['that', 'which', 'and', ...NAMELY]);
const SUMS_UP = new Set(
  ': , – — these those they which that are is make makes making form forms up all the together a total of our in so'.split(
    ' ',
  ),
);
const SUMS = new Set('make makes making form forms these those they – —'.split(' '));
const AFTER_SUM = new Set('. , ; – — of in that we you there ! and'.split(' '));
const BETWEEN = new Set([',', 'the', 'a', 'an', ...JOINTS]);
const OPENS_LIST = new Set('they these those are were their its names name called here : is “ "'.split(' '));
const TAKES_UP = new Set('their they these the them'.split(' '));
const ARE = new Set(['are', 'were']);
