import type { Candidate } from './candidates.js';
import { sentencesBetween, type Passage } from './passage.js';

/** What the network taught a sum of single words: most candidates need no closer look. */
export interface ScoutWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * A first look at a candidate, a thousand times cheaper than the network: words before, between and behind its two
 * places are summed up, each once. In neutral articles it lets one candidate in two hundred pass, and nearly all that the
 * network would believe.
 */
export class Scout {
  readonly #bias: number;
  readonly #words: Remembered<WordWeights>;
  readonly #relations: Remembered<number>;
  readonly #attributes: Remembered<number>;
  /** By the kind of the phrase: where what the data asks for is not there, where it asks for nothing, and where it is. */
  readonly #phrases: Remembered<readonly number[]>;
  /** Of one number each, from the least on. */
  readonly #inOneSentence: readonly number[];
  readonly #sentences: readonly number[];
  readonly #distancesBefore: readonly number[];
  readonly #distancesBehind: readonly number[];
  readonly #holders: readonly number[];
  readonly #strangers: readonly number[];
  readonly #above: readonly number[];
  readonly #own: readonly number[];
  readonly #nearHolders: readonly number[];
  readonly #nearerHolder: readonly number[];

  constructor({ bias, weights }: ScoutWeights) {
    const weightOf = (sign: string): number => weights[sign] ?? 0;
    const numbers = (sign: string, least: number, most: number): readonly number[] =>
      Array.from({ length: most - least + 1 }, (_, index) => weightOf(`${sign}${least + index}`));
    this.#bias = bias;
    this.#words = new Remembered((word) => ({
      before: weightOf(`p:${word}`),
      betweenBefore: weightOf(`ma:${word}`),
      betweenBehind: weightOf(`mb:${word}`),
      behind: weightOf(`n:${word}`),
      said: weightOf(`o:${word}`),
      kind: weightOf(`kind:${word}`),
    }));
    this.#relations = new Remembered((relation) => weightOf(`rel:${relation}`));
    this.#attributes = new Remembered((attribute) => weightOf(`rel:has:${attribute}`));
    this.#phrases = new Remembered((kind) => numbers(`k:${kind}`, -1, 1));
    this.#inOneSentence = numbers('same', 0, 1);
    this.#sentences = numbers('d', -2, 3);
    this.#distancesBefore = numbers('dista', 0, 9);
    this.#distancesBehind = numbers('distb', 0, 9);
    this.#holders = numbers('nh', 0, 3);
    this.#strangers = numbers('ns', 0, 5);
    this.#above = numbers('above', 0, 1);
    this.#own = numbers('own', 0, 1);
    this.#nearHolders = numbers('hs', 0, 2);
    this.#nearerHolder = numbers('hcloser', 0, 1);
  }

  /** Whether the network may believe it. */
  letsPass({ items, from: ownFrom, to: ownTo, above }: Passage, candidate: Candidate): boolean {
    const { subject, from, to, statement, wording, holders, strangers } = candidate;
    const isBehind = subject < from;
    const first = isBehind ? subject : from;
    const firstEnd = isBehind ? subject : to;
    const second = isBehind ? from : subject;
    const secondEnd = isBehind ? to : subject;
    const between = second - firstEnd - 1;
    const placeBetween = isBehind ? 'betweenBehind' : 'betweenBefore';
    let sum = this.#bias;
    const seen = new Seen();
    const addWord = (at: number, place: keyof WordWeights): void => {
      const { word } = items[at]!;
      const weight = this.#words.of(word)[place];
      if (weight !== 0 && seen.isNew(word)) sum += weight;
    };
    for (let at = Math.max(0, first - 4); at < first; at++) addWord(at, 'before');
    seen.clear();
    for (let at = firstEnd + 1; at < second; at++) {
      const isFar = between > 16 && at - firstEnd > 8 && second - at > 8;
      if (!isFar) addWord(at, placeBetween);
    }
    seen.clear();
    const end = Math.min(items.length, secondEnd + 6);
    for (let at = secondEnd + 1; at < end; at++) addWord(at, 'behind');
    seen.clear();
    for (let at = from; at < Math.min(to + 1, from + 4); at++) addWord(at, 'said');
    const thing = items[subject]!;
    const said = items[from]!;
    const { relation, attribute } = statement;
    const cue = wording?.isCued === undefined ? 0 : wording.isCued ? 1 : -1;
    const distance = Math.min(20, between);
    const distances = isBehind ? this.#distancesBehind : this.#distancesBefore;
    const sentences = sentencesBetween(items, subject, from);
    sum += relation === 'has' ? this.#attributes.of(attribute!) : this.#relations.of(relation);
    sum += this.#phrases.of(wording?.kind ?? '')[1 + cue]!;
    sum += this.#words.of(thing.word).kind;
    sum += this.#inOneSentence[thing.sentence === said.sentence ? 1 : 0]!;
    sum += this.#sentences[2 + Math.max(-2, Math.min(3, sentences))]!;
    sum += distances[distance < 6 ? distance : 6 + Math.floor((distance - 6) / 4)]!;
    sum += this.#holders[Math.min(3, holders.length)]!;
    sum += this.#strangers[Math.min(5, strangers.length)]!;
    sum += this.#above[above.has(thing.block) ? 1 : 0]!;
    sum += this.#own[subject >= ownFrom && subject < ownTo ? 1 : 0]!;
    let near = 0;
    let nearest = Infinity;
    for (const at of holders) {
      if (items[at]!.sentence !== said.sentence) continue;
      near++;
      nearest = Math.min(nearest, Math.abs(at - from));
    }
    sum += this.#nearHolders[Math.min(2, near)]!;
    if (near > 0) sum += this.#nearerHolder[nearest < Math.abs(subject - from) ? 1 : 0]!;
    return sum > LEAST;
  }
}

/** What a word weighs at each place where it may stand; between the two, by whether what is said comes before. */
interface WordWeights {
  readonly before: number;
  readonly betweenBefore: number;
  readonly betweenBehind: number;
  readonly behind: number;
  readonly said: number;
  /** As the thing itself. */
  readonly kind: number;
}

/** What was put together for words that texts repeat. */
class Remembered<Value> {
  readonly #make: (key: string) => Value;
  readonly #known = new Map<string, Value>();

  constructor(make: (key: string) => Value) {
    this.#make = make;
  }

  of(key: string): Value {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size > MOST_REMEMBERED) this.#known.clear();
    const value = this.#make(key);
    this.#known.set(key, value);
    return value;
  }
}

/** The words that were met at one place: a few, so that a look at each is cheaper than a set. */
class Seen {
  readonly #met: string[] = [];

  isNew(word: string): boolean {
    if (this.#met.includes(word)) return false;
    this.#met.push(word);
    return true;
  }

  clear(): void {
    this.#met.length = 0;
  }
}

/** Natural logarithm of the odds. */
const LEAST = -0.7;
const MOST_REMEMBERED = 20_000;
