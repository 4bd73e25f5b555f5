import type { CompiledFact } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';

/** What the terminology says of where the types come from, under any of their names. */

/** A cause is listed for a type under any of its names, exactly or by a broader or narrower cause. */
export function isListedCause(type: string, cause: string, terminology: Terminology): boolean {
  return sameMember(type, terminology).some((id) =>
    (['caused-by', 'risk-factor', 'associated-with'] as const).some((relation) =>
      terminology
        .inheritedFacts(id, relation)
        .some(
          (fact) =>
            !fact.denied &&
            fact.object !== undefined &&
            (terminology.isA(cause, fact.object) || terminology.isA(fact.object, cause)),
        ),
    ),
  );
}

export function definingFact(type: string, cause: string, terminology: Terminology): CompiledFact | undefined {
  for (const id of sameMember(type, terminology)) {
    for (const fact of terminology.facts(id, 'caused-by')) {
      if (
        !fact.denied &&
        fact.standing === 'sourced' &&
        fact.object !== undefined &&
        terminology.isA(cause, fact.object)
      ) {
        return fact;
      }
    }
  }
  return undefined;
}

export function definesType(type: string, cause: string, terminology: Terminology): boolean {
  return definingFact(type, cause, terminology) !== undefined;
}

export function excludesCauses(type: string, terminology: Terminology): boolean {
  return sameMember(type, terminology).some((id) =>
    terminology.inheritedFacts(id, 'caused-by').some((fact) => fact.denied === true && fact.object === 'any'),
  );
}

/** The concepts that are one member of a classification: the type and the process of its name. */
export function sameMember(type: string, terminology: Terminology): readonly string[] {
  const place = terminology.memberOf(type);
  const member = place?.classification.members.find((other) => other.name === place.name);
  return member === undefined ? [type] : [type, ...member.concepts];
}

export function otherMember(type: string, is: (id: string) => boolean, terminology: Terminology): string | undefined {
  const place = terminology.memberOf(type);
  for (const member of place?.classification.members ?? []) {
    if (member.name === place!.name) continue;
    const id = member.concepts.find(is);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Of the types it is this one alone that is so: what follows a needle may be one of two. */
export function isHeldByTypeAlone(type: string, attribute: string, value: string, terminology: Terminology): boolean {
  const isHeld = (id: string) => terminology.holdsValue(id, attribute, value);
  return isHeld(type) && otherMember(type, isHeld, terminology) === undefined;
}
