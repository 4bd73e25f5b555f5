import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pool, type Pool } from 'workerpool';
import type { Analysis, Settings } from './analysis.js';
import type { AnalyzedText, Analyzer } from './analyzer.js';

/** What a thread is told when it starts. */
export interface WorkerOptions {
  readonly dataFolder: string | undefined;
  readonly today: string;
}

/** What a thread is sent. Settings are JSON, so that what many texts have in common is compared, not built anew. */
export type Batch = readonly { readonly text: string; readonly settings: string }[];

interface Waiting {
  readonly asked: AnalyzedText;
  readonly settings: Settings;
  readonly resolve: (analysis: Promise<Analysis>) => void;
}

/** Analyses in threads. Texts go to them by the handful, because each message costs both sides some time. */
export class PooledAnalyzer implements Analyzer {
  readonly width: number;
  readonly #pool: Pool;
  /** For a text on which a thread fails: the same failure is then met here, and told. */
  readonly #own: Analyzer;
  #waiting: Waiting[] = [];
  #waitingSize = 0;

  constructor(jobs: number, own: Analyzer, options: WorkerOptions) {
    this.#own = own;
    this.width = jobs * TEXTS_PER_JOB;
    this.#pool = pool(workerScript(), {
      workerType: 'thread',
      maxWorkers: jobs,
      workerThreadOpts: { workerData: options, resourceLimits: LIMITS },
    });
  }

  analyze(asked: AnalyzedText, settings: Settings): Promise<Analysis> {
    if (asked.text.length > LARGEST_FOR_THREADS) return this.#own.analyze(asked, settings);
    return new Promise((resolve) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#send());
      this.#waiting.push({ asked, settings, resolve });
      this.#waitingSize += asked.text.length;
      if (this.#waitingSize >= BATCH_SIZE) this.#send();
    });
  }

  async close(): Promise<void> {
    await this.#pool.terminate(true).then(
      () => undefined,
      () => undefined,
    );
    await this.#own.close();
  }

  #send(): void {
    const sent = this.#waiting;
    this.#waiting = [];
    this.#waitingSize = 0;
    if (sent.length === 0) return;
    const batch: Batch = sent.map(({ asked, settings }) => ({ text: asked.text, settings: JSON.stringify(settings) }));
    const answer = Promise.resolve(
      this.#pool.exec('analyzeAll', [batch]) as PromiseLike<readonly (Analysis | undefined)[]>,
    );
    for (const [index, { asked, settings, resolve }] of sent.entries()) {
      resolve(
        answer.then(
          (analyses) => analyses[index] ?? this.#own.analyze(asked, settings),
          () => this.#own.analyze(asked, settings),
        ),
      );
    }
  }
}

/** UTF-16 units. */
const BATCH_SIZE = 48_000;
/** UTF-16 units: a book takes a hundred times its size while it is read, and a thread has less room than the process. */
const LARGEST_FOR_THREADS = 2_000_000;
const TEXTS_PER_JOB = 24;
/**
 * Young objects hardly outlive a text: a small nursery keeps the memory of many threads small. A limit for the old ones
 * makes V8 begin with a smaller heap, which saves a quarter of the memory of a run; from 2 GB on it does not.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** The command itself, which serves when it finds itself in a thread: beside the bundle, or among the sources. */
function workerScript(): string {
  const places = ['./cli.mjs', '../main.ts'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.find((place) => existsSync(place)) ?? places[0]!;
}
