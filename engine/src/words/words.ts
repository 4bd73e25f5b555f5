import { toAmerican, toBritish } from '../language/spelling-twins.js';
import { isHyphen } from '../language/tokenize.js';
import type { Sentence, Token } from '../language/token.js';
import type { Terminology } from '../terminology/terminology.js';
import { isRiskySwap, limitOf, originOf, rankedCandidate, type RankedCandidate } from './candidates.js';
import { spellingCost, soundKey } from './costs.js';
import { IS_DRUG, IS_FREQUENT, ORIGIN_MASK, ORIGIN_TERMINOLOGY, unpackWords, type WordsData } from './format.js';
import { glossOf } from './gloss.js';
import type { Misspelling, SpellingCandidate } from './misspelling.js';
import { isFormOfKnown, isInflected } from './morphology.js';
import { misspelledPhrases } from './phrases.js';

export { WordsError } from './format.js';

/** Why a word is accepted, reported or left alone; plain data. */
export interface WordExplanation {
  readonly word: string;
  readonly verdict: 'accepted' | 'reported' | 'left alone';
  readonly reason: string;
  /** Nearest first, whatever the verdict. */
  readonly candidates: readonly {
    readonly text: string;
    readonly cost: number;
    readonly limit: number;
    readonly medical: boolean;
  }[];
}

/** The speller: a word is reported where it is near a medical word, not because it is unknown. */
export class Words {
  readonly #data: WordsData;
  readonly #terminology: Terminology;
  /** Verdicts on small-letter words, kept for the life of the process: text repeats its words. */
  readonly #accepted = new Map<string, boolean>();
  readonly #ranked = new Map<string, Ranked>();

  constructor(data: WordsData, terminology: Terminology) {
    this.#data = data;
    this.#terminology = terminology;
  }

