import { countOf, type LintedArticle } from '../lint-article.js';
import { rulePage } from '../rule-page.js';
import { FIX_NAMES } from './overview.js';
import { placeFindings, type PlacedFinding } from './placed-findings.js';
import { relativeFile } from './report-paths.js';
import type { CreateReport } from './report.js';
import { oneLine, xmlText } from './safe-text.js';

/**
 * The XML of JUnit: a suite for each article, a case for each finding. Only errors fail, as with the exit code; what is
 * less is a skipped case, which shows its message and breaks no build. An article without findings is one case that
 * passed. It keeps to the schema of Jenkins, so a case has no attributes for file and line: its text names them.
 */
export const createJunitReport: CreateReport = ({ cwd }) => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kossa">\n',
  article: (article) => suiteText(article, relativeFile(article.filePath, cwd)),
  end: () => '</testsuites>\n',
});

function suiteText(article: LintedArticle, path: string): string {
  const file = xmlText(path);
  const failures = countOf('error', article.findings);
  const cases =
    article.findings.length === 0
      ? [`    <testcase name="no findings" classname="${file}" time="0"/>\n`]
      : placeFindings(article).findings.map((placed) => caseText(placed, path));
  return [
    `  <testsuite name="${file}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${article.findings.length - failures}" time="0">\n`,
    ...cases,
    '  </testsuite>\n',
  ].join('');
}

function caseText({ finding, start }: PlacedFinding, path: string): string {
  const file = xmlText(path);
  const message = oneLine(finding.message);
  const name = `${finding.ruleId} (line ${start.line}, column ${start.column})`;
  const head = `    <testcase name="${xmlText(name)}" classname="${file}" time="0">`;
  const details = [
    `${path}:${start.line}:${start.column}: ${message}`,
    ...(finding.reason === undefined || finding.reason.text === '' ? [] : [`Why: ${finding.reason.text}`]),
    ...finding.fixes.slice(0, 1).map((fix) => `${FIX_NAMES[fix.grade]}: ${fix.title}`),
    rulePage(finding.ruleId),
  ].map(oneLine);
  if (finding.severity !== 'error') {
    return `${head}<skipped>${xmlText(`${finding.severity}: ${message}`)}</skipped><system-out>${xmlText(details.join('\n'))}</system-out></testcase>\n`;
  }
  return `${head}<failure type="${xmlText(finding.ruleId)}" message="${xmlText(message)}">${xmlText(details.join('\n'))}</failure></testcase>\n`;
}
