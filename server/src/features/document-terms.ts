import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyzedBlock, AnalyzedDocument, CompiledConcept, SourceSpan } from '../../../engine/src/index.js';
import type { MentionsResult, NamedTerm, TermUse } from '../../../protocol.js';
import { toRange } from '../convert.js';
import type { Linted } from '../linter.js';
import { byName, kindInWords, kindTitle, KINDS } from './kind-titles.js';
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

/** Characters before and after the words that tell one use from another. */
const CONTEXT_BEFORE = 24;
const CONTEXT_AFTER = 48;

function toTermUse(
  { block, prose, span, others }: ConceptUse,
  document: TextDocument,
  label: (conceptId: string) => string,
): TermUse {
  const { text } = block;
  const from = Math.max(0, prose.start - CONTEXT_BEFORE);
  const to = Math.min(text.length, prose.end + CONTEXT_AFTER);
  const before = text.slice(from, prose.start);
  const after = text.slice(prose.end, to);
  return {
    range: toRange(span, document),
    words: onOneLine(text.slice(prose.start, prose.end)),
    // A word that the cut goes through is left out.
    before: onOneLine(from === 0 ? before : before.replace(/^\S*\s/u, '… ')).trimStart(),
    after: onOneLine(to === text.length ? after : after.replace(/\s\S*$/u, ' …')).trimEnd(),
    otherMeanings: others.map(label),
  };
}

/** Without what stands for code or HTML in prose. */
function onOneLine(text: string): string {
  return text.replaceAll('\uFFFC', '').replace(/\s+/gu, ' ');
}
