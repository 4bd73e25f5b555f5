import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import type { Token } from '../../language/token.js';
import type { Mention } from '../../mentions/mention.js';
import type { Cue } from '../../terminology/compiled.js';

/** A stretch of a block by token index. */
export interface Stretch {
  readonly block: AnalyzedBlock;
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * What is read together with a sentence: a list item with its lead-in, a cell with its headers, any other
 * sentence alone. The first stretch is the sentence's own.
 */
export function readTogether(document: AnalyzedDocument, block: AnalyzedBlock, sentence: number): readonly Stretch[] {
  const own = block.sentences[sentence]!;
  const stretches: Stretch[] = [
    block.kind === 'list-item' || block.kind === 'table-cell'
      ? wholeOf(block)
      : { block, firstToken: own.firstToken, endToken: own.endToken },
  ];
  for (const index of [block.list?.leadIn, block.list?.parentItem]) {
    if (index !== undefined) stretches.push(lastSentenceOf(document.blocks[index]!));
  }
  for (const index of [block.table?.columnHeader, block.table?.rowHeader]) {
    if (index !== undefined) stretches.push(wholeOf(document.blocks[index]!));
  }
  return stretches;
}

/**
 * What the text speaks of at a sentence: the headings above, the list's lead-in, the sentences before in the same
 * section, the sentence itself. Without headings a section is the few blocks before.
 */
export function topicsAt(document: AnalyzedDocument, block: AnalyzedBlock, sentence: number): ReadonlySet<string> {
  const concepts = new Set<string>();
  const add = (mentions: readonly Mention[]): void => {
    for (const mention of mentions) if (mention.conceptId !== undefined) concepts.add(mention.conceptId);
  };
  for (const heading of block.headings) add(document.blocks[heading]!.mentions);
  if (block.list?.leadIn !== undefined) add(document.blocks[block.list.leadIn]!.mentions);
  const heading = block.headings[block.headings.length - 1];
  const first = heading === undefined ? Math.max(0, block.index - BLOCKS_OF_A_SECTION) : heading;
  for (let index = first; index < block.index; index++) add(document.blocks[index]!.mentions);
  add(block.mentions.filter((mention) => mention.sentence <= sentence));
  return concepts;
}

const BLOCKS_OF_A_SECTION = 3;

/** Whether a phrase or a mention of a concept stands in one of the stretches, outside the tokens left out. */
export function standsIn(stretches: readonly Stretch[], cue: Cue, leftOut: Stretch): boolean {
  return stretches.some((stretch) =>
    'concept' in cue
      ? namesConcept(stretch, cue.concept, leftOut)
      : holdsPhrase(stretch, cue.phrase.split(' '), leftOut),
  );
}

function namesConcept(stretch: Stretch, conceptId: string, leftOut: Stretch): boolean {
  return stretch.block.mentions.some(
    (mention) =>
      mention.conceptId === conceptId &&
      mention.firstToken >= stretch.firstToken &&
      mention.endToken <= stretch.endToken &&
      !touches(stretch.block, mention.firstToken, mention.endToken, leftOut),
  );
}

function holdsPhrase(stretch: Stretch, phrase: readonly string[], leftOut: Stretch): boolean {
  const words: Token[] = [];
  for (let index = stretch.firstToken; index < stretch.endToken; index++) {
    const token = stretch.block.tokens[index]!;
    if (token.norm !== '' && !touches(stretch.block, index, index + 1, leftOut)) words.push(token);
  }
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((norm, offset) => isWord(words[start + offset]!.norm, norm))) return true;
  }
  return false;
}

/** The word, or its plural. */
function isWord(norm: string, cue: string): boolean {
  return norm === cue || norm === `${cue}s` || norm === `${cue}es`;
}

function touches(block: AnalyzedBlock, first: number, end: number, leftOut: Stretch): boolean {
  return block === leftOut.block && first < leftOut.endToken && leftOut.firstToken < end;
}

function wholeOf(block: AnalyzedBlock): Stretch {
  return { block, firstToken: 0, endToken: block.tokens.length };
}

function lastSentenceOf(block: AnalyzedBlock): Stretch {
  const last = block.sentences[block.sentences.length - 1];
  return last === undefined ? wholeOf(block) : { block, firstToken: last.firstToken, endToken: last.endToken };
}
