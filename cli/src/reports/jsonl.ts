import { createLineIndex } from '../../../engine/src/index.js';
import { findingToJson } from './json.js';
import type { CreateReport } from './report.js';
import { jsonLine } from './safe-text.js';

/** One finding a line, with the fields of the JSON report and the path of its file. */
export const createJsonLinesReport: CreateReport = (context) => ({
  begin: () => '',
  article(article) {
    const lines = createLineIndex(article.text);
    return article.findings
      .map((finding) => {
        const fields = findingToJson(finding, article.text, lines, context);
        return `${jsonLine({ filePath: article.filePath, ...fields })}\n`;
      })
      .join('');
  },
  end: () => '',
});
