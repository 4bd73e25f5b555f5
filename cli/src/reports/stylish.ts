import path from 'node:path';
import {
  createLineIndex,
  type CompiledSource,
  type Finding,
  type Fix,
  type LineIndex,
  type Severity,
} from '../../../engine/src/index.js';
import type { LintedArticle } from '../lint-article.js';
import { rulePage } from '../rule-page.js';
import { harmless, wrap, type Colors } from '../terminal.js';
import { codeFrame } from './code-frame.js';
import type { CreateReport, ReportContext, Summary } from './report.js';

/** The report for people: each finding with its words, what is wrong, why, and what to write. */
export const createStylishReport: CreateReport = (context) => {
  const notes = new SourceNotes(context.sources);
  const rules = new Set<string>();
  return {
    begin: () => '',
    article(article) {
      if (article.findings.length === 0) return '';
      for (const finding of article.findings) rules.add(finding.ruleId);
      return articleText(article, context, notes);
    },
    end: (summary) =>
      [sourcesText(notes, context), rulesText(rules, context), summaryText(summary, context)]
        .filter((part) => part !== '')
        .join('\n'),
  };
};

const INDENT = '      ';

function articleText(article: LintedArticle, context: ReportContext, notes: SourceNotes): string {
  const { bold, underline } = context.colors;
  const lines = createLineIndex(article.text);
  const findings = article.findings.map((finding) => findingText(finding, article.text, lines, context, notes));
  return `${bold(underline(displayPath(article.filePath, context.cwd)))}\n\n${findings.join('\n')}\n`;
}

function findingText(
  finding: Finding,
  text: string,
  lines: LineIndex,
  context: ReportContext,
  notes: SourceNotes,
): string {
  const { colors, width } = context;
  const room = width - INDENT.length;
  const place = lines.placeAt(finding.span.start);
  const paint = painter(finding.severity, colors);
  const frame = codeFrame(text, finding.span, lines, room);
  const related = (finding.related ?? []).map(
    (other) => `Line ${lines.placeAt(other.span.start).line}: ${other.message}`,
  );
  return [
    `  ${paint(`${SIGNS[finding.severity]} ${finding.severity}`)}  ${colors.dim(`line ${place.line}, column ${place.column}`)}  ${colors.dim(finding.ruleId)}`,
    ...wrap(harmless(finding.message), room).map((line) => `${INDENT}${colors.bold(line)}`),
    `${INDENT}${frame.code}`,
    `${INDENT}${frame.indent}${paint(frame.marks)}`,
    ...[...reasonText(finding, notes), ...related]
      .flatMap((line) => wrap(harmless(line), room))
      .map((line) => `${INDENT}${line}`),
    ...finding.fixes
      .slice(0, MOST_FIXES)
      .flatMap((fix) => wrap(harmless(fixText(fix)), room).map((line) => `${INDENT}${colors.green(line)}`)),
    '',
  ].join('\n');
}

/** Some messages end with the reason already: then only its sources are told. */
function reasonText({ message, reason }: Finding, notes: SourceNotes): string[] {
  if (reason === undefined) return [];
  const marks = notes.marks(reason.sources);
  if (reason.text === '' || message.includes(reason.text)) return marks === '' ? [] : [`Source: ${marks}`];
  return [`Why: ${reason.text}${marks === '' ? '' : ` (${marks})`}`];
}

/** More choices than these are for the editor. */
const MOST_FIXES = 3;

function fixText(fix: Fix): string {
  switch (fix.grade) {
    case 'safe':
      return `Fix: ${fix.title} (--fix does it)`;
    case 'review':
      return `Perhaps: ${fix.title}`;
    case 'manual':
      return `To do: ${fix.title}`;
  }
}

const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', info: 'ℹ', hint: '·' };

function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.cyan }[severity];
}

/** Sources are numbered as they come, and written out once at the end. */
class SourceNotes {
  readonly #sources: Readonly<Record<string, CompiledSource>>;
  readonly #numbers = new Map<string, number>();

