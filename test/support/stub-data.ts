import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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
  const files: Readonly<Record<string, string | Uint8Array | undefined>> = { 'terminology.json': JSON.stringify(stubTerminology), 'words.bin': stubWords(), ...instead };
  for (const [name, content] of Object.entries(files)) if (content !== undefined) writeFileSync(path.join(folder, name), content);
  if (isPlain) plainFolder = folder;
  return folder;
}

let plainFolder: string | undefined;

function stubWords(): Uint8Array {
  return Buffer.from('K');
}
