import type { AnalyzedBlock } from '../../document.js';
import type { ProseSpan } from '../../text/span.js';
import type { Statement } from './reported-speech.js';
import { cellsOf } from '../layout/rejected-cells.js';
import { isNameTakenBack, isNumberedBeside, isOnlyBeside } from '../other-subjects/only-beside.js';
import * as words from './unstated-words.js';

/**
 * Whether the words of a statement stand in a part of their sentence that states nothing: what only looks so, what would
 * be so, what is denied to exist, what is named to be judged. Readers find the words of a statement together; whether the
 * text says them is asked here, once for all. Asked of statements that do not hold, which are few.
 */
export function isUnstated(statement: Statement, blocks: readonly AnalyzedBlock[]): boolean {
  const { subject, span } = statement;
  const object = statement.object ?? { block: statement.block, span };
  const block = blocks[object.block]!;
  if (isKeptFromWriting(block, blocks) || isUnderSupposition(block, blocks)) return true;
  if (subject !== undefined && isNameTakenBack(blocks[subject.block]!.text.slice(0, subject.span.start))) return true;
  const index = block.sentences.findIndex(
    (one) => one.span.start <= object.span.start && object.span.start < one.span.end,
  );
  const own = block.sentences[index]?.span;
  if (own === undefined) return false;
  const text = block.text.slice(own.start, own.end).toLowerCase();
  const value = within(object.span, own);
  const isHere = subject?.block === block.index && own.start <= subject.span.start && subject.span.end <= own.end;
  const thing = isHere ? within(subject.span, own) : undefined;
  // "Why do we not call it metastatic? Because its values are normal."
  const asked = block.sentences[index - 1]?.span;
  const question = asked === undefined ? '' : block.text.slice(asked.start, asked.end);
  if (/^\W*(?:because|since)\b/u.test(text) && words.WHY_NOT.test(question)) return true;
  const parts = words.TELLS_CAUSE.test(text) ? NO_PARTS : partsOf(text);
  const isIn = (part: Part, at: ProseSpan | undefined): boolean =>
    at !== undefined && part.from <= at.start && at.end <= part.to;
  const next = block.sentences[index + 1]?.span;
  const after = next === undefined ? '' : block.text.slice(next.start, next.end).toLowerCase();
  const isConfirmed = words.CONFIRMED.test(after);
  const isOutside =
    !isConfirmed &&
    parts.some((part) => {
      if (part.unstating.knownTo?.has(statement.relation ?? '') === true) return false;
      // A denial of what holds was read from these words.
      if (statement.polarity === 'denied' && part.unstating.denies === true) return false;
      const { holds } = part.unstating;
      // What readers of states count as a denial themselves.
      if (
        part.unstating.denies === true &&
        statement.form === 'state' &&
        /^(?:far|anything|no longer)/u.test(part.words)
      ) {
        return false;
      }
      if (holds === 'alone') return subject !== undefined && thing === undefined && isIn(part, value);
      if (holds === 'apart') return thing !== undefined && isIn(part, value) && !isIn(part, thing);
      if (holds === 'one') return thing !== undefined && isIn(part, value) !== isIn(part, thing);
      if (holds === 'thing') return isIn(part, thing) && !isIn(part, value);
      return isIn(part, value) && (holds === 'value' || thing === undefined || isIn(part, thing));
    });
  if (statement.relation === 'has' && isDescribedThere(text, value)) return true;
  if (subject?.block === object.block && isNumberedBeside(block.text, subject.span, own)) return true;
  if (
    isOutside ||
    (thing !== undefined && isOnlyBeside(statement, text, value, thing)) ||
    isHalfSupposed(text, value, thing, sentenceOf(subject, blocks))
  ) {
    return true;
  }
  if (statement.polarity === 'denied') return false;
  if (isNamedToJudge(text, value)) return true;
  const closing = text.slice(Math.max(value.end, thing?.end ?? 0));
  if (NOUNS.has(statement.relation ?? '') && words.NOT_WHAT_COUNTS.test(text.slice(value.end))) return true;
  if (CAUSES.has(statement.relation ?? '') && words.LEFT_NONE.test(text.slice(value.end))) return true;
  if (words.TAKEN_BACK_NEXT.test(closing) || words.TAKEN_BACK_AFTER.test(after)) return true;
  return statement.relation === 'is-a' && isOfTooMany(statement, text, value, own, block, blocks);
}

function isDescribedThere(text: string, value: ProseSpan): boolean {
  const found = words.DESCRIBED_AT_A_PLACE.exec(text);
  return found !== null && found.index <= value.start && value.end <= found.index + found[0].length;
}

const NO_PARTS: readonly Part[] = [];

/** Relations whose value may be a noun that goes on with a verb of its own. */
const NOUNS = new Set(['level', 'tissue', 'caused-by', 'associated-with', 'has']);

const CAUSES = new Set(['caused-by', 'associated-with']);

interface Part {
  readonly from: number;
  readonly to: number;
  readonly unstating: words.Unstating;
  readonly words: string;
}

/** The parts of a sentence that state nothing. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const unstating of words.UNSTATING) {
    for (const found of text.matchAll(unstating.words)) {
      const end = found.index + found[0].length;
      const { reach } = unstating;
      parts.push({
        from: reach === 'back' || reach === 'around' ? beginningOf(text, found.index) : end,
        to: reach === 'back' ? found.index : endOf(text, end, found.index, reach === 'phrase'),
        unstating,
        words: found[0],
      });
    }
  }
  return parts;
}

/** Where the clause begins that a word stands in. */
function beginningOf(text: string, at: number): number {
  let from = 0;
  for (const { index, 0: mark } of text.slice(0, at).matchAll(CLAUSE_ENDS)) from = index + mark.length;
  return from;
}

