import type { AnalyzedBlock } from '../../document.js';
import { quotationsOf } from '../../prose/quotations.js';
import { contains, proseSpan, type ProseSpan } from '../../text/span.js';
import { isRightAtEndOfLine, verdictOfKey } from '../answers/answer-keys.js';
import type { Attribution, Claim } from '../claim.js';
import { WHOLE_STATEMENT } from '../classes/class-claim.js';
import type { Behind } from './retold.js';
import {
  AGAINST_MISTAKES,
  ANSWER_KEY,
  COLLECTION_OF_MISTAKES,
  DENYING_TITLE,
  DISOWNED,
  DISOWNED_BEFORE,
  EXERCISE,
  EXPECTED,
  FLAGGED,
  GIVEN_AS,
  GOT_WRONG,
  HISTORICAL,
  JUDGED,
  KEPT_OFF,
  LABELLED_BAD,
  LABELLED_FOUND,
  MARKED_FALSE,
  MISTAKES_FOR,
  NEVER_SAID,
  REPORTED_BEHIND,
  REPORTED_PASSIVE,
  REPORTING,
  SOURCE_SPEAKS,
  SPOKEN_TO,
  SUPPOSING,
  SURVEY,
  TAKEN_BACK_BEHIND,
  TRUSTED,
  TURNED_ROUND,
  UNTRUSTED,
  VOTED_DOWN,
  WISHING,
  says,
} from './disowning-words.js';
import { isOfAnother, isOfOneCase } from '../other-subjects/of-another.js';
import { tellerOf } from './tellers.js';
import { isEndorsed, isRefused, isReliedOn, isUnsupported, isWeighed, refusesItems } from './verdicts.js';
import { cellsOf, isGuess, isMarkedFalse } from '../layout/rejected-cells.js';

/** What is stated somewhere by somebody: a claim, a division, a number beside a list. */
export type Statement = Pick<Claim, 'attribution' | 'block' | 'span'> &
  Partial<Pick<Claim, 'subject' | 'object' | 'relation' | 'value' | 'form' | 'polarity' | 'isOfWholeList'>>;

/** A statement with the text around it. */
export interface Surroundings {
  /** The sentence before it, or the line that introduces it. */
  readonly before: string;
  /** Its own sentence up to it. */
  readonly start: string;
  /** The same from its last clause on. */
  readonly opening: string;
  /** Its own sentence up to what is said of the thing. */
  readonly upToObject: string;
  /** The words of the statement. */
  readonly own: string;
  /** Its own sentence behind it. */
  readonly closing: string;
  /** The next sentences, and the next paragraph where these are few. */
  readonly after: readonly string[];
  /** The sentence before, the rest of its own, and what is in `after`. */
  readonly places: readonly Behind[];
  /** It stands in quotation marks, with more than a name. */
  readonly quotedWhole: boolean;
  /** It stands in the words of a quotation, in whole or with what it says of its subject: more than a quoted name. */
  readonly quoted: boolean;
  /** Its words begin with the thing itself: "*Universalis* says that …" is said of the word, and by nobody else. */
  readonly opensWithThing: boolean;
}

/**
 * Whose a statement is that stands in reported words, in an exercise or among mistakes, as far as the text around it
 * tells; undefined where it is the writer's, or nothing disowns it.
 */
