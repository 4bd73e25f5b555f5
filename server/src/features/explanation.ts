import * as l10n from '@vscode/l10n';
import { explainPlace, type Engine, type LintResult, type Locale } from '../../../engine/src/index.js';
import { escapeMarkdown } from '../cards.js';

/** What was read in the sentence at an offset, as a page; undefined where no prose stands there. */
export function explanationAt(result: LintResult, offset: number, engine: Engine, style: Locale): string | undefined {
  const [explanation] = explainPlace(result, offset, offset, engine.terminology, style);
  if (explanation === undefined) return undefined;
  const { sentence, mentions, claims } = explanation;
  const lines = [`> ${escapeMarkdown(sentence)}`, '', `## ${l10n.t('Terms')}`, ''];
  if (mentions.length === 0) lines.push(l10n.t('No term of the terminology stands here.'));
  for (const { text, terms } of mentions) {
    lines.push(`- ${escapeMarkdown(text)}: ${escapeMarkdown(terms.join(` ${l10n.t('or')} `))}`);
  }
  lines.push('', `## ${l10n.t('Claims')}`, '');
  if (claims.length === 0) lines.push(l10n.t('No claim was read here.'));
  for (const claim of claims) {
    const statement = `**${escapeMarkdown(claim.subject)}** ${claim.relation} **${escapeMarkdown(claim.object)}**`;
    const { polarity, attribution, form, why } = claim;
    lines.push(
      `- ${l10n.t('{0}: {1}, {2}, read as {3}. {4}.', statement, polarity, attribution, form, escapeMarkdown(why))}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
