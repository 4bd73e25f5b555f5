import type { Token } from '../../language/token.js';
import { PhrasesByFirst, type Opens } from '../../terminology/phrase-words.js';
import type {
  AttributeMeaning,
  AttributeName,
  AttributeParts,
  AttributePhrase,
  AttributeScale,
  AttributeTelling,
  GradedPhrase,
  PhrasePlaces,
  Terminology,
} from '../../terminology/terminology.js';
import { matchPlaces } from './attribute-match.js';
import { attributeNumbers, NO_NUMBER, type AttributeSet } from './attribute-set.js';
import { ORIGIN } from '../causes/origin-words.js';
import { PhraseOpenings } from './phrase-openings.js';

/** The phrases of the terminology by the readers that go by them. Of several parts, the first one opens the phrase. */
interface PhraseKinds {
  readonly attribute: AttributePhrase;
  readonly meaning: AttributeMeaning;
  readonly name: AttributeName;
  readonly anywhere: AttributeParts;
  readonly scale: AttributeScale;
  readonly telling: AttributeTelling;
  readonly grade: GradedPhrase;
  readonly origin: AttributePhrase;
}

export type PhraseKind = keyof PhraseKinds;

/** Where a phrase stands in a block, or its first part. */
export interface PhraseMatch<Phrase> {
  readonly phrase: Phrase;
  /** The number of its attribute, or `NO_NUMBER` where it counts whatever has it. */
  readonly number: number;
  readonly places: PhrasePlaces;
  /** Index of its first token. */
  readonly at: number;
  /** Index of the token behind it. */
  readonly to: number;
}

export type PhraseMatches = { readonly [Kind in PhraseKind]: readonly PhraseMatch<PhraseKinds[Kind]>[] };

/**
 * The phrases of each kind that stand in a text, in order, wherever the clause around them ends: all are found in one
 * pass. Of names, meanings, tellings and parts only those of attributes that something near has: of three phrases that
 * stand there two are of nothing that is named.
 */
export function findPhraseMatches(
  tokens: readonly Token[],
  near: AttributeSet,
  terminology: Terminology,
): PhraseMatches {
  const found: { [Kind in PhraseKind]: PhraseMatch<PhraseKinds[Kind]>[] } = {
    attribute: [],
    meaning: [],
    name: [],
    anywhere: [],
    scale: [],
    telling: [],
    grade: [],
    origin: [],
  };
  const openings = openingsOf(terminology);
  const isNear = near.flags;
  const end = tokens.length;
  for (let at = 0; at < end; at++) {
    const opened = openings.at(tokens, at, end);
    if (opened === undefined) continue;
    const { phrases, numbers, lengths } = opened;
    for (let index = 0; index < phrases.length; index++) {
      const number = numbers[index]!;
      if (isNear[number] === 0) continue;
      const phraseOfKind = phrases[index]!;
      const places = placesOf(phraseOfKind);
      const length = lengths[index]!;
      const to = length > 0 ? at + length : matchPlaces(tokens, places, at, end);
      if (to <= at || (phraseOfKind.kind === 'attribute' && isPartOfCompound(tokens, to))) continue;
      const { kind, phrase } = phraseOfKind;
      (found[kind] as PhraseMatch<unknown>[]).push({ phrase, number, places, at, to });
    }
  }
  return found;
}

/** "Fluid" in "fluid-filled" says what something is filled with, not what it is. */
function isPartOfCompound(tokens: readonly Token[], to: number): boolean {
  const hyphen = tokens[to];
  return (
    hyphen?.glued === true &&
    hyphen.text === '-' &&
    tokens[to + 1]?.glued === true &&
    COMPOUNDS.has(tokens[to + 1]!.norm)
  );
}

const COMPOUNDS = new Set('filled like free lined'.split(' '));

/** Whether one of the matches begins between two tokens. */
export function anyMatch(matches: readonly PhraseMatch<unknown>[], from: number, to: number): boolean {
  const next = matches[firstFrom(matches, from)];
  return next !== undefined && next.at < to;
}

