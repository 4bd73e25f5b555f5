import type { Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

/** "**Tissue.** It was healthy before.": the sentence with the word of the label in the place of "it". */
export function withLabelTakenUp(sentence: SentenceElements, discourse: Discourse): readonly SentenceElements[] {
  const { elements, block, sentenceIndex } = sentence;
  if (sentenceIndex !== 1 || !TAKES_UP.has(elements[0]?.norm ?? '') || block.table !== undefined) return NONE;
  const label = discourse.sentences[block.index]![0]!.elements.filter(({ kind }) => kind !== 'mark');
  if (label.length === 0 || label.length > LONGEST_LABEL || !label.some(({ norm }) => LABELS.has(norm))) return NONE;
  return [{ ...sentence, elements: [...label, ...elements.slice(1)] }];
}

const NONE: readonly SentenceElements[] = [];
/** In elements: "Blood calcium and phosphate". */
const LONGEST_LABEL = 4;
const TAKES_UP = new Set(['it', 'they', 'these', 'this', 'both']);
const LABELS = new Set('tissue tissues skin blood calcium phosphate levels values labs bloods minerals'.split(' '));