/** Where what begins with some words ends; behind what opens a sentence, at the comma before the main clause. */
function endOf(text: string, from: number, opening: number, isPhrase: boolean): number {
  const ends = isPhrase ? PHRASE_ENDS : OPENS.test(text.slice(0, opening)) ? FRONT_ENDS : CLAUSE_ENDS;
  ends.lastIndex = from;
  const found = ends.exec(text);
  ends.lastIndex = 0;
  return found?.index ?? text.length;
}

const PHRASE_ENDS =
  /[,;:–—()]| (?:but|yet|because|since|while|whereas|although|though|when|where|which|who|is|are|was|were)(?!\p{L})/gu;
const FRONT_ENDS = /[;:–—()]|,(?! (?:and|or|nor|no|neither|not)(?!\p{L}))| (?:depends|matters)(?!\p{L})/gu;
const CLAUSE_ENDS =
  /[;:–—()]|,? (?:but|yet|while|whereas|although|though|because)(?!\p{L})|, (?:and|so|for|which|who|it|they|he|she|we|you|i|this|that|then)(?!\p{L})/gu;
const OPENS = /^\W*(?:(?:but|and|so|yet|for) )?$/u;

/**
 * Whether only one half of a statement is supposed, or both are in one half of what is supposed: "Had the tissue been
 * healthy, we would speak of the metastatic type" ties the type to healthy tissue, and to nothing in other sentences.
 */
function isHalfSupposed(text: string, value: ProseSpan, thing: ProseSpan | undefined, elsewhere: string): boolean {
  const from = Math.max(text.lastIndexOf(';', value.start), text.lastIndexOf(':', value.start)) + 1;
  const part = text.slice(from, value.start) + text.slice(value.start).split(/[;:]/u, 1)[0]!;
  const reason = words.REASON_OF_SUPPOSING.exec(part);
  if (reason !== null && from + reason.index < value.start) return false;
  if (!words.COUNTERFACTUAL.test(part) || words.TELLS_CAUSE.test(part)) return false;
  if (thing === undefined) return !elsewhere.includes('would');
  const first = words.SUPPOSED_FIRST.test(part) ? part.indexOf(',') : words.SUPPOSED_LAST.exec(part)?.index;
  if (first === undefined || first < 0) return true;
  return value.start - from < first === thing.start - from < first;
}

/** "To call X a form of Y is a common slip." */
function isNamedToJudge(text: string, value: ProseSpan): boolean {
  if (words.CARELESS_TO.test(text.slice(0, value.start))) return true;
  const opening = words.NAMES_TO_JUDGE.exec(text);
  if (opening === null || opening.index + opening[0].length > value.start) return false;
  if (/[;:.]/u.test(text.slice(opening.index + opening[0].length, value.start))) return false;
  return words.JUDGED_BEHIND.test(text.slice(value.end).split(/[;:]/u, 1)[0]!);
}

/** "Only one of these is an antibiotic: a, b, c": of more of them than it says it of. */
function isOfTooMany(
  { subject, object }: Statement,
  text: string,
  value: ProseSpan,
  own: ProseSpan,
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
): boolean {
  const found = words.SOME_OF_THEM.exec(text.slice(0, value.start));
  if (found === null || subject === undefined) return false;
  if (text.slice(found.index, value.start).includes(';')) return false;
  const most = words.HOW_MANY.get(found[1] ?? found[2]!);
  if (most === undefined) return true;
  if (subject.block === block.index) {
    const named = block.mentions.filter(
      ({ conceptId, span }) =>
        conceptId !== undefined && conceptId !== object?.conceptId && own.start <= span.start && span.end <= own.end,
    );
    return new Set(named.map(({ conceptId }) => conceptId)).size > most;
  }
  const { list } = blocks[subject.block]!;
  if (list?.leadIn !== block.index) return false;
  return blocks.filter((one) => one.list?.list === list.list).length > most;
}

/** "Check that you have not written any of these:" above the list. */
function isKeptFromWriting({ list }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  return list?.leadIn !== undefined && words.KEPT_FROM_WRITING.test(blocks[list.leadIn]!.text.toLowerCase());
}

/** A cell under "If this were so". */
function isUnderSupposition({ table }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  if (table === undefined) return false;
  const { rows } = cellsOf(table.table, blocks);
  const header = rows.get(0)?.find((cell) => cell.table!.column === table.column);
  return header !== undefined && words.SUPPOSING_HEADER.test(header.text.toLowerCase());
}

/** The sentence that names the thing, in small letters. */
function sentenceOf(subject: Statement['subject'], blocks: readonly AnalyzedBlock[]): string {
  if (subject === undefined) return '';
  const { text, sentences } = blocks[subject.block]!;
  const own = sentences.find(({ span }) => span.start <= subject.span.start && subject.span.start < span.end)?.span;
  return own === undefined ? '' : text.slice(own.start, own.end).toLowerCase();
}

function within({ start, end }: ProseSpan, own: ProseSpan): ProseSpan {
  return { ...own, start: start - own.start, end: end - own.start };
}
