import type { AnalyzedBlock } from '../../document.js';
import { isHyphen } from '../../language/tokenize.js';
import type { Sentence, Token } from '../../language/token.js';
import type { Mention } from '../../mentions/mention.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import { TYPE_WORDS } from './lexicon.js';
import { findPhrases, type PhraseElement } from '../phrases/phrases.js';
import { bitsOf, bitsOfTokens, Word } from './word-lists.js';

/**
 * A sentence as its reader takes it: mentions, phrases that state a level, a tissue or an unknown cause, and the
 * words and marks between them. Token indexes are those of the block.
 */
export interface Element {
  readonly kind: 'mention' | 'level' | 'tissue' | 'unknown-cause' | 'word' | 'mark';
  /** Lower-case text of a word, the mark itself, or the norms of the mention. */
  readonly norm: string;
  readonly firstToken: number;
  readonly endToken: number;
  readonly span: ProseSpan;
  readonly mention?: Mention | undefined;
  readonly phrase?: PhraseElement | undefined;
  /** The lists that the word is in; see `Word`. */
  readonly words: number;
}

export interface SentenceElements {
  readonly block: AnalyzedBlock;
  readonly sentenceIndex: number;
  readonly sentence: Sentence;
  readonly elements: readonly Element[];
  readonly isQuestion: boolean;
  /** The lists that one of the words is in, and more where the elements are only a part of the sentence. */
  readonly words: number;
}

/**
 * @param classifications those whose members an adjective names with a word for type: "the dystrophic form"
 * @param spokenOf those that the text is about, whose members it may name by the adjective alone
 */
export function elementsOf(
  block: AnalyzedBlock,
  sentenceIndex: number,
  classifications: readonly CompiledClassification[],
  spokenOf: readonly CompiledClassification[] = classifications,
): SentenceElements {
  const sentence = block.sentences[sentenceIndex]!;
  const elements: Element[] = [];
  const bits = bitsOfTokens(block);
  let words = 0;
  for (let token = sentence.firstToken; token < sentence.endToken; token++) words |= bits[token]!;
  const phrases = (words & Word.phrase) === 0 ? NO_PHRASES : findPhrases(block, sentence);
  const mentions = block.mentions;
  let nextMention = firstAtOrAfter(mentions, sentence.firstToken);
  let nextPhrase = 0;
  const names = namesOfAll(classifications);
  let at = sentence.firstToken;
  while (at < sentence.endToken) {
    while (nextPhrase < phrases.length && phrases[nextPhrase]!.firstToken < at) nextPhrase++;
    const phrase = phrases[nextPhrase];
    if (phrase !== undefined && phrase.firstToken === at) {
      const span = spanOf(block, at, phrase.endToken);
      elements.push(element(phrase.kind, '', at, phrase.endToken, span, 0, undefined, phrase));
      at = phrase.endToken;
      continue;
    }
    while (nextMention < mentions.length && mentions[nextMention]!.firstToken < at) nextMention++;
    const token = block.tokens[at]!;
    const typed = names.has(token.norm) ? memberPhrase(block, at, sentence, classifications, spokenOf) : undefined;
    if (typed !== undefined) {
      elements.push(typed);
      at = typed.endToken;
      continue;
    }
    const mention = withOnlyReading(mentions[nextMention]);
    if (mention !== undefined && mention.firstToken === at) {
      const norm = normsOf(block, at, mention.endToken);
      elements.push(element('mention', norm, at, mention.endToken, mention.span, bitsOfName(norm), mention, undefined));
      at = mention.endToken;
      continue;
    }
    if (!(
      token.kind === 'punctuation' &&
      isHyphen(token.text) &&
      token.glued &&
      block.tokens[at + 1]?.glued === true
    )) {
      const kind = token.kind === 'punctuation' || token.kind === 'placeholder' ? 'mark' : 'word';
      // "isn't" keeps its ending: negation is read from the whole word.
      const norm = kind === 'mark' ? token.text : token.norm;
      elements.push(element(kind, norm, at, at + 1, token.span, bits[at]!, undefined, undefined));
      // "It's an antibiotic" has its verb in the ending.
      if (token.possessive !== '' && WITH_VERB.has(norm)) {
        elements.push(element(kind, 'is', at, at + 1, token.span, IS, undefined, undefined));
      }
    }
    at++;
  }
  const last = block.tokens[sentence.endToken - 1];
  return {
    block,
    sentenceIndex,
    sentence,
    elements,
    words,
    // "Did you know that …?" says what it asks.
    isQuestion:
      (last?.text === '?' || endsInQuestionMark(block.text.slice(sentence.span.start, sentence.span.end))) &&
      !tellsByAsking(elements) &&
      !asksBehindStop(elements),
  };
}

