import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyzedBlock, AnalyzedDocument, CompiledConcept, SourceSpan } from '../../../engine/src/index.js';
import type { MentionsResult, NamedTerm, TermUse } from '../../../protocol.js';
import { kindInWords } from '../cards.js';
import { toRange } from '../convert.js';
import type { Linted } from '../linter.js';
import { byName, kindTitle, KINDS } from './kind-titles.js';
import { conceptsOf } from './locate.js';

/** A concept that a document names, with the places. */
export interface ConceptUses {
  readonly concept: CompiledConcept;
  /** In reading order; at least one. */
  readonly uses: readonly ConceptUse[];
}

export interface ConceptUse {
  readonly block: AnalyzedBlock;
  readonly span: SourceSpan;
  /** Offsets in the block's text. */
  readonly prose: { readonly start: number; readonly end: number };
  /** Other concepts that the words may name here. */
  readonly others: readonly string[];
}

/** Every concept that a document names, in the order of first use; words that may name several count for each. */
export function conceptUses(document: AnalyzedDocument, { engine }: Pick<Linted, 'engine'>): readonly ConceptUses[] {
  const found = new Map<string, ConceptUse[]>();
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      const span = block.toSource(mention.span);
      if (span === undefined) continue;
      const concepts = conceptsOf(mention);
      for (const conceptId of concepts) {
        const uses = found.get(conceptId) ?? [];
        uses.push({ block, span, prose: mention.span, others: concepts.filter((other) => other !== conceptId) });
        found.set(conceptId, uses);
      }
    }
  }
  return [...found].flatMap(([conceptId, uses]) => {
    const concept = engine.terminology.concept(conceptId);
    // Front matter may be read after the body: the first use is the first one on the page.
    return concept === undefined ? [] : [{ concept, uses: uses.sort((a, b) => a.span.start - b.span.start) }];
  });
}

/** What the view of a document's terms shows: groups by kind, in them terms by the number of their uses. */
export function mentionGroups(document: TextDocument, linted: Linted): MentionsResult {
  const style = linted.settings.configuration.style ?? 'us';
  const named = conceptUses(linted.result.document, linted);
  const label = (conceptId: string): string => linted.engine.terminology.preferredTerm(conceptId, style);
  const groups = KINDS.flatMap((kind) => {
    const terms = named
      .filter(({ concept }) => concept.kind === kind)
      .map(({ concept, uses }): NamedTerm => ({
        conceptId: concept.id,
        label: label(concept.id),
        kind: kindInWords(kind),
        uses: uses.map((use) => toTermUse(use, document, label)),
      }))
      .sort((a, b) => b.uses.length - a.uses.length || byName(a.label, b.label));
    return terms.length === 0 ? [] : [{ title: kindTitle(kind), terms }];
  });
  return { groups };
}

function toTermUse(use: ConceptUse, document: TextDocument, label: (conceptId: string) => string): TermUse {
  const range = toRange(use.span, document);
  return {
    range,
    words: document.getText(range).replace(/\s+/gu, ' '),
    context: contextOf(use),
    otherMeanings: use.others.map(label),
  };
}

/** Characters before and after the words that tell one use from another. */
const CONTEXT_BEFORE = 24;
const CONTEXT_AFTER = 48;

function contextOf({ block, prose }: ConceptUse): string {
  const from = Math.max(0, prose.start - CONTEXT_BEFORE);
  const to = Math.min(block.text.length, prose.end + CONTEXT_AFTER);
  // A word that the cut goes through is left out, and so is what stands for code or HTML.
  const before =
    from === 0 ? block.text.slice(0, prose.start) : block.text.slice(from, prose.start).replace(/^\S*\s/u, '… ');
  const after =
    to === block.text.length ? block.text.slice(prose.end) : block.text.slice(prose.end, to).replace(/\s\S*$/u, ' …');
  return `${before}${block.text.slice(prose.start, prose.end)}${after}`
    .replaceAll('\uFFFC', '')
    .replace(/\s+/gu, ' ')
    .trim();
}
