import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import type { DivisionStatement } from './classification-claims.js';
import { clausesOf } from './clauses.js';
import type { Discourse } from './discourse.js';
import { membersIn } from './division-members.js';
import type { Element, SentenceElements } from './elements.js';
import { NUMBERS, TYPE_WORDS } from './lexicon.js';

/** "Doctors know dystrophic, metastatic, idiopathic and iatrogenic calcinosis. All three …": a sum of what was named. */
export function readTotal(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { block, sentenceIndex, elements } = sentence;
  const counted = numberOf(elements);
  if (counted === undefined || sentenceIndex === 0 || sentence.isQuestion) return undefined;
  const before = discourse.sentences[block.index]![sentenceIndex - 1]!;
  const asserts = [before, sentence].every((one) =>
    clausesOf(one).every(({ attribution }) => attribution === 'writer'),
  );
  if (!asserts || before.isQuestion) return undefined;
  for (const classification of terminology.classifications) {
    const named = before.elements.some(
      ({ mention }) => terminology.memberOf(mention?.conceptId ?? '')?.classification === classification,
    );
    if (!named || !isList(before.elements)) continue;
    const members = membersIn(before.elements, 0, before.elements.length, classification, block.index, terminology);
    if (members.length < 2 || members.some(({ is }) => is !== 'member')) continue;
    return {
      classification,
      of: classification.of[0]!,
      number: counted.value,
      members,
      complete: true,
      block: block.index,
      span: counted.span,
      numberSpan: counted.span,
      attribution: 'writer',
      listMembers: [],
      fromList: true,
    };
  }
  return undefined;
}

/** "All three", "These four types", "The three"; "both" after more than two. */
function numberOf(elements: readonly Element[]): { value: number; span: DivisionStatement['span'] } | undefined {
  const [first, second, third] = elements;
  if (first === undefined || second === undefined) return undefined;
  if (first.norm === 'both' && (TYPE_WORDS.has(second.norm) || second.norm === 'are'))
    {return { value: 2, span: first.span };}
  const value = NUMBERS[second.norm];
  if (value === undefined || value < 2) return undefined;
  const sums = first.norm === 'all' || (['these', 'the'].includes(first.norm) && TYPE_WORDS.has(third?.norm ?? ''));
  return sums ? { value, span: proseSpan(first.span.start, second.span.end) } : undefined;
}

/** The types are joined in one list: nothing but them stands between the first and the last. */
function isList(elements: readonly Element[]): boolean {
  return elements.some(({ norm }) => norm === 'and') && elements.every(({ norm }) => !SPLITS.has(norm));
}

const SPLITS = new Set('; : while whereas but than unlike not is was'.split(' '));
