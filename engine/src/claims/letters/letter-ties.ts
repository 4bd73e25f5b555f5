import type { CompiledConcept } from '../../terminology/compiled.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { clausesOf, isDenied, isHypothetical } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isTermFor, letterAt, meantIn, looksMedical, standsFor, termFrom } from './letter-terms.js';

/**
 * Reads what a sentence ties to a single letter: "the letter T at the end of CREST stands for thrombosis", "R, rosacea",
 * "scoliosis is what the S means". A term begins with its letter, so that between the two any of the words that say
 * nothing themselves may stand; where these alone do not tie them ("R, rosacea"), the term must be a medical one.
 * @param isRow three of the letters stand alone in the same place, each before its term
 */
export function tiedToLetters(sentence: SentenceElements, concept: CompiledConcept, isRow: boolean): Claim[] {
  const { elements, block } = sentence;
  return elements.flatMap((_, at): Claim[] => {
    const letter = letterAt(sentence, at, concept);
    if (letter === undefined || NO_LETTERS.has(elements[at - 1]?.norm ?? '')) return [];
    if (isOfOtherName(sentence, at, letter, concept)) return [];
    // "If the S stood for scoliosis, …"
    const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
    if (clause !== undefined && isHypothetical(elements, clause, at)) return [];
    const from = behind(elements, at, letter, concept, isRow);
    if (from > 0) {
      if (isState(elements, from)) {
        const told = behindState(elements, from);
        return told < 0 ? [] : standsFor(concept, letter, block, termFrom(elements, told));
      }
      return isDenied(elements, Math.max(0, at - 3), at)
        ? []
        : standsFor(concept, letter, block, termFrom(elements, from));
    }
    return before(sentence, at, letter, concept);
  });
}

/** Index of the term behind a letter, or -1. */
function behind(
  elements: readonly Element[],
  letter: number,
  capital: string,
  concept: CompiledConcept,
  isRow: boolean,
): number {
  let tie: 'none' | 'weak' | 'strong' = 'none';
  let points = false;
  const given = elements.slice(Math.max(0, letter - 4), letter).some(({ norm }) => GIVEN_TO.has(norm));
  for (let at = letter + 1; at < Math.min(elements.length, letter + LONGEST_BRIDGE); at++) {
    const { norm, kind } = elements[at]!;
    if (norm === 'not') return behindBut(elements, at, tie);
    // "The T, for which you have to look closely at the lips, means …"
    const resumed = norm === ',' && at === letter + 1 ? resumedAfter(elements, at) : -1;
    if (resumed > 0) {
      at = resumed;
      continue;
    }
    if (isName(elements[at]!, concept) || BRIDGES.has(norm)) continue;
    if (POINTS.has(norm)) {
      points = true;
      if (tie === 'none') tie = 'weak';
      continue;
    }
    if (STRONG.has(norm) || ((given || points) && POINTED.has(norm))) {
      tie = 'strong';
      continue;
    }
    if (norm === 'is' || norm === 'was') {
      tie = 'strong';
      continue;
    }
    if (WEAK.has(norm)) {
      if (tie === 'none') tie = 'weak';
      continue;
    }
    const starts = norm.startsWith(capital.toLowerCase());
    if (tie === 'strong' && !FILLS.has(norm)) return starts || kind === 'word' ? at : -1;
    const isTerm = starts && kind !== 'mark' && tie === 'weak' && (isRow || looksMedical(elements, at));
    if (isTerm && !OPENS_CLAUSE.has(elements[at + 1]?.norm ?? '')) return at;
    // "R Raynaud" among others; "the T cells" names no letter.
    const isItem = isRow && at === letter + 1 && !ARTICLES.has(elements[letter - 1]?.norm ?? '');
    if (isItem || (isRow && at === letter + 1 && isGapped(elements, letter))) return at;
    if (!FILLS.has(norm)) return -1;
  }
  return -1;
}

/** Index of the comma behind which the sentence goes on with its verb, or -1. */
function resumedAfter(elements: readonly Element[], comma: number): number {
  return elements.findIndex(
    ({ norm }, at) => at > comma + 1 && norm === ',' && RESUMES.has(elements[at + 1]?.norm ?? ''),
  );
}