export function reportedAttribution(
  statement: Statement,
  blocks: readonly AnalyzedBlock[],
  namesRight: (behind: readonly Behind[]) => boolean,
): Exclude<Attribution, 'writer'> | undefined {
  const block = blocks[statement.block]!;
  const judged = taskOrMistake(statement, blocks);
  if (judged !== undefined) return judged;
  const around = surroundingsOf(statement, blocks);
  // What is read from the whole of a statement is of nothing else.
  if (statement.form !== WHOLE_STATEMENT && isOfAnother(statement, around, block, blocks)) return 'contrasted';
  if (isOfOneCase(statement, around)) return 'contrasted';
  if (says(SUPPOSING, supposedBefore(statement, around.opening)) || says(WISHING, around.opening)) {
    return 'hypothetical';
  }
  if ([VOTED_DOWN, MISTAKES_FOR, KEPT_OFF].some((one) => says(one, around.start + around.own))) return 'others';
  // "Nor is it a cancer; it comes from …": what is said stands in a clause of its own.
  const isOfOwnClause = around.upToObject.slice(around.start.length).includes(';');
  // "Warfarin is no steroid. Nor is prednisone.": the words are the denial itself.
  const isDenial = statement.polarity === 'denied' && /^\W*nor (?:is|are|does|do) /iu.test(around.opening + around.own);
  if (!isOfOwnClause && !isDenial && says(NEVER_SAID, around.opening + around.own)) return 'hypothetical';
  if (says(GOT_WRONG, around.start)) return 'others';
  if (says(TURNED_ROUND, around.start + around.own + around.closing)) return 'contrasted';
  if (says(JUDGED, around.start + around.own + around.closing)) return 'others';
  if (says(HISTORICAL, around.start)) return 'historical';
  if (UNTRUSTED.test((SPEAKER.exec(around.start)?.[0] ?? '').toLowerCase().replace(SPOKEN_TO, ''))) return 'others';
  // "Neither explanation is right."
  if (
    statement.relation === 'unknown-cause' &&
    /^ (?:of (?:these|them|the two) )?(?:is|was|are|were|holds?) (?:\p{L}+ )?(?:right|correct|true|wrong|so)\b/iu.test(
      around.closing,
    )
  ) {
    return 'others';
  }
  if (
    isRefused(around.start) ||
    isRefused(around.upToObject) ||
    isWeighed(around.start + around.own + around.closing)
  ) {
    return 'others';
  }
  // 'The statement "…" was answered with …': words that are talked about.
  if (
    around.quoted &&
    says(MENTIONED, around.start) &&
    /\p{L}/u.test(around.closing) &&
    !isEndorsed(around.closing, [])
  ) {
    return 'others';
  }
  const teller = tellerOf({ ...around, before: introduces(around) ? around.before : '' });
  if (teller === 'writer' && !isReported(around)) {
    return isOfDialogue(around.start, block.text) && namesRight(around.places) ? 'others' : undefined;
  }
  if (isReliedOn(around.closing, around.after) || ENDORSED_AT_ONCE.test(around.closing)) return undefined;
  // What a neighbor or a forum says is nobody's claim, unless the text takes their side.
  if (teller === 'somebody' && !isEndorsed(around.closing, around.after)) return 'others';
  const isTold = teller !== 'writer' || around.quoted;
  // ", while a drip has nothing to do with it" goes on about something else.
  const closing = around.closing.split(/, (?:while|whereas) /iu, 1)[0]!;
  if (isTold && [closing, ...around.after].some(isUnsupported)) return 'others';
  const before = introduces(around) ? around.before : '';
  const told = `${before} ${around.opening} ${around.closing}`.toLowerCase().replace(SPOKEN_TO, '');
  if (UNTRUSTED.test(told)) return 'others';
  const isDisowned =
    [before, around.opening].some((text) => says(DISOWNED_BEFORE, text)) ||
    [around.closing, ...around.after.slice(0, around.quoted ? 3 : 2)].some((text) => says(DISOWNED, text));
  if (isDisowned || namesRight(around.places)) return 'others';
  // Quoted words of nobody who is named are words talked about.
  const source = `${around.before} ${around.start} ${around.own} ${around.closing} ${around.after[0] ?? ''}`;
  return around.quotedWhole && !says(TRUSTED, source) ? 'others' : undefined;
}

/** What stands before a statement, without what its readers know: "hardly any pain", "nobody can say where it comes from". */
function supposedBefore({ relation, form }: Statement, opening: string): string {
  if (relation === 'unknown-cause') return opening.replace(NOBODY_KNOWS, '');
  return form === 'grade' || form === 'scale' ? opening.replace(HARDLY_ANY, '') : opening;
}

