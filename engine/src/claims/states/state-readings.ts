import { analyteGroups, isAnalyte, type Group } from '../phrases/level-groups.js';
import type { Unit } from './state-units.js';
import type { SignKind } from './state-words.js';

/** Something that is said of a type as a state, in one place of a clause. Indexes are those of the units. */
export interface State {
  readonly kind: 'level' | 'tissue' | 'unknown-cause' | 'care' | 'frequency';
  /** level: high, low, normal, abnormal; tissue: damaged, normal. */
  readonly value: string | undefined;
  /** Care and frequency are attributes that the terminology knows the values of. */
  readonly attribute?: 'origin' | 'frequency';
  readonly analyte?: 'calcium' | 'phosphate' | 'both' | 'either';
  readonly from: number;
  /** Index of the last unit. */
  readonly to: number;
  /** Where the words begin whose negation is counted in the value already. */
  readonly reach: number;
  /** It has a verb of its own, or stands as a note: "calcium is high", "tissue: intact". */
  readonly predicate: boolean;
}

type Level = 'high' | 'low' | 'normal' | 'abnormal';
type Analyte = NonNullable<State['analyte']>;

/** The blood levels that the units state, one for each group of minerals. */
export function levelsIn(units: readonly Unit[]): State[] {
  const states: State[] = [];
  const taken = new Set<number>();
  for (const group of analyteGroups(units)) {
    const unrelated = unrelatedTo(group, units);
    if (unrelated !== undefined) states.push(unrelated);
    const degrees = unrelated === undefined ? degreesOf(group, units, taken) : [];
    if (degrees.length === 0) continue;
    for (const { at } of degrees) taken.add(at);
    const state = levelOf(group, degrees, units);
    if (state !== undefined) states.push(state);
  }
  units.forEach(({ finding }, at) => {
    if (finding === undefined) return;
    const nots = negationsIn(units, backFrom(units, at, 3), at);
    if (nots % 2 === 1 && finding.level !== 'normal') return;
    const value = nots % 2 === 0 ? finding.level : 'abnormal';
    const reach = backFrom(units, at, 3);
    states.push({ kind: 'level', value, analyte: finding.analyte, from: at, to: at, reach, predicate: false });
  });
  states.push(...deniedFindings(units), ...(states.length === 0 ? frontedLevel(units) : []));
  return merged(
    states.sort((a, b) => a.from - b.from),
    units,
  );
}

/** "It has nothing to do with calcium or phosphate in the blood", "calcium and phosphate play no part". */
function unrelatedTo(group: Group, units: readonly Unit[]): State | undefined {
  if (group.analyte !== 'both' && group.analyte !== 'either') return undefined;
  const norms = (from: number, to: number) =>
    units
      .slice(Math.max(0, from), to)
      .map(({ norm }) => norm)
      .join(' ');
  const before = /(?:nothing to do with|independent of)(?: the)?(?: blood| serum)?(?: level| levels)?(?: of)?$/u.test(
    norms(group.from - 8, group.from),
  );
  const after =
    /^(?: ?in the blood )?(?:(?:play|plays|have|has) no (?:part|role|say|influence|bearing)\b|(?:has|have|had) nothing to do with (?:it|this)\b)/u.test(
      norms(group.to + 1, group.to + 9).trim(),
    );
  if (!before && !after) return undefined;
  const opening = units.findLastIndex(({ norm }, at) => at < group.from && UNRELATED.has(norm));
  const from = before ? Math.max(0, opening) : group.from;
  const denial = units.findIndex(({ norm }, at) => at > group.to && (norm === 'no' || norm === 'nothing'));
  const to = before ? group.to : denial + 1;
  return { kind: 'level', value: 'normal', analyte: 'both', from, to, reach: from, predicate: true };
}

/** "neither hypercalcemia nor hyperphosphatemia": both denied, so that both minerals are normal. */
function deniedFindings(units: readonly Unit[]): State[] {
  const found = units.flatMap(({ finding }, at) => (finding !== undefined && finding.level !== 'normal' ? [at] : []));
  const [first, second, ...others] = found;
  if (first === undefined || second === undefined || others.length > 0 || second - first > 4) return [];
  if (units[first]!.finding!.analyte === units[second]!.finding!.analyte) return [];
  const reach = backFrom(units, first, 4);
  if (negationsIn(units, reach, first) !== 1) return [];
  const between = units.slice(first + 1, second);
  if (!between.every(({ norm }) => ['and', 'or', 'nor', 'any'].includes(norm))) return [];
  return [{ kind: 'level', value: 'normal', analyte: 'both', from: first, to: second, reach, predicate: false }];
}

