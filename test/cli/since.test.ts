import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readDiff } from '../../cli/src/git/changed-lines.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const BAD = 'Downs syndrome.\n';

/** A repository whose first commit, tagged `start`, has these files. */
function repository(files: Readonly<Record<string, string>>): Workplace {
  const place = new Workplace(files);
  git(place, 'init', '--quiet', '--initial-branch=main');
  commit(place);
  git(place, 'tag', 'start');
  return place;
}

function git(place: Workplace, ...args: string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: place.folder, stdio: 'pipe' });
}

function commit(place: Workplace): void {
  git(place, 'add', '--all');
  git(place, 'commit', '--quiet', '--allow-empty', '--message', 'x');
}

async function places(place: Workplace, ...flags: string[]): Promise<string[]> {
  const found = await place.lintJson(['--since', 'start', ...flags]);
  return Object.entries(found).flatMap(([name, messages]) => messages.map(({ line }) => `${name}:${line}`));
}

describe('kossa lint --since', () => {
  after(removeWorkplaces);

  it('reports changed lines only: committed, staged, in the working tree and in new files', async () => {
    const place = repository({ 'a.md': `${BAD}\nTwo.\n\nThree.\n\nFour.\n`, 'same.md': BAD });
    place.write('a.md', `${BAD}\nTwo, ${BAD}\nThree.\n\nFour.\n`);
    commit(place);
    place.write('a.md', `${BAD}\nTwo, ${BAD}\nThree, ${BAD}\nFour.\n`);
    git(place, 'add', 'a.md');
    place.write('a.md', `${BAD}\nTwo, ${BAD}\nThree, ${BAD}\nFour, ${BAD}`);
    place.write('new.md', BAD);
    assert.deepEqual(await places(place), ['a.md:3', 'a.md:5', 'a.md:7', 'new.md:1']);
  });

  it('reports whole changed files with --since-mode files', async () => {
    const place = repository({ 'a.md': `${BAD}\nTwo.\n`, 'same.md': BAD });
    place.write('a.md', `${BAD}\nThree.\n`);
    assert.deepEqual(await places(place), []);
    assert.deepEqual(await places(place, '--since-mode', 'files'), ['a.md:1']);
  });

  it('compares with where the branch began, not with what others did meanwhile', async () => {
    const place = repository({ 'a.md': BAD, 'b.md': 'Fine.\n' });
    git(place, 'checkout', '--quiet', '-b', 'mine');
    place.write('b.md', BAD);
    commit(place);
    git(place, 'checkout', '--quiet', 'main');
    place.write('a.md', 'Fine.\n');
    commit(place);
    git(place, 'checkout', '--quiet', 'mine');
    const found = await place.lintJson(['--since', 'main']);
    assert.deepEqual(Object.keys(found), ['b.md']);
  });

  it('says what it leaves out, and is content where nothing has changed', async () => {
    const place = repository({ 'a.md': BAD, 'b.md': BAD });
    assert.deepEqual(await place.run(['lint', '--since', 'HEAD', '--format', 'compact']), {
      code: 0,
      out: '',
      err: 'kossa: no article has changed since HEAD; 2 unchanged files left out\n',
    });
    place.write('a.md', `${BAD}\nMore.\n`);
    const { code, err } = await place.run(['lint', '--since', 'HEAD']);
    assert.equal(code, 0);
    assert.equal(
      err,
      'kossa: since HEAD: 1 unchanged file left out\nkossa: 1 finding on unchanged lines not reported\n',
    );
  });

  it('knows renamed files, odd names, and folders below', async () => {
    const place = repository({
      'a.md': `${BAD}\nTwo is a line that stays.\n\nThree stays as well.\n`,
      'sub/é ü "x".md': BAD,
    });
    git(place, 'mv', 'a.md', 'sub/b.md');
    place.write('sub/é ü "x".md', `${BAD}\n${BAD}`);
    assert.deepEqual(await places(place, '.'), ['sub/é ü "x".md:3']);
    const { out } = await place.run(['lint', '--since', 'start', '--format', 'compact'], { cwd: 'sub' });
    assert.match(out, /line 3/u);
  });

  it('minds no settings of git', async () => {
    const place = repository({ 'a.md': 'Fine.\n' });
    for (const [key, value] of [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['color.ui', 'always'],
      ['diff.external', 'false'],
    ] as const) {
      git(place, 'config', key, value);
    }
    place.write('a.md', BAD);
    assert.deepEqual(await places(place), ['a.md:1']);
  });

  it('fixes on changed lines only', async () => {
    const place = repository({ 'a.md': `${BAD}\nTwo.\n` });
    place.write('a.md', `${BAD}\n${BAD}`);
    await place.run(['lint', '--since', 'start', '--fix']);
    assert.equal(place.read('a.md'), `${BAD}\nDown syndrome.\n`);
  });

  const refused: readonly (readonly [ref: string, says: RegExp])[] = [
    ['gone', /--since gone: git knows no such branch, tag or commit/u],
    ['--output=x', /write a branch, a tag or a commit/u],
    ['$(touch x)', /git knows no such branch/u],
    ['unrelated', /it has no common commit with HEAD/u],
  ];
  for (const [ref, says] of refused) {
    it(`refuses ${ref}`, async () => {
      const place = repository({ 'a.md': BAD });
      git(place, 'checkout', '--quiet', '--orphan', 'unrelated');
      place.write('other.txt', 'x');
      commit(place);
      git(place, 'checkout', '--quiet', 'main');
      const { code, err } = await place.run(['lint', `--since=${ref}`]);
      assert.equal(code, 2);
      assert.match(err, says);
    });
  }

  it('says that there is no repository, or no git', async () => {
    const place = new Workplace({ 'a.md': BAD });
    mkdirSync(place.path('empty'));
    assert.match((await place.run(['lint', '--since', 'HEAD'])).err, /is no git repository: --since needs one/u);
    const before = process.env['PATH'];
    process.env['PATH'] = place.path('empty');
    try {
      const { code, err } = await place.run(['lint', '--since', 'HEAD']);
      assert.equal(code, 2);
      assert.match(err, /there is no git here: install it/u);
    } finally {
      process.env['PATH'] = before;
    }
  });

  it('is not for piped text', async () => {
    assert.match((await new Workplace().run(['lint', '--stdin', '--since', 'HEAD'])).err, /--since is for files/u);
  });

  it('reads a diff whose lines look like the head of another one', () => {
    const diff =
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n--- a/x\n-b\n+++ b/x\n+@@ -1 +9 @@\n@@ -9 +9,0 @@\n-x\n--- a/b\n+++ b/b c.md\t\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n';
    assert.deepEqual(
      [...readDiff(diff)],
      [
        ['a.md', [[1, 2]]],
        ['b c.md', [[1, 1]]],
      ],
    );
  });
});
