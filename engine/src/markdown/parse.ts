import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { segmentsFromMarkdown } from './segments.js';

export type MarkdownLanguage = 'markdown' | 'mdx';

/**
 * The mdast of a text: GFM and front matter, and MDX where the file is MDX. Every text always has a tree: MDX with
 * a syntax error, which a half-typed page has most of the time, is read as Markdown.
 */
export function parseMarkdown(text: string, language: MarkdownLanguage): Root {
  if (language === 'mdx') {
    try {
      return mdx.parse(text) as Root;
    } catch {
      // The page's author sees the error from MDX itself; its prose is checked all the same.
      return markdown.parse(text) as Root;
    }
  }
  return markdown.parse(text) as Root;
}

/**
 * GFM without autolink literals: they cost more than half of all parsing and rewrite text nodes, which would lose
 * their exact places. The tokenizer keeps addresses out of prose instead.
 */
function gfmWithoutAutolinkLiterals(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem());
  (data.fromMarkdownExtensions ??= []).push([
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    segmentsFromMarkdown(),
  ]);
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(gfmWithoutAutolinkLiterals)
  .freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(gfmWithoutAutolinkLiterals)
  .use(remarkMdx)
  .freeze();
