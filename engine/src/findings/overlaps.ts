import type { Rule } from '../rules/rule.js';
import type { SourceSpan } from '../text/span.js';
import type { Finding } from './finding.js';

/**
 * One place, one cause, one finding: where a rule yields to a more specific one and both report overlapping words,
 * only the more specific one speaks. Twice the same rule and words is once.
 */
export function resolveOverlaps(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  const places = new Map<string, Places>();
  const placesOf = (ruleId: string): Places => {
    const known = places.get(ruleId) ?? new Places(findings.filter((finding) => finding.ruleId === ruleId));
    places.set(ruleId, known);
    return known;
  };
  const kept: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.span.start} ${finding.span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const stronger = yieldsTo.get(finding.ruleId) ?? [];
    if (!stronger.some((ruleId) => placesOf(ruleId).overlap(finding.span))) kept.push(finding);
  }
  return kept;
}

/** Where one rule reports, ready to be asked for any number of places. */
class Places {
  readonly #spans: readonly SourceSpan[];
  /** For each span the furthest end of it and of those before it. */
  readonly #furthest: number[] = [];

  constructor(findings: readonly Finding[]) {
    this.#spans = findings.map(({ span }) => span).sort((a, b) => a.start - b.start);
    let furthest = 0;
    for (const { end } of this.#spans) this.#furthest.push((furthest = Math.max(furthest, end)));
  }

  overlap({ start, end }: SourceSpan): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#furthest[low - 1]! > start;
  }
}
