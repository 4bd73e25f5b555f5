import { createLineIndex, type Engine, type Finding } from '../../../engine/src/index.js';
import { countOf, isSafelyFixable, type LintedArticle } from '../lint-article.js';
import { RunCounts } from '../lint/run-counts.js';
import { findingToJson, type JsonFinding } from '../reports/json.js';
import type { Summary } from '../reports/report.js';

/** What was found in one article. Plain data: it survives JSON and postMessage. */
export interface LintResult {
  /** Absolute, or `<text>` for a text without a name. */
  readonly filePath: string;
  /** What the findings speak of: the article as read, without a byte-order mark, or with its fixes made. */
  readonly text: string;
  /** The text with fixes made, where that was asked for and changed something. */
  readonly output?: string;
  /** What is reported, in reading order, with lines and columns. */
  readonly messages: readonly JsonFinding[];
  /** The same with UTF-16 offsets, all fixes and related places. */
  readonly findings: readonly Finding[];
  readonly errorCount: number;
  readonly warningCount: number;
  readonly infoCount: number;
  readonly hintCount: number;
  /** Findings with a fix that needs no review. */
  readonly fixableCount: number;
  /** Findings that fixes put right. */
  readonly fixedCount: number;
  /** False: not recognised as health writing, so the style rules rest. */
  readonly healthWriting: boolean;
  /** The configuration leaves this article out, so it was not linted. */
  readonly ignored: boolean;
  /** What kept Kossa from reading or understanding something; all else holds. */
  readonly problems: readonly LintProblem[];
}

/** Something that is wrong with a file and is no finding: a configuration, an article that cannot be read. */
export interface LintProblem {
  readonly filePath: string;
  /** From 1, where there is a place. */
  readonly line?: number;
  readonly column?: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** A linted article as the API tells of it. */
export function toResult(
  article: LintedArticle,
  engine: Engine,
  { original, problems }: { readonly original: string; readonly problems: readonly LintProblem[] },
): LintResult {
  const { filePath, text, findings } = article;
  const lines = createLineIndex(text);
  const context = { sources: engine.terminology.compiled.sources };
  return {
    filePath,
    text,
    ...(text === original ? {} : { output: text }),
    messages: findings.map((finding) => findingToJson(finding, text, lines, context)),
    findings,
    errorCount: countOf('error', findings),
    warningCount: countOf('warning', findings),
    infoCount: countOf('info', findings),
    hintCount: countOf('hint', findings),
    fixableCount: findings.filter(isSafelyFixable).length,
    fixedCount: article.fixed,
    healthWriting: article.healthWriting,
    ignored: false,
    problems: [
      ...problems,
      ...article.frontMatterProblems.slice(0, 1).map(({ offset, message }) => ({
        filePath,
        ...lines.placeAt(offset),
        message: `the front matter is no valid YAML (${message.replace(/\s+/gu, ' ')}): the article was checked without it`,
      })),
      ...article.failures.map(({ ruleId, message }) => ({
        filePath,
        message: `the rule ${ruleId} failed (${message}) and was left out: this is a fault of Kossa`,
      })),
    ],
  };
}

/** An article that was not linted, for the reasons given. */
export function withoutFindings(
  filePath: string,
  { ignored, problems }: { readonly ignored: boolean; readonly problems: readonly LintProblem[] },
): LintResult {
  return {
    filePath,
    text: '',
    messages: [],
    findings: [],
    errorCount: 0,
    warningCount: 0,
    infoCount: 0,
    hintCount: 0,
    fixableCount: 0,
    fixedCount: 0,
    healthWriting: true,
    ignored,
    problems,
  };
}

/** A result as the reports take it. */
export function toArticle(result: LintResult): LintedArticle {
  return {
    filePath: result.filePath,
    text: result.text,
    findings: result.findings,
    warnings: result.warningCount,
    failing: result.errorCount,
    fixed: result.fixedCount,
    healthWriting: result.healthWriting,
    frontMatterProblems: [],
    failures: [],
  };
}

/** What the reports say at their end. */
export function summaryOf(results: readonly LintResult[]): Summary {
  const counts = new RunCounts();
  for (const result of results) counts.add(toArticle(result));
  return counts.summary;
}
