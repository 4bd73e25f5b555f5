import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Place } from '../claim-place.js';

/**
 * Whether the words around a value make it something else than what the sentence says of its subject: a reason against
 * the thing, an item beside it in a row, what stands in an addition behind the object, or a value of the other one of
 * two that were named as a choice.
 */
export function isNotSaidThere(place: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  const { claim, subject, before, between, value, behind, isSubjectBehind } = place;
  if (REFUTED_BECAUSE.test(block.text.slice(place.own.start, place.object.start))) return true;
  if (subject === undefined && OPPOSES.test(behind)) return true;
  if (claim.relation === 'unknown-cause') return EXPLAINED.test(value + behind);
  if (isSubjectBehind || subject === undefined) return false;
  if (claim.relation === 'is-a') return isNextItem(before, between);
  if (claim.relation !== 'has') return false;
  if (claim.form === 'fact' && (ADDED_TO_OBJECT.test(between) || OF_PLACE_NAMED.test(between))) return true;
  return isChoiceWith(place, block, terminology);
}

/** "One form said “idiopathic”. The first is wrong because the cause was known." */
const REFUTED_BECAUSE =
  /^\W*(?:the (?:first|second|third|last|former|latter|word|label|name|term|diagnosis)|this|that|it|both) (?:is|was|would be|cannot be|can[’']t be) (?:\p{L}+ly |quite |simply )?(?:wrong|false|incorrect|mistaken|right|correct|out)(?:, too)?,? (?:because|since|as|for)(?!\p{L})/iu;
/** "Is it to be termed metastatic? The normal blood values oppose this." */
const OPPOSES =
  /^[^.;:]*(?<!\p{L})(?:oppose[sd]?|contradict(?:s|ed)?|forbids?|forbade|(?:argue|speak|tell|count)s? against|(?:argued|spoke|told) against|rules? out|ruled out|excludes?d?) (?:this|that|it)(?!\p{L})/iu;
/** "why it dies is the missing blood", "why they form is that …": the reason is told. */
const EXPLAINED =
  /^\W*(?:just |exactly )?why (?:\p{L}+ ){1,5}(?:is|was|are) (?:the|that|because|an?|its|their|simply|mostly|mainly|usually)(?!\p{L})(?! (?:mystery|question|riddle|puzzle|open|unknown))/iu;
/** "binds it, at the price of extra calcium": behind the object and a comma stands an addition. */
const ADDED_TO_OBJECT =
  /(?<!\p{L})\p{L}+s (?:it|them|these|this),? (?:at the (?:price|cost|expense) of|in exchange for|in return for|on top of|along with|together with|besides|in addition to)(?!\p{L})[^,;]*$/iu;
/** "in a tendon, which is the band from muscle to bone": told of the place. */
const OF_PLACE_NAMED = /(?<!\p{L})(?:in|on|at) (?:an? |the )\p{L}+, which (?:is|are) [^,;]*$/iu;

/** "one part X, one part Y": what stands before both makes them items of a row. */
function isNextItem(before: string, between: string): boolean {
  const lead = /^, (?:and |then )?((?:[\p{L}\d]+ ){2,3})$/u.exec(between)?.[1]?.toLowerCase();
  return lead !== undefined && before.toLowerCase().endsWith(lead);
}

/** "universalis or circumscripta, until the whole-body scan came": one of two, and of the other it holds. */
function isChoiceWith({ claim, subject }: Place, { mentions, text }: AnalyzedBlock, terminology: Terminology): boolean {
  const { attribute, value } = claim;
  if (attribute === undefined || value === undefined || subject === undefined) return false;
  return mentions.some(
    ({ conceptId, span }) =>
      conceptId !== undefined &&
      span.end < subject.start &&
      CHOICE.test(text.slice(span.end, subject.start)) &&
      terminology.holdsValue(conceptId, attribute, value),
  );
}

const CHOICE = /^["”’*_]*,? or (?:the |an? )?["“‘*_]*$/iu;
