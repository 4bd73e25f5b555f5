import { MARKS, type Features } from './features.js';

/**
 * What the network answered, by what it was asked: an edit changes little of what a document says falsely, and the rest
 * is asked again with the same words around it. The oldest half is forgotten.
 */
export class RememberedAnswers {
  #young = new Map<string, number>();
  #old: ReadonlyMap<string, number> = new Map();

  answerTo(features: Features, answer: (features: Features) => number): number {
    const key = keyOf(features);
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const probability = this.#old.get(key) ?? answer(features);
    if (this.#young.size >= HALF) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, probability);
    return probability;
  }
}

/** With keys of some 300 characters, a megabyte at most. */
const HALF = 1000;

/** The places beside the subject and beside what is said follow from the marks of both. */
function keyOf({ length, words, endings, marks, sums, relation }: Features): string {
  const codes = new Uint16Array(3 * length);
  for (let item = 0; item < length; item++) {
    let marked = 2 * marks[item * MARKS]!;
    for (let mark = 1; mark < MARKS; mark++) marked = 2 * marked + marks[item * MARKS + mark]!;
    codes[3 * item] = words[item]!;
    codes[3 * item + 1] = endings[item]!;
    codes[3 * item + 2] = marked;
  }
  return `${String.fromCharCode(...codes)}${sums.join()};${relation}`;
}
