import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine, Locale } from '../../engine/src/index.js';
import {
  mentionsRequest,
  statisticsRequest,
  terminologyTreeRequest,
  type MentionsParams,
  type MentionsResult,
  type StatisticsParams,
  type StatisticsResult,
  type TerminologyTreeParams,
  type TermTreeNode,
} from '../../protocol.js';
import { mentionGroups } from './features/document-terms.js';
import { statisticsMarkdown } from './features/statistics.js';
import { terminologyTree } from './features/terminology-tree.js';
import type { Linted, Linter } from './linter.js';
import { cancelled, safely, type FaultLog } from './safely.js';

export interface TermViewsHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly engine: Promise<Engine | undefined>;
  readonly linter: Linter;
  readonly log: FaultLog;
  /** The house style of a document; the default one without a document. */
  styleFor(uri: string | undefined): Promise<Locale>;
}

/** Answers what the views of terms, and the page of a document's statistics, ask for. */
export function listenForTermViews(host: TermViewsHost): void {
  const { connection, log } = host;
  connection.onRequest(mentionsRequest, ({ uri }: MentionsParams, token: CancellationToken) =>
    withLinted<MentionsResult>(host, 'terms of the document', uri, token, (linted, document) =>
      mentionGroups(document, linted),
    ),
  );
  connection.onRequest(statisticsRequest, ({ uri }: StatisticsParams, token: CancellationToken) =>
    withLinted<StatisticsResult>(host, 'statistics', uri, token, (linted) => ({
      markdown: statisticsMarkdown(nameOf(uri), linted),
    })),
  );
  connection.onRequest(terminologyTreeRequest, ({ uri }: TerminologyTreeParams) =>
    safely<readonly TermTreeNode[]>(log, 'terminology', [], async () => {
      const engine = await host.engine;
      return engine === undefined ? [] : terminologyTree(engine, await host.styleFor(uri));
    }),
  );
}

/** What the current version of an open document holds; null where it is not open or not checked. */
function withLinted<T>(
  { documents, linter, log }: TermViewsHost,
  doing: string,
  uri: string,
  token: CancellationToken,
  answer: (linted: Linted, document: TextDocument) => T,
): Promise<T | null> {
  return safely<T | null>(log, doing, null, async () => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const linted = await linter.lint(document, token);
    if (token.isCancellationRequested) throw cancelled();
    return linted === undefined ? null : answer(linted, document);
  });
}

function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/^untitled:/u, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
