import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import * as fc from 'fast-check';
import { unifiedDiff } from '../../cli/src/files/unified-diff.js';
import { removeWorkplaces, Workplace } from './kossa.js';

describe('kossa lint --fix-unsafe', () => {
  after(removeWorkplaces);

  it('makes also the fixes to be reviewed, and twice changes nothing', async () => {
    const place = new Workplace({ 'a.md': '\uFEFFA calcium blocker\r\nin Downs syndrome.\r\n' });
    chmodSync(place.path('a.md'), 0o640);
    const { code, out } = await place.run(['lint', '--fix-unsafe']);
    assert.equal(code, 0);
    assert.match(out, /2 findings fixed in 1 file/u);
    const once = readFileSync(place.path('a.md'), 'utf8');
    assert.equal(once, '\uFEFFA calcium channel blocker\r\nin Down syndrome.\r\n');
    assert.equal(statSync(place.path('a.md')).mode & 0o777, 0o640);
    const second = await place.run(['lint', '--fix-unsafe']);
    assert.doesNotMatch(second.out, /fixed/u);
    assert.equal(readFileSync(place.path('a.md'), 'utf8'), once);
  });
});

describe('kossa lint --fix-dry-run', () => {
  after(removeWorkplaces);

  it('prints a diff and writes nothing', async () => {
    const place = new Workplace({ 'sub/a.md': 'One.\n\nDowns syndrome.\n', 'b.md': 'Fine.\n' });
    const { code, out, err } = await place.run(['lint', '--fix-dry-run']);
    assert.equal(code, 0);
    assert.equal(out, '--- a/sub/a.md\n+++ b/sub/a.md\n@@ -1,3 +1,3 @@\n One.\n \n-Downs syndrome.\n+Down syndrome.\n');
    assert.equal(err, 'kossa: 1 finding would be fixed in 1 file; nothing was written\n');
    assert.equal(place.read('sub/a.md'), 'One.\n\nDowns syndrome.\n');
  });

  it('shows the fixes to be reviewed with --fix-unsafe, and writes nothing with --fix', async () => {
    const place = new Workplace({ 'a.md': 'A calcium blocker.\n' });
    assert.equal((await place.run(['lint', '--fix-dry-run', '--fix'])).out, '');
    assert.match((await place.run(['lint', '--fix-dry-run', '--fix-unsafe'])).out, /^\+A calcium channel blocker\.$/mu);
    assert.equal(place.read('a.md'), 'A calcium blocker.\n');
  });

  for (const [what, text] of [
    ['CRLF', 'One.\r\n\r\nDowns syndrome.\r\n'],
    ['a byte-order mark', '\uFEFFDowns syndrome.\n'],
    ['no last line break', 'One\n\nDowns syndrome'],
    ['changes far apart', `Downs syndrome.\n${'\nMore.\n'.repeat(9)}\nDowns syndrome.\n`],
  ] as const) {
    it(`prints what git applies, to give what --fix writes: ${what}`, async () => {
      const place = new Workplace({ 'a b.md': text });
      const { out } = await place.run(['lint', '--fix-dry-run']);
      execFileSync('git', ['apply', '-'], { cwd: place.folder, input: out, stdio: 'pipe' });
      const applied = place.read('a b.md');
      place.write('a b.md', text);
      await place.run(['lint', '--fix']);
      assert.equal(applied, place.read('a b.md'));
      assert.notEqual(applied, text);
    });
  }

  it('is not for piped text', async () => {
    assert.equal((await new Workplace().run(['lint', '--stdin', '--fix-dry-run'])).code, 2);
  });
});

describe('a unified diff', () => {
  async function applies(place: Workplace, name: string, before: string, after: string): Promise<void> {
    place.write(name, before);
    const input = await unifiedDiff(name, before, after);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: place.folder, input, stdio: 'pipe' });
    assert.equal(place.read(name), after);
  }

  it('leads from one text to the other, whatever they are', async function () {
    this.timeout(60_000);
    const place = new Workplace();
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '--- a\n', '@@ -1 +1 @@\n', 'd'), {
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (old, now) => {
        const [before, after] = [old.join(''), now.join('')];
        // Git does not tell an empty file from a missing one here.
        if (before === '' || after === '' || before === after) return;
        await applies(place, 'x', before, after);
      }),
      { numRuns: 60 },
    );
  });

  for (const name of ['a b.md', 'with "quotes" and \\.md', 'tab\tand line\nbreak.md', 'Ä🦴.md', 'folder/a b.md']) {
    it(`names a file so that git finds it: ${JSON.stringify(name)}`, async () => {
      await applies(new Workplace(), name, 'one\n', 'two\n');
    });
  }

  it('is right where all of a long text has changed, with and without a line end', async () => {
    const lines = (word: string): string => Array.from({ length: 12_000 }, (_, index) => `${word} ${index}`).join('\n');
    await applies(new Workplace(), 'x', lines('old'), `${lines('new')}\n`);
  });

  it('is empty for the same text', async () => assert.equal(await unifiedDiff('x', 'a\n', 'a\n'), ''));
});
