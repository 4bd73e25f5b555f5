import type { Root, RootContent } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { mdxjs } from 'micromark-extension-mdxjs';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { knownLabels, type Labels } from './labels.js';
import { segmentsFromMarkdown } from './segments.js';

export type MarkdownLanguage = 'markdown' | 'mdx';

/**
 * The nodes of one piece of a text: GFM, front matter at the very start, and MDX where the file is MDX.
 * @param isFirst the piece begins the text
 * @param labels of the definitions that stand in other pieces
 * @throws VFileMessage where the language is MDX and the piece has a syntax error
 */
export function parsePiece(
  piece: string,
  language: MarkdownLanguage,
  isFirst: boolean,
  labels: Labels | undefined,
): RootContent[] {
  const grammar = isFirst ? FIRST[language] : REST[language];
  const processor =
    labels === undefined ? grammar.processor : processorOf(grammar.syntax, grammar.tree, [knownLabels(labels)]);
  return (processor.parse(piece) as Root).children;
}

interface Grammar {
  readonly syntax: Extension;
  readonly tree: readonly TreeExtension[];
  readonly processor: Processor;
}

/**
 * GFM without autolink literals: they cost more than half of all parsing and rewrite text nodes, which would lose
 * their exact places. The tokenizer keeps addresses out of prose instead.
 */
export const gfm = {
  syntax: [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
  tree: [
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    segmentsFromMarkdown(),
  ],
} as const;

const FRONT_MATTER: ('yaml' | 'toml')[] = ['yaml', 'toml'];
const front = { syntax: frontmatter(FRONT_MATTER), tree: frontmatterFromMarkdown(FRONT_MATTER) };
const mdx = { syntax: mdxjs(), tree: mdxFromMarkdown() };

const FIRST: Readonly<Record<MarkdownLanguage, Grammar>> = {
  markdown: grammar([front.syntax, ...gfm.syntax], [front.tree, ...gfm.tree]),
  mdx: grammar([front.syntax, ...gfm.syntax, mdx.syntax], [front.tree, ...gfm.tree, ...mdx.tree]),
};
const REST: Readonly<Record<MarkdownLanguage, Grammar>> = {
  markdown: grammar([...gfm.syntax], [...gfm.tree]),
  mdx: grammar([...gfm.syntax, mdx.syntax], [...gfm.tree, ...mdx.tree]),
};

/** Put together once: every piece would do it again. */
function grammar(syntax: readonly Extension[], tree: readonly TreeExtension[]): Grammar {
  const combined = combineExtensions([...syntax]) as Extension;
  return { syntax: combined, tree, processor: processorOf(combined, tree) };
}

function processorOf(syntax: Extension, tree: readonly TreeExtension[], more: readonly Extension[] = []): Processor {
  return unified()
    .use(remarkParse)
    .use(function extend(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [syntax, ...more];
      data.fromMarkdownExtensions = [[...tree]];
    })
    .freeze() as unknown as Processor;
}
