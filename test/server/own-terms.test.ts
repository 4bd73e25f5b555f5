import assert from 'node:assert/strict';
import type { Location, LocationLink, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver';
import { FULL_CLIENT, Harness } from './harness.js';

const URI = 'file:///two%20words/a.md';
const OTHER = 'file:///two%20words/b.md';
const TERMS = 'file:///two%20words/terms/house.yaml';
const HOUSE = `field: Our own.
concepts:
  - id: soothing-wrap
    preferred: soothing wrap
    kind: procedure
    variants:
      - {text: cool wrap, status: deprecated, because: The leaflets say soothing wrap.}
extend:
  - id: warfarin
    variants:
      - {text: blood thinner W, status: lay}
`;

describe('terms of a project', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({
      roots: ['file:///two%20words'],
      capabilities: LINKING,
      initializationOptions: { hasCommands: true },
    });
    harness.files.set('file:///two%20words/.kossarc.yaml', 'terms: [./terms/*.yaml]\n');
    harness.files.set(TERMS, HOUSE);
    harness.files.set(OTHER, 'Two soothing wraps.\n');
    await harness.open(URI, 'A soothing wrap helps. Warfarin may not.\n');
  });
  afterEach(() => harness.stop());

  function at(words: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
    return { textDocument: { uri: URI }, position: harness.positionOf(URI, words, 2) };
  }

  it('lead to the line of the file that says what they are', async () => {
    const links = await harness.client.sendRequest<LocationLink[]>('textDocument/definition', at('soothing wrap'));
    assert.deepEqual(
      links.map(({ targetUri, targetRange }) => [targetUri, targetRange.start, targetRange.end]),
      [[TERMS, { line: 2, character: 8 }, { line: 2, character: 21 }]],
    );
    const [page] = await harness.client.sendRequest<LocationLink[]>('textDocument/definition', at('Warfarin'));
    assert.match(page!.targetUri, /^kossa-term:\/warfarin\.md/u);
  });

  it('lead there in other editors, too, which show no pages of terms and take no links', async () => {
    const other = await Harness.start({ roots: ['file:///two%20words'] });
    for (const [uri, text] of harness.files) other.files.set(uri, text);
    await other.open(URI, harness.document(URI).getText());
    const [place] = await other.client.sendRequest<Location[]>('textDocument/definition', at('soothing wrap'));
    assert.deepEqual([place!.uri, place!.range.start.line], [TERMS, 2]);
    assert.equal(await other.client.sendRequest('textDocument/definition', at('Warfarin')), null);
    await other.stop();
  });

  it('have uses in all articles, another name, and are symbols', async () => {
    const places = await harness.client.sendRequest<Location[]>('textDocument/references', {
      ...at('soothing wrap'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.character]),
      [
        [URI, 2],
        [OTHER, 4],
      ],
    );
    const edit = await harness.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('soothing wrap'),
      newName: 'calming wrap',
    });
    assert.equal(edit.documentChanges?.length, 2);
    const symbols = await harness.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'soothing' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['soothing wrap'],
    );
  });

  it('hold on while their file is broken, and the writer is told where', async () => {
    const save = async (text: string): Promise<void> => {
      const { refreshes } = harness;
      harness.files.set(TERMS, text);
      await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: TERMS, type: 2 }] });
      await harness.until(() => harness.refreshes > refreshes);
    };
    await harness.replace(URI, 'soothing', 'cool');
    await harness.replace(URI, 'cool wrap helps', 'cool wrap helps there');
    assert.deepEqual(await harness.findings(URI), ['avoided-term: cool wrap']);
    await save(HOUSE.replace('{text: cool wrap', '{text: "cool wrap'));
    assert.deepEqual(await harness.findings(URI), ['avoided-term: cool wrap']);
    await harness.until(() => harness.statuses.at(-1)?.problem !== undefined);
    assert.match(harness.statuses.at(-1)!.problem!, /\/terms\/house\.yaml:\d+:\d+ this is no valid YAML/u);
    await save(HOUSE.replace('cool wrap', 'cold wrap'));
    assert.deepEqual(await harness.findings(URI), []);
    await harness.until(() => harness.statuses.at(-1)?.problem === undefined);
  });
});

const LINKING = {
  ...FULL_CLIENT,
  textDocument: { ...FULL_CLIENT.textDocument, definition: { linkSupport: true } },
};
