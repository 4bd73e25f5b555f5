import type { CompiledClassification } from '../../terminology/compiled.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { SentenceElements } from '../sentences/elements.js';

/** The form of what is read from the whole of a statement: no word of it is of another thing. */
export const WHOLE_STATEMENT = 'whole statement';

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

/** The writer counts a thing among the types that are told apart by their cause, with the words between two elements. */
export function typeByCauseClaim(
  { elements, block }: SentenceElements,
  subject: ClaimParty,
  [from, to]: readonly [from: number, to: number],
  classification: CompiledClassification,
  form: string,
): Claim {
  const span = proseSpan(elements[from]!.span.start, elements[to - 1]!.span.end);
  const object = { conceptId: classification.of[0]!, text: '', block: block.index, span };
  return { ...classClaim(subject, object, { block: block.index, span, form }), value: 'type-by-cause' };
}

/** The form of what one cell tells of the type that another cell of its row names. */
export const NAMED_IN_ROW = 'named in its row';
/** Forms in which a class is taken for granted: also in a question, and whatever else is said of its members. */
export const TAKEN_FOR_GRANTED: ReadonlySet<string> = new Set([
  'such as',
  'such as, in a list',
  'and other',
  NAMED_IN_ROW,
  'as a',
  'in the order named',
  'kin of a class',
]);
