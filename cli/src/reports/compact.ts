import { createLineIndex, type Severity } from '../../../engine/src/index.js';
import type { CreateReport } from './report.js';
import { oneLine } from './safe-text.js';

/** One finding a line, in the words that editors and scripts already match: `file: line 3, col 5, Error - message (rule)`. */
export const createCompactReport: CreateReport = () => ({
  begin: () => '',
  article(article) {
    const lines = createLineIndex(article.text);
    return article.findings
      .map((finding) => {
        const { line, column } = lines.placeAt(finding.span.start);
        const message = oneLine(finding.message).replace(/\s+/gu, ' ');
        return `${oneLine(article.filePath)}: line ${line}, col ${column}, ${NAMES[finding.severity]} - ${message} (${finding.ruleId})\n`;
      })
      .join('');
  },
  end: () => '',
});

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' };
