import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan, type ProseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';

/**
 * Whether the order of a sentence gives the value to another of the things that it names: "Diltiazem and sevelamer are,
 * respectively, a calcium channel blocker and a phosphate binder", "a small area in the first case, a large one in the
 * second". What stands in the same place of both rows stays said.
 */
export function isOfOtherInOrder(
  { subject, object, attribute }: Claim,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
): boolean {
  const block = blocks[object.block]!;
  if (subject.block !== object.block || block.table !== undefined) return false;
  const own = block.sentences.findIndex(({ span }) => span.start <= object.span.start && object.span.start < span.end);
  if (own < 0) return false;
  const { span } = block.sentences[own]!;
  if (isOfOtherInRow(subject.span, object.span, block, span)) return true;
  const sentence = block.text.slice(span.start, span.end).toLowerCase();
  if (subject.span.end < object.span.start && contains(span, subject.span)) {
    const oneAndOther = ONE_AND_OTHER.exec(block.text.slice(subject.span.end, span.end));
    if (oneAndOther !== null && subject.span.end + oneAndOther.index < object.span.start) return true;
  }
  if (RESPECTIVELY.test(sentence) && contains(span, subject.span)) {
    return isElsewhereInRow(subject.span, object, block, span);
  }
  if (isRowBehindRow(subject.span, object, block, span)) return true;
  if (!ORDINAL.test(sentence) && !/\bthe (?:first|second|former|latter)\b/u.test(sentence)) return false;
  const from = block.sentences[Math.max(0, own - SENTENCES_BEFORE)]!.span.start;
  const isPeer = (id: string, own: string): boolean =>
    terminology.concept(id)!.kind === terminology.concept(own)!.kind ||
    (attribute !== undefined && terminology.heldAttribute(id, attribute) !== undefined);
  const around = proseSpan(from, span.end);
  return (
    isOfOtherOrdinal(subject.span, object.span, block, around, isPeer) ||
    isOfOtherOfTwoTypes(subject.conceptId, object.span, block, around, terminology)
  );
}

