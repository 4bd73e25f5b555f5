/**
 * Half-open spans of UTF-16 offsets. The text that a span counts in is part of its type: a
 * `Span<'prose'>` counts in a block's prose and a `Span<'source'>` in the document as read.
 * Only `prose/` crosses from one to the other.
 */
declare const space: unique symbol;

export type TextSpace = 'source' | 'prose';

export interface Span<Space extends TextSpace> {
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  readonly [space]?: Space;
}

export type SourceSpan = Span<'source'>;
export type ProseSpan = Span<'prose'>;

export function sourceSpan(start: number, end: number): SourceSpan {
  return { start, end };
}

export function proseSpan(start: number, end: number): ProseSpan {
  return { start, end };
}

export function overlaps<S extends TextSpace>(a: Span<S>, b: Span<S>): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains<S extends TextSpace>(outer: Span<S>, inner: Span<S>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
