import type { Terminology } from '../../terminology/terminology.js';
import { Role, rolesOf } from './concept-roles.js';
import type { Element, SentenceElements } from './elements.js';

/**
 * What stands in a clause, in bits that are found in one pass. Every reader says beside itself what it cannot do
 * without, and is not asked where that is missing: most clauses of a text claim nothing.
 */
export interface ClauseContent {
  /** The roles of all concepts that are named, and of phrases; see `Role`. */
  readonly roles: number;
  /** The lists that a word of the clause is in; see `Word`. */
  readonly words: number;
}

export function contentOf(
  { elements, block }: SentenceElements,
  start: number,
  end: number,
  terminology: Terminology,
): ClauseContent {
  let roles = 0;
  let words = 0;
  for (let at = start; at < end; at++) {
    const element = elements[at]!;
    const id = element.mention?.conceptId;
    if (id !== undefined) roles |= rolesOf(id, terminology);
    if (element.phrase !== undefined) roles |= Role.phrase | insidePhrase(element, block, terminology);
    words |= element.words;
  }
  return { roles, words };
}

/** A phrase covers what is named inside of it. */
function insidePhrase(
  { firstToken, endToken }: Element,
  { mentions }: SentenceElements['block'],
  terminology: Terminology,
): number {
  const namesType = mentions.some(
    (mention) =>
      firstToken <= mention.firstToken &&
      mention.endToken <= endToken &&
      terminology.memberOf(mention.conceptId ?? '') !== undefined,
  );
  return namesType ? Role.typeInPhrase : 0;
}
