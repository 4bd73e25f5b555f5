import type { Terminology } from '../../terminology/terminology.js';
import {
  endOfList,
  isNamed,
  JOINTS,
  LEAVES_OPEN,
  listedItems,
  split,
  splitBefore,
  type ListedItems,
} from './counted-items.js';
import type { Element } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * A list of which nothing but its items stands up to its end: names ("dystrophic, metastatic and iatrogenic"), short
 * noun phrases ("a fingertip, an elbow, a knee"), or parts that all open alike ("those with …, those with …").
 *
 * @param isOfList the noun is one that lists are announced with, so that single words are its items
 */
export function strictList(
  elements: readonly Element[],
  from: number,
  terminology: Terminology,
  isOfList: boolean,
): ListedItems | undefined {
  const end = beforeVerb(elements, from, endOfList(elements, from, elements.length));
  const region = elements.slice(from, end);
  // "a, b or c" offers a choice; what the words leave open is not all there is.
  if (region.some(({ norm }) => NOT_ALL.has(norm) || LEAVES_OPEN.has(norm))) return undefined;
  const alike = itemsAlike(region, end);
  if (alike !== undefined) return alike;
  const list = listedItems(elements, from, end, terminology);
  if (list === undefined || list.items.length < 2) return undefined;
  const last = list.items.at(-1)!.at(-1)!;
  // Behind the last item the list is at its end: no clause goes on.
  const reached = elements.findIndex((element) => element.firstToken === last.firstToken);
  const isToEnd = reached >= 0 && isOver(elements.slice(reached + 1, end));
  const whole = withoutDoubt(list, terminology);
  const others = list.items.filter((item) => !isNameLike(item, terminology, isOfList));
  if (!isToEnd || others.length > 1) return undefined;
  // "…, trouble moving food down the gullet, …": one among names may take more words.
  return others.every((item) => list.items.length > 3 && list.closed && isShort(item)) ? whole : undefined;
}

/** ", a pilomatricoma, and …" explains nothing: the terminology knows it for another thing than the one before. */
function withoutDoubt(list: ListedItems, terminology: Terminology): ListedItems {
  const { items } = list;
  const conceptOf = (item: readonly Element[]): string | undefined =>
    item.findLast(({ mention }) => mention?.conceptId !== undefined)?.mention?.conceptId;
  const mayExplain = items.some((item, at) => {
    if (at === 0 || at === items.length - 1) return false;
    const [own, before] = [conceptOf(item), conceptOf(items[at - 1]!)];
    if (own === undefined || before === undefined) return !isNamed(item, terminology) || ARTICLES.has(item[0]!.norm);
    return own === before || terminology.isA(before, own);
  });
  return mayExplain ? list : { ...list, counts: list.counts.filter((count) => count >= items.length) };
}

/** ", namely a and b, have been merged": where the sentence goes on behind its list. */
function beforeVerb(elements: readonly Element[], from: number, to: number): number {
  const comma = elements.findIndex(
    ({ norm }, at) => at > from && at < to && norm === ',' && GOES_ON.has(elements[at + 1]?.norm ?? ''),
  );
  return comma < 0 ? behindClosed(elements, from, to) : comma;
}

/** "a, b and c, and the doses are given": behind the item that "and" opens, a comma ends the list. */
function behindClosed(elements: readonly Element[], from: number, to: number): number {
  const region = elements.slice(from, to);
  if (region.some(({ norm }) => norm === '(' || norm === ';')) return to;
  const joint = region.findIndex(({ norm }) => norm === 'and' || norm === '&');
  const isListed = region.slice(0, joint + 1).some(({ norm }) => norm === ',');
  const comma = region.findIndex(({ norm }, at) => at > joint && norm === ',');
  if (joint < 0 || !isListed || comma < 0) return to;
  const rest = region.slice(comma + 1);
  // "a, b and c, d and e": the items go on.
  const isOfItems =
    rest.length < LONGEST_ALIKE &&
    rest.some(({ mention, norm }, at) => (mention !== undefined && at < 3) || norm === ',');
  return isOfItems || (JOINTS.has(rest[0]?.norm ?? '') && !OPENS_CLAUSE.has(rest[1]?.norm ?? '')) ? to : from + comma;
}

