import { toAmerican, toBritish } from '../language/spelling-twins.js';
import { soundKey, spellingCost } from './costs.js';
import {
  IS_BRAND,
  IS_FREQUENT,
  IS_MADE,
  ORIGIN_FORM,
  ORIGIN_MASK,
  ORIGIN_TERMINOLOGY,
  ORIGIN_WORDNET,
  type WordsData,
} from './format.js';

export interface Candidate {
  readonly word: string;
  /** Weighted edit distance from what was written. */
  readonly cost: number;
  /** Cost less what speaks for the word. */
  readonly score: number;
  readonly flags: number;
}

export interface Ranked {
  /** Best first, at most eight. */
  readonly candidates: readonly Candidate[];
  /** Cost of the nearest common word of English that is not medical. */
  readonly english: number | undefined;
}

/** The medical words near to one, best first. Answers are kept for the life of the process: text repeats its words. */
export class CandidateRanker {
  readonly #data: WordsData;
  readonly #ranked = new Map<string, Ranked>();

  constructor(data: WordsData) {
    this.#data = data;
  }

  /** @param word small letters */
  rank(word: string): Ranked {
    let ranked = this.#ranked.get(word);
    if (ranked === undefined) {
      const candidates = withoutTwins([...this.#near(word), ...this.#nearInflected(word)].sort(byScore)).slice(0, 8);
      const best = candidates[0];
      ranked = { candidates, english: best === undefined ? undefined : this.#nearestEnglish(word, best) };
      this.#ranked.set(word, ranked);
    }
    return ranked;
  }

  /** The common words near to one, best first. @param word small letters */
  rankEnglish(word: string): readonly Omit<Candidate, 'flags'>[] {
    const sound = soundKey(word);
    const rated = this.#data.common.near(word, word.length < 6 ? 1 : 2).map(({ word: near }) => {
      const cost = spellingCost(word, near);
      const known = 0.2 * this.#data.commonTiers[this.#data.common.indexOf(near)]!;
      return { word: near, cost, score: cost + known - (soundKey(near) === sound ? 0.25 : 0) };
    });
    return rated.sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1));
  }

  flagsOf(word: string): number | undefined {
    const index = this.#data.medical.indexOf(word);
    return index < 0 ? undefined : this.#data.medicalFlags[index];
  }

  #near(word: string): Candidate[] {
    const reach = word.length <= 5 ? 1 : word.length <= 10 ? 2 : 3;
    const sound = soundKey(word);
    const found = new Set<string>();
    for (const spelling of respellings(word)) {
      for (const { word: near } of this.#data.medical.near(spelling, reach)) found.add(near);
    }
    return [...found].map((near) => rate(word, sound, near, this.flagsOf(near)!));
  }

  /** Inflected forms of near words: "immunogloblins" means immunoglobulins. Only forms that are words are made. */
  #nearInflected(word: string): Candidate[] {
    const reach = word.length <= 6 ? 1 : 2;
    const sound = soundKey(word);
    const made = new Map<string, Candidate>();
    for (const [ending, base] of ENDINGS) {
      const stem = word.slice(0, -ending.length) + base;
      if (!word.endsWith(ending) || stem.length < 5) continue;
      for (const { word: near } of this.#data.medical.near(stem, reach)) {
        if (!near.endsWith(base)) continue;
        const form = near.slice(0, near.length - base.length) + ending;
        const flags = this.flagsOf(near)!;
        if (made.has(form) || this.#data.medical.has(form) || !this.#isForm(near, form, ending)) continue;
        // No one writes of several Lixianas.
        if ((flags & IS_BRAND) !== 0) continue;
        const attested = this.#data.english.has(form) ? 0 : IS_MADE;
        made.set(form, rate(word, sound, form, (flags & ~IS_FREQUENT) | attested));
      }
    }
    return [...made.values()];
  }

  #isForm(base: string, form: string, ending: string): boolean {
    // "universalised" is no form of universalis.
    if (base.endsWith('is') && ending !== 'es') return false;
    if (this.#data.english.has(form)) return true;
    // Adjectives and Latin have no such plural.
    if (ending === 's') return !/(?:[sxyzi]|ch|sh|ed|ing|ic|ac|al|ar|ae|ea|um|ous|oid|form|ive)$/u.test(base);
    return (ending === 'es' && form.slice(0, -2) + 'is' === base) || (ending === 'ies' && /[^aeiou]y$/u.test(base));
  }

  #nearestEnglish(word: string, best: Candidate): number | undefined {
    let nearest: number | undefined;
    for (const { word: near } of this.#data.common.near(word, best.cost > 1.2 || word.length > 6 ? 2 : 1)) {
      if (this.#data.medical.has(near)) continue;
      const cost = spellingCost(word, near);
      if (nearest === undefined || cost < nearest) nearest = cost;
    }
    return nearest;
  }
}

/** The word, and how it looks when the letters that people confuse by sound are written the other way. */
function respellings(word: string): readonly string[] {
  const others = [
    word.replaceAll('ph', 'f'),
    word.replaceAll('f', 'ph'),
    word.replace(/([b-df-hj-np-tv-z])\1/gu, '$1'),
  ];
  return [...new Set([word, ...others])];
}

/** Not the same drug in another spelling, nor its salt or its acid: alendronate, alendronic. */
export function isOtherDrug(drug: string, other: string): boolean {
  if (drug === other || toBritish(drug) === other || toAmerican(drug) === other) return false;
  const stem = (name: string): string => name.replace(/(?:ate|ic|ium|in|ine|e)$/u, '');
  return stem(drug) !== stem(other);
}

/** What a written ending stands for in the word that the lists have. */
const ENDINGS = [
  ['s', ''],
  ['es', ''],
  ['es', 'is'],
  ['ies', 'y'],
  ['ic', 'ia'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['al', ''],
  ['ally', 'al'],
  ['ly', ''],
] as const;

function rate(word: string, sound: string, near: string, flags: number): Candidate {
  const cost = spellingCost(word, near);
  const origin = flags & ORIGIN_MASK;
  const attested =
    origin === ORIGIN_TERMINOLOGY ? 0.3 : origin === ORIGIN_WORDNET ? 0.05 : origin === ORIGIN_FORM ? 0 : 0.15;
  const frequent = (flags & IS_FREQUENT) !== 0 ? 0.25 : 0;
  const sounds = soundKey(near) === sound ? 0.25 : 0;
  return { word: near, cost, score: cost - attested - frequent - sounds, flags };
}

function byScore(a: Candidate, b: Candidate): number {
  return a.score - b.score || (a.word < b.word ? -1 : 1);
}

/** Both spellings of one word are one candidate: the one nearer to what was written. */
function withoutTwins(sorted: readonly Candidate[]): Candidate[] {
  return sorted.filter(
    (candidate, index) =>
      !sorted
        .slice(0, index)
        .some((other) => toBritish(other.word) === candidate.word || toAmerican(other.word) === candidate.word),
  );
}
