import { isHyphen } from '../language/tokenize.js';
import type { Sentence, Token } from '../language/token.js';
import type { PhraseTarget } from '../terminology/compiled.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import type { Mention, PhraseMatch, Reading } from './mention.js';

export interface PhraseMatches {
  readonly mentions: readonly Mention[];
  readonly wordings: readonly PhraseMatch[];
  readonly confusions: readonly PhraseMatch[];
  readonly eponyms: readonly PhraseMatch[];
}

/**
 * Finds every phrase of the terminology in the tokens of one block. The longest match wins among mentions, and
 * among the matches of each other kind; mentions do not depend on the order of the terminology.
 */
export function matchPhrases(
  block: number,
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  terminology: Terminology,
): PhraseMatches {
  const mentions: Mention[] = [];
  const wordings: PhraseMatch[] = [];
  const confusions: PhraseMatch[] = [];
  const eponyms: PhraseMatch[] = [];
  let sentence = 0;
  /** Token index up to which a kind of match is taken. */
  const taken = { variant: 0, wording: 0, confusion: 0, eponym: 0 };
  for (let first = 0; first < tokens.length; first++) {
    while (sentence < sentences.length - 1 && first >= sentences[sentence]!.endToken) sentence++;
    const norm = tokens[first]!.norm;
    if (norm === '') continue;
    const entries = terminology.phraseIndex.get(norm);
    if (entries === undefined) continue;
    for (const entry of entries) {
      const endToken = matchEnd(tokens, first, entry.norms, sentences[sentence]!.endToken);
      if (endToken === 0) continue;
      const span = proseSpan(tokens[first]!.span.start, tokens[endToken - 1]!.span.end);
      const place = { block, sentence, span, firstToken: first, endToken };
      if (first >= taken.variant) {
        const readings = readingsOf(entry.targets, text.slice(span.start, span.end), terminology);
        if (readings.length > 0) {
          mentions.push({ ...place, conceptId: certainConcept(readings, terminology), readings });
          taken.variant = endToken;
        }
      }
      for (const target of entry.targets) {
        if (target.is === 'variant') continue;
        if (first < taken[target.is]) continue;
        if (target.is === 'wording') wordings.push({ ...place, index: target.wording });
        else if (target.is === 'confusion') {
          confusions.push({ ...place, index: target.confusion, part: target.written });
        } else eponyms.push({ ...place, index: target.eponym, part: target.noun });
      }
      for (const is of ['wording', 'confusion', 'eponym'] as const) {
        if (entry.targets.some((target) => target.is === is)) taken[is] = Math.max(taken[is], endToken);
      }
    }
  }
  return { mentions, wordings, confusions, eponyms };
}

/** Token index after the phrase that begins at `first`, or 0. */
function matchEnd(tokens: readonly Token[], first: number, norms: readonly string[], limit: number): number {
  let at = first + 1;
  for (let index = 1; index < norms.length; index++) {
    while (at < limit && joins(tokens[at]!)) at++;
    if (at >= limit || tokens[at]!.norm !== norms[index]) return 0;
    at++;
  }
  return at;
}

/** Marks that may stand inside a term: hyphens, percent signs, and what is written without spaces, as in 25(OH)D or PM/Scl. */
function joins(token: Token): boolean {
  if (token.kind !== 'punctuation') return false;
  if (isHyphen(token.text) || token.text === '%') return true;
  return token.glued && (token.text === '/' || token.text === '(' || token.text === ')');
}

function readingsOf(targets: readonly PhraseTarget[], written: string, terminology: Terminology): Reading[] {
  const readings: Reading[] = [];
  for (const target of targets) {
    if (target.is !== 'variant') continue;
    const concept = terminology.conceptAt(target.concept);
    const variant = concept.variants[target.variant]!;
    if (variant.caseSensitive && !sameCase(written, variant.text, target.form)) continue;
    if (readings.some((reading) => reading.conceptId === concept.id)) continue;
    readings.push({
      conceptId: concept.id,
      variant: target.variant,
      form: target.form,
      ...(target.locale === undefined ? {} : { locale: target.locale }),
    });
  }
  return readings;
}

function sameCase(written: string, text: string, form: string): boolean {
  const bare = written.replace(/['’]s$/u, '');
  if (bare === text) return true;
  return form === 'plural' ? bare === `${text}s` : bare.replace(/[-\s]+/gu, ' ') === text.replace(/[-\s]+/gu, ' ');
}

/**
 * The only reading, unless it is a short abbreviation: those have other common meanings, and only the long form in
 * the same document decides (`resolveAbbreviations`).
 */
function certainConcept(readings: readonly Reading[], terminology: Terminology): string | undefined {
  if (readings.length !== 1) return undefined;
  const reading = readings[0]!;
  const variant = terminology.concept(reading.conceptId)!.variants[reading.variant]!;
  const isShort = variant.status === 'abbreviation' && variant.text.replace(/[^\p{L}]/gu, '').length < 4;
  return isShort && variant.certain !== true ? undefined : reading.conceptId;
}
