import { isHyphen } from '../../language/tokenize.js';
import type { Token } from '../../language/token.js';
import { matchPlaces } from './attribute-match.js';
import type { Opens, PhrasesByFirst } from '../../terminology/phrase-words.js';
import type { PhrasePlaces } from '../../terminology/terminology.js';
import { addFirstWords, OpenPhrases, type Followers } from './open-phrases.js';

/**
 * Phrases by the words that they may begin with. Most of the words that open a phrase are small ones ("in", "the"), and
 * of the phrases that such a word opens hardly any goes on with the word that follows.
 */
export class PhraseOpenings<Phrase extends Opens> {
  readonly #byFirst: PhrasesByFirst<Phrase>;
  readonly #placesOf: (phrase: Phrase) => PhrasePlaces;
  readonly #numberOf: (phrase: Phrase) => number;
  /** Made for a first word when it is met; null where it opens no phrase. */
  readonly #byWord = new Map<string, OpenPhrases<Phrase> | null>();

  /**
   * @param byFirst phrases by every word that they may begin with
   * @param numberOf by which whoever asks for phrases sorts out what it does not look for
   */
  constructor(
    byFirst: PhrasesByFirst<Phrase>,
    placesOf: (phrase: Phrase) => PhrasePlaces,
    numberOf: (phrase: Phrase) => number = () => 0,
  ) {
    this.#byFirst = byFirst;
    this.#placesOf = placesOf;
    this.#numberOf = numberOf;
  }

  /** The phrases that may begin at a token, in the order that they were given in; undefined where none does. */
  at(tokens: readonly Token[], token: number, end: number): OpenPhrases<Phrase> | undefined {
    const first = tokens[token]!.norm;
    const known = this.#byWord.get(first);
    let opened = known === undefined ? this.#openedBy(first) : known;
    for (let next = token + 1; opened !== null; next++) {
      const followers: Followers<Phrase> | undefined = opened.followers();
      if (followers === undefined) return opened;
      if (next >= end) return followers.others;
      const { norm, glued, text } = tokens[next]!;
      // Hyphens do not part a phrase: what stands behind one is compared.
      if (glued && isHyphen(text)) return opened;
      const left = followers.before(norm);
      if (left === undefined) return followers.others;
      opened = left;
    }
    return undefined;
  }

  #openedBy(first: string): OpenPhrases<Phrase> | null {
    const phrases = this.#byFirst.get(first);
    const opened =
      phrases === undefined
        ? null
        : new OpenPhrases(
            [first],
            phrases,
            phrases.map(this.#numberOf),
            phrases.map(() => 0),
            this.#placesOf,
          );
    if (opened !== null || this.#byWord.size < MOST_WORDS) this.#byWord.set(first, opened);
    return opened;
  }
}

/** Of words that open no phrase so many are remembered. */
const MOST_WORDS = 50_000;

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
