import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentStatistics, type Engine, type Locale } from '../../engine/src/index.js';
import {
  gradeRequest,
  mentionsRequest,
  reportRequest,
  statisticsRequest,
  terminologyTreeRequest,
  type GradeParams,
  type MentionsParams,
  type MentionsResult,
  type ReportParams,
  type ReportResult,
  type StatisticsParams,
  type StatisticsResult,
  type TerminologyTreeParams,
  type TermTreeNode,
} from '../../protocol.js';
import type { DocumentSettings } from './document-settings.js';
import { mentionGroups } from './features/document-terms.js';
import { reportMarkdown } from './features/report.js';
import { statisticsMarkdown } from './features/statistics.js';
import { ownTermGroups } from './features/own-terms.js';
import { terminologyTree } from './features/terminology-tree.js';
import type { Linted, Linter } from './linter.js';
import { projectsOf } from './projects.js';
import { cancelled, safely, type FaultLog } from './safely.js';

export interface TermViewsHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly engine: Promise<Engine | undefined>;
  /** The engine that knows the own terms of the project in which a document lies. */
  engineFor(uri: string | undefined): Promise<Engine | undefined>;
  /** URIs of the folders of the workspace. */
  rootUris(): readonly string[];
  readonly linter: Linter;
  readonly log: FaultLog;
  /** The house style of a document; the default one without a document. */
  styleFor(uri: string | undefined): Promise<Locale>;
  settingsFor(uri: string): Promise<DocumentSettings>;
  /** Why nothing is checked, whatever the settings say. */
  state(): { readonly paused: boolean; readonly failure: string | undefined };
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
  connection.onRequest(gradeRequest, ({ uri }: GradeParams, token: CancellationToken) =>
    withLinted<number | null>(host, 'grade', uri, token, ({ result, engine }) =>
      result.document.text.length > LONGEST_GRADED
        ? null
        : (documentStatistics(result.document, engine.terminology).grade ?? null),
    ),
  );
  connection.onRequest(reportRequest, (params: ReportParams, token: CancellationToken) =>
    safely<ReportResult | null>(log, 'report', null, async () => {
      const linted = await withLinted(host, 'report', params.uri, token, (found) => found);
      const settings = await host.settingsFor(params.uri);
      const about = { ...params, name: nameOf(params.uri), settings, linted: linted ?? undefined };
      return { markdown: reportMarkdown({ ...about, engine: await host.engine, ...host.state() }) };
    }),
  );
  connection.onRequest(terminologyTreeRequest, ({ uri }: TerminologyTreeParams) =>
    safely<readonly TermTreeNode[]>(log, 'terminology', [], async () => {
      const [shared, engine] = [await host.engine, await host.engineFor(uri)];
      if (shared === undefined || engine === undefined) return [];
      const style = await host.styleFor(uri);
      return [...ownTermGroups(shared, await projectsOf(host), style), ...terminologyTree(engine, style)];
    }),
  );
}

/** Characters; the grade of a book tells nothing, and takes its time. */
const LONGEST_GRADED = 200_000;

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
