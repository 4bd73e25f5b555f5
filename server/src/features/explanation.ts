import { explainPlace, type Engine, type LintResult, type Locale } from '../../../engine/src/index.js';
import { escapeMarkdown } from '../cards.js';

/** What was read in the sentence at an offset, as a page; undefined where no prose stands there. */
export function explanationAt(result: LintResult, offset: number, engine: Engine, style: Locale): string | undefined {
  const [explanation] = explainPlace(result, offset, offset, engine.terminology, style);
  if (explanation === undefined) return undefined;
  const { sentence, mentions, claims } = explanation;
  const lines = [`> ${escapeMarkdown(sentence)}`, '', '## Terms', ''];
  if (mentions.length === 0) lines.push('No term of the terminology stands here.');
  for (const { text, terms } of mentions) {
    lines.push(`- ${escapeMarkdown(text)}: ${escapeMarkdown(terms.join(' or '))}`);
  }
  lines.push('', '## Claims', '');
  if (claims.length === 0) lines.push('No claim was read here.');
  for (const claim of claims) {
    const statement = `**${escapeMarkdown(claim.subject)}** ${claim.relation} **${escapeMarkdown(claim.object)}**`;
    lines.push(
      `- ${statement}: ${claim.polarity}, ${claim.attribution}, read as ${claim.form}. ${escapeMarkdown(claim.why)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
