import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { readSiblingItems } from '../classes/class-siblings.js';
import type { Discourse } from '../subjects/discourse.js';
import { readListsByMajority } from './lists-by-majority.js';
import { readRecords } from './records.js';

/**
 * What lists state as a whole, which no item states alone.
 *
 * @param known what was read of the items; the same is not claimed twice
 */
export function readListings(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  const claims: Claim[] = [...readSiblingItems(blocks, discourse, terminology)];
  claims.push(...readListsByMajority(blocks, discourse, terminology, [...known, ...claims]));
  claims.push(...readRecords(blocks, discourse, terminology, [...known, ...claims]));
  return claims;
}
