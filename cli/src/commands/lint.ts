import path from 'node:path';
import {
  createConfigurationLoader,
  createLineIndex,
  DEFAULT_MAX_FILE_SIZE,
  mergeConfigurations,
  NO_CONFIGURATION,
  type Configuration,
  type ConfigurationLoader,
  type Engine,
  type FoundConfiguration,
} from '../../../engine/src/index.js';
import type { LintFlags } from '../command-line.js';
import { write, type CommandEnvironment, type OutputStream } from '../environment.js';
import { shownPath, withSlashes } from '../files/configuration-of.js';
import { diskHost, UnreadableConfiguration } from '../files/disk-configuration.js';
import { findArticles, type FoundArticle } from '../files/find-articles.js';
import { decodeArticle, readArticle, type Article, type ReadArticle } from '../files/read-article.js';
import { unifiedDiff } from '../files/unified-diff.js';
import { writeArticle } from '../files/write-article.js';
import type { ChangedLines } from '../git/changed-lines.js';
import {
  countOf,
  fixArticle,
  isSafelyFixable,
  lintArticle,
  type LintArticleOptions,
  type LintedArticle,
} from '../lint-article.js';
import { refuseWithStandardInput } from '../lint-flags.js';
import { loadEngine } from '../load-engine.js';
import { Outputs } from '../reports/outputs.js';
import type { Summary } from '../reports/report.js';
import { counted, Selection } from '../selection.js';
import { harmless } from '../terminal.js';
import { UsageError, type Trouble } from '../trouble.js';

/**
 * Lints what the paths name and prints the report.
 * @returns 0 without errors, 1 with (or with too many warnings), 2 where something could not be read or understood
 * @throws UsageError where nothing can be done at all
 */
export async function lint(
  paths: readonly string[],
  flags: LintFlags,
  environment: CommandEnvironment,
): Promise<0 | 1 | 2> {
  refuseContradictions(paths, flags);
  const engine = await loadEngine(environment.dataFolder);
  const selection = await Selection.create(flags, environment.cwd);
  // A diff stands for the report, so that it can be handed to `git apply`.
  const outputs = await Outputs.open(
    flags,
    engine,
    flags.fixDryRun === true ? { ...environment, stdout: NOWHERE } : environment,
  );
  try {
    const lintRun = new LintRun(engine, flags, environment, { outputs, selection });
    await lintRun.begin();
    if (flags.stdin === true) await lintRun.lintStandardInput();
    else await lintRun.lintPaths(paths.length === 0 ? ['.'] : paths);
    return await lintRun.end();
  } finally {
    await outputs.discard();
  }
}

const NOWHERE: OutputStream = { write: () => true };

function refuseContradictions(paths: readonly string[], flags: LintFlags): void {
  if (flags.stdin === true) refuseWithStandardInput(flags);
  if (flags.stdin === true && flags.fix === true) {
    throw new UsageError('--fix writes into files, and --stdin has none: leave one of them out.');
  }
  if (flags.stdin === true && paths.length > 0) {
    throw new UsageError(`--stdin checks the text that is piped in: leave out ${paths.join(' ')}, or --stdin.`);
  }
  if (flags.stdin !== true && flags.stdinFilename !== undefined) {
    throw new UsageError('--stdin-filename names the text of --stdin: add --stdin.');
  }
}

const STANDARD_INPUT = '<stdin>';

/** One run: it writes each article's report as soon as it is there, and remembers only counts. */
class LintRun {
  readonly #engine: Engine;
  readonly #flags: LintFlags;
  readonly #environment: CommandEnvironment;
  readonly #outputs: Outputs;
  readonly #loader: ConfigurationLoader;
  readonly #summary: { -readonly [Key in keyof Summary]: Summary[Key] } & { resting: string[] };
  readonly #selection: Selection;
  readonly #told = new Set<string>();
  #warnings = 0;
  #failing = 0;
  #unchanged = 0;
  #failed = false;

