import type { Rule, Severity } from '../../../engine/src/index.js';
import { rulePage } from '../rule-page.js';
import { barChart, SEVERITIES } from './bar-chart.js';
import { counted } from './counted.js';
import { HTML_STYLE } from './html-style.js';
import {
  FIX_NAMES,
  hiddenText,
  Overview,
  totalOf,
  type OverviewArticle,
  type OverviewFinding,
  type OverviewGroup,
} from './overview.js';
import type { CreateReport, ReportContext, Summary } from './report.js';
import { htmlText, htmlSentence } from './safe-text.js';

/** One page that needs nothing else: no script, no picture, no request. By article, by rule, by term. */
export const createHtmlReport: CreateReport = (context) => {
  const overview = new Overview(context);
  return {
    begin: () => '',
    article(article) {
      overview.add(article);
      return '';
    },
    end: (summary) => pageText(overview, summary, context),
  };
};

/** Even a text that got past the escaping could load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' };

function pageText(overview: Overview, summary: Summary, context: ReportContext): string {
  const shown = overview.articles.filter(({ findings }) => findings.length > 0);
  const anchors = new Map(shown.map((article, index) => [article, `article-${index + 1}`]));
  const byRule = overview.byRule();
  const byTerm = overview.byTerm();
  const body = [
    '<a class="skip" href="#by-article">Skip to the findings</a>',
    `<header>\n<h1>Kossa report</h1>\n${summaryText(summary)}\n</header>`,
    ...(overview.articles.length === 0
      ? []
      : [
          `<nav aria-label="Parts of the report"><a href="#by-article">By article</a><a href="#by-rule">By rule</a>${byTerm.length === 0 ? '' : '<a href="#by-term">By term</a>'}</nav>`,
          '<main>',
          `<section aria-labelledby="overview"><h2 id="overview">Findings over the articles</h2>\n${legendText(summary)}\n${barChart(overview.articles, (article) => anchors.get(article) ?? 'by-article')}\n</section>`,
          `<section aria-labelledby="by-article"><h2 id="by-article">By article</h2>`,
          ...(overview.hidden === 0 ? [] : [`<p class="note">${htmlText(hiddenText(overview.hidden))}</p>`]),
          ...shown.map((article) => articleText(article, anchors.get(article)!)),
          '</section>',
          `<section aria-labelledby="by-rule"><h2 id="by-rule">By rule</h2>`,
          ...byRule.map((group) => groupText(group, ruleText(group.name, context.rules))),
          '</section>',
          ...(byTerm.length === 0
            ? []
            : [
                `<section aria-labelledby="by-term"><h2 id="by-term">By term</h2>`,
                ...byTerm.map((group) => groupText(group, '')),
                '</section>',
              ]),
          '</main>',
        ]),
    `<footer><p>Kossa ${htmlText(context.version)} is a linter of terms and statements. It is no medical advice and replaces no clinical review.</p></footer>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Kossa report: ${htmlText(titleOf(summary))}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function titleOf({ errors, warnings, infos, hints }: Summary): string {
  const total = errors + warnings + infos + hints;
  return total === 0 ? 'no findings' : counted(total, 'finding');
}

function summaryText(summary: Summary): string {
  const read = counted(summary.articles, 'article');
  const fixable =
    summary.fixable === 0
      ? ''
      : ` <code>kossa lint --fix</code> puts ${summary.fixable.toLocaleString('en-US')} right.`;
  return summary.articlesWithFindings === 0
    ? `<p class="lead">No findings in ${read}.</p>`
    : `<p class="lead">${titleOf(summary)} in ${summary.articlesWithFindings.toLocaleString('en-US')} of ${read}.${fixable}</p>`;
}

/** The legend of the chart is also the filter: a box for each severity, which works without a script. */
function legendText({ errors, warnings, infos, hints }: Summary): string {
  const counts = { error: errors, warning: warnings, info: infos, hint: hints };
  const boxes = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> <span class="swatch"></span>${counted(counts[severity], severity)}</label>`,
  );
  return `<fieldset class="legend"><legend>Show</legend>${boxes.join('')}</fieldset>`;
}

function articleText(article: OverviewArticle, anchor: string): string {
  const { path, findings, hidden } = article;
  return [
    `<details class="article" id="${anchor}" open><summary><h3>${htmlText(path)}</h3> <span class="amount">${counted(totalOf(article), 'finding')}</span></summary>`,
    '<ol class="findings">',
    ...findings.map(findingText),
    '</ol>',
    ...(hidden === 0 ? [] : [`<p class="note">${counted(hidden, 'finding')} of this article not shown.</p>`]),
    '</details>',
  ].join('\n');
}

function findingText(finding: OverviewFinding): string {
  const { excerpt, why, sources, fixes } = finding;
  const cited = sources.map(({ title, url }) => outwardLink(url, title));
  return [
    `<li class="finding ${finding.severity}" id="finding-${finding.number}">`,
    `<p class="meta"><span class="badge">${NAMES[finding.severity]}</span> <span>line ${finding.line}, column ${finding.column}</span> ${outwardLink(rulePage(finding.ruleId), finding.ruleId)}</p>`,
    `<p class="message">${htmlSentence(finding.message)}</p>`,
    `<blockquote dir="auto">${htmlText(excerpt.before)}<mark>${htmlText(excerpt.words)}</mark>${htmlText(excerpt.after)}</blockquote>`,
    ...(why === '' ? [] : [`<p><b>Why:</b> ${htmlSentence(why)}</p>`]),
    ...fixes.map(({ grade, title }) => `<p><b>${FIX_NAMES[grade]}:</b> ${htmlSentence(title)}</p>`),
    ...(cited.length === 0
      ? []
      : [`<p class="sources">${cited.length === 1 ? 'Source' : 'Sources'}: ${cited.join('; ')}</p>`]),
    '</li>',
  ].join('\n');
}

function groupText({ name, findings, count, articles }: OverviewGroup, about: string): string {
  const places = findings.map(
    ({ number, path, line, severity, excerpt }) =>
      `<li class="${severity}"><a href="#finding-${number}">${htmlText(path)}, line ${line}</a> <span dir="auto">${htmlText(shorten(excerpt.words))}</span></li>`,
  );
  return [
    `<details class="group"><summary><h3>${htmlText(name)}</h3> <span class="amount">${counted(count, 'finding')} in ${counted(articles, 'article')}</span></summary>`,
    about,
    `<ul>${places.join('\n')}</ul>`,
    ...(count === findings.length ? [] : [`<p class="note">And ${counted(count - findings.length, 'other')}.</p>`]),
    '</details>',
  ].join('\n');
}

function ruleText(id: string, rules: readonly Rule[]): string {
  const rule = rules.find((one) => one.id === id);
  return `<p>${htmlText(rule?.summary ?? '')} ${outwardLink(rulePage(id), 'About this rule')}</p>`;
}

function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}

/** Addresses of sources are data: what is no web address becomes no link. */
function outwardLink(url: string, text: string): string {
  return /^https?:\/\//u.test(url)
    ? `<a href="${htmlText(url)}" rel="noreferrer">${htmlText(text)}</a>`
    : htmlText(text);
}
