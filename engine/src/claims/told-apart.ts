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
  readonly behind: string;
  readonly isSubjectBehind: boolean;
}

/**
 * Whether the grammar of a sentence tells its value apart from the thing that it was read of: it is denied there, or
 * belongs to the next one of several parts, or to what the sentence names itself.
 */
export function isToldApart(place: Place, block: AnalyzedBlock, terminology: Terminology): boolean {
  const { claim, own, subject, object, between, behind, isSubjectBehind } = place;
  const upTo = block.text.slice(own.start, object.start);
  if (NEITHER_IS.test(upTo) || HOW.test(upTo)) return true;
  if (isSubjectBehind && OUT_OF_PLACE.test(behind)) return true;
  if (subject === undefined && claim.form === 'attribute' && CLEFT.test(upTo) && CLEFT_BEHIND.test(behind)) return true;
  if (claim.relation === 'is-a')
    {return !isSubjectBehind && (POSSESSIVE.test(between) || isRowOfTypes(place, terminology));}
  if (subject === undefined && SET_AGAINST.test(upTo)) return true;
  if (!isSubjectBehind && KIN.test(between)) return true;
  if (subject === undefined && isOfTypeNamed(place, terminology)) return true;
  return claim.relation === 'has' && !isSubjectBehind && opensNextPart(place, block);
}

/** "…, and neither is vitamin D" */
const NEITHER_IS =
  /(?<!\p{L})(?:neither|nor) (?:is|are|was|were|do|does|did|can|has|have|will) (?:an? |the )?(?:\p{L}+ ){0,2}$/iu;
/** "A known cause rules the word idiopathic out", "… and the word *idiopathic* is out of place" */
const OUT_OF_PLACE =
  /^["”’*_)]*(?: type| kind| form)? (?:out(?! of the)(?!\p{L})|(?:is|are|was|would be) (?:out of place|wrong|misplaced|the wrong (?:word|name|term))|does not (?:fit|apply|belong))/iu;
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
function isOfTypeNamed({ claim, behind }: Place, terminology: Terminology): boolean {
  const place = terminology.memberOf(claim.subject.conceptId ?? '');
  const called = CALLED.exec(behind)?.[1]?.toLowerCase();
  if (place === undefined || called === undefined) return false;
  return place.classification.members.some(
    ({ name, alsoNamed }) => name !== place.name && [name, ...alsoNamed].includes(called),
  );
}

const CALLED = /^[^,;:.]*(?<!\p{L})(?:is|are|was|were)(?: called| the| an?)* (\p{L}+)/iu;

/** "X is bone, calcium without bone there is Y", "X is about this, that mainly about Y": a part with a subject of its own. */
function opensNextPart({ object, between, behind }: Place, { mentions }: AnalyzedBlock): boolean {
  if (!/^, (?:and |but |while |whereas )?(?:\p{L}+ )?$/u.test(between)) return false;
  const named = mentions.find(({ conceptId, span }) => conceptId !== undefined && span.start >= object.end);
  if (named !== undefined && IS_NEXT.test(behind.slice(0, Math.max(0, named.span.start - object.end)))) return true;
  const isThing = mentions.some(
    ({ conceptId, span }) => conceptId !== undefined && span.start <= object.start && object.start < span.end,
  );
  return isThing && GAPPED.test(behind);
}

const IS_NEXT = /^(?: there| here| alone| itself)? (?:is|are) (?:an? |the )?$/u;
const GAPPED = /^ (?:mainly|mostly|chiefly|usually|largely|more|rather) (?:about|from|with|by|of|in|to)(?!\p{L})/u;
