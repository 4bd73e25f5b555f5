import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import type { Claim } from './claim.js';
import { contradictionOf } from './contradiction.js';

/**
 * Whether the same words were read of something that stands between them and the subject of a claim, of which they hold:
 * "Iontophoresis uses a current, and cinacalcet is a calcimimetic".
 * @param claims all that were read
 */
export function holdsOfNearer(
  claim: Claim,
  claims: readonly Claim[],
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  const { subject, object } = claim;
  if (subject.block !== object.block || subject.span.end > object.span.start) return false;
  return claims.some(
    (other) =>
      other !== claim &&
      other.relation === claim.relation &&
      other.attribute === claim.attribute &&
      other.subject.block === object.block &&
      other.object.block === object.block &&
      other.subject.span.start >= subject.span.end &&
      other.subject.span.end <= object.span.start &&
      other.object.span.start < object.span.end &&
      object.span.start < other.object.span.end &&
      other.polarity === 'asserted' &&
      other.subject.conceptId !== subject.conceptId &&
      isSaidBetween(subject.span.end, other.subject.span.start, blocks[object.block]!) &&
      !OF_ALL.test(blocks[object.block]!.text.slice(other.subject.span.end, object.span.start)) &&
      contradictionOf(other, terminology) === undefined,
  );
}

/** Something is said of the one before the other is named: they stand in no list. */
function isSaidBetween(from: number, to: number, { tokens, mentions }: AnalyzedBlock): boolean {
  const words = tokens.filter(
    ({ norm, span }) =>
      from <= span.start &&
      span.end <= to &&
      norm !== '' &&
      !LISTS.has(norm) &&
      !mentions.some((mention) => mention.span.start <= span.start && span.end <= mention.span.end),
  );
  return words.length > 1;
}

/** "It is of the family of prednisone: both are …" */
const OF_ALL = /(?<!\p{L})(?:both|all|each|either)(?!\p{L})/iu;
const LISTS = new Set('and or nor both as well plus also the a an'.split(' '));
