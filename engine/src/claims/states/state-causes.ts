import { backFrom, negationsIn, type State } from './state-readings.js';
import type { Unit } from './state-units.js';
import { EXPLAINING_MARKS } from '../sentences/lexicon.js';

/** Where the units say that no cause is known: of "unknown origin", "nobody knows why", "spontaneously". */
export function unknownCausesIn(units: readonly Unit[], asksForCause: boolean): State[] {
  if (units.some(({ norm }, at) => EXACTNESS.has(norm) || isNoneProven(units, at))) return [];
  for (let at = 0; at < units.length; at++) {
    const { kinds } = units[at]!;
    const found =
      (kinds.has('unprompted') && !isPromptedAt(units, at) ? unknown(at, at) : undefined) ??
      (kinds.has('cause') || kinds.has('causing') ? aroundCause(units, at) : undefined) ??
      (kinds.has('cause') ? knownAt(units, at) : undefined) ??
      (asksForCause && (kinds.has('unknown') || kinds.has('known')) ? alone(units, at) : undefined);
    if (found !== undefined) return [found];
  }
  return [];
}

/** "… are risk factors; none has been proven to be the cause", "… is not a proven cause": of what was named before. */
function isNoneProven(units: readonly Unit[], at: number): boolean {
  return NONE_OF.has(units[at]!.norm) && units.slice(at + 1, at + 5).some(({ norm }) => PROVEN.has(norm));
}

const NONE_OF = new Set(['none', 'not']);

const PROVEN = new Set(['proven', 'proved']);

/** "does not just happen", "cannot be explained by a burn" */
function isPromptedAt(units: readonly Unit[], at: number): boolean {
  let end = at;
  while (units[end + 1]?.isCovered === true) end++;
  return isDeniedAt(units, at) || units[at - 1]?.kinds.has('not') === true || units[end + 1]?.norm === 'by';
}

/** "The cause of idiopathic calcinosis is well understood.", "… always has a clear cause" */
function knownAt(units: readonly Unit[], at: number): State | undefined {
  if (units.some(({ kinds, norm }) => kinds.has('not') || kinds.has('hedge') || OPENS_CASE.has(norm))) return undefined;
  const found = (to: number): State => ({ ...unknown(Math.min(at, to), Math.max(at, to)), value: 'known' });
  if (PLAIN_TO_SEE.has(units[at - 1]?.norm ?? '') && units[at - 2]?.norm === 'a') return found(at - 2);
  const verb = units.findIndex(({ norm }, index) => index > at && index <= at + 4 && (norm === 'is' || norm === 'are'));
  if (verb < 0 || units.slice(at + 1, verb).some(({ type, norm }) => type === undefined && norm !== 'of')) {
    return undefined;
  }
  const state = units.findIndex(({ norm }, index) => index > verb && !DEGREES.has(norm));
  return state > 0 && PLAIN_TO_SEE.has(units[state]!.norm) ? found(state) : undefined;
}

const OPENS_CASE = new Set('when where once until if before without as unless but than'.split(' '));
const PLAIN_TO_SEE = new Set('known plain clear obvious evident established understood found'.split(' '));
const DEGREES = new Set('clearly well quite perfectly always usually very plainly easily'.split(' '));

/** "the cause is unknown", "no known cause", "nobody knows what brings it on", "its source stays hidden" */
function aroundCause(units: readonly Unit[], at: number): State | undefined {
  if (isAnotherMatter(units, at) || isOfDeniedForm(units, at)) return undefined;
  // "If no other cause is found": one is known.
  if (units[at - 1]?.norm === 'other' && !units.slice(0, at - 2).some(({ kinds }) => kinds.has('not'))) {
    return undefined;
  }
  const isNoun = units[at]!.kinds.has('cause');
  const from = startOf(units, at, 9);
  const to = endOf(units, at, 9);
  for (let index = from; index <= to; index++) {
    const { kinds } = units[index]!;
    if (index === at || (index < at && LACKS.has(units[index]!.norm))) continue;
    if (!kinds.has('unknown')) continue;
    // "the cause is never unknown"
    if (isDeniedAt(units, index)) return undefined;
    return unknown(Math.min(at, index), Math.max(at, index));
  }
  // "no known cause", "without apparent cause", "not a single factor"
  const before = negationsIn(units, backFrom(units, at, 5), at - 1);
  const known = indexOfKnown(units, from, to);
  if (isNoun && before === 1 && nounIsDenied(units, at) && !deniedAfter(units, at, to)) {
    return unknown(backFrom(units, at, 4), at);
  }
  if (known < 0) return undefined;
  const first = Math.max(from, Math.min(at, known) - 5);
  const last = Math.max(at, known);
  if (units.slice(first, last).some((_, index) => isOfAnother(units, first + index))) return undefined;
  // "not hard to find"
  const isEasy = units
    .slice(first, last)
    .some(({ norm }, index) => norm === 'not' && HARD.has(units[first + index + 1]?.norm ?? ''));
  const denied = negationsIn(units, first, last) - (isEasy ? 1 : 0);
  const isOpen =
    denied === 0 &&
    units.slice(first, last).some(({ norm }, index) => norm === 'yet' && units[first + index + 1]?.norm === 'to');
  const nots = isOpen ? 1 : denied;
  return nots % 2 === 1 ? unknown(Math.min(at, known), Math.max(at, known)) : undefined;
}

