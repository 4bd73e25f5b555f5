import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import * as words from './beside-words.js';
import type { Claim } from '../claim.js';
import type { Place } from '../claim-place.js';
import { says } from '../attribution/disowning-words.js';
import { isOfNewTopic, isOfOtherMeant } from '../subjects/new-topic.js';

/**
 * Whether the value belongs to another thing that stands near, by how the sentence is built: the next of some pairs, the
 * class of the medicine before, a thing that was only supposed, asked about, or named to tell where something lies.
 */
export function isOfNeighbor(
  place: Place,
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  const { claim, sentence, between } = place;
  if (isOfRejectedWord(claim, block) || isOnlySupposed(place, block)) return true;
  if (isOfNewTopic(place, block, terminology) || isOfOtherMeant(place, block, terminology)) return true;
  if (isPlaceOfOther(place, blocks, terminology) || isRefusedType(place, block)) return true;
  if ([words.GUESSED_BY_NAME, words.ONE_THING].some((one) => says(one, sentence))) return true;
  if (place.subject === undefined && says(words.ELSEWHERE, sentence)) return true;
  if (claim.relation === 'has' && says(words.OF_CANCER, sentence)) return true;
  if (says(words.THE_FOLLOWING, sentence) && isOfThingAbove(place, block)) return true;
  if (claim.relation === 'has') return isOfNextPlace(place) || isOfNounBehind(place, block);
  if (claim.relation !== 'is-a') return false;
  if (isSomethingOfIt(place, block) || isAppositionOfOther(claim, block, terminology)) return true;
  if (terminology.memberOf(claim.object.conceptId ?? '') !== undefined && says(words.NEXT_RANKED, between)) return true;
  return says(words.NEXT_ORDINAL, between) && holdsOfOneBefore(claim, block, terminology);
}

/** "high phosphate" as what is said of calcium: the noun right behind says of what. */
function isOfNounBehind({ claim: { attribute, form }, object }: Place, { mentions, text }: AnalyzedBlock): boolean {
  if (form !== 'fact' || !DEGREE.test(text.slice(object.start, object.end))) return false;
  const noun = mentions.find(({ span }) => span.start === object.end + 1 && text[object.end] === ' ');
  const name = noun === undefined ? undefined : text.slice(noun.span.start, noun.span.end).toLowerCase();
  return name !== undefined && !name.split(' ').some((word) => attribute!.includes(word));
}

const DEGREE = /^(?:\p{L}+ly |too |very )?(?:high|low|raised|elevated|reduced|normal)$/iu;

/** "makes blood clot less", in a cell. */
export function isHeldBackInCell({ relation, object }: Claim, blocks: readonly AnalyzedBlock[]): boolean {
  return relation === 'has' && says(words.BEHIND_VALUE, blocks[object.block]!.text.slice(object.span.end));
}

