import assert from 'node:assert/strict';
import type { ServerCapabilities } from 'vscode-languageserver/node';
import { FULL_CLIENT, Harness, type ServerOptions } from './harness.js';

const URI = 'file:///project/a.md';
const EVERYTHING: ServerOptions = {
  roots: ['file:///project'],
  initializationOptions: { hasCommands: true },
  capabilities: {
    ...FULL_CLIENT,
    workspace: {
      ...FULL_CLIENT.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    },
    textDocument: {
      ...FULL_CLIENT.textDocument,
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  },
};

describe('the protocol', () => {
  let harness: Harness;
  const start = async (options?: ServerOptions): Promise<Harness> => (harness = await Harness.start(options));
  afterEach(() => harness.stop());

  const textDocument = { uri: URI };
  const send = (method: string, params: object): Promise<unknown> => harness.client.sendRequest(method, params);

  /** For each capability that is advertised: what shows that it is kept. */
  const kept: Readonly<Partial<Record<keyof ServerCapabilities, () => Promise<void>>>> = {
    async positionEncoding() {
      const hover = (await at('textDocument/hover', 'Diltiazem')) as { range: { start: { character: number } } };
      assert.equal(hover.range.start.character, 3, 'an emoji is two units of UTF-16');
    },
    async textDocumentSync() {
      await harness.replace(URI, 'calcium blocker', 'calcium channel blocker');
      assert.deepEqual(await harness.findings(URI), ['avoided-term: anti-coagulant']);
      await harness.replace(URI, 'calcium channel blocker', 'calcium blocker');
    },
    async diagnosticProvider() {
      assert.equal((await harness.diagnostics(URI)).length, 2);
      const report = (await send('workspace/diagnostic', { previousResultIds: [] })) as { items: unknown[] };
      assert.deepEqual(report.items, []);
    },
    hoverProvider: () => answers(at('textDocument/hover', 'Diltiazem')),
    async completionProvider() {
      const list = (await at('textDocument/completion', 'calc', 4)) as { items: { label: string }[] };
      assert.ok(list.items.some(({ label }) => label === 'calcinosis'));
      const resolved = (await send('completionItem/resolve', list.items[0]!)) as { documentation?: unknown };
      assert.ok(resolved.documentation);
    },
    definitionProvider: () => answers(at('textDocument/definition', 'Diltiazem')),
    workspaceSymbolProvider: () => answers(send('workspace/symbol', { query: 'diltia' })),
    referencesProvider: () =>
      answers(at('textDocument/references', 'Diltiazem', 1, { context: { includeDeclaration: true } })),
    documentHighlightProvider: () => answers(at('textDocument/documentHighlight', 'Diltiazem')),
    async renameProvider() {
      await answers(at('textDocument/prepareRename', 'Diltiazem'));
      await answers(at('textDocument/rename', 'Diltiazem', 1, { newName: 'a medicine' }));
    },
    documentLinkProvider: () => answers(send('textDocument/documentLink', { textDocument })),
    async codeActionProvider() {
      const range = harness.rangeOf(URI, 'anti-coagulant');
      const params = { textDocument, range, context: { diagnostics: [] } };
      const actions = (await send('textDocument/codeAction', params)) as { title: string; kind: string }[];
      assert.ok(actions.length > 3 && actions.every(({ kind }) => kind === 'quickfix'));
      const all = { ...params, context: { diagnostics: [], only: ['source.fixAll.kossa'] } };
      const [fixAll] = (await send('textDocument/codeAction', all)) as { kind: string }[];
      assert.equal(fixAll?.kind, 'source.fixAll.kossa');
      const everywhere = actions.find(({ title }) => title.endsWith('in all articles…'))!;
      const resolved = (await send('codeAction/resolve', everywhere)) as { edit?: unknown };
      assert.ok(resolved.edit);
    },
    async semanticTokensProvider() {
      const { data } = (await send('textDocument/semanticTokens/full', { textDocument })) as { data: number[] };
      assert.ok(data.length >= 5);
    },
    async inlayHintProvider() {
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      assert.ok(Array.isArray(await send('textDocument/inlayHint', { textDocument, range })));
    },
    async workspace() {
      harness.files.set('file:///other/.kossarc.json', '{ "rules": { "avoided-term": "off" } }');
      const refreshes = harness.refreshes;
      await harness.client.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [] },
      });
      await harness.until(() => harness.refreshes > refreshes);
      await harness.open('file:///other/a.md', 'A calcium blocker.');
      assert.deepEqual(await harness.diagnostics('file:///other/a.md'), []);
    },
  };

  it('is kept in each capability that is advertised', async () => {
    await start(EVERYTHING);
    harness.settings = { focusMode: false, semanticHighlighting: { enable: true }, inlayHints: { enable: true } };
    await harness.open(
      URI,
      '😀 Diltiazem is a calcium blocker, no anti-coagulant.\r\n\r\nCode HP:0025520, and calc\r\n',
    );
    const advertised = Object.keys(harness.initialized.capabilities) as (keyof ServerCapabilities)[];
    assert.deepEqual(
      advertised.filter((name) => kept[name] === undefined),
      [],
    );
    for (const name of advertised) await kept[name]!();
    assert.deepEqual(
      harness.logged.filter((line) => line.includes('failed')),
      [],
    );
  });

  async function at(method: string, words: string, inside = 1, more: object = {}): Promise<unknown> {
    return send(method, { textDocument, position: harness.positionOf(URI, words, inside), ...more });
  }

  async function answers(answer: Promise<unknown>): Promise<void> {
    const value = await answer;
    assert.ok(value !== null && (!Array.isArray(value) || value.length > 0), 'an answer that holds something');
  }

  it('counts positions in UTF-16, over emoji and CRLF, in every answer', async () => {
    await start(EVERYTHING);
    await harness.open(URI, '🩺 é\u0301 warfarin 😀 calcium blocker.\r\n\r\n> 💊 Warfarin, calc\r\n');
    const first = harness.rangeOf(URI, 'warfarin');
    const second = harness.rangeOf(URI, 'Warfarin');
    assert.deepEqual(
      ((await at('textDocument/documentHighlight', 'warfarin')) as { range: unknown }[]).map(({ range }) => range),
      [first, second],
    );
    assert.deepEqual(((await at('textDocument/hover', 'Warfarin')) as { range: unknown }).range, second);
    assert.deepEqual(
      ((await at('textDocument/references', 'warfarin', 1, { context: {} })) as { range: unknown }[]).map(
        ({ range }) => range,
      ),
      [first, second],
    );
    assert.deepEqual(((await at('textDocument/prepareRename', 'warfarin')) as { range: unknown }).range, first);
    const list = (await at('textDocument/completion', 'calc\r', 4)) as { items: { textEdit: { range: unknown } }[] };
    assert.deepEqual(list.items[0]?.textEdit.range, {
      start: harness.positionOf(URI, 'calc\r'),
      end: harness.positionOf(URI, 'calc\r', 4),
    });
    assert.deepEqual((await harness.diagnostics(URI))[0]?.range, harness.rangeOf(URI, 'calcium blocker'));
  });

  it('lets every kind of request be cancelled, and serves the next one', async () => {
    await start({ ...EVERYTHING, tick: 1000 });
    await harness.open(URI, 'A calcium blocker and calc\n\n'.repeat(150));
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const position = { line: 0, character: 24 };
    for (const [method, params] of [
      ['textDocument/hover', { position }],
      ['textDocument/completion', { position }],
      ['textDocument/definition', { position }],
      ['textDocument/references', { position, context: { includeDeclaration: true } }],
      ['textDocument/documentHighlight', { position }],
      ['textDocument/rename', { position, newName: 'x' }],
      ['textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: [] } }],
      ['textDocument/semanticTokens/full', {}],
      ['textDocument/diagnostic', {}],
      ['kossa/statistics', { uri: URI }],
    ] as const) {
      // Something new to read for each of them.
      await harness.change(URI, [{ range: { start: position, end: position }, text: 'x' }]);
      const source = new CancellationTokenSource();
      const asked = harness.client.sendRequest(method, { textDocument, ...params }, source.token);
      const pauses = harness.pauses;
      while (harness.pauses < pauses + 2) await new Promise((resolve) => setImmediate(resolve));
      source.cancel();
      await assert.rejects(asked, { code: -32800 }, method);
    }
    assert.equal((await harness.diagnostics(URI)).length, 150);
  });

  it('survives requests whose parameters are missing or of a wrong kind', async () => {
    await start(EVERYTHING);
    await harness.open(URI, 'A calcium blocker.');
    for (const method of [
      ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'rename', 'prepareRename'],
      ...['codeAction', 'diagnostic', 'documentLink', 'semanticTokens/full', 'inlayHint'],
    ]) {
      for (const params of [
        {},
        { textDocument: null },
        { textDocument: { uri: 7 } },
        { textDocument, position: { line: -1, character: 1e9 }, range: null, context: null, newName: null },
        { textDocument, position: 'x', range: { start: {} }, context: {} },
      ]) {
        await send(`textDocument/${method}`, params).catch(() => undefined);
      }
    }
    for (const method of [
      'card',
      'termAt',
      'explain',
      'fixAll',
      'mentions',
      'statistics',
      'report',
      'grade',
      'insertWord',
    ]) {
      await send(`kossa/${method}`, { uri: 7 }).catch(() => undefined);
      await send(`kossa/${method}`, {}).catch(() => undefined);
    }
    await harness.client.sendNotification('kossa/caret', { uri: URI, position: { line: 1e9, character: -5 } });
    await harness.client.sendNotification('kossa/pause', {});
    await harness.client.sendNotification('workspace/didChangeConfiguration', {});
    assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
  });

  it('survives bytes that are no message', async () => {
    await start();
    await harness.open(URI, 'A calcium blocker.');
    harness.sendRaw('Content-Length: 5\r\n\r\nhello');
    harness.sendRaw('Content-Length: 2\r\n\r\n{}');
    harness.sendRaw('Content-Length: 4\r\n\r\nnull');
    harness.sendRaw('Content-Length: 27\r\n\r\n{"jsonrpc":"2.0","id":true}');
    assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
  });

  it('needs no dynamic registration: what the client tells unasked holds', async () => {
    await start({
      roots: ['file:///project'],
      capabilities: {
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: {} },
      },
    });
    await harness.open(URI, 'A calcium blocker.');
    assert.equal((await harness.diagnostics(URI))[0]?.severity, 2);
    harness.files.set('file:///project/.kossarc.json', '{ "rules": { "avoided-term": "error" } }');
    await harness.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///project/.kossarc.json', type: 1 }],
    });
    await harness.until(() => harness.refreshes === 1);
    assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
    assert.deepEqual(harness.registered, []);
  });

  for (const [name, whole, broken] of [
    ['.kossarc.json', '{ "rules": { "avoided-term": "error" } }', '{ "rules": { "avoided-te'],
    ['.kossarc.yaml', 'rules:\n  avoided-term: error\n', 'rules:\n  avoided-term: "err\n'],
  ] as const) {
    it(`keeps what ${name} said while it is broken, and tells the writer`, async () => {
      await start({ roots: ['file:///project'] });
      const uri = `file:///project/${name}`;
      const save = async (text: string): Promise<void> => {
        const { refreshes } = harness;
        harness.files.set(uri, text);
        await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
        await harness.until(() => harness.refreshes > refreshes);
      };
      harness.files.set(uri, whole);
      await harness.open(URI, 'A calcium blocker.');
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
      await save(broken);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
      await harness.until(() => harness.statuses.at(-1)?.problem !== undefined);
      assert.match(harness.statuses.at(-1)!.problem!, /\.kossarc\.\w+:\d+:\d+ /u);
      await save(whole.replace('error', 'hint'));
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 4);
      await harness.until(() => harness.statuses.at(-1)?.problem === undefined);
    });
  }
});
