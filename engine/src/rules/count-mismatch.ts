import { defineRule } from './rule.js';

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export default defineRule({
  id: 'count-mismatch',
  summary: 'A number of types that is not the number of types named.',
  rationale: '“Three types: a, b, c and d” leaves the reader to guess whether the number or the list is wrong.',
  category: 'claims',
  severity: 'error',
  severities: ['error'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['reiter2011'],
  messages: { mismatch: '“{{number}}”, but {{named}} are named: {{names}}.' },
  examples: [
    {
      text: 'There are three types of calcinosis cutis: dystrophic, metastatic, iatrogenic, and idiopathic.',
      reports: ['three types'],
    },
    {
      text: 'There are four types of calcinosis cutis: dystrophic, metastatic, iatrogenic, and idiopathic.',
      reports: [],
    },
  ],
  check({ document, report }) {
    for (const division of document.divisions) {
      if (
        division.attribution !== 'writer' ||
        division.number === undefined ||
        division.numberSpan === undefined ||
        !division.complete
      ) {
        continue;
      }
      const named = division.members;
      if (named.length < 2 || named.length === division.number) continue;
      // A list with items that were not understood may hold a type more, or none.
      if (named.some((member) => member.is === 'unknown')) continue;
      // Fewer names in the sentence than the number says may be the first of a longer text: only a list is complete.
      if (
        named.length < division.number &&
        !division.fromList &&
        !document.blocks[division.block]!.text.includes(' and ')
      ) {
        continue;
      }
      const block = document.blocks[division.block]!;
      const written = block.text.slice(division.numberSpan.start, division.numberSpan.end);
      const right = NUMBER_WORDS[named.length] ?? String(named.length);
      const first = /^\S+/u.exec(written)![0];
      const text = /^\d/u.test(first)
        ? String(named.length)
        : /^\p{Lu}/u.test(first)
          ? right.charAt(0).toUpperCase() + right.slice(1)
          : right;
      report({
        at: { block: division.block, span: division.numberSpan },
        message: 'mismatch',
        data: {
          number: written,
          named: NUMBER_WORDS[named.length] ?? named.length,
          names: named.map((member) => member.name).join(', '),
        },
        conceptId: division.of,
        fixes: [
          {
            title: `Write \`${text}\` if the list is right`,
            grade: 'review',
            text: text + written.slice(first.length),
          },
        ],
      });
    }
  },
});
