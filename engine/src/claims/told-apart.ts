import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import type { ProseSpan } from '../text/span.js';
import type { Claim } from './claim.js';

/** Where a statement that does not hold stands in its sentence. */
interface Place {
  readonly claim: Claim;
  readonly own: ProseSpan;
  readonly subject: ProseSpan | undefined;
  readonly object: ProseSpan;
  readonly before: string;
  readonly between: string;
  readonly value: string;
  readonly behind: string;
  readonly isSubjectBehind: boolean;
}

/**
 * Whether the grammar of a sentence tells its value apart from the thing that it was read of: it is denied there, or
 * belongs to the next one of several parts, or to what the sentence names itself.
 */
export function isToldApart(place: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  const { claim, own, subject, object, between, value, behind, isSubjectBehind } = place;
  const upTo = block.text.slice(own.start, object.start);
  if (NEITHER_IS.test(upTo) || HOW.test(upTo)) return true;
  if (claim.relation !== 'is-a' && EXCLUDED.test(behind)) return true;
  if (subject === undefined && (THERE.test(upTo) || isOfNone(claim, block))) return true;
  if (isSubjectBehind && (OUT_OF_PLACE.test(behind) || (claim.relation === 'has' && IN_A_ROW.test(between)))) {
    return true;
  }
  if (isSubjectBehind && /\($/u.test(between.trim()) && RULED_OUT.test(upTo)) return true;
  if (ORIGINS.has(claim.relation) && NEITHER_NOR.test(block.text.slice(own.start, own.end))) return true;
  if (subject === undefined && claim.form === 'attribute' && CLEFT.test(upTo) && CLEFT_BEHIND.test(behind)) return true;
  if (NEGATED.test(upTo) || (claim.relation === 'has' && MARK_OF.test(`${between}${value}`))) return true;
  if (claim.relation === 'has' && !isSubjectBehind && NEXT_ACTOR.test(between + value)) return true;
  if (claim.relation === 'is-a') {
    if (subject === undefined && WHICH_ONE.test(block.text.slice(own.start, own.end)) && areTypes(claim, terminology)) {
      return true;
    }
    if (isSubjectBehind) return false;
    if (IN_CASE.test(block.text.slice(own.start, subject?.start ?? own.start)) && GOES_WITH.test(between)) return true;
    return [POSSESSIVE, FOR_ITS, ONE_THAT].some((one) => one.test(between)) || isRowOfTypes(place, terminology);
  }
  if (isSubjectBehind && BETTER_THAN.test(between)) return true;
  if (isTakenAway(place, block)) return true;
  if (claim.attribute === 'frequency' && /often$/iu.test(value) && NOT_A_RANK.test(behind)) return true;
  if (subject === undefined && (SET_AGAINST.test(upTo) || DIFFERENT.test(upTo + value))) return true;
  if (!isSubjectBehind && (WHILE.test(between) || (STATES.has(claim.relation) && DENIED_WHERE.test(between)))) {
    return true;
  }
  if (LAYS.test(upTo) || STOPPED_FOR.test(value) || (/\blast$/iu.test(value) && PERIOD.test(behind))) return true;
  if (!isSubjectBehind && KIN.test(between)) return true;
  if (!isSubjectBehind && isOfTypeNamed(place, block, terminology)) return true;
  if (claim.relation !== 'has' || isSubjectBehind) return false;
  if (/^, (?:the )?$/u.test(between) && /, $/u.test(place.before) && /^ and /u.test(behind)) return true;
  return opensNextPart(place, block) || isOfMedicineBefore(place, block, terminology);
}

/** "…, and neither is vitamin D" */
const NEITHER_IS =
  /(?<!\p{L})(?:neither|nor) (?:is|are|was|were|do|does|did|can|has|have|will) (?:an? |the )?(?:\p{L}+ ){0,2}$/iu;
/** "A known cause rules the word idiopathic out", "… and the word *idiopathic* is out of place" */
const OUT_OF_PLACE =
  /^["”’*_)]*(?: type| kind| form)? (?:out(?! of the)(?!\p{L})|(?:is|are|was|would be) (?:out of place|wrong|misplaced|the wrong (?:word|name|term))|does not (?:fit|apply|belong))/iu;
const ORIGINS = new Set(['has', 'caused-by', 'associated-with']);
const STATES = new Set(['level', 'tissue']);
/** "Neither kidney failure nor an overdose of vitamin D accounts for it." */
const NEITHER_NOR = /^\W*neither(?!\p{L})[^.;]*(?<!\p{L})nor(?!\p{L})/iu;
/** "Scrotal, vulval and heel-stick calcinosis" */
const IN_A_ROW = /^(?:, \p{L}+)*,? (?:and|or) $/u;
/** "They have ruled out injured tissue (dystrophic), …" */
const RULED_OUT = /(?<!\p{L})(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing))(?!\p{L})[^.;]*$/iu;
/** "…, for its place is with the metastatic type" */
const FOR_ITS = /,? for (?:its|their|his|her)(?!\p{L})/iu;
/** "Here it is different: …" */
const DIFFERENT =
  /(?<!\p{L})(?:it|that|this|things?|matters|the case)(?: is| are|['’]s) (?:quite |very |rather )?(?:different|otherwise|another matter)(?!\p{L})/iu;
/** "Metastatic is not on offer, as long as the levels are normal." */
const DENIED_WHERE =
  /^ (?:is|are|was|were|can|could|does|do|did|will|would)(?: not|n['’]t| never)(?!\p{L})[^.;]*(?<!\p{L})(?:as long as|so long as|if|when|since|because|where|once) /iu;
/** "Its crystals are …, while the lumps in the skin are …" */
const WHILE = /[,;] (?:while|whereas) (?!(?:it|its|they|their|this|these|he|she|you|your)(?!\p{L}))/iu;
/** "each can lay calcium down" */
const LAYS = /(?<!\p{L})(?:lay|lays|laid|laying) (?:the )?$/iu;
/** "warfarin stopped in view of …" */
const STOPPED_FOR =
  /(?<!\p{L})(?:stopped|held|paused|withheld|discontinued) (?:in view of|because of|due to|for|after|on account of|owing to)(?!\p{L})/iu;
const PERIOD =
  /^ (?:month|week|year|night|time|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|\p{Lu}\p{L}+day)(?!\p{L})/iu;
/** "…, a bacterial infection and the effects of medicines have to be excluded" */
const EXCLUDED =
  /^(?:[^.;:,]|, (?!so |which ))*(?<!\p{L})(?:to be|must be|should be|is|are|was|were|been) (?:first |always |both |all )?(?:excluded|ruled out)(?!\p{L})/iu;
/** "It is the mirror image of the commonest type. There, calcium settles in …" */
const THERE = /^\W*there, /iu;
/** "No overdose of vitamin D. … Calcium is normal." */
function isOfNone({ subject }: Claim, { index, text }: AnalyzedBlock): boolean {
  return (
    subject.block === index &&
    /(?<!\p{L})(?:no|without|neither|nor) (?:\p{L}+ ){0,2}$/iu.test(text.slice(0, subject.span.start))
  );
}
/** "When calcinosis belongs to an autoimmune disease, …" */
const IN_CASE = /(?<!\p{L})(?:when|where|if|whenever|once) (?:the |an? )?$/iu;
const GOES_WITH = /^ (?:belongs?|goes|comes) (?:to|with|from) /iu;
/** "Warfarin is the one that blocks vitamin K." */
const ONE_THAT = /(?<!\p{L})the (?:only )?ones? (?:that|which|who) (?!(?:is|are|was|were) )\p{L}+ (?:the )?$/iu;
/** "An X-ray is better than MRI for seeing calcium." */
const BETTER_THAN =
  /^s? (?:is|are|may be|can be) (?:often |usually |much |even )?(?:better|worse|cheaper|quicker|faster|more (?:useful|precise|sensitive)|less (?:useful|precise|sensitive)) than $/iu;
/** "…, most often from a kidney team" */
const NOT_A_RANK = /^ (?:from|by|with|at|after|because|through|given|used|as)(?!\p{L})/iu;
/** "The hormone lowers calcitriol, so the gut takes in less calcium." */
function isTakenAway({ own, subject, between }: Place, { text }: AnalyzedBlock): boolean {
  return subject !== undefined && FOLLOWS.test(between) && LESSENS.test(text.slice(own.start, subject.start));
}

const FOLLOWS = /^,? (?:so|and so|so that|which means|and (?:then|therefore))(?!\p{L})/iu;
const LESSENS =
  /(?<!\p{L})(?:lowers?|lowered|reduces?|blocks?|stops?|suppress(?:es)?|cuts?|less|without|decreases?|falls? in|lack of|loss of) (?:the |its |your )?(?:\p{L}+ )?$/iu;
/** "Dystrophic calcinosis is anything but the rarest." */
const NEGATED = /(?<!\p{L})(?:anything but|by no means|in no way|nowhere near|not remotely) (?:an? |the )?$/iu;
/** "Calcinosis is, in many people, the mark of an autoimmune disease." */
const MARK_OF = /(?<!\p{L})(?:mark|companion|herald|forerunner) (?:of|to)(?!\p{L})/iu;
/** "I have had iontophoresis twice, and next month they try shock waves" */
const NEXT_ACTOR =
  /, (?:and|but|so|then) (?:\p{L}+ ){0,3}(?:(?:we|he|she|you|i) \p{L}+|they (?:try|tried|will|want|wanted|plan|planned|gave|give|offer|offered))(?!\p{L})/iu;
/** "You might expect the metastatic type to be the commonest. In fact it is the dystrophic one." tells which, not what. */
const WHICH_ONE =
  /^\W*(?:(?:in fact|actually|no|rather|instead|but|in truth|of course),? )?(?:it|that)(?: is| was|['’]s) (?:in fact |actually |really )?the \p{L}+ (?:one|type|kind|form|sort)(?!\p{L})/iu;

function areTypes({ subject, object }: Claim, terminology: Terminology): boolean {
  return [subject, object].every(({ conceptId }) => terminology.memberOf(conceptId ?? '') !== undefined);
}
/** "That is how a medicine against clots can …" */
const HOW = /(?<!\p{L})(?:that|this|which|it)(?: is|['’]s| was) (?:how|why|when|where|because) (?:an? |the )?$/iu;
/** "It was the parathyroid hormone that came back high" */
const CLEFT = /^\W*it (?:is|was) (?:an? |the )?(?:\p{L}+ )?$/iu;
const CLEFT_BEHIND = /^(?: \p{L}+)?,? (?:that|which|who)(?!\p{L})/iu;
/** "one expert called them iatrogenic, the hospital's expert idiopathic" */
const POSSESSIVE =
  /, (?:an? |the |my |our |her |his )?(?!(?:it|that|he|she|what|there|here|who|let)['’])\p{L}+['’]s (?!(?:an?|the|also|one) )\p{L}+ $/u;
/** "Unlike the dystrophic type, in which the skin was damaged": said of the one that it is set against. */
const SET_AGAINST =
  /(?<!\p{L})(?:unlike|in contrast (?:to|with)|contrary to|as opposed to|as against|compared (?:to|with)|other than|different from) [^,;:.]*,? (?:(?:in|of|for|with|under) (?:which|whom)|which|where|whose|who) [^,;:.]*$/iu;

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

/** "its dystrophic cousin needs tissue that was damaged" */
const KIN =
  /(?<!\p{L})(?:its|their|the) (?:\p{L}+ )?(?:cousins?|siblings?|sisters?|brothers?|twins?|relatives?|namesakes?|neighbou?rs?)(?!\p{L})/iu;

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
  const called = CALLED.exec(behind)?.[1]?.toLowerCase();
  return called !== undefined && others.includes(called);
}

const CALLED = /^[^,;:.]*(?<!\p{L})(?:is|are|was|were)(?: called| the| an?)* (\p{L}+)/iu;

/** "X is bone, calcium without bone there is Y", "X is about this, that mainly about Y": a part with a subject of its own. */
function opensNextPart({ object, between, behind }: Place, { mentions }: AnalyzedBlock): boolean {
  const opens = /, (?:and |but |while |whereas )?(?:the |an? )?(?:\p{L}+ )?$/u.exec(between);
  if (opens === null) return false;
  if (/ (?:and|but|while|whereas) /u.test(opens[0]) && OF_OTHER.test(behind)) return true;
  if (opens.index > 0) return false;
  const named = mentions.find(({ conceptId, span }) => conceptId !== undefined && span.start >= object.end);
  if (named !== undefined && IS_NEXT.test(behind.slice(0, Math.max(0, named.span.start - object.end)))) return true;
  const isThing = mentions.some(
    ({ conceptId, span }) => conceptId !== undefined && span.start <= object.start && object.start < span.end,
  );
  return isThing && GAPPED.test(behind);
}

/** ", and the finger lumps of systemic sclerosis come …" */
const OF_OTHER = /^ \p{L}+ (?:of|in) /u;
const IS_NEXT = /^(?: there| here| alone| itself)? (?:is|are) (?:an? |the )?$/u;
const GAPPED = /^ (?:mainly|mostly|chiefly|usually|largely|more|rather) (?:about|from|with|by|of|in|to)(?!\p{L})/u;

/** "Rituximab? That's one of those phosphate binders. … It is an antibody": a class said of a medicine is not gone on about. */
function isOfMedicineBefore(
  { claim, subject }: Place,
  { index, mentions, text }: AnalyzedBlock,
  terminology: Terminology,
) {
  const id = claim.subject.conceptId ?? '';
  if (subject !== undefined || claim.subject.block !== index || terminology.concept(id)?.kind !== 'drug-class') {
    return false;
  }
  if (!SAID_OF_IT.test(text.slice(0, claim.subject.span.start))) return false;
  return mentions.some(
    ({ conceptId, span }) =>
      span.end <= claim.subject.span.start && terminology.concept(conceptId ?? '')?.kind === 'drug',
  );
}

const SAID_OF_IT =
  /(?<!\p{L})(?:(?:is|are|was|were) (?:just |only )?|['’]s )(?:an?|another|one of (?:the|those|these)) (?:\p{L}+ )?$/iu;
