import {
  createLineIndex,
  type Finding,
  type LineIndex,
  type Severity,
  type TextEdit,
} from '../../../engine/src/index.js';
import type { LintedArticle } from '../lint-article.js';
import { mergedEdit } from './merged-edit.js';
import type { CreateReport, ReportContext } from './report.js';
import { jsonLine } from './safe-text.js';

/** One array of articles, one article a line. Lines and columns count from 1, in UTF-16 units, as ranges do from 0. */
export const createJsonReport: CreateReport = (context) => {
  let first = true;
  return {
    begin: () => '[',
    article(article) {
      const comma = first ? '\n' : ',\n';
      first = false;
      return `${comma}${jsonLine(toJson(article, context))}`;
    },
    end: () => '\n]\n',
  };
};

/** What to write instead of a range of UTF-16 offsets. */
export interface JsonEdit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/** A finding with the names of fields that ESLint and textlint use. Lines and columns count from 1, in UTF-16 units. */
export interface JsonFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** After the last character. */
  readonly endColumn: number;
  /** The concept of the terminology that it is about. */
  readonly conceptId: string | null;
  /** The fix that needs no review, where there is one. */
  readonly fix: JsonEdit | null;
  /** Fixes that a person decides about, best first. */
  readonly suggestions: readonly { readonly title: string; readonly fix: JsonEdit }[];
  /** Why it holds. */
  readonly reason: string | null;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

function toJson(article: LintedArticle, context: ReportContext): object {
  const lines = createLineIndex(article.text);
  return {
    filePath: article.filePath,
    messages: article.findings.map((finding) => findingToJson(finding, article.text, lines, context)),
  };
}

export function findingToJson(
  finding: Finding,
  text: string,
  lines: LineIndex,
  context: Pick<ReportContext, 'sources'>,
): JsonFinding {
  const start = lines.placeAt(finding.span.start);
  const end = lines.placeAt(finding.span.end);
  const safe = finding.fixes.find((fix) => fix.grade === 'safe');
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    conceptId: finding.conceptId ?? null,
    fix: safe === undefined ? null : toEdit(safe.edits, text),
    suggestions: finding.fixes
      .filter((fix) => fix.grade === 'review')
      .map((fix) => ({ title: fix.title, fix: toEdit(fix.edits, text) })),
    reason: finding.reason?.text ?? null,
    sources: sourcesOf(finding, context),
  };
}

function toEdit(edits: readonly TextEdit[], text: string): JsonEdit {
  const { span, text: written } = mergedEdit(edits, text);
  return { range: [span.start, span.end], text: written };
}

function sourcesOf(finding: Finding, { sources }: Pick<ReportContext, 'sources'>): JsonFinding['sources'] {
  return (finding.reason?.sources ?? []).map((id) => ({
    id,
    title: sources[id]?.title ?? id,
    url: sources[id]?.url ?? null,
  }));
}
