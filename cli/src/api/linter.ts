import path from 'node:path';
import {
  createConfigurationLoader,
  DEFAULT_MAX_FILE_SIZE,
  languageOf,
  mergeConfigurations,
  nearestName,
  NO_CONFIGURATION,
  readConfiguration,
  type Configuration,
  type ConfigurationLoader,
  type Engine,
  type FixGrade,
  type FoundConfiguration,
  type Severity,
} from '../../../engine/src/index.js';
import { withSlashes } from '../files/configuration-of.js';
import { diskHost, UnreadableConfiguration } from '../files/disk-configuration.js';
import { findArticles, type FoundArticle } from '../files/find-articles.js';
import { decodeArticle, readArticle, type Article } from '../files/read-article.js';
import { writeArticle } from '../files/write-article.js';
import { fixArticle, lintArticle, type FixesToMake, type LintArticleOptions } from '../lint-article.js';
import { analyze, type Settings } from '../lint/analysis.js';
import { loadEngine } from '../load-engine.js';
import { versionOfPackage } from '../version.js';
import { today } from './surroundings.js';
import { FORMATS } from '../reports/formats.js';
import { contextOf, PAPER } from '../reports/report-context.js';
import { rulePage } from '../rule-page.js';
import type { Trouble } from '../trouble.js';
import { summaryOf, toArticle, toResult, withoutFindings, type LintProblem, type LintResult } from './result.js';

export interface LinterOptions {
  /** The folder that relative paths count from; the working folder of the process by default. */
  readonly cwd?: string;
  /** The only configuration file to read, or false to read none; those nearest to each article by default. */
  readonly configFile?: string | false;
  /** Wins over all files: the keys of `.kossarc.json`. */
  readonly configuration?: Configuration;
  /** An ISO date (YYYY-MM-DD) for rules about review dates; the date of each call by default. */
  readonly today?: string;
  /** False: articles that `.gitignore` names are linted as well. */
  readonly gitignore?: boolean;
}

export interface TextOptions {
  /** Where the text lies or would lie: its configuration holds, and its ending tells Markdown from MDX. */
  readonly filePath?: string;
  /** The fixes to make in the result: `safe` ones, or as well those that a person should review. */
  readonly fix?: 'safe' | 'unsafe';
}

export interface FileOptions {
  readonly fix?: 'safe' | 'unsafe';
  /** False: that no article is found is no error. */
  readonly errorOnUnmatchedPattern?: boolean;
}

export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
  /** The best grade that its fixes reach. */
  readonly fixable: FixGrade | 'none';
  readonly url: string;
}

/** What Kossa does for a program. It keeps what it read of configurations; nothing of it is shared with another linter. */
export interface Linter {
  readonly rules: readonly RuleDescription[];
  /** Names that `format` knows. */
  readonly formats: readonly string[];
  /** Lints a text. What is wrong with its configuration is in `problems`; it rejects only for a fault of Kossa. */
  lintText(text: string, options?: TextOptions): Promise<LintResult>;
  /**
   * Lints the articles that files, folders and glob patterns name. Nothing is written: `writeFixes` does that.
   * @throws (rejects) LinterError where a name leads nowhere, or no article is found
   */
  lintFiles(patterns: string | readonly string[], options?: FileOptions): Promise<readonly LintResult[]>;
  /** The same one article after the other, for more than memory should hold. */
  lintFilesOneByOne(patterns: string | readonly string[], options?: FileOptions): AsyncGenerator<LintResult>;
  /**
   * Writes what fixes changed in files that this linter read, each in one step. A file that was changed meanwhile is
   * left alone.
   * @returns what could not be written
   */
  writeFixes(results: readonly LintResult[]): Promise<readonly LintProblem[]>;
  /**
   * A report of the results, as `kossa lint --format` prints it.
   * @throws LinterError where there is no such format
   */
  format(results: readonly LintResult[], format?: string): string;
  /** The configuration that holds for a file, joined from all that speaks of it. */
  configurationFor(filePath: string): Promise<Configuration>;
  /** Reads configuration files again from now on. */
  forgetConfiguration(): void;
}

