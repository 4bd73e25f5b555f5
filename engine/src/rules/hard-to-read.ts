import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Sentence, Token } from '../language/token.js';
import { sourceSpan, type SourceSpan } from '../text/span.js';
import { defineRule, type Report } from './rule.js';
import { isReference } from './support/standing.js';

export default defineRule({
  id: 'hard-to-read',
  summary: 'A text that asks for more years of school than most readers have, or whose sentences are long.',
  rationale:
    'A common target for patient texts is a US grade between 6 and 8. Long words that the subject needs, such as calcinosis, are not counted against the text; long sentences are, and they are what a writer can change.',
  category: 'style',
  severity: 'info',
  severities: ['info'],
  since: '0.1.0',
  fixable: 'manual',
  healthWritingOnly: true,
  sources: ['flesch-kincaid-formula', 'readability-targets', 'nhs-how-we-write'],
  messages: {
    grade:
      'This text reads at US grade {{grade}}; the target is {{target}}. {{long}} of {{sentences}} sentences have more than {{limit}} words; the longest has {{longest}} and begins “{{opening}} …”.',
    long: '{{long}} of {{sentences}} sentences have more than {{limit}} words; the longest has {{longest}} and begins “{{opening}} …”.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        target: { type: 'number', minimum: 1, maximum: 20, description: 'Flesch-Kincaid grade that a text may reach.' },
        longSentence: { type: 'integer', minimum: 5, description: 'Words in a sentence above which it is long.' },
        longShare: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Share of long sentences that a text may have.',
        },
      },
    },
    defaults: { target: 8, longSentence: 20, longShare: 0.4 },
  },
  examples: [
    {
      text: `# Living with calcinosis\n\n${'Practitioners frequently recommend comprehensive evaluation of underlying abnormalities before considering individual therapeutic possibilities. '.repeat(12)}`,
      reports: ['Living with calcinosis'],
    },
    {
      text: `# Living with calcinosis\n\n${'Ask your doctor what you can do at home, and keep the skin over the lumps clean. '.repeat(12)}`,
      reports: [],
    },
    { text: 'Practitioners recommend comprehensive evaluation of calcinosis.', reports: [] },
  ],
  check({ document, options, report }) {
    const target = options['target'] as number;
    const limit = options['longSentence'] as number;
    const sentences = sentencesOf(document);
    const words = sum(sentences, (sentence) => sentence.words);
    const first = firstLine(document);
    if (sentences.length < FEWEST_SENTENCES || words < FEWEST_WORDS || first === undefined) return;
    const grade = fleschKincaid({ sentence: sentences.length, word: words, syllable: syllablesOf(sentences) });
    const long = sentences.filter((sentence) => sentence.words > limit);
    const isHard = Math.round(grade * 10) / 10 > target;
    if (!isHard && long.length <= sentences.length * (options['longShare'] as number)) return;
    const longest = [...sentences].sort((a, b) => b.words - a.words).slice(0, 3);
    report({
      at: { source: first },
      message: isHard ? 'grade' : 'long',
      data: {
        grade: grade.toFixed(1),
        target,
        long: long.length,
        sentences: sentences.length,
        limit,
        longest: longest[0]!.words,
        opening: openingOf(longest[0]!),
      },
      fixes: [
        { title: 'Split the longest sentences, and use shorter words where the subject allows', grade: 'manual' },
      ],
      reason: {
        text: 'A common target for patient texts is a US grade between 6 and 8, and sentences of up to 20 words.',
        sources: ['readability-targets', 'nhs-how-we-write'],
      },
      related: longest.map((sentence): NonNullable<Report['related']>[number] => ({
        at: { block: sentence.block.index, span: sentence.sentence.span },
        message: `${sentence.words} words`,
      })),
    });
  },
});

/** Below this the figure says nothing. */
const FEWEST_SENTENCES = 10;
const FEWEST_WORDS = 150;

interface CountedSentence {
  readonly block: AnalyzedBlock;
  readonly sentence: Sentence;
  readonly words: number;
}

/** Running prose: headings, cells, quotations, references and items that are no sentences are left out. */
function sentencesOf(document: AnalyzedDocument): CountedSentence[] {
  const counted: CountedSentence[] = [];
  for (const block of document.blocks) {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || block.quoted) continue;
    if (block.kind === 'list-item' && !/[.!?]["'”’)]*\s*$/u.test(block.text)) continue;
    if (isReference(document, block)) continue;
    for (const sentence of block.sentences) {
      let words = 0;
      for (let at = sentence.firstToken; at < sentence.endToken; at++) if (isWord(block.tokens[at]!)) words++;
      if (words > 0 && words <= LONGEST_SENTENCE && !isFlattenedList(block, sentence)) {
        counted.push({ block, sentence, words });
      }
    }
  }
  return counted;
}

/** Longer ones are lists or tables that lost their marks on the way here. */
const LONGEST_SENTENCE = 80;

/** "- Wheezing - Coughing - Chest tightness" on one line. */
function isFlattenedList(block: AnalyzedBlock, sentence: Sentence): boolean {
  return (
    block.tokens
      .slice(sentence.firstToken, sentence.endToken)
      .filter((token) => !token.glued && /^[-–•*|]$/u.test(token.text)).length >= 3
  );
}

function isWord(token: Token): boolean {
  return token.kind === 'word';
}

/** The names of the subject are neutral: each of their words counts as one syllable. */
function syllablesOf(sentences: readonly CountedSentence[]): number {
  const known = new Map<string, number>();
  return sum(sentences, ({ block, sentence }) => {
    const names = namesOf(block);
    let syllables = 0;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = block.tokens[at]!;
      if (!isWord(token)) continue;
      let count = names.has(at) ? 1 : known.get(token.norm);
      if (count === undefined) known.set(token.norm, (count = Math.max(1, syllable(token.norm))));
      syllables += count;
    }
    return syllables;
  });
}

/** Tokens of a block that belong to names of the subject; asked for by each of its sentences. */
const namesByBlock = new WeakMap<AnalyzedBlock, ReadonlySet<number>>();

function namesOf(block: AnalyzedBlock): ReadonlySet<number> {
  let names = namesByBlock.get(block);
  if (names === undefined) {
    const tokens = new Set<number>();
    for (const mention of block.mentions) for (let at = mention.firstToken; at < mention.endToken; at++) tokens.add(at);
    namesByBlock.set(block, (names = tokens));
  }
  return names;
}

function openingOf({ block, sentence }: CountedSentence): string {
  const words = block.tokens.slice(sentence.firstToken, sentence.endToken).filter(isWord);
  return block.text.slice(sentence.span.start, words[Math.min(4, words.length - 1)]!.span.end).replace(/\s+/gu, ' ');
}

/** The first line of prose below the front matter. */
function firstLine(document: AnalyzedDocument): SourceSpan | undefined {
  const block = document.blocks.find((candidate) => candidate.kind !== 'front-matter');
  if (block === undefined) return undefined;
  const rest = document.text.slice(block.source.start, block.source.end);
  const length = /[\r\n]/u.exec(rest)?.index ?? rest.length;
  return sourceSpan(block.source.start, block.source.start + length);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
