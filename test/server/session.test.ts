import assert from 'node:assert/strict';
import type { CompiledTerminology } from '../../engine/src/index.js';
import { configurationFileRequest, pauseNotification } from '../../protocol.js';
import { FULL_CLIENT, Harness, type ServerOptions } from './harness.js';

const URI = 'file:///project/articles/a.md';
const TEXT = 'Diltiazem is a calcium blocker.';

const REFRESHING = {
  ...FULL_CLIENT,
  workspace: {
    ...FULL_CLIENT.workspace,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

describe('session', () => {
  let harness: Harness;
  const start = async (options?: ServerOptions): Promise<Harness> => (harness = await Harness.start(options));
  afterEach(() => harness.stop());

  describe('settings', () => {
    it('are asked for, and asked for again when they change', async () => {
      await start();
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 2);
      await harness.changeSettings({ rules: { 'avoided-term': 'error' } });
      await harness.until(() => harness.refreshes === 1);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
      await harness.changeSettings({ rules: { 'avoided-term': 'off' } });
      assert.deepEqual(await harness.diagnostics(URI), []);
    });

    it('of a wrong shape leave the defaults', async () => {
      await start();
      await harness.changeSettings({
        enable: 'no',
        run: 7,
        style: ['us'],
        rules: { 'avoided-term': 'loud', 3: [] },
        words: 'x',
        hover: null,
      });
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
    });

    it('come with the start for a client that is not asked', async () => {
      await start({
        capabilities: { textDocument: { diagnostic: {} } },
        initializationOptions: { settings: { rules: { 'avoided-term': 'off' } } },
      });
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
      await harness.client.sendNotification('workspace/didChangeConfiguration', {
        settings: { kossa: { rules: { 'avoided-term': 'error' } } },
      });
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
    });

    it('allow words and phrases', async () => {
      await start();
      await harness.changeSettings({ allow: ['Calcium blocker'] });
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
    });

    it('switch off, and pause for the session', async () => {
      await start();
      await harness.open(URI, TEXT);
      await harness.client.sendNotification(pauseNotification, { paused: true });
      assert.deepEqual(await harness.diagnostics(URI), []);
      await harness.until(() => harness.statuses.at(-1)?.state === 'paused');
      await harness.client.sendNotification(pauseNotification, { paused: false });
      assert.equal((await harness.diagnostics(URI)).length, 1);
      await harness.changeSettings({ enable: false });
      assert.deepEqual(await harness.diagnostics(URI), []);
      await harness.until(() => harness.statuses.at(-1)?.state === 'off');
    });

    it('check on save only, and keep what was shown until then', async () => {
      await start();
      harness.settings = { run: 'onSave' };
      await harness.open(URI, TEXT);
      const first = await harness.pull(URI);
      await harness.replace(URI, 'calcium blocker', 'calcium antagonist');
      assert.equal((await harness.pull(URI, first.resultId)).kind, 'unchanged');
      await harness.save(URI);
      await harness.until(() => harness.refreshes === 1);
      const report = await harness.pull(URI, first.resultId);
      assert.ok(report.kind === 'full' && report.items.length === 0);
    });

    it('find nothing where they say off, while hovers go on', async () => {
      await start();
      harness.settings = { run: 'off' };
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
      assert.notEqual(
        await harness.client.sendRequest('textDocument/hover', {
          textDocument: { uri: URI },
          position: { line: 0, character: 1 },
        }),
        null,
      );
    });
  });

  describe('configuration files', () => {
    it('go before settings, the nearest one first, and are watched', async () => {
      await start({ roots: ['file:///project'] });
      harness.files.set('file:///project/.kossarc.json', '{ "rules": { "avoided-term": "error" } }');
      harness.settings = { rules: { 'avoided-term': 'off' } };
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
      assert.equal(
        await harness.client.sendRequest(configurationFileRequest, { uri: URI }),
        'file:///project/.kossarc.json',
      );
      await harness.until(() => harness.registered.includes('workspace/didChangeWatchedFiles'));
      harness.files.set('file:///project/articles/.kossarc.yaml', 'rules:\n  avoided-term: hint\n');
      await harness.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: 'file:///project/articles/.kossarc.yaml', type: 1 }],
      });
      await harness.until(() => harness.refreshes === 1);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 4);
    });

    it('are joined by the words of the project, which are no article though they are plain text', async () => {
      await start({ roots: ['file:///project'], capabilities: REFRESHING });
      const words = 'file:///project/.kossa/words.txt';
      await harness.open(URI, TEXT);
      const asked: string[] = [];
      for (const method of ['workspace/semanticTokens/refresh', 'workspace/inlayHint/refresh']) {
        harness.client.onRequest(method, () => {
          asked.push(method);
          return null;
        });
      }
      harness.files.set(words, 'blocker\n');
      await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: words, type: 1 }] });
      await harness.until(() => harness.refreshes === 1);
      await harness.diagnostics(URI);
      assert.deepEqual(asked, ['workspace/semanticTokens/refresh', 'workspace/inlayHint/refresh']);
      const notes = 'file:///project/notes.txt';
      await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: notes, type: 2 }] });
      await harness.diagnostics(URI);
      assert.equal(harness.refreshes, 1);
    });

    it('of two folders hold for their own documents', async () => {
      await start({ roots: ['file:///one', 'file:///two%20words'] });
      harness.files.set('file:///one/.kossarc.json', '{ "rules": { "avoided-term": "off" } }');
      harness.files.set('file:///two%20words/.kossarc.json', '{ "rules": { "avoided-term": "error" } }');
      await harness.open('file:///one/a.md', TEXT);
      await harness.open('file:///two%20words/a.md', TEXT);
      assert.deepEqual(await harness.diagnostics('file:///one/a.md'), []);
      assert.equal((await harness.diagnostics('file:///two%20words/a.md'))[0]?.severity, 1);
    });

    it('are named by a setting, or hold for a document that was never saved', async () => {
      await start({ roots: ['file:///project'] });
      harness.files.set('file:///project/style/kossa.json', '{ "rules": { "avoided-term": "error" } }');
      harness.settings = { configFile: './style/kossa.json' };
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 1);
      await harness.open('untitled:Untitled-1', TEXT);
      assert.equal((await harness.diagnostics('untitled:Untitled-1'))[0]?.severity, 1);
    });

    it('of a workspace that is no disk come through the client', async () => {
      await start({ roots: ['vscode-vfs://github/owner/repo'], initializationOptions: { readsFiles: true } });
      const asked: string[] = [];
      harness.client.onRequest('kossa/readFile', ({ uri }: { uri: string }) => {
        asked.push(uri);
        return uri === 'vscode-vfs://github/owner/repo/.kossarc.json'
          ? '{ "rules": { "avoided-term": "error" } }'
          : null;
      });
      const uri = 'vscode-vfs://github/owner/repo/docs/a.md';
      await harness.open(uri, TEXT);
      assert.equal((await harness.diagnostics(uri))[0]?.severity, 1);
      assert.ok(asked.every((file) => file.startsWith('vscode-vfs://github/owner/repo/')));
    });

    it('that are broken are told in the status, and the rest goes on', async () => {
      await start({ roots: ['file:///project'] });
      harness.files.set('file:///project/.kossarc.json', '{ "rules": { "avoided-trem": "error" ');
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI)).length, 1);
      await harness.until(() => harness.statuses.length > 0);
      assert.match(harness.statuses.at(-1)?.problem ?? '', /\.kossarc\.json:1:\d+ /);
    });

    it('that are broken are told once by a message where no status item shows them', async () => {
      const broken = '{ "rules": { "avoided-trem": "error" } }';
      await start({ roots: ['file:///project'] });
      harness.files.set('file:///project/.kossarc.json', broken);
      for (const uri of [URI, 'file:///project/b.md']) {
        await harness.open(uri, TEXT);
        await harness.diagnostics(uri);
      }
      await harness.until(() => harness.statuses.length >= 2 && harness.shown.length > 0);
      assert.equal(harness.shown.length, 1);
      assert.match(harness.shown[0]!, /^Kossa: .*\.kossarc\.json:1:\d+ .*avoided-term/u);
      const own = await Harness.start({ roots: ['file:///project'], initializationOptions: { hasCommands: true } });
      own.files.set('file:///project/.kossarc.json', broken);
      await own.open(URI, TEXT);
      await own.diagnostics(URI);
      await own.until(() => own.statuses.length > 0);
      assert.deepEqual(own.shown, []);
      await own.stop();
    });

    it('leave out what they ignore', async () => {
      await start({ roots: ['file:///project'] });
      harness.files.set('file:///project/.kossarc.json', '{ "ignores": ["articles/**"] }');
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
    });
  });

  describe('status', () => {
    it('counts findings and says when and why the style rules rest', async () => {
      await start();
      await harness.open(URI, 'A calcium blocker in many other words that name no other medical thing. '.repeat(1));
      await harness.diagnostics(URI);
      await harness.until(() => harness.statuses.length > 0);
      const status = harness.statuses.at(-1)!;
      assert.deepEqual(
        [status.state, status.findings, status.styleRules, status.scope],
        ['checked', { error: 0, warning: 1, info: 0, hint: 0 }, 'rest-too-few-terms', 'auto'],
      );
      await harness.changeSettings({ scope: 'configured' });
      await harness.diagnostics(URI);
      await harness.until(() => harness.statuses.at(-1)?.styleRules === 'rest-no-configuration');
      await harness.changeSettings({ scope: 'always' });
      await harness.diagnostics(URI);
      await harness.until(() => harness.statuses.at(-1)?.styleRules === 'speak');
    });
  });

  describe('trouble', () => {
    it('with the data is said once, and no request fails', async () => {
      await start({
        loadData: () =>
          Promise.resolve({ terminology: { format: 'something else' } as unknown as CompiledTerminology }),
      });
      await harness.open(URI, TEXT);
      await harness.open('file:///b.md', TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
      assert.deepEqual(await harness.diagnostics('file:///b.md'), []);
      const position = { line: 0, character: 1 };
      assert.equal(
        await harness.client.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position }),
        null,
      );
      assert.equal(
        await harness.client.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position }),
        null,
      );
      await harness.until(() => harness.statuses.some((status) => status.state === 'failed'));
      assert.equal(harness.shown.length, 1);
      assert.match(harness.shown[0]!, /cannot read its terminology/);
    });

    it('with reading the data is said as well', async () => {
      await start({ loadData: () => Promise.reject(new Error('ENOENT')) });
      await harness.until(() => harness.shown.length === 1);
      assert.match(harness.shown[0]!, /Install the extension again/);
    });

    it('with documents never ends the server', async () => {
      await start();
      const documents = [
        '',
        '\u0000',
        '---',
        '---\n: : :\n---\n',
        '---\ntitle: "x\n',
        '<',
        '<!--',
        '<!-- kossa-disable',
        '{/*',
        '\ud800 calcium blocker \udc00',
        '[a]: <',
        '|',
        '| a |\n| - |\n|',
        '> '.repeat(300),
        '*'.repeat(1000),
        '['.repeat(500),
        '`'.repeat(300),
        '\r',
        '\r\r\n\n',
        '\ufeff---\nkossa: false\n---\n',
        '&#x110000; &bogus;',
      ];
      for (const [index, text] of documents.entries()) {
        for (const languageId of ['markdown', 'mdx']) {
          const uri = `file:///bad/${index}.${languageId}`;
          await harness.open(uri, text, languageId);
          await harness.diagnostics(uri);
          const textDocument = { uri };
          await harness.client.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
          await harness.client.sendRequest('textDocument/completion', {
            textDocument,
            position: { line: 99, character: 99 },
          });
          await harness.client.sendRequest('textDocument/codeAction', {
            textDocument,
            range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
            context: { diagnostics: [] },
          });
        }
      }
      assert.deepEqual(
        harness.logged.filter((line) => line.includes('failed')),
        [],
      );
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI)).length, 1);
    });

    it('with messages is answered with an error, and the next one is served', async () => {
      await start();
      await assert.rejects(harness.client.sendRequest('kossa/nothing'));
      await harness.client.sendNotification('textDocument/didChange', {
        textDocument: { uri: 'file:///unknown.md', version: 3 },
        contentChanges: [{ text: 'x' }],
      });
      await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///unknown.md' } });
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI)).length, 1);
    });

    it('with a document closed while it is read ends that request only', async () => {
      await start({ tick: 1000 });
      await harness.open(URI, `${TEXT}\n\n`.repeat(100));
      const pulled = harness.pull(URI).catch((error: { code: number }) => error.code);
      while (harness.pauses < 2) await new Promise((resolve) => setImmediate(resolve));
      await harness.close(URI);
      assert.equal(await pulled, -32802);
      await harness.open('file:///b.md', TEXT);
      assert.equal((await harness.diagnostics('file:///b.md')).length, 1);
    });

    it('is logged without the text of a document', async () => {
      await start();
      harness.settingsFor = () => {
        throw new Error('secret words of the draft');
      };
      await harness.open(URI, TEXT);
      assert.deepEqual(await harness.diagnostics(URI), []);
      await harness.until(() => harness.logged.some((line) => line.includes('diagnostics failed')));
      assert.ok(harness.logged.every((line) => !line.includes('secret')));
    });
  });

  it('asks for nothing that the client does not offer', async () => {
    const { workspace: _, ...capabilities } = FULL_CLIENT;
    await start({ capabilities });
    await harness.open(URI, TEXT);
    assert.equal((await harness.diagnostics(URI)).length, 1);
    assert.deepEqual(harness.registered, []);
  });
});