/** "Where a drip has leaked, the word *idiopathic* is out of place." */
function isOfRejectedWord({ subject }: Claim, { index, text, sentences }: AnalyzedBlock): boolean {
  if (subject.block !== index || !says(words.A_WORD, text.slice(0, subject.span.start).replace(/[*_"“‘']+$/u, ''))) {
    return false;
  }
  const end = sentences.find(({ span }) => span.start <= subject.span.start && subject.span.end <= span.end)?.span.end;
  return says(words.WORD_REJECTED, text.slice(subject.span.end, end));
}

/** The thing was named in a sentence that only supposes, and this one goes on about what is so. */
function isOnlySupposed(
  { claim: { subject }, subject: here }: Place,
  { index, text, sentences }: AnalyzedBlock,
): boolean {
  if (here !== undefined || subject.block !== index) return false;
  const supposed = sentences.find(({ span }) => span.start <= subject.span.start && subject.span.end <= span.end)?.span;
  if (supposed === undefined) return false;
  if (says(words.WRITTEN_FOR, text.slice(subject.span.end, supposed.end))) return true;
  return says(words.SUPPOSED, text.slice(supposed.start, supposed.end));
}

/**
 * "Parathyroid glands – four, behind the thyroid. They keep calcium in balance": what only tells where something lies is
 * not gone on about, where it holds of another thing that is named here or above.
 */
function isPlaceOfOther(
  { claim, subject: here, sentence }: Place,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
) {
  const { subject, attribute, value, block } = claim;
  if (here !== undefined || subject.block !== block || attribute === undefined || !says(words.TAKES_UP, sentence)) {
    return false;
  }
  if (!says(words.BESIDE_IT, blocks[block]!.text.slice(0, subject.span.start))) return false;
  return [block, block - 1].some((at) =>
    blocks[at]?.mentions.some(({ conceptId }) => terminology.holdsValue(conceptId ?? '', attribute, value!)),
  );
}

/** "In calcinosis there is mineral, in fibrodysplasia ossificans there is bone" and what is thrown in before the next. */
function isOfNextPlace({ subject, before, between, behind, value, isSubjectBehind }: Place): boolean {
  if (subject !== undefined && says(words.NEXT_GAP, between) && says(words.THAT_OF, behind)) return true;
  if (subject === undefined || isSubjectBehind) return false;
  if (says(words.OPENS_NEXT, between) && says(words.NEXT_OF_TWO, behind)) return true;
  // "…, the SAMD9 kind with …", but not "…, the most common type"
  if (/\p{Lu}/u.test(value) && says(words.NEXT_NAMED, between) && says(words.OWN_KIND, behind)) return true;
  // "Milia-like bumps go away, scrotal ones stay"
  if (says(words.NEXT_GAP, between) && says(words.KIND_DOES, behind) && !words.RANKED.test(value)) return true;
  if (says(words.DOES_LITTLE, between + value) || says(words.NEXT_THIS, between + value)) return true;
  if (says(words.PEOPLE, before) && says(words.NEXT_PEOPLE, between + value)) return true;
  const [, tie] = /^,/u.test(between) ? (words.NEXT_WITH.exec(between + value) ?? []) : [];
  if (tie !== undefined && before.endsWith(`${tie} `)) return true;
  // "a scalpel for excision, a spoon for curettage": what stands behind the comma is for the next one.
  const [, own] = /^, (?:and )?$/u.test(between) ? (words.PAIRED_BY.exec(before) ?? []) : [];
  if (own !== undefined && new RegExp(`^[^,;.]{0,40} ${own} `, 'u').test(behind)) return true;
  const [, place] = words.NEXT_PLACE.exec((between + value).toLowerCase()) ?? [];
  return place !== undefined && new RegExp(`^\\W*${place} (?:the )?$`, 'iu').test(before);
}

/** "minocycline, an antibiotic, colchicine, an anti-inflammatory": the class is of the one that stands before it. */
function isAppositionOfOther(
  { subject, object }: Claim,
  { index, text, mentions }: AnalyzedBlock,
  terminology: Terminology,
) {
  if (object.block !== index || subject.block !== index || object.span.end > subject.span.start) return false;
  if (!/^, (?:and |or )?$/u.test(text.slice(object.span.end, subject.span.start))) return false;
  const opening = /, (?:an?|the|another) (?:[\p{L}-]+ )?$/iu.exec(text.slice(0, object.span.start));
  const one = mentions.find(({ span }) => span.end === opening?.index);
  return one?.conceptId !== undefined && terminology.isA(one.conceptId, object.conceptId ?? '');
}

/** "Warfarin's target is vitamin K" */
function isSomethingOfIt({ subject, between, isSubjectBehind }: Place, { text }: AnalyzedBlock): boolean {
  if (subject === undefined || isSubjectBehind) return false;
  const ending = /['’]s?$/u.exec(text.slice(subject.start, subject.end))?.[0] ?? '';
  return says(words.SOMETHING_OF_IT, ending + between);
}

/** Something that stands before the class is of it. */
function holdsOfOneBefore({ object }: Claim, { index, mentions }: AnalyzedBlock, terminology: Terminology): boolean {
  return mentions.some(
    ({ conceptId, span }) =>
      object.block === index &&
      span.end <= object.span.start &&
      conceptId !== undefined &&
      conceptId !== object.conceptId &&
      terminology.isA(conceptId, object.conceptId ?? ''),
  );
}

function isNamedIn({ own }: Place, { mentions }: AnalyzedBlock, id: string | undefined): boolean {
  return mentions.some(({ conceptId, span }) => conceptId === id && own.start <= span.start && span.end <= own.end);
}

/** A thing that the sentence does not name is one of its two. */
function isOfThingAbove(place: Place, block: AnalyzedBlock): boolean {
  const { subject, object } = place.claim;
  return [subject, object].some(({ conceptId }) => conceptId !== undefined && !isNamedIn(place, block, conceptId));
}

/** '"Are my lumps metastatic?" "No, your blood is fine."': why it is not the type that was asked about. */
function isRefusedType(
  { claim: { subject }, subject: here, own }: Place,
  { index, text, sentences }: AnalyzedBlock,
): boolean {
  if (here !== undefined || subject.block !== index || !words.REFUSES.test(text.slice(own.start, own.end))) {
    return false;
  }
  const asked = sentences.find(({ span }) => span.start <= subject.span.start && subject.span.end <= span.end)?.span;
  if (asked === undefined || !/^[^.;:]{0,25}\?/u.test(text.slice(subject.span.end, asked.end))) return false;
  return says(words.OF_ONES_OWN, text.slice(asked.start, subject.span.start));
}
