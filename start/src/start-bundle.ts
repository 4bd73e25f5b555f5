import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { codeCacheFile, keepCode, readCode } from './code-cache.js';

/**
 * Runs a CommonJS bundle with what V8 compiled of it in an earlier process, where that was kept, and keeps it for the
 * next one where it was not.
 * @param file absolute; its name changes when the bundle changes
 * @throws what the bundle throws, or the error of a bundle that cannot be read
 */
export function startBundle(file: string): void {
  compileForShortRuns();
  const cacheFile = codeCacheFile(file);
  const kept = cacheFile === undefined ? undefined : readCode(cacheFile);
  // The bundle is plain ASCII, which is read, and held, at half the cost.
  const source = readFileSync(file, 'latin1');
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(kept === undefined ? {} : { cachedData: kept }),
  });
  const run = script.runInThisContext() as (...parts: readonly unknown[]) => void;
  const module = { exports: {} };
  run(module.exports, createRequire(file), module, file, path.dirname(file));
  if (cacheFile === undefined || !isMainThread) return;
  if (kept === undefined || script.cachedDataRejected === true) keepWhenStarted(script, cacheFile);
}

/**
 * Node 20 optimizes code after so little of its life that most of what one article needs is optimized in vain: it is
 * thrown away with the next kind of value that comes by. Later versions have a compiler between. Regular expressions
 * are compiled at once: making the long ones ready to be interpreted first takes five times as long.
 */
function compileForShortRuns(): void {
  v8.setFlagsFromString('--no-regexp-tier-up');
  if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=1000000');
}

/** What has run by then is what a start needs: V8 forgets it again in long runs. */
const STARTED_MS = 3000;

function keepWhenStarted(script: vm.Script, cacheFile: string): void {
  let isKept = false;
  const keep = (): void => {
    if (!isKept) keepCode(cacheFile, script.createCachedData());
    isKept = true;
  };
  setTimeout(keep, STARTED_MS).unref();
  process.once('exit', keep);
}
