import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { COMMANDS, readCommandLine, type Request } from './command-line.js';
import { config } from './commands/config.js';
import { define } from './commands/define.js';
import { doctor } from './commands/doctor.js';
import { explain } from './commands/explain.js';
import { glossary } from './commands/glossary.js';
import { init } from './commands/init.js';
import { lint } from './commands/lint.js';
import { lsp } from './commands/lsp.js';
import { merge } from './commands/merge.js';
import { rules } from './commands/rules.js';
import { terms } from './commands/terms.js';
import { words } from './commands/words.js';
import { write, type CommandEnvironment } from './environment.js';
import { isArticle } from './files/find-articles.js';
import { UsageError } from './trouble.js';
import { withoutCommands, withoutForgedCommands } from './workflow-commands.js';

export type ExitCode = 0 | 1 | 2;

/**
 * Does what a command line asks and resolves with the exit code: 0 no errors, 1 findings, 2 bad use or failure. It
 * never ends the process and never rejects.
 */
export async function run(argv: readonly string[], environment: CommandEnvironment): Promise<ExitCode> {
  try {
    const named = await pathInsteadOfCommand(argv, environment);
    if (named !== undefined) {
      await write(environment.stderr, `kossa: ${named} is no command; did you mean \`kossa lint ${named}\`?\n`);
      return 2;
    }
    const request = await readCommandLine(argv, environment);
    return await withoutForgedCommands(request, environment, (guarded) => answer(request, guarded));
  } catch (error) {
    const told = describeFailure(error, argv.includes('--debug'));
    await write(environment.stderr, environment.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(told) : told);
    return 2;
  }
}

async function answer(request: Request, environment: CommandEnvironment): Promise<ExitCode> {
  switch (request.command) {
    case 'lint':
      return lint(request.paths, request.flags, environment);
    case 'define':
      return define(request.term, request.flags, environment);
    case 'explain':
      return explain(request.place, request.flags, environment);
    case 'words':
      return words(request.words, request.flags, environment);
    case 'rules':
      return rules(request.id, request.flags, environment);
    case 'init':
      return init(request.flags, environment);
    case 'config':
      return config(request.file, request.flags, environment);
    case 'terms':
      return terms(request.paths, request.flags, environment);
    case 'glossary':
      return glossary(request.paths, request.flags, environment);
    case 'merge':
      return merge(request.files, request.flags, environment);
    case 'doctor':
      return doctor(request.flags, environment);
    case 'lsp':
      return lsp(request.flags);
    case 'none':
      return request.exitCode;
  }
}

/** The first word, where it is no command and is a file, a folder or a pattern. */
async function pathInsteadOfCommand(argv: readonly string[], { cwd }: CommandEnvironment): Promise<string | undefined> {
  const first = argv.find((word) => !word.startsWith('-'));
  if (first === undefined || (COMMANDS as readonly string[]).includes(first)) return undefined;
  if (isArticle(first) || isDynamicPattern(first)) return first;
  const exists = await stat(path.resolve(cwd, first)).then(
    () => true,
    () => false,
  );
  return exists ? first : undefined;
}

function describeFailure(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const trace =
    debug && error instanceof Error
      ? `${error.cause instanceof Error ? (error.cause.stack ?? '') : (error.stack ?? '')}\n`
      : '';
  if (error instanceof UsageError) return `kossa: ${message}\n${trace}`;
  return `kossa: Kossa itself failed: ${message}\nThis is a fault of Kossa; please report it${debug ? '' : ', with what --debug shows'}.\n${trace}`;
}
