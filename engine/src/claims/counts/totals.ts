import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { DivisionStatement } from '../divisions/classification-claims.js';
import { clausesOf } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import { membersIn } from '../divisions/division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { Word } from '../sentences/word-lists.js';

/** "Doctors know dystrophic, metastatic, idiopathic and iatrogenic calcinosis. All three …": a sum of what was named. */
export function readTotal(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { block, sentenceIndex, elements } = sentence;
  const own = totalAtEnd(sentence, terminology) ?? totalBehind(sentence, terminology);
  if (own !== undefined) return own;
  const counted = numberOf(elements);
  if (counted === undefined || sentenceIndex === 0 || sentence.isQuestion) return undefined;
  const before = discourse.sentences[block.index]![sentenceIndex - 1]!;
  const asserts = [before, sentence].every((one) =>
    clausesOf(one).every(({ attribution }) => attribution === 'writer'),
  );
  if (!asserts || before.isQuestion || namesSome(before.elements)) return undefined;
  for (const classification of terminology.classifications) {
    const named = before.elements.some(
      ({ mention }) => terminology.memberOf(mention?.conceptId ?? '')?.classification === classification,
    );
    if (!named || !isList(before.elements)) continue;
    const members = membersIn(before.elements, 0, before.elements.length, classification, block.index, terminology);
    if (members.length < 2 || members.some(({ is }) => is !== 'member')) continue;
    // "Both are deposits": that they are as many as were named does not say that there are no others.
    if (members.length === counted.value) continue;
    return { ...statementOf(classification, members, counted.value, counted.span), block: block.index };
  }
  return undefined;
}

/** "Dystrophic and metastatic are two of the five types": not all of them. */
function namesSome(elements: readonly Element[]): boolean {
  return elements.some(({ norm }, at) => NUMBERS[norm] !== undefined && elements[at + 1]?.norm === 'of');
}

/** "1 dystrophic, 2 metastatic, … – six groups in all." */
function totalAtEnd(sentence: SentenceElements, terminology: Terminology): DivisionStatement | undefined {
  const { elements, block } = sentence;
  if (!elements.some(({ norm }) => SUMS.has(norm))) return undefined;
  const at = elements.findIndex(
    ({ norm }, index) => index > 4 && NUMBERS[norm] !== undefined && TYPE_WORDS.has(elements[index + 1]?.norm ?? ''),
  );
  if (at < 0 || sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) {
    return undefined;
  }
  const behind = elements.slice(at + 2, at + 4).map(({ norm }) => norm);
  if (!behind.some((norm) => SUMS.has(norm))) return undefined;
  for (const classification of terminology.classifications) {
    const members = membersIn(elements, 0, at, classification, block.index, terminology);
    if (members.length < 2 || members.some(({ is }) => is !== 'member')) continue;
    const span = proseSpan(elements[at]!.span.start, elements[at + 1]!.span.end);
    const number = NUMBERS[elements[at]!.norm]!;
    return { ...statementOf(classification, members, number, span), block: block.index };
  }
  return undefined;
}

/** "Dystrophic, metastatic, idiopathic and iatrogenic calcinosis are known, and both of these forms need …" */
function totalBehind(
  { elements, block, isQuestion, words }: SentenceElements,
  terminology: Terminology,
): DivisionStatement | undefined {
  if (isQuestion || (words & Word.type) === 0) return undefined;
  const sum = elements.findIndex((_, at) => at > 4 && sumAt(elements, at) !== undefined);
  if (sum < 0) return undefined;
  const { value, end } = sumAt(elements, sum)!;
  const next = elements[end]?.norm ?? '.';
  const isBoth = elements[sum]?.norm === 'both' && !RESTRICTS.has(next);
  const isOver = isBoth || ['.', ',', ';', '!'].includes(next) || AFTER_SUM.has(next);
  // "… are three of the five types": of "one of the three groups" all were named.
  const isOfMore = namesSome(elements.slice(0, sum).filter(({ norm }) => norm !== 'one'));
  if (!isOver || isOfMore) return undefined;
  for (const classification of terminology.classifications) {
    const members = membersIn(elements, 0, sum, classification, block.index, terminology);
    // What is more than was named may be a number that is known otherwise.
    if (members.length <= value || members.some(({ is }) => is !== 'member') || !areJoined(elements, sum)) continue;
    const span = proseSpan(elements[sum]!.span.start, elements[end - 1]!.span.end);
    return { ...statementOf(classification, members, value, span), block: block.index };
  }
  return undefined;
}

