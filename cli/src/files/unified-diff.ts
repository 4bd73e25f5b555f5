/**
 * A unified diff of two texts, as `git apply` and `patch` take it; empty where they are the same.
 * @param name path with forward slashes, without a folder above it
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const old = linesOf(before);
  const hunks = hunksOf(changesBetween(old, linesOf(after)));
  const parts = hunks.map((hunk) => hunkText(hunk));
  return `--- ${quoted(`a/${name}`)}\n+++ ${quoted(`b/${name}`)}\n${parts.join('')}`;
}

/** With their line ends: a carriage return is part of its line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** Index of the line, or of the next one, in the old and in the new text. */
  readonly old: number;
  readonly new: number;
}

/** All lines of both texts, the removed ones before the added ones. */
function changesBetween(old: readonly string[], now: readonly string[]): Line[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const kept = commonLines(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const pairs = [
    ...old.slice(0, start).map((_line, index) => [index, index] as const),
    ...kept.map(([a, b]) => [a + start, b + start] as const),
    ...old.slice(old.length - end).map((_line, index) => [old.length - end + index, now.length - end + index] as const),
  ];
  const lines: Line[] = [];
  let a = 0;
  let b = 0;
  for (const [nextA, nextB] of [...pairs, [old.length, now.length] as const]) {
    for (; a < nextA; a++) lines.push({ sign: '-', text: old[a]!, old: a, new: b });
    for (; b < nextB; b++) lines.push({ sign: '+', text: now[b]!, old: a, new: b });
    if (nextA === old.length) break;
    lines.push({ sign: ' ', text: old[a]!, old: a, new: b });
    a++;
    b++;
  }
  return lines;
}

/**
 * A longest common subsequence as pairs of indexes. Where the changed part is so large that it would take long, it
 * counts as changed throughout, which is a right diff, only not a short one.
 */
function commonLines(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  if (old.length * now.length > MOST_CELLS) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = now.length - 1; b >= 0; b--) {
      const here = a * width + b;
      lengths[here] =
        old[a] === now[b] ? lengths[here + width + 1]! + 1 : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < old.length && b < now.length;) {
    if (old[a] === now[b]) pairs.push([a++, b++]);
    else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a++;
    else b++;
  }
  return pairs;
}

const MOST_CELLS = 4_000_000;

/** Lines of context around a change. */
const CONTEXT = 3;

function hunksOf(lines: readonly Line[]): Line[][] {
  const hunks: Line[][] = [];
  let last = -Infinity;
  for (const [index, line] of lines.entries()) {
    if (line.sign === ' ') continue;
    const from = Math.max(index - CONTEXT, 0);
    const joins = from <= last + CONTEXT + 1;
    if (joins) hunks.at(-1)!.push(...lines.slice(last + 1, index + 1));
    else {
      closeHunk(hunks, lines, last);
      hunks.push(lines.slice(from, index + 1));
    }
    last = index;
  }
  closeHunk(hunks, lines, last);
  return hunks;
}

function closeHunk(hunks: Line[][], lines: readonly Line[], last: number): void {
  hunks.at(-1)?.push(...lines.slice(last + 1, last + 1 + CONTEXT));
}

function hunkText(hunk: readonly Line[]): string {
  const removed = hunk.filter(({ sign }) => sign !== '+').length;
  const added = hunk.filter(({ sign }) => sign !== '-').length;
  const first = hunk[0]!;
  const head = `@@ -${range(first.old, removed)} +${range(first.new, added)} @@\n`;
  const lines = hunk.map(({ sign, text }) =>
    text.endsWith('\n') ? `${sign}${text}` : `${sign}${text}\n\\ No newline at end of file\n`,
  );
  return head + lines.join('');
}

/** A range of no lines names the line before it. */
function range(index: number, count: number): string {
  return `${count === 0 ? index : index + 1}${count === 1 ? '' : `,${count}`}`;
}

/** As git writes names: with a tab behind a name with spaces, in quotes where it has quotes or control characters. */
function quoted(name: string): string {
  if (!/["\\\u0000-\u001f\u007f]/u.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const escaped = name
    .replace(/["\\]/gu, '\\$&')
    .replace(/[\u0000-\u001f\u007f]/gu, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"${escaped}"`;
}
