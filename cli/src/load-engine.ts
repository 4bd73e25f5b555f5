import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createEngine,
  TerminologyError,
  WordsError,
  type CompiledTerminology,
  type Engine,
} from '../../engine/src/index.js';
import { UsageError } from './trouble.js';

/**
 * Reads the compiled data and makes the engine.
 * @param dataFolder where the data is; beside the program where undefined
 * @throws UsageError where the data is missing or is not what the build made
 */
export async function loadEngine(dataFolder: string | undefined): Promise<Engine> {
  const folders = foldersOf(dataFolder);
  const [terminology, words] = await Promise.all([readFirst(folders, TERMINOLOGY), readFirst(folders, WORDS)]);
  return start({ terminology: parse(terminology), words });
}

/** The same without the words, for what checks no spelling. */
export async function loadEngineWithoutWords(dataFolder: string | undefined): Promise<Engine> {
  return start({ terminology: parse(await readFirst(foldersOf(dataFolder), TERMINOLOGY)) });
}

/** Changes exactly when the data changes. @throws UsageError where the data is missing */
export async function dataVersion(dataFolder: string | undefined): Promise<string> {
  const folders = foldersOf(dataFolder);
  const files = await Promise.all([readFirst(folders, TERMINOLOGY), readFirst(folders, WORDS)]);
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex');
}

const TERMINOLOGY = 'terminology.json';
const WORDS = 'words.bin';
const REMEDY = 'Install Kossa again; in a checkout of its source run `npm run build`.';

/** Beside the bundle in dist/, and for the source in cli/src/. */
function foldersOf(dataFolder: string | undefined): readonly string[] {
  return dataFolder === undefined
    ? ['./data', '../../dist/data'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
    : [dataFolder];
}

async function readFirst(folders: readonly string[], name: string): Promise<Buffer> {
  let failure: unknown;
  for (const folder of folders) {
    try {
      return await readFile(`${folder}/${name}`);
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
function start(data: { readonly terminology: CompiledTerminology; readonly words?: Uint8Array }): Engine {
  try {
    return createEngine(data);
  } catch (error) {
    if (error instanceof TerminologyError) {
      throw new UsageError(`Kossa's own data (${TERMINOLOGY}): ${error.message}`, { cause: error });
    }
    if (error instanceof WordsError) {
      throw new UsageError(`Kossa's own data (${WORDS}): ${error.message}`, { cause: error });
    }
    throw error;
  }
}
