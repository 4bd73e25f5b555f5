import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic, type DiagnosticAbilities } from '../convert.js';
import type { DocumentSettings } from '../document-settings.js';
import type { Linted, Linter } from '../linter.js';

/** What was last shown of a document. */
interface Shown {
  readonly id: string;
  readonly items: Diagnostic[];
}

export interface DiagnosticsHost {
  readonly linter: Linter;
  readonly abilities: DiagnosticAbilities;
  settingsFor(uri: string): Promise<DocumentSettings>;
  /** Told after each look at a document. */
  onLinted(document: TextDocument, linted: Linted | undefined): void;
}

/** The diagnostics of open documents, pulled or pushed. */
export class Diagnostics {
  readonly #host: DiagnosticsHost;
  readonly #shown = new Map<string, Shown>();
  readonly #savedVersions = new Map<string, number>();

  constructor(host: DiagnosticsHost) {
    this.#host = host;
  }

  /** The text is what the disk holds. */
  saved(document: TextDocument): void {
    this.#savedVersions.set(document.uri, document.version);
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
    this.#savedVersions.delete(uri);
  }

  /** @throws ResponseError where the request was cancelled, or the document changed meanwhile */
  async report(
    document: TextDocument,
    previousId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const shown = await this.items(document, token);
    if (shown.id === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: shown.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: shown.id, items: shown.items };
  }

  /** The same for a client that is told without asking. */
  async items(document: TextDocument, token: CancellationToken): Promise<Shown> {
    const settings = await this.#host.settingsFor(document.uri);
    const before = this.#shown.get(document.uri);
    if (
      settings.run === 'onSave' &&
      settings.enabled &&
      before !== undefined &&
      document.version !== this.#savedVersions.get(document.uri)
    ) {
      return before;
    }
    const linted = settings.run === 'off' ? undefined : await this.#host.linter.lint(document, token);
    this.#host.onLinted(document, linted);
    const shown = linted === undefined ? NOTHING : (sameAs(before, linted) ?? this.#read(linted, document));
    this.#shown.set(document.uri, shown);
    return shown;
  }

  #read(linted: Linted, document: TextDocument): Shown {
    return {
      id: linted.id,
      items: linted.result.findings.map((finding) => toDiagnostic(finding, document, this.#host.abilities)),
    };
  }
}

const NOTHING: Shown = { id: 'none', items: [] };

function sameAs(shown: Shown | undefined, linted: Linted): Shown | undefined {
  return shown?.id === linted.id ? shown : undefined;
}
