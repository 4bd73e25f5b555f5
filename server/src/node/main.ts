import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { CompiledTerminology } from '../../../engine/src/index.js';
import { isoDate, type ServerEnvironment } from '../environment.js';
import { startServer } from '../start.js';

const environment: ServerEnvironment = {
  async loadData({ dataFolder }) {
    const folder = fileURLToPath(dataFolder ?? new URL('data/', import.meta.url));
    const [terminology, words, assertions] = await Promise.all([
      readFile(path.join(folder, 'terminology.json'), 'utf8'),
      readFile(path.join(folder, 'words.bin')),
      readFile(path.join(folder, 'assertions.bin')),
    ]);
    return { terminology: JSON.parse(terminology) as CompiledTerminology, words, assertions };
  },
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
  },
  async listFolder(uri) {
    if (!uri.startsWith('file:')) return undefined;
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true }).catch(() => []);
    return entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' }));
  },
  async listFiles(rootUris) {
    const { glob } = await import('tinyglobby');
    const found = await Promise.all(
      rootUris.flatMap((uri) =>
        uri.startsWith('file:')
          ? [
              glob(['**/*.{md,markdown,mdx}'], {
                cwd: fileURLToPath(uri),
                absolute: true,
                ignore: ['**/node_modules/**'],
              }),
            ]
          : [],
      ),
    );
    return found.flat().map((file) => pathToFileURL(file).href);
  },
  today: () => isoDate(new Date()),
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

startServer(createConnection(ProposedFeatures.all), environment);
