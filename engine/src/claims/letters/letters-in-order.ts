import type { AnalyzedBlock } from '../../document.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import type { Discourse } from '../subjects/discourse.js';
import { isMeant, isMedicalWord, isTermFor, LEAST_OF_ROW, standsFor, type Letters } from './letter-terms.js';

/**
 * Reads words that stand in the order of the letters without naming these: "calcinosis, Raynaud, esophagus, scoliosis,
 * telangiectasia", a list of the letters with bold initials, the lines of a rhyme, the sentences of a card. As many
 * words in a row as there are letters, each with its initial, and three of them as they are meant, are no chance; that
 * the text tells letters there, and no features that happen to follow each other, its own words or those above must say.
 */
export function readInOrder(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  concept: CompiledConcept,
): readonly Claim[] {
  const { list } = block;
  if (list !== undefined) {
    // Once for each list.
    if (list.item > 0 || blocks[block.index - 1]?.list?.list === list.list) return [];
    const items = itemsOf(block, blocks);
    const isTold = speaksOfLetters(above(block, blocks), concept) || items.every(hasBoldInitial);
    return isTold
      ? stranger(
          items.flatMap((item) => firstOf(item) ?? []),
          concept,
        )
      : [];
  }
  if (block.table !== undefined || !mayHold(block.text, concept)) return [];
  const isOwn = speaksOfLetters([block.text], concept);
  const isAbove = !isOwn && speaksOfLetters(above(block, blocks), concept);
  if (!isOwn && !isAbove) return [];
  if (discourse.sentences[block.index]!.some(({ isQuestion }) => isQuestion)) return [];
  for (const parts of [linesOf(block), sentencesOf(block), enumeratedIn(block)]) {
    const found = stranger(parts, concept);
    if (found.length > 0) return found;
  }
  return [];
}

/** A term with its place. */
interface Part {
  readonly block: AnalyzedBlock;
  readonly span: ProseSpan;
  readonly text: string;
}

/** The one word in a row that has the right initial and is not what the letter stands for. */
function stranger(parts: readonly Part[], concept: CompiledConcept): readonly Claim[] {
  const letters = concept.letters!;
  for (let from = 0; from + letters.length <= parts.length; from++) {
    const row = parts.slice(from, from + letters.length);
    if (!row.every(({ text }, at) => text[0]!.toUpperCase() === letters[at]!.letter)) continue;
    const others = row.flatMap((part, at) => (isMeant(part.text, letters[at]!) ? [] : [{ part, at }]));
    if (others.length === 0 || letters.length - others.length < LEAST_OF_ROW) return [];
    return others.flatMap(({ part, at }) =>
      isNamed(part, letters, at) ? standsFor(concept, letters[at]!.letter, part.block, part.span) : [],
    );
  }
  return [];
}

/** "Treatment" behind four features is the next matter, not a fifth; a bold initial makes it one of the letters. */
function isNamed(part: Part, letters: Letters, at: number): boolean {
  const { block, span, text } = part;
  if (!isTermFor(text, letters[at]!.letter)) return false;
  const isBold = block.strong.some((bold) => bold.start === span.start && bold.end === span.start + 1);
  return (
    isBold ||
    isMedicalWord(text.split(' ')[0]!.toLowerCase()) ||
    block.mentions.some((mention) => mention.span.start === span.start)
  );
}

function itemsOf(first: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): readonly AnalyzedBlock[] {
  const items: AnalyzedBlock[] = [];
  for (let at = first.index; blocks[at]?.list?.list === first.list!.list; at++) items.push(blocks[at]!);
  return items;
}

function hasBoldInitial({ strong }: AnalyzedBlock): boolean {
  return strong[0]?.start === 0 && strong[0].end === 1;
}

/** What stands above a block: its headings, what leads to its list, the block before. */
function above({ index, headings, list }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): readonly string[] {
  return [...headings, list?.leadIn ?? index - 1].flatMap((at) => blocks[at]?.text ?? []);
}

/** The name itself stands there, or the text speaks of letters. */
function speaksOfLetters(texts: readonly string[], concept: CompiledConcept): boolean {
  const name = concept.letters!.map(({ letter }) => letter).join('');
  return texts.some((text) => OF_LETTERS.test(text) || text.includes(name));
}

/** Cheaper than to cut the text: the first word of the row and the last one stand there. */
function mayHold(text: string, concept: CompiledConcept): boolean {
  const lower = text.toLowerCase();
  const meant = concept.letters!.filter(({ standsFor: term }) => lower.includes(term.slice(0, 6).toLowerCase()));
  return meant.length >= LEAST_OF_ROW - 1;
}

function firstOf(block: AnalyzedBlock, from = 0, to = block.text.length): Part | undefined {
  const opening = OPENS_PART.exec(block.text.slice(from, to))![0].length;
  const words = TERM.exec(block.text.slice(from + opening, to))?.[0].trimEnd();
  if (words === undefined || words === '') return undefined;
  const start = from + opening;
  return { block, span: proseSpan(start, start + words.length), text: words };
}

function linesOf(block: AnalyzedBlock): readonly Part[] {
  return cut(block, /\n/gu, 0, block.text.length);
}

function sentencesOf(block: AnalyzedBlock): readonly Part[] {
  return block.sentences.flatMap(
    ({ span }) => firstOf(block, pastLabel(block.text, span.start, span.end), span.end) ?? [],
  );
}

/** "My card for CREST: Calcinosis in the fingertips." */
function pastLabel(text: string, start: number, end: number): number {
  const label = text.slice(start, end).indexOf(':');
  return label > 0 && label < LONGEST_LABEL ? start + label + 1 : start;
}

function enumeratedIn(block: AnalyzedBlock): readonly Part[] {
  return block.sentences.flatMap(({ span }) => cut(block, BETWEEN, span.start, span.end));
}

function cut(block: AnalyzedBlock, between: RegExp, from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  let start = from;
  for (const mark of block.text.slice(from, to).matchAll(between)) {
    const part = firstOf(block, start, from + mark.index);
    if (part !== undefined) parts.push(part);
    start = from + mark.index + mark[0].length;
  }
  const last = firstOf(block, start, to);
  return last === undefined ? parts : [...parts, last];
}

const OF_LETTERS = /\b(?:letters?|initials?|acronym|mnemonic|acrostic|rhyme|abbreviation|spells?|spelled|spelt)\b/iu;
const BETWEEN = /[,;:/+|–—•·(=]|\band\b|\bthen\b|\bplus\b|&|->|→/giu;
const OPENS_PART = /^(?:[\s"“‘'*_\d.)]|(?:and|then|the|a|an|first|next|finally|last|comes?)\s)*/iu;
/** The words of a term, up to three, without what goes on with the sentence. */
const TERM =
  /^\p{L}[\p{L}’'-]*(?: (?!(?:and|or|in|of|is|are|on|at|for|under|when|with|who|that|which|comes?|attacks?|slow|can|may|has|have|makes?|the|a|an|at|from|to|by|as)\b)\p{L}[\p{L}’'-]*){0,2}/u;
const LONGEST_LABEL = 50;
