import { readdir, readFile } from 'node:fs/promises';
import type { ConfigurationHost } from '../../engine/src/index.js';

/** Where the plugin's configuration comes from. A file that is there and cannot be read ends the run. */
export const diskHost: ConfigurationHost = {
  async read(file) {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' }));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
};

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
