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
  parsed: Pick<ParsedMarkdown, 'text' | 'pieces' | 'starts'>,
  frontMatter: FrontMatter | undefined,
  proseKeys: readonly string[],
): readonly ProseBlock[] {
  return buildOutline(parsed, frontMatter, proseKeys, undefined).fresh;
}

/** The blocks of a version that are not those of the version before, and how it was built. */
export interface Outline {
  readonly pieces: ParsedMarkdown['pieces'];
  readonly starts: ParsedMarkdown['starts'];
  readonly proseKeys: readonly string[];
  /** How the builder stood before each piece. */
  readonly checkpoints: readonly Checkpoint[];
  /** So many blocks at the beginning are those of the version before. */
  readonly first: number;
  /** What stands between: numbered from `first` on. */
  readonly fresh: readonly ProseBlock[];
  /** So many blocks at the end are those of the version before, with their numbers, `moved` UTF-16 units further on. */
  readonly last: number;
  readonly moved: number;
}

/**
 * Builds what the pieces of a version that are new make new, and tells what stays.
 * @param before the version before, with the blocks that it had
 */
export function buildOutline(
  { text, pieces, starts }: Pick<ParsedMarkdown, 'text' | 'pieces' | 'starts'>,
  frontMatter: FrontMatter | undefined,
  proseKeys: readonly string[],
  before: (Outline & { readonly blocks: readonly Pick<ProseBlock, 'index' | 'kind'>[] }) | undefined,
): Outline {
  const old = before !== undefined && sameKeys(before.proseKeys, proseKeys) ? before : undefined;
  const [same, tail] = old === undefined ? [0, pieces.length] : sharedPieces(pieces, old);
  const resumed = same === 0 ? undefined : old!.checkpoints[same]!;
  const builder = new BlockBuilder(resumed, old?.blocks ?? []);
  const checkpoints = old?.checkpoints.slice(0, same) ?? [];
  const built = { pieces, starts, proseKeys, checkpoints, first: resumed?.blocks ?? 0, fresh: builder.blocks };
  if (resumed === undefined) {
    for (const entry of frontMatter?.entries ?? []) {
      if (!proseKeys.includes(entry.key)) continue;
      const prose = frontMatterProse(text, entry);
      if (prose) builder.addFrontMatter(entry.key, prose);
    }
  }
  let flow = resumed?.flow;
  for (let index = same; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const checkpoint = builder.checkpoint(flow);
    if (old !== undefined && index > tail) {
      const then = index - pieces.length + old.pieces.length;
      if (standsAlike(checkpoint, old.checkpoints[then]!)) {
        checkpoints.push(...old.checkpoints.slice(then));
        return { ...built, last: old.blocks.length - checkpoint.blocks, moved: starts[index]! - old.starts[then]! };
      }
    }
    checkpoints.push(checkpoint);
    builder.enterPiece(piece.text, starts[index]!);
    for (let at = 0; at < piece.nodes.length; at++) {
      const node = piece.nodes[at]!;
      builder.readFlowNode(node, EMPTY_PLACE, flow, piece.nodes[at + 1] ?? firstNode(pieces, index + 1));
      flow = node;
    }
  }
  return { ...built, last: 0, moved: 0 };
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** So many pieces at the beginning whose blocks stay, and where in the new version those begin that end it as before. */
function sharedPieces(pieces: ParsedMarkdown['pieces'], old: Outline): readonly [same: number, tail: number] {
  let same = 0;
  while (same < pieces.length && same < old.pieces.length && pieces[same] === old.pieces[same]) same++;
  let tail = pieces.length;
  const shift = pieces.length - old.pieces.length;
  while (tail > same && tail - shift > same && pieces[tail - 1] === old.pieces[tail - 1 - shift]) tail--;
  // What stands behind decides whether a short line is a heading, so that the last of the pieces is built again.
  do same--;
  while (same > 0 && (pieces[same]!.nodes.length === 0 || old.checkpoints[same]!.isInPastedList));
  return [Math.max(0, same), tail];
}

/** How the builder stands before a piece: with the same pieces behind, the same blocks follow. */
export interface Checkpoint {
  readonly blocks: number;
  readonly lists: number;
  readonly tables: number;
  readonly headings: readonly OpenHeading[];
  readonly isInPastedList: boolean;
  /** The node before. */
  readonly flow: Flow | undefined;
  readonly leadIn: number | undefined;
}

interface OpenHeading {
  readonly level: number;
  readonly block: number;
}

function standsAlike(a: Checkpoint, b: Checkpoint): boolean {
  return (
    a.blocks === b.blocks &&
    a.lists === b.lists &&
    a.tables === b.tables &&
    a.flow === b.flow &&
    a.leadIn === b.leadIn &&
    !a.isInPastedList &&
    !b.isInPastedList &&
    a.headings.length === b.headings.length &&
    a.headings.every(
      ({ level, block }, index) => level === b.headings[index]!.level && block === b.headings[index]!.block,
    )
  );
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
  /** The blocks that are built here. */
  readonly blocks: ProseBlock[] = [];
  /** How many stand before them. */
  readonly #first: number;
  #lastBlock: Pick<ProseBlock, 'index' | 'kind'> | undefined;
  /** The piece of the text that is read, and where it stands. */
  #source = '';
  #base = 0;
  /** Open headings with their levels, outermost first. */
  #headings: readonly OpenHeading[] = [];
  /** The blocks of the open headings; every block below them has the same list. */
  #headingBlocks: readonly number[] = [];
  #lists = 0;
  #tables = 0;
  /** The list of pasted bullets that goes on while bullets follow each other. */
  #pasted: { list: number; items: number; leadIn: number | undefined } | undefined;

  /**
   * @param resumed how a builder stood that went before; undefined at the very beginning
   * @param before the blocks that it had built
   */
  constructor(resumed: Checkpoint | undefined, before: readonly Pick<ProseBlock, 'index' | 'kind'>[]) {
    this.#first = resumed?.blocks ?? 0;
    if (resumed === undefined) return;
    this.#lastBlock = before[resumed.blocks - 1];
    this.#lists = resumed.lists;
    this.#tables = resumed.tables;
    this.#headings = resumed.headings;
    this.#headingBlocks = resumed.headings.map(({ block }) => block);
  }

  checkpoint(flow: Flow | undefined): Checkpoint {
    return {
      blocks: this.#first + this.blocks.length,
      lists: this.#lists,
      tables: this.#tables,
      headings: this.#headings,
      isInPastedList: this.#pasted !== undefined,
      flow,
      leadIn: this.#leadIn(),
    };
  }

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
    this.#headings = [...this.#headings, { level, block: block.index }];
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
    const last = this.#lastBlock;
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
    const hasTicks = node.children.some(({ checked }) => checked === true);
    for (const [item, child] of node.children.entries()) {
      const unticked = hasTicks && child.checked === false ? { isUnticked: true as const } : {};
      const own = withLeadIn({ list, depth, ordered: node.ordered === true, item, ...unticked }, leadIn, parentItem);
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
      index: this.#first + this.blocks.length,
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
    this.#lastBlock = block;
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
