import type { CompiledAttribute, CompiledFamilies, CompiledPattern } from './compiled.js';
import { isFamilyMark } from './family-marks.js';
import { Families, joined, PhrasesByFirst, type Opens, type PhrasePlaces, type Place } from './phrase-words.js';

/** A phrase that gives a thing a value of an attribute. */
export interface AttributePhrase {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly value: string;
  /** It states the value only after "is" or a label. */
  readonly needsCopula: boolean;
  /** It states the value only where the clause says that it is so for the most part. */
  readonly needsMost?: true;
  /** A noun, which states it only where the thing is said to be one of what it names: "a vitamin". */
  readonly isKind?: true;
}

/** One that texts are searched for. */
export type IndexedPhrase = AttributePhrase & Opens;

/** A phrase of an attribute with two ends: denied, it states the other one. */
export interface GradedPhrase extends Opens {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly value: string;
  readonly other: string;
}

/** What a definition, or the object of a verb, holds when it gives a thing a value: all of the parts, in any order. */
export interface AttributeMeaning extends Opens {
  readonly parts: readonly PhrasePlaces[];
  readonly attribute: string;
  readonly value: string;
  /** The verbs that it stands behind; undefined where it stands behind "is", "means" or a label. */
  readonly verbs: readonly PhrasePlaces[] | undefined;
}

/** A name of a value, and what ties it to the thing that has it. */
export interface AttributeName extends Opens {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly value: string;
  readonly ties: readonly PhrasePlaces[];
  readonly acts: readonly PhrasePlaces[];
  /** Words that make a statement of it in the same part of a clause, in any order. */
  readonly cues: readonly PhrasePlaces[];
  /** Words of a header that ask for it. */
  readonly heads: readonly PhrasePlaces[];
  /** It needs no tie where the clause speaks of the thing and of no other. */
  readonly untied: boolean;
  readonly frames: readonly AttributeFrame[];
}

/** Words around a name of a value that tie it to the thing. */
export interface AttributeFrame {
  readonly before: PhrasePlaces | undefined;
  readonly after: PhrasePlaces | undefined;
  readonly earlier: readonly PhrasePlaces[];
  readonly later: readonly PhrasePlaces[];
  readonly beside: readonly PhrasePlaces[];
}

/** What gives a value wherever it stands in a clause about the thing. */
export interface AttributeParts extends Opens {
  readonly parts: readonly PhrasePlaces[];
  readonly ordered: boolean;
  readonly attribute: string;
  readonly value: string;
}

/** What tells a value wherever it stands in a clause about the thing: all of the parts, in any order. */
export interface AttributeTelling extends Opens {
  readonly parts: readonly PhrasePlaces[];
  readonly attribute: string;
  readonly value: string;
  /** One of these must stand beside it, or in what it answers; empty where nothing need. */
  readonly asks: readonly PhrasePlaces[];
  /** Words of a header or a label that ask for it. */
  readonly heads: readonly PhrasePlaces[];
}

/** A quantity that a thing moves up or down. */
export interface AttributeScale extends Opens {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly up: string;
  readonly down: string;
  readonly states: boolean;
  readonly standFor: readonly { readonly places: PhrasePlaces; readonly concept: string }[];
}

export function indexAttributes(
  attributes: readonly CompiledAttribute[],
  patterns: Patterns,
): PhrasesByFirst<IndexedPhrase> {
  const phrases: IndexedPhrase[] = [];
  for (const { id, values } of attributes) {
    for (const { value, is, says, kinds = [], mostly = [] } of values) {
      const add = (all: readonly CompiledPattern[], needsCopula: boolean, mark?: 'isKind' | 'needsMost'): void => {
        for (const pattern of all) phrases.push(new SaidPhrase(pattern, patterns, id, value, needsCopula, mark));
      };
      add(kinds, true, 'isKind');
      add(mostly, false, 'needsMost');
      add(is, true);
      add(says, false);
    }
  }
  return new PhrasesByFirst<IndexedPhrase>(phrases, patterns.families);
}

