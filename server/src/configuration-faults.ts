import { DiagnosticSeverity, type Connection, type Diagnostic, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { termsChangedNotification } from '../../protocol.js';
import type { DocumentSettings } from './document-settings.js';
import type { ReachedFiles } from './reached-files.js';
import { safely, type FaultLog } from './safely.js';

export interface ConfigurationFaultsHost {
  readonly connection: Connection;
  readonly log: FaultLog;
  rootUris(): readonly string[];
  readonly documents: TextDocuments<TextDocument>;
  readonly reached: ReachedFiles;
  /** The client shows terms, and takes `termsChangedNotification`. */
  readonly showsTerms: boolean;
  settingsFor(uri: string): Promise<DocumentSettings>;
}

/**
 * Shows what is wrong in configuration files, and in a team's own terms, where it stands. These files are no articles:
 * nobody asks for their diagnostics, so they are sent. Looked at are the files that hold for an open document, or at the
 * top of a folder of the workspace.
 */
export class ConfigurationFaults {
  readonly #host: ConfigurationFaultsHost;
  #shown: ReadonlySet<string> = new Set();
  #isRunning = false;
  #isOutdated = false;

  constructor(host: ConfigurationFaultsHost) {
    this.#host = host;
  }

  /** Shows what is wrong now. Asked again while it looks, it looks once more. */
  tell(): void {
    this.#isOutdated = true;
    if (!this.#isRunning) void this.#run();
  }

  /** After a change of a configuration: the client asks again for the terms that it shows, too. */
  changed(): void {
    this.tell();
    const { connection, log, showsTerms } = this.#host;
    if (showsTerms) void safely(log, 'terms', undefined, () => connection.sendNotification(termsChangedNotification));
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isOutdated) {
      this.#isOutdated = false;
      await safely(this.#host.log, 'faults of the configuration', undefined, () => this.#tellOnce());
    }
    this.#isRunning = false;
  }

  async #tellOnce(): Promise<void> {
    const { connection, reached } = this.#host;
    const byFile = await this.#faults();
    for (const uri of this.#shown) {
      if (!byFile.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const [uri, faults] of byFile) {
      const lines = (await reached.read(uri).catch(() => undefined))?.split(/\r\n|\r|\n/u) ?? [];
      const diagnostics = [...faults.values()].map((fault) => toDiagnostic(fault, lines[fault.line - 1] ?? ''));
      await connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#shown = new Set(byFile.keys());
  }

  /** By file, each once: a file holds for many documents. */
  async #faults(): Promise<ReadonlyMap<string, ReadonlyMap<string, Fault>>> {
    const tops = this.#host.rootUris().map((root) => `${root.replace(/\/$/u, '')}/article.md`);
    const byFile = new Map<string, Map<string, Fault>>();
    for (const document of new Set([...tops, ...this.#host.documents.keys()])) {
      const { enabled, faults } = await this.#host.settingsFor(document);
      if (!enabled) continue;
      for (const fault of faults) {
        const known = byFile.get(fault.uri) ?? new Map<string, Fault>();
        byFile.set(fault.uri, known.set(`${fault.line}:${fault.column} ${fault.message}`, fault));
      }
    }
    return byFile;
  }
}

type Fault = DocumentSettings['faults'][number];

/** From its place to the end of the line. */
function toDiagnostic({ line, column, message }: Fault, text: string): Diagnostic {
  const character = Math.min(column - 1, text.length);
  const end = Math.max(text.trimEnd().length, character);
  return {
    range: { start: { line: line - 1, character }, end: { line: line - 1, character: end } },
    severity: DiagnosticSeverity.Error,
    source: 'kossa',
    message,
  };
}
