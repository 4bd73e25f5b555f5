import type { AnalyzedBlock } from '../document.js';
import type { CompiledConcept } from '../terminology/compiled.js';
import { oncePerText } from '../rules/support/once.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import type { Claim } from './claim.js';
import { clausesOf, isDenied } from './clauses.js';
import type { Discourse } from './discourse.js';
import type { Element, SentenceElements } from './elements.js';

/**
 * Reads what the letters of a name are said to stand for: "the T is for thrombosis", "- R: rheumatism", a table of
 * letters, "CREST (calcinosis, Raynaud phenomenon, …)". The letters themselves are data.
 * @param lettered the concepts with letters that the text names
 */
export function readLetterClaims(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  lettered: readonly CompiledConcept[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const concept of lettered) {
    for (const block of blocks) {
      if (block.kind === 'heading' || block.kind === 'front-matter' || block.kind === 'alt-text') continue;
      const sentences = discourse.sentences[block.index]!;
      const isRow = () => lettersIn(rowOf(block, blocks, discourse), concept) >= LEAST_OF_ROW;
      for (const sentence of sentences) {
        if (!mayTellLetters(sentence, concept) && !definesLettered(sentence, discourse, concept)) continue;
        if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) continue;
        claims.push(...singleLetters(sentence, concept, isRow()), ...spelledOut(sentence, discourse, concept));
        claims.push(...givenLetters(sentence, concept), ...orderedLetters(sentence, undefined, concept));
      }
      claims.push(...letterRow(block, blocks, concept), ...answered(block, discourse, concept));
    }
  }
  return claims;
}

/** The sentences that stand in a row with a block: all items of its list, or its own. */
function rowOf(
  { index, list, kind }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
): readonly SentenceElements[] {
  if (kind !== 'list-item') return discourse.sentences[index]!;
  let first = index;
  while (blocks[first - 1]?.list?.list === list!.list) first--;
  const row: SentenceElements[] = [];
  for (let at = first; blocks[at]?.list?.list === list!.list; at++) row.push(...discourse.sentences[at]!);
  return row;
}

/** It opens the definition of the name. */
function definesLettered(
  { block, sentenceIndex }: SentenceElements,
  discourse: Discourse,
  concept: CompiledConcept,
): boolean {
  return (
    sentenceIndex === 0 &&
    discourse.isDefinition(block.index) &&
    discourse.sentences[block.index - 1]!.some((term) => mayTellLetters(term, concept))
  );
}

/** The sentences of a block that stand right behind a question for a letter. */
function answered(block: AnalyzedBlock, discourse: Discourse, concept: CompiledConcept): Claim[] {
  return discourse.sentences[block.index]!.flatMap((sentence, at) => {
    // "A. Cirrhosis." is two sentences.
    const first = at === 1 && discourse.sentences[block.index]![0]!.elements.length <= 2 ? 0 : at;
    if (sentence.isQuestion || first > at) return [];
    const before =
      first > 0 ? discourse.sentences[block.index]![first - 1] : discourse.sentences[block.index - 1]?.at(-1);
    return before?.isQuestion === true ? orderedLetters(sentence, before, concept) : [];
  });
}

/** It names the concept, or holds one of the letters alone. */
function mayTellLetters({ elements }: SentenceElements, { id, letters }: CompiledConcept): boolean {
  return elements.some(
    ({ norm, mention }) =>
      norm === 'letters' ||
      (norm.length === 1 && letters!.some(({ letter }) => letter.toLowerCase() === norm)) ||
      mention?.readings.some(({ conceptId }) => conceptId === id) === true,
  );
}

/** "The T is for thrombosis", "R: rheumatism", "its opening C denotes …", "**E** Endocarditis" beside other letters. */
function singleLetters(sentence: SentenceElements, concept: CompiledConcept, isRow: boolean): Claim[] {
  const { elements, block } = sentence;
  const letters = elements.flatMap((_, at) => (letterAt(sentence, at, concept) === undefined ? [] : [at]));
  return letters.flatMap((at): Claim[] => {
    const letter = letterAt(sentence, at, concept)!;
    if (NO_LETTERS.has(elements[at - 1]?.norm ?? '')) return [];
    const opened = pastMeaning(elements, at + 1);
    const from =
      opened > 0 ? opened : isRow && (isItem(elements, at) || isGapped(elements, at)) ? pastFor(elements, at) : -1;
    if (from < 0 || isDenied(elements, Math.max(0, at - 3), from)) return [];
    // "The S is silent" tells nothing of what it stands for.
    const isState = elements[from - 1]!.norm === 'is' && STATES.has(elements[from]?.norm ?? '');
    return isState ? [] : stands(concept, letter, block, termFrom(elements, from));
  });
}

