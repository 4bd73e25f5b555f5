// Threads, and runs that meet: the built command, one real process each.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { removeWorkplaces, Workplace } from './kossa.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMAND = path.join(ROOT, 'dist/cli.mjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(place: Workplace, argv: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [COMMAND, 'lint', ...argv], {
    cwd: place.folder,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A character may be cut in two where one part ends.
  const parts: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => parts[0].push(part));
  child.stderr.on('data', (part: Buffer) => parts[1].push(part));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(parts[0]).toString(), err: Buffer.concat(parts[1]).toString() }),
    );
  });
  return { child, ended };
}

function run(place: Workplace, ...argv: string[]): Promise<Ended> {
  return start(place, argv).ended;
}

/** Articles of different lengths, so that threads do not end in the order in which they began. */
function articles(count: number): Workplace {
  const files = Array.from({ length: count }, (_, index) => [
    `${index % 7}/${index}.md`,
    `# Page ${index}\n\n${`It is Pagets disease, ${index}. Calcium salts lie in the skin.\n\n`.repeat(1 + ((index * 37) % 60))}`,
  ]);
  return new Workplace(Object.fromEntries(files) as Record<string, string>);
}

describe('kossa lint --jobs', function () {
  this.timeout(60_000);
  before(() => {
    if (!existsSync(COMMAND)) throw new Error('dist/cli.mjs is missing: run `npm run build` first');
  });
  after(removeWorkplaces);

  it('gives with threads what one process gives, in the same order', async () => {
    const place = articles(60);
    const one = await run(place, '--format', 'json', '--jobs', '1');
    assert.equal((JSON.parse(one.out) as unknown[]).length, 60);
    assert.deepEqual(await run(place, '--format', 'json', '--jobs', '3'), one);
  });

  it('tells of files that cannot be read where they stand, and goes on', async () => {
    const place = articles(12);
    place.write('0/broken.md', Buffer.from([0x61, 0xff, 0x0a]));
    place.write('3/.kossarc.json', '{ "ruls": {} }');
    const one = await run(place, '--jobs', '1');
    assert.equal(one.code, 2);
    assert.match(one.err, /0\/broken\.md: .*UTF-8[^]*3\/\.kossarc\.json:1:3: /u);
    assert.deepEqual(await run(place, '--jobs', '2'), one);
  });

  it('fixes with threads what one process fixes', async () => {
    const [one, two] = [articles(20), articles(20)];
    const { out, code } = await run(one, '--fix', '--jobs', '1');
    const other = await run(two, '--fix', '--jobs', '2', '--cache');
    assert.deepEqual([other.out, other.code], [out, code]);
    for (const name of ['0/0.md', '1/1.md', '6/13.md']) {
      assert.doesNotMatch(two.read(name), /Pagets/u);
      assert.equal(two.read(name), one.read(name));
    }
  });

  for (const value of ['0', '-1', 'x', '1.5', '1000']) {
    it(`refuses --jobs ${value}`, async () => {
      const { code, err } = await run(new Workplace({ 'a.md': 'x\n' }), `--jobs=${value}`);
      assert.equal(code, 2);
      assert.match(err, /Write a number from 1 to 999, or auto/u);
    });
  }

  it('lets two runs use one cache at once', async () => {
    const place = articles(40);
    const { out, code } = await run(place, '--format', 'json', '--jobs', '1');
    const cached = ['--format', 'json', '--cache'];
    const both = await Promise.all([run(place, ...cached, '--jobs', '1'), run(place, ...cached, '--jobs', '2')]);
    for (const outcome of both) assert.deepEqual(outcome, { out, code, err: '' });
    const third = await run(place, ...cached, '--debug');
    assert.equal(third.out, out);
    assert.match(third.err, /40 of 40 texts were known/u);
  });

  it('leaves a cache that works, no half report and no half article where it is killed', async () => {
    const place = articles(150);
    const flags = ['--cache', '--jobs', '2', '--fix', '-o', 'json:report.json'];
    place.write('report.json', 'the old one');
    const { child, ended } = start(place, flags);
    await until(() => existsSync(place.path('.kossacache')) && statSync(place.path('.kossacache')).size > 0);
    child.kill('SIGKILL');
    await ended;
    assert.equal(place.read('report.json'), 'the old one');
    for (const folder of readdirSync(place.folder).filter((name) => /^\d$/u.test(name))) {
      for (const name of readdirSync(place.path(folder)).filter((file) => file.endsWith('.md'))) {
        const text = readFileSync(place.path(`${folder}/${name}`), 'utf8');
        assert.ok(text.includes('Pagets') !== text.includes('Paget disease'), `${name} is half fixed`);
        assert.ok(text.endsWith('skin.\n\n'), `${name} is cut`);
      }
    }
    const cached = await run(place, '--cache', '--debug', '--format', 'json');
    assert.doesNotMatch(cached.err, /^kossa: \.kossacache: 0 of/mu);
    assert.equal(cached.out, (await run(place, '--format', 'json')).out);
    const again = await run(place, '--cache', '--debug', '--format', 'json');
    assert.match(again.err, /^kossa: \.kossacache: 150 of 150 texts were known to the cache\n$/u);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
