import type { AnalyzedBlock } from '../document.js';
import type { Discourse } from '../claims/subjects/discourse.js';
import type { Element, SentenceElements } from '../claims/sentences/elements.js';
import type { Terminology } from '../terminology/terminology.js';

/** One element of a passage, or the mark at which a block of it begins. */
export interface PassageItem {
  /** A word or mark as it is; a name by its kind ("@drug"), a level or tissue by its sort: the language, not the fact. */
  readonly word: string;
  readonly conceptId: string | undefined;
  /** The concept's index in the terminology; -1 where none is named. */
  readonly concept: number;
  /** Undefined at the mark of a block. */
  readonly element: Element | undefined;
  /** Index of the block. */
  readonly block: number;
  /** The same for the items of one sentence. */
  readonly sentence: object;
  readonly isStrong: boolean;
}

/** A block with what a reader has in mind beside it. */
export interface Passage {
  readonly items: readonly PassageItem[];
  /** Where the block's own items begin, with its mark, and the index behind them. */
  readonly from: number;
  readonly to: number;
  /** Indexes of the blocks that it stands under: headings, a lead-in, headers. */
  readonly above: ReadonlySet<number>;
}

/**
 * A block with the headings above it, the lead-in or the headers that it stands under, and the block on each side, in
 * the order of the text. Nothing else decides whether something is asserted in it.
 */
export function passageAround(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Passage {
  const { headings, list, table, index } = block;
  const above = new Set(headings);
  for (const other of [list?.leadIn, table?.columnHeader, table?.rowHeader]) if (other !== undefined) above.add(other);
  const first = Math.max(0, index - BESIDE);
  const last = Math.min(blocks.length - 1, index + BESIDE);
  const around = [...above].filter((at) => at < first || at > last);
  for (let at = first; at <= last; at++) around.push(at);
  around.sort((a, b) => a - b);
  const items: PassageItem[] = [];
  let from = 0;
  let to = 0;
  for (const at of around) {
    const other = blocks[at]!;
    if (other.kind === 'front-matter' || other.kind === 'alt-text') continue;
    if (at === index) from = items.length;
    for (const item of itemsOf(other, discourse.sentences[at]!, terminology)) items.push(item);
    if (at === index) to = items.length;
  }
  return { items, from, to, above };
}

/** Blocks on each side. With two the network finds the same, and an edit costs more blocks. */
const BESIDE = 1;

/** The items of a block, made once: each of its neighbors asks for them. */
function itemsOf(
  block: AnalyzedBlock,
  sentences: readonly SentenceElements[],
  terminology: Terminology,
): readonly PassageItem[] {
  const known = made.get(sentences);
  if (known?.block === block) return known.items;
  const { index } = block;
  const mark = {
    word: markOf(block),
    conceptId: undefined,
    concept: -1,
    element: undefined,
    block: index,
    isStrong: false,
  };
  const items: PassageItem[] = [{ ...mark, sentence: mark }];
  for (const sentence of sentences) {
    for (const element of sentence.elements) {
      const conceptId = element.mention?.conceptId;
      const concept = conceptId === undefined ? -1 : terminology.indexOf(conceptId);
      const word =
        concept >= 0
          ? wordOf('@', terminology.conceptAt(concept).kind)
          : element.phrase !== undefined
            ? wordOf('~', element.phrase.kind)
            : element.norm;
      items.push({ word, conceptId, concept, element, block: index, sentence, isStrong: isStrong(element, block) });
    }
  }
  made.set(sentences, { block, items });
  return items;
}

/** One string for each, so that tables that know its hash are asked with it. */
function wordOf(mark: '@' | '~', kind: string): string {
  const words = WORDS[mark];
  let word = words.get(kind);
  if (word === undefined) words.set(kind, (word = mark + kind));
  return word;
}

const WORDS = { '@': new Map<string, string>(), '~': new Map<string, string>() };

const made = new WeakMap<readonly SentenceElements[], { block: AnalyzedBlock; items: readonly PassageItem[] }>();

function markOf({ kind, table, list }: AnalyzedBlock): string {
  if (kind === 'heading') return '<h>';
  if (table !== undefined) return table.columnHeader === undefined ? '<th>' : '<td>';
  return list === undefined ? '<p>' : '<li>';
}

function isStrong({ span }: Element, { strong }: AnalyzedBlock): boolean {
  return strong.length > 0 && strong.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** The concepts that a passage names, once each, by their indexes in the terminology. */
export function conceptsIn({ items }: Passage): readonly number[] {
  const concepts: number[] = [];
  for (const { concept } of items) if (concept >= 0 && !concepts.includes(concept)) concepts.push(concept);
  return concepts;
}

/** How many sentences, or marks of blocks, one item stands behind another. */
export function sentencesBetween(items: Passage['items'], one: number, other: number): number {
  let count = 0;
  const last = Math.max(one, other);
  for (let at = Math.min(one, other) + 1; at <= last; at++) {
    if (items[at]!.sentence !== items[at - 1]!.sentence) count++;
  }
  return one <= other ? count : -count;
}
