import type { AnalyzedBlock } from '../../document.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { DivisionStatement } from './classification-claims.js';
import { listedItems } from '../counts/counted-items.js';
import type { Discourse } from '../subjects/discourse.js';
import { firstMember, memberOf, type DivisionMember } from './division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/** "Types of calcinosis" over a list: a title or a heading names what the items are. */
export function readTitled(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const first = blocks[block.index + 1];
  if (first?.kind !== 'list-item' || first.list?.item !== 0 || block.list !== undefined || block.table !== undefined) {
    return undefined;
  }
  const exact = titleOf(block, discourse, terminology);
  const title = exact ?? looseTitle(block, discourse, terminology);
  if (title === undefined) return undefined;
  const items = blocks.filter((other) => other.list?.list === first.list!.list && other.kind === 'list-item');
  const members = items.flatMap((item) => firstMember(item, title.classification, terminology));
  if (members.length < 2) return undefined;
  if (exact !== undefined) return statement(block, title, members, members);
  return isMixed(members, items, discourse)
    ? { ...statement(block, title, members, members), complete: false }
    : undefined;
}

/** "## Types of calcinosis" with a heading for each of what it calls so. */
export function readSubheadings(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  if (block.kind !== 'heading') return undefined;
  const title = titleOf(block, discourse, terminology);
  if (title === undefined) return undefined;
  const below = blocks.filter(
    ({ kind, headings }) => kind === 'heading' && headings[headings.length - 1] === block.index,
  );
  const members = below.flatMap((heading) => firstMember(heading, title.classification, terminology));
  const others = members.filter(({ is }) => is === 'not-member');
  // A heading that is nothing but a name, among those of two types and more.
  const isName = ({ block: at }: DivisionMember): boolean =>
    discourse.sentences[at]!.flatMap(({ elements }) => elements).filter(({ kind }) => kind !== 'mark').length === 1;
  const strangers = members.filter((member) => member.is === 'other-condition' && isName(member));
  const known = members.filter(({ is }) => is === 'member').length;
  if (strangers.length > 0 && known >= 2 && strangers.length < known) {
    const named = members.filter((member) => member.is !== 'other-condition' || isName(member));
    return { ...statement(block, title, named, []), complete: false };
  }
  const isOffered = others.length > 1 || (others.length === 1 && members.some(({ is }) => is === 'member'));
  return isOffered ? { ...statement(block, title, members, members), complete: false } : undefined;
}

/** Some of the items are types, and others are surely none: each of them is nothing but a name. */
function isMixed(members: readonly DivisionMember[], items: readonly AnalyzedBlock[], discourse: Discourse): boolean {
  const known = members.filter(({ is }) => is === 'member').length;
  const others = members.filter(({ is }) => is === 'other-condition' || is === 'not-member');
  if (known < 2 || others.length === 0 || others.length >= known) return false;
  return others.every(({ block }) => {
    const item = items.find(({ index }) => index === block)!;
    const [sentence] = discourse.sentences[item.index]!;
    return sentence!.elements.length <= LONGEST_NAME || LABEL_MARKS.has(sentence!.elements[1]?.norm ?? '');
  });
}

const LONGEST_NAME = 4;
const LABEL_MARKS = new Set([':', '–', '—', '(', '-']);

/** A title or a lead-in that speaks of the types of what is divided: "Types of calcinosis your doctor may mention:". */
function looseTitle(block: AnalyzedBlock, discourse: Discourse, terminology: Terminology): Title | undefined {
  const sentences = discourse.sentences[block.index]!;
  const sentence = sentences[sentences.length - 1];
  if (sentence === undefined || sentence.isQuestion || attributionOf(sentence) !== 'writer') return undefined;
  const { elements } = sentence;
  const type = elements.findIndex(({ norm }) => TYPE_WORDS.has(norm) || SORTS.has(norm));
  const whole = elements.find(({ mention }) => isWhole(mention?.conceptId, terminology))?.mention;
  if (type < 0 || whole === undefined || elements.some(({ norm }) => SETS_APART.has(norm))) return undefined;
  const id = whole.conceptId!;
  return { classification: terminology.classificationOf(id)!, of: id, number: undefined };
}

const SORTS = new Set('falls divided sorted classified splits'.split(' '));
const SETS_APART = new Set(
  'not no never unlike differ differs different confused mistaken mimic mimics besides also related neighbours neighbors look-alikes conditions diseases compared versus vs extent pattern patterns other terms words'.split(
    ' ',
  ),
);

/** A column that is headed "Type of calcinosis", alone or with others. */
export function readColumn(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  if (block.table?.row !== 0 || block.table.column !== 0) return undefined;
  const title = titleOf(block, discourse, terminology);
  if (title === undefined) return undefined;
  const cells = blocks.filter(
    ({ table }) => table !== undefined && table.table === block.table!.table && table.column === 0 && table.row > 0,
  );
  const members = cells.flatMap((cell) => firstMember(cell, title.classification, terminology));
  return members.length < 2 ? undefined : statement(block, title, members, []);
}

