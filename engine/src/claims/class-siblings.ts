import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { ACTS_ON, APART } from './class-frames.js';
import type { Claim, ClaimParty } from './claim.js';
import { classClaim } from './class-claim.js';
import { isDenied } from './clauses.js';
import { Role, isDrug, rolesOf } from './concept-roles.js';
import { partyOf, type Discourse } from './discourse.js';
import type { Element, SentenceElements } from './elements.js';

/**
 * Reads lists of medicines beside a class by what most of them are: where the others of a list are members of the class
 * that introduces it, the list is one of members, whatever the words: "Among the bisphosphonates you can pick a weekly
 * tablet (alendronate), a yearly drip (zoledronic acid) or …", "ranked the TNF inhibitors: infliximab first, then …".
 */
export function readSiblings(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements } = sentence;
  const things = places(elements, (element) => isDrug(element, terminology));
  if (things.length < 3 || sentence.isQuestion || sentence.block.table !== undefined) return NONE;
  const group =
    groupBefore(elements, things[0]!, terminology) ?? introducedBy(sentence, things[0]!, discourse, terminology);
  const run = runFrom(elements, things, terminology);
  const own = group ?? groupBehind(elements, run, terminology);
  if (own === undefined) return NONE;
  return membersOf(
    run.map((at) => ({ element: elements[at]!, block: sentence.block })),
    own,
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
  const lists = new Map<string, { head: number; items: Listed[] }>();
  const headsOfLists = new Map<number, number | undefined>();
  for (const [position, block] of blocks.entries()) {
    if (block.table === undefined && block.list === undefined) continue;
    const first = discourse.sentences[block.index]?.[0]?.elements.find(({ kind }) => kind !== 'mark');
    if (first === undefined || !isDrug(first, terminology)) continue;
    const head = headOf(block, position, blocks, headsOfLists);
    if (head === undefined) continue;
    const key = `${head} ${block.list?.list ?? ''} ${block.table?.table ?? ''}`;
    const list = lists.get(key);
    const item = { element: first, block };
    if (list === undefined) lists.set(key, { head, items: [item] });
    else list.items.push(item);
  }
  const claims: Claim[] = [];
  for (const { head, items } of lists.values()) {
    const group = items.length < 2 ? undefined : groupIn(discourse.sentences[head] ?? [], terminology);
    if (group !== undefined) claims.push(...membersOf(items, group, 1, terminology));
  }
  return claims;
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

/** The one class that a line names, where nothing in it holds the class and the list apart. */
function groupIn(sentences: readonly SentenceElements[], terminology: Terminology): ClaimParty | undefined {
  const sentence = sentences[sentences.length - 1];
  if (sentence === undefined || sentence.isQuestion) return undefined;
  const { elements } = sentence;
  if (isHeldApart(elements) || elements.some((element) => isDrug(element, terminology))) return undefined;
  const groups = places(elements, (element) => isGroup(element, terminology));
  return oneOf(elements, groups, terminology);
}

/** The one class before the first of the list, with nothing between that makes the list one of other things. */
function groupBefore(elements: readonly Element[], first: number, terminology: Terminology): ClaimParty | undefined {
  const groups = places(elements.slice(0, first), (element) => isGroup(element, terminology));
  if (groups.length === 0) return undefined;
  const between = elements.slice(groups[groups.length - 1]! + 1, first);
  // "antibiotics and minocycline": what is joined to the class is no member.
  if (['and', 'or', 'plus', '+', 'nor'].includes(between[0]?.norm ?? '')) return undefined;
  if (isHeldApart(elements) || between.some(({ norm }) => BESIDE.has(norm)) || between.length > LONGEST) {
    return undefined;
  }
  return oneOf(elements, groups, terminology);
}

/** "a, b and c make up the bisphosphonate shelf" */
function groupBehind(
  elements: readonly Element[],
  run: readonly number[],
  terminology: Terminology,
): ClaimParty | undefined {
  const last = run[run.length - 1] ?? elements.length;
  if (run[0]! > 2 || isHeldApart(elements)) return undefined;
  const behind = elements.slice(last + 1, last + 8);
  const at = behind.findIndex((element) => isGroup(element, terminology));
  const between = behind.slice(0, at);
  const isStated = at > 0 && MAKES_UP.has(between[0]!.norm) && !between.some(({ norm }) => BESIDE.has(norm));
  return isStated ? oneOf(elements, [last + 1 + at], terminology) : undefined;
}

/** The class that the sentence before announces, where the list is all that this one names. */
function introducedBy(
  sentence: SentenceElements,
  first: number,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block, sentenceIndex } = sentence;
  if (elements.some((element) => isGroup(element, terminology)) || isHeldApart(elements)) return undefined;
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  const opening = elements.slice(0, first);
  const isBare = opening.every(({ norm, kind }) => kind === 'mark' || ARTICLES.has(norm));
  const takesUp = opening.length <= 6 && opening.some(({ norm }) => COMPRISES.has(norm));
  if (before === undefined) {
    const line = block.list?.leadIn ?? block.headings[block.headings.length - 1];
    return isBare && line !== undefined ? groupIn(discourse.sentences[line] ?? [], terminology) : undefined;
  }
  if (!isBare && !takesUp) return undefined;
  if (before.elements.some((element) => isDrug(element, terminology))) return undefined;
  return groupIn([before], terminology);
}

