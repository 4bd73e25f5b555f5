import type { AnalyzedBlock } from '../../document.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { readLetterCell } from './letter-tables.js';
import { isMeant, meantIn, LEAST_OF_ROW, letterAt, standsFor, termFrom, type Letters } from './letter-terms.js';
import { tiedToLetters } from './letter-ties.js';
import { readInOrder } from './letters-in-order.js';
import { isTakenBack } from './letters-taken-back.js';

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
      const isRow = () => isRowOfLetters(block, rowOf(block, blocks, discourse), concept);
      for (const sentence of sentences) {
        if (!mayTellLetters(sentence, concept) && !definesLettered(sentence, discourse, concept)) continue;
        if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) continue;
        claims.push(...tiedToLetters(sentence, concept, isRow()), ...spelledOut(sentence, discourse, concept));
        claims.push(...givenLetters(sentence, concept), ...orderedLetters(sentence, undefined, concept));
      }
      claims.push(...readLetterCell(block, blocks, concept), ...answered(block, discourse, concept));
      const inOrder = readInOrder(block, blocks, discourse, concept);
      claims.push(...inOrder.filter((claim) => !claims.some((other) => isSamePlace(other, claim))));
    }
  }
  return claims.filter((claim) => {
    const concept = lettered.find(({ id }) => id === claim.subject.conceptId)!;
    return !isTakenBack(claim, blocks[claim.block]!, blocks, concept);
  });
}

function isSamePlace(a: Claim, b: Claim): boolean {
  return a.block === b.block && a.span.start < b.span.end && b.span.start < a.span.end;
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

/** Three of the letters stand alone, or two of which one is explained as it is meant: each before its term. */
function isRowOfLetters(
  block: AnalyzedBlock,
  sentences: readonly SentenceElements[],
  concept: CompiledConcept,
): boolean {
  const count = sentences.reduce(
    (sum, sentence) => sum + sentence.elements.filter((_, at) => letterAt(sentence, at, concept) !== undefined).length,
    0,
  );
  if (count >= LEAST_OF_ROW) return true;
  if (count < 2) return false;
  return meantIn(block, concept) > 0;
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
  return standsFor(concept, letterAt(sentence, at, concept)!, block, span);
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
    // "The S in CREST? That is …" asks for it as well.
    const isBare = place >= 0 && asked.elements.length <= LONGEST_NAMING;
    const asks = isBare || asked.elements.some(({ norm }) => ASKS_FOR.has(norm));
    if (letter === undefined || !asks) return [];
    let from = ANSWERS.has(elements[0]?.norm ?? '') ? 1 : 0;
    while (elements[from]?.kind === 'mark') from++;
    // "It means stenosis."
    if (['it', 'that', 'this'].includes(elements[from]?.norm ?? '')) {
      from++;
      while (TELLS.has(elements[from]?.norm ?? '')) from++;
    }
    return elements.length - from > LONGEST_ANSWER ? [] : standsFor(concept, letter, block, termFrom(elements, from));
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
      : standsFor(
          concept,
          named[index]!.letter,
          block,
          proseSpan(term[0]!.span.start, term[term.length - 1]!.span.end),
        ),
  );
}

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
  return wrong.flatMap(({ span, index }) => standsFor(concept, letters[index]!.letter, block, span));
}

const LONGEST_ANSWER = 8;
const LONGEST_NAMING = 6;
const ARTICLES = new Set(['the', 'a', 'an']);
const GIVES = new Set(
  'gave gives lent lends supplies supplied accounts account provides provided contributes contributed puts explains'.split(
    ' ',
  ),
);
const ASKS_FOR = new Set('stand stands mean means short denote refer'.split(' '));
const TELLS = new Set('is means stands for short a an the'.split(' '));
const ANSWERS = new Set(['a', 'answer']);
const ENUMERATES = new Set(['(', ':', '–', '—', '=']);
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