  constructor(sources: Readonly<Record<string, CompiledSource>>) {
    this.#sources = sources;
  }

  marks(ids: readonly string[]): string {
    const known = ids.filter((id) => Object.hasOwn(this.#sources, id));
    if (known.length === 0) return '';
    const titled = known
      .slice(0, MOST_TITLES)
      .map((id) => `${shortTitle(this.#sources[id]!.title)} [${this.#numberOf(id)}]`);
    const others = known.slice(MOST_TITLES).map((id) => `[${this.#numberOf(id)}]`);
    return [...titled, ...(others.length === 0 ? [] : [others.join(' ')])].join('; ');
  }

  /** In the order of their numbers. */
  list(): readonly CompiledSource[] {
    return [...this.#numbers.keys()].map((id) => this.#sources[id]!);
  }

  #numberOf(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }
}

/** Of more sources than these only the numbers are given. */
const MOST_TITLES = 2;

function shortTitle(title: string): string {
  if (title.length <= 45) return title;
  const cut = title.slice(0, 44);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 25)).replace(/[\s,;:.–-]+$/u, '')}…`;
}

function sourcesText(notes: SourceNotes, { colors, width }: ReportContext): string {
  const sources = notes.list();
  if (sources.length === 0) return '';
  const lines = sources.flatMap((source, index) => {
    const number = `[${index + 1}] `.padStart(7);
    const [first = '', ...rest] = wrap(harmless(source.title), width - 7);
    return [`${number}${first}`, ...rest.map((line) => `       ${line}`), `       ${colors.dim(source.url)}`];
  });
  return `${colors.bold('Sources')}\n\n${lines.join('\n')}\n`;
}

function rulesText(rules: ReadonlySet<string>, { colors }: ReportContext): string {
  if (rules.size === 0) return '';
  const sorted = [...rules].sort();
  const longest = Math.max(...sorted.map((id) => id.length));
  const lines = sorted.map((id) => `  ${id.padEnd(longest)}  ${colors.dim(rulePage(id))}`);
  return `${colors.bold('Rules')} ${colors.dim('(kossa rules NAME explains one here)')}\n\n${lines.join('\n')}\n`;
}

function summaryText(summary: Summary, { colors, cwd, width }: ReportContext): string {
  const total = summary.errors + summary.warnings + summary.infos + summary.hints;
  const kinds = [
    [summary.errors, 'error'],
    [summary.warnings, 'warning'],
    [summary.infos, 'info'],
    [summary.hints, 'hint'],
  ] as const;
  const parts = kinds.filter(([count]) => count > 0).map(([count, name]) => counted(count, name));
  const read = `${counted(summary.articles, 'file')} read`;
  const paint = summary.errors > 0 ? colors.red : summary.warnings > 0 ? colors.yellow : colors.green;
  const lines = [
    total === 0
      ? paint(`✔ ${read}, no findings`)
      : paint(
          `${summary.errors > 0 ? '✖' : '⚠'} ${counted(total, 'finding')} (${parts.join(', ')}) in ${summary.articlesWithFindings} of ${counted(summary.articles, 'file')}`,
        ),
  ];
  if (summary.fixed > 0) {
    lines.push(`  ${counted(summary.fixed, 'finding')} fixed in ${counted(summary.fixedArticles, 'file')}`);
  }
  if (summary.fixable > 0) lines.push(`  ${summary.fixable} fixable with --fix`);
  if (summary.resting.length > 0) {
    lines.push(
      ...wrap(restingText(summary.resting.map((file) => displayPath(file, cwd))), width - 2).map((line) =>
        colors.dim(`  ${line}`),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function restingText(files: readonly string[]): string {
  const named = files.slice(0, 3).join(', ');
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `The style rules rest in ${named}${more}: not recognised as health writing. Spelling and statements were checked. --scope always checks style everywhere.`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function displayPath(file: string, cwd: string): string {
  if (!path.isAbsolute(file)) return harmless(file);
  const relative = path.relative(cwd, file);
  return harmless(relative.startsWith('..') ? file : relative);
}