export function indexDescriptions(
  attributes: readonly CompiledAttribute[],
  patterns: Patterns,
): PhrasesByFirst<IndexedPhrase> {
  const phrases = attributes.flatMap(({ id, values }) =>
    values.flatMap(({ value, says, describes = [] }) =>
      [...says, ...describes].map((pattern) => new SaidPhrase(pattern, patterns, id, value, false)),
    ),
  );
  return new PhrasesByFirst<IndexedPhrase>(phrases, patterns.families);
}

export function indexGrades(
  attributes: readonly CompiledAttribute[],
  patterns: Patterns,
): PhrasesByFirst<GradedPhrase> {
  const phrases = attributes.flatMap(({ id, values }) => {
    const ends = values.filter(({ graded }) => graded !== undefined);
    if (ends.length !== 2) return [];
    return ends.flatMap(({ value, graded }, at) =>
      graded!.map((pattern) => new EndPhrase(pattern, patterns, id, value, ends[1 - at]!.value)),
    );
  });
  return new PhrasesByFirst<GradedPhrase>(phrases, patterns.families);
}

export function indexNames(
  attributes: readonly CompiledAttribute[],
  patterns: Patterns,
): PhrasesByFirst<AttributeName> {
  const names = attributes.flatMap((attribute) => {
    const ties = new Ties(attribute, patterns);
    return attribute.values.flatMap(({ value, names = [], untied = [] }) => [
      ...names.map((pattern) => new TiedName(pattern, patterns, attribute.id, value, false, ties)),
      ...untied.map((pattern) => new TiedName(pattern, patterns, attribute.id, value, true, ties)),
    ]);
  });
  return new PhrasesByFirst<AttributeName>(names, patterns.families);
}

export function indexScales(
  attributes: readonly CompiledAttribute[],
  patterns: Patterns,
): PhrasesByFirst<AttributeScale> {
  const scales = attributes.flatMap(({ id, scale }) =>
    scale === undefined ? [] : scale.of.map((pattern) => new ScalePhrase(pattern, patterns, id, scale)),
  );
  return new PhrasesByFirst<AttributeScale>(scales, patterns.families);
}

export function partsAnywhere(attributes: readonly CompiledAttribute[], patterns: Patterns): AttributeParts[] {
  return attributes.flatMap(({ id, values }) =>
    values.flatMap(({ value, anywhere = [] }) =>
      anywhere.map(({ parts, ordered = false }) => new PartsAnywhere(parts, patterns, id, value, ordered)),
    ),
  );
}

export function meaningsOf(attributes: readonly CompiledAttribute[], patterns: Patterns): AttributeMeaning[] {
  return attributes.flatMap(({ id, verbs, values }) => {
    const standsBehind = verbs?.map(patterns.placesOf);
    return values.flatMap(({ value, means = [], objects = [] }): AttributeMeaning[] => [
      ...means.map((parts) => new MeaningParts(parts, patterns, id, value, undefined)),
      ...objects.map((parts) => new MeaningParts(parts, patterns, id, value, standsBehind)),
    ]);
  });
}

export function tellingsIn(attributes: readonly CompiledAttribute[], patterns: Patterns): AttributeTelling[] {
  return attributes.flatMap(({ id, asks = [], heads = [], values }) => {
    const asked = { asks: asks.map(patterns.placesOf), heads: heads.map(patterns.placesOf) };
    return values.flatMap(({ value, tells = [] }) =>
      tells.map((parts) => new TellingParts(parts, patterns, id, value, asked)),
    );
  });
}

/** A phrase as it was compiled. Its words are taken apart when it is first tried, and most phrases never are. */
class Phrase implements Opens {
  readonly opening: CompiledPattern;
  readonly #patterns: Patterns;
  #places: PhrasePlaces | undefined;

