import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { TerminologyFile } from './located.js';

/** Where a project's own files say what a concept is. */
export interface PlaceOfOwn {
  readonly path: string;
  /** From 0, and from 0 in UTF-16 units: where the id stands. */
  readonly line: number;
  readonly character: number;
}

/** Undefined where no file has the concept under `concepts`: what it adds to a concept of ours makes it no own one. */
export function placeOfOwnConcept(files: readonly TerminologyFile[], conceptId: string): PlaceOfOwn | undefined {
  for (const { path, text } of files) {
    if (!text.includes(conceptId)) continue;
    const lines = new LineCounter();
    const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const concepts = isMap(contents) ? contents.get('concepts', true) : undefined;
    if (!isSeq(concepts)) continue;
    for (const concept of concepts.items) {
      const id = isMap(concept) ? concept.get('id', true) : undefined;
      if (!isScalar(id) || id.value !== conceptId) continue;
      const { line, col } = lines.linePos(id.range?.[0] ?? 0);
      return { path, line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
    }
  }
  return undefined;
}
