import { allRules, type Severity } from '../../engine/src/index.js';
import type { LintedArticle } from '../../cli/src/lint-article.js';
import { FORMATS } from '../../cli/src/reports/formats.js';
import type { ReportContext, Summary } from '../../cli/src/reports/report.js';
import { colorsFor } from '../../cli/src/terminal.js';
import { stubTerminology } from '../support/stub-terminology.js';

/** What would break a report, forge a command or run in a page, if it got there as it is. */
export const HOSTILE =
  'a\n::error file=x::b\r\n##[error]c%0A,:]]><script>alert(1)</script>&amp;"\'`|\\ \u0000\u0007\u001b[31m\u0085\u2028\u202eevil\u2066\ufffe\ud800 @team #1 https://evil.example [x](javascript:alert(1)) {0}';

/** A context of its own for a report. */
export function reportContext(env: ReportContext['env'] = {}): ReportContext {
  const { concepts, sources, contentHash } = stubTerminology;
  return {
    cwd: '/project',
    width: 80,
    colors: colorsFor({ write: () => true }, {}, false),
    sources,
    version: '9.9.9',
    env,
    rules: allRules,
    terminologyVersion: contentHash,
    concept: (id) => concepts.find((concept) => concept.id === id),
  };
}

/** An article whose name, text, message, reason and fix all are hostile. */
export function hostileArticle(): LintedArticle {
  const span = { start: 0, end: HOSTILE.length };
  return articleWith(`/project/${HOSTILE.replaceAll('\u0000', '').replaceAll('/', '')}.md`, HOSTILE, [
    {
      ruleId: 'avoided-term',
      severity: 'error',
      message: HOSTILE,
      span,
      conceptId: 'calcium-channel-blocker',
      fixes: [{ title: HOSTILE, grade: 'safe', edits: [{ span, text: HOSTILE }] }],
      reason: { text: `Why: ${HOSTILE}`, sources: ['example-handbook'] },
      related: [{ span, message: HOSTILE }],
    },
    { ruleId: 'avoided-term', severity: 'warning', message: HOSTILE, span, fixes: [] },
  ]);
}

/** A finding of a level at each of some places. */
export function articleWithMany(file: string, severity: Severity, count: number): LintedArticle {
  const findings = Array.from({ length: count }, (_, index) => ({
    ruleId: 'avoided-term',
    severity,
    message: `Finding ${index + 1}.`,
    span: { start: index, end: index + 1 },
    fixes: [],
  }));
  return articleWith(file, 'x'.repeat(count), findings);
}

/** All of a report over some articles. */
export function reportOver(format: string, articles: readonly LintedArticle[], context = reportContext()): string {
  const report = FORMATS[format]!(context);
  return [report.begin(), ...articles.map((one) => report.article(one)), report.end(summaryOf(articles))].join('');
}

export function summaryOf(articles: readonly LintedArticle[]): Summary {
  const all = articles.flatMap(({ findings }) => findings);
  const count = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
  return {
    articles: articles.length,
    articlesWithFindings: articles.filter(({ findings }) => findings.length > 0).length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    fixable: 0,
    fixed: 0,
    fixedArticles: 0,
    resting: [],
  };
}

function articleWith(filePath: string, text: string, findings: LintedArticle['findings']): LintedArticle {
  return {
    filePath,
    text,
    findings,
    warnings: 0,
    fixed: 0,
    failing: 0,
    healthWriting: true,
    frontMatterProblems: [],
    failures: [],
  } as LintedArticle;
}
