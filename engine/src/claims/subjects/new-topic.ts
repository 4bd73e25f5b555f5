import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import { isListedCause } from '../contradictions/causes-of-types.js';
import type { Claim } from '../claim.js';
import type { Place } from '../claim-place.js';

/**
 * Whether the text has turned to another thing since it named the one that a statement was read of, which stands in an
 * earlier sentence: a sentence between them opens with it, or the statement holds of it.
 */
export function isOfNewTopic(place: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  const { claim, own, subject } = place;
  if (subject !== undefined || claim.object.block !== block.index) return false;
  const isHere = claim.subject.block === block.index;
  if (isHere && claim.subject.span.end > own.start) return false;
  const first = isHere ? block.sentences.find(({ span }) => claim.subject.span.start < span.end)!.span.end : 0;
  const later = block.mentions.filter(({ span }) => span.start >= first && span.end <= place.object.start);
  // "Many firm bumps on the scrotum: scrotal calcinosis."
  const named = block.mentions.filter(
    ({ span }) =>
      span.end <= own.end && NAMED.test(block.text.slice(place.object.end, Math.max(place.object.end, span.start))),
  );
  if (named.some(({ conceptId }) => conceptId !== undefined && holdsOf(claim, conceptId, block, terminology))) {
    return true;
  }
  const others = later
    .filter(
      ({ conceptId }) =>
        conceptId !== undefined &&
        !terminology.isA(conceptId, claim.subject.conceptId ?? '') &&
        !terminology.isA(claim.subject.conceptId ?? '', conceptId),
    )
    // "Calciphylaxis is rare. The lesions are …": its own.
    .filter(
      ({ conceptId, span }) =>
        terminology.concept(conceptId!)!.kind !== 'sign' || !DEFINITE.test(block.text.slice(own.start, span.start)),
    )
    .filter(({ span }) => !COMPARED.test(block.text.slice(Math.max(own.start, 0), span.start)))
    .filter((other) => !isPartOfIt(other, block, terminology))
    .filter(({ conceptId }) => !isCauseToo(claim, conceptId!, terminology));
  return others.some(
    (other) =>
      (holdsOf(claim, other.conceptId!, block, terminology) &&
        !OF_BOTH.test(block.text.slice(other.span.end, place.object.start))) ||
      (opensSentence(other, block) &&
        (other.span.end <= own.start
          ? isSubject(other, block, terminology)
          : isStatedOf(other, place, block, terminology))),
  );
}

const DEFINITE = /^\W*(?:the|its|these) $/iu;
/** "Like indomethacin and naproxen, it is …": it is compared with them. */
const COMPARED = /^\W*(?:just |much )?(?:like|similar to|as with|the same as) [^.;:]*$/iu;

/** "The lesions are …", behind a sentence on a disease: those of the disease, and no other thing. */
function isPartOfIt({ conceptId, span }: Mention, { text, sentences }: AnalyzedBlock, terminology: Terminology) {
  if (!PARTS.has(terminology.concept(conceptId!)!.kind)) return false;
  const start = sentences.find((one) => one.span.start <= span.start && span.start < one.span.end)!.span.start;
  return THE_ONES.test(text.slice(start, span.start)) && text.slice(span.start, span.end).endsWith('s');
}

/** "Kidney disease is the usual reason. Lupus is a further one.": a cause of the type, named as one, is no other topic. */
function isCauseToo({ relation, subject }: Claim, id: string, terminology: Terminology): boolean {
  const type = subject.conceptId ?? '';
  return OF_ORIGINS.has(relation) && terminology.memberOf(type) !== undefined && isListedCause(type, id, terminology);
}

