import type { Terminology } from '../../terminology/terminology.js';

/** What the terminology tells of a concept is found once, however many sentences name it. */
export function oncePerConcept<T extends NonNullable<unknown>>(
  find: (id: string, terminology: Terminology) => T,
): (id: string, terminology: Terminology) => T {
  const found = new WeakMap<Terminology, Map<string, T>>();
  return (id, terminology) => {
    let known = found.get(terminology);
    if (known === undefined) found.set(terminology, (known = new Map()));
    let own = known.get(id);
    if (own === undefined) known.set(id, (own = find(id, terminology)));
    return own;
  };
}
