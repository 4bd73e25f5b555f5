import type { Terminology } from '../terminology/terminology.js';
import { OF_PEOPLE } from './cause-in-clause-words.js';
import { CAUSE_KINDS, CONDITION_KINDS } from './cause-words.js';
import { CLASS_KINDS, SUBJECT_KINDS } from './class-words.js';
import { isCauseOfTypes } from './type-causes.js';

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
  /** Its levels or its tissue tell it apart. */
  typed: 1 << 10,
  /** No concept: a phrase that states a level, a tissue or that no cause is known. */
  phrase: 1 << 11,
  /** A type that is named inside of such a phrase. */
  typeInPhrase: 1 << 12,
} as const;

/** The roles of a concept, found once for each. */
export function rolesOf(id: string, terminology: Terminology): number {
  let roles = known.get(terminology);
  if (roles === undefined) known.set(terminology, (roles = new Map()));
  let own = roles.get(id);
  if (own === undefined) roles.set(id, (own = findRoles(id, terminology)));
  return own;
}

const known = new WeakMap<Terminology, Map<string, number>>();

function findRoles(id: string, terminology: Terminology): number {
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
  if (terminology.classifications.some(({ of }) => of.some((whole) => terminology.isA(id, whole))))
    roles |= Role.divided;
  if (CONDITION_KINDS.has(kind)) roles |= Role.condition;
  if (isCause) roles |= Role.cause;
  if (isCause && !isType && (OF_PEOPLE.has(kind) || isCauseOfTypes(id, terminology))) roles |= Role.causeOfTypes;
  if (CONDITION_KINDS.has(kind) && STATES.some((relation) => terminology.facts(id, relation).length > 0)) {
    roles |= Role.typed;
  }
  return roles;
}

const STATES = ['level', 'tissue'] as const;
