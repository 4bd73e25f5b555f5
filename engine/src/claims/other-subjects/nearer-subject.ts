import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { contradictionOf } from '../contradictions/contradiction.js';

/**
 * Whether the words of a claim hold of something that stands nearer to them, or of all but its subject.
 * @param claims all that were read
 */
export function isOfAnotherNear(
  claim: Claim,
  claims: readonly Claim[],
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  return (
    isOfTheOthers(claim, blocks) ||
    holdsOfBracketed(claim, blocks, terminology) ||
    holdsOfNearer(claim, claims, blocks, terminology) ||
    holdsOfPronoun(claim, claims, blocks, terminology)
  );
}

/**
 * Whether the same words were read of something that stands between them and the subject of a claim, of which they hold:
 * "Iontophoresis uses a current, and cinacalcet is a calcimimetic".
 * @param claims all that were read
 */
function holdsOfNearer(
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
      isSaidBetween(subject.span.end, other.subject.span.start, object.span.start, blocks[object.block]!) &&
      isKnownSo(other, terminology) &&
      contradictionOf(other, terminology) === undefined,
  );
}

/**
 * "Denosumab slows it in a different way from risedronate and alendronate: it is an antibody": the pronoun was read of
 * what the sentence began with, and holds of that.
 */
function holdsOfPronoun(
  { subject, object }: Claim,
  claims: readonly Claim[],
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  if (subject.block !== object.block || subject.span.end > object.span.start) return false;
  if (!BY_PRONOUN.test(blocks[object.block]!.text.slice(subject.span.end, object.span.start))) return false;
  return claims.some(
    (other) =>
      other.relation === 'is-a' &&
      other.polarity === 'asserted' &&
      other.subject.block === subject.block &&
      other.object.block === object.block &&
      other.subject.span.end <= subject.span.start &&
      other.subject.conceptId !== subject.conceptId &&
      other.object.span.start < object.span.end &&
      object.span.start < other.object.span.end &&
      isKnownSo(other, terminology),
  );
}

const BY_PRONOUN = /^[^.;]*[:;,.–—] it (?:(?:is|was) )?(?:an? |the )?$/iu;

/** "(diltiazem, amlodipine) and two medicines that lower uric acid (allopurinol, febuxostat)": the brackets tell of whom it is said. */
function holdsOfBracketed(
  { attribute, value, object }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  if (attribute === undefined || value === undefined) return false;
  const { mentions, text } = blocks[object.block]!;
  const behind = mentions.find(({ span }) => span.start >= object.span.end);
  if (behind?.conceptId === undefined || !OPENS_BRACKET.test(text.slice(object.span.end, behind.span.start))) {
    return false;
  }
  return terminology.heldAttribute(behind.conceptId, attribute)?.values.includes(value) === true;
}

/** "All of them except sevelamer are bisphosphonates": it is said of the others. */
function isOfTheOthers({ subject, object }: Claim, blocks: readonly AnalyzedBlock[]): boolean {
  if (subject.block !== object.block) return false;
  return EXCEPTS.test(blocks[subject.block]!.text.slice(Math.max(0, subject.span.start - 40), subject.span.start));
}

const EXCEPTS =
  /(?<!\p{L})(?:except(?:ing)?(?: for)?|apart from|aside from|with the exception of|(?:all|any|each|every one|none|nothing) (?:of (?:them|these) )?but)(?: (?:the|for|\p{L}+,?|and))?\s*$/iu;
const OPENS_BRACKET = /^\s*[([]\s*$/u;

/** Of what no class is known nothing is contradicted: "osteoma cutis, bone in the skin, is one of the types". */
function isKnownSo({ relation, subject, object }: Claim, terminology: Terminology): boolean {
  return relation !== 'is-a' || terminology.isA(subject.conceptId ?? '', object.conceptId ?? '');
}

/** Something is said of the one before the other is named: they stand in no list. */
function isSaidBetween(from: number, to: number, end: number, { tokens, mentions }: AnalyzedBlock): boolean {
  const isOfBoth = tokens.some(({ norm, span }) => to <= span.start && span.end <= end && OF_BOTH.has(norm));
  if (isOfBoth) return false;
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

/** "It is in the same family as prednisone: both are steroids." */
const OF_BOTH = new Set('both all too also likewise either each they these'.split(' '));
const LISTS = new Set('and or nor both as well plus also the a an'.split(' '));
