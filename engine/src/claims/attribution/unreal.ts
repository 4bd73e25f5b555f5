import { says } from './disowning-words.js';
import type { SentenceElements } from '../sentences/elements.js';
import { COUNTERFACTUAL } from './unstated-words.js';
import { Word } from '../sentences/word-lists.js';

/**
 * "Had the calcium been high, we would have thought of the metastatic type": the sentence tells of a case that is not so,
 * and what follows is of the real one.
 */
export function isUnreal({ words, block, sentence }: SentenceElements): boolean {
  return (words & Word.would) !== 0 && says(COUNTERFACTUAL, block.text.slice(sentence.span.start, sentence.span.end));
}