  constructor(
    engine: Engine,
    flags: LintFlags,
    environment: CommandEnvironment,
    { outputs, selection }: { readonly outputs: Outputs; readonly selection: Selection },
  ) {
    this.#engine = engine;
    this.#selection = selection;
    this.#flags = flags;
    this.#environment = environment;
    this.#outputs = outputs;
    this.#loader = createConfigurationLoader(diskHost, engine);
    this.#summary = {
      articles: 0,
      articlesWithFindings: 0,
      errors: 0,
      warnings: 0,
      infos: 0,
      hints: 0,
      fixable: 0,
      fixed: 0,
      fixedArticles: 0,
      resting: [],
    };
  }

  async begin(): Promise<void> {
    await this.#tellAll(await this.#outputs.begin());
  }

  async end(): Promise<0 | 1 | 2> {
    await this.#tellAll(await this.#outputs.end(this.#summary));
    await this.#noteWhatWasLeftOut();
    if (this.#failed) return 2;
    return this.#failing > 0 || this.#warningsAreTooMany() ? 1 : 0;
  }

  async lintPaths(paths: readonly string[]): Promise<void> {
    const found = await findArticles(paths, {
      cwd: this.#environment.cwd,
      gitignore: this.#flags.gitignore ? 'respect' : 'disregard',
    });
    await this.#tellAll(found.troubles);
    for (const { place, message } of found.without) {
      if (found.articles.length === 0) await this.#tell({ place, message });
      else await this.#note(`${place}: ${message}`);
    }
    let left = 0;
    for (const article of this.#outputs.withoutReports(found.articles)) {
      if ((await this.#lintFile(article)) === 'left out') left++;
    }
    if (left > 0 && left === found.articles.length && this.#flags.forceExclude !== true) {
      await this.#tell({
        place: paths.join(' '),
        message:
          'the `ignores` of the configuration, or .kossaignore, leave out every file: name a file outright, or change them',
      });
    }
  }

  async lintStandardInput(): Promise<void> {
    const name = this.#flags.stdinFilename;
    const file = name === undefined ? STANDARD_INPUT : path.resolve(this.#environment.cwd, name);
    const found = await this.#configurationFor(
      name === undefined ? path.join(this.#environment.cwd, STANDARD_INPUT) : file,
    );
    const configuration = this.#withFlags(found.configuration);
    const limit = configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
    const read = decodeArticle(await readAll(this.#environment.stdin, limit), limit);
    const article = await this.#accepted(file, read);
    if (article !== undefined) {
      await this.#publish(lintArticle(file, article.text, this.#options(file, found, configuration, 'all')));
    }
  }

  async #lintFile({ path: file, outright }: FoundArticle): Promise<'linted' | 'left out'> {
    try {
      const found = await this.#configurationFor(file);
      if (found.ignored && (!outright || this.#flags.forceExclude === true)) return 'left out';
      const places = await this.#selection.placesOf(file);
      if (places === undefined) {
        this.#unchanged++;
        return 'linted';
      }
      const configuration = this.#withFlags(found.configuration);
      const article = await this.#accepted(
        file,
        await readArticle(file, configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE),
      );
      const options = this.#options(file, found, configuration, places);
      if (article !== undefined) await this.#publish(await this.#lintOrFix(file, article, options));
    } catch (error) {
      await this.#tell({
        place: this.#shown(file),
        message: `Kossa failed on this file (${messageOf(error)}). This is a fault of Kossa; please report it, with what --debug shows`,
        error,
      });
    }
    return 'linted';
  }

  async #lintOrFix(file: string, article: Article, options: LintArticleOptions): Promise<LintedArticle> {
    const { fix, fixUnsafe, fixDryRun } = this.#flags;
    if (fix !== true && fixUnsafe !== true && fixDryRun !== true) return lintArticle(file, article.text, options);
    const fixed = fixArticle(file, article.text, options, fixUnsafe === true ? 'unsafe' : 'safe');
    if (fixed.text === article.text) return fixed;
    if (fixDryRun === true) {
      await write(this.#environment.stdout, await this.#diff(file, article, fixed.text));
      return fixed;
    }
    const refusal = await writeArticle(file, fixed.text, article);
    if (refusal === undefined) return fixed;
    await this.#tell({ place: this.#shown(file), message: refusal });
    return lintArticle(file, article.text, options);
  }

  /** With the byte-order mark, so that it can be applied. On a terminal nothing in it steers the terminal. */
  async #diff(file: string, article: Article, text: string): Promise<string> {
    const mark = article.hasByteOrderMark ? '\uFEFF' : '';
    const diff = await unifiedDiff(withSlashes(this.#shown(file)), mark + article.text, mark + text);
    return this.#environment.stdout.isTTY === true ? diff.split('\n').map(harmless).join('\n') : diff;
  }

  #options(
    file: string,
    found: FoundConfiguration,
    configuration: Configuration,
    places: ChangedLines,
  ): LintArticleOptions {
    return {
      engine: this.#engine,
      configuration,
      configured: found.file !== undefined,
      today: this.#environment.today,
      report: this.#flags.quiet === true ? 'errors' : 'all',
      failOn: this.#flags.failOn,
      select: (text, findings) => this.#selection.select(file, text, findings, places),
    };
  }

  async #configurationFor(file: string): Promise<FoundConfiguration> {
    const { config, configLookup } = this.#flags;
    if (config === undefined && !configLookup) return NO_CONFIGURATION;
    const target = withSlashes(file);
    try {
      const found =
        config === undefined
          ? await this.#loader.resolve(target)
          : await this.#loader.resolveFrom(withSlashes(path.resolve(this.#environment.cwd, config)), target);
      for (const problem of found.problems) {
        await this.#tell({
          place: `${this.#shown(path.normalize(problem.file))}:${problem.line}:${problem.column}`,
          message: problem.message,
        });
      }
      return found;
    } catch (error) {
      if (!(error instanceof UnreadableConfiguration)) throw error;
      await this.#tell({ place: this.#shown(path.normalize(error.file)), message: error.message, error });
      return NO_CONFIGURATION;
    }
  }

  /** The flags win over every file. */
  #withFlags(configuration: Configuration): Configuration {
    const { style, scope, rule } = this.#flags;
    return mergeConfigurations([
      configuration,
      { ...(style === undefined ? {} : { style }), ...(scope === undefined ? {} : { scope }), rules: rule },
    ]);
  }

  async #accepted(file: string, read: ReadArticle): Promise<Article | undefined> {
    if (!('refusal' in read)) return read;
    await this.#tell({ place: this.#shown(file), message: read.refusal, error: read.error });
    return undefined;
  }

  async #publish(article: LintedArticle): Promise<void> {
    await this.#noteProblems(article);
    this.#count(article);
    await this.#tellAll(await this.#outputs.article(article));
  }

  /** What is no finding and yet to be told: the article is linted all the same. */
  async #noteProblems(article: LintedArticle): Promise<void> {
    const lines = createLineIndex(article.text);
    const place = this.#shown(article.filePath);
    for (const { offset, message } of article.frontMatterProblems.slice(0, 1)) {
      await this.#note(
        `${place}:${lines.placeAt(offset).line}: the front matter is no valid YAML (${message.replace(/\s+/gu, ' ')}): mend this line. The article was checked without it`,
      );
    }
    for (const { ruleId, message, stack } of article.failures) {
      await this.#tell({
        place,
        message: `the rule ${ruleId} failed (${message}) and was left out. This is a fault of Kossa; please report it, with what --debug shows`,
        error: stack,
      });
    }
  }

  #count(article: LintedArticle): void {
    const summary = this.#summary;
    summary.articles++;
    if (article.findings.length > 0) summary.articlesWithFindings++;
    summary.errors += countOf('error', article.findings);
    summary.warnings += countOf('warning', article.findings);
    summary.infos += countOf('info', article.findings);
    summary.hints += countOf('hint', article.findings);
    summary.fixable += article.findings.filter(isSafelyFixable).length;
    summary.fixed += article.fixed;
    if (article.fixed > 0) summary.fixedArticles++;
    if (!article.healthWriting) summary.resting.push(article.filePath);
    this.#warnings += article.warnings;
    this.#failing += article.failing;
  }

  #warningsAreTooMany(): boolean {
    return this.#flags.maxWarnings !== undefined && this.#warnings > this.#flags.maxWarnings;
  }

  /** Said once; the run goes on and ends with 2. */
  async #tell({ place, message, error }: Trouble): Promise<void> {
    this.#failed = true;
    const stack = error instanceof Error ? (error.stack ?? '') : typeof error === 'string' ? error : '';
    await this.#note(`${place}: ${message}${this.#flags.debug === true && stack !== '' ? `\n${stack}` : ''}`);
  }

  async #note(text: string): Promise<void> {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    await write(this.#environment.stderr, `kossa: ${text.split('\n').map(harmless).join('\n')}\n`);
  }

  async #tellAll(troubles: readonly Trouble[]): Promise<void> {
    for (const trouble of troubles) await this.#tell(trouble);
  }

  /** After the report, for people: the formats for programs have no place for it. */
  async #noteWhatWasLeftOut(): Promise<void> {
    const { since, fixDryRun } = this.#flags;
    const { articles, fixed, fixedArticles } = this.#summary;
    if (since !== undefined) {
      const files = `${counted(this.#unchanged, 'unchanged file')} left out`;
      await this.#note(articles === 0 ? `no article has changed since ${since}; ${files}` : `since ${since}: ${files}`);
    }
    for (const sentence of await this.#selection.end()) await this.#note(sentence);
    if (fixDryRun !== true) return;
    await this.#note(
      `${counted(fixed, 'finding')} would be fixed in ${counted(fixedArticles, 'file')}; nothing was written`,
    );
  }

  #shown(file: string): string {
    return shownPath(file, this.#environment.cwd);
  }
}

/** Stops reading soon after the limit: more would not be linted. */
async function readAll(stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
    if (size > limit) break;
  }
  return Buffer.concat(parts);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
