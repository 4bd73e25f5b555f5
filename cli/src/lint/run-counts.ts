import { countOf, isSafelyFixable, type LintedArticle } from '../lint-article.js';
import type { Summary } from '../reports/report.js';

/** What is remembered of the articles of a run. */
export class RunCounts {
  readonly #resting: string[] = [];
  readonly #summary = {
    articles: 0,
    articlesWithFindings: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    hints: 0,
    fixable: 0,
    fixed: 0,
    fixedArticles: 0,
    resting: this.#resting,
  };
  #warnings = 0;
  #failing = 0;

  get summary(): Summary {
    return this.#summary;
  }

  add(article: LintedArticle): void {
    const summary = this.#summary;
    summary.articles++;
    if (article.findings.length > 0) summary.articlesWithFindings++;
    summary.errors += countOf('error', article.findings);
    summary.warnings += countOf('warning', article.findings);
    summary.infos += countOf('info', article.findings);
    summary.hints += countOf('hint', article.findings);
    summary.fixable += article.findings.filter(isSafelyFixable).length;
    summary.fixed += article.fixed;
    if (article.fixed > 0) summary.fixedArticles++;
    if (!article.healthWriting) this.#resting.push(article.filePath);
    this.#warnings += article.warnings;
    this.#failing += article.failing;
  }

  /** Whether there are findings that fail, or more warnings than are allowed. */
  isFailure(maxWarnings: number | undefined): boolean {
    return this.#failing > 0 || (maxWarnings !== undefined && this.#warnings > maxWarnings);
  }
}
