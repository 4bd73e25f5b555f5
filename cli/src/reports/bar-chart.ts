import type { Severity } from '../../../engine/src/index.js';
import { counted } from './counted.js';
import { totalOf, type OverviewArticle } from './overview.js';
import { htmlText } from './safe-text.js';

/** The severities in the order in which reports for readers name them. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * A bar for each article, the fullest first, as SVG. Its widths are in per cent, so that the letters keep their size
 * at any width of the page; each bar leads to its article.
 * @param anchorOf the id of an article's section
 */
export function barChart(articles: readonly OverviewArticle[], anchorOf: (article: OverviewArticle) => string): string {
  const sorted = [...articles].sort((a, b) => totalOf(b) - totalOf(a));
  const shown = sorted.slice(0, MOST_BARS);
  const most = Math.max(...shown.map(totalOf), 1);
  const rows = shown.map((article, index) => barText(article, index * ROW, most, anchorOf(article)));
  const hidden = sorted.length - shown.length;
  return [
    `<svg class="chart" width="100%" height="${shown.length * ROW}" role="group" aria-label="Findings by article">`,
    ...rows,
    '</svg>',
    ...(hidden === 0 ? [] : [`<p class="note">${counted(hidden, 'article')} with fewer findings not drawn.</p>`]),
  ].join('\n');
}

const MOST_BARS = 30;
const ROW = 40;
const BAR = 12;

function barText(article: OverviewArticle, top: number, most: number, anchor: string): string {
  const { path, counts } = article;
  let left = 0;
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => {
    const width = (counts[severity] / most) * 100;
    const rect = `<rect class="${severity}" x="${percent(left)}" y="${top + 20}" width="${percent(width)}" height="${BAR}"/>`;
    left += width;
    return rect;
  });
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0).map((one) => counted(counts[one], one));
  const label = `${path}: ${kinds.join(', ')}`;
  return [
    `<a href="#${anchor}" aria-label="${htmlText(label)}"><title>${htmlText(label)}</title>`,
    `<rect class="row" x="0" y="${top}" width="100%" height="${ROW - 4}"/>`,
    `<text x="0" y="${top + 14}">${htmlText(shortPath(path))}</text>`,
    `<text class="count" x="100%" y="${top + 14}" text-anchor="end">${totalOf(article).toLocaleString('en-US')}</text>`,
    ...parts,
    '</a>',
  ].join('');
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

/** Fits a phone; the end of a path tells more than its beginning. */
const LONGEST_LABEL = 38;

function shortPath(path: string): string {
  const characters = [...path];
  return characters.length <= LONGEST_LABEL ? path : `…${characters.slice(1 - LONGEST_LABEL).join('')}`;
}
