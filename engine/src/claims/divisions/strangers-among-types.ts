import type { AnalyzedBlock } from '../../document.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { DivisionStatement } from './classification-claims.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import { firstMember, memberOf, type DivisionMember } from './division-members.js';
import { DIVIDES } from './division-words.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { isFirstOfItsLike } from '../layout/table-claims.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';

/**
 * Reads a list of types that holds one which is none, in a sentence that speaks of types, whatever it says of them: "We
 * teach the dystrophic, the metastatic, the idiopathic and the universalis type", "Depending on the cause it is called
 * dystrophic, …, or CREST". Three types beside it show what the list is.
 */
export function readStrangersInSentence(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { elements, block, sentenceIndex } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST || !mayListThree(elements)) return undefined;
  for (const classification of terminology.classifications) {
    const names = elements.flatMap((element, at) => {
      const name = nameOf(element, classification, terminology);
      return name === undefined ? [] : [{ ...name, at, block: block.index, span: element.span }];
    });
    const types = new Set(names.filter(({ is }) => is === 'member').map(({ name }) => name));
    if (types.size < 2) continue;
    // "dystrophic, as in lupus, …": of several that which stands among the types.
    const [run, ...others] = names
      .filter(({ is }) => is !== 'member')
      .map(({ at }) => runAround(at, names, elements, classification))
      .filter((one) => one.some(({ is }) => is === 'member'));
    if (run === undefined || others.length > 0) continue;
    const [first, last] = [run[0]!, run[run.length - 1]!];
    // Two types are enough where they are called the types right before: "The types of calcinosis include …".
    const fewest = isCalledTypes(elements, first.at, classification) ? 3 : 4;
    if (new Set(run.map(({ name }) => name)).size < fewest) continue;
    const isPredicate = isSaidOfWhole(elements, first.at, classification);
    const apart = isPredicate ? elements.filter(({ norm }) => norm !== 'may') : elements;
    if (holdsApart(apart) || elements.slice(0, first.at).some(({ norm }) => OF_PEOPLE.has(norm))) return undefined;
    const own = discourse.sentences[block.index]!;
    const asked = discourse.answersQuestion(block.index, sentenceIndex)
      ? discourse.sentences[block.index - 1]?.at(-1)
      : undefined;
    const next = own[sentenceIndex + 1]?.elements ?? [];
    const before = [
      ...((own[sentenceIndex - 1] ?? asked)?.elements ?? []),
      ...elements.slice(0, first.at),
      ...(SUMS_UP.has(next[0]?.norm ?? '') ? next : []),
    ];
    // "red for dystrophic, …, grey for lupus in any type": only what leads to such a list says what it lists.
    const isLed = LEADS_TO_NAME.has(elements[first.at - 1]?.norm ?? '') && elements[first.at - 1]!.kind === 'word';
    const behind = isLed ? [] : elements.slice(first.at, last.at + 8);
    if (!isPredicate && !speaksOfClasses(before) && !behind.some(({ norm }) => TYPE_WORDS.has(norm))) return undefined;
    if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
    return statement(classification, run, block.index, proseSpan(first.span.start, last.span.end));
  }
  return undefined;
}

/** Names stand side by side only where a joint parts them, and one of them at least is a concept of its own. */
function mayListThree(elements: readonly Element[]): boolean {
  return (
    elements.some(({ norm }) => JOINTS.has(norm) || LABEL.test(norm)) &&
    elements.some(({ mention }) => mention !== undefined)
  );
}

/** "Calcinosis cutis may be dystrophic, metastatic, …": what is divided, and a verb of being right before the list. */
function isSaidOfWhole(elements: readonly Element[], at: number, { of }: CompiledClassification): boolean {
  let verb = at - 1;
  while (verb > 0 && BEING.has(elements[verb]!.norm)) verb--;
  return verb < at - 1 && of.includes(elements[verb]?.mention?.conceptId ?? '') && verb <= 2;
}

