#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** The small first file: `kossa --version` answers without loading anything else. */
const argv = process.argv.slice(2);
if (!isMainThread) {
  const { serveBatches } = await import('./lint/worker.js');
  await serveBatches();
} else if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  process.stdout.write(`${versionOfPackage()}\n`);
} else {
  let outputIsLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough closes the pipe; that is no failure of ours.
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || outputIsLost) return;
      outputIsLost = true;
      process.exitCode = 2;
      if (stream === process.stdout) {
        process.stderr.write(`kossa: the report cannot be written (${error.code ?? error.message})\n`);
      }
    });
  }
  const { run } = await import('./run.js');
  const exitCode = await run(argv, {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    cwd: process.cwd(),
    env: process.env,
    today: isoDate(new Date()),
    version: versionOfPackage(),
    cores: availableParallelism(),
    onInterrupt(listener) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, listener);
    },
  });
  process.exitCode = outputIsLost ? 2 : exitCode;
}

/** Beside the bundle in dist/, and two folders up from the source. */
function versionOfPackage(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'kossa' && version !== undefined) return version;
    } catch {
      // The next place.
    }
  }
  return 'unknown';
}

/** The calendar date where the writer is, as YYYY-MM-DD. */
function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}
