import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import type { FrontMatter } from '../markdown/front-matter.js';
import type { ParsedMarkdown } from '../markdown/pieces.js';
import { frontMatterProse } from '../markdown/read-front-matter.js';
import type { BlockKind, ListPlace, TablePlace } from './block.js';
import { flatten } from './flatten.js';
import { looksLikeHeading, pastedParts, type PastedPart } from './pasted.js';
import { ProseBlock, sliceFlattened, type Flattened } from './prose-block.js';

/**
 * The prose of a document with its outline: every block knows the headings above it, the list it stands in and
 * that list's lead-in, its table's headers.
 * @param proseKeys front-matter keys whose values are prose
 */
export function buildBlocks(
  { text, pieces, starts }: Pick<ParsedMarkdown, 'text' | 'pieces' | 'starts'>,
  frontMatter: FrontMatter | undefined,
  proseKeys: readonly string[],
): ProseBlock[] {
  const builder = new BlockBuilder();
  for (const entry of frontMatter?.entries ?? []) {
    if (!proseKeys.includes(entry.key)) continue;
    const prose = frontMatterProse(text, entry);
    if (prose) builder.addFrontMatter(entry.key, prose);
  }
  let before: Flow | undefined;
  for (const [index, piece] of pieces.entries()) {
    builder.enterPiece(piece.text, starts[index]!);
    for (let at = 0; at < piece.nodes.length; at++) {
      const node = piece.nodes[at]!;
      builder.readFlowNode(node, EMPTY_PLACE, before, piece.nodes[at + 1] ?? firstNode(pieces, index + 1));
      before = node;
    }
  }
  return builder.blocks;
}

function firstNode(pieces: ParsedMarkdown['pieces'], from: number): Flow | undefined {
  for (let index = from; index < pieces.length; index++) {
    if (pieces[index]!.nodes.length > 0) return pieces[index]!.nodes[0];
  }
  return undefined;
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
  /** The piece of the text that is read, and where it stands. */
  #source = '';
  #base = 0;
  /** Open headings with their levels, outermost first. */
  #headings: { readonly level: number; readonly block: number }[] = [];
  /** The blocks of the open headings; every block below them has the same list. */
  #headingBlocks: readonly number[] = [];
  #lists = 0;
  #tables = 0;
  /** The list of pasted bullets that goes on while bullets follow each other. */
  #pasted: { list: number; items: number; leadIn: number | undefined } | undefined;

  enterPiece(source: string, base: number): void {
    this.#source = source;
    this.#base = base;
  }

  addFrontMatter(key: string, prose: Flattened): void {
    this.#add('front-matter', prose, EMPTY_PLACE, { key });
  }

  readFlow(children: readonly Flow[], place: FlowPlace): void {
    for (let index = 0; index < children.length; index++) {
      this.readFlowNode(children[index]!, place, children[index - 1], children[index + 1]);
    }
  }

  readFlowNode(node: Flow, place: FlowPlace, before: Flow | undefined, after: Flow | undefined): void {
    if (node.type !== 'paragraph') this.#pasted = undefined;
    switch (node.type) {
      case 'heading':
        this.#readHeading(node, place);
        return;
      case 'paragraph':
        this.#readParagraph(node, place, after);
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

  #readHeading(node: Heading, place: FlowPlace): void {
    const { whole, altTexts } = proseOf(node, this.#source);
    this.#closeHeadings(node.depth);
    const block = this.#add('heading', whole, place, { level: node.depth });
    if (block && !place.quoted) this.#openHeading(node.depth, block);
    this.#addAltTexts(altTexts, place);
  }

  #openHeading(level: number, block: ProseBlock): void {
    this.#headings.push({ level, block: block.index });
    this.#headingBlocks = [...this.#headingBlocks, block.index];
  }

  #closeHeadings(level: number): void {
    this.#headings = this.#headings.filter((heading) => heading.level < level);
    this.#headingBlocks = this.#headings.map((heading) => heading.block);
  }

  #readParagraph(node: Paragraph, place: FlowPlace, after: Flow | undefined): void {
    const { whole, parts, altTexts, mayBeHeading } = proseOf(node, this.#source);
    if (mayBeHeading && place.list === undefined && !place.quoted && after !== undefined && after.type !== 'heading') {
      this.#pasted = undefined;
      this.#closeHeadings(PASTED_LEVEL);
      const heading = this.#add('heading', whole, place, { level: PASTED_LEVEL });
      if (heading) this.#openHeading(PASTED_LEVEL, heading);
      return;
    }
    for (const { kind, ordered, prose } of parts) {
      if (kind === 'item' || kind === 'definition') {
        this.#addPastedItem(prose, place, ordered);
        continue;
      }
      this.#pasted = undefined;
      this.#add(kindOf(kind === 'term' ? 'definition-term' : 'paragraph', place), prose, place, {});
    }
    this.#addAltTexts(altTexts, place);
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
        const { whole, altTexts } = proseOf(cell, this.#source);
        const tablePlace: TablePlace = {
          table,
          row,
          column,
          ...(row > 0 && headers[column] !== undefined ? { columnHeader: headers[column] } : {}),
          ...(column > 0 && rowHeader !== undefined ? { rowHeader } : {}),
        };
        const block = this.#add('table-cell', whole, place, { table: tablePlace });
        this.#addAltTexts(altTexts, place);
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
      prose,
      base: this.#base,
      headings: this.#headingBlocks,
      quoted: place.quoted,
      list: place.list,
      level: more.level,
      table: more.table,
      key: more.key,
    });
    this.blocks.push(block);
    return block;
  }
}

/** The prose of a node's inline content, which depends on its piece of the text alone. */
interface NodeProse {
  readonly whole: Flattened;
  /** paragraph: what it holds, where it was pasted. */
  readonly parts: readonly {
    readonly kind: PastedPart['kind'];
    readonly ordered: boolean;
    readonly prose: Flattened;
  }[];
  readonly altTexts: readonly Flattened[];
  readonly mayBeHeading: boolean;
}

/** Kept with the node: an edit leaves the nodes of other pieces as they are. */
const proseOfNodes = new WeakMap<Heading | Paragraph | TableCell, NodeProse>();

function proseOf(node: Heading | Paragraph | TableCell, source: string): NodeProse {
  const known = proseOfNodes.get(node);
  if (known !== undefined) return known;
  const flattened = flatten(node.children, source);
  const isParagraph = node.type === 'paragraph';
  const prose: NodeProse = {
    whole: sliceFlattened(flattened, 0, flattened.text.length),
    parts: isParagraph
      ? pastedParts(flattened.text).map(({ kind, ordered, start, end }) => ({
          kind,
          ordered,
          prose: sliceFlattened(flattened, start, end),
        }))
      : [],
    altTexts: flattened.altTexts,
    mayBeHeading: isParagraph && isStandAloneHeading(flattened),
  };
  proseOfNodes.set(node, prose);
  return prose;
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
