import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';

const URI = 'file:///bench/article.md';

/** A place in the text, from 0, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The built server over stdio, as an editor with pull diagnostics drives it. */
export class EditorSession {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #started: number;
  #version = 1;
  #resultId: string | undefined;
  #findings = 0;

  private constructor(child: ChildProcess, connection: MessageConnection, started: number) {
    this.#child = child;
    this.#connection = connection;
    this.#started = started;
  }

  static async start(server: string): Promise<EditorSession> {
    const started = performance.now();
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    return new EditorSession(child, connection, started);
  }

  /** Milliseconds from the start of the server to the findings of the text. */
  async open(text: string): Promise<number> {
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: this.#version, text },
    });
    await this.#pull();
    return performance.now() - this.#started;
  }

  /** How many findings the last report had. */
  get findings(): number {
    return this.#findings;
  }

  /** Milliseconds from a keystroke to the report that knows it. */
  async type(text: string, place: Place): Promise<number> {
    const start = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range: { start: place, end: place }, text }],
    });
    await this.#pull();
    return performance.now() - start;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    // It keeps its compiled code for the next start as it ends.
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }

  async #pull(): Promise<void> {
    const report: { readonly kind: string; readonly resultId?: string; readonly items?: readonly unknown[] } =
      await this.#connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: URI },
        ...(this.#resultId === undefined ? {} : { previousResultId: this.#resultId }),
      });
    this.#resultId = report.resultId;
    if (report.items !== undefined) this.#findings = report.items.length;
  }
}
