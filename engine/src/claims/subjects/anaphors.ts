import type { Terminology } from '../../terminology/terminology.js';
import type { Meant } from './antecedents.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import {
  ARTICLES,
  CATEGORIES,
  EACH,
  EXPLETIVE,
  NOUNS,
  NO_ADJECTIVES,
  NO_VERBS,
  STATES,
  SUBSTANCES,
  TAKES_UP,
} from '../plain-forms/plain-form-words.js';

/** Indexes of the elements that may take something up. */
export function anaphorsOf({ elements }: SentenceElements): readonly number[] {
  const found: number[] = [];
  for (const [at, { norm }] of elements.entries()) if (TAKES_UP.has(norm)) found.push(at);
  return found;
}

export interface Anaphor {
  /** Index behind it. */
  readonly end: number;
  readonly meant: Meant;
}

/** What an element may stand for, with its noun: "it", "this antibody", "every tablet". */
export function anaphorAt(elements: readonly Element[], at: number, terminology: Terminology): Anaphor | undefined {
  const { norm } = elements[at]!;
  const next = elements[at + 1];
  if (next === undefined) return undefined;
  if (norm === 'it' || norm === 'they') {
    if (next.kind === 'mark' || isExpletive(elements, at)) return undefined;
    return { end: at + 1, meant: norm === 'it' ? ONE : SEVERAL };
  }
  if ((norm === 'this' || norm === 'these') && STATES.has(next.norm)) {
    return isExpletive(elements, at) ? undefined : { end: at + 1, meant: norm === 'this' ? ONE : SEVERAL };
  }
  // "the control drug" is another one; "this old drug" is not.
  for (let noun = at + 1; noun <= (norm === 'the' || EACH.has(norm) ? at + 1 : at + 2); noun++) {
    const element = elements[noun];
    if (element === undefined || NO_ADJECTIVES.has(element.norm)) return undefined;
    const meant = meantBy(element, norm === 'these' ? 'several' : 'either', terminology);
    if (meant !== undefined) return isVerbLike(elements[noun + 1]) ? { end: noun + 1, meant } : undefined;
    if (element.kind !== 'word' || element.mention !== undefined) return undefined;
  }
  return undefined;
}

function meantBy({ norm, mention }: Element, number: Meant['number'], terminology: Terminology): Meant | undefined {
  const category = mention?.conceptId;
  if (category !== undefined) {
    return CATEGORIES.has(terminology.concept(category)!.kind) ? { category, number } : undefined;
  }
  const kinds = NOUNS.get(norm);
  return kinds === undefined ? undefined : { kinds, number, ...(kinds === SUBSTANCES ? { noun: norm } : {}) };
}

/** What stands there may be a verb, and is no name. */
export function isVerbLike(element: Element | undefined): boolean {
  return element?.kind === 'word' && element.mention === undefined && !NO_VERBS.has(element.norm);
}

/** "It is known that", "it is important to": it stands for what follows. */
function isExpletive(elements: readonly Element[], at: number): boolean {
  const words = elements.slice(at + 1, at + 6).map(({ norm }) => norm);
  if (EXPLETIVE.has(words[0] ?? '')) return true;
  // "As it was, the lump sat where the drip had leaked"
  if (elements[at - 1]?.norm === 'as' && (words[1] ?? ',') === ',') return true;
  // "It was hydroxyapatite", "it was the lupus" tell which thing it was that nobody knew.
  const told = elements[words[1] === 'the' ? at + 3 : at + 2]?.mention;
  if (STATES.has(words[0] ?? '') && told !== undefined) return true;
  // "It is the parathyroid tissue that secretes it", but not "it is the drug that blocks it".
  if (words[1] === 'the' && !NOUNS.has(words[2] ?? '') && words.includes('that')) return true;
  if (!STATES.has(words[0] ?? '') || ARTICLES.has(words[1] ?? '')) return false;
  return words.slice(2).some((norm) => norm === 'that' || norm === 'to' || norm === 'whether' || norm === 'who');
}

const ONE: Meant = { number: 'one' };
const SEVERAL: Meant = { number: 'several' };
