import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';

import * as words from './beside-words.js';
import { CARRIED } from '../facts/carried-claims.js';
import { WHOLE_STATEMENT } from '../classes/class-claim.js';
import type { Claim } from '../claim.js';
import { placeOf, type Place } from '../claim-place.js';
import { isHeldBackInCell, isOfNeighbor } from './beside-neighbor.js';
import { says } from '../attribution/disowning-words.js';
import { isTakenUp } from './of-another.js';
import { isNotSaidThere } from './not-said-there.js';
import { hasOwnSubject } from '../subjects/own-subject.js';
import { isOfOtherInOrder } from './ordered-values.js';
import { TOLD_OF_EACH } from '../types/joint-types.js';
import { cellsOf } from '../layout/rejected-cells.js';
import { isOfObjectActedOn } from './relative-values.js';
import { isToldApart } from './told-apart.js';
import { isOtherValue, isLevelAfterCare } from '../facts/values-set-right.js';

/**
 * Whether the words of a statement are said of another thing than the one that it was read of, of one case of it, or of
 * what is not so. Asked of statements that do not hold, which are few.
 */
export function isSaidBesideIt(claim: Claim, blocks: readonly AnalyzedBlock[], terminology: Terminology): boolean {
  // Carried over by words of the sentence itself, of whatever stood there before.
  if (claim.form === CARRIED || claim.form === WHOLE_STATEMENT || claim.form === TOLD_OF_EACH) return false;
  const block = blocks[claim.block]!;
  if (block.table !== undefined) {
    // "Blocks a protein that drives inflammation", in a cell.
    const isOther = isHeldBackInCell(claim, blocks) || isOfObjectActedOn(placeOf(claim, block));
    return isOther || tellsDifferences(block, blocks);
  }
  if (isOfOtherInOrder(claim, blocks, terminology)) return true;
  const place = placeOf(claim, block);
  if (isOfNextOfPair(place, block, terminology) || isToldApart(place, block, terminology)) return true;
  const { between, before, value, behind, sentence, isSubjectBehind } = place;
  if (words.WRONG_BECAUSE.test(between) || isOfSeveral(place, block) || hasOwnSubject(place, block)) return true;
  if (isOfObjectActedOn(place) || isOtherValue(place, terminology) || isLevelAfterCare(place)) return true;
  if (isNotSaidThere(place, block, terminology)) return true;
  if (isOfNeighbor(place, block, blocks, terminology)) return true;
  if (says(words.ONES_OWN, between) || words.WHILE_ANOTHER.test(between) || says(words.NOT_WHAT, before)) return true;
  if (claim.relation === 'has' && says(words.THERE_IS, before)) return true;
  // "the lumps of the scrotum and the milia-like bumps": two things side by side.
  if (claim.relation === 'has' && isSubjectBehind && /^,? (?:and|or)(?: the| a| an)? $/u.test(between)) return true;
  // "PTH-related protein"
  if (claim.relation === 'has' && (/^-\p{L}/u.test(between) || says(words.WOULD_SAY, between))) return true;
  if (TOLD.has(claim.form) && (says(words.MAY_TURN_INTO, between) || isOfThoseWhoHave(place))) return true;
  if (TOLD.has(claim.form) && (says(words.IN_COMPANY, between) || beginsName(words.COMPOUND, value, behind))) {
    return true;
  }
  if (claim.relation !== 'has' && /^, (?:and )?$/u.test(between) && says(words.NEXT_OF_PAIRS, behind)) return true;
  if (place.subject === undefined && says(words.IN_ONE_CASE, sentence)) return true;
  if (claim.form === 'explanation' && says(words.CONCLUDES, value)) return true;
  const start = block.text.slice(place.own.start, place.object.start);
  if (claim.relation === 'is-a' && says(words.HIDDEN_BEHIND, start)) return true;
  if (claim.relation === 'is-a') {
    const { subject, object } = claim;
    const isAfter = subject.block === object.block && object.span.end < subject.span.start;
    const group = isAfter ? blocks[object.block]!.text.slice(object.span.end, subject.span.start) : '';
    return [words.OTHERS_COUNT, PART_OF].some((one) => says(one, between)) || says(words.OTHER_ONES, group);
  }
  if (claim.relation === 'made-by') return says(words.NEAR_PLACE, between) || isMadeByMany(claim, block);
  if (claim.relation === 'unknown-cause') {
    return [words.IN_SOME, words.OF_A_WORD].some((one) => says(one, before + between + value));
  }
  if (claim.relation === 'associated-with') {
    return says(words.SUCH_A_PERSON, between) || isListedWith(place, block);
  }
  if (claim.relation !== 'has' && claim.relation !== 'level') return false;
  if (says(words.LEFT_AS_IT_IS, between + value + behind) || words.NOT_A_KIND_WHICH.test(between)) return true;
  if (place.subject !== undefined && !isSubjectBehind && words.LATIN_BEHIND.test(block.text.slice(place.subject.end))) {
    return true;
  }
  const isOfPart = terminology.concept(claim.subject.conceptId ?? '')?.kind === 'anatomy';
  if (isOfPart && isSubjectBehind && says(words.GOES_TO, between)) return true;
  if (isOfPart && words.TWO_NOUNS.test(between) && /\bof (?:the )?$/u.test(before)) return true;
  if (place.subject === undefined && words.THOSE_OF.test(sentence)) return true;
  if (!isSubjectBehind && words.NEXT_THOSE.test(between + value)) return true;
  if (place.subject === undefined && sentence.indexOf(value) < 20 && words.IS_NAMED.test(behind)) return true;
  if (isSubjectBehind && says(words.NOT_AMONG, between)) return true;
  if (claim.relation === 'has' && says(words.THE_OTHER, between + value)) return true;
  if (claim.relation === 'has' && says(words.PART_ENDS, before + between) && says(words.COMES, behind)) return true;
  if (isSubjectBehind && (says(words.RULES_OUT, between) || isOutcome(place) || isOfNextPart(place))) return true;
  if (claim.relation === 'has' && says(words.ONE_OTHER, between + value + behind)) return true;
  if (isOfSentenceOpener(place, block, terminology) || isOwnSubject(place, block)) return true;
  if (isOfFarther(place, block, terminology)) return true;
  if (isLeftBehind(place, block) || says(words.FAR_FROM, start)) {
    return true;
  }
  const isRank = RANKS.has(claim.value ?? '');
  // "…, the rarest of the five, is seen in children": the rank stands between commas.
  if (isRank) {
    // What stands behind ", and we see it …" is a statement of its own.
    const own = sentence.slice(0, sentence.length - behind.length) + behind.split(words.NEXT_STATEMENT, 1)[0]!;
    return says(words.AMONG_SOME, /^, the /u.test(between) ? value + behind.split(',', 1)[0]! : own);
  }
  // "Chondrocalcinosis (tendons) is called …": behind a bracket it goes on about the thing.
  const isInBracket = between.endsWith('(') && behind.startsWith(')');
  if ((!isInBracket && says(words.BEHIND_VALUE, behind)) || says(words.REPORTED_CASES, sentence)) return true;
  if (says(words.ACHES, behind) || (says(words.CAN, between) && says(words.AS_WELL, behind))) return true;
  if (isSubjectBehind) return says(words.WITHOUT_IT, between);
  return (
    isKeptFrom(place) ||
    says(words.GAPPED, between) ||
    isOfOwnSubject(place) ||
    isWithoutIt(place) ||
    (claim.relation === 'has' && MOVES.has(claim.value ?? '') && says(words.GOES_WITH, between)) ||
    says(words.NO_MEASURE, between + value) ||
    says(words.TELLS_LITTLE, between) ||
    [words.IN_PLACE_OF, words.AFTER_A_TIME, words.COMPLAINT_OF].some((one) => says(one, between)) ||
    (says(words.OF_OTHER_PART, between) && !says(words.NAME_FOR, value)) ||
    says(words.LIKE_IT, lastPart(between)) ||
    isDoneByCare(place, block, terminology) ||
    isOfNounBefore(place, block)
  );
}

