import type { ClauseContent } from './sentences/clause-content.js';
import { Role } from './sentences/concept-roles.js';
import { Word } from './sentences/word-lists.js';

/**
 * What the readers cannot do without, by what stands in a clause: each is a condition that every claim of its reader
 * meets, so that a reader that is not asked would have read nothing.
 */

/** Nothing is said to be of a class where none is named. */
export function namesClass({ roles }: ClauseContent): boolean {
  return (roles & Role.class) !== 0;
}

/** A class of medicines, which one of the clause or of the sentence before belongs to. */
export function namesDrugClass({ roles }: ClauseContent): boolean {
  return (roles & Role.drugClass) !== 0;
}

/** A medicine, or the class of one that was named before. */
export function namesDrugOrClass({ roles }: ClauseContent): boolean {
  return (roles & (Role.drug | Role.drugClass)) !== 0;
}

export function namesDrug({ roles }: ClauseContent): boolean {
  return (roles & Role.drug) !== 0;
}

/** A disease, and a word for the group that it is put into. */
export function belongsWithDiseases({ roles, words }: ClauseContent): boolean {
  return (roles & Role.condition) !== 0 && (words & Word.type) !== 0;
}

/** A type, or a word for types. */
export function speaksOfTypes({ roles, words }: ClauseContent): boolean {
  return (roles & Role.type) !== 0 || (words & Word.type) !== 0;
}

/** A level, a tissue, or a cause with what says that it is one. */
export function namesCause({ roles, words }: ClauseContent): boolean {
  if ((roles & Role.phrase) !== 0) return true;
  if ((roles & Role.cause) === 0) return false;
  return (words & Word.cause) !== 0 || ((roles & Role.type) !== 0 && (words & Word.label) !== 0);
}

/** A type, or a cause that is linked to one that is carried on, or stands in an order. */
export function pairsCauseAndType(
  { roles, words }: ClauseContent,
  sentence: ClauseContent,
  carriesType: () => boolean,
): boolean {
  if ((roles & Role.type) !== 0) return true;
  if ((roles & Role.causeOfTypes) === 0 || (words & Word.link) === 0) return false;
  return (sentence.words & Word.order) !== 0 || carriesType();
}

/** A cause behind a label. */
export function labelsCause({ roles, words }: ClauseContent): boolean {
  return (roles & Role.causeOfTypes) !== 0 && (words & Word.label) !== 0;
}

/** A type that a state can be said of: named in the clause, or carried on. */
export function statesOfType({ roles }: ClauseContent, carriesType: () => boolean): boolean {
  return (roles & (Role.type | Role.typeInPhrase)) !== 0 || carriesType();
}

/** A verb and a concept, a bracket behind a concept, or a level under a condition. */
export function relates(clause: ClauseContent, sentence: ClauseContent): boolean {
  if ((sentence.words & Word.condition) !== 0 && (sentence.roles & Role.phrase) !== 0) return true;
  if ((sentence.roles & Role.concept) === 0) return false;
  return (clause.words & (Word.relation | Word.bracket)) !== 0;
}

/** A phrase that states a level, or a finding that is one by its name. */
export function mayNameLevel({ roles }: ClauseContent): boolean {
  return (roles & (Role.phrase | Role.cause)) !== 0;
}
