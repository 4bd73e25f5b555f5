#!/usr/bin/env node
import { isoDate, versionOfPackage } from './package-facts.js';

/** The small first file: `kossa --version` answers without loading anything else. */
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
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
  });
  process.exitCode = outputIsLost ? 2 : exitCode;
}
