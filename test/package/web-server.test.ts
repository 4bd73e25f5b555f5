import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { projectRoot } from '../../scripts/project-root.js';

interface WorkerMessage {
  readonly id?: number;
  readonly method?: string;
  readonly result?: { readonly capabilities?: object };
}

describe('the server for the browser', () => {
  it('starts and answers in a worker, where there is neither document nor Node', async () => {
    const worker = startWorker(readFileSync(path.join(projectRoot, 'dist', 'web', 'server.js'), 'utf8'));
    const answer = worker.nextAnswer();
    worker.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const { id, result } = await answer;
    assert.equal(id, 1);
    assert.ok(result?.capabilities, 'the server says what it can do');
  });

  it('asks the client for its data, but not before the client takes requests', async () => {
    const worker = startWorker(readFileSync(path.join(projectRoot, 'dist', 'web', 'server.js'), 'utf8'));
    const answer = worker.nextAnswer();
    worker.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    await answer;
    assert.deepEqual(worker.asked, []);
    worker.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    while (worker.asked.length < 3) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(worker.asked, ['kossa/readData', 'kossa/readData', 'kossa/readData']);
  });
});

/** Runs a script with the names that a web worker has, as far as the server needs them. */
function startWorker(script: string) {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let receive: (message: WorkerMessage) => void = () => undefined;
  /** Methods of the requests that the server made. */
  const asked: string[] = [];
  const scope: Record<string, unknown> = {
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type === 'message') listeners.push(listener);
    },
    postMessage: (message: WorkerMessage) => {
      if (message.id !== undefined && message.method !== undefined) asked.push(message.method);
      receive(message);
    },
    ...{ console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance },
    ...{ TextEncoder, TextDecoder, URL, AbortController, structuredClone },
  };
  scope['self'] = scope;
  Object.defineProperty(scope, 'onmessage', { set: (listener) => listeners.push(listener) });
  vm.runInNewContext(script, scope, { filename: 'dist/web/server.js' });
  return {
    asked,
    send: (message: unknown) => listeners.forEach((listener) => listener({ data: message })),
    nextAnswer: () =>
      new Promise<WorkerMessage>((resolve) => {
        receive = (message) => {
          if (message.id !== undefined && message.method === undefined) resolve(message);
        };
      }),
  };
}
