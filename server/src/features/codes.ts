import type { AnalyzedDocument, SourceSpan } from '../../../engine/src/index.js';

/** A code of a terminology system in the text, and the page that explains it. */
export interface CodeLink {
  readonly span: SourceSpan;
  readonly target: string;
  readonly system: string;
}

interface CodeSystem {
  readonly system: string;
  readonly pattern: RegExp;
  readonly page: (code: string) => string;
}

/** How the systems write their codes, and where they explain them. */
const SYSTEMS: readonly CodeSystem[] = [
  {
    system: 'MeSH',
    pattern: /\bMeSH[: ]+([DC]\d{6,9})\b/gu,
    page: (code) => `https://id.nlm.nih.gov/mesh/${code}.html`,
  },
  { system: 'HPO', pattern: /\bHP:(\d{7})\b/gu, page: (code) => `https://hpo.jax.org/browse/term/HP:${code}` },
  {
    system: 'Disease Ontology',
    pattern: /\bDOID:(\d+)\b/gu,
    page: (code) => `https://disease-ontology.org/term/DOID:${code}`,
  },
  { system: 'MONDO', pattern: /\bMONDO:(\d{7})\b/gu, page: (code) => `http://purl.obolibrary.org/obo/MONDO_${code}` },
  { system: 'OMIM', pattern: /\bOMIM[: ]+#?(\d{6})\b/gu, page: (code) => `https://omim.org/entry/${code}` },
  {
    system: 'Orphanet',
    pattern: /\bORPHA(?:net)?[: ]+(\d{1,6})\b/gu,
    page: (code) => `https://www.orpha.net/en/disease/detail/${code}`,
  },
  {
    system: 'ICD-10-CM',
    pattern: /\bICD-10(?:-CM)?[: ]+([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b/gu,
    page: (code) => `https://icd10cmtool.cdc.gov/?fy=FY2026&query=${encodeURIComponent(code)}`,
  },
];

/** The codes in the prose of a document, in reading order. */
export function codesIn(document: AnalyzedDocument): readonly CodeLink[] {
  const links: CodeLink[] = [];
  for (const block of document.blocks) {
    for (const { system, pattern, page } of SYSTEMS) {
      for (const match of block.text.matchAll(pattern)) {
        const start = match.index;
        const span = block.toSource({ start, end: start + match[0].length } as Parameters<typeof block.toSource>[0]);
        const code = match[1];
        if (span !== undefined && code !== undefined) links.push({ span, target: page(code), system });
      }
    }
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}
