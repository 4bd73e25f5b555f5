import { codePage } from '../code-pages.js';
import type { AnalyzedDocument, SourceSpan } from '../../../engine/src/index.js';

/** A code of a terminology system in the text, and the page that explains it. */
export interface CodeLink {
  readonly span: SourceSpan;
  readonly target: string;
  readonly system: string;
}

/** How texts write the codes of each system. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  MeSH: /\bMeSH[: ]+([DC]\d{6,9})\b/gu,
  HPO: /\bHP:(\d{7})\b/gu,
  DOID: /\bDOID:(\d+)\b/gu,
  MONDO: /\bMONDO:(\d{7})\b/gu,
  OMIM: /\bOMIM[: ]+#?(\d{6})\b/gu,
  ORPHA: /\bORPHA(?:net)?[: ]+(\d{1,6})\b/gu,
  'ICD-10-CM': /\bICD-10(?:-CM)?[: ]+([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b/gu,
};

/** The codes in the prose of a document, in reading order. */
export function codesIn(document: AnalyzedDocument): readonly CodeLink[] {
  const links: CodeLink[] = [];
  for (const block of document.blocks) {
    for (const [system, pattern] of Object.entries(PATTERNS)) {
      for (const match of block.text.matchAll(pattern)) {
        const start = match.index;
        const span = block.toSource({ start, end: start + match[0].length } as Parameters<typeof block.toSource>[0]);
        const code = match[1];
        const target = code === undefined ? undefined : codePage(system, code);
        if (span !== undefined && target !== undefined) links.push({ span, target, system });
      }
    }
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}
