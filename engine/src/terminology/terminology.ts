import { normalizePhrase } from '../language/tokenize.js';
import {
  byAttribute,
  indexAttributes,
  indexDescriptions,
  indexGrades,
  indexNames,
  indexScales,
  meaningsOf,
  partsAnywhere,
  patternsWith,
  tellingsIn,
  type AttributeMeaning,
  type AttributeName,
  type AttributeParts,
  type AttributeScale,
  type AttributeTelling,
  type GradedPhrase,
  type IndexedPhrase,
} from './attribute-index.js';
import type {
  CompiledAttribute,
  CompiledClassification,
  CompiledConcept,
  CompiledFact,
  CompiledTerminology,
  Relation,
} from './compiled.js';
import { PhraseIndex } from './phrase-lines.js';
import { PhrasesByFirst, type Families } from './phrase-words.js';
import type { Locale } from './source-format.js';

/** The compiled terminology is not what the build made; the message says what to do. */
export class TerminologyError extends Error {
  override readonly name = 'TerminologyError';
}

export type { PhraseEntry } from './phrase-lines.js';

export type {
  AttributeFrame,
  AttributeMeaning,
  AttributeName,
  AttributeParts,
  AttributePhrase,
  AttributeScale,
  AttributeTelling,
  GradedPhrase,
} from './attribute-index.js';

export type { PhrasePlaces } from './phrase-words.js';

export type HeldAttribute = CompiledAttribute['holds'][number];

export interface ClassificationPlace {
  readonly classification: CompiledClassification;
  /** Name of the member. */
  readonly name: string;
}

/** The compiled terminology with its indexes. Immutable. */
export class Terminology {
  readonly compiled: CompiledTerminology;
  /** Phrases by the norm of their first token, longest first. */
  readonly phraseIndex: PhraseIndex;
  /** The families of words that phrases name. */
  readonly families: Families;
  /** Phrases of attributes by the norms that they may begin with. */
  readonly attributeIndex: PhrasesByFirst<IndexedPhrase>;
  /** Phrases that count where a thing is named after it was described, by the norms that they may begin with. */
  readonly descriptionIndex: PhrasesByFirst<IndexedPhrase>;
  /** Phrases of attributes with two ends by the norms that they may begin with. */
  readonly gradeIndex: PhrasesByFirst<GradedPhrase>;
  /** Meanings of attributes by the norms that their first part may begin with. */
  readonly meaningIndex: PhrasesByFirst<AttributeMeaning>;
  /** Names of values by the norms that they may begin with. */
  readonly nameIndex: PhrasesByFirst<AttributeName>;
  /** What gives a value anywhere in a clause, by the norms that its first part may begin with. */
  readonly anywhereIndex: PhrasesByFirst<AttributeParts>;
  /** Quantities by the norms that they may begin with. */
  readonly scaleIndex: PhrasesByFirst<AttributeScale>;
  /** What tells values anywhere in a clause, by the norms that its first part may begin with. */
  readonly tellingIndex: PhrasesByFirst<AttributeTelling>;
  readonly #tellings: ReadonlyMap<string, readonly AttributeTelling[]>;
  readonly #meanings: ReadonlyMap<string, readonly AttributeMeaning[]>;
  /** Concepts whose names are made of letters that stand for something. */
  readonly lettered: readonly CompiledConcept[];
  /** By concepts, and by attributes. */
  readonly #held = new Map<string, Map<string, HeldAttribute>>();
  readonly #heldBy = new Map<string, ReadonlyMap<string, HeldAttribute>>();
  readonly #concepts: ReadonlyMap<string, CompiledConcept>;
  readonly #ancestors = new Map<string, ReadonlySet<string>>();
  readonly #members = new Map<string, ClassificationPlace>();
  readonly #divided = new Map<string, CompiledClassification>();
  #indexes: ReadonlyMap<string, number> | undefined;
  #products: Map<string, string | undefined> | undefined;

