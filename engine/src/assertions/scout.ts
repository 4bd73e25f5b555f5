import type { Candidate } from './candidates.js';
import { sentencesBetween, type Passage } from './passage.js';

/** What the network taught a sum of single words: most candidates need no closer look. */
export interface ScoutWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * A first look at a candidate, a thousand times cheaper than the network: words before, between and behind its two
 * places are summed up. In neutral articles it lets one candidate in two hundred pass, and nearly all that the network
 * would believe.
 */
export class Scout {
  readonly #bias: number;
  readonly #weights: ReadonlyMap<string, number>;

  constructor({ bias, weights }: ScoutWeights) {
    this.#bias = bias;
    this.#weights = new Map(Object.entries(weights));
  }

  /** Whether the network may believe it. */
  letsPass(passage: Passage, candidate: Candidate): boolean {
    let sum = this.#bias;
    for (const sign of signsOf(passage, candidate)) sum += this.#weights.get(sign) ?? 0;
    return sum > LEAST;
  }
}

/** Natural logarithm of the odds. */
const LEAST = -0.7;

function signsOf({ items, from: ownFrom, to: ownTo, above }: Passage, candidate: Candidate): ReadonlySet<string> {
  const { subject, from, to, statement, wording, holders, strangers } = candidate;
  const isBehind = subject < from;
  const [first, firstEnd] = isBehind ? [subject, subject] : [from, to];
  const [second, secondEnd] = isBehind ? [from, to] : [subject, subject];
  const order = isBehind ? 'b' : 'a';
  const signs = new Set<string>();
  for (let at = Math.max(0, first - 4); at < first; at++) signs.add(`p:${items[at]!.word}`);
  const between = second - firstEnd - 1;
  for (let at = firstEnd + 1; at < second; at++) {
    const isFar = between > 16 && at - firstEnd > 8 && second - at > 8;
    if (!isFar) signs.add(`m${order}:${items[at]!.word}`);
  }
  const end = Math.min(items.length, secondEnd + 6);
  for (let at = secondEnd + 1; at < end; at++) signs.add(`n:${items[at]!.word}`);
  for (let at = from; at < Math.min(to + 1, from + 4); at++) signs.add(`o:${items[at]!.word}`);
  const thing = items[subject]!;
  const said = items[from]!;
  const cue = wording?.isCued === undefined ? 0 : wording.isCued ? 1 : -1;
  const distance = Math.min(20, between);
  const sentences = sentencesBetween(items, subject, from);
  signs
    .add(`rel:${statement.relation === 'has' ? `has:${statement.attribute}` : statement.relation}`)
    .add(`k:${wording?.kind ?? ''}${cue}`)
    .add(`kind:${thing.word}`)
    .add(`same${thing.sentence === said.sentence ? 1 : 0}`)
    .add(`d${Math.max(-2, Math.min(3, sentences))}`)
    .add(`dist${order}${distance < 6 ? distance : 6 + Math.floor((distance - 6) / 4)}`)
    .add(`nh${Math.min(3, holders.length)}`)
    .add(`ns${Math.min(5, strangers.length)}`)
    .add(`above${above.has(thing.block) ? 1 : 0}`)
    .add(`own${subject >= ownFrom && subject < ownTo ? 1 : 0}`);
  const near = holders.filter((at) => items[at]!.sentence === said.sentence);
  signs.add(`hs${Math.min(2, near.length)}`);
  if (near.length > 0) {
    const nearest = Math.min(...near.map((at) => Math.abs(at - from)));
    signs.add(`hcloser${nearest < Math.abs(subject - from) ? 1 : 0}`);
  }
  return signs;
}