/** "Normal are, in the metastatic form, both calcium and phosphate": the degree opens the clause. */
function frontedLevel(units: readonly Unit[]): State[] {
  const [group, ...others] = analyteGroups(units);
  const at = units.slice(0, 3).findIndex((_, index) => LEVELS.some((kind) => units[index]!.kinds.has(kind)));
  const next = units[at + 1];
  if (group === undefined || others.length > 0 || at < 0 || group.from < at + 3 || group.to < units.length - 2) {
    return [];
  }
  if (next === undefined || !(isVerb(next) || FRONTED.has(next.norm))) return [];
  if (units.slice(at + 1, group.from).some(({ isContent, isOther }) => isContent || isOther)) return [];
  const level = LEVELS.find((kind) => units[at]!.kinds.has(kind))!;
  const nots = negationsIn(units, 0, group.from);
  const value =
    nots % 2 === 0 ? level : (turned(level, group.analyte) ?? (level === 'normal' ? 'abnormal' : undefined));
  if (value === undefined) return [];
  return [{ kind: 'level', value, analyte: group.analyte, from: at, to: group.to, reach: 0, predicate: true }];
}

interface Degree {
  readonly at: number;
  readonly level: Level;
}

/** The degrees that are said of a group: the nearest ones on either side, before another group or another matter. */
function degreesOf(group: Group, units: readonly Unit[], taken: ReadonlySet<number>): Degree[] {
  const before = reach(units, group.from, -1, group.bare ? 3 : 7, taken);
  const after = reach(units, group.to, 1, group.bare ? 5 : 11, taken);
  // What stands right before its noun belongs to it; else what comes after the verb does.
  const nearest = before.find(({ at }) => group.from - at <= 4);
  if (nearest !== undefined && isAttributive(units, nearest.at, group)) return [nearest];
  return after.length > 0 || group.bare ? after : before.slice(0, 1);
}

/** "excess minerals", "normal serum calcium": nothing but small words between the degree and its noun. */
function isAttributive(units: readonly Unit[], at: number, { from }: Group): boolean {
  return units
    .slice(at + 1, from)
    .every(
      ({ norm, kinds, mark }) =>
        mark === undefined && (ATTRIBUTIVE.has(norm) || kinds.has('blood') || kinds.has('level-noun')),
    );
}

function reach(
  units: readonly Unit[],
  start: number,
  step: 1 | -1,
  limit: number,
  taken: ReadonlySet<number>,
): Degree[] {
  const found: Degree[] = [];
  let content = 0;
  for (let at = start + step, walked = 0; at >= 0 && at < units.length && walked < limit; at += step, walked++) {
    const current = units[at]!;
    if (current.mark !== undefined && current.kinds.size === 0) {
      if (!passesMark(current.mark, step, units, at, found.length > 0)) break;
      continue;
    }
    if (step < 0 && JOINING_CLAUSES.has(current.norm)) break;
    if (current.isOther || current.kinds.has('tissue') || current.kinds.has('eaten')) break;
    if (isAnalyte(units, at)) break;
    if (current.isContent && ++content > 1) break;
    const level = degreeAt(units, at);
    if (level === undefined || taken.has(at) || (step > 0 && TRANSITIVE.has(current.norm))) continue;
    found.push({ at, level });
    if (step < 0) break;
  }
  return found;
}

/** "Calcium: normal", "Ca 3.1 (high)", "is raised, lowered or otherwise disturbed" */
function passesMark(mark: string, step: 1 | -1, units: readonly Unit[], at: number, found: boolean): boolean {
  if (['/', '.'].includes(mark)) return isNumeral(units[at + 1]) || isNumeral(units[at - 1]);
  if (step < 0) return false;
  if (mark === '(' || mark === ':' || mark === '=' || mark === '→') return !found;
  if (mark !== ',') return false;
  return degreeAt(units, at + 1) !== undefined || isNumeral(units[at - 1]) || units[at + 1]?.norm === 'both';
}

function isNumeral(unit: Unit | undefined): boolean {
  return unit !== undefined && (/^\d/u.test(unit.norm) || /^(?:mmol|mg|l|dl)$/u.test(unit.norm));
}

