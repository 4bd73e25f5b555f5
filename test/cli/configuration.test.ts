import assert from 'node:assert/strict';
import { removeWorkplaces, Workplace } from './kossa.js';

const ARTICLE = 'A calcium blocker in Downs syndrome, and Down’s syndrome.\n';

describe('configuration of kossa lint', () => {
  after(removeWorkplaces);

  const names: readonly (readonly [name: string, content: string])[] = [
    ['.kossarc.json', '{ "rules": { "eponym-form": "info" } }'],
    ['.kossarc.jsonc', '{ /* why */ "rules": { "eponym-form": "info", }, }'],
    ['.kossarc.yaml', 'rules:\n  eponym-form: info\n'],
    ['.kossarc.yml', 'rules: {eponym-form: info}\n'],
    ['kossa.config.json', '{ "rules": { "eponym-form": ["info"] } }'],
    ['package.json', '{ "name": "x", "kossa": { "rules": { "eponym-form": "info" } } }'],
  ];
  for (const [name, content] of names) {
    it(`is read from ${name}`, async () => {
      const place = new Workplace({ 'sub/a.md': 'Downs syndrome.\n', [name]: content });
      assert.deepEqual(
        (await place.lintJson([]))['sub/a.md']!.map(({ severity }) => severity),
        ['info'],
      );
    });
  }

  it('makes a style chosen, so that its questions are warnings', async () => {
    const place = new Workplace({
      'a.md': 'Downs syndrome and Down’s syndrome.\n',
      '.kossarc.json': '{"style": "us"}',
    });
    assert.deepEqual(
      (await place.lintJson([]))['a.md']!.map(({ severity }) => severity),
      ['error', 'warning'],
    );
    const without = (await place.lintJson(['--no-config-lookup']))['a.md']!;
    assert.deepEqual(
      without.map(({ severity }) => severity),
      ['error', 'hint'],
    );
  });

  it('yields to the flags', async () => {
    const place = new Workplace({
      'a.md': ARTICLE,
      '.kossarc.json': '{"style": "us", "rules": {"avoided-term": "off", "eponym-form": "info"}}',
    });
    const found = (await place.lintJson(['--rule', 'avoided-term:error', '--style', 'uk']))['a.md']!;
    assert.deepEqual(
      found.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
      ['avoided-term error', 'eponym-form info'],
    );
  });

  it('has the words of the project from .kossa/words.txt, and tells what is wrong in there', async () => {
    const place = new Workplace({ 'sub/a.md': 'Colchicin and cholchicine.\n' });
    const words = async (): Promise<readonly string[]> =>
      (await place.lintJson([]))['sub/a.md']!.map(({ message }) => /“(\w+)”/u.exec(message)![1]!);
    assert.deepEqual(await words(), ['Colchicin', 'cholchicine']);
    place.write('.kossa/words.txt', '# ours\ncolchicin\n');
    assert.deepEqual(await words(), ['cholchicine']);
    place.write('sub/.kossa/words.txt', 'cholchicine\none, two\n');
    const { code, err } = await place.run(['lint']);
    assert.equal(code, 2);
    assert.match(err, /sub\/\.kossa\/words\.txt:2:1: write one word or phrase a line/u);
  });

  it('is the one that --config names, without the others', async () => {
    const place = new Workplace({
      'a.md': 'Downs syndrome.\n',
      '.kossarc.json': '{"rules": {"eponym-form": "off"}}',
      'other/k.json': '{"rules": {"eponym-form": "hint"}}',
    });
    assert.deepEqual(
      (await place.lintJson(['-c', 'other/k.json']))['a.md']!.map(({ severity }) => severity),
      ['hint'],
    );
  });

  it('leaves out what ignores names, and not what is named outright', async () => {
    const place = new Workplace({
      'a.md': 'x\n',
      'drafts/b.md': 'x\n',
      'drafts/c.md': 'x\n',
      '.kossarc.json': '{"ignores": ["drafts", "!drafts/c.md"]}',
    });
    assert.deepEqual(Object.keys(await place.lintJson([])), ['a.md', 'drafts/c.md']);
    assert.deepEqual(Object.keys(await place.lintJson(['drafts/b.md'])), ['drafts/b.md']);
  });

  it('that leaves out every file is told', async () => {
    const place = new Workplace({ 'a.md': 'x\n', '.kossarc.json': '{"ignores": ["*.md"]}' });
    const { code, err } = await place.run(['lint']);
    assert.equal(code, 2);
    assert.match(err, /ignores.* leave out every file/);
  });

  it('tells each of its faults once, with its place, and lints with the rest', async () => {
    const place = new Workplace({
      'a.md': 'Downs syndrome.\n',
      'b.md': 'Downs syndrome.\n',
      '.kossarc.json': '{\n  "sytle": "us",\n  "rules": { "eponym-form": "hint", "eponym-fom": "off" }\n}',
    });
    const { code, out, err } = await place.run(['lint']);
    assert.equal(code, 2);
    assert.equal(
      err,
      'kossa: .kossarc.json:2:3: unknown setting `sytle`; did you mean `style`?\nkossa: .kossarc.json:3:37: unknown rule `eponym-fom`; did you mean `eponym-form`?\n',
    );
    assert.match(out, /2 findings \(2 hints\)/);
  });

  it('that --config names and does not exist is told', async () => {
    const { code, err } = await new Workplace({ 'a.md': 'x\n' }).run(['lint', '--config', 'none.json']);
    assert.equal(code, 2);
    assert.match(err, /^kossa: none\.json:1:1: there is no such configuration file/);
  });

  it('builds on what it extends, and ends with 2 where that is missing, with file and line', async () => {
    const place = new Workplace({
      'a.md': ARTICLE,
      '.kossarc.yaml': 'extends: ./base.yaml\n',
      'base.yaml': 'rules: { avoided-term: error, eponym-form: off }\n',
    });
    const severities = (await place.lintJson([]))['a.md']!.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    assert.deepEqual(severities, ['avoided-term error']);
    place.write('.kossarc.yaml', 'style: us\nextends:\n  - ./base.yaml\n  - ./gone.yaml\n');
    const { code, err } = await place.run(['lint']);
    assert.equal(code, 2);
    assert.match(err, /^kossa: \.kossarc\.yaml:4:5: `extends` names \.\/gone\.yaml, and there is no such/);
  });

  it('leaves out what .kossaignore names, but not a file that is named outright', async () => {
    const place = new Workplace({ 'a.md': ARTICLE, 'old/b.md': ARTICLE, '.kossaignore': '/old/\n' });
    assert.deepEqual(Object.keys(await place.lintJson([])), ['a.md']);
    assert.deepEqual(Object.keys(await place.lintJson(['old/b.md'])), ['old/b.md']);
    const { code, err } = await place.run(['lint', 'old']);
    assert.equal(code, 2);
    assert.match(err, /\.kossaignore, leave out every file/);
  });
});
