import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeText } from './corpus.js';

/** A fault that was put into an article. */
export interface SeededFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly ruleId: string;
  /** The words at fault. */
  readonly words: string;
}

/** Faults of several kinds, each in a sentence of its own. */
const FAULTS: readonly { readonly ruleId: string; readonly sentence: string; readonly words: string }[] = [
  { ruleId: 'misspelled-term', sentence: 'Some take diltilazem for it.', words: 'diltilazem' },
  { ruleId: 'misspelled-term', sentence: 'A rash may point to dermatomyosits.', words: 'dermatomyosits' },
  { ruleId: 'eponym-form', sentence: 'It is not Pagets disease.', words: 'Pagets' },
  { ruleId: 'avoided-term', sentence: 'A calcium blocker is often tried.', words: 'calcium blocker' },
];

/** Every this many articles one has a fault. */
const EVERY = 3;

export interface Repository {
  readonly folder: string;
  readonly bytes: number;
  readonly faults: readonly SeededFault[];
}

/** Articles of about 6 KB in folders of a hundred, every third with one fault; the same every time. */
export function writeRepository(folder: string, articles: number): Repository {
  const faults: SeededFault[] = [];
  let bytes = 0;
  for (let index = 0; index < articles; index++) {
    const file = `${String(Math.floor(index / 100)).padStart(3, '0')}/article-${String(index).padStart(5, '0')}.md`;
    const lines = makeText(6_000, 50_000 + index).split('\n');
    if (index % EVERY === 0) {
      const fault = FAULTS[(index / EVERY) % FAULTS.length]!;
      const line = seedLine(lines, index);
      lines[line - 1] += ` ${fault.sentence}`;
      faults.push({ file, line, ruleId: fault.ruleId, words: fault.words });
    }
    const text = lines.join('\n');
    bytes += Buffer.byteLength(text);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return { folder, bytes, faults };
}

/** A line of prose, another one in every article. */
function seedLine(lines: readonly string[], index: number): number {
  const prose = lines.flatMap((line, at) => (line.endsWith('.') && !/^[#-]/u.test(line) ? [at + 1] : []));
  return prose[index % prose.length]!;
}

/** Those that a JSON report of Kossa has where they were put. */
export function foundFaults(faults: readonly SeededFault[], report: string, folder: string): readonly SeededFault[] {
  const articles = JSON.parse(report) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string; readonly line: number; readonly message: string }[];
  }[];
  const byFile = new Map(articles.map(({ filePath, messages }) => [path.relative(folder, filePath), messages]));
  return faults.filter((fault) =>
    byFile
      .get(path.normalize(fault.file))
      ?.some(
        ({ ruleId, line, message }) => ruleId === fault.ruleId && line === fault.line && message.includes(fault.words),
      ),
  );
}
