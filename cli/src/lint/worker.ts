import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { loadEngine } from '../load-engine.js';
import { analyze, type Analysis, type Settings } from './analysis.js';
import type { Batch, WorkerOptions } from './pooled-analyzer.js';

/** An engine in a thread of its own, which analyses what it is sent. It reads no file but Kossa's own data. */
export async function serveBatches(): Promise<void> {
  const { dataFolder, today } = workerData as WorkerOptions;
  const engine = await loadEngine(dataFolder);
  let settings: Settings = { configuration: {}, configured: false, language: 'markdown' };
  let written = '';
  worker({
    analyzeAll: (batch: Batch): readonly (Analysis | undefined)[] =>
      batch.map((item) => {
        if (item.settings !== written) {
          written = item.settings;
          settings = JSON.parse(written) as Settings;
        }
        return attempt(() => analyze(engine, item.text, settings, today));
      }),
  });
}

/** Undefined where Kossa fails: the run tries again by itself and tells what it meets. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
