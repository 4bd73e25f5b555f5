import type { Rule } from '../rules/rule.js';
import { overlaps } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * One place, one cause, one finding: where a rule yields to a more specific one and both report overlapping words,
 * only the more specific one speaks. Twice the same rule and words is once.
 */
export function resolveOverlaps(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byRule.get(finding.ruleId);
    if (own === undefined) byRule.set(finding.ruleId, [finding]);
    else own.push(finding);
  }
  const kept: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.span.start} ${finding.span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const stronger = yieldsTo.get(finding.ruleId) ?? [];
    const yields = stronger.some(
      (rule) => byRule.get(rule)?.some((other) => overlaps(other.span, finding.span)) === true,
    );
    if (!yields) kept.push(finding);
  }
  return kept;
}