  /**
   * Misspelled medical words of one block, in order.
   * @param accepted words of the project, small letters
   */
  check(
    tokens: readonly Token[],
    sentences: readonly Sentence[],
    text: string,
    accepted: ReadonlySet<string>,
  ): readonly Misspelling[] {
    const starts = new Set(sentences.map((sentence) => firstWord(tokens, sentence)));
    const titled = isTitled(tokens);
    const found: Misspelling[] = [];
    let unknown = 0;
    let words = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind !== 'word') continue;
      words++;
      const wrong = this.#data.neverRight.get(token.norm);
      if (wrong !== undefined && !accepted.has(token.norm)) {
        found.push(this.#neverRight(token, at, wrong));
        continue;
      }
      if (!isChecked(tokens, at) || accepted.has(token.norm) || this.accepts(token.norm)) continue;
      if (this.#isLatinEpithet(tokens, at)) continue;
      const capital = /^\p{Lu}\p{Ll}/u.test(token.text);
      if (capital && (this.#data.names.has(token.norm) || this.#standsBesideName(tokens, at))) continue;
      unknown++;
      const named = capital && !starts.has(at) && !titled;
      const misspelling = this.#judge(token, at, named) ?? this.#glued(token, at);
      if (misspelling !== undefined) found.push(misspelling);
    }
    // Text in another language is unknown word by word: it is none of our business.
    if (unknown >= 4 && unknown * 4 > words) return found.filter((misspelling) => misspelling.kind === 'never-right');
    const phrases = misspelledPhrases(tokens, sentences, text, this.#terminology, (word) =>
      this.#data.common.has(word),
    ).filter((misspelling) => !accepted.has(text.slice(misspelling.span.start, misspelling.span.end).toLowerCase()));
    const rest = found.filter(
      (misspelling) =>
        !phrases.some(
          (phrase) => phrase.firstToken <= misspelling.firstToken && misspelling.endToken <= phrase.endToken,
        ),
    );
    return [...rest, ...phrases].sort((a, b) => a.span.start - b.span.start);
  }

  /** Whether a small-letter word is right: known, or a form of known words. */
  accepts(word: string): boolean {
    let accepted = this.#accepted.get(word);
    if (accepted === undefined) {
      const known = (other: string): boolean => this.#data.english.has(other);
      accepted = known(word) || isFormOfKnown(word, known);
      // A legal compound that is one cheap slip from a frequent medical word is that slip.
      if (accepted && !known(word) && !isInflected(word, known) && this.#isSlipOfFrequentWord(word)) accepted = false;
      this.#accepted.set(word, accepted);
    }
    return accepted;
  }

  explain(word: string): WordExplanation {
    const small = word.toLowerCase();
    const ranked = small.length >= 4 ? this.#rank(small) : { candidates: [], english: undefined };
    const candidates = ranked.candidates.map((candidate) => ({
      text: candidate.word,
      cost: round(candidate.cost),
      limit: round(limitOf(small, candidate, false)),
      medical: true,
    }));
    const right = this.#data.neverRight.get(small);
    if (right !== undefined) {
      return { word, verdict: 'reported', reason: `It is a known wrong form of ${right}.`, candidates };
    }
    if (this.#data.english.has(small)) {
      return { word, verdict: 'accepted', reason: 'It stands in the word lists.', candidates };
    }
    if (this.accepts(small)) {
      return { word, verdict: 'accepted', reason: 'It is a form of words that stand in the lists.', candidates };
    }
    if (/^\p{Lu}/u.test(word) && this.#data.names.has(small)) {
      return { word, verdict: 'accepted', reason: 'It is a name, with a capital.', candidates };
    }
    const best = this.#reportable(small, ranked, false);
    if (best.length > 0) return { word, verdict: 'reported', reason: `It is near ${best[0]!.word}.`, candidates };
    return {
      word,
      verdict: 'left alone',
      reason:
        candidates.length === 0
          ? 'It is unknown, and near no medical word.'
          : 'It is unknown, and not near enough to a medical word, or nearer to another.',
      candidates,
    };
  }

  /** "Calcinosis metabolica", "lichen planus": the second word of a Latin name is no slip of an English one. */
  #isLatinEpithet(tokens: readonly Token[], at: number): boolean {
    const before = tokens[at - 1];
    if (before?.kind !== 'word' || tokens[at]!.glued || !LATIN_ENDING.test(tokens[at]!.norm)) return false;
    return this.#data.medical.indexOf(before.norm) >= 0 && !this.#data.common.has(before.norm);
  }

  /** "Sindre Sorhus": two capitals side by side, and the other one is no word either. */
  #standsBesideName(tokens: readonly Token[], at: number): boolean {
    return [tokens[at - 1], tokens[at + 1]].some(
      (other) =>
        other?.kind === 'word' &&
        /^\p{Lu}\p{Ll}/u.test(other.text) &&
        (this.#data.names.has(other.norm) || !this.accepts(other.norm)) &&
        !this.#data.common.has(other.norm),
    );
  }

  #neverRight(token: Token, at: number, right: string): Misspelling {
    const text = keepCase(token.text, right) + token.possessive;
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'never-right',
      candidates: [{ text, cost: 0.3, ...glossOf(right, this.#terminology), drug: this.#isDrug(right.toLowerCase()) }],
      safe: true,
    };
  }

  #judge(token: Token, at: number, named: boolean): Misspelling | undefined {
    const ranked = this.#rank(token.norm);
    const best = this.#reportable(token.norm, ranked, named);
    if (best.length === 0) return undefined;
    const candidates: SpellingCandidate[] = best.slice(0, 4).map((candidate) => ({
      text: keepCase(token.text, candidate.word) + token.possessive,
      cost: round(candidate.cost),
      ...glossOf(candidate.word, this.#terminology),
      drug: (candidate.flags & IS_DRUG) !== 0,
    }));
    const [first, second] = best;
    const leads = second === undefined || second.score - first!.score >= 0.45;
    const twoDrugs =
      first !== undefined &&
      (first.flags & IS_DRUG) !== 0 &&
      best.slice(1).some((other) => (other.flags & IS_DRUG) !== 0 && other.cost - first.cost < 1);
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'misspelled',
      candidates,
      safe: leads && !twoDrugs && !named && token.norm.length >= 6 && first!.cost <= 1.3,
    };
  }

  /** "dialysisthe": two known words, the first of them medical, without their space. */
  #glued(token: Token, at: number): Misspelling | undefined {
    const word = token.norm;
    for (const tail of GLUED_TAILS) {
      const head = word.slice(0, -tail.length);
      if (!word.endsWith(tail) || head.length < 6 || this.#data.medical.indexOf(head) < 0) continue;
      const text = `${token.text.slice(0, head.length)} ${token.text.slice(head.length)}`;
      return {
        span: token.span,
        firstToken: at,
        endToken: at + 1,
        kind: 'glued',
        candidates: [{ text, cost: 0.5, ...glossOf(head, this.#terminology), drug: false }],
        safe: false,
      };
    }
    return undefined;
  }

  /** Candidates that may be reported, best first; empty where the word should be left alone. */
  #reportable(word: string, ranked: Ranked, named: boolean): readonly RankedCandidate[] {
    const passing = ranked.candidates.filter(
      (candidate) =>
        candidate.cost <= limitOf(word, candidate, named) && !isRiskySwap(word, candidate.word, candidate.cost),
    );
    const best = passing[0];
    if (best === undefined) return [];
    // A nearer word of plain English means that the slip is none of ours.
    if (
      ranked.english !== undefined &&
      ranked.english + 0.25 < best.cost - (originOf(best) === ORIGIN_TERMINOLOGY ? 0.2 : 0)
    ) {
      return [];
    }
    return passing;
  }

  #rank(word: string): Ranked {
    const known = this.#ranked.get(word);
    if (known !== undefined) return known;
    const reach = word.length <= 5 ? 1 : word.length <= 10 ? 2 : 3;
    const sound = soundKey(word);
    const candidates: RankedCandidate[] = [];
    for (const { word: near } of this.#data.medical.near(word, reach)) {
      const flags = this.#data.medicalFlags[this.#data.medical.indexOf(near)]!;
      candidates.push(rankedCandidate(word, sound, near, flags));
    }
    // Inflected forms of the nearest words: "immunogloblins" means immunoglobulins.
    for (const [ending, base] of [
      ['s', ''],
      ['es', ''],
      ['es', 'is'],
      ['ies', 'y'],
      ['ic', 'ia'],
      ['ed', 'e'],
      ['al', ''],
    ] as const) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(0, -ending.length) + base;
      if (stem.length < 5) continue;
      for (const { word: near } of this.#data.medical.near(stem, Math.min(reach, 2))) {
        if (base === '' ? near.endsWith('s') && ending !== 'al' : !near.endsWith(base)) continue;
        const form = near.slice(0, near.length - base.length) + ending;
        if (candidates.some((candidate) => candidate.word === form)) continue;
        candidates.push(rankedCandidate(word, sound, form, this.#data.medicalFlags[this.#data.medical.indexOf(near)]!));
      }
    }
    // Both spellings of one word are one candidate: the one nearer to what was written.
    candidates.sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1));
    const kept = candidates
      .filter(
        (candidate, index) =>
          !candidates
            .slice(0, index)
            .some((other) => toBritish(other.word) === candidate.word || toAmerican(other.word) === candidate.word),
      )
      .slice(0, 8);
    const ranked: Ranked = {
      candidates: kept,
      english: kept.length === 0 ? undefined : this.#nearestEnglish(word, kept[0]!),
    };
    this.#ranked.set(word, ranked);
    return ranked;
  }

  /** Cost of the nearest common word of English that is not medical. */
  #nearestEnglish(word: string, best: RankedCandidate): number | undefined {
    let nearest: number | undefined;
    for (const { word: near } of this.#data.common.near(word, best.cost > 1.2 || word.length > 6 ? 2 : 1)) {
      if (this.#data.medical.indexOf(near) >= 0) continue;
      const cost = spellingCost(word, near);
      if (nearest === undefined || cost < nearest) nearest = cost;
    }
    return nearest;
  }

  #isSlipOfFrequentWord(word: string): boolean {
    if (word.length < 7) return false;
    for (const { word: near } of this.#data.medical.near(word, 1)) {
      const flags = this.#data.medicalFlags[this.#data.medical.indexOf(near)]!;
      const frequent = (flags & IS_FREQUENT) !== 0 || (flags & ORIGIN_MASK) === ORIGIN_TERMINOLOGY;
      if (
        frequent &&
        spellingCost(word, near) <= 0.5 &&
        toAmerican(word) !== near &&
        toBritish(word) !== near &&
        !isInflectionPair(word, near)
      ) {
        return true;
      }
    }
    return false;
  }

  #isDrug(word: string): boolean {
    const index = this.#data.medical.indexOf(word);
    return index >= 0 && (this.#data.medicalFlags[index]! & IS_DRUG) !== 0;
  }
}

/** @throws WordsError where the bytes are not what the build made */
export function loadWords(bytes: Uint8Array, terminology: Terminology): Words {
  return new Words(unpackWords(bytes), terminology);
}

interface Ranked {
  readonly candidates: readonly RankedCandidate[];
  readonly english: number | undefined;
}

const LATIN_ENDING = /(?:ica|icum|icus|osa|osum|osus|iformis|iforme|ata|atum|atus|ans|ens|aris|alis|oides)$/u;
const GLUED_TAILS = ['the', 'and', 'is', 'of', 'in', 'that', 'with', 'are', 'was', 'can', 'for', 'or'];

/** Whole words of letters, long enough, in no code-like company. */
function isChecked(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const bare = token.possessive === '' ? token.text : token.text.slice(0, -token.possessive.length);
  if (token.norm.length < 4 || !/^[a-z]+$/u.test(token.norm)) return false;
  if (/^\p{Lu}+$/u.test(bare)) {
    if (bare.length < 7) return false;
  } else if (/\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(bare)) return false;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (
    token.glued &&
    before !== undefined &&
    (before.kind === 'number' || before.kind === 'placeholder' || CODE_MARKS.has(before.text))
  ) {
    return false;
  }
  if (
    next?.glued === true &&
    (next.kind === 'number' || CODE_MARKS.has(next.text) || (next.text === '(' && tokens[at + 2]?.text === ')'))
  ) {
    return false;
  }
  // The parts of a hyphenated word may be no words of their own: "Ehlers-Danlos", "peau-d'orange".
  if ((next?.glued === true && isHyphen(next.text)) || (token.glued && before !== undefined && isHyphen(before.text))) {
    if (/^\p{Lu}/u.test(token.text) || token.norm.length < 6) return false;
  }
  return !(next?.norm === 'et' && tokens[at + 2]?.norm === 'al');
}

const CODE_MARKS = new Set([
  '_',
  '/',
  '\\',
  '@',
  '#',
  '$',
  '=',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '|',
  '~',
  '^',
  '`',
  '&',
  '+',
  '*',
]);

function firstWord(tokens: readonly Token[], sentence: Sentence): number {
  for (let at = sentence.firstToken; at < sentence.endToken; at++) if (tokens[at]!.kind === 'word') return at;
  return -1;
}

/** A heading in title case: its capitals are no sign of a name. */
function isTitled(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return (
    words.length > 0 &&
    words.length <= 14 &&
    words.filter((token) => /^\p{Lu}/u.test(token.text)).length * 10 >= words.length * 7
  );
}

/** The candidate with the capitals of the written word; a proper name keeps its own. */
export function keepCase(written: string, right: string): string {
  if (/\p{Lu}/u.test(right)) return right;
  const bare = written.replace(/['’]s?$/u, '');
  if (bare.length > 1 && bare === bare.toUpperCase()) return right.toUpperCase();
  return /^\p{Lu}/u.test(bare) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

function isInflectionPair(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && ['s', 'es', 'd', 'ed', 'e', 'l', 'n', 'r', 'y'].includes(long.slice(short.length));
}

function round(cost: number): number {
  return Math.round(cost * 100) / 100;
}
