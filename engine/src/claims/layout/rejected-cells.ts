import type { AnalyzedBlock } from '../../document.js';
import {
  FIRST_OF_SEVERAL,
  GUESSED,
  MARK_OF_FALSE,
  OPTION_HEADER,
  REJECTED_HEADER,
  says,
  SETTLED,
} from '../attribution/disowning-words.js';
import type { Statement } from '../attribution/reported-speech.js';

/** A sentence in a table whose row says that it is false, or that is an option to choose. */
export function isMarkedFalse(
  { subject, object }: Pick<Statement, 'subject' | 'object'>,
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
): boolean {
  const place = block.table;
  if (place === undefined || subject?.block !== block.index || object?.block !== block.index) return false;
  const { rows } = cellsOf(place.table, blocks);
  const has = (row: number, mark: RegExp) => (rows.get(row) ?? []).some(({ text }) => says(mark, text));
  return has(place.row, MARK_OF_FALSE) || has(0, OPTION_HEADER);
}

/** A cell under "First guess", beside one under "What it means"; under "Draft", beside "Final"; the same by row. */
export function isGuess(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const place = block.table;
  if (place === undefined) return false;
  const { rows, firstCells } = cellsOf(place.table, blocks);
  const own = place.columnHeader === undefined ? '' : blocks[place.columnHeader]!.text;
  if (isGuessBeside(own, rows.get(0) ?? [])) return true;
  return place.rowHeader !== undefined && isGuessBeside(blocks[place.rowHeader]!.text, firstCells);
}

function isGuessBeside(own: string, headers: readonly AnalyzedBlock[]): boolean {
  if (says(REJECTED_HEADER, own) || MISREAD.test(own)) return true;
  if (says(FIRST_OF_SEVERAL, own)) return headers.some(({ text }) => text !== own && text[0] === own[0]);
  if (!says(GUESSED, own)) return false;
  return headers.some(({ text }) => text !== own && says(SETTLED, text) && !says(GUESSED, text));
}

/** "Often misread as", "Not to be confused with", "What patients often think" */
const MISREAD =
  /\b(?:mis(?:read|taken|heard|understood)|mix(?:ed)?[- ]ups?|confus(?:ed|ion)|mistake for|wrong(?:ly)?|(?:patients|people|readers|students|visitors|families) (?:often |usually |may |might )?(?:think|believe|thought|believed|guess|guessed))\b/iu;

interface TableCells {
  readonly rows: ReadonlyMap<number, readonly AnalyzedBlock[]>;
  readonly firstCells: readonly AnalyzedBlock[];
}

/** The cells of a table, found once: each statement of a long table asks for them. */
export function cellsOf(table: number, blocks: readonly AnalyzedBlock[]): TableCells {
  let tables = knownTables.get(blocks);
  if (tables === undefined) knownTables.set(blocks, (tables = new Map()));
  let cells = tables.get(table);
  if (cells === undefined) {
    const own = blocks.filter((block) => block.table?.table === table);
    const rows = new Map<number, AnalyzedBlock[]>();
    for (const cell of own) rows.set(cell.table!.row, [...(rows.get(cell.table!.row) ?? []), cell]);
    tables.set(table, (cells = { rows, firstCells: own.filter((cell) => cell.table!.column === 0) }));
  }
  return cells;
}

const knownTables = new WeakMap<readonly AnalyzedBlock[], Map<number, TableCells>>();

/** "Dystrophic calcinosis follows injuries. | Right": the writer agrees with what stands before the verdict of its row. */
export function isConfirmedCell(cell: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const place = cell.table;
  if (place === undefined || place.row === 0) return false;
  const own = cellsOf(place.table, blocks).rows.get(place.row) ?? [];
  const verdict = own.at(-1);
  if (verdict === undefined || verdict === cell || verdict.table!.column !== place.column + 1) return false;
  const header = verdict.table!.columnHeader;
  return (
    AGREES.test(verdict.text) &&
    header !== undefined &&
    JUDGES.test(blocks[header]!.text) &&
    !OF_OTHERS.test(blocks[header]!.text)
  );
}

const AGREES = /^\W*(?:right|true|correct)\W*$/iu;
const JUDGES = /\b(?:verdict|judge?ment|assessment|right or wrong|true or false|answer|result|correct)\b/iu;
const OF_OTHERS = /\b(?:your|students?|pupils?|his|her|their|first|guess(?:ed)?|class|given|old|said)\b/iu;