  constructor(compiled: CompiledTerminology) {
    this.compiled = compiled;
    this.#concepts = new Map(compiled.concepts.map((concept) => [concept.id, concept]));
    this.phraseIndex = new PhraseIndex(compiled.phrases);
    this.lettered = compiled.concepts.filter(({ letters }) => letters !== undefined);
    const attributes = compiled.attributes ?? [];
    const patterns = patternsWith(compiled.families);
    this.families = patterns.families;
    this.attributeIndex = indexAttributes(attributes, patterns);
    this.descriptionIndex = indexDescriptions(attributes, patterns);
    this.gradeIndex = indexGrades(attributes, patterns);
    this.nameIndex = indexNames(attributes, patterns);
    this.anywhereIndex = new PhrasesByFirst(partsAnywhere(attributes, patterns), patterns.families);
    this.scaleIndex = indexScales(attributes, patterns);
    const tellings = tellingsIn(attributes, patterns);
    this.tellingIndex = new PhrasesByFirst(tellings, patterns.families);
    this.#tellings = byAttribute(tellings);
    const meanings = meaningsOf(attributes, patterns);
    this.meaningIndex = new PhrasesByFirst(meanings, patterns.families);
    this.#meanings = byAttribute(meanings);
    for (const { id, holds } of attributes) for (const held of holds) this.#enterHeld(id, held);
    for (const classification of compiled.classifications) {
      for (const id of classification.of) this.#divided.set(id, classification);
      for (const member of classification.members) {
        for (const id of member.concepts) this.#members.set(id, { classification, name: member.name });
      }
    }
  }

  get classifications(): readonly CompiledClassification[] {
    return this.compiled.classifications;
  }

  concept(id: string): CompiledConcept | undefined {
    return this.#concepts.get(id);
  }

  /** Where a concept stands among all; -1 where there is no such one. */
  indexOf(id: string): number {
    this.#indexes ??= new Map(this.compiled.concepts.map((concept, index) => [concept.id, index]));
    return this.#indexes.get(id) ?? -1;
  }

  conceptAt(index: number): CompiledConcept {
    return this.compiled.concepts[index]!;
  }

  preferredTerm(id: string, style: Locale): string {
    return this.#concepts.get(id)?.preferred[style] ?? id;
  }

  /** True where `id` is `ancestor`, or reaches it by is-a and class, read together and transitively. */
  isA(id: string, ancestor: string): boolean {
    return id === ancestor || this.ancestors(id).has(ancestor);
  }

