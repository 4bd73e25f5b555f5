// Measures the built command on whole repositories, beside other checkers on the same files in the same run.
//
//   npm run bench:repository                                   1,000 articles, Kossa alone
//   npm run bench:repository -- --articles 1000 --articles 10000 --peers --harper-articles 20
//
// Faults are seeded at known places: the run tells how many of them were found. Absolute figures depend on the machine:
// compare what one run prints, and quote ratios.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../scripts/project-root.js';
import { foundFaults, writeRepository, type Repository } from './seeded-faults.js';

const command = path.join(projectRoot, 'dist/cli.mjs');
const peers = path.join(projectRoot, 'bench/peers');
const usageHook = pathToFileURL(path.join(projectRoot, 'bench/report-usage.mjs')).href;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', multiple: true, default: ['1000'] },
      peers: { type: 'boolean', default: false },
      'harper-articles': { type: 'string', default: '0' },
    },
  });
  console.log(`Node ${process.version}, ${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown'}`);
  if (values.peers) installPeers();
  for (const count of values.articles.map(Number)) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-repository-'));
    try {
      const repository = writeRepository(path.join(folder, 'articles'), count);
      console.log(
        `\n${count} articles, ${megabytes(repository.bytes)}, ${repository.faults.length} seeded faults\n\n| run | seconds | CPU seconds | MB/s | peak MB |\n| --- | ---: | ---: | ---: | ---: |`,
      );
      const one = kossa(repository);
      if (values.peers) beside(repository, one, Number(values['harper-articles']));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** @returns the cold run on one thread */
function kossa(repository: Repository): Measured {
  const { folder, bytes, faults } = repository;
  const lint = (...flags: string[]): Measured => run([command, 'lint', '--format', 'json', ...flags], folder);
  const empty = run(['-e', '0'], folder);
  const hash = readAndHash(folder);
  const one = tell('Kossa, cold, one thread', lint('--jobs', '1'), bytes);
  const all = tell('Kossa, cold, all threads', lint('--jobs', 'auto'), bytes);
  const cache = ['--cache', '--cache-location', '../cache'];
  const filled = tell('Kossa, cold, filling the cache', lint(...cache), bytes);
  const warm = tell('Kossa, warm', lint(...cache), bytes);
  const found = foundFaults(faults, one.stdout, folder);
  const same = [all, filled, warm].every(({ stdout }) => stdout === one.stdout);
  console.log(
    `\nSeeded faults found: ${found.length} of ${faults.length}. ${same ? 'All runs report the same.' : 'THE RUNS DIFFER.'}\n` +
      `All threads take ${ratio(all, one)} of the time of one. Warm, without the start of Node, takes ${((warm.seconds - empty.seconds) / hash).toFixed(1)} × reading and hashing (${(hash * 1000).toFixed(0)} ms).`,
  );
  return one;
}

function beside(repository: Repository, one: Measured, harperArticles: number): void {
  const { folder, bytes } = repository;
  const bin = (name: string): string => path.join(peers, 'node_modules', name);
  console.log('\n| beside | seconds | CPU seconds | MB/s | peak MB |\n| --- | ---: | ---: | ---: | ---: |');
  const markdownlint = tell(
    'markdownlint-cli2',
    run([bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'], folder),
    bytes,
  );
  const config = path.join(path.dirname(folder), 'cspell.json');
  const medical = bin('@cspell/dict-medicalterms/cspell-ext.json');
  writeFileSync(config, JSON.stringify({ version: '0.2', import: [medical], dictionaries: ['medicalterms'] }));
  const cspellRun = ['--config', config, '--no-progress', '--no-summary', '--quiet', '**/*.md'];
  const cspell = tell('cspell, medical list', run([bin('cspell/bin.mjs'), ...cspellRun], folder), bytes);
  const caching = [bin('cspell/bin.mjs'), ...cspellRun, '--cache', '--cache-location', '../cspellcache'];
  run(caching, folder);
  tell('cspell, warm cache', run(caching, folder), bytes);
  const rules = ['--rule', 'terminology', '--rule', 'write-good'];
  const sample = sampleOf(repository);
  const textlint = tell(
    `textlint, terminology and write-good, ${sample.articles} articles`,
    // It looks for its rules in the folder that it runs in.
    run([bin('textlint/bin/textlint.js'), ...rules, `${sample.folder}/**/*.md`], peers),
    sample.bytes,
  );
  console.log(
    `\nKossa on one thread takes ${ratio(one, markdownlint)} of the time of markdownlint-cli2, ${ratio(one, cspell)} of cspell's; it reads ${(bytes / one.seconds / (sample.bytes / textlint.seconds)).toFixed(2)} × as fast as textlint.`,
  );
  if (harperArticles > 0) harper(folder, one, bytes, harperArticles);
}

/** What takes many times as long gets a part of the articles: those of its first folders. */
function sampleOf({ folder, bytes }: Repository): { folder: string; bytes: number; articles: number } {
  const articles = readdirSync(folder).length * 100;
  if (articles <= MOST_OF_A_SLOW_PEER) return { folder, bytes, articles };
  const sample = path.join(path.dirname(folder), 'sample');
  const written = writeRepository(sample, MOST_OF_A_SLOW_PEER);
  return { folder: sample, bytes: written.bytes, articles: MOST_OF_A_SLOW_PEER };
}

const MOST_OF_A_SLOW_PEER = 1_000;

/** It takes a hundred times as long, so it gets a part of the articles. */
function harper(folder: string, one: Measured, bytes: number, articles: number): void {
  const part = path.join(path.dirname(folder), 'part');
  const { bytes: partBytes } = writeRepository(part, Math.min(articles, 100));
  const measured = run([path.join(peers, 'lint-with-harper.js'), path.join(part, '000')], part);
  console.log(
    `Harper: ${measured.seconds.toFixed(1)} s and ${measured.megabytes.toFixed(0)} MB for ${articles} articles, ${(partBytes / 1e6 / measured.seconds).toFixed(3)} MB/s; Kossa reads ${(bytes / one.seconds / (partBytes / measured.seconds)).toFixed(0)} × as fast.`,
  );
}

function run(argv: readonly string[], cwd: string): Measured {
  const usage = path.join(os.tmpdir(), `kossa-usage-${process.pid}.json`);
  const start = performance.now();
  const { stdout, stderr, status, error } = spawnSync(process.execPath, ['--import', usageHook, ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, KOSSA_BENCH_USAGE: usage, NO_COLOR: '1' },
  });
  const seconds = (performance.now() - start) / 1000;
  if (error !== undefined || status === null || status > 1) {
    console.log(`${path.basename(argv[0]!)} ended with ${status}: ${error?.message ?? stderr.slice(0, 500)}`);
  }
  const used = existsSync(usage)
    ? (JSON.parse(readFileSync(usage, 'utf8')) as { megabytes: number; cpuSeconds: number })
    : { megabytes: NaN, cpuSeconds: NaN };
  rmSync(usage, { force: true });
  return { seconds, ...used, stdout };
}

/** Seconds for what nobody can do without: reading every file and hashing it. */
function readAndHash(folder: string): number {
  const start = performance.now();
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.md')) hash.update(readFileSync(path.join(folder, name)));
  }
  hash.digest();
  return (performance.now() - start) / 1000;
}

function tell(name: string, measured: Measured, bytes: number): Measured {
  const { seconds, cpuSeconds, megabytes: peak } = measured;
  console.log(
    `| ${name} | ${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${(bytes / 1e6 / seconds).toFixed(2)} | ${peak.toFixed(0)} |`,
  );
  return measured;
}

function ratio(a: Measured, b: Measured): string {
  return (a.seconds / b.seconds).toFixed(2);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function installPeers(): void {
  const wanted = JSON.parse(readFileSync(path.join(peers, 'package.json'), 'utf8')) as { dependencies: object };
  const missing = Object.keys(wanted.dependencies).some((name) => !existsSync(path.join(peers, 'node_modules', name)));
  if (!missing) return;
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], {
    cwd: peers,
    stdio: 'ignore',
  });
}

// Last, when everything above is defined.
if (existsSync(command)) main();
else {
  console.error('dist/ is missing: run npm run build first');
  process.exitCode = 2;
}
