import {
  EventEmitter,
  commands,
  languages,
  workspace,
  type Disposable,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const SETTING = 'kossa.languages';
const DEFAULT_LANGUAGES = ['markdown', 'mdx'];
const KNOWN_LANGUAGES: ReadonlySet<string> = new Set([...DEFAULT_LANGUAGES, 'plaintext']);
/** What menus and the palette ask: `editorLangId in kossa.languages`. */
const CONTEXT = 'kossa.languages';
/** Where a writer's documents are; other schemes are views of them, as in a comparison of two versions. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

/** Which documents the server reads: those in the languages that the writer asks for. */
export class CheckedDocuments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #languages = askedLanguages();
  /** Other languages are asked for. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#tellMenus();
    this.#subscription = workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SETTING)) return;
      this.#languages = askedLanguages();
      this.#tellMenus();
      this.#changed.fire();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  get languages(): readonly string[] {
    return this.#languages;
  }

  get selector(): { readonly language: string; readonly scheme: string }[] {
    const schemes = new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
    return this.#languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
  }

  has(document: TextDocument): boolean {
    return languages.match(this.selector, document) > 0;
  }

  #tellMenus(): void {
    void commands.executeCommand('setContext', CONTEXT, this.#languages);
  }
}

function askedLanguages(): readonly string[] {
  const asked = workspace.getConfiguration().get<unknown>(SETTING, DEFAULT_LANGUAGES);
  return Array.isArray(asked) ? asked.filter((language) => KNOWN_LANGUAGES.has(language as string)) : DEFAULT_LANGUAGES;
}

/**
 * Starts the client when a document is open that its server reads: whoever opens some other plain text pays for no
 * server. What a view or a command asks starts it as well.
 */
export async function startWhenWanted(
  client: BaseLanguageClient,
  checked: CheckedDocuments,
  log: LogOutputChannel,
): Promise<Disposable> {
  let isStarted = false;
  let last = Promise.resolve();
  const isWanted = (): boolean => workspace.textDocuments.some((document) => checked.has(document));
  const start = (): Promise<void> => {
    isStarted = true;
    return client.start();
  };
  const later = (act: () => Promise<void>): void => {
    last = last.then(act).catch((error: unknown) => log.error('The language server did not start.', String(error)));
  };
  const subscriptions = [
    workspace.onDidOpenTextDocument((document) => {
      if (!isStarted && checked.has(document)) later(start);
    }),
    checked.onDidChange(() => {
      // The client tells the server which documents it hears of when it starts, and not again.
      client.clientOptions.documentSelector = checked.selector;
      later(async () => {
        if (client.needsStop()) {
          await client.start();
          await client.stop();
          await client.start();
        } else if (!isStarted && isWanted()) await start();
      });
    }),
  ];
  if (isWanted()) await start();
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}
