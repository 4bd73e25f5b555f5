import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, type CompiledTerminology, type Engine } from '../../engine/src/index.js';

const DATA = path.resolve(import.meta.dirname, '../../dist/data');

/**
 * The engine with the terminology and the words that are shipped.
 * @throws Error where they have not been built
 */
export function shippedEngine(): Engine {
  for (const name of ['terminology.json', 'words.bin', 'assertions.bin']) {
    if (!existsSync(path.join(DATA, name))) {
      throw new Error(`dist/data/${name} is missing: run \`npm run build\` first`);
    }
  }
  loaded ??= createEngine({
    terminology: JSON.parse(readFileSync(path.join(DATA, 'terminology.json'), 'utf8')) as CompiledTerminology,
    words: readFileSync(path.join(DATA, 'words.bin')),
    assertions: readFileSync(path.join(DATA, 'assertions.bin')),
  });
  return loaded;
}

let loaded: Engine | undefined;
