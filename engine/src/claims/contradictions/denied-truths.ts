import type { CompiledFact } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { fromFact, isDisputed, type Contradiction } from './contradiction.js';

/** What is denied outright, and holds: it is as false as what is held against the facts. */
export function deniedTruth(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const { relation, subject, object, attribute, value } = claim;
  if (relation === 'is-a') return deniedMember(claim, terminology);
  if (subject.conceptId === undefined) return undefined;
  if (relation === 'has') {
    const held = terminology.heldAttribute(subject.conceptId, attribute ?? '');
    // Of several values some are only let pass: that necrosis is no blister is not false.
    if (held === undefined || held.values.length > 1 || held.values[0] !== value) return undefined;
    return { severity: held.severity, kind: 'denied', sources: held.sources, because: held.because };
  }
  const fact = terminology
    .inheritedFacts(subject.conceptId, relation as CompiledFact['relation'])
    .find(
      (one) =>
        one.denied !== true &&
        one.standing === 'sourced' &&
        one.object === object.conceptId &&
        (one.value === undefined || value === undefined || one.value === value),
    );
  return fact === undefined ? undefined : fromFact(fact, 'denied');
}

/** "Warfarin is not an anticoagulant." where sources say that it is one. */
function deniedMember({ subject, object }: Claim, terminology: Terminology): Contradiction | undefined {
  const closed = terminology.concept(object.conceptId ?? '')?.closed;
  if (subject.conceptId === undefined || closed === undefined || closed.byUse === true) return undefined;
  if (isDisputed(subject.conceptId, object.conceptId!, ['is-a', 'class'], terminology)) return undefined;
  const sources = sourcedPath(subject.conceptId, object.conceptId!, terminology);
  return sources === undefined ? undefined : { severity: 'error', kind: 'member', sources };
}

/** The sources of each step from a thing to a class that it belongs to; undefined where one has none. */
function sourcedPath(from: string, to: string, terminology: Terminology): readonly string[] | undefined {
  for (const relation of ['class', 'is-a'] as const) {
    for (const fact of terminology.facts(from, relation)) {
      if (fact.denied === true || fact.standing !== 'sourced' || fact.object === undefined) continue;
      if (fact.object === to) return fact.sources;
      const rest = sourcedPath(fact.object, to, terminology);
      if (rest !== undefined) return [...new Set([...fact.sources, ...rest])].slice(0, 3);
    }
  }
  return undefined;
}
