import type { Claim, ClaimParty } from './claim.js';

/** The writer says of a thing that it is of a class. */
export function classClaim(
  subject: ClaimParty,
  object: ClaimParty,
  where: Pick<Claim, 'block' | 'span' | 'form'>,
): Claim {
  return {
    relation: 'is-a',
    subject,
    object,
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    ...where,
  };
}
