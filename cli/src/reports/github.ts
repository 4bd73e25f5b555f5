import path from 'node:path';
import type { Severity } from '../../../engine/src/index.js';
import { rulePage } from '../rule-page.js';
import { counted } from './counted.js';
import { markdownAddress, markdownText, markdownSentence, oneLine } from './safe-text.js';
import { FIX_NAMES } from './overview.js';
import { placeFindings } from './placed-findings.js';
import { relativeFile, repositoryFolder } from './report-paths.js';
import type { Appendix, CreateReport, ReportContext, Summary } from './report.js';

/**
 * Workflow commands, which GitHub Actions shows as annotations beside the lines. It shows ten of a level and drops the
 * rest, so where there are more the tenth tells of all that follow.
 */
export const createGithubReport: CreateReport = (context) => {
  const root = repositoryFolder(context.env['GITHUB_WORKSPACE'], context.cwd);
  const levels = new Map(LEVELS.map((level) => [level, new AnnotationsOfLevel(level)]));
  const summary = new StepSummary(context);
  return {
    begin: () => '',
    article(article) {
      const file = relativeFile(article.filePath, root);
      return placeFindings(article)
        .findings.map(({ finding, start, end }) => {
          summary.add({ file, line: start.line, ...finding });
          const why = finding.reason?.text ?? '';
          const lines = [
            finding.message,
            ...(why === '' || finding.message.includes(why) ? [] : [`Why: ${why}`]),
            ...finding.fixes.slice(0, 1).map(({ title, grade }) => `${FIX_NAMES[grade]}: ${title}`),
            rulePage(finding.ruleId),
          ];
          const level = LEVEL_OF[finding.severity];
          // The columns of a span over several lines would be read as columns of the first.
          const columns =
            start.line === end.line ? { col: start.column, endColumn: Math.max(end.column, start.column + 1) } : {};
          const command = workflowCommand(
            level,
            { file, line: start.line, endLine: end.line, ...columns, title: `Kossa: ${finding.ruleId}` },
            lines,
          );
          return levels.get(level)!.add(command, file, finding.ruleId);
        })
        .join('');
    },
    end: () => LEVELS.map((level) => levels.get(level)!.end()).join(''),
    appendix: (counts) => summary.appendix(counts),
  };
};

type Level = 'error' | 'warning' | 'notice';

const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];

const LEVEL_OF: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** So many GitHub shows of a level for one step. */
const MOST_ANNOTATIONS = 10;

class AnnotationsOfLevel {
  readonly #level: Level;
  readonly #counts = new Map<string, number>();
  readonly #files = new Set<string>();
  #added = 0;
  #lastPlace = '';

  constructor(level: Level) {
    this.#level = level;
  }

  /** @returns what is to be printed now: the last place is kept free until it is known what comes */
  add(command: string, file: string, ruleId: string): string {
    this.#added++;
    if (this.#added < MOST_ANNOTATIONS) return command;
    if (this.#added === MOST_ANNOTATIONS) this.#lastPlace = command;
    this.#counts.set(ruleId, (this.#counts.get(ruleId) ?? 0) + 1);
    this.#files.add(file);
    return '';
  }

  end(): string {
    if (this.#added <= MOST_ANNOTATIONS) return this.#lastPlace;
    const rest = this.#added - MOST_ANNOTATIONS + 1;
    const rules = [...this.#counts].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${id}: ${count}`);
    return workflowCommand(this.#level, { title: 'Kossa: further findings' }, [
      `${counted(rest, `further ${this.#level}`)} in ${counted(this.#files.size, 'file')}. GitHub shows ${MOST_ANNOTATIONS} annotations of a level.`,
      rules.join(', '),
      ...this.#someFiles(),
    ]);
  }

  #someFiles(): string[] {
    const files = [...this.#files];
    const shown = files.slice(0, MOST_FILES).map(oneLine);
    return files.length > MOST_FILES ? [...shown, `and ${files.length - MOST_FILES} more`] : shown;
  }
}

const MOST_FILES = 10;

/** A line that GitHub reads as one command, whatever stands in its values. */
function workflowCommand(
  level: Level,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const named = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${named.join(',')}::${escapeData(lines.map(oneLine).join('\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

interface SummaryRow {
  readonly file: string;
  readonly line: number;
  readonly severity: Severity;
  readonly ruleId: string;
  readonly message: string;
}

/** The page of the step: the worst findings in a table. */
class StepSummary {
  readonly #file: string | undefined;
  readonly #rows: Record<Severity, SummaryRow[]> = { error: [], warning: [], info: [], hint: [] };

  constructor({ env }: ReportContext) {
    const file = env['GITHUB_STEP_SUMMARY'];
    this.#file = file !== undefined && path.isAbsolute(file) ? file : undefined;
  }

  add({ file, line, severity, ruleId, message }: SummaryRow): void {
    const rows = this.#rows[severity];
    if (this.#file !== undefined && rows.length < MOST_ROWS) rows.push({ file, line, severity, ruleId, message });
  }

  appendix(summary: Summary): Appendix | undefined {
    if (this.#file === undefined) return undefined;
    return { file: this.#file, text: this.#text(summary) };
  }

  #text(summary: Summary): string {
    const total = summary.errors + summary.warnings + summary.infos + summary.hints;
    const { error, warning, info, hint } = this.#rows;
    const rows = [...error, ...warning, ...info, ...hint].slice(0, MOST_ROWS);
    const read = counted(summary.articles, 'article');
    if (total === 0) return `### Kossa\n\nNo findings in ${read}.\n\n`;
    const counts = [
      counted(summary.errors, 'error'),
      counted(summary.warnings, 'warning'),
      counted(summary.infos + summary.hints, 'notice'),
    ].join(', ');
    return [
      '### Kossa',
      '',
      `**${counts}** in ${summary.articlesWithFindings} of ${read}.`,
      '',
      '| Place | Severity | What | Rule |',
      '| --- | --- | --- | --- |',
      ...rows.map(
        ({ file, line, severity, ruleId, message }) =>
          `| ${markdownText(`${file}:${line}`)} | ${severity} | ${markdownSentence(message)} | [${ruleId}](${markdownAddress(rulePage(ruleId))}) |`,
      ),
      ...(total > rows.length
        ? ['', `${counted(total - rows.length, 'more finding')} in the log or the reports.`]
        : []),
      '',
      '',
    ].join('\n');
  }
}

/** GitHub refuses a summary of more than a mebibyte, and nobody reads so many. */
const MOST_ROWS = 50;
