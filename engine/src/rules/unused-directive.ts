import type { Suppression } from '../directives/directives.js';
import type { SourceSpan } from '../text/span.js';
import { sourceSpan } from '../text/span.js';
import { defineRule, type EarlierRules, type ReportFix } from './rule.js';

export default defineRule({
  id: 'unused-directive',
  summary: 'A comment that switches rules off where they have nothing to report.',
  rationale:
    'A directive that outlives what it was written for hides the next fault at its place. It is told of rules that have looked at the whole file and found nothing there, and of no others.',
  category: 'directives',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'document',
  sources: [],
  messages: {
    all: 'No rule has anything to report here: this directive suppresses nothing.',
    named: '{{rules}}: nothing to report here, so this directive suppresses nothing.',
    partly: '{{rules}}: nothing to report here, so this part of the directive suppresses nothing.',
  },
  examples: [
    {
      text: 'Take it daily. <!-- kossa-disable-line eponym-form -->',
      reports: ['<!-- kossa-disable-line eponym-form -->'],
    },
    { text: 'It is Pagets disease. <!-- kossa-disable-line eponym-form -->', reports: [] },
  ],
  check({ document, ruleIds, earlier, report }) {
    const starts = startsByRule(earlier);
    for (const { comment, suppressions } of byComment(document.directives.suppressions)) {
      const named = namedRules(suppressions, ruleIds);
      if (named === 'none') {
        // "Leave this file alone" is said for good.
        const isForFile = suppressions.some(({ span }) => span.start === 0 && span.end === document.text.length);
        if (isForFile || earlier.unheard.size > 0 || ruleIds.some((id) => isNeeded(id, suppressions, starts))) continue;
        report({ at: { source: comment }, message: 'all', fixes: [removal(comment, document.text)] });
        continue;
      }
      const unused = named.filter((id) => earlier.finished.has(id) && !isNeeded(id, suppressions, starts));
      if (unused.length === 0) continue;
      const rules = unused.join(', ');
      const isWhole = unused.length === named.length;
      report({
        at: { source: comment },
        message: isWhole ? 'named' : 'partly',
        data: { rules },
        fixes: [
          isWhole ? removal(comment, document.text) : { title: `Take ${rules} out of the directive`, grade: 'manual' },
        ],
      });
    }
  },
});

type Starts = ReadonlyMap<string, readonly number[]>;

function isNeeded(id: string, suppressions: readonly Suppression[], starts: Starts): boolean {
  return suppressions.some(
    ({ rules, span }) => (rules === 'all' || rules.includes(id)) && hasStartIn(starts.get(id), span),
  );
}

/** Offsets at which each rule reports, in order. */
function startsByRule({ findings }: EarlierRules): Starts {
  const starts = new Map<string, number[]>();
  for (const { ruleId, span } of findings) {
    const own = starts.get(ruleId);
    if (own === undefined) starts.set(ruleId, [span.start]);
    else own.push(span.start);
  }
  for (const own of starts.values()) own.sort((a, b) => a - b);
  return starts;
}

function hasStartIn(starts: readonly number[] | undefined, { start, end }: SourceSpan): boolean {
  if (starts === undefined) return false;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && starts[low]! < end;
}

/** A `kossa-disable` whose rules are enabled again one by one has several ranges. */
function byComment(
  suppressions: readonly Suppression[],
): readonly { readonly comment: SourceSpan; readonly suppressions: readonly Suppression[] }[] {
  const groups = new Map<number, { comment: SourceSpan; suppressions: Suppression[] }>();
  for (const suppression of suppressions) {
    const group = groups.get(suppression.comment.start);
    if (group === undefined) {
      groups.set(suppression.comment.start, { comment: suppression.comment, suppressions: [suppression] });
    } else group.suppressions.push(suppression);
  }
  return [...groups.values()];
}

/** The rules that a directive names; a `kossa-disable` without names has all of them, in one range or in several. */
function namedRules(suppressions: readonly Suppression[], ruleIds: readonly string[]): 'none' | readonly string[] {
  const rules = new Set<string>();
  for (const suppression of suppressions) {
    if (suppression.rules === 'all') return 'none';
    for (const rule of suppression.rules) rules.add(rule);
  }
  return rules.size === ruleIds.length ? 'none' : [...rules];
}

/** With the spaces before it where it ends a line. An empty line stays where it had a line of its own: it may part paragraphs. */
function removal(comment: SourceSpan, text: string): ReportFix {
  const endsLine = /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(comment.end, comment.end + 200));
  let start = comment.start;
  while (endsLine && start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return {
    title: 'Take the directive out',
    grade: 'review',
    edits: [{ at: { source: sourceSpan(start, comment.end) }, text: '' }],
  };
}
