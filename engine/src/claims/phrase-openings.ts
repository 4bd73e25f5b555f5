import { isHyphen } from '../language/tokenize.js';
import type { Token } from '../language/token.js';
import { matchPlaces } from './attribute-match.js';
import { GAP } from '../terminology/family-marks.js';
import { mayBeEmpty, waysFrom, type Opens, type PhrasesByFirst } from '../terminology/phrase-words.js';
import type { PhrasePlaces } from '../terminology/terminology.js';

/**
 * Phrases by the two words that they may begin with. Most of the words that open a phrase are small ones ("in", "the"),
 * and of the phrases that such a word opens hardly any goes on with the word that follows.
 */
export class PhraseOpenings<Phrase extends Opens> {
  readonly #byFirst: PhrasesByFirst<Phrase>;
  readonly #placesOf: (phrase: Phrase) => PhrasePlaces;
  /** Made for a first word when it is met; null where it opens no phrase. */
  readonly #byWord = new Map<string, Opening<Phrase> | null>();

  /** @param byFirst phrases by every word that they may begin with */
  constructor(byFirst: PhrasesByFirst<Phrase>, placesOf: (phrase: Phrase) => PhrasePlaces) {
    this.#byFirst = byFirst;
    this.#placesOf = placesOf;
  }

  /** The phrases that may begin at a token, in the order that they were given in. */
  at(tokens: readonly Token[], token: number, end: number): readonly Phrase[] {
    const first = tokens[token]!.norm;
    let opening = this.#byWord.get(first);
    if (opening === undefined) opening = this.#openingOf(first);
    if (opening === null) return NONE;
    if (opening.seconds === undefined) {
      const { phrases } = opening;
      if (phrases.length < FEW || ++opening.met < OFTEN) return phrases;
      opening.seconds = secondWordsOf(first, phrases, this.#placesOf);
    }
    let next = token + 1;
    // Hyphens do not part a phrase.
    while (next < end && tokens[next]!.glued && isHyphen(tokens[next]!.text)) next++;
    return (next < end ? opening.seconds.before.get(tokens[next]!.norm) : undefined) ?? opening.seconds.alone;
  }

  #openingOf(first: string): Opening<Phrase> | null {
    const phrases = this.#byFirst.get(first);
    const opening = phrases === undefined ? null : { phrases, met: 0, seconds: undefined };
    if (opening !== null || this.#byWord.size < MOST_WORDS) this.#byWord.set(first, opening);
    return opening;
  }
}

interface Opening<Phrase> {
  readonly phrases: readonly Phrase[];
  /** How often its word was met before its phrases were sorted. */
  met: number;
  seconds: SecondWords<Phrase> | undefined;
}

/** Of words that open no phrase so many are remembered. */
const MOST_WORDS = 50_000;
const NONE: readonly never[] = [];
/** To sort so few phrases costs more than to try them. */
const FEW = 6;
/** To sort the phrases of a word costs as much as to try them some times: most words stand in a text once or twice. */
const OFTEN = 8;

interface SecondWords<Phrase> {
  /** Phrases that the first word may be all of. */
  readonly alone: readonly Phrase[];
  /** Those, and the ones that go on with a word. */
  readonly before: ReadonlyMap<string, readonly Phrase[]>;
}

function secondWordsOf<Phrase>(
  first: string,
  phrases: readonly Phrase[],
  placesOf: (phrase: Phrase) => PhrasePlaces,
): SecondWords<Phrase> {
  const followers = phrases.map((phrase) => followersOf(first, placesOf(phrase)));
  const before = new Map<string, Phrase[]>();
  for (const { words } of followers) for (const word of words) before.set(word, []);
  const alone: Phrase[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const { words, mayEnd } = followers[index]!;
    if (mayEnd) {
      alone.push(phrase);
      for (const all of before.values()) all.push(phrase);
    } else for (const word of words) before.get(word)!.push(phrase);
  }
  return { alone, before };
}

interface Followers {
  readonly words: ReadonlySet<string>;
  /** Nothing need follow, or any word may. */
  readonly mayEnd: boolean;
}

/** The words that may follow the first one of a phrase. */
function followersOf(first: string, places: PhrasePlaces): Followers {
  const words = new Set<string>();
  let mayEnd = false;
  for (const [index, place] of places.entries()) {
    for (const way of waysFrom(place, first)) {
      if (way[0] !== first) continue;
      // "hold … back": any word may follow.
      if (way[1] === GAP) mayEnd = true;
      else if (way.length > 1) words.add(way[1]!);
      else if (addFirstWords(places, index + 1, words)) mayEnd = true;
    }
    if (!mayBeEmpty(place)) break;
  }
  return { words, mayEnd };
}

/** Adds the words that the places from an index on may begin with; whether all of them may be empty. */
function addFirstWords(places: PhrasePlaces, from: number, words: Set<string>): boolean {
  for (let index = from; index < places.length; index++) {
    const place = places[index]!;
    for (const way of place) if (way.length > 0) words.add(way[0]!);
    if (!mayBeEmpty(place)) return false;
  }
  return true;
}

/** Index of the token after the last of all parts, or -1 where one of them does not stand there. */
export function endOfParts(
  parts: readonly PhrasePlaces[],
  tokens: readonly Token[],
  first: number,
  end: number,
): number {
  let last = -1;
  for (const part of parts) {
    const found = endOfPart(part, tokens, first, end);
    if (found < 0) return -1;
    last = Math.max(last, found);
  }
  return last;
}

function endOfPart(part: PhrasePlaces, tokens: readonly Token[], first: number, end: number): number {
  const opens = firstWordsOf(part);
  for (let token = first; token < end; token++) {
    if (!opens.has(tokens[token]!.norm)) continue;
    const found = matchPlaces(tokens, part, token, end);
    if (found > token) return found;
  }
  return -1;
}

/** The words that a phrase may begin with; kept for each. */
export function firstWordsOf(places: PhrasePlaces): ReadonlySet<string> {
  let words = firstWords.get(places);
  if (words === undefined) {
    const found = new Set<string>();
    addFirstWords(places, 0, found);
    firstWords.set(places, (words = found));
  }
  return words;
}

const firstWords = new WeakMap<PhrasePlaces, ReadonlySet<string>>();

/** The words that any of several phrases may begin with. */
export function firstWordsOfAll(phrases: readonly PhrasePlaces[]): ReadonlySet<string> {
  let words = firstWordsOfSeveral.get(phrases);
  if (words === undefined) {
    words = new Set(phrases.flatMap((places) => [...firstWordsOf(places)]));
    firstWordsOfSeveral.set(phrases, words);
  }
  return words;
}

const firstWordsOfSeveral = new WeakMap<readonly PhrasePlaces[], ReadonlySet<string>>();
