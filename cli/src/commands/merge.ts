import path from 'node:path';
import { write, type CommandEnvironment } from '../environment.js';
import type { LintedArticle } from '../lint-article.js';
import { RunCounts } from '../lint/run-counts.js';
import { LateEngine } from '../load-engine.js';
import type { MergeFlags } from '../project-commands.js';
import type { MergeableArticle } from '../reports/mergeable.js';
import { Outputs } from '../reports/outputs.js';
import { readMergeable, type MergeableReport } from '../reports/read-mergeable.js';
import { harmless } from '../terminal.js';
import { UsageError } from '../trouble.js';

/**
 * Makes of the reports of all shards what one run would have reported. It reads and writes no article.
 * @returns what one run would have ended with
 * @throws UsageError where a report is missing, broken, or belongs to another run
 */
export async function merge(
  files: readonly string[],
  flags: MergeFlags,
  environment: CommandEnvironment,
): Promise<0 | 1 | 2> {
  const engine = new LateEngine(environment.dataFolder);
  const reports: MergeableReport[] = [];
  for (const file of files) reports.push(await readMergeable(path.resolve(environment.cwd, file), file));
  refuseWhatDoesNotBelong(reports, environment.version, (await engine.terminology()).contentHash);
  const outputs = await Outputs.open(flags, engine, environment);
  try {
    return await writeMerged(reports, outputs, environment);
  } finally {
    await outputs.discard();
  }
}

async function writeMerged(
  reports: readonly MergeableReport[],
  outputs: Outputs,
  { cwd, stderr }: CommandEnvironment,
): Promise<0 | 1 | 2> {
  const counts = new RunCounts();
  let failed = reports.some(({ tail }) => tail.failed);
  const told = new Set<string>();
  const note = async (text: string): Promise<void> => {
    if (told.has(text)) return;
    told.add(text);
    await write(stderr, `kossa: ${text.split('\n').map(harmless).join('\n')}\n`);
  };
  const noteAll = async (troubles: Awaited<ReturnType<Outputs['begin']>>): Promise<void> => {
    for (const { place, message } of troubles) {
      failed = true;
      await note(`${place}: ${message}`);
    }
  };
  for (const { tail } of reports) for (const text of tail.notes) await note(text);
  await noteAll(await outputs.begin());
  for await (const article of inPosition(reports)) {
    const linted = toLinted(article, cwd);
    counts.add(linted);
    await noteAll(await outputs.article(linted, article.position));
  }
  await noteAll(await outputs.end(counts.summary));
  const leftOut = reports.reduce((sum, { tail }) => sum + tail.leftOut, 0);
  if (leftOut > 0 && leftOut === reports[0]!.tail.found.count) {
    await noteAll([{ place: 'all shards', message: 'the configuration, or .kossaignore, leaves out every file' }]);
  }
  if (failed) return 2;
  return counts.isFailure(reports[0]!.head.maxWarnings ?? undefined) ? 1 : 0;
}

function refuseWhatDoesNotBelong(reports: readonly MergeableReport[], version: string, terminology: string): void {
  const [first] = reports;
  const byIndex = new Map<number, string>();
  for (const { place, head, tail } of reports) {
    if (head.version !== version || head.terminology !== terminology) {
      throw new UsageError(
        `${place} was written by Kossa ${head.version} with another terminology or version than this one (${version}): merge with the Kossa that linted.`,
      );
    }
    const { index, total } = head.shard;
    if (total !== first!.head.shard.total || head.maxWarnings !== first!.head.maxWarnings) {
      throw new UsageError(
        `${place} and ${first!.place} are of different runs: their --shard or --max-warnings differ.`,
      );
    }
    if (tail.found.count !== first!.tail.found.count || tail.found.names !== first!.tail.found.names) {
      throw new UsageError(
        `${place} and ${first!.place} did not find the same files: run all shards on the same commit, with the same paths.`,
      );
    }
    const other = byIndex.get(index);
    if (other !== undefined) {
      throw new UsageError(`${place} and ${other} are both of shard ${index}/${total}: leave one of them out.`);
    }
    byIndex.set(index, place);
  }
  const { total } = first!.head.shard;
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    throw new UsageError(
      `the reports of ${missing.length === 1 ? 'one shard are' : `${missing.length} shards are`} missing: ${missing
        .slice(0, 10)
        .map((index) => `${index}/${total}`)
        .join(', ')}${missing.length > 10 ? ' and more' : ''}. Name the reports of all.`,
    );
  }
}

/** The articles of all reports as one run would have met them. One of each report is held at a time. */
async function* inPosition(reports: readonly MergeableReport[]): AsyncGenerator<MergeableArticle> {
  const sources = reports.map((report) => report.articles());
  const heads = await Promise.all(sources.map(next));
  for (;;) {
    let first: number | undefined;
    for (const [index, head] of heads.entries()) {
      if (head !== undefined && (first === undefined || head.position < heads[first]!.position)) first = index;
    }
    if (first === undefined) return;
    yield heads[first]!;
    heads[first] = await next(sources[first]!);
  }
}

async function next(source: AsyncGenerator<MergeableArticle>): Promise<MergeableArticle | undefined> {
  const { value, done } = await source.next();
  return done === true ? undefined : (value as MergeableArticle);
}

function toLinted({ position: _position, file, ...article }: MergeableArticle, cwd: string): LintedArticle {
  return { ...article, filePath: path.resolve(cwd, file) };
}
