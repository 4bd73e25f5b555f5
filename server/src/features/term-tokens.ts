import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyzedDocument, Engine, SourceSpan } from '../../../engine/src/index.js';
import { conceptsOf } from './locate.js';

/** Kinds of terms by the name that a colour theme may give a colour to; the manifest says what each falls back to. */
const TOKEN_TYPES: readonly (readonly [type: string, kinds: readonly string[]])[] = [
  ['kossaType', ['type', 'form']],
  ['kossaDisease', ['disease', 'process', 'complication', 'lab-finding']],
  ['kossaMedicine', ['drug', 'drug-class']],
  ['kossaTest', ['lab-test', 'imaging', 'procedure', 'stain']],
  ['kossaAnatomy', ['anatomy']],
  ['kossaSign', ['sign', 'symptom', 'cause']],
];

export const TOKEN_LEGEND: SemanticTokensLegend = {
  tokenTypes: TOKEN_TYPES.map(([type]) => type),
  tokenModifiers: [],
};

const TYPE_OF_KIND = new Map(TOKEN_TYPES.flatMap(([, kinds], index) => kinds.map((kind) => [kind, index] as const)));

/** The terms of a document as semantic tokens. */
export function termTokens(analyzed: AnalyzedDocument, document: TextDocument, engine: Engine): SemanticTokens {
  const places: { span: SourceSpan; type: number }[] = [];
  for (const block of analyzed.blocks) {
    for (const mention of block.mentions) {
      const kind = engine.terminology.concept(conceptsOf(mention)[0]!)?.kind ?? '';
      const type = TYPE_OF_KIND.get(kind);
      const span = type === undefined ? undefined : block.toSource(mention.span);
      if (type !== undefined && span !== undefined) places.push({ span, type });
    }
  }
  places.sort((a, b) => a.span.start - b.span.start);
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of places) {
    // A token stays on its line; a term over two lines is two tokens.
    let from = span.start;
    for (const part of document.getText().slice(span.start, span.end).split(/\r?\n/u)) {
      const start = document.positionAt(from);
      if (part.length > 0) builder.push(start.line, start.character, part.length, type, 0);
      from = document.offsetAt({ line: start.line + 1, character: 0 });
    }
  }
  return builder.build();
}
