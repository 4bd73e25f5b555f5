import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { CompiledTerminology } from '../../../engine/src/index.js';
import { readDataRequest, type ReadDataParams, type ReadDataResult } from '../../../protocol.js';
import { isoDate, type ServerEnvironment } from '../environment.js';
import { startServer } from '../start.js';

const worker = self as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);

const environment: ServerEnvironment = {
  async loadData(_options, begun) {
    await begun;
    // A worker has no disk and may be of another origin than the extension: the client reads for it.
    const [terminology, words, assertions] = await Promise.all([
      readData('terminology.json'),
      readData('words.bin'),
      readData('assertions.bin'),
    ]);
    return { terminology: JSON.parse(new TextDecoder().decode(terminology)) as CompiledTerminology, words, assertions };
  },
  readFile: () => Promise.resolve(undefined),
  listFolder: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve([]),
  today: () => isoDate(new Date()),
  now: () => performance.now(),
  pause: () => new Promise((resolve) => nextTurn(resolve)),
};

startServer(connection, environment);

/** A timer would wait some milliseconds each time. */
function nextTurn(resume: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resume();
  };
  port2.postMessage(undefined);
}

async function readData(name: ReadDataParams['name']): Promise<Uint8Array> {
  const params: ReadDataParams = { name };
  const { bytes }: ReadDataResult = await connection.sendRequest(readDataRequest, params);
  return bytes;
}
