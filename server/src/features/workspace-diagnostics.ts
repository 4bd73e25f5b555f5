import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic, type DiagnosticAbilities } from '../convert.js';
import type { DocumentSettings } from '../document-settings.js';
import type { Linter } from '../linter.js';
import { cancelled } from '../safely.js';
import type { WorkspaceFiles } from '../workspace-files.js';

export interface WorkspaceDiagnosticsHost {
  readonly files: WorkspaceFiles;
  readonly linter: Linter;
  readonly abilities: DiagnosticAbilities;
  settingsFor(uri: string): Promise<DocumentSettings>;
}

/** Reports go out in parts of so many articles, so that the first ones show while the others are read. */
const PART = 20;

type SendPart = (report: WorkspaceDiagnosticReport) => void;

/**
 * The diagnostics of articles that are not open, for writers who want them. A client asks again as soon as it is
 * answered; where nothing changed, the answer waits until something does.
 */
export class WorkspaceDiagnostics {
  readonly #host: WorkspaceDiagnosticsHost;
  #generation = 0;
  #answered = -1;
  #wake: (() => void)[] = [];

  constructor(host: WorkspaceDiagnosticsHost) {
    this.#host = host;
  }

  /** A file, a setting or a document changed: what was answered may not hold any more. */
  changed(): void {
    this.#generation++;
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** @throws ResponseError where the request was cancelled */
  async report(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    send: SendPart | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    if (!token.isCancellationRequested && this.#answered === this.#generation) await this.#change(token);
    if (token.isCancellationRequested) throw cancelled();
    const generation = this.#generation;
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const listed = await this.#host.files.uris();
    for (const uri of listed) {
      if (token.isCancellationRequested) throw cancelled();
      const item = await this.#reportOf(uri, previous.get(uri), token);
      previous.delete(uri);
      if (item === undefined) continue;
      items.push(item);
      if (send !== undefined && items.length >= PART) send({ items: items.splice(0) });
    }
    // What was reported of a file that is gone goes as well.
    for (const uri of previous.keys()) items.push(emptied(uri));
    this.#answered = generation;
    return { items };
  }

  /** Undefined where the article is open: its own reports say more. */
  async #reportOf(
    uri: string,
    previousId: string | undefined,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    if ((await this.#host.files.open(uri)) !== undefined) return undefined;
    const settings = await this.#host.settingsFor(uri);
    if (!settings.workspaceDiagnostics || !settings.enabled || settings.run === 'off') {
      return previousId === undefined ? undefined : emptied(uri);
    }
    const document = await this.#host.files.document(uri);
    if (document === undefined) return previousId === undefined ? undefined : emptied(uri);
    const id = resultIdOf(document, settings);
    if (id === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: id };
    const linted = await this.#host.linter.lintClosed(document, token);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: null,
      resultId: id,
      items: (linted?.result.findings ?? []).map((finding) => toDiagnostic(finding, document, this.#host.abilities)),
    };
  }

  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }
}

function emptied(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

/** The same for the same text under the same settings. */
function resultIdOf(document: TextDocument, settings: DocumentSettings): string {
  let hash = 0x811c9dc5;
  const text = document.getText() + JSON.stringify(settings);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