  /** Everything that a concept is by is-a and class, whatever the statement's standing: what is stated is never reported. */
  ancestors(id: string): ReadonlySet<string> {
    let known = this.#ancestors.get(id);
    if (known === undefined) {
      const found = new Set<string>();
      const open = [id];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const fact of this.#concepts.get(next)?.facts ?? []) {
          if (
            fact.denied ||
            (fact.relation !== 'is-a' && fact.relation !== 'class') ||
            fact.object === undefined ||
            found.has(fact.object)
          ) {
            continue;
          }
          found.add(fact.object);
          open.push(fact.object);
        }
      }
      found.delete(id);
      known = found;
      this.#ancestors.set(id, known);
    }
    return known;
  }

  /** A concept's own statements of one relation, denied ones among them. */
  facts(id: string, relation: Relation): readonly CompiledFact[] {
    return this.#concepts.get(id)?.facts.filter((fact) => fact.relation === relation) ?? [];
  }

  /** Its own statements, then those of what it is, nearest first. */
  inheritedFacts(id: string, relation: Relation): readonly CompiledFact[] {
    const facts: CompiledFact[] = [];
    const open = [id];
    const seen = new Set(open);
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      facts.push(...this.facts(next, relation));
      for (const fact of this.#concepts.get(next)?.facts ?? []) {
        // What sources differ on hands nothing down.
        if (
          fact.denied ||
          fact.standing === 'disputed' ||
          (fact.relation !== 'is-a' && fact.relation !== 'class') ||
          fact.object === undefined ||
          seen.has(fact.object)
        ) {
          continue;
        }
        seen.add(fact.object);
        open.push(fact.object);
      }
    }
    return facts;
  }

  /** What a source says that it makes, where that is one thing alone: the hormone of a gland. */
  productOf(id: string): string | undefined {
    if (this.#products === undefined) {
      this.#products = new Map();
      for (const concept of this.compiled.concepts) {
        for (const { object, denied, standing } of this.facts(concept.id, 'made-by')) {
          if (denied || standing !== 'sourced' || object === undefined) continue;
          this.#products.set(object, this.#products.has(object) ? undefined : concept.id);
        }
      }
    }
    return this.#products.get(id);
  }

  /** The ids of all attributes. */
  get attributes(): readonly string[] {
    return (this.compiled.attributes ?? []).map(({ id }) => id);
  }

  /** What a concept is in one respect: said of itself, or else of what it is. */
  heldAttribute(id: string, attribute: string): HeldAttribute | undefined {
    return this.heldAttributes(id).get(attribute);
  }

  /** Whether a value is one that a concept has in one respect, or what it is has. */
  holdsValue(id: string, attribute: string, value: string): boolean {
    return this.heldAttribute(id, attribute)?.values.includes(value) === true;
  }

  /** What a concept is in every respect, by the ids of attributes. */
  heldAttributes(id: string): ReadonlyMap<string, HeldAttribute> {
    let known = this.#heldBy.get(id);
    if (known === undefined) {
      const found = new Map<string, HeldAttribute>();
      // What is said of itself, or of what is nearest, comes first.
      for (const one of [id, ...this.#sourcedAncestors(id)]) {
        for (const [attribute, held] of this.#held.get(one) ?? NOTHING_HELD) {
          if (!found.has(attribute)) found.set(attribute, held);
        }
      }
      known = found;
      this.#heldBy.set(id, known);
    }
    return known;
  }

  #enterHeld(attribute: string, held: HeldAttribute): void {
    const known = this.#held.get(held.concept);
    if (known === undefined) this.#held.set(held.concept, new Map([[attribute, held]]));
    else known.set(attribute, held);
  }

  /** What a concept is as sources say: what only may be so of it makes it have nothing. */
  #sourcedAncestors(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { denied, relation, object, standing } of this.#concepts.get(next)?.facts ?? []) {
        const isKind = relation === 'is-a' || relation === 'class';
        if (denied === true || !isKind || standing !== 'sourced' || object === undefined || found.has(object)) continue;
        found.add(object);
        open.push(object);
      }
    }
    found.delete(id);
    return found;
  }

  /** What tells the values of one attribute anywhere in a clause. */
  tellingsOf(attribute: string): readonly AttributeTelling[] {
    return this.#tellings.get(attribute) ?? [];
  }

  /** All meanings of one attribute, of each of its values. */
  meaningsOf(attribute: string): readonly AttributeMeaning[] {
    return this.#meanings.get(attribute) ?? [];
  }

  /** The scheme that divides a concept: calcinosis cutis has its types. */
  classificationOf(id: string): CompiledClassification | undefined {
    return this.#divided.get(id);
  }

  /** The scheme that a concept is a member of. */
  memberOf(id: string): ClassificationPlace | undefined {
    return this.#members.get(id);
  }

  /** Whether some drug belongs to both classes. */
  shareMember(a: string, b: string): boolean {
    return this.compiled.concepts.some(
      (concept) => concept.kind === 'drug' && this.isA(concept.id, a) && this.isA(concept.id, b),
    );
  }

  /** A drug of the class, the first by name; undefined where the terminology has none. */
  exampleMember(classId: string): string | undefined {
    const sourced = this.compiled.concepts.find(
      (concept) =>
        concept.kind === 'drug' &&
        // A name that a project excludes is proposed by nobody.
        concept.variants.length > 0 &&
        concept.facts.some(
          (fact) => fact.relation === 'class' && fact.object === classId && fact.standing === 'sourced' && !fact.denied,
        ),
    );
    return sourced?.id;
  }

  /** Preferred terms of a drug's sourced classes. */
  classTerms(id: string, style: Locale): readonly string[] {
    return this.facts(id, 'class')
      .filter((fact) => !fact.denied && fact.standing === 'sourced')
      .map((fact) => this.preferredTerm(fact.object!, style));
  }

  /** A level in words: "high or otherwise abnormal". */
  levelWords(id: string, analyte: string): string {
    const fact = this.inheritedFacts(id, 'level').find((other) => other.analyte === analyte && !other.denied);
    return fact?.value === undefined ? 'not fixed' : (LEVEL_WORDS[fact.value] ?? fact.value);
  }

  /** Concepts that a text names as a whole, by any of its names. */
  lookup(text: string): readonly string[] {
    const norms = normalizePhrase(text).split(' ');
    const entry = this.phraseIndex
      .get(norms[0]!)
      ?.find(
        (other) => other.norms.length === norms.length && other.norms.every((norm, index) => norm === norms[index]),
      );
    const ids = (entry?.targets ?? []).flatMap((target) =>
      target.is === 'variant' ? [this.conceptAt(target.concept).id] : [],
    );
    const direct = this.#concepts.has(text) ? [text] : [];
    return [...new Set([...direct, ...ids])];
  }

  /** The terms nearest to a text that names none, best first. */
  nearest(text: string, count: number): readonly { readonly conceptId: string; readonly term: string }[] {
    const wanted = normalizePhrase(text);
    const ranked = this.compiled.concepts.flatMap((concept) =>
      concept.variants
        .filter((variant) => variant.status !== 'misspelling' && variant.status !== 'impossible')
        .map((variant) => ({
          conceptId: concept.id,
          term: variant.text,
          distance: distanceOf(wanted, normalizePhrase(variant.text)),
        })),
    );
    ranked.sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1));
    const seen = new Set<string>();
    const nearest: { conceptId: string; term: string }[] = [];
    for (const { conceptId, term, distance } of ranked) {
      if (nearest.length >= count || distance > 0.6) break;
      if (seen.has(conceptId)) continue;
      seen.add(conceptId);
      nearest.push({ conceptId, term });
    }
    return nearest;
  }
}

