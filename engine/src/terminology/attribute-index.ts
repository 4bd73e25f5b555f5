import type { CompiledAttribute, CompiledFamilies, CompiledPattern } from './compiled.js';
import { isFamilyMark } from './family-marks.js';
import { Families, joined, PhrasesByFirst, type PhrasePlaces, type Place } from './phrase-words.js';

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

/** A phrase of an attribute with two ends: denied, it states the other one. */
export interface GradedPhrase {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly value: string;
  readonly other: string;
}

/** What a definition, or the object of a verb, holds when it gives a thing a value: all of the parts, in any order. */
export interface AttributeMeaning {
  readonly parts: readonly PhrasePlaces[];
  readonly attribute: string;
  readonly value: string;
  /** The verbs that it stands behind; undefined where it stands behind "is", "means" or a label. */
  readonly verbs: readonly PhrasePlaces[] | undefined;
}

/** A name of a value, and what ties it to the thing that has it. */
export interface AttributeName {
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
export interface AttributeParts {
  readonly parts: readonly PhrasePlaces[];
  readonly ordered: boolean;
  readonly attribute: string;
  readonly value: string;
}

/** What tells a value wherever it stands in a clause about the thing: all of the parts, in any order. */
export interface AttributeTelling {
  readonly parts: readonly PhrasePlaces[];
  readonly attribute: string;
  readonly value: string;
  /** One of these must stand beside it, or in what it answers; empty where nothing need. */
  readonly asks: readonly PhrasePlaces[];
  /** Words of a header or a label that ask for it. */
  readonly heads: readonly PhrasePlaces[];
}

/** A quantity that a thing moves up or down. */
export interface AttributeScale {
  readonly places: PhrasePlaces;
  readonly attribute: string;
  readonly up: string;
  readonly down: string;
  readonly states: boolean;
  readonly standFor: readonly { readonly places: PhrasePlaces; readonly concept: string }[];
}

export function indexAttributes(
  attributes: readonly CompiledAttribute[],
  { placesOf, families }: Patterns,
): PhrasesByFirst<AttributePhrase> {
  const phrases: AttributePhrase[] = [];
  for (const { id, values } of attributes) {
    for (const { value, is, says, kinds = [], mostly = [] } of values) {
      for (const pattern of kinds) {
        phrases.push({ places: placesOf(pattern), attribute: id, value, needsCopula: true, isKind: true });
      }
      for (const pattern of mostly) {
        phrases.push({ places: placesOf(pattern), attribute: id, value, needsCopula: false, needsMost: true });
      }
      for (const pattern of is) phrases.push({ places: placesOf(pattern), attribute: id, value, needsCopula: true });
      for (const pattern of says) phrases.push({ places: placesOf(pattern), attribute: id, value, needsCopula: false });
    }
  }
  return new PhrasesByFirst<AttributePhrase>(phrases, ({ places }) => places, families);
}

export function indexDescriptions(
  attributes: readonly CompiledAttribute[],
  { placesOf, families }: Patterns,
): PhrasesByFirst<AttributePhrase> {
  const phrases = attributes.flatMap(({ id, values }) =>
    values.flatMap(({ value, says, describes = [] }) =>
      [...says, ...describes].map((pattern) => ({
        places: placesOf(pattern),
        attribute: id,
        value,
        needsCopula: false,
      })),
    ),
  );
  return new PhrasesByFirst<AttributePhrase>(phrases, ({ places }) => places, families);
}

export function indexGrades(
  attributes: readonly CompiledAttribute[],
  { placesOf, families }: Patterns,
): PhrasesByFirst<GradedPhrase> {
  const phrases = attributes.flatMap(({ id, values }) => {
    const ends = values.filter(({ graded }) => graded !== undefined);
    if (ends.length !== 2) return [];
    return ends.flatMap(({ value, graded }, at) =>
      graded!.map((pattern) => ({ places: placesOf(pattern), attribute: id, value, other: ends[1 - at]!.value })),
    );
  });
  return new PhrasesByFirst<GradedPhrase>(phrases, ({ places }) => places, families);
}

export function indexNames(
  attributes: readonly CompiledAttribute[],
  { placesOf, families }: Patterns,
): PhrasesByFirst<AttributeName> {
  const names = attributes.flatMap(({ id, ties = [], acts = [], cues = [], heads = [], frames = [], values }) => {
    const tied = {
      attribute: id,
      ties: ties.map(placesOf),
      acts: acts.map(placesOf),
      cues: cues.map(placesOf),
      heads: heads.map(placesOf),
      frames: frames.map(({ before, after, earlier, later, beside }) => ({
        before: before === undefined ? undefined : placesOf(before),
        after: after === undefined ? undefined : placesOf(after),
        earlier: earlier.map(placesOf),
        later: later.map(placesOf),
        beside: beside.map(placesOf),
      })),
    };
    return values.flatMap(({ value, names = [], untied = [] }) => [
      ...names.map((pattern) => ({ ...tied, places: placesOf(pattern), value, untied: false })),
      ...untied.map((pattern) => ({ ...tied, places: placesOf(pattern), value, untied: true })),
    ]);
  });
  return new PhrasesByFirst<AttributeName>(names, ({ places }) => places, families);
}

export function indexScales(
  attributes: readonly CompiledAttribute[],
  { placesOf, families }: Patterns,
): PhrasesByFirst<AttributeScale> {
  const scales = attributes.flatMap(({ id, scale }) => {
    if (scale === undefined) return [];
    const { of, up, down, states = false } = scale;
    const standFor = (scale.standFor ?? []).flatMap(({ concept, says }) =>
      says.map((pattern) => ({ concept, places: placesOf(pattern) })),
    );
    return of.map((pattern) => ({ places: placesOf(pattern), attribute: id, up, down, states, standFor }));
  });
  return new PhrasesByFirst<AttributeScale>(scales, ({ places }) => places, families);
}

export function partsAnywhere(attributes: readonly CompiledAttribute[], { placesOf }: Patterns): AttributeParts[] {
  return attributes.flatMap(({ id, values }) =>
    values.flatMap(({ value, anywhere = [] }) =>
      anywhere.map(({ parts, ordered = false }) => ({ parts: parts.map(placesOf), ordered, attribute: id, value })),
    ),
  );
}

export function meaningsOf(attributes: readonly CompiledAttribute[], { placesOf }: Patterns): AttributeMeaning[] {
  return attributes.flatMap(({ id, verbs, values }) => {
    const standsBehind = verbs?.map(placesOf);
    return values.flatMap(({ value, means = [], objects = [] }): AttributeMeaning[] => [
      ...means.map((parts) => ({ parts: parts.map(placesOf), attribute: id, value, verbs: undefined })),
      ...objects.map((parts) => ({ parts: parts.map(placesOf), attribute: id, value, verbs: standsBehind })),
    ]);
  });
}

export function tellingsIn(attributes: readonly CompiledAttribute[], { placesOf }: Patterns): AttributeTelling[] {
  return attributes.flatMap(({ id, asks = [], heads = [], values }) => {
    const asked = { attribute: id, asks: asks.map(placesOf), heads: heads.map(placesOf) };
    return values.flatMap(({ value, tells = [] }) =>
      tells.map((parts) => ({ ...asked, parts: parts.map(placesOf), value })),
    );
  });
}

/** How patterns are read, and the families that they name. */
export interface Patterns {
  readonly placesOf: (pattern: CompiledPattern) => PhrasePlaces;
  readonly families: Families;
}

/** The words of a family are taken apart once, and are one place in all phrases that name it. */
export function patternsWith(compiled: CompiledFamilies | undefined): Patterns {
  const known = new Map<string, Place>();
  const families = new Families();
  const familyAt = (mark: string): Place => {
    let ways = known.get(mark);
    if (ways === undefined) {
      known.set(mark, (ways = compiled === undefined ? [] : waysOf(mark.slice(1, -1), compiled)));
      families.add(ways);
    }
    return ways;
  };
  const placeOf = (words: readonly string[]): Place => {
    if (!words.some(isFamilyMark)) return words.map(wordsOf);
    if (words.length === 1) return familyAt(words[0]!);
    const own = words.filter((word) => !isFamilyMark(word)).map(wordsOf);
    return joined([...words.filter(isFamilyMark).map(familyAt), own]);
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
