import { isHyphen } from '../language/tokenize.js';
import type { Sentence, Token } from '../language/token.js';
import type { PhraseEntry, Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { spellingCost } from './costs.js';
import { glossOf } from './gloss.js';
import type { Misspelling } from './misspelling.js';

/** What the finder of misspelled terms asks the speller, of small-letter words. */
export interface PhraseLexicon {
  /** Whether most people know the word: it is not taken for a slip. */
  isCommon(word: string): boolean;
  /** Whether it is some word or name: a slip that happens to be one is left to the writer. */
  isKnown(word: string): boolean;
}

/**
 * Terms of several words with one word wrong: "calcinosis curtis", "calcium gluconat", "para-amino salicylic acid".
 * The right words around it lower the bar, so that a name or a rare word counts as wrong as well; a common word
 * does not.
 */
export function misspelledPhrases(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  text: string,
  terminology: Terminology,
  lexicon: PhraseLexicon,
): Misspelling[] {
  const found: Misspelling[] = [];
  for (const sentence of sentences) {
    for (let first = sentence.firstToken; first < sentence.endToken - 1; first++) {
      const norm = tokens[first]!.norm;
      if (norm.length < 4) continue;
      const entries = ofSeveralWords(terminology.phraseIndex.get(norm));
      if (entries === undefined) continue;
      const next = nextWord(tokens, first);
      if (next >= sentence.endToken || tokens[next]!.kind !== 'word' || isPastMark(tokens, first + 1, next, first)) {
        continue;
      }
      const match = bestMatch(tokens, first, sentence.endToken, entries, terminology, lexicon);
      if (
        match === undefined ||
        (match.kind === 'split' && isVerbThere(tokens, sentence.firstToken, first, match.endToken))
      ) {
        continue;
      }
      found.push({
        ...match,
        candidates: match.candidates.map((candidate) => ({
          ...candidate,
          text: withCase(text.slice(match.span.start, match.span.end), candidate.text),
        })),
      });
      first = match.endToken - 1;
    }
  }
  return found;
}

/** "Why does calcium build up?", "to let calcium build up": the words are a noun and its verb, and no name. */
function isVerbThere(tokens: readonly Token[], from: number, first: number, end: number): boolean {
  if (!PARTICLES.has(tokens[end - 1]!.norm)) return false;
  return tokens.slice(from, first).some(({ norm }) => LEAVES_VERB_BARE.has(norm));
}

const PARTICLES = new Set('up down out off in over away through'.split(' '));

const LEAVES_VERB_BARE = new Set(
  "do does did don't doesn't didn't can could may might must shall should will would let lets make makes made see seen watch help helps".split(
    ' ',
  ),
);

/** Most words begin terms of one word only. */
function ofSeveralWords(entries: readonly PhraseEntry[] | undefined): readonly PhraseEntry[] | undefined {
  if (entries === undefined) return undefined;
  let several = longEntries.get(entries);
  if (several === undefined) {
    several = entries.filter(({ norms }) => norms.length > 1);
    longEntries.set(entries, several);
  }
  return several.length === 0 ? undefined : several;
}

const longEntries = new WeakMap<readonly PhraseEntry[], readonly PhraseEntry[]>();

function bestMatch(
  tokens: readonly Token[],
  first: number,
  limit: number,
  entries: readonly PhraseEntry[],
  terminology: Terminology,
  lexicon: PhraseLexicon,
): Misspelling | undefined {
  let best: { cost: number; misspelling: Misspelling } | undefined;
  const second = tokens[nextWord(tokens, first)]!.norm;
  for (const entry of entries) {
    if (!mayStandFor(second, entry.norms[1]!)) continue;
    const match = matchWithOneWrong(tokens, first, limit, entry, lexicon);
    if (match === undefined || (best !== undefined && match.cost >= best.cost)) continue;
    const target = entry.targets.find((other) => other.is === 'variant');
    if (target === undefined || target.is !== 'variant') continue;
    const concept = terminology.conceptAt(target.concept);
    const status = concept.variants[target.variant]!.status;
    if (status === 'misspelling' || status === 'impossible' || status === 'deprecated') continue;
    const span = proseSpan(tokens[first]!.span.start, tokens[match.endToken - 1]!.span.end);
    const drug = concept.kind === 'drug';
    best = {
      cost: match.cost,
      misspelling: {
        span,
        firstToken: first,
        endToken: match.endToken,
        kind: match.kind,
        candidates: [
          { text: match.right, cost: match.cost, ...glossOf(match.right, terminology), conceptId: concept.id, drug },
        ],
        safe: match.kind === 'misspelled' && match.cost <= 1 && !drug && !match.known,
      },
    };
  }
  if (best === undefined || exact(tokens, first, limit, entries)) return undefined;
  return best.misspelling;
}

/** Some entry stands here as it should: nothing is wrong. */
function exact(tokens: readonly Token[], first: number, limit: number, entries: readonly PhraseEntry[]): boolean {
  return entries.some((entry) => {
    let at = first;
    return entry.norms.every((norm) => {
      const token = tokens[at];
      const same = token !== undefined && at < limit && token.norm === norm;
      at = nextWord(tokens, at);
      return same;
    });
  });
}

interface OneWrong {
  readonly cost: number;
  readonly endToken: number;
  readonly right: string;
  readonly kind: 'misspelled' | 'split';
  /** The wrong word is a word or a name by itself. */
  readonly known: boolean;
}

function matchWithOneWrong(
  tokens: readonly Token[],
  first: number,
  limit: number,
  entry: PhraseEntry,
  lexicon: PhraseLexicon,
): OneWrong | undefined {
  let cost = 0;
  let kind: OneWrong['kind'] | undefined;
  let right = '';
  let known = false;
  let at = first;
  let endToken = first;
  for (const norm of entry.norms) {
    const token = tokens[at];
    if (token === undefined || at >= limit || token.kind !== 'word' || isPastMark(tokens, endToken, at, first)) {
      return undefined;
    }
    // A hyphen or a space as written stands between the words of the right form too.
    right += at === first ? '' : tokens[endToken]?.kind === 'punctuation' ? tokens[endToken]!.text : ' ';
    if (token.norm === norm) {
      right += token.text;
    } else {
      if (kind !== undefined) return undefined;
      const other = tokens[nextWord(tokens, at)];
      if (
        other !== undefined &&
        nextWord(tokens, at) < limit &&
        other.kind === 'word' &&
        token.norm + other.norm === norm
      ) {
        kind = 'split';
        cost = 0.5;
        at = nextWord(tokens, at);
      } else {
        if (!isSlipOf(token.norm, norm) || lexicon.isCommon(token.norm)) return undefined;
        kind = 'misspelled';
        known = lexicon.isKnown(token.norm);
        cost = costOf(token.norm, norm);
        // A right word is taken for another one only where they are very near: "calcium edetate" is no acetate.
        if (cost > (known ? 0.9 : limitOfCost(norm))) return undefined;
      }
      right += norm;
    }
    endToken = at + 1;
    at = nextWord(tokens, at);
  }
  return kind === undefined ? undefined : { cost, endToken, right, kind, known };
}

function limitOfCost(norm: string): number {
  return norm.length <= 6 ? 1.1 : 1.5;
}

/** Texts write the same words again and again, and each meets the same terms. */
const costs = new Map<string, number>();
const MOST_COSTS = 20_000;

function costOf(written: string, norm: string): number {
  const key = `${written} ${norm}`;
  let cost = costs.get(key);
  if (cost === undefined) {
    // Forgetting all at once is rare, and cheaper than keeping order.
    if (costs.size >= MOST_COSTS) costs.clear();
    costs.set(key, (cost = spellingCost(written, norm, limitOfCost(norm))));
  }
  return cost;
}

/** The token after one, and after the hyphen that follows it. */
function nextWord(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return next?.glued === true && isHyphen(next.text) && tokens[at + 2]?.glued === true ? at + 2 : at + 1;
}

/** Words that stand together without a space or a hyphen between them are something else. */
function isPastMark(tokens: readonly Token[], endToken: number, at: number, first: number): boolean {
  return at > first && at === endToken && tokens[at]!.glued;
}

/** Asked of all terms that begin with a word: hardly any goes on with the word that follows, or with one that is like it. */
function mayStandFor(written: string, norm: string): boolean {
  return norm.startsWith(written) || isSlipOf(written, norm);
}

/** A slip leaves the beginning or the end of a word: asked before the costly comparison. */
function isSlipOf(written: string, norm: string): boolean {
  if (norm.length < 5 || written.length < 4 || Math.abs(norm.length - written.length) > 3) return false;
  // Another ending of the same word is an inflection, not a slip.
  if (written.startsWith(norm)) return false;
  const isSameFirst = written.charCodeAt(0) === norm.charCodeAt(0);
  const isSameLast = written.charCodeAt(written.length - 1) === norm.charCodeAt(norm.length - 1);
  if (isSameFirst && (isSameLast || written.charCodeAt(1) === norm.charCodeAt(1))) return true;
  return isSameLast && written.charCodeAt(written.length - 2) === norm.charCodeAt(norm.length - 2);
}

function withCase(written: string, right: string): string {
  return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
