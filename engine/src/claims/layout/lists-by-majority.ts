import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { attributionOf } from '../attribution/attribution.js';
import { strangerAmongCauses } from '../causes/causes-enumerated.js';
import { definingFact, isListedCause, otherMember } from '../contradictions/causes-of-types.js';
import { mattersOf, oneOf, placesOf, setsItselfApart, type Matter } from '../classes/class-announced.js';
import { classClaim } from '../classes/class-claim.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS, NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { cellsOf } from './rejected-cells.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/**
 * Reads a list by what its items are: where all but one belong to the type or the class that stands above it, the list
 * is one of that, by whatever words it was announced: "Before we call a case metastatic we look for one of these:",
 * "Tick what the patient takes" below "Audit of anticoagulants". The one that is left is then listed among them.
 *
 * @param known what other readers have read; the same is not claimed twice
 */
export function readListsByMajority(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const list of listsIn(blocks)) {
    const items = list.map((block) => discourse.sentences[block.index]![0]!);
    const tail = tailOf(list[list.length - 1]!, blocks, discourse);
    const heads = [...tail, ...headsOf(list[0]!, discourse)];
    if (heads.length === 0 || heads.some(leavesOpen)) continue;
    if (discourse.namesTypes) {
      claims.push(...causeAmongOthers(items, heads, terminology), ...strangerAmongTypes(items, tail, terminology));
    }
    for (const matter of mattersOf(terminology)) claims.push(...strangerAmong(items, heads, matter, terminology));
  }
  for (const block of blocks) {
    claims.push(...strangersInCell(block, blocks, discourse, terminology));
    for (const sentence of discourse.sentences[block.index]!) {
      claims.push(...strangersInLine(sentence, discourse, terminology));
      if (discourse.namesTypes) claims.push(...strangerAmongCauses(sentence, discourse, terminology));
    }
  }
  return claims.filter((claim) => claim.isUndoubted === true || !known.some((other) => isSame(claim, other)));
}

function isSame(claim: Claim, other: Claim): boolean {
  const isOfSort = other.relation === claim.relation || other.relation === 'associated-with';
  return (
    isOfSort && other.block === claim.block && other.span.start < claim.span.end && claim.span.start < other.span.end
  );
}

/** The items of each list, each in one sentence; a list with longer ones tells more than what it lists. */
function listsIn(blocks: readonly AnalyzedBlock[]): readonly (readonly AnalyzedBlock[])[] {
  const lists = new Map<number, AnalyzedBlock[]>();
  for (const block of blocks) {
    if (block.kind !== 'list-item' || block.list === undefined) continue;
    const list = lists.get(block.list.list);
    if (list === undefined) lists.set(block.list.list, [block]);
    else list.push(block);
  }
  return [...lists.values()].filter(
    (list) => list.length >= FEWEST && list.every(({ sentences }) => sentences.length === 1),
  );
}

/** What stands above a list, the nearest first: the sentences that lead in to it, the item that it is under, the heading. */
function headsOf({ list, headings, index }: AnalyzedBlock, discourse: Discourse): readonly SentenceElements[] {
  const { leadIn, parentItem } = list!;
  const heads = [...(discourse.sentences[leadIn ?? parentItem ?? -1] ?? [])].reverse();
  const heading = headings[headings.length - 1];
  const isNear = heading !== undefined && (leadIn === undefined ? heading === index - 1 : leadIn - heading <= FARTHEST);
  if (isNear && parentItem === undefined) heads.push(...discourse.sentences[heading]!);
  return heads.length > MOST_HEADS ? heads.slice(0, MOST_HEADS) : heads;
}

/** "These are the five types.", "All of these go under the name dystrophic.": what takes the list up right behind it. */
function tailOf(
  { index, headings }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
): readonly SentenceElements[] {
  const behind = blocks[index + 1];
  if (behind?.kind !== 'paragraph' || behind.list !== undefined) return NONE;
  if (behind.headings[behind.headings.length - 1] !== headings[headings.length - 1]) return NONE;
  const first = discourse.sentences[behind.index]![0]!;
  const opening = first.elements.slice(0, 3).map(({ norm }) => norm);
  const isOfAll =
    opening[0] === 'these' ||
    (opening[0] === 'all' && (ALL_OF.has(opening[1] ?? '') || NUMBERS[opening[1] ?? ''] !== undefined));
  return isOfAll && first.elements.length <= LONGEST_TAIL ? [first] : NONE;
}