/** The verb of a relative clause is of several things, and what stands before it is one: "neighbors of the thyroid that make". */
function isOfSeveral({ claim, object, subject }: Place, { text }: AnalyzedBlock): boolean {
  if (subject === undefined) return false;
  const [first, last] = subject.start < object.start ? [subject, object] : [object, subject];
  const name = text.slice(first.start, first.end).toLowerCase();
  if (name.endsWith('s') || words.STANDS_FOR_SEVERAL.test(name) || claim.relation === 'stands-for') return false;
  return words.OF_SEVERAL.test(text.slice(first.end, last.end).toLowerCase());
}

/** "Patients with lupus have the dystrophic type of calcinosis": the people have both, and the one is no form of the other. */
function isOfThoseWhoHave({ before, between, value }: Place): boolean {
  return /\b(?:with|of|have|has) (?:[^.;]*\bor )?$/iu.test(before) && says(words.ALSO_HAVE, between + value);
}

/** "Behind it lie four small glands. They make …" */
function isMadeByMany({ subject, object }: Claim, { index, text }: AnalyzedBlock): boolean {
  if (object.block !== index || subject.block !== index || object.span.end > subject.span.start) return false;
  const isOne = !text.slice(object.span.start, object.span.end).endsWith('s');
  return isOne && says(words.MANY_BEHIND, text.slice(object.span.end, subject.span.start));
}

