import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { OUTRIGHT } from '../classes/class-denied.js';
import { deniable } from '../attribution/denials.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * “Is the blood calcium raised in dystrophic calcinosis?” – “Yes.”: what was asked is said. – “No, it isn't.”: it is denied.
 * @param read what every reader finds in a sentence
 */
export function readConfirmed(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
  read: (statement: SentenceElements) => readonly Claim[],
): readonly Claim[] {
  const { elements, block, sentenceIndex } = sentence;
  if (sentence.isQuestion || block.table !== undefined || elements.length > LONGEST) return NONE;
  const from = ANSWER_LABELS.has(elements[0]?.norm ?? '') && elements[1]?.norm === ':' ? 2 : 0;
  const first = elements[from]?.norm ?? '';
  if (!ANSWERS.has(first)) return NONE;
  const answer = answerIn(elements.slice(from).map(({ norm }) => norm));
  if (answer === undefined || !discourse.answersQuestion(block.index, sentenceIndex)) return NONE;
  const asked =
    sentenceIndex > 0
      ? discourse.sentences[block.index]![sentenceIndex - 1]!
      : discourse.sentences[block.index - 1]!.at(-1)!;
  const verb = asked.elements.findIndex(({ norm }) => ASKS.has(norm));
  if (verb < 0 || verb > 2 || asked.elements.some(({ norm }) => LEAVES_OPEN.has(norm))) return NONE;
  if (PRONOUNS.has(asked.elements[verb + 1]?.norm ?? '') && namesItsSubject(elements)) return NONE;
  const said = read({ ...asked, isQuestion: false, elements: asStatement(asked.elements, verb) });
  const place = { block: block.index, span: sentence.sentence.span };
  if (answer === 'yes') return said.map((claim) => ({ ...claim, ...place, form: 'confirmed' }));
  // "Does the thyroid make parathyroid hormone? Not at all." denies what is false.
  if (said.some((claim) => contradictionOf(claim, terminology) !== undefined)) return NONE;
  return deniable(said, terminology).flatMap((claim): readonly Claim[] => {
    if (!endsQuestion(claim, asked)) return NONE;
    const value = claim.relation === 'is-a' ? { value: OUTRIGHT } : {};
    return [{ ...claim, ...place, ...value, isOutright: true, polarity: 'denied', form: 'answered no' }];
  });
}

/** "Yes, without a doubt", "It can", "Usually yes"; "No", "No, it isn't", "It does not". */
function answerIn(norms: readonly string[]): 'yes' | 'no' | undefined {
  const words = norms.join(' ');
  if (IS_NO.test(words)) return 'no';
  const isYes = CONFIRMS.has(norms[0]!) || CONFIRMING.test(words) || IS_YES.test(words);
  return isYes && !norms.slice(1).some((norm) => TAKES_BACK.has(norm)) ? 'yes' : undefined;
}

/** "Is it contagious? Yes, a wart is.": the answer is of what it names. */
function namesItsSubject(answer: readonly Element[]): boolean {
  return answer.some(({ norm }, at) => {
    const before = answer[at - 1];
    return at > 1 && ASKS.has(norm) && before!.kind !== 'mark' && !TAKES_UP.has(before!.norm);
  });
}

/** "Is sevelamer a binder?" with the verb behind what it is asked of. */
function asStatement(elements: readonly Element[], verb: number): readonly Element[] {
  const rest = elements.slice(verb + 1).filter(({ norm }) => norm !== '?');
  // "Is it contagious?" under the name of a disease.
  const isPronoun = PRONOUNS.has(rest[0]?.norm ?? '');
  const subject = isPronoun ? 0 : rest.findIndex(({ mention }) => mention !== undefined);
  if (BASE_VERBS.has(elements[verb]!.norm) || subject < 0 || subject > FARTHEST) return rest;
  return [...rest.slice(0, subject + 1), elements[verb]!, ...rest.slice(subject + 1)];
}

/** Nothing narrows down what is asked: "Is it a binder that you take with food?" */
function endsQuestion({ object }: Claim, { block, sentence }: SentenceElements): boolean {
  return object.block === block.index && /^\W*$/u.test(block.text.slice(object.span.end, sentence.span.end));
}

const NONE: readonly never[] = [];
const LONGEST = 14;
const ANSWER_LABELS = new Set(['a', 'answer']);
const CONFIRMS = new Set('yes certainly yep indeed absolutely definitely correct exactly'.split(' '));
const CONFIRMING =
  /^(?:very much so|very much|of course|for sure|without (?:a|any) doubt|no doubt|most certainly)(?= [.,;:!–—]|$)/u;
const ANSWERS = new Set([
  ...CONFIRMS,
  ...'no nope never not it they this that he she you usually mostly generally very of for without most'.split(' '),
]);
const IS_YES =
  /^(?:(?:usually|mostly|generally) yes|(?:it|they|this|that|he|she|you) (?:is|are|does|do|can|has|have|will)(?: indeed)?)(?= [.,;:!–—]|$)/u;
const IS_NO =
  /^(?:(?:no|nope|never|not at all)(?: [.!]|$)|(?:no , )?(?:it|they|this|that) (?:(?:is|are|does|do|can|has|have) not|(?:isn|aren|doesn|don|can|hasn|haven)['’]t|cannot|never (?:is|does|can|has))(?: [.!;]|$| , (?:though|although|whatever|no matter|despite)))/u;
const TAKES_BACK = new Set(
  'other opposite reverse round but not no unless if although though however sometimes rarely some only once'.split(
    ' ',
  ),
);
const ASKS = new Set('is are does do can has have will'.split(' '));
const PRONOUNS = new Set(['it', 'this', 'they']);
const TAKES_UP = new Set([...PRONOUNS, 'that', 'these', 'he', 'she', 'you', 'i', 'we']);
const BASE_VERBS = new Set(['does', 'do']);
/** In elements: an article and an adjective. */
const FARTHEST = 2;
const LEAVES_OPEN = new Set(
  // What is not approved or paid for may do all the same what it is asked of.
  'or not if ever always only sometimes rarely approved licensed licenced authorised authorized registered proven covered'.split(
    ' ',
  ),
);
