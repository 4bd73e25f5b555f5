/**
 * The name that a mistyped one most likely means: the nearest by edits (a swap of neighbours is one), where it is
 * near enough to be meant. Undefined where none is, or where two are equally near.
 */
export function nearestName<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  let nearest: Name | undefined;
  let least = Infinity;
  let tied = false;
  for (const name of names) {
    const distance = editDistance(written, name);
    if (distance < least) {
      least = distance;
      nearest = name;
      tied = false;
    } else if (distance === least) {
      tied = true;
    }
  }
  return tied || least > Math.max(2, Math.floor(written.length / 4)) ? undefined : nearest;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
