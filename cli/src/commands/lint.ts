import type { LintFlags } from '../command-line.js';
import { type CommandEnvironment, type OutputStream } from '../environment.js';
import { readNames } from '../files/read-names.js';
import { refuseWithStandardInput } from '../lint-flags.js';
import { LintRun } from '../lint/lint-run.js';
import { refuseLonelyRunFlags } from '../lint/run-flags.js';
import { RunRecord } from '../lint/run-record.js';
import { LateEngine } from '../load-engine.js';
import { Progress } from '../progress.js';
import { Outputs } from '../reports/outputs.js';
import { Selection } from '../selection.js';
import { UsageError } from '../trouble.js';

/**
 * Lints what the paths name and prints the report.
 * @returns 0 without errors, 1 with (or with too many warnings), 2 where something could not be read or understood
 * @throws UsageError where nothing can be done at all
 */
export async function lint(
  paths: readonly string[],
  flags: LintFlags,
  environment: CommandEnvironment,
): Promise<0 | 1 | 2> {
  refuseContradictions(paths, flags);
  const named = await namedPaths(paths, flags, environment);
  if (flags.watch === true) {
    const { watch } = await import('./watch.js');
    return watch(named, flags, environment);
  }
  const progress = new Progress(environment, flags.quiet === true);
  return lintOnce(named, flags, progress.around(environment), progress).finally(() => progress.hide());
}

async function lintOnce(
  paths: readonly string[],
  flags: LintFlags,
  environment: CommandEnvironment,
  progress: Progress,
): Promise<0 | 1 | 2> {
  const engine = new LateEngine(environment.dataFolder);
  const record = new RunRecord(flags.shard, flags.maxWarnings);
  const selection = await Selection.create(flags, environment.cwd);
  // A diff stands for the report, so that it can be handed to `git apply`.
  const outputs = await Outputs.open(
    { ...flags, output: withMergeable(flags) },
    engine,
    flags.fixDryRun === true ? { ...environment, stdout: NOWHERE } : environment,
    record,
  );
  try {
    const lintRun = new LintRun({ engine, flags, environment, outputs, selection, record, progress });
    await lintRun.begin();
    if (flags.stdin === true) await lintRun.lintStandardInput();
    else await lintRun.lintPaths(paths);
    return await lintRun.end();
  } finally {
    await outputs.discard();
  }
}

const NOWHERE: OutputStream = { write: () => true };

/** A shard is of use with its mergeable report only, so that has a name where none is given. */
function withMergeable({ output, shard, format }: LintFlags): readonly string[] {
  const isAsked = format === 'mergeable' || output.some((value) => value.startsWith('mergeable:'));
  if (shard === undefined || isAsked) return output;
  return [...output, `mergeable:kossa-shard-${shard.index}-of-${shard.total}.jsonl`];
}

/** This folder where nothing is named; a list of names may be empty, and then nothing is checked. */
async function namedPaths(
  paths: readonly string[],
  { filesFrom }: LintFlags,
  { cwd, stdin }: CommandEnvironment,
): Promise<readonly string[]> {
  if (filesFrom === undefined) return paths.length === 0 ? ['.'] : paths;
  return [...paths, ...(await readNames(filesFrom, cwd, stdin))];
}

function refuseContradictions(paths: readonly string[], flags: LintFlags): void {
  refuseLonelyRunFlags(flags);
  if (flags.stdin === true) refuseWithStandardInput(flags);
  if (flags.shard !== undefined && (flags.updateBaseline === true || flags.pruneBaseline === true)) {
    throw new UsageError('a shard sees a part of the articles: update or prune the baseline in a run without --shard.');
  }
  if (flags.stdin === true && flags.filesFrom !== undefined) {
    throw new UsageError('--files-from names files, and --stdin is a text: leave one of them out.');
  }
  if (flags.stdin === true && flags.fix === true) {
    throw new UsageError('--fix writes into files, and --stdin has none: leave one of them out.');
  }
  if (flags.stdin === true && paths.length > 0) {
    throw new UsageError(`--stdin checks the text that is piped in: leave out ${paths.join(' ')}, or --stdin.`);
  }
  if (flags.stdin !== true && flags.stdinFilename !== undefined) {
    throw new UsageError('--stdin-filename names the text of --stdin: add --stdin.');
  }
}
