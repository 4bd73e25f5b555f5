import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { isDenied } from '../sentences/clauses.js';
import { isOneOf } from './counted-kinds.js';
import { isTypeNoun, type CountedHead } from './counted-heads.js';
import type { CountedList } from './counted-lists.js';
import { firstMember } from '../divisions/division-members.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * The list that stands below a number, up to the next heading: the items of a list, the rows of a table, the bold labels
 * that follow, or the sentences "The first is …", "The second is …".
 */
export function countedBelow(
  sentence: SentenceElements,
  heads: readonly CountedHead[],
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): CountedList | undefined {
  const head = heads[heads.length - 1]!;
  const { block, elements } = sentence;
  const isHeading = block.kind === 'heading';
  if (head.value < 2 || head.value > 12 || isDenied(elements, 0, head.at)) return undefined;
  if (head.isPart || elements.slice(0, head.at).some(({ norm }) => BESIDE.has(norm))) return undefined;
  const kin = kinBelow(sentence, head, blocks, discourse, terminology);
  if (kin !== undefined) return kin;
  const isAnswer = head.noun === undefined && answersHowMany(sentence, blocks, discourse);
  if (head.noun === undefined && !isAnswer) return undefined;
  if (elements.some(({ norm }) => OPEN.has(norm)) || (sentence.isQuestion && !isHeading)) return undefined;
  const isOf =
    ['of', 'from', 'under'].includes(elements[head.at - 1]?.norm ?? '') || elements[head.at - 2]?.norm === 'of';
  if (isOf && !OF_THEM_ALL.has(elements[head.at - 2]?.norm ?? '') && elements[head.at - 3]?.norm !== 'total') {
    return undefined;
  }
  const names =
    itemsBelow(sentence, head, blocks) ??
    (isAnswer ? undefined : (rowsBelow(block, head, blocks) ?? labelsBelow(sentence, head, blocks, terminology))) ??
    ordinalsBelow(sentence, discourse);
  if (names === undefined) return undefined;
  const span = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
  return { block: block.index, span, number: head.value, counts: [names.length], names, attribution: 'writer' };
}

/**
 * The list below whose items all are what is counted, whatever stands between: the sentence may go on about something
 * else ("four subtypes, and not one of them is contagious:"), and a heading may have a paragraph before its list.
 */
function kinBelow(
  sentence: SentenceElements,
  head: CountedHead,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): CountedList | undefined {
  const { block, elements } = sentence;
  const isHeading = block.kind === 'heading';
  if ((sentence.isQuestion && !isHeading) || setsApart(elements, head)) return undefined;
  const noun = head.noun ?? askedNoun(sentence, discourse);
  if (noun === undefined) return undefined;
  // "Of the four types:"
  if (elements[0]?.norm === 'of' && head.at < 3) return undefined;
  const rows = kinRows(sentence, { ...head, noun }, blocks, discourse, terminology);
  if (rows !== undefined) {
    const at = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
    return {
      block: block.index,
      span: at,
      number: head.value,
      counts: [rows.length],
      names: rows,
      attribution: 'writer',
    };
  }
  const first = isHeading ? listUnder(block, blocks) : listLedTo(sentence, blocks);
  if (first === undefined) return undefined;
  const items = blocks.filter((other) => other.list?.list === first && other.kind === 'list-item');
  const firsts = items.filter((item, at) => items.findIndex((other) => other.list!.item === item.list!.item) === at);
  const after = blocks[(items.at(-1)?.index ?? block.index) + 1];
  if (firsts.length < 2 || (firsts.length < head.value && after?.list !== undefined)) return undefined;
  const isKin = (item: AnalyzedBlock): boolean => {
    const [opening] = discourse.sentences[item.index]!;
    const name = opening?.elements.filter(({ kind }) => kind !== 'mark')[0];
    return name !== undefined && isOneOf(name, { ...head, noun }, terminology);
  };
  if (!firsts.every(isKin)) return undefined;
  const span = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
  const names = firsts.map(({ text }) => shortened(text));
  return { block: block.index, span, number: head.value, counts: [names.length], names, attribution: 'writer' };
}