/** "R Raynaud" among others; "the T cells" names no letter. */
function isItem(elements: readonly Element[], at: number): boolean {
  return !ARTICLES.has(elements[at - 1]?.norm ?? '');
}

/** "The C is calcinosis, the R rheumatism": behind a comma the verb is left out. */
function isGapped(elements: readonly Element[], at: number): boolean {
  const before = elements[at - 2]?.norm ?? '';
  const opens = before === ',' || (before === 'and' && elements[at - 3]?.norm === ',');
  return opens && (elements[at + 1]?.mention !== undefined || ENDS_ITEM.has(elements[at + 2]?.norm ?? ','));
}

const ENDS_ITEM = new Set([',', ';', '.', ')']);

/** How many of the letters stand alone in a block: each before its term. */
function lettersIn(sentences: readonly SentenceElements[], concept: CompiledConcept): number {
  return sentences.reduce(
    (sum, sentence) => sum + sentence.elements.filter((_, at) => letterAt(sentence, at, concept) !== undefined).length,
    0,
  );
}

/** The capital that stands alone at an element and is one of the letters. */
function letterAt({ elements, block }: SentenceElements, at: number, concept: CompiledConcept): string | undefined {
  const { norm, kind, span } = elements[at]!;
  if (norm.length !== 1 || kind !== 'word') return undefined;
  const letter = block.text.slice(span.start, span.end);
  return concept.letters!.some((other) => other.letter === letter) ? letter : undefined;
}

/** Index after "stands for", "is for", "means", ":" or a dash. */
function pastMeaning(elements: readonly Element[], at: number): number {
  const [first, second, third] = [at, at + 1, at + 2].map((index) => elements[index]?.norm ?? '') as [
    string,
    string,
    string,
  ];
  // "The C in CREST stands for", "The C itself", "the “C”"
  if (['in', 'of'].includes(first) && elements[at + 1]?.mention !== undefined) return pastMeaning(elements, at + 2);
  if (SKIPPED.has(first)) return pastMeaning(elements, at + 1);
  const phrase = PHRASES.find((words) => words.every((word, index) => elements[at + index]?.norm === word));
  if (phrase !== undefined) return pastQuote(elements, at + phrase.length);
  // "the second letter, R, refers to"
  if (first === ',' && (OPENS.has(second) || PHRASES.some((words) => words[0] === second && words[1] === third))) {
    return pastMeaning(elements, at + 1);
  }
  return OPENS.has(first) ? pastQuote(elements, at + 1) : -1;
}

/** "C for calcinosis, R for Raynaud" */
function pastFor(elements: readonly Element[], at: number): number {
  return elements[at + 1]?.norm === 'for' ? pastQuote(elements, at + 2) : at + 1;
}

function pastQuote(elements: readonly Element[], at: number): number {
  return QUOTES.has(elements[at]?.norm ?? '') || ARTICLES.has(elements[at]?.norm ?? '') ? at + 1 : at;
}

/** "Rheumatism gave CREST its R": the term comes first, and the letter behind what it gives. */
function givenLetters(sentence: SentenceElements, concept: CompiledConcept): Claim[] {
  const { elements, block } = sentence;
  const verb = elements.findIndex(({ norm }) => GIVES.has(norm));
  if (verb < 1 || verb > 4 || isDenied(elements, 0, elements.length)) return [];
  const at = elements.findIndex((_, index) => index > verb && letterAt(sentence, index, concept) !== undefined);
  if (at < 0) return [];
  const from = ARTICLES.has(elements[0]!.norm) ? 1 : 0;
  const span = proseSpan(elements[from]!.span.start, elements[verb - 1]!.span.end);
  return stands(concept, letterAt(sentence, at, concept)!, block, span);
}

