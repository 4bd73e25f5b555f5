import path from 'node:path';
import { createLineIndex, DEFAULT_MAX_FILE_SIZE } from '../../../engine/src/index.js';
import type { LintFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { shownPath, withSlashes } from '../files/configuration-of.js';
import { findArticles, type FoundArticle } from '../files/find-articles.js';
import { decodeArticle, readArticle, type Article } from '../files/read-article.js';
import { unifiedDiff } from '../files/unified-diff.js';
import { writeArticle } from '../files/write-article.js';
import type { ChangedLines } from '../git/changed-lines.js';
import { fixArticle, lintArticle, type LintArticleOptions, type LintedArticle } from '../lint-article.js';
import type { LateEngine } from '../load-engine.js';
import type { Progress } from '../progress.js';
import type { Outputs } from '../reports/outputs.js';
import { counted, type Selection } from '../selection.js';
import { harmless } from '../terminal.js';
import { UsageError, type Trouble } from '../trouble.js';
import type { Analysis, Settings } from './analysis.js';
import { OwnAnalyzer, type Analyzer } from './analyzer.js';
import { SettingsReader } from './article-settings.js';
import { chooseAnalyzer } from './choose-analyzer.js';
import { inOrder } from './in-order.js';
import { RunCounts } from './run-counts.js';
import type { RunRecord } from './run-record.js';
import { isInShard, nameInFolder } from './shard.js';

const STANDARD_INPUT = '<stdin>';

/** What a run is made of. */
export interface LintRunParts {
  readonly engine: LateEngine;
  readonly flags: LintFlags;
  readonly environment: CommandEnvironment;
  readonly outputs: Outputs;
  readonly selection: Selection;
  readonly record: RunRecord;
  readonly progress?: Progress;
  /** Told of each article that is reported. */
  onArticle?(article: LintedArticle): void;
  /** True from the moment on at which no more articles are wanted. */
  isStopped?(): boolean;
}

/** One article as far as it can be done before those in front of it are reported. */
interface Prepared {
  readonly file: string;
  /** Among the articles that were found, from 0. */
  readonly position: number;
  readonly troubles: readonly Trouble[];
  readonly outcome: 'left out' | 'unchanged' | 'refused' | ReadyArticle;
}

interface ReadyArticle {
  readonly article: Article;
  readonly settings: Settings;
  readonly places: ChangedLines;
  readonly analysis: Analysis;
}

/**
 * One run: articles are read and analysed several at once, and reported one by one in their order. Only counts are
 * remembered.
 */
export class LintRun {
  readonly #parts: LintRunParts;
  readonly #engine: LateEngine;
  readonly #flags: LintFlags;
  readonly #environment: CommandEnvironment;
  readonly #outputs: Outputs;
  readonly #selection: Selection;
  readonly #settings: SettingsReader;
  readonly #record: RunRecord;
  readonly #counts = new RunCounts();
  #analyzer: Analyzer;
  /** Of articles that were read and are not yet reported. */
  #bytesUnderWay = 0;
  #unchanged = 0;

  constructor(parts: LintRunParts) {
    const { engine, flags, environment, outputs, selection, record } = parts;
    this.#parts = parts;
    this.#record = record;
    this.#engine = engine;
    this.#flags = flags;
    this.#environment = environment;
    this.#outputs = outputs;
    this.#selection = selection;
    this.#settings = new SettingsReader(flags, environment.cwd, engine);
    this.#analyzer = new OwnAnalyzer(engine, environment.today);
  }

  async begin(): Promise<void> {
    await this.#tellAll(await this.#outputs.begin());
  }

  async end(): Promise<0 | 1 | 2> {
    await this.#tellAll(await this.#outputs.end(this.#counts.summary));
    await this.#noteWhatWasLeftOut();
    if (this.#record.failed) return 2;
    return this.#counts.isFailure(this.#flags.maxWarnings) ? 1 : 0;
  }

  /** @param only absolute paths: the others are left out */
  async lintPaths(paths: readonly string[], only?: ReadonlySet<string>): Promise<void> {
    const found = await findArticles(paths, {
      cwd: this.#environment.cwd,
      gitignore: this.#flags.gitignore ? 'respect' : 'disregard',
      isPlainTextNamed: (file) => this.#settings.isPlainTextNamed(file),
      ...(this.#flags.ext === undefined ? {} : { endings: this.#flags.ext }),
    });
    await this.#tellAll(found.troubles);
    const { filesFrom, errorOnUnmatchedPattern } = this.#flags;
    const mayBeNothing = !errorOnUnmatchedPattern;
    if (paths.length === 0) await this.#note(`--files-from ${filesFrom ?? ''}: no file is named, so none is checked`);
    for (const trouble of found.unmatched) {
      if (mayBeNothing) await this.#note(`${trouble.place}: ${trouble.message}`);
      else await this.#tell(trouble);
    }
    for (const { place, message } of found.without) {
      if (found.articles.length === 0 && !mayBeNothing && filesFrom === undefined) await this.#tell({ place, message });
      else await this.#note(`${place}: ${message}`);
    }
    const { shard } = this.#flags;
    const { cwd } = this.#environment;
    this.#record.recordFound(found.articles.map((article) => nameInFolder(article.path, cwd)));
    const positions = new Map(found.articles.map((article, index) => [article, index]));
    const articles = this.#outputs
      .withoutReports(found.articles)
      .filter((article) => shard === undefined || isInShard(article.path, shard, cwd))
      .filter((article) => only === undefined || only.has(article.path));
    await this.#lintFiles(articles, (article) => positions.get(article)!);
    const allLeftOut = this.#record.leftOut > 0 && this.#record.leftOut === found.articles.length;
    if (shard === undefined && allLeftOut && this.#flags.forceExclude !== true && !mayBeNothing) {
      await this.#tell({
        place: paths.join(' '),
        message:
          'the `ignores` of the configuration, or .kossaignore, leave out every file: name a file outright, or change them',
      });
    }
  }

  async lintStandardInput(): Promise<void> {
    const name = this.#flags.stdinFilename;
    const { cwd, stdin } = this.#environment;
    const file = name === undefined ? STANDARD_INPUT : path.resolve(cwd, name);
    const { settings, troubles } = await this.#settings.settingsOf(
      name === undefined ? path.join(cwd, STANDARD_INPUT) : file,
    );
    await this.#tellAll(troubles);
    const limit = settings.configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
    const read = decodeArticle(await readAll(stdin, limit), limit);
    if ('refusal' in read) {
      await this.#tell({ place: this.#shown(file), message: read.refusal, error: read.error });
      return;
    }
    const analysis = await this.#analyzer.analyze(read, settings);
    await this.#publish(
      await lintArticle(file, read.text, this.#options(file, { article: read, settings, places: 'all', analysis })),
      0,
    );
  }

  async #lintFiles(articles: readonly FoundArticle[], positionOf: (article: FoundArticle) => number): Promise<void> {
    const analyzer = await chooseAnalyzer({
      engine: this.#engine,
      flags: this.#flags,
      environment: this.#environment,
      files: articles.map((article) => article.path),
      note: ({ place, message }) => this.#notes.push(`${this.#shown(place)}: ${message}`),
    });
    this.#analyzer = analyzer;
    let done = 0;
    try {
      const mayStart = (underWay: number): boolean =>
        underWay < analyzer.width && this.#bytesUnderWay < MOST_BYTES_UNDER_WAY;
      for await (const prepared of inOrder(articles, mayStart, (article) =>
        this.#prepare(article, positionOf(article)),
      )) {
        if (this.#parts.isStopped?.() === true) break;
        if (this.#fatal !== undefined) throw this.#fatal;
        await this.#finish(prepared);
        this.#parts.progress?.show(++done, articles.length);
      }
    } finally {
      await analyzer.close();
    }
    for (const note of this.#notes.splice(0)) await this.#note(note);
  }

  /** What the parts of a run have to say when it is over. */
  readonly #notes: string[] = [];
  /** Nothing at all can be done: Kossa's own data is broken. */
  #fatal: UsageError | undefined;

  async #prepare({ path: file, outright }: FoundArticle, position: number): Promise<Prepared> {
    const troubles: Trouble[] = [];
    try {
      const { settings, ignored, troubles: own } = await this.#settings.settingsOf(file);
      troubles.push(...own);
      if (ignored && (!outright || this.#flags.forceExclude === true)) {
        return { file, position, troubles, outcome: 'left out' };
      }
      const places = await this.#selection.placesOf(file);
      if (places === undefined) return { file, position, troubles, outcome: 'unchanged' };
      const article = readArticle(file, settings.configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE);
      if ('refusal' in article) {
        troubles.push({ place: this.#shown(file), message: article.refusal, error: article.error });
        return { file, position, troubles, outcome: 'refused' };
      }
      this.#bytesUnderWay += article.bytes.length;
      const analysis = await this.#analyzer.analyze(article, settings);
      return { file, position, troubles, outcome: { article, settings, places, analysis } };
    } catch (error) {
      if (error instanceof UsageError) this.#fatal = error;
      troubles.push(this.#ownFault(file, error));
      return { file, position, troubles, outcome: 'refused' };
    }
  }

  async #finish({ file, position, troubles, outcome }: Prepared): Promise<void> {
    await this.#tellAll(troubles);
    if (outcome === 'unchanged') this.#unchanged++;
    if (outcome === 'left out') this.#record.leftOut++;
    if (typeof outcome === 'string') return;
    this.#bytesUnderWay -= outcome.article.bytes.length;
    try {
      await this.#publish(await this.#lintOrFix(file, outcome), position);
    } catch (error) {
      await this.#tell(this.#ownFault(file, error));
    }
  }

  async #lintOrFix(file: string, ready: ReadyArticle): Promise<LintedArticle> {
    const { fix, fixUnsafe, fixDryRun } = this.#flags;
    const { article } = ready;
    const options = this.#options(file, ready);
    if (fix !== true && fixUnsafe !== true && fixDryRun !== true) return lintArticle(file, article.text, options);
    const fixed = await fixArticle(file, article.text, options, fixUnsafe === true ? 'unsafe' : 'safe');
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

  #options(file: string, { article, settings, places, analysis }: ReadyArticle): LintArticleOptions {
    return {
      report: this.#flags.quiet === true ? 'errors' : 'all',
      failOn: this.#flags.failOn,
      analyze: (text) => (text === article.text ? analysis : this.#analyzer.analyze({ text }, settings)),
      select: (text, findings) => this.#selection.select(file, text, findings, places),
    };
  }

  async #publish(article: LintedArticle, position: number): Promise<void> {
    await this.#noteProblems(article);
    this.#counts.add(article);
    this.#parts.onArticle?.(article);
    await this.#tellAll(await this.#outputs.article(article, position));
  }

  /** What is no finding and yet to be told: the article is linted all the same. */
  async #noteProblems(article: LintedArticle): Promise<void> {
    const place = this.#shown(article.filePath);
    for (const { offset, message } of article.frontMatterProblems.slice(0, 1)) {
      const { line } = createLineIndex(article.text).placeAt(offset);
      await this.#note(
        `${place}:${line}: the front matter is no valid YAML (${message.replace(/\s+/gu, ' ')}): mend this line. The article was checked without it`,
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

  #ownFault(file: string, error: unknown): Trouble {
    return {
      place: this.#shown(file),
      message: `Kossa failed on this file (${messageOf(error)}). This is a fault of Kossa; please report it, with what --debug shows`,
      error,
    };
  }

  /** Said once; the run goes on and ends with 2. */
  async #tell({ place, message, error }: Trouble): Promise<void> {
    this.#record.failed = true;
    const stack = error instanceof Error ? (error.stack ?? '') : typeof error === 'string' ? error : '';
    await this.#note(`${place}: ${message}${this.#flags.debug === true && stack !== '' ? `\n${stack}` : ''}`);
  }

  async #note(text: string): Promise<void> {
    if (this.#record.notes.has(text)) return;
    this.#record.notes.add(text);
    await write(this.#environment.stderr, `kossa: ${text.split('\n').map(harmless).join('\n')}\n`);
  }

  async #tellAll(troubles: readonly Trouble[]): Promise<void> {
    for (const trouble of troubles) await this.#tell(trouble);
  }

  /** After the report, for people: the formats for programs have no place for it. */
  async #noteWhatWasLeftOut(): Promise<void> {
    const { since, fixDryRun } = this.#flags;
    const { articles, fixed, fixedArticles } = this.#counts.summary;
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

/** More would be held in memory to no purpose. */
const MOST_BYTES_UNDER_WAY = 4_000_000;

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
