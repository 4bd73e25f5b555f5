import type { AnalyzedBlock } from '../../document.js';
import { oncePerText } from '../../rules/support/once.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/** What a letter may stand for: which words are a term for it, whether they are those that it is short for. */

export type Letters = NonNullable<CompiledConcept['letters']>;
export type Letter = Letters[number];

/** The capital that stands alone at an element and is one of the letters. */
export function letterAt(
  { elements, block }: SentenceElements,
  at: number,
  concept: CompiledConcept,
): string | undefined {
  const { norm, kind, span } = elements[at]!;
  if (norm.length !== 1 || kind !== 'word') return undefined;
  const letter = block.text.slice(span.start, span.end);
  return concept.letters!.some((other) => other.letter === letter) ? letter : undefined;
}

/** The words of a term: up to a mark, or a word that goes on with the sentence. */
export function termFrom(elements: readonly Element[], from: number): ProseSpan | undefined {
  let end = from;
  while (end < elements.length && elements[end]!.kind !== 'mark' && !ENDS_TERM.has(elements[end]!.norm)) {
    // The next letter of a row.
    if (end > from && elements[end]!.norm.length === 1) break;
    end++;
  }
  return end === from ? undefined : proseSpan(elements[from]!.span.start, elements[end - 1]!.span.end);
}

/** The claim that a letter stands for words that begin with it; of other words nothing is claimed. */
export function standsFor(
  concept: CompiledConcept,
  letter: string,
  block: AnalyzedBlock,
  span: ProseSpan | undefined,
): Claim[] {
  const meant = concept.letters!.find((other) => other.letter === letter);
  if (meant === undefined || span === undefined) return [];
  const text = block.text.slice(span.start, span.end).trim();
  if (!isTermFor(text, letter)) return [];
  return [
    {
      relation: 'stands-for',
      subject: { conceptId: concept.id, text: letter, block: block.index, span },
      object: { text, block: block.index, span },
      value: isMeant(text, meant) ? 'right' : 'other',
      polarity: 'asserted',
      attribution: 'writer',
      weak: false,
      block: block.index,
      span,
      form: 'letter',
      // "The older name CREST" above the list takes nothing back of it.
      ...(block.kind === 'list-item' ? { isOfWholeList: true as const } : {}),
    },
  ];
}

/** A term that could be what the letter is short for; "tight skin" beside S only explains. */
export function isTermFor(text: string, letter: string): boolean {
  const words = text.split(/\s+/u);
  const isShort = words.length <= LONGEST_TERM && text.toLowerCase().startsWith(letter.toLowerCase());
  return isShort && !EXPLAINS.test(text) && !NO_TERM.test(text);
}

/** It begins like what the letter stands for, give or take a slip and the other spelling. */
export function isMeant(text: string, meant: Letter): boolean {
  const words = text
    .toLowerCase()
    .replace(/^(?:the|a|an) /u, '')
    .split(/[\s-]+/u);
  return [meant.standsFor, meant.uk ?? meant.standsFor].some((term) =>
    term
      .toLowerCase()
      .split(/\s+/u)
      .some((word) => words.some((own) => sharesBeginning(own, word) && !isOtherDisease(own, word, words.length))),
  );
}

/** "Scleritis" and "sclerosis" begin like "sclerodactyly", and by their endings are diseases of their own. */
function isOtherDisease(own: string, word: string, words: number): boolean {
  const ending = DISEASE_ENDING.exec(own)?.[0];
  if (ending === undefined || words > 2 || own === word || word.startsWith(own)) return false;
  if (own.endsWith(word.slice(-4))) return false;
  // "Esophagitis" is of the same part of the body.
  const stem = own.slice(0, -ending.length);
  return !(ending === 'itis' && stem.length >= LONG_STEM && word.startsWith(stem));
}

