import * as l10n from '@vscode/l10n';
import { documentStatistics, type AbbreviationCount, type Finding } from '../../../engine/src/index.js';
import { escapeMarkdown } from '../cards.js';
import { rulePage } from '../convert.js';
import type { Linted } from '../linter.js';
import { conceptUses } from './document-terms.js';
import { byName, kindInWords } from './kind-titles.js';

/** What can be counted in a document, as a page in Markdown. */
export function statisticsMarkdown(name: string, linted: Linted): string {
  const { result, engine } = linted;
  const statistics = documentStatistics(result.document, engine.terminology);
  return `${[
    `# ${l10n.t('Statistics of {0}', escapeMarkdown(name))}`,
    ...textSection(statistics),
    ...findingsSection(result.findings),
    ...termsSection(linted),
    ...abbreviationsSection(statistics.abbreviations, linted),
  ].join('\n\n')}\n`;
}

function textSection(statistics: ReturnType<typeof documentStatistics>): string[] {
  const { words, sentences, wordsInSentences, longestSentence, grade } = statistics;
  const rows: Row[] = [
    [l10n.t('Words'), String(words)],
    [l10n.t('Sentences of running text'), String(sentences)],
  ];
  if (sentences > 0) {
    rows.push(
      [l10n.t('Words in a sentence, on average'), (wordsInSentences / sentences).toFixed(1)],
      [l10n.t('Words in the longest sentence'), String(longestSentence)],
    );
  }
  rows.push([
    l10n.t('US grade level (Flesch-Kincaid)'),
    grade === undefined ? l10n.t('too little text to tell') : grade.toFixed(1),
  ]);
  return [
    `## ${l10n.t('Text')}`,
    table(['', l10n.t('Value')], rows),
    l10n.t(
      'Words of the front matter are not counted. Sentences and grade are those of running text, without headings, table cells, quotations and references; names of the subject count as short words.',
    ),
  ];
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

function findingsSection(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [`## ${l10n.t('Findings')}`, l10n.t('None.')];
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countOf(severity, count)];
  });
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) rules.set(finding.ruleId, [...(rules.get(finding.ruleId) ?? []), finding]);
  const rows = [...rules]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || byName(a, b))
    .map(([ruleId, found]): Row => [
      `[${ruleId}](${rulePage(ruleId)})`,
      ...SEVERITIES.map((severity) => String(found.filter((finding) => finding.severity === severity).length || '')),
      String(found.length),
    ]);
  return [
    `## ${l10n.t('Findings')}`,
    `${findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length)}: ${bySeverity.join(', ')}.`,
    table(
      [l10n.t('Rule'), l10n.t('Errors'), l10n.t('Warnings'), l10n.t('Infos'), l10n.t('Hints'), l10n.t('All')],
      rows,
    ),
  ];
}

function termsSection(linted: Linted): string[] {
  const style = linted.settings.configuration.style ?? 'us';
  const named = [...conceptUses(linted.result.document, linted)];
  if (named.length === 0) {
    return [`## ${l10n.t('Terms')}`, l10n.t('The text names no term of the terminology.')];
  }
  const uses = named.reduce((total, { uses: ofTerm }) => total + ofTerm.length, 0);
  const rows = named
    .sort((a, b) => b.uses.length - a.uses.length || byName(a.concept.preferred[style], b.concept.preferred[style]))
    .map(({ concept, uses: ofTerm }): Row => [
      escapeMarkdown(concept.preferred[style]),
      kindInWords(concept.kind),
      String(ofTerm.length),
    ]);
  return [
    `## ${l10n.t('Terms')}`,
    `${named.length === 1 ? l10n.t('1 term') : l10n.t('{0} terms', named.length)}, ${uses === 1 ? l10n.t('1 use') : l10n.t('{0} uses', uses)}.`,
    table([l10n.t('Term'), l10n.t('Kind'), l10n.t('Uses')], rows),
  ];
}

function abbreviationsSection(abbreviations: readonly AbbreviationCount[], linted: Linted): string[] {
  const title = `## ${l10n.t('Abbreviations')}`;
  if (abbreviations.length === 0) return [title, l10n.t('None that is introduced or that the terminology knows.')];
  const rows = abbreviations.map((entry): Row => [
    escapeMarkdown(entry.abbreviation),
    explanationInWords(entry, linted),
    String(entry.count),
  ]);
  return [title, table([l10n.t('Abbreviation'), l10n.t('Explained'), l10n.t('Uses')], rows)];
}

function explanationInWords({ explained, conceptIds }: AbbreviationCount, { engine, settings }: Linted): string {
  if (explained.by === 'introduction') {
    return l10n.t('yes, as “{0}”', escapeMarkdown(explained.longForm));
  }
  if (explained.by === 'markup') return l10n.t('yes, by `<abbr>`');
  const style = settings.configuration.style ?? 'us';
  const meanings = conceptIds
    .map((id) => escapeMarkdown(engine.terminology.preferredTerm(id, style)))
    .join(` ${l10n.t('or')} `);
  return explained.by === 'other-mention'
    ? l10n.t('not beside it, but the text names {0}', meanings)
    : l10n.t('no ({0})', meanings);
}

type Row = readonly string[];

/** Numbers stand in the last columns: all but the first are aligned to the right where they hold nothing else. */
function table(head: Row, rows: readonly Row[]): string {
  const marks = head.map((_title, column) => (rows.every((row) => /^[\d.]*$/u.test(row[column]!)) ? '---:' : '---'));
  return [head, marks, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function countOf(severity: (typeof SEVERITIES)[number], count: number): string {
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
    case 'info':
      return l10n.t('{0} info', count);
    case 'hint':
      return count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count);
  }
}
