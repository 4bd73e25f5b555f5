import assert from 'node:assert/strict';
import { removeWorkplaces, Workplace } from './kossa.js';

describe('kossa init', () => {
  after(removeWorkplaces);

  const templates: readonly (readonly [flags: readonly string[], file: string, hidden: RegExp])[] = [
    [[], '.kossarc.yaml', /^#(?=[a-z]| {2})/gmu],
    [['--format', 'json'], '.kossarc.jsonc', /^( *)\/\/(?=")/gmu],
  ];
  for (const [flags, file, hidden] of templates) {
    it(`writes ${file}, right as it is and with every setting that it shows`, async () => {
      const place = new Workplace({ 'a.md': 'Fine.\n' });
      const { code, out } = await place.run(['init', ...flags]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Wrote ${file.replaceAll('.', '\\.')}\\.`, 'u'));
      assert.equal((await place.run(['lint'])).err, '');
      const text = place.read(file);
      place.write(file, text.replace(hidden, '').replace(/.*(?:extends"?|terms"?):.*/gu, ''));
      const { err, code: checked } = await place.run(['config', 'a.md']);
      assert.equal(err, '');
      assert.equal(checked, 0);
      assert.match((await place.run(['config', 'a.md'])).out, /absolute-claim: error/);
    });
  }

  it('tells editors where the schema is: among the packages of the folder, or where it is published', async () => {
    const place = new Workplace({ 'a.md': 'Fine.\n' });
    await place.run(['init']);
    assert.match(
      place.read('.kossarc.yaml'),
      /^# yaml-language-server: \$schema=https:\/\/\S+\/kossarc\.schema\.json$/mu,
    );
    const installed = new Workplace({ 'node_modules/kossa/schema/kossarc.schema.json': '{}' });
    await installed.run(['init', '--format', 'json']);
    assert.match(
      installed.read('.kossarc.jsonc'),
      /"\$schema": "\.\/node_modules\/kossa\/schema\/kossarc\.schema\.json",/u,
    );
  });

  it('writes the style', async () => {
    const place = new Workplace();
    await place.run(['init', '--style', 'uk']);
    assert.match(place.read('.kossarc.yaml'), /^style: uk$/mu);
  });

  for (const [name, content] of [
    ['.kossarc.yaml', 'style: uk\n'],
    ['kossa.config.json', '{'],
    ['package.json', '{"kossa": {}}'],
  ] as const) {
    it(`overwrites nothing, and joins nothing to ${name}`, async () => {
      const place = new Workplace({ [name]: content });
      const { code, err } = await place.run(['init']);
      assert.equal(code, 2);
      assert.equal(err, `kossa: ${name} configures this folder already and is left as it is: change it by hand.\n`);
      assert.equal(place.read(name), content);
    });
  }

  it('minds no package.json of another purpose', async () => {
    assert.equal((await new Workplace({ 'package.json': '{"name": "x"}' }).run(['init'])).code, 0);
  });
});

describe('kossa config', () => {
  after(removeWorkplaces);

  const tree = {
    '.kossarc.yaml':
      'extends: ./base.yaml\nscope: always\noverrides: [{ files: [uk/**], style: uk }]\nignores: [drafts]\n',
    'base.yaml': 'style: us\nrules: { hard-to-read: [warning, { target: 9 }], plain-word: off }\nwords: [Examplimab]\n',
    'uk/.kossarc.json': '{ "rules": { "hard-to-read": "error" }, "allow": ["x"] }',
    '.kossa/words.txt': 'Kossatest\n',
  };

  it('says what holds and where it comes from', async () => {
    const { code, out } = await new Workplace({ ...tree, 'uk/a.md': '' }).run(['config', 'uk/a.md']);
    assert.equal(code, 0);
    assert.equal(
      out.replace(/ {2,}/gu, '  '),
      `uk/a.md
Files: uk/.kossarc.json, .kossarc.yaml, base.yaml

style: "uk"  .kossarc.yaml overrides[1]
scope: "always"  .kossarc.yaml
generalSpelling: false  (default)
requireReviewDates: false  (default)
maxFileSize: 10000000  (default)
rules:
  hard-to-read: ["error",{"target":9}]  base.yaml (extended by .kossarc.yaml), uk/.kossarc.json
  plain-word: off  base.yaml (extended by .kossarc.yaml)
words:
  - Examplimab  base.yaml (extended by .kossarc.yaml)
  - Kossatest  .kossa/words.txt
allow:
  - x  uk/.kossarc.json
`,
    );
  });

  it('says it in JSON', async () => {
    const { out } = await new Workplace({ ...tree, 'a.md': '' }).run(['config', 'a.md', '--format', 'json']);
    const answer = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(answer['files'], ['.kossarc.yaml', 'base.yaml']);
    assert.deepEqual((answer['settings'] as Record<string, unknown>)['scope'], {
      value: 'always',
      from: ['.kossarc.yaml'],
    });
    assert.equal(answer['ignoredBy'], null);
  });

  it('says what leaves a file out, also one that is not there yet', async () => {
    const { out, err } = await new Workplace(tree).run(['config', 'drafts/a.md']);
    assert.match(out, /^Left out by \.kossarc\.yaml, unless it is named outright$/mu);
    assert.match(err, /not there yet/);
  });

  it('tells what is wrong, with its place, and ends with 2', async () => {
    const { code, err } = await new Workplace({ 'a.md': '', '.kossarc.yaml': 'stile: uk\n' }).run(['config', 'a.md']);
    assert.equal(code, 2);
    assert.equal(err, 'kossa: .kossarc.yaml:1:1: unknown setting `stile`; did you mean `style`?\n');
  });

  it('reads the one file that is named', async () => {
    const { out } = await new Workplace({ ...tree, 'a.md': '' }).run(['config', 'a.md', '-c', 'base.yaml']);
    assert.match(out, /^Files: base\.yaml$/mu);
  });

  it('takes no folder', async () => {
    assert.equal((await new Workplace(tree).run(['config', '.'])).code, 2);
  });
});
