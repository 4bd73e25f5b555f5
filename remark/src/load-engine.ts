import { readFile } from 'node:fs/promises';
import { createEngine, type CompiledTerminology, type Engine } from '../../engine/src/index.js';

/**
 * Reads the compiled data and makes the engine.
 * @throws (rejects) Error where the data is missing or is not what the build made
 */
export async function loadEngine(): Promise<Engine> {
  const [terminology, words, assertions] = await Promise.all([
    readData('terminology.json'),
    readData('words.bin'),
    readData('assertions.bin'),
  ]);
  return createEngine({
    terminology: JSON.parse(terminology.toString('utf8')) as CompiledTerminology,
    words,
    assertions,
  });
}

/** Beside the bundle in dist/, and for the source in remark/src/. */
async function readData(name: string): Promise<Buffer> {
  let failure: unknown;
  for (const folder of ['./data', '../../dist/data']) {
    try {
      return await readFile(new URL(`${folder}/${name}`, import.meta.url));
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(`kossa/remark: Kossa's own data (${name}) cannot be read: install Kossa again.`, { cause: failure });
}
