import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import {
  announcedBy,
  before,
  countsMembers,
  groupAskedFor,
  groupIn,
  isHeldApart,
  mattersOf,
  oneOf,
  placesOf,
  setsItselfApart,
  type Announced,
  type Matter,
} from './class-announced.js';
import { opensMembers } from './class-opened.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from './class-claim.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * Reads lists of medicines beside a class by what most of them are: where the others of a list are members of the class
 * that introduces it, the list is one of members, whatever the words: "Among the bisphosphonates you can pick a weekly
 * tablet (alendronate), a yearly drip (zoledronic acid) or …", "ranked the TNF inhibitors: infliximab first, then …".
 * Diseases and their kinds are read in the same way: "Infections that leave calcium behind include …".
 */
export function readSiblings(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || sentence.block.table !== undefined) return NONE;
  const [medicines, diseases] = mattersOf(terminology);
  return [
    ...siblingsOf(sentence, medicines!, discourse, terminology),
    ...openedMembers(sentence, diseases!, discourse, terminology),
  ];
}

function siblingsOf(
  sentence: SentenceElements,
  matter: Matter,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements } = sentence;
  const things = placesOf(elements, matter.isThing);
  if (things.length < 2) return NONE;
  const run = runFrom(elements, things, matter);
  const least = things.length < 3 ? 1 : 2;
  const group =
    (least === 1 ? undefined : groupBefore(elements, run, matter, terminology)) ??
    introducedBy(sentence, things[0]!, least === 1, discourse, matter, terminology) ??
    groupBehind(elements, run, matter, terminology, least === 1);
  if (group === undefined) return NONE;
  return membersOf(
    run.map((at) => ({ element: elements[at]!, block: sentence.block })),
    group,
    least,
    terminology,
  );
}

/** A list behind words that can only open the members of the kind before them: "include", "such as", a bracket. */
function openedMembers(
  sentence: SentenceElements,
  matter: Matter,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block } = sentence;
  const things = placesOf(elements, matter.isThing);
  if (things.length < 2) return NONE;
  for (const [index, first] of things.entries()) {
    const group = opensMembers(elements, first, matter, terminology);
    if (group === undefined) continue;
    const run = runFrom(elements, things.slice(index), matter);
    return membersOf(
      run.map((at) => ({ element: elements[at]!, block })),
      group,
      run.length < 3 ? 1 : 2,
      terminology,
    );
  }
  // "Infections may be behind it. Examples are cysticercosis, …"
  if (things.length < 3) return NONE;
  const group = introducedBy(sentence, things[0]!, false, discourse, matter, terminology);
  if (group === undefined) return NONE;
  const run = runFrom(elements, things, matter);
  return membersOf(
    run.map((at) => ({ element: elements[at]!, block })),
    group,
    2,
    terminology,
  );
}

/**
 * The same for lists, lines and columns: "JAK inhibitors stocked on the unit", a heading "Binders on our shelf", and
 * items that begin with a medicine.
 */
export function readSiblingItems(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  return mattersOf(terminology).flatMap((matter) => itemsOf(blocks, discourse, matter, terminology));
}

function itemsOf(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  matter: Matter,
  terminology: Terminology,
): readonly Claim[] {
  const lists = new Map<string, { head: number; items: Listed[] }>();
  // "- scleroderma - acetazolamide - fatigue" lists no kind of thing.
  const mixed = new Set<string>();
  const headsOfLists = new Map<number, number | undefined>();
  for (const [position, block] of blocks.entries()) {
    if (block.table === undefined && block.list === undefined) continue;
    const first = discourse.sentences[block.index]?.[0]?.elements.find(({ kind }) => kind !== 'mark');
    if (first?.mention?.conceptId === undefined) continue;
    const head = headOf(block, position, blocks, headsOfLists);
    if (head === undefined) continue;
    const key = `${head} ${block.list?.list ?? ''} ${block.table?.table ?? ''}`;
    if (!matter.isThing(first) && !isNamedLikeOne(first, matter)) {
      mixed.add(key);
      continue;
    }
    const list = lists.get(key);
    const item = { element: first, block };
    if (list === undefined) lists.set(key, { head, items: [item] });
    else list.items.push(item);
  }
  const claims: Claim[] = [];
  for (const [key, { head, items }] of lists) {
    if (items.length < 2 || mixed.has(key)) continue;
    const announced = announcedBy(head, blocks, discourse, matter, terminology);
    if (announced === undefined) continue;
    const members = membersOf(items, announced.group, 1, terminology);
    if (!announced.isNamed && members.length * 2 >= items.length && !pointsAtThem(head, discourse)) continue;
    claims.push(...members.filter(({ block }) => !setsItselfApart(discourse.sentences[block]!, matter, terminology)));
  }
  return claims;
}

