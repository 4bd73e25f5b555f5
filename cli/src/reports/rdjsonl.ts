import type { Severity, SourceSpan } from '../../../engine/src/index.js';
import type { LintedArticle } from '../lint-article.js';
import { rulePage } from '../rule-page.js';
import { mergedEdit } from './merged-edit.js';
import { placeFindings, type PlacedArticle } from './placed-findings.js';
import { relativeFile } from './report-paths.js';
import type { CreateReport, ReportContext } from './report.js';
import { jsonLine } from './safe-text.js';

/** For reviewdog: one message Diagnostic a line. Its columns count UTF-8 bytes. */
export const createRdjsonlReport: CreateReport = (context) => ({
  begin: () => '',
  article: (article) =>
    diagnosticsOf(article, context)
      .map((diagnostic) => `${jsonLine({ ...diagnostic, source: SOURCE })}\n`)
      .join(''),
  end: () => '',
});

/** For reviewdog: one message DiagnosticResult, a diagnostic a line. */
export const createRdjsonReport: CreateReport = (context) => {
  let first = true;
  return {
    begin: () => `{"source":${jsonLine(SOURCE)},"diagnostics":[`,
    article: (article) =>
      diagnosticsOf(article, context)
        .map((diagnostic) => {
          const comma = first ? '\n' : ',\n';
          first = false;
          return comma + jsonLine(diagnostic);
        })
        .join(''),
    end: () => '\n]}\n',
  };
};

const SOURCE = { name: 'kossa', url: 'https://github.com/kossa/kossa' };

function diagnosticsOf(article: LintedArticle, { cwd }: ReportContext): readonly object[] {
  const placed = placeFindings(article);
  const path = relativeFile(article.filePath, cwd);
  return placed.findings.map(({ finding }) => {
    const why = finding.reason?.text ?? '';
    const suggestions = finding.fixes
      .filter((fix) => fix.edits.length > 0)
      .slice(0, MOST_SUGGESTIONS)
      .map((fix) => mergedEdit(fix.edits, article.text))
      .map(({ span, text }) => ({ range: byteRange(span, article.text, placed), text }));
    return {
      message: why === '' || finding.message.includes(why) ? finding.message : `${finding.message}\n${why}`,
      location: { path, range: byteRange(finding.span, article.text, placed) },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.ruleId, url: rulePage(finding.ruleId) },
      ...(suggestions.length === 0 ? {} : { suggestions }),
    };
  });
}

/** Each becomes a block of its own in the review. */
const MOST_SUGGESTIONS = 3;

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

function byteRange(span: SourceSpan, text: string, placed: PlacedArticle): object {
  const place = (offset: number): object => {
    const { line, column } = placed.lines.placeAt(offset);
    return { line, column: Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1 };
  };
  return { start: place(span.start), end: place(span.end) };
}
