import { Option, type Command } from 'commander';
import type { Severity } from '../../engine/src/index.js';
import { choiceOf } from './flag-values.js';
import type { RunFlags } from './lint/run-flags.js';
import type { SelectionFlags } from './selection.js';
import { UsageError } from './trouble.js';

/** Flags that say which findings count, which of them fail, and which fixes are made. */
export interface FindingFlags extends SelectionFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixDryRun?: boolean;
  readonly failOn: Severity;
}

/** Adds the flags of `FindingFlags`, `--fix` left out. */
export function addFindingFlags(command: Command): void {
  command
    .option('--fix-unsafe', 'make the fixes that a person should review, too: look at every one of them')
    .option('--fix-dry-run', 'print what --fix would change as a unified diff, and write nothing')
    .addOption(
      new Option('--fail-on <severity>', 'fail from this severity on: error, warning, info, hint')
        .default('error')
        .argParser(choiceOf('severity', ['error', 'warning', 'info', 'hint'] satisfies Severity[])),
    )
    .option('--baseline <file>', 'do not report the findings that this file has')
    .option('--update-baseline', 'write all findings into the baseline')
    .option('--prune-baseline', 'take out of the baseline what is gone')
    .option('--since <ref>', 'report only what stands on lines that changed since a branch, tag or commit')
    .addOption(
      new Option('--since-mode <mode>', 'lines (default), or files for all of a changed file').argParser(
        choiceOf('mode', ['lines', 'files']),
      ),
    );
}

/** @throws UsageError where flags need files and there are none */
export function refuseWithStandardInput(flags: FindingFlags & RunFlags): void {
  const asked = [
    [flags.fixDryRun, '--fix-dry-run'],
    [flags.fixUnsafe, '--fix-unsafe'],
    [flags.updateBaseline, '--update-baseline'],
    [flags.pruneBaseline, '--prune-baseline'],
    [flags.since !== undefined, '--since'],
    [flags.shard !== undefined, '--shard'],
  ] as const;
  const first = asked.find(([given]) => given === true);
  if (first !== undefined) {
    throw new UsageError(`${first[1]} is for files, and --stdin has none: leave one of them out.`);
  }
}
