import {
  l10n,
  LanguageStatusSeverity,
  languages,
  window,
  type Disposable,
  type DocumentFilter,
  type LanguageStatusItem,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { gradeRequest, statusNotification, type GradeParams, type StatusParams } from '../../protocol.js';
import type { CheckedDocuments } from './checked-documents.js';
import type { CurrentDocument } from './current-document.js';
import { statusDetail, statusText } from './status-text.js';

/** Says that Kossa runs, what it found in the document in front, and when and why the style rules rest. */
export class StatusItem implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #item: LanguageStatusItem;
  readonly #grades = new Map<string, number | null>();
  readonly #known = new Map<string, StatusParams>();
  readonly #subscriptions: Disposable[];

  constructor(client: BaseLanguageClient, checked: CheckedDocuments, current: CurrentDocument) {
    this.#client = client;
    const selector = (): DocumentFilter[] => checked.languages.map((language) => ({ language }));
    this.#item = languages.createLanguageStatusItem('kossa.status', selector());
    this.#item.name = 'Kossa';
    this.#item.text = 'Kossa';
    this.#item.detail = l10n.t('starting');
    this.#item.busy = true;
    this.#item.command = { title: l10n.t('What Is Active and Why'), command: 'kossa.report' };
    this.#subscriptions = [
      this.#item,
      checked.onDidChange(() => (this.#item.selector = selector())),
      client.onNotification(statusNotification, (status: StatusParams) => {
        this.#known.set(status.uri, status);
        this.#show();
        if (!this.#grades.has(status.uri)) void this.#grade(status.uri);
      }),
      window.onDidChangeActiveTextEditor(() => this.#show()),
      current.onDidChange(() => void this.#grade(current.document?.uri.toString())),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Grading takes its time, so that it is asked for only where the writer rests. */
  async #grade(uri: string | undefined): Promise<void> {
    if (uri === undefined || !this.#client.isRunning()) return;
    if (!this.#grades.has(uri)) this.#grades.set(uri, null);
    const params: GradeParams = { uri };
    try {
      this.#grades.set(uri, await this.#client.sendRequest<number | null>(gradeRequest, params));
    } catch {
      // The text changed meanwhile, or the server stops: the grade of before stands until the writer rests again.
      return;
    }
    this.#show();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#known.get(uri);
    if (status === undefined) return;
    this.#item.busy = false;
    this.#item.severity =
      status.problem === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    const detail = statusDetail(status, this.#grades.get(status.uri) ?? undefined);
    this.#item.text = statusText(status);
    this.#item.detail = detail;
    // A reader of the screen has no use for the marks of icons.
    this.#item.accessibilityInformation = { label: `${statusText(status).replace(/\$\([\w-]+\) /u, '')}. ${detail}` };
  }
}