/** "stands not for “systemic”, but for Sjögren": index behind "but". */
function behindBut(elements: readonly Element[], not: number, tie: string): number {
  if (tie === 'none' && elements[not + 1]?.norm !== 'for') {
    return -1;
  }
  const but = elements.findIndex(({ norm }, at) => at > not + 1 && at < not + LONGEST_BRIDGE && norm === 'but');
  if (but < 0) return -1;
  let at = but + 1;
  while (PAST_BUT.has(elements[at]?.norm ?? '')) at++;
  return at < elements.length ? at : -1;
}

/** "The C is calcinosis, the R rheumatism": behind a comma the verb is left out. */
function isGapped(elements: readonly Element[], at: number): boolean {
  const last = elements[at - 2]?.norm ?? '';
  const opens = last === ',' || (last === 'and' && elements[at - 3]?.norm === ',');
  return opens && (elements[at + 1]?.mention !== undefined || ENDS_ITEM.has(elements[at + 2]?.norm ?? ','));
}

/** "Thrombosis, for the T", "scoliosis is what the S of CREST means", "eczema (E)": the term comes first. */
function before(sentence: SentenceElements, letter: number, capital: string, concept: CompiledConcept): Claim[] {
  const { elements, block } = sentence;
  const own = elements[letter - 1]?.norm ?? '';
  if (!BEFORE_LETTER.has(own)) return [];
  // "Every letter is one: eczema (E)"; "hepatitis (C)" alone is of something else.
  const isBracket = own === '(';
  if (isBracket && elements[letter + 1]?.norm !== ')') return [];
  let at = letter - 1;
  let isTied = isBracket;
  while (
    at >= 0 &&
    letter - at < LONGEST_BRIDGE &&
    (BACKWARD.has(elements[at]!.norm) || isName(elements[at]!, concept))
  ) {
    if (TIES_BACK.has(elements[at]!.norm)) isTied = true;
    at--;
  }
  if (at < 0 || !isTied || elements[at]!.kind === 'mark') return [];
  for (let from = at; from > at - 3 && from >= 0; from--) {
    if (elements[from]!.kind === 'mark' || PREPOSITIONS.has(elements[from]!.norm)) return [];
    if (!isTermFor(elements[from]!.norm, capital)) continue;
    const opener = elements[from - 1];
    // "The tight skin of scleroderma is the S": what it is of is not the term.
    if (opener !== undefined && (PREPOSITIONS.has(opener.norm) || DESCRIBES.has(opener.norm))) return [];
    const isNamed = looksMedical(elements.slice(0, at + 1), from);
    const isToldOf = isBracket ? namesLetters(sentence, concept) : true;
    if (!isNamed || !isToldOf || isDenied(elements, Math.max(0, from - 4), letter)) return [];
    // "R, rheumatism; E, …": what stands before a letter may be the term of another one.
    const first = Math.max(0, from - 3);
    const isOfLast = elements.slice(first, from).some((_, index) => isLetter(sentence, first + index, concept));
    if (isOfLast && !isBracket) return [];
    return standsFor(concept, capital, block, proseSpan(elements[from]!.span.start, elements[at]!.span.end));
  }
  return [];
}

function isLetter(sentence: SentenceElements, at: number, concept: CompiledConcept): boolean {
  return letterAt(sentence, at, concept) !== undefined;
}

function namesLetters({ elements }: SentenceElements, concept: CompiledConcept): boolean {
  return elements.some((element) => isName(element, concept));
}

export function isName({ mention }: Element, { id }: CompiledConcept): boolean {
  return mention?.readings.some(({ conceptId }) => conceptId === id) === true;
}

/** "The S is silent" tells nothing of what it stands for. */
function isState(elements: readonly Element[], from: number): boolean {
  return !NAMES_TERM.has(elements[from - 1]?.norm ?? '') && STATES.has(elements[from]?.norm ?? '');
}

/** "The E is easy to remember: eczema": index of what stands behind the colon, or -1. */
function behindState(elements: readonly Element[], from: number): number {
  const colon = elements.findIndex(({ norm }, at) => at > from && norm === ':');
  const state = elements.slice(from, colon);
  if (colon < 0 || state.length > LONGEST_STATE || state.some(({ kind, mention }) => kind === 'mark' || mention)) {
    return -1;
  }
  return looksMedical(elements, colon + 1) ? colon + 1 : -1;
}

