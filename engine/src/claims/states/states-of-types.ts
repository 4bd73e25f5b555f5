import { TYPE_WORDS } from '../sentences/lexicon.js';
import { backFrom, negationsIn, type State } from './state-readings.js';
import type { Unit } from './state-units.js';

/**
 * Whether a state is said of the type that a clause names: nothing between the two makes it an effect of the type, or
 * another condition's, and the type is not the one that is denied.
 */
export function isOfType(units: readonly Unit[], at: number, state: State): boolean {
  const between = units.slice(Math.min(at, state.to) + 1, Math.max(at, state.from));
  const isOther = (unit: Unit) => unit.isOther && !isRuledOut(units, unit);
  if (between.some(isOther) && at < state.from && !opensRelative(units, state.from)) return false;
  // "metastatic calcinosis: excluded, labs normal"
  const isRejected = between.some(({ kinds, part }) => kinds.has('excludes') && part !== units[state.from]!.part);
  if (between.length > 24 || isRejected || isDeniedType(units, at, state)) return false;
  return !(state.kind === 'tissue' && at < state.from && between.some(({ kinds }) => kinds.has('effect')));
}

/** "No metabolic disorder is found, and the phosphate is high": what is not there has no levels. */
function isRuledOut(units: readonly Unit[], unit: Unit): boolean {
  const at = units.indexOf(unit);
  const from = units.findIndex(({ part }) => part === unit.part);
  return negationsIn(units, from, at) > 0;
}

/** "not metastatic (calcium normal)", "Blood tests were normal, so the team ruled out the metastatic type" */
function isDeniedType(units: readonly Unit[], at: number, state: State): boolean {
  const from = units[at]!.part === units[state.to]!.part ? Math.max(at - 2, 0) : backFrom(units, at, 30);
  if (from <= state.to && state.from <= at) return false;
  if (units.slice(from, at).some(({ kinds }) => kinds.has('excludes'))) return true;
  // "Ca and PO4 within range, so metastatic calcinosis unlikely"
  if (state.to < at && units.slice(at + 1, at + 4).some(({ kinds }) => kinds.has('excludes'))) return true;
  // "Iatrogenic calcinosis is not a form for which no trigger can be found"
  const gap = at < state.from ? units.slice(at + 1, state.from + 1) : [];
  if (
    state.kind === 'unknown-cause' &&
    gap.some(
      ({ norm }, index) =>
        norm === 'not' &&
        gap[index - 1]?.norm === 'is' &&
        gap.slice(index + 1, index + 5).some((one) => TYPE_WORDS.has(one.norm)),
    )
  ) {
    return true;
  }
  // "but not by old scars, which belong with the dystrophic type"
  if (state.to < at && units[state.to + 1]?.mark === ',' && units[state.to + 2]?.norm === 'which') {
    return negationsIn(units, state.reach, state.from) > 0;
  }
  return units[at]!.part !== units[state.from]!.part && negationsIn(units, from, at) > 0;
}

/** ", in which the blood …" */
function opensRelative(units: readonly Unit[], from: number): boolean {
  const start = backFrom(units, from, 10);
  return units.slice(Math.max(0, start - 1), from).some(({ norm }) => ['which', 'where', 'whose'].includes(norm));
}

/** "the type in which calcium must be normal": what is so where the type is, and not what care is to reach. */
export function isRequired(units: readonly Unit[], must: number, { kind, from, to }: State): boolean {
  const isSaidOfLevel = kind === 'level' && from < must && must < to && units[to]!.part === units[must]!.part;
  const isDenied = negationsIn(units, 0, must) > 0;
  return isSaidOfLevel && !isDenied && !units.some(({ norm }) => AIMED_AT.has(norm));
}

const AIMED_AT = new Set(
  'kept keep brought lowered lower reduced restored corrected controlled maintained held treatment treat surgery operation until'.split(
    ' ',
  ),
);

/** "The months of high phosphate added no new ones": a time that had its values is spoken of, and no type. */
export function isOfTimes(units: readonly Unit[], from: number): boolean {
  return units[from - 1]?.norm === 'of' && TIMES.has(units[from - 2]?.norm ?? '');
}

const TIMES = new Set(
  'day days week weeks month months year years period periods phase phases spell spells time times episode episodes bout bouts'.split(
    ' ',
  ),
);
