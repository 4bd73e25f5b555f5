import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { ClassPhrases } from '../classes/class-phrases.js';
import type { Claim } from '../claim.js';
import { classClaim } from '../classes/class-claim.js';
import { isDenied } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { isDisease, isKindOfDiseases } from '../classes/disease-kinds.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { cellsOf } from './rejected-cells.js';

/**
 * Reads tables of questions and answers: "What is acetazolamide?" beside "A calcium channel blocker" says what it is. A
 * table whose headers judge the answers says nothing.
 */
export function readAnsweredCells(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const block of blocks) {
    const place = block.table;
    if (place === undefined || place.row === 0) continue;
    const question = discourse.sentences[block.index]?.[0];
    if (question?.isQuestion !== true) continue;
    const { rows } = cellsOf(place.table, blocks);
    if ((rows.get(0) ?? []).some(({ text }) => JUDGES.test(text))) continue;
    const row = rows.get(place.row) ?? [];
    // "Question | Most frequent answer | Correct answer"
    if (row.length > 2 && (rows.get(0) ?? []).filter(({ text }) => ANSWERS.test(text)).length > 1) continue;
    const answer = row.find((cell) => cell.table!.column === place.column + 1);
    const said = answer === undefined ? undefined : discourse.sentences[answer.index]?.[0];
    if (said !== undefined) claims.push(...answered(question, said, terminology));
  }
  return claims;
}

/** "What is X?" and "A statin": the class that the answer begins with, of the one thing that is asked about. */
function answered(question: SentenceElements, answer: SentenceElements, terminology: Terminology): readonly Claim[] {
  const things = question.elements.filter((element) => isDrug(element, terminology) || isDisease(element, terminology));
  const named = question.elements.filter(({ mention }) => mention?.conceptId !== undefined);
  const asked = question.elements.map(({ norm, mention }) => (mention === undefined ? norm : '*')).join(' ');
  if (things.length !== 1 || named.length !== 1 || !ASKS_WHAT.test(asked)) return [];
  const { elements, block } = answer;
  const opening = OPENINGS.find((words) => words.every((word, at) => elements[at]?.norm === word)) ?? [];
  const at = opening.length;
  const clause = { start: 0, end: elements.length, attribution: 'writer' } as const;
  const group = new ClassPhrases(elements, clause, terminology).classAfter(at);
  if (group === undefined || answer.isQuestion || isDenied(elements, 0, group.at)) return [];
  const isMedicine = isDrug(things[0]!, terminology);
  const isOfSort = isMedicine
    ? terminology.concept(group.party.conceptId!)?.kind === 'drug-class'
    : isKindOfDiseases(elements[group.at]!, terminology);
  if (!isOfSort) return [];
  return [
    classClaim(partyOf(things[0]!.mention!), partyOf(elements[group.at]!.mention!), {
      block: block.index,
      span: group.party.span,
      form: 'answer beside its question',
    }),
  ];
}

const ASKS_WHAT =
  /^(?:and |so |but |now )?(?:what|which) (?:exactly |actually )?(?:(?:(?:kind|sort|type|class|group|family) of )?(?:drug|drugs|medicine|medicines|medication|tablet|disease|condition|illness|thing)? ?(?:is|are|was|'s) (?:a |an |the )?\*|(?:class|group|family|kind|sort|category)(?: of (?:drugs?|medicines?|diseases?))? (?:does|do) (?:the )?\* (?:belong|fall|come)(?: to| in| into| under| from)?) ?\?$/u;
const OPENINGS = [
  'it is one of the',
  'it is a',
  'it is an',
  'it belongs to the',
  'to the',
  'one of the',
  'this is a',
  'this is an',
  'they are',
  'the',
  'an',
  'a',
].map((text) => text.split(' '));
const ANSWERS = /\banswers?\b/iu;
const JUDGES =
  /\b(?:wrong|false|myths?|right|true|verdict|claims?|quiz|mistakes?|heard|rumou?rs?|beliefs?|patients? say|instead|correct|frequent|popular|given|students?)\b/iu;
