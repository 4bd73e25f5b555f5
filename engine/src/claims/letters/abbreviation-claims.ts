import { proseSpan } from '../../text/span.js';
import type { CompiledConcept } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';

/**
 * Reads what an abbreviation is said to be short for: "SSc stands for …", "FGF23 is short for …", "ESWL (…)". Only words
 * whose initials make the abbreviation are taken as spelling it out.
 */
export function readAbbreviations(
  sentence: SentenceElements,
  clause: Clause,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const claims: Claim[] = [];
  const { elements, block } = sentence;
  for (let at = clause.start; at < clause.end - 2; at++) {
    const concept = abbreviated(elements[at]!, terminology);
    if (concept === undefined) continue;
    const { span } = elements[at]!;
    const letters = block.text.slice(span.start, span.end);
    const opened = SPELLS_OUT.map((words) => matchWords(elements, at + 1, words)).find((end) => end > 0);
    const isBracket = opened === undefined && elements[at + 1]!.norm === '(';
    const from = opened ?? (isBracket ? at + 2 : -1);
    if (from < 0 || (isBracket && letters.length < 4) || isDenied(elements, clause.start, from)) continue;
    const words = wordsFrom(elements, from, clause.end);
    const last = words[words.length - 1];
    if (last === undefined || initialsOf(words) !== lettersOf(letters) || isKnown(words, concept)) continue;
    const told = proseSpan(words[0]!.span.start, last.span.end);
    claims.push({
      relation: 'stands-for',
      subject: { conceptId: concept.id, text: letters, block: block.index, span },
      object: { text: block.text.slice(told.start, told.end), block: block.index, span: told },
      value: 'other',
      polarity: 'asserted',
      attribution: isHypothetical(elements, clause, from) ? 'hypothetical' : clause.attribution,
      weak: false,
      block: block.index,
      span: proseSpan(span.start, told.end),
      form: 'abbreviation',
    });
  }
  return claims;
}

/** The one thing that an abbreviation of three letters and more, or one that is certain, is short for. */
function abbreviated({ mention }: Element, terminology: Terminology): CompiledConcept | undefined {
  const [id, ...others] = new Set(mention?.readings.map((reading) => reading.conceptId));
  if (id === undefined || others.length > 0) return undefined;
  const concept = terminology.concept(id);
  const variant = concept?.variants[mention!.readings[0]!.variant];
  if (concept === undefined || variant?.status !== 'abbreviation' || concept.kind === 'drug') return undefined;
  return lettersOf(variant.text).length >= 3 || variant.certain === true ? concept : undefined;
}

function wordsFrom(elements: readonly Element[], from: number, to: number): readonly Element[] {
  const words: Element[] = [];
  for (let at = from; at < to; at++) {
    const { kind, norm } = elements[at]!;
    if (QUOTES.has(norm)) continue;
    if (kind === 'mark' || words.length > 8) break;
    words.push(elements[at]!);
  }
  return words;
}

function initialsOf(words: readonly Element[]): string {
  return words
    .flatMap(({ norm }) => norm.split(/[\s-]+/u))
    .filter((word) => !SMALL.has(word) && /^\p{L}/u.test(word))
    .map((word) => word[0])
    .join('');
}

function lettersOf(abbreviation: string): string {
  return abbreviation.replace(/[^\p{L}]/gu, '').toLowerCase();
}

/** Half of the words, or more, stand in one of the long names. */
function isKnown(words: readonly Element[], { variants }: CompiledConcept): boolean {
  const own = words
    .flatMap(({ norm }) => norm.split(/[\s-]+/u))
    .filter((word) => !SMALL.has(word) && /^\p{L}/u.test(word));
  return variants.some(({ text, status }) => {
    if (status === 'abbreviation') return false;
    const known = text.toLowerCase().split(/[\s-]+/u);
    const shared = own.filter((word) => known.some((other) => other.slice(0, 4) === word.slice(0, 4)));
    return shared.length * 2 >= own.length;
  });
}

const SPELLS_OUT = [
  'stands for',
  'stand for',
  'is short for',
  'short for',
  'is the abbreviation for',
  'is the abbreviation of',
  'is an abbreviation of',
  'is an abbreviation for',
  'spelled out is',
  'in full is',
  'means in full',
].map((phrase) => phrase.split(' '));
const SMALL = new Set('of the and for in with to by a an'.split(' '));
const QUOTES = new Set('" “ ” ‘ ’ *'.split(' '));
