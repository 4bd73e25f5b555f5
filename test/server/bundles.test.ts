import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { ReadDataParams } from '../../protocol.js';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const URI = 'untitled:Untitled-1';
const TEXT = 'Ask about calcium blockers like warfarin.';
const INITIALIZE = { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } };
const OPEN = { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT } };
const PULL = { textDocument: { uri: URI } };

function built(name: string): string {
  const file = path.join(DIST, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run \`npm run build\` first`);
  return file;
}

function rulesOf(report: DocumentDiagnosticReport): string {
  assert.ok(report.kind === 'full');
  return report.items.map((item) => item.code).join();
}

describe('the built servers', () => {
  it('for Node finds its data beside itself and lints over standard streams', async () => {
    const server = spawn(process.execPath, [built('server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    client.listen();
    try {
      await client.sendRequest('initialize', INITIALIZE);
      await client.sendNotification('initialized', {});
      await client.sendNotification('textDocument/didOpen', OPEN);
      assert.equal(rulesOf(await client.sendRequest('textDocument/diagnostic', PULL)), 'mislabeled-class');
      await client.sendRequest('shutdown');
      const ended = new Promise((resolve) => server.once('exit', resolve));
      await client.sendNotification('exit');
      assert.equal(await ended, 0);
    } finally {
      client.dispose();
      server.kill();
    }
  });

  it('for Node is told of data that is elsewhere, and says so when it is not there', async () => {
    const server = spawn(process.execPath, [built('server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const message = new Promise((resolve) => client.onNotification('window/showMessage', resolve));
    client.listen();
    try {
      const dataFolder = `${pathToFileURL(path.join(DIST, 'nowhere')).href}/`;
      await client.sendRequest('initialize', { ...INITIALIZE, initializationOptions: { dataFolder } });
      await client.sendNotification('initialized', {});
      assert.match(((await message) as { message: string }).message, /cannot read its terminology/);
    } finally {
      client.dispose();
      server.kill();
    }
  });

  it('for the browser lints with what a web worker has, and nothing of Node or of a page', async () => {
    const worker = startWorker(readFileSync(built('web/server.js'), 'utf8'));
    await worker.ask('initialize', INITIALIZE);
    worker.tell('initialized', {});
    worker.tell('textDocument/didOpen', OPEN);
    assert.equal(
      rulesOf((await worker.ask('textDocument/diagnostic', PULL)) as DocumentDiagnosticReport),
      'mislabeled-class',
    );
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Runs a script where only a worker's globals are, and answers its requests as our client does. */
function startWorker(script: string): {
  ask(method: string, params: unknown): Promise<unknown>;
  tell(method: string, params: unknown): void;
} {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const scope: Record<string, unknown> = {
    TextDecoder,
    TextEncoder,
    URL,
    MessageChannel,
    performance,
    console,
    setTimeout,
    clearTimeout,
    queueMicrotask,
  };
  scope['self'] = vm.createContext(scope);
  const listeners: ((event: { data: unknown }) => void)[] = [];
  scope['addEventListener'] = (type: string, listener: (event: { data: unknown }) => void): void => {
    if (type === 'message') listeners.push(listener);
  };
  const send = (message: Message): void => {
    const event = { data: { jsonrpc: '2.0', ...message } };
    for (const listener of listeners) listener(event);
    (scope['onmessage'] as typeof send | null | undefined)?.(event as Message);
  };
  scope['postMessage'] = (message: Message): void => {
    if (message.method === 'kossa/readData') {
      const { name } = message.params as ReadDataParams;
      const bytes = new Uint8Array(readFileSync(path.join(DIST, 'data', name)));
      setImmediate(() => send({ id: message.id!, result: { bytes } }));
      return;
    }
    const waiter = message.method === undefined && message.id !== undefined ? waiting.get(message.id) : undefined;
    if (message.error !== undefined) waiter?.reject(new Error(message.error.message));
    else waiter?.resolve(message.result);
  };
  // The source lines of an error would be pages of the bundle.
  vm.runInContext(script, scope as vm.Context, { displayErrors: false });
  let last = 0;
  return {
    ask: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        send({ id, method, params });
      }),
    tell: (method, params) => send({ method, params }),
  };
}
