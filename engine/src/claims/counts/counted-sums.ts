import type { Terminology } from '../../terminology/terminology.js';
import type { AnnouncedNumber } from './announced-numbers.js';
import type { ListedItems } from './counted-items.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';
import { strictList } from './strict-lists.js';

/** "Dystrophic, metastatic, idiopathic. All four of them …", "…: a, b, c. That makes four.", "a, b and c, four in all". */
export function summedBefore(
  sentence: SentenceElements,
  before: SentenceElements | undefined,
  number: AnnouncedNumber,
  terminology: Terminology,
  discourse: Discourse,
): ListedItems | undefined {
  const { elements } = sentence;
  if (before === undefined || before.isQuestion || !takesUp(elements, number)) return undefined;
  const list =
    listAtEnd(before.elements, terminology) ??
    listAsSubject(before, terminology, discourse) ??
    oneInEachPart(before, number, terminology, discourse);
  return list !== undefined && list.items.length > 1 && list.named ? list : undefined;
}

/** "(a, b and c), seven in all", "a, b and c, so four altogether": the sum right behind its list. */
export function summedInSentence(
  elements: readonly Element[],
  { at, isSum, noun }: AnnouncedNumber,
  terminology: Terminology,
): ListedItems | undefined {
  if (!isSum || noun !== undefined) return undefined;
  const comma = elements[at - 1]?.norm === 'so' ? at - 2 : at - 1;
  if (elements[comma]?.norm !== ',' && elements[comma]?.norm !== '–' && elements[comma]?.norm !== '—') return undefined;
  const isBracket = elements[comma - 1]?.norm === ')';
  const end = isBracket ? comma - 1 : comma;
  const opens = elements.slice(0, end).findLastIndex(({ norm }) => OPENS.has(norm));
  if (isBracket && elements[opens]?.norm !== '(') return undefined;
  const list = strictList(elements.slice(0, end), opens + 1, terminology, false);
  const isWhole = list !== undefined && list.end === end && (list.closed || list.items.length > 2);
  return isWhole && list.named ? list : undefined;
}

/** The number opens the sentence and is the sum of what was named: "All four", "All six of them", "That makes five." */
function takesUp(elements: readonly Element[], { at, end, isAll, isSum, isPart, noun }: AnnouncedNumber): boolean {
  const before = elements.slice(0, at).map(({ norm }) => norm);
  const next = elements[end]?.norm ?? '.';
  if (before.join(' ') === 'that makes') return next === '.' || next === '!';
  if (isSum) return at === 0 && (next === '.' || next === ',');
  if (!isAll || at !== 1) return false;
  return (isPart || noun === undefined) && (isPart ? elements[end - 1]?.norm === 'them' : ARE.has(next));
}

/** The whole sentence is a list, or its list stands behind a colon and goes to its end. */
function listAtEnd(elements: readonly Element[], terminology: Terminology): ListedItems | undefined {
  const colon = elements.findLastIndex(({ norm }) => norm === ':');
  const list = strictList(elements, colon + 1, terminology, false);
  if (list === undefined || (!list.closed && list.items.length < 3)) return undefined;
  const isEnd = elements.slice(list.end).every(({ norm }) => norm === '.' || norm === '!');
  return isEnd ? list : undefined;
}

/** "Warfarin, apixaban, and enoxaparin were stopped.": names that are the subject, and no other ones around them. */
function listAsSubject(
  { elements, block, sentenceIndex }: SentenceElements,
  terminology: Terminology,
  discourse: Discourse,
): ListedItems | undefined {
  const colon = elements.findIndex(({ norm }) => norm === ':');
  const verb = elements.findIndex(({ norm }) => ARE.has(norm));
  if (verb <= colon + 1) return undefined;
  const list = strictList(elements.slice(0, verb), colon + 1, terminology, false);
  if (list?.named !== true || !list.closed || list.end !== verb) return undefined;
  const isDrug = ({ mention }: Element): boolean =>
    /^drug/u.test(terminology.concept(mention?.conceptId ?? '')?.kind ?? '');
  const isOther = (element: Element): boolean => isDrug(element) || isNumber(element.norm);
  const earlier = discourse.sentences[block.index]!.slice(0, sentenceIndex);
  const isAlone = !elements.slice(verb).some(isOther) && !earlier.some((one) => one.elements.some(isDrug));
  return isAlone && list.items.every((item) => item.some(isDrug)) ? list : undefined;
}

/**
 * "My first surgeon liked pamidronate, my second etidronate, and the bone clinic zoledronic acid.": as many parts as
 * names of one kind, one in each, and none of that kind was named before.
 */
function oneInEachPart(
  before: SentenceElements,
  { value }: AnnouncedNumber,
  terminology: Terminology,
  discourse: Discourse,
): ListedItems | undefined {
  const parts: Element[][] = [[]];
  for (const element of before.elements) {
    if (element.norm === ',') parts.push([]);
    else parts.at(-1)!.push(element);
  }
  if (parts.length < 2 || parts.length === value) return undefined;
  if (before.elements.some(({ norm }) => LISTS_OTHERWISE.has(norm) || isNumber(norm))) return undefined;
  const kindOf = ({ mention }: Element): string | undefined => terminology.concept(mention?.conceptId ?? '')?.kind;
  const isDrug = (element: Element): boolean => /^drug/u.test(kindOf(element) ?? '');
  const items = parts.map((part) => part.filter(isDrug));
  if (items.some((item) => item.length !== 1)) return undefined;
  const ids = new Set(items.map(([name]) => name!.mention!.conceptId));
  const earlier = discourse.sentences[before.block.index]!.slice(0, before.sentenceIndex);
  // The class that they all are of may have been named before.
  const isTheirClass = ({ mention }: Element): boolean =>
    [...ids].every((id) => terminology.isA(id ?? '', mention?.conceptId ?? ''));
  const isFirst = !earlier.some(({ elements }) => elements.some((one) => isDrug(one) && !isTheirClass(one)));
  if (ids.size !== items.length || !isFirst) return undefined;
  return { counts: [items.length], items, closed: true, named: true, end: before.elements.length };
}

function isNumber(norm: string): boolean {
  return norm !== 'one' && (/^\d/u.test(norm) || Object.hasOwn(NUMBERS, norm));
}

const OPENS = new Set([':', '(', '"', '“']);
const ARE = new Set('are were have can may need'.split(' '));
const LISTS_OTHERWISE = new Set('or not like such including both with another other ; ( :'.split(' '));
