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
  #names: readonly string[] = [];

  constructor(shard: Shard | undefined, maxWarnings: number | undefined) {
    this.shard = shard;
    this.maxWarnings = maxWarnings;
  }

  /** @param names of the articles that were found, by this shard and all others */
  recordFound(names: readonly string[]): void {
    this.#names = names;
  }

  /** How many articles were found, and a hash of their names, which only a report that is merged later asks for. */
  get found(): { readonly count: number; readonly names: string } {
    if (this.#names.length === 0) return { count: 0, names: '' };
    const hash = createHash('sha256');
    for (const name of this.#names) hash.update(name).update('\0');
    return { count: this.#names.length, names: hash.digest('hex').slice(0, 16) };
  }
}