/** What a caller can put right: an option, a pattern, a name. */
export class LinterError extends Error {
  override readonly name = 'LinterError';
}

/**
 * Reads the terminology and the words and makes a linter of them.
 * @throws (rejects) LinterError where an option is wrong, or Error where Kossa's own data cannot be read
 */
export async function createLinter(options: LinterOptions = {}): Promise<Linter> {
  const engine = await loadEngine(undefined);
  refuseWrongConfiguration(options.configuration, engine);
  return new DiskLinter(engine, options);
}

const WITHOUT_NAME = '<text>';

class DiskLinter implements Linter {
  readonly formats = Object.keys(FORMATS);
  readonly rules: readonly RuleDescription[];
  readonly #engine: Engine;
  readonly #options: LinterOptions;
  readonly #cwd: string;
  readonly #loader: ConfigurationLoader;
  /** What was read of the files, for a later write. */
  readonly #articles = new WeakMap<LintResult, Article>();

  constructor(engine: Engine, options: LinterOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#cwd = path.resolve(options.cwd ?? '.');
    this.#loader = createConfigurationLoader(diskHost, engine);
    this.rules = engine.rules.map(({ id, summary, severity, fixable }) => ({
      id,
      summary,
      severity,
      fixable,
      url: rulePage(id),
    }));
  }