const NOBODY_KNOWS =
  /(?<!\p{L})(?:nobody|no one|no doctor|not one doctor)(?: \p{L}+)? (?:say|tell|explain|know|knows)(?!\p{L})/giu;
const HARDLY_ANY = /(?<!\p{L})(?:hardly|scarcely|barely) (?:any|an?) $/iu;

/** "tkfan: … / nurse: … / tkfan: …": a line of somebody whom others answer. */
function isOfDialogue(start: string, text: string): boolean {
  if (!SPEAKER_LABEL.test(start)) return false;
  const speakers = [...text.matchAll(SPEAKER_LABELS)].map(([, name]) => name!.toLowerCase());
  const different = new Set(speakers).size;
  return different > 1 && different < speakers.length;
}

const SPEAKER_LABEL = /^\W*[\p{L}\d_-]{2,20}\W*:\W*$/u;
const SPEAKER_LABELS = /(?:^|\n)[*_ ]*([\p{L}\d_-]{2,20})[*_]*:/gu;

/** What a task asks to judge, what is marked as false, what stands in a list of mistakes. */
export function taskOrMistake(
  statement: Statement,
  blocks: readonly AnalyzedBlock[],
): 'others' | 'question' | undefined {
  const block = blocks[statement.block]!;
  if (isGuess(block, blocks) || isMarkedFalse(statement, block, blocks)) return 'others';
  const around = surroundingsOf(statement, blocks);
  if (says(TAKEN_BACK_BEHIND, around.after[0] ?? '') || says(MARKED_FALSE, around.closing)) return 'others';
  if (says(FLAGGED, around.before)) return 'others';
  if (isExercise(around, block, blocks)) return 'question';
  return isAmongMistakes(block, blocks) || isLabelledBad(around) ? 'others' : undefined;
}

/** The sentence before tells whose words follow, or is a title of them. */
function introduces({ before, own, quoted }: Surroundings): boolean {
  return (
    quoted ||
    INSERTED.test(own) ||
    /:\W*$/u.test(before) ||
    (before.length < LONGEST_TITLE && !/[.!]\W*$/u.test(before))
  );
}

/** ", and she is right": the text takes the side of whoever said it. */
const ENDORSED_AT_ONCE =
  /^\W*(?:and |which |where )?(?:he|she|they|it|this|that|you) (?:is|are|was|were) (?:quite |indeed |perfectly |absolutely )?(?:right|correct|true)\W*$/iu;
