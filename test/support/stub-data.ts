import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packWords } from '../../engine/src/words/format.js';
import { buildWordGraph } from '../../engine/src/words/graph.js';
import { stubTerminology } from './stub-terminology.js';

/**
 * A folder with the stub terminology and words as the build would write them.
 * @param instead other content for a file, or undefined to leave it out
 */
export function stubDataFolder(instead: Readonly<Record<string, string | undefined>> = {}): string {
  const isPlain = Object.keys(instead).length === 0;
  if (isPlain && plainFolder !== undefined) return plainFolder;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-data-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files: Readonly<Record<string, string | Uint8Array | undefined>> = {
    'terminology.json': JSON.stringify(stubTerminology),
    'words.bin': stubWords(),
    'assertions.bin': readFileSync(NETWORK),
    ...instead,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) writeFileSync(path.join(folder, name), content);
  }
  if (isPlain) plainFolder = folder;
  return folder;
}

let plainFolder: string | undefined;
const NETWORK = path.resolve(import.meta.dirname, '../../engine/src/assertions/network.bin');

/** No English but a few words, and one medical word: colchicine. */
export function stubWords(): Uint8Array {
  const graph = (words: readonly string[]): Uint8Array => {
    const units = buildWordGraph([...words].sort());
    return new Uint8Array(units.buffer, units.byteOffset, units.byteLength);
  };
  const medical = ['colchicine'];
  return packWords([
    graph(['fine', 'words', ...medical]),
    graph(['fine']),
    graph(['smith']),
    graph(medical),
    Uint8Array.of(1),
    new Uint8Array(),
    Uint8Array.of(0),
    new Uint8Array(),
    new Uint8Array(),
  ]);
}
