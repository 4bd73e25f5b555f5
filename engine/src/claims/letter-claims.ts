import type { AnalyzedBlock } from '../document.js';
import type { CompiledConcept } from '../terminology/compiled.js';
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
      for (const sentence of discourse.sentences[block.index]!) {
        if (!mayTellLetters(sentence, concept)) continue;
        if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) continue;
        claims.push(...singleLetters(sentence, concept), ...spelledOut(sentence, concept));
      }
      claims.push(...letterRow(block, blocks, concept));
    }
  }
  return claims;
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

/** "The T is for thrombosis", "R: rheumatism", "S stands for sclerosis". */
function singleLetters(sentence: SentenceElements, concept: CompiledConcept): Claim[] {
  const { elements, block } = sentence;
  return elements.flatMap((element, at): Claim[] => {
    if (element.norm.length !== 1 || element.kind !== 'word') return [];
    const letter = block.text.slice(element.span.start, element.span.end);
    if (!concept.letters!.some((other) => other.letter === letter)) return [];
    const opens = at === 0 || ['the', 'letter', ',', ';', 'and', 'that', '('].includes(elements[at - 1]!.norm);
    const from = opens ? pastMeaning(elements, at + 1) : -1;
    if (from < 0 || isDenied(elements, at, from)) return [];
    return stands(concept, letter, block, termFrom(elements, from));
  });
}

/** Index after "stands for", "is for", "means", ":" or a dash. */
function pastMeaning(elements: readonly Element[], at: number): number {
  // "The C in CREST stands for"
  const skipped = ['in', 'of'].includes(elements[at]?.norm ?? '') && elements[at + 1]?.mention !== undefined ? 2 : 0;
  if (skipped > 0) return pastMeaning(elements, at + skipped);
  const [first, second] = [elements[at]?.norm ?? '', elements[at + 1]?.norm ?? ''];
  if (first === 'stands' && second === 'for') return at + 2;
  if (first === 'is' && second === 'for') return at + 2;
  if (first === 'refers' && second === 'to') return at + 2;
  if (first === 'is' && second === 'short' && elements[at + 2]?.norm === 'for') return at + 3;
  // "the second letter, R, refers to"
  if (first === ',' && ['stands', 'refers', 'is', 'means'].includes(second)) return pastMeaning(elements, at + 1);
  if (['means', ':', '–', '—', '=', 'for'].includes(first)) return at + 1;
  return -1;
}

/** "CREST (calcinosis, …)", "CREST joins five findings: chorea, …": as many terms as letters, most of them right. */
function spelledOut(sentence: SentenceElements, concept: CompiledConcept): Claim[] {
  const { elements, block } = sentence;
  const named = elements.findIndex(({ mention }) =>
    mention?.readings.some((reading) => reading.conceptId === concept.id),
  );
  // "The letters stand for calcinosis, …" needs no name.
  const told = elements.findIndex(
    ({ norm }, index) =>
      (norm === 'for' && ['stand', 'stands', 'short'].includes(elements[index - 1]?.norm ?? '')) ||
      (norm === 'as' && elements[index - 1]?.norm === 'out'),
  );
  if (named < 0 && told < 0) return [];
  const bracket = elements.findIndex(({ norm }, index) => index > named && (norm === '(' || norm === ':'));
  const opening = told > 0 ? told : bracket;
  if (opening < 0 || (told < 0 && opening - named > 8)) return [];
  const terms: Element[][] = [[]];
  for (const element of elements.slice(opening + 1)) {
    if (element.norm === ')' || element.norm === '.' || element.norm === ';') break;
    if (element.norm === ',' || element.norm === 'and') terms.push([]);
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
  while (
    end < elements.length &&
    elements[end]!.kind !== 'mark' &&
    !['and', 'or', 'which', 'that', 'in'].includes(elements[end]!.norm)
  ) {
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
    },
  ];
}

/** A term that could be what the letter is short for; "tight skin" beside S only explains. */
function isTermFor(text: string, letter: string): boolean {
  const words = text.split(/\s+/u);
  return words.length <= 2 && text.toLowerCase().startsWith(letter.toLowerCase()) && !EXPLAINS.test(text);
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

function sharesBeginning(a: string, b: string): boolean {
  let differing = 0;
  for (let index = 0; index < 5; index++) if (a[index] !== b[index]) differing++;
  return differing <= 1;
}

const EXPLAINS = /\b(?:skin|swallowing|fingers?|small|red|stiff|trouble|tight)\b/iu;