/** "heparin" in a list of medicines: a class that has the name of a substance. */
function isNamedLikeOne(element: Element, matter: Matter): boolean {
  return matter.isGroup(element) && !/s$/u.test(element.norm) && !element.norm.includes(' ');
}

/** "one of these", "those on our list" */
function pointsAtThem(head: number, discourse: Discourse): boolean {
  const sentences = discourse.sentences[head] ?? [];
  return sentences[sentences.length - 1]?.elements.some(({ norm }) => countsMembers(norm) || norm === 'they') === true;
}

interface Listed {
  readonly element: Element;
  readonly block: AnalyzedBlock;
}

/** What introduces an item: its lead-in, the heading above it, the head of its column. */
function headOf(
  block: AnalyzedBlock,
  position: number,
  blocks: readonly AnalyzedBlock[],
  known: Map<number, number | undefined>,
): number | undefined {
  const { table, list } = block;
  if (table !== undefined) return table.row > 0 && table.column === 0 ? table.columnHeader : undefined;
  if (list === undefined || block.kind !== 'list-item') return undefined;
  if (list.leadIn !== undefined) return list.leadIn;
  if (list.parentItem !== undefined) return list.parentItem;
  if (known.has(list.list)) return known.get(list.list);
  let above = position - 1;
  while (above >= 0 && blocks[above]!.list?.list === list.list) above--;
  const before = blocks[above];
  const heading = block.headings[block.headings.length - 1];
  // A short line right above the list names what it lists.
  const isLine = before !== undefined && before.kind === 'paragraph' && before.sentences.length === 1;
  const head = isLine && before.index > (heading ?? -1) ? before.index : heading;
  known.set(list.list, head);
  return head;
}

/** The one class before the first of the list, with nothing between that makes the list one of other things. */
function groupBefore(
  elements: readonly Element[],
  run: readonly number[],
  matter: Matter,
  terminology: Terminology,
): ClaimParty | undefined {
  const first = run[0]!;
  const groups = placesOf(elements.slice(0, first), matter.isGroup);
  if (groups.length === 0) return undefined;
  const between = elements.slice(groups[groups.length - 1]! + 1, first);
  // "antibiotics and minocycline": what is joined to the class is no member.
  if (['and', 'or', 'plus', '+', 'nor'].includes(between[0]?.norm ?? '')) return undefined;
  // "… – apixaban, verapamil and warfarin – and no benefit was seen"
  const last = run[run.length - 1]!;
  const dash = elements.findIndex(({ norm }, at) => at > last && CLOSES_INSERTION.has(norm));
  const own = CLOSES_INSERTION.has(elements[first - 1]?.norm ?? '') || between.some(({ norm }) => DASHES.has(norm));
  const said = own && dash > 0 ? elements.slice(0, dash) : elements;
  if (isHeldApart(said) || between.some(({ norm }) => BESIDE_GROUP.has(norm)) || between.length > LONGEST) {
    return undefined;
  }
  return oneOf(elements, groups, terminology);
}

/** "a, b and c make up the bisphosphonate shelf", "a, b, c: bisphosphonates, the lot of them", "a, b and c, all statins," */
function groupBehind(
  elements: readonly Element[],
  run: readonly number[],
  matter: Matter,
  terminology: Terminology,
  ofTwo: boolean,
): ClaimParty | undefined {
  const last = run[run.length - 1] ?? elements.length;
  if (run[0]! > 2 || isHeldApart(elements)) return undefined;
  const behind = elements.slice(last + 1, last + 8);
  const at = behind.findIndex(matter.isGroup);
  const between = behind.slice(0, at);
  // Of two, only a mark tells that both are meant.
  const isStated = !ofTwo && at > 0 && MAKES_UP.has(between[0]!.norm) && !between.some(({ norm }) => BESIDE.has(norm));
  return isStated || (at > 0 && isEquated(between, behind.slice(at)))
    ? oneOf(elements, [last + 1 + at], terminology)
    : undefined;
}

