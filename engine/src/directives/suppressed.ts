import type { Suppression } from './directives.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The ranges in which each rule is silent, ready to be asked for any number of findings. */
export class SuppressedRanges {
  readonly #byRule = new Map<string, readonly Range[]>();

  constructor(suppressions: readonly Suppression[]) {
    const all = new Map<string, Range[]>();
    for (const { rules, span } of suppressions) {
      for (const rule of rules === 'all' ? [EVERY_RULE] : rules) {
        const own = all.get(rule);
        if (own === undefined) all.set(rule, [span]);
        else own.push(span);
      }
    }
    for (const [rule, ranges] of all) this.#byRule.set(rule, joined(ranges));
  }

  /** @param offset where a finding of the rule starts */
  has(rule: string, offset: number): boolean {
    return isIn(this.#byRule.get(rule), offset) || isIn(this.#byRule.get(EVERY_RULE), offset);
  }
}

/** No rule has this id. */
const EVERY_RULE = '*';

/** The same ranges in order, without overlaps. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else if (range.end > last.end) result[result.length - 1] = { start: last.start, end: range.end };
  }
  return result;
}

function isIn(ranges: readonly Range[] | undefined, offset: number): boolean {
  if (ranges === undefined) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]!.start <= offset;
}
