import { GAP } from '../../terminology/family-marks.js';
import { mayBeEmpty, waysFrom } from '../../terminology/phrase-words.js';
import type { PhrasePlaces } from '../../terminology/terminology.js';

/**
 * Phrases that may begin with some words, and what is known of them by these words alone. When the words were met often
 * and many of the phrases are still to be compared, they are sorted by the word that follows.
 */
export class OpenPhrases<Phrase extends object> {
  readonly phrases: readonly Phrase[];
  /** Of each phrase that by which whoever asks for phrases sorts out what it does not look for. */
  readonly numbers: readonly number[];
  /** Of each phrase with how many of the words it ends, whatever follows; 0 where it is to be compared. */
  readonly lengths: number[];
  readonly #words: readonly string[];
  readonly #placesOf: (phrase: Phrase) => PhrasePlaces;
  #met = 0;
  #followers: Followers<Phrase> | undefined;

  constructor(
    words: readonly string[],
    phrases: readonly Phrase[],
    numbers: readonly number[],
    lengths: number[],
    placesOf: (phrase: Phrase) => PhrasePlaces,
  ) {
    this.#words = words;
    this.phrases = phrases;
    this.numbers = numbers;
    this.lengths = lengths;
    this.#placesOf = placesOf;
  }

  /** By the word that follows; undefined where it is not worth while to look at that, or not yet. */
  followers(): Followers<Phrase> | undefined {
    if (this.#met < OFTEN && ++this.#met === OFTEN) this.#sort();
    return this.#followers;
  }

  #sort(): void {
    let toCompare = 0;
    for (const [index, phrase] of this.phrases.entries()) {
      this.lengths[index] ||= lengthIn(this.#words, this.#placesOf(phrase));
      if (this.lengths[index] === 0) toCompare++;
    }
    if (toCompare < FEW) return;
    const open: number[] = [];
    const before = new Map<string, number[]>();
    for (const [index, phrase] of this.phrases.entries()) {
      const words = this.lengths[index]! > 0 ? undefined : wordsBehind(this.#words, this.#placesOf(phrase));
      if (words === undefined) open.push(index);
      else for (const word of words) addTo(before, word, index);
    }
    this.#followers = new Followers(this, open, before);
  }

  /** Those of the phrases that are left when a word follows, or when nothing is known of what follows. */
  some(indexes: readonly number[], word?: string): OpenPhrases<Phrase> {
    const left = new OpenPhrases(
      word === undefined ? this.#words : [...this.#words, word],
      indexes.map((index) => this.phrases[index]!),
      indexes.map((index) => this.numbers[index]!),
      indexes.map((index) => this.lengths[index]!),
      this.#placesOf,
    );
    if (word === undefined) left.#met = OFTEN;
    return left;
  }
}

/** The phrases that are left of some behind the word that follows them. */
export class Followers<Phrase extends object> {
  readonly #all: OpenPhrases<Phrase>;
  /** Indexes of those that may end, or go on with any word. */
  readonly #open: readonly number[];
  readonly #before: ReadonlyMap<string, readonly number[]>;
  readonly #made = new Map<string, OpenPhrases<Phrase>>();
  #others: OpenPhrases<Phrase> | undefined;

  constructor(all: OpenPhrases<Phrase>, open: readonly number[], before: ReadonlyMap<string, readonly number[]>) {
    this.#all = all;
    this.#open = open;
    this.#before = before;
  }

  /** Those that may go on with any word: of other words that follow them nothing is asked. */
  get others(): OpenPhrases<Phrase> {
    return (this.#others ??= this.#all.some(this.#open));
  }

  /** Those that may go on with a word; undefined where none does that might not go on with any other. */
  before(word: string): OpenPhrases<Phrase> | undefined {
    const made = this.#made.get(word);
    if (made !== undefined) return made;
    const own = this.#before.get(word);
    if (own === undefined) return undefined;
    const left = this.#all.some(
      [...this.#open, ...own].sort((one, other) => one - other),
      word,
    );
    this.#made.set(word, left);
    return left;
  }
}

/** So few are as soon compared as sorted. */
const FEW = 4;
/** To sort the phrases of a word costs as much as to try them some times: most words stand in a text once or twice. */
const OFTEN = 8;

function addTo(orders: Map<string, number[]>, word: string, index: number): void {
  const known = orders.get(word);
  if (known === undefined) orders.set(word, [index]);
  else known.push(index);
}

/**
 * With how many of the words that stand somewhere a phrase ends there, whatever follows; 0 where that depends on what
 * follows. Of several ways to fill the phrase the first one counts, as where it is compared.
 */
function lengthIn(words: readonly string[], places: PhrasePlaces): number {
  return Math.max(0, lengthFrom(words, places, 0, 0) ?? 0);
}

/** Undefined where it depends on what follows, -1 where the phrase does not stand there. */
function lengthFrom(words: readonly string[], places: PhrasePlaces, place: number, at: number): number | undefined {
  if (place === places.length) return at;
  if (at === words.length) return undefined;
  for (const way of waysFrom(places[place]!, words[at]!)) {
    const next = behindWay(words, way, at);
    const length = next === undefined || next < 0 ? next : lengthFrom(words, places, place + 1, next);
    if (length === undefined || length >= 0) return length;
  }
  return -1;
}

/** The index behind the words of a way, -1 where others stand there, undefined where they go on behind what is known. */
function behindWay(words: readonly string[], way: readonly string[], at: number): number | undefined {
  for (const [index, word] of way.entries()) {
    if (word === GAP || at + index === words.length) return undefined;
    if (words[at + index] !== word) return -1;
  }
  return at + way.length;
}

/** The words with which a phrase may go on behind some; undefined where nothing need follow, or any word may. */
function wordsBehind(words: readonly string[], places: PhrasePlaces): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  return addWordsBehind(words, places, 0, 0, found) ? undefined : found;
}

function addWordsBehind(
  words: readonly string[],
  places: PhrasePlaces,
  place: number,
  at: number,
  found: Set<string>,
): boolean {
  if (at === words.length) return addFirstWords(places, place, found);
  if (place === places.length) return true;
  for (const way of waysFrom(places[place]!, words[at]!)) {
    const next = behindWay(words, way, at);
    if (next === undefined) {
      const following = way[words.length - at]!;
      // "hold … back": any word may follow.
      if (way.slice(0, words.length - at + 1).includes(GAP)) return true;
      found.add(following);
    } else if (next >= 0 && addWordsBehind(words, places, place + 1, next, found)) return true;
  }
  return false;
}

/** Adds the words that the places from an index on may begin with; whether all of them may be empty. */
export function addFirstWords(places: PhrasePlaces, from: number, words: Set<string>): boolean {
  for (let index = from; index < places.length; index++) {
    const place = places[index]!;
    for (const way of place) if (way.length > 0) words.add(way[0]!);
    if (!mayBeEmpty(place)) return false;
  }
  return true;
}
