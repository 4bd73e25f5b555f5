import assert from 'node:assert/strict';
import {
  cardRequest,
  terminologyTreeRequest,
  termsChangedNotification,
  termsRequest,
  type CardResult,
  type TermEntry,
  type TermTreeNode,
} from '../../protocol.js';
import { FULL_CLIENT, Harness } from './harness.js';

const WRAP = `concepts:
  - id: soothing-wrap
    preferred: soothing wrap
    kind: procedure
    definition: {text: A cool wet cloth., unverified: ours}
extend:
  - id: warfarin
    variants:
      - {text: Coumadin, status: deprecated, because: We write no brands.}
`;
const FAULTY = `concepts:
  - id: broken
    preferred: broken
    kind: drugs
`;

describe("a team's own terms in the editor", () => {
  let harness: Harness;
  let changes: number;
  async function start(roots: readonly string[], files: Readonly<Record<string, string>>): Promise<void> {
    harness = await Harness.start({
      roots,
      initializationOptions: { hasCommands: true },
      capabilities: FULL_CLIENT,
    });
    changes = 0;
    harness.client.onNotification(termsChangedNotification, () => void changes++);
    for (const [uri, text] of Object.entries(files)) harness.files.set(uri, text);
  }
  afterEach(() => harness.stop());

  const tree = (): Promise<readonly TermTreeNode[]> => harness.client.sendRequest(terminologyTreeRequest, {});
  const changed = (uri: string): Promise<void> =>
    harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  const shownAt = (uri: string): (readonly [line: number, column: number, end: number, message: string])[] =>
    (harness.published.findLast((one) => one.uri === uri)?.diagnostics ?? []).map(({ range, message }) => [
      range.start.line,
      range.start.character,
      range.end.character,
      String(message),
    ]);

  const house = {
    'file:///house/.kossarc.yaml': 'terms: [./terms/*.yaml]\n',
    'file:///house/terms/wraps.yaml': WRAP,
  };

  it('stand first in the tree, new ones and extended ones, with the project that knows them', async () => {
    await start(['file:///house'], house);
    const [own, second] = await tree();
    assert.equal(own?.label, 'Terms of this project');
    assert.deepEqual(
      own.children.map(({ label, kind }) => `${label}: ${kind}`),
      ['soothing wrap: procedure', 'warfarin: drug'],
    );
    assert.notEqual(second?.label, 'Terms of this project');
    const { conceptId, asked } = own.children[0]!;
    const card: CardResult | null = await harness.client.sendRequest(cardRequest, { conceptId, uri: asked });
    assert.match(card!.markdown, /A cool wet cloth/u);
  });

  it('stand below the name of each folder where several have some, and are no group where none has', async () => {
    await start(['file:///house', 'file:///plain', 'file:///other%20house/'], {
      ...house,
      'file:///other%20house/.kossarc.yaml': 'terms: [./own.yaml]\n',
      'file:///other%20house/own.yaml': WRAP.replaceAll('soothing', 'warming'),
    });
    const labels = (await tree()).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['Terms of house', 'Terms of other house']);
    assert.ok(!labels.some((label) => label.includes('plain')));
  });

  it('can be looked up, each once', async () => {
    await start(['file:///house'], house);
    const entries: readonly TermEntry[] = await harness.client.sendRequest(termsRequest);
    assert.deepEqual(
      entries.filter(({ asked }) => asked !== undefined).map(({ label, asked }) => [label, asked]),
      [['soothing wrap', 'file:///house/article.md']],
    );
    assert.equal(entries.filter(({ label }) => label === 'warfarin').length, 1);
  });

  it('are asked for again when a file of them changes', async () => {
    await start(['file:///house'], house);
    assert.equal((await tree())[0]!.children.length, 2);
    harness.files.set('file:///house/terms/wraps.yaml', WRAP.slice(0, WRAP.indexOf('extend')));
    await changed('file:///house/terms/wraps.yaml');
    assert.equal((await tree())[0]!.children.length, 1);
    assert.equal(changes, 1);
  });

  it('show a fault in their file, at its line to the end of it, until it is mended', async () => {
    const uri = 'file:///house/terms/wraps.yaml';
    await start(['file:///house'], { ...house, [uri]: FAULTY });
    await harness.open('file:///house/a.md', 'A text.\n');
    await harness.until(() => shownAt(uri).length > 0);
    assert.deepEqual(shownAt(uri), [[3, 10, 15, 'kind: `drugs` is not known; did you mean `drug`?']]);
    harness.files.set(uri, FAULTY.replace('drugs', 'drug'));
    await changed(uri);
    await harness.until(() => harness.published.some((one) => one.uri === uri && one.diagnostics.length === 0));
    assert.deepEqual(shownAt(uri), []);
  });

  it('show faults of the configuration too, once however many documents it holds for', async () => {
    const uri = 'file:///house/.kossarc.yaml';
    await start(['file:///house'], { [uri]: 'stile: uk\n' });
    await harness.open('file:///house/a.md', 'A text.\n');
    await harness.open('file:///house/b/c.md', 'A text.\n');
    await harness.until(() => shownAt(uri).length > 0);
    assert.deepEqual(shownAt(uri), [[0, 0, 9, 'unknown setting `stile`; did you mean `style`?']]);
  });

  it('show nothing where Kossa is switched off', async () => {
    await start(['file:///house'], { 'file:///house/.kossarc.yaml': 'stile: uk\n' });
    await harness.changeSettings({ enable: false });
    await harness.open('file:///house/a.md', 'A text.\n');
    assert.deepEqual(await harness.diagnostics('file:///house/a.md'), []);
    assert.deepEqual(shownAt('file:///house/.kossarc.yaml'), []);
  });
});
