import type { AnalyzedDocument } from '../document.js';
import { sourceSpan, type SourceSpan } from '../text/span.js';
import { defineRule, type Report } from './rule.js';
import { countSentences, gradeOf, isWord, sentencesOf, type CountedSentence } from './support/readability.js';

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
  reads: 'document',
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
    const counts = countSentences(document);
    const first = firstLine(document);
    const grade = gradeOf(counts);
    if (grade === undefined || first === undefined) return;
    const long = counts.longerThan(limit);
    const isHard = Math.round(grade * 10) / 10 > target;
    if (!isHard && long <= counts.sentences * (options['longShare'] as number)) return;
    const longest = longestOf(sentencesOf(document));
    report({
      at: { source: first },
      message: isHard ? 'grade' : 'long',
      data: {
        grade: grade.toFixed(1),
        target,
        long,
        sentences: counts.sentences,
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

/** The three longest, the longest first, of those alike the first in the text. */
function longestOf(sentences: readonly CountedSentence[]): CountedSentence[] {
  const longest: CountedSentence[] = [];
  for (const sentence of sentences) {
    if (longest.length === 3 && sentence.words <= longest[2]!.words) continue;
    longest.splice(longest.findLastIndex(({ words }) => words >= sentence.words) + 1, 0, sentence);
    longest.length = Math.min(3, longest.length);
  }
  return longest;
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
