import type { Element } from './elements.js';

/** In which element of a sentence a token stands: readers ask it of each phrase that is found. */
export class TokenPlaces {
  readonly #start: number;
  /** By the token, counted from the first one: the first element that covers it, or -1. */
  readonly #covering: Int32Array;
  /** The first element that begins at the token or behind it, or -1. */
  readonly #beginning: Int32Array;

  constructor(elements: readonly Element[]) {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const { firstToken, endToken } of elements) {
      if (firstToken < start) start = firstToken;
      // What a plain form puts in may cover no token.
      end = Math.max(end, firstToken + 1, endToken);
    }
    const length = elements.length === 0 ? 0 : end - start;
    this.#start = start;
    this.#covering = new Int32Array(length).fill(-1);
    this.#beginning = new Int32Array(length).fill(-1);
    for (let at = elements.length - 1; at >= 0; at--) {
      const { firstToken, endToken } = elements[at]!;
      for (let token = firstToken; token < endToken; token++) this.#covering[token - start] = at;
      this.#beginning[firstToken - start] = at;
    }
    let next = -1;
    for (let token = length - 1; token >= 0; token--) {
      const own = this.#beginning[token]!;
      if (own >= 0 && (next < 0 || own < next)) next = own;
      this.#beginning[token] = next;
    }
  }

  /** The index of the first element that covers a token, or -1. */
  covering(token: number): number {
    return this.#covering[token - this.#start] ?? -1;
  }

  /** The index of the first element that begins at a token or behind it, or -1. */
  beginning(token: number): number {
    return this.#beginning[Math.max(0, token - this.#start)] ?? -1;
  }
}

/** Kept for each sentence, or plain form of one. */
export function tokenPlacesOf(elements: readonly Element[]): TokenPlaces {
  let places = known.get(elements);
  if (places === undefined) known.set(elements, (places = new TokenPlaces(elements)));
  return places;
}

const known = new WeakMap<readonly Element[], TokenPlaces>();
