// Measures the built command and the built server on corpora that it makes.
//
//   npm run bench
//   npm run bench:edit      keystroke to findings, through the protocol
//
// Absolute figures depend on the machine: compare what one run prints, and quote ratios.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AnalysisCache, createEngine, type CompiledTerminology } from '../engine/src/index.js';
import { projectRoot } from '../scripts/project-root.js';
import { makeText, writeArticles } from './corpus.js';
import { EditorSession } from './editor-session.js';

const command = path.join(projectRoot, 'dist/cli.mjs');

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, ${os.platform()}`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-bench-'));
  try {
    data();
    coldStart(folder);
    throughput(folder);
    phases();
    for (const [name, bytes] of SIZES) await editor(name, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SIZES: readonly (readonly [string, number])[] = [
  ['6 KB', 6_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
];

function data(): void {
  const terminology = readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8');
  const words = new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin')));
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const engine = createEngine({ terminology: JSON.parse(terminology) as CompiledTerminology, words });
  const loaded = performance.now() - start;
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  const looked = performance.now();
  for (let index = 0; index < 1_000_000; index++) engine.words!.accepts(WORDS[index % WORDS.length]!);
  const each = ((performance.now() - looked) / 1_000_000) * 1000;
  console.log(
    `data: terminology and words load in ${loaded.toFixed(0)} ms, ${memory.toFixed(0)} MB; a look-up takes ${each.toFixed(2)} µs`,
  );
}

const WORDS = 'calcinosis warfarin the hyperphosphataemic unknowable subcutaneously fingers dermatomyositis'.split(' ');

function coldStart(folder: string): void {
  const article = path.join(folder, 'one.md');
  writeFileSync(article, makeText(6_000, 1));
  const empty = median(() => timed([]));
  const kossa = median(() => timed([command, 'lint', '--format', 'json', article]));
  const version = median(() => timed([command, '--version']));
  console.log(
    `one article, cold: ${kossa.toFixed(0)} ms = ${(kossa / empty).toFixed(1)} × an empty Node (${empty.toFixed(0)} ms); --version ${(version / empty).toFixed(1)} ×`,
  );
}

function throughput(folder: string): void {
  const articles = path.join(folder, 'articles');
  const bytes = writeArticles(articles, 200);
  const start = performance.now();
  const run = spawnSync('/usr/bin/env', ['node', command, 'lint', '--format', 'json', '--no-gitignore', articles], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  const findings = (JSON.parse(run.stdout) as { messages: unknown[] }[]).reduce(
    (sum, file) => sum + file.messages.length,
    0,
  );
  console.log(
    `200 articles, ${(bytes / 1e6).toFixed(1)} MB: ${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s, ${findings} findings`,
  );
}

/** The engine alone, warm, by what it does. */
function phases(): void {
  const engine = createEngine({
    terminology: JSON.parse(
      readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8'),
    ) as CompiledTerminology,
    words: new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin'))),
  });
  const options = { configuration: {}, configured: true, language: 'markdown', today: '2026-01-15' } as const;
  for (const [name, bytes] of SIZES) {
    const text = makeText(bytes, 2);
    engine.lint(text, options);
    const steps = engine.lintSteps(text, options);
    const start = performance.now();
    steps.next();
    const parsed = performance.now();
    while (!steps.next().done);
    const done = performance.now();
    const cache = new AnalysisCache();
    engine.lint(text, options, cache);
    const again = performance.now();
    engine.lint(text.replace('calcium', 'phosphate'), options, cache);
    const edited = performance.now() - again;
    console.log(
      `engine, ${name}: parse ${(parsed - start).toFixed(0)} ms, the rest ${(done - parsed).toFixed(0)} ms; after an edit ${edited.toFixed(0)} ms in all`,
    );
  }
}

async function editor(name: string, bytes: number): Promise<void> {
  const session = await EditorSession.start(path.join(projectRoot, 'dist/server.cjs'));
  try {
    const first = await session.open(makeText(bytes, 3));
    console.log(`editor, ${name}: first findings ${first.toFixed(0)} ms after the start of the server`);
  } finally {
    await session.stop();
  }
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  if (args.length === 0) spawnSync(process.execPath, ['-e', '0']);
  else spawnSync(process.execPath, [...args]);
  return performance.now() - start;
}

function median(measure: () => number): number {
  const times = Array.from({ length: 7 }, measure).sort((a, b) => a - b);
  return times[3]!;
}

// Last, when everything above is defined.
if (!existsSync(command)) {
  console.error('dist/ is missing: run npm run build first');
  process.exitCode = 2;
} else await main();
