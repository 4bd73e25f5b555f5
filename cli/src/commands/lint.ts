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
import { write, type CommandEnvironment } from '../environment.js';
import { diskHost, UnreadableConfiguration } from '../files/disk-configuration.js';
import { findArticles, type FoundArticle } from '../files/find-articles.js';
import { decodeArticle, readArticle, type Article, type ReadArticle } from '../files/read-article.js';
import { writeArticle } from '../files/write-article.js';
import {
  countOf,
  fixArticle,
  isSafelyFixable,
  lintArticle,
  type LintArticleOptions,
  type LintedArticle,
} from '../lint-article.js';
import { loadEngine } from '../load-engine.js';
import { FORMATS } from '../reports/formats.js';
import type { Report, Summary } from '../reports/report.js';
import { colorsFor, harmless, widthOf } from '../terminal.js';
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
  const lintRun = new LintRun(await loadEngine(environment.dataFolder), flags, environment);
  await lintRun.begin();
  if (flags.stdin === true) await lintRun.lintStandardInput();
  else await lintRun.lintPaths(paths.length === 0 ? ['.'] : paths);
  return lintRun.end();
}

function refuseContradictions(paths: readonly string[], flags: LintFlags): void {
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
  readonly #report: Report;
  readonly #loader: ConfigurationLoader;
  readonly #summary: { -readonly [Key in keyof Summary]: Summary[Key] } & { resting: string[] };
  readonly #told = new Set<string>();
  #warnings = 0;
  #failed = false;

  constructor(engine: Engine, flags: LintFlags, environment: CommandEnvironment) {
    this.#engine = engine;
    this.#flags = flags;
    this.#environment = environment;
    this.#report = FORMATS[flags.format]!({
      cwd: environment.cwd,
      width: widthOf(environment.stdout, environment.env),
      colors: colorsFor(environment.stdout, environment.env, flags.color),
      sources: engine.terminology.compiled.sources,
    });
    this.#loader = createConfigurationLoader(diskHost, engine.rules);
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
    await this.#print(this.#report.begin());
  }

  async end(): Promise<0 | 1 | 2> {
    if (this.#summary.articles > 0 || this.#flags.format !== 'stylish') {
      await this.#print(this.#report.end(this.#summary));
    }
    if (this.#failed) return 2;
    return this.#summary.errors > 0 || this.#warningsAreTooMany() ? 1 : 0;
  }

  async lintPaths(paths: readonly string[]): Promise<void> {
    const found = await findArticles(paths, {
      cwd: this.#environment.cwd,
      gitignore: this.#flags.gitignore ? 'respect' : 'disregard',
    });
    for (const trouble of found.troubles) await this.#tell(trouble);
    for (const { place, message } of found.without) {
      if (found.articles.length === 0) await this.#tell({ place, message });
      else await this.#note(`${place}: ${message}`);
    }
    let left = 0;
    for (const article of found.articles) if ((await this.#lintFile(article)) === 'left out') left++;
    if (left > 0 && left === found.articles.length) {
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
    if (article !== undefined) await this.#publish(this.#lint(file, article.text, found, configuration));
  }

  async #lintFile({ path: file, outright }: FoundArticle): Promise<'linted' | 'left out'> {
    try {
      const found = await this.#configurationFor(file);
      if (found.ignored && !outright) return 'left out';
      const configuration = this.#withFlags(found.configuration);
      const article = await this.#accepted(
        file,
        await readArticle(file, configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE),
      );
      if (article !== undefined) await this.#publish(await this.#lintOrFix(file, article, found, configuration));
    } catch (error) {
      await this.#tell({
        place: this.#shown(file),
        message: `Kossa failed on this file (${messageOf(error)}). This is a fault of Kossa; please report it, with what --debug shows`,
        error,
      });
    }
    return 'linted';
  }

  async #lintOrFix(
    file: string,
    article: Article,
    found: FoundConfiguration,
    configuration: Configuration,
  ): Promise<LintedArticle> {
    if (this.#flags.fix !== true) return this.#lint(file, article.text, found, configuration);
    const fixed = fixArticle(file, article.text, this.#options(found, configuration));
    if (fixed.text === article.text) return fixed;
    const refusal = await writeArticle(file, fixed.text, article);
    if (refusal === undefined) return fixed;
    await this.#tell({ place: this.#shown(file), message: refusal });
    return this.#lint(file, article.text, found, configuration);
  }

  #lint(file: string, text: string, found: FoundConfiguration, configuration: Configuration): LintedArticle {
    return lintArticle(file, text, this.#options(found, configuration));
  }

  #options(found: FoundConfiguration, configuration: Configuration): LintArticleOptions {
    return {
      engine: this.#engine,
      configuration,
      configured: found.file !== undefined,
      today: this.#environment.today,
      report: this.#flags.quiet === true ? 'errors' : 'all',
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
    await this.#print(this.#report.article(article));
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

  async #print(text: string): Promise<void> {
    await write(this.#environment.stdout, text);
  }

  #shown(file: string): string {
    if (!path.isAbsolute(file)) return file;
    const relative = path.relative(this.#environment.cwd, file);
    return relative === '' || relative.startsWith('..') ? file : relative;
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

function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