/** Of several classes only such as belong to one another: "blood thinners (anticoagulants)". */
function oneOf(
  elements: readonly Element[],
  groups: readonly number[],
  terminology: Terminology,
): ClaimParty | undefined {
  const ids = [...new Set(groups.map((at) => elements[at]!.mention!.conceptId!))];
  const own = ids.find((id) => ids.every((other) => terminology.isA(id, other)));
  const at = groups.find((group) => elements[group]!.mention!.conceptId === own);
  return at === undefined ? undefined : partyOf(elements[at]!.mention!);
}

/** The medicines that stand in one list, from the first one on. */
function runFrom(elements: readonly Element[], things: readonly number[], terminology: Terminology): readonly number[] {
  const run = [things[0]!];
  const isAlone = isBracketed(elements, things[0]!);
  for (const at of things.slice(1)) {
    const whole = elements.slice(run[run.length - 1]! + 1, at);
    const between = isAlone ? whole : withoutBrackets(whole);
    const isJoined = between.some(({ norm, kind }) => kind === 'mark' || norm === 'and' || norm === 'or');
    const isParted = between.some(
      (element) => BESIDE.has(element.norm) || FINITE.has(element.norm) || isGroup(element, terminology),
    );
    const brackets = between.filter(({ norm }) => norm === '(' || norm === ')').length;
    const isInBrackets = isAlone ? isBracketed(elements, at) : brackets % 2 === 0;
    if (!isJoined || !isInBrackets || between.length > (isAlone ? LONGEST : NEAR) || isParted) break;
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

export function isHeldApart(elements: readonly Element[]): boolean {
  return (
    elements.some(
      ({ norm }, at) =>
        (APART.has(norm) && !(norm === 'far' && elements[at - 1]?.norm === 'so')) ||
        (ACTS_ON.has(norm) && !NEUTRAL.has(norm)),
    ) || isDenied(elements, 0, elements.length)
  );
}

function places(elements: readonly Element[], is: (element: Element) => boolean): readonly number[] {
  const found: number[] = [];
  for (const [at, element] of elements.entries()) if (is(element)) found.push(at);
  return found;
}

export function isGroup({ mention }: Element, terminology: Terminology): boolean {
  const id = mention?.conceptId;
  if (id === undefined || (rolesOf(id, terminology) & Role.drugClass) === 0) return false;
  const closed = terminology.concept(id)!.closed;
  return closed !== undefined;
}

const NONE: readonly never[] = [];
/** In elements: to the first of the list, and from one of it to the next. */
const LONGEST = 14;
const NEAR = 5;
/** They set one medicine beside another, or make the class the one that something is done with. */
const BESIDE = new Set(
  'with against from to than before after unlike not plus beside besides alongside on but because if when while whereas unless also without except already in for'.split(
    ' ',
  ),
);
const NEUTRAL = new Set('choice whose need needs needed when together want besides'.split(' '));
const FINITE = new Set(
  'is are was were has have had can may should must will would does do did helps works'.split(' '),
);
const ARTICLES = new Set('a an the they these are'.split(' '));
const MAKES_UP = new Set('make makes are form forms fill belong count represent constitute were all'.split(' '));
const COMPRISES = new Set(
  'comprises comprise includes include are contains embraces covers holds numbers counts members examples namely'.split(
    ' ',
  ),
);
