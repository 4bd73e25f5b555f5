import type { SourceSpan } from '../text/span.js';

/** A scalar of the front matter with its exact place. */
export interface FrontMatterEntry {
  readonly key: string;
  /** As YAML reads it; dates stay strings. */
  readonly value: unknown;
  readonly keySpan: SourceSpan;
  readonly valueSpan: SourceSpan;
}

export interface FrontMatter {
  /** The fences and what is between them. */
  readonly span: SourceSpan;
  /** Top-level entries. Empty where the YAML is broken. */
  readonly entries: readonly FrontMatterEntry[];
  /** What is wrong with the YAML, where something is. */
  readonly problems: readonly { readonly message: string; readonly span: SourceSpan }[];
}
