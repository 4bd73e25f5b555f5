import type { AnalyzedBlock } from '../document.js';

/**
 * Whether what stands above a list or a row makes its items things that do not hold: "Causes that do not belong under
 * “dystrophic”", "What speaks against each type:", a column "Not caused by". Of whom an item is said does not matter.
 */
export function isUnderDenial(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  let isUnder = known.get(block);
  if (isUnder === undefined) known.set(block, (isUnder = headsOf(block, blocks).some(denies)));
  return isUnder;
}

const known = new WeakMap<AnalyzedBlock, boolean>();

function headsOf({ list, table, headings, index }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): readonly string[] {
  const textOf = (at: number | undefined): readonly string[] => (at === undefined ? [] : [blocks[at]!.text]);
  if (table !== undefined) return table.row === 0 ? [] : [...textOf(table.columnHeader), ...textOf(table.rowHeader)];
  if (list === undefined) return [];
  if (list.leadIn !== undefined || list.parentItem !== undefined) {
    return [...textOf(list.leadIn), ...textOf(list.parentItem)].map(lastSentence);
  }
  let first = index;
  while (blocks[first - 1]?.list?.list === list.list) first--;
  const heading = headings[headings.length - 1];
  return heading === first - 1 ? textOf(heading) : [];
}

function lastSentence(text: string): string {
  return text.split(/[.!?]\s+/u).pop()!;
}

function denies(text: string): boolean {
  return DENIES.test(text);
}

const DENIES =
  /(?<!\p{L})(?:(?:do|does|did|will|would|should|can|could|may)(?: not|n[’']t)|cannot|never)(?! (?:only|just|merely|always|all)(?!\p{L}))(?: \p{L}+){0,2} (?:belongs?|fits?|count|go|fall|sit|speak|point|lead|come|cause|mean|have|list|file|include|expect|find|see)(?!\p{L})(?![^:]*\b(?:but|only|until|unless|without)\b)|(?<!\p{L})(?:speaks?|argues?|tells?|points?|counts?|evidence|arguments?|signs?|reasons?|findings?) (?:\P{L}*)against(?!\p{L})|(?<!\p{L})rules? (?:it |this |that |them |each |each type )?out(?!\p{L})|(?<!\p{L})(?:excludes?|wrongly|mistakenly)(?!\p{L})/iu;