/** "In BRCA the C stands for cancer": the letter is of the capitals that stand nearest. */
function isOfOtherName(
  { elements, block }: SentenceElements,
  at: number,
  letter: string,
  concept: CompiledConcept,
): boolean {
  const isOther = (element: Element): boolean => {
    const text = block.text.slice(element.span.start, element.span.end);
    return CAPITALS.test(text) && text.includes(letter) && !isName(element, concept);
  };
  const next = elements.slice(at + 1, at + 5);
  const named = next.findIndex((element) => isName(element, concept));
  const other = next.findIndex((element, index) => isOther(element) && IN.has(elements[at + index]!.norm));
  if (other >= 0 && (named < 0 || other < named)) return true;
  if (named >= 0) return false;
  // "HOST: Tell us the letters. GUEST: C is calcinosis, R is Raynaud, …"
  if (meantIn(block, concept) >= 2) return false;
  for (let index = at - 1; index >= 0; index--) {
    if (isName(elements[index]!, concept)) return false;
    if (isOther(elements[index]!)) return true;
  }
  // What the block spoke of before.
  const told = block.text.slice(0, elements[0]!.span.start).match(NAMES) ?? [];
  const last = told.findLast((word) => word.includes(letter));
  return last !== undefined && !concept.variants.some(({ text }) => text.split(' ').includes(last));
}

const CAPITALS = /^\p{Lu}[\p{Lu}\d-]{2,}$/u;
const NAMES = /(?<![\p{L}\d-])\p{Lu}{3,}(?![\p{L}\d-])/gu;
const IN = new Set(['in', 'of', 'the', 'word']);
const LONGEST_BRIDGE = 16;
const LONGEST_STATE = 4;
/** "vitamin C" */
const NO_LETTERS = new Set(
  'vitamin vitamins hepatitis type stage group factor protein grade plan section question part blood level side series antigen option answer table figure appendix room ward'.split(
    ' ',
  ),
);
const GIVEN_TO = new Set('owes owe owed due'.split(' '));
/** Words between a letter and what ties it to its term. */
const BRIDGES = new Set(
  (
    '" “ ” \' ’ ‘ * ) itself here actually really just simply in at head end middle beginning start front place position ' +
    'one two three four five number word acronym abbreviation name term letter last first second third fourth fifth the ' +
    'stand stands stood said meant us me you everybody everyone every all student students patient patients ' +
    'doctor doctors nurse nurses makes make made short there in read reads it this that which ' +
    'usually always often still today now by itself turned out we know knows'
  ).split(' '),
);
const STRONG = new Set(
  'means mean : – — = → for from denotes denote represents represent signifies spells marks equals -> be'.split(' '),
);
const WEAK = new Set(', ( of to as like hides think'.split(' '));
const POINTS = new Set(
  'refers refer points point belongs belong goes alludes comes derives derived taken borrowed reminds remind reminded'.split(
    ' ',
  ),
);
const POINTED = new Set(['to', 'of', 'from']);
const RESUMES = new Set('means stands denotes represents refers signifies'.split(' '));
const FILLS = new Set(['a', 'an', 'the', '"', '“', '‘', "'", '*', 'an', 'so']);
const OPENS_CLAUSE = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'can', 'may']);
const PAST_BUT = new Set('for to of rather a an the " “ ‘ \' *'.split(' '));
const ARTICLES = new Set(['the', 'a', 'an']);
const ENDS_ITEM = new Set([',', ';', '.', ')']);
const BEFORE_LETTER = new Set('the its ( for as'.split(' '));
const BACKWARD = new Set(
  'the its for is are was were that this what which , – : ( ) as under behind hides stands in of letter word with gives being'.split(
    ' ',
  ),
);
const TIES_BACK = new Set('is are was for as behind which what that ('.split(' '));
const PREPOSITIONS = new Set('of in with from to on at by without under than like'.split(' '));
const DESCRIBES = new Set('called so-called such'.split(' '));
const NAMES_TERM = new Set(['for', 'means', ':', '=', 'denotes', 'represents']);
const STATES = new Set(
  'capital common easy easier easiest silent small tricky rare red right redundant essential enough clear second sixth third still simple said seldom supposed sometimes easily taken the there that thus to too rarely spelled'.split(
    ' ',
  ),
);
