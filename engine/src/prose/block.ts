import type { ProseSpan, SourceSpan } from '../text/span.js';

export type BlockKind =
  'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'alt-text' | 'front-matter' | 'definition-term';

/**
 * A stretch of prose and the source it came from. Verbatim segments are equal character for character; the
 * others (an entity, an escape, a wrapped line's prefix, a placeholder) stand for their source as a whole.
 */
export interface Segment {
  readonly prose: ProseSpan;
  readonly source: SourceSpan;
  readonly verbatim: boolean;
}

export interface ListPlace {
  /** One per list in the document. */
  readonly list: number;
  /** 0 for the outermost list. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Position of the item in its list, from 0. */
  readonly item: number;
  /** Index of the block whose last sentence introduces the list, where one does. */
  readonly leadIn?: number;
  /** Index of the block of the item that holds this item's list, for nested lists. */
  readonly parentItem?: number;
  /** Its box is not ticked, and others of the list are. */
  readonly isUnticked?: true;
}

export interface TablePlace {
  readonly table: number;
  /** 0 is the header row. */
  readonly row: number;
  readonly column: number;
  /** Block index of the column's header cell; absent in the header row itself. */
  readonly columnHeader?: number;
  /** Block index of the first cell of the row; absent for that cell itself. */
  readonly rowHeader?: number;
}

export interface Block {
  readonly index: number;
  readonly kind: BlockKind;
  /** Prose: emphasis and links have vanished, code and HTML are placeholders. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Everything from the first to the last character of the block's prose. */
  readonly source: SourceSpan;
  /** heading: 1 to 6; 7 for a stand-alone short line that is a heading in all but markup. */
  readonly level?: number;
  /** Block indexes of the headings above, outermost first. */
  readonly headings: readonly number[];
  readonly list?: ListPlace;
  readonly table?: TablePlace;
  /** Inside a Markdown quotation. */
  readonly quoted: boolean;
  /** front-matter: the key. */
  readonly key?: string;
  /** Prose spans set in strong emphasis, in order: "**Metastatic:** high calcium". */
  readonly strong: readonly ProseSpan[];
  /** Prose spans of link text. */
  readonly links: readonly ProseSpan[];
  /**
   * The only function that crosses between the two spaces. A span that cuts through a segment that is not
   * verbatim takes the whole of it. Undefined where the span touches prose that has no exact source.
   */
  toSource(span: ProseSpan): SourceSpan | undefined;
  /** Prose offset of a source offset inside the block; undefined outside its prose. */
  toProse(sourceOffset: number): number | undefined;
}
