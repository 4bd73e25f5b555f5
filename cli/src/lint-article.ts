import type { Finding, Severity } from '../../engine/src/index.js';
import type { Analysis } from './lint/analysis.js';
import { countFrom } from './selection.js';

/** One article with what is to be told of it. */
export interface LintedArticle {
  /** Absolute, or `<stdin>`. */
  readonly filePath: string;
  /** As read, without a byte-order mark; with `--fix`, as written. */
  readonly text: string;
  /** What is reported, in reading order. */
  readonly findings: readonly Finding[];
  /** All warnings, reported or not: `--max-warnings` counts them. */
  readonly warnings: number;
  /** Findings, reported or not, that make the run fail. */
  readonly failing: number;
  /** Findings that `--fix` put right. */
  readonly fixed: number;
  /** False: the style rules rest here. */
  readonly healthWriting: boolean;
  /** What is wrong with the front matter, with the UTF-16 offset. */
  readonly frontMatterProblems: Analysis['frontMatterProblems'];
  /** Rules that failed: faults of Kossa. */
  readonly failures: Analysis['failures'];
}

export interface LintArticleOptions {
  readonly report: 'all' | 'errors';
  /** From which severity on a finding makes the run fail. */
  readonly failOn: Severity;
  /** What is found in a version of the text. */
  analyze(text: string): Analysis | Promise<Analysis>;
  /** Which findings of a version of the text count at all. */
  select?(text: string, findings: readonly Finding[]): readonly Finding[];
}

/** `unsafe`: also what a person should review. */
export type FixesToMake = 'safe' | 'unsafe';

export async function lintArticle(filePath: string, text: string, options: LintArticleOptions): Promise<LintedArticle> {
  return toLinted(filePath, text, await analyzeText(text, options), options, 0);
}

/**
 * Makes the fixes of what is reported, again until nothing is left to fix. Fixes that touch each other wait for the
 * next pass. Fixes to be reviewed may undo each other without end; then only the safe ones are made, so that a second
 * run changes nothing.
 */
export async function fixArticle(
  filePath: string,
  text: string,
  options: LintArticleOptions,
  which: FixesToMake = 'safe',
): Promise<LintedArticle> {
  let current = text;
  let analysis = await analyzeText(current, options);
  let fixed = 0;
  for (let pass = 0; ; pass++) {
    const next = applyFixes(current, reported(analysis.findings, options.report), which);
    if (next.text === current) break;
    if (pass === MOST_PASSES[which]) {
      if (which === 'safe') break;
      return fixArticle(filePath, text, options, 'safe');
    }
    current = next.text;
    fixed += next.count;
    analysis = await analyzeText(current, options);
  }
  return toLinted(filePath, current, analysis, options, fixed);
}

/** A fix may make place for another; fixes that never come to rest are a fault, which this bounds. */
const MOST_PASSES: Readonly<Record<FixesToMake, number>> = { safe: 5, unsafe: 10 };

export function countOf(severity: Severity, findings: readonly Finding[]): number {
  return findings.reduce((count, finding) => (finding.severity === severity ? count + 1 : count), 0);
}

export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes[0]?.grade === 'safe';
}

async function analyzeText(text: string, { analyze, select }: LintArticleOptions): Promise<Analysis> {
  const analysis = await analyze(text);
  return select === undefined ? analysis : { ...analysis, findings: select(text, analysis.findings) };
}

function toLinted(
  filePath: string,
  text: string,
  { findings, healthWriting, frontMatterProblems, failures }: Analysis,
  options: LintArticleOptions,
  fixed: number,
): LintedArticle {
  return {
    filePath,
    text,
    findings: reported(findings, options.report),
    warnings: countOf('warning', findings),
    failing: countFrom(options.failOn, findings),
    fixed,
    healthWriting,
    frontMatterProblems,
    failures,
  };
}

function reported(findings: readonly Finding[], report: LintArticleOptions['report']): readonly Finding[] {
  return report === 'all' ? findings : findings.filter((finding) => finding.severity === 'error');
}

function applyFixes(
  text: string,
  findings: readonly Finding[],
  which: FixesToMake,
): { readonly text: string; readonly count: number } {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let count = 0;
  for (const finding of findings) {
    const fix = finding.fixes.find(({ grade }) => grade === 'safe' || (which === 'unsafe' && grade === 'review'));
    if (fix === undefined) continue;
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
