import type { Terminology } from '../../terminology/terminology.js';
import { excludesCauses, isListedCause } from './causes-of-types.js';
import type { Claim } from '../claim.js';
import { contradictionOf } from './contradiction.js';
import { levelFact } from './level-contradiction.js';

/**
 * Whether a statement is known to hold of another thing than the one that it was read of: of that other thing a fact
 * says so. That nothing speaks against it is not enough, or everything that is named near would do.
 */
export function holdsOf(claim: Claim, id: string, terminology: Terminology): boolean {
  const own = claim.subject.conceptId;
  if (own === undefined || id === own || terminology.isA(id, own) || terminology.isA(own, id)) return false;
  if (!isKnownOf(claim, id, terminology)) return false;
  const turned: Claim = { ...claim, subject: { ...claim.subject, conceptId: id }, attribution: 'writer' };
  return contradictionOf(turned, terminology) === undefined;
}

/** Whether a fact says the same of a thing, whoever the claim is of. */
export function isKnownOf(claim: Claim, id: string, terminology: Terminology): boolean {
  const { relation, attribute, value, object } = claim;
  switch (relation) {
    case 'has':
      return terminology.heldAttribute(id, attribute ?? '')?.values.includes(value ?? '') === true;
    case 'is-a':
      return id !== object.conceptId && object.conceptId !== undefined && terminology.isA(id, object.conceptId);
    case 'level':
      return levelFact(id, claim.analyte === 'phosphate' ? 'phosphate' : 'calcium', terminology) !== undefined;
    case 'tissue':
      return terminology.inheritedFacts(id, 'tissue').some((fact) => !fact.denied && fact.value === value);
    case 'unknown-cause':
      return terminology.memberOf(id) !== undefined && excludesCauses(id, terminology) === (value !== 'known');
    case 'caused-by':
    case 'associated-with':
      return terminology.memberOf(id) !== undefined && isListedCause(id, object.conceptId ?? '', terminology);
    case 'made-by':
    case 'does':
    case 'located-in':
    case 'treats':
      return terminology
        .inheritedFacts(id, relation)
        .some(
          (fact) =>
            !fact.denied &&
            (fact.object === undefined || fact.object === object.conceptId || fact.object === value) &&
            (fact.value === undefined || value === undefined || fact.value === value),
        );
    default:
      return false;
  }
}