/** @throws TerminologyError where the value is not a compiled terminology of this version */
export function loadTerminology(compiled: CompiledTerminology): Terminology {
  const value = compiled as Partial<CompiledTerminology> | null | undefined;
  if (value === null || typeof value !== 'object' || value.format !== 'kossa-terminology') {
    throw new TerminologyError(
      'the compiled terminology is not one: build it again with `npm run build`, or install Kossa again',
    );
  }
  if (value.formatVersion !== 2) {
    throw new TerminologyError(
      `the compiled terminology has format version ${String(value.formatVersion)}, this Kossa reads version 2: build it again with \`npm run build\`, or install Kossa again`,
    );
  }
  for (const part of ['concepts', 'phrases', 'classifications', 'confusions', 'wordings', 'eponyms'] as const) {
    if (part === 'phrases' ? typeof value.phrases !== 'string' : !Array.isArray(value[part])) {
      throw new TerminologyError(
        `the compiled terminology has no ${part}: build it again with \`npm run build\`, or install Kossa again`,
      );
    }
  }
  if (value.concepts!.length === 0) {
    throw new TerminologyError(
      'the compiled terminology is empty: build it again with `npm run build`, or install Kossa again',
    );
  }
  return new Terminology(compiled);
}

const NOTHING_HELD: ReadonlyMap<string, HeldAttribute> = new Map();

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  'high-or-abnormal': 'high or otherwise abnormal',
  'normal-or-low': 'normal or low',
  'low-or-normal': 'low or normal',
  'normal-or-high': 'normal or high',
  'usually-normal': 'usually normal',
};

/** Edit distance over the longer length, and little for a text that begins or holds the other. */
function distanceOf(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length >= 4 && b.startsWith(a)) return 0.1 + (b.length - a.length) / 200;
  if (a.length >= 4 && b.includes(a)) return 0.2 + (b.length - a.length) / 200;
  const longest = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) / longest > 0.6) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    previous = row;
  }
  return previous[b.length]! / longest;
}
