import type { CompiledFact } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { GIVEN, type Claim } from '../claim.js';
import { fromFact, rather, type Contradiction } from './contradiction.js';

/** Whether a blood level that is stated can be that of its subject. */
export function levelContradiction(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  if (subject === undefined) return undefined;
  const analytes =
    claim.analyte === 'both' || claim.analyte === 'either'
      ? (['calcium', 'phosphate'] as const)
      : claim.analyte === undefined
        ? []
        : [claim.analyte];
  // A description that ends with a name is of a type by what it usually is.
  const isDescription = DESCRIPTIONS.has(claim.form);
  const verdicts = analytes.map((analyte) => {
    const fact = levelFact(subject, analyte, terminology);
    if (fact === undefined) return undefined;
    const value = isDescription && fact.value === 'usually-normal' ? 'normal' : fact.value!;
    return { fact, contradicted: contradictsLevel(value, claim.value!) };
  });
  const known = verdicts.filter((verdict) => verdict !== undefined);
  if (known.length === 0) return undefined;
  // "Calcium and phosphate are normal" contradicts a type where either must be abnormal; "calcium is normal" does not.
  if (claim.value === 'normal' && known.some((verdict) => verdict.fact.value === 'high-or-abnormal')) {
    return claim.analyte === 'both' && known.length === 2 ? fromFact(known[0]!.fact, 'level') : undefined;
  }
  const contradicted = known.filter((verdict) => verdict.contradicted);
  // "Calcium or phosphate is high" is contradicted only where neither can be, and so is "blood levels are low".
  const isEither = claim.analyte === 'either' || (claim.analyte === 'both' && !NAMES_TWO.test(claim.object.text));
  const enough = isEither ? contradicted.length === analytes.length : contradicted.length > 0;
  if (enough) {
    return {
      ...fromFact(contradicted[0]!.fact, 'level'),
      ...(contradicted[0]!.fact.value === 'usually-normal' ? { severity: 'warning' as const } : {}),
      ...rather(otherMemberWithLevel(subject, claim, terminology)),
    };
  }
  // "… when the levels of calcium and phosphate are too high": either is enough.
  const needsEither = known.length === 2 && known.every((verdict) => verdict.fact.value === 'high-or-abnormal');
  if (
    needsEither &&
    !isDescription &&
    claim.analyte === 'both' &&
    claim.value === 'high' &&
    !claim.form.startsWith('state') &&
    !NAMES_ONE.test(claim.object.text)
  ) {
    return { ...fromFact(known[0]!.fact, 'both-levels'), severity: 'warning' };
  }
  return undefined;
}

/** How claims are named that say of a type what describes it before it is named. */
export const NAMED = 'named after its description';
const DESCRIPTIONS = new Set([NAMED, GIVEN]);

/** "Blood levels" names none of them. */
const NAMES_TWO = /(?<!\p{L})(?:and|both)(?!\p{L})|[,&/+]/iu;
const NAMES_ONE = /\bor\b/u;

/**
 * Of the words of a level those that decide whether it contradicts something: "and", "or", "and or", or none. They stand
 * for all texts that are judged as they are.
 */
export function levelTextThatCounts(analyte: Claim['analyte'], text: string): string {
  if (analyte !== 'both') return '';
  const one = NAMES_ONE.test(text) ? 'or' : '';
  if (!NAMES_TWO.test(text)) return one;
  return one === '' ? 'and' : 'and or';
}

export function levelFact(concept: string, analyte: string, terminology: Terminology): CompiledFact | undefined {
  return terminology
    .inheritedFacts(concept, 'level')
    .find((fact) => fact.analyte === analyte && !fact.denied && fact.standing === 'sourced');
}

export function contradictsLevel(fact: string, claimed: string): boolean {
  switch (fact) {
    case 'normal':
      return claimed === 'high' || claimed === 'low' || claimed === 'abnormal';
    case 'high':
      return claimed === 'low' || claimed === 'normal';
    case 'low':
      return claimed === 'high' || claimed === 'normal';
    case 'normal-or-low':
    case 'low-or-normal':
      return claimed === 'high';
    case 'normal-or-high':
      return claimed === 'low';
    default:
      return false;
  }
}

function otherMemberWithLevel(concept: string, claim: Claim, terminology: Terminology): string | undefined {
  const place = terminology.memberOf(concept);
  if (place === undefined || (claim.value !== 'high' && claim.value !== 'abnormal')) return undefined;
  const analyte = claim.analyte === 'phosphate' ? 'phosphate' : 'calcium';
  for (const member of place.classification.members) {
    const id = member.concepts[0]!;
    if (member.name !== place.name && levelFact(id, analyte, terminology)?.value === 'high-or-abnormal') return id;
  }
  return undefined;
}