  constructor(pattern: CompiledPattern, patterns: Patterns) {
    this.opening = pattern;
    this.#patterns = patterns;
  }

  get places(): PhrasePlaces {
    return (this.#places ??= this.#patterns.placesOf(this.opening));
  }
}

class SaidPhrase extends Phrase implements AttributePhrase {
  readonly attribute: string;
  readonly value: string;
  readonly needsCopula: boolean;
  readonly needsMost?: true;
  readonly isKind?: true;

  constructor(
    pattern: CompiledPattern,
    patterns: Patterns,
    attribute: string,
    value: string,
    needsCopula: boolean,
    mark?: 'isKind' | 'needsMost',
  ) {
    super(pattern, patterns);
    this.attribute = attribute;
    this.value = value;
    this.needsCopula = needsCopula;
    if (mark === 'isKind') this.isKind = true;
    else if (mark === 'needsMost') this.needsMost = true;
  }
}

class EndPhrase extends Phrase implements GradedPhrase {
  readonly attribute: string;
  readonly value: string;
  readonly other: string;

  constructor(pattern: CompiledPattern, patterns: Patterns, attribute: string, value: string, other: string) {
    super(pattern, patterns);
    this.attribute = attribute;
    this.value = value;
    this.other = other;
  }
}

class ScalePhrase extends Phrase implements AttributeScale {
  readonly attribute: string;
  readonly up: string;
  readonly down: string;
  readonly states: boolean;
  readonly standFor: AttributeScale['standFor'];

  constructor(
    pattern: CompiledPattern,
    patterns: Patterns,
    attribute: string,
    { up, down, states, standFor = [] }: NonNullable<CompiledAttribute['scale']>,
  ) {
    super(pattern, patterns);
    this.attribute = attribute;
    this.up = up;
    this.down = down;
    this.states = states === true;
    this.standFor = standFor.flatMap(({ concept, says }) =>
      says.map((words) => ({ concept, places: patterns.placesOf(words) })),
    );
  }
}

/** What ties the names of an attribute's values to a thing: the same for all of them. */
class Ties {
  readonly ties: readonly PhrasePlaces[];
  readonly acts: readonly PhrasePlaces[];
  readonly cues: readonly PhrasePlaces[];
  readonly heads: readonly PhrasePlaces[];
  readonly frames: readonly AttributeFrame[];

  constructor({ ties = [], acts = [], cues = [], heads = [], frames = [] }: CompiledAttribute, { placesOf }: Patterns) {
    this.ties = ties.map(placesOf);
    this.acts = acts.map(placesOf);
    this.cues = cues.map(placesOf);
    this.heads = heads.map(placesOf);
    this.frames = frames.map(({ before, after, earlier, later, beside }) => ({
      before: before === undefined ? undefined : placesOf(before),
      after: after === undefined ? undefined : placesOf(after),
      earlier: earlier.map(placesOf),
      later: later.map(placesOf),
      beside: beside.map(placesOf),
    }));
  }
}

class TiedName extends Phrase implements AttributeName {
  readonly attribute: string;
  readonly value: string;
  readonly untied: boolean;
  readonly ties: readonly PhrasePlaces[];
  readonly acts: readonly PhrasePlaces[];
  readonly cues: readonly PhrasePlaces[];
  readonly heads: readonly PhrasePlaces[];
  readonly frames: readonly AttributeFrame[];

  constructor(
    pattern: CompiledPattern,
    patterns: Patterns,
    attribute: string,
    value: string,
    untied: boolean,
    { ties, acts, cues, heads, frames }: Ties,
  ) {
    super(pattern, patterns);
    this.attribute = attribute;
    this.value = value;
    this.untied = untied;
    this.ties = ties;
    this.acts = acts;
    this.cues = cues;
    this.heads = heads;
    this.frames = frames;
  }
}

/** A phrase of several parts, the first of which opens it. */
class PhraseParts implements Opens {
  readonly attribute: string;
  readonly value: string;
  readonly #compiled: readonly CompiledPattern[];
  readonly #patterns: Patterns;
  #parts: readonly PhrasePlaces[] | undefined;

