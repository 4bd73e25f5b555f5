// Flags that other linters taught.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { removeWorkplaces, Workplace } from './kossa.js';

const FAULT = 'A calcium blocker.\n';

describe('kossa lint --files-from', () => {
  after(removeWorkplaces);

  const files = { 'a.md': FAULT, 'b c.md': FAULT, 'd.md': FAULT, 'x.css': '' };
  const lists: readonly (readonly [what: string, list: string])[] = [
    ['lines', 'a.md\nb c.md\n'],
    ['lines of Windows', 'a.md\r\nb c.md\r\n'],
    ['names with NUL behind them', 'a.md\0b c.md\0'],
    ['names of other files among them', 'x.css\na.md\nb c.md\n'],
  ];
  for (const [what, list] of lists) {
    it(`reads ${what}, from a file or a pipe`, async () => {
      const place = new Workplace({ ...files, 'list.txt': list });
      for (const run of [{ name: 'list.txt' }, { name: '-', stdin: list }]) {
        const found = await place.lintJson(['--files-from', run.name], { stdin: run.stdin ?? '' });
        assert.deepEqual(Object.keys(found).sort(), ['a.md', 'b c.md']);
      }
    });
  }

  it('checks nothing, and fails at nothing, where the list is empty or names no article', async () => {
    for (const list of ['', '\n', 'x.css\n']) {
      const { code, out, err } = await new Workplace(files).run(['lint', '--files-from', '-'], { stdin: list });
      assert.equal(code, 0);
      assert.equal(out, '');
      assert.match(err, list === 'x.css\n' ? /x\.css: is no Markdown file/u : /no file is named, so none is checked/u);
    }
  });

  it('fails at a name of nothing, and where the list cannot be read', async () => {
    const place = new Workplace(files);
    assert.equal((await place.run(['lint', '--files-from', '-'], { stdin: 'gone.md\n' })).code, 2);
    const { code, err } = await place.run(['lint', '--files-from', 'none.txt']);
    assert.equal(code, 2);
    assert.match(err, /^kossa: --files-from none\.txt: there is no such file/u);
    assert.match((await place.run(['lint', '--files-from', 'x', '--stdin'])).err, /leave one of them out/u);
  });
});

describe('kossa lint --ext', () => {
  after(removeWorkplaces);

  it('looks for these endings instead, in folders, patterns and names', async () => {
    const place = new Workplace({ 'a.md': FAULT, 'b.mdx': FAULT, 'c.mkd': FAULT });
    for (const [flag, found] of [
      ['mdx', ['b.mdx']],
      ['.MKD, md', ['a.md', 'c.mkd']],
    ] as const) {
      assert.deepEqual(Object.keys(await place.lintJson(['--ext', flag])).sort(), found);
      assert.deepEqual(Object.keys(await place.lintJson(['--ext', flag, '*'])).sort(), found);
    }
    assert.deepEqual(Object.keys(await place.lintJson(['--ext', 'mkd', 'c.mkd'])), ['c.mkd']);
    assert.match((await place.run(['lint', '--ext', 'mkd', 'a.md'])).err, /no Markdown file \(\.mkd\)/u);
    assert.equal((await place.run(['lint', '--ext', '*.md'])).code, 2);
  });
});

describe('kossa lint --no-error-on-unmatched-pattern', () => {
  after(removeWorkplaces);

  for (const names of [['none/**/*.md'], ['gone.md'], ['empty'], ['x.css'], ['none.md', 'empty', '*.mdx']]) {
    it(`tells and does not fail: ${names.join(' ')}`, async () => {
      const place = new Workplace({ 'x.css': '', 'empty/x.css': '' });
      assert.equal((await place.run(['lint', ...names])).code, 2);
      const { code, err } = await place.run(['lint', '--no-error-on-unmatched-pattern', ...names]);
      assert.equal(code, 0);
      assert.match(err, /^kossa: /u);
    });
  }

  it('still fails at what is there and cannot be read', async () => {
    const place = new Workplace({ 'a.md': Buffer.from([0x61, 0xff]) });
    assert.equal((await place.run(['lint', '--no-error-on-unmatched-pattern'])).code, 2);
  });
});

describe('kossa lint --report-unused-disable-directives', () => {
  after(removeWorkplaces);

  it('makes errors of unused comments; they are warnings without it, and nothing where it is negated', async () => {
    const place = new Workplace({ 'a.md': '<!-- kossa-disable-next-line avoided-term -->\n\nFine.\n' });
    const severities = async (...flags: string[]): Promise<readonly string[]> =>
      (await place.lintJson(flags))['a.md']!.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    assert.deepEqual(await severities(), ['unused-directive warning']);
    assert.deepEqual(await severities('--report-unused-disable-directives'), ['unused-directive error']);
    assert.deepEqual(await severities('--no-report-unused-disable-directives'), []);
    const told = await severities('--report-unused-disable-directives', '--rule', 'unused-directive:info');
    assert.deepEqual(told, ['unused-directive info']);
  });
});

describe('names that other linters gave', () => {
  after(removeWorkplaces);

  it('--output-file is --output', async () => {
    const place = new Workplace({ 'a.md': FAULT });
    await place.run(['lint', '--output-file', 'sarif:one.sarif', '-o', 'two.html', '--output-file', 'three.json']);
    for (const name of ['one.sarif', 'two.html', 'three.json']) assert.ok(existsSync(place.path(name)), name);
  });

  it('--cache-strategy takes content, and says why it takes nothing else', async () => {
    const place = new Workplace({ 'a.md': 'Fine.\n' });
    assert.equal((await place.run(['lint', '--cache', '--cache-strategy', 'content'])).code, 0);
    const { code, err } = await place.run(['lint', '--cache', '--cache-strategy', 'metadata']);
    assert.equal(code, 2);
    assert.match(err, /goes by content, never by time/u);
  });

  it('--format unix writes lines as compilers do', async () => {
    const { out } = await new Workplace({ 'a.md': `Fine.\n\n${FAULT}` }).run(['lint', '--format', 'unix']);
    assert.match(out, /^\/.*\/a\.md:3:3: “calcium blocker”: .* \[Warning\/avoided-term\]\n$/u);
  });
});

describe('kossa doctor', () => {
  after(removeWorkplaces);

  it('says what it is and what it reads here', async () => {
    const place = new Workplace({ '.kossarc.json': '{}', 'a.md': FAULT });
    const { code, out } = await place.run(['doctor']);
    assert.equal(code, 0);
    assert.match(out, /^✔ Kossa +9\.9\.9 on Node \d+/mu);
    assert.match(out, /^✔ Terminology +\d+ concepts, \d+ sources, \d+ rules, with words; version \w+$/mu);
    assert.match(out, /^✔ Configuration +\.kossarc\.json$/mu);
    assert.match(out, /^✔ Git +\d.*, no repository here$/mu);
    assert.match(out, /^✔ Cache +none in this folder/mu);
    await place.run(['lint', '--cache']);
    assert.match((await place.run(['doctor'])).out, /^✔ Cache +\.kossacache, 0\.0 MB$/mu);
  });

  it('ends with 2 where something cannot be used, and says what', async () => {
    const place = new Workplace({ '.kossarc.json': '{ "stile": "uk" }' });
    const { code, out } = await place.run(['doctor'], { dataFolder: '/nowhere' });
    assert.equal(code, 2);
    assert.match(out, /^✖ Terminology +cannot be used\n {4}Kossa's own data \(terminology\.json\)/mu);
    assert.match(out, /^✖ Configuration +\.kossarc\.json\n {4}\.kossarc\.json:1:3: .*did you mean `style`/mu);
  });
});
