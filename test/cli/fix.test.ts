import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { decodeArticle, type Article } from '../../cli/src/files/read-article.js';
import { writeArticle } from '../../cli/src/files/write-article.js';
import { removeWorkplaces, Workplace } from './kossa.js';

describe('kossa lint --fix', () => {
  after(removeWorkplaces);

  const fixed: readonly (readonly [what: string, before: string, after: string])[] = [
    ['puts right what is safe', 'Downs syndrome.\n', 'Down syndrome.\n'],
    [
      'puts right all of it in one run',
      'Downs syndrome, Downs syndrome; Downs syndrome.\n',
      'Down syndrome, Down syndrome; Down syndrome.\n',
    ],
    [
      'leaves what a person must review',
      'A calcium blocker in Downs syndrome.\n',
      'A calcium blocker in Down syndrome.\n',
    ],
    [
      'leaves a quotation',
      'She said “he has Downs syndrome” and left.\n',
      'She said “he has Downs syndrome” and left.\n',
    ],
    ['leaves code', '`Downs syndrome`\n', '`Downs syndrome`\n'],
    ['keeps CRLF', 'One.\r\n\r\nDowns syndrome.\r\n', 'One.\r\n\r\nDown syndrome.\r\n'],
    ['keeps mixed line endings', 'One.\r\nTwo.\nDowns syndrome.\r\n', 'One.\r\nTwo.\nDown syndrome.\r\n'],
    ['keeps the byte-order mark', '\uFEFFDowns syndrome.\n', '\uFEFFDown syndrome.\n'],
    ['keeps a missing last line break', 'Downs syndrome', 'Down syndrome'],
    ['finds the place behind an emoji', '😀 Downs syndrome.\n', '😀 Down syndrome.\n'],
    ['finds the place behind an entity', '&micro; Downs syndrome.\n', '&micro; Down syndrome.\n'],
    [
      'obeys a directive',
      '<!-- kossa-disable-next-line eponym-form -->\nDowns syndrome.\n',
      '<!-- kossa-disable-next-line eponym-form -->\nDowns syndrome.\n',
    ],
  ];
  for (const [what, before, after] of fixed) {
    it(what, async () => {
      const place = new Workplace({ 'a.md': before });
      await place.run(['lint', '--fix']);
      assert.equal(place.read('a.md'), after);
    });
  }

  it('reports what is left and says what was fixed', async () => {
    const place = new Workplace({ 'a.md': 'A calcium blocker in Downs syndrome.\n', 'b.md': 'Fine.\n' });
    const { code, out } = await place.run(['lint', '--fix']);
    assert.equal(code, 0);
    assert.match(out, /1 finding \(1 warning\) in 1 of 2 files\n {2}1 finding fixed in 1 file\n/);
  });

  it('gives places in the text as it is written', async () => {
    const place = new Workplace({ 'a.md': 'In Downs syndrome a calcium blocker.\n' });
    const [message] = (await place.lintJson(['--fix']))['a.md']!;
    assert.equal(place.read('a.md').slice(message!.column - 1, message!.endColumn - 1), 'calcium blocker');
  });

  it('touches nothing that it does not report', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n' });
    await place.run(['lint', '--fix', '--quiet', '--rule', 'eponym-form:warning']);
    await place.run(['lint', '--fix', '--rule', 'eponym-form:off']);
    assert.equal(place.read('a.md'), 'Downs syndrome.\n');
  });

  it('does not write a file that it need not change', async () => {
    const place = new Workplace({ 'a.md': 'A calcium blocker.\n' });
    const before = statSync(place.path('a.md'), { bigint: true });
    await place.run(['lint', '--fix']);
    assert.equal(statSync(place.path('a.md'), { bigint: true }).mtimeNs, before.mtimeNs);
  });

  it('keeps the mode of the file and leaves nothing beside it', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n' });
    chmodSync(place.path('a.md'), 0o640);
    await place.run(['lint', '--fix']);
    assert.equal(statSync(place.path('a.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(place.folder), ['a.md']);
  });

  it('writes through a link that was named, which stays a link', async () => {
    const place = new Workplace({ 'real.md': 'Downs syndrome.\n' });
    symlinkSync(place.path('real.md'), place.path('link.md'));
    await place.run(['lint', '--fix', 'link.md']);
    assert.equal(place.read('real.md'), 'Down syndrome.\n');
  });

  it('does not overwrite a file that was changed meanwhile', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n' });
    const article = decodeArticle(readFileSync(place.path('a.md')), 1000) as Article;
    place.write('a.md', 'New words.\n');
    assert.match(
      (await writeArticle(place.path('a.md'), 'Down syndrome.\n', article)) ?? '',
      /was changed by another program/,
    );
    assert.equal(place.read('a.md'), 'New words.\n');
  });

  it('fixing twice is fixing once, whatever the text', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-fix-'));
    const file = path.join(folder, 'a.md');
    const place = new Workplace();
    const piece = fc.constantFrom(
      'Downs syndrome',
      'Downs Syndrome',
      'calcium blocker',
      'soft issue',
      '😀',
      '&amp;',
      '“',
      '”',
      '**',
      '`',
      '# ',
      '\n',
      '\r\n',
      '\n\n',
      '- ',
      '> ',
      ' ',
      '. ',
      '\uFEFF',
      'the skin ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        writeFileSync(file, pieces.join(''));
        await place.run(['lint', '--fix', file]);
        const once = readFileSync(file);
        const { out } = await place.run(['lint', '--fix', file]);
        assert.deepEqual(readFileSync(file), once);
        assert.doesNotMatch(out, /fixable/);
      }),
      { numRuns: 150 },
    );
    rmSync(folder, { recursive: true });
  });
});
