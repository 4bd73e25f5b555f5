// The command as it is shipped: one process each, with the shipped data.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { removeWorkplaces, Workplace } from './kossa.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = path.join(ROOT, 'dist/cli.mjs');

describe('the bundled command', () => {
  before(() => {
    for (const file of [
      'dist/cli.mjs',
      'dist/data/terminology.json',
      'dist/data/words.bin',
      'dist/data/assertions.bin',
    ]) {
      if (!existsSync(path.join(ROOT, file))) throw new Error(`${file} is missing: run \`npm run build\` first`);
    }
  });
  after(removeWorkplaces);

  it('answers --version with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const { status, stdout } = kossa(['--version'], ROOT);
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
  });

  it('answers --version from its small first file', () => {
    const source = readFileSync(COMMAND, 'utf8');
    assert.ok(source.length < 5000, `${source.length} characters`);
    assert.doesNotMatch(source, /from\s*["']\./);
  });

  it('helps', () => {
    const { status, stdout } = kossa([], ROOT);
    assert.equal(status, 0);
    assert.match(stdout, /Usage: kossa/);
  });

  it('lints with the shipped terminology', () => {
    const place = new Workplace({ 'a.md': '# Calcinosis cutis\n\nCalcinosis cutis is found in Pagets disease.\n' });
    const { status, stdout, stderr } = kossa(['lint', '--format', 'json'], place.folder);
    assert.deepEqual([status, stderr], [1, '']);
    const [article] = JSON.parse(stdout) as [{ filePath: string; messages: readonly { ruleId: string }[] }];
    assert.equal(path.basename(article.filePath), 'a.md');
    assert.ok(article.messages.some(({ ruleId }) => ruleId === 'eponym-form'));
  });

  it('writes what it fixes, and a baseline', () => {
    const place = new Workplace({ 'a.md': 'Pagets disease.\n' });
    const flags = ['--baseline', 'known.json', '--update-baseline'];
    assert.equal(kossa(['lint', ...flags], place.folder).status, 0);
    assert.match(place.read('known.json'), /"rule":"eponym-form"/);
    assert.equal(kossa(['lint', '--fix'], place.folder).stderr, '');
    assert.doesNotMatch(place.read('a.md'), /Pagets/);
  });

  it('writes all of a long report into a pipe before it ends', () => {
    const count = 3000;
    const place = new Workplace({ 'a.md': 'It is Pagets disease.\n\n'.repeat(count) });
    const { stdout } = kossa(['lint', '--format', 'json', '--rule', 'inconsistent-term:off'], place.folder);
    const [article] = JSON.parse(stdout) as [{ messages: readonly { ruleId: string }[] }];
    assert.equal(article.messages.filter(({ ruleId }) => ruleId === 'eponym-form').length, count);
  });

  it('is quiet where the reader of its report leaves early', async () => {
    const place = new Workplace({ 'a.md': 'It is Pagets disease.\n\n'.repeat(2000) });
    const child = spawn(process.execPath, [COMMAND, 'lint', '--format', 'json'], { cwd: place.folder });
    let complaints = '';
    child.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([code, complaints], [1, '']);
  });

  it('writes the reports of many articles without a word on standard error', () => {
    const text = 'It is Pagets disease.\n\n'.repeat(100);
    const place = new Workplace(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.md`, text])));
    const { stdout, stderr } = kossa(['lint', '--format', 'json'], place.folder);
    assert.equal((JSON.parse(stdout) as unknown[]).length, 40);
    assert.equal(stderr, '');
  });

  it('reads a pipe', () => {
    const { status, stdout } = kossa(['lint', '--stdin'], ROOT, 'It is Pagets disease.\n');
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>\n/);
  });

  it('ends with 2 and one line where a file is missing', () => {
    const { status, stdout, stderr } = kossa(['lint', 'none.md'], ROOT);
    assert.deepEqual(
      [status, stdout, stderr],
      [2, '', 'kossa: none.md: there is no such file or folder: check the name\n'],
    );
  });
});

function kossa(
  argv: readonly string[],
  cwd: string,
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, [COMMAND, ...argv], { cwd, input, env, encoding: 'utf8', maxBuffer: 100_000_000 });
}
