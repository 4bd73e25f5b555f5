// What V8 compiled of the command is kept from one process to the next, and never in anybody's way.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';

const COMMAND = path.join(projectRoot, 'dist/cli.mjs');
const ARGUMENTS = [COMMAND, 'lint', '--stdin', '--format', 'json'];
const ARTICLE = 'It is Pagets disease.\n';

describe('the code of the command', function () {
  this.timeout(20_000);
  let folder: string;

  before(() => {
    if (!existsSync(COMMAND)) throw new Error('dist/cli.mjs is missing: run `npm run build` first');
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-code-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is kept by the first process and taken by the second', () => {
    const first = lint();
    const [file] = kept();
    const made = statSync(file!).mtimeMs;
    const second = lint();
    assert.equal(second.stdout, first.stdout);
    assert.match(first.stdout, /eponym-form/);
    assert.deepEqual(kept(), [file]);
    assert.equal(statSync(file!).mtimeMs, made, 'what is kept already is not made again');
  });

  it('is made again where what was kept is damaged', () => {
    const { stdout } = lint();
    const [file] = kept();
    const whole = readFileSync(file!);
    // V8 itself ends the process when it meets such data.
    for (const damaged of [whole.fill(0x55, 5000, 5100), whole.subarray(0, 5000), Buffer.alloc(0), Buffer.alloc(9)]) {
      writeFileSync(file!, damaged);
      assert.deepEqual(lint(), { status: 1, stdout, stderr: '' });
      assert.ok(statSync(file!).size > 100_000);
    }
  });

  it('is not kept where the user says so', () => {
    assert.equal(lint({ NODE_DISABLE_COMPILE_CACHE: '1' }).status, 1);
    assert.deepEqual(kept(), []);
  });

  it('is not kept where there is no place for it, and nobody hears of it', () => {
    const blocked = path.join(folder, 'blocked');
    writeFileSync(blocked, '');
    const { status, stderr } = lint({ XDG_CACHE_HOME: blocked, LOCALAPPDATA: blocked, HOME: blocked });
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('comes out whole where several processes keep it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => lintAtOnce()));
    assert.equal(new Set(answers).size, 1);
    assert.equal(kept().length, 1);
    assert.match(lint().stdout, /eponym-form/);
  });

  it('of versions that are long gone is removed', () => {
    mkdirSync(placeOf(), { recursive: true });
    const old = path.join(placeOf(), 'cli-body-OLD.cjs-1234.v8');
    const foreign = path.join(placeOf(), 'notes.txt');
    const longAgo = new Date('2020-01-01');
    for (const file of [old, foreign]) {
      writeFileSync(file, '');
      utimesSync(file, longAgo, longAgo);
    }
    lint();
    assert.deepEqual([existsSync(old), existsSync(foreign)], [false, true]);
  });

  function lint(environment: NodeJS.ProcessEnv = {}) {
    const env = { ...ownEnvironment(), ...environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, ARGUMENTS, {
      env,
      input: ARTICLE,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  function lintAtOnce(): Promise<string> {
    const child = spawn(process.execPath, ARGUMENTS, { env: ownEnvironment() });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stdin.end(ARTICLE);
    return new Promise((resolve) => child.once('close', () => resolve(output)));
  }

  function ownEnvironment(): NodeJS.ProcessEnv {
    const { NODE_DISABLE_COMPILE_CACHE: _, ...others } = process.env;
    return { ...others, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder, NO_COLOR: '1' };
  }

  function placeOf(): string {
    return path.join(folder, process.platform === 'darwin' ? 'Library/Caches/kossa' : 'kossa');
  }

  function kept(): readonly string[] {
    return existsSync(placeOf()) ? readdirSync(placeOf()).map((name) => path.join(placeOf(), name)) : [];
  }
});
