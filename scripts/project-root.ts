import path from 'node:path';

/** The directory of package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '..');
