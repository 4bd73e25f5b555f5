import { InvalidArgumentError, Option, type Command } from 'commander';
import { UsageError } from '../trouble.js';
import { readShard, type Shard } from './shard.js';

/** Flags that say how a run works; what it finds is the same with all of them. */
export interface RunFlags {
  /** Threads; `auto` where it is for Kossa to decide. */
  readonly jobs: number | 'auto';
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  /** Only this part of the articles. */
  readonly shard?: Shard;
  readonly watch?: boolean;
}

/** Adds the flags of `RunFlags`. */
export function addRunFlags(command: Command): void {
  command
    .option(
      '--jobs <n|auto>',
      'how many threads check articles; auto uses the processors where that is faster',
      readJobs,
      'auto',
    )
    .option('--cache', 'keep what was found, and check only what has changed since')
    .addOption(
      // Other linters have both. Only the content holds after a checkout, and it must be read for the report anyway.
      new Option('--cache-strategy <strategy>', 'content: the only one').argParser(readStrategy).hideHelp(),
    )
    .option('--cache-location <file>', 'where --cache keeps it (default: .kossacache in this folder)')
    .option(
      '--shard <n/total>',
      'check one part of the articles; kossa merge joins the reports of all parts',
      readShard,
    )
    .option('--watch', 'check again what changes, until Ctrl+C');
}

/** @throws UsageError where flags need each other */
export function refuseLonelyRunFlags(flags: RunFlags): void {
  if (flags.cacheLocation !== undefined && flags.cache !== true) {
    throw new UsageError('--cache-location says where --cache keeps what was found: add --cache.');
  }
}

function readStrategy(value: string): 'content' {
  if (value === 'content') return value;
  throw new InvalidArgumentError(
    'The cache of Kossa goes by content, never by time or size: leave this out, or write content.',
  );
}

function readJobs(value: string): number | 'auto' {
  if (value === 'auto') return 'auto';
  if (!/^[1-9]\d{0,2}$/u.test(value)) throw new InvalidArgumentError('Write a number from 1 to 999, or auto.');
  return Number(value);
}
