import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import type { Sentence, Token } from '../../language/token.js';
import { oncePerText } from './once.js';
import { isReference } from './standing.js';

/** A sentence of running prose, and how many words it has. */
export interface CountedSentence {
  readonly block: AnalyzedBlock;
  readonly sentence: Sentence;
  readonly words: number;
  /** The names of the subject are neutral: each of their words counts as one. */
  readonly syllables: number;
}

/** Running prose: headings, cells, quotations, references and items that are no sentences are left out. */
export function sentencesOf(document: AnalyzedDocument): CountedSentence[] {
  const counted: CountedSentence[] = [];
  for (const block of document.blocks) {
    if (!isRunningProse(block, document)) continue;
    for (const { sentence, words, syllables } of countIn(block)) counted.push({ block, sentence, words, syllables });
  }
  return counted;
}

function isRunningProse(block: AnalyzedBlock, document: Pick<AnalyzedDocument, 'blocks'>): boolean {
  if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || block.quoted) return false;
  if (block.kind === 'list-item' && !/[.!?]["'”’)]*\s*$/u.test(block.text)) return false;
  return !isReference(document, block);
}

/** How the sentences of a text are distributed. */
export interface SentenceCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Sentences of more words than that. */
  longerThan(words: number): number;
}

/** The sentences that `sentencesOf` gives, counted without being listed. */
export function countSentences({ lists }: AnalyzedDocument): SentenceCounts {
  const counts = lists.counted(countByLength);
  let [sentences, words] = [0, 0];
  for (const [length, times] of counts) {
    if (length === SYLLABLES) continue;
    sentences += times;
    words += length * times;
  }
  return {
    sentences,
    words,
    syllables: counts.get(SYLLABLES) ?? 0,
    longerThan(limit) {
      let longer = 0;
      for (const [length, times] of counts) if (length !== SYLLABLES && length > limit) longer += times;
      return longer;
    },
  };
}

/** No sentence is of no words. */
const SYLLABLES = 0;

function countByLength(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  add: (what: number, times: number) => void,
): void {
  if (!isRunningProse(block, { blocks })) return;
  for (const { words, syllables } of countIn(block)) {
    add(words, 1);
    add(SYLLABLES, syllables);
  }
}

const countIn = oncePerText((block) => {
  const counted: Omit<CountedSentence, 'block'>[] = [];
  const names = new Set<number>();
  for (const mention of block.mentions) for (let at = mention.firstToken; at < mention.endToken; at++) names.add(at);
  for (const sentence of block.sentences) {
    let words = 0;
    let syllables = 0;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = block.tokens[at]!;
      if (!isWord(token)) continue;
      words++;
      syllables += names.has(at) ? 1 : syllablesIn(token.norm);
    }
    if (words > 0 && words <= LONGEST_SENTENCE && !isFlattenedList(block, sentence)) {
      counted.push({ sentence, words, syllables });
    }
  }
  return counted;
});

/** Longer ones are lists or tables that lost their marks on the way here. */
const LONGEST_SENTENCE = 80;

const ITEM_MARKS = new Set(['-', '–', '•', '*', '|']);

/** "- Wheezing - Coughing - Chest tightness" on one line. */
function isFlattenedList(block: AnalyzedBlock, sentence: Sentence): boolean {
  return (
    block.tokens
      .slice(sentence.firstToken, sentence.endToken)
      .filter((token) => !token.glued && ITEM_MARKS.has(token.text)).length >= 3
  );
}

/** Numbers, marks and placeholders are none. */
export function isWord(token: Token): boolean {
  return token.kind === 'word';
}

/** Below this the figure says nothing. */
const FEWEST_SENTENCES = 10;
const FEWEST_WORDS = 150;

/** The Flesch-Kincaid grade of running prose; undefined where there is too little of it. */
export function gradeOf({ sentences, words, syllables }: SentenceCounts): number | undefined {
  if (sentences < FEWEST_SENTENCES || words < FEWEST_WORDS) return undefined;
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables });
}

/** Counting is slow, and texts are made of the same few thousand words. */
const counts = new Map<string, number>();
const MOST_COUNTS = 20_000;

function syllablesIn(word: string): number {
  let count = counts.get(word);
  if (count === undefined) {
    if (counts.size >= MOST_COUNTS) counts.clear();
    counts.set(word, (count = Math.max(1, syllable(word))));
  }
  return count;
}