/** It is a name that the terminology knows, or ends like the name of a disease. */
export function looksMedical(elements: readonly Element[], from: number): boolean {
  return elements
    .slice(from, from + LONGEST_TERM)
    .some(({ mention, norm }, at) => (at === 0 && mention !== undefined) || MEDICAL_ENDING.test(norm));
}

export function isMedicalWord(word: string): boolean {
  return MEDICAL_ENDING.test(word);
}

/**
 * The letters that a block explains, each with the first word of its explanation: "C – calcinosis", "R for Raynaud".
 * Three that fit tell which name is meant, where the text does not give it.
 */
export const explainedLetters = oncePerText(({ tokens, text }): readonly string[] => {
  const found: string[] = [];
  for (let at = 0; at < tokens.length - 1; at++) {
    const { span, kind } = tokens[at]!;
    if (kind !== 'word' || span.end - span.start !== 1) continue;
    const letter = text[span.start]!;
    const word = tokens.slice(at + 1, at + 6).find(({ norm }) => norm !== '' && !BEFORE_TERM.has(norm));
    if (letter >= 'A' && letter <= 'Z' && word?.norm.startsWith(letter.toLowerCase()) === true) {
      found.push(`${letter} ${word.norm}`);
    }
  }
  return found;
});

/** "My nurse taught me the letters with a rhyme": the words of a text that speaks of letters. */
export const wordsBesideLetters = oncePerText(({ tokens }): readonly string[] =>
  tokens.some(({ norm }) => norm === 'letters') ? tokens.flatMap(({ norm }) => (norm.length > 5 ? [norm] : [])) : NONE,
);

/** How many of the letters a block explains as they are meant. */
export function meantIn(block: AnalyzedBlock, { letters }: CompiledConcept): number {
  const explained = explainedLetters(block);
  return letters!.filter((meant) => explained.some((told) => told[0] === meant.letter && isMeant(told.slice(2), meant)))
    .length;
}

/** So many of the letters of a name are explained as they are meant that the text is about it. */
export function explainsLetters(
  { letters }: CompiledConcept,
  explained: readonly string[],
  beside: readonly string[],
): boolean {
  const fitting = letters!.filter((meant) =>
    explained.some((told) => told[0] === meant.letter && isMeant(told.slice(2), meant)),
  );
  if (fitting.length >= LEAST_OF_ROW) return true;
  if (explained.length === 0 || beside.length === 0) return false;
  // "What do the five letters mean? C is calcinosis and R is Raynaud."
  if (fitting.length === LEAST_OF_ROW - 1) return true;
  return letters!.filter((meant) => beside.some((word) => isMeant(word, meant))).length >= LEAST_OF_ROW;
}

const NONE: readonly string[] = [];
const BEFORE_TERM = new Set('for is stands means as in like the a'.split(' '));

function sharesBeginning(a: string, b: string): boolean {
  let differing = 0;
  for (let index = 0; index < 5; index++) if (a[index] !== b[index]) differing++;
  return differing <= 1;
}

export const LEAST_OF_ROW = 3;
const LONGEST_TERM = 3;
const LONG_STEM = 6;
const DISEASE_ENDING = /(?:itis|osis|axis|oma|derma|a?emia)$/u;
const MEDICAL_ENDING =
  /(?:itis|osis|[ae]sis|oma|emia|pathy|algia|[mt]ism|oxia|plegia|rrho?ea|ema|trophy|derma|penia|philia|uria|sclerosis)s?$/u;
/** "S for short", "of course" */
const NO_TERM =
  /^(?:short|sure|course|certain|example|the|this|that|they|there|then|to|so|some|such|simply|rather|each|either|every|even)\b/iu;
const ENDS_TERM = new Set(
  'and or which that in of from is are because as like not on at by for to due caused when under with'.split(' '),
);
const EXPLAINS =
  /\b(?:skin|swallowing|fingers?|small|red|stiff|trouble|tight|tiny|vessels?|widened|lines?|dots?|veins?|spots?|eating|thick|colou?rs?|change|cold|toes?|food|pipe)\b/iu;
