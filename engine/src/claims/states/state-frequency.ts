import { PEOPLE } from '../causes/cause-words.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { backFrom, negationsIn, type State } from './state-readings.js';
import type { Unit } from './state-units.js';

/** How common the units say that a type is: "leads the list", "the bulk of cases", "rarer". */
export function frequenciesIn(units: readonly Unit[]): State[] {
  for (let at = 0; at < units.length; at++) {
    const value = VALUES.find((kind) => units[at]!.kinds.has(kind));
    if (value === undefined) continue;
    const to = endOfSign(units, at);
    if (units[to + 1]?.mark === ':' && !isAnsweredAtOnce(units, to + 2)) continue;
    if (COUNTED.has(units[to]!.norm) || SHARES.has(units[at]!.norm) || isShare(units, at)) {
      if (!leadsToType(units, to)) continue;
    }
    if (isOfAnotherNoun(units, to) || (!COUNTED.has(units[to]!.norm) && isLimited(units, to)) || isRanked(units, at)) {
      continue;
    }
    if (hasOwnNoun(units, at)) continue;
    // "We follow the majority and count calciphylaxis": of whoever it is.
    if (units[at]!.norm === 'majority' && (!isOfTypes(units, at) || isOfWriters(units, at))) continue;
    // "What these cases have in common is …"
    if (units[at]!.norm === 'common' && units[at - 1]?.norm === 'in') continue;
    const nots = negationsIn(units, backFrom(units, at, 6), at);
    // "No type is seen as often as …", "nothing rare about it"
    const isEqual = EQUALS.has(units[at]!.norm);
    if (isEqual !== nots > 0 && !(value === 'least' && nots === 1)) continue;
    const states = { most: 'most-common', least: nots === 1 ? 'common' : 'rarest', common: 'common' } as const;
    const reach = backFrom(units, at, 6);
    return [{ kind: 'frequency', value: states[value], attribute: 'frequency', from: at, to, reach, predicate: true }];
  }
  return [];
}

/** "…; nausea is common": the noun right before the verb is what is common. */
function hasOwnNoun(units: readonly Unit[], at: number): boolean {
  const noun = units[at - 2];
  if (noun === undefined || !IS.has(units[at - 1]!.norm)) return false;
  const opens = at === 2 || units[at - 3]!.mark !== undefined;
  const isThing =
    noun.type !== undefined || noun.isWhole || TYPE_WORDS.has(noun.norm) || CONDITION_NOUNS.has(noun.norm);
  return opens && (noun.isContent || noun.isOther) && !isThing;
}

const IS = new Set(['is', 'are', 'was', 'were']);

/** "the majority of cases", "the majority form", "make up the great majority" */
function isOfTypes(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]?.norm ?? '';
  if (next === 'of' || TYPE_WORDS.has(next)) return true;
  return units.slice(Math.max(0, at - 5), at).some(({ norm }) => MAKES_UP.has(norm));
}

/** "by the majority of authors": of those who write or treat, and not of cases. */
function isOfWriters(units: readonly Unit[], at: number): boolean {
  return units[at + 1]?.norm === 'of' && units.slice(at + 2, at + 5).some(({ norm }) => WRITERS.has(norm));
}

const WRITERS = new Set(
  'authors doctors experts dermatologists rheumatologists physicians clinicians specialists textbooks books sources papers pathologists writers reviewers classifications'.split(
    ' ',
  ),
);

/** "Most frequent: the idiopathic type." */
function isAnsweredAtOnce(units: readonly Unit[], at: number): boolean {
  return units.slice(at, at + 2).some(({ type }) => type !== undefined) && units.length <= at + 4;
}

/** "the largest share", "nearly all": of something that is named behind it. */
function isShare(units: readonly Unit[], at: number): boolean {
  return units[at + 1]?.isCovered === true && SHARED.has(units[at + 1]!.norm);
}

function endOfSign(units: readonly Unit[], at: number): number {
  let to = at;
  while (units[to + 1]?.isCovered === true) to++;
  return to;
}

