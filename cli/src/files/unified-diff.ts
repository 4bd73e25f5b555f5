import type { StructuredPatch, StructuredPatchHunk } from 'diff';

/** More changed lines than this are looked at as one change: a right diff, only not a short one. */
const MOST_CHANGES = 3_000;

/**
 * A unified diff of two texts, as `git apply` and `patch` take it; empty where they are the same.
 * @param name path with forward slashes, without a folder above it
 */
export async function unifiedDiff(name: string, before: string, after: string): Promise<string> {
  if (before === after) return '';
  // Few runs print a diff, so the others do not load what makes one.
  const { structuredPatch, formatPatch, FILE_HEADERS_ONLY } = await import('diff');
  const names = [`a/${name}`, `b/${name}`] as const;
  const options = { context: 3, maxEditLength: MOST_CHANGES };
  const patch: StructuredPatch = structuredPatch(...names, before, after, undefined, undefined, options) ?? {
    oldFileName: names[0],
    newFileName: names[1],
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [wholeHunk(before, after)],
  };
  return withTabs(formatPatch(patch, FILE_HEADERS_ONLY));
}

function wholeHunk(before: string, after: string): StructuredPatchHunk {
  const [old, now] = [linesOf(before), linesOf(after)];
  return {
    oldStart: 1,
    oldLines: old.length,
    newStart: 1,
    newLines: now.length,
    lines: [...signed('-', old), ...signed('+', now)],
  };
}

/** With their line ends: a carriage return is part of its line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function signed(sign: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [`${sign}${line.slice(0, -1)}`] : [`${sign}${line}`, '\\ No newline at end of file'],
  );
}

/** git ends a name with spaces with a tab, so that nothing after it is read as a date. */
function withTabs(patch: string): string {
  const [first, second, ...rest] = patch.split('\n');
  return [first!, second!]
    .map((line) => (/^... [^"]* /u.test(line) ? `${line}\t` : line))
    .concat(rest)
    .join('\n');
}