const OF_ORIGINS = new Set<Claim['relation']>(['caused-by', 'associated-with', 'tissue']);
const PARTS = new Set<ConceptKind>(['sign', 'symptom']);
const THE_ONES = /^[\s*_"“]*(?:the|these|its|such|all) (?:\p{L}+ )?$/iu;

/**
 * Whether a pronoun before the value may stand for another thing of the sentence, of which the statement holds:
 * "Alendronate slows them, and so does denosumab, though it is an antibody".
 */
export function isOfOtherMeant(
  { claim, subject, object }: Place,
  block: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  if (subject === undefined || subject.end > object.start || claim.object.block !== block.index) return false;
  const between = block.text.slice(subject.end, object.start);
  const pronoun = [...between.matchAll(PRONOUN)].at(-1);
  if (pronoun === undefined || OF_BOTH.test(between.slice(pronoun.index))) return false;
  const last = subject.end + pronoun.index;
  return block.mentions.some(
    ({ conceptId, span }) =>
      conceptId !== undefined &&
      span.start >= subject.end &&
      span.end <= last &&
      conceptId !== claim.subject.conceptId &&
      !LIKENED.test(block.text.slice(subject.end, span.start)) &&
      holdsOf(claim, conceptId, block, terminology),
  );
}

const PRONOUN = /(?<!\p{L})(?:it|they|this|these)(?!\p{L})/giu;
/** "Warfarin works like apixaban: it blocks …" */
const LIKENED = /(?<!\p{L})(?:like|as|with|to|than|from|for|against|of|in) (?:the |an? )?$/iu;

function holdsOf(
  { relation, attribute, value, object }: Claim,
  id: string,
  { mentions }: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  if (relation === 'has') {
    if (terminology.heldAttribute(id, attribute ?? '')?.values.includes(value ?? '') === true) return true;
    // "It is a monoclonal antibody", behind a word on rituximab.
    return mentions.some(
      ({ conceptId, span }) =>
        conceptId !== undefined &&
        conceptId !== id &&
        object.span.start <= span.start &&
        span.end <= object.span.end &&
        terminology.isA(id, conceptId),
    );
  }
  if (relation === 'is-a') return id !== object.conceptId && terminology.isA(id, object.conceptId ?? '');
  if (relation === 'caused-by' || relation === 'associated-with') {
    return terminology.memberOf(id) !== undefined && isListedCause(id, object.conceptId ?? '', terminology);
  }
  return false;
}

/** "Phosphorus is a mineral. In the blood it is …": what a sentence opens with is what the next one goes on about. */
function opensSentence({ span }: Mention, { sentences, text }: AnalyzedBlock): boolean {
  const own = sentences.find((one) => one.span.start <= span.start && span.end <= one.span.end)?.span;
  return (
    own !== undefined && OPENING.test(text.slice(own.start, span.start)) && STATES.test(text.slice(span.end, own.end))
  );
}

function isSubject({ conceptId, span }: Mention, { text }: AnalyzedBlock, terminology: Terminology): boolean {
  const { kind } = terminology.concept(conceptId!)!;
  // "Calcium goes up" tells what happens in the disease, "phosphorus is a mineral" what it is.
  return (
    SUBJECTS.has(kind) ||
    (kind === 'substance' && (IS_SOMETHING.test(text.slice(span.end)) || !LEVELS.test(text.slice(span.start))))
  );
}

/** "The scrotum is skin with a thin muscle": the sentence says something of what it opens with, and of nothing else. */
function isStatedOf(
  { span, conceptId }: Mention,
  { object }: Place,
  { text }: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  const between = text.slice(span.end, object.start);
  // "The skin turns purple" tells of the disease, "vitamin D works" of something else.
  const acts = !BODY.has(terminology.concept(conceptId!)!.kind) && WORKS.test(between);
  return (COPULA.test(between) || acts) && !ANAPHOR.test(between) && !LEVELS.test(text.slice(span.start));
}

const BODY = new Set<ConceptKind>(['anatomy', 'sign', 'symptom', 'lab-finding', 'complication']);
const COPULA = /^ (?:is|are|was|were|means|lies?|sits?|consists?|comes?|has|have) /u;
/** "Vitamin D works in the gut", behind a sentence on something else. */
const WORKS = /^ (?:works?|acts?|(?!(?:as|thus|always|sometimes|perhaps)\b)\p{L}{2,}[^su\W]s) /u;
const ANAPHOR = /(?<!\p{L})(?:it|its|they|their|them|this|these|which|that|who|such)(?!\p{L})/iu;
const NAMED = /^[^.:]{0,30}:\s*[*_]*(?:an? |the )?$/iu;
const OPENING = /^[\s*_"“]*(?:(?:the|an?) )?$/iu;
const STATES = /^(?: of \d+)? (?!and\b|or\b|with\b|in\b|of\b)\p{L}/u;
const LEVELS = /^(?:(?:blood|serum) )?(?:calcium|phosphate|phosphorus)/iu;
const IS_SOMETHING = /^ (?:is|are|was|were) (?:an?|the|one) /u;
/** "It is in the same family as prednisone: both are …" */
const OF_BOTH = /\b(?:both|all|too|also|likewise|each|either|same)\b/iu;
const SUBJECTS = new Set<ConceptKind>([
  'disease',
  'type',
  'form',
  'drug',
  'protein',
  'lab-test',
  'gene',
  'imaging',
  'measure',
  'procedure',
  'complication',
]);
