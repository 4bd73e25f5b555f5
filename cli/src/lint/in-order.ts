/**
 * Starts work on several items at once and hands the results over in the order of the items.
 * @param mayStart whether one more is started while others are under way
 * @param start must not reject
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  mayStart: (underWay: number) => boolean,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    while (underWay.length > 0 && !mayStart(underWay.length)) yield await underWay.shift()!;
    underWay.push(start(item));
  }
  while (underWay.length > 0) yield await underWay.shift()!;
}
