import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, type ProseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import { contradictionOf } from '../contradictions/contradiction.js';

/** A stretch of a block that stands behind a statement. */
export interface Behind {
  readonly block: AnalyzedBlock;
  readonly span: ProseSpan;
}

/**
 * Whether the text behind a statement names what holds instead of it: the medicine's own class, the type that the
 * cause or the level belongs to. Where that is part of another false statement, definitions were swapped, and nothing
 * is put right.
 *
 * @param claims all that were read
 */
export function namesWhatHolds(
  claim: Claim,
  behind: readonly Behind[],
  claims: readonly Claim[],
  terminology: Terminology,
): boolean {
  return behind.some(({ block, span }) => {
    if (claims.some((other) => isPutRight(other, block, span, claim, terminology))) return true;
    const named = namesRight(claim, block, span, terminology);
    return named && !claims.some((other) => isFalseIn(other, block, span, claim, terminology));
  });
}

/**
 * Whether the text states of the same medicine in the same form what it is, in another sentence or the cell beside:
 * "Statement A: warfarin is … Statement B: warfarin is …". It cannot mean both.
 */
export function isStatedRight(
  claim: Claim,
  claims: readonly Claim[],
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  if (claim.relation !== 'is-a' || terminology.concept(claim.subject.conceptId ?? '')?.kind !== 'drug') return false;
  return claims.some(
    (other) =>
      other.relation === 'is-a' &&
      other.subject.conceptId === claim.subject.conceptId &&
      other.object.conceptId !== claim.object.conceptId &&
      other.polarity === 'asserted' &&
      other.form === claim.form &&
      !(other.block === claim.block && other.subject.span.start === claim.subject.span.start) &&
      isNear(other, claim, blocks) &&
      terminology.concept(other.object.conceptId ?? '')?.closed !== undefined &&
      // "You may have read that it is a statin. It is an opioid.": what others hold need not be right.
      terminology.isA(other.subject.conceptId!, other.object.conceptId!),
  );
}

function isNear(a: Claim, b: Claim, blocks: readonly AnalyzedBlock[]): boolean {
  const [one, other] = [blocks[a.block]!, blocks[b.block]!];
  if (one === other) {
    const sentences = [a, b].map(({ subject, span }) =>
      one.sentences.findIndex((at) => [subject.span, span].every((inner) => contains(at.span, inner))),
    );
    return subjectsHere(a, b) && sentences[0] !== sentences[1] && !sentences.includes(-1);
  }
  return one.table !== undefined && one.table.table === other.table?.table && one.table.row === other.table.row;
}

function subjectsHere(...claims: readonly Claim[]): boolean {
  return claims.every(({ subject, block }) => subject.block === block);
}

function isFalseIn(other: Claim, block: AnalyzedBlock, span: ProseSpan, claim: Claim, terminology: Terminology) {
  return (
    other !== claim &&
    other.block === block.index &&
    span.start <= other.span.start &&
    other.span.end <= span.end &&
    contradictionOf(other, terminology) !== undefined
  );
}

/**
 * "I have read that rituximab removes T cells. It removes B cells.", "He called it a statin. It is an antibody.": the same
 * respect of the same thing, as it is; or what was said of it is denied.
 */
function isPutRight(other: Claim, block: AnalyzedBlock, span: ProseSpan, claim: Claim, terminology: Terminology) {
  return (
    other !== claim &&
    other.relation === claim.relation &&
    other.attribute === claim.attribute &&
    other.subject.conceptId === claim.subject.conceptId &&
    other.block === block.index &&
    span.start <= other.object.span.start &&
    other.object.span.end <= span.end &&
    saysOtherwise(other, claim, terminology) &&
    takesItUp(other, block, span) &&
    contradictionOf(other, terminology) === undefined
  );
}

function saysOtherwise(other: Claim, claim: Claim, terminology: Terminology): boolean {
  const isSame = other.value === claim.value && other.object.conceptId === claim.object.conceptId;
  if (other.polarity === 'denied') return isSame;
  const kind = other.object.conceptId ?? '';
  switch (claim.relation) {
    case 'has':
    case 'tissue':
    case 'level':
      return other.value !== claim.value;
    case 'is-a':
      // "It is a tablet" would hold of the wrong class as well.
      return terminology.isA(claim.subject.conceptId!, kind) && !terminology.isA(claim.object.conceptId ?? '', kind);
    default:
      return false;
  }
}

