import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import type { Place } from '../claim-place.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { isOfOtherType } from './of-other-type.js';
import * as words from './told-apart-words.js';

/**
 * Whether the grammar of a sentence tells its value apart from the thing that it was read of: it is denied there, or
 * belongs to the next one of several parts, or to what the sentence names itself.
 */
export function isToldApart(place: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  if (isDeniedThere(place, block)) return true;
  const { claim } = place;
  if (claim.relation === 'is-a') return isNoKind(place, terminology);
  if (isSoOtherwise(place, block) || isOfOtherPart(place, block)) return true;
  if (!place.isSubjectBehind && isOfTypeNamed(place, block, terminology)) return true;
  if (isOfOtherType(place, block, terminology)) return true;
  if (claim.relation !== 'has' || place.isSubjectBehind) return false;
  return opensNextPart(place, block) || isOfMedicineBefore(place, block, terminology);
}

/** What stands in the sentence before the value. */
function upToValue({ own, object }: Place, { text }: AnalyzedBlock): string {
  return text.slice(own.start, object.start);
}

/** "neither is vitamin D", "anything but the rarest", "have to be excluded", "the word is out of place" */
function isDeniedThere(place: Place, block: AnalyzedBlock): boolean {
  const { claim, subject, between, behind, sentence, isSubjectBehind } = place;
  const upTo = upToValue(place, block);
  if ([words.NEITHER_IS, words.HOW, words.NEGATED].some((one) => one.test(upTo))) return true;
  if (claim.relation === 'has' && words.DIFFERENT_FROM.test(between + place.value)) return true;
  if (subject === undefined && (words.THERE.test(upTo) || isOfNone(claim, block))) return true;
  if (isSubjectBehind && words.OUT_OF_PLACE.test(behind)) return true;
  if (isSubjectBehind && words.IN_BRACKET.test(between) && words.RULED_OUT.test(upTo)) return true;
  if (claim.relation !== 'is-a' && [words.EXCLUDED, words.AGAINST].some((one) => one.test(behind))) return true;
  if (claim.relation !== 'is-a' && [words.NEITHER_BEFORE, words.LITTLE_TO_DO].some((one) => one.test(upTo))) {
    return true;
  }
  if (!ORIGINS.has(claim.relation) || !words.NEITHER_NOR.test(sentence)) return false;
  // "Neither type is an infection, nor …, and either of them can come from burns"
  const start = Math.min(place.object.start, subject?.start ?? place.object.start);
  return !words.STATEMENT_BEHIND_NOR.test(block.text.slice(place.own.start, start));
}

/** "It is the dystrophic one" tells which it is; "the hospital's expert idiopathic" says it of something else. */
function isNoKind(place: Place, terminology: Terminology): boolean {
  const { claim, subject, before, between, sentence, isSubjectBehind } = place;
  if (subject === undefined && words.WHICH_ONE.test(sentence) && areTypes(claim, terminology)) return true;
  if (isSubjectBehind) return false;
  if (words.IN_CASE.test(before) && words.GOES_WITH.test(between)) return true;
  if ([words.POSSESSIVE, words.FOR_ITS, words.ONE_THAT].some((one) => one.test(between))) return true;
  return isRowOfTypes(place, terminology);
}

/** It is so in a case that is denied, or comes of what takes the thing away; or the words are no value of it. */
function isSoOtherwise(place: Place, block: AnalyzedBlock): boolean {
  const { claim, between, value, behind, isSubjectBehind } = place;
  const upTo = upToValue(place, block);
  if (STATES.has(claim.relation) && !isSubjectBehind && words.DENIED_WHERE.test(between)) return true;
  if (isTakenAway(place, block) || words.LAYS.test(upTo) || words.STOPPED_FOR.test(value)) return true;
  if (words.LAST.test(value) && words.PERIOD.test(behind)) return true;
  if (claim.attribute === 'frequency' && words.WITH_MANY.test(upTo)) return true;
  if (claim.attribute === 'frequency' && words.OFTEN.test(value) && words.NOT_A_RANK.test(behind)) return true;
  return claim.relation === 'has' && words.MARK_OF.test(`${between}${value}`);
}

/** The value stands in a part of the sentence with a subject of its own, or in a row of names. */
function isOfOtherPart(place: Place, block: AnalyzedBlock): boolean {
  const { claim, subject, before, between, value, behind, isSubjectBehind } = place;
  const upTo = upToValue(place, block);
  if (subject === undefined) {
    if (words.SET_AGAINST.test(upTo) || words.DIFFERENT.test(upTo + value)) return true;
    if (claim.form === 'attribute' && words.CLEFT.test(upTo) && words.CLEFT_BEHIND.test(behind)) return true;
  }
  if (isSubjectBehind) {
    if (words.BETTER_THAN.test(between)) return true;
    if (claim.relation !== 'has') return false;
    // "A thyroidectomy takes out the thyroid, a parathyroidectomy …": the next of some pairs.
    return words.IN_A_ROW.test(between) || (words.NEXT_THING.test(between) && words.OWN_NOUN.test(upTo));
  }
  if (words.WHILE.test(between) || words.KIN.test(between)) return true;
  if (claim.relation !== 'has') return false;
  if (words.NEXT_ACTOR.test(between + value)) return true;
  return words.NEXT_NAME.test(between) && words.NAME_BEFORE.test(before) && words.NAME_BEHIND.test(behind);
}

