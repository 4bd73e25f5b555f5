import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { caretNotification } from '../../protocol.js';
import type { Finding } from '../../engine/src/index.js';
import { Typing } from '../../server/src/features/typing.js';
import { FULL_CLIENT, Harness, type ServerOptions } from './harness.js';

const URI = 'file:///articles/a.md';
const FOUND = ['avoided-term: calcium blocker'];

describe('the word that is being typed', () => {
  let harness: Harness;
  const start = async (options?: ServerOptions): Promise<Harness> => (harness = await Harness.start(options));
  const withCaret: ServerOptions = { initializationOptions: { tellsCaret: true } };
  afterEach(() => harness.stop());

  async function type(text: string): Promise<void> {
    for (const letter of text) {
      const end = harness.document(URI).positionAt(harness.document(URI).getText().length);
      await harness.change(URI, [{ range: { start: end, end }, text: letter }]);
    }
  }

  it('is left alone until a space or a full stop ends it', async () => {
    await start(withCaret);
    await harness.open(URI, 'Calcium is no calcium block');
    await type('er');
    assert.deepEqual(await harness.findings(URI), []);
    await type(' ');
    assert.deepEqual(await harness.findings(URI), FOUND);
  });

  it('is looked at as soon as the cursor leaves it', async () => {
    await start(withCaret);
    await harness.open(URI, 'One 😀 calcium block');
    await type('er');
    const held = await harness.pull(URI);
    assert.ok(held.kind === 'full' && held.items.length === 0);
    const inside = harness.positionOf(URI, 'blocker', 3);
    await harness.client.sendNotification(caretNotification, { uri: URI, position: inside });
    assert.equal((await harness.pull(URI, held.resultId)).kind, 'unchanged');
    assert.equal(harness.refreshes, 0);
    await harness.client.sendNotification(caretNotification, { uri: URI, position: { line: 0, character: 0 } });
    await harness.until(() => harness.refreshes === 1);
    const shown = await harness.pull(URI, held.resultId);
    assert.ok(shown.kind === 'full' && shown.items.length === 1);
  });

  it('is looked at when another document takes the cursor, and when the file is saved', async () => {
    await start(withCaret);
    await harness.open(URI, 'A calcium block');
    await type('er');
    assert.deepEqual(await harness.findings(URI), []);
    await harness.client.sendNotification(caretNotification, { uri: '' });
    assert.deepEqual(await harness.findings(URI), FOUND);
    await type('s');
    assert.deepEqual(await harness.findings(URI), []);
    await harness.save(URI);
    assert.equal((await harness.findings(URI)).length, 1);
  });

  it('hides no finding elsewhere, nor one that goes beyond it on both sides', async () => {
    await start(withCaret);
    await harness.open(URI, 'A calcium blocker. Some calcium blo.');
    await harness.replace(URI, 'blo.', 'blockers');
    assert.deepEqual(await harness.findings(URI), FOUND);
    await harness.replace(URI, 'Some ', 'Some  ');
    assert.equal((await harness.findings(URI)).length, 2);
  });

  it('is reported at once where the writer wants that', async () => {
    await start(withCaret);
    harness.settings = { focusMode: false };
    await harness.open(URI, 'A calcium block');
    await type('er');
    assert.deepEqual(await harness.findings(URI), FOUND);
  });

  it('is left alone in what is pushed as well, and pushed when the file is saved', async () => {
    await start({
      capabilities: { workspace: FULL_CLIENT.workspace!, textDocument: { publishDiagnostics: {} } },
    });
    await harness.open(URI, 'A calcium block');
    await type('er');
    await harness.until(() => harness.published.at(-1)?.version === 3);
    assert.deepEqual(harness.published.at(-1)?.diagnostics, []);
    await harness.save(URI);
    await harness.until(() => harness.published.at(-1)?.diagnostics.length === 1);
  });

  it('is reported to a client that would never ask again', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await harness.open(URI, 'A calcium block');
    await type('er');
    assert.deepEqual(await harness.findings(URI), FOUND);
  });

  it('waits for the delay, and asks to be asked again where more was typed meanwhile', async () => {
    await start(withCaret);
    harness.settings = { delay: 40, focusMode: false };
    await harness.open(URI, 'A calcium block');
    await type('e');
    const early = harness.pull(URI).then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    // Another request is answered: the first one waits now.
    await harness.client.sendRequest('textDocument/documentHighlight', {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    });
    await type('r');
    assert.deepEqual(await harness.findings(URI), FOUND);
    assert.equal(await early, -32802);
  });
});

describe('a word that is left without a word of the client', () => {
  afterEach(() => mock.timers.reset());

  it('is looked at after a rest', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const released: string[] = [];
    const typing = new Typing({
      now: () => 0,
      canShowLater: true,
      tellsCaret: false,
      released: (uri) => released.push(uri),
    });
    const at = { line: 0, character: 2 };
    const document = TextDocument.create(URI, 'markdown', 2, 'A calcium blocker');
    typing.changed(document, [{ range: { start: at, end: at }, text: 'calcium blocker' }]);
    const finding = { span: { start: 2, end: 17 } } as Finding;
    assert.deepEqual([...typing.held(document, [finding])], [finding]);
    mock.timers.tick(1000);
    assert.deepEqual(released, []);
    mock.timers.tick(1000);
    assert.deepEqual(released, [URI]);
    assert.deepEqual([...typing.held(document, [finding])], []);
  });
});