/** The thing was given up in the sentence before, or this one names what it speaks of behind a colon. */
function isLeftBehind({ claim, own, subject, behind }: Place, { index, text }: AnalyzedBlock): boolean {
  if (subject !== undefined || claim.subject.block !== index) return false;
  const isNote = claim.relation === 'level' || claim.form === 'explanation';
  if (isNote && says(words.NAMED_BEHIND, behind)) return true;
  if (says(words.LACKING, text.slice(claim.subject.span.end, own.start))) return true;
  const start = text.slice(Math.max(0, claim.subject.span.start - LONGEST_WORDS), claim.subject.span.start);
  return says(words.GIVEN_UP, start) || says(words.TAKEN_FOR, start);
}

/** "may sound like a spell, but all it means is": what is said behind "but". */
function lastPart(between: string): string {
  return between.split(/, but /u).at(-1)!;
}

/** In characters. */
const LONGEST_WORDS = 40;
const PART_OF = /\b(?:can|may|might|often|sometimes) be (?:a )?part of (?:an? |the )?$/u;
/** Forms of statements whose words may stand anywhere in a clause. */
const TOLD = new Set(['telling', 'at large']);
const RANKS = new Set(['most-common', 'rarest', 'first', 'last']);

/** A table of pairs, with a column that tells how they differ: which is which, its words say and no reader knows. */
function tellsDifferences({ table }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const headers = cellsOf(table!.table, blocks).rows.get(0) ?? [];
  return headers.some(({ text }) => says(words.DIFFERENCE_HEADER, text));
}

/** "*Hypercalciuria* is too much …", behind a sentence on another thing of its kind: the sentence names its own subject. */
function isOfSentenceOpener({ claim, own, subject, object }: Place, block: AnalyzedBlock, terminology: Terminology) {
  const isEarlier = claim.subject.block !== block.index || claim.subject.span.end <= own.start;
  if (subject !== undefined || !isEarlier) return false;
  const opener = block.mentions.find(({ span }) => own.start <= span.start && span.end <= object.start);
  if (opener?.conceptId === undefined || !isPeer(opener.conceptId, claim, terminology)) return false;
  if (isTakenUp(block.text.slice(opener.span.end, object.start))) return false;
  return OPENS_SENTENCE.test(block.text.slice(own.start, opener.span.start));
}

/** "Calcific tendinitis is apatite", behind a sentence on something else: what looks like a value is the subject. */
function isOwnSubject({ claim, own, subject, object, behind }: Place, { mentions, text }: AnalyzedBlock): boolean {
  // "A phosphate above the normal range has to be present": a level begins with what is measured.
  if (
    claim.relation === 'level' ||
    subject !== undefined ||
    !OPENS_SENTENCE.test(text.slice(own.start, object.start))
  ) {
    return false;
  }
  const isThing = mentions.some(({ conceptId, span }) => conceptId !== undefined && span.start === object.start);
  return isThing && says(words.STATES_OF_IT, behind);
}

