import { proseSpan } from '../text/span.js';
import type { Sentence, Token } from './token.js';

/**
 * Groups the tokens of a block into sentences. A sentence ends at a full stop, question or exclamation mark that
 * no abbreviation, initial or following small letter explains away. Every token belongs to exactly one sentence.
 *
 * @param text of the block, whose lines are sentences of their own where each opens with a label: "idiopathic – for no
 * known reason" below "dystrophic – after damage"
 */
export function splitSentences(tokens: readonly Token[], text = ''): Sentence[] {
  const sentences: Sentence[] = [];
  const lines = text.includes('\n') ? startsOfEntries(text) : NO_LINES;
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    const next = tokens[index + 1];
    if (
      lines.length > 0 &&
      next !== undefined &&
      lines.some((at) => tokens[index]!.span.end <= at && at <= next.span.start)
    ) {
      sentences.push(sentence(tokens, first, index + 1));
      first = index + 1;
      continue;
    }
    if (!endsSentence(tokens, index)) continue;
    let end = index + 1;
    while (end < tokens.length && tokens[end]!.glued && CLOSING.has(tokens[end]!.text)) end++;
    sentences.push(sentence(tokens, first, end));
    first = end;
    index = end - 1;
  }
  if (first < tokens.length) sentences.push(sentence(tokens, first, tokens.length));
  return sentences;
}

/**
 * Offsets of the lines that open with a label, where one of the lines beside them does so too, and of the one below them;
 * the first of them is parted from a title above it alone.
 */
function startsOfEntries(text: string): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  const lines = text.split('\n');
  const areEntries = lines.map((line) => ENTRY.test(line));
  for (const [index, line] of lines.entries()) {
    const isBelowTitle = index === 1 && TITLE.test(lines[0]!) && areEntries[2] === true;
    const isNext = areEntries[index] === true && (areEntries[index - 1] === true || isBelowTitle);
    // "All three are autoimmune." below two entries or more: a line that was not filled goes on in no other.
    const isBelowThem = areEntries[index - 1] === true && areEntries[index - 2] === true && OPENS_LINE.test(line);
    if (isNext || (isBelowThem && lines[index - 1]!.length < SHORTEST_FILLED)) starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

const OPENS_LINE = /^\W{0,3}\p{Lu}/u;
/** Of a wrapped text, in UTF-16 code units. */
const SHORTEST_FILLED = 65;

/** "Dystrophic calcinosis", above "Cause: …" and "Blood: …" */
const TITLE = /^[^\p{L}\d]*[\p{L}\d][^\s.,;:!?]*(?: [^\s.,;:!?]+){0,4}[*_ ]*$/u;

/** "hyper-: above", "E = esophageal dysmotility", "metastatic → blood": a few words and a mark that something follows. */
const ENTRY = /^\W{0,3}[\p{L}\d][^\s:=→]{0,30}(?: [\p{L}\d(][^\s:=→]{0,30}){0,4}(?: ?[:→=]|-?\W{0,2} [-–—=])\s*\S/u;
const NO_LINES: readonly number[] = [];

function sentence(tokens: readonly Token[], firstToken: number, endToken: number): Sentence {
  return { span: proseSpan(tokens[firstToken]!.span.start, tokens[endToken - 1]!.span.end), firstToken, endToken };
}

const CLOSING = new Set(['"', '”', '’', "'", ')', ']', '.', '!', '?', '…', '»']);
const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«']);

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const mark = tokens[index]!;
  if (
    mark.kind !== 'punctuation' ||
    !(mark.text === '.' || mark.text === '!' || mark.text === '?' || mark.text === '…')
  ) {
    return false;
  }
  let next = index + 1;
  while (next < tokens.length && tokens[next]!.glued && CLOSING.has(tokens[next]!.text)) next++;
  const after = tokens[next];
  if (after === undefined) return true;
  let opener = next;
  while (opener < tokens.length - 1 && OPENING.has(tokens[opener]!.text)) opener++;
  const word = tokens[opener]!;
  const before = tokens[index - 1];
  if (after.glued) {
    return (
      mark.text === '.' &&
      before?.kind === 'word' &&
      before.text.length > 2 &&
      /^[A-Z][a-z]{2}/.test(word.text) &&
      !before.text.includes('.')
    );
  }
  if (/^\p{Ll}/u.test(word.text)) {
    return isWithoutCapitals(tokens) && opener === index + 1 && endsPlainWord(mark, before);
  }
  if (mark.text !== '.') return true;
  if (before === undefined || !mark.glued) return true;
  if (before.kind === 'word') {
    // Single capitals are initials ("J. Smith") unless they end a term ("vitamin D. It ...").
    if (/^[A-Z]$/.test(before.text)) return !isInitial(tokens, index - 1);
    // "No. 5" is a number; "No. It is dangerous" is an answer.
    if (before.norm === 'no' && !/^\p{N}/u.test(word.text)) return true;
    if (ABBREVIATIONS.has(before.norm)) {
      return NEVER_LAST.has(before.norm) ? false : /^[A-Z]/.test(word.text) && SENTENCE_OPENERS.has(word.norm);
    }
  }
  return true;
}

/** Posts and notes that begin with a small letter do so in every sentence. */
function isWithoutCapitals(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.kind === 'word');
  return first !== undefined && /^\p{Ll}/u.test(first.text);
}

function endsPlainWord(mark: Token, before: Token | undefined): boolean {
  if (mark.text === '…' || before === undefined || !mark.glued) return false;
  if (mark.text !== '.') return true;
  return before.kind === 'word' && before.text.length > 2 && !ABBREVIATIONS.has(before.norm);
}

function isInitial(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1];
  const next = tokens[index + 2];
  if (previous?.kind === 'punctuation' && previous.text === '.') return true;
  return (
    next !== undefined &&
    /^[A-Z][a-z]+$/.test(next.text) &&
    !SENTENCE_OPENERS.has(next.norm) &&
    (previous === undefined || /^[A-Z]/.test(previous.text) || previous.kind === 'punctuation')
  );
}

/** Abbreviations that a full stop belongs to. */
const ABBREVIATIONS = new Set(
  'e.g i.e eg ie etc vs dr prof mr mrs ms st fig figs no nos approx ca cf al dept inc ltd co vol ed eds pp jr sr g e i a p m oz lb min max mg ml mcg'.split(
    ' ',
  ),
);
/** Those that never end a sentence. */
const NEVER_LAST = new Set('eg ie vs dr prof mr mrs ms st fig figs approx ca cf'.split(' '));
/** Words that begin a sentence when they follow an abbreviation with a capital. */
const SENTENCE_OPENERS = new Set(
  'the a an it its this that these those they he she we you if when while in on at for with as some many most other others people doctors your there here however although because but and or after before not no'.split(
    ' ',
  ),
);
