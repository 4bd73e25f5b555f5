import { randomUUID } from 'node:crypto';
import type { Request } from './command-line.js';
import { write, type CommandEnvironment, type OutputStream } from './environment.js';

/**
 * GitHub Actions reads commands out of the log: lines that begin with `::`, spaces before it or not, and `##[` wherever
 * it stands. What an article or a file name says must not be one. So what is printed for people stands between
 * `::stop-commands::` and its token, which nobody can guess, and what goes to standard error is broken up.
 */
export async function withoutForgedCommands<Result>(
  request: Request,
  environment: CommandEnvironment,
  act: (guarded: CommandEnvironment) => Promise<Result>,
): Promise<Result> {
  if (environment.env['GITHUB_ACTIONS'] !== 'true' || request.command === 'lsp') return act(environment);
  const guarded = { ...environment, stderr: brokenUp(environment.stderr) };
  if (!printsForPeople(request)) return act(guarded);
  const token = randomUUID();
  await write(environment.stdout, `::stop-commands::${token}\n`);
  try {
    return await act(guarded);
  } finally {
    await write(environment.stdout, `::${token}::\n`);
  }
}

/** The text without what the runner would obey: a character of no width stands in between. */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=\[)/gu, `##${NO_WIDTH}`).replace(/^(\s*:)(?=:)/gmu, `$1${NO_WIDTH}`);
}

const NO_WIDTH = '\u200b';

/** Formats for programs are read from a file or a pipe, where a line more would be a fault, and begin no line so. */
function printsForPeople(request: Request): boolean {
  if (request.command === 'none' || !('flags' in request)) return false;
  const { format = 'text', fixDryRun = false } = request.flags as { format?: string; fixDryRun?: boolean };
  return fixDryRun || ['text', 'stylish', 'compact', 'unix'].includes(format);
}

function brokenUp(stream: OutputStream): OutputStream {
  return {
    ...(stream.isTTY === undefined ? {} : { isTTY: stream.isTTY }),
    ...(stream.columns === undefined ? {} : { columns: stream.columns }),
    get destroyed() {
      return stream.destroyed === true;
    },
    write: (text) => stream.write(withoutCommands(text)),
    on: (event, listener) => stream.on?.(event, listener),
    off: (event, listener) => stream.off?.(event, listener),
  };
}
