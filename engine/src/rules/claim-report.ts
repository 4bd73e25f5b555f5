import type { Claim, ClaimParty } from '../claims/claim.js';
import type { Contradiction } from '../claims/contradictions/contradiction.js';
import type { AnalyzedDocument } from '../document.js';
import type { Reason } from '../findings/finding.js';
import type { RuleContext } from './rule.js';

/** Words shared by the rules that report claims. */

/** A party as the text writes it. */
export function writtenParty(party: ClaimParty, document: AnalyzedDocument): string {
  const block = document.blocks[party.block];
  return block === undefined ? party.text : block.text.slice(party.span.start, party.span.end).replace(/\s+/gu, ' ');
}

export function termOf(conceptId: string | undefined, context: Pick<RuleContext, 'terminology' | 'style'>): string {
  return conceptId === undefined ? '' : context.terminology.preferredTerm(conceptId, context.style);
}

export function reasonOf(contradiction: Contradiction, fallback: string): Reason {
  // Three sources tell a writer as much as ten; the term's card has them all.
  return { text: contradiction.because ?? fallback, sources: contradiction.sources.slice(0, MOST_SOURCES) };
}

const MOST_SOURCES = 3;

/** Where a claim is reported: its words, without a line break at either end. */
export function placeOf(claim: Claim): { block: number; span: Claim['span'] } {
  return { block: claim.block, span: claim.span };
}

/** "an antibiotic", "a calcium channel blocker". */
export function withArticle(term: string): string {
  return /^(?:[aeio]|u(?!ni|ri|s)|NSAID|SSc|LMWH|X-)/u.test(term) ? `an ${term}` : `a ${term}`;
}

export function plural(term: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(term)) return /sis$/u.test(term) ? term.replace(/sis$/u, 'ses') : `${term}es`;
  if (/[^aeiou]y$/u.test(term)) return term.replace(/y$/u, 'ies');
  return `${term}s`;
}