/** "The types of calcinosis cutis include", "the five types of calcinosis cutis in our files:", right before the list. */
function isCalledTypes(elements: readonly Element[], at: number, { of }: CompiledClassification): boolean {
  if (!LEADS.has(elements[at - 1]?.norm ?? '')) return false;
  return elements.some(
    ({ norm }, index) =>
      index < at &&
      TYPE_WORDS.has(norm) &&
      elements[index + 1]?.norm === 'of' &&
      elements.slice(index + 2, index + 4).some(({ mention }) => of.includes(mention?.conceptId ?? '')),
  );
}

const LEADS = new Set('include includes are : namely called'.split(' '));
const BEING = new Set('is are may can be either called termed then'.split(' '));
const SUMS_UP = new Set('these they all those'.split(' '));

/** A list below a lead-in or a heading that speaks of types, most of whose items are types. */
export function readStrangersInList(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const first = blocks[block.index + 1];
  if (first?.kind !== 'list-item' || first.list?.item !== 0 || block.table !== undefined) return undefined;
  if (block.list !== undefined && first.list.parentItem !== block.index) return undefined;
  const items = blocks.filter((other) => other.list?.list === first.list!.list && other.kind === 'list-item');
  return readMixed(block, items, titlesOf(block, blocks, discourse), discourse, terminology);
}

/** The same in a column of a table that is headed "Type", "Kind", "Subtype", or by what is divided. */
export function readStrangersInColumn(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  if (block.table?.row !== 0) return undefined;
  const numbered = readNumberedRows(block, blocks, discourse, terminology);
  if (numbered !== undefined) return numbered;
  const own = discourse.sentences[block.index]!.flatMap(({ elements }) => elements);
  const isHeaded = own.some(({ norm }) => TYPE_WORDS.has(norm));
  const isWhole = own.length === 1 && terminology.classificationOf(own[0]!.mention?.conceptId ?? '') !== undefined;
  if (!isHeaded && !isWhole) return undefined;
  const { table, column } = block.table;
  const cells = blocks.filter(
    (other) => other.table?.table === table && other.table.column === column && other.table.row > 0,
  );
  const corner = blocks.find((other) => other.table?.table === table)!;
  const before = blocks[corner.index - 1];
  const around = before === undefined || before.table !== undefined ? [] : titlesOf(before, blocks, discourse);
  return readMixed(block, cells, [...around, discourse.sentences[block.index]!].flat(), discourse, terminology);
}

/** "Type 1 | dystrophic", "Type 2 | metastatic": rows that all begin with the word for types and a number. */
function readNumberedRows(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { table, column } = block.table!;
  const cells = blocks.filter((other) => other.table?.table === table);
  const corner = cells.find((other) => other.table!.column === 0 && other.table!.row === 0);
  if (column !== 1 || corner === undefined) return undefined;
  const labels = cells.filter((other) => other.table!.column === 0);
  const words = discourse.sentences[corner.index]!.flatMap(({ elements }) => elements);
  const isOfTypes = words.some(({ norm }) => TYPE_WORDS.has(norm));
  if (!isOfTypes || !labels.every((label) => label === corner || isFirstOfItsLike(corner, label))) return undefined;
  const items = cells.filter((other) => other.table!.column === 1);
  return readMixed(block, items, discourse.sentences[corner.index]!, discourse, terminology);
}

/** The sentence that leads to a list, and the question or heading above it. */
function titlesOf(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[], discourse: Discourse): SentenceElements[] {
  const own = discourse.sentences[block.index]!.slice(-2);
  const heading = block.headings.at(-1);
  const above = blocks[block.index - 1];
  const asked =
    above?.kind === 'paragraph' && discourse.sentences[above.index]!.at(-1)?.isQuestion === true
      ? above.index
      : undefined;
  return [...new Set([heading, asked])].flatMap((at) => (at === undefined ? [] : discourse.sentences[at]!)).concat(own);
}

