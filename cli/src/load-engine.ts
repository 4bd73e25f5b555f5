import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  allRules,
  createEngine,
  NetworkError,
  TerminologyError,
  WordsError,
  type CompiledTerminology,
  type ConfigurationKnowledge,
  type Engine,
  type EngineInput,
} from '../../engine/src/index.js';
import { UsageError } from './trouble.js';

/**
 * Reads the compiled data and makes the engine.
 * @param dataFolder where the data is; beside the program where undefined
 * @throws UsageError where the data is missing or is not what the build made
 */
export function loadEngine(dataFolder: string | undefined): Promise<Engine> {
  return new LateEngine(dataFolder).ready();
}

/** The same without the words, for what checks no spelling. */
export async function loadEngineWithoutWords(dataFolder: string | undefined): Promise<Engine> {
  return start({ terminology: parse(readFirst(foldersOf(dataFolder), TERMINOLOGY)) });
}

/**
 * An engine that is made when it is first asked for, once: a run whose articles are known to a cache, or are read by
 * threads, needs none of its own. Asked again after a failure it fails in the same way.
 */
export class LateEngine implements ConfigurationKnowledge {
  readonly #dataFolder: string | undefined;
  #engine: Promise<Engine> | undefined;
  #terminology: Promise<CompiledTerminology> | undefined;

  constructor(dataFolder: string | undefined) {
    this.#dataFolder = dataFolder;
  }

  /** @throws (rejects) UsageError where the data is missing or is not what the build made */
  ready(): Promise<Engine> {
    this.#engine ??= this.#start();
    return this.#engine;
  }

  /** What reports tell of concepts and sources: read, not indexed. @throws (rejects) UsageError where the data is missing or broken */
  terminology(): Promise<CompiledTerminology> {
    this.#terminology ??= this.#readTerminology();
    return this.#terminology;
  }

  readonly rules = allRules;

  readonly checkTerms: ConfigurationKnowledge['checkTerms'] = async (files) => (await this.ready()).checkTerms(files);

  async #readTerminology(): Promise<CompiledTerminology> {
    const read = parse(readFirst(foldersOf(this.#dataFolder), TERMINOLOGY));
    const { format, concepts } = (read ?? {}) as Partial<CompiledTerminology>;
    // The engine says what is wrong with it.
    if (format !== 'kossa-terminology' || !Array.isArray(concepts)) start({ terminology: read });
    return read;
  }

  async #start(): Promise<Engine> {
    const terminology = await this.terminology();
    const folders = foldersOf(this.#dataFolder);
    return start({ terminology, words: readFirst(folders, WORDS), assertions: readFirst(folders, ASSERTIONS) });
  }
}

/** Changes exactly when the data changes. @throws UsageError where the data is missing */
export async function dataVersion(dataFolder: string | undefined): Promise<string> {
  const folders = foldersOf(dataFolder);
  const hash = createHash('sha256');
  for (const name of [TERMINOLOGY, WORDS, ASSERTIONS]) hash.update(readFirst(folders, name));
  return hash.digest('hex');
}

const TERMINOLOGY = 'terminology.json';
const WORDS = 'words.bin';
const ASSERTIONS = 'assertions.bin';
const REMEDY = 'Install Kossa again; in a checkout of its source run `npm run build`.';

/** Beside the bundle in dist/, and for the source in cli/src/. */
function foldersOf(dataFolder: string | undefined): readonly string[] {
  return dataFolder === undefined
    ? ['./data', '../../dist/data'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
    : [dataFolder];
}

/** At once: there is nothing to do meanwhile, and reading in pieces takes three times as long. */
function readFirst(folders: readonly string[], name: string): Buffer {
  let failure: unknown;
  for (const folder of folders) {
    try {
      return readFileSync(`${folder}/${name}`);
    } catch (error) {
      failure = error;
    }
  }
  throw new UsageError(`Kossa's own data (${name}) cannot be found or read. ${REMEDY}`, { cause: failure });
}

function parse(terminology: Buffer): CompiledTerminology {
  try {
    return JSON.parse(terminology.toString('utf8')) as CompiledTerminology;
  } catch (error) {
    throw new UsageError(`Kossa's own data (${TERMINOLOGY}) is no valid JSON. ${REMEDY}`, { cause: error });
  }
}

/** The errors of the data say themselves what to do. */
function start(data: EngineInput): Engine {
  try {
    return createEngine(data);
  } catch (error) {
    if (error instanceof TerminologyError) {
      throw new UsageError(`Kossa's own data (${TERMINOLOGY}): ${error.message}`, { cause: error });
    }
    if (error instanceof WordsError) {
      throw new UsageError(`Kossa's own data (${WORDS}): ${error.message}`, { cause: error });
    }
    if (error instanceof NetworkError) {
      throw new UsageError(`Kossa's own data (${ASSERTIONS}): ${error.message}`, { cause: error });
    }
    throw error;
  }
}
