import { watch as watchFiles } from 'chokidar';
import path from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { CONFIGURATION_FILE_NAMES, IGNORE_FILE, WORDS_FILE } from '../../../engine/src/index.js';
import type { LintFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { isArticle } from '../files/find-articles.js';
import type { LintedArticle } from '../lint-article.js';
import { LintRun } from '../lint/lint-run.js';
import { RunCounts } from '../lint/run-counts.js';
import { RunRecord } from '../lint/run-record.js';
import { LateEngine } from '../load-engine.js';
import { Outputs } from '../reports/outputs.js';
import { counted, Selection } from '../selection.js';
import { UsageError } from '../trouble.js';

/**
 * Lints, and lints again what changes, until it is interrupted.
 * @returns what a run over all articles, as they then stand, would end with
 * @throws UsageError where the flags do not go together, or where nothing can be done at all
 */
export async function watch(
  paths: readonly string[],
  flags: LintFlags,
  environment: CommandEnvironment,
): Promise<0 | 1 | 2> {
  refuseContradictions(flags);
  const watching = new Watching(paths, flags, environment, new LateEngine(environment.dataFolder));
  return watching.run();
}

function refuseContradictions(flags: LintFlags): void {
  const asked = [
    [flags.stdin === true, '--stdin'],
    [flags.output.length > 0, '--output'],
    [flags.fix === true, '--fix'],
    [flags.fixUnsafe === true, '--fix-unsafe'],
    [flags.fixDryRun === true, '--fix-dry-run'],
    [flags.shard !== undefined, '--shard'],
    [flags.updateBaseline === true, '--update-baseline'],
    [flags.pruneBaseline === true, '--prune-baseline'],
  ] as const;
  const first = asked.find(([given]) => given);
  if (first !== undefined) {
    throw new UsageError(`--watch does not go together with ${first[1]}: leave one of them out.`);
  }
}

class Watching {
  readonly #paths: readonly string[];
  readonly #flags: LintFlags;
  readonly #environment: CommandEnvironment;
  readonly #engine: LateEngine;
  /** As they were last linted; without their texts. */
  readonly #articles = new Map<string, LintedArticle>();
  readonly #changed = new Set<string>();
  #failed = false;
  #stopped = false;
  #running: Promise<void> | undefined;

  constructor(paths: readonly string[], flags: LintFlags, environment: CommandEnvironment, engine: LateEngine) {
    this.#paths = paths;
    this.#flags = flags;
    this.#environment = environment;
    this.#engine = engine;
  }

  async run(): Promise<0 | 1 | 2> {
    const interrupted = new Promise<void>((resolve) => {
      this.#environment.onInterrupt?.(() => {
        this.#stopped = true;
        resolve();
      });
    });
    const watcher = watchFiles(this.#roots(), {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (file) => /(?:^|[\\/])(?:node_modules|\.git)$/u.test(file),
    });
    watcher.on('all', (_event, file) => this.#meet(path.resolve(this.#environment.cwd, file)));
    try {
      await Promise.race([new Promise<void>((resolve) => void watcher.once('ready', resolve)), interrupted]);
      await Promise.race([this.#start(undefined), interrupted]);
      await interrupted;
      return this.#exitCode();
    } finally {
      await watcher.close();
    }
  }

  #roots(): string[] {
    const { cwd } = this.#environment;
    return [...new Set(this.#paths.map((name) => (isDynamicPattern(name) ? cwd : path.resolve(cwd, name))))];
  }

  /** Something happened to a file: what comes in one breath is linted in one go. */
  #meet(file: string): void {
    if (!isArticle(file, this.#flags.ext) && !decidesForOthers(file)) return;
    this.#changed.add(file);
    if (this.#running === undefined) setTimeout(() => void this.#goOn(), BREATH);
  }

  async #goOn(): Promise<void> {
    if (this.#running !== undefined || this.#stopped || this.#changed.size === 0) return;
    const changed = new Set(this.#changed);
    this.#changed.clear();
    await this.#start([...changed].some(decidesForOthers) ? undefined : changed);
  }

  /** @param only the articles to lint; undefined for all */
  async #start(only: ReadonlySet<string> | undefined): Promise<void> {
    this.#running = this.#lint(only)
      .catch(async (error: unknown) => {
        this.#failed = true;
        await write(this.#environment.stderr, `kossa: ${error instanceof Error ? error.message : String(error)}\n`);
      })
      .finally(() => (this.#running = undefined));
    await this.#running;
    await this.#goOn();
  }

  async #lint(only: ReadonlySet<string> | undefined): Promise<void> {
    for (const file of only ?? [...this.#articles.keys()]) this.#articles.delete(file);
    const record = new RunRecord(undefined, this.#flags.maxWarnings);
    const selection = await Selection.create(this.#flags, this.#environment.cwd);
    const outputs = await Outputs.open(this.#flags, this.#engine, this.#environment);
    const lintRun = new LintRun({
      engine: this.#engine,
      flags: this.#flags,
      environment: this.#environment,
      outputs,
      selection,
      record,
      isStopped: () => this.#stopped,
      onArticle: (article) => this.#articles.set(article.filePath, { ...article, text: '' }),
    });
    await lintRun.begin();
    await lintRun.lintPaths(this.#paths, only);
    await lintRun.end();
    if (this.#stopped) return;
    this.#failed = record.failed;
    await this.#tellHowItStands();
  }

  async #tellHowItStands(): Promise<void> {
    const { errors, warnings, infos, hints, articlesWithFindings } = this.#counts().summary;
    const findings = counted(errors + warnings + infos + hints, 'finding');
    const stand = `${findings} in ${articlesWithFindings} of ${counted(this.#articles.size, 'article')}`;
    await write(this.#environment.stderr, `kossa: ${stand}. Watching for changes; Ctrl+C ends it\n`);
  }

  #counts(): RunCounts {
    const counts = new RunCounts();
    for (const article of this.#articles.values()) counts.add(article);
    return counts;
  }

  #exitCode(): 0 | 1 | 2 {
    if (this.#failed) return 2;
    return this.#counts().isFailure(this.#flags.maxWarnings) ? 1 : 0;
  }
}

/** Milliseconds in which an editor has written all that it writes at once. */
const BREATH = 60;

/** Files that say what holds for articles. */
function decidesForOthers(file: string): boolean {
  const name = path.basename(file);
  return (
    (CONFIGURATION_FILE_NAMES as readonly string[]).includes(name) ||
    name === IGNORE_FILE ||
    name === '.gitignore' ||
    file.replaceAll('\\', '/').endsWith(`/${WORDS_FILE}`)
  );
}
