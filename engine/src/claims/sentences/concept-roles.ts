import type { Terminology } from '../../terminology/terminology.js';
import { OF_PEOPLE } from '../causes/cause-in-clause-words.js';
import { CAUSE_KINDS, CONDITION_KINDS } from '../causes/cause-words.js';
import { CLASS_KINDS, SUBJECT_KINDS } from '../classes/class-words.js';
import type { Element } from './elements.js';
import { oncePerConcept } from './once-per-concept.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/** What a concept can be in a statement, one bit each; a reader that needs one of them is not asked without it. */
export const Role = {
  /** Any concept at all. */
  concept: 1,
  /** Something that things are said to be. */
  class: 1 << 1,
  drug: 1 << 2,
  drugClass: 1 << 3,
  /** Something that is said to be of a class. */
  subject: 1 << 4,
  /** A member of a classification. */
  type: 1 << 5,
  /** What a classification divides, or a kind of it. */
  divided: 1 << 6,
  condition: 1 << 7,
  cause: 1 << 8,
  /** A cause that the types differ by, or a disease that a clause may call one. */
  causeOfTypes: 1 << 9,
  /** No concept: a phrase that states a level, a tissue or that no cause is known. */
  phrase: 1 << 10,
  /** A type that is named inside of such a phrase. */
  typeInPhrase: 1 << 11,
} as const;

/** The roles of a concept, found once for each. */
export const rolesOf = oncePerConcept((id: string, terminology: Terminology): number => {
  const concept = terminology.concept(id);
  if (concept === undefined) return Role.concept;
  const { kind } = concept;
  const isType = terminology.memberOf(id) !== undefined;
  const isCause = CAUSE_KINDS.has(kind);
  let roles: number = Role.concept;
  if (CLASS_KINDS.has(kind)) roles |= Role.class;
  if (kind === 'drug') roles |= Role.drug;
  if (kind === 'drug-class') roles |= Role.drugClass;
  if (SUBJECT_KINDS.has(kind)) roles |= Role.subject;
  if (isType) roles |= Role.type;
  if (terminology.classifications.some(({ of }) => of.some((whole) => terminology.isA(id, whole)))) {
    roles |= Role.divided;
  }
  if (CONDITION_KINDS.has(kind)) roles |= Role.condition;
  if (isCause) roles |= Role.cause;
  if (isCause && !isType && (OF_PEOPLE.has(kind) || isCauseOfTypes(id, terminology))) roles |= Role.causeOfTypes;
  return roles;
});

export function isDrug({ mention }: Element, terminology: Terminology): boolean {
  return mention?.conceptId !== undefined && (rolesOf(mention.conceptId, terminology) & Role.drug) !== 0;
}