/** It names the thing, or opens with what stands for it: "The blood tests are calcium and phosphate" tells of tests. */
function takesItUp({ subject }: Claim, block: AnalyzedBlock, span: ProseSpan): boolean {
  const isNamed = subject.block === block.index && contains(span, subject.span);
  const text = block.text.slice(span.start, span.end);
  return isNamed || TAKES_UP.test(text) || !OF_ITS_OWN.test(text);
}

/** "The liver makes it." */
const TAKES_UP = /^[^,;]{0,40} (?:it|them)(?:[.,;]|$)/iu;

/** A noun of its own opens the sentence. */
const OF_ITS_OWN = /^\W*(?:(?:the|our|your|all|most) (?!(?:word|term|name|type|form)\b)\p{L}+|we|doctors) /iu;

function namesRight(claim: Claim, block: AnalyzedBlock, span: ProseSpan, terminology: Terminology): boolean {
  const subject = claim.subject.conceptId;
  if (subject === undefined) return false;
  const mentions = block.mentions.filter((one) => span.start <= one.span.start && one.span.end <= span.end);
  if (claim.relation === 'is-a') {
    const isRight = mentions.some(
      ({ conceptId }) =>
        conceptId !== undefined &&
        conceptId !== subject &&
        // "Two antibiotics … both tetracyclines": what holds of the wrong class as well puts nothing right.
        !terminology.isA(claim.object.conceptId ?? '', conceptId) &&
        terminology.concept(conceptId)!.closed !== undefined &&
        terminology.isA(subject, conceptId),
    );
    if (isRight) return true;
  }
  // What was said before of another type may be right as well.
  const isBehind = block.index !== claim.block || span.start >= claim.span.end;
  if (!isBehind) return false;
  return (
    namesHeldValue(claim, block, span, terminology) ||
    namesOtherType(claim, block, span, terminology) ||
    namesOtherLevel(claim, block.text.slice(span.start, span.end))
  );
}

/** "… that calcimimetics bind phosphate. They act on the glands.": a name of what holds in the same respect. */
function namesHeldValue(
  { relation, subject, attribute }: Claim,
  { tokens }: AnalyzedBlock,
  span: ProseSpan,
  terminology: Terminology,
): boolean {
  if (relation !== 'has' || attribute === undefined) return false;
  const held = terminology.heldAttribute(subject.conceptId!, attribute)?.values ?? [];
  return tokens.some(
    ({ norm, span: at }, token) =>
      span.start <= at.start &&
      at.end <= span.end &&
      (terminology.nameIndex.get(norm) ?? []).some(
        (name) =>
          name.attribute === attribute &&
          name.cues.length > 0 &&
          held.includes(name.value) &&
          matchPlaces(tokens, name.places, token, tokens.length) > token,
      ),
  );
}

/** "… means your calcium is high. Mine has always been normal, and so it should be." */
function namesOtherLevel({ relation, value }: Claim, text: string): boolean {
  return relation === 'level' && value !== 'normal' && value !== undefined && IN_RANGE.test(text);
}

const IN_RANGE =
  /\b(?:mine|my|hers?|his|theirs?|yours?|ours?)\b[^.]*\b(?:normal|in range|within range|unremarkable)\b/iu;

/** Another type of the classification, of which the statement holds. */
function namesOtherType(claim: Claim, block: AnalyzedBlock, span: ProseSpan, terminology: Terminology): boolean {
  for (const side of ['subject', 'object'] as const) {
    const place = terminology.memberOf(claim[side].conceptId ?? '');
    if (place === undefined) continue;
    const words = new Set(
      block.tokens.flatMap(({ norm, span: at }) => (span.start <= at.start && at.end <= span.end ? [norm] : [])),
    );
    for (const member of place.classification.members) {
      const isNamed = [member.name, ...member.alsoNamed].some((name) => words.has(name));
      if (!isNamed || member.name === place.name) continue;
      const holds = member.concepts.some((conceptId) => {
        const turned: Claim = { ...claim, [side]: { ...claim[side], conceptId } };
        return contradictionOf(turned, terminology) === undefined;
      });
      if (holds) return true;
    }
  }
  return false;
}