/** The rows of the table that follows, where the cells of a column all name what is counted. */
function kinRows(
  { block, sentenceIndex }: SentenceElements,
  head: CountedHead,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): string[] | undefined {
  const table = blocks[block.index + 1]?.table?.table;
  if (table === undefined || block.table !== undefined || sentenceIndex !== block.sentences.length - 1) {
    return undefined;
  }
  const cells = namesIn(table, blocks);
  const names = cells.flatMap((cell) => {
    const own = discourse.sentences[cell.index]!.flatMap((one) => one.elements).filter(({ kind }) => kind !== 'mark');
    return own[0] !== undefined && isOneOf(own[0], head, terminology) ? [shortened(cell.text)] : [];
  });
  return cells.length > 1 && names.length === cells.length ? [...new Set(names)] : undefined;
}

/** The cells below the first header, or below the second where the first column only numbers the rows. */
function namesIn(table: number, blocks: readonly AnalyzedBlock[]): readonly AnalyzedBlock[] {
  const below = (column: number) =>
    blocks.filter((other) => other.table?.table === table && other.table.row > 0 && other.table.column === column);
  const first = below(0);
  return first.length > 0 && first.every(({ text }) => ROW_NUMBER.test(text)) ? below(1) : first;
}

const ROW_NUMBER = /^\W*(?:no\.? ?)?\d{1,2}\W*$/iu;

/** "Beside the four types …", "some of the four", "four types if you have one of these:": the list is another one. */
function setsApart(elements: readonly Element[], head: CountedHead): boolean {
  const before = elements.slice(0, head.at).map(({ norm }) => norm);
  const after = elements.slice(head.end).map(({ norm }) => norm);
  const of = before.lastIndexOf('of');
  if (of >= 0 && before.length - of <= 3 && SOME.has(before[of - 1] ?? '')) return true;
  if ([...before, ...after].some((norm) => LEAVES_OPEN.has(norm))) return true;
  return after.some((norm, at) => POINTS_ELSEWHERE.has(norm) || (norm === 'not' && NOT_ALL.has(after[at + 1] ?? '')));
}

/** "Which forms are there?" – "Doctors know of three:" */
function askedNoun({ block, sentenceIndex }: SentenceElements, discourse: Discourse): string | undefined {
  if (!discourse.answersQuestion(block.index, sentenceIndex)) return undefined;
  const asked = discourse.sentences[block.index]![sentenceIndex - 1] ?? discourse.sentences[block.index - 1]?.at(-1);
  return asked?.elements.find(({ norm }) => isTypeNoun(norm) && norm.endsWith('s'))?.norm;
}

/** The list that the last sentence of a paragraph introduces. */
function listLedTo({ block, sentenceIndex }: SentenceElements, blocks: readonly AnalyzedBlock[]): number | undefined {
  const below = blocks[block.index + 1];
  const leads = below?.kind === 'list-item' && below.list?.item === 0 && block.list === undefined;
  return leads && sentenceIndex === block.sentences.length - 1 ? below.list!.list : undefined;
}

/** The only list under a heading, behind no more than two paragraphs of which none introduces it. */
function listUnder(heading: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): number | undefined {
  const under = blocks.filter(({ kind, headings }) => kind !== 'heading' && headings.at(-1) === heading.index);
  const lists = new Set(under.flatMap(({ list }) => list?.list ?? []));
  const [only] = lists;
  const before = under.slice(
    0,
    under.findIndex(({ list }) => list !== undefined),
  );
  const isPlain = before.every(({ kind, text }) => kind === 'paragraph' && !/:\s*$/u.test(text));
  return lists.size === 1 && before.length <= 2 && isPlain ? only : undefined;
}

