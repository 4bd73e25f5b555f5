import type { Severity } from '../../../engine/src/index.js';
import { placeFindings } from './placed-findings.js';
import { relativeFile } from './report-paths.js';
import type { CreateReport } from './report.js';
import { oneLine, xmlText } from './safe-text.js';

/** The XML of Checkstyle, which most build servers read. */
export const createCheckstyleReport: CreateReport = ({ cwd }) => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  article(article) {
    if (article.findings.length === 0) return '';
    const errors = placeFindings(article).findings.map(
      ({ finding, start }) =>
        `    <error line="${start.line}" column="${start.column}" severity="${SEVERITIES[finding.severity]}" message="${xmlText(oneLine(finding.message))}" source="kossa.${xmlText(finding.ruleId)}"/>\n`,
    );
    return `  <file name="${xmlText(relativeFile(article.filePath, cwd))}">\n${errors.join('')}  </file>\n`;
  },
  end: () => '</checkstyle>\n',
});

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};