/** Sentences behind what was named, or beside another thing of a kind that statements are made of, it is told of that. */
function isOfFarther({ claim, own, subject, object }: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  if (subject !== undefined || !TOLD.has(claim.form) || claim.subject.block !== block.index) return false;
  const { sentences, mentions, text } = block;
  const between = sentences.filter(({ span }) => claim.subject.span.end <= span.start && span.end <= own.start);
  if (claim.form === 'telling' && between.length > 0 && !says(words.GOES_ON, text.slice(own.start, own.end))) {
    return true;
  }
  const start = text.slice(own.start, object.start);
  if (says(words.OWN_PERSON, start) || says(words.CARE_FOR, start)) return true;
  return mentions.some(
    ({ conceptId, span }) =>
      conceptId !== undefined &&
      own.start <= span.start &&
      span.end < object.start &&
      SIGNS.has(terminology.concept(conceptId)!.kind) &&
      conceptId !== claim.subject.conceptId,
  );
}

const SIGNS = new Set(['sign', 'symptom']);
const OPENS_SENTENCE = /^[\s*_"“]*(?:(?:in|with|under) )?(?:(?:the|an?) )?$/iu;

/** "Calcitonin comes from the thyroid, parathyroid hormone from …": behind the comma the next thing has its own value. */
function isOfNextOfPair(
  { claim: { attribute }, subject, object, isSubjectBehind }: Place,
  block: AnalyzedBlock,
  terminology: Terminology,
) {
  if (subject === undefined || isSubjectBehind) return false;
  const { text, mentions } = block;
  const id = mentions.find(({ span }) => span.start === subject.start)?.conceptId;
  if (id === undefined) return false;
  return mentions.some(({ conceptId, span }) => {
    if (conceptId === undefined || span.start < subject.end || span.start >= object.end) return false;
    const isPeer =
      isPeerOf(conceptId, id, terminology) ||
      alsoHas(conceptId, id, attribute, terminology) ||
      (attribute !== undefined && !isKin(conceptId, id, terminology) && ACTS.test(text.slice(span.end, object.end)));
    if (!isPeer || terminology.concept(conceptId)!.closed !== undefined) return false;
    const between = text.slice(subject.end, span.start);
    return OPENS_PART.test(between) && STATES.test(between);
  });
}

/** "calcitonin nudges calcium down": what stands there acts. */
const ACTS = /^ \p{L}+[^su']s (?:[\p{L}-]+ ?){1,4}$/u;
const OPENS_PART = /(?:[,;]|[,;]? (?:while|whereas))(?: (?:and|while|whereas|but))? (?:the |in (?:the )?)?$/iu;
/** Words of a statement of its own, not of a list. */
const STATES = /^\s(?!and\b|or\b)\p{L}+[^,;]*\s\p{L}+/u;

function isPeer(id: string, { subject }: Claim, terminology: Terminology): boolean {
  return subject.conceptId !== undefined && isPeerOf(id, subject.conceptId, terminology);
}

/** Another thing of the same kind. */
function isPeerOf(id: string, own: string, terminology: Terminology): boolean {
  return id !== own && terminology.concept(id)!.kind === terminology.concept(own)!.kind && !isKin(id, own, terminology);
}

/** One of the two is a kind of the other. */
function isKin(id: string, own: string, terminology: Terminology): boolean {
  return terminology.isA(id, own) || terminology.isA(own, id);
}

/** "There is no ulcer, and the masses do not hurt", behind a sentence on something else. */
function isOfOwnSubject({ claim, subject, between }: Place): boolean {
  return subject === undefined && claim.form === 'grade' && says(words.OWN_SUBJECT, between);
}

/** "Before cinacalcet, the hormone was up", "Low calcium under cinacalcet makes …" */
function isWithoutIt({ before, between, value }: Place): boolean {
  if (says(words.RELATIVE, between + value)) return false;
  // "Under diltiazem the heart beats …" tells what it does.
  return says(words.WITHOUT_IT, before) || (says(words.UNDER_IT, before) && !/^\W*under (?:the )?$/iu.test(before));
}

/** Another thing that has the attribute. */
function alsoHas(id: string, own: string, attribute: string | undefined, terminology: Terminology): boolean {
  return (
    attribute !== undefined &&
    id !== own &&
    terminology.heldAttribute(id, attribute) !== undefined &&
    !isKin(id, own, terminology)
  );
}

/** The value opens a longer name. */
function beginsName(name: RegExp, value: string, behind: string): boolean {
  return name.exec(`${value}${behind}`.toLowerCase())?.index === 0;
}

/** "Phosphate rises, FGF23 rises": behind the comma the thing has a verb of its own. */
function isOfNextPart({ claim, between, behind }: Place): boolean {
  return claim.form === 'scale' && between === ', ' && /^ \p{L}+s(?!\p{L})/u.test(behind);
}

/** "Diagnoses: calciphylaxis, osteoma cutis, pilomatricoma": names in a row say nothing of one another. */
function isListedWith({ subject, object, own }: Place, { mentions, text }: AnalyzedBlock): boolean {
  if (subject === undefined) return false;
  const [first, last] = subject.start < object.start ? [subject, object] : [object, subject];
  if (!/:\s$/u.test(text.slice(own.start, first.start))) return false;
  let rest = '';
  let at = first.end;
  for (const { span } of mentions) {
    if (span.start < at || span.end > last.start) continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return /^(?:\s*,?\s*(?:and|or)?)*$/u.test(rest + text.slice(at, last.start));
}

/** "The kidney turns both into calcitriol" */
function isOutcome({ value, between }: Place): boolean {
  return between.trim() === '' && says(words.TURNS_INTO, value);
}

/** "keeps phosphate in check", "stops the kidneys from holding on to it" */
function isKeptFrom({ claim, between, value, behind }: Place): boolean {
  if (says(words.KEEPING, value) && (says(words.HELD_DOWN, behind) || says(words.HELD_IN, value + behind))) return true;
  return TURNED.has(claim.value ?? '') && says(words.KEPT_FROM, between + value + behind);
}

/** Values of one direction, which what is kept from being so turns. */
const TURNED = new Set('up raises keep keeps more high'.split(' '));

/** "In kidney failure dialysis lowers phosphate": what care does, not the disease. */
function isDoneByCare(
  { claim, own, subject, object, between }: Place,
  block: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  const kind = terminology.concept(claim.subject.conceptId ?? '')?.kind;
  if (!MOVES.has(claim.value ?? '') || subject === undefined) return false;
  if (says(words.DOING, between)) return true;
  if (kind !== 'disease') return false;
  return block.mentions.some(
    ({ conceptId, span }) =>
      conceptId !== undefined &&
      own.start <= span.start &&
      span.end <= own.end &&
      CARE.has(terminology.concept(conceptId)!.kind) &&
      (span.end <= object.start || says(words.BY_CARE, block.text.slice(object.end, span.start))),
  );
}

const MOVES = new Set('up down high low raises lowers rises falls'.split(' '));
const CARE = new Set(['drug', 'drug-class', 'procedure']);

/** "denosumab, take your calcium tablets": the noun right before the value says whose it is. */
function isOfNounBefore({ claim, object }: Place, { mentions, text }: AnalyzedBlock): boolean {
  return mentions.some(
    ({ conceptId, span }) =>
      conceptId !== undefined &&
      conceptId !== claim.subject.conceptId &&
      span.start > claim.subject.span.end &&
      span.end === object.start - 1 &&
      text[span.end] === ' ' &&
      WAYS.test(text.slice(object.start, object.end)),
  );
}

const WAYS = /^(?:tablet|pill|capsule|drip|infusion|injection|shot|cream|ointment|gel|syrup)s?$/iu;
