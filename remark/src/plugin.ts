import path from 'node:path';
import {
  createConfigurationLoader,
  createLineIndex,
  mergeConfigurations,
  NO_CONFIGURATION,
  readConfiguration,
  type Configuration,
  type Engine,
  type FoundConfiguration,
} from '../../engine/src/index.js';
import { diskHost } from './disk-host.js';
import { loadEngine } from './load-engine.js';
import { tellFinding, tellTrouble, type MessageSink } from './messages.js';

export interface KossaOptions {
  /** The only configuration file to read, from the folder of the run, or false to read none; those nearest by default. */
  readonly configFile?: string | false;
  /** Wins over all files: the keys of `.kossarc.json`. */
  readonly configuration?: Configuration;
  /** An ISO date (YYYY-MM-DD) for rules about review dates; the date of the run by default. */
  readonly today?: string;
}

/** What the plugin uses of a virtual file. */
export interface ArticleFile extends MessageSink {
  readonly value: string | Uint8Array | undefined;
  readonly path?: string | undefined;
  readonly cwd: string;
}

/**
 * A remark plugin: what Kossa finds in the source of a file, as messages. The tree is neither read nor changed, since
 * other plugins may have changed it before, and positions must be those of the file.
 * @throws Error where an option is wrong
 */
export function kossa(options: KossaOptions = {}): (tree: unknown, file: ArticleFile) => Promise<undefined> {
  const loader = remember(async () => createConfigurationLoader(diskHost, await engine()));
  return async (_tree, file) => {
    const loaded = await engine();
    refuseWrongConfiguration(options, loaded);
    const value = textOf(file.value);
    // Engine and parsers leave a byte-order mark out; places in the file count it.
    const shift = value.startsWith('\uFEFF') ? 1 : 0;
    const found = await configurationFor(file, options, loader);
    for (const problem of found.problems) {
      tellTrouble(file, `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
    if (found.ignored) return undefined;
    const { findings, failures } = loaded.lint(value.slice(shift), {
      configuration: mergeConfigurations([found.configuration, options.configuration ?? {}]),
      configured: found.file !== undefined,
      today: options.today ?? today(),
      language: /\.mdx$/iu.test(file.path ?? '') ? 'mdx' : 'markdown',
    });
    const source = { value, lines: createLineIndex(value), shift, engine: loaded };
    for (const finding of findings) tellFinding(file, finding, source);
    for (const { ruleId, error } of failures) {
      const message = error instanceof Error ? error.message : String(error);
      tellTrouble(file, `the rule ${ruleId} failed (${message}) and was left out: this is a fault of Kossa`);
    }
    return undefined;
  };
}

/** unified-engine makes a processor, and with it a plugin, for every file; the data never changes and is read once. */
const engine = remember(loadEngine);

function remember<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function textOf(value: ArticleFile['value']): string {
  return typeof value === 'string' ? value : new TextDecoder('utf-8', { ignoreBOM: true }).decode(value);
}

async function configurationFor(
  file: ArticleFile,
  { configFile }: KossaOptions,
  loader: () => Promise<ReturnType<typeof createConfigurationLoader>>,
): Promise<FoundConfiguration> {
  if (configFile === false) return NO_CONFIGURATION;
  const target = withSlashes(path.resolve(file.cwd, file.path ?? 'unnamed.md'));
  const known = await loader();
  return configFile === undefined
    ? known.resolve(target)
    : known.resolveFrom(withSlashes(path.resolve(file.cwd, configFile)), target);
}

/** What is wrong in an option is wrong for all files. */
function refuseWrongConfiguration({ configuration }: KossaOptions, { rules }: Engine): void {
  if (configuration === undefined) return;
  const { problems } = readConfiguration('configuration.json', JSON.stringify(configuration), rules);
  if (problems.length > 0) {
    throw new Error(`kossa/remark: configuration: ${problems.map(({ message }) => message).join('; ')}`);
  }
}

function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

function today(): string {
  const date = new Date();
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