/** "Cinacalcet and etelcalcetide are calcimimetics, one a tablet and the other …": which of the two is left open. */
const ONE_AND_OTHER =
  /[,:;–—(] ?(?:the )?one (?:is |being |comes? |works? |acts? )?(?:an? |as |for |in |by |on |with |the )\P{P}*,? (?:and|but|while|whereas)? ?the other (?!(?:types?|kinds?|forms?)\b)/iu;

/** "In the first case the blood shows …, and in the second …" behind two types, which adjectives alone may name. */
function isOfOtherOfTwoTypes(
  subject: string | undefined,
  object: ProseSpan,
  { text }: AnalyzedBlock,
  around: ProseSpan,
  terminology: Terminology,
): boolean {
  const own = terminology.memberOf(subject ?? '');
  if (own === undefined) return false;
  const before = text.slice(around.start, object.start).toLowerCase();
  const places = own.classification.members.flatMap(({ name, alsoNamed }) => {
    const found = [name, ...alsoNamed].map((one) => before.indexOf(one)).filter((at) => at >= 0);
    return found.length === 0 ? [] : [{ name, at: Math.min(...found) }];
  });
  if (places.length !== 2) return false;
  const [first, second] = places.toSorted((a, b) => a.at - b.at);
  const from = Math.max(around.start + second!.at, ...SENTENCE_ENDS.map((end) => text.lastIndexOf(end, object.start)));
  const ends = SENTENCE_ENDS.map((end) => text.indexOf(end, object.end)).filter((at) => at >= 0);
  const part = text.slice(from, Math.min(around.end, ...ends)).toLowerCase();
  const ordinals = [...part.matchAll(ANY_ORDINAL)];
  if (ordinals.length === 0) return false;
  const isBehind = CLOSES_PART.test(part.slice(ordinals.at(-1)!.index + ordinals.at(-1)![0].length));
  const value = object.end - from;
  const meant = isBehind
    ? ordinals.find(({ index }) => index >= value)
    : ordinals.findLast(({ index }) => index < value);
  if (meant === undefined) return false;
  return (PLACES.get(meant[1]!) === 0 ? first! : second!).name !== own.name;
}

const SENTENCE_ENDS = ['. ', ';', '\n'];
const CLOSES_PART = /^\W*$/u;
const ANY_ORDINAL =
  /\b(?:in|for|with|by|of|on|to|under) the (first|second|former|latter)(?: (?:case|instance|one|type|form|kind|group))?(?! (?:place|line|days?|weeks?|months?|years?|signs?|of|time|stages?|thing|step)\b)\b/gu;

const SENTENCES_BEFORE = 2;
const RESPECTIVELY = /\brespectively\b|\bin (?:this|that|the same) order\b|\beach in (?:its|their|his|her) own way\b/u;

/** The place of the value in its row is not that of the thing in its own, or the rows are not told apart. */
function isElsewhereInRow(
  subject: ProseSpan,
  object: Claim['object'],
  { text, mentions }: AnalyzedBlock,
  sentence: ProseSpan,
): boolean {
  const row = rowAround(subject, mentions, text, sentence);
  if (row.length < 2) return false;
  const [start, end] = [row[0]!.span.start, row.at(-1)!.span.end];
  const place = row.findIndex(({ span }) => span.start === subject.start);
  const isBehind = object.span.start >= end;
  // An apposition inside of the row belongs to what it follows.
  if (!isBehind && object.span.start >= start) return false;
  const [from, to] = isBehind ? [end, sentence.end] : [sentence.start, start];
  const parts = partsOf(text, from, to);
  if (parts.length !== row.length) return true;
  return parts.findIndex((part) => part.start <= object.span.start && object.span.start < part.end) !== place;
}

/** "the four kinds (dystrophic, metastatic, iatrogenic, idiopathic): the first is the most common" */
function isOfOtherInRow(
  subject: ProseSpan,
  object: ProseSpan,
  { mentions, text }: AnalyzedBlock,
  sentence: ProseSpan,
): boolean {
  if (subject.end > object.start) return false;
  const nth = THE_NTH.exec(text.slice(subject.end, object.start))?.[1]?.toLowerCase();
  if (nth === undefined) return false;
  const row = rowAround(subject, mentions, text, sentence);
  const place = nth === 'last' ? row.length - 1 : PLACES.get(nth);
  return row.length > 1 && row[place!]?.span.start !== subject.start;
}

const THE_NTH =
  /\bthe (first|second|third|fourth|fifth|last)(?: one| type| kind| form| of (?:them|these|those|the \p{L}+))? (?:is|was|are|has|have|comes?|leads?|tops?|needs?|does|takes?)\b[^.;,!?]*$/iu;

/** "Prednisone, mycophenolate: a corticosteroid, an immunosuppressant": two rows, each part with its article. */
function isRowBehindRow(
  subject: ProseSpan,
  object: Claim['object'],
  block: AnalyzedBlock,
  sentence: ProseSpan,
): boolean {
  if (!contains(sentence, subject) || object.span.start < subject.end) return false;
  const row = rowAround(subject, block.mentions, block.text, sentence);
  const end = row.at(-1)?.span.end ?? sentence.end;
  if (row.length < 2 || !/^\W*[:=–—]\s/u.test(block.text.slice(end, sentence.end))) return false;
  const parts = partsOf(block.text, end, sentence.end).map((part) => block.text.slice(part.start, part.end));
  const isEach = parts.length === row.length && parts.every((part) => /^[\s:=–—]*(?:an?|the|one) /u.test(part));
  return isEach && isElsewhereInRow(subject, object, block, sentence);
}

/** The things that stand in one row with a thing: with nothing but commas, "and" and articles between them. */
function rowAround(
  subject: ProseSpan,
  mentions: readonly Mention[],
  text: string,
  sentence: ProseSpan,
): readonly Mention[] {
  const named = mentions.filter(({ span }) => contains(sentence, span));
  const at = named.findIndex(({ span }) => span.start === subject.start);
  if (at < 0) return [];
  const joins = (left: Mention, right: Mention): boolean => JOINED.test(text.slice(left.span.end, right.span.start));
  let [first, last] = [at, at];
  while (first > 0 && joins(named[first - 1]!, named[first]!)) first--;
  while (last + 1 < named.length && joins(named[last]!, named[last + 1]!)) last++;
  return named.slice(first, last + 1);
}

const JOINED = /^[\s*_)(“”"]*(?:[,/&]|,? ?\band\b|,? ?\bor\b)[\s*_)(“”"]*(?:the )?$/iu;

/** What the commas and "and" of a row part, without the word that tells of the order. */
function partsOf(text: string, from: number, to: number): readonly ProseSpan[] {
  const parts: ProseSpan[] = [];
  const plain = text
    .slice(from, to)
    .replace(/(?:, ?)?\b(?:respectively|in (?:this|that|the same) order)\b,?/giu, (word) => ' '.repeat(word.length));
  let start = 0;
  for (const match of plain.matchAll(/(?:[,;]|:| –| -)\s*(?:and |or )?|\s(?:and|or)\s/gu)) {
    if (/\p{L}/u.test(plain.slice(start, match.index))) parts.push(proseSpan(from + start, from + match.index));
    start = match.index + match[0].length;
  }
  if (/\p{L}/u.test(plain.slice(start))) parts.push(proseSpan(from + start, to));
  return parts;
}

/** The part of the value says of which of the things it is: "in the first case", "the last is". */
function isOfOtherOrdinal(
  subject: ProseSpan,
  object: ProseSpan,
  { text, mentions, sentences }: AnalyzedBlock,
  around: ProseSpan,
  isPeer: (id: string, own: string) => boolean,
): boolean {
  const own = mentions.find(({ span, conceptId }) => span.start === subject.start && conceptId !== undefined);
  if (own === undefined || subject.end > object.start) return false;
  const peers: string[] = [];
  for (const { conceptId, span } of mentions) {
    if (conceptId === undefined || span.start < around.start || span.end > object.start) continue;
    if (isPeer(conceptId, own.conceptId!) && !peers.includes(conceptId)) peers.push(conceptId);
  }
  // "heparin, lisinopril and ibuprofen. The second is …": what stands in one row is counted, of whatever kind.
  const named = sentences.find(({ span }) => contains(span, subject))?.span ?? around;
  const row = rowAround(subject, mentions, text, named).filter(({ span }) => span.end <= object.start);
  if (row.length > 1) peers.splice(0, peers.length, ...row.map(({ conceptId }) => conceptId ?? ''));
  if (peers.length < 2) return false;
  const start = Math.max(...[...PART_ENDS].map((end) => text.lastIndexOf(end, object.start)), subject.end);
  const ends = [...PART_ENDS].map((end) => text.indexOf(end, object.end)).filter((at) => at >= 0);
  const part = text.slice(start, Math.min(around.end, ...ends)).toLowerCase();
  const ordinal = ORDINAL.exec(part)?.[1] ?? OPENS_PART.exec(part)?.[1] ?? AT_END.exec(part)?.[1];
  if (ordinal === undefined) return false;
  const place = ordinal === 'last' ? peers.length - 1 : PLACES.get(ordinal)!;
  return peers[place] !== own.conceptId;
}

const PART_ENDS = [',', ';', '.', ':', '–', '—'];
const ORDINAL =
  /\b(?:in|for|with|by|of|on|to|under) the (first|second|third|former|latter|last)(?: (?:case|instance|one|type|form|word|kind|group|example|term|name|sort|situation|setting|disease|condition|medicine|drug))?(?=\s*(?:$|[.,;:)–—]|and\b|but\b|it\b|there\b|they\b|we\b|you\b|is\b|are\b))/u;
/** "…, the second from old wounds, and the third, the most dangerous of them, from …" */
const OPENS_PART =
  /^\W*(?:and |but |while |whereas )?the (first|second|third|fourth|fifth|former|latter|last)(?: one)?(?= (?:from|by|to|in|with|of|after|when|where|because|is|are|was|were|comes?|has|have|needs?|follows?|means?|\p{L}+[^su]s)(?!\p{L})|\W)/u;
/** "with normal levels the first" */
const AT_END =
  /(?<!\b(?:like|as|than|from|to|and|or|with|by|of)) (?:the|is the) (first|second|third|former|latter|last)(?: one)?\W*$/u;
const PLACES = new Map([
  ['first', 0],
  ['former', 0],
  ['second', 1],
  ['latter', 1],
  ['third', 2],
  ['fourth', 3],
  ['fifth', 4],
]);
