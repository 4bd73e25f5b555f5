import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { FrontMatter } from '../markdown/front-matter.js';
import { frontMatterProse } from '../markdown/read-front-matter.js';
import type { BlockKind, ListPlace, TablePlace } from './block.js';
import { flatten } from './flatten.js';
import { looksLikeHeading, pastedParts } from './pasted.js';
import { ProseBlock, sliceFlattened, type Flattened } from './prose-block.js';

/**
 * The prose of a document with its outline: every block knows the headings above it, the list it stands in and
 * that list's lead-in, its table's headers.
 * @param proseKeys front-matter keys whose values are prose
 */
export function buildBlocks(
  tree: Root,
  source: string,
  frontMatter: FrontMatter | undefined,
  proseKeys: readonly string[],
): ProseBlock[] {
  const builder = new BlockBuilder(source);
  for (const entry of frontMatter?.entries ?? []) {
    if (!proseKeys.includes(entry.key)) continue;
    const prose = frontMatterProse(source, entry);
    if (prose) builder.addFrontMatter(entry.key, prose);
  }
  builder.readFlow(tree.children, EMPTY_PLACE);
  return builder.blocks;
}

interface FlowPlace {
  readonly quoted: boolean;
  /** The item whose content is being read. */
  readonly list?: ListPlace;
}

const EMPTY_PLACE: FlowPlace = { quoted: false };

type Flow = RootContent | BlockContent | DefinitionContent;