const MENTIONED = /(?<!\p{L})(?:statement|sentence|thesis|claim|assertion|proposition|option)s? ["“‘«]?$/u;
const LONGEST_TITLE = 60;
/** "Calcinosis, it says there, is …" */
const INSERTED = /, (?:it|she|he|they|the \p{L}+) (?:says?|said|claims?|claimed|reads|goes)(?: there| here)?,/iu;

function isLabelledBad(around: Surroundings): boolean {
  const { start, before, after } = around;
  if (says(LABELLED_BAD, start + around.own)) return !isConfirmed(around);
  const label = (LABEL.exec(start)?.[0] ?? '').toLowerCase().replace(SPOKEN_TO, '');
  if (says(DISOWNED_BEFORE, label) || says(UNTRUSTED, label)) return true;
  if (says(LABELLED_FOUND, start) && [before, after[0] ?? ''].some((text) => says(EXPECTED, text))) return true;
  return /:/u.test(start) && says(COLLECTION_OF_MISTAKES, start);
}

/** "Death certificate, first version:"; "they are mistaken:" is no label. */
const LABEL = /^(?![^:]*\b(?:is|are|was|were)\b)[^.;:]{0,60}:/iu;

/** "QUACK: …" */
const SPEAKER = /^\W*[\p{Lu}][\p{L}\d_ .]{0,25}:/u;

/** Whether the words are told as somebody's: quoted, behind a verb of saying, behind the name of a text and a colon. */
export function isReported({ before, opening, own, closing, quoted, opensWithThing }: Surroundings): boolean {
  // "We had put lupus under …": the verb may be the first word of what was read.
  const first = opensWithThing ? own.slice(0, 1) : own.slice(0, Math.max(LONGEST_VERB, own.search(/\bthat\b/u)));
  // "(think of alendronate and denosumab)" gives examples.
  const upTo = (opening + first).replace('(think of', '(');
  return (
    quoted ||
    says(REPORTING, upTo) ||
    says(SOURCE_SPEAKS, upTo) ||
    says(REPORTED_PASSIVE, own) ||
    says(GIVEN_AS, opening) ||
    INSERTED.test(own) ||
    says(REPORTED_BEHIND, closing) ||
    (/:\W*$/u.test(before) && (says(REPORTING, before) || says(SOURCE_SPEAKS, before)))
  );
}

const LONGEST_VERB = 12;

/** What stands around a statement, in prose. */
export function surroundingsOf(statement: Statement, blocks: readonly AnalyzedBlock[]): Surroundings {
  const block = blocks[statement.block]!;
  const { sentences, text } = block;
  const index = sentences.findIndex(
    ({ span }) => span.start <= statement.span.start && statement.span.start < span.end,
  );
  const said = saidSpan(statement.span, block);
  const last = lastSentence(statement.span, block, index);
  const own = sentences[index]?.span ?? said;
  const sentence = (at: number): string => {
    const span = sentences[at]?.span;
    return span === undefined ? '' : text.slice(span.start, span.end);
  };
  const end = Math.max(said.end, sentences[last]?.span.end ?? said.end);
  const next = sentences.slice(last + 1, last + 4).map(({ span }): Behind => ({ block, span }));
  if (next.length < 2) next.push(...followingParagraph(block, blocks));
  const start = text.slice(own.start, Math.max(own.start, said.start)).replace(UNTIL_TOLD, '');
  const isInIt = statement.object?.block === block.index && contains(own, statement.object.span);
  const upToObject = isInIt
    ? text.slice(own.start, Math.max(own.start + start.length, statement.object.span.start))
    : start;
  const named = statement.subject?.block === block.index ? statement.subject.span : undefined;
  return {
    before: index > 0 ? sentence(index - 1) : introduction(block, blocks),
    start,
    opening: start.split(NEW_CLAUSE).pop()!,
    upToObject,
    own: text.slice(statement.span.start, statement.span.end),
    closing: text.slice(statement.span.end, end),
    after: next.map(({ block: other, span }) => other.text.slice(span.start, span.end)),
    places: [
      ...sentences.slice(Math.max(0, index - 1), index).map(({ span }): Behind => ({ block, span })),
      { block, span: proseSpan(statement.span.end, end) },
      ...next,
    ],
    quotedWhole: quotationsOf(block).some(
      (span) => contains(span, statement.span) && text.slice(span.start, span.end).split(' ').length > 2,
    ),
    quoted:
      block.quoted ||
      quotationsOf(block).some((span) => overlaps(span, statement.span) && !isName(span, statement, block)),
    opensWithThing:
      named !== undefined && named.start >= statement.span.start && named.start <= statement.span.start + 1,
  };
}

/** "I had never heard of it until my doctor told me:": what the source tells is what the writer holds since. */
const UNTIL_TOLD =
  /^[^.;:]*?(?<!\p{L})(?:until|till|before) (?=(?:my|our|the|an?|one|his|her) [^.;:]{2,40} (?:told|explained|said|showed|wrote|taught)(?!\p{L})[^.;:]*:\W*$)/iu;

const NEW_CLAUSE = /;|,? \b(?:but|whereas|while|yet(?! to))\b|(?:^|,) ?(?:today|now)\b/iu;

/** '"Circumscripta" means that …': nothing but the name of the thing stands in quotation marks. */
function isName(quotation: ProseSpan, { subject, object }: Statement, { index, text }: AnalyzedBlock): boolean {
  if (subject?.block !== index || !contains(quotation, subject.span)) return false;
  if (object?.block === index && overlaps(quotation, object.span)) return false;
  const isShort = quotation.end - quotation.start <= subject.span.end - subject.span.start + MARKS;
  return isShort && EXPLAINS_WORD.test(text.slice(subject.span.end));
}

const EXPLAINS_WORD =
  /^["”’»*_]*(?: here| itself)? (?:means?|says?|tells?|stands? for|refers? to|describes?|denotes?|signifies|implies|points? to|is (?:said|used|short|the (?:word|term|name)))(?!\p{L})/iu;

/** Two quotation marks, and a stop. */
const MARKS = 3;

/** The statement, or the quotation that it stands in. */
function saidSpan(span: ProseSpan, block: AnalyzedBlock): ProseSpan {
  const quotation = quotationsOf(block).find((one) => overlaps(one, span));
  return quotation === undefined
    ? span
    : proseSpan(Math.min(span.start, quotation.start), Math.max(span.end, quotation.end));
}

function lastSentence(said: ProseSpan, { sentences }: AnalyzedBlock, index: number): number {
  let last = index;
  while (sentences[last + 1] !== undefined && sentences[last + 1]!.span.start < said.end) last++;
  return last;
}

function overlaps(a: ProseSpan, b: ProseSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The line that a paragraph, a list or a cell is introduced by. */
function introduction(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): string {
  const { list } = block;
  const before = list?.leadIn === undefined ? blocks[block.index - 1] : blocks[list.leadIn];
  if (before === undefined || before.table !== undefined || (list === undefined && before.list !== undefined)) {
    return '';
  }
  const last = before.sentences[before.sentences.length - 1]?.span;
  return last === undefined ? '' : before.text.slice(last.start, last.end);
}

/** Behind a longer list nobody answers for one item. */
const LONGEST_LIST = 60;

/** The first sentences of the paragraph behind a statement's paragraph, quotation or list. */
function followingParagraph(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): Behind[] {
  let next = block.index + 1;
  const last = next + LONGEST_LIST;
  while (next < last && block.list !== undefined && blocks[next]?.list?.list === block.list.list) next++;
  const following = blocks[next];
  if (following === undefined || following.kind === 'heading' || following.table !== undefined) return [];
  if (block.list === undefined && following.list !== undefined) return [];
  return following.sentences.slice(0, 2).map(({ span }) => ({ block: following, span }));
}

function isExercise(around: Surroundings, block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  // A ticked box is the answer, whatever the line above asks for.
  if (block.list?.checked === true) return false;
  const first = block.sentences[0]!.span;
  const asked = [
    around.opening,
    around.before,
    block.text.slice(first.start, first.end),
    ...headingOf(block, blocks),
    ...lineBefore(block, blocks),
  ];
  const isMarkedRight = verdictOfKey(block, blocks) === 'right' || isRightAtEndOfLine(block, around.after[0] ?? '');
  if (isMarkedRight) return false;
  if (asked.some((text) => says(EXERCISE, text))) return !isConfirmed(around);
  if (says(EXERCISE, around.after[0] ?? '') && around.quoted) return true;
  return isOption(block, blocks);
}

/** "Which of the following is …?", options, and the answer behind them. */
function isOption(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  if (isRowOfOptions(block, blocks[block.index - 1])) return true;
  if (block.list === undefined && !OPTION.test(block.text)) return false;
  if (block.list === undefined && ONE_OF.test(questionAbove(blocks[block.index - 1], blocks))) return true;
  const answer = followingBlock(block, blocks);
  if (answer !== undefined && says(ANSWER_KEY, answer.text)) return true;
  const { leadIn } = block.list ?? {};
  const question = leadIn === undefined ? blocks[block.index - 1] : blocks[leadIn];
  if (question !== undefined && ONE_OF.test(question.text)) return true;
  // One letter, and three words to choose from.
  const above = [...headingOf(block, blocks), question?.text ?? ''];
  return block.list !== undefined && above.some((text) => says(ONE_LETTER, text));
}

/** The question above the options that an answer stands behind. */
function questionAbove(before: AnalyzedBlock | undefined, blocks: readonly AnalyzedBlock[]): string {
  if (before === undefined) return '';
  const leadIn = before.list?.leadIn ?? (OPTION.test(before.text) ? before.index - 1 : undefined);
  return leadIn === undefined ? '' : (blocks[leadIn]?.text ?? '');
}

/** "Which drug is …?\nA. Sevelamer · B. Pamidronate": lettered options behind a question, in one paragraph or below it. */
function isRowOfOptions({ text }: AnalyzedBlock, before: AnalyzedBlock | undefined): boolean {
  const asked = text.indexOf('?');
  if (asked > 0) return OPTIONS_IN_ROW.test(text.slice(asked + 1));
  return before !== undefined && /\?\W*$/u.test(before.text) && OPTIONS_IN_ROW.test(text);
}

const OPTIONS_IN_ROW = /^\W*(?:[Aa][.)]|1\))\s.*?\s\W?(?:[Bb][.)]|2\))\s/su;
const OPTION = /^\W*[a-eA-E1-5][.):]\s/u;
const ONE_OF =
  /\bwhich (?:one |of (?:the following|these) |single )?(?:\w+ )?(?:is|was|has|does|belongs|counts|acts|blocks|binds)\b[^?]*\?\W*$/iu;