/** The level that a word states there; none where it belongs to another noun, or says what is exceeded. */
function degreeAt(units: readonly Unit[], at: number): Level | undefined {
  const current = units[at];
  if (current === undefined) return undefined;
  const level = LEVELS.find((kind) => current.kinds.has(kind));
  if (level === undefined) return undefined;
  // "more phosphate than the body can handle"
  if (
    COMPARED.has(current.norm) &&
    !isCovering(units, at) &&
    !units.slice(at + 1, at + 10).some(({ norm }) => norm === 'than')
  ) {
    return undefined;
  }
  const next = units[at + 1];
  if (next !== undefined && next.isContent && !isVerbLike(next.norm) && !NOUN_DEGREES.has(current.norm)) {
    return undefined;
  }
  if (next?.kinds.has('tissue') === true || next?.kinds.has('site') === true || next?.kinds.has('damage') === true) {
    return undefined;
  }
  if (level === 'normal') {
    for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
      if (MEASURED_BY.has(units[back]!.norm)) return undefined;
      // "back to normal"
      if (units[back]!.norm === 'to' && RETURNING.has(units[back - 1]?.norm ?? '')) return undefined;
      if (units[back]!.kinds.has('high') || units[back]!.kinds.has('low')) return undefined;
      if (!units[back]!.kinds.has('filler')) break;
    }
  }
  return level;
}

/** It opens a sign of several words: "more than normal". */
function isCovering(units: readonly Unit[], at: number): boolean {
  return units[at + 1]?.isCovered === true;
}

function levelOf(group: Group, degrees: readonly Degree[], units: readonly Unit[]): State | undefined {
  const from = Math.min(group.from, degrees[0]!.at);
  const to = Math.max(group.to, degrees[degrees.length - 1]!.at);
  const levels = new Set(degrees.map(({ level }) => level));
  // "normal or high" leaves it open.
  if (levels.has('normal') && levels.size > 1 && units.slice(from, to).some(({ norm }) => LEAVES_OPEN.has(norm))) {
    return undefined;
  }
  if (isInDeposit(units, from)) return undefined;
  const [first] = degrees;
  const level: Level = levels.size === 1 || levels.has('normal') ? first!.level : 'abnormal';
  const back = behindWithout(units, backFrom(units, from, 4), from);
  const nots = negationsIn(units, back, first!.at);
  const value = nots % 2 === 0 ? level : turned(level, group.analyte);
  if (value === undefined) return undefined;
  const between = units.slice(Math.min(group.to, first!.at), Math.max(group.from, first!.at));
  const predicate =
    first!.at > group.to && (between.some(isVerb) || between.every(({ norm }) => !NAMES_ONLY.has(norm)));
  const isOfBoth = units.slice(group.to, to).some(({ norm }) => norm === 'both');
  const stated = isOfBoth ? 'both' : group.analyte;
  const analyte = nots % 2 === 0 ? stated : deniedOf(stated, level);
  return { kind: 'level', value, analyte, from, to, reach: back, predicate };
}

/** "No such deposits without a raised phosphate": what is denied twice is needed, and both denials stand outside. */
function behindWithout(units: readonly Unit[], back: number, from: number): number {
  const without = units.findIndex(({ norm }, at) => back <= at && at < from && norm === 'without');
  if (without < 0) return back;
  const isOpening = without === 0;
  const isDeniedToo = units.some(
    (unit, at) =>
      (at < without || at > from) &&
      (isOpening || unit.part === units[without]!.part) &&
      negationsIn(units, at, at) > 0,
  );
  return isDeniedToo ? without + 1 : back;
}

/** "The deposits contain much calcium", "the phosphate rises locally": not in the blood. */
function isInDeposit(units: readonly Unit[], from: number): boolean {
  const before = units.slice(Math.max(0, from - 9), from).filter(({ part }) => part === units[from]!.part);
  const contains = before.findIndex(({ norm }) => /^(?:contain|hold|consist|full|rich)/u.test(norm));
  const local = units.some(({ norm, part }) => part === units[from]!.part && norm.startsWith('local'));
  return (
    local ||
    before
      .slice(0, Math.max(0, contains))
      .some(({ kinds, type }) => type !== undefined || kinds.has('tissue') || kinds.has('eaten') || kinds.has('site'))
  );
}

/** "not both normal" leaves one of them; "no change in calcium or phosphate" is said of both. */
function deniedOf(analyte: Analyte, level: Level): Analyte {
  if (level === 'normal') return analyte === 'both' ? 'either' : analyte;
  return analyte === 'either' ? 'both' : analyte;
}

/** What is not abnormal is normal; what is not high may be low, unless both are meant. */
function turned(level: Level, analyte: Analyte): Level | undefined {
  if (level === 'normal') return 'abnormal';
  if (level === 'abnormal') return 'normal';
  return analyte === 'both' || analyte === 'either' ? 'normal' : undefined;
}

