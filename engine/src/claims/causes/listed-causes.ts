import type { Terminology } from '../../terminology/terminology.js';
import { AFTER_OBJECT, CAUSE_KINDS, PEOPLE, STOPS_OBJECTS } from './cause-words.js';
import type { Element } from '../sentences/elements.js';

/** What a sentence names as causes, before and behind the words that say so. */

export function isCause(element: Element, terminology: Terminology): boolean {
  const id = element.mention?.conceptId;
  return id !== undefined && CAUSE_KINDS.has(terminology.concept(id)!.kind);
}

/** Causes after a cue, up to where another statement begins. */
export function causesAfter(
  elements: readonly Element[],
  from: number,
  end: number,
  terminology: Terminology,
): Element[] {
  const objects: Element[] = [];
  let depth = 0;
  for (let at = from; at < end; at++) {
    const element = elements[at]!;
    if (element.norm === '(') depth++;
    else if (element.norm === ')') depth--;
    if (depth > 0) continue;
    if (element.phrase !== undefined || (isCause(element, terminology) && isWhole(elements, at, terminology))) {
      objects.push(element);
      continue;
    }
    if (element.norm === ':' || element.norm === ';') break;
    // "needs no blood tests for …"
    if (['no', 'not', 'without', 'absence'].includes(element.norm)) break;
    // "… after an infusion in a child with kidney failure": the second is who, not why.
    if (objects.length > 0 && AFTER_OBJECT.has(element.norm)) break;
    if (
      STOPS_OBJECTS.has(element.norm) &&
      !(PEOPLE.has(elements[at - 1]?.norm ?? '') || elements[at - 1]?.norm === 'who')
    ) {
      break;
    }
  }
  return objects;
}

/** "calcium phosphate production" names a process, not the substance. */
function isWhole(elements: readonly Element[], at: number, terminology: Terminology): boolean {
  const id = elements[at]!.mention!.conceptId!;
  if (terminology.concept(id)!.kind !== 'substance') return true;
  const next = elements[at + 1];
  return (
    next === undefined ||
    next.kind === 'mark' ||
    ['and', 'or', 'in', 'from', 'that', 'which', 'is', 'by', 'into'].includes(next.norm)
  );
}

/** Causes right before a cue: "sarcoidosis, milk-alkali syndrome, and too much vitamin D can cause". */
export function causesBefore(
  elements: readonly Element[],
  start: number,
  at: number,
  terminology: Terminology,
): Element[] {
  const list: Element[] = [];
  for (let index = at - 1; index >= start; index--) {
    const element = elements[index]!;
    if (element.phrase !== undefined || isCause(element, terminology)) {
      list.unshift(element);
      continue;
    }
    if (element.kind === 'mark' && element.norm !== ',' && element.norm !== '(' && element.norm !== ')') break;
    if (
      list.length > 0 &&
      element.kind === 'word' &&
      !['and', 'or', 'the', 'a', 'an', 'various', 'some', 'certain', 'of', 'other', 'with'].includes(element.norm)
    ) {
      break;
    }
    if (list.length === 0 && at - index > 6) break;
  }
  // In "surgery for calcinosis can cause" the term is not what causes.
  return list;
}
