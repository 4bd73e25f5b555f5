import type { Finding, TextEdit } from '../../engine/src/index.js';

/** The safe fixes of findings. */
export function safeFixesOf(findings: readonly Finding[]): (readonly TextEdit[])[] {
  return findings.flatMap((finding) => finding.fixes.filter((fix) => fix.grade === 'safe').map((fix) => fix.edits));
}

/** Applies fixes whole, the first of two that touch the same words. */
export function applyFixes(text: string, fixes: readonly (readonly TextEdit[])[]): string {
  const taken: TextEdit[] = [];
  for (const edits of fixes) {
    if (
      edits.every((edit) =>
        taken.every((other) => edit.span.end < other.span.start || other.span.end < edit.span.start),
      )
    ) {
      taken.push(...edits);
    }
  }
  let fixed = text;
  for (const edit of taken.sort((a, b) => b.span.start - a.span.start)) {
    fixed = fixed.slice(0, edit.span.start) + edit.text + fixed.slice(edit.span.end);
  }
  return fixed;
}
