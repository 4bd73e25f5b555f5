import type { AnalyzedBlock } from '../../document.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { standsFor } from './letter-terms.js';

/**
 * Reads tables of letters: with the letters in the first column and what each is for in the next one or in the one that
 * says so, or with the letters above and a row of terms below.
 */
export function readLetterCell(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  concept: CompiledConcept,
): readonly Claim[] {
  const { table } = block;
  if (table === undefined || table.row === 0) return [];
  const whole = proseSpan(0, block.text.length);
  const header = table.columnHeader === undefined ? '' : blocks[table.columnHeader]!.text.trim();
  if (header.length === 1) {
    return headersOf(block, blocks) === nameOf(concept) ? standsFor(concept, header, block, whole) : [];
  }
  if (table.rowHeader === undefined || OF_GUESSES.test(header)) return [];
  if (table.column !== 1 && !OF_MEANING.test(header)) return [];
  return standsFor(concept, blocks[table.rowHeader]!.text.trim(), block, whole);
}

/** A table whose first row, from left to right, holds the letters. */
export function headsLetters(blocks: readonly AnalyzedBlock[], word: string): boolean {
  const rows = new Map<number, string>();
  for (const { table, text } of blocks) {
    if (table?.row !== 0) continue;
    rows.set(table.table, (rows.get(table.table) ?? '') + text.trim());
  }
  return [...rows.values()].includes(word);
}

function headersOf({ table }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): string {
  return blocks
    .filter((other) => other.table?.table === table!.table && other.table.row === 0)
    .map(({ text }) => text.trim())
    .join('');
}

function nameOf({ letters }: CompiledConcept): string {
  return letters!.map(({ letter }) => letter).join('');
}

const OF_MEANING = /\b(?:means?|meaning|stands? for|short for|in full|feature|spelled out|term)\b/iu;
const OF_GUESSES =
  /\b(?:wrong|guess(?:es|ed)?|not|no|never|mix(?:ed)?[- ]?ups?|misread|mistaken?|confused|pupils?|students?|answers?|myths?|false|draft|before|old|instead|often|heard|thought|jokes?)\b/iu;