class BlockBuilder {
  readonly blocks: ProseBlock[] = [];
  readonly #source: string;
  /** Open headings with their levels, outermost first. */
  #headings: { readonly level: number; readonly block: number }[] = [];
  #lists = 0;
  #tables = 0;
  /** The list of pasted bullets that goes on while bullets follow each other. */
  #pasted: { list: number; items: number; leadIn: number | undefined } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  addFrontMatter(key: string, prose: Flattened): void {
    this.#add('front-matter', prose, EMPTY_PLACE, { key });
  }

  readFlow(children: readonly Flow[], place: FlowPlace): void {
    for (let index = 0; index < children.length; index++) {
      const node = children[index]!;
      if (node.type !== 'paragraph') this.#pasted = undefined;
      this.#readFlowNode(node, place, children[index - 1], children[index + 1]);
    }
  }

  #readFlowNode(node: Flow, place: FlowPlace, before: Flow | undefined, after: Flow | undefined): void {
    switch (node.type) {
      case 'heading':
        this.#readHeading(node.children, node.depth, place);
        return;
      case 'paragraph':
        this.#readParagraph(node.children, place, after);
        return;
      case 'blockquote':
        this.readFlow(node.children, { ...place, quoted: true });
        return;
      case 'list':
        this.#readList(node, place, before);
        return;
      case 'table':
        this.#readTable(node, place);
        return;
      case 'footnoteDefinition':
        this.readFlow(node.children, place);
        return;
      default:
        // MDX elements hold prose; code, HTML, definitions, breaks and expressions do not.
        if (isMdxElement(node)) this.readFlow(node.children as Flow[], place);
    }
  }

  #readHeading(children: readonly PhrasingContent[], level: number, place: FlowPlace): void {
    const flattened = flatten(children, this.#source);
    this.#closeHeadings(level);
    const block = this.#add('heading', sliceFlattened(flattened, 0, flattened.text.length), place, { level });
    if (block && !place.quoted) this.#headings.push({ level, block: block.index });
    this.#addAltTexts(flattened.altTexts, place);
  }

  #closeHeadings(level: number): void {
    this.#headings = this.#headings.filter((heading) => heading.level < level);
  }

  #readParagraph(children: readonly PhrasingContent[], place: FlowPlace, after: Flow | undefined): void {
    const flattened = flatten(children, this.#source);
    if (
      place.list === undefined &&
      !place.quoted &&
      after !== undefined &&
      after.type !== 'heading' &&
      isStandAloneHeading(flattened)
    ) {
      this.#pasted = undefined;
      this.#closeHeadings(PASTED_LEVEL);
      const heading = this.#add('heading', sliceFlattened(flattened, 0, flattened.text.length), place, {
        level: PASTED_LEVEL,
      });
      if (heading) this.#headings.push({ level: PASTED_LEVEL, block: heading.index });
      return;
    }
    for (const part of pastedParts(flattened.text)) {
      const prose = sliceFlattened(flattened, part.start, part.end);
      if (part.kind === 'item' || part.kind === 'definition') {
        this.#addPastedItem(prose, place, part.ordered);
        continue;
      }
      this.#pasted = undefined;
      this.#add(kindOf(part.kind === 'term' ? 'definition-term' : 'paragraph', place), prose, place, {});
    }
    this.#addAltTexts(flattened.altTexts, place);
  }

  #addPastedItem(prose: Flattened, place: FlowPlace, ordered: boolean): void {
    this.#pasted ??= { list: this.#lists++, items: 0, leadIn: this.#leadIn() };
    const depth = place.list === undefined ? 0 : place.list.depth + 1;
    const list: ListPlace = withLeadIn(
      { list: this.#pasted.list, depth, ordered, item: this.#pasted.items++ },
      this.#pasted.leadIn,
      undefined,
    );
    this.#add('list-item', prose, { ...place, list }, {});
  }

  /** The block just before, where it can introduce a list. */
  #leadIn(): number | undefined {
    const last = this.blocks[this.blocks.length - 1];
    return last !== undefined &&
      (last.kind === 'paragraph' || last.kind === 'list-item' || last.kind === 'definition-term')
      ? last.index
      : undefined;
  }

  #readList(node: List, place: FlowPlace, before: Flow | undefined): void {
    const list = this.#lists++;
    const leadIn = before?.type === 'paragraph' ? this.#leadIn() : undefined;
    const parentItem = place.list === undefined ? undefined : this.#leadIn();
    const depth = place.list === undefined ? 0 : place.list.depth + 1;
    for (const [item, child] of node.children.entries()) {
      const own = withLeadIn({ list, depth, ordered: node.ordered === true, item }, leadIn, parentItem);
      this.#readListItem(child, { ...place, list: own });
    }
  }

  #readListItem(item: ListItem, place: FlowPlace): void {
    this.readFlow(item.children, place);
  }

  #readTable(node: Table, place: FlowPlace): void {
    const table = this.#tables++;
    const headers: (number | undefined)[] = [];
    for (const [row, cells] of node.children.entries()) {
      let rowHeader: number | undefined;
      for (const [column, cell] of cells.children.entries()) {
        const flattened = flatten(cell.children, this.#source);
        const tablePlace: TablePlace = {
          table,
          row,
          column,
          ...(row > 0 && headers[column] !== undefined ? { columnHeader: headers[column] } : {}),
          ...(column > 0 && rowHeader !== undefined ? { rowHeader } : {}),
        };
        const block = this.#add('table-cell', sliceFlattened(flattened, 0, flattened.text.length), place, {
          table: tablePlace,
        });
        this.#addAltTexts(flattened.altTexts, place);
        if (row === 0) headers[column] = block?.index;
        if (column === 0) rowHeader = block?.index;
      }
    }
  }

  #addAltTexts(altTexts: readonly Flattened[], place: FlowPlace): void {
    for (const altText of altTexts) this.#add('alt-text', altText, place, {});
  }

  /** Undefined where there is no prose, which is no block. */
  #add(
    kind: BlockKind,
    prose: Flattened,
    place: FlowPlace,
    more: { level?: number; table?: TablePlace; key?: string },
  ): ProseBlock | undefined {
    if (prose.text.trim() === '' || prose.segments.length === 0) return undefined;
    const block = new ProseBlock({
      index: this.blocks.length,
      kind,
      text: prose.text,
      segments: prose.segments,
      strong: prose.strong,
      links: prose.links,
      headings: kind === 'front-matter' ? [] : this.#headings.map((heading) => heading.block),
      quoted: place.quoted,
      ...(place.list === undefined ? {} : { list: place.list }),
      ...more,
    });
    this.blocks.push(block);
    return block;
  }
}

/** Below every heading of Markdown: a line that is a heading in all but markup. */
export const PASTED_LEVEL = 7;

function isStandAloneHeading(flattened: Flattened): boolean {
  const text = flattened.text.trim();
  if (looksLikeHeading(text)) return true;
  const strong = flattened.strong[0];
  // "**Types:**" alone on its line is a heading, whatever its last mark.
  return (
    strong !== undefined &&
    flattened.strong.length === 1 &&
    strong.end - strong.start >= text.length - 1 &&
    text.length <= 80 &&
    !/[.!]$/u.test(text)
  );
}

function kindOf(kind: BlockKind, place: FlowPlace): BlockKind {
  return place.list === undefined ? kind : 'list-item';
}

function withLeadIn(
  place: Omit<ListPlace, 'leadIn' | 'parentItem'>,
  leadIn: number | undefined,
  parentItem: number | undefined,
): ListPlace {
  return { ...place, ...(leadIn === undefined ? {} : { leadIn }), ...(parentItem === undefined ? {} : { parentItem }) };
}

function isMdxElement(node: { type: string }): node is { type: string; children: unknown[] } {
  return node.type === 'mdxJsxFlowElement';
}
