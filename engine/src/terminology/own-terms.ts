import type { Node } from 'yaml';
import { normalizePhrase, tokenize } from '../language/tokenize.js';
import { nearestName } from '../text/nearest-name.js';
import { readAttribute } from './attributes.js';
import type {
  CompiledAttribute,
  CompiledClassification,
  CompiledConcept,
  CompiledConfusion,
  CompiledEponym,
  CompiledSource,
  CompiledTerminology,
  CompiledWording,
} from './compiled.js';
import { hashOf } from './hash.js';
import { LocatedFile, type TerminologyFile } from './located.js';
import { linesOfPhrases } from './phrase-lines.js';
import { phrasesOf } from './phrases.js';
import type { TerminologyProblem } from './problems.js';
import { readConcept, type ReadConcept } from './read-concept.js';
import {
  readClassification,
  readConfusion,
  readEponym,
  readSources,
  readWording,
  type ReadEntry,
} from './read-entries.js';
import { checkFamilyLinks } from './word-families.js';
import { extended, readExtension, type ReadExtension } from './read-extension.js';

/** A terminology with a project's own terms in it. */
export interface TerminologyWithOwn {
  readonly terminology: CompiledTerminology;
  /** Normalised words of the project's names: none of them is misspelled. */
  readonly words: readonly string[];
  /** What is wrong in the files, by file and line. An entry with a fault is left out, and the rest holds. */
  readonly problems: readonly TerminologyProblem[];
}

const KEYS = [
  'field',
  'about',
  'concepts',
  'extend',
  'exclude',
  'wordings',
  'confusions',
  'eponyms',
  'classifications',
  'attributes',
  'sources',
];

/**
 * Adds a project's own files to a compiled terminology: new concepts and entries in the format of `terminology/`,
 * what it says of concepts that are there (`extend`), and concepts that it does not want (`exclude`). Pure, and never
 * throws. Examples are not asked for: a project may have them, and nobody runs them.
 */
export function withOwnTerms(base: CompiledTerminology, files: readonly TerminologyFile[]): TerminologyWithOwn {
  const problems: TerminologyProblem[] = [];
  const own = new OwnEntries(base, files, problems);
  own.leaveOutFaults();
  const concepts = own.concepts();
  const wordings = [...base.wordings, ...own.values<CompiledWording>('wordings')];
  const confusions = [...base.confusions, ...own.values<CompiledConfusion>('confusions')];
  const eponyms = [...base.eponyms, ...own.values<CompiledEponym>('eponyms')];
  const attributes = [...(base.attributes ?? []), ...own.values<CompiledAttribute>('attributes')];
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column));
  return {
    terminology: {
      ...base,
      contentHash: hashOf(JSON.stringify([base.contentHash, files])),
      sources: { ...Object.fromEntries(own.sources), ...base.sources },
      concepts,
      classifications: [...base.classifications, ...own.values<CompiledClassification>('classifications')],
      confusions,
      wordings,
      eponyms,
      ...(attributes.length === 0 ? {} : { attributes }),
      phrases: linesOfPhrases(phrasesOf(concepts, wordings, confusions, eponyms)),
    },
    words: own.words(),
    problems,
  };
}

type Kind = 'wordings' | 'confusions' | 'eponyms' | 'classifications' | 'attributes';

const READERS: Readonly<Record<Kind, (node: Node, file: LocatedFile) => ReadEntry<unknown> | undefined>> = {
  wordings: readWording,
  confusions: readConfusion,
  eponyms: readEponym,
  classifications: readClassification,
  attributes: readAttribute,
};

/** Anything that points to concepts and sources. */
type Linking = Pick<ReadConcept, 'conceptLinks' | 'sourceLinks' | 'file' | 'node'>;

