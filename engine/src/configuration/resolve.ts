import type { Rule } from '../rules/rule.js';
import type { Configuration, ResolvedConfiguration } from './configuration.js';
import { mergeConfigurations } from './merge.js';
import { pathPatterns, type PathPatterns } from './path-patterns.js';
import { readConfiguration, type ConfigurationProblem } from './validate.js';
import { readWordsFile, WORDS_FILE, type ReadWords } from './words-file.js';

/**
 * What the loader needs of the world. Paths have forward slashes; the host turns them into its own: files of a
 * disk in the command, documents of a workspace in the editor.
 */
export interface ConfigurationHost {
  /** The text of a file; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
}

export interface FoundConfiguration extends ResolvedConfiguration {
  /** The files that it was joined from, nearest first. */
  readonly files: readonly string[];
  /** The `ignores` of a configuration name the file. */
  readonly ignored: boolean;
  /** What is wrong in these files; all else holds. */
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationLoader {
  /**
   * What holds for one document. Never rejects because of what a file says; rejects where the host's `read` does.
   * @param path of the document, absolute, with forward slashes
   */
  resolve(path: string): Promise<FoundConfiguration>;
  /** The same from one file that the user named, without looking for others; the words of the project hold as well. */
  resolveFrom(configurationFile: string, path: string): Promise<FoundConfiguration>;
  /** Forgets what was read: after a change of a configuration file. */
  forget(): void;
}

/** In this order; the first that is found in a folder holds there. */
export const CONFIGURATION_FILE_NAMES = [
  '.kossarc.json',
  '.kossarc.jsonc',
  '.kossarc.yaml',
  '.kossarc.yml',
  'kossa.config.json',
  'package.json',
] as const;

/** One loader for command and editor, for settings and for the words of the project. It remembers what it read until `forget`. */
export function createConfigurationLoader(host: ConfigurationHost, rules: readonly Rule[]): ConfigurationLoader {
  const folders = new Map<string, Promise<Layer | undefined>>();
  const named = new Map<string, Promise<Layer | undefined>>();
  const words = new Map<string, Promise<ReadWords>>();

  const layerOf = (folder: string): Promise<Layer | undefined> =>
    remembered(folders, folder, () => readFolder(folder, host, rules));

  const wordsOf = (folder: string): Promise<ReadWords> => remembered(words, folder, () => readWords(folder, host));

  return {
    async resolve(path) {
      const layers: Layer[] = [];
      const ownWords: ReadWords[] = [];
      for (const folder of foldersAbove(path)) {
        ownWords.push(await wordsOf(folder));
        const layer = await layerOf(folder);
        if (layer === undefined) continue;
        layers.push(layer);
        if (layer.root) break;
      }
      return join(layers, ownWords, path);
    },
    async resolveFrom(configurationFile, path) {
      const layer = await remembered(named, configurationFile, () => readLayer(configurationFile, host, rules));
      if (layer !== undefined) {
        const ownWords: ReadWords[] = [];
        for (const folder of foldersAbove(path)) ownWords.push(await wordsOf(folder));
        return join([layer], ownWords, path);
      }
      const missing = {
        file: configurationFile,
        line: 1,
        column: 1,
        message: 'there is no such configuration file, or it has no "kossa" key: check the name',
      };
      return { configuration: {}, files: [], ignored: false, problems: [missing] };
    },
    forget() {
      folders.clear();
      named.clear();
      words.clear();
    },
  };
}

/** One configuration file, its patterns ready to be asked with paths relative to its folder. */
interface Layer {
  readonly file: string;
  readonly folder: string;
  readonly root: boolean;
  /** What holds whatever the document. */
  readonly settings: Configuration;
  readonly ignores: PathPatterns;
  readonly overrides: readonly { readonly files: PathPatterns; readonly settings: Configuration }[];
  readonly problems: readonly ConfigurationProblem[];
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}

async function readFolder(folder: string, host: ConfigurationHost, rules: readonly Rule[]): Promise<Layer | undefined> {
  for (const name of CONFIGURATION_FILE_NAMES) {
    const layer = await readLayer(`${folder}/${name}`, host, rules);
    if (layer !== undefined) return layer;
  }
  return undefined;
}

async function readLayer(file: string, host: ConfigurationHost, rules: readonly Rule[]): Promise<Layer | undefined> {
  const text = await host.read(file);
  if (text === undefined) return undefined;
  const { configuration, problems } = readConfiguration(file, text, rules);
  if (configuration === undefined) return undefined;
  const { ignores = [], overrides = [], root = false, ...settings } = configuration;
  return {
    file,
    folder: folderOf(file),
    root,
    settings,
    ignores: pathPatterns(ignores),
    overrides: overrides.map(({ files, ...own }) => ({ files: pathPatterns(files), settings: own })),
    problems,
  };
}

async function readWords(folder: string, host: ConfigurationHost): Promise<ReadWords> {
  const file = `${folder}/${WORDS_FILE}`;
  const text = await host.read(file);
  return text === undefined ? NO_WORDS : readWordsFile(file, text);
}

const NO_WORDS: ReadWords = { words: [], problems: [] };

/**
 * @param layers nearest first
 * @param ownWords of the folders above, nearest first
 */
function join(layers: readonly Layer[], ownWords: readonly ReadWords[], path: string): FoundConfiguration {
  const parts: Configuration[] = [];
  let ignored = false;
  for (const layer of [...layers].reverse()) {
    parts.push(layer.settings);
    const relative = relativeTo(layer.folder, path);
    if (relative === undefined) continue;
    ignored = layer.ignores(relative, ignored);
    for (const override of layer.overrides) if (override.files(relative, false)) parts.push(override.settings);
  }
  for (const { words } of ownWords) if (words.length > 0) parts.push({ words });
  const file = layers[0]?.file;
  return {
    configuration: mergeConfigurations(parts),
    ...(file === undefined ? {} : { file }),
    files: layers.map((layer) => layer.file),
    ignored,
    problems: [...layers, ...ownWords].flatMap(({ problems }) => problems),
  };
}

function relativeTo(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** From the document's folder up to the root, which is the empty string. */
function* foldersAbove(path: string): Generator<string> {
  let folder = folderOf(path);
  for (;;) {
    yield folder;
    if (!folder.includes('/')) return;
    folder = folderOf(folder);
  }
}
