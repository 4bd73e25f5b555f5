import type { Rule } from '../rules/rule.js';
import { overlaps } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * One place, one cause, one finding: where a rule yields to a more specific one and both report overlapping words,
 * only the more specific one speaks. Twice the same rule and words is once.
 */
export function resolveOverlaps(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  const kept: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.span.start} ${finding.span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const stronger = yieldsTo.get(finding.ruleId) ?? [];
    const yields =
      stronger.length > 0 &&
      findings.some((other) => stronger.includes(other.ruleId) && overlaps(other.span, finding.span));
    if (!yields) kept.push(finding);
  }
  return kept;
}
