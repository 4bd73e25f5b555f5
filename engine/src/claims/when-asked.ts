/**
 * A list whose values are made when they are first asked for.
 * @param asked is told the index of each value that is asked for, each time
 */
export function whenAsked<T>(makers: readonly (() => T)[], asked: (index: number) => void): readonly T[] {
  const made: T[] = [];
  const list: T[] = [];
  for (const [index, make] of makers.entries()) {
    Object.defineProperty(list, index, {
      enumerable: true,
      get: () => {
        asked(index);
        return (made[index] ??= make());
      },
    });
  }
  return list;
}
