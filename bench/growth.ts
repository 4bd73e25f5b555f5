import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnalysisCache, createEngine, type CompiledTerminology, type Engine } from '../engine/src/index.js';
import { projectRoot } from '../scripts/project-root.js';
import { makeText } from './corpus.js';
import { plot, type Point } from './plot.js';
import { writeRepository } from './seeded-faults.js';

/** How cost grows with the work: seconds of processor time, which others on the machine change least. */
export interface Growth {
  /** Cold, by bytes of one document. */
  readonly documents: readonly Point[];
  /** One letter more in the middle of a document, by its bytes. */
  readonly edits: readonly Point[];
  /** Cold, on one thread, by bytes of all articles. */
  readonly repositories: readonly (Point & { readonly megabytes: number })[];
}

const command = path.join(projectRoot, 'dist/cli.mjs');
const usageHook = pathToFileURL(path.join(projectRoot, 'bench/report-usage.mjs')).href;

const DOCUMENTS = [1e3, 1e4, 1e5, 1e6, 5e6];
/** Articles of about 6.2 KB. */
const REPOSITORIES = [160, 640, 2_560, 10_240];
/** Articles in one megabyte. */
const PER_MEGABYTE = 160;
const EDITS = 40;
/** The first edits find code that has not run yet, and a version that was read as a whole. */
const WARM_UP = 10;

/**
 * Measures the built command on growing documents and repositories, and edits with the engine.
 * @param folder for the corpora
 * @param most megabytes of the largest repository
 */
export function measureGrowth(folder: string, most: number): Growth {
  const engine = createEngine({
    terminology: JSON.parse(
      readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8'),
    ) as CompiledTerminology,
    words: new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin'))),
    assertions: new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/assertions.bin'))),
  });
  const documents: Point[] = [];
  const edits: Point[] = [];
  for (const bytes of DOCUMENTS) {
    const text = makeText(bytes, 4);
    const file = path.join(folder, 'article.md');
    writeFileSync(file, text);
    documents.push({ size: text.length, cost: lint(file).seconds });
    edits.push({ size: text.length, cost: costOfEdit(engine, text) });
    console.log(`document of ${text.length} bytes: ${told(documents)}, an edit ${told(edits)}`);
  }
  const repositories: Growth['repositories'][number][] = [];
  for (const articles of REPOSITORIES.filter((count) => count <= most * PER_MEGABYTE)) {
    const place = path.join(folder, 'repository');
    const { bytes } = writeRepository(place, articles);
    const { seconds, megabytes } = lint(place);
    repositories.push({ size: bytes, cost: seconds, megabytes });
    console.log(`${articles} articles, ${bytes} bytes: ${told(repositories)}, ${megabytes.toFixed(0)} MB`);
    rmSync(place, { recursive: true });
  }
  return { documents, edits, repositories };
}

/** A table and a picture. */
export function growthPage({ documents, edits, repositories }: Growth): {
  readonly markdown: string;
  readonly svg: string;
} {
  const document = documents.map(
    ({ size, cost }, index) =>
      `| document of ${bytesIn(size)} | ${cost.toFixed(2)} s | ${milliseconds(edits[index]!.cost)} | |`,
  );
  const repository = repositories.map(
    ({ size, cost, megabytes }) =>
      `| repository of ${bytesIn(size)} | ${cost.toFixed(1)} s | | ${megabytes.toFixed(0)} MB |`,
  );
  const markdown = [
    '| what | processor time, cold | an edit | peak memory |',
    '| --- | --- | --- | --- |',
    ...document,
    ...repository,
    '',
    `From 100 KB on a document costs its size to the power of ${power(documents.slice(2))}, an edit to the power of ${power(edits.slice(2))}; a repository to the power of ${power(repositories)}.`,
  ].join('\n');
  const svg = plot([
    {
      title: 'Processor time of one document',
      lines: [
        { name: 'cold', points: documents },
        { name: 'an edit', points: edits },
      ],
    },
    { title: 'Of a repository, on one thread', lines: [{ name: 'cold', points: repositories }] },
  ]);
  return { markdown, svg };
}

function lint(place: string): { readonly seconds: number; readonly megabytes: number } {
  const usage = path.join(os.tmpdir(), `kossa-growth-${process.pid}.json`);
  const flags = ['lint', '--format', 'json', '--no-gitignore', '--jobs', '1', '--no-config-lookup'];
  mkdirSync(path.dirname(usage), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, ['--import', usageHook, command, ...flags, place], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, KOSSA_BENCH_USAGE: usage },
  });
  if (!existsSync(usage)) throw new Error(`kossa ended with ${status}: ${stderr}`);
  const used = JSON.parse(readFileSync(usage, 'utf8')) as { megabytes: number; cpuSeconds: number };
  rmSync(usage);
  return { seconds: used.cpuSeconds, megabytes: used.megabytes };
}

/** Seconds of processor time, the median of some. */
function costOfEdit(engine: Engine, text: string): number {
  const cache = new AnalysisCache();
  const options = { configuration: {}, configured: true, language: 'markdown', today: '2026-01-15' } as const;
  const at = text.indexOf(' ', text.length / 2);
  engine.lint(text, options, cache);
  const costs = Array.from({ length: WARM_UP + EDITS }, (_, letters) => {
    const edited = `${text.slice(0, at)}${'x'.repeat(letters + 1)}${text.slice(at)}`;
    const before = process.cpuUsage();
    engine.lint(edited, options, cache);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return costs.slice(WARM_UP).sort((a, b) => a - b)[EDITS / 2]!;
}

/** The slope of a line through the points, both axes in powers of ten: 1 where cost grows as the work does. */
function power(points: readonly Point[]): string {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  return slope.toFixed(2);
}

function told(points: readonly Point[]): string {
  return `${points.at(-1)!.cost.toFixed(3)} s`;
}

function bytesIn(size: number): string {
  return size < 999_500 ? `${Math.round(size / 1e3)} KB` : `${Math.round(size / 1e6)} MB`;
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`;
}
