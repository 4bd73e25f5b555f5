import { has, isVerbLike } from '../states/state-readings.js';
import type { Unit } from '../states/state-units.js';
import type { SignKind } from '../states/state-words.js';

/** The minerals, or the blood itself, of which a clause states a level: one mineral, or several in one row. */
export interface Group {
  readonly from: number;
  readonly to: number;
  readonly analyte: Analyte;
  /** It names no mineral but the blood alone, so that the degree must stand beside it. */
  readonly bare: boolean;
}

export type Analyte = 'calcium' | 'phosphate' | 'both' | 'either';

export function analyteGroups(units: readonly Unit[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!isAnalyte(units, at)) continue;
    let to = at;
    for (let next = at + 1; next < units.length && next <= to + 4; next++) {
      if (isAnalyte(units, next)) to = next;
      else if (!joins(units[next]!)) break;
    }
    to = endOfMeasured(units, to);
    groups.push({ from: at, to, analyte: analyteOf(units, at, to), bare: !has(units, at, to, NAMED_ANALYTES) });
    at = to;
  }
  return groups;
}

/** "Calcium, phosphate, and PTH are normal": what else was measured stands in one row with them. */
function endOfMeasured(units: readonly Unit[], to: number): number {
  let at = to + 1;
  if (units[at]?.mark !== ',' && units[at]?.norm !== 'and') return to;
  while (units[at] !== undefined && (units[at]!.mark === ',' || ROW.has(units[at]!.norm) || isMeasured(units[at]!))) {
    at++;
  }
  const isRow = isMeasured(units[at - 1]!) && BE.has(units[at]?.norm ?? '');
  return isRow ? at - 1 : to;
}

/** What stands at an index was measured in one row with the minerals, and is no other matter. */
export function isMeasuredBeside(units: readonly Unit[], at: number): boolean {
  return analyteGroups(units).some(({ from, to }) => from < at && at <= to);
}

function isMeasured({ norm, element, type, isWhole }: Unit): boolean {
  return MEASURED.has(norm) || (norm === '' && element.mention !== undefined && type === undefined && !isWhole);
}

export function isAnalyte(units: readonly Unit[], at: number): boolean {
  const { kinds } = units[at]!;
  if (kinds.has('calcium') || kinds.has('phosphate')) return !isOfSomethingElse(units, at);
  if (kinds.has('minerals') || kinds.has('report')) return true;
  if (kinds.has('level-noun')) {
    return isFromLaboratory(units, at) && !has(units, at - 3, at + 3, MINERALS);
  }
  // "dies for lack of blood" is of the blood itself.
  if (units[at - 1]?.norm === 'of' && units[at - 2]?.norm === 'lack') return false;
  // "high blood pressure", "the blood sugar"
  if (units[at + 1]?.kinds.has('eaten') === true && units[at]!.norm === 'blood') return false;
  return kinds.has('blood') && !has(units, at - 4, at + 4, MINERALS);
}

/** "values", "levels" by themselves, where nothing else is measured: "normal values mean another type". */
function isFromLaboratory(units: readonly Unit[], at: number): boolean {
  return LABORATORY_NOUNS.has(units[at]!.norm) && units.some(({ kinds }) => kinds.has('blood') || kinds.has('report'));
}

/** "calcium deposits", "calcium gluconate", "phosphate binders" */
function isOfSomethingElse(units: readonly Unit[], at: number): boolean {
  // "a diet low in phosphate", "meals rich in calcium"
  if (units[at - 1]?.norm === 'in' && has(units, at - 4, at - 2, EATEN) && !has(units, at - 4, at - 2, BLOOD)) {
    return true;
  }
  // "sheets of calcium over the shins"
  if (units[at - 1]?.norm === 'of' && DEPOSITED.has(units[at - 2]?.norm ?? '')) return true;
  const next = units[at + 1];
  if (next === undefined) return false;
  // "calcium in the lungs and skin" is the deposit.
  if (next.norm === 'in' && units.slice(at + 2, at + 4).some(({ kinds }) => kinds.has('tissue'))) return true;
  if (next.isContent) return !isVerbLike(next.norm) && !PLAYS.has(next.norm);
  return next.kinds.has('eaten') && !next.kinds.has('blood');
}

function joins({ kinds, norm, mark }: Unit): boolean {
  if (mark !== undefined) return ['/', ',', '&', '-', '–', '+'].includes(mark);
  return JOINING.has(norm) || kinds.has('blood') || kinds.has('level-noun');
}

function analyteOf(units: readonly Unit[], from: number, to: number): Analyte {
  const named = (kind: SignKind) => has(units, from, to, new Set([kind]));
  const calcium = named('calcium');
  const phosphate = named('phosphate');
  if (calcium && phosphate) return units.slice(from, to).some(({ norm }) => norm === 'or') ? 'either' : 'both';
  if (calcium) return 'calcium';
  return phosphate ? 'phosphate' : 'both';
}

const ROW = new Set('and the her his their my blood serum'.split(' '));
const BE = new Set('is are was were come came all both'.split(' '));
const MEASURED = new Set(
  'pth parathormone hormone magnesium creatinine albumin vitamin d alp phosphatase crp urea egfr kidney function count urate potassium sodium'.split(
    ' ',
  ),
);
const DEPOSITED = new Set(
  'sheets sheet lumps lump clumps clump deposits deposit flecks plates clusters cluster grains masses bits patches plaques nodules stones islands'.split(
    ' ',
  ),
);
const EATEN: ReadonlySet<SignKind> = new Set(['eaten']);
const BLOOD: ReadonlySet<SignKind> = new Set(['blood']);
const NAMED_ANALYTES: ReadonlySet<SignKind> = new Set(['calcium', 'phosphate', 'minerals', 'report', 'level-noun']);
const LABORATORY_NOUNS = new Set('levels values results'.split(' '));
const JOINING = new Set('and or nor the of in serum'.split(' '));
const PLAYS = new Set('play plays have matter matters'.split(' '));
const MINERALS: ReadonlySet<SignKind> = new Set(['calcium', 'phosphate', 'minerals', 'report']);
