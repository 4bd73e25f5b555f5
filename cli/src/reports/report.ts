import type { CompiledConcept, CompiledSource, Rule } from '../../../engine/src/index.js';
import type { CommandEnvironment } from '../environment.js';
import type { LintedArticle } from '../lint-article.js';
import type { RunRecord } from '../lint/run-record.js';
import type { Colors } from '../terminal.js';

/** Makes a report piece by piece, so that the run holds one article at a time. */
export interface Report {
  begin(): string;
  /** @param position among the articles that were found, from 0 */
  article(article: LintedArticle, position?: number): string;
  end(summary: Summary): string;
  /** What is to be added to a file beside the report, after its end. */
  appendix?(summary: Summary): Appendix | undefined;
}

export interface Appendix {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

export interface ReportContext {
  /** Paths are shown relative to it where the format is for people. */
  readonly cwd: string;
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: Colors;
  readonly sources: Readonly<Record<string, CompiledSource>>;
  /** Of Kossa. */
  readonly version: string;
  readonly env: CommandEnvironment['env'];
  readonly rules: readonly Rule[];
  /** Changes exactly when the terminology changes. */
  readonly terminologyVersion: string;
  /** What the run tells besides its findings; grows while it runs. */
  readonly run?: RunRecord;
  concept(id: string): CompiledConcept | undefined;
}

export interface Summary {
  readonly articles: number;
  readonly articlesWithFindings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings that `--fix` would put right. */
  readonly fixable: number;
  /** Findings that `--fix` put right, and in how many files. */
  readonly fixed: number;
  readonly fixedArticles: number;
  /** Paths of articles in which the style rules rest. */
  readonly resting: readonly string[];
}

export type CreateReport = (context: ReportContext) => Report;
