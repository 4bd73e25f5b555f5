import type { AnalyzedBlock } from '../document.js';
import type { DivisionStatement } from './classification-claims.js';

/** "Treatments for calcinosis fall into two basic families" divides the treatments. */
export function isOfItsTreatment({ block, span }: DivisionStatement, blocks: readonly AnalyzedBlock[]): boolean {
  const { text, sentences } = blocks[block]!;
  const own = sentences.find((sentence) => sentence.span.start <= span.start && span.start < sentence.span.end)?.span;
  return own !== undefined && OF_TREATMENT.test(text.slice(own.start, own.end));
}

const OF_TREATMENT =
  /^\W*(?:the |our |all |most )?(?:\p{L}+ )?(?:treatments?|medicines?|drugs?|therapies|remedies|tests?|scans?|operations?|methods?|options?|tools) (?:for|of|in|against|with|used|tried) [^.;:]*?(?:fall|come|divide|split|are|can be)(?!\p{L})/iu;