/** "What does the first letter stand for? Cirrhosis.", "the last two letters as scoliosis and telangiectasia" */
function orderedLetters(
  sentence: SentenceElements,
  asked: SentenceElements | undefined,
  concept: CompiledConcept,
): Claim[] {
  const { elements, block } = sentence;
  const letters = concept.letters!;
  if (asked !== undefined) {
    const place = asked.elements.findIndex((_, at) => letterAt(asked, at, concept) !== undefined);
    const letter = place < 0 ? ordered(asked.elements, letters)[0]?.letter : letterAt(asked, place, concept);
    const asks = asked.elements.some(({ norm }) => ASKS_FOR.has(norm));
    if (letter === undefined || !asks) return [];
    let from = ANSWERS.has(elements[0]?.norm ?? '') ? 1 : 0;
    while (elements[from]?.kind === 'mark') from++;
    return elements.length - from > LONGEST_ANSWER ? [] : stands(concept, letter, block, termFrom(elements, from));
  }
  const named = ordered(elements, letters);
  const as = elements.findIndex(({ norm }, at) => (norm === 'as' || norm === 'for') && at > 2);
  if (named.length === 0 || as < 0 || isDenied(elements, 0, as)) return [];
  const terms: Element[][] = [[]];
  for (const element of elements.slice(as + 1)) {
    if (element.norm === ',' || element.norm === 'and') terms.push([]);
    else if (element.kind === 'mark') break;
    else terms[terms.length - 1]!.push(element);
  }
  if (terms.length !== named.length) return [];
  return terms.flatMap((term, index) =>
    term.length === 0
      ? []
      : stands(concept, named[index]!.letter, block, proseSpan(term[0]!.span.start, term[term.length - 1]!.span.end)),
  );
}

type Letters = NonNullable<CompiledConcept['letters']>;

/** "the first letter", "the last two letters", "the middle letter" */
function ordered(elements: readonly Element[], letters: Letters): Letters {
  const at = elements.findIndex(({ norm }) => norm === 'letter' || norm === 'letters');
  const [before, order] = [elements[at - 2]?.norm ?? '', elements[at - 1]?.norm ?? ''];
  const count = COUNTS[order];
  if (count !== undefined) {
    if (before === 'last') return letters.slice(-count);
    return before === 'first' ? letters.slice(0, count) : [];
  }
  const place = ORDER[order];
  const letter = place === undefined ? undefined : letters.at(place === 'middle' ? letters.length >> 1 : place);
  return letter === undefined ? [] : [letter];
}

/** "CREST (calcinosis, …)", "CREST joins five findings: chorea, …": as many terms as letters, most of them right. */
function spelledOut(sentence: SentenceElements, discourse: Discourse, concept: CompiledConcept): Claim[] {
  const { elements, block } = sentence;
  const named = elements.findIndex(({ mention }) =>
    mention?.readings.some((reading) => reading.conceptId === concept.id),
  );
  // "The letters stand for calcinosis, …" needs no name.
  const told = elements.findIndex(
    ({ norm }, index) =>
      (norm === 'for' && ['stand', 'stands', 'short'].includes(elements[index - 1]?.norm ?? '')) ||
      (norm === 'as' && elements[index - 1]?.norm === 'out') ||
      (SIGNIFIES.has(norm) && elements.slice(0, index).some((element) => element.norm === 'letters')) ||
      (norm === 'out' && SPELLS.has(elements[index - 1]?.norm ?? '') && elements[index + 1]?.norm !== 'as'),
  );
  const isDefinition = definesLettered(sentence, discourse, concept);
  if (named < 0 && told < 0 && !isDefinition) return [];
  const bracket = elements.findIndex(({ norm }, index) => index > named && ENUMERATES.has(norm));
  const opening = told > 0 ? told : isDefinition && named < 0 ? -1 : bracket;
  if ((opening < 0 && !isDefinition) || (told < 0 && opening - named > 8)) return [];
  const terms: Element[][] = [[]];
  for (const element of elements.slice(opening + 1)) {
    if (element.norm === ')' || element.norm === '.') break;
    if (element.norm === ',' || element.norm === ';' || element.norm === 'and') terms.push([]);
    else terms[terms.length - 1]!.push(element);
  }
  const filled = terms.filter((term) => term.length > 0);
  const letters = concept.letters!;
  if (filled.length !== letters.length) return [];
  const wrong = filled.flatMap((term, index) => {
    const span = proseSpan(term[0]!.span.start, term[term.length - 1]!.span.end);
    return isMeant(block.text.slice(span.start, span.end), letters[index]!) ? [] : [{ span, index }];
  });
  if (wrong.length > 1) return [];
  return wrong.flatMap(({ span, index }) => stands(concept, letters[index]!.letter, block, span));
}

/** A table whose first column holds the letters. */
function letterRow(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[], concept: CompiledConcept): Claim[] {
  const row = block.table?.rowHeader;
  if (row === undefined || block.table?.column !== 1) return [];
  const letter = blocks[row]!.text.trim();
  return stands(concept, letter, block, proseSpan(0, block.text.length));
}

