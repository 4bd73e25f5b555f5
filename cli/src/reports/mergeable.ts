import type { LintedArticle } from '../lint-article.js';
import type { RunRecord } from '../lint/run-record.js';
import { nameInFolder, type Shard } from '../lint/shard.js';
import type { CreateReport } from './report.js';
import { jsonLine } from './safe-text.js';

/** The first line of a mergeable report. Shards that belong together agree in all but the index. */
export interface MergeableHead {
  readonly kossaReport: typeof MERGEABLE_VERSION;
  readonly version: string;
  readonly terminology: string;
  readonly shard: Shard;
  readonly maxWarnings: number | null;
}

/** A line for each article. */
export interface MergeableArticle extends Omit<LintedArticle, 'filePath' | 'text'> {
  /** Among all that were found, from 0. */
  readonly position: number;
  /** From the folder of the run, with forward slashes. */
  readonly file: string;
  /** Empty where nothing was found in it, since nothing is then quoted. */
  readonly text: string;
}

/** The last line: a report without it is of a run that did not end. */
export interface MergeableTail {
  readonly end: true;
  readonly failed: boolean;
  readonly notes: readonly string[];
  readonly leftOut: number;
  readonly found: RunRecord['found'];
}

export const MERGEABLE_VERSION = 1;

/** For `kossa merge`: all that any other report is made of, so that the reports of shards together make the one of all. */
export const createMergeableReport: CreateReport = ({ version, terminologyVersion, cwd, run }) => ({
  begin: () =>
    line<MergeableHead>({
      kossaReport: MERGEABLE_VERSION,
      version,
      terminology: terminologyVersion,
      shard: run?.shard ?? { index: 1, total: 1 },
      maxWarnings: run?.maxWarnings ?? null,
    }),
  article({ filePath, text, ...article }, position = 0) {
    return line<MergeableArticle>({
      position,
      file: nameInFolder(filePath, cwd),
      ...article,
      text: article.findings.length === 0 ? '' : text,
    });
  },
  end: () =>
    line<MergeableTail>({
      end: true,
      failed: run?.failed ?? false,
      notes: [...(run?.notes ?? [])],
      leftOut: run?.leftOut ?? 0,
      found: run?.found ?? { count: 0, names: '' },
    }),
});

function line<Line>(value: Line): string {
  return `${jsonLine(value)}\n`;
}
