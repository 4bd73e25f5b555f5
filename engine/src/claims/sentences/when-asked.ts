/**
 * A list whose values are made when they are asked for.
 * @param valueOf is called each time
 */
export function whenAsked<T>(length: number, valueOf: (index: number) => T): readonly T[] {
  const list: T[] = [];
  for (let index = 0; index < length; index++) {
    Object.defineProperty(list, index, { enumerable: true, get: () => valueOf(index) });
  }
  return list;
}