/** Nothing, or brackets that stand behind the last item. */
function isOver(rest: readonly Element[]): boolean {
  return rest.length === 0 || (rest[0]!.norm === '(' && rest.at(-1)!.norm === ')') || rest.every(isQuote);
}

function isQuote({ norm }: Element): boolean {
  return QUOTES.has(norm);
}

/** "those with injured tissue, those with upset minerals, and those in whom nothing is found": as many as open alike. */
function itemsAlike(region: readonly Element[], end: number): ListedItems | undefined {
  const openers = OPENS_ALIKE.find((group) => group.has(region[0]?.norm ?? ''));
  if (openers === undefined) return undefined;
  const mark = region.some(({ norm }) => norm === ';') ? ';' : ',';
  const items = split(region, mark)
    .flatMap((chunk) => splitBefore(chunk, openers))
    .map((chunk) => (JOINTS.has(chunk[0]!.norm) ? chunk.slice(1) : chunk));
  const isAlike = items.every(
    (item) => openers.has(item[0]?.norm ?? '') && item.length > 1 && item.length < LONGEST_ALIKE,
  );
  return isAlike && items.length > 1 ? { counts: [items.length], items, closed: true, named: false, end } : undefined;
}

function isShort(item: readonly Element[]): boolean {
  return item.length <= LONGEST_LED && item.every(({ kind, norm }) => kind !== 'mark' && !SAYS_MORE.has(norm));
}

function isNameLike(item: readonly Element[], terminology: Terminology, isOfList: boolean): boolean {
  const words = item.filter(({ kind, norm }) => kind !== 'mark' && norm !== 'the');
  const marks = item.filter((element) => element.kind === 'mark' && !isQuote(element) && element.norm !== '-');
  if (words.length === 0 || marks.length > 0) return false;
  if (words.some((element, at) => element.mention === undefined && saysMore(words, at))) return false;
  const hasTail = words.some(({ norm }, at) => at > 0 && norm !== 'of' && TIES.has(norm));
  const isLed = ARTICLES.has(words[0]!.norm);
  if (isLed) return words.length > 1 && words.length <= LONGEST_LED;
  if (hasTail) return false;
  if (isNamed(words.slice(-2), terminology)) return words.length <= LONGEST_NAME;
  return isOfList && words.length <= LONGEST_PLAIN;
}

/** "the iatrogenic one" is a name all the same. */
function saysMore(item: readonly Element[], at: number): boolean {
  const { norm } = item[at]!;
  return SAYS_MORE.has(norm) && !(norm === 'one' && at > 0 && at === item.length - 1);
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const QUOTES = words('" “ ” ‘ ’ \' *');
const LONGEST_ALIKE = 12;
const LONGEST_LED = 6;
const LONGEST_NAME = 5;
const LONGEST_PLAIN = 3;
const ARTICLES = words('a an my our your his her');
const TIES = words('in on with to for from at by under over into as per after before against behind between');
const OPENS_ALIKE = [words('those'), words('to'), words('when how what where whether why who which')];
const GOES_ON = words('are were have can may will must should need');
const OPENS_CLAUSE = words('the we it they this that each their you i none all some no its our my he she');
const NOT_ALL = words('or nor not but except plus first second secondly third then respectively each');
/** Words of a clause, and those that take up what was named. */
const SAYS_MORE = new Set([
  ...Object.keys(NUMBERS),
  ...words(
    'i you he she it we they me him us them this that these those other others both all none every which who what where when while because if so then too also only is are was were be been being has have had can may might will would should must does do did go goes went get gets got take takes took give gives gave use uses used need needs say says said show shows showed see help helps make makes made keep keeps work works come comes came leave leaves left came raise raises lower lowers block blocks stop stops cause causes mean means stand stands here there today now again later already still yet twice once daily weekly',
  ),
]);
