import * as l10n from '@vscode/l10n';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  type CancellationToken,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { allRules, WORDS_FILE, type Engine, type Locale } from '../../engine/src/index.js';
import {
  caretNotification,
  pauseNotification,
  statusNotification,
  type CaretParams,
  type InitializationOptions,
  type PauseParams,
} from '../../protocol.js';
import { cardMarkdown } from './cards.js';
import { ConfigurationFaults } from './configuration-faults.js';
import { CONFIGURATION_GLOBS } from './configuration-files.js';
import { FIX_ALL_KIND, toMarkup, toSpan, type CompletionData } from './convert.js';
import { ReachedFiles } from './reached-files.js';
import { readAbilities, type ClientAbilities } from './client-abilities.js';
import { SettingsStore } from './document-settings.js';
import { loadEngine } from './load-engine.js';
import type { ServerEnvironment } from './environment.js';
import { codeActions } from './features/code-actions.js';
import { completions } from './features/completion.js';
import { Diagnostics } from './features/diagnostics.js';
import { hover } from './features/hover.js';
import { isReplaceEverywhere, replaceEverywhere } from './features/replace-everywhere.js';
import { WorkspaceDiagnostics } from './features/workspace-diagnostics.js';
import { Typing } from './features/typing.js';
import { Linter, type Linted } from './linter.js';
import { Navigation } from './navigation.js';
import { listenToOwnRequests } from './own-requests.js';
import { ProblemMessages } from './problem-messages.js';
import { Pushes } from './pushes.js';
import { Refreshes } from './refreshes.js';
import { cancelled, connectionLog, safely } from './safely.js';
import { statusOf } from './status.js';
import { listenForTermViews, type TermViewsHost } from './term-views.js';
import { WorkspaceFiles } from './workspace-files.js';

/** Serves one client until the connection ends. What a request needs of the world comes from the environment. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  let session: Session | undefined;
  const documents = new TextDocuments<TextDocument>({
    create: (...parts) => TextDocument.create(...parts),
    update(document, changes, version) {
      const changed = TextDocument.update(document, changes, version);
      session?.typed(changed, changes);
      return changed;
    },
  });
  connection.onInitialize((params) => {
    session = new Session(connection, environment, documents, params);
    return session.capabilities();
  });
  connection.onInitialized(() => session?.begin());
  documents.listen(connection);
  connection.listen();
}

/**
 * An empty answer would make the findings flicker: a client that asked about a version that is gone keeps what it
 * has, and asks again.
 */
function askAgain(error: unknown): never {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) {
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the document changed', { retriggerRequest: true });
  }
  throw error;
}

const ARTICLE_GLOB = '**/*.{md,markdown,mdx,txt,text}';

/** The words of a project lie in a plain text that is no article. */
function isArticle(uri: string): boolean {
  return /\.(?:md|markdown|mdx|txt|text)$/iu.test(uri) && !uri.endsWith(`/${WORDS_FILE}`);
}

