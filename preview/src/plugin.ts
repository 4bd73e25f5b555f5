import type { MarkdownIt, Token } from './markdown-it.js';

/** What the plugin needs of its host. */
export interface PreviewHost {
  /** Whether definitions are wanted in what is rendered; `env` is what the host of markdown-it renders with. */
  isOn(env: unknown): boolean;
  /** The rest of this room, with its data: loaded at the first preview that wants it, and kept by the host. */
  load(): { withDefinitions(tokens: Token[]): Token[] };
  /** Told of a failure; the page is then rendered as it is. */
  failed(error: unknown): void;
}

/**
 * A markdown-it plugin that gives the terms of a page their definitions. It acts where a page is rendered and not where
 * it is parsed, since the editor parses every open article, for its outline and its links, and keeps the tokens.
 */
export function definitionsPlugin<Markdown extends MarkdownIt>(md: Markdown, host: PreviewHost): Markdown {
  const { renderer } = md;
  const plain = renderer.render;
  renderer.render = (tokens, options, env) => plain.call(renderer, explained(tokens, env, host), options, env);
  return md;
}

function explained(tokens: Token[], env: unknown, host: PreviewHost): Token[] {
  try {
    return host.isOn(env) ? host.load().withDefinitions(tokens) : tokens;
  } catch (error) {
    host.failed(error);
    return tokens;
  }
}