/** A mark or "all" leads to the class, which is one alone: "…: bisphosphonates", "…, all of them statins". */
function isEquated(between: readonly Element[], [group, next]: readonly Element[]): boolean {
  const [mark, ...rest] = between.map(({ norm }) => norm);
  const isMarked = EQUATES.has(mark!) ? rest.every((norm) => OF_ALL.has(norm)) : mark === ',' && rest[0] === 'all';
  const isAlone = next === undefined || ENDS_EQUATION.has(next.norm);
  return isMarked && isAlone && rest.every((norm) => OF_ALL.has(norm)) && /s$/u.test(group!.norm);
}

/**
 * The class that the sentence before announces, where the list is all that this one names.
 * @param ofTwo only two are listed, so that words for members of something must stand before them
 */
function introducedBy(
  sentence: SentenceElements,
  first: number,
  ofTwo: boolean,
  discourse: Discourse,
  matter: Matter,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block, sentenceIndex } = sentence;
  if (elements.some(matter.isGroup) || isHeldApart(elements)) return undefined;
  const previous = discourse.sentences[block.index]!.slice(0, sentenceIndex);
  const opening = elements.slice(0, first);
  const isBare = opening.every(({ norm, kind }) => kind === 'mark' || ARTICLES.has(norm) || MOSTLY.has(norm));
  const takesUp =
    opening.length <= 6 &&
    opening.some(({ norm }, at) => COMPRISES.has(norm) || (TAKES.has(norm) && opening[at + 1]?.norm === 'in'));
  const opens = opensList(opening);
  if (ofTwo && !opens) return undefined;
  if (sentenceIndex === 0) {
    const line = block.list?.leadIn ?? block.headings[block.headings.length - 1];
    const above = line === undefined ? undefined : discourse.sentences[line]?.slice(-1)[0];
    if (isBare && !ofTwo) return groupIn(above, matter, terminology);
    return opens ? announced(questionAbove(block, discourse, above), sentence, matter, terminology) : undefined;
  }
  if (opens) return announced([...questionAbove(block, discourse), ...previous], sentence, matter, terminology);
  if (!isBare && !takesUp) return undefined;
  const last = previous[previous.length - 1]!;
  if (last.elements.some(matter.isThing)) return undefined;
  return groupIn(last, matter, terminology) ?? groupAskedFor(last, matter, terminology);
}

function announced(
  previous: readonly SentenceElements[],
  sentence: SentenceElements,
  matter: Matter,
  terminology: Terminology,
): Announced['group'] | undefined {
  const opening = { ...sentence, elements: sentence.elements.slice(0, sentence.elements.findIndex(matter.isThing)) };
  return before([...previous, opening], matter, terminology)?.group;
}

/** The question or the heading right above a paragraph: "**Q: What are TNF inhibitors?**" */
function questionAbove(
  block: AnalyzedBlock,
  discourse: Discourse,
  heading?: SentenceElements,
): readonly SentenceElements[] {
  const above = discourse.sentences[block.index - 1] ?? [];
  const asked = above[above.length - 1];
  if (asked?.isQuestion === true) return [asked];
  return heading === undefined ? [] : [heading];
}

/** "There are several, for example", "Two are on the market, namely", "a choice of several:" */
function opensList(opening: readonly Element[]): boolean {
  const words = opening.map(({ norm }) => norm);
  const behind = words.filter((norm) => !ARTICLES.has(norm) && norm !== '"').slice(-3);
  const hasCue =
    behind.includes(':') ||
    behind.some((norm, at) => OPENS_LIST.has(norm) || (norm === 'such' && behind[at + 1] === 'as'));
  return hasCue && words.some(countsMembers);
}

