import { InlayHintKind, type InlayHint, type MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompiledConcept, Locale, SourceSpan } from '../../../engine/src/index.js';
import { cardMarkdown } from '../cards.js';
import { toMarkup } from '../convert.js';
import type { Linted } from '../linter.js';

/** Plain names behind the first use of each term in a range: what a writer may want to add for readers. */
export function glosses(range: SourceSpan, document: TextDocument, linted: Linted, markup: MarkupKind): InlayHint[] {
  const { engine, result, settings } = linted;
  const style = settings.configuration.style ?? 'us';
  const seen = new Set<string>();
  const hints: InlayHint[] = [];
  for (const block of result.document.blocks) {
    if (block.kind === 'heading' || block.kind === 'front-matter') continue;
    for (const { conceptId, span } of block.mentions) {
      if (conceptId === undefined || seen.has(conceptId)) continue;
      seen.add(conceptId);
      const gloss = plainName(engine.terminology.concept(conceptId)!, style);
      const source = block.toSource(span);
      if (gloss === undefined || source === undefined || source.end < range.start || range.end < source.start) continue;
      // Where the text explains itself, nothing is added.
      if (block.text.toLowerCase().includes(gloss.toLowerCase())) continue;
      hints.push({
        position: document.positionAt(source.end),
        label: `= ${gloss}`,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: toMarkup(cardMarkdown(engine, conceptId, style, 'short'), markup),
      });
    }
  }
  return hints;
}

/** An everyday name of a concept that is not what everybody writes anyway. */
function plainName(concept: CompiledConcept, style: Locale): string | undefined {
  if (!GLOSSED.has(concept.kind)) return undefined;
  return concept.variants.find(
    ({ status, locale, text }) => status === 'lay' && (locale === undefined || locale === style) && text.includes(' '),
  )?.text;
}

const GLOSSED: ReadonlySet<string> = new Set([
  'disease',
  'type',
  'form',
  'process',
  'lab-finding',
  'sign',
  'procedure',
]);
