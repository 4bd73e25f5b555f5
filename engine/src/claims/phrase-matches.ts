import type { Token } from '../language/token.js';
import { oncePerContent } from '../rules/support/once.js';
import type {
  AttributeMeaning,
  AttributeName,
  AttributeParts,
  AttributePhrase,
  AttributeScale,
  AttributeTelling,
  GradedPhrase,
  PhrasePlaces,
  Terminology,
} from '../terminology/terminology.js';
import { matchPlaces } from './attribute-match.js';
import { ORIGIN } from './origin-words.js';
import { PhraseOpenings } from './phrase-openings.js';

/** The phrases of the terminology by the readers that go by them. Of several parts, the first one opens the phrase. */
interface PhraseKinds {
  readonly attribute: AttributePhrase;
  readonly meaning: AttributeMeaning;
  readonly name: AttributeName;
  readonly anywhere: AttributeParts;
  readonly scale: AttributeScale;
  readonly telling: AttributeTelling;
  readonly grade: GradedPhrase;
  readonly origin: AttributePhrase;
}

export type PhraseKind = keyof PhraseKinds;

/** Where a phrase stands in a block, or its first part. */
export interface PhraseMatch<Phrase> {
  readonly phrase: Phrase;
  readonly places: PhrasePlaces;
  /** Index of its first token. */
  readonly at: number;
  /** Index of the token behind it. */
  readonly to: number;
}

export type PhraseMatches = { readonly [Kind in PhraseKind]: readonly PhraseMatch<PhraseKinds[Kind]>[] };

/**
 * The phrases of each kind that stand in a block, in order, wherever the clause around them ends. All are found in one
 * pass, and most clauses have none.
 */
export const phraseMatches = oncePerContent(({ tokens }, terminology: Terminology): PhraseMatches => {
  const found: { [Kind in PhraseKind]: PhraseMatch<PhraseKinds[Kind]>[] } = {
    attribute: [],
    meaning: [],
    name: [],
    anywhere: [],
    scale: [],
    telling: [],
    grade: [],
    origin: [],
  };
  const openings = openingsOf(terminology);
  const end = tokens.length;
  for (let at = 0; at < end; at++) {
    for (const { kind, phrase, places } of openings.at(tokens, at, end)) {
      const to = matchPlaces(tokens, places, at, end);
      if (to > at) (found[kind] as PhraseMatch<unknown>[]).push({ phrase, places, at, to });
    }
  }
  return found;
});

/** Whether one of the matches begins between two tokens. */
export function anyMatch(matches: readonly PhraseMatch<unknown>[], from: number, to: number): boolean {
  for (const { at } of matches) if (at >= from) return at < to;
  return false;
}

/** Those of the matches that lie between two tokens, in order. What reaches farther may be shorter as well. */
export function matchesBetween<Phrase>(
  matches: readonly PhraseMatch<Phrase>[],
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly PhraseMatch<Phrase>[] {
  let between: PhraseMatch<Phrase>[] | undefined;
  for (const match of matches) {
    if (match.at < from) continue;
    if (match.at >= to) break;
    between ??= [];
    if (match.to <= to) between.push(match);
    else {
      const shorter = matchPlaces(tokens, match.places, match.at, to);
      if (shorter > match.at) between.push({ ...match, to: shorter });
    }
  }
  return between ?? NONE;
}

const NONE: readonly never[] = [];

interface KindPhrase {
  readonly kind: PhraseKind;
  readonly phrase: unknown;
  readonly places: PhrasePlaces;
}

function openingsOf(terminology: Terminology): PhraseOpenings<KindPhrase> {
  let openings = known.get(terminology);
  if (openings === undefined) {
    const byFirst = new Map<string, KindPhrase[]>();
    const add = <Phrase>(
      kind: PhraseKind,
      index: ReadonlyMap<string, readonly Phrase[]>,
      placesOf: (phrase: Phrase) => PhrasePlaces | undefined,
    ): void => {
      for (const [first, phrases] of index) {
        let all = byFirst.get(first);
        if (all === undefined) byFirst.set(first, (all = []));
        for (const phrase of phrases) {
          const places = placesOf(phrase);
          if (places !== undefined) all.push({ kind, phrase, places });
        }
      }
    };
    add('attribute', terminology.attributeIndex, ({ places }) => places);
    add('meaning', terminology.meaningIndex, ({ parts }) => parts[0]!);
    add('name', terminology.nameIndex, ({ places }) => places);
    add('anywhere', terminology.anywhereIndex, ({ parts }) => parts[0]!);
    add('scale', terminology.scaleIndex, ({ places }) => places);
    add('telling', terminology.tellingIndex, ({ parts }) => parts[0]!);
    add('grade', terminology.gradeIndex, ({ places }) => places);
    add('origin', terminology.descriptionIndex, ({ places, attribute }) => (attribute === ORIGIN ? places : undefined));
    openings = new PhraseOpenings(byFirst, ({ places }) => places);
    known.set(terminology, openings);
  }
  return openings;
}

const known = new WeakMap<Terminology, PhraseOpenings<KindPhrase>>();
