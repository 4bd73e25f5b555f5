import ignore from 'ignore';
import type { PathPatterns } from './path-patterns.js';

/** Names files that are not linted, as .gitignore does; it holds for its folder and below. */
export const IGNORE_FILE = '.kossaignore';

/** The patterns of a `.kossaignore`. Never throws: a line that is no pattern names nothing. */
export function readIgnoreFile(text: string): PathPatterns {
  const rules = ignore().add(text.replace(/^\uFEFF/u, ''));
  return (path, before) => {
    const verdict = rules.test(path);
    return verdict.ignored || (before && !verdict.unignored);
  };
}