/** The item that is no type in a list of types that "These are the five types of …" takes up. */
function strangerAmongTypes(
  items: readonly SentenceElements[],
  [tail]: readonly SentenceElements[],
  terminology: Terminology,
): readonly Claim[] {
  if (tail === undefined || !tail.elements.some(({ norm }) => TYPE_WORDS.has(norm))) return NONE;
  const whole = tail.elements.find(
    ({ mention }) => terminology.classificationOf(mention?.conceptId ?? '') !== undefined,
  );
  if (whole === undefined) return NONE;
  const names = items.map(({ elements }) => elements.find(({ mention }) => mention?.conceptId !== undefined));
  const isType = (name: Element | undefined): boolean =>
    terminology.memberOf(name?.mention?.conceptId ?? '') !== undefined;
  const [stranger, ...others] = names.filter((name) => !isType(name));
  if (stranger === undefined || others.length > 0 || items.some(({ elements }) => elements.length > LONGEST_ITEM)) {
    return NONE;
  }
  const { block } = stranger.mention!;
  const claimed = { block, span: stranger.span, form: 'one of the types' };
  const claim = classClaim(partyOf(stranger.mention!), partyOf(whole.mention!), claimed);
  return [{ ...claim, value: 'type-by-cause', isOfWholeList: true }];
}

/** What sets the list apart from what is named, or asks which of its items is wrong. */
function leavesOpen(sentence: SentenceElements): boolean {
  const { elements, isQuestion } = sentence;
  if (elements.length > LONGEST_HEAD || elements.some(({ norm }) => SETS_APART.has(norm) || NEGATORS.has(norm))) {
    return true;
  }
  if (isDenied(elements, 0, elements.length)) return true;
  if (isQuestion) return elements.some(({ norm }) => CHOOSES.has(norm));
  return attributionOf(sentence) !== 'writer';
}

