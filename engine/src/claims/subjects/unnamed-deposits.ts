import type { Mention } from '../../mentions/mention.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * Whether a text speaks of calcium or chalk in lumps and names no condition that they might be of: then its lumps are
 * calcium deposits. "What are the lumps made of?" – "Mainly uric acid" is of them; below "Gout" it is not.
 *
 * @param concepts ids of those that the text names
 * @param has whether a word stands in it
 */
export function leavesDepositsUnnamed(
  concepts: Iterable<string>,
  has: (word: string) => boolean,
  terminology: Terminology,
): boolean {
  if (!CHALK.some(has)) return false;
  for (const id of concepts) {
    if (!BESIDE_DEPOSITS.has(terminology.concept(id)!.kind) && !terminology.isA(id, DEPOSIT) && id !== LUMP) {
      return false;
    }
  }
  return true;
}

/** The sentence with its lumps as mentions of a calcium deposit. */
export function withDepositsNamed(sentence: SentenceElements): SentenceElements {
  const { elements, block, sentenceIndex } = sentence;
  if (!elements.some(isLump)) return sentence;
  const named = (element: Element): Element => {
    if (!isLump(element)) return element;
    const { firstToken, endToken, span } = element;
    const mention: Mention = {
      block: block.index,
      sentence: sentenceIndex,
      span,
      firstToken,
      endToken,
      conceptId: DEPOSIT,
      readings: [],
    };
    return { ...element, kind: 'mention', mention };
  };
  return { ...sentence, elements: elements.map(named) };
}

function isLump({ norm, mention, phrase }: Element): boolean {
  if (phrase !== undefined) return false;
  return mention === undefined ? LUMPS.has(norm) : mention.conceptId === LUMP;
}

const DEPOSIT = 'calcium-deposit';
const LUMP = 'nodule';
const LUMPS = new Set('lump lumps bump bumps nodule nodules deposit deposits'.split(' '));
/** What lumps of calcium are like when they open, as leaflets say it. */
export const CHALK = 'chalk chalky toothpaste calcium calcinosis calcification calcifications'.split(' ');
/** Beside these no condition is named that lumps might be of. */
const BESIDE_DEPOSITS = new Set<ConceptKind>(['anatomy', 'substance', 'imaging', 'procedure', 'device', 'profession']);
