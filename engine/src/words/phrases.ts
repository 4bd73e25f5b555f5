import type { Sentence, Token } from '../language/token.js';
import type { PhraseEntry, Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { spellingCost } from './costs.js';
import type { Misspelling } from './misspelling.js';

/**
 * Terms of several words with one word wrong: "calcinosis curtis", "calcium gluconat". The right words around it
 * lower the bar, so that a name or a rare word counts as wrong as well; a common word does not.
 */
export function misspelledPhrases(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  text: string,
  terminology: Terminology,
  isCommon: (word: string) => boolean,
): Misspelling[] {
  const found: Misspelling[] = [];
  for (const sentence of sentences) {
    for (let first = sentence.firstToken; first < sentence.endToken - 1; first++) {
      const norm = tokens[first]!.norm;
      if (norm.length < 4) continue;
      const entries = terminology.phraseIndex.get(norm);
      if (entries === undefined) continue;
      const match = bestMatch(tokens, first, sentence.endToken, entries, terminology, isCommon);
      if (match === undefined) continue;
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

function bestMatch(
  tokens: readonly Token[],
  first: number,
  limit: number,
  entries: readonly PhraseEntry[],
  terminology: Terminology,
  isCommon: (word: string) => boolean,
): Misspelling | undefined {
  let best: { cost: number; misspelling: Misspelling } | undefined;
  for (const entry of entries) {
    if (entry.norms.length < 2) return exact(tokens, first, limit, entries) ? undefined : best?.misspelling;
    const match = matchWithOneWrong(tokens, first, limit, entry, isCommon);
    if (match === undefined || (best !== undefined && match.cost >= best.cost)) continue;
    const target = entry.targets.find((other) => other.is === 'variant');
    if (target === undefined || target.is !== 'variant') continue;
    const concept = terminology.conceptAt(target.concept);
    const status = concept.variants[target.variant]!.status;
    if (status === 'misspelling' || status === 'impossible' || status === 'deprecated') continue;
    const span = proseSpan(tokens[first]!.span.start, tokens[match.endToken - 1]!.span.end);
    best = {
      cost: match.cost,
      misspelling: {
        span,
        firstToken: first,
        endToken: match.endToken,
        kind: 'misspelled',
        candidates: [{ text: match.right, cost: match.cost, conceptId: concept.id, drug: concept.kind === 'drug' }],
        safe: match.cost <= 1 && concept.kind !== 'drug',
      },
    };
  }
  if (best === undefined || exact(tokens, first, limit, entries)) return undefined;
  return best.misspelling;
}

/** Some entry stands here as it should: nothing is wrong. */
function exact(tokens: readonly Token[], first: number, limit: number, entries: readonly PhraseEntry[]): boolean {
  return entries.some(
    (entry) =>
      entry.norms.length > 1 &&
      entry.norms.every((norm, index) => first + index < limit && tokens[first + index]!.norm === norm),
  );
}

function matchWithOneWrong(
  tokens: readonly Token[],
  first: number,
  limit: number,
  entry: PhraseEntry,
  isCommon: (word: string) => boolean,
): { cost: number; endToken: number; right: string } | undefined {
  let cost = 0;
  let wrong = 0;
  const words: string[] = [];
  for (const [index, norm] of entry.norms.entries()) {
    const token = tokens[first + index];
    if (token === undefined || first + index >= limit || token.kind !== 'word' || (index > 0 && token.glued)) {
      return undefined;
    }
    words.push(token.norm === norm ? token.text : norm);
    if (token.norm === norm) continue;
    if (wrong > 0 || Math.abs(norm.length - token.norm.length) > 3 || !sharesEnds(token.norm, norm)) return undefined;
    if (++wrong > 1 || norm.length < 5 || token.norm.length < 4 || isCommon(token.norm)) return undefined;
    // Another ending of the same word is an inflection, not a slip.
    if (token.norm.startsWith(norm) || norm.startsWith(token.norm) ? norm.length - token.norm.length < 0 : false) {
      return undefined;
    }
    cost = spellingCost(token.norm, norm);
    if (cost > (norm.length <= 6 ? 1.1 : 1.5)) return undefined;
  }
  return wrong === 1 ? { cost, endToken: first + entry.norms.length, right: words.join(' ') } : undefined;
}

/** A slip leaves the beginning or the end of a word: asked before the costly comparison. */
function sharesEnds(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2) || a.slice(-2) === b.slice(-2) || (a[0] === b[0] && a.at(-1) === b.at(-1));
}

function withCase(written: string, right: string): string {
  return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
