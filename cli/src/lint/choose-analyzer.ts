import { statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandEnvironment } from '../environment.js';
import { dataVersion, type LateEngine } from '../load-engine.js';
import type { Trouble } from '../trouble.js';
import { OwnAnalyzer, type Analyzer } from './analyzer.js';
import { CACHE_FILE_NAME } from './cache-file.js';
import type { RunFlags } from './run-flags.js';

export interface AnalyzerNeeds {
  readonly engine: LateEngine;
  readonly flags: RunFlags & { readonly debug?: boolean };
  readonly environment: CommandEnvironment;
  /** Absolute paths of what is to be analysed. */
  readonly files: readonly string[];
  note(trouble: Trouble): void;
}

/** The analyzer that a run needs. Threads and cache are loaded only where they are used. */
export async function chooseAnalyzer({ engine, flags, environment, files, note }: AnalyzerNeeds): Promise<Analyzer> {
  const { dataFolder, today, cwd } = environment;
  let analyzer: Analyzer = new OwnAnalyzer(engine, today);
  const jobs = jobsFor(flags, environment, files);
  if (jobs > 1) {
    const { PooledAnalyzer } = await import('./pooled-analyzer.js');
    analyzer = new PooledAnalyzer(jobs, analyzer, { dataFolder, today });
  }
  if (flags.cache !== true) return analyzer;
  const { CachingAnalyzer } = await import('./caching-analyzer.js');
  return new CachingAnalyzer(analyzer, {
    file: cacheFileOf(path.resolve(cwd, flags.cacheLocation ?? CACHE_FILE_NAME), flags.cacheLocation),
    versions: { kossa: environment.version, code: CODE, data: await dataVersion(dataFolder) },
    today,
    debug: flags.debug === true,
    note,
  });
}

/** In the bundle the name of this file carries a hash of it and of all that it imports. */
const CODE = path.basename(fileURLToPath(import.meta.url));

/** Threads start engines of their own, so that they pay only where there is much to read. */
const WORTH_THREADS = 1_500_000;
/** Bytes for which one more thread pays. */
const WORTH_ONE_MORE = 500_000;

function jobsFor({ jobs }: RunFlags, { cores = 1 }: CommandEnvironment, files: readonly string[]): number {
  if (jobs !== 'auto') return Math.min(jobs, files.length);
  if (cores === 1) return 1;
  const size = sizeUpTo(files, cores * WORTH_ONE_MORE + WORTH_THREADS);
  return size < WORTH_THREADS ? 1 : Math.min(cores, Math.ceil(size / WORTH_ONE_MORE));
}

/** Their bytes together, counted no further than is asked. */
function sizeUpTo(files: readonly string[], most: number): number {
  let size = 0;
  for (const file of files) {
    size += statOf(file)?.size ?? 0;
    if (size >= most) break;
  }
  return size;
}

/** A folder may be named, too. */
function cacheFileOf(place: string, written = ''): string {
  const isFolder = /[\\/]$/u.test(written) || statOf(place)?.isDirectory() === true;
  return isFolder ? path.join(place, CACHE_FILE_NAME) : place;
}

/** What cannot be looked at is told by those who read it. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
