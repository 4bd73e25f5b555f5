import * as l10n from '@vscode/l10n';
import type { Hover, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, SourceSpan } from '../../../engine/src/index.js';
import { cardMarkdown, escapeMarkdown, sourceLink } from '../cards.js';
import { rulePage, toHover } from '../convert.js';
import type { Linted } from '../linter.js';
import { fixTitle } from './fix-titles.js';
import { usesIn } from './uses.js';
import { conceptMeant, conceptsOf, findingsIn, mentionAt } from './locate.js';

/**
 * What stands at a place: why it was found, with its sources, then the cards of what is meant.
 * @param offset UTF-16 offset of the document
 */
export function hover(offset: number, document: TextDocument, linted: Linted, markup: MarkupKind): Hover | null {
  const findings = findingsIn(linted.result.findings, { start: offset, end: offset }).filter(
    (finding) => offset < finding.span.end || finding.span.start === finding.span.end,
  );
  const located = mentionAt(linted.result.document, offset);
  const style = linted.settings.configuration.style ?? 'us';
  const concepts = new Set<string>();
  for (const finding of findings) {
    const meant = conceptMeant(finding);
    if (meant !== undefined) concepts.add(meant);
  }
  for (const id of located === undefined ? [] : conceptsOf(located.mention)) concepts.add(id);
  const named = located === undefined ? undefined : conceptsOf(located.mention)[0];
  const show = linted.settings.hoverParts;
  const cards = [...concepts]
    .map((id) => {
      const uses = id === named && show.includes('uses') ? usesIn(linted.result.document, id).length : 0;
      return cardMarkdown(linted.engine, id, style, 'hover', { show, uses });
    })
    .filter((card) => card !== '');
  const parts = [...findings.flatMap((finding) => reasonMarkdown(finding, linted)), ...cards];
  if (parts.length === 0) return null;
  return toHover(parts.join('\n\n---\n\n'), located?.span ?? narrowest(findings), document, markup);
}

/** The first ones say most; the card of the term has the rest. */
const MOST_SOURCES = 3;

/** The message is shown by the editor itself; a finding without more to say adds nothing. */
function reasonMarkdown(finding: Finding, { engine }: Linted): string[] {
  const advice = finding.fixes
    .filter((fix) => fix.grade === 'manual')
    .map((fix) => `**${l10n.t('What to do:')}** ${escapeTitle(fixTitle(fix.title))}`);
  const sources = [...new Set(finding.reason?.sources.flatMap((key) => sourceLink(engine, key) ?? []))].slice(
    0,
    MOST_SOURCES,
  );
  const lines = [
    ...(finding.reason === undefined ? [] : [`**${l10n.t('Why:')}** ${escapeMarkdown(finding.reason.text)}`]),
    ...(sources.length === 0 ? [] : [`**${l10n.t('Source:')}** ${sources.join('; ')}`]),
    ...advice,
  ];
  if (lines.length === 0) return [];
  const rule = `[${finding.ruleId}](${rulePage(finding.ruleId)})`;
  return [[...lines, l10n.t('Rule: {0}', rule)].join('\n\n')];
}

/** Titles of fixes set words to write in backticks, which Markdown shows as such. */
function escapeTitle(title: string): string {
  return escapeMarkdown(title).replaceAll('\\`', '`');
}

function narrowest(findings: readonly Finding[]): SourceSpan {
  return findings.reduce((a, b) => (b.span.end - b.span.start < a.span.end - a.span.start ? b : a)).span;
}
