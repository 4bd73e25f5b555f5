import type { PhrasingContent, Text } from 'mdast';
import { PLACEHOLDER } from '../language/token.js';
import { textPieces } from '../markdown/segments.js';
import { proseSpan, sourceSpan, type ProseSpan } from '../text/span.js';
import type { Segment } from './block.js';
import type { Flattened } from './prose-block.js';

/**
 * The prose of inline content. Emphasis and links vanish; inline code, HTML, expressions, footnote calls and text
 * without exact places become a placeholder; the alt text of images is collected apart.
 */
export function flatten(
  children: readonly PhrasingContent[],
  source: string,
): Flattened & { readonly altTexts: readonly Flattened[] } {
  const reader = new InlineReader(source);
  reader.read(children);
  return {
    text: reader.text,
    segments: reader.segments,
    strong: reader.strong,
    links: reader.links,
    altTexts: reader.altTexts,
  };
}

class InlineReader {
  text = '';
  readonly segments: Segment[] = [];
  readonly strong: ProseSpan[] = [];
  readonly links: ProseSpan[] = [];
  readonly altTexts: Flattened[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  read(children: readonly PhrasingContent[]): void {
    for (const child of children) this.#readNode(child);
  }

  #readNode(node: PhrasingContent): void {
    switch (node.type) {
      case 'text':
        this.#readText(node);
        return;
      case 'strong': {
        const start = this.text.length;
        this.read(node.children);
        this.strong.push(proseSpan(start, this.text.length));
        return;
      }
      case 'link':
      case 'linkReference': {
        const start = this.text.length;
        this.read(node.children);
        this.links.push(proseSpan(start, this.text.length));
        return;
      }
      case 'emphasis':
        this.read(node.children);
        return;
      case 'delete':
        // What is struck out is not said any more.
        this.#push(PLACEHOLDER, node.position!.start.offset!, node.position!.end.offset!, false);
        return;
      case 'break':
        this.#push('\n', node.position!.start.offset!, node.position!.end.offset!, false);
        return;
      case 'html':
        this.#readHtml(node.value, node.position!.start.offset!, node.position!.end.offset!);
        return;
      case 'image':
      case 'imageReference':
        this.#readAlt(node.alt ?? '', node.position!.start.offset!);
        this.#push(PLACEHOLDER, node.position!.start.offset!, node.position!.end.offset!, false);
        return;
      default:
        // Inline code, footnote calls, and MDX: an element's own children are prose, an expression is not.
        if ('children' in node) this.read((node as { children: PhrasingContent[] }).children);
        else if (!isComment(this.#source.slice(node.position!.start.offset!, node.position!.end.offset!))) {
          this.#push(PLACEHOLDER, node.position!.start.offset!, node.position!.end.offset!, false);
        }
    }
  }

  #readText(node: Text): void {
    const pieces = textPieces(node);
    if (pieces === undefined) {
      this.#push(PLACEHOLDER, node.position!.start.offset!, node.position!.end.offset!, false);
      return;
    }
    for (let index = 0; index < pieces.length; index += 4) {
      const value = node.value.slice(pieces[index], pieces[index + 1]);
      const start = pieces[index + 2]!;
      const end = pieces[index + 3]!;
      if (value !== '') {
        this.#push(value, start, end, end - start === value.length && this.#source.startsWith(value, start));
      }
    }
  }

  /** Comments and the tags that only style vanish, a line break breaks, any other tag is a placeholder. */
  #readHtml(value: string, start: number, end: number): void {
    if (isComment(value)) return;
    if (/^<br\b/iu.test(value)) this.#push('\n', start, end, false);
    else if (!/^<\/?(?:b|strong|i|em|u|s|span|small|sub|sup|abbr|dfn|mark|a|cite|q|font|wbr)\b/iu.test(value)) {
      this.#push(PLACEHOLDER, start, end, false);
    }
  }

  #readAlt(alt: string, start: number): void {
    // Only alt text that stands in the source character for character has exact places.
    if (alt.trim() === '' || !this.#source.startsWith(alt, start + 2)) return;
    const segment = {
      prose: proseSpan(0, alt.length),
      source: sourceSpan(start + 2, start + 2 + alt.length),
      verbatim: true,
    };
    this.altTexts.push({ text: alt, segments: [segment], strong: [], links: [] });
  }

  #push(value: string, start: number, end: number, verbatim: boolean): void {
    const from = this.text.length;
    this.text += value;
    const last = this.segments[this.segments.length - 1];
    if (verbatim && last?.verbatim === true && last.source.end === start) {
      this.segments[this.segments.length - 1] = {
        prose: proseSpan(last.prose.start, this.text.length),
        source: sourceSpan(last.source.start, end),
        verbatim,
      };
      return;
    }
    this.segments.push({ prose: proseSpan(from, this.text.length), source: sourceSpan(start, end), verbatim });
  }
}

function isComment(source: string): boolean {
  return source.startsWith('<!--') || /^\{\s*\/\*/u.test(source);
}
