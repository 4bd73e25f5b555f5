import type { DirectiveProblem } from '../directives/directives.js';
import { defineRule, type ReportFix } from './rule.js';

type MessageId = DirectiveProblem['kind'] | 'front-matter' | 'unknown-rule-near' | 'unknown-directive-near';

export default defineRule<MessageId>({
  id: 'invalid-directive',
  summary: 'A comment to Kossa that does not do what its writer meant.',
  rationale:
    'A directive with a mistyped rule suppresses nothing, and one that is never closed suppresses more than was meant. Both look as if they worked.',
  category: 'directives',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'document',
  sources: [],
  messages: {
    'unknown-rule': 'There is no rule “{{text}}”: this directive does nothing for it.',
    'unknown-rule-near': 'There is no rule “{{text}}”: did you mean “{{nearest}}”?',
    'unknown-directive': 'There is no directive “{{text}}”.',
    'unknown-directive-near': 'There is no directive “{{text}}”: did you mean “{{nearest}}”?',
    malformed:
      '“{{text}}” cannot be read: a directive is closed, its name is followed by a space, and its quotation marks come in pairs.',
    'front-matter': '“kossa” in the front matter is true or false: false switches the file off.',
    unclosed:
      '“{{text}}” is never followed by its “kossa-enable”: the rules stay off to the end of the file. For the whole file write “kossa-disable-file”.',
    'nothing-to-enable':
      'There is nothing to enable here: no “kossa-disable” of the same rules is open before “{{text}}”.',
    'empty-allow': '“{{text}}” names nothing: write the words to allow, with commas between them.',
  },
  examples: [
    { text: '<!-- kossa-disable-line avoided-terms -->', reports: ['avoided-terms'] },
    { text: '<!-- kossa-disable-line avoided-term -->', reports: [] },
  ],
  check({ document, report }) {
    for (const problem of document.directives.problems) {
      report({
        at: { source: problem.span },
        message: messageOf(problem),
        data: { text: problem.text, nearest: problem.nearest ?? '' },
        fixes: fixesOf(problem),
      });
    }
  },
});

function messageOf(problem: DirectiveProblem): MessageId {
  if (problem.kind === 'malformed' && problem.text === 'kossa') return 'front-matter';
  if (problem.nearest === undefined) return problem.kind;
  if (problem.kind === 'unknown-rule') return 'unknown-rule-near';
  return problem.kind === 'unknown-directive' ? 'unknown-directive-near' : problem.kind;
}

function fixesOf({ nearest }: DirectiveProblem): ReportFix[] {
  return nearest === undefined ? [] : [{ title: `Replace with \`${nearest}\``, grade: 'review', text: nearest }];
}