function endsInQuestionMark(text: string): boolean {
  return text.includes('?') && /\?["”’')\]]*$/u.test(text);
}

/** "… and mine is sky high. anyone else?": a post without capitals, whose last words alone ask. */
function asksBehindStop(elements: readonly Element[]): boolean {
  const stop = elements.findLastIndex(({ norm }) => norm === '.');
  return stop > 6 && elements.length - stop <= 5;
}

/** Elements of one shape: every reader looks at all of them. */
function element(
  kind: Element['kind'],
  norm: string,
  firstToken: number,
  endToken: number,
  span: ProseSpan,
  words: number,
  mention: Mention | undefined,
  phrase: PhraseElement | undefined,
): Element {
  return { kind, norm, firstToken, endToken, span, mention, phrase, words };
}

function tellsByAsking([first, second, third, fourth]: readonly Element[]): boolean {
  return first?.norm === 'did' && second?.norm === 'you' && third?.norm === 'know' && !ASKS.has(fourth?.norm ?? '');
}

const ASKS = new Set('what why how when where who which whether if about ?'.split(' '));

/** A name of several words is no word of a list. */
function bitsOfName(norm: string): number {
  return norm.includes(' ') ? 0 : bitsOf(norm);
}

const NO_PHRASES: readonly PhraseElement[] = [];
const IS = bitsOf('is');

/** "SSc" that is not spelled out in this text still has one meaning; shorter ones have others outside the terminology. */
function withOnlyReading(mention: Mention | undefined): Mention | undefined {
  if (mention === undefined || mention.conceptId !== undefined || mention.span.end - mention.span.start < 3) {
    return mention;
  }
  const [first, ...others] = new Set(mention.readings.map((reading) => reading.conceptId));
  return first === undefined || others.length > 0 ? mention : { ...mention, conceptId: first };
}

/** Index of the first mention that begins at or after a token. */
function firstAtOrAfter(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.firstToken < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * An adjective that stands for a type: before a word for type ("the metastatic type", "the dystrophic and the
 * metastatic form"), or alone where it labels what follows ("**Metastatic:** …", a heading, a cell, "Idiopathic means").
 */
function memberPhrase(
  block: AnalyzedBlock,
  at: number,
  sentence: Sentence,
  classifications: readonly CompiledClassification[],
  spokenOf: readonly CompiledClassification[],
): Element | undefined {
  const norm = block.tokens[at]!.norm;
  for (const classification of classifications) {
    if (!namesOf(classification).has(norm)) continue;
    const member = classification.members.find((other) => other.name === norm || other.alsoNamed.includes(norm));
    const conceptId = member?.concepts[0];
    if (conceptId === undefined) continue;
    const whole = block.mentions.find(({ firstToken }) => firstToken === at + 1);
    // "idiopathic CC"
    const isWhole =
      classification.of.includes(whole?.conceptId ?? '') && !block.mentions.some(({ firstToken }) => firstToken === at);
    const withNoun =
      isWhole ||
      isTypeNoun(block, at + 1, sentence) ||
      (spokenOf.includes(classification) && isCalcification(block, at + 1));
    const alone = () =>
      isLabel(block, at, sentence) ||
      CALLED.has(block.tokens[at - 1]?.norm ?? '') ||
      (member!.name === norm && standsAlone(block, at, sentence)) ||
      sharesNoun(block, at, sentence, classification);
    // "metastatic calcinosis" in full is a name of its own.
    if (block.mentions.some((one) => one.firstToken === at && isMember(one, classification))) continue;
    if (!withNoun && !(spokenOf.includes(classification) && alone())) continue;
    const endToken = isWhole ? whole!.endToken : withNoun ? at + 2 : at + 1;
    const span = spanOf(block, at, endToken);
    const place = { block: block.index, sentence: 0, span, firstToken: at, endToken };
    const mention: Mention = { ...place, conceptId, readings: [{ conceptId, variant: 0, form: 'base' }] };
    return element('mention', norm, at, endToken, span, bitsOfName(norm), mention, undefined);
  }
  return undefined;
}

/** The adjectives of a classification, looked up at every word of a text. */
function namesOf(classification: CompiledClassification): ReadonlySet<string> {
  let names = memberNames.get(classification);
  if (names === undefined) {
    names = new Set(classification.members.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed]));
    memberNames.set(classification, names);
  }
  return names;
}

const memberNames = new WeakMap<CompiledClassification, ReadonlySet<string>>();

function namesOfAll(classifications: readonly CompiledClassification[]): ReadonlySet<string> {
  if (classifications.length === 1) return namesOf(classifications[0]!);
  let names = allNames.get(classifications);
  if (names === undefined) {
    names = new Set(classifications.flatMap((one) => [...namesOf(one)]));
    allNames.set(classifications, names);
  }
  return names;
}

const allNames = new WeakMap<readonly CompiledClassification[], ReadonlySet<string>>();

function isTypeNoun(block: AnalyzedBlock, at: number, sentence: Sentence): boolean {
  const norm = at < sentence.endToken ? block.tokens[at]!.norm : '';
  return TYPE_WORDS.has(norm) || norm === 'one' || norm === 'ones';
}

/** "Idiopathic calcification", but not that of an organ: "idiopathic calcification of the basal ganglia". */
function isCalcification({ tokens }: AnalyzedBlock, at: number): boolean {
  const isNoun = CALCIFICATION.has(tokens[at]?.norm ?? '');
  return isNoun && !(tokens[at + 1]?.norm === 'of' && !SKIN.has(tokens[at + 2]?.norm ?? ''));
}

const CALCIFICATION = new Set(['calcification', 'calcifications']);
const SKIN = new Set(['skin', 'soft', 'this', 'that']);

/** "The calcinosis of lupus is dystrophic.", "metastatic in nature", "dystrophic calc.": no noun follows that it describes. */
function standsAlone(block: AnalyzedBlock, at: number, sentence: Sentence): boolean {
  const next = at + 1 < sentence.endToken ? block.tokens[at + 1]! : undefined;
  if (next === undefined) return true;
  return next.kind === 'punctuation' ? !isHyphen(next.text) && next.text !== '/' : AFTER_ADJECTIVE.has(next.norm);
}

/** It opens its sentence, and what follows is a mark or a verb that defines it, or nothing. */
function isLabel(block: AnalyzedBlock, at: number, sentence: Sentence): boolean {
  const opens = block.tokens
    .slice(sentence.firstToken, at)
    .every(
      (token) =>
        token.kind === 'punctuation' ||
        ['the', 'and', 'what', 'about'].includes(token.norm) ||
        /^[a-h\d]$/u.test(token.norm),
    );
  if (!opens) return false;
  const next = at + 1 < sentence.endToken ? block.tokens[at + 1]! : undefined;
  if (next === undefined) return true;
  return next.kind === 'punctuation' ? LABEL_MARKS.has(next.text) : ['is', 'means'].includes(next.norm);
}

/** "the dystrophic, the metastatic and the idiopathic type": one noun for all of them. */
function sharesNoun(
  block: AnalyzedBlock,
  at: number,
  sentence: Sentence,
  classification: CompiledClassification,
): boolean {
  let joined = false;
  for (let next = at + 1; next < sentence.endToken && next < at + 12; next++) {
    const { norm, text } = block.tokens[next]!;
    if (text === ',' || ['and', 'or', 'nor'].includes(norm)) joined = true;
    else if (joined && isTypeNoun(block, next, sentence)) return true;
    else if (
      joined &&
      block.mentions.some((mention) => mention.firstToken === next && isMember(mention, classification))
    ) {
      return true;
    } else if (norm !== 'the' && !classification.members.some((other) => other.name === norm)) return false;
  }
  return false;
}

function isMember(mention: Mention, classification: CompiledClassification): boolean {
  return classification.members.some(({ concepts }) => concepts.includes(mention.conceptId ?? ''));
}

/** "Such cases are called idiopathic." */
const CALLED = new Set('called named termed labelled labeled christened dubbed word term adjective'.split(' '));
/** What goes on after an adjective that stands for its type, and the nouns for what is deposited. */
const AFTER_ADJECTIVE = new Set(
  'in because since as after when and or but by from with which that is are means here while on due if whereas though calc deposit deposits nodule nodules lump lumps process mechanism nature picture case cases patients too now then rather instead not for it they cc we just simply merely literally calcium salts bumps hence stands ranks heading cause causes trigger triggers manner way fashion sheets plaques calcifications drawer chapter box section camp rubric shelf column happens arises results follows refers spots masses'.split(
    ' ',
  ),
);
const WITH_VERB = new Set('it that this he she there what who here'.split(' '));
const LABEL_MARKS = new Set([':', '–', '—', '-', '(', '.', '/', '=', '→', '?']);

export function spanOf(block: AnalyzedBlock, firstToken: number, endToken: number): ProseSpan {
  const { start } = block.tokens[firstToken]!.span;
  return proseSpan(start, endToken > firstToken ? block.tokens[endToken - 1]!.span.end : start);
}

/**
 * The last word of the text that an element stands for. What a plain form puts in stands for none: "another name for
 * calciphylaxis" in a cell is read behind the name of its row, and before it there is no word.
 */
export function lastTokenOf(block: AnalyzedBlock, { firstToken, endToken }: Element): Token | undefined {
  return endToken > firstToken ? block.tokens[endToken - 1] : undefined;
}

function normsOf(block: AnalyzedBlock, firstToken: number, endToken: number): string {
  let norms = '';
  for (let at = firstToken; at < endToken; at++) {
    const { norm } = block.tokens[at]!;
    if (norm !== '') norms = norms === '' ? norm : `${norms} ${norm}`;
  }
  return norms;
}

/** Index after `words` where they stand in the elements from `at` on, or -1. Words inside a mention do not count. */
export function matchWords(elements: readonly Element[], at: number, words: readonly string[]): number {
  for (let index = 0; index < words.length; index++) {
    if (elements[at + index]?.norm !== words[index]) return -1;
  }
  return at + words.length;
}

/** The first place at or after `from` where one of the phrases stands; the longest there. */
export function findWords(
  elements: readonly Element[],
  from: number,
  to: number,
  phrases: readonly (readonly string[])[],
): { start: number; end: number } | undefined {
  const byFirst = indexOf(phrases);
  for (let at = from; at < to; at++) {
    const candidates = byFirst.get(elements[at]!.norm);
    if (candidates === undefined) continue;
    let best = -1;
    for (const words of candidates) {
      const end = matchWords(elements, at, words);
      if (end > best && end <= to) best = end;
    }
    if (best >= 0) return { start: at, end: best };
  }
  return undefined;
}

/** Index after the longest of the phrases that stands at an element, or -1. */
export function longestAt(elements: readonly Element[], at: number, phrases: readonly (readonly string[])[]): number {
  let best = -1;
  for (const words of indexOf(phrases).get(elements[at]?.norm ?? '') ?? []) {
    best = Math.max(best, matchWords(elements, at, words));
  }
  return best;
}

/** Phrases by their first word; made once for each list of the lexicon. */
const indexes = new WeakMap<readonly (readonly string[])[], ReadonlyMap<string, readonly (readonly string[])[]>>();

function indexOf(phrases: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  let index = indexes.get(phrases);
  if (index === undefined) {
    const made = new Map<string, (readonly string[])[]>();
    for (const words of phrases) {
      const known = made.get(words[0]!);
      if (known === undefined) made.set(words[0]!, [words]);
      else known.push(words);
    }
    indexes.set(phrases, (index = made));
  }
  return index;
}
