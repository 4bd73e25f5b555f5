import {
  CancellationTokenSource,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isRefusal, safely, type FaultLog } from './safely.js';

export interface PushHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: FaultLog;
  items(document: TextDocument, token: CancellationToken): Promise<{ readonly items: Diagnostic[] }>;
}

/** Milliseconds without a change before a document is looked at. */
const QUIET_MS = 100;

/** Diagnostics for clients that do not pull: sent some time after the last change. */
export class Pushes {
  readonly #host: PushHost;
  readonly #waiting = new Map<
    string,
    { readonly timer: ReturnType<typeof setTimeout>; readonly source: CancellationTokenSource }
  >();

  constructor(host: PushHost) {
    this.#host = host;
  }

  schedule(uri: string): void {
    this.#stop(uri);
    const source = new CancellationTokenSource();
    const timer = setTimeout(() => void this.#push(uri, source.token), QUIET_MS);
    this.#waiting.set(uri, { timer, source });
  }

  scheduleAll(): void {
    for (const uri of this.#host.documents.keys()) this.schedule(uri);
  }

  /** A closed document shows nothing. */
  clear(uri: string): void {
    this.#stop(uri);
    void this.#send(uri, undefined, []);
  }

  async #push(uri: string, token: CancellationToken): Promise<void> {
    await safely(this.#host.log, 'diagnostics', undefined, async () => {
      const document = this.#host.documents.get(uri);
      if (document === undefined) return;
      const { version } = document;
      const { items } = await this.#host.items(document, token);
      if (document.version === version && !token.isCancellationRequested) await this.#send(uri, version, items);
    }).catch((error: unknown) => {
      // Cancelled or outdated: a later push is on its way.
      if (!isRefusal(error)) throw error;
    });
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): Promise<void> {
    return this.#host.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }

  #stop(uri: string): void {
    const waiting = this.#waiting.get(uri);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    waiting.source.cancel();
    this.#waiting.delete(uri);
  }
}
