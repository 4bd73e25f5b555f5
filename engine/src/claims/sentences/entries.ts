import type { AnalyzedBlock } from '../../document.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Surroundings } from '../subjects/antecedents.js';
import type { Element, SentenceElements } from './elements.js';
import { cellsOf } from '../layout/rejected-cells.js';
import { OTHER_HEADER } from '../facts/telling-words.js';

/**
 * The name of the entry that a sentence belongs to: of a list of words, a card with lines, an item with items below it,
 * a row, a heading.
 */
export function entryAbove(sentence: SentenceElements, around: Surroundings): Element | undefined {
  const { blocks } = around;
  const { block } = sentence;
  if (block.table !== undefined) return nameOfRow(block, around);
  if (block.list?.parentItem !== undefined) return nameOf(block.list.parentItem, around);
  const leadIn = block.list?.leadIn;
  const named = leadIn === undefined ? undefined : nameOf(leadIn, around);
  if (named !== undefined) return named;
  if (leadIn !== undefined && namesAnything(leadIn, around)) return undefined;
  const heading = block.headings.at(-1);
  let before = leadIn ?? block.index - 1;
  if (block.list !== undefined && leadIn === undefined) {
    while (blocks[before]?.list?.list === block.list.list) before--;
  }
  for (let steps = 0; steps < FARTHEST && before >= 0 && before !== heading; steps++, before--) {
    const other = blocks[before]!;
    if (other.kind === 'heading' || other.table !== undefined || other.headings.at(-1) !== heading) return undefined;
    if (before === leadIn) continue;
    const name = nameOf(before, around);
    // The last item of a list is no title of the paragraph behind the list.
    const isOfList = other.list !== undefined && blocks[before - 1]?.list?.list === other.list.list;
    if (name !== undefined) return block.list === undefined && !isOfList ? name : undefined;
    if (namesAnything(before, around) || other.kind !== block.kind) return undefined;
  }
  return before === heading ? nameOf(heading, around) : undefined;
}

/** What a row is about: its first cell, or the one behind the number of the row. */
function nameOfRow(block: AnalyzedBlock, around: Surroundings): Element | undefined {
  const { table, row, column, columnHeader } = block.table!;
  if (row === 0 || column === 0) return undefined;
  const header = columnHeader === undefined ? undefined : nameOf(columnHeader, around);
  if (header !== undefined) {
    const { rowHeader } = block.table!;
    const isOther = rowHeader !== undefined && namesAnything(rowHeader, around);
    return isOther || OTHER_HEADER.test(around.blocks[rowHeader ?? 0]!.text) ? undefined : header;
  }
  if (columnHeader !== undefined && OTHER_HEADER.test(around.blocks[columnHeader]!.text)) return undefined;
  const before = (cellsOf(table, around.blocks).rows.get(row) ?? []).filter(({ table: at }) => at!.column < column);
  for (const cell of before) {
    const name = nameOf(cell.index, around);
    if (name !== undefined) return name;
    // The number of the row, or its day.
    if (namesAnything(cell.index, around) || cell.tokens.length > LONGEST_NUMBER) return undefined;
  }
  return undefined;
}

/** The one thing that a block names and says nothing of: "Warfarin", "**Gout** (n.)", "Name: rituximab". */
export function nameOf(block: number, { discourse, terminology }: Surroundings): Element | undefined {
  if (discourse.isProse(block)) return undefined;
  const sentences = discourse.sentences[block]!;
  return sentences.length > 2 ? undefined : nameIn(sentences, terminology);
}

/** The one thing that some sentences name and say nothing of. */
export function nameIn(sentences: readonly SentenceElements[], terminology: Terminology): Element | undefined {
  let only: Element | undefined;
  let words = 0;
  let depth = 0;
  for (const { elements, isQuestion } of sentences) {
    // "A low-molecular-weight heparin." tells what something is, and is no name of an entry.
    if (isQuestion || (OF_ONE.has(elements[0]?.norm ?? '') && elements.at(-1)?.norm === '.')) return undefined;
    // "Slide 4: rituximab"
    const colon = elements.findIndex(({ norm }) => norm === ':');
    for (const [at, element] of elements.entries()) {
      const { norm, mention, kind } = element;
      if (norm === '(') depth++;
      else if (norm === ')') depth--;
      if (depth > 0 || kind === 'mark') continue;
      if (mention === undefined) {
        const isLabel = LABELS.has(norm) || /^\d+$/u.test(norm) || (at < colon && !OTHER_HEADER.test(norm));
        if (!isLabel || ++words > LONGEST_LABEL) return undefined;
      } else if (mention.conceptId === undefined || !isThing(mention.conceptId, terminology)) return undefined;
      else if (only !== undefined && only.mention!.conceptId !== mention.conceptId) return undefined;
      else only ??= element;
    }
  }
  return only;
}

/** "Three things to know about rituximab:" above items that begin with verbs. */
export function leadInAbout({ list }: AnalyzedBlock, { discourse, terminology }: Surroundings): Element | undefined {
  if (list?.leadIn === undefined) return undefined;
  const elements = discourse.sentences[list.leadIn]!.at(-1)?.elements ?? [];
  const named = elements.filter(({ mention }) => mention !== undefined);
  const [only] = named;
  if (named.length !== 1 || only!.mention!.conceptId === undefined) return undefined;
  const at = elements.indexOf(only!);
  const isAbout = at > 0 && ABOUT.has(elements[at - 1]!.norm) && elements[at + 1]?.norm === ':';
  return isAbout && isThing(only!.mention!.conceptId, terminology) ? only : undefined;
}

function namesAnything(block: number, { discourse }: Surroundings): boolean {
  if (discourse.isProse(block)) return true;
  return discourse.sentences[block]!.some(({ elements }) => elements.some(({ mention }) => mention !== undefined));
}

/** Something may be said of it. */
export function isThing(id: string, terminology: Terminology): boolean {
  return THINGS.has(terminology.concept(id)!.kind);
}

/** In blocks. */
const FARTHEST = 3;
/** In tokens. */
const LONGEST_NUMBER = 3;
/** In words. */
const LONGEST_LABEL = 4;
const ABOUT = new Set(['about', 'on']);
const OF_ONE = new Set(['a', 'an']);
const LABELS = new Set(
  'a an the name word term drug medicine entry front topic subject n adj noun pl no nr number title card diagnosis and its it what is in brief short test question about page note notes'.split(
    ' ',
  ),
);
const THINGS = new Set<ConceptKind>([
  'disease',
  'type',
  'form',
  'process',
  'sign',
  'symptom',
  'lab-finding',
  'complication',
  'procedure',
  'device',
  'drug',
  'drug-class',
  'substance',
  'anatomy',
  'protein',
  'gene',
  'organism',
  'lab-test',
  'imaging',
  'stain',
]);
