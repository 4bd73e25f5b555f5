import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FoundConfiguration } from '../../../engine/src/index.js';
import type { GlobalFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { configurationOf, shownPath } from '../files/configuration-of.js';
import { CACHE_FILE_NAME } from '../lint/cache-file.js';
import { LateEngine } from '../load-engine.js';
import { colorsFor, harmless } from '../terminal.js';

/** One line of what was looked at. */
interface Check {
  readonly name: string;
  readonly state: string;
  /** What is wrong, and what to do. */
  readonly faults: readonly string[];
}

/** Says what Kossa is, what it reads here and whether all of that can be used. @returns 2 where something cannot */
export async function doctor(flags: GlobalFlags, environment: CommandEnvironment): Promise<0 | 2> {
  const colors = colorsFor(environment.stdout, environment.env, flags.color);
  const engine = new LateEngine(environment.dataFolder);
  const checks = [
    program(environment),
    await data(engine),
    await configuration(engine, environment),
    await git(environment),
    await cache(environment),
  ];
  for (const { name, state, faults } of checks) {
    const mark = faults.length === 0 ? colors.green('✔') : colors.red('✖');
    await write(environment.stdout, `${mark} ${name.padEnd(14)} ${harmless(state)}\n`);
    for (const fault of faults) await write(environment.stdout, `    ${harmless(fault)}\n`);
  }
  return checks.some(({ faults }) => faults.length > 0) ? 2 : 0;
}

function program({ version, cores = 1 }: CommandEnvironment): Check {
  const { node } = process.versions;
  const isOld = Number(node.split('.')[0]) < OLDEST_NODE;
  return {
    name: 'Kossa',
    state: `${version} on Node ${node}, ${process.platform} ${process.arch}, ${cores === 1 ? '1 processor' : `${cores} processors`}`,
    faults: isOld ? [`Kossa needs Node ${OLDEST_NODE} or newer.`] : [],
  };
}

const OLDEST_NODE = 20;

async function data(engine: LateEngine): Promise<Check> {
  const name = 'Terminology';
  try {
    const { terminology, words, rules } = await engine.ready();
    const { concepts, sources, contentHash } = terminology.compiled;
    const spelling = words === undefined ? 'without words' : 'with words';
    const state = `${concepts.length} concepts, ${Object.keys(sources).length} sources, ${rules.length} rules, ${spelling}; version ${contentHash.slice(0, 12)}`;
    return { name, state, faults: [] };
  } catch (error) {
    return { name, state: 'cannot be used', faults: [messageOf(error)] };
  }
}

async function configuration(engine: LateEngine, { cwd }: CommandEnvironment): Promise<Check> {
  const name = 'Configuration';
  let found: FoundConfiguration;
  try {
    found = await configurationOf(path.join(cwd, 'article.md'), engine);
  } catch (error) {
    return { name, state: 'cannot be read', faults: [messageOf(error)] };
  }
  const own = (found.configuration.termFiles ?? []).length;
  const terms = own === 0 ? '' : `; terms of your own in ${own === 1 ? '1 file' : `${own} files`}`;
  const files = found.files.map((file) => shownPath(path.normalize(file), cwd)).join(', ');
  return {
    name,
    state: found.files.length === 0 ? 'none, so everything is as it comes (kossa init writes one)' : files + terms,
    faults: found.problems.map(
      ({ file, line, column, message }) => `${shownPath(path.normalize(file), cwd)}:${line}:${column}: ${message}`,
    ),
  };
}

/** Nothing needs it but `--since`. */
async function git({ cwd }: CommandEnvironment): Promise<Check> {
  const name = 'Git';
  const run = async (...argv: string[]): Promise<string | undefined> =>
    promisify(execFile)('git', argv, { cwd }).then(
      ({ stdout }) => stdout.trim(),
      () => undefined,
    );
  const version = await run('--version');
  if (version === undefined) return { name, state: 'not found; only --since needs it', faults: [] };
  const place = (await run('rev-parse', '--is-inside-work-tree')) === 'true' ? 'a repository' : 'no repository';
  return { name, state: `${version.replace(/^git version /u, '')}, ${place} here`, faults: [] };
}

async function cache({ cwd }: CommandEnvironment): Promise<Check> {
  const found = await stat(path.join(cwd, CACHE_FILE_NAME)).catch(() => undefined);
  const state =
    found === undefined
      ? `none in this folder (--cache writes ${CACHE_FILE_NAME})`
      : `${CACHE_FILE_NAME}, ${(found.size / 1e6).toFixed(1)} MB`;
  return { name: 'Cache', state, faults: [] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
