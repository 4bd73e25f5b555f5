import type { Terminology } from '../terminology/terminology.js';
import { LINKS } from './cause-in-clause-words.js';
import { CUES_BY_FIRST_WORD, LABEL_MARKS, ORDER } from './cause-words.js';
import { Role, rolesOf } from './concept-roles.js';
import type { Element, SentenceElements } from './elements.js';
import { TYPE_WORDS } from './lexicon.js';
import { CONDITIONS, RELATION_VERBS } from './relation-words.js';
import { wordBits } from './word-bits.js';

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

/** Lists of words that readers cannot do without, one bit each. */
export const Word = {
  /** Opens a phrase of cause and effect. */
  cause: 1,
  /** A mark behind a label. */
  label: 1 << 1,
  /** Links a condition to where it comes from. */
  link: 1 << 2,
  /** "the former", "the second" */
  order: 1 << 3,
  /** A verb of what things do, make and treat. */
  relation: 1 << 4,
  /** "if", "when" */
  condition: 1 << 5,
  bracket: 1 << 6,
  /** A noun for members of a classification. */
  type: 1 << 7,
} as const;

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
    words |= BITS.get(element.norm) ?? 0;
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

const BITS = wordBits([
  [Word.cause, [...CUES_BY_FIRST_WORD.keys(), 'from']],
  [Word.label, LABEL_MARKS],
  [Word.link, LINKS],
  [Word.order, Object.keys(ORDER)],
  [Word.relation, RELATION_VERBS],
  [Word.condition, CONDITIONS],
  [Word.bracket, '('],
  [Word.type, [...TYPE_WORDS, 'cause']],
]);