/** The entries of a project's files, without those that have a fault. */
class OwnEntries {
  readonly sources = new Map<string, CompiledSource>();
  readonly #base: CompiledTerminology;
  readonly #known: ReadonlyMap<string, CompiledConcept>;
  readonly #problems: TerminologyProblem[];
  #concepts: ReadConcept[] = [];
  #extensions: ReadExtension[] = [];
  readonly #excluded = new Set<string>();
  readonly #entries: Record<Kind, ReadEntry<unknown>[]> = {
    wordings: [],
    confusions: [],
    eponyms: [],
    classifications: [],
    attributes: [],
  };

  constructor(base: CompiledTerminology, files: readonly TerminologyFile[], problems: TerminologyProblem[]) {
    this.#base = base;
    this.#known = new Map(base.concepts.map((concept) => [concept.id, concept]));
    this.#problems = problems;
    for (const file of files) this.#read(file);
  }

  /** An entry that leads to one with a fault has a fault itself, so it is asked again until all is well. */
  leaveOutFaults(): void {
    this.#refuseRepeated();
    this.#refuseIdleWordings();
    for (let before = -1; before !== this.#count();) {
      before = this.#count();
      this.#refuseDeadLinks();
      this.#refuseSharedNames();
      this.#refuseCircles();
    }
  }

  concepts(): readonly CompiledConcept[] {
    const byId = new Map(this.#known);
    for (const { concept } of this.#concepts) byId.set(concept.id, concept);
    for (const extension of this.#extensions) byId.set(extension.id, extended(byId.get(extension.id)!, extension));
    // Others may lead to it, so it stays, without a name that a text could have.
    for (const id of this.#excluded) byId.set(id, { ...byId.get(id)!, variants: [] });
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  values<T>(kind: Kind): readonly T[] {
    return this.#entries[kind].map(({ value }) => value as T);
  }

  words(): readonly string[] {
    const names = [
      ...this.#concepts.flatMap(({ concept }) => concept.variants),
      ...this.#extensions.flatMap(({ preferred, variants }) => [
        ...Object.values(preferred ?? {}).map((text) => ({ text, status: 'preferred' as const })),
        ...variants,
      ]),
    ];
    const right = names.filter(({ status }) => status !== 'misspelling' && status !== 'impossible');
    return [...new Set(right.flatMap(({ text }) => tokenize(text).map(({ norm }) => norm)))];
  }

  #read(source: TerminologyFile): void {
    const before = this.#problems.length;
    const file = new LocatedFile(source, this.#problems);
    // What can be made of broken YAML is not what somebody meant.
    if (file.root === null || this.#problems.length > before) return;
    const map = file.map(file.root, 'file', KEYS);
    if (map === undefined) return;
    for (const [id, entry] of map.has('sources') ? readSources(map.get('sources')!, file) : []) {
      this.sources.set(id, entry);
    }
    this.#concepts.push(...this.#faultless(map.get('concepts'), file, readConcept));
    this.#extensions.push(...this.#faultless(map.get('extend'), file, readExtension));
    for (const kind of Object.keys(READERS) as Kind[]) {
      this.#entries[kind].push(...this.#faultless(map.get(kind), file, READERS[kind]));
    }
    for (const node of file.list(map.get('exclude'), 'exclude')) {
      const id = file.string(node, 'exclude');
      if (id === undefined) continue;
      if (this.#known.has(id)) this.#excluded.add(id);
      else file.complain(node, `no concept \`${id}\` to exclude${didYouMean(id, this.#known.keys())}`);
    }
  }

  #faultless<T>(
    node: Node | undefined,
    file: LocatedFile,
    read: (node: Node, file: LocatedFile) => T | undefined,
  ): T[] {
    return file.list(node, 'entries').flatMap((item) => {
      const before = this.#problems.length;
      const entry = read(item, file);
      return entry === undefined || this.#problems.length > before ? [] : [entry];
    });
  }

  #count(): number {
    const others = Object.values(this.#entries).reduce((sum, entries) => sum + entries.length, 0);
    return this.#concepts.length + this.#extensions.length + others;
  }

  #refuseRepeated(): void {
    const seen = new Map<string, string>();
    this.#concepts = this.#concepts.filter(({ concept: { id }, file, node }) => {
      const first = seen.get(id);
      if (this.#known.has(id)) {
        file.complain(node, `\`${id}\` is a concept of Kossa: write under \`extend\` what you add to it`);
      } else if (first !== undefined) {
        file.complain(node, `\`${id}\` is defined twice; the first stands in ${first}: merge them`);
      } else {
        seen.set(id, file.path);
        return true;
      }
      return false;
    });
    for (const kind of Object.keys(READERS) as Kind[]) {
      const ids = new Set<string>(baseIds(this.#base, kind));
      this.#entries[kind] = this.#entries[kind].filter(({ value, file, node }) => {
        const id = idOf(value);
        if (!ids.has(id)) return ids.add(id);
        file.complain(node, `there is an entry \`${id}\` among the ${kind} already: give this one another name`);
        return false;
      });
    }
  }

  /** A wording speaks by a rule that reads wordings; Kossa's own say which these are. */
  #refuseIdleWordings(): void {
    const rules = [...new Set(this.#base.wordings.map(({ rule }) => rule))].sort();
    this.#entries.wordings = this.#entries.wordings.filter(({ value, file, node }) => {
      const { rule } = value as CompiledWording;
      if (rules.includes(rule)) return true;
      const nearest = nearestName(rule, rules);
      file.complain(
        node,
        `the rule \`${rule}\` reads no wordings; ${nearest === undefined ? `write one of ${rules.join(', ')}` : `did you mean \`${nearest}\`?`}`,
      );
      return false;
    });
  }

  #refuseDeadLinks(): void {
    const ids = new Set([...this.#known.keys(), ...this.#concepts.map(({ concept }) => concept.id)]);
    const sources = new Set([...Object.keys(this.#base.sources), ...this.sources.keys()]);
    const isAlive = ({ conceptLinks, sourceLinks, file }: Linking): boolean => {
      const dead = conceptLinks.filter(({ id }) => !ids.has(id));
      for (const { id, node } of dead) {
        file.complain(node, `no concept \`${id}\`, or it has a fault itself${didYouMean(id, ids)}`);
      }
      const unknown = sourceLinks.filter(({ id }) => !sources.has(id));
      for (const { id, node } of unknown) {
        file.complain(
          node,
          `no source \`${id}\`${didYouMean(id, sources, ': add it under `sources` with title and address')}`,
        );
      }
      return dead.length === 0 && unknown.length === 0;
    };
    this.#concepts = this.#concepts.filter(isAlive);
    this.#extensions = this.#extensions.filter((extension) => {
      if (ids.has(extension.id)) return isAlive(extension);
      extension.file.complain(
        extension.idNode,
        `no concept \`${extension.id}\` to extend${didYouMean(extension.id, ids)}`,
      );
      return false;
    });
    for (const kind of Object.keys(READERS) as Kind[]) this.#entries[kind] = this.#entries[kind].filter(isAlive);
    const families = Object.keys(this.#base.families?.named ?? {});
    this.#entries.attributes = this.#entries.attributes.filter((entry) => checkFamilyLinks(entry, families));
  }

  /** A name belongs to one concept, unless it is an abbreviation or a lay word. */
  #refuseSharedNames(): void {
    const owners = new Map<string, string>();
    const taken = (concept: CompiledConcept): string | undefined => {
      for (const { text, status } of concept.variants) {
        if (status === 'abbreviation' || status === 'lay') continue;
        const owner = owners.get(normalizePhrase(text));
        if (owner !== undefined && owner !== concept.id) {
          return `\`${text}\` is a name of \`${owner}\`: extend or exclude that one, or give the name the status lay or abbreviation`;
        }
      }
      return undefined;
    };
    const claim = ({ id, variants }: CompiledConcept): void => {
      for (const { text, status } of variants) {
        if (status !== 'abbreviation' && status !== 'lay') owners.set(normalizePhrase(text), id);
      }
    };
    for (const concept of this.#base.concepts) if (!this.#excluded.has(concept.id)) claim(concept);
    this.#concepts = this.#concepts.filter(({ concept, file, node }) => {
      const fault = taken(concept);
      if (fault === undefined) claim(concept);
      else file.complain(node, fault);
      return fault === undefined;
    });
    const own = new Map(this.#concepts.map(({ concept }) => [concept.id, concept]));
    this.#extensions = this.#extensions.filter((extension) => {
      const concept = extended(this.#known.get(extension.id) ?? own.get(extension.id)!, extension);
      const fault = taken(concept);
      if (fault === undefined) claim(concept);
      else extension.file.complain(extension.node, fault);
      return fault === undefined;
    });
  }

  /** is-a and class, read together, must not lead back to where they began. Only own entries can close a circle. */
  #refuseCircles(): void {
    const facts = new Map(this.concepts().map(({ id, facts: stated }) => [id, stated]));
    const circleFrom = (start: string): readonly string[] | undefined => {
      const open: (readonly string[])[] = [[start]];
      const seen = new Set<string>();
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        for (const { denied, relation, object } of facts.get(path.at(-1)!) ?? []) {
          if (denied === true || (relation !== 'is-a' && relation !== 'class') || object === undefined) continue;
          if (object === start) return [...path, object];
          if (!seen.has(object)) {
            seen.add(object);
            open.push([...path, object]);
          }
        }
      }
      return undefined;
    };
    const isWell = (id: string, { file, node }: Linking): boolean => {
      const circle = circleFrom(id);
      if (circle === undefined) return true;
      file.complain(node, `is-a goes round in a circle: ${circle.join(' → ')}; take one of these links out`);
      return false;
    };
    this.#concepts = this.#concepts.filter((entry) => isWell(entry.concept.id, entry));
    this.#extensions = this.#extensions.filter((extension) => isWell(extension.id, extension));
  }
}

function idOf(value: unknown): string {
  const { id, name } = value as { readonly id?: string; readonly name?: string };
  return id ?? name ?? '';
}

function baseIds(base: CompiledTerminology, kind: Kind): readonly string[] {
  return (base[kind] ?? []).map(idOf);
}

function didYouMean(name: string, known: Iterable<string>, otherwise = ': check the name'): string {
  const nearest = nearestName(name, [...known]);
  return nearest === undefined ? otherwise : `; did you mean \`${nearest}\`?`;
}
