/** Deeper than any writer goes, and as deep as the cost of reading it is still in proportion. */
export const DEEPEST_NESTING = 150;

/**
 * Whether lists and quotations lie in each other deeper than that. The parser pays for every level at every line, and at
 * some thousands it runs out of stack; so this is asked before it.
 */
export function isNestedTooDeeply(text: string): boolean {
  for (const { 0: prefix, index } of text.matchAll(LONG_PREFIX)) {
    const isWholeLine = /^[\r\n]?$/u.test(text.charAt(index + prefix.length));
    if (isWholeLine && THEMATIC_BREAK.test(prefix)) continue;
    if (levelsOf(prefix) > DEEPEST_NESTING) return true;
  }
  return false;
}

/** A line that begins with many characters of the kind that nesting is written with. */
const LONG_PREFIX = /^[ \t>*+\-\d.)]{151,}/gmu;
const THEMATIC_BREAK = /^ {0,3}([-*])(?:[ \t]*\1)+[ \t]*$/u;
const MARKERS = />|(?:[-*+]|\d{1,9}[.)])(?=[ \t])/gu;

/** Markers on the line itself, and the levels that its indentation may stand for. */
function levelsOf(prefix: string): number {
  const markers = prefix.match(MARKERS)?.length ?? 0;
  const indentation = /^[ \t]*/u.exec(prefix)![0].replaceAll('\t', '    ').length;
  return markers === 0 ? 0 : markers + Math.floor(indentation / 2);
}
