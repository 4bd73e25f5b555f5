import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import { normalizePhrase } from '../../language/tokenize.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import { oncePerContent } from './once.js';

/** A place where the text gives an abbreviation after its long form: "tuberculosis (TB)". */
export interface Introduction {
  readonly block: AnalyzedBlock;
  /** As written, a plural s left out. */
  readonly abbreviation: string;
  readonly abbreviationSpan: ProseSpan;
  readonly longForm: string;
  readonly longSpan: ProseSpan;
  readonly conceptId: string | undefined;
}

/** All introductions in reading order, of abbreviations that the terminology knows and of others. */
export function introductionsIn(document: AnalyzedDocument, terminology: Terminology): Introduction[] {
  const introductions: Introduction[] = [];
  for (const block of document.blocks) {
    for (const introduction of introductionsOf(block, terminology)) introductions.push({ ...introduction, block });
  }
  return introductions;
}

const introductionsOf = oncePerContent((block, terminology: Terminology): Omit<Introduction, 'block'>[] => {
  if (!block.text.includes('(')) return [];
  return [...block.text.matchAll(BRACKETED)].flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    const span = proseSpan(start, start + match[1]!.length);
    return readIntroduction(block, terminology, span, match.index) ?? [];
  });
});

/** An abbreviation in brackets: two capitals or more, or one and digits. */
const BRACKETED = /\(\s*(\p{L}{0,3}\p{Lu}[\p{L}\p{N}]{0,8}(?:[-/][\p{L}\p{N}]{1,8})?)\s*\)/gu;

function readIntroduction(
  block: AnalyzedBlock,
  terminology: Terminology,
  span: ProseSpan,
  bracket: number,
): Omit<Introduction, 'block'> | undefined {
  const written = block.text.slice(span.start, span.end);
  const abbreviation = singular(written);
  if ((abbreviation.match(/\p{Lu}/gu) ?? []).length < 2) return undefined;
  const given = mentionBefore(block, bracket);
  const inside = block.mentions.find((mention) => mention.span.start === span.start);
  const sharedConcept = given?.readings.find((reading) =>
    inside?.readings.some((candidate) => candidate.conceptId === reading.conceptId),
  )?.conceptId;
  if (given !== undefined && sharedConcept !== undefined && !isAbbreviation(given, sharedConcept, terminology)) {
    return {
      abbreviation,
      abbreviationSpan: span,
      longForm: block.text.slice(given.span.start, given.span.end),
      longSpan: given.span,
      conceptId: sharedConcept,
    };
  }
  const longSpan = spelledOutBefore(block.text, abbreviation, bracket);
  if (longSpan === undefined) return undefined;
  const named = given !== undefined && given.span.start <= longSpan.start ? given.conceptId : undefined;
  return {
    abbreviation,
    abbreviationSpan: span,
    longForm: block.text.slice(longSpan.start, longSpan.end),
    longSpan,
    conceptId: named,
  };
}

function mentionBefore(block: AnalyzedBlock, offset: number): Mention | undefined {
  return block.mentions.find(
    (mention) => mention.span.end <= offset && block.text.slice(mention.span.end, offset).trim() === '',
  );
}

export function isAbbreviation(mention: Mention, conceptId: string, terminology: Terminology): boolean {
  return wordsOfAbbreviation(mention, conceptId, terminology) > 0;
}

/**
 * How many tokens at the start of a mention are an abbreviation: all of them in "CKD", one in "CT scan", whose
 * concept has a name that spells the letters out. 0 where the name is a full one.
 */
export function wordsOfAbbreviation(mention: Mention, conceptId: string, terminology: Terminology): number {
  const reading = mention.readings.find((candidate) => candidate.conceptId === conceptId);
  if (reading === undefined) return 0;
  const concept = terminology.concept(conceptId)!;
  const { status, text } = concept.variants[reading.variant]!;
  if (status === 'abbreviation') return mention.endToken - mention.firstToken;
  const acronym = /^\p{Lu}{2,5}(?= |$)/u.exec(text)?.[0];
  if (acronym === undefined || status === 'brand') return 0;
  return concept.variants.some(
    (variant) => variant.text !== text && startOfSpelling(variant.text.toLowerCase(), acronym.toLowerCase()) === 0,
  )
    ? 1
    : 0;
}

/**
 * The shortest run of words before an offset whose letters spell the abbreviation in order, its first letter at
 * the start of a word (Schwartz and Hearst, 2003).
 */
function spelledOutBefore(text: string, abbreviation: string, offset: number): ProseSpan | undefined {
  const letters = abbreviation.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const clause = /[^.;:!?()\n]*$/u.exec(text.slice(0, offset))![0].trimEnd();
  const words = [...clause.matchAll(/\S+/gu)];
  const window = words.slice(-Math.min(letters.length + 5, letters.length * 2));
  if (window.length === 0) return undefined;
  const clauseStart = text.slice(0, offset).trimEnd().length - clause.length;
  const candidate = clause.slice(window[0]!.index);
  const found = startOfSpelling(candidate.toLowerCase(), letters);
  if (found === undefined) return undefined;
  return proseSpan(clauseStart + window[0]!.index + found, clauseStart + clause.length);
}

/** Whether the letters stand in the name in order, the first of them at the start of a word: a reader can tell. */
export function spells(name: string, abbreviation: string): boolean {
  return startOfSpelling(name.toLowerCase(), abbreviation.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()) !== undefined;
}

function startOfSpelling(candidate: string, letters: string): number | undefined {
  let at = candidate.length - 1;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    while (
      at >= 0 &&
      (candidate[at] !== letters[letter] || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(candidate[at - 1]!)))
    ) {
      at--;
    }
    if (at < 0) return undefined;
    at--;
  }
  return at + 1;
}

/** How often an abbreviation stands in the source, in singular or plural. */
export function countInSource(document: AnalyzedDocument, abbreviation: string): number {
  const { text } = document;
  let count = 0;
  let at = text.indexOf(abbreviation);
  while (at >= 0) {
    const end = at + abbreviation.length;
    const stands =
      !ENDS_LIKE_WORD.test(text.slice(Math.max(0, at - 2), at)) && ENDS_WORD.test(text.slice(end, end + 4));
    if (stands) count++;
    at = text.indexOf(abbreviation, stands ? end : at + 1);
  }
  return count;
}

const ENDS_LIKE_WORD = /[\p{L}\p{N}]$/u;
/** The end of the word, or its plural. */
const ENDS_WORD = /^(?:['’]?s)?(?![\p{L}\p{N}])/u;

/** Whether two long forms can name one thing: the same concept, or a last word in common. */
export function meanTheSame(a: Introduction, b: Introduction): boolean {
  if (a.conceptId !== undefined && b.conceptId !== undefined) return a.conceptId === b.conceptId;
  const [first, second] = [normalizePhrase(a.longForm), normalizePhrase(b.longForm)];
  if (first.includes(second) || second.includes(first)) return true;
  return stem(first) === stem(second);
}

function stem(phrase: string): string {
  return (phrase.split(' ').pop() ?? '').replace(/s$/u, '').slice(-5);
}

function singular(abbreviation: string): string {
  return /\p{Lu}s$/u.test(abbreviation) ? abbreviation.slice(0, -1) : abbreviation;
}
