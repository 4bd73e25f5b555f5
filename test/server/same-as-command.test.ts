import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';
import { Harness } from './harness.js';

/** One tree with every way of configuring it. */
const ARTICLE = 'A calcium blocker in Downs syndrome, in soft issue and colchicin, with a cool wrap.\n';
const TREE: Readonly<Record<string, string>> = {
  '.kossarc.yaml':
    'extends: [./shared/base.yaml, house]\noverrides:\n  - files: [uk/**]\n    style: uk\nignores: [drafts]\nterms: [./terms/*.yaml]\n',
  'terms/wraps.yaml':
    'concepts:\n  - id: soothing-wrap\n    preferred: soothing wrap\n    kind: procedure\n    variants:\n      - {text: cool wrap, status: deprecated, because: The leaflets say soothing wrap.}\n',
  'package/terms/more.yaml': 'exclude: [calcium-channel-blocker]\n',
  'shared/base.yaml': 'style: us\nrules:\n  avoided-term: error\n  eponym-form: hint\n',
  'node_modules/house/package.json': '{ "name": "house", "kossa": { "rules": { "eponym-form": "info" } } }',
  '.kossaignore': 'old/\n*.tmp.md\n',
  '.kossa/words.txt': 'colchicin\n',
  'a.md': ARTICLE,
  'b.tmp.md': ARTICLE,
  'uk/a.md': ARTICLE.replace('Downs', 'Down’s'),
  'drafts/a.md': ARTICLE,
  'old/a.md': ARTICLE,
  'old/.kossaignore': '!kept.md\n',
  'new/.kossarc.jsonc': '{ "root": true, /* alone */ "rules": { "wrong-word": "off", }, }',
  'new/a.md': ARTICLE,
  'package/package.json': '{ "kossa": { "allow": ["Downs syndrome"], "terms": ["terms"] } }',
  'package/a.md': ARTICLE,
};

describe('the command and the editor', () => {
  after(removeWorkplaces);

  it('find the same in the same tree', async () => {
    const place = new Workplace(TREE);
    const command = await place.lintJson(['.']);
    const data = stubDataFolder();
    const server = await Harness.start({
      roots: [pathToFileURL(place.folder).href],
      loadData: () =>
        Promise.resolve({
          terminology: JSON.parse(readFileSync(path.join(data, 'terminology.json'), 'utf8')) as never,
          words: readFileSync(path.join(data, 'words.bin')),
          assertions: readFileSync(path.join(data, 'assertions.bin')),
        }),
    });
    for (const [name, text] of Object.entries(TREE)) server.files.set(pathToFileURL(place.path(name)).href, text);
    const severities = ['', 'error', 'warning', 'info', 'hint'];
    const found: Record<string, readonly string[]> = {};
    for (const name of Object.keys(TREE).filter((one) => one.endsWith('.md'))) {
      const uri = pathToFileURL(place.path(name)).href;
      await server.open(uri, TREE[name]!);
      found[name] = (await server.diagnostics(uri)).map(
        ({ range, code, severity }) =>
          `${range.start.line + 1}:${range.start.character + 1} ${severities[severity!]!} ${String(code)}`,
      );
    }
    await server.stop();
    const expected = Object.fromEntries(
      Object.keys(found).map((name) => [
        name,
        (command[name] ?? []).map(({ line, column, severity, ruleId }) => `${line}:${column} ${severity} ${ruleId}`),
      ]),
    );
    assert.deepEqual(found, expected);
    assert.deepEqual(
      Object.keys(command).sort(),
      ['a.md', 'new/a.md', 'package/a.md', 'uk/a.md'],
      'the others are left out',
    );
    assert.ok(found['a.md']!.length >= 3, JSON.stringify(found['a.md']));
    const avoided = (name: string): number => found[name]!.filter((one) => one.endsWith('avoided-term')).length;
    assert.deepEqual(
      [avoided('a.md'), avoided('new/a.md'), avoided('package/a.md')],
      [2, 1, 1],
      'own terms are added, stand where another root begins, and are excluded',
    );
  });

  it('tell the same of a faulty file of terms, at its line, and the rest holds', async () => {
    const files = {
      '.kossarc.yaml': 'terms: [./terms]\n',
      'terms/a.yaml': 'concepts:\n  - {id: broken, preferred: x, kind: drugs}\n',
      'terms/b.yaml': TREE['terms/wraps.yaml']!,
      'a.md': 'A cool wrap.\n',
    };
    const place = new Workplace(files);
    const command = await place.run(['lint', '--format', 'compact']);
    assert.equal(command.code, 2);
    assert.match(command.err, /^kossa: terms\/a\.yaml:2:38: kind: `drugs` is not known; did you mean `drug`\?$/m);
    assert.match(command.out, /avoided-term/);
    const server = await Harness.start({ roots: [pathToFileURL(place.folder).href] });
    for (const [name, text] of Object.entries(files)) server.files.set(pathToFileURL(place.path(name)).href, text);
    const uri = pathToFileURL(place.path('a.md')).href;
    await server.open(uri, files['a.md']);
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ code }) => code),
      ['avoided-term'],
    );
    await server.until(() => server.statuses.some(({ problem }) => problem !== undefined));
    assert.match(
      server.statuses.find(({ problem }) => problem !== undefined)!.problem!,
      /terms\/a\.yaml:2:38 kind: `drugs` is not known/,
    );
    await server.stop();
  });

  it('reads own terms again when they have changed or come', async () => {
    const server = await Harness.start({ roots: ['file:///w'] });
    const uri = 'file:///w/a.md';
    server.files.set('file:///w/.kossarc.yaml', 'terms: [./terms/*.yaml]\n');
    server.files.set('file:///w/terms/a.yaml', 'field: nothing yet\n');
    await server.open(uri, 'A cool wrap.\n');
    assert.deepEqual(await server.diagnostics(uri), []);
    const changed = (file: string, type: 1 | 2 | 3): Promise<void> =>
      server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type }] });
    server.files.set('file:///w/terms/wraps.yaml', TREE['terms/wraps.yaml']!);
    await changed('file:///w/other/wraps.yaml', 1);
    assert.equal(server.refreshes, 0);
    await changed('file:///w/terms/wraps.yaml', 1);
    await server.until(() => server.refreshes === 1);
    assert.equal((await server.diagnostics(uri)).length, 1);
    server.files.set('file:///w/terms/wraps.yaml', 'field: nothing any more\n');
    await changed('file:///w/terms/wraps.yaml', 2);
    await server.until(() => server.refreshes === 2);
    assert.deepEqual(await server.diagnostics(uri), []);
    await server.stop();
  });

  it('reads an extended file again when it has changed or come, and no other JSON', async () => {
    const server = await Harness.start({ roots: ['file:///w'] });
    const uri = 'file:///w/a.md';
    server.files.set('file:///w/.kossarc.yaml', 'extends: ./shared/base.yaml\n');
    await server.open(uri, 'A calcium blocker.\n');
    const before = await server.diagnostics(uri);
    assert.equal(
      before.some(({ code }) => code === 'avoided-term'),
      true,
    );
    server.files.set('file:///w/shared/base.yaml', 'rules: { avoided-term: off }\n');
    const changed = (file: string): Promise<void> =>
      server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
    await changed('file:///w/data.json');
    assert.equal((await server.diagnostics(uri)).length, before.length);
    assert.equal(server.refreshes, 0);
    await changed('file:///w/shared/base.yaml');
    await server.until(() => server.refreshes === 1);
    assert.equal(
      (await server.diagnostics(uri)).some(({ code }) => code === 'avoided-term'),
      false,
    );
    await server.stop();
  });
});
