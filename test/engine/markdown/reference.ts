import type { Nodes, Root, Text } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { gfm, type MarkdownLanguage } from '../../../engine/src/markdown/parse.js';
import type { ParsedMarkdown } from '../../../engine/src/markdown/pieces.js';
import { textPieces } from '../../../engine/src/markdown/segments.js';

/** remark-parse over the whole text: what every quicker way is held equal to. */
export function referenceTree(text: string, language: MarkdownLanguage): unknown {
  return comparable((language === 'mdx' ? mdx : markdown).parse(text) as Root, text, 0);
}

/** The tree of the pieces, put together. */
export function treeOfPieces({ pieces, starts }: ParsedMarkdown): unknown {
  const children = pieces.flatMap((piece, index) =>
    piece.nodes.map((node) => comparable(node, piece.text, starts[index]!)),
  );
  return { type: 'root', children };
}

/**
 * A node with everything but lines and columns, at offsets of the whole text, and the places of its text. Code and
 * HTML that nothing closes may take in the blank line behind them or not, as it depends on what comes then.
 */
function comparable(node: Nodes, text: string, base: number): unknown {
  const { children, position, ...own } = node as Nodes & { children?: Nodes[] };
  const rest = own as Record<string, unknown>;
  delete rest['data'];
  delete rest['attributes'];
  const comparables = children?.map((child) => comparable(child, text, base));
  if (node.type === 'root') return { type: 'root', children: comparables };
  const start = position!.start.offset!;
  const end = start + text.slice(start, position!.end.offset!).trimEnd().length;
  if (node.type === 'html' || node.type === 'code') rest['value'] = node.value.trimEnd();
  return {
    ...rest,
    at: [start + base, end + base],
    ...(comparables === undefined ? {} : { children: comparables }),
    ...(node.type === 'text' ? { pieces: placesOf(node, base) } : {}),
  };
}

/** Pieces that follow each other in the value and in the source are one. */
function placesOf(node: Text, base: number): number[] | undefined {
  const pieces = textPieces(node);
  if (pieces === undefined) return undefined;
  const joined: number[] = [];
  for (let index = 0; index < pieces.length; index += 4) {
    const [valueStart, valueEnd, start, end] = pieces.slice(index, index + 4) as [number, number, number, number];
    const last = joined.length - 4;
    const isVerbatim = valueEnd - valueStart === end - start;
    if (last >= 0 && isVerbatim && joined[last + 3] === start + base && isVerbatimAt(joined, last)) {
      joined[last + 1] = valueEnd;
      joined[last + 3] = end + base;
    } else {
      joined.push(valueStart, valueEnd, start + base, end + base);
    }
  }
  return joined;
}

function isVerbatimAt(pieces: readonly number[], at: number): boolean {
  return pieces[at + 1]! - pieces[at]! === pieces[at + 3]! - pieces[at + 2]!;
}

function withGfm(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(...gfm.syntax);
  (data.fromMarkdownExtensions ??= []).push([...gfm.tree]);
}

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(withGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(withGfm).use(remarkMdx).freeze();