/** "How many types are there?" – "Three. They are:" */
function answersHowMany(
  { block, sentenceIndex }: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
): boolean {
  const before = sentenceIndex > 0 ? block : blocks[block.index - 1];
  if (before === undefined || before.kind === 'front-matter') return false;
  const sentences = discourse.sentences[before.index]!;
  return sentences
    .slice(
      Math.max(0, sentenceIndex > 0 ? sentenceIndex - 2 : sentences.length - 1),
      sentenceIndex > 0 ? sentenceIndex : undefined,
    )
    .concat(sentenceIndex > 0 ? (discourse.sentences[block.index - 1] ?? []).slice(-1) : [])
    .some(
      ({ isQuestion, elements }) =>
        isQuestion && elements.some(({ norm }, at) => norm === 'how' && elements[at + 1]?.norm === 'many'),
    );
}

/** The items of the list that the sentence leads to. */
function itemsBelow(
  { block, sentenceIndex, elements }: SentenceElements,
  head: CountedHead,
  blocks: readonly AnalyzedBlock[],
): string[] | undefined {
  const isHeading = block.kind === 'heading';
  const below = blocks[block.index + 1];
  // "Six boxes", then "Calcinosis falls into:" and the list
  const leads = isHeading && below?.kind === 'paragraph' && /:\s*$/u.test(below.text) && below.sentences.length === 1;
  const next = leads ? blocks[block.index + 2] : below;
  if (next?.kind !== 'list-item' || next.list?.item !== 0) return undefined;
  if (!isHeading) {
    if (next.list.leadIn !== block.index) return undefined;
    const rest = block.sentences.slice(sentenceIndex + 1).map(({ span }) => block.text.slice(span.start, span.end));
    const leadsOn =
      rest.length === 0 ||
      (rest.length === 1 && /^(?:they|these) are(?: called)?:?\s*$|^(?:these|here) (?:are|they are)/iu.test(rest[0]!));
    if (!leadsOn || !/:\s*$/u.test(block.text)) return undefined;
    // "Ask about three tests if you have …:" leads to something else than the tests.
    if (elements.slice(head.end).some(({ norm }) => LEADS_ELSEWHERE.has(norm)) || breaksOff(block.text)) {
      return undefined;
    }
  }
  const items = blocks.filter((other) => other.list?.list === next.list!.list && other.kind === 'list-item');
  const firsts = items.filter((item, at) => items.findIndex((other) => other.list!.item === item.list!.item) === at);
  if (firsts.length < 2 || firsts.some(({ text }) => OPEN_ITEM.test(text))) return undefined;
  // A list that goes on behind something else is not all of it.
  const after = blocks[items[items.length - 1]!.index + 1];
  if (firsts.length < head.value && after?.list !== undefined) return undefined;
  return firsts.map(({ text }) => shortened(text));
}

/** "Two drugs that help with:", "the two teams need:": the list is that of what they help with or need. */
export function breaksOff(text: string): boolean {
  return BREAKS_OFF.test(text);
}

const BREAKS_OFF =
  /\b(?:(?:helps?|works?|acts?|do(?:es)?|fights?) (?:with|against|on|for)|(?:used|given|good|meant|made|needed|tried|taken|prescribed) (?:for|against|in|with)|needs?|treats?|contains?|(?<!\b(?:the|its|their|a|by|of) )causes?|requires?|affects?|against)\s*:\s*$/iu;

/** The rows of the table below, whose first column is headed by what is counted: what stands there twice is one. */
function rowsBelow(block: AnalyzedBlock, head: CountedHead, blocks: readonly AnalyzedBlock[]): string[] | undefined {
  const corner = blocks[block.index + 1];
  if (block.table !== undefined || corner?.table === undefined || corner.table.row !== 0 || head.noun === undefined) {
    return undefined;
  }
  const singular = singularOf(head.noun);
  const { table } = corner.table;
  const rows = namesIn(table, blocks);
  const header = blocks.find(
    (other) => other.table?.table === table && other.table.row === 0 && other.table.column === rows[0]?.table!.column,
  );
  if (!header?.tokens.some(({ norm }) => norm === singular || norm === head.noun)) return undefined;
  return rows.length < 2 || rows.some(({ text }) => text.trim() === '' || OPEN_ITEM.test(text))
    ? undefined
    : [...new Set(rows.map(({ text }) => shortened(text)))];
}

