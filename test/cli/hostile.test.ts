// Files that nobody means well with: bounded time and memory, and words that say what to do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { removeWorkplaces, Workplace } from './kossa.js';

const COMMAND = path.resolve(import.meta.dirname, '../../dist/cli.mjs');

describe('kossa lint and files that nobody means well with', function () {
  this.timeout(60_000);
  after(removeWorkplaces);

  it('follows no links in folders, be they circles or ways out', async () => {
    const outside = new Workplace({ 'secret.md': 'Downs syndrome.\n' });
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n', 'sub/b.md': 'x\n' });
    symlinkSync('..', place.path('sub/up'));
    symlinkSync('.', place.path('here'));
    symlinkSync('loop', place.path('loop'));
    symlinkSync(outside.folder, place.path('out'));
    for (const names of [[], ['**/*.md'], ['sub']]) {
      const { out } = await place.run(['lint', '--format', 'json', ...names]);
      const files = (JSON.parse(out) as { filePath: string }[]).map(({ filePath }) =>
        path.relative(place.folder, filePath),
      );
      assert.deepEqual(files, names[0] === 'sub' ? ['sub/b.md'] : ['a.md', 'sub/b.md']);
    }
    const { code, err } = await place.run(['lint', 'loop']);
    assert.deepEqual([code, err], [2, 'kossa: loop: cannot be read: its links lead in a circle\n']);
  });

  it('tells of what is no file, or may not be read, and goes on', async function () {
    if (process.getuid?.() === 0) return refusesAFolder();
    const place = new Workplace({ 'a.md': 'x\n', 'b.md': 'x\n' });
    chmodSync(place.path('a.md'), 0);
    const { code, out, err } = await place.run(['lint', '--format', 'json']);
    assert.equal(code, 2);
    assert.match(out, /b\.md/u);
    assert.match(err, /^kossa: a\.md: cannot be read: you lack the permission/u);
  });

  it('tells of names with line breaks and turned letters in one harmless line', async () => {
    const place = new Workplace({
      'a\n::error ::b\u202e.md': 'Downs syndrome.\n',
      'c\u001b[31m.md': Buffer.from([0xff]),
    });
    for (const format of ['stylish', 'compact', 'github', 'markdown']) {
      const { out, err } = await place.run(['lint', '--format', format]);
      assert.doesNotMatch(out + err, /[\u202e\u001b]|^::error ::b/mu, format);
    }
    await place.run(['lint', '--shard', '1/1', '--cache']);
    const one = await place.run(['lint', '--format', 'json']);
    const merged = await place.run(['merge', 'kossa-shard-1-of-1.jsonl', '--format', 'json']);
    assert.deepEqual([merged.out, merged.code], [one.out, one.code]);
  });

  it('reads and writes nothing that a mergeable report names, wherever that lies', async () => {
    const place = new Workplace({ 'in/a.md': 'Downs syndrome.\n' });
    await place.run(['lint', '--shard', '1/1'], { cwd: 'in' });
    const report = place
      .read('in/kossa-shard-1-of-1.jsonl')
      .replace('"file":"a.md"', '"file":"../../../../none/of/ours.md"');
    place.write('in/kossa-shard-1-of-1.jsonl', report);
    const { code, out, err } = await place.run(['merge', 'kossa-shard-1-of-1.jsonl'], { cwd: 'in' });
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /ours\.md\n/u);
    assert.ok(!existsSync('/none'));
  });

  const deep: readonly (readonly [what: string, text: string])[] = [
    ['quotations', `${'>'.repeat(5_000)} deep\n`],
    ['lists, line by line', Array.from({ length: 400 }, (_, level) => `${' '.repeat(2 * level)}- x`).join('\n')],
    ['lists in one line', `${'- '.repeat(400)}x\n`],
    ['numbered lists in quotations', `${'> 1. '.repeat(200)}x\n`],
  ];
  for (const [what, text] of deep) {
    it(`refuses ${what} that nobody can follow, and says so`, async () => {
      const place = new Workplace({ 'a.md': text, 'b.md': 'Downs syndrome.\n' });
      const { code, out, err } = await place.run(['lint', '--format', 'compact']);
      assert.equal(code, 2);
      assert.match(out, /b\.md/u);
      assert.match(err, /^kossa: a\.md: has lists or quotations in each other deeper than 150 levels/u);
    });
  }

  it('reads what only looks deep', async () => {
    const flat = [
      `${'- '.repeat(300)}`,
      '-'.repeat(400),
      `${' '.repeat(400)}far to the right`,
      `${'> '.repeat(100)}deep, yet not too deep`,
      '1234567890'.repeat(40),
    ];
    const place = new Workplace({ 'a.md': `${flat.join('\n\n')}\n\nDowns syndrome.\n` });
    const { code, err } = await place.run(['lint', '--format', 'compact']);
    assert.deepEqual([code, err], [1, '']);
  });

  const large: readonly (readonly [what: string, text: string])[] = [
    ['a line of a megabyte', `${'Plain words in one line. '.repeat(39_000)}\n`],
    ['a word of a megabyte', `${'a'.repeat(990_000)}\n`],
    ['a hundred thousand directives', '<!--kossa-disable-next-line-->\n'.repeat(100_000)],
    ['very many directives in one line', `It is ${'<!-- kossa-disable-line -->'.repeat(20_000)} so.\n`],
    ['very many directives for the file', `${'<!-- kossa-disable-file eponym-form -->\n'.repeat(20_000)}\nText.\n`],
    ['very many unknown directives', '<!-- kossa-disable-lin wrong-wrd -->\n'.repeat(10_000)],
    ['very many allowed words', `${'<!-- kossa-allow abc -->\n'.repeat(20_000)}\nDowns syndrome.\n`],
    ['very many entities', `${'&CounterClockwiseContourIntegral;&#x41;&amp;'.repeat(20_000)}\n`],
  ];
  for (const [what, text] of large) {
    it(`bounds ${what}`, () => {
      assert.ok(text.length > 350_000 && text.length < 4_000_000);
      const place = new Workplace({ 'a.md': text });
      // A process of its own, with less memory than Node takes by itself.
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=600', COMMAND, 'lint', '--quiet', '--format', 'compact'],
        { cwd: place.folder, encoding: 'utf8', timeout: 50_000, maxBuffer: 1e9 },
      );
      assert.deepEqual([status === 0 || status === 1, stderr], [true, '']);
    });
  }

  it('resolves no aliases of aliases in front matter or in a configuration', async () => {
    const names = [...'abcdefghijklmnop'];
    const bomb = names
      .map(
        (name, index) =>
          `${name}: &${name} [${Array(9)
            .fill(index === 0 ? 'x' : `*${names[index - 1]!}`)
            .join(', ')}]`,
      )
      .join('\n');
    const place = new Workplace({ 'a.md': `---\n${bomb}\n---\n\nDowns syndrome.\n` });
    assert.equal((await place.run(['lint'])).code, 1);
    place.write('.kossarc.yaml', `${bomb}\n`);
    const { code, err } = await place.run(['lint']);
    assert.equal(code, 2);
    assert.ok(err.length < 20_000);
  });

  it('asks the network for nothing', () => {
    const place = new Workplace({
      'a.md':
        '![x](http://192.0.2.1/x.png) [y](https://example.invalid) <img src="//example.invalid/z">\n\nPagets disease.\n',
      '.kossarc.json': '{ "$schema": "https://example.invalid/schema.json" }',
      'guard.mjs': GUARD,
    });
    const kossa = (...argv: string[]): string => {
      const { stderr, status } = spawnSync(process.execPath, ['--import', place.path('guard.mjs'), COMMAND, ...argv], {
        cwd: place.folder,
        encoding: 'utf8',
      });
      assert.ok(status === 0 || status === 1, stderr);
      return stderr;
    };
    const runs = [
      ['lint', '--cache', '--jobs', '2', '-o', 'r.html', '-o', 'sarif:r', '--shard', '1/1'],
      ['merge', 'kossa-shard-1-of-1.jsonl'],
      ['lint', '--fix', '--format', 'github'],
      ['define', 'calcinosis'],
      ['terms'],
      ['glossary'],
      ['rules'],
      ['config', 'a.md'],
    ];
    for (const argv of runs) assert.equal(kossa(...argv), '', argv.join(' '));
    assert.match(kossaThatAsks(place), /network/u);
  });
});

/** Every way out of Node, in the main thread and in others, is a complaint. */
const GUARD = `
import { syncBuiltinESMExports } from 'node:module';
import dns from 'node:dns';
import net from 'node:net';
import dgram from 'node:dgram';
const refuse = (what) => () => {
  process.stderr.write('the network was asked: ' + what + '\\n');
  process.exit(99);
};
net.Socket.prototype.connect = refuse('a socket');
dgram.createSocket = refuse('a datagram');
dns.lookup = dns.resolve = refuse('a name');
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();
`;

/** The guard itself is tested: what asks is told. */
function kossaThatAsks(place: Workplace): string {
  const asks = "await import('node:http').then(({ get }) => get('http://127.0.0.1:9/'));";
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', place.path('guard.mjs'), '--input-type=module', '-e', asks],
    { encoding: 'utf8' },
  );
  return stderr;
}

/** To the administrator every file is open, so that a folder stands for a file that cannot be read. */
async function refusesAFolder(): Promise<void> {
  const place = new Workplace({ 'b.md': 'x\n' });
  mkdirSync(place.path('a.md'));
  const { code, err } = await place.run(['lint', 'a.md', 'b.md']);
  assert.equal(code, 0);
  assert.match(err, /a\.md: no Markdown file/u);
}
