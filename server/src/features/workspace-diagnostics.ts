import * as l10n from '@vscode/l10n';
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type WorkDoneProgressServerReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticAbilities } from '../convert.js';
import type { DocumentSettings } from '../document-settings.js';
import type { Linted, Linter } from '../linter.js';
import { cancelled, isRefusal } from '../safely.js';
import { findingDiagnostic } from './finding-diagnostic.js';
import type { WorkspaceFiles } from '../workspace-files.js';

export interface WorkspaceDiagnosticsHost {
  readonly files: WorkspaceFiles;
  readonly linter: Linter;
  readonly abilities: DiagnosticAbilities;
  /** The client tells which files change. */
  readonly watched: boolean;
  /** URIs of the folders of the workspace. */
  rootUris(): readonly string[];
  settingsFor(uri: string): Promise<DocumentSettings>;
  /** Where work of some length shows, and may be ended by the writer; undefined where the client shows none. */
  startProgress(): Promise<WorkDoneProgressServerReporter | undefined>;
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
  /** Result ids of articles that have not changed since they were read. */
  readonly #ids = new Map<string, string>();
  #generation = 0;
  #answered = -1;
  #wake: (() => void)[] = [];

  constructor(host: WorkspaceDiagnosticsHost) {
    this.#host = host;
  }

  /**
   * What was answered may not hold any more.
   * @param uris of the articles that changed; without them a setting did, and all may
   */
  changed(uris?: readonly string[]): void {
    if (uris === undefined) this.#ids.clear();
    else for (const uri of uris) this.#ids.delete(uri);
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
    const wanted = await this.#wantedFiles();
    const progress = new LateProgress(() => this.#host.startProgress());
    try {
      for (const [index, uri] of wanted.entries()) {
        if (token.isCancellationRequested) throw cancelled();
        const item = progress.ended ? undefined : await this.#reportOf(uri, previous.get(uri), token);
        previous.delete(uri);
        if (item === undefined) continue;
        items.push(item);
        if (item.kind === DocumentDiagnosticReportKind.Full) await progress.read(index / wanted.length);
        if (send !== undefined && items.length >= PART) send({ items: items.splice(0) });
      }
    } finally {
      progress.done();
    }
    // What was reported of a file that is gone, or is not wanted any more, goes as well.
    for (const uri of previous.keys()) items.push(emptied(uri));
    this.#answered = generation;
    return { items };
  }

  /** Articles in the folders whose settings want them; where no folder does, nobody is asked for a list. */
  async #wantedFiles(): Promise<readonly string[]> {
    const folders = this.#host.rootUris().map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
    const wanted = new Set<string>();
    for (const folder of folders) {
      const settings = await this.#host.settingsFor(`${folder}README.md`);
      if (settings.workspaceDiagnostics && settings.run !== 'off') wanted.add(folder);
    }
    if (wanted.size === 0) return [];
    const listed = await this.#host.files.uris();
    return listed.filter((uri) => {
      const innermost = folders.filter((folder) => uri.startsWith(folder)).sort((a, b) => b.length - a.length)[0];
      return innermost !== undefined && wanted.has(innermost);
    });
  }

  /** Undefined where the article is open: its own reports say more. */
  async #reportOf(
    uri: string,
    previousId: string | undefined,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    if ((await this.#host.files.open(uri)) !== undefined) return undefined;
    const known = this.#ids.get(uri);
    if (known !== undefined && known === previousId) return unchanged(uri, known);
    const settings = await this.#host.settingsFor(uri);
    const document = settings.enabled ? await this.#host.files.document(uri) : undefined;
    if (document === undefined) return previousId === undefined ? undefined : emptied(uri);
    const id = resultIdOf(document, settings);
    if (this.#host.watched) this.#ids.set(uri, id);
    if (id === previousId) return unchanged(uri, id);
    const linted = await this.#lint(document, token);
    if (linted === 'opened') return undefined;
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: null,
      resultId: id,
      items: (linted?.result.findings ?? []).map((finding) =>
        findingDiagnostic(finding, document, linted!, this.#host.abilities),
      ),
    };
  }

  async #lint(document: TextDocument, token: CancellationToken): Promise<Linted | undefined | 'opened'> {
    try {
      return await this.#host.linter.lintClosed(document, token);
    } catch (error) {
      if (token.isCancellationRequested || !isRefusal(error)) throw error;
      return 'opened';
    }
  }

  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }
}

/** Shows work only where it takes some time: most answers are that nothing changed. */
class LateProgress {
  readonly #start: () => Promise<WorkDoneProgressServerReporter | undefined>;
  #shown: WorkDoneProgressServerReporter | undefined;
  #articles = 0;

  constructor(start: () => Promise<WorkDoneProgressServerReporter | undefined>) {
    this.#start = start;
  }

  /** The writer has seen enough. */
  get ended(): boolean {
    return this.#shown?.token.isCancellationRequested === true;
  }

  /** @param share of all articles that are done, from 0 to 1 */
  async read(share: number): Promise<void> {
    this.#articles++;
    const percentage = Math.round(share * 100);
    if (this.#articles === PART) {
      this.#shown = await this.#start();
      this.#shown?.begin(l10n.t('Kossa checks the articles'), percentage, undefined, true);
    } else if (this.#articles % PART === 0) this.#shown?.report(percentage);
  }

  done(): void {
    this.#shown?.done();
  }
}

function unchanged(uri: string, resultId: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
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
