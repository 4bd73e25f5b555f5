import type { Node } from 'yaml';
import { normalizePhrase } from '../language/tokenize.js';
import type {
  CompiledAttribute,
  CompiledClassification,
  CompiledConfusion,
  CompiledDoseForm,
  CompiledDoseLimit,
  CompiledEponym,
  CompiledSource,
  CompiledTerminology,
  CompiledWording,
} from './compiled.js';
import { readAttribute } from './attributes.js';
import { checkFamilyLinks, compileFamilies, readFamilies, type ReadFamily } from './word-families.js';
import { readDoseForm, readDoseLimit, readDoseWords, type ReadDoseWords } from './doses.js';
import { hashOf } from './hash.js';
import { LocatedFile, type TerminologyFile } from './located.js';
import { linesOfPhrases } from './phrase-lines.js';
import { phrasesOf } from './phrases.js';
import { nearestName } from '../text/nearest-name.js';
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
import type { SourceExample } from './source-format.js';

export type { TerminologyFile } from './located.js';
export type { TerminologyProblem } from './problems.js';

export interface Compilation {
  /** Undefined where a problem of severity error stands in the way. */
  readonly terminology: CompiledTerminology | undefined;
  /** All of them, by file and line. */
  readonly problems: readonly TerminologyProblem[];
  /** The examples of all entries, for the check that runs them. */
  readonly examples: readonly ExampleToRun[];
}

export interface ExampleToRun extends SourceExample {
  readonly path: string;
  readonly line: number;
  /** The concept, wording or other entry that it belongs to. */
  readonly entry: string;
}

const FILE_KEYS = [
  'field',
  'about',
  'concepts',
  'classifications',
  'confusions',
  'eponyms',
  'wordings',
  'dose-words',
  'dose-forms',
  'dose-limits',
  'attributes',
  'families',
  'irregular',
  'sources',
];

/**
 * The texts of a terminology's files to the value that the engine takes. Pure: nothing is read and nothing is
 * thrown; every problem of one run is reported.
 * @param files YAML files; what a file holds is told by its keys
 */
export function compileTerminology(files: readonly TerminologyFile[]): Compilation {
  const problems: TerminologyProblem[] = [];
  const read = readFiles(files, problems);
  checkUnique(read);
  checkLinks(read);
  for (const entry of read.attributes) checkFamilyLinks(entry, [...read.families.keys()]);
  checkCycles(read.concepts);
  checkExamples(read);
  checkPhrases(read.concepts);
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column));
  const examples = [
    ...read.concepts,
    ...read.wordings,
    ...read.confusions,
    ...read.eponyms,
    ...read.classifications,
    ...read.doseForms,
    ...read.doseLimits,
    ...read.attributes,
  ].flatMap((entry) => examplesOf(entry));
  if (problems.some((problem) => problem.severity === 'error')) return { terminology: undefined, problems, examples };
  const concepts = read.concepts.map((entry) => entry.concept).sort((a, b) => (a.id < b.id ? -1 : 1));
  const wordings = read.wordings.map((entry) => entry.value);
  const confusions = read.confusions.map((entry) => entry.value);
  const eponyms = read.eponyms.map((entry) => entry.value);
  const classifications = read.classifications.map((entry) => entry.value);
  const content = {
    sources: Object.fromEntries([...read.sources].sort(([a], [b]) => (a < b ? -1 : 1))),
    concepts,
    classifications,
    confusions,
    wordings,
    eponyms,
    ...dosesOf(read),
    ...(read.attributes.length === 0 ? {} : { attributes: read.attributes.map((entry) => entry.value) }),
    ...familiesOf(read),
    phrases: linesOfPhrases(phrasesOf(concepts, wordings, confusions, eponyms)),
  };
  return {
    terminology: {
      format: 'kossa-terminology',
      formatVersion: 2,
      contentHash: hashOf(JSON.stringify(content)),
      ...content,
    },
    problems,
    examples,
  };
}