/** "Ca normal, PO4 normal", "normal calcium and normal phosphate": one statement about both. */
function merged(states: readonly State[], units: readonly Unit[]): State[] {
  const found: State[] = [];
  for (const state of states) {
    const last = found[found.length - 1];
    const isPair =
      last !== undefined &&
      last.value === state.value &&
      ((last.analyte === 'calcium' && state.analyte === 'phosphate') ||
        (last.analyte === 'phosphate' && state.analyte === 'calcium')) &&
      !units
        .slice(last.to, state.from)
        .some(({ norm, type, mark }) => norm === 'or' || type !== undefined || mark === ';');
    if (isPair) found[found.length - 1] = { ...last, analyte: 'both', to: state.to };
    else found.push(state);
  }
  return found;
}

/** How often the units between two indexes deny; "neither … nor" does it once. */
export function negationsIn(units: readonly Unit[], from: number, to: number): number {
  let nots = 0;
  let neither = false;
  for (let at = Math.max(0, from); at <= to && at < units.length; at++) {
    const { kinds, norm } = units[at]!;
    if (!kinds.has('not') && !/n['’]t$/u.test(norm)) continue;
    if (NOT_ONLY.has(units[at + 1]?.norm ?? '')) continue;
    // "No. Only in the metastatic type …" answers a question.
    if (norm === 'no' && units[at + 1]?.mark !== undefined) continue;
    if (norm === 'nor' && neither) continue;
    if (norm === 'neither') neither = true;
    nots++;
  }
  return nots;
}

/** Up to so many units back, within the part of the sentence and behind the type that it speaks of. */
export function backFrom(units: readonly Unit[], from: number, steps: number): number {
  let at = from;
  while (at > 0 && from - at < steps) {
    const before = units[at - 1]!;
    if (before.part !== units[from]!.part || before.type !== undefined) break;
    if (before.mark !== undefined || ['but', 'and', 'unless'].includes(before.norm)) break;
    at--;
  }
  return at;
}

/** "Neither value was high and the skin was healthy": what is denied has a verb of its own, and another part follows. */
export function endsBefore(units: readonly Unit[], at: number, from: number): boolean {
  const joined = units.findIndex(({ norm }, index) => index > at && index < from && (norm === 'and' || norm === 'but'));
  return joined > 0 && units.slice(at, joined).some(isVerb) && OWN_NOUN.has(units[joined + 1]!.norm);
}

const OWN_NOUN = new Set('the her his my your their its our'.split(' '));

export function has(units: readonly Unit[], from: number, to: number, kinds: ReadonlySet<SignKind>): boolean {
  for (let at = Math.max(0, from); at <= to && at < units.length; at++) {
    for (const kind of units[at]!.kinds) if (kinds.has(kind)) return true;
  }
  return false;
}

export function isVerb({ norm }: Unit): boolean {
  return VERBS.has(norm);
}

export function isVerbLike(norm: string): boolean {
  return VERB_LIKE.test(norm);
}

const UNRELATED = new Set(['nothing', 'independent']);
const LEVELS = ['high', 'low', 'abnormal', 'normal'] as const;
/** What calcium does to something else is no level of it. */
const TRANSITIVE = new Set(
  'alter alters altering disturb disturbs affect affects influence influences impair impairs derange deranges disrupts disrupt'.split(
    ' ',
  ),
);
const COMPARED = new Set(['more', 'less']);
const FRONTED = new Set(['in', ',']);
const JOINING_CLAUSES = new Set('and or but while'.split(' '));
const ATTRIBUTIVE = new Set('of the a an in serum total both'.split(' '));
const NOUN_DEGREES = new Set('excess surplus overload rise increase change changes disturbance imbalance'.split(' '));
const MEASURED_BY = new Set('than above below over from beyond exceeds exceed outside past'.split(' '));
const RETURNING = new Set('back return returns returned down close closer near next restored brought bring'.split(' '));
const LEAVES_OPEN = new Set('or sometimes but'.split(' '));
const NAMES_ONLY = new Set('of with'.split(' '));
const NOT_ONLY = new Set('only just merely doubt matter wonder longer surprisingly'.split(' '));
const VERBS = new Set(
  'is are was were be been has have had remain remains stay stays stayed runs run comes turn turns appears shows show lies climbs climb rises rise goes go contain contains'.split(
    ' ',
  ),
);
const VERB_LIKE = /(?:ing|ed|es|ly)$/u;
