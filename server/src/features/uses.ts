import {
  pluralTerms,
  standsInQuotation,
  type AnalyzedBlock,
  type AnalyzedDocument,
} from '../../../engine/src/index.js';
import type { Mention, SourceSpan, Terminology } from '../../../engine/src/index.js';
import { conceptsOf } from './locate.js';

/** One place of a document that names a concept. */
export interface Use {
  readonly block: AnalyzedBlock;
  readonly mention: Mention;
  readonly span: SourceSpan;
  /** In somebody else's words, which a rename leaves alone. */
  readonly quoted: boolean;
}

/** All places that name a concept, under any of its names, in reading order. */
export function usesIn(document: AnalyzedDocument, conceptId: string): readonly Use[] {
  const uses: Use[] = [];
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      if (!conceptsOf(mention).includes(conceptId)) continue;
      const span = block.toSource(mention.span);
      if (span !== undefined) uses.push({ block, mention, span, quoted: standsInQuotation(block, mention.span) });
    }
  }
  return uses;
}

/** The name of a concept that a mention uses, in its singular: "calcium blocker" for "Calcium blockers". */
export function nameUsed(mention: Mention, conceptId: string, terminology: Terminology): string | undefined {
  const reading = mention.readings.find((one) => one.conceptId === conceptId);
  return reading === undefined ? undefined : terminology.concept(conceptId)?.variants[reading.variant]?.text;
}

/** The new name as it fits a use: in its plural, and with its capitals. */
export function fitted(newName: string, use: Use, written: string, conceptId: string): string {
  const reading = use.mention.readings.find((one) => one.conceptId === conceptId);
  const name = reading?.form === 'plural' ? (pluralTerms(newName)[0] ?? newName) : newName;
  if (written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()) {
    return /\s/u.test(written) ? name.toUpperCase() : name;
  }
  const first = written.charAt(0);
  return first !== first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