const ONE_LETTER = /\bwhat (?:does|do) the (?:letter )?\W?\p{L}\W? (?:in|of) [^?]*\?\W*$/u;

function followingBlock(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): AnalyzedBlock | undefined {
  let next = block.index + 1;
  const isOther = (one: AnalyzedBlock) =>
    block.list === undefined ? OPTION.test(one.text) : one.list?.list === block.list.list;
  const last = next + LONGEST_LIST;
  while (next < last && blocks[next] !== undefined && isOther(blocks[next]!)) next++;
  return blocks[next];
}

function headingOf(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): string[] {
  const heading = block.headings[block.headings.length - 1];
  return heading === undefined ? [] : [blocks[heading]!.text];
}

/** A table, or a run of short paragraphs, stands under the paragraph before. */
function lineBefore(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): string[] {
  let before = block.index - 1;
  if (block.table !== undefined) {
    before = (cellsOf(block.table.table, blocks).rows.get(0)?.[0]?.index ?? block.index) - 1;
  }
  const text = blocks[before]?.text;
  return text === undefined || text.length > 160 ? [] : [text];
}

function isConfirmed({ closing, after }: Surroundings): boolean {
  return CONFIRMED.test(closing) || CONFIRMED.test(`(${after[0] ?? ''}`);
}

const CONFIRMED =
  /(?:[(–—:→=?.]|-|\s) ?(?:answer:? )?(?:[Tt]rue|TRUE|[Cc]orrect|[Rr]ight|[Yy]es|YES|[Ff]act|[TRY])[).!* ]*$/u;

/** "Examples of misinformation", "Common slips: …", above a list or before the statement. */
function isAmongMistakes(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const leadIn = block.list?.leadIn;
  const headings = block.list === undefined ? [] : headingOf(block, blocks);
  const titles = leadIn === undefined ? headings : [blocks[leadIn]!.text];
  const first = block.sentences[0]!.span;
  if (says(SURVEY, block.text.slice(first.start, first.end))) return true;
  if (leadIn !== undefined && refusesItems(blocks[leadIn]!.text)) return true;
  return titles.some(
    (text) => DENYING_TITLE.test(text) || (says(COLLECTION_OF_MISTAKES, text) && !AGAINST_MISTAKES.test(text)),
  );
}