/** "is not a form for which no trigger can be found": the form is denied, and with it what is said of it. */
function isOfDeniedForm(units: readonly Unit[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    if (units[index]!.norm !== 'which' && units[index]!.norm !== 'whose') continue;
    return negationsIn(units, index - 6, index - 1) % 2 === 1;
  }
  return false;
}

/** "none of them is the cause", "no injury was found to be the cause": of something that could be one. */
function isOfAnother(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (next === undefined) return false;
  if (['none', 'neither', 'nothing'].includes(units[at]!.norm)) {
    const isProven = units.slice(at, at + 14).some(({ norm }) => norm === 'proven');
    return isProven || (next.norm !== 'is' && next.norm !== 'has');
  }
  if (units[at]!.norm === 'nor') return units.slice(at, at + 14).some(({ norm }) => norm === 'proven');
  // "A risk factor is not a proven cause": said of the factor.
  if (units[at]!.norm === 'not' && ['a', 'an'].includes(next.norm)) return units[at + 2]?.norm === 'proven';
  return (
    units[at]!.norm === 'no' && (next.isContent || next.isOther || next.kinds.has('damage')) && next.norm !== 'one'
  );
}

/** After "What brings it on?": "that is still not known". */
function alone(units: readonly Unit[], at: number): State | undefined {
  const { kinds } = units[at]!;
  if (at > 10) return undefined;
  if (kinds.has('unknown')) return isDeniedAt(units, at) ? undefined : unknown(at, at);
  return negationsIn(units, startOf(units, at, 6), at) % 2 === 1 ? unknown(startOf(units, at, 3), at) : undefined;
}

/** Only small words between "no" and the cause: "no single known cause", not "no injury is the cause". */
function nounIsDenied(units: readonly Unit[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 5); index--) {
    const { kinds, norm } = units[index]!;
    // "Kidney failure is not a cause of it" is said of kidney failure.
    if (kinds.has('not')) return norm === 'not' ? units[index + 2]?.norm === 'single' : !isPredicate(units, index);
    if (!kinds.has('known') && !BEFORE_CAUSE.has(norm)) return false;
  }
  return false;
}

function isPredicate(units: readonly Unit[], at: number): boolean {
  return ['is', 'are', 'was', 'were'].includes(units[at - 1]?.norm ?? '') && units[at - 2]?.norm !== 'there' && at > 2;
}

function deniedAfter(units: readonly Unit[], at: number, to: number): boolean {
  return negationsIn(units, at + 1, to) > 0;
}

function indexOfKnown(units: readonly Unit[], from: number, to: number): number {
  for (let index = from; index <= to; index++) if (units[index]!.kinds.has('known')) return index;
  return -1;
}

/** "no cause for concern", "no reason to worry", "the cause of kidney failure" */
function isAnotherMatter(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]?.norm ?? '';
  if (next === 'to' || next === 'why') return true;
  // "absent from this list for a reason"
  if (units[at]!.norm === 'reason' && units[at - 1]?.norm === 'a' && units[at - 2]?.norm === 'for') return true;
  if (next !== 'for' && next !== 'of' && next !== 'behind') return false;
  // "the reason for the pain in dystrophic calcinosis"
  for (const { type, isWhole, isContent, isOther, norm, element, mark } of units.slice(at + 2, at + 6)) {
    if (type !== undefined || isWhole || OF_DEPOSITS.has(norm)) return false;
    if (mark !== undefined) return next === 'for';
    if (isContent || isOther || (norm === '' && element.mention !== undefined)) return true;
  }
  return false;
}

function isDeniedAt(units: readonly Unit[], at: number): boolean {
  // "not “of unknown cause”"
  const quote = units.findLastIndex(
    ({ mark }, index) => index < at && index >= at - 3 && mark !== undefined && QUOTES.has(mark),
  );
  if (quote > 0 && units[quote - 1]!.kinds.has('not')) return true;
  return negationsIn(units, backFrom(units, at, 3), at - 1) % 2 === 1;
}

