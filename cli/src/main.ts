import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { asksForVersion, versionOfPackage } from './version.js';

/** The process of the command, or a thread of it. */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (!isMainThread) {
    const { serveBatches } = await import('./lint/worker.js');
    return serveBatches();
  }
  if (asksForVersion(argv)) {
    process.stdout.write(`${versionOfPackage()}\n`);
    return;
  }
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

/** The calendar date where the writer is, as YYYY-MM-DD. */
function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}

void main();
