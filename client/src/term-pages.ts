import {
  l10n,
  EventEmitter,
  Uri,
  ViewColumn,
  commands,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type TextDocument,
  type TextDocumentContentProvider,
  type TextEditor,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  cardRequest,
  explainRequest,
  reportRequest,
  statisticsRequest,
  termAtRequest,
  termsRequest,
  type CardParams,
  type CardResult,
  type ExplainParams,
  type ExplainResult,
  type ReportParams,
  type ReportResult,
  type StatisticsParams,
  type StatisticsResult,
  type TermAtParams,
  type TermAtResult,
  type TermEntry,
} from '../../protocol.js';

const SCHEME = 'kossa-term';

interface TermPick extends QuickPickItem {
  readonly conceptId: string;
  readonly asked: string | undefined;
}

/** Cards of terms as read-only pages, and the way to them. */
export class TermPages implements TextDocumentContentProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #versions: ReportParams['versions'];
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;
  readonly onDidChange = this.#changed.event;

  /** @param versions of what the server does not know itself */
  constructor(client: BaseLanguageClient, versions: ReportParams['versions']) {
    this.#client = client;
    this.#versions = versions;
    this.#registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const { conceptId, asked, markdown, statisticsOf, reportOf } = JSON.parse(uri.query) as Partial<
      Record<'conceptId' | 'asked' | 'markdown' | 'statisticsOf' | 'reportOf', string>
    >;
    if (reportOf !== undefined) return this.#report(reportOf);
    if (statisticsOf !== undefined) {
      return (await this.#statistics(statisticsOf)) ?? l10n.t('This document is not open.');
    }
    if (markdown !== undefined || conceptId === undefined) return markdown ?? '';
    const card = await this.#card(conceptId, asked);
    return card?.markdown ?? l10n.t('There is no such term.');
  }

  /**
   * Shows a concept's card; without one, asks for it, beginning at the word under the cursor.
   * @param about a document of the project that knows the concept; the one in front where this is left out
   */
  async show(conceptId: unknown, about?: string): Promise<void> {
    await bringTextToFront();
    const pick = typeof conceptId === 'string' ? { conceptId, asked: about } : await this.#choose();
    if (pick === undefined) return;
    const { conceptId: chosen } = pick;
    const asked = pick.asked ?? window.activeTextEditor?.document.uri.toString();
    const card = await this.#card(chosen, asked);
    if (card === null) {
      void window.showInformationMessage(l10n.t('Kossa knows no such term.'));
      return;
    }
    const page = Uri.from({
      scheme: SCHEME,
      path: `/${card.title.replace(/[/\\?#]/gu, ' ')}.md`,
      query: JSON.stringify(asked === undefined ? { conceptId: chosen } : { conceptId: chosen, asked }),
    });
    this.#changed.fire(page);
    await showPage(page);
  }

  /** Shows what was read in the sentence at the cursor, and why it is reported or is not. */
  async explain(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const { line, character } = editor.selection.active;
    const params: ExplainParams = { uri: editor.document.uri.toString(), position: { line, character } };
    const explanation = await this.#client.sendRequest<ExplainResult | null>(explainRequest, params);
    if (explanation === null) {
      void window.showInformationMessage(l10n.t('Kossa reads no prose there.'));
      return;
    }
    const page = Uri.from({
      scheme: SCHEME,
      path: `/${l10n.t('What was read')}.md`,
      query: JSON.stringify(explanation),
    });
    this.#changed.fire(page);
    await showPage(page);
  }

  /** Shows what can be counted in a document; shown again, it counts again. */
  async showStatistics(document: TextDocument | undefined): Promise<void> {
    if (document === undefined) {
      void window.showInformationMessage(l10n.t('Open a Markdown or MDX file first.'));
      return;
    }
    const statisticsOf = document.uri.toString();
    if ((await this.#statistics(statisticsOf)) === undefined) {
      void window.showInformationMessage(
        l10n.t('Kossa does not read this document: it is paused, or switched off here.'),
      );
      return;
    }
    await bringTextToFront();
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1).replace(/\.(?:mdx?|markdown)$/iu, '');
    const page = Uri.from({
      scheme: SCHEME,
      path: `/${l10n.t('Statistics of {0}', name)}.md`,
      query: JSON.stringify({ statisticsOf }),
    });
    this.#changed.fire(page);
    await showPage(page);
  }

  /** Shows what is active for a document, and why. */
  async showReport(document: TextDocument | undefined): Promise<void> {
    // Without a document in front it is told of one that would lie at the root.
    const root = workspace.workspaceFolders?.[0]?.uri;
    const uri =
      document?.uri ?? (root === undefined ? Uri.parse('untitled:article.md') : Uri.joinPath(root, 'article.md'));
    await bringTextToFront();
    const query = JSON.stringify({ reportOf: uri.toString() });
    const page = Uri.from({ scheme: SCHEME, path: `/${l10n.t('What is active and why')}.md`, query });
    this.#changed.fire(page);
    await showPage(page);
  }

  async #report(uri: string): Promise<string> {
    const params: ReportParams = { uri, ...(this.#versions === undefined ? {} : { versions: this.#versions }) };
    const report = await this.#client.sendRequest<ReportResult | null>(reportRequest, params);
    return report?.markdown ?? '';
  }

  async #statistics(uri: string): Promise<string | undefined> {
    const params: StatisticsParams = { uri };
    return (await this.#client.sendRequest<StatisticsResult | null>(statisticsRequest, params))?.markdown;
  }

  async #choose(): Promise<TermPick | undefined> {
    const [terms, here] = await Promise.all([
      this.#client.sendRequest<readonly TermEntry[]>(termsRequest),
      this.#termAtCursor(),
    ]);
    const picks = terms.map((term): TermPick => ({
      label: term.label,
      description: term.kind,
      detail: term.otherNames.join(', '),
      conceptId: term.conceptId,
      asked: term.asked,
    }));
    const first = picks.findIndex((pick) => pick.conceptId === here);
    if (first > 0) picks.unshift(...picks.splice(first, 1));
    return window.showQuickPick(picks, {
      title: l10n.t('Look Up Term'),
      placeHolder: l10n.t('A term, or another name for it'),
      matchOnDetail: true,
    });
  }

  async #termAtCursor(): Promise<string | undefined> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { line, character } = editor.selection.active;
    const params: TermAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
    return (await this.#client.sendRequest<TermAtResult | null>(termAtRequest, params))?.conceptId;
  }

  #card(conceptId: string, uri: string | undefined): Promise<CardResult | null> {
    const params: CardParams = { conceptId, ...(uri === undefined ? {} : { uri }) };
    return this.#client.sendRequest<CardResult | null>(cardRequest, params);
  }
}

/** A preview that follows no editor. */
const PREVIEW_COMMAND = 'markdown.showLockedPreviewToSide';

/** A page opens beside what is in front: beside the text, not beside the page that was opened before. */
async function bringTextToFront(): Promise<void> {
  const isText = (editor: TextEditor): boolean =>
    editor.viewColumn !== undefined && editor.document.uri.scheme !== SCHEME;
  if (window.activeTextEditor !== undefined && isText(window.activeTextEditor)) return;
  const text = window.visibleTextEditors.find(isText);
  if (text?.viewColumn === undefined) return;
  await window.showTextDocument(text.document, { viewColumn: text.viewColumn });
}

/** Rendered where Markdown can be rendered, else as text. */
async function showPage(page: Uri): Promise<void> {
  const available = await commands.getCommands(true);
  if (available.includes(PREVIEW_COMMAND)) await commands.executeCommand(PREVIEW_COMMAND, page);
  else {
    const document = await workspace.openTextDocument(page);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
  }
}
