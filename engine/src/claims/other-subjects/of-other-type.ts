import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import type { Place } from '../claim-place.js';
import { contradictionOf } from '../contradictions/contradiction.js';

/**
 * Whether the grammar of a sentence gives what was read of one type to another that it names: to the one that opens the
 * part of the value ("…, and iatrogenic calcinosis, the type due to an infusion, …"), that is called so behind it ("when
 * it comes from an infusion, it is iatrogenic"), or that a cleft ends with ("because of an infusion that the iatrogenic
 * type develops"). Only where it holds of that one.
 */
export function isOfOtherType(
  place: Place,
  { text, index, headings }: AnalyzedBlock,
  terminology: Terminology,
): boolean {
  const { claim, own, object, subject } = place;
  if (!TOLD.has(claim.relation)) return false;
  const type = terminology.memberOf(claim.subject.conceptId ?? '');
  if (type === undefined) return false;
  const sentence = text.slice(own.start, own.end);
  if (DESCRIBED_HERE.test(sentence) && claim.subject.block === index) return headings.length > 0;
  // What stands for a type that was named before does not name it: "the type due to burns".
  const isNamed = subject !== undefined && text.slice(subject.start, subject.end).toLowerCase().includes(type.name);
  for (const member of type.classification.members) {
    if (member.name === type.name) continue;
    for (const name of [member.name, ...member.alsoNamed]) {
      for (let at = indexOfWord(sentence, name, 0); at >= 0; at = indexOfWord(sentence, name, at + 1)) {
        const start = own.start + at;
        const isBefore = start < object.start;
        if (isNamed && (isBefore ? subject!.start > start : object.end <= subject!.start && subject!.start < start)) {
          continue;
        }
        const isHere = isBefore
          ? opensPart(text, own.start, start, start + name.length, object.start, subject?.end)
          : isNamedBehind(text.slice(object.end, start), subject === undefined);
        if (isHere && member.concepts.some((id) => holdsOf(claim, id, terminology))) return true;
      }
    }
  }
  return false;
}

/** The type opens the part that the value stands in, behind the thing that it was read of. */
function opensPart(
  text: string,
  from: number,
  start: number,
  end: number,
  value: number,
  subject: number | undefined,
): boolean {
  const before = text.slice(from, start);
  if (subject === undefined ? !OPENS_SENTENCE.test(before) : !OPENS_PART.test(before)) return false;
  return GOES_ON.test(text.slice(end, value));
}

/** What stands between a value and the type behind it calls it so, or makes the value what the type comes of. */
function isNamedBehind(between: string, isCarried: boolean): boolean {
  return [IS_CALLED, ENDS_CLEFT, BELONGS].some((one) => one.test(between)) || (isCarried && IS_WRITTEN.test(between));
}

function holdsOf(claim: Claim, conceptId: string, terminology: Terminology): boolean {
  const turned: Claim = { ...claim, subject: { ...claim.subject, conceptId }, attribution: 'writer' };
  return contradictionOf(turned, terminology) === undefined;
}

function indexOfWord(text: string, word: string, from: number): number {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(word, from); at >= 0; at = lower.indexOf(word, at + 1)) {
    if (!LETTER.test(lower[at - 1] ?? '') && !LETTER.test(lower[at + word.length] ?? '')) return at;
  }
  return -1;
}

/** "The type described here" is that of the heading, whatever the paragraph names. */
const DESCRIBED_HERE =
  /^\W*(?:the|this) (?:type|kind|form|variety|one) (?:(?:that is |which is |we are )?(?:described|discussed|covered|treated|presented|shown|meant|explained) (?:here|in this|on this|below)|of this (?:section|page|chapter|leaflet)|(?:in|on) this (?:section|page|chapter))(?!\p{L})/iu;
const LETTER = /\p{L}/u;
const TOLD = new Set(['has', 'caused-by', 'associated-with', 'level', 'tissue', 'unknown-cause']);
/** "…, and the" */
const OPENS_PART = /[,;–—:] ?(?:and |while |whereas |but )?(?:in |with )?(?:the |an? )?["“*_]*$/iu;
const OPENS_SENTENCE = /^\W*(?:(?:and|but|while|whereas) )?(?:the |an? )?["“*_]*$/iu;
/** " calcinosis, the type due to", " calcinosis, which comes from": an apposition to the type itself. */
const GOES_ON =
  /^["”*_]*(?: (?:calcinosis|calcification|type|kind|form|one|deposits)(?: cutis)?)?, (?:the|an?|which|that|where|in which) [^,;:.]*$/iu;
/** ", for example, it is", ", and then they were" */
const IS_CALLED =
  /^[^.;:,]{0,40}, (?:(?:for (?:example|instance|once)|say|however|of course), )?(?:and )?(?:(?:then|so|therefore|hence|in that case|that is why) )?(?:it|they|this|that|these|we)(?: (?:is|was|are|were|would be|will be|becomes?|counts? as|call (?:it|this|them|that)|called (?:it|this|them|that)|speak of|spoke of)|['’]s)(?: (?:called|named|termed|rightly|therefore|then|of|the|an?))*[ "“*_]*$/iu;
const ENDS_CLEFT = /^[^.;:,]{0,40} that (?:the |an? )?["“*_]*$/iu;
/** " belongs in the leaflet on" */
const BELONGS =
  /^[^.;:,]{0,40} (?:belongs?|falls?|counts?) (?:to|in|into|under|with|as|on|among)(?: [^.;:,]{0,40})?[ "“*_]*$/iu;
/** ", the file now says “" */
const IS_WRITTEN =
  /^[^.;:,]{0,40}, (?:the|our|my|his|her|their) (?:\p{L}+ ){1,2}(?:now |then )?(?:says?|reads?|said|wrote|writes|became|becomes|is|was)(?: now| then)?[ "“*_]*$/iu;
