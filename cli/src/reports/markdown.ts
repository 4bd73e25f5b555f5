import { rulePage } from '../rule-page.js';
import { counted } from './counted.js';
import {
  FIX_NAMES,
  hiddenText,
  Overview,
  type OverviewArticle,
  type OverviewFinding,
  type OverviewGroup,
} from './overview.js';
import { markdownAddress, markdownText, markdownSentence } from './safe-text.js';
import type { CreateReport, Summary } from './report.js';

/** A page for people, for a comment or a wiki: by article, by rule, by term. */
export const createMarkdownReport: CreateReport = (context) => {
  const overview = new Overview(context);
  return {
    begin: () => '',
    article(article) {
      overview.add(article);
      return '';
    },
    end: (summary) => pageText(overview, summary),
  };
};

/** The report quotes what is wrong, and often lies where the articles lie. */
const SWITCHED_OFF = '<!-- kossa-disable-file -- a report of Kossa quotes what it reports -->';

function pageText(overview: Overview, summary: Summary): string {
  const total = summary.errors + summary.warnings + summary.infos + summary.hints;
  const read = counted(summary.articles, 'article');
  const head = `${SWITCHED_OFF}\n\n# Kossa report\n\n`;
  if (total === 0) return `${head}No findings in ${read}.\n`;
  const counts = [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.infos, 'info'),
    counted(summary.hints, 'hint'),
  ].filter((count) => !count.startsWith('0 '));
  return [
    `${head}**${counted(total, 'finding')}** (${counts.join(', ')}) in ${summary.articlesWithFindings} of ${read}.\n`,
    ...(summary.fixable === 0 ? [] : [`\`kossa lint --fix\` puts ${summary.fixable} of them right.\n`]),
    ...(overview.hidden === 0 ? [] : [`${hiddenText(overview.hidden)}\n`]),
    '## By article\n',
    ...overview.articles.filter(({ findings }) => findings.length > 0).map(articleText),
    '## By rule\n',
    groupTable('Rule', overview.byRule(), (name) => `[${name}](${markdownAddress(rulePage(name))})`),
    ...termsText(overview.byTerm()),
  ].join('\n');
}

function articleText({ path, findings, hidden }: OverviewArticle): string {
  return [
    `### ${markdownText(path)}`,
    '',
    '| Line | Severity | What | Rule |',
    '| ---: | --- | --- | --- |',
    ...findings.map(
      (finding) =>
        `| ${finding.line}:${finding.column} | ${finding.severity} | ${whatText(finding)} | [${finding.ruleId}](${markdownAddress(rulePage(finding.ruleId))}) |`,
    ),
    ...(hidden === 0 ? [] : ['', `${counted(hidden, 'finding')} of this article not shown.`]),
    '',
  ].join('\n');
}

function whatText({ message, why, fixes, sources }: OverviewFinding): string {
  const [fix] = fixes;
  const cited = sources.map(({ title, url }) => `[${markdownText(title)}](${markdownAddress(url)})`);
  return [
    markdownSentence(message),
    ...(why === '' ? [] : [`*Why:* ${markdownSentence(why)}`]),
    ...(fix === undefined ? [] : [`*${FIX_NAMES[fix.grade]}:* ${markdownSentence(fix.title)}`]),
    ...(cited.length === 0 ? [] : [`*Source:* ${cited.join('; ')}`]),
  ].join('<br>');
}

function termsText(groups: readonly OverviewGroup[]): string[] {
  return groups.length === 0 ? [] : ['## By term\n', groupTable('Term', groups, markdownText)];
}

function groupTable(title: string, groups: readonly OverviewGroup[], nameText: (name: string) => string): string {
  return [
    `| ${title} | Findings | Articles | Where |`,
    '| --- | ---: | ---: | --- |',
    ...groups.map(({ name, findings, count, articles }) => {
      const places = findings.slice(0, MOST_PLACES).map(({ path, line }) => markdownText(`${path}:${line}`));
      const more = count > places.length ? ` and ${count - places.length} more` : '';
      return `| ${nameText(name)} | ${count} | ${articles} | ${places.join(', ')}${more} |`;
    }),
    '',
  ].join('\n');
}

/** More would make the row a page. */
const MOST_PLACES = 5;
