import type { Mention } from '../../mentions/mention.js';
import { isHyphen } from '../../language/tokenize.js';
import { GAP } from '../../terminology/family-marks.js';
import { waysFrom } from '../../terminology/phrase-words.js';
import type { Token } from '../../language/token.js';
import type { PhrasePlaces, Terminology } from '../../terminology/terminology.js';

/** Index after the words that fill a phrase from a token on, or -1. */
export function matchPlaces(
  tokens: readonly Token[],
  places: PhrasePlaces,
  at: number,
  end: number,
  place = 0,
): number {
  if (place === places.length) return at;
  // A hyphen may stand before the words.
  const first = at < end ? tokens[at]!.norm : '';
  for (const words of first === '' ? places[place]! : waysFrom(places[place]!, first)) {
    const next = matchWordsAt(tokens, words, at, end);
    const rest = next < 0 ? -1 : matchPlaces(tokens, places, next, end, place + 1);
    if (rest >= 0) return rest;
  }
  return -1;
}

function matchWordsAt(tokens: readonly Token[], words: readonly string[], at: number, end: number): number {
  let next = at;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === GAP) {
      next = endOfGap(tokens, words[index + 1]!, next, end);
      if (next < 0) return -1;
      continue;
    }
    // Hyphens do not part a phrase: "X-rays", "life-threatening".
    while (next < end && isHyphen(tokens[next]!.text) && tokens[next]!.glued) next++;
    if (next >= end || tokens[next]!.norm !== word) return -1;
    next++;
  }
  return next;
}

/** "hold the phosphate back": where the word stands that goes on behind a few others, or -1. */
function endOfGap(tokens: readonly Token[], word: string, at: number, end: number): number {
  for (let next = at; next < Math.min(at + LONGEST_GAP + 1, end); next++) {
    const { norm, text } = tokens[next]!;
    if (norm === word) return next;
    if ((norm === '' && !isHyphen(text)) || PARTS.has(norm)) return -1;
  }
  return -1;
}

/** Whether the words that were found have others between them that are none of the phrase: "hold the phosphate back". */
export function standsApart(tokens: readonly Token[], places: PhrasePlaces, from: number, to: number): boolean {
  const first = tokens[from]!.norm;
  const last = tokens[to - 1]!.norm;
  return places.some((place) =>
    place.some((words) => words[0] === first && words[words.length - 1] === last && words.includes(GAP)),
  );
}

/** In words. */
const LONGEST_GAP = 4;
const PARTS = new Set(
  'and or but that which who so if when while to by from for with not up down out off away back over'.split(' '),
);

/** "blocks the effect of a calcium channel blocker": the words belong to the name of a class. */
export function cutsClass(mentions: readonly Mention[], end: number, terminology: Terminology): boolean {
  return mentions.some(
    ({ firstToken, endToken, conceptId }) =>
      // "calcium salts" is of two words, one of which tells what a deposit is.
      endToken - firstToken > 2 &&
      firstToken < end &&
      end < endToken &&
      terminology.concept(conceptId ?? '')?.kind === 'drug-class',
  );
}

/** Whether tokens lie in a longer mention of one of the concepts: "thyroid" in "thyroid hormone". */
export function liesInLongerName(
  mentions: readonly Mention[],
  from: number,
  to: number,
  counts: (conceptId: string) => boolean,
): boolean {
  return mentions.some(
    ({ conceptId, firstToken, endToken }) =>
      conceptId !== undefined &&
      firstToken <= from &&
      to <= endToken &&
      endToken - firstToken > to - from &&
      counts(conceptId),
  );
}

/** Whether they end in the middle of one: "in kidney" of "in kidney failure". */
export function cutsName(
  mentions: readonly Mention[],
  from: number,
  to: number,
  counts: (conceptId: string) => boolean,
): boolean {
  return mentions.some(
    ({ conceptId, firstToken, endToken }) =>
      conceptId !== undefined && from < firstToken && firstToken < to && to < endToken && counts(conceptId),
  );
}
