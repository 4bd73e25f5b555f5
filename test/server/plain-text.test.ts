import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, Hover, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { listFilesRequest, readFileRequest, reportRequest, type ReportResult } from '../../protocol.js';
import { Harness, type ServerOptions } from './harness.js';

const URI = 'file:///project/notes.txt';
const TEXT = '# A heading it is not\r\n\r\n    Diltiazem is a calcium blocker. 🩺\r\n<!-- kossa-disable-file -->\r\n';

describe('a plain text', () => {
  let harness: Harness;
  const start = async (options?: ServerOptions): Promise<Harness> => (harness = await Harness.start(options));
  afterEach(() => harness.stop());

  for (const languageId of ['plaintext', 'text']) {
    it(`is read without marks of Markdown, where an editor calls it ${languageId}`, async () => {
      await start();
      await harness.open(URI, TEXT, languageId);
      assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
      await harness.open('file:///project/notes.md', TEXT);
      assert.deepEqual(await harness.findings('file:///project/notes.md'), []);
    });
  }

  it('is mended, and never gets a comment that would show', async () => {
    await start({ initializationOptions: { hasCommands: true } });
    await harness.open(URI, TEXT, 'plaintext');
    const actions = await harness.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: harness.rangeOf(URI, 'calcium blocker'),
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Replace with `calcium channel blocker`', 'Look up “calcium channel blocker”'],
    );
    assert.equal(harness.applied(URI, actions[0]!.edit!), TEXT.replace('calcium blocker', 'calcium channel blocker'));
  });

  it('has cards and completion, but no directives to complete', async () => {
    await start();
    await harness.open(URI, `${TEXT}\r\n<!-- kossa-\r\n\r\nTake dilt`, 'plaintext');
    const { contents } = await harness.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, 'Diltiazem', 3),
    });
    assert.match((contents as { value: string }).value, /^\*\*diltiazem\*\*/u);
    const complete = async (words: string): Promise<readonly string[]> => {
      const { items } = await harness.client.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri: URI },
        position: harness.positionOf(URI, words, words.length),
      });
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await complete('Take dilt'), ['diltiazem']);
    assert.ok(!(await complete('<!-- kossa-')).some((label) => label.startsWith('kossa')));
  });

  it('says in the report what it is', async () => {
    await start();
    await harness.open(URI, TEXT, 'plaintext');
    const { markdown } = await harness.client.sendRequest<ReportResult>(reportRequest, { uri: URI });
    assert.match(markdown, /^Checked while you type, as plain text: 1 finding\./mu);
  });

  it('is read as one where it is not open, when the client lists it', async () => {
    await start({ roots: ['file:///project'], initializationOptions: { readsFiles: true } });
    harness.settings = { workspaceDiagnostics: { enable: true } };
    harness.files.set(URI, TEXT);
    harness.client.onRequest(listFilesRequest, () => [URI]);
    harness.client.onRequest(readFileRequest, () => null);
    const { items } = await harness.client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((item) => item.kind === 'full' && item.items.map(({ code }) => code)),
      [['avoided-term']],
    );
  });
});
