import { createHash } from 'node:crypto';
import type { Trouble } from '../trouble.js';
import { describeFileError } from '../trouble.js';
import { holdsOn, type Analysis, type Settings } from './analysis.js';
import type { AnalyzedText, Analyzer } from './analyzer.js';
import { CacheFile, NoCacheFile } from './cache-file.js';

/** What a cached analysis depends on besides the text, its settings and the day. */
export interface Versions {
  readonly kossa: string;
  /** Of the program itself, which in a checkout changes where its version does not. */
  readonly code: string;
  /** Of the terminology and the words. */
  readonly data: string;
}

export interface CacheOptions {
  /** Absolute. */
  readonly file: string;
  readonly versions: Versions;
  readonly today: string;
  /** Whether it is told how much was known. */
  readonly debug: boolean;
  /** Told once, and no reason to fail: without its cache a run is slower and finds the same. */
  note(trouble: Trouble): void;
}

/** Asks a cache first. An entry is known by the text and all that decides what is found in it, and by no file name. */
export class CachingAnalyzer implements Analyzer {
  readonly width: number;
  readonly #inner: Analyzer;
  readonly #options: CacheOptions;
  readonly #settingsHashes = new Map<string, string>();
  #file: CacheFile | undefined;
  #asked = 0;
  #known = 0;

  constructor(inner: Analyzer, options: CacheOptions) {
    this.#inner = inner;
    this.#options = options;
    this.width = inner.width;
    try {
      this.#file = CacheFile.open(options.file, options.today);
      if (this.#file.damaged > 0) this.#note('a part of the cache is damaged and is left out');
    } catch (error) {
      this.#note(
        error instanceof NoCacheFile
          ? 'is no cache of Kossa, so it is left as it is and nothing is cached: name another file, or delete it'
          : `the cache ${describeFileError(error)}. Nothing is cached`,
        error,
      );
    }
  }

  async analyze(asked: AnalyzedText, settings: Settings): Promise<Analysis> {
    const key = this.#keyOf(asked, settings);
    const known = this.#lookUp(key);
    this.#asked++;
    if (known !== undefined) {
      this.#known++;
      return known;
    }
    const analysis = await this.#inner.analyze(asked, settings);
    if (analysis.failures.length === 0) {
      this.#attempt((file) => file.set(key, JSON.stringify({ made: this.#options.today, analysis })));
    }
    return analysis;
  }

  async close(): Promise<void> {
    await this.#inner.close();
    if (this.#options.debug) this.#note(`${this.#known} of ${this.#asked} texts were known to the cache`);
    const file = this.#file;
    this.#file = undefined;
    await file?.close().catch((error: unknown) => this.#cannotWrite(error));
  }

  #lookUp(key: string): Analysis | undefined {
    const value = this.#attempt((file) => file.get(key));
    if (value === undefined) return undefined;
    const { made, analysis } = JSON.parse(value) as { made: string; analysis: Analysis };
    return holdsOn(analysis, made, this.#options.today) ? analysis : undefined;
  }

  #keyOf({ text, bytes }: AnalyzedText, settings: Settings): string {
    const written = JSON.stringify(settings);
    let settingsHash = this.#settingsHashes.get(written);
    if (settingsHash === undefined) {
      const { kossa, code, data } = this.#options.versions;
      settingsHash = createHash('sha256')
        .update(JSON.stringify([kossa, code, data, written]))
        .digest('hex');
      this.#settingsHashes.set(written, settingsHash);
    }
    const hash = createHash('sha256').update(settingsHash);
    return hash
      .update(bytes ?? text)
      .digest('hex')
      .slice(0, 32);
  }

  /** A cache that fails in the middle of a run is given up. */
  #attempt<Result>(act: (file: CacheFile) => Result): Result | undefined {
    if (this.#file === undefined) return undefined;
    try {
      return act(this.#file);
    } catch (error) {
      this.#file = undefined;
      this.#cannotWrite(error);
      return undefined;
    }
  }

  #cannotWrite(error: unknown): void {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    this.#note(`the cache cannot be written (${code}), so the next run will be slower`, error);
  }

  #note(message: string, error?: unknown): void {
    this.#options.note({ place: this.#options.file, message, error });
  }
}
