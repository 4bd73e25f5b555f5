import { EventEmitter, languages, window, workspace, type Disposable, type TextDocument } from 'vscode';
import type { CheckedDocuments } from './checked-documents.js';

/** Milliseconds without typing before a changed document is read again. */
const QUIET_MS = 400;

/**
 * The article that the writer works on: the one in front, or the one that was, while it can still be seen. A page of a
 * term, the log and the like take the front without taking its place.
 */
export class CurrentDocument implements Disposable {
  readonly #checked: CheckedDocuments;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #document: TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Another article came to the front, or what is found in this one may be different. */
  readonly onDidChange = this.#changed.event;

  constructor(checked: CheckedDocuments) {
    this.#checked = checked;
    this.#document = this.#inFront();
    const isCurrent = (uri: { toString(): string }): boolean => uri.toString() === this.#document?.uri.toString();
    this.#subscriptions = [
      this.#changed,
      checked.onDidChange(() => this.#look()),
      window.onDidChangeActiveTextEditor(() => this.#look()),
      window.onDidChangeVisibleTextEditors(() => this.#look()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isCurrent(document.uri)) this.readAgain();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('kossa')) this.readAgain();
      }),
      // Configuration files, pausing and the like show in the findings first.
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isCurrent)) this.readAgain();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** For what shows neither in the text nor in the findings. */
  readAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), QUIET_MS);
  }

  #look(): void {
    const document = this.#inFront();
    if (document === this.#document) return;
    this.#document = document;
    clearTimeout(this.#timer);
    this.#changed.fire();
  }

  #inFront(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active !== undefined && this.#checked.has(active)) return active;
    return window.visibleTextEditors.find(({ document }) => document === this.#document)?.document;
  }
}