  constructor(compiled: readonly CompiledPattern[], patterns: Patterns, attribute: string, value: string) {
    this.#compiled = compiled;
    this.#patterns = patterns;
    this.attribute = attribute;
    this.value = value;
  }

  get opening(): CompiledPattern {
    return this.#compiled[0]!;
  }

  get parts(): readonly PhrasePlaces[] {
    return (this.#parts ??= this.#compiled.map(this.#patterns.placesOf));
  }
}

class PartsAnywhere extends PhraseParts implements AttributeParts {
  readonly ordered: boolean;

  constructor(
    compiled: readonly CompiledPattern[],
    patterns: Patterns,
    attribute: string,
    value: string,
    ordered: boolean,
  ) {
    super(compiled, patterns, attribute, value);
    this.ordered = ordered;
  }
}

class MeaningParts extends PhraseParts implements AttributeMeaning {
  readonly verbs: readonly PhrasePlaces[] | undefined;

  constructor(
    compiled: readonly CompiledPattern[],
    patterns: Patterns,
    attribute: string,
    value: string,
    verbs: readonly PhrasePlaces[] | undefined,
  ) {
    super(compiled, patterns, attribute, value);
    this.verbs = verbs;
  }
}

class TellingParts extends PhraseParts implements AttributeTelling {
  readonly asks: readonly PhrasePlaces[];
  readonly heads: readonly PhrasePlaces[];

  constructor(
    compiled: readonly CompiledPattern[],
    patterns: Patterns,
    attribute: string,
    value: string,
    { asks, heads }: Pick<AttributeTelling, 'asks' | 'heads'>,
  ) {
    super(compiled, patterns, attribute, value);
    this.asks = asks;
    this.heads = heads;
  }
}

/** How patterns are read, and the families that they name. */
export interface Patterns {
  readonly placesOf: (pattern: CompiledPattern) => PhrasePlaces;
  readonly families: Families;
}

/** The words of a family are one place in all phrases that name it. */
export function patternsWith(compiled: CompiledFamilies | undefined): Patterns {
  const families = new Families((name) => (compiled === undefined ? [] : waysOf(name, compiled)));
  const placeOf = (words: readonly string[]): Place => {
    if (!words.some(isFamilyMark)) return words.map(wordsOf);
    if (words.length === 1) return families.at(words[0]!);
    const own = words.filter((word) => !isFamilyMark(word)).map(wordsOf);
    return joined([...words.filter(isFamilyMark).map((mark) => families.at(mark)), own]);
  };
  return { placesOf: (pattern) => pattern.map(placeOf), families };
}

/** All words of a family in all their forms; "hold … back" before "hold". */
function waysOf(name: string, { forms, named }: CompiledFamilies): Place {
  const { verbs, words } = named[name] ?? { verbs: '', words: '' };
  const ways = words === '' ? [] : words.split('|').map((phrase) => phrase.split(' '));
  for (const verb of verbs === '' ? [] : verbs.split('|')) {
    const [first, ...others] = verb.split(' ');
    for (const form of [first!, ...(forms[first!] ?? '').split(' ')]) ways.push([form, ...others]);
  }
  return ways.sort((one, other) => other.length - one.length);
}

/** The same few words stand in thousands of places: each is taken apart once. */
function wordsOf(text: string): readonly string[] {
  let words = apart.get(text);
  if (words === undefined) apart.set(text, (words = text === '' ? [] : text.split(' ')));
  return words;
}

const apart = new Map<string, readonly string[]>();

/** What each attribute has, in order. */
export function byAttribute<T extends { readonly attribute: string }>(entries: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    const known = found.get(entry.attribute);
    if (known === undefined) found.set(entry.attribute, [entry]);
    else known.push(entry);
  }
  return found;
}
