import { readFile } from 'node:fs/promises';
import type { ConfigurationHost } from '../../engine/src/index.js';

/** Where the plugin's configuration comes from. A file that is there and cannot be read ends the run. */
export const diskHost: ConfigurationHost = {
  async read(file) {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) return undefined;
      throw error;
    }
  },
};
