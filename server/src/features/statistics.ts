import { documentStatistics, type AbbreviationCount, type Finding } from '../../../engine/src/index.js';
import { escapeMarkdown, kindInWords } from '../cards.js';
import { rulePage } from '../convert.js';
import type { Linted } from '../linter.js';
import { conceptUses } from './document-terms.js';
import { byName } from './kind-titles.js';

/** What can be counted in a document, as a page in Markdown. */
export function statisticsMarkdown(name: string, linted: Linted): string {
  const { result, engine } = linted;
  const statistics = documentStatistics(result.document, engine.terminology);
  return `${[
    `# Statistics of ${escapeMarkdown(name)}`,
    ...textSection(statistics),
    ...findingsSection(result.findings),
    ...termsSection(linted),
    ...abbreviationsSection(statistics.abbreviations, linted),
  ].join('\n\n')}\n`;
}

function textSection(statistics: ReturnType<typeof documentStatistics>): string[] {
  const { words, sentences, wordsInSentences, longestSentence, grade } = statistics;
  const rows: Row[] = [
    ['Words', String(words)],
    ['Sentences of running text', String(sentences)],
  ];
  if (sentences > 0) {
    rows.push(
      ['Words in a sentence, on average', (wordsInSentences / sentences).toFixed(1)],
      ['Words in the longest sentence', String(longestSentence)],
    );
  }
  rows.push(['US grade level (Flesch-Kincaid)', grade === undefined ? 'too little text to tell' : grade.toFixed(1)]);
  return [
    '## Text',
    table(['', 'Value'], rows),
    'Words of the front matter are not counted. Sentences and grade are those of running text, without headings, table cells, quotations and references; names of the subject count as short words.',
  ];
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

function findingsSection(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['## Findings', 'None.'];
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
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
    '## Findings',
    `${counted(findings.length, 'finding')}: ${bySeverity.join(', ')}.`,
    table(['Rule', 'Errors', 'Warnings', 'Infos', 'Hints', 'All'], rows),
  ];
}

function termsSection(linted: Linted): string[] {
  const style = linted.settings.configuration.style ?? 'us';
  const named = [...conceptUses(linted.result.document, linted)];
  if (named.length === 0) return ['## Terms', 'The text names no term of the terminology.'];
  const uses = named.reduce((total, { uses: ofTerm }) => total + ofTerm.length, 0);
  const rows = named
    .sort((a, b) => b.uses.length - a.uses.length || byName(a.concept.preferred[style], b.concept.preferred[style]))
    .map(({ concept, uses: ofTerm }): Row => [
      escapeMarkdown(concept.preferred[style]),
      kindInWords(concept.kind),
      String(ofTerm.length),
    ]);
  return [
    '## Terms',
    `${counted(named.length, 'term')}, ${counted(uses, 'use')}.`,
    table(['Term', 'Kind', 'Uses'], rows),
  ];
}

function abbreviationsSection(abbreviations: readonly AbbreviationCount[], linted: Linted): string[] {
  if (abbreviations.length === 0) return ['## Abbreviations', 'None that is introduced or that the terminology knows.'];
  const rows = abbreviations.map((entry): Row => [
    escapeMarkdown(entry.abbreviation),
    explanationInWords(entry, linted),
    String(entry.count),
  ]);
  return ['## Abbreviations', table(['Abbreviation', 'Explained', 'Uses'], rows)];
}

function explanationInWords({ explained, conceptIds }: AbbreviationCount, { engine, settings }: Linted): string {
  if (explained.by === 'introduction') return `yes, as “${escapeMarkdown(explained.longForm)}”`;
  if (explained.by === 'markup') return 'yes, by `<abbr>`';
  const style = settings.configuration.style ?? 'us';
  const meanings = conceptIds.map((id) => escapeMarkdown(engine.terminology.preferredTerm(id, style))).join(' or ');
  return explained.by === 'other-mention' ? `not beside it, but the text names ${meanings}` : `no (${meanings})`;
}

type Row = readonly string[];

/** Numbers stand in the last columns: all but the first are aligned to the right where they hold nothing else. */
function table(head: Row, rows: readonly Row[]): string {
  const marks = head.map((_title, column) => (rows.every((row) => /^[\d.]*$/u.test(row[column]!)) ? '---:' : '---'));
  return [head, marks, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 || what === 'info' ? '' : 's'}`;
}
