/** Lists of words as one map, so that a text is asked once for each of its words which of the lists they are in. */
export function wordBits(
  lists: readonly (readonly [bit: number, words: Iterable<string>])[],
): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, words] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
}
