import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, Workplace, type RunOptions } from './kossa.js';

const INVALID_UTF8 = Uint8Array.from([...Buffer.from('ab\ncdé'), 0xc3, 0x28, 0x0a]);

interface Case {
  readonly what: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly argv: readonly string[];
  readonly says: RegExp;
  readonly options?: RunOptions;
}

const refused: readonly Case[] = [
  {
    what: 'a missing file',
    argv: ['lint', 'none.md'],
    says: /^kossa: none\.md: there is no such file or folder: check the name$/m,
  },
  {
    what: 'a folder without Markdown',
    files: { 'sub/a.txt': 'x' },
    argv: ['lint', 'sub'],
    says: /^kossa: sub: no Markdown file .* lies in this folder/m,
  },
  { what: 'an empty working folder', argv: ['lint'], says: /^kossa: \.: no Markdown file/m },
  {
    what: 'a pattern that matches nothing',
    argv: ['lint', 'x/**/*.md'],
    says: /^kossa: x\/\*\*\/\*\.md: no Markdown file .* matches this pattern/m,
  },
  {
    what: 'a folder whose articles .gitignore leaves out',
    files: { '.gitignore': '*.md', 'a.md': 'x' },
    argv: ['lint'],
    says: /apart from what \.gitignore leaves out.*--no-gitignore/,
  },
  {
    what: 'a file that is no Markdown',
    files: { 'a.html': 'x' },
    argv: ['lint', 'a.html'],
    says: /^kossa: a\.html: is no Markdown file/m,
  },
  {
    what: 'invalid UTF-8',
    files: { 'a.md': INVALID_UTF8 },
    argv: ['lint', 'a.md'],
    says: /^kossa: a\.md: is not valid UTF-8: byte 7 \(line 2\).*encoding UTF-8/m,
  },
  {
    what: 'a cut-off character',
    files: { 'a.md': Uint8Array.from([0x61, 0xf0, 0x9f, 0x98]) },
    argv: ['lint', 'a.md'],
    says: /byte 1 \(line 1\)/,
  },
  {
    what: 'UTF-16',
    files: { 'a.md': Uint8Array.from([0xff, 0xfe, 0x61, 0x00]) },
    argv: ['lint', 'a.md'],
    says: /is UTF-16, not UTF-8/,
  },
  {
    what: 'a file over the limit',
    files: { 'a.md': 'x'.repeat(101), '.kossarc.json': '{"maxFileSize": 100}' },
    argv: ['lint', 'a.md'],
    says: /^kossa: a\.md: is too large: 101 bytes, and the limit is 100.*maxFileSize/m,
  },
  {
    what: 'a text over the limit on standard input',
    files: { '.kossarc.json': '{"maxFileSize": 100}' },
    argv: ['lint', '--stdin'],
    options: { stdin: 'x'.repeat(500) },
    says: /^kossa: <stdin>: is too large/m,
  },
  {
    what: 'an unknown rule',
    argv: ['lint', '--rule', 'eponym-from:off'],
    says: /Unknown rule eponym-from; did you mean eponym-form\?/,
  },
  {
    what: 'an unknown severity',
    argv: ['lint', '--rule', 'eponym-form:eror'],
    says: /Unknown severity; did you mean error\?/,
  },
  {
    what: 'a rule without severity',
    argv: ['lint', '--rule', 'eponym-form'],
    says: /Write a rule, a colon and a severity/,
  },
  {
    what: 'an unknown format',
    argv: ['lint', '--format', 'jsn'],
    says: /Unknown format; did you mean json\? Known: stylish, json/,
  },
  { what: 'an unknown style', argv: ['lint', '--style', 'usa'], says: /Unknown style; did you mean us\?/ },
  { what: 'an unknown scope', argv: ['lint', '--scope', 'allways'], says: /Unknown scope; did you mean always\?/ },
  { what: 'an unknown flag', argv: ['lint', '--fxi'], says: /unknown option '--fxi'\n\(Did you mean --fix\?\)/ },
  { what: 'an unknown command', argv: ['lnt'], says: /unknown command 'lnt'\n\(Did you mean lint\?\)/ },
  { what: 'a number of warnings that is none', argv: ['lint', '--max-warnings', 'few'], says: /Write a whole number/ },
  {
    what: 'a file instead of a command',
    files: { 'a.md': 'x' },
    argv: ['a.md'],
    says: /did you mean `kossa lint a\.md`\?/,
  },
  {
    what: 'a folder instead of a command',
    files: { 'sub/a.md': 'x' },
    argv: ['sub'],
    says: /did you mean `kossa lint sub`\?/,
  },
  {
    what: 'a pattern instead of a command',
    argv: ['docs/**/*.md'],
    says: /did you mean `kossa lint docs\/\*\*\/\*\.md`\?/,
  },
  { what: '--fix with --stdin', argv: ['lint', '--stdin', '--fix'], says: /--fix writes into files/ },
  { what: 'a path with --stdin', argv: ['lint', '--stdin', 'a.md'], says: /leave out a\.md/ },
  { what: '--stdin-filename alone', argv: ['lint', '--stdin-filename', 'a.md'], says: /add --stdin/ },
  {
    what: 'an unknown rule to explain',
    argv: ['rules', 'eponym-from'],
    says: /there is no rule eponym-from; did you mean eponym-form\?/,
  },
];