/** "both of these forms", "the three groups", "all three of these types": the number, and the index behind its noun. */
function sumAt(elements: readonly Element[], at: number): { value: number; end: number } | undefined {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  const isBoth = norm(at) === 'both';
  const value = isBoth ? 2 : OPENS_SUM.has(norm(at)) ? NUMBERS[norm(at + 1)] : undefined;
  if (value === undefined || value < 2) return undefined;
  let end = at + (isBoth ? 1 : 2);
  if (norm(end) === 'of' && POINTS.has(norm(end + 1))) end += 2;
  else if (isBoth && POINTS.has(norm(end))) end++;
  if (!TYPE_WORDS.has(norm(end))) return undefined;
  const isOfIt = norm(end + 1) === 'of' && elements[end + 2]?.mention !== undefined;
  return { value, end: isOfIt ? end + 3 : end + 1 };
}

/** Nothing sets one of the names before it apart. */
function areJoined(elements: readonly Element[], sum: number): boolean {
  const before = elements.slice(0, sum);
  return before.some(({ norm }) => norm === 'and') && !before.some(({ norm }) => SETS_APART.has(norm));
}

function statementOf(
  classification: DivisionStatement['classification'],
  members: DivisionStatement['members'],
  number: number,
  span: DivisionStatement['span'],
): Omit<DivisionStatement, 'block'> {
  return {
    classification,
    of: classification.of[0]!,
    number,
    members,
    complete: true,
    span,
    numberSpan: span,
    attribution: 'writer',
    listMembers: [],
    fromList: true,
  };
}

/** "All three", "These four types", "The three"; "both" after more than two. */
function numberOf(elements: readonly Element[]): { value: number; span: DivisionStatement['span'] } | undefined {
  const [first, second, third] = elements;
  if (first === undefined || second === undefined) return undefined;
  if (first.norm === 'both' && (TYPE_WORDS.has(second.norm) || second.norm === 'are')) {
    return { value: 2, span: first.span };
  }
  const value = NUMBERS[second.norm];
  if (value === undefined || value < 2) return undefined;
  const sums =
    (first.norm === 'all' && (TYPE_WORDS.has(third?.norm ?? '') || AFTER_SUM.has(third?.norm ?? ''))) ||
    (['these', 'the'].includes(first.norm) && TYPE_WORDS.has(third?.norm ?? ''));
  return sums ? { value, span: proseSpan(first.span.start, second.span.end) } : undefined;
}

/** The types are joined in one list: nothing but them stands between the first and the last. */
function isList(elements: readonly Element[]): boolean {
  return elements.some(({ norm }) => norm === 'and') && elements.every(({ norm }) => !SPLITS.has(norm));
}

const OPENS_SUM = new Set(['all', 'these', 'those', 'the']);
const RESTRICTS = new Set('that which who whose where with of in for at on described named mentioned shown'.split(' '));
const POINTS = new Set(['these', 'those', 'the', 'them']);
const SETS_APART = new Set(
  ': ; while whereas but than unlike not except neither nor or either first last other'.split(' '),
);
const AFTER_SUM = new Set('are is have can may share need come differ of were will lead cause belong'.split(' '));
const SUMS = new Set(['all', 'altogether', 'total']);
const SPLITS = new Set('; : while whereas but than unlike not is was'.split(' '));
