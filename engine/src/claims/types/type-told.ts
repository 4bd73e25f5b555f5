import type { AttributeTelling, Terminology } from '../../terminology/terminology.js';
import { isNegator } from '../sentences/clauses.js';
import type { SentenceElements } from '../sentences/elements.js';
import { oncePerContent } from '../../rules/support/once.js';
import { PhrasesByFirst } from '../../terminology/phrase-words.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import { NO_NUMBER } from '../phrases/attribute-set.js';
import { PhraseOpenings } from '../phrases/phrase-openings.js';
import { matchesBetween, type PhraseMatch } from '../phrases/phrase-matches.js';
import { rangesOf, type Range } from '../facts/telling-ranges.js';
import { ENDS_PART, OPEN } from '../facts/telling-words.js';

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
  const matches = matchesBetween(tellingsOfTypes(block, terminology), block.tokens, first, end);
  if (matches.length === 0) return NONE;
  const found = new Map<string, ToldOfType>();
  const several = new Set<string>();
  for (const { phrase: telling, at } of matches) {
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

/** What tells types that stands in a block, whatever is named near it. */
const tellingsOfTypes = oncePerContent(({ tokens }, terminology): readonly PhraseMatch<AttributeTelling>[] => {
  const openings = openingsOf(terminology);
  return tokens.flatMap((_, at) =>
    (openings.at(tokens, at, tokens.length)?.phrases ?? NONE).flatMap((phrase) => {
      const places = phrase.parts[0]!;
      const to = matchPlaces(tokens, places, at, tokens.length);
      return to > at ? [{ phrase, number: NO_NUMBER, places, at, to }] : [];
    }),
  );
});

/** The words that tell the types apart: a value that all of them may have tells nothing of a type. */
function openingsOf(terminology: Terminology): PhraseOpenings<AttributeTelling> {
  let openings = known.get(terminology);
  if (openings === undefined) {
    const members = terminology.classifications.flatMap((classification) => classification.members);
    const concepts = members.flatMap((member) => member.concepts);
    const tellings = terminology.attributes.flatMap((id) => {
      const held = concepts.flatMap((one) => terminology.heldAttribute(one, id) ?? []);
      const isShared = held.length <= 2 || new Set(held.map((one) => one.values.join(' '))).size <= 1;
      if (isShared) return [];
      return terminology.tellingsOf(id).filter(({ value }) => !held.every((one) => one.values.includes(value)));
    });
    const placesOf = ({ parts }: AttributeTelling) => parts[0]!;
    openings = new PhraseOpenings(new PhrasesByFirst(tellings, terminology.families), placesOf);
    known.set(terminology, openings);
  }
  return openings;
}

const known = new WeakMap<Terminology, PhraseOpenings<AttributeTelling>>();
