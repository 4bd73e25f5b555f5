import { defineRule } from './rule.js';

export default defineRule({
  id: 'misspelled-english',
  summary: 'A misspelled word of plain English, where `generalSpelling` is on.',
  rationale:
    'Most teams have a spelling checker for plain English, and two of them say everything twice. Where there is none, `"generalSpelling": true` lets Kossa look at all words. As with medical words, only what is near a common word is reported: names and new words are left alone.',
  category: 'spelling',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  needsSetting: 'generalSpelling',
  reads: 'section',
  yieldsTo: ['misspelled-term', 'eponym-form', 'wrong-word'],
  sources: [],
  messages: {
    one: '“{{written}}” is misspelled; is “{{right}}” meant?',
  },
  examples: [
    {
      text: 'Ask your doctor befour you start.',
      configuration: { generalSpelling: true },
      reports: ['befour'],
    },
    { text: 'Ask your doctor befour you start.', reports: [] },
  ],
  check(context) {
    for (const block of context.document.blocks) {
      for (const { kind, span, candidates } of block.misspellings) {
        if (kind !== 'english') continue;
        context.report({
          at: { block: block.index, span },
          message: 'one',
          data: { written: block.text.slice(span.start, span.end), right: candidates[0]!.text },
          fixes: candidates.map(({ text }) => ({ title: `Replace with \`${text}\``, grade: 'review', text })),
        });
      }
    }
  },
});
