import type { Nodes, RootContent } from 'mdast';
import type { ParsedMarkdown } from './pieces.js';
import { sourceSpan, type SourceSpan } from '../text/span.js';

/** A comment of the source: `<!-- … -->`, or an expression that is a comment in MDX. */
export interface Comment {
  readonly span: SourceSpan;
  /** Between the marks, untrimmed. */
  readonly text: string;
  /** False for `<!--` that nothing closes. */
  readonly closed: boolean;
}

/** The comments of a piece of the text in reading order, counted from its beginning. Code holds none. */
export function commentsIn(nodes: readonly RootContent[], source: string): Comment[] {
  const comments: Comment[] = [];
  if (source.includes('<!--') || source.includes('/*')) for (const node of nodes) visit(node, source, comments);
  return comments;
}

/** All comments of a text in reading order. */
export function commentsOf({ pieces, starts }: Pick<ParsedMarkdown, 'pieces' | 'starts'>): Comment[] {
  const all: Comment[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const start = starts[index]!;
    for (const comment of pieces[index]!.comments) {
      all.push({ ...comment, span: sourceSpan(comment.span.start + start, comment.span.end + start) });
    }
  }
  return all;
}

function visit(node: Nodes, source: string, comments: Comment[]): void {
  const type: string = node.type;
  if (type === 'html' || type === 'mdxFlowExpression' || type === 'mdxTextExpression') {
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    if (type === 'html') htmlComments(source, start, end, comments);
    else expressionComment(source, start, end, comments);
    return;
  }
  if ('children' in node) for (const child of node.children) visit(child, source, comments);
}

function htmlComments(source: string, start: number, end: number, comments: Comment[]): void {
  let at = source.indexOf('<!--', start);
  while (at >= 0 && at < end) {
    const close = source.indexOf('-->', at + 4);
    const closed = close >= 0 && close < end;
    comments.push({
      span: sourceSpan(at, closed ? close + 3 : end),
      text: source.slice(at + 4, closed ? close : end),
      closed,
    });
    if (!closed) return;
    at = source.indexOf('<!--', close + 3);
  }
}

function expressionComment(source: string, start: number, end: number, comments: Comment[]): void {
  const match = /^\{\s*\/\*([\s\S]*?)\*\/\s*\}$/u.exec(source.slice(start, end));
  if (match) comments.push({ span: sourceSpan(start, end), text: match[1]!, closed: true });
}
