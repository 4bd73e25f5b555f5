import { createLineIndex, type LinePlace, type Severity } from '../../../engine/src/index.js';
import type { CreateReport } from './report.js';
import { oneLine } from './safe-text.js';

/** One finding a line, in the words that editors and scripts already match: `file: line 3, col 5, Error - message (rule)`. */
export const createCompactReport: CreateReport = () =>
  lineReport(
    ({ file, place, severity, message, ruleId }) =>
      `${file}: line ${place.line}, col ${place.column}, ${severity} - ${message} (${ruleId})`,
  );

/** One finding a line, as compilers write it: `file:3:5: message [Error/rule]`. */
export const createUnixReport: CreateReport = () =>
  lineReport(
    ({ file, place, severity, message, ruleId }) =>
      `${file}:${place.line}:${place.column}: ${message} [${severity}/${ruleId}]`,
  );

/** Each text is one line that steers no terminal. */
interface FindingInWords {
  readonly file: string;
  readonly place: LinePlace;
  readonly severity: string;
  readonly message: string;
  readonly ruleId: string;
}

function lineReport(write: (finding: FindingInWords) => string): ReturnType<CreateReport> {
  return {
    begin: () => '',
    article({ filePath, text, findings }) {
      const file = oneLine(filePath);
      const lines = createLineIndex(text);
      return findings
        .map(({ span, severity, message, ruleId }) => {
          const words = oneLine(message).replace(/\s+/gu, ' ');
          const place = lines.placeAt(span.start);
          return `${write({ file, place, severity: NAMES[severity], message: words, ruleId })}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' };
