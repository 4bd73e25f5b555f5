import picomatch from 'picomatch/posix.js';

/**
 * Whether the patterns name a path, or, where none of them speaks of it, what held before.
 * @param path relative, with forward slashes
 */
export type PathPatterns = (path: string, before: boolean) => boolean;

/**
 * Glob patterns as .gitignore reads them: one without a slash holds at any depth, a folder stands for all that is in
 * it, a leading slash binds to the folder of the file, `!` takes back, the last one that speaks wins.
 */
export function pathPatterns(patterns: readonly string[]): PathPatterns {
  const matchers = patterns.map((pattern) => {
    const takesBack = pattern.startsWith('!');
    return { takesBack, isMatch: matcherOf(takesBack ? pattern.slice(1) : pattern) };
  });
  return (path, before) => {
    let matched = before;
    for (const { takesBack, isMatch } of matchers) if (isMatch(path)) matched = !takesBack;
    return matched;
  };
}

function matcherOf(pattern: string): (path: string) => boolean {
  // Round brackets are part of names: "leaflet (2).md".
  const trimmed = pattern
    .replace(/^\.\//u, '')
    .replace(/\/+$/u, '')
    .replace(/(?<!\\)[()]/gu, '\\$&');
  const bound = trimmed.includes('/');
  const glob = bound ? trimmed.replace(/^\/+/u, '') : `**/${trimmed}`;
  if (glob === '') return () => false;
  // No extended globs: they can be written so that matching takes forever.
  return picomatch([glob, `${glob}/**`], { dot: true, noextglob: true, nonegate: true });
}
