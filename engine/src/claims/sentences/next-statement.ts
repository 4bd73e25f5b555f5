import type { Element } from './elements.js';

/**
 * Index of the comma behind which another statement begins, or where the clause ends: "… are seeded by a cancer, and a
 * blood test for calcium helps to recognize them". What stands there tells nothing of what was said before it.
 * @param from first element that the statement may end at
 */
export function endOfStatement(elements: readonly Element[], from: number, end: number): number {
  for (let at = from; at < end - 2; at++) {
    const { norm } = elements[at]!;
    if (norm === ';') return at;
    if (norm === ',' && JOINS.has(elements[at + 1]!.norm) && isStatement(elements, at + 2, end)) return at;
  }
  return end;
}

/** It opens with a pronoun, or with a noun of its own that does something to what was named before. */
function isStatement(elements: readonly Element[], from: number, end: number): boolean {
  const first = elements[from]!.norm;
  if (PRONOUNS.has(first)) return true;
  const hasArticle = ARTICLES.has(first);
  for (let at = from + 1; at < end; at++) {
    const { norm, kind } = elements[at]!;
    if (kind === 'mark' || RELATIVES.has(norm)) return false;
    if (OBJECTS.has(norm) && at > from + 1) return true;
    if (hasArticle && at > from + 1 && FINITE.has(norm)) return true;
  }
  return false;
}

const JOINS = new Set('and but while yet'.split(' '));
const PRONOUNS = new Set('it they you we he she this these nobody doctors patients'.split(' '));
const ARTICLES = new Set('a an the your our his her their my its most many all'.split(' '));
const OBJECTS = new Set(['it', 'them']);
const RELATIVES = new Set('which that who whose where by from'.split(' '));
const FINITE = new Set(
  'is are was were has have had can may will must should does do did helps help shows show tells tell needs need makes make gives give'.split(
    ' ',
  ),
);
