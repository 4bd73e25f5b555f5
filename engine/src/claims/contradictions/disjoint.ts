import type { Terminology } from '../../terminology/terminology.js';

/** Sources of the concept that says that the two are never the same, where one does. */
export function disjointSources(a: string, b: string, terminology: Terminology): readonly string[] | undefined {
  const lineOf = (id: string) => [id, ...terminology.ancestors(id)];
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const id of lineOf(own)) {
      const concept = terminology.concept(id);
      if (concept?.disjointWith?.some((apart) => terminology.isA(other, apart)) === true) return concept.sources;
    }
  }
  return undefined;
}
