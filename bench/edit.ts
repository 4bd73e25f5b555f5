// Measures what a writer waits for: from a keystroke, sent as didChange, to the report of diagnostics that knows it. The
// built server runs over stdio, all rules are on, nothing is debounced; the text is polished, with about one finding in
// 1,000 words.
//
//   npm run bench:edit
//
// Absolute figures depend on the machine: compare what one run prints. The budget is that of a quiet machine.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../scripts/project-root.js';
import { makeText } from './corpus.js';
import { EditorSession, type Place } from './editor-session.js';

interface Size {
  readonly name: string;
  readonly bytes: number;
  /** p95 in milliseconds. */
  readonly budget: number;
}

const SIZES: readonly Size[] = [
  { name: '6 KB', bytes: 6_000, budget: 8 },
  { name: '100 KB', bytes: 100_000, budget: 12 },
  { name: '1 MB', bytes: 1_000_000, budget: 25 },
];
/** Typed into each of some paragraphs, letter by letter; one word of it is misspelled. */
const SENTENCE = ' Some people take Colchine when the lumps are sore.';
/** Where in the text, as a share of its length. */
const PLACES = [0.02, 0.5, 0.97];
/** A size that takes longer than this has told enough. */
const LONGEST_MS = 30_000;
/** The first keystrokes find code that has not run yet. */
const WARM_UP = 12;

const server = path.join(projectRoot, 'dist/server.cjs');
if (existsSync(server)) for (const size of SIZES) await measure(size);
else {
  console.error('dist/ is missing: run npm run build first');
  process.exitCode = 2;
}

async function measure({ name, bytes, budget }: Size): Promise<void> {
  // Definitions with abbreviations, torn from their page, would each be a finding.
  const text = makeText(bytes, 3, (definition) => !/\p{Lu}{2}/u.test(definition));
  const words = text.split(/\s+/u).length;
  const session = await EditorSession.start(server);
  try {
    await session.open(text);
    const perThousand = ((session.findings / words) * 1000).toFixed(1);
    const times: number[] = [];
    const end = performance.now() + LONGEST_MS;
    for (const share of PLACES) {
      const { line, character } = paragraphEnd(text, share);
      for (const [index, letter] of Array.from(SENTENCE).entries()) {
        if (performance.now() > end && times.length > 2 * WARM_UP) break;
        times.push(await session.type(letter, { line, character: character + index }));
      }
    }
    const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
    const p95 = at(sorted, 0.95);
    console.log(
      `${name}, ${words} words, ${perThousand} findings in 1,000: p50 ${at(sorted, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${at(sorted, 1).toFixed(1)} ms of ${sorted.length} keystrokes; budget ${budget} ms, ${(p95 / budget).toFixed(1)} × that`,
    );
  } finally {
    await session.stop();
  }
}

/** The end of a paragraph of running text, about so far into the text. */
function paragraphEnd(text: string, share: number): Place {
  const lines = text.split('\n');
  const start = Math.floor(lines.length * share);
  const offset = lines.slice(start).findIndex((line) => /^\p{Lu}.*\.$/u.test(line));
  const line = offset < 0 ? lines.findLastIndex((candidate) => candidate.endsWith('.')) : start + offset;
  return { line, character: lines[line]!.length };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