describe('what kossa cannot use', () => {
  after(removeWorkplaces);

  for (const { what, files, argv, says, options } of refused) {
    it(`is told and ends with 2: ${what}`, async () => {
      const { code, err } = await new Workplace(files).run(argv, options);
      assert.match(err, says);
      assert.doesNotMatch(err, /^\s+at /m, 'no stack trace');
      assert.equal(code, 2);
    });
  }

  it('stops nothing else: the other files are linted', async () => {
    const place = new Workplace({ 'a.md': INVALID_UTF8, 'b.md': 'A Downs syndrome.\n' });
    const { code, out } = await place.run(['lint', 'a.md', 'b.md', 'none.md']);
    assert.equal(code, 2);
    assert.match(out, /b\.md\n/);
    assert.match(out, /1 finding /);
  });

  it('is no fault where a shell named all there is, and some of it are articles', async () => {
    const place = new Workplace({ 'a.md': 'Fine.\n', 'b.html': 'x', 'images/c.svg': 'x' });
    const { code, err } = await place.run(['lint', 'a.md', 'b.html', 'images']);
    assert.equal(code, 0);
    assert.match(err, /^kossa: b\.html: is no Markdown file .*\nkossa: images: no Markdown file .*\n$/);
  });

  it('includes a link to itself', async () => {
    const place = new Workplace();
    symlinkSync('a.md', place.path('a.md'));
    const { code, err } = await place.run(['lint', 'a.md']);
    assert.equal(code, 2);
    assert.match(err, /^kossa: a\.md: cannot be read: its links lead in a circle$/m);
  });

  it('includes a folder with the name of an article', async () => {
    const place = new Workplace();
    mkdirSync(place.path('a.md'));
    assert.equal((await place.run(['lint', 'a.md'])).code, 2);
  });

  it('tells of broken front matter, with its line, and lints the article', async () => {
    const place = new Workplace({ 'a.md': '---\ntitle: "A\nkey: [1\n---\n\nA Downs syndrome.\n' });
    const { code, out, err } = await place.run(['lint', 'a.md']);
    assert.equal(code, 1);
    assert.match(err, /^kossa: a\.md:\d: the front matter is no valid YAML .*: mend this line/m);
    assert.match(out, /Down syndrome/);
  });

  const data: readonly (readonly [what: string, name: string, content: string | undefined])[] = [
    ['no terminology', 'terminology.json', undefined],
    ['a cut-off terminology', 'terminology.json', '{"format": "kossa-termi'],
    ['another file for the terminology', 'terminology.json', '{"name": "x"}'],
    ['no words', 'words.bin', undefined],
    ['cut-off words', 'words.bin', 'K'],
    ['another file for the words', 'words.bin', 'x'.repeat(1000)],
    ['no network', 'assertions.bin', undefined],
    ['a cut-off network', 'assertions.bin', 'KSSA'],
    ['another file for the network', 'assertions.bin', 'x'.repeat(1000)],
  ];
  for (const [what, name, content] of data) {
    it(`includes its own data: ${what}`, async () => {
      const place = new Workplace({ 'a.md': 'x\n' });
      const dataFolder = stubDataFolder({ [name]: content });
      const { code, err } = await place.run(['lint', 'a.md'], { dataFolder });
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^kossa: Kossa's own data \\(${name.replace('.', '\\.')}\\).*npm run build`, 'm'));
      assert.doesNotMatch(err, /^\s+at /m);
    });
  }

  it('shows where it failed with --debug', async () => {
    const { err } = await new Workplace({ 'a.md': 'x\n' }).run(['lint', 'a.md', '--debug'], { dataFolder: '/nowhere' });
    assert.match(err, /ENOENT/);
  });
});
