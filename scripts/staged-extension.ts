import { listFiles, PackageManager } from '@vscode/vsce';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';
import { translatableManifest } from './translations.js';

/** Where the extension lies as it is shipped. */
export const stagedFolder = path.join(projectRoot, 'out', 'extension');

/** What the manifest says to npm and to those who build it. */
const NOT_FOR_THE_EDITOR = ['type', 'scripts', 'devDependencies', 'bin', 'exports', 'allowScripts'];

/**
 * Lays the files of the extension out as they are shipped. The manifest loses what is npm's: VS Code would read
 * `"type": "module"` as a promise of ES modules, which its worker in a browser does not load. Its texts are keys of
 * package.nls.json there.
 */
export async function stageExtension(): Promise<void> {
  rmSync(stagedFolder, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: projectRoot, packageManager: PackageManager.None })) {
    const target = path.join(stagedFolder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(projectRoot, file), target);
  }
  const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as object;
  const shipped = Object.fromEntries(Object.entries(manifest).filter(([key]) => !NOT_FOR_THE_EDITOR.includes(key)));
  const translatable = translatableManifest(shipped);
  writeFileSync(path.join(stagedFolder, 'package.json'), JSON.stringify(translatable.manifest, null, 2));
}