function readMixed(
  block: AnalyzedBlock,
  items: readonly AnalyzedBlock[],
  titles: readonly SentenceElements[],
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const words = titles.flatMap(({ elements }) => elements);
  // "the five types, one page each" over five pages
  const isCounted = words.some(
    ({ norm }, at) =>
      NUMBERS[norm] === items.length && words.slice(at + 1, at + 4).some((noun) => TYPE_WORDS.has(noun.norm)),
  );
  if (!speaksOfClasses(words) || holdsApart(words)) return undefined;
  if (!isCounted && words.some(({ norm }) => OTHER_LISTS.has(norm))) return undefined;
  if (titles.some((title) => !title.isQuestion && attributionOf(title) !== 'writer')) return undefined;
  for (const classification of terminology.classifications) {
    const members = items.flatMap((item) => firstMember(item, classification, terminology));
    const known = new Set(members.filter(({ is }) => is === 'member').map(({ name }) => name)).size;
    const others = members.filter(({ is }) => is === 'other-condition' || is === 'not-member');
    const isNamed = words.some(({ mention }) => classification.of.includes(mention?.conceptId ?? ''));
    if (known < (isNamed ? 2 : 3) || others.length === 0 || others.length >= known) continue;
    // "osteoma cutis", "CREST – …", "CREST when …" beside "dystrophic when …": nothing but names, as the types are.
    const openings = items.map((item) => discourse.sentences[item.index]![0]?.elements ?? []);
    const isName = (member: DivisionMember): boolean => {
      const own = openings[items.findIndex(({ index }) => index === member.block)]!;
      const behind = own.filter(({ span }) => span.start >= member.span.end);
      // "CREST type – …" beside "Dystrophic type – …"
      const next = behind.find(({ norm }, at) => at > 0 || !TYPE_WORDS.has(norm))?.norm;
      const isParallel = openings.some(
        (other) => other !== own && other.some(({ norm }, at) => at > 0 && at < 3 && norm === next),
      );
      return own.length <= LONGEST_NAME || LABEL_MARKS.has(next ?? '') || isParallel;
    };
    if (!others.every(isName)) continue;
    const span = proseSpan(0, block.text.trimEnd().length);
    return { ...statement(classification, members, block.index, span), listMembers: members };
  }
  return undefined;
}

type Name = DivisionMember & { readonly at: number };

function nameOf(
  element: Element,
  classification: CompiledClassification,
  terminology: Terminology,
): Pick<DivisionMember, 'is' | 'name'> | undefined {
  const member = memberOf(element, classification, terminology);
  // "the dystrophic, the metastatic, … and the autoimmune kind"
  if (member !== undefined) return member;
  const id = element.mention?.conceptId;
  if (id === undefined || notMemberEntry(id, classification, true, terminology) === undefined) return undefined;
  return { is: 'other-condition', name: id };
}

/** The names that stand in one list with the name at an index: nothing between them but joints and their nouns. */
function runAround(
  at: number,
  names: readonly Name[],
  elements: readonly Element[],
  classification: CompiledClassification,
): Name[] {
  const isJoined = (from: Name, to: Name): boolean => {
    const between = outsideBrackets(elements.slice(from.at + 1, to.at));
    if (isParallel(from.at, to.at, elements)) return true;
    const isLight = between.every(
      ({ norm, mention }, at) =>
        isLabel(between, at) ||
        JOINTS.has(norm) ||
        BESIDE.has(norm) ||
        TYPE_WORDS.has(norm) ||
        classification.of.includes(mention?.conceptId ?? ''),
    );
    // "Type 2 metastatic / Type 3 idiopathic": lines that are numbered need no comma.
    const isJoined = between.some(({ norm }, at) => JOINTS.has(norm) || isLabel(between, at));
    return isLight && isJoined;
  };
  const own = names.findIndex((name) => name.at === at);
  let [first, last] = [own, own];
  while (first > 0 && isJoined(names[first - 1]!, names[first]!)) first--;
  while (last < names.length - 1 && isJoined(names[last]!, names[last + 1]!)) last++;
  return names.slice(first, last + 1);
}

