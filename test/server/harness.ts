import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProgressToken,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions, StatusParams } from '../../protocol.js';
import { statusNotification } from '../../protocol.js';
import type { EngineData, ServerEnvironment } from '../../server/src/environment.js';
import { startServer } from '../../server/src/start.js';
import { stubTerminology } from './stub-terminology.js';

export const TODAY = '2026-03-01';

/** What a client of today can do; a test takes away what it needs to. */
export const FULL_CLIENT: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, isPreferredSupport: true },
  },
};

export interface ServerOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly roots?: readonly string[];
  readonly loadData?: () => Promise<EngineData>;
  /** Called at each pause of the server. */
  readonly onPause?: () => void;
  /** Milliseconds that each look at the clock takes; large ones make the server pause at each step. */
  readonly tick?: number;
}

/** A client and a server, joined by two streams in memory. */
export class Harness {
  readonly client: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  /** Files that the server read, and how often it asked for a list of them. */
  readonly reads: string[] = [];
  listings = 0;
  /** What the server showed of its progress, in order. */
  readonly progress: string[] = [];
  /** The user ends progress as soon as it shows. */
  endsProgress = false;
  refreshes = 0;
  pauses = 0;
  /** The section `kossa` of the settings, by resource or for all. */
  settings: unknown = {};
  settingsFor: ((uri: string | undefined) => unknown) | undefined;
  /** Texts of files by URI. */
  readonly files = new Map<string, string>();
  initialized!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting: (() => void)[] = [];
  readonly #toServer: PassThrough;
  readonly #dispose: () => void;

  private constructor(options: ServerOptions) {
    const toServer = new PassThrough();
    this.#toServer = toServer;
    const toClient = new PassThrough();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    startServer(server, this.#environment(options));
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#dispose = () => {
      this.client.dispose();
      server.dispose();
      toServer.destroy();
      toClient.destroy();
    };
    this.#answer();
    this.client.listen();
  }

  static async start(options: ServerOptions = {}): Promise<Harness> {
    const harness = new Harness(options);
    harness.initialized = await harness.client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? FULL_CLIENT,
      workspaceFolders: (options.roots ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: options.initializationOptions ?? {},
    });
    await harness.client.sendNotification('initialized', {});
    return harness;
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.#dispose();
  }

  /** Bytes as they are, which may be no message at all. */
  sendRaw(text: string): void {
    this.#toServer.write(text);
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  async change(uri: string, changes: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  /** Puts text in the place of the first occurrence of other text. */
  async replace(uri: string, old: string, text: string): Promise<void> {
    await this.change(uri, [{ range: this.rangeOf(uri, old), text }]);
  }

  async save(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('a full report was expected');
    return report.items;
  }

  /** Findings as `rule: words`, as the client sees them. */
  async findings(uri: string): Promise<string[]> {
    return (await this.diagnostics(uri)).map(
      (item) => `${String(item.code)}: ${this.document(uri).getText(item.range)}`,
    );
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  document(uri: string): TextDocument {
    return this.#documents.get(uri)!;
  }

  positionOf(uri: string, words: string, inside = 0): { line: number; character: number } {
    const at = this.document(uri).getText().indexOf(words);
    if (at < 0) throw new Error(`the document has no “${words}”`);
    return this.document(uri).positionAt(at + inside);
  }

  rangeOf(
    uri: string,
    words: string,
  ): { start: { line: number; character: number }; end: { line: number; character: number } } {
    return { start: this.positionOf(uri, words), end: this.positionOf(uri, words, words.length) };
  }

  /** The text after an edit, checked to be of the version that the client has. */
  applied(uri: string, edit: WorkspaceEdit): string {
    const document = this.document(uri);
    const change = edit.documentChanges?.[0];
    if (change === undefined) return TextDocument.applyEdits(document, edit.changes?.[uri] ?? []);
    if (!('edits' in change) || change.textDocument.uri !== uri || change.textDocument.version !== document.version) {
      throw new Error('the edit is for another version');
    }
    return TextDocument.applyEdits(document, change.edits as TextEdit[]);
  }

  /** Resolves when the condition holds; looked at after each message of the server. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #environment(options: ServerOptions): ServerEnvironment {
    let clock = 0;
    return {
      loadData: options.loadData ?? (() => Promise.resolve({ terminology: stubTerminology() })),
      readFile: (uri) => {
        this.reads.push(uri);
        return Promise.resolve(this.files.get(uri));
      },
      listFolder: (uri) => {
        const below = [...this.files.keys()].flatMap((file) =>
          file.startsWith(`${uri}/`) ? [file.slice(uri.length + 1).split('/')] : [],
        );
        const entries = new Map(below.map(([name, ...rest]) => [name!, rest.length > 0 ? 'folder' : 'file'] as const));
        return Promise.resolve([...entries].map(([name, kind]) => ({ name: decodeURIComponent(name), kind })));
      },
      listFiles: () => {
        this.listings++;
        return Promise.resolve([...this.files.keys()].filter((uri) => uri.endsWith('.md')));
      },
      today: () => TODAY,
      now: () => (clock += options.tick ?? 0),
      pause: () => {
        this.pauses++;
        options.onPause?.();
        return new Promise((resolve) => setImmediate(resolve));
      },
    };
  }

  #answer(): void {
    const { client } = this;
    const told = (): void => {
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
    client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map((item) => (this.settingsFor === undefined ? this.settings : this.settingsFor(item.scopeUri))),
    );
    client.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map((registration) => registration.method));
      told();
      return null;
    });
    client.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      told();
      return null;
    });
    client.onRequest('window/workDoneProgress/create', ({ token }: { token: ProgressToken }) => {
      client.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        this.progress.push(kind);
        if (kind === 'begin' && this.endsProgress) {
          void client.sendNotification('window/workDoneProgress/cancel', { token });
        }
        told();
      });
      return null;
    });
    client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      told();
    });
    client.onNotification(statusNotification, (status: StatusParams) => {
      this.statuses.push(status);
      told();
    });
    client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
      told();
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
      told();
    });
  }
}
