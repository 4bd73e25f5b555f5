import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { readAtLarge } from '../facts/at-large-claims.js';
import { readAttributes } from '../facts/attribute-claims.js';
import type { Claim } from '../claim.js';
import { clausesOf, isNegator, type Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { readFacts } from '../facts/fact-claims.js';
import { readGrades } from '../facts/grade-claims.js';
import { readMeanings } from '../facts/meaning-claims.js';
import { readTellings } from '../facts/telling-claims.js';
import { Word } from '../sentences/word-lists.js';

/**
 * Reads what a sentence describes and the next one names: "Chalk lies all over the body. We call so wide a spread
 * calcinosis circumscripta." Both are read as one statement: what lies all over
 * the body is called so.
 */
export function readNamedBehind(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block, sentenceIndex } = sentence;
  if ((sentence.words & Word.naming) === 0 || sentence.isQuestion) return NONE;
  if (block.table !== undefined || block.kind === 'heading') return NONE;
  const name = namedAt(elements);
  const id = elements[name]?.mention?.conceptId;
  if (id === undefined || terminology.heldAttributes(id).size === 0) return NONE;
  const described =
    measureIn(sentence, name) ?? joinedTo(discourse.sentences[block.index]![sentenceIndex - 1], sentence, name);
  if (described === undefined || !isWriters(sentence)) return NONE;
  const { firstToken } = elements[name]!;
  const whole: Clause = { start: 0, end: described.elements.length, attribution: 'writer' };
  const claims = [
    ...readAttributes(described, whole, discourse, terminology),
    ...readMeanings(described, whole, discourse, terminology),
    ...readGrades(described, whole, discourse, terminology),
    ...readFacts(described, whole, discourse, terminology),
    ...readAtLarge(described, whole, discourse, terminology, NONE),
    ...readTellings(described, whole, discourse, terminology),
  ];
  const end = block.tokens[firstToken]!.span.start;
  return claims.filter(({ subject, object }) => subject.conceptId === id && object.span.end <= end);
}

function isWriters(sentence: SentenceElements): boolean {
  return clausesOf(sentence).every(({ attribution }) => attribution === 'writer');
}

/** Index of the name that all of the sentence leads to, pointing back: "Doctors call this …", "The word for it is …". */
function namedAt(elements: readonly Element[]): number {
  let last = elements.length - 1;
  while (last > 0 && elements[last]!.kind === 'mark') last--;
  if (elements[last]?.norm === 'then') last--;
  if (elements[last]?.mention === undefined || last > LONGEST) return -1;
  const opening = elements.slice(0, last);
  const pointer = opening.findIndex(({ norm }) => POINTS_BACK.has(norm));
  const isNaming = opening.some(({ norm }) => NAMES.has(norm));
  if (pointer < 0 || !isNaming || opening.some(({ norm }) => isNegator(norm))) return -1;
  const isPlain = opening.every(
    ({ norm, kind, mention }, at) =>
      mention === undefined && (kind === 'mark' ? QUOTES.has(norm) : LEADS.has(norm) || isMeasure(opening, at)),
  );
  return isPlain ? last : -1;
}

/** "so wide a spread", "such a tight, hard finger" */
function isMeasure(opening: readonly Element[], at: number): boolean {
  return opening.slice(Math.max(0, at - 4), at).some(({ norm }) => norm === 'so' || norm === 'such');
}

/** The sentence before and the name: what was described "is called" so. */
function joinedTo(
  before: SentenceElements | undefined,
  sentence: SentenceElements,
  name: number,
): SentenceElements | undefined {
  if (before === undefined || before.isQuestion || before.elements.length < SHORTEST || !isWriters(before)) {
    return undefined;
  }
  const { conceptId } = sentence.elements[name]!.mention!;
  const isNamed = before.elements.some(({ mention }) => mention?.conceptId === conceptId);
  if (isNamed || before.elements[before.elements.length - 1]!.norm !== '.') return undefined;
  return {
    ...sentence,
    elements: [
      ...before.elements.slice(0, -1),
      ...isCalled(sentence.elements[name]!),
      ...sentence.elements.slice(name),
    ],
    words: before.words | sentence.words,
    sentence: {
      ...sentence.sentence,
      firstToken: before.sentence.firstToken,
      span: proseSpan(before.sentence.span.start, sentence.sentence.span.end),
    },
  };
}

/** "We call so wide a spread …": the sentence itself describes it. */
function measureIn(sentence: SentenceElements, name: number): SentenceElements | undefined {
  const { elements } = sentence;
  const from = elements.findIndex(({ norm }, at) => at < name && (norm === 'so' || norm === 'such'));
  if (from < 0 || name - from < 3) return undefined;
  return {
    ...sentence,
    elements: [...elements.slice(from, name), ...isCalled(elements[name]!), ...elements.slice(name)],
  };
}

/** The two words before the name, which take no place in the text. */
function isCalled(name: Element): readonly Element[] {
  const word = { ...name, kind: 'word' as const, mention: undefined, endToken: name.firstToken };
  return [
    { ...word, norm: 'is' },
    { ...word, norm: 'called' },
  ];
}

const NONE: readonly never[] = [];
const SHORTEST = 4;
const LONGEST = 12;
const POINTS_BACK = new Set(['this', 'it', 'that', 'these', 'such', 'so', 'them', 'those']);
const NAMES = new Set(
  'call calls called name named names term terms termed word known speak speaks label labels labeled'.split(' '),
);
const QUOTES = new Set(['"', '“', '‘', '*', "'", '«']);
const LEADS = new Set([
  ...POINTS_BACK,
  ...NAMES,
  ...'we doctors one they physicians specialists experts people medicine doctor your my our the a an is are was as for by goes under of in medical language jargon technical proper right official textbook textbooks books correct simply then condition state picture sign pattern finding form kind thing dermatologists'.split(
    ' ',
  ),
]);
