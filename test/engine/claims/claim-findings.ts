import { shippedEngine } from '../../rules/shipped-engine.js';

const CLAIM_RULES = new Set([
  'mislabeled-type',
  'mislabeled-class',
  'wrong-relation',
  'nonstandard-classification',
  'count-mismatch',
]);

/** What the rules that read claims report in the text as an error or a warning: the rule and the words. */
export function claimFindings(text: string): string[] {
  const { findings } = shippedEngine().lint(text, {
    configuration: { scope: 'always' },
    configured: true,
    language: 'markdown',
    today: '2026-01-15',
  });
  return findings
    .filter(({ ruleId, severity }) => CLAIM_RULES.has(ruleId) && (severity === 'error' || severity === 'warning'))
    .map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}
