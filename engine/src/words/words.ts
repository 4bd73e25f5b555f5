import type { Sentence, Token } from '../language/token.js';
import { toAmerican, toBritish } from '../language/spelling-twins.js';
import type { Terminology } from '../terminology/terminology.js';
import { CandidateRanker, isOtherDrug, type Candidate, type Ranked } from './candidates.js';
import { firstWord, isChecked, isProseWord, isTitled, keepCase } from './checked.js';
import { confusedWords } from './confusables.js';
import { spellingCost } from './costs.js';
import { isAmongForeign, isOfNamedLanguage, isForeignForm, mayBeForeignForm } from './foreign.js';
import {
  GENERIC_MARK,
  IS_DRUG,
  IS_LIKE_OTHER_DRUG,
  ORIGIN_FORM,
  ORIGIN_MASK,
  ORIGIN_TERMINOLOGY,
  ORIGIN_VOCABULARY,
  unpackWords,
  type WordsData,
} from './format.js';
import { glossOf } from './gloss.js';
import { gluedWords, isTerm, splitWord, type JoinLexicon } from './joins.js';
import { isRiskySwap, limitOf } from './limits.js';
import type { Misspelling, SpellingCandidate } from './misspelling.js';
import { isFormOfKnown, isRegularForm, isRelated, partsOf } from './morphology.js';
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
    /** What it is, in a few words. */
    readonly gloss?: string;
    readonly conceptId?: string;
  }[];
}

export interface SpellingOptions {
  /** Words of the project, small letters. */
  readonly accepted: ReadonlySet<string>;
  /** Whether slips of plain English words are found as well. */
  readonly english: boolean;
}

/** Of the common words: most people know them, and not all. */
const RAREST_TIER = 2;

/** The speller: a word is reported where it is near a medical word, not because it is unknown. */
export class Words {
  readonly #data: WordsData;
  readonly #terminology: Terminology;
  readonly #ranker: CandidateRanker;
  readonly #lexicon: JoinLexicon;
  /** Verdicts on small-letter words, kept for the life of the process: text repeats its words. */
  readonly #accepted = new Map<string, boolean>();

