import type { DocumentLanguage } from './pieces.js';

/** How a file is read, by its name: what is neither MDX nor plain text is Markdown. */
export function languageOf(name: string): DocumentLanguage {
  if (/\.mdx$/iu.test(name)) return 'mdx';
  return isPlainTextName(name) ? 'plaintext' : 'markdown';
}

/** A file that is read only where somebody asks for it: most of them are no articles. */
export function isPlainTextName(name: string): boolean {
  return /\.(?:txt|text)$/iu.test(name);
}
