import assert from 'node:assert/strict';
import { displayWidth } from '../../cli/src/terminal.js';
import { removeWorkplaces, Workplace } from './kossa.js';

describe('kossa lint for people', () => {
  after(removeWorkplaces);

  it('shows place, words, reason and fix, then the sources and a summary', async () => {
    const place = new Workplace({ 'docs/a.md': '# Heart\n\nIt is a calcium blocker.\n', 'b.md': 'Fine.\n' });
    const { code, out, err } = await place.run(['lint', '--scope', 'always']);
    assert.equal(
      out,
      `docs/a.md

  ⚠ warning  line 3, column 9  avoided-term
      “calcium blocker”: write “calcium channel blocker”. It blocks channels,
      not calcium.
      It is a calcium blocker.
              ~~~~~~~~~~~~~~~
      Source: The Example Handbook of Words [1]
      Perhaps: Replace with \`calcium channel blocker\`

Sources

   [1] The Example Handbook of Words
       https://example.org/handbook

Rules (kossa rules NAME explains one here)

  avoided-term  https://github.com/kossa/kossa/blob/main/docs/rules/avoided-term.md

⚠ 1 finding (1 warning) in 1 of 2 files
`,
    );
    assert.deepEqual([code, err], [0, '']);
  });

  it('says that all is well', async () => {
    const { code, out } = await new Workplace({ 'a.md': 'Fine.\n' }).run(['lint', '--scope', 'always']);
    assert.deepEqual([code, out], [0, '✔ 1 file read, no findings\n']);
  });

  it('says in which articles the style rules rest', async () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`${number}.md`, 'Fine.\n']));
    const { out } = await new Workplace(files).run(['lint'], { columns: 110 });
    assert.match(out, /The style rules rest in 1\.md, 2\.md, 3\.md and 2 more/);
  });

  it('puts the marks under the words, also behind wide characters and far into a long line', async () => {
    const lines = [
      '日本 😀 e\u0301 Downs syndrome here',
      `${'many words '.repeat(60)}Downs syndrome${' and more'.repeat(60)}`,
      '\tDowns syndrome',
    ];
    for (const line of lines) {
      const { out } = await new Workplace({ 'a.md': `Fine.\n${line}\n` }).run(['lint', '--scope', 'always'], {
        columns: 60,
      });
      const shown = out.split('\n');
      const marks = shown.findIndex((one) => /^\s*~+$/.test(one));
      assert.notEqual(marks, -1, out);
      const before = shown[marks - 1]!.slice(0, shown[marks - 1]!.indexOf('Downs'));
      assert.equal(displayWidth(before), shown[marks]!.indexOf('~'));
      assert.match(shown[marks]!, /^ *~{14}$/);
    }
  });

  for (const columns of [50, 60, 80, 200]) {
    it(`keeps within ${columns} columns`, async () => {
      const text = `${'Diltiazem, '.repeat(30)}a calcium blocker ${'and so on '.repeat(40)}\n`;
      const { out } = await new Workplace({ 'a.md': text }).run(['lint'], { columns });
      const tooWide = out.split('\n').filter((line) => displayWidth(line) > columns && !line.includes('https://'));
      assert.deepEqual(tooWide, []);
    });
  }

  it('lets no text steer the terminal', async () => {
    const { out } = await new Workplace({ 'a.md': 'In \u001b[31mred\u001b[0m \u202eevil\u202c Downs syndrome.\n' }).run(
      ['lint'],
    );
    assert.doesNotMatch(out, /[\u001b\u202e\u202c]/);
  });

  const colors: readonly (readonly [
    what: string,
    argv: readonly string[],
    env: Record<string, string>,
    colored: boolean,
  ])[] = [
    ['no colour where the output is no terminal', [], {}, false],
    ['colour when asked', ['--color'], {}, true],
    ['colour before the command', [], { FORCE_COLOR: '1' }, true],
    ['no colour with NO_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['the flag before NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['no colour when asked', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ];
  for (const [what, argv, env, colored] of colors) {
    it(`uses ${what}`, async () => {
      const { out } = await new Workplace({ 'a.md': 'Downs syndrome.\n' }).run(['lint', ...argv], { env });
      assert.equal(out.includes('\u001b['), colored);
    });
  }
});

describe('the exit code of kossa lint', () => {
  after(removeWorkplaces);

  const cases: readonly (readonly [what: string, text: string, argv: readonly string[], code: number])[] = [
    ['0 without findings', 'Fine.\n', [], 0],
    ['0 with warnings only', 'A calcium blocker.\n', [], 0],
    ['1 with an error', 'Downs syndrome.\n', [], 1],
    ['0 where the rule is off', 'Downs syndrome.\n', ['--rule', 'eponym-form:off'], 0],
    ['0 where the rule is a hint', 'Downs syndrome.\n', ['--rule', 'eponym-form:hint'], 0],
    ['1 where the warning is an error', 'A calcium blocker.\n', ['--rule', 'avoided-term:error'], 1],
    ['1 with more warnings than allowed', 'A calcium blocker.\n', ['--max-warnings', '0'], 1],
    ['0 with as many warnings as allowed', 'A calcium blocker.\n', ['--max-warnings', '1'], 0],
    ['1 with more warnings than allowed, though quiet', 'A calcium blocker.\n', ['--quiet', '--max-warnings', '0'], 1],
    ['0 when fixed', 'Downs syndrome.\n', ['--fix'], 0],
    ['2 with a setting that is none', 'Fine.\n', ['--config', 'bad.json'], 2],
  ];
  for (const [what, text, argv, code] of cases) {
    it(`is ${what}`, async () => {
      const place = new Workplace({ 'a.md': text, 'bad.json': '{"sytle": "us"}' });
      assert.equal((await place.run(['lint', ...argv])).code, code);
    });
  }

  it('leaves all but errors out of a quiet report', async () => {
    const place = new Workplace({ 'a.md': 'A calcium blocker in Downs syndrome.\n' });
    assert.deepEqual(
      (await place.lintJson(['--quiet']))['a.md']!.map(({ severity }) => severity),
      ['error'],
    );
  });
});
