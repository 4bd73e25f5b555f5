// The library as it is shipped: `import { createLinter } from 'kossa'` from the built package.
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as Api from '../../cli/src/api/index.js';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';

const BUILT = path.join(projectRoot, 'dist', 'index.mjs');
const PAGET = 'It is Pagets disease.\n';

describe('the linter for programs', () => {
  let api: typeof Api;

  before(async () => {
    if (!existsSync(BUILT)) throw new Error('dist/index.mjs is missing: run `npm run build` first');
    // By its name, as a program that has it in node_modules.
    const name: string = 'kossa';
    api = (await import(name)) as typeof Api;
  });
  after(removeWorkplaces);

  it('lints a text', async () => {
    const linter = await api.createLinter({ configFile: false });
    const result = await linter.lintText(`# 🦴\r\n\r\n${PAGET}`);
    const [message] = result.messages;
    assert.deepEqual([result.filePath, result.errorCount, result.messages.length], ['<text>', 1, 1]);
    assert.deepEqual([message!.ruleId, message!.line, message!.column], ['eponym-form', 3, 7]);
    const { span } = result.findings[0]!;
    assert.equal(result.text.slice(span.start, span.end), 'Pagets disease');
    assert.deepEqual(result.problems, []);
    assert.equal(result.output, undefined);
  });

  it('makes the fixes that are asked for, in the result', async () => {
    const linter = await api.createLinter({ configFile: false });
    const { output, text, fixedCount, errorCount } = await linter.lintText(PAGET, { fix: 'safe' });
    assert.deepEqual([output, text, fixedCount, errorCount], ['It is Paget disease.\n', output, 1, 0]);
  });

  it('reads the configuration nearest to the file', async () => {
    const place = new Workplace({
      '.kossarc.json': '{ "rules": { "eponym-form": "off" } }',
      'near/.kossarc.yaml': 'rules:\n  eponym-form: hint\n',
    });
    const linter = await api.createLinter({ cwd: place.folder });
    const severities = async (filePath: string): Promise<readonly string[]> =>
      (await linter.lintText(PAGET, { filePath })).messages.map(({ severity }) => severity);
    assert.deepEqual(await severities('a.md'), []);
    assert.deepEqual(await severities('near/a.md'), ['hint']);
    assert.deepEqual((await linter.configurationFor('near/a.md')).rules, { 'eponym-form': 'hint' });
  });

  it('reads one named configuration, or none, and lets the options win', async () => {
    const place = new Workplace({
      '.kossarc.json': '{ "rules": { "eponym-form": "off" } }',
      'other.yaml': 'rules:\n  eponym-form: info\n',
    });
    const severity = async (options: Api.LinterOptions): Promise<string | undefined> => {
      const linter = await api.createLinter({ cwd: place.folder, ...options });
      return (await linter.lintText(PAGET, { filePath: 'a.md' })).messages[0]?.severity;
    };
    assert.equal(await severity({}), undefined);
    assert.equal(await severity({ configFile: false }), 'error');
    assert.equal(await severity({ configFile: 'other.yaml' }), 'info');
    assert.equal(await severity({ configuration: { rules: { 'eponym-form': 'warning' } } }), 'warning');
  });

  it('lints the articles that patterns name, and leaves out what is ignored', async () => {
    const place = new Workplace({
      'a.md': PAGET,
      'b.mdx': `<Box>{1}</Box>\n\n${PAGET}`,
      'left/c.md': PAGET,
      'drafts/d.md': PAGET,
      'notes.txt': PAGET,
      '.kossaignore': 'left/\n',
      '.gitignore': 'drafts/\n',
    });
    const names = (results: readonly Api.LintResult[]): string[] =>
      results.map(({ filePath, errorCount }) => `${path.basename(filePath)} ${errorCount}`);
    const linter = await api.createLinter({ cwd: place.folder });
    assert.deepEqual(names(await linter.lintFiles('.')), ['a.md 1', 'b.mdx 1']);
    assert.deepEqual(names(await linter.lintFiles(['*.md', 'left/c.md'])), ['a.md 1', 'c.md 1']);
    const all = await api.createLinter({ cwd: place.folder, gitignore: false });
    assert.deepEqual(names(await all.lintFiles('.')), ['a.md 1', 'b.mdx 1', 'd.md 1']);
  });

  it('says that a text is left out by the configuration', async () => {
    const place = new Workplace({ '.kossaignore': 'left/\n' });
    const linter = await api.createLinter({ cwd: place.folder });
    const { ignored, messages } = await linter.lintText(PAGET, { filePath: 'left/a.md' });
    assert.deepEqual([ignored, messages], [true, []]);
  });

  it('writes fixes, with the mark and the line endings that the file had', async () => {
    const place = new Workplace({ 'a.md': '\uFEFFIt is Pagets disease.\r\n\r\nFine.\r\n', 'b.md': 'Fine.\n' });
    const before = statSync(place.path('b.md')).mtimeMs;
    const linter = await api.createLinter({ cwd: place.folder });
    const results = await linter.lintFiles('.', { fix: 'safe' });
    assert.match(place.read('a.md'), /Pagets/, 'linting alone writes nothing');
    assert.deepEqual(await linter.writeFixes(results), []);
    assert.equal(place.read('a.md'), '\uFEFFIt is Paget disease.\r\n\r\nFine.\r\n');
    assert.equal(statSync(place.path('b.md')).mtimeMs, before);
  });

  it('does not write over a file that was changed meanwhile', async () => {
    const place = new Workplace({ 'a.md': PAGET });
    const linter = await api.createLinter({ cwd: place.folder });
    const results = await linter.lintFiles('a.md', { fix: 'safe' });
    place.write('a.md', 'Changed. It is Pagets disease.\n');
    const problems = await linter.writeFixes(results);
    assert.match(problems[0]!.message, /changed by another program/);
    assert.match(place.read('a.md'), /^Changed/);
  });

  it('tells what is wrong with files as problems, and goes on', async () => {
    const place = new Workplace({
      '.kossarc.json': '{\n  "stile": "uk"\n}',
      'a.md': PAGET,
      'broken.md': Uint8Array.of(0x41, 0xff, 0x42),
    });
    const linter = await api.createLinter({ cwd: place.folder });
    const [first, broken] = await linter.lintFiles('.');
    assert.equal(first!.errorCount, 1);
    assert.deepEqual(
      first!.problems.map(({ filePath, line, column }) => [path.basename(filePath), line, column]),
      [['.kossarc.json', 2, 3]],
    );
    assert.match(first!.problems[0]!.message, /did you mean `style`\?/);
    assert.match(broken!.problems.at(-1)!.message, /UTF-8/);
  });

  it('refuses what a program can put right', async () => {
    const place = new Workplace({ 'notes.txt': '' });
    const linter = await api.createLinter({ cwd: place.folder });
    const isOurs = (pattern: RegExp) => (error: unknown) =>
      error instanceof api.LinterError && error.name === 'LinterError' && pattern.test(error.message);
    await assert.rejects(linter.lintFiles('none.md'), isOurs(/none\.md: there is no such file/));
    await assert.rejects(linter.lintFiles('.'), isOurs(/no Markdown file/));
    assert.deepEqual(await linter.lintFiles('none.md', { errorOnUnmatchedPattern: false }), []);
    assert.throws(() => linter.format([], 'sarff'), isOurs(/did you mean sarif\?/));
    const wrong = { configuration: { stile: 'uk' } } as Api.LinterOptions;
    await assert.rejects(api.createLinter(wrong), isOurs(/did you mean `style`\?/));
    await assert.rejects(api.createLinter({ configuration: { ignores: ['a'] } }), isOurs(/belongs in a file/));
  });

  it('formats results as the command does', async () => {
    const place = new Workplace({ 'a.md': PAGET });
    const linter = await api.createLinter({ cwd: place.folder });
    const results = await linter.lintFiles('.');
    assert.match(linter.format(results), /eponym-form[\s\S]*1 finding/);
    assert.match(linter.format(results, 'compact'), /a\.md: line 1, col 7, Error - /);
    const json = JSON.parse(linter.format(results, 'json')) as { messages: unknown[] }[];
    assert.deepEqual(json[0]!.messages, JSON.parse(JSON.stringify(results[0]!.messages)));
    assert.ok(linter.formats.includes('sarif'));
    assert.ok(linter.rules.some(({ id, url }) => id === 'eponym-form' && url.endsWith('/eponym-form.md')));
  });

  it('keeps two linters apart', async () => {
    const place = new Workplace({ '.kossarc.json': '{ "rules": { "eponym-form": "off" } }' });
    const quiet = await api.createLinter({ cwd: place.folder });
    const loud = await api.createLinter({ configFile: false });
    const count = async (linter: Api.Linter): Promise<number> =>
      (await linter.lintText(PAGET, { filePath: 'a.md' })).messages.length;
    assert.deepEqual([await count(quiet), await count(loud), await count(quiet)], [0, 1, 0]);
    place.write('.kossarc.json', '{}');
    assert.equal(await count(quiet), 0, 'what was read is remembered');
    quiet.forgetConfiguration();
    assert.equal(await count(quiet), 1);
  });
});
