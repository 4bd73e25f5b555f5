import type { Terminology } from '../../terminology/terminology.js';

/**
 * Whether a noun may stand for a thing: "the hormone" for parathyroid hormone, and not for the calcium that stands
 * nearer. What a thing is said to be is data (`kinds`); of what nothing is known anything may be said.
 */
export function mayBeCalled(id: string, noun: string, terminology: Terminology): boolean {
  return whetherCalled(id, noun, terminology) !== false;
}

/** Whether it is known that a noun stands for it. */
export function isCalled(id: string, noun: string, terminology: Terminology): boolean {
  return whetherCalled(id, noun, terminology) === true;
}

/** Undefined where nothing is known of it. */
function whetherCalled(id: string, noun: string, terminology: Terminology): boolean | undefined {
  const named = (terminology.attributeIndex.get(noun) ?? []).filter(
    ({ isKind, places }) => isKind === true && places.length === 1,
  );
  if (named.length === 0) return undefined;
  const known = named.flatMap(({ attribute, value }) => {
    const held = terminology.heldAttribute(id, attribute);
    return held === undefined ? [] : [held.values.includes(value) || held.also?.includes(value) === true];
  });
  return known.length === 0 ? undefined : known.includes(true);
}
