import assert from 'node:assert/strict';
import { articleWithMany, hostileArticle, reportContext, reportOver, summaryOf } from './hostile-article.js';
import { removeWorkplaces, Workplace } from './kossa.js';
import { FORMATS } from '../../cli/src/reports/formats.js';

interface Command {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner of GitHub Actions does. @throws where it is no command */
function readCommand(line: string): Command {
  const [, level = '', list = '', data = ''] = /^::(error|warning|notice) ([^:]*)::(.*)$/u.exec(line) ?? [];
  assert.notEqual(level, '', line);
  const decode = (text: string): string =>
    text.replace(/%(0A|0D|3A|2C|25)/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return {
    level,
    properties: Object.fromEntries(
      list.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: decode(data),
  };
}

function commandsOf(text: string): readonly Command[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readCommand);
}

describe('kossa lint --format github', () => {
  after(removeWorkplaces);

  it('annotates the place with message, reason and fix', async () => {
    const place = new Workplace({ 'docs/a, b.md': 'Fine.\n\nA calcium blocker.\n' });
    const { out } = await place.run(['lint', '--format', 'github', '--scope', 'always']);
    const [command, ...others] = commandsOf(out);
    assert.deepEqual(
      [others.length, command!.level, command!.properties],
      [
        0,
        'warning',
        { file: 'docs/a, b.md', line: '3', endLine: '3', col: '3', endColumn: '18', title: 'Kossa: avoided-term' },
      ],
    );
    assert.match(command!.message, /^“calcium blocker”: .*\nPerhaps: Replace with .*\nhttps:\/\//u);
  });

  it('names the files from the top of the repository', async () => {
    const place = new Workplace({ 'docs/a.md': 'Downs syndrome.\n' });
    const env = { GITHUB_WORKSPACE: place.folder };
    const { out } = await place.run(['lint', '--format', 'github'], { cwd: 'docs', env });
    assert.equal(commandsOf(out)[0]!.properties['file'], 'docs/a.md');
  });

  for (const [count, annotations] of [
    [9, 9],
    [10, 10],
    [11, 10],
    [500, 10],
  ] as const) {
    it(`makes ${annotations} annotations of ${count} findings of a level`, () => {
      const commands = commandsOf(
        reportOver('github', [
          articleWithMany('/project/a.md', 'error', count),
          articleWithMany('/project/b.md', 'info', 1),
        ]),
      );
      const errors = commands.filter(({ level }) => level === 'error');
      assert.equal(errors.length, annotations);
      assert.equal(commands.length - errors.length, 1);
      const last = errors.at(-1)!.message;
      if (count > annotations) {
        assert.match(last, new RegExp(`^${count - 9} further errors in 1 file\\.`, 'u'));
        assert.match(last, new RegExp(`avoided-term: ${count - 9}`, 'u'));
      } else {
        assert.match(last, new RegExp(`^Finding ${count}\\.`, 'u'));
      }
    });
  }

  it('cannot be made to say another command', () => {
    const text = reportOver('github', [hostileArticle()]);
    const commands = commandsOf(text);
    assert.deepEqual(
      commands.map(({ level, properties }) => [level, Object.keys(properties).join()]),
      [
        ['error', 'file,line,endLine,title'],
        ['warning', 'file,line,endLine,title'],
      ],
    );
  });

  it('adds a summary to the page of the step, and keeps what is there', async () => {
    const place = new Workplace({ 'a.md': 'Downs syndrome.\n\nA calcium blocker.\n', 'summary.txt': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: place.path('summary.txt') };
    const { code } = await place.run(['lint', '--format', 'github', '--scope', 'always', 'a.md'], { env });
    assert.equal(code, 1);
    assert.match(
      place.read('summary.txt'),
      /^before\n### Kossa\n\n\*\*1 error, 1 warning, 0 notices\*\* in 1 of 1 article\.\n\n\| Place .*\n.*\n\| a\.md:1 \| error \|.*\n\| a\.md:3 \| warning \|/u,
    );
  });

  it('keeps the summary small and whole', () => {
    const env = { GITHUB_STEP_SUMMARY: '/tmp/summary' };
    const articles = [hostileArticle(), articleWithMany('/project/a.md', 'error', 5000)];
    const report = FORMATS['github']!(reportContext(env));
    report.begin();
    for (const article of articles) report.article(article);
    const text = report.appendix!(summaryOf(articles))!.text;
    assert.ok(text.length < 50_000, String(text.length));
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    assert.equal(rows.length, 52);
    for (const row of rows) assert.equal(row.replace(/\\\\|\\\|/gu, '').split('|').length, 6, row);
    assert.match(text, /4,952 more findings/u);
    assert.doesNotMatch(text, /@team|(?<!\\)<script|https:\/\/evil/u);
  });

  it('says where the summary cannot be written, and ends with 2', async () => {
    const place = new Workplace({ 'a.md': 'Fine.\n' });
    const env = { GITHUB_STEP_SUMMARY: place.folder };
    const { code, err } = await place.run(['lint', '--format', 'github'], { env });
    assert.equal(code, 2);
    assert.match(err, /the summary cannot be written/u);
  });
});
