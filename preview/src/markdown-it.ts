/** The part of markdown-it that is used here. The editor brings the library itself; none is bundled. */

export interface Token {
  readonly type: string;
  readonly tag: string;
  readonly attrs: [name: string, value: string][] | null;
  readonly nesting: -1 | 0 | 1;
  readonly level: number;
  readonly content: string;
  readonly children: Token[] | null;
}

export interface Renderer {
  render(tokens: Token[], options: unknown, env: unknown): string;
}

export interface MarkdownIt {
  readonly renderer: Renderer;
}
