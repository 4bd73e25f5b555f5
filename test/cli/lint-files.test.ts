import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { removeWorkplaces, Workplace } from './kossa.js';

const TREE = {
  'a.md': 'x\n',
  'b.markdown': 'x\n',
  'c.MDX': 'x\n',
  'd.txt': 'x\n',
  'docs/e.md': 'x\n',
  'docs/deep/er/f.md': 'x\n',
  '.hidden/g.md': 'x\n',
  'node_modules/pkg/README.md': 'x\n',
  'docs/node_modules/pkg/README.md': 'x\n',
  '.git/HEAD': 'x\n',
  '.git/h.md': 'x\n',
  'build/i.md': 'x\n',
  'build/keep/j.md': 'x\n',
  'docs/k.draft.md': 'x\n',
  '.gitignore': 'build/\n',
  'docs/.gitignore': '*.draft.md\n',
};

describe('the articles that kossa lint reads', () => {
  after(removeWorkplaces);

  const cases: readonly (readonly [what: string, argv: readonly string[], files: readonly string[]])[] = [
    ['without a path: this folder and below', [], ['a.md', 'b.markdown', 'c.MDX', 'docs/deep/er/f.md', 'docs/e.md']],
    ['a folder', ['docs'], ['docs/deep/er/f.md', 'docs/e.md']],
    [
      'what .gitignore leaves out, when asked',
      ['docs', '--no-gitignore'],
      ['docs/deep/er/f.md', 'docs/e.md', 'docs/k.draft.md'],
    ],
    ['a file named outright, whatever .gitignore says', ['docs/k.draft.md'], ['docs/k.draft.md']],
    ['a file named outright in node_modules', ['node_modules/pkg/README.md'], ['node_modules/pkg/README.md']],
    ['a folder named outright that .gitignore leaves out', ['build'], ['build/i.md', 'build/keep/j.md']],
    ['a folder within one that .gitignore leaves out', ['build/keep'], ['build/keep/j.md']],
    ['a folder named outright in node_modules', ['node_modules/pkg'], ['node_modules/pkg/README.md']],
    ['a hidden folder named outright', ['.hidden'], ['.hidden/g.md']],
    ['a pattern', ['**/*.md'], ['a.md', 'docs/deep/er/f.md', 'docs/e.md']],
    ['a pattern that matches more than Markdown', ['*'], ['a.md', 'b.markdown', 'c.MDX']],
    ['a pattern of alternatives', ['{a,docs/e}.md'], ['a.md', 'docs/e.md']],
    ['each file once', ['docs', 'docs/e.md', './docs/e.md', 'docs/*.md'], ['docs/deep/er/f.md', 'docs/e.md']],
    ['in the order of the arguments', ['docs/e.md', 'a.md'], ['docs/e.md', 'a.md']],
  ];
  for (const [what, argv, files] of cases) {
    it(what, async () => {
      assert.deepEqual(Object.keys(await new Workplace(TREE).lintJson(argv)), files);
    });
  }

  describe('of plain text', () => {
    const NOTES = { ...TREE, 'docs/notes.txt': 'A Downs syndrome.\n', 'robots.txt': 'x\n', 'build/l.txt': 'x\n' };
    const plain: readonly (readonly [what: string, argv: readonly string[], files: readonly string[]])[] = [
      ['one that is named', ['docs/notes.txt'], ['docs/notes.txt']],
      ['those that a pattern names', ['**/*.txt'], ['d.txt', 'docs/notes.txt', 'robots.txt']],
      ['those among the alternatives of a pattern', ['docs/*.{mdx,txt}'], ['docs/notes.txt']],
      ['none that a pattern only matches', ['docs/*'], ['docs/e.md']],
    ];
    for (const [what, argv, files] of plain) {
      it(what, async () => assert.deepEqual(Object.keys(await new Workplace(NOTES).lintJson(argv)), files));
    }

    it('that plainText of the configuration names, as if it were Markdown', async () => {
      const place = new Workplace({ ...NOTES, '.kossarc.yaml': 'plainText: ["docs/**", "build/**"]\n' });
      const files = ['docs/deep/er/f.md', 'docs/e.md', 'docs/notes.txt'];
      assert.deepEqual(Object.keys(await place.lintJson(['docs'])), files);
      assert.deepEqual(Object.keys(await place.lintJson(['docs/*'])), ['docs/e.md', 'docs/notes.txt']);
      const all = Object.keys(await place.lintJson([]));
      assert.deepEqual(
        all.filter((file) => file.endsWith('.txt')),
        ['docs/notes.txt'],
      );
      place.write('docs/.kossarc.yaml', 'plainText: ["!notes.txt"]\n');
      assert.deepEqual(Object.keys(await place.lintJson(['docs'])), ['docs/deep/er/f.md', 'docs/e.md']);
    });

    it('is read without marks of Markdown', async () => {
      const text = '    A Downs syndrome.\n\n<!-- kossa-disable-file -->\n';
      const place = new Workplace({ 'a.txt': text, 'a.md': text });
      const found = await place.lintJson(['a.txt', 'a.md']);
      assert.deepEqual(
        found['a.txt']!.map(({ line, column }) => [line, column]),
        [[1, 7]],
      );
      assert.deepEqual(
        found['a.md']!.filter(({ ruleId }) => ruleId !== 'unused-directive'),
        [],
      );
    });
  });

  it('obeys the .gitignore of the repository above the working folder', async () => {
    const place = new Workplace({
      '.git/HEAD': '',
      '.gitignore': 'secret.md\n',
      'sub/a.md': 'x\n',
      'sub/secret.md': 'x\n',
    });
    assert.deepEqual(Object.keys(await place.lintJson([], { cwd: 'sub' })), ['sub/a.md']);
  });

  it('follows no links of a folder, so circles end', async () => {
    const place = new Workplace({ 'a.md': 'x\n' });
    mkdirSync(place.path('sub'));
    symlinkSync(place.folder, place.path('sub/loop'));
    symlinkSync(place.path('a.md'), place.path('sub/link.md'));
    assert.deepEqual(Object.keys(await place.lintJson([])), ['a.md']);
    assert.deepEqual(Object.keys(await place.lintJson(['sub/link.md'])), ['sub/link.md']);
  });

  it('reads a file whose name looks like a pattern', async () => {
    const place = new Workplace({ 'a[1].md': 'x\n', 'b (2).md': 'x\n' });
    assert.deepEqual(Object.keys(await place.lintJson(['a[1].md', 'b (2).md'])), ['a[1].md', 'b (2).md']);
  });

  it('reads standard input under the name that it is given', async () => {
    const place = new Workplace();
    const found = await place.lintJson(['--stdin', '--stdin-filename', 'docs/new.md'], {
      stdin: '日本 Downs syndrome\n',
    });
    assert.equal(found['docs/new.md']![0]!.column, 4);
  });

  it('reads standard input without a name', async () => {
    const { out, code } = await new Workplace().run(['lint', '--stdin'], { stdin: 'A Downs syndrome.\n' });
    assert.equal(code, 1);
    assert.match(out, /^<stdin>\n/);
  });
});