  async lintText(text: string, { filePath, fix }: TextOptions = {}): Promise<LintResult> {
    const file = filePath === undefined ? WITHOUT_NAME : path.resolve(this.#cwd, filePath);
    const { found, problems } = await this.#found(path.resolve(this.#cwd, filePath ?? WITHOUT_NAME));
    if (filePath !== undefined && found.ignored) return withoutFindings(file, { ignored: true, problems });
    const bytes = new TextEncoder().encode(text);
    const read = decodeArticle(bytes, found.configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE);
    return this.#lint(file, read, { found, problems, fix });
  }

  async lintFiles(patterns: string | readonly string[], options: FileOptions = {}): Promise<readonly LintResult[]> {
    const results: LintResult[] = [];
    for await (const result of this.lintFilesOneByOne(patterns, options)) results.push(result);
    return results;
  }

  async *lintFilesOneByOne(
    patterns: string | readonly string[],
    { fix, errorOnUnmatchedPattern = true }: FileOptions = {},
  ): AsyncGenerator<LintResult> {
    const names = typeof patterns === 'string' ? [patterns] : patterns;
    const found = await findArticles(names, {
      cwd: this.#cwd,
      gitignore: this.#options.gitignore === false ? 'disregard' : 'respect',
      isPlainTextNamed: async (file) => (await this.#found(file)).found.plainText,
    });
    const troubles = [...found.troubles, ...found.unmatched, ...(found.articles.length === 0 ? found.without : [])];
    if (errorOnUnmatchedPattern && troubles.length > 0) throw new LinterError(troubles.map(sentenceOf).join('\n'));
    for (const article of found.articles) {
      const result = await this.#lintFile(article, fix);
      if (result !== undefined) yield result;
    }
  }

  async writeFixes(results: readonly LintResult[]): Promise<readonly LintProblem[]> {
    const problems: LintProblem[] = [];
    for (const result of results) {
      const article = this.#articles.get(result);
      if (result.output === undefined || article === undefined) continue;
      const refusal = await writeArticle(result.filePath, result.output, article);
      if (refusal !== undefined) problems.push({ filePath: result.filePath, message: refusal });
    }
    return problems;
  }

  format(results: readonly LintResult[], format = 'stylish'): string {
    const create = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (create === undefined) {
      const meant = nearestName(format, this.formats);
      throw new LinterError(
        `unknown format ${format}${meant === undefined ? '.' : `; did you mean ${meant}?`} Known: ${this.formats.join(', ')}`,
      );
    }
    const linted = results.filter(({ ignored }) => !ignored);
    const environment = { stdout: PAPER, cwd: this.#cwd, env: {}, version: versionOfPackage() };
    const report = create(
      contextOf({ terminology: this.#engine.terminology.compiled, rules: this.#engine.rules }, environment, false),
    );
    return [
      report.begin(),
      ...linted.map((result) => report.article(toArticle(result))),
      report.end(summaryOf(linted)),
    ].join('');
  }

  async configurationFor(filePath: string): Promise<Configuration> {
    const { found } = await this.#found(path.resolve(this.#cwd, filePath));
    return found.configuration;
  }

  forgetConfiguration(): void {
    this.#loader.forget();
  }

  /** Undefined where the configuration leaves it out and nobody named it. */
  async #lintFile(
    { path: file, outright }: FoundArticle,
    fix: FixesToMake | undefined,
  ): Promise<LintResult | undefined> {
    const { found, problems } = await this.#found(file);
    if (found.ignored && !outright) return undefined;
    const read = readArticle(file, found.configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE);
    const result = await this.#lint(file, read, { found, problems, fix });
    if (!('refusal' in read)) this.#articles.set(result, read);
    return result;
  }

  async #lint(
    file: string,
    read: ReturnType<typeof readArticle>,
    { found, problems, fix }: Found & { readonly fix: FixesToMake | undefined },
  ): Promise<LintResult> {
    if ('refusal' in read) {
      return withoutFindings(file, {
        ignored: false,
        problems: [...problems, { filePath: file, message: read.refusal }],
      });
    }
    const settings: Settings = {
      configuration: found.configuration,
      configured: found.file !== undefined,
      language: languageOf(file),
    };
    const day = this.#options.today ?? today();
    const options: LintArticleOptions = {
      analyze: (text) => analyze(this.#engine, text, settings, day),
      report: 'all',
      failOn: 'error',
    };
    const article = await (fix === undefined
      ? lintArticle(file, read.text, options)
      : fixArticle(file, read.text, options, fix));
    return toResult(article, this.#engine, { original: read.text, problems });
  }

  /** @param file absolute */
  async #found(file: string): Promise<Found> {
    try {
      const found = await this.#lookUp(withSlashes(file));
      const { configuration = {} } = this.#options;
      return {
        found: { ...found, configuration: mergeConfigurations([found.configuration, configuration]) },
        problems: found.problems.map(({ file: place, line, column, message }) => ({
          filePath: path.normalize(place),
          line,
          column,
          message,
        })),
      };
    } catch (error) {
      if (!(error instanceof UnreadableConfiguration)) throw error;
      return {
        found: { ...NO_CONFIGURATION, configuration: this.#options.configuration ?? {} },
        problems: [{ filePath: path.normalize(error.file), message: error.message }],
      };
    }
  }

  async #lookUp(file: string): Promise<FoundConfiguration> {
    const { configFile } = this.#options;
    if (configFile === false) return NO_CONFIGURATION;
    return configFile === undefined
      ? this.#loader.resolve(file)
      : this.#loader.resolveFrom(withSlashes(path.resolve(this.#cwd, configFile)), file);
  }
}

interface Found {
  readonly found: FoundConfiguration;
  readonly problems: readonly LintProblem[];
}

/** An option is a program's, so what is wrong in it ends the attempt. */
function refuseWrongConfiguration(configuration: Configuration | undefined, engine: Engine): void {
  if (configuration === undefined) return;
  const { problems } = readConfiguration('configuration.json', JSON.stringify(configuration), engine.rules);
  if (problems.length > 0) {
    throw new LinterError(`configuration: ${problems.map(({ message }) => message).join('; ')}`);
  }
  const unread = (['extends', 'overrides', 'ignores', 'root'] as const).filter((key) => key in configuration);
  if (unread.length > 0) {
    throw new LinterError(
      `configuration: ${unread.join(', ')} ${unread.length === 1 ? 'belongs' : 'belong'} in a file, whose folder paths count from: name one in \`configFile\``,
    );
  }
}

function sentenceOf({ place, message }: Trouble): string {
  return `${place}: ${message}`;
}