  constructor(data: WordsData, terminology: Terminology) {
    this.#data = data;
    this.#terminology = terminology;
    this.#ranker = new CandidateRanker(data);
    this.#lexicon = {
      terminology,
      flagsOf: (word) => this.#ranker.flagsOf(word),
      accepts: (word) => this.accepts(word),
      isCommon: (word) => data.common.has(word),
    };
  }

  /**
   * Misspelled medical words of one block, in order.
   */
  check(
    tokens: readonly Token[],
    sentences: readonly Sentence[],
    text: string,
    { accepted, english }: SpellingOptions,
  ): readonly Misspelling[] {
    const starts = new Set(sentences.map((sentence) => firstWord(tokens, sentence)));
    const titled = isTitled(tokens);
    let found: Misspelling[] = [];
    const strangers = new Set<number>();
    let unknown = 0;
    let words = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind !== 'word') continue;
      words++;
      const wrong = this.#data.neverRight.get(token.norm);
      if (wrong !== undefined && !accepted.has(token.norm) && isProseWord(tokens, at)) {
        found.push(this.#neverRight(token, at, wrong));
        continue;
      }
      const split = splitWord(tokens, at, text, this.#lexicon);
      if (split !== undefined && !accepted.has(text.slice(split.span.start, split.span.end).toLowerCase())) {
        found.push(split);
        at = split.endToken - 1;
        continue;
      }
      if (!isChecked(tokens, at) || accepted.has(token.norm) || this.accepts(token.norm)) continue;
      if (this.#isLatinEpithet(tokens, at)) continue;
      const capital = /^\p{Lu}\p{Ll}/u.test(token.text);
      if (capital && (this.#data.names.has(token.norm) || this.#standsBesideName(tokens, at))) continue;
      unknown++;
      if (isForeignForm(token)) {
        strangers.add(at);
        continue;
      }
      const nameLike = capital
        ? nameLikeness(token, titled ? 'title' : starts.has(at) ? 'start' : 'middle')
        : isAcronymLike(token, tokens)
          ? ACRONYM
          : 1;
      const misspelling =
        this.#judge(token, at, nameLike) ??
        gluedWords(token, at, this.#lexicon) ??
        (english && nameLike === 1 ? this.#judgeEnglish(token, at) : undefined);
      const far = misspelling === undefined || (misspelling.candidates[0]!.cost > 1 && mayBeForeignForm(token));
      if (far) strangers.add(at);
      else found.push(misspelling);
    }
    if (found.length > 0) {
      const sentenceOf = (at: number): Sentence | undefined =>
        sentences.find(({ firstToken, endToken }) => firstToken <= at && at < endToken);
      found = found.filter(
        ({ kind, firstToken }) =>
          kind === 'never-right' ||
          !(
            isAmongForeign(tokens, firstToken, sentenceOf(firstToken), strangers) ||
            isOfNamedLanguage(tokens, firstToken, sentenceOf(firstToken))
          ),
      );
    }
    // Text in another language is unknown word by word: it is none of our business.
    // Where all words are checked, poor spelling looks strange as well.
    if (unknown >= 4 && unknown * (english ? 2 : 4) > words) {
      return found.filter((misspelling) => misspelling.kind === 'never-right');
    }
    const phrases = misspelledPhrases(tokens, sentences, text, this.#terminology, {
      isCommon: (word) => this.#data.common.has(word),
      isKnown: (word) => this.accepts(word) || this.#data.names.has(word),
    }).filter((misspelling) => !accepted.has(text.slice(misspelling.span.start, misspelling.span.end).toLowerCase()));
    const rest = found.filter(
      (misspelling) =>
        !phrases.some((phrase) => phrase.firstToken < misspelling.endToken && misspelling.firstToken < phrase.endToken),
    );
    const confused = confusedWords(tokens, sentences, this.#data.confusables, keepCase).filter(
      (misspelling) => !accepted.has(text.slice(misspelling.span.start, misspelling.span.end).toLowerCase()),
    );
    return [...rest, ...phrases, ...confused].sort((a, b) => a.span.start - b.span.start);
  }

  /** Whether a small-letter word is right: known, or a form of known words. */
  accepts(word: string): boolean {
    let accepted = this.#accepted.get(word);
    if (accepted === undefined) {
      const known = (other: string): boolean => this.#data.english.has(other);
      accepted = known(word) || isFormOfKnown(word, known);
      // A legal compound that is one cheap slip from a medical word that we name is that slip: "dis-trophy".
      if (accepted && !known(word) && !isRegularForm(word, known) && this.#isSlip(word)) accepted = false;
      this.#accepted.set(word, accepted);
    }
    return accepted;
  }

  /** Whether a word in small letters is a medical one that no term of the terminology has. */
  isMedicalWithoutTerm(word: string): boolean {
    const origin = (this.#ranker.flagsOf(word) ?? 0) & ORIGIN_MASK;
    if (origin === 0 || origin === ORIGIN_TERMINOLOGY) return false;
    if (!this.#data.common.has(word)) return true;
    // Everyday words, and parts of the body that the lists of English have, need no term; "asthma" may.
    return origin === ORIGIN_VOCABULARY && this.#data.commonTiers[this.#data.common.indexOf(word)] === RAREST_TIER;
  }

  explain(word: string): WordExplanation {
    const small = word.toLowerCase();
    const ranked: Ranked = small.length >= 4 ? this.#ranker.rank(small) : { candidates: [], english: undefined };
    const candidates = ranked.candidates.map((candidate) => ({
      text: candidate.word,
      cost: round(candidate.cost),
      limit: round(limitOf(small, candidate.flags, 1)),
      ...this.#glossOf(candidate.word),
    }));
    const explained = (verdict: WordExplanation['verdict'], reason: string): WordExplanation => ({
      word,
      verdict,
      reason,
      candidates,
    });
    const right = this.#data.neverRight.get(small);
    if (right !== undefined) return explained('reported', `It is a known wrong form of ${right}.`);
    if (this.#data.english.has(small)) return explained('accepted', 'It stands in the word lists.');
    if (this.accepts(small)) return explained('accepted', 'It is a form of words that stand in the lists.');
    if (/^\p{Lu}/u.test(word) && this.#data.names.has(small)) {
      return explained('accepted', 'It is a name, with a capital.');
    }
    const [best] = this.#reportable(small, ranked, 1);
    if (best !== undefined) return explained('reported', `It is near ${best.word}.`);
    if (candidates.length === 0) return explained('left alone', 'It is unknown, and near no medical word.');
    return explained('left alone', 'It is unknown, and not near enough to a medical word, or nearer to another.');
  }

  /** What a medical word is: the terminology knows best, the vocabulary knows brands and classes. */
  #glossOf(word: string): { conceptId?: string; gloss?: string } {
    const known = glossOf(word, this.#terminology);
    const meaning = known.gloss === undefined ? this.#data.meanings.get(word) : undefined;
    if (meaning === undefined) return known;
    if (meaning.startsWith(GENERIC_MARK)) return { gloss: `a brand of ${meaning.slice(GENERIC_MARK.length)}` };
    return this.#terminology.concept(meaning) === undefined
      ? known
      : { gloss: this.#terminology.preferredTerm(meaning, 'us') };
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

  /** "Calcinosis metabolica", "lichen planus": the second word of a Latin name is no slip of an English one. */
  #isLatinEpithet(tokens: readonly Token[], at: number): boolean {
    const before = tokens[at - 1];
    if (before?.kind !== 'word' || tokens[at]!.glued || !LATIN_ENDING.test(tokens[at]!.norm)) return false;
    if (this.#data.medical.has(before.norm)) return !this.#data.common.has(before.norm);
    return /^\p{Lu}\p{Ll}/u.test(before.text) && /^\p{Ll}/u.test(tokens[at]!.text) && !this.accepts(before.norm);
  }

  #neverRight(token: Token, at: number, right: string): Misspelling {
    const text = keepCase(token.text, right) + token.possessive;
    const small = right.toLowerCase();
    const flags = this.#ranker.flagsOf(small) ?? 0;
    const drug = (flags & IS_DRUG) !== 0;
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'never-right',
      candidates: [{ text, cost: 0.3, ...this.#glossOf(small), drug }],
      safe: !drug || (flags & IS_LIKE_OTHER_DRUG) === 0,
    };
  }

  #judge(token: Token, at: number, nameLike: number): Misspelling | undefined {
    const ranked = this.#ranker.rank(token.norm);
    const passing = this.#reportable(token.norm, ranked, nameLike);
    const best = passing.length > 0 || nameLike < 0.9 ? passing : this.#compounds(token.norm);
    // Two everyday words in one are a made-up name: "secretlint".
    if (best.length > 0 && best[0]!.cost > 1.35 && this.#isCoined(token.norm)) return undefined;
    const [first, second] = best;
    if (first === undefined) return undefined;
    // Names are written small in names of things: "gum arabic", "a dorset sheep".
    if (first.cost >= 0.7 && token.norm.length <= 7 && this.#data.names.has(token.norm)) return undefined;
    const offered = best.filter((other) => other === first || isOtherDrug(first.word, other.word)).slice(0, 4);
    const candidates: SpellingCandidate[] = offered.map((candidate) => ({
      text: keepCase(token.text, candidate.word) + token.possessive,
      cost: round(candidate.cost),
      ...this.#glossOf(candidate.word),
      drug: (candidate.flags & IS_DRUG) !== 0,
    }));
    const leads = second === undefined || second.score - first.score >= 0.45;
    // A long word that is next to a term of the terminology is no name, whatever its capital.
    const isTerm = (first.flags & ORIGIN_MASK) === ORIGIN_TERMINOLOGY && token.norm.length >= 8 && first.cost <= 1;
    const mayBeName = nameLike < 1 && !isTerm;
    const twoDrugs =
      (first.flags & IS_DRUG) !== 0 &&
      ((first.flags & IS_LIKE_OTHER_DRUG) !== 0 ||
        ranked.candidates.some(
          (other) => other !== first && (other.flags & IS_DRUG) !== 0 && other.cost - first.cost < 1,
        ));
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'misspelled',
      candidates,
      safe: leads && !twoDrugs && token.norm.length >= 6 && first.cost <= 1.3 && !mayBeName,
    };
  }

  /** Slips in the last part of a compound that no list has: "nasotrachial". */
  #compounds(word: string): readonly Candidate[] {
    return partsOf(word).flatMap(([first, last]) =>
      this.#ranker
        .rank(last)
        .candidates.filter(
          ({ word: right, cost, flags }) =>
            cost <= COMPOUND_LIMIT &&
            (isTerm(flags) || this.#data.common.has(right)) &&
            this.accepts(first + right) &&
            !isRiskySwap(last, right, cost),
        )
        .slice(0, 1)
        .map((candidate) => ({ ...candidate, word: first + candidate.word, flags: ORIGIN_FORM })),
    );
  }

  /** A slip of a word that most people know. */
  #judgeEnglish(token: Token, at: number): Misspelling | undefined {
    // The score knows how common the word is and whether it sounds alike: a rare word is hardly meant.
    const limit = limitOf(token.norm, 0, 1) + 0.15;
    const best = this.#ranker.rankEnglish(token.norm).filter(({ score }) => score <= limit);
    if (best.length === 0 || (best[0]!.cost > 1 && this.#isCoined(token.norm))) return undefined;
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'english',
      candidates: best.slice(0, 3).map(({ word, cost }) => ({
        text: keepCase(token.text, word) + token.possessive,
        cost: round(cost),
        drug: false,
      })),
      safe: false,
    };
  }

  /** Candidates that may be reported, best first; empty where the word should be left alone. */
  #reportable(word: string, ranked: Ranked, nameLike: number): readonly Candidate[] {
    const passing = ranked.candidates.filter(
      (candidate) =>
        candidate.cost <= limitOf(word, candidate.flags, nameLike) &&
        !isRiskySwap(word, candidate.word, candidate.cost),
    );
    const best = passing[0];
    if (best === undefined) return [];
    // A nearer word of plain English means that the slip is none of ours.
    const lead = (best.flags & ORIGIN_MASK) === ORIGIN_TERMINOLOGY ? 0.45 : 0.25;
    return ranked.english !== undefined && ranked.english + lead < best.cost ? [] : passing;
  }

  #isCoined(word: string): boolean {
    if (
      this.#data.common.has(/^(?:the|this|that|with|and|of)(?<rest>[a-z]{4,})$/u.exec(word)?.groups?.['rest'] ?? '')
    ) {
      return true;
    }
    for (let cut = 4; cut <= word.length - 4; cut++) {
      if (this.#data.common.has(word.slice(0, cut)) && this.#data.common.has(word.slice(cut))) return true;
    }
    return false;
  }

  #isSlip(word: string): boolean {
    if (word.length < 7) return false;
    const limit = word.length < 8 ? 0.5 : word.length < 11 ? 0.75 : 0.9;
    return this.#data.medical.near(word, 2).some(({ word: near }) => {
      const origin = this.#ranker.flagsOf(near)! & ORIGIN_MASK;
      if (origin !== ORIGIN_TERMINOLOGY && origin !== ORIGIN_VOCABULARY) return false;
      const related =
        toAmerican(word) === near || toBritish(word) === near || isInflectionPair(word, near) || isRelated(word, near);
      if (related) return false;
      const cost = spellingCost(word, near);
      return cost <= limit && !isRiskySwap(word, near, cost);
    });
  }
}

/**
 * Trials and registers are named in capitals: "the CALCIPHYX trial", and alone in a cell or a heading. Only a near word
 * is a slip, but in a line of capitals.
 */
function isAcronymLike(token: Token, tokens: readonly Token[]): boolean {
  if (!/^\p{Lu}{2,}/u.test(token.text)) return false;
  const isAlone = tokens.every((other) => other === token || other.kind !== 'word');
  return isAlone || tokens.some(({ kind, text }) => kind === 'word' && /^\p{Ll}{2}/u.test(text));
}

const ACRONYM = 0.6;
/** How far the last part of a compound may be from a right word. */
const COMPOUND_LIMIT = 0.75;

/** How far a capital lowers the limit: it is a sign of a name where none is due, and a weak one in a title. */
function nameLikeness(token: Token, place: 'title' | 'start' | 'middle'): number {
  if (/[À-ɏ]/u.test(token.text)) return 0.55;
  // Names of persons are short.
  if (place === 'title') return token.norm.length < 9 ? 0.75 : 1;
  return place === 'start' ? 0.9 : 0.55;
}

const LATIN_ENDING = /(?:ica|icum|icus|osa|osum|osus|iformis|iforme|ata|atum|atus|ans|ens|aris|alis|oides)$/u;

/** @throws WordsError where the bytes are not what the build made */
export function loadWords(bytes: Uint8Array, terminology: Terminology): Words {
  return new Words(unpackWords(bytes), terminology);
}

function isInflectionPair(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && ['s', 'es', 'd', 'ed', 'e', 'l', 'n', 'r', 'y'].includes(long.slice(short.length));
}

function round(cost: number): number {
  return Math.round(cost * 100) / 100;
}
