import { isFamilyMark } from './family-marks.js';

/** Words that may fill a place of a phrase; none where the place may be empty. */
export type Way = readonly string[];

/** What may stand in one place of a phrase: words, or nothing. */
export type Place = readonly Way[];

/** For each place of a phrase what may stand there. */
export type PhrasePlaces = readonly Place[];

/**
 * A place that holds all that several do. The words of a family stand in many phrases: what is worked out for them is
 * worked out once, however many places they are a part of.
 */
export function joined(places: readonly Place[]): Place {
  const all = NO_WAYS.concat(...places);
  partsOf.set(all, places);
  return all;
}

const NO_WAYS: readonly Way[] = [];
const partsOf = new WeakMap<Place, readonly Place[]>();

/** Of what a place may hold that which begins with a word, the longest first, and the empty way where there is one. */
export function waysFrom(place: Place, word: string): Place {
  if (place.length <= FEW) return place;
  let table = tables.get(place);
  if (table === undefined) tables.set(place, (table = tableOf(place)));
  const known = table.byFirst.get(word);
  if (known !== undefined) return known;
  const parts = partsOf.get(place);
  if (parts === undefined) return table.others;
  const ways = parts
    .flatMap((part) => waysFrom(part, word).filter((way) => way[0] === word))
    .sort((one, other) => other.length - one.length);
  if (ways.length === 0) return table.others;
  ways.push(...table.others);
  table.byFirst.set(word, ways);
  return ways;
}

interface Table {
  readonly byFirst: Map<string, Way[]>;
  /** The empty way, where there is one. */
  readonly others: Place;
}

function tableOf(place: Place): Table {
  const others = place.filter((way) => way.length === 0);
  const byFirst = new Map<string, Way[]>();
  // Those of a joined place are looked up in its parts.
  if (partsOf.has(place)) return { byFirst, others };
  for (const way of place) {
    if (way.length === 0) continue;
    const known = byFirst.get(way[0]!);
    if (known === undefined) byFirst.set(way[0]!, [way]);
    else known.push(way);
  }
  if (others.length > 0) for (const ways of byFirst.values()) ways.push(...others);
  return { byFirst, others };
}

/** So few are as soon compared one by one. */
const FEW = 8;
const tables = new WeakMap<Place, Table>();

/** Whether nothing need stand there. */
export function mayBeEmpty(place: Place): boolean {
  if (place.length <= FEW) return place.some(isNothing);
  let isEmpty = empties.get(place);
  if (isEmpty === undefined) empties.set(place, (isEmpty = place.some(isNothing)));
  return isEmpty;
}

function isNothing(way: Way): boolean {
  return way.length === 0;
}

const empties = new WeakMap<Place, boolean>();

/** The families that phrases name, each a place, by the words that they may begin with. */
export class Families {
  readonly #waysOf: (name: string) => Place;
  readonly #byMark = new Map<string, Place>();
  readonly #byFirst = new Map<string, Place[]>();

  /** @param waysOf what a family holds, by its name */
  constructor(waysOf: (name: string) => Place) {
    this.#waysOf = waysOf;
  }

  /** The family that a mark in a phrase names; its words are taken apart once. */
  at(mark: string): Place {
    let family = this.#byMark.get(mark);
    if (family === undefined) {
      this.#byMark.set(mark, (family = this.#waysOf(mark.slice(1, -1))));
      for (const first of new Set(family.map((way) => way[0]!))) {
        const known = this.#byFirst.get(first);
        if (known === undefined) this.#byFirst.set(first, [family]);
        else known.push(family);
      }
    }
    return family;
  }

  /** Those that hold a word to begin with. */
  with(first: string): readonly Place[] | undefined {
    return this.#byFirst.get(first);
  }
}

/** A phrase of which it is known how it begins. */
export interface Opens {
  /** As it was compiled: for each place what may stand there. */
  readonly opening: readonly (readonly string[])[];
}

/** Phrases by the words that they may begin with, in the order that they were given in. */
export class PhrasesByFirst<Phrase extends Opens> {
  readonly all: readonly Phrase[];
  readonly #families: Families;
  #isEntered = false;
  /** The orders of those that begin with a word of their own, by the word, and with one of a family, by the family. */
  readonly #byWord = new Map<string, number[]>();
  readonly #byFamily = new Map<Place, number[]>();
  readonly #found = new Map<string, readonly Phrase[] | undefined>();

  /** A family's words are entered nowhere: they are looked up in the family, whatever phrases it begins. */
  constructor(all: readonly Phrase[], families: Families) {
    this.all = all;
    this.#families = families;
  }

  get(first: string): readonly Phrase[] | undefined {
    if (!this.#isEntered) this.#enterAll();
    const own = this.#byWord.get(first);
    const families = this.#families.with(first);
    if (own === undefined && families === undefined) return undefined;
    if (this.#found.has(first)) return this.#found.get(first);
    const orders = new Set([...(own ?? []), ...(families ?? []).flatMap((family) => this.#byFamily.get(family) ?? [])]);
    const phrases = [...orders].sort((a, b) => a - b).map((order) => this.all[order]!);
    const found = phrases.length === 0 ? undefined : phrases;
    this.#found.set(first, found);
    return found;
  }

  /** When a word is first looked up: of most lists only all of the phrases are asked for. */
  #enterAll(): void {
    this.#isEntered = true;
    for (let order = 0; order < this.all.length; order++) {
      for (const words of this.all[order]!.opening) {
        for (const text of words) this.#enter(text, order);
        if (!words.includes('')) break;
      }
    }
  }

  #enter(text: string, order: number): void {
    if (text === '') return;
    if (isFamilyMark(text)) addTo(this.#byFamily, this.#families.at(text), order);
    else {
      const space = text.indexOf(' ');
      addTo(this.#byWord, space < 0 ? text : text.slice(0, space), order);
    }
  }
}

function addTo<Key>(known: Map<Key, number[]>, key: Key, order: number): void {
  const orders = known.get(key);
  if (orders === undefined) known.set(key, [order]);
  else if (orders[orders.length - 1] !== order) orders.push(order);
}
