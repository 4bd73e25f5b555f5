import type { AnalyzedBlock } from '../../document.js';
import type { Surroundings } from '../subjects/antecedents.js';
import { isThing } from '../sentences/entries.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { cellsOf } from '../layout/rejected-cells.js';
import { statesFacts } from '../layout/table-claims.js';

/**
 * The thing that a fact is told of which stands beside a myth: in "Metastatic calcinosis is dandruff. | It is …" what
 * the cell of the myth opens with. A fact takes up what its myth is about, and nothing else.
 */
export function thingOfMyth(block: AnalyzedBlock, around: Surroundings): Element | undefined {
  const myth = mythBeside(block, around);
  if (myth === undefined) return undefined;
  const { elements } = around.discourse.sentences[myth.index]![0] ?? { elements: [] };
  const opening = elements.findIndex(({ kind, norm }) => kind !== 'mark' && !ARTICLES.has(norm) && !LABELS.has(norm));
  const thing = elements[opening];
  const id = thing?.mention?.conceptId;
  if (id === undefined || !isThing(id, around.terminology)) return undefined;
  return thing;
}

function mythBeside(block: AnalyzedBlock, { blocks }: Surroundings): AnalyzedBlock | undefined {
  if (block.table === undefined) {
    const before = blocks[block.index - 1];
    const isPair = before !== undefined && FACT.test(block.text) && MYTH.test(before.text);
    return isPair ? before : undefined;
  }
  if (!statesFacts(block, blocks)) return undefined;
  const { table, row, column } = block.table;
  return (cellsOf(table, blocks).rows.get(row) ?? []).find(({ table: at }) => at!.column < column);
}

/** The words by which a fact takes up the thing of its myth: "It", "They", "The term", "No. The word"; their end, or -1. */
export function endOfTakingUp({ elements }: SentenceElements): readonly [from: number, to: number] | undefined {
  let at = 0;
  while (elements[at] !== undefined && (elements[at]!.kind === 'mark' || ANSWERS.has(elements[at]!.norm))) at++;
  const norm = elements[at]?.norm ?? '';
  const next = elements[at + 1]?.norm ?? '';
  if (norm === 'it' || norm === 'they') return NOT_BEHIND.has(next) ? undefined : [at, at + 1];
  if ((norm === 'the' || norm === 'this' || norm === 'that') && NOUNS.has(next)) return [at, at + 2];
  return undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const ARTICLES = words('the a an');
const LABELS = words('myth 1 2 3 4 5 6');
const ANSWERS = words('no false wrong fact actually truth in reality rather yes true');
const NOT_BEHIND = words('does do did');
const NOUNS = words('term word name type form condition disease adjective kind');
const MYTH = /^\W*(?:myth|mistake|false|wrong|rumou?r)\b/iu;
const FACT = /^\W*(?:fact|truth|true|reality|right|correct)\b/iu;
