import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { OutputFile } from '../../cli/src/files/output-file.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const ARTICLE = { 'a.md': 'Downs syndrome.\n' };

describe('kossa lint --output', () => {
  after(removeWorkplaces);

  it('writes reports beside what is printed, and makes their folders', async () => {
    const place = new Workplace(ARTICLE);
    const { out, code } = await place.run(['lint', '-o', 'sarif:out/deep/a.xyz', '--output', 'out/report.html']);
    assert.equal(code, 1);
    assert.match(out, /✖ 1 finding/u);
    assert.equal((JSON.parse(place.read('out/deep/a.xyz')) as { version: string }).version, '2.1.0');
    assert.match(place.read('out/report.html'), /^<!doctype html>/u);
    assert.deepEqual(readdirSync(place.path('out')).sort(), ['deep', 'report.html']);
  });

  it('puts the report of --format into the file instead of printing it', async () => {
    const place = new Workplace(ARTICLE);
    const { out } = await place.run(['lint', '-f', 'gitlab', '-o', 'gl-code-quality-report.json']);
    assert.equal(out, '');
    assert.match(place.read('gl-code-quality-report.json'), /"check_name":"eponym-form"/u);
  });

  it('prints the report of --format where another goes into the file', async () => {
    const place = new Workplace(ARTICLE);
    const { out } = await place.run(['lint', '-f', 'compact', '-o', 'junit:junit.xml']);
    assert.match(out, /Error - /u);
    assert.match(place.read('junit.xml'), /^<\?xml/u);
  });

  it('writes no colours into a file', async () => {
    const place = new Workplace(ARTICLE);
    const { out } = await place.run(['lint', '-o', 'report.txt'], { env: { FORCE_COLOR: '1' }, columns: 60 });
    assert.match(out, /\u001b\[/u);
    assert.match(place.read('report.txt'), /^a\.md\n\n {2}✖ error/u);
    const { out: plain } = await place.run(['lint', '-o', 'report.txt']);
    assert.match(plain, /✖ error/u);
  });

  const formats: readonly (readonly [file: string, begins: RegExp])[] = [
    ['r.sarif', /^\{"\$schema"/u],
    ['r.json', /^\[\n\{"filePath"/u],
    ['r.jsonl', /^\{"filePath"/u],
    ['r.md', /^<!-- kossa-disable-file/u],
    ['r.HTM', /^<!doctype html>/u],
  ];
  for (const [file, begins] of formats) {
    it(`knows the format of ${file} by its ending`, async () => {
      const place = new Workplace(ARTICLE);
      await place.run(['lint', '-o', file]);
      assert.match(place.read(file), begins);
    });
  }

  const refused: readonly (readonly [what: string, argv: readonly string[], says: RegExp])[] = [
    ['an ending that names no format', ['-o', 'out.xml'], /say in which format, as in `--output junit:out\.xml`/u],
    ['an unknown format', ['-o', 'sarfi:out'], /unknown format; did you mean sarif\?.*write \.\/sarfi:out/u],
    ['the standard output', ['-o', 'sarif:-'], /write the name of a file/u],
    ['no name', ['-o', 'sarif:'], /write the name of a file/u],
    ['one file for two reports', ['-o', 'a.sarif', '-o', 'json:./a.sarif'], /another report goes into this file/u],
    ['an ending against --format', ['-f', 'json', '-o', 'a.html'], /--format json would go into this file/u],
    ['a folder', ['-o', 'sarif:folder'], /folder: the report cannot be written: this is a folder/u],
    ['a file as a folder', ['-o', 'sarif:b.txt/a'], /cannot be written: a part of its path is a file/u],
    ['an article', ['a.md', '-o', 'markdown:a.md'], /is an article to check/u],
  ];
  for (const [what, argv, says] of refused) {
    it(`refuses ${what}`, async () => {
      const place = new Workplace({ ...ARTICLE, 'b.txt': 'x' });
      mkdirSync(place.path('folder'));
      const { code, err, out } = await place.run(['lint', ...argv]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
      assert.equal(place.read('a.md'), ARTICLE['a.md']);
      assert.deepEqual(readdirSync(place.folder).sort(), ['a.md', 'b.txt', 'folder']);
    });
  }

  it('takes no report for an article, in this run or the next', async () => {
    const place = new Workplace(ARTICLE);
    const argv = ['lint', '--format', 'compact', '-o', 'markdown:report.md'];
    const first = await place.run(argv);
    const second = await place.run(argv);
    assert.equal(second.out, first.out);
    assert.doesNotMatch((await place.run(['lint', '--format', 'compact'])).out, /report\.md/u);
  });

  it('writes a whole report where nothing was found to read', async () => {
    const place = new Workplace();
    const { code } = await place.run(['lint', '-o', 'r.sarif']);
    assert.equal(code, 2);
    assert.doesNotThrow(() => JSON.parse(place.read('r.sarif')) as unknown);
  });

  it('leaves the old report where the run cannot begin', async () => {
    const place = new Workplace({ ...ARTICLE, 'r.json': 'old' });
    const { code } = await place.run(['lint', '-o', 'r.json', '--stdin', 'a.md']);
    assert.equal(code, 2);
    assert.equal(place.read('r.json'), 'old');
    assert.deepEqual(readdirSync(place.folder).sort(), ['a.md', 'r.json']);
  });
});

describe('a file that is written piece by piece', () => {
  after(removeWorkplaces);

  it('is there only when all of it is', async () => {
    const place = new Workplace({ 'out.txt': 'old' });
    const file = await OutputFile.open(place.path('out.txt'));
    await file.write('ne');
    assert.equal(place.read('out.txt'), 'old');
    await file.write('w');
    await file.commit();
    assert.equal(place.read('out.txt'), 'new');
    assert.deepEqual(readdirSync(place.folder), ['out.txt']);
  });

  it('leaves nothing behind where it is discarded', async () => {
    const place = new Workplace({ 'out.txt': 'old' });
    const file = await OutputFile.open(place.path('out.txt'));
    await file.write('new');
    await file.discard();
    assert.equal(place.read('out.txt'), 'old');
    assert.deepEqual(readdirSync(place.folder), ['out.txt']);
  });

  it('keeps the mode of the old one, and a link', async function () {
    if (process.platform === 'win32') this.skip();
    const place = new Workplace({ 'real.txt': 'old' });
    chmodSync(place.path('real.txt'), 0o640);
    symlinkSync(place.path('real.txt'), place.path('link.txt'));
    const file = await OutputFile.open(place.path('link.txt'));
    await file.write('new');
    await file.commit();
    assert.ok(lstatSync(place.path('link.txt')).isSymbolicLink());
    assert.equal(place.read('real.txt'), 'new');
    assert.equal(statSync(place.path('real.txt')).mode & 0o777, 0o640);
  });

  it('writes to what is no regular file as it is', async function () {
    if (process.platform === 'win32') this.skip();
    const file = await OutputFile.open('/dev/null');
    await file.write('new');
    await file.commit();
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });
});
