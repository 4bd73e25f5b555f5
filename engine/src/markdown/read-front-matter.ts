import { isMap, isScalar, parseDocument } from 'yaml';
import { proseSpan, sourceSpan } from '../text/span.js';
import type { Flattened } from '../prose/prose-block.js';
import type { FrontMatter, FrontMatterEntry } from './front-matter.js';

/**
 * Reads YAML front matter. Broken YAML gives its problems and no entries; it never throws.
 * @param yaml the text between the fences
 * @param offset source offset of its first character
 * @param span the fences and what is between them
 */
export function readFrontMatter(yaml: string, offset: number, span: { start: number; end: number }): FrontMatter {
  const document = parseDocument(yaml, { prettyErrors: false, schema: 'failsafe', uniqueKeys: true });
  const problems = document.errors.map((error) => ({
    message: error.message,
    span: sourceSpan(offset + error.pos[0], offset + Math.max(error.pos[1], error.pos[0] + 1)),
  }));
  const entries: FrontMatterEntry[] = [];
  if (problems.length === 0 && isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key) || pair.key.range === undefined || pair.key.range === null) continue;
      const range = (pair.value as { range?: [number, number, number] | null } | null)?.range ?? [
        pair.key.range[1],
        pair.key.range[1],
        pair.key.range[1],
      ];
      entries.push({
        key: String(pair.key.value),
        value: isScalar(pair.value)
          ? pair.value.value
          : ((pair.value as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null),
        keySpan: sourceSpan(offset + pair.key.range[0], offset + pair.key.range[1]),
        valueSpan: sourceSpan(offset + range[0], offset + range[1]),
      });
    }
  }
  return { span: sourceSpan(span.start, span.end), entries, problems };
}

/**
 * The prose of a front-matter value whose characters stand in the source as they are: a plain or quoted scalar
 * on one line, without escapes. Undefined for any other, which is then not checked.
 */
export function frontMatterProse(source: string, entry: FrontMatterEntry): Flattened | undefined {
  if (typeof entry.value !== 'string' || entry.value.trim() === '') return undefined;
  const raw = source.slice(entry.valueSpan.start, entry.valueSpan.end);
  const quoted = raw.startsWith('"') || raw.startsWith("'");
  const start = entry.valueSpan.start + (quoted ? 1 : 0);
  if (source.slice(start, start + entry.value.length) !== entry.value) return undefined;
  return {
    text: entry.value,
    segments: [
      {
        prose: proseSpan(0, entry.value.length),
        source: sourceSpan(start, start + entry.value.length),
        verbatim: true,
      },
    ],
    strong: [],
    links: [],
  };
}
