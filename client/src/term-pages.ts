import {
  EventEmitter,
  Uri,
  commands,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type TextDocumentContentProvider,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  cardRequest,
  explainRequest,
  termAtRequest,
  termsRequest,
  type CardParams,
  type CardResult,
  type ExplainParams,
  type ExplainResult,
  type TermAtParams,
  type TermAtResult,
  type TermEntry,
} from '../../protocol.js';

const SCHEME = 'kossa-term';

interface TermPick extends QuickPickItem {
  readonly conceptId: string;
}

/** Cards of terms as read-only pages, and the way to them. */
export class TermPages implements TextDocumentContentProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const { conceptId, asked, markdown } = JSON.parse(uri.query) as Partial<
      Record<'conceptId' | 'asked' | 'markdown', string>
    >;
    if (markdown !== undefined || conceptId === undefined) return markdown ?? '';
    const card = await this.#card(conceptId, asked);
    return card?.markdown ?? 'There is no such term.';
  }

  /** Shows a concept's card; without one, asks for it, beginning at the word under the cursor. */
  async show(conceptId: unknown): Promise<void> {
    const chosen = typeof conceptId === 'string' ? conceptId : await this.#choose();
    if (chosen === undefined) return;
    const asked = window.activeTextEditor?.document.uri.toString();
    const card = await this.#card(chosen, asked);
    if (card === null) {
      void window.showInformationMessage('Kossa knows no such term.');
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
      void window.showInformationMessage('Kossa reads no prose there.');
      return;
    }
    const page = Uri.from({ scheme: SCHEME, path: '/What was read.md', query: JSON.stringify(explanation) });
    this.#changed.fire(page);
    await showPage(page);
  }

  async #choose(): Promise<string | undefined> {
    const [terms, here] = await Promise.all([
      this.#client.sendRequest<readonly TermEntry[]>(termsRequest),
      this.#termAtCursor(),
    ]);
    const picks = terms.map((term): TermPick => ({
      label: term.label,
      description: term.kind,
      detail: term.otherNames.join(', '),
      conceptId: term.conceptId,
    }));
    const first = picks.findIndex((pick) => pick.conceptId === here);
    if (first > 0) picks.unshift(...picks.splice(first, 1));
    const pick = await window.showQuickPick(picks, {
      title: 'Look Up Term',
      placeHolder: 'A term, or another name for it',
      matchOnDetail: true,
    });
    return pick?.conceptId;
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

/** Rendered where Markdown can be rendered, else as text. */
async function showPage(page: Uri): Promise<void> {
  const available = await commands.getCommands(true);
  if (available.includes(PREVIEW_COMMAND)) await commands.executeCommand(PREVIEW_COMMAND, page);
  else await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
}