class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #abilities: ClientAbilities;
  readonly #options: InitializationOptions;
  readonly #environment: ServerEnvironment;
  readonly #log;
  readonly #engine: Promise<Engine | undefined>;
  readonly #settings: SettingsStore;
  readonly #linter: Linter;
  readonly #typing: Typing;
  readonly #diagnostics: Diagnostics;
  readonly #pushes: Pushes | undefined;
  readonly #refreshes: Refreshes;
  readonly #problemMessages: ProblemMessages;
  readonly #files: WorkspaceFiles;
  readonly #navigation: Navigation;
  readonly #workspace: WorkspaceDiagnostics;
  readonly #faults: ConfigurationFaults;
  #rootUris: readonly string[];
  #announceBegin: () => void = () => undefined;
  readonly #begun = new Promise<void>((resolve) => (this.#announceBegin = resolve));
  /** Why nothing is checked, in words for the writer. */
  #failure: string | undefined;

  constructor(
    connection: Connection,
    environment: ServerEnvironment,
    documents: TextDocuments<TextDocument>,
    params: InitializeParams,
  ) {
    this.#connection = connection;
    this.#environment = environment;
    this.#documents = documents;
    this.#options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#abilities = readAbilities(params.capabilities, this.#options.hasCommands === true);
    // Without a bundle its strings are the English ones, whatever was said before in this process.
    l10n.config({ contents: { ...this.#options.strings } });
    this.#log = connectionLog(connection);
    this.#rootUris = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    this.#engine = this.#loadEngine();
    const rootUris = (): readonly string[] => this.#rootUris;
    const reached = new ReachedFiles({ connection, environment, options: this.#options, rootUris });
    const asked = this.#abilities.configuration ? connection : undefined;
    this.#settings = new SettingsStore(
      {
        connection: asked,
        rootUris: () => this.#rootUris,
        readFile: (uri) => reached.read(uri),
        listFolder: (uri) => reached.listFolder(uri),
        knowledge: {
          rules: allRules,
          checkTerms: async (files) => (await this.#engine)?.checkTerms(files) ?? [],
        },
      },
      this.#options.settings,
    );
    const settingsFor = this.#settings.for.bind(this.#settings);
    this.#problemMessages = new ProblemMessages(connection);
    this.#refreshes = new Refreshes(connection, this.#abilities, this.#log);
    this.#linter = new Linter({ engine: this.#engine, environment, log: this.#log, settingsFor });
    this.#typing = new Typing({
      now: () => environment.now(),
      canShowLater: !this.#abilities.pullDiagnostics || this.#abilities.refreshesDiagnostics,
      tellsCaret: this.#options.tellsCaret === true,
      released: (uri) => this.#showAgain(uri),
    });
    this.#diagnostics = new Diagnostics({
      linter: this.#linter,
      typing: this.#typing,
      abilities: this.#abilities.diagnostic,
      settingsFor,
      onLinted: (document, linted) => void this.#tellStatus(document.uri, linted),
    });
    this.#pushes = this.#abilities.pullDiagnostics
      ? undefined
      : new Pushes({
          connection,
          documents,
          log: this.#log,
          items: (document, token) => this.#diagnostics.items(document, token),
        });
    this.#files = new WorkspaceFiles(documents, reached);
    this.#workspace = new WorkspaceDiagnostics({
      files: this.#files,
      linter: this.#linter,
      abilities: this.#abilities.diagnostic,
      watched: this.#abilities.registersWatchers,
      rootUris: () => this.#rootUris,
      settingsFor,
      startProgress: async () =>
        this.#abilities.workDoneProgress ? connection.window.createWorkDoneProgress() : undefined,
    });
    const { hasCommands: showsTerms = false } = this.#options;
    const faultsHost = { connection, documents, reached, rootUris, settingsFor, log: this.#log, showsTerms };
    this.#faults = new ConfigurationFaults(faultsHost);
    this.#navigation = new Navigation({
      connection,
      engineFor: this.#engineFor.bind(this),
      rootUris: () => this.#rootUris,
      files: this.#files,
      linter: this.#linter,
      log: this.#log,
      abilities: this.#abilities,
      termPages: this.#options.hasCommands === true,
    });
    this.#listen();
  }

  /** The writer changed an open document. */
  typed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.#typing.changed(document, changes);
  }

  capabilities(): InitializeResult {
    return {
      serverInfo: { name: 'kossa' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        ...(this.#abilities.pullDiagnostics
          ? { diagnosticProvider: { identifier: 'kossa', interFileDependencies: false, workspaceDiagnostics: true } }
          : {}),
        hoverProvider: true,
        completionProvider: { resolveProvider: true },
        ...this.#navigation.capabilities(),
        codeActionProvider: {
          codeActionKinds: ['quickfix', FIX_ALL_KIND],
          resolveProvider: this.#abilities.reviewsEdits,
        },
        ...(this.#abilities.workspaceFolders
          ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
          : {}),
      },
    };
  }

  /** After the handshake: what the client lets itself be asked for. */
  begin(): void {
    this.#announceBegin();
    this.#faults.tell();
    void safely(this.#log, 'registration', undefined, async () => {
      if (this.#abilities.registersConfiguration) {
        await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'kossa' });
      }
      if (this.#abilities.registersWatchers) {
        const watchers = [...CONFIGURATION_GLOBS, ARTICLE_GLOB].map((globPattern) => ({ globPattern }));
        await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (this.#abilities.workspaceFolders) {
        this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map((folder) => folder.uri));
          this.#rootUris = [...this.#rootUris.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
          this.#refresh();
        });
      }
    });
  }

  #listen(): void {
    const connection = this.#connection;
    connection.onDidChangeConfiguration(({ settings }) => {
      const section = (settings as { readonly kossa?: unknown } | null)?.kossa;
      this.#settings.changed(section);
      this.#refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      // An article that changed on the disk changes nothing for those that are open.
      if (changes.length > 0 && !changes.some(({ uri }) => !isArticle(uri) && this.#settings.concerns(uri))) {
        const articles = changes.map(({ uri }) => uri).filter(isArticle);
        if (articles.length > 0) this.#workspace.changed(articles);
        return;
      }
      this.#settings.changed();
      this.#refresh();
    });
    connection.onNotification(pauseNotification, ({ paused }: PauseParams) => {
      this.#settings.paused = paused;
      this.#refresh();
    });
    connection.onNotification(caretNotification, ({ uri, position }: CaretParams) => {
      const document = this.#documents.get(uri);
      this.#typing.moved(uri, document, position && document?.offsetAt(position));
    });
    this.#documents.onDidOpen(({ document }) => {
      this.#diagnostics.saved(document);
      this.#faults.tell();
    });
    this.#documents.onDidSave(({ document }) => {
      this.#diagnostics.saved(document);
      this.#typing.saved(document.uri);
      this.#pushes?.schedule(document.uri);
      void this.#refreshAfterSave(document.uri);
    });
    this.#documents.onDidChangeContent(({ document }) => this.#pushes?.schedule(document.uri));
    this.#documents.onDidClose(({ document }) => this.#forget(document));
    connection.languages.diagnostics.on((params, token) =>
      safely(this.#log, 'diagnostics', { kind: 'full', items: [] }, async () => {
        const document = this.#documents.get(params.textDocument.uri);
        if (document === undefined) return { kind: 'full', items: [] };
        return this.#diagnostics.report(document, params.previousResultId, token).catch(askAgain);
      }),
    );
    connection.languages.diagnostics.onWorkspace((params, token, _progress, results) =>
      safely(this.#log, 'workspace diagnostics', { items: [] }, () =>
        this.#workspace.report(params, token, results === undefined ? undefined : (part) => results.report(part)),
      ),
    );
    connection.onHover((params, token) =>
      this.#withLinted<Hover | null>('hover', params.textDocument.uri, token, null, (linted, document) => {
        if (!linted.settings.hover) return null;
        return hover(document.offsetAt(params.position), document, linted, this.#abilities.hoverMarkup);
      }),
    );
    connection.onCodeAction((params, token) =>
      this.#withLinted<CodeAction[]>('code actions', params.textDocument.uri, token, [], (linted, document) =>
        codeActions(toSpan(params.range, document), params.context.only, {
          linted,
          document,
          abilities: this.#abilities.diagnostic,
          documentChanges: this.#abilities.documentChanges,
          commands: this.#options.hasCommands === true,
          reviewsEdits: this.#abilities.reviewsEdits,
          today: this.#environment.today(),
        }),
      ),
    );
    connection.onCodeActionResolve((action, token) =>
      safely(this.#log, 'code action', action, async () => {
        if (!isReplaceEverywhere(action.data)) return action;
        const host = { files: this.#files, linter: this.#linter };
        return { ...action, edit: await replaceEverywhere(action.data, host, token) };
      }),
    );
    connection.onCompletion((params, token) =>
      this.#withLinted<CompletionList | null>('completion', params.textDocument.uri, token, null, (linted, document) =>
        linted.settings.completion ? completions(params.position, document, linted, this.#environment.today()) : null,
      ),
    );
    connection.onCompletionResolve((item) => safely(this.#log, 'completion', item, () => this.#documented(item)));
    this.#navigation.listen();
    const shared = {
      connection,
      engine: this.#engine,
      engineFor: this.#engineFor.bind(this),
      rootUris: () => this.#rootUris,
      log: this.#log,
      styleFor: this.#styleFor.bind(this),
      settingsFor: (uri: string) => this.#settings.for(uri),
    };
    const state = (): ReturnType<TermViewsHost['state']> => ({ paused: this.#settings.paused, failure: this.#failure });
    listenForTermViews({ ...shared, documents: this.#documents, linter: this.#linter, state });
    const { documentChanges } = this.#abilities;
    listenToOwnRequests({ ...shared, documentChanges, withLinted: this.#withLinted.bind(this) });
  }

  /** Answers with what the current version of a document holds; `fallback` where it is not open or not checked. */
  #withLinted<T>(
    doing: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    answer: (linted: Linted, document: TextDocument) => T,
  ): Promise<T> {
    return safely(this.#log, doing, fallback, async () => {
      const document = this.#documents.get(uri);
      if (document === undefined) return fallback;
      const linted = await this.#linter.lint(document, token);
      if (token.isCancellationRequested) throw cancelled();
      return linted === undefined ? fallback : answer(linted, document);
    });
  }

  async #documented(item: CompletionItem): Promise<CompletionItem> {
    const data = item.data as CompletionData | undefined;
    const engine = await this.#engineFor(data?.uri);
    if (data === undefined || engine?.terminology.concept(data.conceptId) === undefined) return item;
    const markdown = cardMarkdown(engine, data.conceptId, await this.#styleFor(data.uri), 'short');
    return { ...item, documentation: toMarkup(markdown, this.#abilities.completionMarkup) };
  }

  /** The engine that knows the own terms of the project in which a document lies. */
  async #engineFor(uri: string | undefined): Promise<Engine | undefined> {
    const engine = await this.#engine;
    return uri === undefined ? engine : engine?.under((await this.#settings.for(uri)).configuration);
  }

  async #styleFor(uri: string | undefined): Promise<Locale> {
    if (uri === undefined) return 'us';
    return (await this.#settings.for(uri)).configuration.style ?? 'us';
  }

  #refresh(): void {
    this.#faults.changed();
    this.#linter.invalidate();
    this.#workspace.changed();
    this.#pushes?.scheduleAll();
    this.#refreshes.all();
  }

  /** What is shown of one document changes, though neither its text nor its settings did. */
  #showAgain(uri: string): void {
    if (this.#pushes === undefined) this.#refreshes.diagnostics();
    else this.#pushes.schedule(uri);
  }

  /** A document that is checked when it is saved has to be asked for again now. */
  async #refreshAfterSave(uri: string): Promise<void> {
    await safely(this.#log, 'refresh after save', undefined, async () => {
      const settings = await this.#settings.for(uri);
      if (settings.run === 'onSave') this.#refreshes.diagnostics();
    });
  }

  #forget(document: TextDocument): void {
    const { uri } = document;
    this.#linter.forget(document);
    this.#workspace.changed([uri]);
    this.#settings.forget(uri);
    this.#typing.forget(uri);
    this.#pushes?.clear(uri);
  }

  async #tellStatus(uri: string, linted: Linted | undefined): Promise<void> {
    await safely(this.#log, 'status', undefined, async () => {
      const settings = linted?.settings ?? (await this.#settings.for(uri));
      // Our own client has a status item.
      if (this.#options.hasCommands !== true) await this.#problemMessages.tell(settings.problems);
      await this.#connection.sendNotification(
        statusNotification,
        statusOf(uri, linted, settings, this.#settings.paused, this.#failure),
      );
    });
  }

  async #loadEngine(): Promise<Engine | undefined> {
    const loaded = await loadEngine(this.#environment, this.#options, this.#begun);
    if ('engine' in loaded) {
      const { terminology, rules, words } = loaded.engine;
      const spelling = words === undefined ? 'without a word list' : 'with its word list';
      this.#log.note(`Ready: ${terminology.compiled.concepts.length} terms, ${rules.length} rules, ${spelling}.`);
      return loaded.engine;
    }
    this.#failure = loaded.failure;
    this.#log.note(loaded.details);
    void safely(this.#log, 'message', undefined, () =>
      this.#connection.sendNotification('window/showMessage', { type: 1, message: loaded.failure }),
    );
    return undefined;
  }
}
