import { proseSpan, sourceSpan, type ProseSpan, type SourceSpan } from '../text/span.js';
import type { Block, BlockKind, ListPlace, Segment, TablePlace } from './block.js';

/** What a block is made from; everything but the two crossings. */
export interface ProseParts {
  readonly index: number;
  readonly kind: BlockKind;
  readonly prose: Flattened;
  /** Source offset that the source places of the prose count from. */
  readonly base: number;
  readonly level: number | undefined;
  readonly headings: readonly number[];
  readonly list: ListPlace | undefined;
  readonly table: TablePlace | undefined;
  readonly quoted: boolean;
  readonly key: string | undefined;
}

/** A block of prose and the only functions that cross between prose and source. */
export class ProseBlock implements Block {
  readonly index: number;
  readonly kind: BlockKind;
  readonly text: string;
  /** The same object while the block's piece of the text stays the same, wherever it moves. */
  readonly prose: Flattened;
  readonly base: number;
  declare readonly level?: number;
  readonly headings: readonly number[];
  declare readonly list?: ListPlace;
  declare readonly table?: TablePlace;
  readonly quoted: boolean;
  declare readonly key?: string;

  constructor(parts: ProseParts) {
    this.index = parts.index;
    this.kind = parts.kind;
    this.text = parts.prose.text;
    this.prose = parts.prose;
    this.base = parts.base;
    this.headings = parts.headings;
    this.quoted = parts.quoted;
    if (parts.level !== undefined) this.level = parts.level;
    if (parts.list !== undefined) this.list = parts.list;
    if (parts.table !== undefined) this.table = parts.table;
    if (parts.key !== undefined) this.key = parts.key;
  }

  get strong(): readonly ProseSpan[] {
    return this.prose.strong;
  }

  get links(): readonly ProseSpan[] {
    return this.prose.links;
  }

  get segments(): readonly Segment[] {
    return this.prose.segments.map((segment) => ({ ...segment, source: this.#placed(segment.source) }));
  }

  get source(): SourceSpan {
    const { segments } = this.prose;
    const first = segments[0];
    const last = segments[segments.length - 1];
    return first && last ? this.#placed(sourceSpan(first.source.start, last.source.end)) : sourceSpan(0, 0);
  }

  toSource(span: ProseSpan): SourceSpan | undefined {
    if (span.start < 0 || span.end > this.text.length || span.start > span.end) return undefined;
    const first = this.#segmentAt(span.start, 'right');
    const last = span.end === span.start ? first : this.#segmentAt(span.end, 'left');
    if (first === undefined || last === undefined) return undefined;
    const start = first.verbatim ? first.source.start + (span.start - first.prose.start) : first.source.start;
    if (span.end === span.start) return this.#placed(sourceSpan(start, start));
    const end = last.verbatim ? last.source.start + (span.end - last.prose.start) : last.source.end;
    return this.#placed(sourceSpan(start, end));
  }

  toProse(sourceOffset: number): number | undefined {
    const { segments } = this.prose;
    const offset = sourceOffset - this.base;
    for (const segment of segments) {
      if (offset < segment.source.start) return undefined;
      if (offset < segment.source.end) {
        return segment.verbatim ? segment.prose.start + (offset - segment.source.start) : segment.prose.start;
      }
    }
    const last = segments[segments.length - 1];
    return last !== undefined && offset === last.source.end ? last.prose.end : undefined;
  }

  #placed(span: SourceSpan): SourceSpan {
    return sourceSpan(span.start + this.base, span.end + this.base);
  }

  /** The segment that holds the character to the right of, or to the left of, a prose offset. */
  #segmentAt(offset: number, side: 'left' | 'right'): Segment | undefined {
    const { segments } = this.prose;
    let low = 0;
    let high = segments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = segments[middle]!;
      const before = side === 'right' ? offset < segment.prose.start : offset <= segment.prose.start;
      const after = side === 'right' ? offset >= segment.prose.end : offset > segment.prose.end;
      if (before) high = middle - 1;
      else if (after) low = middle + 1;
      else return segment;
    }
    return side === 'right' && offset === this.text.length ? segments[segments.length - 1] : undefined;
  }
}

/** Flattened inline content before it is cut into blocks. */
export interface Flattened {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly strong: readonly ProseSpan[];
  readonly links: readonly ProseSpan[];
}

/** The part of flattened content between two prose offsets, with white space at both ends left out. */
export function sliceFlattened(whole: Flattened, from: number, to: number): Flattened {
  let start = from;
  let end = to;
  while (start < end && isSpace(whole.text, start)) start++;
  while (end > start && isSpace(whole.text, end - 1)) end--;
  if (start === 0 && end === whole.text.length) return whole;
  const segments: Segment[] = [];
  for (const segment of whole.segments) {
    if (segment.prose.end <= start || segment.prose.start >= end) continue;
    const a = Math.max(segment.prose.start, start);
    const b = Math.min(segment.prose.end, end);
    segments.push({
      prose: proseSpan(a - start, b - start),
      source: segment.verbatim
        ? sourceSpan(segment.source.start + (a - segment.prose.start), segment.source.start + (b - segment.prose.start))
        : segment.source,
      verbatim: segment.verbatim,
    });
  }
  return {
    text: whole.text.slice(start, end),
    segments,
    strong: clip(whole.strong, start, end),
    links: clip(whole.links, start, end),
  };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/u.test(text.charAt(at));
}

function clip(spans: readonly ProseSpan[], start: number, end: number): ProseSpan[] {
  const clipped: ProseSpan[] = [];
  for (const span of spans) {
    const a = Math.max(span.start, start);
    const b = Math.min(span.end, end);
    if (a < b) clipped.push(proseSpan(a - start, b - start));
  }
  return clipped;
}
