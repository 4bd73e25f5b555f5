import type { Configuration, Engine, Finding, LintResult, Severity } from '../../engine/src/index.js';

/** One article with what is to be told of it. Plain data, so that a worker can hand it over. */
export interface LintedArticle {
  /** Absolute, or `<stdin>`. */
  readonly filePath: string;
  /** As read, without a byte-order mark; with `--fix`, as written. */
  readonly text: string;
  /** What is reported, in reading order. */
  readonly findings: readonly Finding[];
  /** All warnings, reported or not: `--max-warnings` counts them. */
  readonly warnings: number;
  /** Findings that `--fix` put right. */
  readonly fixed: number;
  /** False: the style rules rest here. */
  readonly healthWriting: boolean;
  /** What is wrong with the front matter, with the UTF-16 offset. */
  readonly frontMatterProblems: readonly { readonly offset: number; readonly message: string }[];
  /** Rules that failed: faults of Kossa. */
  readonly failures: readonly { readonly ruleId: string; readonly message: string; readonly stack: string }[];
}

export interface LintArticleOptions {
  readonly engine: Engine;
  readonly configuration: Configuration;
  readonly configured: boolean;
  readonly today: string;
  readonly report: 'all' | 'errors';
}

export function lintArticle(filePath: string, text: string, options: LintArticleOptions): LintedArticle {
  const result = lintText(filePath, text, options);
  return toLinted(filePath, text, result, options, 0);
}

/**
 * Makes the safe fixes of what is reported, again until nothing is left to fix. Fixes that touch each other wait for
 * the next pass.
 */
export function fixArticle(filePath: string, text: string, options: LintArticleOptions): LintedArticle {
  let current = text;
  let result = lintText(filePath, current, options);
  let fixed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = applySafeFixes(current, reported(result.findings, options.report));
    if (next.text === current) break;
    current = next.text;
    fixed += next.count;
    result = lintText(filePath, current, options);
  }
  return toLinted(filePath, current, result, options, fixed);
}

/** A fix may make place for another; fixes that never come to rest are a fault, which this bounds. */
const MOST_PASSES = 5;

export function countOf(severity: Severity, findings: readonly Finding[]): number {
  return findings.reduce((count, finding) => (finding.severity === severity ? count + 1 : count), 0);
}

export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes[0]?.grade === 'safe';
}

function lintText(
  filePath: string,
  text: string,
  { engine, configuration, configured, today }: LintArticleOptions,
): LintResult {
  return engine.lint(text, {
    configuration,
    configured,
    today,
    language: /\.mdx$/iu.test(filePath) ? 'mdx' : 'markdown',
  });
}

function toLinted(
  filePath: string,
  text: string,
  result: LintResult,
  options: LintArticleOptions,
  fixed: number,
): LintedArticle {
  return {
    filePath,
    text,
    findings: reported(result.findings, options.report),
    warnings: countOf('warning', result.findings),
    fixed,
    healthWriting: result.document.healthWriting,
    frontMatterProblems: (result.document.frontMatter?.problems ?? []).map(({ span, message }) => ({
      offset: span.start,
      message,
    })),
    failures: result.failures.map(({ ruleId, error }) => ({
      ruleId,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    })),
  };
}

function reported(findings: readonly Finding[], report: LintArticleOptions['report']): readonly Finding[] {
  return report === 'all' ? findings : findings.filter((finding) => finding.severity === 'error');
}

function applySafeFixes(text: string, findings: readonly Finding[]): { readonly text: string; readonly count: number } {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let count = 0;
  for (const finding of findings) {
    const fix = finding.fixes[0];
    if (fix?.grade !== 'safe') continue;
    const own = fix.edits.map((edit) => ({ start: edit.span.start, end: edit.span.end, text: edit.text }));
    if (own.some((edit) => edits.some((other) => edit.start <= other.end && other.start <= edit.end))) continue;
    edits.push(...own);
    count++;
  }
  edits.sort((a, b) => b.start - a.start);
  let changed = text;
  for (const edit of edits) changed = changed.slice(0, edit.start) + edit.text + changed.slice(edit.end);
  return { text: changed, count };
}
