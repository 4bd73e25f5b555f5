import type { Element } from './elements.js';

/** What stands between two items of a list in running text. Grammar, not medicine. */

/**
 * Whether the elements between two names only lead from one item of a list to the next: ", ", "and the", ", injections
 * of … or, in adults, ". What holds of the one is then said of the other.
 */
export function joinsItems(between: readonly Element[]): boolean {
  const gap = withoutAsides(between);
  const last = gap.findLastIndex(({ norm }) => SEPARATORS.has(norm));
  if (last < 0) return gap.length <= LONGEST_GAP && gap.every(({ kind }) => kind === 'word') && !gap.some(breaks);
  const opening = gap.slice(0, last);
  // "paste that contained calcium, and the plates of …": the comma closes what hangs on the item.
  const isClosed = gap[last - 1]?.norm === ',';
  const rest = gap.slice(last + 1);
  return (
    gap.length <= LONGEST_ITEM &&
    rest.length <= LONGEST_GAP &&
    rest.every(({ kind }) => kind !== 'mark') &&
    // "deposits in kidney failure, those in sarcoidosis"
    (rest[0]?.norm === 'those' || !rest.some(breaks)) &&
    !opening.some(
      ({ norm, kind }) =>
        (ENDS_LIST.has(norm) && !(isClosed && RELATIVES.has(norm))) || (kind === 'mark' && !SEPARATORS.has(norm)),
    )
  );
}

/**
 * Where the words begin that may deny what stands at an element: in "no injury, no disease, high calcium" each item
 * denies itself alone.
 *
 * @param start of the clause
 */
export function startOfItem(elements: readonly Element[], start: number, at: number): number {
  const from = Math.max(start, at - REACH_OF_DENIAL);
  const comma = elements.findLastIndex(({ norm }, index) => index >= from && index < at && norm === ',');
  const item = elements.slice(0, Math.max(comma, 0));
  const opening = item.findLastIndex(({ norm }) => norm === ',' || norm === ':');
  const isOwn = item[opening + 1]?.norm === 'no' && !item.slice(opening + 1).some(({ norm }) => norm === 'or');
  return comma > opening && isOwn ? comma + 1 : from;
}

function breaks({ norm }: Element): boolean {
  return BREAKS.has(norm) || ENDS_LIST.has(norm);
}

/** "and, in children, …", "or – more seldom – …": what is thrown in behind the word that joins. */
function withoutAsides(elements: readonly Element[]): readonly Element[] {
  const opens = elements.findIndex(
    ({ norm }, at) => ASIDE_MARKS.has(norm) && JOINS.has(elements[at - 1]?.norm ?? '') && at > 0,
  );
  if (opens < 0) return elements;
  const closes = elements.findIndex(({ norm }, at) => at > opens && norm === elements[opens]!.norm);
  const isShort = closes > 0 && closes - opens <= LONGEST_ASIDE;
  return isShort ? [...elements.slice(0, opens), ...elements.slice(closes + 1)] : elements;
}

/** In elements. */
const REACH_OF_DENIAL = 5;
const LONGEST_GAP = 5;
const LONGEST_ITEM = 16;
const LONGEST_ASIDE = 7;
const JOINS = new Set('and or & plus'.split(' '));
const SEPARATORS = new Set([',', ...JOINS]);
const ASIDE_MARKS = new Set([',', '–', '—', '(']);
const RELATIVES = new Set(['that', 'which']);
/** Before a name they make it another thing than an item: "lupus in kidney failure". */
const BREAKS = new Set('with in to for on during among'.split(' '));
/** Another statement begins, or what follows hangs on the item. */
const ENDS_LIST = new Set(
  'is are was were has have had while but since because who which that whose where when if not no without than'.split(
    ' ',
  ),
);
