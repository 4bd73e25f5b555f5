import type { Severity } from '../../../engine/src/index.js';
import { createHash } from 'node:crypto';
import { placeFindings } from './placed-findings.js';
import { relativeFile, repositoryFolder } from './report-paths.js';
import type { CreateReport } from './report.js';
import { jsonLine, oneLine } from './safe-text.js';

/** The Code Quality report of GitLab, one finding a line. Paths are those of the project. */
export const createGitlabReport: CreateReport = ({ cwd, env }) => {
  const root = repositoryFolder(env['CI_PROJECT_DIR'], cwd);
  let first = true;
  return {
    begin: () => '[',
    article(article) {
      const path = relativeFile(article.filePath, root);
      return placeFindings(article)
        .findings.map(({ finding, start, end, fingerprint }) => {
          const comma = first ? '\n' : ',\n';
          first = false;
          return `${comma}${jsonLine({
            description: oneLine(finding.message),
            check_name: finding.ruleId,
            // GitLab holds the fingerprints of the whole report beside each other, so the file is part of them.
            fingerprint: createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 32),
            severity: SEVERITIES[finding.severity],
            location: { path, lines: { begin: start.line, end: end.line } },
          })}`;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
};

/** GitLab's critical and blocker are for programs that can be broken into. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };
