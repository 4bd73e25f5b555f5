import type { Terminology } from '../../terminology/terminology.js';
import { oncePerConcept } from '../sentences/once-per-concept.js';

/** Whether a concept is, or is a kind of, what the terminology lists among the causes of one of the types. */
export const isCauseOfTypes = oncePerConcept((id: string, terminology: Terminology): boolean => {
  let listed = known.get(terminology);
  if (listed === undefined) known.set(terminology, (listed = causesOf(terminology)));
  return listed.has(id) || [...terminology.ancestors(id)].some((above) => listed.has(above));
});

const known = new WeakMap<Terminology, ReadonlySet<string>>();

function causesOf(terminology: Terminology): ReadonlySet<string> {
  const members = terminology.classifications.flatMap((classification) => classification.members);
  return new Set(
    members
      .flatMap(({ concepts }) => concepts)
      .flatMap((type) => terminology.facts(type, 'caused-by'))
      .flatMap((fact) => (fact.denied === true || fact.object === undefined ? [] : [fact.object])),
  );
}
