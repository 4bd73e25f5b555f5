import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { nearestName } from '../../../engine/src/index.js';
import { write, type CommandEnvironment } from '../environment.js';
import { OutputFile } from '../files/output-file.js';
import type { LintedArticle } from '../lint-article.js';
import type { RunRecord } from '../lint/run-record.js';
import type { LateEngine } from '../load-engine.js';
import { UsageError, type Trouble } from '../trouble.js';
import { FORMATS, formatOfFile, onlyFormatOfFile } from './formats.js';
import { contextOf, PAPER } from './report-context.js';
import type { Report, Summary } from './report.js';

/** What the command line says of reports. */
export interface AskedOutputs {
  /** Of the report that is printed. */
  readonly format: string;
  /** False: the format is the default. */
  readonly formatGiven: boolean;
  /** Each `FILE` or `FORMAT:FILE`. */
  readonly output: readonly string[];
  readonly color?: boolean;
}

/** A report and where its pieces go. */
interface Destination {
  readonly report: Report;
  /** Undefined for the standard output. */
  readonly file: OutputFile | undefined;
  readonly place: string;
  readonly format: string;
  /** What is gathered of it and not yet written: a write for every article costs more than to make its report. */
  pending: string;
}

/** UTF-16 units. */
const MOST_PENDING = 65_536;

/**
 * All reports of a run: the printed one and those in files. A file that cannot be written to is told once and left; the
 * others go on.
 */
export class Outputs {
  readonly #destinations: Destination[];
  readonly #files: ReadonlySet<string>;
  readonly #environment: CommandEnvironment;

  private constructor(destinations: Destination[], files: ReadonlySet<string>, environment: CommandEnvironment) {
    this.#destinations = destinations;
    this.#files = files;
    this.#environment = environment;
  }

  /** @throws UsageError where a file cannot be opened, or it is not said what to write into it */
  static async open(
    asked: AskedOutputs,
    engine: LateEngine,
    environment: CommandEnvironment,
    run?: RunRecord,
  ): Promise<Outputs> {
    const told = run === undefined ? {} : { run };
    const { files, printed } = readOutputs(asked, environment.cwd);
    const knowledge = {
      terminology: await engine.terminology(),
      rules: engine.rules,
    };
    const destinations: Destination[] = [];
    if (printed !== undefined) {
      const report = FORMATS[printed]!({ ...contextOf(knowledge, environment, asked.color), ...told });
      destinations.push({ report, file: undefined, place: 'standard output', format: printed, pending: '' });
    }
    const outputs = new Outputs(destinations, new Set(files.keys()), environment);
    for (const [file, { format, place }] of files) {
      const context = contextOf(knowledge, { ...environment, stdout: PAPER }, asked.color ?? false);
      const report = FORMATS[format]!({ ...context, ...told });
      try {
        destinations.push({ report, file: await OutputFile.open(file), place, format, pending: '' });
      } catch (error) {
        await outputs.discard();
        throw new UsageError(`${place}: the report ${describeWriteError(error)}`, { cause: error });
      }
    }
    return outputs;
  }

