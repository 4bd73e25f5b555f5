import type { Element, SentenceElements } from './elements.js';

/**
 * What a sentence that tells two things apart says of each, by itself: "distinguish the dystrophic type, which happens
 * in damaged tissue, from the metastatic type, in which …". What stands behind the second is told of it and not of the
 * first. Of any other sentence it is all.
 */
export function partsOfDistinction(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  const verb = elements.findIndex(({ norm }) => TELLS_APART.has(norm));
  if (verb < 0) return [sentence];
  const from = elements.findIndex(({ norm }, at) => at > verb + 1 && norm === 'from');
  if (from < 0) return [sentence];
  const [first, second] = [nameWithRelative(elements, verb + 1), nameWithRelative(elements, from + 1)];
  if (second === undefined || elements.slice(second.relative + 1).some(({ norm }) => PARTS.has(norm))) {
    return [sentence];
  }
  const opening = elements.slice(verb + 1, from);
  if (!opening.some(({ mention }) => mention !== undefined)) return [sentence];
  const behind = { ...sentence, elements: elements.slice(second.name) };
  if (first === undefined || first.relative > from) {
    return opening.length <= LONGEST_NAME ? [behind] : [sentence];
  }
  const end = elements[from - 1]!.norm === ',' ? from - 1 : from;
  return [{ ...sentence, elements: elements.slice(first.name, end) }, behind];
}

/** The name, and the relative clause that a comma parts from it. */
function nameWithRelative(elements: readonly Element[], at: number): { name: number; relative: number } | undefined {
  const name = elements.findIndex(({ mention }, index) => index >= at && mention?.conceptId !== undefined);
  if (name < 0 || name > at + 2) return undefined;
  const comma = elements.findIndex(({ norm }, index) => index > name && norm === ',');
  if (comma < 0 || comma > name + 3) return undefined;
  const opener = elements[comma + 1]?.norm ?? '';
  const isRelative = RELATIVES.has(opener) || (elements[comma + 2]?.norm === 'which' && BEFORE_WHICH.has(opener));
  return isRelative ? { name: at, relative: comma + 1 } : undefined;
}

const TELLS_APART = new Set('distinguish distinguishes distinguished tell separate separates differentiate'.split(' '));
const RELATIVES = new Set(['which', 'where', 'whose']);
const BEFORE_WHICH = new Set(['in', 'for', 'from', 'with', 'during', 'of']);
/** Behind these the sentence goes on with something else. */
const PARTS = new Set([';', ':', 'but', 'whereas', 'while', 'although', 'by']);
/** In elements: "the dystrophic type of calcinosis". */
const LONGEST_NAME = 5;
