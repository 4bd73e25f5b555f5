import path from 'node:path';
import { createCheckstyleReport } from './checkstyle.js';
import { createCompactReport, createUnixReport } from './compact.js';
import { createGithubReport } from './github.js';
import { createGitlabReport } from './gitlab.js';
import { createHtmlReport } from './html.js';
import { createJsonReport } from './json.js';
import { createJsonLinesReport } from './jsonl.js';
import { createJunitReport } from './junit.js';
import { createMarkdownReport } from './markdown.js';
import { createMergeableReport } from './mergeable.js';
import { createRdjsonlReport, createRdjsonReport } from './rdjsonl.js';
import type { CreateReport } from './report.js';
import { createSarifReport } from './sarif.js';
import { createStylishReport } from './stylish.js';

/** Every report by the name that `--format` and `--output` know it by. */
export const FORMATS: Readonly<Record<string, CreateReport>> = {
  stylish: createStylishReport,
  json: createJsonReport,
  compact: createCompactReport,
  unix: createUnixReport,
  jsonl: createJsonLinesReport,
  sarif: createSarifReport,
  junit: createJunitReport,
  checkstyle: createCheckstyleReport,
  github: createGithubReport,
  gitlab: createGitlabReport,
  rdjsonl: createRdjsonlReport,
  rdjson: createRdjsonReport,
  markdown: createMarkdownReport,
  html: createHtmlReport,
  mergeable: createMergeableReport,
};

/** The format that the ending of a file's name means, where it means one. */
export function formatOfFile(file: string): string | undefined {
  const ending = path.extname(file).toLowerCase();
  return BY_ENDING[ending] ?? COMMON_ENDINGS[ending];
}

/** The same where the ending can mean no other. */
export function onlyFormatOfFile(file: string): string | undefined {
  return BY_ENDING[path.extname(file).toLowerCase()];
}

const BY_ENDING: Readonly<Record<string, string>> = {
  '.sarif': 'sarif',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** GitLab and reviewdog write their own formats into files of these names. */
const COMMON_ENDINGS: Readonly<Record<string, string>> = { '.json': 'json', '.jsonl': 'jsonl', '.txt': 'stylish' };
