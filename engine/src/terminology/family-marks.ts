/** In a phrase that stands in parts, "hold … back": a few words may stand there. */
export const GAP = '…';

const MARK = /^<[a-z]+(?:-[a-z]+)*>$/u;

/** Whether a place of a phrase names a family of words: "<keep>". */
export function isFamilyMark(words: string): boolean {
  return MARK.test(words);
}