/** The cause of another type in a list that else holds causes of the one that is named above it. */
function causeAmongOthers(
  items: readonly SentenceElements[],
  heads: readonly SentenceElements[],
  terminology: Terminology,
): readonly Claim[] {
  const type = onlyIn(heads, ({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  if (type === undefined) return NONE;
  const id = type.conceptId!;
  const causes = items.map((item) => causeIn(item, terminology));
  const fitting = causes.filter(
    (cause) => cause !== undefined && isListedCause(id, cause.mention!.conceptId!, terminology),
  );
  if (fitting.length < FEWEST - 1) return NONE;
  const strangers = causes.filter((cause) => cause !== undefined && isOfOtherType(cause, id, terminology));
  const [stranger, ...others] = strangers;
  if (stranger === undefined || others.length > 0 || items.some((item) => tellsMore(item, terminology))) return NONE;
  const { block } = stranger.mention!;
  const claimed = { block, span: stranger.span, form: 'among causes' };
  return [{ ...classClaim(type, partyOf(stranger.mention!), claimed), relation: 'caused-by', isOfWholeList: true }];
}

/** What an item names first, outside brackets. */
function causeIn({ elements }: SentenceElements, terminology: Terminology): Element | undefined {
  let depth = 0;
  return elements.find(({ norm, mention }) => {
    if (norm === '(') depth++;
    else if (norm === ')') depth--;
    return depth === 0 && isCauseOfTypes(mention?.conceptId ?? '', terminology);
  });
}

function isOfOtherType({ mention }: Element, type: string, terminology: Terminology): boolean {
  const cause = mention!.conceptId!;
  if (isListedCause(type, cause, terminology)) return false;
  return otherMember(type, (other) => definingFact(other, cause, terminology) !== undefined, terminology) !== undefined;
}

/** "- dermatomyositis (dystrophic)", "- acne scars do not count": the item itself says how it is meant. */
function tellsMore({ elements, isQuestion }: SentenceElements, terminology: Terminology): boolean {
  if (isQuestion || elements.length > LONGEST_ITEM) return true;
  return elements.some(
    ({ norm, mention }) =>
      NEGATORS.has(norm) || TAKES_OUT.has(norm) || terminology.memberOf(mention?.conceptId ?? '') !== undefined,
  );
}

/** The item of another class in a list that else holds members of the one that is named above it. */
function strangerAmong(
  items: readonly SentenceElements[],
  heads: readonly SentenceElements[],
  matter: Matter,
  terminology: Terminology,
): readonly Claim[] {
  const at = heads.findIndex(({ elements }) => elements.some((one) => matter.isGroup(one) || matter.isThing(one)));
  const head = heads[at];
  if (head === undefined || head.elements.some(matter.isThing)) return NONE;
  const group = oneOf(head.elements, placesOf(head.elements, matter.isGroup), terminology);
  if (group === undefined) return NONE;
  const opening = items.map(({ elements }) =>
    elements.find(({ kind, norm }) => kind !== 'mark' && !ARTICLES.has(norm)),
  );
  const isListed = (element: Element | undefined): boolean =>
    element !== undefined && (matter.isThing(element) || (matter.isGroup(element) && !element.norm.endsWith('s')));
  if (!opening.every(isListed)) return NONE;
  const things = opening.flatMap((element, index) => (element === undefined ? [] : [{ element, item: items[index]! }]));
  return strangersIn(things, group, matter, terminology);
}

/** "Antibiotics (3) | minocycline, doxycycline, cyclosporine": a row of a class with nothing but a list of medicines. */
function strangersInCell(
  { table, index }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (table === undefined || table.row === 0 || table.column === 0 || table.rowHeader === undefined) return NONE;
  const [item, ...more] = discourse.sentences[index]!;
  const [matter] = mattersOf(terminology);
  if (item === undefined || more.length > 0) return NONE;
  const isList = item.elements.every((element) => matter!.isThing(element) || JOINTS.has(element.norm));
  const head = discourse.sentences[table.rowHeader]!;
  const isHeaded =
    head.length === 1 && head[0]!.elements.every((one) => matter!.isGroup(one) || !/\p{L}/u.test(one.norm));
  if (!isList || !isHeaded || (cellsOf(table.table, blocks).rows.get(table.row)?.length ?? 0) > MOST_CELLS) return NONE;
  const group = oneOf(head[0]!.elements, placesOf(head[0]!.elements, matter!.isGroup), terminology);
  if (group === undefined) return NONE;
  const things = item.elements.filter(matter!.isThing).map((element) => ({ element, item }));
  return things.length < FEWEST ? NONE : strangersIn(things, group, matter!, terminology);
}

/**
 * A line that is nothing but a label and a list: "Dihydropyridines — nifedipine, amlodipine, verapamil", and under the
 * name of a type "Seen in: scars, cysticercosis, vitamin D poisoning, fat necrosis".
 */
function strangersInLine(sentence: SentenceElements, discourse: Discourse, terminology: Terminology): readonly Claim[] {
  const { elements, block } = sentence;
  const mark = elements.findIndex(({ norm }) => LABEL_MARKS.has(norm));
  if (mark < 1 || mark > LONGEST_LABEL || elements.length < mark + 4 || elements.length > LONGEST_HEAD) return NONE;
  const [label, rest] = [elements.slice(0, mark), elements.slice(mark + 1)];
  if (!rest.some(({ norm }) => norm === ',' || norm === ';' || norm === '/')) return NONE;
  if (leavesOpen({ ...sentence, elements: label })) return NONE;
  const [matter] = mattersOf(terminology);
  const things = rest.filter(matter!.isThing);
  if (
    things.length >= FEWEST &&
    rest.every((one) => matter!.isThing(one) || JOINTS.has(one.norm) || one.norm === '.')
  ) {
    const groups = placesOf(label, matter!.isGroup);
    const group = groups.length === 0 ? undefined : oneOf(label, groups, terminology);
    const listed = things.map((element) => ({ element, item: { ...sentence, elements: [element] } }));
    return group === undefined ? NONE : strangersIn(listed, group, matter!, terminology);
  }
  if (!discourse.namesTypes || block.table !== undefined || !label.some(({ norm }) => SEEN_IN.has(norm))) return NONE;
  const isLedTo = block.list?.leadIn !== undefined || block.list?.parentItem !== undefined;
  const heads = isLedTo ? headsOf(block, discourse) : headingOf(block, discourse);
  if (heads.length === 0 || heads.some(leavesOpen)) return NONE;
  const items = splitAtMarks(rest).map((part) => ({ ...sentence, elements: part }));
  return causeAmongOthers(items, heads, terminology);
}

function headingOf({ headings }: AnalyzedBlock, discourse: Discourse): readonly SentenceElements[] {
  const heading = headings[headings.length - 1];
  return heading === undefined ? NONE : discourse.sentences[heading]!;
}

function splitAtMarks(elements: readonly Element[]): readonly (readonly Element[])[] {
  const parts: Element[][] = [[]];
  for (const element of elements) {
    if (element.norm === ',' || element.norm === ';' || element.norm === '/') parts.push([]);
    else parts[parts.length - 1]!.push(element);
  }
  return parts.filter((part) => part.length > 0);
}

function strangersIn(
  things: readonly { readonly element: Element; readonly item: SentenceElements }[],
  group: ClaimParty,
  matter: Matter,
  terminology: Terminology,
): readonly Claim[] {
  const isMember = ({ element }: { readonly element: Element }) =>
    terminology.isA(element.mention!.conceptId!, group.conceptId!);
  const strangers = things.filter((thing) => !isMember(thing));
  if (strangers.length !== 1 || things.length < FEWEST) return NONE;
  const { element, item } = strangers[0]!;
  const isApart = things.some((one) => one.item.elements.some(({ norm }) => TAKES_OUT.has(norm) || NEGATORS.has(norm)));
  if (isApart || setsItselfApart([item], matter, terminology)) return NONE;
  const claimed = { block: item.block.index, span: element.span, form: 'among members' };
  return [{ ...classClaim(partyOf(element.mention!), group, claimed), isOfWholeList: true }];
}

/** The one thing that the nearest of the sentences names which names any. */
function onlyIn(heads: readonly SentenceElements[], is: (element: Element) => boolean): ClaimParty | undefined {
  const head = heads.find(({ elements }) => elements.some(is));
  const named = head?.elements.filter(is) ?? [];
  const ids = new Set(named.map(({ mention }) => mention!.conceptId));
  return ids.size === 1 ? partyOf(named[0]!.mention!) : undefined;
}

const NONE: readonly never[] = [];
/** In items: with two that fit, the third is what does not. */
const FEWEST = 3;
/** In blocks: from a heading to what leads in to the list. */
const FARTHEST = 2;
/** In sentences. */
const MOST_HEADS = 4;
/** In elements. */
const LONGEST_HEAD = 40;
const LONGEST_ITEM = 18;
const MOST_CELLS = 3;
const LONGEST_TAIL = 20;
const LONGEST_LABEL = 6;
const LABEL_MARKS = new Set([':', '–', '—']);
const SEEN_IN = new Set(
  'seen found met occurs in after cause causes trigger triggers background backgrounds reasons examples behind origins'.split(
    ' ',
  ),
);
const ALL_OF = new Set('of these them are belong count go fall'.split(' '));
const ARTICLES = new Set(['a', 'an', 'the']);
const JOINTS = new Set([',', ';', '/', 'and', 'or', '•']);
/** Words by which a list is of something else, or one of its items is. */
const SETS_APART = new Set(
  'except unlike wrong false wrongly mistake mistakes mistaken mistakenly odd incorrect incorrectly error errors stray instead confused differential mimic mimics mimicking resemble look-alike look-alikes versus vs against exclude excluded excludes rule ruled rules strike cross crossed struck delete deleted move moved misplaced spot stranger intruder impostor trap belong quiz myth myths apart beside besides interact interacts interaction interactions avoid'.split(
    ' ',
  ),
);
/** Words by which an item takes itself out of the list. */
const TAKES_OUT = new Set(
  'except wrong false wrongly mistake error instead unlike against doubtful disputed rarely'.split(' '),
);
const CHOOSES = new Set('these those following below option options'.split(' '));
