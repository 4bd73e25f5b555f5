// The hook, run with file names as pre-commit runs it, on a real repository.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, type Workplace } from '../cli/kossa.js';
import { git, repository } from './repository.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly types_or: readonly string[];
}

const hooks = parse(readFileSync(path.join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
const BAD = 'Downs syndrome.\n';

describe('the hooks for pre-commit', () => {
  after(removeWorkplaces);

  it('are two, for Markdown and MDX, by the command of this package', () => {
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['kossa', 'kossa-fix'],
    );
    for (const { entry, language, types_or: types } of hooks) {
      assert.deepEqual([entry.split(' ')[0], language, types], ['kossa', 'node', ['markdown', 'mdx']]);
    }
  });

  it('refuse a commit with an error, and name its place', () => {
    const place = repository({ 'old.md': BAD });
    place.write('new.md', `Fine.\n\n${BAD}`);
    const { status, output } = runHook('kossa', place);
    assert.equal(status, 1);
    assert.match(output, /new\.md[\s\S]*line 3, column 1[\s\S]*eponym-form/);
    assert.doesNotMatch(output, /old\.md/);
  });

  it('let a commit without errors pass', () => {
    const place = repository({ 'old.md': BAD });
    place.write('new.md', 'Fine.\n');
    assert.equal(runHook('kossa', place).status, 0);
  });

  it('leave out what the configuration leaves out, though pre-commit names it', () => {
    const place = repository({ '.kossaignore': 'quotes/\n' });
    place.write('quotes/a.md', BAD);
    assert.deepEqual([runHook('kossa', place).status, runHook('kossa', place).output.includes('Downs')], [0, false]);
  });

  it('fix what is safe, so that pre-commit sees a changed file', () => {
    const place = repository({ 'old.md': BAD });
    place.write('new.md', BAD);
    assert.equal(runHook('kossa-fix', place).status, 0);
    assert.equal(place.read('new.md'), 'Down syndrome.\n');
    assert.equal(place.read('old.md'), BAD);
  });

  it('take names with spaces and many files', () => {
    const place = repository({});
    for (let index = 0; index < 60; index++) place.write(`a file ${index}.md`, 'Fine.\n');
    place.write('the last one.mdx', BAD);
    const { status, output } = runHook('kossa', place);
    assert.equal(status, 1);
    assert.match(output, /1 error\b.*in 1 of 61 files/);
  });
});

/** Stages everything and runs the entry with the staged files that the hook is for. */
function runHook(id: string, place: Workplace): { readonly status: number | null; readonly output: string } {
  const { entry } = hooks.find((hook) => hook.id === id)!;
  git(place, 'add', '--all');
  const staged = git(place, 'diff', '--staged', '--name-only', '-z', '--diff-filter=ACMRTUXB').split('\0');
  const [command, ...args] = entry.split(' ');
  const { status, stdout, stderr } = spawnSync(
    path.join(installed(place), command!),
    [...args, ...staged.filter(isArticle)],
    {
      cwd: place.folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', PRE_COMMIT: '1' },
    },
  );
  return { status, output: stdout + stderr };
}

/** pre-commit installs the package into a folder of its own and has its commands on the path. */
function installed(place: Workplace): string {
  const folder = place.path('.git/hook-environment/bin');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    const { bin } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      bin: { kossa: string };
    };
    symlinkSync(path.join(projectRoot, bin.kossa), path.join(folder, 'kossa'));
  }
  return folder;
}

function isArticle(name: string): boolean {
  return /\.mdx?$/u.test(name);
}
