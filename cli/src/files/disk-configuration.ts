import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { ConfigurationHost } from '../../../engine/src/index.js';
import { describeFileError } from '../trouble.js';

/** A configuration file, or a file of words, that is there and cannot be read. */
export class UnreadableConfiguration extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(describeFileError(cause), { cause });
    this.file = file;
  }
}

/** Where the command's configuration comes from. */
export const diskHost: ConfigurationHost = {
  async read(file) {
    try {
      // Hardly any folder has one, and to fail at opening a file costs thirty times as much as to look for it.
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
      return await readFile(file, 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
      throw new UnreadableConfiguration(file, error);
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      // Links to folders may lead in a circle.
      return entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' }));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw new UnreadableConfiguration(folder, error);
    }
  },
};