/** Paragraphs "**Dystrophic:** …": only where each of them names one of the types. */
function labelsBelow(
  { block }: SentenceElements,
  head: CountedHead,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): string[] | undefined {
  if (!isTypeNoun(head.noun)) return undefined;
  const [classification] = terminology.classifications;
  if (classification === undefined) return undefined;
  const labels: { name: string; is: string }[] = [];
  for (let index = block.index + 1; blocks[index] !== undefined && blocks[index]!.kind !== 'heading'; index++) {
    const other = blocks[index]!;
    if (other.kind !== 'paragraph' || other.strong[0]?.start !== 0) continue;
    const [member] = firstMember(other, classification, terminology);
    if (member !== undefined) labels.push(member);
  }
  const isWhole =
    labels.length > 1 &&
    labels.every(({ is }) => is === 'member') &&
    new Set(labels.map(({ name }) => name)).size === labels.length;
  return isWhole ? labels.map(({ name }) => name) : undefined;
}

/** "The first is dystrophic. … The third and last is idiopathic." */
function ordinalsBelow({ block, sentenceIndex }: SentenceElements, discourse: Discourse): string[] | undefined {
  const names: string[] = [];
  let closed = false;
  for (const { elements } of discourse.sentences[block.index]!.slice(sentenceIndex + 1)) {
    const from = elements[0]?.norm === 'the' ? 1 : 0;
    const place = ORDINALS.indexOf(elements[from]?.norm ?? '');
    if (place !== names.length) break;
    names.push(block.text.slice(elements[from]!.span.start, elements[from]!.span.end));
    if (elements[from + 1]?.norm === 'and' && CLOSING.has(elements[from + 2]?.norm ?? '')) closed = true;
    if (closed) break;
  }
  return closed ? names : undefined;
}

function shortened(text: string): string {
  const first = /^[^.:,;–—(]+/u.exec(text.trim())?.[0] ?? text;
  return first.trim().split(/\s+/u).slice(0, 4).join(' ');
}

function singularOf(noun: string): string {
  if (/ies$/u.test(noun)) return `${noun.slice(0, -3)}y`;
  return noun.replace(/s$/u, '');
}

const OPEN = new Set(
  'such including include includes example instance eg among some following-some not instead if unless when'.split(' '),
);
/** "speak of four forms", "a set of four", "a total of the four": the number of all of them. */
const OF_THEM_ALL = new Set(
  'total divided speak speaks spoke know knows talk talks tell tells hear set list scheme system'.split(' '),
);
const SOME = new Set('some most many several few two three four five half rest none part parts'.split(' '));
const BESIDE = new Set(
  'beside besides apart than other others unlike except aside addition next further more beyond outside without'.split(
    ' ',
  ),
);
const LEAVES_OPEN = new Set('such including include includes example instance eg among instead some'.split(' '));
const POINTS_ELSEWHERE = new Set('if unless following these those such'.split(' '));
const NOT_ALL = new Set(
  'all every each counting only listed named included mentioned covered dealt described given'.split(' '),
);
const LEADS_ELSEWHERE = new Set('if when unless these following those this about because after before'.split(' '));
const OPEN_ITEM = /^(?:and (?:more|others)|others?\b|other |etc|note\b|source|see |…|\.\.\.|(?:sub)?total)/iu;
const ORDINALS = 'first second third fourth fifth sixth seventh eighth'.split(' ');
const CLOSING = new Set(['last', 'final']);