  /**
   * The articles but those that are reports of this run.
   * @throws UsageError where one was named outright: it would be lost
   */
  withoutReports<Found extends { readonly path: string; readonly outright: boolean }>(
    articles: readonly Found[],
  ): readonly Found[] {
    const lost = articles.find((article) => article.outright && this.#files.has(article.path));
    if (lost !== undefined) {
      throw new UsageError(`${lost.path} is an article to check: write the report into another file.`);
    }
    return articles.filter(({ path: file }) => !this.#files.has(file));
  }

  begin(): Promise<readonly Trouble[]> {
    return this.#writeAll(({ report }) => report.begin(), 'gather');
  }

  /** @param position among the articles that were found, from 0 */
  article(article: LintedArticle, position: number): Promise<readonly Trouble[]> {
    return this.#writeAll(({ report }) => report.article(article, position), 'gather');
  }

  /** Ends all reports and puts the files in their places. */
  async end(summary: Summary): Promise<readonly Trouble[]> {
    const troubles = [
      ...(await this.#writeAll(
        ({ report, format, file }) =>
          // To a person who named no article the complaint about that is enough.
          summary.articles === 0 && format === 'stylish' && file === undefined ? '' : report.end(summary),
        'write',
      )),
    ];
    const appendices = this.#destinations.flatMap(({ report }) => report.appendix?.(summary) ?? []);
    for (const destination of this.#destinations.splice(0)) {
      await destination.file?.commit().catch(async (error: unknown) => {
        troubles.push(unwritten(destination, error));
        await destination.file?.discard();
      });
    }
    for (const { file, text } of appendices) {
      await appendFile(file, text).catch((error: unknown) => {
        troubles.push({ place: file, message: `the summary ${describeWriteError(error)}`, error });
      });
    }
    return troubles;
  }

  /** Leaves the files that were there before. */
  async discard(): Promise<void> {
    for (const { file } of this.#destinations.splice(0)) await file?.discard();
  }

  /** @param when `gather`: until there is much of it; whoever looks at a terminal sees it at once */
  async #writeAll(textOf: (destination: Destination) => string, when: 'gather' | 'write'): Promise<readonly Trouble[]> {
    const troubles: Trouble[] = [];
    for (const destination of [...this.#destinations]) {
      const text = destination.pending + textOf(destination);
      const isWatched = destination.file === undefined && this.#environment.stdout.isTTY === true;
      destination.pending = when === 'gather' && !isWatched && text.length < MOST_PENDING ? text : '';
      if (destination.pending !== '' || text === '') continue;
      if (destination.file === undefined) {
        await write(this.#environment.stdout, text);
        continue;
      }
      try {
        await destination.file.write(text);
      } catch (error) {
        troubles.push(unwritten(destination, error));
        await destination.file.discard();
        this.#destinations.splice(this.#destinations.indexOf(destination), 1);
      }
    }
    return troubles;
  }
}

interface ReadOutputs {
  /** By absolute path. */
  readonly files: ReadonlyMap<string, { readonly format: string; readonly place: string }>;
  /** Undefined where the report that `--format` names goes into a file. */
  readonly printed: string | undefined;
}

function readOutputs({ format, formatGiven, output }: AskedOutputs, cwd: string): ReadOutputs {
  const files = new Map<string, { readonly format: string; readonly place: string }>();
  let printed: string | undefined = format;
  for (const value of output) {
    const { name, format: named } = splitOutput(value);
    if (name === '' || name === '-') {
      throw new UsageError(`--output ${value}: write the name of a file. --format says how to print.`);
    }
    const takesPrinted = named === undefined && formatGiven;
    const meant = named ?? (formatGiven ? format : formatOfFile(name));
    const other = takesPrinted ? onlyFormatOfFile(name) : undefined;
    if (other !== undefined && other !== format) {
      throw new UsageError(
        `--output ${value}: --format ${format} would go into this file. Write \`--output ${other}:${name}\`, or \`--output ${format}:${name}\` where it is meant.`,
      );
    }
    if (takesPrinted) printed = undefined;
    if (meant === undefined) {
      throw new UsageError(
        `--output ${value}: say in which format, as in \`--output junit:${name}\`. Known: ${Object.keys(FORMATS).join(', ')}.`,
      );
    }
    const file = path.resolve(cwd, name);
    if (files.has(file)) throw new UsageError(`--output ${value}: another report goes into this file already.`);
    files.set(file, { format: meant, place: name });
  }
  return { files, printed };
}

/** `sarif:out.sarif` has a format; `out.sarif` and the drive in `C:\out.sarif` have none. */
function splitOutput(value: string): { readonly name: string; readonly format?: string } {
  const [, prefix, name] = /^([a-z]{2,}):(.*)$/su.exec(value) ?? [];
  if (prefix === undefined || name === undefined) return { name: value };
  if (Object.hasOwn(FORMATS, prefix)) return { name, format: prefix };
  const meant = nearestName(prefix, Object.keys(FORMATS));
  throw new UsageError(
    `--output ${value}: unknown format${meant === undefined ? '.' : `; did you mean ${meant}?`} Known: ${Object.keys(FORMATS).join(', ')}. For a file of this name write ./${value}.`,
  );
}

function unwritten({ place }: Destination, error: unknown): Trouble {
  return { place, message: `the report ${describeWriteError(error)}`, error };
}

function describeWriteError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return WRITE_ERRORS[code] ?? `cannot be written (${code === '' ? String(error) : code})`;
}

const WRITE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be written: you lack the permission for its folder',
  EPERM: 'cannot be written: the system does not permit it',
  EROFS: 'cannot be written: this place is read-only',
  EISDIR: 'cannot be written: this is a folder, name a file in it',
  ENOTDIR: 'cannot be written: a part of its path is a file',
  EEXIST: 'cannot be written: a part of its path is a file',
  ENOSPC: 'cannot be written: the disk is full',
  ENAMETOOLONG: 'cannot be written: the name is too long for this system',
};
