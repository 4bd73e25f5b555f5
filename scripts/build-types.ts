// Makes the declarations of what can be imported: one file for each entry point, which needs no other package.
import { generateDtsBundle } from 'dts-bundle-generator';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';

const ENTRIES = { index: 'cli/src/api/index.ts', engine: 'engine/src/index.ts', remark: 'remark/src/index.ts' };

const declarations = generateDtsBundle(
  Object.values(ENTRIES).map((entry) => ({
    filePath: path.join(projectRoot, entry),
    libraries: { inlinedLibraries: ['@types/mdast', '@types/unist', 'mdast', 'unist'] },
    output: { exportReferencedTypes: false, noBanner: true },
  })),
  { preferredConfigPath: path.join(projectRoot, 'cli', 'tsconfig.json') },
);
mkdirSync(path.join(projectRoot, 'dist'), { recursive: true });
for (const [index, name] of Object.keys(ENTRIES).entries()) {
  writeFileSync(path.join(projectRoot, 'dist', `${name}.d.mts`), declarations[index]!);
}
