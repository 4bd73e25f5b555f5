// What is shipped, file by file: nothing comes into the .vsix or the npm package unseen.
import { listFiles, PackageManager } from '@vscode/vsce';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';

interface Manifest {
  readonly main?: string;
  readonly browser?: string;
  readonly icon?: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: unknown;
  readonly engines: { readonly node: string; readonly vscode: string };
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes?: unknown;
}

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Manifest;
/** Files whose names end in a hash. */
const HASH = /(?<=^dist\/(?:cli|server)-body)-\w+(?=\.cjs$)/;

describe('the .vsix', () => {
  it('holds these files and no others', async () => {
    const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
    assert.deepEqual(files.map(withoutHash).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/client.cjs',
      'dist/data/assertions.bin',
      'dist/data/terminology.json',
      'dist/data/words.bin',
      'dist/preview.cjs',
      'dist/server-body.cjs',
      'dist/server.cjs',
      'dist/web/client.js',
      'dist/web/server.js',
      'images/icon.png',
      'images/kossa.svg',
      'l10n/bundle.l10n.json',
      'package.json',
      'package.nls.json',
      'preview/preview.css',
      'schema/kossarc.schema.json',
      'schema/terms.schema.json',
      'snippets/directives-markdown.json',
      'snippets/directives-mdx.json',
      'snippets/kossa.json',
      'syntaxes/kossa-front-matter.injection.tmLanguage.json',
      'syntaxes/kossa.injection.tmLanguage.json',
      'walkthrough/finding-and-fix.md',
      'walkthrough/house-style.md',
      'walkthrough/in-ci.md',
      'walkthrough/look-up.md',
      'walkthrough/practice-article.md',
      'walkthrough/practice.md',
      'walkthrough/words-and-rules.md',
    ]);
  });

  it('holds every file that the manifest names', async () => {
    const files = new Set(await listFiles({ cwd: projectRoot, packageManager: PackageManager.None }));
    const named = [manifest.main, manifest.browser, manifest.icon, ...relativePaths(manifest.contributes)];
    const missing = named.filter((file) => file !== undefined && !files.has(path.posix.normalize(file)));
    assert.deepEqual(missing, []);
  });
});

describe('the npm package', () => {
  it('holds these files and no others', () => {
    const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
    const files = packed!.files.map((file) => file.path);
    assert.deepEqual(files.map(withoutHash).sort(), [
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/cli-body.cjs',
      'dist/cli.mjs',
      'dist/data/assertions.bin',
      'dist/data/terminology.json',
      'dist/data/words.bin',
      'dist/engine.d.mts',
      'dist/engine.mjs',
      'dist/index.d.mts',
      'dist/index.mjs',
      'dist/remark.d.mts',
      'dist/remark.mjs',
      'dist/server-body.cjs',
      'dist/server.cjs',
      'package.json',
      'schema/kossarc.schema.json',
      'schema/terms.schema.json',
    ]);
    const named = [...Object.values(manifest.bin), ...relativePaths(manifest.exports)];
    assert.deepEqual(
      named.filter((file) => !files.includes(path.posix.normalize(file))),
      [],
    );
  });
});

describe('the manifest', () => {
  it('names files that exist', () => {
    const named = [manifest.main, manifest.browser, manifest.icon, ...relativePaths(manifest.contributes)];
    const missing = named.filter((file) => file !== undefined && !existsSync(path.join(projectRoot, file)));
    assert.deepEqual(missing, []);
    assert.ok(manifest.main && manifest.browser, 'an extension for the desktop and for the browser');
  });

  it('asks for Node 20 and for the VS Code whose types it is compiled with', () => {
    assert.equal(manifest.engines.node, '>=20');
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('has no dependency at run time, and exact versions of all others', () => {
    assert.equal(manifest.dependencies, undefined);
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    assert.deepEqual(loose, []);
  });
});

function withoutHash(file: string): string {
  return file.replace(HASH, '');
}

/** Every string that begins with "./" anywhere in a value: the way in which a manifest names its files. */
function relativePaths(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(relativePaths);
}