/** The medicines that stand in one list, from the first one on. */
function runFrom(elements: readonly Element[], things: readonly number[], { isGroup }: Matter): readonly number[] {
  const run = [things[0]!];
  const isAlone = isBracketed(elements, things[0]!);
  const opener = elements[things[0]! - 1]?.norm ?? '';
  for (const at of things.slice(1)) {
    const whole = elements.slice(run[run.length - 1]! + 1, at);
    const between = isAlone ? whole : withoutBrackets(whole);
    const isJoined = between.some(({ norm, kind }) => kind === 'mark' || norm === 'and' || norm === 'or');
    const isParted = between.some(
      (element, index) =>
        (BESIDE.has(element.norm) && !isCount(between[index + 1])) || FINITE.has(element.norm) || isGroup(element),
    );
    const brackets = between.filter(({ norm }) => norm === '(' || norm === ')').length;
    const isInBrackets = isAlone ? isBracketed(elements, at) : brackets % 2 === 0;
    // "infections such as cysticercosis and onchocerciasis, lupus and burns": the members end behind "and".
    const isClosed = run.length > 1 && endsWithAnd(elements, run);
    // "the heparins – enoxaparin, nadroparin – and apixaban"
    const isShut = DASHES.has(opener) && between.some(({ norm }) => norm === opener);
    if (isClosed || isShut || !isJoined || !isInBrackets || between.length > (isAlone ? LONGEST : NEAR) || isParted) {
      break;
    }
    run.push(at);
  }
  // "…; warfarin is listed under W": the last one opens a statement of its own.
  while (run.length > 0 && FINITE.has(elements[run[run.length - 1]! + 1]?.norm ?? '')) {
    const isJoint = ['and', 'or'].includes(elements[run[run.length - 1]! - 1]?.norm ?? '');
    if (isJoint) break;
    run.pop();
  }
  return run;
}

/** The last of a list is joined by "and" alone. */
function endsWithAnd(elements: readonly Element[], run: readonly number[]): boolean {
  const between = elements.slice(run[run.length - 2]! + 1, run[run.length - 1]);
  return between.some(({ norm }) => norm === 'and' || norm === 'or');
}

/** "sevelamer in six, lanthanum carbonate in three" */
function isCount(element: Element | undefined): boolean {
  return element !== undefined && (element.norm in NUMBERS || /^\d/u.test(element.norm));
}

/** "cinacalcet (tablets), etelcalcetide (given at dialysis)" */
function withoutBrackets(elements: readonly Element[]): readonly Element[] {
  const close = elements.findIndex(({ norm }) => norm === ')');
  return elements[0]?.norm === '(' && close > 0 ? elements.slice(close + 1) : elements;
}

/** "a weekly tablet (alendronate)" */
function isBracketed(elements: readonly Element[], at: number): boolean {
  return elements[at - 1]?.norm === '(' && elements[at + 1]?.norm === ')';
}

/**
 * The claim that each is of the class, where at least half of them are.
 * @param least how many of them must be
 */
export function membersOf(
  items: readonly Listed[],
  group: ClaimParty,
  least: number,
  terminology: Terminology,
): readonly Claim[] {
  const isMember = ({ element }: Listed) => terminology.isA(element.mention!.conceptId!, group.conceptId!);
  const ids = new Set(items.map(({ element }) => element.mention!.conceptId));
  const right = new Set(items.filter(isMember).map(({ element }) => element.mention!.conceptId));
  const others = ids.size - right.size;
  if (ids.size < 2 || others === 0 || right.size < Math.max(least, others)) return NONE;
  return items
    .filter((item) => !isMember(item))
    .map(({ element, block }) =>
      classClaim(partyOf(element.mention!), group, {
        block: block.index,
        span: element.span,
        form: 'among members',
      }),
    );
}

const NONE: readonly never[] = [];
/** In elements: to the first of the list, and from one of it to the next. */
const LONGEST = 14;
const NEAR = 5;
/** They set one medicine beside another, or make the class the one that something is done with. */
const BESIDE = new Set(
  'with against from to than before after unlike not plus beside besides alongside on but because if when while whereas unless also without except already in for less rarely seldom sometimes occasionally well'.split(
    ' ',
  ),
);
const FINITE = new Set(
  'is are was were has have had can may should must will would does do did helps works'.split(' '),
);
const MOSTLY = new Set('mostly mainly chiefly usually often typically'.split(' '));
const ARTICLES = new Set('a an the they these are'.split(' '));
const MAKES_UP = new Set('make makes are form forms fill belong count represent constitute were all'.split(' '));
const COMPRISES = new Set(
  'comprises comprise includes include are contains embraces covers holds numbers counts members examples namely'.split(
    ' ',
  ),
);
const TAKES = new Set(['takes', 'take']);
const EQUATES = new Set([':', '–', '—', '=']);
const OF_ALL = new Set('all of them three four five the'.split(' '));
const ENDS_EQUATION = new Set([',', '.', '–', '—', '!', ';', 'all']);
const BESIDE_GROUP = new Set([...BESIDE].filter((word) => word !== 'in' && word !== 'for'));
const DASHES = new Set(['–', '—']);
const CLOSES_INSERTION = new Set(['–', '—', ';']);
const OPENS_LIST = new Set('as like namely example instance them including include are say eg especially'.split(' '));
