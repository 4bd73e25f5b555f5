import { backFrom, has, isVerb, negationsIn, type State } from './state-readings.js';
import type { Unit } from './state-units.js';
import type { SignKind } from './state-words.js';

/** What the units say that the tissue was like before calcium came to it. */
export function tissuesIn(units: readonly Unit[]): State[] {
  const states: State[] = [];
  for (let at = 0; at < units.length; at++) {
    if (states.some(({ from, to }) => from <= at && at <= to)) continue;
    const state = stateAt(units, at) ?? damageAlone(units, at);
    if (state !== undefined) states.push(state);
  }
  return states;
}

/** "damaged tissue", "the site had been unhealthy", "injury to the skin", "nothing wrong with the skin" */
function stateAt(units: readonly Unit[], at: number): State | undefined {
  const value = conditionAt(units, at);
  if (value === undefined) return undefined;
  const tissue = tissueOf(units, at);
  if (tissue < 0) return undefined;
  const from = Math.min(at, tissue);
  const to = Math.max(at, tissue);
  if (isLeftAlone(units, from, to) || LATER.has(units[at + 1]?.norm ?? '')) return undefined;
  const predicate = tissue < at && units.slice(tissue, at).some((unit) => isVerb(unit) || unit.mark === ':');
  const wasSo = has(units, backFrom(units, from, 30), endOfPart(units, to), EARLIER);
  // "The skin is inflamed" is what the deposit does; "was inflamed before" is what it came to.
  if (predicate && value === 'damaged' && !wasSo && units[tissue]!.norm !== 'tissue') return undefined;
  // The tissue beside the deposit, and what care does with it, is another matter.
  if (!wasSo && has(units, backFrom(units, from, 8), Math.min(to + 6, endOfPart(units, to)), BESIDE)) return undefined;
  return stated(units, from, to, at, value, predicate || (tissue < at && value === 'normal'));
}

/** "leaves healthy skin alone" */
function isLeftAlone(units: readonly Unit[], from: number, to: number): boolean {
  return (
    units.slice(to + 1, to + 3).some(({ norm }) => norm === 'alone') &&
    units.slice(Math.max(0, from - 5), from).some(({ norm }) => /^(?:leave|leaves|left|let|lets)$/u.test(norm))
  );
}

/** "damage first, calcium later" */
const BEFORE = new Set(['first', 'before', 'beforehand']);
const LATER = new Set('later afterwards eventually thereafter'.split(' '));

/** "needs no injury", "confined to the scar, the wound or the bruise", "no wound, no scar, no inflammation" */
function damageAlone(units: readonly Unit[], at: number): State | undefined {
  const { kinds, part } = units[at]!;
  if (!kinds.has('damage') || isOfOrgan(units, at)) return undefined;
  const start = backFrom(units, at, 30);
  const nots = negationsIn(units, start, at);
  const listed = nots > 0 && units.filter((unit) => unit.kinds.has('damage')).length > 1;
  const isOld =
    has(units, at - 3, at - 1, EARLIER) ||
    BEFORE.has(units[at + 1]?.norm ?? '') ||
    units.slice(Math.max(0, at - 3), at).some(({ norm }) => norm === 'local');
  const needed = units.some((unit) => unit.part === part && unit.kinds.has('needs'));
  // "there is no injury to be found", "no wound is involved"
  const isMissed =
    nots === 1 && units[at + 1]?.norm !== 'of' && (isThere(units, at) || PRESENT.has(units[at + 2]?.norm ?? ''));
  if (!listed && !isOld && !needed && !isMissed) return undefined;
  if (units.some((unit) => unit.part === part && unit.norm === 'removal')) return undefined;
  // "injuries have nothing to do with it"
  if (
    units.slice(at + 1, at + 5).some(({ norm }, index, near) => norm === 'nothing' && near[index + 1]?.norm === 'to')
  ) {
    return undefined;
  }
  return stated(units, at, at, at, 'damaged', false);
}

function isThere(units: readonly Unit[], at: number): boolean {
  const denier = units.findLastIndex(({ norm }, index) => index < at && index >= at - 3 && norm === 'no');
  return denier > 1 && isVerb(units[denier - 1]!) && units[denier - 2]!.norm === 'there';
}

const PRESENT = new Set('involved found present needed seen'.split(' '));

