import type { AnalyzedBlock } from '../../document.js';
import { quotationsOf } from '../../prose/quotations.js';
import { contains, type ProseSpan } from '../../text/span.js';
import { isRightAtEndOfLine, verdictOfKey } from '../answers/answer-keys.js';
import type { Attribution } from '../claim.js';
import { CROSSES } from '../sentences/crosses.js';
import { PUT_RIGHT } from '../types/corrected-types.js';
import { KEPT_OFF, says } from './disowning-words.js';
import { findWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { SIGNS } from '../states/state-words.js';
import type { Behind } from './retold.js';
import { isOfSetAsideLine, isUnderDenial } from './denying-heads.js';
import { reportedAttribution, taskOrMistake, type Statement } from './reported-speech.js';
import { isUnstated } from './unstated.js';
import { opensWithCorrection } from './verdicts.js';
import { Word } from '../sentences/word-lists.js';
import { ARGUING, BELIEVING, REJECTIONS, REPORTED, REPORTERS, SAID, SAYING } from './attribution-lexicon.js';

const BEFORE_REPORTERS = new Set('some many , while but and older other'.split(' '));
const LAY_REPORTERS = new Set('some many people readers patients others'.split(' '));

/** "Some authors count four types": somebody, then within two words a verb of saying. */
function reportsOthers(elements: readonly Element[]): boolean {
  return elements.some((element, index) => {
    // "They believe …": authorities that "they" stands for say, hold or know.
    if (element.norm === 'they' && BELIEVING.has(elements[index + 1]?.norm ?? '')) return true;
    if (!REPORTERS.has(element.norm)) return false;
    if (!elements.slice(index + 1, index + 4).some((next) => SAYING.has(next.norm))) return false;
    // "Doctors classify …" is what the writer holds with them; "people think" is not.
    if (index === 0) return LAY_REPORTERS.has(element.norm);
    const before = elements[index - 1]!.norm;
    // "Depending on the cause, dermatologists distinguish …"
    if (
      before === ',' &&
      (isCondition(elements, index) || (index <= LONGEST_OPENING && isAdverbial(elements.slice(0, index))))
    ) {
      return LAY_REPORTERS.has(element.norm);
    }
    return BEFORE_REPORTERS.has(before) || (before === 'most' && LAY_REPORTERS.has(element.norm));
  });
}

/** "If a lump appears where a drip has leaked, doctors call this …" */
function isCondition(elements: readonly Element[], reporter: number): boolean {
  return CONDITIONS.has(elements[0]!.norm) && NAMES_IT.has(elements[reporter + 1]?.norm ?? '');
}

const CONDITIONS = new Set('if when where whenever once'.split(' '));
const NAMES_IT = new Set('call calls speak speaks name term class file label'.split(' '));

function isAdverbial(opening: readonly Element[]): boolean {
  return OPENS_ADVERBIAL.has(opening[0]?.norm ?? '') && opening.filter(({ norm }) => norm === ',').length === 1;
}

const LONGEST_OPENING = 9;
const OPENS_ADVERBIAL = new Set(
  'depending by according in today nowadays for sorted on going as beside besides next alongside apart when where since under'.split(
    ' ',
  ),
);

/** Whose the statements of a sentence are, as far as the sentence itself tells. */
export function attributionOf(sentence: SentenceElements): Attribution {
  const { elements, words } = sentence;
  if (sentence.isQuestion) return 'question';
  if ((words & Word.supposing) !== 0 && (words & Word.would) !== 0 && isSupposed(elements)) return 'hypothetical';
  if (isDeniedByAll(elements) || isSaidToBeWrong(elements) || isForSome(elements) || isFaultOfMany(elements)) {
    return 'others';
  }
  if ((words & Word.telling) === 0) return 'writer';
  if (findWords(elements, 0, elements.length, REJECTIONS) !== undefined) return 'others';
  const reported = findWords(elements, 0, elements.length, REPORTED);
  if (reported !== undefined && !isOfTissue(elements, reported)) return 'historical';
  if (reportsOthers(elements) || argued(elements)) return 'others';
  return 'writer';
}

/** "previously normal tissue": how it was before the deposit. */
function isOfTissue(elements: readonly Element[], { start, end }: { start: number; end: number }): boolean {
  const next = elements[end];
  const isState =
    next?.phrase?.kind === 'tissue' ||
    SIGNS.get(next?.norm ?? '')?.some(({ kind }) => kind === 'sound' || kind === 'damaged');
  if (elements[start]!.norm === 'previously' && isState === true) return true;
  // "the skin had been injured at some time in the past"
  return (
    ['in', 'previously', 'formerly'].includes(elements[start]!.norm) &&
    elements.slice(Math.max(0, start - 6), start).some(({ phrase }) => phrase?.kind === 'tissue')
  );
}

/** "Nobody should conclude that …", but not "no one should doubt that …". */
function isDeniedByAll(elements: readonly Element[]): boolean {
  const opens = elements[0]?.norm === 'nobody' || (elements[0]?.norm === 'no' && elements[1]?.norm === 'one');
  // "No dermatologist would file …"
  const judges = elements.slice(2, 5).findIndex(({ norm }) => WOULD.has(norm)) + 2;
  if (elements[0]?.norm === 'no' && judges > 1 && elements[judges + 1]?.norm !== 'doubt') return true;
  if (!opens) return false;
  const said = elements.slice(1, 6).map(({ norm }) => norm);
  // "Nobody can say where it comes from" is what the writer says.
  // "Nobody should divide it into …"
  if (said.some((norm, index) => DIVIDING.has(norm) && WOULD.has(said[index - 1] ?? ''))) return true;
  return said.some((norm, index) => CONCLUDING.has(norm) && !ASKING.has(said[index + 1] ?? ''));
}

const WOULD = new Set('would should'.split(' '));
const ASKING = new Set('where why what how'.split(' '));
const DIVIDING = new Set('sort divide split class classify file put count group list lump'.split(' '));
const CONCLUDING = new Set(
  'conclude concludes say says claim claims believe believes think thinks call calls read infer assume suggest suggests'.split(
    ' ',
  ),
);

/** "If colchicine were an antibiotic, gout would be an infection", "Were the cause known, it would …" */
function isSupposed(elements: readonly Element[]): boolean {
  const supposes = ['were', 'had'].includes(elements[0]?.norm ?? '');
  const condition = elements.findIndex(({ norm }) => norm === 'if');
  const were = elements.findIndex(({ norm }, at) => at > condition && (norm === 'were' || norm === 'had'));
  if (!supposes && (condition < 0 || were < 0)) return false;
  return elements.some(({ norm }) => norm === 'would');
}

/** "To most people, that a cancer has spread": what it is to them. */
function isForSome(elements: readonly Element[]): boolean {
  if (elements[0]?.norm !== 'to') return false;
  return MOST.has(elements[1]?.norm ?? '') && PEOPLE.has(elements[2]?.norm ?? '');
}

const MOST = new Set('most many some'.split(' '));
const PEOPLE = new Set('people patients readers ears minds parents of'.split(' '));

/** "To say that … is to overlook …", "to call it … would be a mistake": the sentence judges what it names. */
function isSaidToBeWrong(elements: readonly Element[]): boolean {
  if (elements[0]?.norm !== 'to' || !JUDGED.has(elements[1]?.norm ?? '')) return false;
  return elements.some(
    ({ norm }, index) => (norm === 'is' && elements[index + 1]?.norm === 'to') || norm === 'would' || norm === 'misses',
  );
}

/** "Whoever files etanercept under the antibodies has overlooked that …" */
function isFaultOfMany(elements: readonly Element[]): boolean {
  const first = elements[0]?.norm ?? '';
  const second = elements[1]?.norm ?? '';
  // "Anyone reading that … should close the page"
  if (ANYONE.has(first) && HOLDING.has(second) && elements[2]?.norm === 'that') return true;
  const isOpening = first === 'whoever' || (second === 'who' && ANYONE.has(first));
  return isOpening && elements.some(({ norm }) => FAULTS.test(norm));
}

const ANYONE = new Set('anyone anybody those he she people readers somebody someone'.split(' '));
const HOLDING = new Set('reading saying writing claiming telling thinking believing expecting hearing'.split(' '));
const FAULTS =
  /^(?:overlook|mistak|wrong|err(?:s|ed)?$|miss(?:es|ed)?$|forg|los(?:es|e|t)$|confus|mix|ignor|misread|misunder)/u;

const JUDGED = new Set('say claim call speak describe label regard treat think conclude file put count'.split(' '));

/** "One speaker argued that …", "the old handout claimed": what somebody held is not what the writer holds. */
function argued(elements: readonly Element[]): boolean {
  return elements.some(
    (element, index) =>
      ARGUING.has(element.norm) &&
      index > 0 &&
      // "patients maintained on dialysis"
      !(element.norm === 'maintained' && KEPT_AT.has(elements[index + 1]?.norm ?? '')) &&
      // "She swears by it" relies on the thing, and says nothing.
      elements[index + 1]?.norm !== 'by' &&
      !['we', 'i', 'have', 'has', 'is', 'are', 'be', 'been', 'commonly', 'generally', 'now', 'widely'].includes(
        elements[index - 1]!.norm,
      ),
  );
}

const KEPT_AT = new Set('on at by in with within through for .'.split(' '));

/**
 * The claims with what stands around their sentences taken into account: a verdict behind them ("That is not so.",
 * "(False)"), a quiz that they are part of, a heading that calls them myths, quotation marks.
 */
export function withAttribution<Told extends Statement>(
  statements: readonly Told[],
  blocks: readonly AnalyzedBlock[],
  namesRight: (statement: Told, behind: readonly Behind[]) => boolean = () => false,
  isOfAnother: (statement: Told) => boolean = () => false,
): Told[] {
  return statements.map((statement) => {
    if (statement.attribution !== 'writer' || statement.form === PUT_RIGHT) return statement;
    // Hardly any statement is false, and whose the others are is not asked.
    let found: Attribution | undefined;
    return {
      ...statement,
      get attribution() {
        found ??= isOfAnother(statement)
          ? 'contrasted'
          : attributionAround(asFirstOfRow(statement, statements, blocks), blocks, (behind) =>
              namesRight(statement, behind),
            );
        return found;
      },
    };
  });
}

/** "… wrote that the S stands for spasm and the C for cancer": who told the first letter of a row told the next as well. */
function asFirstOfRow<Told extends Statement>(
  told: Told,
  all: readonly Told[],
  blocks: readonly AnalyzedBlock[],
): Told {
  if (told.relation !== 'stands-for') return told;
  const { text } = blocks[told.block]!;
  const before = all.find(
    ({ relation, block, span }) =>
      relation === 'stands-for' &&
      block === told.block &&
      span.end < told.span.start &&
      NEXT_LETTER.test(text.slice(span.end, told.span.start)),
  );
  return before === undefined ? told : { ...told, span: asFirstOfRow(before, all, blocks).span };
}

const NEXT_LETTER =
  /^["”’*_]*(?:,| and|, and) (?:the |its )?["“*_]*\p{L}["”*_]* (?:for|as|is|means|being) (?:an? |the )?["“*_]*$/u;

function attributionAround(
  statement: Statement,
  blocks: readonly AnalyzedBlock[],
  namesRight: (behind: readonly Behind[]) => boolean,
): Attribution {
  const { block, span } = statement;
  const key = verdictOfKey(blocks[block]!, blocks);
  if (key !== undefined) return key === 'right' ? 'writer' : 'others';
  // "I corrected that: alendronate is …", "she put him right: it is …"
  const isCorrection = [statement, { block, span }].some((one) => opensWithCorrection(startOf(one, blocks)));
  const around = isCorrection ? 'writer' : attributionInContext(statement, blocks);
  if (around !== 'writer' && around !== 'quotation') return around;
  if (statement.isOfWholeList === true) return taskOrMistake(statement, blocks) ?? around;
  if (isUnstated(statement, blocks)) return 'hypothetical';
  if (isCorrection) return around;
  return reportedAttribution(statement, blocks, namesRight) ?? around;
}

/** Its own sentence up to a statement, or to what it says of a thing that is named before. */
function startOf(
  { block, span, object }: Pick<Statement, 'block' | 'span' | 'object'>,
  blocks: readonly AnalyzedBlock[],
): string {
  const { sentences, text } = blocks[block]!;
  const own = sentences.find((one) => one.span.start <= span.start && span.start < one.span.end)?.span;
  if (own === undefined) return '';
  const isInIt = object?.block === block && contains(own, object.span);
  return text.slice(own.start, isInIt ? Math.max(span.start, object.span.start) : span.start);
}

function attributionInContext(claim: Statement, blocks: readonly AnalyzedBlock[]): Attribution {
  const block = blocks[claim.block]!;
  const index = block.sentences.findIndex(({ span }) => span.start <= claim.span.start && claim.span.start < span.end);
  const text = (at: number): string => {
    const span = block.sentences[at]?.span;
    return span === undefined ? '' : block.text.slice(span.start, span.end);
  };
  const own = text(index);
  const next = text(index + 1);
  if (
    REJECTED.test(next) ||
    (MARKED_F.test(next) && /["”’»]\W*$/u.test(own)) ||
    MISTAKEN.test(next) ||
    REJECTED_AT_END.test(own)
  ) {
    return 'others';
  }
  if (
    HELD_BY_MANY.test(own) ||
    REJECTED_IN_PLACE.test(own) ||
    HELD_BY_MISTAKE.test(own) ||
    TAKEN_BACK.test(own) ||
    UNTICKED.test(own)
  ) {
    return 'others';
  }
  if (isCrossedOut(claim, block) || SET_RIGHT_AT_ONCE.test(block.text.slice(claim.span.end))) return 'others';
  // "**Myth 3. …**", and the verdict begins the next paragraph.
  if (MYTH_LABEL.test(block.text) && !FACT_LABEL.test(block.text)) return 'others';
  // "| No. | Type |" is the header of a table, and no answer.
  const isTableBehind = block.table === undefined && blocks[claim.block + 1]?.table !== undefined;
  if (next === '' && !isTableBehind && VERDICT_BEHIND.test(blocks[claim.block + 1]?.text ?? '')) return 'others';
  // "So it said in the old leaflet. That sentence was wrong."
  if (SO_IT_SAID.test(next) && REJECTED.test(text(index + 2))) return 'others';
  if (isCorrected(block, index)) return 'others';
  const inQuestion = isQuiz(own) || isQuiz(text(index - 1)) || isQuizOf(block, blocks);
  // The verdict may be a paragraph of its own.
  const verdict = next === '' ? (blocks[claim.block + 1]?.text ?? '') : next;
  const isMarkedRight = () => verdictOfKey(block, blocks) === 'right' || isRightAtEndOfLine(block, next);
  if (inQuestion && !CONFIRMED.test(verdict) && !CONFIRMED_AT_END.test(own) && !isMarkedRight()) return 'question';
  if (isMythHeading(block, blocks) || isListOfMistakes(block, blocks) || isLeftUnticked(block, blocks)) return 'others';
  if (isDeniedItem(block, blocks) && !block.mentions.some(({ conceptId }) => conceptId === claim.subject?.conceptId)) {
    return 'others';
  }
  if (claim.polarity !== 'denied' && isUnderDenial(block, blocks)) return 'others';
  if (isOfSetAsideLine(claim, blocks)) return 'others';
  const quotation = quotationOf(claim, block);
  if (quotation === undefined) return 'writer';
  // A quotation that stands alone is judged by the paragraph behind it.
  const behind = blocks[claim.block + 1];
  if (
    block.quoted &&
    index === block.sentences.length - 1 &&
    behind !== undefined &&
    REJECTED_QUOTATION.test(behind.text)
  ) {
    return 'others';
  }
  const around = block.text.slice(block.sentences[index]?.span.start ?? 0, quotation.start) + text(index).slice(-200);
  return REJECTED_QUOTATION.test(around.replace(block.text.slice(quotation.start, quotation.end), '')) ||
    REJECTED_QUOTATION.test(next)
    ? 'others'
    : 'quotation';
}

/** The quotation that the whole claim stands in. */
function quotationOf(claim: Statement, block: AnalyzedBlock): ProseSpan | undefined {
  return quotationsOf(block).find((span) => contains(span, claim.span));
}

function isQuiz(text: string): boolean {
  return QUIZ.test(text);
}

/** The list or the heading that the block stands under asks whether its statements are true. */
function isQuizOf(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  let isOne = quizzes.get(block);
  if (isOne === undefined) quizzes.set(block, (isOne = standsInQuiz(block, blocks)));
  return isOne;
}

const quizzes = new WeakMap<AnalyzedBlock, boolean>();

function standsInQuiz(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const leadIn = block.list?.leadIn;
  const heading = block.headings[block.headings.length - 1];
  return [leadIn, heading].some((at) => at !== undefined && QUIZ.test(blocks[at]!.text));
}

function isMythHeading(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const heading = block.headings[block.headings.length - 1];
  return heading !== undefined && /^(?:myth|misconception)\b/iu.test(blocks[heading]!.text);
}

/** "The following statements are all incorrect", above a list. */
function isListOfMistakes(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const leadIn = block.list?.leadIn;
  if (leadIn !== undefined && (LIST_OF_MISTAKES.test(blocks[leadIn]!.text) || MYTHS.test(blocks[leadIn]!.text))) {
    return true;
  }
  const heading = block.headings[block.headings.length - 1];
  return heading !== undefined && LIST_OF_MISTAKES.test(blocks[heading]!.text);
}

/** "- [ ] Colchicine is an NSAID." in a list where another box is ticked. */
function isLeftUnticked({ list }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  if (list?.checked !== false) return false;
  return blocks.some((other) => other.list?.list === list.list && other.list.checked === true);
}

/** "- *not* acne, burns or lupus", "They look for, and must not find:" above a list: what is no item of it. */
function isDeniedItem({ list, text }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  if (list === undefined) return false;
  if (DENIED_ITEM.test(text)) return true;
  const leadIn = list.leadIn === undefined ? '' : blocks[list.leadIn]!.text;
  return DENYING_LEAD_IN.test(leadIn) || says(KEPT_OFF, leadIn);
}

const DENIED_ITEM =
  /^[\s*_"“(]*(?:not|never|nor|neither|except|but not|no longer)(?!\p{L})(?! (?:only|just|all|always|long|too|least))/iu;
const DENYING_LEAD_IN =
  /(?:(?<!\p{L})(?:not|never|cannot|nor|neither|none of|ruled out|rule out|excluded|exclude|excludes)|n[’']t)(?!\p{L})(?! (?:only|just|all|always|to be missed|be missed))(?: (?:be )?\p{L}+){0,3}\W*:\W*$/iu;

/** "Two posts ago I told you that … I owe you a correction.": what was said before is what the paragraph corrects. */
function isCorrected(block: AnalyzedBlock, sentence: number): boolean {
  const { span, firstToken, endToken } = block.sentences[sentence] ?? { span: undefined, firstToken: 0, endToken: 0 };
  if (span === undefined || !CORRECTING.test(block.text)) return false;
  return block.tokens.slice(firstToken, endToken).some(({ norm }) => SAID.has(norm));
}

const LIST_OF_MISTAKES =
  /\b(?:statements?|sentences?|claims?|beliefs?|ideas?|answers?|lines?|phrases?)\b[^.:?]{0,40}\b(?:incorrect|wrong|false|untrue|not true|mistaken|myths?)\b|\b(?:wrong|false|incorrect|mistaken) (?:statements?|sentences?|claims?|beliefs?|ideas?|answers?)\b/iu;
const MYTHS = /\b(?:myths?|misconceptions?|misunderstandings)\b/iu;
const CORRECTING =
  /\b(?:correction|erratum|corrigendum|corrected|apologi[sz]e|apolog(?:y|ies)|retract(?:ed|ion)?|we regret|i regret|put (?:it|that|this) right|set the record straight|my mistake|our mistake|my error|our error|sorry about)\b/iu;
const SO_IT_SAID =
  /^\W*(?:so|that is what|this is what|thus|these words)\b[^.]{0,60}\b(?:said|read|stood|wrote|written|printed|told|put)\b/iu;
const QUIZ =
  /\b(?:pick|choose|find|mark|tick|select|spot|circle|name|identify)\b[^.?!]{0,30}\b(?:false|wrong|incorrect|untrue|odd)\b|\btrue or false\b|\btrue\s*\/\s*false\b|\bfact or (?:fiction|myth)\b|\bright or wrong\b/iu;
const FALSE = '(?:false|wrong|untrue|incorrect|not true|not so|not(?=[.)!])|a myth|nonsense|mistaken|no)';
const REJECTED = new RegExp(
  `^\\W*(?:(?:it|this|that|they) (?:(?:is|are|was|were)(?: not|n['’]t)(?: so)?(?:[.!;]|,(?! however))|(?:does|do|did)(?: not|n['’]t)(?: so)?[.!])|(?:that|this|it|both|neither|they|the (?:claim|statement|sentence|idea|leaflet|page))\\b[^.]{0,60}\\b(?:wrong|false|untenable|indefensible|unfounded|untrue|not so|not true|not the case|myth|mistaken?|incorrect|nonsense|error|inaccurate)\\b|(?:(?:our|the|my) )?(?:answer|verdict)\\W+${FALSE}\\b|${FALSE}(?:[.,:;!)]|$)|(?:nonsense|none of this|nothing of the (?:kind|sort))\\b|we (?:have )?(?:since )?(?:withdrawn|withdrew|corrected|removed|deleted|dropped|abandoned|scrapped|retired|replaced|changed|given up) )`,
  'iu',
);
/** "… **F.** Sclerodactyly.", in a quiz whose answers are T and F. */
const MARKED_F = /^[*_\s(]*F[.)*_]*(?:\s*$| \p{Lu}\p{Ll})/u;
/** "- S = sarcoidosis ❌ (sclerodactyly)": a cross stands right behind it, in its line. */
function isCrossedOut({ span }: Statement, { text }: AnalyzedBlock): boolean {
  const line = text.indexOf('\n', span.end);
  return CROSSED_OUT.test(text.slice(span.start, Math.min(span.end + REACH_OF_CROSS, line < 0 ? text.length : line)));
}

const CROSSED_OUT = new RegExp(`[${CROSSES}👎]`, 'u');
const REACH_OF_CROSS = 12;
/** A box without a tick, a cross before the line. */
const UNTICKED = /^[\s(]*(?:☐|✗|✘|❌|❎|🚫|⛔|👎)/u;
const MYTH_LABEL = /^\W*myth(?: (?:no\.? ?)?\d+)?\s*[.:–—-]/iu;
const FACT_LABEL = /\b(?:facts?|truth|reality|in fact)\b/iu;
const VERDICT_BEHIND =
  /^\W*(?:not (?:true|so|at all|quite)|untrue|false|wrong|incorrect|nonsense|no|this is (?:wrong|false|not so|not true|a myth)|(?:it|that) is(?: not|n['’]t))(?:[.,:;!–—]|$)/iu;
const MISTAKEN =
  /\bnothing of the (?:kind|sort)\b|\b(?:we|i|they|she|he) (?:politely |of course )?(?:declined|refused|objected|disagreed|said no)\b|\b(?:we|i|they|doctors) (?:do|did|would|will)(?: not|n['’]t) (?:use|teach|make|share|accept|follow|recommend|keep|print) (?:that|this|such|it)\b|\b(?:she|he|they|it|this|that|we|i) (?:was|were|is|are) (?:quite |simply )?(?:mistaken|wrong)\b/iu;
const REJECTED_AT_END = new RegExp(`(?:[(–—:→=?.]|-) ?(?:answer:? )?${FALSE}[).!* ]*$`, 'iu');
/** "…, but this is wrong": the sentence takes back what it says. */
const REJECTED_IN_PLACE =
  /[,;–—] ?(?:but |though |although |and |yet |however, )?(?:this|that|it|which) (?:is|was|has been) (?:quite |simply |plainly |now known to be )?(?:wrong|false|incorrect|untrue|not true|not so|not right|a mistake|an error|a myth|mistaken|disproved|refuted)\b/iu;
/** "That it comes from a cancer is what most of them assume", "when people hear the word, they expect …" */
const HELD_BY_MANY =
  /^\W*(?:when|if|once) (?:most |many |some )?(?:people|patients|readers|students|beginners|visitors|parents) (?:first )?(?:hear|read|see|meet)\b[^.;]+\bthey (?:often |usually |tend to |may |might |will |at once |naturally |first )*(?:expect|think|assume|suppose|imagine|believe|guess|fear)\b|^\W*that [^.;]+ is what (?:most|many|some|people|patients|readers|they|a lot|lots)(?: of them| of us| people| patients| readers)?(?: will| would| may| might| still| often| tend to)? (?:assume|believe|think|fear|suppose|imagine|expect|suspect|conclude|take)/iu;
/** "He calls it his statin, but there he is mistaken." */
const HELD_BY_MISTAKE =
  /[,;–—] ?(?:but |though |although |and |yet )(?:there |here |in this |in that )?(?:she|he|they|you|we|i) (?:was|were|is|are|am) (?:quite |simply |plainly |both )?(?:mistaken|wrong|in error)(?: there| here| in this| in that)?(?=[.,;!)]|$)/iu;
/** "…, but it is not." */
const TAKEN_BACK =
  /, (?:but|though|yet) (?:it|that|this|they) (?:is|are|was|were)(?: not|n['’]t)(?: one| so| true)?[.!]?$/iu;
/** "…, a bisphosphonate – no, a calcium channel blocker": the next words put another in its place. */
const SET_RIGHT_AT_ONCE =
  /^["”’*]* ?(?:,|–|—|…|\.\.\.) ?(?:no|sorry|wait|pardon|or rather|i mean|i meant)(?: ?[,–—:…]| i mean[,:]?)? (?:an?|the|it[’']s|that[’']s) /iu;
const CONFIRMED = /^\W*(?:(?:answer|verdict)\W+)?(?:true|correct|right|yes)\b/iu;
const CONFIRMED_AT_END = /(?:[(–—:→=?.]|-) ?(?:answer:? )?(?:true|correct|right|yes)[).!* ]*$/iu;
const REJECTED_QUOTATION =
  /\b(?:not quite|not exactly|not really|false|wrong|untrue|incorrect|myth|mistake|mistaken|nonsense|not true|not so|never|misleading|outdated|error|withdrawn|corrected|claimed|once|old|wrongly|backwards|back to front|the other way round|upside down|rumou?r|do not|don't|avoid|instead|should read|should have read|would have been|no marks?|minus one|disagree|no sense|line through|struck|crossed|strike|delete|remove|replace)\b/iu;
