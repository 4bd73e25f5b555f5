import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  LocationLink,
  SemanticTokens,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { CompiledTerminology } from '../../engine/src/index.js';
import { FULL_CLIENT, Harness } from './harness.js';

const DATA = path.join(import.meta.dirname, '../../dist/data/terminology.json');

const URI = 'file:///articles/a.md';
const OTHER = 'file:///articles/b.md';

describe('navigation', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({
      initializationOptions: { hasCommands: true },
      capabilities: {
        ...FULL_CLIENT,
        textDocument: { ...FULL_CLIENT.textDocument, definition: { linkSupport: true } },
      },
    });
  });
  afterEach(() => harness.stop());

  function at(words: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
    return { textDocument: { uri: URI }, position: harness.positionOf(URI, words, 1) };
  }

  it('leads from a term to its page', async () => {
    await harness.open(URI, 'Ask about **diltiazem** here.');
    const [link] = await harness.client.sendRequest<LocationLink[]>('textDocument/definition', at('diltiazem'));
    assert.match(link!.targetUri, /^kossa-term:\/diltiazem\.md\?/u);
    assert.deepEqual(link!.originSelectionRange, {
      start: { line: 0, character: 12 },
      end: { line: 0, character: 21 },
    });
    assert.equal(await harness.client.sendRequest('textDocument/definition', at('here')), null);
  });

  it('leads nowhere in a client that shows no pages of terms', async () => {
    const other = await Harness.start();
    await other.open(URI, 'Ask about diltiazem here.');
    const position = { line: 0, character: 12 };
    const asked = { textDocument: { uri: URI }, position };
    assert.equal(await other.client.sendRequest('textDocument/definition', asked), null);
    assert.equal(other.initialized.capabilities.workspaceSymbolProvider, undefined);
    await other.stop();
  });

  it('finds a term under all its names, here and in the other articles', async () => {
    harness.files.set(OTHER, '# Calcium antagonists\n\nNothing else.\n');
    harness.files.set('file:///articles/c.md', 'Nothing at all.\n');
    await harness.open(URI, 'A calcium channel blocker. Two calcium channel blockers.\n');
    const places = await harness.client.sendRequest<Location[]>('textDocument/references', {
      ...at('calcium channel blocker.'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line, range.start.character, range.end.character]),
      [
        [URI, 0, 2, 25],
        [URI, 0, 31, 55],
        [OTHER, 0, 2, 21],
      ],
    );
  });

  it('highlights the uses in the document', async () => {
    await harness.open(URI, 'Diltiazem, again diltiazem, and `diltiazem` in code.');
    const highlights = await harness.client.sendRequest<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      at('diltiazem,'),
    );
    assert.deepEqual(
      highlights.map(({ range }) => range.start.character),
      [0, 17],
    );
  });

  it('renames the name that is meant, with its plural and its capitals, and leaves quotations and other names', async () => {
    harness.files.set(OTHER, 'Calcium channel blockers and calcium antagonists.\n');
    await harness.open(URI, 'A calcium channel blocker.\n\n> A calcium channel blocker.\n');
    assert.deepEqual(await harness.client.sendRequest('textDocument/prepareRename', at('calcium channel blocker')), {
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 25 } },
      placeholder: 'calcium channel blocker',
    });
    const edit = await harness.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('calcium channel blocker'),
      newName: 'calcium blocker',
    });
    const changes = edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [
        textDocument.uri,
        textDocument.version,
        edits.map((one) => ('newText' in one ? one.newText : '')),
      ]),
      [
        [URI, 1, ['calcium blocker']],
        [OTHER, null, ['Calcium blockers']],
      ],
    );
  });

  it('refuses a new name that is no plain words', async () => {
    await harness.open(URI, 'A calcium channel blocker.');
    await assert.rejects(
      harness.client.sendRequest('textDocument/rename', { ...at('calcium'), newName: '**bold**' }),
      /plain words/u,
    );
  });

  it('finds terms as symbols, once two letters are typed', async () => {
    const symbols = await harness.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'CCB' });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [['calcium channel blocker', 'drug class']],
    );
    assert.deepEqual(await harness.client.sendRequest('workspace/symbol', { query: '' }), []);
  });

  it('links codes of other terminologies, but not in code', async () => {
    await harness.open(URI, 'See HP:0003761, ICD-10 L94.2 and `HP:0000001`.');
    const links = await harness.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      links.map(({ range, target }) => [range.start.character, target]),
      [
        [4, 'https://hpo.jax.org/browse/term/HP:0003761'],
        [16, 'https://icd10cmtool.cdc.gov/?query=L94.2'],
      ],
    );
  });

  it('colours terms by kind only where the writer wants it, a term over two lines in two parts', async () => {
    const ask = () =>
      harness.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri: URI } });
    await harness.open(URI, 'A calcium\nchannel blocker.');
    assert.deepEqual((await ask()).data, []);
    harness.settings = { semanticHighlighting: { enable: true } };
    await harness.client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    assert.deepEqual((await ask()).data, [0, 2, 7, 2, 0, 1, 0, 15, 2, 0]);
  });

  it('offers plain names at the first use only where the writer wants it, and where the text has none', async () => {
    const terminology = JSON.parse(readFileSync(DATA, 'utf8')) as CompiledTerminology;
    const real = await Harness.start({ loadData: () => Promise.resolve({ terminology }) });
    const ask = () =>
      real.client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri: URI },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      });
    await real.open(URI, 'Hypercalcemia hurts. Hypercalcemia stays.');
    assert.deepEqual(await ask(), []);
    await real.changeSettings({ inlayHints: { enable: true } });
    const [hint, ...others] = await ask();
    assert.deepEqual([hint?.position, others], [{ line: 0, character: 13 }, []]);
    const plain = String(hint?.label).replace(/^= /u, '');
    await real.replace(URI, 'Hypercalcemia hurts.', `Hypercalcemia, ${plain}, hurts.`);
    assert.deepEqual(await ask(), []);
    await real.stop();
  });
});