/** "kidney damage", "damage to the kidneys": not of the place where the deposit lies. */
function isOfOrgan(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (
    before !== undefined &&
    (before.isContent || before.isOther || before.kinds.has('eaten')) &&
    before.norm !== 'local'
  ) {
    return true;
  }
  const next = units[at + 1];
  if (next === undefined || !['to', 'of', 'in'].includes(next.norm)) return next?.isContent === true;
  return units.slice(at + 2, at + 5).some(isNamed);
}

function isNamed(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.isOther || unit.kinds.has('eaten') || ORGANS.has(unit.norm.replace(/s$/u, '')));
}

function stated(
  units: readonly Unit[],
  from: number,
  to: number,
  at: number,
  value: 'damaged' | 'normal',
  predicate: boolean,
): State {
  let end = to;
  while (
    end + 2 < units.length &&
    ['and', 'or'].includes(units[end + 1]!.norm) &&
    conditionAt(units, end + 2) === value
  ) {
    end += 2;
  }
  // "tissue which is no longer healthy"
  const noLonger = units
    .slice(Math.max(0, at - 2), at)
    .some(({ norm }, index, near) => norm === 'no' && near[index + 1]?.norm === 'longer');
  const nots = negationsIn(units, backFrom(units, from, 5), Math.max(at, to)) + (noLonger ? 1 : 0);
  const turned = value === 'damaged' ? 'normal' : 'damaged';
  return {
    kind: 'tissue',
    value: nots % 2 === 0 ? value : turned,
    from,
    to: end,
    reach: backFrom(units, from, 5),
    predicate,
  };
}

/** What a word says of tissue; none where it belongs to another noun. */
function conditionAt(units: readonly Unit[], at: number): 'damaged' | 'normal' | undefined {
  const { kinds, norm } = units[at]!;
  const next = units[at + 1];
  const isAlone = next === undefined || !next.isContent || /(?:ing|ed|es|ly)$/u.test(next.norm);
  if (kinds.has('damage')) return isNamed(units[at - 1]) ? undefined : 'damaged';
  // "the affected skin" is where the deposit is; "affected by injury" says how it was.
  if (norm === 'affected') return next?.norm === 'by' ? 'damaged' : undefined;
  if (!isAlone || (next !== undefined && isAnalyteWord(next))) return undefined;
  if (kinds.has('damaged')) return 'damaged';
  return kinds.has('sound') ? 'normal' : undefined;
}

/** Index of the tissue that a condition is said of, or -1. */
function tissueOf(units: readonly Unit[], at: number): number {
  for (let step = 1, content = 0; step <= 4; step++) {
    const unit = units[at + step];
    if (unit === undefined || stops(unit) || (unit.isContent && ++content > 1)) break;
    // "Calcium was normal and the skin was scarred": another statement begins.
    if (['and', 'but', 'so'].includes(unit.norm) && DETERMINERS.has(units[at + step + 1]?.norm ?? '')) break;
    if (isTissue(unit)) return at + step;
  }
  const isAttributive = units[at]!.kinds.has('damage');
  for (let step = 1, content = 0; step <= (isAttributive ? 6 : 9); step++) {
    const unit = units[at - step];
    if (unit === undefined || (stops(unit) && unit.mark !== ':') || (unit.isContent && ++content > 1)) break;
    if (isTissue(unit)) return at - step;
  }
  return -1;
}

function stops({ mark, isOther, kinds }: Unit): boolean {
  return (
    (mark !== undefined && mark !== '/') ||
    isOther ||
    kinds.has('calcium') ||
    kinds.has('phosphate') ||
    kinds.has('blood') ||
    kinds.has('report') ||
    kinds.has('level-noun')
  );
}

function isAnalyteWord({ kinds }: Unit): boolean {
  return (
    kinds.has('calcium') ||
    kinds.has('phosphate') ||
    kinds.has('blood') ||
    kinds.has('report') ||
    kinds.has('level-noun')
  );
}

function isTissue(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.kinds.has('tissue') || unit.kinds.has('site'));
}

function endOfPart(units: readonly Unit[], at: number): number {
  let end = at;
  while (end + 1 < units.length && units[end + 1]!.part === units[at]!.part) end++;
  return end;
}

const DETERMINERS = new Set('the a an its their his her my your this that'.split(' '));
const ORGANS = new Set(
  'nerve liver heart lung brain bone joint vessel tendon cartilage valve gland birth eye'.split(' '),
);
const EARLIER: ReadonlySet<SignKind> = new Set(['earlier']);
const BESIDE: ReadonlySet<SignKind> = new Set(['beside']);