/** "Gouty, metastatic and senile: these are the types of calcinosis cutis." */
export function readListBefore(sentence: SentenceElements, terminology: Terminology): DivisionStatement | undefined {
  const { elements, block } = sentence;
  const type = elements.findIndex(({ norm }) => TYPE_WORDS.has(norm));
  if (type < 4 || sentence.isQuestion || attributionOf(sentence) !== 'writer') return undefined;
  const whole = elements.slice(type + 1, type + 4).find(({ mention }) => isWhole(mention?.conceptId, terminology));
  const copula = elements.findIndex(
    ({ norm }, at) => at < type && at >= type - 4 && (norm === 'are' || norm === 'form'),
  );
  if (whole === undefined || elements[type + 1]?.norm !== 'of' || copula < 3) return undefined;
  if (!elements.slice(copula, type).some(({ norm }) => norm === 'the')) return undefined;
  const isPointing = ['these', 'those', 'they'].includes(elements[copula - 1]!.norm);
  const end = isPointing ? copula - 2 : copula;
  if (isPointing && ![':', '–', '—', ','].includes(elements[end]!.norm)) return undefined;
  const list = listedItems(elements, 0, end, terminology);
  if (list?.closed !== true || list.end !== end) return undefined;
  const classification = terminology.classificationOf(whole.mention!.conceptId!)!;
  const members = list.items.flatMap((item) => memberAmong(item, block.index, classification, terminology));
  const known = members.filter(({ is }) => is === 'member').length;
  const strangers = list.items.length - known;
  // One name beside the accepted ones may be a variant of theirs; of several, the list is another one.
  if (known === 0 || strangers < 2 || list.items.some((item) => item.length > 2)) return undefined;
  const others = list.items.flatMap((item): DivisionMember[] => {
    if (memberAmong(item, block.index, classification, terminology).length > 0) return [];
    return [{ is: 'not-member', name: item[0]!.norm, block: block.index, span: item[0]!.span }];
  });
  return {
    ...statement(
      block,
      { classification, of: whole.mention!.conceptId!, number: undefined },
      [...members, ...others],
      [],
    ),
    span: proseSpan(elements[0]!.span.start, whole.span.end),
  };
}

function memberAmong(
  item: readonly Element[],
  block: number,
  classification: CompiledClassification,
  terminology: Terminology,
): DivisionMember[] {
  const [found] = item.flatMap((element) => {
    const member = memberOf(element, classification, terminology);
    return member === undefined ? [] : [{ ...member, block, span: element.span }];
  });
  return found === undefined ? [] : [found];
}

interface Title {
  readonly classification: CompiledClassification;
  readonly of: string;
  readonly number: { readonly value: number; readonly element: Element } | undefined;
}

/** A block that is nothing but "[The] [five] [main] types of calcinosis [cutis] [by cause]". */
function titleOf(block: AnalyzedBlock, discourse: Discourse, terminology: Terminology): Title | undefined {
  const [sentence, ...others] = discourse.sentences[block.index]!;
  if (sentence === undefined || others.length > 0 || sentence.isQuestion) return undefined;
  const elements = sentence.elements.filter(({ norm }) => norm !== ':' && norm !== '.');
  const type = elements.findIndex(({ norm }) => TYPE_WORDS.has(norm));
  if (type < 0 || type > 4 || elements.length > type + 6) return undefined;
  if (
    !elements
      .slice(0, type)
      .every(({ norm }) => BEFORE_TYPE.has(norm) || NUMBERS[norm] !== undefined || /^\d$/u.test(norm))
  ) {
    return undefined;
  }
  if (elements[type + 1]?.norm !== 'of') return undefined;
  const whole = elements[type + 2];
  const id = whole?.mention?.conceptId;
  if (!isWhole(id, terminology) || !elements.slice(type + 3).every(({ norm }) => AFTER_WHOLE.has(norm))) {
    return undefined;
  }
  const counted = elements.slice(0, type).find(({ norm }) => NUMBERS[norm] !== undefined || /^\d$/u.test(norm));
  const value = counted === undefined ? undefined : (NUMBERS[counted.norm] ?? Number(counted.norm));
  return {
    classification: terminology.classificationOf(id!)!,
    of: id!,
    number: counted === undefined ? undefined : { value: value!, element: counted },
  };
}

function isWhole(id: string | undefined, terminology: Terminology): boolean {
  return (
    id !== undefined && terminology.classificationOf(id) !== undefined && terminology.concept(id)!.kind === 'disease'
  );
}

function statement(
  block: AnalyzedBlock,
  { classification, of, number }: Title,
  members: readonly DivisionMember[],
  listMembers: readonly DivisionMember[],
): DivisionStatement {
  const span = proseSpan(0, block.text.trimEnd().length);
  return {
    classification,
    of,
    number: number?.value,
    members,
    complete: true,
    block: block.index,
    span,
    numberSpan: number === undefined ? undefined : proseSpan(number.element.span.start, span.end),
    attribution: 'writer',
    listMembers,
    fromList: true,
  };
}

const BEFORE_TYPE = new Set(
  'the main all different known common major basic cause-based causes-based causal'.split(' '),
);
const AFTER_WHOLE = new Set('by cause at a glance overview in brief ( )'.split(' '));
