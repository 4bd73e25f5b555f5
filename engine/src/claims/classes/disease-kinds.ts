import type { Terminology } from '../../terminology/terminology.js';
import type { Element } from '../sentences/elements.js';

/** "infection", "autoimmune disease": a kind of diseases, of which the terminology says what belongs to it. */
export function isKindOfDiseases({ mention }: Pick<Element, 'mention'>, terminology: Terminology): boolean {
  if (mention?.conceptId === undefined) return false;
  const concept = terminology.concept(mention.conceptId);
  return concept?.kind === 'disease' && (concept.closed !== undefined || isDeniedKind(concept.id, terminology));
}

/** "lupus", "gout": a disease that is no kind of diseases, though calcinosis may be said to be none of it. */
export function isDisease(element: Pick<Element, 'mention'>, terminology: Terminology): boolean {
  const id = element.mention?.conceptId;
  if (id === undefined || terminology.concept(id)?.kind !== 'disease') return false;
  if (!isKindOfDiseases(element, terminology)) return true;
  return terminology.concept(id)!.closed === undefined && terminology.facts(id, 'is-a').some(({ denied }) => !denied);
}

/** Some condition is said not to be of this kind. */
function isDeniedKind(id: string, terminology: Terminology): boolean {
  let kinds = deniedKinds.get(terminology);
  if (kinds === undefined) {
    kinds = new Set(
      terminology.compiled.concepts.flatMap((concept) =>
        terminology
          .facts(concept.id, 'is-a')
          .flatMap((fact) => (fact.denied === true && fact.object !== undefined ? [fact.object] : [])),
      ),
    );
    deniedKinds.set(terminology, kinds);
  }
  return kinds.has(id);
}

const deniedKinds = new WeakMap<Terminology, ReadonlySet<string>>();
