import type { CancellationToken, Connection, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { insertWord, NEW_WORDS_FILE, type Engine, type Locale } from '../../engine/src/index.js';
import {
  cardRequest,
  configurationFileRequest,
  explainRequest,
  fixAllRequest,
  insertWordRequest,
  termAtRequest,
  termsRequest,
  type CardParams,
  type CardResult,
  type ConfigurationFileParams,
  type ExplainParams,
  type ExplainResult,
  type FixAllParams,
  type InsertWordParams,
  type TermAtParams,
  type TermAtResult,
  type TermEntry,
} from '../../protocol.js';
import { cardMarkdown, cardTitle } from './cards.js';
import { toWorkspaceEdit } from './convert.js';
import type { DocumentSettings } from './document-settings.js';
import { safeEdits } from './features/code-actions.js';
import { explanationAt } from './features/explanation.js';
import { conceptMeant, conceptsOf, findingsIn, mentionAt } from './features/locate.js';
import { ownTermEntries } from './features/own-terms.js';
import { termEntries } from './features/term-names.js';
import type { Linted } from './linter.js';
import { projectsOf } from './projects.js';
import { safely, type FaultLog } from './safely.js';

export interface OwnRequestsHost {
  readonly connection: Connection;
  readonly engine: Promise<Engine | undefined>;
  /** The engine that knows the own terms of the project in which a document lies. */
  engineFor(uri: string | undefined): Promise<Engine | undefined>;
  /** URIs of the folders of the workspace. */
  rootUris(): readonly string[];
  readonly log: FaultLog;
  /** The client takes versioned edits. */
  readonly documentChanges: boolean;
  settingsFor(uri: string): Promise<DocumentSettings>;
  styleFor(uri: string | undefined): Promise<Locale>;
  /** Answers with what the current version of a document holds; `fallback` where it is not open or not checked. */
  withLinted<T>(
    doing: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    answer: (linted: Linted, document: TextDocument) => T,
  ): Promise<T>;
}

/** What our client asks beyond the language server protocol. */
export function listenToOwnRequests(host: OwnRequestsHost): void {
  const { connection, log } = host;
  connection.onRequest(insertWordRequest, ({ text, word }: InsertWordParams): string | null => {
    const before = text ?? NEW_WORDS_FILE;
    const insertion = insertWord(before, word);
    return insertion === undefined
      ? null
      : before.slice(0, insertion.offset) + insertion.text + before.slice(insertion.offset);
  });
  connection.onRequest(termsRequest, () =>
    safely<readonly TermEntry[]>(log, 'terms', [], async () => {
      const engine = await host.engine;
      if (engine === undefined) return [];
      return [...ownTermEntries(engine, await projectsOf(host), 'us'), ...termEntries(engine, 'us')];
    }),
  );
  connection.onRequest(termAtRequest, ({ uri, position }: TermAtParams, token: CancellationToken) =>
    host.withLinted<TermAtResult | null>('term at cursor', uri, token, null, (linted, document) => {
      const offset = document.offsetAt(position);
      const mention = mentionAt(linted.result.document, offset)?.mention;
      const findings = findingsIn(linted.result.findings, { start: offset, end: offset });
      const conceptId =
        (mention && conceptsOf(mention)[0]) ?? findings.map(conceptMeant).find((id) => id !== undefined);
      return conceptId === undefined ? null : { conceptId };
    }),
  );
  connection.onRequest(cardRequest, (params: CardParams) =>
    safely<CardResult | null>(log, 'card', null, async () => {
      const engine = await host.engineFor(params.uri);
      if (engine?.terminology.concept(params.conceptId) === undefined) return null;
      const style = await host.styleFor(params.uri);
      return {
        title: cardTitle(engine, params.conceptId, style),
        markdown: cardMarkdown(engine, params.conceptId, style, params.length ?? 'page'),
      };
    }),
  );
  connection.onRequest(explainRequest, ({ uri, position }: ExplainParams, token: CancellationToken) =>
    host.withLinted<ExplainResult | null>('explain', uri, token, null, ({ result, engine, settings }, document) => {
      const style = settings.configuration.style ?? 'us';
      const markdown = explanationAt(result, document.offsetAt(position), engine, style);
      return markdown === undefined ? null : { markdown };
    }),
  );
  connection.onRequest(fixAllRequest, ({ uri }: FixAllParams, token: CancellationToken) =>
    host.withLinted<WorkspaceEdit | null>('fix all', uri, token, null, (linted, document) => {
      const edits = safeEdits(linted.result.findings);
      return edits.length === 0 ? null : toWorkspaceEdit(edits, document, host.documentChanges);
    }),
  );
  connection.onRequest(configurationFileRequest, ({ uri }: ConfigurationFileParams) =>
    safely(log, 'configuration file', null, async () => (await host.settingsFor(uri)).file ?? null),
  );
}
