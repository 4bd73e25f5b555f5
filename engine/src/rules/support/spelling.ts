import { toAmerican, toBritish } from '../../language/spelling-twins.js';
import type { Locale } from '../../terminology/source-format.js';

export interface SpelledWord {
  /** The one house style that spells the word so. */
  readonly locale: Locale;
  /** The word in the other spelling, in the case of the word. */
  readonly twin: string;
}

/**
 * Which side of the Atlantic spells a word so, where its spelling tells. Undefined for words that both spell
 * alike, and for forms that both use: -ize is at home in Oxford, sulfate and fetus in British medicine.
 */
export function spellingOf(word: string): SpelledWord | undefined {
  if (word.length < SHORTEST) return undefined;
  if (!known.has(word)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, readSpelling(word));
  }
  return known.get(word);
}

/** Texts are made of the same few thousand words. */
const known = new Map<string, SpelledWord | undefined>();
const MOST_KNOWN = 20_000;

function readSpelling(word: string): SpelledWord | undefined {
  if (!TELLING.test(word)) return undefined;
  const american = toAmerican(word);
  if (american !== undefined) return { locale: 'uk', twin: american };
  const british = toBritish(word);
  if (british === undefined || USED_BY_BOTH.test(word)) return undefined;
  return { locale: 'us', twin: british };
}

/** A name in one spelling, so that two spellings of it are one. */
export function inOneSpelling(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => toAmerican(word) ?? word);
}

/** "Odor", "fecal", "liter". */
const SHORTEST = 4;

/** Stems whose two spellings are known; endings like -ise prove nothing by themselves. */
const TELLING =
  /a?emi[ac]|h(?:a)?em(?:[ao]t|o[a-z]{3})|o?edema|o?esoph|o?estr[oa]|diarrho?ea|rrho?ea\b|dyspno?ea|apno?ea|c(?:o)?eliac|ischa?em|ana?esth|pa?ediat|orthopa?ed|gyna?ec|\ba?etiol|leuka?em|\bfa?ec(?:es|al)|\bca?ec(?:um|al)|sulph|tumou?r|colou?r|behaviou?r|\blabou?r|\bodou?r|flavou?r|alumini?um|fib(?:er|re)s?\b|cent(?:er|re)s?\b|(?:milli|centi|kilo)met(?:er|re)s?\b|\blit(?:er|re)s?\b|morpho?ea/iu;
const USED_BY_BOTH = /sulf|fetus|fetal/iu;
