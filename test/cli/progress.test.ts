import assert from 'node:assert/strict';
import { Progress } from '../../cli/src/progress.js';
import { run } from '../../cli/src/run.js';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, TODAY, Workplace } from './kossa.js';

/** What a terminal gets, from both streams in its order. */
async function terminal(argv: readonly string[], env: Record<string, string> = {}, isTTY = true): Promise<string> {
  const files = Array.from({ length: 60 }, (_, index) => [`${index}.md`, index === 30 ? 'Downs syndrome.\n' : 'x\n']);
  const place = new Workplace(Object.fromEntries(files) as Record<string, string>);
  let got = '';
  const stream = { isTTY, columns: 80, write: (text: string) => (got += text) !== '' };
  await run(['lint', '--no-color', '--format', 'compact', ...argv], {
    stdout: stream,
    stderr: stream,
    stdin: (async function* () {})(),
    cwd: place.folder,
    env,
    today: TODAY,
    version: '9.9.9',
    dataFolder: stubDataFolder(),
  });
  return got;
}

describe('the progress of a run', () => {
  after(removeWorkplaces);

  it('is one line that gives way to the report and leaves nothing behind', async () => {
    const got = await terminal([]);
    assert.match(got, /\r\u001b\[2KChecking articles: 50% of 60/u);
    const lines = got.split('\n');
    assert.match(lines[0]!, /\r\u001b\[2K\/[^\r]*30\.md: line 1/u);
    assert.ok(got.endsWith('\r\u001b[2K'), 'the line is gone at the end');
  });

  for (const [what, argv, env, isTTY] of [
    ['in CI', [], { CI: 'true' }, true],
    ['with --quiet', ['--quiet'], {}, true],
    ['in a pipe', [], {}, false],
    ['on a dumb terminal', [], { TERM: 'dumb' }, true],
  ] as const) {
    it(`is not shown ${what}`, async () => {
      assert.doesNotMatch(await terminal(argv, env, isTTY), /Checking|\u001b/u);
    });
  }

  it('is not shown of a short run', () => {
    const written: string[] = [];
    const stderr = { isTTY: true, write: (text: string) => written.push(text) > 0 };
    const progress = new Progress(
      { stdout: stderr, stderr, stdin: (async function* () {})(), cwd: '/', env: {}, today: TODAY, version: '1' },
      false,
    );
    progress.show(10, 49);
    progress.hide();
    assert.deepEqual(written, []);
  });
});
