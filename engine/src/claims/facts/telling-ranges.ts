import type { PhrasePlaces } from '../../terminology/terminology.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import type { SentenceElements } from '../sentences/elements.js';
import { endOfParts, firstWordsOf } from '../phrases/phrase-openings.js';

export type Tokens = SentenceElements['block']['tokens'];

/** Tokens from one index up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the parts stand: the first one at a token, each other one as near to it as it does. */
export function rangesOf(
  parts: readonly PhrasePlaces[],
  tokens: Tokens,
  at: number,
  first: number,
  end: number,
): readonly Range[] | undefined {
  const to = matchPlaces(tokens, parts[0]!, at, end);
  if (to <= at) return undefined;
  const ranges: Range[] = [{ from: at, to }];
  for (const part of parts.slice(1)) {
    const opens = firstWordsOf(part);
    let best: Range | undefined;
    for (let token = first; token < end; token++) {
      if (!opens.has(tokens[token]!.norm) || ranges.some((range) => range.from <= token && token < range.to)) continue;
      const behind = matchPlaces(tokens, part, token, end);
      if (behind <= token) continue;
      if (best === undefined || Math.abs(token - at) < Math.abs(best.from - at)) best = { from: token, to: behind };
    }
    if (best === undefined) return undefined;
    ranges.push(best);
  }
  return ranges;
}

export function isWithin(range: Range, others: readonly Range[]): boolean {
  return others.some(({ from, to }) => from <= range.from && range.to <= to);
}

/** Index behind the first of several phrases that stands between two tokens, or -1. */
export function endOfAny(phrases: readonly PhrasePlaces[], tokens: Tokens, from: number, to: number): number {
  for (const phrase of phrases) {
    const found = endOfParts([phrase], tokens, from, to);
    if (found >= 0) return found;
  }
  return -1;
}
