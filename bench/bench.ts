// Measures the built command and the built server on corpora that it makes, beside an empty Node and remark-parse.
//
//   npm run bench                 prints the figures
//   npm run bench -- --write      puts them into docs/performance.md as well
//   npm run bench -- --growth     how cost grows from 1 KB to 5 MB and to 64 MB of articles, with a picture in docs/;
//                                 --growth=16 ends at 16 MB
//   npm run bench:edit             keystroke to findings with percentiles, through the protocol
//
// Absolute figures depend on the machine: compare what one run prints, and quote ratios.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { format, resolveConfig } from 'prettier';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { AnalysisCache, createEngine, type CompiledTerminology } from '../engine/src/index.js';
import { projectRoot } from '../scripts/project-root.js';
import { makeText, writeArticles } from './corpus.js';
import { EditorSession } from './editor-session.js';
import { growthPage, measureGrowth } from './growth.js';

const command = path.join(projectRoot, 'dist/cli.mjs');

const rows: (readonly [what: string, figure: string])[] = [];

async function main(): Promise<void> {
  console.log(machine());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-bench-'));
  try {
    const growth = process.argv.find((word) => /^--growth(?:=\d+)?$/u.test(word));
    if (growth !== undefined) {
      await grow(folder, Number(growth.split('=')[1] ?? 64));
      return;
    }
    data();
    coldStart(folder);
    throughput(folder);
    phases();
    for (const [name, bytes] of SIZES) await editor(name, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (process.argv.includes('--write')) {
    const table = ['| what | figure |', '| --- | --- |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)];
    await writePage('figures', table.join('\n'));
  }
}

async function grow(folder: string, most: number): Promise<void> {
  const { markdown, svg } = growthPage(measureGrowth(folder, most));
  writeFileSync(path.join(projectRoot, 'docs/growth.svg'), svg);
  await writePage('growth', markdown);
  console.log(markdown);
}

function machine(): string {
  return `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, ${os.platform()}`;
}

function tell(what: string, figure: string): void {
  rows.push([what, figure]);
  console.log(`${what}: ${figure}`);
}

/** Puts what was measured between two marks of the page. */
async function writePage(mark: string, measured: string): Promise<void> {
  const file = path.join(projectRoot, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
  const load = os.loadavg()[0]!.toFixed(1);
  const made = `${start}\n\n${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${load}:\n\n${measured}\n\n${end}`;
  const whole = page.slice(0, page.indexOf(start)) + made + page.slice(page.indexOf(end) + end.length);
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' }));
}

const SIZES: readonly (readonly [string, number])[] = [
  ['6 KB', 6_000],
  ['100 KB', 100_000],
  ['1 MB', 1_000_000],
];

function data(): void {
  const terminology = readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8');
  const words = new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin')));
  const assertions = new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/assertions.bin')));
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const engine = createEngine({ terminology: JSON.parse(terminology) as CompiledTerminology, words, assertions });
  const loaded = performance.now() - start;
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  const looked = performance.now();
  for (let index = 0; index < 1_000_000; index++) engine.words!.accepts(WORDS[index % WORDS.length]!);
  const each = ((performance.now() - looked) / 1_000_000) * 1000;
  tell(
    'terminology and words',
    `load in ${loaded.toFixed(0)} ms, ${memory.toFixed(0)} MB; a look-up ${each.toFixed(2)} µs`,
  );
}

const WORDS = 'calcinosis warfarin the hyperphosphataemic unknowable subcutaneously fingers dermatomyositis'.split(' ');

function coldStart(folder: string): void {
  const article = path.join(folder, 'one.md');
  writeFileSync(article, makeText(6_000, 1));
  const empty = spread(() => timed([]));
  const kossa = spread(() => timed([command, 'lint', '--format', 'json', article]));
  const version = spread(() => timed([command, '--version']));
  tell('an empty Node', `${empty.median.toFixed(0)} ms (${range(empty)})`);
  tell('one article, cold', `${(kossa.median / empty.median).toFixed(1)} × an empty Node (${range(kossa)} ms)`);
  tell('`--version`', `${(version.median / empty.median).toFixed(1)} × an empty Node (${range(version)} ms)`);
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
  tell('200 articles of 6 KB, one process', `${(bytes / 1e6 / seconds).toFixed(2)} MB/s, ${findings} findings`);
}

/** The engine alone, warm, beside remark-parse with GFM and front matter alone. */
function phases(): void {
  const engine = createEngine({
    terminology: JSON.parse(
      readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8'),
    ) as CompiledTerminology,
    words: new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin'))),
    assertions: new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/assertions.bin'))),
  });
  const options = { configuration: {}, configured: true, language: 'markdown', today: '2026-01-15' } as const;
  for (const [name, bytes] of SIZES) {
    const text = makeText(bytes, 2);
    engine.lint(text, options);
    remark.parse(text);
    const alone = spread(() => duration(() => remark.parse(text)));
    const whole = spread(() => duration(() => engine.lint(text, options)));
    const cache = new AnalysisCache();
    engine.lint(text, options, cache);
    let edited = text;
    const edit = spread(() => {
      const at = edited.indexOf(' ', edited.length / 2);
      edited = `${edited.slice(0, at)}x${edited.slice(at)}`;
      return duration(() => engine.lint(edited, options, cache));
    });
    tell(
      `engine, ${name}`,
      `all of it ${(whole.median / alone.median).toFixed(1)} × remark-parse alone (${range(whole)} against ${range(alone)} ms); an edit ${(edit.median / alone.median).toFixed(2)} × (${range(edit)} ms)`,
    );
  }
}

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(withGfm).freeze();

function withGfm(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem());
  (data.fromMarkdownExtensions ??= []).push([
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ]);
}

async function editor(name: string, bytes: number): Promise<void> {
  const session = await EditorSession.start(path.join(projectRoot, 'dist/server.cjs'));
  try {
    const first = await session.open(makeText(bytes, 3));
    tell(`editor, ${name}`, `first findings ${first.toFixed(0)} ms after the start of the server`);
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

interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

function spread(measure: () => number): Spread {
  const times = Array.from({ length: 7 }, measure).sort((a, b) => a - b);
  return { least: times[0]!, median: times[3]!, most: times[6]! };
}

function range({ least, most }: Spread): string {
  return `${least.toFixed(0)}–${most.toFixed(0)}`;
}

function duration(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// Last, when everything above is defined.
if (!existsSync(command)) {
  console.error('dist/ is missing: run npm run build first');
  process.exitCode = 2;
} else await main();
