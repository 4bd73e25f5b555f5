import { oncePerContent } from '../rules/support/once.js';
import { PhrasesByFirst } from '../terminology/phrase-words.js';
import type { PhrasePlaces, Terminology } from '../terminology/terminology.js';
import { matchPlaces } from './attribute-match.js';
import { ORIGIN } from './origin-words.js';
import { PhraseOpenings } from './phrase-openings.js';

/** Which of the phrases of the terminology a reader goes by. */
export type PhraseKind = 'attribute' | 'meaning' | 'name' | 'anywhere' | 'scale' | 'telling' | 'grade' | 'origin';

/**
 * The tokens of a block that a phrase of each kind begins at, in order, wherever the clause around them ends. All are
 * found in one pass, and most clauses have none.
 */
export const phrasePlaces = oncePerContent(
  ({ tokens }, terminology: Terminology): Readonly<Record<PhraseKind, readonly number[]>> => {
    const found: Record<PhraseKind, number[]> = {
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
    for (let at = 0; at < tokens.length; at++) {
      for (const { kind, places } of openings.at(tokens, at, tokens.length)) {
        const own = found[kind];
        if (own[own.length - 1] !== at && matchPlaces(tokens, places, at, tokens.length) > at) own.push(at);
      }
    }
    return found;
  },
);

/** Whether one of the places, which are in order, lies between two tokens. */
export function anyPlace(places: readonly number[], from: number, to: number): boolean {
  for (const place of places) if (place >= from) return place < to;
  return false;
}

/** Those of the places, which are in order, that lie between two tokens. */
export function placesBetween(places: readonly number[], from: number, to: number): readonly number[] {
  const first = places.findIndex((place) => place >= from);
  if (first < 0 || places[first]! >= to) return NONE;
  let end = first + 1;
  while (end < places.length && places[end]! < to) end++;
  return places.slice(first, end);
}

const NONE: readonly number[] = [];

interface KindPhrase {
  readonly kind: PhraseKind;
  readonly places: PhrasePlaces;
}

function openingsOf(terminology: Terminology): PhraseOpenings<KindPhrase> {
  let openings = known.get(terminology);
  if (openings === undefined) {
    const {
      attributeIndex,
      meaningIndex,
      nameIndex,
      scaleIndex,
      tellingIndex,
      gradeIndex,
      descriptionIndex,
      anywhereIndex,
    } = terminology;
    const phrases: KindPhrase[] = [];
    const add = <Phrase>(
      kind: PhraseKind,
      index: PhrasesByFirst<Phrase>,
      placesOf: (phrase: Phrase) => PhrasePlaces | undefined,
    ): void => {
      for (const phrase of index.all) {
        const places = placesOf(phrase);
        if (places !== undefined) phrases.push({ kind, places });
      }
    };
    add('attribute', attributeIndex, ({ places }) => places);
    add('meaning', meaningIndex, ({ parts }) => parts[0]!);
    add('name', nameIndex, ({ places }) => places);
    add('anywhere', anywhereIndex, ({ parts }) => parts[0]!);
    add('scale', scaleIndex, ({ places }) => places);
    add('telling', tellingIndex, ({ parts }) => parts[0]!);
    add('grade', gradeIndex, ({ places }) => places);
    add('origin', descriptionIndex, ({ places, attribute }) => (attribute === ORIGIN ? places : undefined));
    const byFirst = new PhrasesByFirst(phrases, ({ places }) => places, terminology.families);
    openings = new PhraseOpenings(byFirst, ({ places }) => places);
    known.set(terminology, openings);
  }
  return openings;
}

const known = new WeakMap<Terminology, PhraseOpenings<KindPhrase>>();
