import { isNegator } from './clauses.js';
import type { Element, SentenceElements } from './elements.js';
import { FINITE, STATES, VERB } from './plain-form-words.js';

/**
 * A sentence and what is thrown into it on another thing, each by itself: "Allopurinol, which stands above colchicine
 * in the list, lowers uric acid", "Warfarin – we shall come to heparin later – blocks vitamin K". What stands behind it
 * is not told of the other thing. Of any other sentence it is all.
 */
export function partsOfAside(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  const named = elements.slice(0, LATEST_NAME).findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 0) return [sentence];
  const opens = elements[named + 1]?.norm ?? '';
  const closes = CLOSES.get(opens);
  if (closes === undefined) return [sentence];
  const isRelative = RELATIVES.has(elements[named + 2]?.norm ?? '');
  // "Warfarin – an antibiotic of long standing – …" says what it is.
  if (!isRelative && (opens === ',' || !SUBJECTS.has(elements[named + 2]?.norm ?? ''))) return [sentence];
  const end = elements.findIndex(({ norm }, at) => at > named + 2 && norm === closes);
  if (end < 0 || end - named > LONGEST_ASIDE || !isFinite(elements[end + 1])) return [sentence];
  const inside = elements.slice(named + 2, end);
  const id = elements[named]!.mention!.conceptId;
  const isOnOther = inside.some(({ mention }) => mention?.conceptId !== undefined && mention.conceptId !== id);
  if (!isOnOther || inside.some(({ norm }) => isNegator(norm)) || !inside.some(isVerb)) return [sentence];
  return [
    { ...sentence, elements: [...elements.slice(0, named + 1), ...elements.slice(end + 1)] },
    { ...sentence, elements: isRelative ? elements.slice(0, end) : inside },
  ];
}

function isFinite(element: Element | undefined): boolean {
  if (element?.kind !== 'word' || element.mention !== undefined) return false;
  return STATES.has(element.norm) || FINITE.has(element.norm) || VERB.test(element.norm);
}

function isVerb({ norm, mention }: Element): boolean {
  return mention === undefined && (STATES.has(norm) || FINITE.has(norm) || MODALS.has(norm) || /[^su]s$/u.test(norm));
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  [',', ','],
  ['–', '–'],
  ['—', '—'],
  ['(', ')'],
]);
const SUBJECTS = new Set('we you i he she they and see more'.split(' '));
const RELATIVES = new Set(['which', 'who']);
const MODALS = new Set(['shall', 'will', 'would', 'could']);
/** In elements. */
const LATEST_NAME = 3;
const LONGEST_ASIDE = 16;
