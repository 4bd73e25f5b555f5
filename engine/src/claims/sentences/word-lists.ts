import { oncePerText } from '../../rules/support/once.js';
import { ARGUING, REJECTIONS, REPORTED, REPORTERS } from '../attribution/attribution-lexicon.js';
import { LINKS } from '../causes/cause-in-clause-words.js';
import { CUES_BY_FIRST_WORD, ORDER } from '../causes/cause-words.js';
import { DIVIDES, PLURAL_TYPE_WORDS } from '../divisions/division-words.js';
import { CLAUSE_BREAKS, CONTRAST_OPENERS, LABEL_MARKS, TYPE_WORDS } from './lexicon.js';
import { OPENS_PHRASE } from '../phrases/phrases.js';
import { CONDITIONS, RELATION_VERBS } from '../facts/relation-words.js';

/**
 * Lists of words that readers cannot do without, one bit each. A word of a text is looked up once for all of them; what
 * a sentence or a clause has of them is then told by its bits.
 */
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
  /** May part a sentence into clauses. */
  parting: 1 << 8,
  /** Opens words by which a statement is somebody else's. */
  telling: 1 << 9,
  /** "if", "were", "had": what follows may be supposed. */
  supposing: 1 << 10,
  would: 1 << 11,
  /** Opens a phrase that states a level, a tissue or that no cause is known. */
  phrase: 1 << 12,
  /** Says that something has types, or names their kind. */
  division: 1 << 13,
  /** May carry what was said of one thing over to another. */
  likewise: 1 << 14,
  /** May take up what was named before: "this infection". */
  takesUp: 1 << 15,
  /** May name what was described before: "we call this". */
  naming: 1 << 16,
} as const;

const BITS = bitsByWord([
  [Word.cause, [...CUES_BY_FIRST_WORD.keys(), 'from']],
  [Word.label, LABEL_MARKS],
  [Word.link, LINKS],
  [Word.order, [...Object.keys(ORDER), 'last', 'other']],
  [Word.relation, RELATION_VERBS],
  [Word.condition, CONDITIONS],
  [Word.bracket, '('],
  [Word.type, [...TYPE_WORDS, 'cause']],
  [Word.parting, [';', 'against', ...CLAUSE_BREAKS, ...firstWords(CONTRAST_OPENERS)]],
  [Word.telling, [...firstWords(REJECTIONS), ...firstWords(REPORTED), ...REPORTERS, ...ARGUING]],
  [Word.supposing, ['if', 'were', 'had']],
  [Word.would, ['would']],
  [Word.phrase, OPENS_PHRASE],
  [
    Word.likewise,
    [
      'too',
      'well',
      'likewise',
      'ditto',
      'same',
      'so',
      'as',
      'also',
      'another',
      'different',
      'exception',
      'nor',
      'neither',
    ],
  ],
  [Word.naming, ['call', 'calls', 'called', 'name', 'term', 'termed', 'word', 'known', 'speak', 'speaks']],
  [Word.takesUp, ['this', 'such', 'these', 'like']],
  [Word.division, [...TYPE_WORDS, ...PLURAL_TYPE_WORDS, ...DIVIDES, 'ways']],
]);

/** The bits of every token of a block. */
export const bitsOfTokens = oncePerText(({ tokens }): Int32Array => {
  const bits = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const { norm, text } = tokens[at]!;
    // A mark has no norm.
    bits[at] = BITS.get(norm === '' ? text : norm) ?? 0;
  }
  return bits;
});

/** The bits of a word that no token is. */
export function bitsOf(word: string): number {
  return BITS.get(word) ?? 0;
}

function bitsByWord(lists: readonly (readonly [bit: number, words: Iterable<string>])[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, words] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
}

function firstWords(phrases: readonly (readonly string[])[]): readonly string[] {
  return phrases.map((phrase) => phrase[0]!);
}