function startOf(units: readonly Unit[], at: number, steps: number): number {
  let from = at;
  while (from > 0 && at - from < steps && isNear(units[from - 1]!)) from--;
  return from;
}

function endOf(units: readonly Unit[], at: number, steps: number): number {
  let to = at;
  while (to + 1 < units.length && to - at < steps && isNear(units[to + 1]!)) to++;
  return to;
}

/** Marks part statements, but for a comma around "alas" and the mark of a label. */
function isNear({ mark, isOther }: Unit): boolean {
  return !isOther && (mark === undefined || mark === ':' || mark === ',');
}

function unknown(from: number, to: number): State {
  return { kind: 'unknown-cause', value: undefined, from, to, reach: Math.max(0, from - 8), predicate: true };
}

/** Where the units say that care brought it on: "the result of medical treatment", "procedure-related". */
export function careIn(units: readonly Unit[]): State[] {
  // "It improves as a result of treatment."
  if (units.some(({ norm }) => CHANGES.test(norm))) return [];
  for (let at = 0; at < units.length; at++) {
    const isCare = units[at]!.kinds.has('care');
    if (!isCare && !units[at]!.kinds.has('carer')) continue;
    const link = linkOf(units, at, isCare);
    if (link < 0) continue;
    const from = Math.min(at, link);
    const to = Math.max(at, link);
    if (negationsIn(units, backFrom(units, from, 8), to) > 0) continue;
    return [
      {
        kind: 'care',
        value: 'medical-care',
        attribute: 'origin',
        from,
        to,
        reach: backFrom(units, from, 8),
        predicate: true,
      },
    ];
  }
  return [];
}

/** Index of the word that makes care the cause: before it ("caused by", "a result of"), or behind. */
function linkOf(units: readonly Unit[], at: number, isCare: boolean): number {
  // "treatment of metastatic calcinosis", "its treatment"
  if (['of', 'for'].includes(units[at + 1]?.norm ?? '') && units[at]!.norm !== 'extravasation') return -1;
  for (let index = at - 1, content = 0; index >= Math.max(0, at - 7); index--) {
    const { kinds, mark, type, isContent, isOther } = units[index]!;
    if (
      (mark !== undefined && mark !== ':' && mark !== '=') ||
      type !== undefined ||
      isOther ||
      (isContent && ++content > 1)
    ) {
      break;
    }
    if (kinds.has('result') && leadsOn(units, index, at)) return index;
    // "Metastatic – after a treatment or a test": nothing else explains it.
    const label = units[index - 1]?.mark ?? '';
    if (units[index]!.norm === 'after' && EXPLAINING_MARKS.has(label)) return index;
  }
  const acts = isCare || units.slice(at + 1, at + 3).some(({ norm }) => ACTING.has(norm));
  for (let index = at + 1; acts && index <= at + 8 && index < units.length; index++) {
    const { kinds, mark, type } = units[index]!;
    if (mark !== undefined || type !== undefined) break;
    if (kinds.has('result') && !PASSIVE_ONLY.has(units[index]!.norm)) return index;
  }
  return -1;
}

/** "induced by medical personnel", "a result of treatment", but not "results: treatment was stopped". */
function leadsOn(units: readonly Unit[], index: number, at: number): boolean {
  const { norm, mark } = units[index]!;
  if (mark === '=' || ['follows', 'following', 'due', 'culprit', 'source', 'caused', 'stems'].includes(norm)) {
    return true;
  }
  return units
    .slice(index, at)
    .some((unit) => ['by', 'of', 'to', 'from', 'after', 'when', 'during', 'is'].includes(unit.norm));
}

const HARD = new Set('hard difficult'.split(' '));
const EXACTNESS = new Set('exact exactly precise precisely fully completely entirely sometimes some'.split(' '));
const QUOTES = new Set(['"', '“', '‘']);
const OF_DEPOSITS = new Set('it this these them deposits deposit lumps'.split(' '));
const LACKS = new Set('absent missing wanting lacking'.split(' '));
const BEFORE_CAUSE = new Set(
  'a an the any single other such real one clear underlying visible external definite specific particular'.split(' '),
);
const CHANGES = /^(?:improv|shr[ai]nk|better|worse|disappear|resolv|regress|soften|relie[fv]|vanish)/u;
const ACTING = new Set('do does bring brings cause produce induce provoke'.split(' '));
const PASSIVE_ONLY = new Set('follows following due result results outcome comes made stems arises ='.split(' '));
