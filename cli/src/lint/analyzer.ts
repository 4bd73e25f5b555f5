import type { LateEngine } from '../load-engine.js';
import { analyze, type Analysis, type Settings } from './analysis.js';

/** A text with its bytes, where they are known. */
export interface AnalyzedText {
  readonly text: string;
  readonly bytes?: Uint8Array;
}

/** Whatever analyses texts: this thread, others, a cache before them. */
export interface Analyzer {
  /** Rejects where Kossa itself fails on the text. */
  analyze(text: AnalyzedText, settings: Settings): Promise<Analysis>;
  /** How many texts may be asked for at once, to good purpose. */
  readonly width: number;
  /** Ends its threads and writes what is still to be written. Never rejects. */
  close(): Promise<void>;
}

/** Analyses in this thread, one text after the other. */
export class OwnAnalyzer implements Analyzer {
  readonly width = 1;
  readonly #engine: LateEngine;
  readonly #today: string;

  constructor(engine: LateEngine, today: string) {
    this.#engine = engine;
    this.#today = today;
  }

  async analyze({ text }: AnalyzedText, settings: Settings): Promise<Analysis> {
    return analyze(await this.#engine.ready(), text, settings, this.#today);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
