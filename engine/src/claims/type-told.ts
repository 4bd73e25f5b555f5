import type { AttributeTelling, Terminology } from '../terminology/terminology.js';
import { isNegator } from './clauses.js';
import type { SentenceElements } from './elements.js';
import { matchesBetween, phraseMatches } from './phrase-matches.js';
import { rangesOf, type Range } from './telling-ranges.js';
import { ENDS_PART, OPEN } from './telling-words.js';

/** What the words of a description tell of a type, before or after the type is named. */
export interface ToldOfType {
  /** Index of the element that it begins at, and of the one behind its last. */
  readonly at: number;
  readonly end: number;
  readonly telling: AttributeTelling;
}

/**
 * What is told between two elements in the words (`tells`) that data has for the types: one thing of each respect, as a
 * description that names several is of a case, not of a type.
 */
export function toldOfTypes(
  { elements, block }: SentenceElements,
  from: number,
  to: number,
  terminology: Terminology,
): readonly ToldOfType[] {
  const first = elements[from]?.firstToken ?? 0;
  const end = elements[to - 1]?.endToken ?? 0;
  const matches = matchesBetween(phraseMatches(block, terminology).telling, block.tokens, first, end);
  if (matches.length === 0) return NONE;
  const values = valuesOfTypes(terminology);
  const found = new Map<string, ToldOfType>();
  const several = new Set<string>();
  for (const { phrase: telling, at } of matches) {
    if (!values.has(`${telling.attribute} ${telling.value}`)) continue;
    const ranges = rangesOf(telling.parts, block.tokens, at, first, end);
    const told = ranges === undefined ? undefined : placed(elements, from, to, ranges, telling);
    if (told === undefined) continue;
    const known = found.get(telling.attribute);
    if (known === undefined) found.set(telling.attribute, told);
    else if (known.telling.value !== telling.value) several.add(telling.attribute);
  }
  return [...found.values()].filter(({ telling }) => !several.has(telling.attribute));
}

const NONE: readonly never[] = [];

/** Where it stands; undefined where its part of the sentence denies it, leaves it open or goes on to another matter. */
function placed(
  elements: SentenceElements['elements'],
  from: number,
  to: number,
  ranges: readonly Range[],
  telling: AttributeTelling,
): ToldOfType | undefined {
  const isTold = (index: number) => {
    const { firstToken, endToken } = elements[index]!;
    return ranges.some((range) => range.from < endToken && firstToken < range.to);
  };
  const told: number[] = [];
  for (let index = from; index < to; index++) if (isTold(index)) told.push(index);
  const [at] = told;
  const last = told[told.length - 1];
  if (at === undefined || last === undefined || last - at > LONGEST) return undefined;
  let start = at;
  while (start > from && !ENDS_PART.has(elements[start - 1]!.norm)) start--;
  let end = last + 1;
  while (end < to && end < last + NEAR && !ENDS_PART.has(elements[end]!.norm) && elements[end]!.norm !== ',') end++;
  for (let index = start; index < end; index++) {
    const { norm } = elements[index]!;
    if (ENDS_PART.has(norm)) return undefined;
    if (!isTold(index) && (isNegator(norm) || OPEN.has(norm) || LOOKED_FOR.has(norm))) return undefined;
  }
  return { at, end: last + 1, telling };
}

/** In elements. */
const LONGEST = 16;
const NEAR = 6;
/** What is looked for, asked or done about it did not come before. */
const LOOKED_FOR = new Set(
  'look looks looked looking search searched searching check checks checked checking test tests tested exclude excluded rule ruled rules ask asks asked if whether treat treats treated treatment'.split(
    ' ',
  ),
);

/** What tells the types apart, by respect and value: a value that all of them may have tells nothing of a type. */
function valuesOfTypes(terminology: Terminology): ReadonlySet<string> {
  let values = known.get(terminology);
  if (values === undefined) {
    const members = terminology.classifications.flatMap((classification) => classification.members);
    const concepts = members.flatMap((member) => member.concepts);
    const telling = (id: string) => {
      const held = concepts.flatMap((one) => terminology.heldAttribute(one, id) ?? []);
      const isShared = held.length <= 2 || new Set(held.map((one) => one.values.join(' '))).size <= 1;
      if (isShared) return [];
      const all = new Set(terminology.tellingsOf(id).map(({ value }) => value));
      return [...all]
        .filter((value) => !held.every((one) => one.values.includes(value)))
        .map((value) => `${id} ${value}`);
    };
    known.set(terminology, (values = new Set(terminology.attributes.flatMap(telling))));
  }
  return values;
}

const known = new WeakMap<Terminology, ReadonlySet<string>>();
