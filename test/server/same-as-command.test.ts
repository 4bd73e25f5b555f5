import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';
import { Harness } from './harness.js';

/** One tree with every way of configuring it. */
const ARTICLE = 'A calcium blocker in Downs syndrome, in soft issue and colchicin.\n';
const TREE: Readonly<Record<string, string>> = {
  '.kossarc.yaml':
    'extends: [./shared/base.yaml, house]\noverrides:\n  - files: [uk/**]\n    style: uk\nignores: [drafts]\n',
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
  'package/package.json': '{ "kossa": { "allow": ["calcium blocker"] } }',
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
