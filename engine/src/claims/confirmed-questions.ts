import type { Terminology } from '../terminology/terminology.js';
import { readAttributes } from './attribute-claims.js';
import type { Claim } from './claim.js';
import type { Clause } from './clauses.js';
import type { Discourse } from './discourse.js';
import type { SentenceElements } from './elements.js';
import { readFacts } from './fact-claims.js';
import { readOrigins } from './origin-claims.js';
import { readStateClaims } from './state-claims.js';

/** “Is the blood calcium raised in dystrophic calcinosis?” – “Yes.”: what was asked is said. */
export function readConfirmed(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block, sentenceIndex } = sentence;
  if (sentence.isQuestion || block.table !== undefined) return NONE;
  const from = ANSWER_LABELS.has(elements[0]?.norm ?? '') && elements[1]?.norm === ':' ? 2 : 0;
  if (!CONFIRMS.has(elements[from]?.norm ?? '')) return NONE;
  if (elements.length > LONGEST || elements.some(({ norm }) => TAKES_BACK.has(norm))) return NONE;
  if (!discourse.answersQuestion(block.index, sentenceIndex)) return NONE;
  const asked =
    sentenceIndex > 0
      ? discourse.sentences[block.index]![sentenceIndex - 1]!
      : discourse.sentences[block.index - 1]!.at(-1)!;
  const verb = asked.elements.findIndex(({ norm }) => ASKS.has(norm));
  if (verb < 0 || verb > 2 || asked.elements.some(({ norm }) => LEAVES_OPEN.has(norm))) return NONE;
  const statement = { ...asked, isQuestion: false, elements: asked.elements.slice(verb + 1) };
  const clause: Clause = { start: 0, end: statement.elements.length, attribution: 'writer' };
  const said = [
    ...readStateClaims(statement, clause, discourse, terminology, NONE),
    ...readFacts(statement, clause, discourse, terminology),
    ...readAttributes(statement, clause, discourse, terminology),
    ...readOrigins(statement, clause, discourse, terminology),
  ];
  return said.map((claim) => ({ ...claim, block: block.index, span: sentence.sentence.span, form: 'confirmed' }));
}

const NONE: readonly never[] = [];
const LONGEST = 14;
const ANSWER_LABELS = new Set(['a', 'answer']);
const CONFIRMS = new Set('yes certainly yep indeed absolutely definitely correct exactly'.split(' '));
const TAKES_BACK = new Set('but not no unless if although though however sometimes rarely some only once'.split(' '));
const ASKS = new Set('is are does do'.split(' '));
const LEAVES_OPEN = new Set('or not if ever always only sometimes rarely'.split(' '));
