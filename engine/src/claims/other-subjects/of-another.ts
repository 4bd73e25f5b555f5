import type { AnalyzedBlock } from '../../document.js';
import { contains, proseSpan, type ProseSpan } from '../../text/span.js';
import {
  ADVICE,
  ANOTHER_SUBJECT,
  CARE_DOES,
  CLEFT,
  CLEFT_BEHIND,
  AT_A_LEVEL,
  IS_BEHIND,
  KEEPS,
  KEY_BEFORE,
  NAMED_NEXT,
  NAME_ONLY,
  CALLED_THIS,
  EXAMPLES_THEN,
  NO_AIM,
  SELDOM_THE_CAUSE,
  NO_LONGER_SO,
  OF_SOMEBODY,
  ONE_AND_OTHER,
  OTHERWISE_BUT,
  SETS_APART,
  AT_FIRST,
  STANDS_BESIDE,
  THING_OF_ITS_OWN,
  TOLD_OF,
  TREATED_FOR,
  says,
} from '../attribution/disowning-words.js';
import type { Statement, Surroundings } from '../attribution/reported-speech.js';

/** It is read of what the text spoke of before, and the sentence speaks of "the other one". */
export function isOfAnother(
  statement: Statement,
  { before, start, own, closing, after }: Surroundings,
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
): boolean {
  const { subject, span, relation } = statement;
  // Which of two medicines “the other” is was told by those who read classes.
  if (subject === undefined) return false;
  if (isOfDoubt(statement, block)) return true;
  if (isMisjoined(statement, block)) return true;
  // 'My neighbor said "a bisphosphonate". It is …': what was said of the thing is not the thing.
  const isSaidOf =
    subject.block === block.index &&
    /["“‘«](?:an? |(?:on|as|takes|for) (?:an? )?)$/u.test(block.text.slice(0, subject.span.start));
  if (isSaidOf && !contains(sentenceOf(subject.span.start, block), span)) return true;
  // 'We gave "phosphate binder" as the class of cinacalcet; it is …': words that are talked about.
  const behind = subject.block === block.index ? block.text.slice(subject.span.end, span.end) : '';
  if (
    /^["”’»]/u.test(behind) &&
    /["“‘«](?:an? )?$/u.test(block.text.slice(0, subject.span.start)) &&
    /;/u.test(behind)
  ) {
    return true;
  }
  const isCarried = !contains(sentenceOf(span.start, block), subject.span) || subject.block !== block.index;
  if (isCarried && (says(KEY_BEFORE, before) || says(OF_SOMEBODY, start + own))) return true;
  if (isCarried && opensWithAnother(subject, span, block)) return true;
  if (isCarried && isAskedAbout(statement, blocks)) return true;
  if (isCarried && isOfWrongLabel(subject, span, block)) return true;
  if (hasClauseBetween(statement, block)) return true;
  if (says(ONE_AND_OTHER, own)) return true;
  if (subject.block === block.index && says(STANDS_BESIDE, block.text.slice(0, subject.span.start))) return true;
  if (says(CLEFT, start + own) && says(CLEFT_BEHIND, closing)) return true;
  if (isToldOfNext(subject, span, block)) return true;
  // '1. "You eat too much calcium." – Food is rarely the reason. In dystrophic calcinosis …': a saying describes nothing.
  if (statement.form === NAMED_AFTER && isSaying(statement, block, blocks)) return true;
  if (statement.form === NAMED_AFTER && says(TREATED_FOR, block.text.slice(0, span.start))) return true;
  if (isCarried && (says(NAMED_NEXT, after[0] ?? '') || says(ADVICE, start + own))) return true;
  // "A raised calcium is what they have in common" tells what is found in it.
  const opensWithNoun = relation !== 'level' && /^an? /iu.test(start + own) && says(THING_OF_ITS_OWN, start);
  if (isCarried && opensWithNoun && says(IS_BEHIND, closing)) {
    return true;
  }
  if (relation === 'has' && isFarBelow(subject, block, blocks)) return true;
  if (isCarried && opensWithNounOfIts(start)) return true;
  if (relation === 'is-a') return (isCarried && says(CALLED_THIS, own)) || isOfOtherClause(statement, block);
  if (!says(ANOTHER_SUBJECT, start + block.text.slice(span.start, span.end))) return false;
  const sentence = block.sentences.find((one) => one.span.start <= span.start && span.start < one.span.end);
  return subject.block !== block.index || sentence === undefined || subject.span.start < sentence.span.start;
}

/** The words stand in another sentence, which is a quotation and nothing else. */
function isSaying({ object, span }: Statement, { index }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  if (object === undefined) return false;
  const block = blocks[object.block]!;
  const sentence = sentenceOf(object.span.start, block);
  if (object.block === index && contains(sentence, span)) return false;
  const before = block.text.slice(0, sentence.start);
  return /["“«]$/u.test(before) || SAYING.test(block.text.slice(sentence.start, sentence.end));
}

const SAYING = /^\W*(?:\d+\W+)?(?:myth\W+)?(?:\d+\W+)?["“«][^"”»]*["”»]?\W*$/iu;

/** "Deposits in calcinosis are mainly apatite" after a sentence about another crystal. */
function opensWithNounOfIts(start: string): boolean {
  return /^(?:most |all |many |the )?[a-z]+s (?:in|of|from|with) $/iu.test(start);
}

/** "Paricalcitol lowers the hormone, but it can raise calcium": the sentence names what it speaks of first. */
function opensWithAnother(
  subject: NonNullable<Statement['subject']>,
  span: ProseSpan,
  { index, mentions, sentences, table, text }: AnalyzedBlock,
): boolean {
  if (table !== undefined || subject.block !== index) return false;
  const own = sentences.find((one) => one.span.start <= span.start && span.start < one.span.end);
  if (own === undefined) return false;
  const others = mentions.filter(
    ({ conceptId, firstToken, span: named }) =>
      conceptId !== undefined &&
      conceptId !== subject.conceptId &&
      firstToken >= own.firstToken &&
      named.end <= span.start,
  );
  return others.some(
    ({ firstToken, span: named }) =>
      // "… makes fetuin-A, which keeps calcium dissolved"
      (/^, (?:which|who)\b[^,;]*$/u.test(text.slice(named.end, span.start)) &&
        !/(?<!\p{L})(?:this|these) $/iu.test(text.slice(own.span.start, named.start))) ||
      (firstToken <= own.firstToken + 1 &&
        !IN_LEVELS.test(text.slice(own.span.start, named.end)) &&
        /^:|\b(?:it|they|which)\b/iu.test(text.slice(named.end, span.end)) &&
        !isTakenUp(text.slice(named.end, span.start)) &&
        !isScene(text.slice(own.span.start, named.start), text.slice(named.end))),
  );
}

/** "Klotho opens the door for it, and the hormone orders …": the noun takes up what was named before. */
export function isTakenUp(between: string): boolean {
  return /(?:[,;]|\band|\bbut) (?:the|this|that) (?:hormone|protein|messenger|factor|molecule|drug|medicine|tablet|pill)\b/iu.test(
    between,
  );
}

/** "In gout it washes …": it is what the text spoke of before, in this case. */
function isScene(opening: string, behind: string): boolean {
  if (/^(?:among|to|for) (?:most |many |the )?$/iu.test(opening)) return /^,? (?:it|they) /iu.test(behind);
  return /^(?:in|during|with) $/iu.test(opening) && /^,? (?:it|they) (?!is\b|was\b|has\b)/iu.test(behind);
}

/** "When calcium drops, more of it is released, and it lowers …": what happens in the blood, and no thing that acts. */
const IN_LEVELS = /^(?:when|if|once|as) (?:the )?(?:blood )?(?:calcium|phosphate)$/iu;

/** "Uric acid in gout, …" is told of gout, whatever the text was about. */
function isToldOfNext(
  subject: NonNullable<Statement['subject']>,
  span: ProseSpan,
  { index, mentions, text }: AnalyzedBlock,
): boolean {
  if (subject.block === index && subject.span.start >= span.start) return false;
  return mentions.some(
    ({ conceptId, span: named }) =>
      conceptId !== undefined &&
      conceptId !== subject.conceptId &&
      named.start > span.end &&
      named.start - span.end < LONGEST_TIE &&
      says(TOLD_OF, text.slice(span.end, named.start)) &&
      /^[,;.)]|^$/u.test(text.slice(named.end)),
  );
}

const LONGEST_TIE = 12;

/** What stands far below the heading that names a thing, or below a heading of something else, may be said of others. */
function isFarBelow(
  subject: NonNullable<Statement['subject']>,
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
): boolean {
  if (subject.block === block.index || block.table !== undefined) return false;
  const list = block.list?.list;
  // Items of one list speak each of its own.
  if (list !== undefined && blocks[subject.block]!.list?.list === list) return true;
  let first = block.index;
  while (list !== undefined && blocks[first - 1]?.list?.list === list) first--;
  const nearest = block.headings[block.headings.length - 1] ?? -1;
  // Under a heading of its own a text goes on about what that one names.
  return subject.block < nearest || first - subject.block > FARTHEST_BELOW;
}

/** In blocks. */
const FARTHEST_BELOW = 4;

const NAMED_AFTER = 'named after its description';

/** What is said of a thing holds of it in one case, at first, or by what care does. */
export function isOfOneCase(
  { relation, value, form }: Statement,
  { before, start, own, closing }: Surroundings,
): boolean {
  if (says(NO_AIM, closing)) return true;
  const names = form === NAMED_AFTER || relation === 'associated-with';
  if (names && says(NAME_ONLY, before + start + own + closing)) return true;
  if (form === NAMED_AFTER && says(NO_LONGER_SO, before)) return true;
  if (relation === 'unknown-cause' && says(SELDOM_THE_CAUSE, before + start + own + closing)) return true;
  if (form === NAMED_AFTER && says(OTHERWISE_BUT, start + own)) return true;
  if (relation !== 'has') return false;
  // "…, which is why it was tried": what comes of a statement is one of its own.
  const sentence = start + own + closing.split(FOLLOWING, 1)[0]!;
  // "The rise keeps phosphate normal": held at a level, not held back.
  if (says(KEEPS, own) && says(AT_A_LEVEL, closing)) return true;
  return (
    says(SETS_APART, sentence) ||
    says(AT_FIRST, start + own) ||
    ((value === 'low' || value === 'high') && says(CARE_DOES, sentence))
  );
}

/** Behind it stands what comes of the statement. */
const FOLLOWING = /[,;–—] ?(?:and )?(?:which|that|this) is (?:\p{L}+ )?why\b/iu;

function sentenceOf(at: number, { sentences, text }: AnalyzedBlock): ProseSpan {
  return sentences.find(({ span }) => span.start <= at && at < span.end)?.span ?? proseSpan(0, text.length);
}

/** "Lupus is dystrophic, dialysis is metastatic": what is said behind the comma has a subject of its own. */
function isOfOtherClause({ subject, object }: Statement, { index, text }: AnalyzedBlock): boolean {
  if (subject?.block !== index || object?.block !== index || object.span.start < subject.span.end) return false;
  // "The deposits … They were dystrophic": the adjective alone is said of what is deposited, not of another type.
  const between = text.slice(subject.span.end, object.span.start);
  // "Do not file it with the binders; it is a calcimimetic": one thing, and not the many that stand nearer.
  const isMany = /[^isu]s$/u.test(text.slice(subject.span.start, subject.span.end));
  if (isMany && /[.;:,] (?:\p{L}+,? )?it(?: is| was|[’']s) (?:an? |the )?$/iu.test(between)) return true;
  // "It isn't a calcium channel blocker; it is a blood thinner": it is what the sentence spoke of before.
  const isPredicate =
    /\b(?:(?:is|was) an?|(?:describes?|described|calls?|called|lists?|listed|files?|filed|labels?|labelled|labeled) (?:it|this|them)(?: down)? (?:(?:as|under|among) )?(?:an?|the)|(?:isn[’']t|wasn[’']t|not|never|no)(?: (?:an?|the|just an?|really an?))?) $/iu;
  if (
    isPredicate.test(text.slice(0, subject.span.start)) &&
    /[.;:,–—-] (?:(?:since|as|because|for|but|and) )?(?:it|this)(?: is| was|[’']s) /iu.test(between)
  ) {
    return true;
  }
  // "Move it off the bisphosphonate shelf, as it is …": the shelf is named by it, and nothing else.
  if (
    SHELVED.test(text.slice(subject.span.end)) &&
    /(?<!\p{L})(?:it|this|that|they)(?: is| was| are|[’']s) (?:an? |the )?$/iu.test(between)
  ) {
    return true;
  }
  const isAdjective = /^[a-z]+ic$/u.test(text.slice(subject.span.start, subject.span.end));
  if (isAdjective && /[.!?]\s.*\b(?:it|this|that)(?: is|[’']s) (?:the|a) $/iu.test(between)) return true;
  // "I thought it was the metastatic type. Then I read on: it is the dystrophic one."
  if (/\b(?:it|this|that)(?: is| was|[’']s) the $/iu.test(between) && DOUBTED.test(text.slice(0, object.span.start))) {
    return true;
  }
  if (/[.!?]\s.*\b(?:they|it|these|those) (?:is|are|was|were) $/iu.test(between)) {
    return /^[a-z]+ic$/u.test(text.slice(object.span.start, object.span.end));
  }
  // "… lowers the pressure, and both are …", "…, as both are …", "this form, which is …": it is taken up before the verb.
  if (TAKES_UP_BEFORE.test(between) || ALL_OF_THEM.test(between)) return false;
  return /^[^,]*,(?![^,]*\band\b)[^,]*\b(?:is|are|was|were|it[’']s|says|said|reads|calls)\W*$/iu.test(between);
}

const SHELVED =
  /^ (?:shelf|shelves|list|column|section|pages?|drawer|folder|box|row|rack|heading|aisle|chapter|cupboard|bin|tray)(?!\p{L})/iu;
const TAKES_UP_BEFORE =
  /(?:^, which|\b(?:both|all(?: (?:two|three|four|five|six))?|this \p{L}+, which|these \p{L}+, which)) (?:is|are|was|were) (?:an? |the |just |also )?["“‘*_]*$/iu;
const ALL_OF_THEM =
  /, (?:(?:and|as|because|for|since|so) )?(?:both|all(?: two| three| four| five)?)(?: of (?:them|these|those))? (?:are|were) (?:both |all )?$/iu;

/** "And the type is metastatic? – No. … it is dystrophic.": what was only asked about is not what "it" is. */
function isAskedAbout({ subject, relation }: Statement, blocks: readonly AnalyzedBlock[]): boolean {
  if (subject === undefined || relation !== 'is-a') return false;
  const { text, ...block } = blocks[subject.block]!;
  const asked = sentenceOf(subject.span.start, { ...block, text });
  return (
    /\?\W*$/u.test(text.slice(asked.start, asked.end)) &&
    /\b(?:is|was|be)(?: it| this| that| mine)?(?: the| an?)? $/iu.test(text.slice(asked.start, subject.span.start)) &&
    /ic$/u.test(text.slice(subject.span.start, subject.span.end).toLowerCase())
  );
}

/** "She was referred as a case of A. Calcium was normal … The label was mistaken.": it is told against the label. */
function isOfWrongLabel(
  subject: NonNullable<Statement['subject']>,
  span: ProseSpan,
  { index, text, sentences }: AnalyzedBlock,
): boolean {
  if (subject.block !== index) return false;
  const at = sentences.findIndex((one) => one.span.start <= subject.span.start && subject.span.end <= one.span.end);
  const label = sentences[at]?.span;
  if (label === undefined || label.end > span.start) return false;
  if (!says(LABELLED, text.slice(label.start, subject.span.start))) return false;
  return sentences.slice(at + 1, at + 5).some((one) => says(RELABELLED, text.slice(one.span.start, one.span.end)));
}

const LABELLED =
  /\b(?:referr(?:ed|al)|refers|label(?:led|ed)?|diagnos(?:is|ed|es)|sent|admitted|presented|came|arrived|transferred|handed over|treated|coded|booked|listed|entered|filed|known|passed on|had been told|was told|were told|impression|thought|believed|suspected|letter|form|request)\b/u;
const RELABELLED =
  /\b(?:mistaken|mistake|wrong|wrongly|error|erroneous|incorrect|misleading|misdiagnosis|misdiagnosed|mislabel\w*|changed|corrected|revised|amended|replaced|struck|crossed|dropped|withdrawn|overturned|(?:did|does|do|could|can) ?(?:not|n[’']t) (?:fit|stand|hold|agree|match|be)|cannot (?:be|stand|hold)|rather|instead|re-?label\w*|re-?classif\w*|re-?cod\w*|re-?nam\w*|re-?fil\w*)\b|\bno,/u;

/** "Mine is metastatic, and idiopathic just means that no cause is found": the last part has a subject of its own. */
function hasClauseBetween({ subject, object }: Statement, block: AnalyzedBlock): boolean {
  const { index, mentions, text } = block;
  if (subject?.block !== index || object?.block !== index || object.span.start < subject.span.end) return false;
  if (!contains(sentenceOf(object.span.start, block), subject.span)) return false;
  return mentions.some(
    ({ conceptId, span: named }) =>
      conceptId !== undefined &&
      conceptId !== subject.conceptId &&
      named.start > subject.span.end &&
      named.end < object.span.start &&
      /(?:[,;] (?:and|but|while|whereas)|;|\bbut|\bwhile|\bwhereas)(?: the| an?)?["“‘ ]*$/iu.test(
        text.slice(subject.span.end, named.start),
      ) &&
      /^["”’]* (?:type |kind |form |one |sort |calcinosis |variety )?(?:\p{L}+ly |just |only |then |always |often )?(?:means?|is|has|stands|refers|comes|goes|follows|says|applies|describes|denotes|arises|starts|develops|needs)\b/iu.test(
        text.slice(named.end, object.span.start),
      ),
  );
}

const DOUBTED = /\b(?:thought|believed|assumed|said|wrote|error|mistake|wrong|version|corrected|correction)\b/iu;

/** "Were we wrong to call it dystrophic? Her phosphate was high.": what is asked about is not gone on with. */
function isOfDoubt({ subject, span }: Statement, { index, text, sentences }: AnalyzedBlock): boolean {
  if (subject?.block !== index) return false;
  const asked = sentences.find((one) => one.span.start <= subject.span.start && subject.span.end <= one.span.end);
  return (
    asked !== undefined &&
    asked.span.end <= span.start &&
    /\b(?:wrong|mistaken?|right|really|error)\b[^?]*\?|^\W*(?:could|can|might|may) (?:it|this|that|he|she|\p{Lu}|the \p{L}+|patient \p{L}+) (?:really |also )?(?:have been|be)\b[^?]*\?|\bis (?:it|this|the \p{L}+) to be (?:called|termed|named|classed|regarded)\b[^?]*\?/iu.test(
      text.slice(asked.span.start, asked.span.end),
    )
  );
}

/** "… goes with scars, metastatic with …"; "of A and B, the former …": the words beside each other do not belong together. */
function isMisjoined({ subject, object, relation, span }: Statement, { index, text }: AnalyzedBlock): boolean {
  if (subject?.block !== index) return false;
  if (
    /^[^.?!]{0,80}\bthe (?:former|latter)\b/iu.test(text.slice(subject.span.end, Math.max(span.end, subject.span.end)))
  ) {
    return true;
  }
  if (object?.block !== index || object.span.end > subject.span.start) return false;
  // "binders such as sevelamer or lanthanum, and acetazolamide": the list of examples ends before the comma.
  if (relation === 'is-a' && says(EXAMPLES_THEN, text.slice(object.span.end, subject.span.start))) return true;
  return (
    /^\s*,\s*$/u.test(text.slice(object.span.end, subject.span.start)) &&
    /^\s*(?:with|for|to|by|after|from|in|when)\b/u.test(text.slice(subject.span.end))
  );
}
