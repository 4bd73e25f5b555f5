import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticAbilities } from '../convert.js';
import type { DocumentSettings } from '../document-settings.js';
import type { Linted, Linter } from '../linter.js';
import { cancelled, outdated } from '../safely.js';
import { findingDiagnostic } from './finding-diagnostic.js';
import type { Typing } from './typing.js';

/** What was last shown of a document. */
interface Shown {
  readonly id: string;
  readonly items: Diagnostic[];
}

export interface DiagnosticsHost {
  readonly linter: Linter;
  readonly abilities: DiagnosticAbilities;
  readonly typing: Typing;
  settingsFor(uri: string): Promise<DocumentSettings>;
  /** Told after each look at a document. */
  onLinted(document: TextDocument, linted: Linted | undefined): void;
}

/** The diagnostics of open documents, pulled or pushed. */
export class Diagnostics {
  readonly #host: DiagnosticsHost;
  /** By opening: a document that is opened again counts its versions from the start. */
  readonly #shown = new WeakMap<TextDocument, Shown>();
  readonly #savedVersions = new WeakMap<TextDocument, number>();

  constructor(host: DiagnosticsHost) {
    this.#host = host;
  }

  /** The text is what the disk holds. */
  saved(document: TextDocument): void {
    this.#savedVersions.set(document, document.version);
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
    const before = this.#shown.get(document);
    if (
      settings.run === 'onSave' &&
      settings.enabled &&
      before !== undefined &&
      document.version !== this.#savedVersions.get(document)
    ) {
      return before;
    }
    await this.#pause(document, settings.delay, token);
    const linted = settings.run === 'off' ? undefined : await this.#host.linter.lint(document, token);
    this.#host.onLinted(document, linted);
    const shown = linted === undefined ? NOTHING : this.#read(linted, document, before);
    this.#shown.set(document, shown);
    return shown;
  }

  /** Waits until nothing was typed for some time. */
  async #pause(document: TextDocument, delay: number, token: CancellationToken): Promise<void> {
    const rest = delay === 0 ? 0 : this.#host.typing.restOf(document.uri, delay);
    if (rest === 0) return;
    const { version } = document;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rest);
      token.onCancellationRequested(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    if (token.isCancellationRequested) throw cancelled();
    if (document.version !== version) throw outdated();
  }

  #read(linted: Linted, document: TextDocument, before: Shown | undefined): Shown {
    const { findings } = linted.result;
    const held = linted.settings.focusMode ? this.#host.typing.held(document, findings) : new Set();
    const id = [linted.id, ...Array.from(findings.keys()).filter((index) => held.has(findings[index]!))].join('-');
    if (before?.id === id) return before;
    const shown = findings.filter((finding) => !held.has(finding));
    return { id, items: shown.map((finding) => findingDiagnostic(finding, document, linted, this.#host.abilities)) };
  }
}

const NOTHING: Shown = { id: 'none', items: [] };