interface Read {
  readonly sources: Map<string, CompiledSource>;
  readonly concepts: ReadConcept[];
  readonly wordings: ReadEntry<CompiledWording>[];
  readonly confusions: ReadEntry<CompiledConfusion>[];
  readonly eponyms: ReadEntry<CompiledEponym>[];
  readonly classifications: ReadEntry<CompiledClassification>[];
  readonly doseForms: ReadEntry<CompiledDoseForm>[];
  readonly doseLimits: ReadEntry<CompiledDoseLimit>[];
  readonly attributes: ReadEntry<CompiledAttribute>[];
  readonly doseWords: ReadDoseWords[];
  readonly families: Map<string, ReadFamily>;
}

function readFiles(files: readonly TerminologyFile[], problems: TerminologyProblem[]): Read {
  const read: Read = {
    sources: new Map(),
    concepts: [],
    wordings: [],
    confusions: [],
    eponyms: [],
    classifications: [],
    doseForms: [],
    doseLimits: [],
    attributes: [],
    doseWords: [],
    families: new Map(),
  };
  for (const source of files) {
    const file = new LocatedFile(source, problems);
    if (file.root === null) continue;
    const map = file.map(file.root, 'file', FILE_KEYS);
    if (map === undefined) continue;
    for (const [id, entry] of map.has('sources') ? readSources(map.get('sources')!, file) : []) {
      if (read.sources.has(id)) file.complain(map.get('sources'), `source \`${id}\` is defined twice; keep one`);
      read.sources.set(id, entry);
    }
    readList(map.get('concepts'), file, readConcept, read.concepts);
    readList(map.get('wordings'), file, readWording, read.wordings);
    readList(map.get('confusions'), file, readConfusion, read.confusions);
    readList(map.get('eponyms'), file, readEponym, read.eponyms);
    readList(map.get('classifications'), file, readClassification, read.classifications);
    readList(map.get('dose-forms'), file, readDoseForm, read.doseForms);
    readList(map.get('dose-limits'), file, readDoseLimit, read.doseLimits);
    readList(map.get('attributes'), file, readAttribute, read.attributes);
    for (const family of map.has('families') ? readFamilies(map.get('families')!, map.get('irregular'), file) : []) {
      const known = read.families.get(family.id);
      if (known !== undefined) file.complain(family.node, `family \`${family.id}\` is defined twice; merge them`);
      read.families.set(family.id, family);
    }
    const doseWords = map.has('dose-words') ? readDoseWords(map.get('dose-words')!, file) : undefined;
    if (doseWords !== undefined && read.doseWords.push(doseWords) > 1) {
      file.complain(map.get('dose-words'), 'dose words are defined twice; keep one file of them');
    }
  }
  return read;
}

function readList<T>(
  node: Node | undefined,
  file: LocatedFile,
  reader: (node: Node, file: LocatedFile) => T | undefined,
  into: T[],
): void {
  for (const item of file.list(node, 'entries')) {
    const entry = reader(item, file);
    if (entry !== undefined) into.push(entry);
  }
}

function idOf(entry: ReadConcept | ReadEntry<unknown>): string {
  if ('concept' in entry) return entry.concept.id;
  const value = entry.value as { id?: string; name?: string };
  return value.id ?? value.name ?? '';
}

function checkUnique(read: Read): void {
  for (const entries of [
    read.concepts,
    read.wordings,
    read.confusions,
    read.eponyms,
    read.classifications,
    read.doseForms,
    read.doseLimits,
    read.attributes,
  ]) {
    const seen = new Map<string, { file: LocatedFile }>();
    for (const entry of entries as (ReadConcept | ReadEntry<unknown>)[]) {
      const id = idOf(entry);
      const first = seen.get(id);
      if (first !== undefined) {
        entry.file.complain(
          entry.node,
          `\`${id}\` is defined twice; the first stands in ${first.file.path}: merge them`,
        );
      } else seen.set(id, entry);
    }
  }
}

