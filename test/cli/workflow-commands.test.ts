// What an article says must not command the runner of GitHub Actions, whatever the format.
import assert from 'node:assert/strict';
import { FORMATS } from '../../cli/src/reports/formats.js';
import { withoutCommands } from '../../cli/src/workflow-commands.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const ATTACKS = ['::error::forged', '::add-mask::the', '##[error]forged', '::stop-commands::x', '::x::'];
const ACTIONS = { GITHUB_ACTIONS: 'true' };

/** The commands that the runner obeys, read as its source does: `::name` after spaces, `##[name]` anywhere. */
function obeyed(log: string): string[] {
  const commands: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/u)) {
    const [, name, data] = /^\s*::([^\s:]+)(?: [^:]*)?::(.*)$/u.exec(line) ?? [];
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
    } else if (name === 'stop-commands') stopped = data;
    else if (name !== undefined) commands.push(name);
    else for (const [, old] of line.matchAll(/##\[([a-z-]+)[^\]]*\]/gu)) commands.push(old!);
  }
  assert.equal(stopped, undefined, 'commands are obeyed again at the end');
  return commands;
}

describe('in GitHub Actions', () => {
  after(removeWorkplaces);

  /** Findings on lines that begin with an attack, quoted in messages, and in names of files. */
  function hostile(): Workplace {
    const lines = ATTACKS.flatMap((attack) => [
      `${attack} Downs syndrome`,
      '',
      `Down's ${attack} in Downs syndrome.`,
      '',
    ]);
    return new Workplace({
      'a.md': `${lines.join('\n')}\n`,
      '##[error]b.md': `${lines.join('\n')}\n`,
      '::error::c.md': `${lines.join('\n')}\n`,
    });
  }

  it('the reader of logs would obey what an article says, without a guard', () => {
    assert.deepEqual(obeyed('      ::error::forged\nx ##[error]forged'), ['error', 'error']);
  });

  for (const format of Object.keys(FORMATS)) {
    it(`no article commands the runner: ${format}`, async () => {
      const { out, err } = await hostile().run(['lint', '--format', format], { env: ACTIONS });
      assert.match(out, /forged|stop-commands|Downs/, 'the attack is in the report');
      const expected = format === 'github' ? ['error', 'warning', 'notice'] : [];
      assert.deepEqual(
        obeyed(out).filter((name) => !expected.includes(name)),
        [],
      );
      if (format === 'github') assert.doesNotMatch(out, /^::error::/m, 'only commands with a place');
      assert.deepEqual(obeyed(err), []);
    });
  }

  for (const argv of [
    ['lint', '--fix-dry-run'],
    ['explain', 'a.md:1'],
    ['terms'],
    ['config', '::error::c.md'],
    ['words', 'explain', '::error::x', '##[error]x'],
    ['lint', '::error::none.md', '##[error]none.md'],
    ['lint', '--config', '##[error]none.yaml'],
    ['define', '::error::x'],
  ]) {
    it(`nor with kossa ${argv.join(' ')}`, async () => {
      const { out, err } = await hostile().run(argv, { env: ACTIONS });
      assert.deepEqual([obeyed(out), obeyed(err)], [[], []]);
    });
  }

  it('what is for programs has no line more than elsewhere', async () => {
    for (const format of ['json', 'jsonl', 'rdjsonl', 'gitlab', 'sarif', 'junit', 'checkstyle', 'markdown']) {
      const place = hostile();
      const [here, there] = await Promise.all(
        [ACTIONS, {}].map((env) => place.run(['lint', '--format', format], { env })),
      );
      assert.equal(here!.out, there!.out);
    }
  });

  it('what is for people is the same between the two lines of the guard, whose token differs each time', async () => {
    const place = hostile();
    const plain = (await place.run(['lint'])).out;
    const tokens = new Set<string>();
    for (let run = 0; run < 2; run++) {
      const { out } = await place.run(['lint'], { env: ACTIONS });
      const [, token, inner] = /^::stop-commands::([0-9a-f-]{36})\n([\s\S]*)::\1::\n$/u.exec(out)!;
      assert.equal(inner, plain);
      tokens.add(token!);
    }
    assert.equal(tokens.size, 2);
  });

  it('a text that commands nothing stays as it is', () => {
    const text = 'a::b\n x :: y\n# [a](b)\n#[1]\n';
    assert.equal(withoutCommands(text), text);
  });
});
