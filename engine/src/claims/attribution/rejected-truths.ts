import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { OUTRIGHT } from '../classes/class-denied.js';
import { says } from './disowning-words.js';

/**
 * What the text rejects and is so: "It is a myth that warfarin is an anticoagulant.", "My aunt says that calcium
 * carbonate is an antacid. It is not." Whoever said it was right, and the writer, who denies it, is not. Read only where
 * the class alone is stated and the verdict stands right beside it: "That is wrong" behind two statements may be of
 * either.
 */
export function readRejectedTruths(
  claims: readonly Claim[],
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): readonly Claim[] {
  return claims.flatMap((claim): Claim[] => {
    const { relation, polarity, subject, object, block, span } = claim;
    if (relation !== 'is-a' || polarity !== 'asserted' || subject.block !== block || object.block !== block) return [];
    if (terminology.concept(object.conceptId ?? '')?.closed === undefined) return [];
    const { text, sentences, quoted, table } = blocks[block]!;
    const at = sentences.findIndex((one) => contains(one.span, span) && contains(one.span, subject.span));
    const own = sentences[at]?.span;
    if (own === undefined || quoted || table !== undefined || object.span.start < subject.span.end) return [];
    if (!BARE.test(text.slice(subject.span.end, object.span.start))) return [];
    if (!terminology.isA(subject.conceptId ?? '', object.conceptId!)) return [];
    const start = text.slice(own.start, subject.span.start);
    const closing = text.slice(object.span.end, own.end);
    const next = sentences[at + 1]?.span;
    const behind = next === undefined ? '' : text.slice(next.start, next.end);
    const isRejected =
      says(MARKED_WRONG, closing) ||
      (/^["”’»*]*[.!]?\W*$/u.test(closing) && (says(CALLED_FALSE, start) || says(DENIED_BEHIND, behind)));
    if (!isRejected || says(TWO_THINGS, start)) return [];
    return [{ ...claim, polarity: 'denied', value: OUTRIGHT, attribution: 'writer', form: 'rejected where it is so' }];
  });
}

/** Nothing but a verb stands between a thing and its class: "the only antibiotic" may be denied of an antibiotic. */
const BARE = /^ (?:is|was|are|were|works as|acts as|counts as|belongs to|as)(?: an?| the| one of the)? $/u;

const CALLED_FALSE =
  /(?:(?:it is|it[’']s|is it) (?:only |just |simply |plainly |quite )?(?:a myth|a rumou?r|an error|a mistake|wrong|false|untrue|nonsense|not true|not so|a lie|a fairy tale)(?: to (?:say|think|claim|believe|write))?(?: that)?|(?:wrongly|falsely|mistakenly|incorrectly) (?:says|said|claims|claimed|states|stated|writes|wrote|teaches|taught)(?: that)?) $/u;
const MARKED_WRONG =
  /^["”’».*]*\s*(?:[✗✘❌❎]|[([] ?(?:wrong|false|incorrect|untrue|not so)\b)|^["”’»*]*, (?:which (?:it|he|she|they) (?:is|are|does|do) not\b|(?:but|and|which) (?:that |this |it )?is (?:wrong|false|untrue|incorrect|not so|not true|nonsense)\b)/u;
const DENIED_BEHIND =
  /^\W*(?:(?:it|they) (?:is|are|does|do|was)(?: not|n[’']t)(?:[.;!]|, and (?:i|we|nobody|people)\b)|(?:that|this) is (?:quite |simply |plainly |just )?(?:wrong|false|untrue|incorrect|not so|not true|a myth|nonsense|a mistake|an error)\b|(?:he|she|they|people|the \p{L}+) (?:is|are|was|were) (?:\p{L}+ )?(?:wrong|mistaken)[.!]|(?:wrong|false|not so|untrue|incorrect|nonsense)[.!]|(?:skip|ignore|delete|strike) (?:that|this) (?:line|sentence)\b[^.]*\b(?:misprint|mistake|error|wrong|false)\b)/u;
/** "… that it dissolves calcium and that | warfarin is …", "Some deny that …. They are wrong." */
const TWO_THINGS =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|disput(?:es?|ed|ing)|refus(?:es?|ed|ing)|reject(?:s|ed|ing)?|question(?:s|ed|ing)?|contest(?:s|ed|ing)?|and|or|but|not|never|neither|nor|if|whether)(?!\p{L})|n[’']t/u;
