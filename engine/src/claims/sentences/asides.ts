import { isNegator } from './clauses.js';
import type { Element, SentenceElements } from './elements.js';
import { FINITE, STATES, VERB } from '../plain-forms/plain-form-words.js';

/**
 * A sentence and what is thrown into it on another thing, each by itself: "Allopurinol, which stands above colchicine
 * in the list, lowers uric acid", "Warfarin – we shall come to heparin later – blocks vitamin K". What stands behind it
 * is not told of the other thing. Of any other sentence it is all.
 */
export function partsOfAside(whole: SentenceElements): readonly SentenceElements[] {
  const sentence = withoutOpeningComparison(whole);
  const { elements } = sentence;
  const named = elements.slice(0, LATEST_NAME).findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 0) return [sentence];
  const opens = elements[named + 1]?.norm ?? '';
  const closes = CLOSES.get(opens);
  if (closes === undefined) return [sentence];
  const without = opens === ',' ? withoutComparison(elements, named + 2) : undefined;
  if (without !== undefined) {
    return [{ ...sentence, elements: [...elements.slice(0, named + 1), ...elements.slice(without)] }];
  }
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

/** "Just like a CT scan, MRI …", "Unlike warfarin, heparin …": the sentence is told of what follows. */
function withoutOpeningComparison(sentence: SentenceElements): SentenceElements {
  const { elements } = sentence;
  const from = withoutComparison(elements, OPENS_COMPARISON.has(elements[0]?.norm ?? '') ? 1 : 0);
  if (from === undefined) return sentence;
  const named = ARTICLES.has(elements[from]?.norm ?? '') ? from + 1 : from;
  const isTold = elements[named]?.mention?.conceptId !== undefined && isFinite(elements[named + 1]);
  return isTold ? { ...sentence, elements: elements.slice(from) } : sentence;
}

/** The index behind "like a CT scan,", which names another thing and says nothing of its own. */
function withoutComparison(elements: readonly Element[], from: number): number | undefined {
  const words = COMPARES.get(elements[from]?.norm ?? '')?.find((one) =>
    one.every((word, index) => elements[from + index]?.norm === word),
  );
  if (words === undefined) return undefined;
  const end = elements.findIndex(({ norm }, at) => at > from && norm === ',');
  if (end < 0 || end - from > LONGEST_COMPARISON) return undefined;
  const inside = elements.slice(from + words.length, end);
  const isName = inside.every(
    ({ mention, kind, norm }) => mention !== undefined || (kind === 'word' && IN_NAMES.has(norm)),
  );
  // "Unlike the anticoagulant diltiazem," says what it is.
  const isLabelled = inside.some(({ mention }, at) => mention !== undefined && inside[at + 1]?.mention !== undefined);
  return isName && !isLabelled && inside.some(({ mention }) => mention?.conceptId !== undefined) ? end + 1 : undefined;
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
const OPENS_COMPARISON = new Set(['just', 'much', 'quite', 'exactly']);
/** By their first words: every sentence is asked. */
const COMPARES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['like', [['like']]],
  ['unlike', [['unlike']]],
  ['besides', [['besides']]],
  ['together', [['together', 'with']]],
  ['along', [['along', 'with']]],
  ['other', [['other', 'than']]],
  [
    'in',
    [
      ['in', 'contrast', 'to'],
      ['in', 'addition', 'to'],
    ],
  ],
  [
    'as',
    [
      ['as', 'opposed', 'to'],
      ['as', 'well', 'as'],
    ],
  ],
]);
const IN_NAMES = new Set('a an the and or its both'.split(' '));
const ARTICLES = new Set(['a', 'an', 'the']);
const SUBJECTS = new Set('we you i he she they and see more'.split(' '));
const RELATIVES = new Set(['which', 'who']);
const MODALS = new Set(['shall', 'will', 'would', 'could']);
/** In elements. */
const LONGEST_COMPARISON = 9;
const LATEST_NAME = 3;
const LONGEST_ASIDE = 16;
