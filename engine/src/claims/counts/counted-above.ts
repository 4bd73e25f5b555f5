import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { CountedHead } from './counted-heads.js';
import { isOneOf } from './counted-kinds.js';
import type { CountedList } from './counted-lists.js';
import type { Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

/**
 * A number that takes up the list or the table right above its paragraph: "These six types differ in …" below five
 * items, "The three medicines in this table" below four rows. All items must be what is counted.
 */
export function countedAbove(
  { block, sentenceIndex, elements }: SentenceElements,
  [head]: readonly CountedHead[],
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): CountedList | undefined {
  if (head === undefined || sentenceIndex > 0 || block.kind !== 'paragraph' || head.isPart) return undefined;
  if (head.noun === undefined || head.value < 2 || head.value > 12 || head.at > 2) return undefined;
  const before = elements.slice(0, head.at).map(({ norm }) => norm);
  const takesUp = before.some((norm) => TAKES_UP.has(norm));
  const points = before.includes('the') && elements.slice(head.end, head.end + 4).some(({ norm }) => ABOVE.has(norm));
  if (!takesUp && !points) return undefined;
  const above = itemsAbove(block, blocks);
  if (above.length < 2 || above.length > MOST) return undefined;
  const isKin = (item: AnalyzedBlock): boolean => {
    const [opening] = discourse.sentences[item.index]!;
    const name = opening?.elements.find(({ kind, norm }) => kind !== 'mark' && !ARTICLES.has(norm));
    return name !== undefined && isOneOf(name, head, terminology);
  };
  if (!above.every(isKin)) return undefined;
  const names = [...new Set(above.map(({ text }) => /^[^.:,;–—(|]+/u.exec(text.trim())?.[0].trim() ?? text))];
  const span = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
  return { block: block.index, span, number: head.value, counts: [names.length], names, attribution: 'writer' };
}

/** The items of the list, or the cells of the first column below the header, right above a block. */
function itemsAbove(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): readonly AnalyzedBlock[] {
  const last = blocks[block.index - 1];
  const found: AnalyzedBlock[] = [];
  for (let at = block.index - 1; at >= 0; at--) {
    const other = blocks[at]!;
    if (last?.table !== undefined) {
      if (other.table?.table !== last.table.table) break;
      if (other.table.row > 0 && other.table.column === 0) found.push(other);
    } else {
      if (last?.list === undefined || other.list?.list !== last.list.list) break;
      // An item of several paragraphs, or with a list of its own, is none to count by.
      if (other.kind !== 'list-item' || other.list.item === found.at(-1)?.list?.item) return [];
      found.push(other);
    }
  }
  return found.reverse();
}

const TAKES_UP = new Set(['these', 'those']);
const ABOVE = new Set('above table list listed named here'.split(' '));
const ARTICLES = new Set(['a', 'an', 'the']);
const MOST = 14;