/** "thumb for dystrophic, index for metastatic": the same word leads to both, and what it leads from has no name here. */
function isParallel(from: number, to: number, elements: readonly Element[]): boolean {
  const leads = (at: number): string => elements[at - 1]?.norm ?? '';
  if (!LEADS_TO_NAME.has(leads(to)) || leads(from) !== leads(to)) return false;
  const between = elements.slice(from + 1, to - 1).filter(({ norm }) => norm !== 'and');
  const [joint, ...words] = between;
  if (joint === undefined || !['', ',', ';'].includes(joint.kind === 'mark' ? joint.norm : '')) return false;
  const own = joint.kind === 'mark' ? words : between;
  return (
    own.length > 0 &&
    own.length <= LONGEST_LEAD &&
    own.every(({ kind, norm }) => kind !== 'mark' && !NOT_LEAD.has(norm))
  );
}

const LEADS_TO_NAME = new Set('for is means = :'.split(' '));
const LONGEST_LEAD = 3;
const NOT_LEAD = new Set('it this that not or with in than'.split(' '));
/** "class II", "type 3"; the word for types may be one with the name before it. */
function isLabel(between: readonly Element[], at: number): boolean {
  return LABEL.test(between[at]!.norm) && (at === 0 || TYPE_WORDS.has(between[at - 1]!.norm));
}

const LABEL = /^(?:[ivx]{1,4}|\d|[a-h])$/u;

/** "(a) dystrophic, (b) metastatic", "rheumatic (from the joints), idiopathic (from nowhere)": without what is in brackets. */
function outsideBrackets(elements: readonly Element[]): readonly Element[] {
  const open = elements.findIndex(({ norm }) => norm === '(');
  const close = elements.findIndex(({ norm }, at) => at > open && norm === ')');
  if (open < 0 || close < 0) return elements;
  return [...elements.slice(0, open), ...outsideBrackets(elements.slice(close + 1))];
}

/** Words for types, for sorting, or for what the types are told apart by. */
function speaksOfClasses(elements: readonly Element[]): boolean {
  return elements.some(({ norm }) => TYPE_WORDS.has(norm) || DIVIDES.has(norm) || BY_CAUSE.has(norm));
}

/** It denies, compares, or speaks of how far deposits spread: what stands beside the types is not put among them. */
export function holdsApart(elements: readonly Element[]): boolean {
  return elements.some(({ norm }) => APART.has(norm) || isNegator(norm));
}

function statement(
  classification: CompiledClassification,
  members: readonly DivisionMember[],
  block: number,
  span: DivisionStatement['span'],
): DivisionStatement {
  return {
    classification,
    of: classification.of[0]!,
    number: undefined,
    members,
    complete: false,
    block,
    span,
    numberSpan: undefined,
    attribution: 'writer',
    listMembers: [],
    fromList: true,
  };
}

const LONGEST = 60;
const LONGEST_NAME = 4;
const LABEL_MARKS = new Set([':', '–', '—', '(', '-', '=', '→', ',']);
const JOINTS = new Set([',', ';', 'and', 'or', '/', '&', '+', 'plus', 'with', 'by']);
const BESIDE = new Set(
  'a an the or either both then finally also lastly last together along followed “ ” " \' ‘ ’ *'.split(' '),
);
const BY_CAUSE = new Set('cause causes why origin causal scheme system sorting heading headings'.split(' '));
const OF_PEOPLE = new Set(
  'patient patients people child children adults diagnosis diagnoses diagnosed treat treats treated causes seen pages page index chapters'.split(
    ' ',
  ),
);
const OTHER_LISTS = new Set(
  'words terms pages page diagnoses glossary index topics articles conditions diseases related'.split(' '),
);
const APART = new Set(
  'pattern patterns extent spread distribution besides beside unlike apart mistaken mistake confused confuse mimic mimics look looks like resemble resembles resembling similar differ differs different differential versus vs compared than except instead some once formerly older neighbours neighbors look-alikes may might could would if whether wrongly myth'.split(
    ' ',
  ),
);