/** "Most cases of calcinosis come under …", but not "most cases of the metastatic type come from …". */
function leadsToType(units: readonly Unit[], to: number): boolean {
  const type = units.findIndex((unit, at) => at > to && unit.type !== undefined);
  if (type < 0 || type > to + 10) return false;
  const between = units.slice(to + 1, type);
  // "Most people with skin lesions have …" is of some people only.
  return (
    between.some(({ norm }) => BELONGING.has(norm)) &&
    between.every(({ norm, isWhole }) => isWhole || BELONGING.has(norm) || OF_ALL.has(norm))
  );
}

/** "the most common cause", "a common mistake": of something that is no type. */
function isOfAnotherNoun(units: readonly Unit[], to: number): boolean {
  const next = units[to + 1];
  if (next !== undefined && CONDITION_NOUNS.has(next.norm)) return false;
  return (
    next !== undefined &&
    (next.isContent || next.isOther || next.kinds.has('cause') || next.kinds.has('site') || next.kinds.has('known'))
  );
}

/** "the most common type in people on dialysis": among some people only. */
function isLimited(units: readonly Unit[], to: number): boolean {
  for (let at = to + 1; at < units.length && at <= to + 7; at++) {
    const { norm, mark } = units[at]!;
    if (mark !== undefined) return false;
    // "It is the commonest type there."
    if (THERE.has(norm)) return true;
    if (!LIMITING.has(norm)) continue;
    const next = units.slice(at + 1, at + 4);
    return !next.some(({ norm: word }) => GENERAL.has(word)) && units[at + 1]?.type === undefined;
  }
  return false;
}

/** "after the dystrophic type, … is the most common", "the second most common" */
function isRanked(units: readonly Unit[], at: number): boolean {
  // "In dialysis units, …"
  const opening = units.filter(({ part }) => part === units[0]!.part);
  const isPlaced = LIMITING.has(units[0]!.norm) && units[0]!.part !== units[at]!.part;
  if (isPlaced && !opening.some(({ type, isWhole, norm }) => type !== undefined || isWhole || TYPE_WORDS.has(norm))) {
    return true;
  }
  // "In newborns the iatrogenic type is …"
  const type = units.findIndex((unit) => unit.type !== undefined);
  const before = type < at ? units.slice(0, Math.max(type, 0)) : [];
  const isOfSome = LIMITING.has(units[0]!.norm) && before.some(({ norm }) => PEOPLE.has(norm));
  if (isOfSome) return true;
  return units.slice(Math.max(0, at - 12), at).some(({ norm }, index, before) => {
    const isOfTypes = norm === 'among' && before.slice(index + 1, index + 4).some((unit) => TYPE_WORDS.has(unit.norm));
    // "Second, the commonest category is …"
    const isCounting = before[index + 1]?.mark === ',' && (index === 0 || before[index - 1]!.mark !== undefined);
    return RANKS.has(norm) && !isOfTypes && !isCounting;
  });
}

const MAKES_UP = new Set(
  'is are make makes form forms account accounts constitute constitutes represent with'.split(' '),
);
const BELONGING = new Set(
  'are is come comes belong belongs fall falls fit go under have has suffer suffers turn prove'.split(' '),
);
const OF_ALL = new Set(
  'of all the with cutis calcinosis deposits deposit cases case patients people them these those who that to in from out be a an sort being calcium lumps heading label term title category called known named classed'.split(
    ' ',
  ),
);
const COUNTED = new Set('cases people patients sufferers patient'.split(' '));
const SHARES = new Set('nine eight three two four almost nearly'.split(' '));
const SHARED = new Set('share'.split(' '));
const VALUES = ['most', 'least', 'common'] as const;
const CONDITION_NOUNS = new Set('disorder disease condition illness finding problem one'.split(' '));
const EQUALS = new Set(['as']);
const THERE = new Set(['there', 'here', 'elsewhere']);
const LIMITING = new Set('in among after with on for during when where who whose if than'.split(' '));
const GENERAL = new Set(
  'general practice all any every others rest clinics clinic daily everyday frequency number numbers'.split(' '),
);
const RANKS = new Set('second third after next besides followed perhaps among where when if one'.split(' '));
