import type { Terminology } from '../../terminology/terminology.js';
import { partsOfAside } from './asides.js';
import { partsOfCleft } from './clefts.js';
import { partsOfDistinction } from './distinctions.js';
import type { SentenceElements } from './elements.js';
import { partsByDenial } from './parts-by-denial.js';
import { withoutRemark } from '../plain-forms/remarks.js';

/**
 * The parts of a sentence that are each read by themselves: what is thrown in on another thing, what a cleft sets off,
 * what each of two things is told apart by, and what stands behind a denial that does not reach it; without remarks.
 * Mostly it is the sentence.
 */
export function partsOf(sentence: SentenceElements, terminology: Terminology): readonly SentenceElements[] {
  return partsOfAside(withoutRemark(sentence))
    .flatMap((part) => partsOfCleft(part, terminology))
    .flatMap(partsOfDistinction)
    .flatMap(partsByDenial);
}