/** "No overdose of vitamin D. … Calcium is normal." */
function isOfNone({ subject }: Claim, { index, text }: AnalyzedBlock): boolean {
  return subject.block === index && words.NONE_OF.test(text.slice(0, subject.span.start));
}

/** "The hormone lowers calcitriol, so the gut takes in less calcium." */
function isTakenAway({ own, subject, between }: Place, { text }: AnalyzedBlock): boolean {
  return (
    subject !== undefined && words.FOLLOWS.test(between) && words.LESSENS.test(text.slice(own.start, subject.start))
  );
}

function areTypes({ subject, object }: Claim, terminology: Terminology): boolean {
  return [subject, object].every(({ conceptId }) => terminology.memberOf(conceptId ?? '') !== undefined);
}

/** "the dystrophic, the metastatic, the idiopathic, and the iatrogenic": names in a row. */
function isRowOfTypes({ claim, between, before, behind }: Place, terminology: Terminology): boolean {
  const own = terminology.memberOf(claim.subject.conceptId ?? '');
  const other = terminology.memberOf(claim.object.conceptId ?? '');
  if (own === undefined || other === undefined || own.classification !== other.classification) return false;
  if (!/^, (?:an? |the )?$/u.test(between)) return false;
  const names = own.classification.members.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed]).join('|');
  const [next, last] = [
    `^,? (?:and |or )?(?:an? |the )?(?:${names})(?!\\p{L})`,
    `(?<!\\p{L})(?:${names}), (?:an? |the )?$`,
  ];
  return new RegExp(next, 'iu').test(behind) || new RegExp(last, 'iu').test(before);
}

/** "The old lumps on the cheek are dystrophic", behind a sentence on another type. */
function isOfTypeNamed(
  { claim, own, subject, behind }: Place,
  { text }: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  const place = terminology.memberOf(claim.subject.conceptId ?? '');
  if (place === undefined) return false;
  const others = place.classification.members.flatMap(({ name, alsoNamed }) =>
    name === place.name ? [] : [name, ...alsoNamed],
  );
  // "a burn gives the dystrophic, and a lump for which nobody finds a reason idiopathic"
  if (new RegExp(`^ (?:the )?(?:${others.join('|')})(?!\\p{L})`, 'iu').test(behind)) return true;
  const ofOther = new RegExp(`of the (?:${others.join('|')}) (?:type|kind|form|sort)`, 'iu');
  if (claim.relation === 'unknown-cause' || subject === undefined) {
    if (ofOther.test(text.slice(own.start, own.end))) return true;
  }
  const called = words.CALLED.exec(behind)?.[1]?.toLowerCase();
  return called !== undefined && others.includes(called);
}

/** "X is bone, calcium without bone there is Y", "X is about this, that mainly about Y": a part with a subject of its own. */
function opensNextPart({ object, between, behind }: Place, { mentions }: AnalyzedBlock): boolean {
  const opens = /, (?:and |but |while |whereas )?(?:the |an? )?(?:\p{L}+ )?$/u.exec(between);
  if (opens === null) return false;
  if (/ (?:and|but|while|whereas) /u.test(opens[0]) && words.OF_OTHER.test(behind)) return true;
  if (opens.index > 0) return false;
  const named = mentions.find(({ conceptId, span }) => conceptId !== undefined && span.start >= object.end);
  const isNext = named !== undefined && words.IS_NEXT.test(behind.slice(0, Math.max(0, named.span.start - object.end)));
  if (isNext) return true;
  const isThing = mentions.some(
    ({ conceptId, span }) => conceptId !== undefined && span.start <= object.start && object.start < span.end,
  );
  return isThing && words.GAPPED.test(behind);
}

/**
 * "Rituximab? That's one of those phosphate binders. … It removes B cells": a class said of a medicine is not gone on
 * about, and the statement holds of the medicine.
 */
function isOfMedicineBefore(
  { claim, subject }: Place,
  { index, mentions, text }: AnalyzedBlock,
  terminology: Terminology,
) {
  const id = claim.subject.conceptId ?? '';
  if (subject !== undefined || claim.subject.block !== index || terminology.concept(id)?.kind !== 'drug-class') {
    return false;
  }
  if (!words.SAID_OF_IT.test(text.slice(0, claim.subject.span.start))) return false;
  return mentions.some(
    ({ conceptId, span }) =>
      span.end <= claim.subject.span.start &&
      terminology.concept(conceptId ?? '')?.kind === 'drug' &&
      contradictionOf({ ...claim, subject: { ...claim.subject, conceptId: conceptId! } }, terminology) === undefined,
  );
}

const ORIGINS = new Set(['has', 'caused-by', 'associated-with']);
const STATES = new Set(['level', 'tissue']);
