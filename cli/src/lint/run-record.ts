import { createHash } from 'node:crypto';
import type { Shard } from './shard.js';

/** What a run has told besides its findings, and what it was asked. A report that is merged later carries it. */
export class RunRecord {
  readonly shard: Shard | undefined;
  readonly maxWarnings: number | undefined;
  /** Sentences on the standard error stream, each once. */
  readonly notes = new Set<string>();
  /** Something could not be read or understood: the exit code is 2. */
  failed = false;
  /** Articles that the configuration leaves out. */
  leftOut = 0;
  /** Articles that were found, by this shard and all others, and a hash of their names. */
  found: { readonly count: number; readonly names: string } = { count: 0, names: '' };

  constructor(shard: Shard | undefined, maxWarnings: number | undefined) {
    this.shard = shard;
    this.maxWarnings = maxWarnings;
  }

  recordFound(names: readonly string[]): void {
    const hash = createHash('sha256');
    for (const name of names) hash.update(name).update('\0');
    this.found = { count: names.length, names: hash.digest('hex').slice(0, 16) };
  }
}
