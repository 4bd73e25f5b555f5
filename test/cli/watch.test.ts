import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../cli/src/run.js';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, TODAY, Workplace } from './kossa.js';

/** A run that goes on until it is interrupted. */
class Watched {
  readonly ended: Promise<number>;
  #out = '';
  #interrupt: () => void = () => undefined;

  constructor(place: Workplace, ...flags: string[]) {
    const collect = { write: (text: string) => (this.#out += text) !== '' };
    this.ended = run(['lint', '--watch', '--format', 'compact', ...flags], {
      stdout: collect,
      stderr: collect,
      stdin: (async function* () {})(),
      cwd: place.folder,
      env: {},
      today: TODAY,
      version: '9.9.9',
      dataFolder: stubDataFolder(),
      onInterrupt: (listener) => (this.#interrupt = listener),
    });
  }

  /** What is said until it matches, and from now on no more. */
  async says(pattern: RegExp): Promise<string> {
    for (let tries = 0; !pattern.test(this.#out); tries++) {
      assert.ok(tries < 1500, `expected ${pattern.source} in: ${this.#out}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const said = this.#out;
    this.#out = '';
    return said;
  }

  interrupt(): Promise<number> {
    this.#interrupt();
    return this.ended;
  }
}

describe('kossa lint --watch', () => {
  after(removeWorkplaces);

  it('lints all, then what changes, comes and goes, and ends with how it stands', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n', 'b.md': 'Text.\n', 'c.txt': 'x' });
    const watched = new Watched(place);
    assert.match(
      await watched.says(/1 finding in 1 of 2 articles\. Watching for changes; Ctrl\+C ends it/u),
      /a\.md: line 1/u,
    );
    place.write('b.md', 'Downs syndrome. Downs syndrome.\n');
    const said = await watched.says(/3 findings in 2 of 2 articles/u);
    assert.match(said, /b\.md: line 1/u);
    assert.doesNotMatch(said, /a\.md/u);
    place.write('sub/new.md', 'Downs syndrome.\n');
    await watched.says(/4 findings in 3 of 3 articles/u);
    rmSync(place.path('b.md'));
    await watched.says(/2 findings in 2 of 2 articles/u);
    place.write('a.md', 'Text.\n');
    await watched.says(/1 finding in 1 of 2 articles/u);
    place.write('sub/new.md', 'Text.\n');
    await watched.says(/0 findings in 0 of 2 articles/u);
    assert.equal(await watched.interrupt(), 0);
  });

  it('lints all again where a configuration changes', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n', 'b.md': 'Downs syndrome.\n' });
    const watched = new Watched(place);
    await watched.says(/2 findings in 2 of 2 articles/u);
    place.write('.kossarc.json', '{ "ignores": ["b.md"] }');
    await watched.says(/1 finding in 1 of 1 article\b/u);
    assert.equal(await watched.interrupt(), 1);
  });

  it('ends with 2 where something cannot be read', async () => {
    const place = new Workplace({ 'a.md': 'Text.\n' });
    const watched = new Watched(place);
    await watched.says(/0 findings in 0 of 1 article\b/u);
    place.write('a.md', Buffer.from([0xff]));
    await watched.says(/UTF-8[^]*Watching/u);
    assert.equal(await watched.interrupt(), 2);
  });

  for (const flag of ['--stdin', '--fix', '--fix-dry-run', '-o=x.json', '--shard=1/2']) {
    it(`does not go together with ${flag}`, async () => {
      const { code, err } = await new Workplace({ 'a.md': 'x\n' }).run(['lint', '--watch', ...flag.split('=')]);
      assert.equal(code, 2);
      assert.match(err, /--watch does not go together with --|--stdin has none|--stdin checks/u);
    });
  }
});

describe('kossa lint --watch in a process of its own', () => {
  after(removeWorkplaces);

  for (const [signal, text, code] of [
    ['SIGINT', 'It is Pagets disease.\n', 1],
    ['SIGTERM', 'Text.\n', 0],
  ] as const) {
    it(`ends with ${code} on ${signal}`, async () => {
      const place = new Workplace({ 'a.md': text });
      const command = path.resolve(import.meta.dirname, '../../dist/cli.mjs');
      const child = spawn(process.execPath, [command, 'lint', '--watch'], { cwd: place.folder });
      let said = '';
      child.stderr.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes('Watching')) child.kill(signal);
      });
      assert.equal(await new Promise((resolve) => child.on('close', resolve)), code);
    });
  }
});