function checkLinks(read: Read): void {
  const ids = new Set(read.concepts.map((entry) => entry.concept.id));
  for (const entry of [
    ...read.concepts,
    ...read.wordings,
    ...read.confusions,
    ...read.eponyms,
    ...read.classifications,
    ...read.doseForms,
    ...read.doseLimits,
    ...read.attributes,
  ]) {
    for (const link of entry.conceptLinks) {
      if (ids.has(link.id)) continue;
      const nearest = nearestName(link.id, [...ids]);
      entry.file.complain(
        link.node,
        `no concept \`${link.id}\`${nearest === undefined ? ': add it, or take this line out' : `; did you mean \`${nearest}\`?`}`,
      );
    }
    for (const link of entry.sourceLinks) {
      if (read.sources.has(link.id)) continue;
      const nearest = nearestName(link.id, [...read.sources.keys()]);
      entry.file.complain(
        link.node,
        `no source \`${link.id}\`${nearest === undefined ? ': add it to sources.yaml with title and address' : `; did you mean \`${nearest}\`?`}`,
      );
    }
  }
}

/** is-a and class, read together, must not lead back to where they began. */
function checkCycles(concepts: readonly ReadConcept[]): void {
  const byId = new Map(concepts.map((entry) => [entry.concept.id, entry]));
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string, path: readonly string[]): void => {
    if (state.get(id) === 'done') return;
    const entry = byId.get(id);
    if (entry === undefined) return;
    if (state.get(id) === 'open') {
      const cycle = [...path.slice(path.indexOf(id)), id];
      entry.file.complain(entry.node, `is-a goes round in a circle: ${cycle.join(' → ')}; take one of these links out`);
      return;
    }
    state.set(id, 'open');
    for (const fact of entry.concept.facts) {
      if (!fact.denied && (fact.relation === 'is-a' || fact.relation === 'class') && fact.object !== undefined) {
        visit(fact.object, [...path, id]);
      }
    }
    state.set(id, 'done');
  };
  for (const id of byId.keys()) visit(id, []);
}

/** What can raise a finding shows one that it raises and a near miss. */
function checkExamples(read: Read): void {
  for (const entry of [
    ...read.concepts.filter((concept) => concept.raises),
    ...read.wordings,
    ...read.confusions,
    ...read.classifications,
    ...read.doseForms,
    ...read.doseLimits,
    ...read.attributes,
  ]) {
    if (!entry.examples.some((example) => example.reports.length > 0)) {
      entry.file.complain(entry.node, `\`${idOf(entry)}\` can raise a finding: add an example that raises it`);
    }
    if (!entry.examples.some((example) => example.reports.length === 0)) {
      entry.file.complain(
        entry.node,
        `\`${idOf(entry)}\` can raise a finding: add a near miss, an example that \`reports: []\``,
      );
    }
  }
}

/** A name belongs to one concept, unless it is an abbreviation, a lay word or an everyday form of both. */
function checkPhrases(concepts: readonly ReadConcept[]): void {
  const owners = new Map<string, ReadConcept>();
  for (const entry of concepts) {
    for (const variant of entry.concept.variants) {
      if (variant.status === 'abbreviation' || variant.status === 'lay') continue;
      const key = normalizePhrase(variant.text);
      if (key === '') entry.file.complain(entry.node, `\`${variant.text}\` has no letters or digits; take it out`);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entry) {
        entry.file.complain(
          entry.node,
          `\`${variant.text}\` names \`${entry.concept.id}\` and \`${owner.concept.id}\` (${owner.file.path}): keep it with one of them, or give it the status lay or abbreviation`,
        );
      }
      owners.set(key, entry);
    }
  }
}

function familiesOf(read: Read): Pick<CompiledTerminology, 'families'> {
  const families = compileFamilies(read.families.values());
  return families === undefined ? {} : { families };
}

/** A team's own files need not speak of doses. */
function dosesOf(read: Read): Pick<CompiledTerminology, 'doses'> {
  const words = read.doseWords[0];
  if (words === undefined) return {};
  const forms = read.doseForms.map((entry) => entry.value);
  return { doses: { ...words, forms, limits: read.doseLimits.map((entry) => entry.value) } };
}

function examplesOf(entry: ReadConcept | ReadEntry<unknown>): ExampleToRun[] {
  return entry.examples.map((example) => ({
    ...example,
    path: entry.file.path,
    line: entry.file.lineOf(entry.node),
    entry: idOf(entry),
  }));
}
