import type { Surroundings } from '../subjects/antecedents.js';
import { isNegator } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isThing } from '../sentences/entries.js';
import { ARTICLES, NO_VERBS, STATES } from '../plain-forms/plain-form-words.js';

/** A question, with the thing that answers it and the place of what asks for it. */
export interface AnsweredQuestion {
  readonly question: SentenceElements;
  readonly thing: Element;
  /** Indexes of the first element that asks for it, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * “What blocks vitamin K? Warfarin, of course.”, “Which gland makes it? The thyroid.”: an answer that is only a name says
 * of it what was asked. Undefined where the sentence is no such answer.
 */
export function answeredQuestion(sentence: SentenceElements, around: Surroundings): AnsweredQuestion | undefined {
  const { block, sentenceIndex, isQuestion, elements } = sentence;
  if (isQuestion || elements.length > LONGEST_ANSWER || sentenceIndex === 0 || block.table !== undefined) {
    return undefined;
  }
  const question = around.discourse.sentences[block.index]![sentenceIndex - 1]!;
  if (!question.isQuestion) return undefined;
  const thing = onlyName(elements, around);
  if (thing === undefined) return undefined;
  const { elements: asked } = question;
  const from = asked.findIndex(({ norm }) => ASKS.has(norm));
  if (from < 0 || from > 1 || asked.some(({ norm }) => isNegator(norm) || norm === 'or')) return undefined;
  const to = endOfAsking(asked, from);
  return to === undefined ? undefined : { question: { ...question, isQuestion: false }, thing, from, to };
}

function onlyName(elements: readonly Element[], { terminology }: Surroundings): Element | undefined {
  const named = elements.filter(({ mention }) => mention !== undefined);
  const id = named[0]?.mention?.conceptId;
  if (named.length !== 1 || id === undefined || !isThing(id, terminology)) return undefined;
  const rest = elements.filter((element) => element !== named[0] && element.kind !== 'mark');
  return rest.every(({ norm }) => ARTICLES.has(norm) || IN_ANSWERS.has(norm)) ? named[0] : undefined;
}

/** "what", "which gland", "which of the two", up to the verb. */
function endOfAsking(asked: readonly Element[], from: number): number | undefined {
  for (let at = from + 1; at <= from + MOST_BEFORE_VERB && at < asked.length; at++) {
    const { norm, mention, kind } = asked[at]!;
    if (kind === 'mark' || mention !== undefined) return undefined;
    if (norm === 'is' || norm === 'are' || norm === 'does' || norm === 'do') return undefined;
    if (STATES.has(norm) || (/[^su]s$/u.test(norm) && !NO_VERBS.has(norm) && !NOUNS.has(norm))) return at;
    if (asked[from]!.norm !== 'which' && !NOUNS.has(norm)) return undefined;
  }
  return undefined;
}

const ASKS = new Set(['what', 'which', 'who']);
const IN_ANSWERS = new Set(
  'it that is was would be of course the answer a well done right correct yes naturally'.split(' '),
);
const NOUNS = new Set(
  'one ones of these those two them drug drugs hormone gland glands medicine tablet method test'.split(' '),
);
/** In elements. */
const LONGEST_ANSWER = 8;
const MOST_BEFORE_VERB = 5;
