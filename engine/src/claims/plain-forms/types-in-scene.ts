import type { Surroundings } from '../subjects/antecedents.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { withThing } from './with-thing.js';

/**
 * The statement on a type that stands in the shade of another one, or behind a condition that only names the type:
 * "Unlike the dystrophic type, in which phosphate is raised, …", "If you have the idiopathic form, …", "As the word
 * iatrogenic says, …". What is told there is told of the type in earnest.
 */
export function formOfTypeInScene(sentence: SentenceElements, around: Surroundings): SentenceElements | undefined {
  const { elements } = sentence;
  if (elements[0]?.kind !== 'word' || elements.length < SHORTEST) return undefined;
  const type = elements.findIndex(({ mention }) => around.terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  if (type < 1 || type > LONGEST_OPENING) return undefined;
  const opening = elements.slice(0, type).map(({ norm }) => norm);
  let end = type + 1;
  while (TYPE_WORDS.has(elements[end]?.norm ?? '') || QUOTES.has(elements[end]?.norm ?? '')) end++;
  if (SETS_APART.some((words) => opens(opening, words))) return asRelative(sentence, type, end);
  const isCondition = CONDITIONS.has(opening[0]!) && HAVING.has(opening.findLast((norm) => !SMALL.has(norm)) ?? '');
  const isWord = opening[0] === 'as' && opening.some((norm) => NAMES.has(norm)) && SAYS.has(elements[end]?.norm ?? '');
  const comma = isWord ? end + 1 : end;
  if (!(isCondition || isWord) || elements[comma]?.norm !== ',') return undefined;
  return withThing(sentence, elements[type]!, comma, comma + 1, elements.length, true);
}

/** What stands beside a type that is only set against another one is taken for granted: the words leave no doubt. */
export function isInContrast(sentence: SentenceElements, around: Surroundings): boolean {
  return opensWithContrast(sentence.elements) && formOfTypeInScene(sentence, around) !== undefined;
}

export function opensWithContrast(elements: readonly Element[]): boolean {
  const norms = elements.slice(0, 3).map(({ norm }) => norm);
  return SETS_APART.some((words) => opens(norms, words));
}

/** "…, in which calcium is raised, …": up to the comma behind it. */
function asRelative(sentence: SentenceElements, type: number, comma: number): SentenceElements | undefined {
  const { elements } = sentence;
  if (elements[comma]?.norm !== ',') return undefined;
  const norms = elements.map(({ norm }) => norm);
  const relative = RELATIVES.find((words) => opens(norms.slice(comma + 1), words));
  const close = norms.findLastIndex((norm, at) => at > comma + 2 && norm === ',' && isNewSubject(elements, at));
  if (relative === undefined || close < 0) return undefined;
  const from = comma + 1;
  const to = from + relative.length;
  return to >= close ? undefined : withThing(sentence, elements[type]!, from, to, close, relative[0] !== 'which');
}

/** What the sentence is about follows: a name, or an article. */
function isNewSubject(elements: readonly Element[], comma: number): boolean {
  const next = elements[comma + 1];
  return next?.mention !== undefined || SUBJECTS.has(next?.norm ?? '');
}

function opens(norms: readonly string[], words: readonly string[]): boolean {
  return words.every((word, at) => norms[at] === word);
}

const wordsOf = (text: string): readonly string[] => text.split(' ');
const SHORTEST = 6;
/** In elements: "If you or your child have the" */
const LONGEST_OPENING = 7;
const SETS_APART = ['unlike', 'in contrast to', 'in contrast with', 'as opposed to', 'contrary to', 'as against'].map(
  wordsOf,
);
const RELATIVES = ['in which', 'where', 'which', 'in whom'].map(wordsOf);
const CONDITIONS = new Set(['if', 'when', 'once']);
const HAVING = new Set('have has had with'.split(' '));
const SMALL = new Set('the a an “ " ‘ *'.split(' '));
const NAMES = new Set('word name term adjective'.split(' '));
const SAYS = new Set('says tells suggests implies indicates shows means'.split(' '));
const SUBJECTS = new Set('the it this that these a an in'.split(' '));
const QUOTES = new Set(['”', '"', '’', '*', '_']);
