import type { Terminology } from '../../terminology/terminology.js';
import type { Element } from './elements.js';
import {
  BEHIND_PARTICIPLE,
  FINITE,
  NOT_OPENING,
  NOUN_OPENERS,
  PARTICIPLES,
  RELATIVES,
  STATES,
  VERB,
} from '../plain-forms/plain-form-words.js';

/** "blocks vitamin K", "made by the liver": an entry that begins with its verb. */
export function opensWithVerb({ norm, mention }: Element): boolean {
  if (mention !== undefined || NOUN_OPENERS.has(norm)) return false;
  return STATES.has(norm) || VERB.test(norm) || PARTICIPLES.has(norm);
}

/** A verb without a subject, or a name of a sort of things without a verb. */
export function isFragment(elements: readonly Element[], from: number, terminology: Terminology): boolean {
  let at = from;
  while (at < elements.length && elements[at]!.kind === 'mark') at++;
  const first = elements[at];
  if (first === undefined) return false;
  const next = elements[at + 1]?.norm ?? '';
  const id = first.mention?.conceptId;
  const isSort = id !== undefined && terminology.concept(id)!.closed !== undefined;
  if (id !== undefined && !isSort) return false;
  if (isSort || NOUN_OPENERS.has(first.norm)) return !hasVerb(elements, at);
  if (STATES.has(first.norm)) return true;
  if (STATES.has(next) || NOT_OPENING.has(first.norm)) return false;
  // "Reduced calcium influx" names something; "Caused by a worm" tells what was done.
  if (PARTICIPLES.has(first.norm) || first.norm.endsWith('ed')) return BEHIND_PARTICIPLE.has(next);
  return first.norm.length > 3 && VERB.test(first.norm);
}

function hasVerb(elements: readonly Element[], at: number): boolean {
  for (let index = at; index < elements.length; index++) {
    const { norm } = elements[index]!;
    if (RELATIVES.has(norm) || norm === ',' || norm === ';') return false;
    if (STATES.has(norm) || FINITE.has(norm)) return true;
  }
  return false;
}
