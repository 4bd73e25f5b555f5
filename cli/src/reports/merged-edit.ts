import type { TextEdit } from '../../../engine/src/index.js';

/** A fix of several edits as one edit over all that lies between them, for formats that know one only. */
export function mergedEdit(edits: readonly TextEdit[], text: string): TextEdit {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const start = sorted[0]!.span.start;
  let at = start;
  let written = '';
  for (const edit of sorted) {
    written += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return { span: { start, end: at }, text: written };
}