/** The words of a term: up to a mark, or a word that goes on with the sentence. */
function termFrom(elements: readonly Element[], from: number): ProseSpan | undefined {
  let end = from;
  while (end < elements.length && elements[end]!.kind !== 'mark' && !ENDS_TERM.has(elements[end]!.norm)) {
    // The next letter of a row.
    if (end > from && elements[end]!.norm.length === 1) break;
    end++;
  }
  return end === from ? undefined : proseSpan(elements[from]!.span.start, elements[end - 1]!.span.end);
}

function stands(concept: CompiledConcept, letter: string, block: AnalyzedBlock, span: ProseSpan | undefined): Claim[] {
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
function isTermFor(text: string, letter: string): boolean {
  const words = text.split(/\s+/u);
  return words.length <= LONGEST_TERM && text.toLowerCase().startsWith(letter.toLowerCase()) && !EXPLAINS.test(text);
}

/** It begins like what the letter stands for, give or take a slip and the other spelling. */
function isMeant(text: string, meant: { readonly standsFor: string; readonly uk?: string }): boolean {
  const first = text.toLowerCase().replace(/^(?:the|a|an) /u, '');
  return [meant.standsFor, meant.uk ?? meant.standsFor].some((term) =>
    term
      .toLowerCase()
      .split(/\s+/u)
      .some((word) => first.split(/[\s-]+/u).some((own) => sharesBeginning(own, word))),
  );
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

/** So many of the letters of a name are explained as they are meant that the text is about it. */
export function explainsLetters({ letters }: CompiledConcept, explained: readonly string[]): boolean {
  const fitting = letters!.filter((meant) =>
    explained.some((told) => told[0] === meant.letter && isMeant(told.slice(2), meant)),
  );
  return fitting.length >= LEAST_OF_ROW;
}

const BEFORE_TERM = new Set('for is stands means as in the a'.split(' '));

function sharesBeginning(a: string, b: string): boolean {
  let differing = 0;
  for (let index = 0; index < 5; index++) if (a[index] !== b[index]) differing++;
  return differing <= 1;
}

const LEAST_OF_ROW = 3;
const LONGEST_TERM = 3;
const LONGEST_ANSWER = 8;
/** "vitamin C" */
const NO_LETTERS = new Set(
  'vitamin hepatitis type stage group factor protein grade plan section question part'.split(' '),
);
const SKIPPED = new Set('" “ ” \' ’ ‘ * itself here actually really just simply )'.split(' '));
const QUOTES = new Set('" “ ‘ \' *'.split(' '));
const ARTICLES = new Set(['the', 'a', 'an']);
const OPENS = new Set('means : – — = → for from denotes represents signifies is was spells marks equals ->'.split(' '));
const PHRASES = [
  'stands for',
  'is for',
  'was for',
  'refers to',
  'is short for',
  'points to',
  'comes from',
  'is from',
  'is taken from',
  'belongs to',
  'goes to',
  'turned out to be',
  'was coined for',
  'short for',
].map((phrase) => phrase.split(' '));
const STATES = new Set(
  'capital common easy easier easiest silent small tricky rare red right redundant essential enough clear second sixth third still simple said seldom supposed sometimes easily taken the there that thus to too rarely'.split(
    ' ',
  ),
);
const GIVES = new Set(
  'gave gives lent lends supplies supplied accounts account provides provided contributes contributed puts explains'.split(
    ' ',
  ),
);
const ASKS_FOR = new Set('stand stands mean means short denote refer'.split(' '));
const ANSWERS = new Set(['a', 'answer']);
const ENUMERATES = new Set(['(', ':', '–', '—', '=']);
const ENDS_TERM = new Set(
  'and or which that in of from is are because as like with not on at by for to due caused when under'.split(' '),
);
const SIGNIFIES = new Set('signify signified represent denote mean'.split(' '));
const SPELLS = new Set('spells spell spelled spelt'.split(' '));
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
const ORDER: Readonly<Record<string, number | 'middle'>> = {
  first: 0,
  opening: 0,
  initial: 0,
  second: 1,
  third: 2,
  middle: 'middle',
  fourth: 3,
  fifth: 4,
  last: -1,
  final: -1,
  closing: -1,
};

const EXPLAINS =
  /\b(?:skin|swallowing|fingers?|small|red|stiff|trouble|tight|tiny|vessels?|widened|lines?|dots?|veins?|spots?|eating|thick|colou?rs?|change|cold|toes?|food|pipe)\b/iu;
