// The language server as other editors start it: the shipped command, a process, and its standard streams.
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { removeWorkplaces, Workplace } from './kossa.js';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const URI = 'untitled:Untitled-1';
const TEXT = 'Ask about calcium blockers like warfarin.\n\nTake 5.0 mg of Colchine.\n';
const PULL = { textDocument: { uri: URI } };

/** An editor with its server. */
class Editor {
  readonly server: ChildProcessWithoutNullStreams;
  readonly client: ProtocolConnection;
  readonly ended: Promise<number | null>;
  complaints = '';

  constructor(...flags: readonly string[]) {
    this.server = spawn(process.execPath, [path.join(DIST, 'cli.mjs'), 'lsp', '--stdio', ...flags]);
    this.server.stderr.on('data', (part: Buffer) => (this.complaints += part.toString()));
    this.ended = new Promise((resolve) => this.server.once('close', resolve));
    this.client = createProtocolConnection(
      new StreamMessageReader(this.server.stdout),
      new StreamMessageWriter(this.server.stdin),
    );
    this.client.listen();
    editors.push(this);
  }

  async open(capabilities: object, initializationOptions?: object): Promise<void> {
    await this.client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    await this.client.sendNotification('initialized', {});
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT },
    });
  }

  async pull(): Promise<readonly Diagnostic[]> {
    const report = await this.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', PULL);
    assert.ok(report.kind === 'full');
    return report.items;
  }
}

const editors: Editor[] = [];

describe('kossa lsp', () => {
  before(() => {
    for (const file of ['cli.mjs', 'server.cjs']) {
      if (!existsSync(path.join(DIST, file))) throw new Error(`dist/${file} is missing: run \`npm run build\` first`);
    }
  });
  afterEach(() => {
    for (const { client, server } of editors.splice(0)) {
      client.dispose();
      server.kill();
    }
    removeWorkplaces();
  });

  it('serves an editor that asks for findings, from the first word to the last', async () => {
    const editor = new Editor();
    await editor.open({ textDocument: { diagnostic: {} } });
    assert.deepEqual((await editor.pull()).map(({ code }) => code).sort(), [
      'mislabeled-class',
      'misspelled-term',
      'unsafe-dose',
    ]);
    const hover = await editor.client.sendRequest('textDocument/hover', {
      ...PULL,
      position: { line: 0, character: 34 },
    });
    assert.match(JSON.stringify(hover), /warfarin/iu);
    const actions = await editor.client.sendRequest<readonly { title: string }[]>('textDocument/codeAction', {
      ...PULL,
      range: { start: { line: 2, character: 17 }, end: { line: 2, character: 17 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => /colchicine/iu.test(title)));
    await editor.client.sendRequest('shutdown');
    await editor.client.sendNotification('exit');
    assert.deepEqual([await editor.ended, editor.complaints], [0, '']);
  });

  it('sends its findings to an editor that does not ask', async () => {
    const editor = new Editor();
    const sent = new Promise<PublishDiagnosticsParams>((resolve) =>
      editor.client.onNotification('textDocument/publishDiagnostics', resolve),
    );
    await editor.open({ textDocument: { publishDiagnostics: {} } });
    const { uri, diagnostics } = await sent;
    assert.deepEqual([uri, diagnostics.length], [URI, 3]);
    assert.ok(diagnostics.every(({ source }) => source === 'kossa'));
  });

  it('takes the settings of the start, also from an editor that can be asked and has no answer', async () => {
    const editor = new Editor();
    const asked: unknown[] = [];
    editor.client.onRequest('workspace/configuration', (params: { items: readonly unknown[] }) => {
      asked.push(params);
      return params.items.map(() => null);
    });
    const settings = { rules: { 'unsafe-dose': 'off' } };
    await editor.open({ workspace: { configuration: true }, textDocument: { diagnostic: {} } }, { settings });
    assert.deepEqual((await editor.pull()).map(({ code }) => code).sort(), ['mislabeled-class', 'misspelled-term']);
    assert.ok(asked.length > 0);
  });

  it('prefers what the editor answers', async () => {
    const editor = new Editor();
    editor.client.onRequest('workspace/configuration', () => [{ rules: { 'misspelled-term': 'off' } }]);
    const settings = { rules: { 'unsafe-dose': 'off' } };
    await editor.open({ workspace: { configuration: true }, textDocument: { diagnostic: {} } }, { settings });
    assert.deepEqual((await editor.pull()).map(({ code }) => code).sort(), ['mislabeled-class', 'unsafe-dose']);
  });

  it('ends when the editor is gone without a word, and takes the flag that names its process', async () => {
    const editor = new Editor(`--clientProcessId=${process.pid}`);
    await editor.open({ textDocument: { diagnostic: {} } });
    assert.equal((await editor.pull()).length, 3);
    editor.client.dispose();
    editor.server.stdin.end();
    assert.equal(await editor.ended, 1);
  });

  it('says how it is started where --stdio is missing', async () => {
    const { code, out, err } = await new Workplace().run(['lsp']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^kossa: kossa lsp speaks with an editor .* `kossa lsp --stdio`/u);
  });

  it('helps, and names no flag that only programs use', async () => {
    const { code, out } = await new Workplace().run(['lsp', '--help']);
    assert.equal(code, 0);
    assert.match(out, /--stdio/u);
    assert.doesNotMatch(out, /clientProcessId/u);
  });

  it('is no burden to the other commands: their bundle holds no language server', () => {
    for (const name of readdirSync(DIST).filter((file) => /^cli.*\.mjs$/u.test(file))) {
      assert.doesNotMatch(readFileSync(path.join(DIST, name), 'utf8'), /textDocument\/publishDiagnostics/u, name);
    }
  });
});
