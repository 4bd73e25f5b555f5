import type { AnalyzedBlock } from '../../document.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import type { Claim } from '../claim.js';
import { CROSSES } from '../sentences/crosses.js';
import { isMeant, type Letter } from './letter-terms.js';

/**
 * Whether a text marks what it tells of a letter as wrong, or sets it right: "C = cholesterol ❌", "… is for rheumatism.
 * It is for Raynaud phenomenon." Only what the letter stands for, and no denial of it, sets it right.
 */
export function isTakenBack(
  { subject, value, span }: Claim,
  { text, sentences, table, index }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  concept: CompiledConcept,
): boolean {
  if (value === 'right') return false;
  const meant = concept.letters!.find(({ letter }) => letter === subject.text)!;
  const line = text.slice(text.lastIndexOf('\n', span.start) + 1, span.start);
  if (MARK.test(line) || MARKED.test(text.slice(span.end))) return true;
  if (table !== undefined) return rowOf(index, blocks).some((cell) => MARK.test(cell.text) || JUDGED.test(cell.text));
  const own = sentences.findIndex((sentence) => span.start < sentence.span.end);
  const rest = text.slice(span.end, sentences[own]?.span.end ?? text.length);
  if (holdsMeant(rest, meant)) return true;
  const next = sentences[own + 1];
  if (next === undefined) return false;
  const behind = text.slice(next.span.start, next.span.end);
  return SETS_RIGHT.test(behind) && holdsMeant(behind, meant);
}

function rowOf(index: number, blocks: readonly AnalyzedBlock[]): readonly AnalyzedBlock[] {
  const place = blocks[index]!.table!;
  const inRow = (at: number): boolean => blocks[at]?.table?.table === place.table && blocks[at].table.row === place.row;
  let first = index;
  while (inRow(first - 1)) first--;
  const row: AnalyzedBlock[] = [];
  for (let at = first; inRow(at); at++) row.push(blocks[at]!);
  return row;
}

/** A word of what the letter stands for, that is not itself denied. */
function holdsMeant(text: string, meant: Letter): boolean {
  const words = text.split(/[^\p{L}'’-]+/u).filter((word) => word !== '');
  return words.some(
    (word, at) =>
      word.length > 4 && isMeant(word, meant) && !DENIES.test(words.slice(Math.max(0, at - 4), at).join(' ')),
  );
}

const MARK = new RegExp(`[${CROSSES}☒]`, 'u');
const MARKED = new RegExp(
  `^[^.;\\n]{0,24}(?:[${CROSSES}☒]|\\((?:wrong|false|no|incorrect|nope)\\b|[-–—,] ?(?:wrong|false|incorrect|nope)\\b)`,
  'iu',
);
const JUDGED = /^(?:wrong|false|incorrect|no|0)\W*$/iu;
const SETS_RIGHT =
  /^\W*(?:it|it['’]s|that|that['’]s|this|in fact|in truth|in reality|actually|no|nope|wrong|not so|right|correct|the (?:right|correct|true|real|letter)|really|sorry|oops|now|today|instead|or so|but|until)\b/iu;
const DENIES = /\b(?:not|never|nor|no|than|instead of|unlike|without)\b/iu;