/** Index of the first match that begins at a token or behind it. */
function firstFrom(matches: readonly PhraseMatch<unknown>[], token: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle]!.at < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Those of the matches that lie between two tokens, in order. What reaches farther may be shorter as well.
 * @param held the attributes that count, where not all of them do
 */
export function matchesBetween<Phrase>(
  matches: readonly PhraseMatch<Phrase>[],
  tokens: readonly Token[],
  from: number,
  to: number,
  held?: AttributeSet,
): readonly PhraseMatch<Phrase>[] {
  let between: PhraseMatch<Phrase>[] | undefined;
  for (let index = firstFrom(matches, from); index < matches.length; index++) {
    const match = matches[index]!;
    if (match.at >= to) break;
    if (held !== undefined && held.flags[match.number] === 0) continue;
    between ??= [];
    if (match.to <= to) between.push(match);
    else {
      const shorter = matchPlaces(tokens, match.places, match.at, to);
      if (shorter > match.at) between.push({ ...match, to: shorter });
    }
  }
  return between ?? NONE;
}

const NONE: readonly never[] = [];

interface KindPhrase extends Opens {
  readonly kind: PhraseKind;
  /** The number of its attribute, or `NO_NUMBER`. */
  readonly attribute: number;
  readonly phrase: unknown;
  readonly readPlaces: (phrase: never) => PhrasePlaces;
  /** Taken apart when it is first tried. */
  places: PhrasePlaces | undefined;
}

function placesOf(phrase: KindPhrase): PhrasePlaces {
  return (phrase.places ??= phrase.readPlaces(phrase.phrase as never));
}

function openingsOf(terminology: Terminology): PhraseOpenings<KindPhrase> {
  let openings = known.get(terminology);
  if (openings === undefined) {
    const numberOf = attributeNumbers(terminology);
    const phrases: KindPhrase[] = [];
    const add = <Phrase extends Opens>(
      kind: PhraseKind,
      all: readonly Phrase[],
      readPlaces: (phrase: Phrase) => PhrasePlaces,
      numberOfPhrase: (phrase: Phrase) => number,
    ): void => {
      for (const phrase of all) {
        const { opening } = phrase;
        phrases.push({ kind, attribute: numberOfPhrase(phrase), phrase, opening, readPlaces, places: undefined });
      }
    };
    const ofNear = ({ attribute }: { readonly attribute: string }) => numberOf.get(attribute) ?? NO_NUMBER;
    // It counts whatever is named near.
    const ofAny = () => NO_NUMBER;
    add('attribute', terminology.attributeIndex.all, wholeOf, ofAny);
    add('meaning', terminology.meaningIndex.all, firstPartOf, ofNear);
    add('name', terminology.nameIndex.all, wholeOf, ofNear);
    add('anywhere', terminology.anywhereIndex.all, firstPartOf, ofNear);
    add('scale', terminology.scaleIndex.all, wholeOf, ofAny);
    add('telling', terminology.tellingIndex.all, firstPartOf, ofNear);
    add('grade', terminology.gradeIndex.all, wholeOf, ofAny);
    const origins = terminology.descriptionIndex.all.filter(({ attribute }) => attribute === ORIGIN);
    add('origin', origins, wholeOf, ofAny);
    const byFirst = new PhrasesByFirst(phrases, terminology.families);
    openings = new PhraseOpenings(byFirst, placesOf, ({ attribute }) => attribute);
    known.set(terminology, openings);
  }
  return openings;
}

function wholeOf({ places }: { readonly places: PhrasePlaces }): PhrasePlaces {
  return places;
}

function firstPartOf({ parts }: { readonly parts: readonly PhrasePlaces[] }): PhrasePlaces {
  return parts[0]!;
}

const known = new WeakMap<Terminology, PhraseOpenings<KindPhrase>>();
