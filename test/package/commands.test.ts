// The commands of the README, as a fresh checkout has them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };

describe('npx kossa', () => {
  it('works in the checkout', () => {
    const { status, stdout } = run('npx', ['--no-install', 'kossa', '--version']);
    assert.equal(status, 0);
    assert.equal(stdout, `${manifest.version}\n`);
  });

  it('has a first file that loads nothing else to say its version', () => {
    const source = readFileSync(path.join(projectRoot, 'dist', 'cli.mjs'), 'utf8');
    assert.ok(source.length < 10_000, `small, not ${source.length} characters`);
    assert.doesNotMatch(source, /\bfrom\s*["']\.|^import\s*["']\./m);
    assert.match(source, /["']\.\/cli-body-\w+\.cjs["']/);
  });
});

describe('npm start', function () {
  // It builds what is not built yet.
  this.timeout(60_000);

  it('lints the sample articles, and findings are no failure', () => {
    const { status, stdout } = run(process.execPath, ['scripts/start.mjs']);
    assert.equal(status, 0);
    assert.match(stdout, /^npm run build: /m);
    assert.match(stdout, /misspelled-term/);
    assert.match(stdout, /Findings are what this is for/);
  });

  it('lints the paths that are given', () => {
    const { status, stdout } = run(process.execPath, ['scripts/start.mjs', 'test/vscode/workspace/article.md']);
    assert.equal(status, 0);
    assert.match(stdout, /article\.md/);
    assert.match(stdout, /Colchine/);
  });

  it('fails where the command fails', () => {
    const { status, stderr } = run(process.execPath, ['scripts/start.mjs', 'no/such/article.md']);
    assert.equal(status, 2);
    assert.match(stderr, /no\/such\/article\.md/);
  });
});

describe('npm test', () => {
  it('refuses a step that it does not know', () => {
    const { status, stderr } = run(process.execPath, ['scripts/test.mjs', 'everything']);
    assert.equal(status, 2);
    assert.match(stderr, /unknown step everything; there are packages, build/);
  });
});

function run(command: string, args: readonly string[]) {
  const { INIT_CWD: _, ...environment } = process.env;
  return spawnSync(command, args, { cwd: projectRoot, encoding: 'utf8', env: environment });
}
