import { LanguageStatusSeverity, languages, window, type Disposable, type LanguageStatusItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { statusNotification, type StatusParams } from '../../protocol.js';
import { statusDetail, statusText } from './status-text.js';

/** Says that Kossa runs, what it found in the document in front, and when and why the style rules rest. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #known = new Map<string, StatusParams>();
  readonly #subscriptions: Disposable[];

  constructor(client: BaseLanguageClient, languageIds: readonly string[]) {
    this.#item = languages.createLanguageStatusItem(
      'kossa.status',
      languageIds.map((language) => ({ language })),
    );
    this.#item.name = 'Kossa';
    this.#item.text = 'Kossa';
    this.#item.detail = 'starting';
    this.#item.busy = true;
    this.#item.command = { title: 'Show Log', command: 'kossa.showOutputChannel' };
    this.#subscriptions = [
      this.#item,
      client.onNotification(statusNotification, (status: StatusParams) => {
        this.#known.set(status.uri, status);
        this.#show();
      }),
      window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#known.get(uri);
    if (status === undefined) return;
    this.#item.busy = false;
    this.#item.severity =
      status.problem === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    this.#item.text = statusText(status);
    this.#item.detail = statusDetail(status);
    this.#item.accessibilityInformation = { label: `Kossa: ${statusText(status)}. ${statusDetail(status)}` };
  }
}
