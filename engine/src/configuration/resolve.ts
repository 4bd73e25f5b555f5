import type { Rule } from '../rules/rule.js';
import type { Configuration, ResolvedConfiguration } from './configuration.js';
import { readWithExtended, type ReadFile } from './extends.js';
import { CONFIGURATION_FILE_NAMES } from './file-names.js';
import { IGNORE_FILE, readIgnoreFile } from './ignore-file.js';
import { mergeConfigurations } from './merge.js';
import { pathPatterns, type PathPatterns } from './path-patterns.js';
import { folderOf, foldersAbove, relativeTo } from './paths.js';
import type { TerminologyFile } from '../terminology/located.js';
import type { TerminologyProblem } from '../terminology/problems.js';
import { readTermFiles, type FolderEntry } from './term-files.js';
import { readConfiguration, type ConfigurationProblem } from './validate.js';
import { readWordsFile, WORDS_FILE, type ReadWords } from './words-file.js';

/**
 * What the loader needs of the world. Paths have forward slashes; the host turns them into its own: files of a
 * disk in the command, documents of a workspace in the editor.
 */
export interface ConfigurationHost {
  /** The text of a file; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** What lies in a folder; nothing where there is none. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}

/** What files are held against. An engine is one. */
export interface ConfigurationKnowledge {
  readonly rules: readonly Rule[];
  /** What is wrong in a project's own terms. */
  checkTerms(files: readonly TerminologyFile[]): readonly TerminologyProblem[] | Promise<readonly TerminologyProblem[]>;
}

/** What one place says of a document. */
export interface ConfigurationPart {
  readonly file: string;
  /** The file that names it under `extends`, where one does. */
  readonly extendedBy?: string;
  /** Which entry of its `overrides` says it, from 1; absent for what the file says of all documents. */
  readonly override?: number;
  readonly configuration: Configuration;
}

export interface FoundConfiguration extends ResolvedConfiguration {
  /** The files that it was joined from, nearest first; what a file extends comes after it. */
  readonly files: readonly string[];
  /** What they say, the strongest last. */
  readonly parts: readonly ConfigurationPart[];
  /** The `ignores` of a configuration, or a `.kossaignore`, name the file. */
  readonly ignored: boolean;
  /** The file that decided about it, where one spoke of it. */
  readonly ignoredBy?: string;
  /** The `plainText` of a configuration names the file. */
  readonly plainText: boolean;
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

/** Nothing holds and nothing is wrong: where no configuration is looked for. */
export const NO_CONFIGURATION: FoundConfiguration = {
  configuration: {},
  files: [],
  parts: [],
  ignored: false,
  plainText: false,
  problems: [],
};

/** One loader for command and editor, for settings and for the words of the project. It remembers what it read until `forget`. */
export function createConfigurationLoader(
  host: ConfigurationHost,
  { rules, checkTerms }: ConfigurationKnowledge,
): ConfigurationLoader {
  const files = new Map<string, ReturnType<ReadFile>>();
  const folders = new Map<string, Promise<Layer | undefined>>();
  const named = new Map<string, Promise<Layer | undefined>>();
  const owned = new Map<string, Promise<OwnFiles>>();
  const checked = new Map<string, Promise<readonly ConfigurationProblem[]>>();

  const read: ReadFile = (file) =>
    remembered(files, file, async () => {
      const text = await host.read(file);
      return text === undefined ? undefined : readConfiguration(file, text, rules);
    });

  const layerOf = (folder: string): Promise<Layer | undefined> =>
    remembered(folders, folder, () => readFolder(folder, read, host));

  const ownFilesOf = (folder: string): Promise<OwnFiles> => remembered(owned, folder, () => readOwnFiles(folder, host));

  /** The same files are checked once, however many documents they hold for. */
  const withTermProblems = async (found: FoundConfiguration): Promise<FoundConfiguration> => {
    const { termFiles } = found.configuration;
    if (termFiles === undefined) return found;
    const key = termFiles.map(({ path }) => path).join('\n');
    const problems = await remembered(checked, key, async () =>
      (await checkTerms(termFiles)).map(({ path, line, column, message }) => ({ file: path, line, column, message })),
    );
    return problems.length === 0 ? found : { ...found, problems: [...found.problems, ...problems] };
  };

  return {
    async resolve(path) {
      const layers: Layer[] = [];
      const own: OwnFiles[] = [];
      for (const folder of foldersAbove(path)) {
        own.push(await ownFilesOf(folder));
        const layer = await layerOf(folder);
        if (layer === undefined) continue;
        layers.push(layer);
        if (layer.root) break;
      }
      return withTermProblems(join(layers, own, path));
    },
    async resolveFrom(configurationFile, path) {
      const layer = await remembered(named, configurationFile, () => readLayer(configurationFile, read, host));
      const own: OwnFiles[] = [];
      if (layer !== undefined) {
        for (const folder of foldersAbove(path)) own.push(await ownFilesOf(folder));
        return withTermProblems(join([layer], own, path));
      }
      const missing = {
        file: configurationFile,
        line: 1,
        column: 1,
        message: 'there is no such configuration file, or it has no "kossa" key: check the name',
      };
      return { ...NO_CONFIGURATION, problems: [missing] };
    },
    forget() {
      for (const known of [files, folders, named, owned, checked]) known.clear();
    },
  };
}

/** A configuration file with what it extends, its patterns ready to be asked with paths relative to its folder. */
interface Layer {
  readonly file: string;
  readonly folder: string;
  readonly root: boolean;
  /** What yields first: the file itself comes last. */
  readonly members: readonly LayerMember[];
  readonly problems: readonly ConfigurationProblem[];
}

interface LayerMember {
  readonly file: string;
  readonly extendedBy?: string;
  /** What holds whatever the document. */
  readonly settings: Configuration;
  readonly ignores: PathPatterns;
  readonly plainText: PathPatterns;
  readonly overrides: readonly { readonly files: PathPatterns; readonly settings: Configuration }[];
}

/** What a folder has beside its configuration. */
interface OwnFiles {
  readonly folder: string;
  readonly words: ReadWords;
  readonly ignores?: PathPatterns;
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}

async function readFolder(folder: string, read: ReadFile, host: ConfigurationHost): Promise<Layer | undefined> {
  for (const name of CONFIGURATION_FILE_NAMES) {
    const layer = await readLayer(`${folder}/${name}`, read, host);
    if (layer !== undefined) return layer;
  }
  return undefined;
}

async function readLayer(file: string, read: ReadFile, host: ConfigurationHost): Promise<Layer | undefined> {
  const extended = await readWithExtended(file, read);
  if (extended === undefined) return undefined;
  const problems = [...extended.problems];
  const members: (LayerMember & { readonly root: boolean })[] = [];
  for (const { configuration, terms, ...place } of extended.files) {
    const { ignores = [], plainText = [], overrides = [], root = false, ...settings } = configuration;
    const own = await readTermFiles(terms, folderOf(place.file), place.file, host);
    problems.push(...own.problems);
    members.push({
      ...place,
      root,
      settings: own.files.length === 0 ? settings : { ...settings, termFiles: own.files },
      ignores: pathPatterns(ignores),
      plainText: pathPatterns(plainText),
      overrides: overrides.map(({ files, ...rest }) => ({ files: pathPatterns(files), settings: rest })),
    });
  }
  // Whether the search stops is for the file that lies there to say, not for a shared one.
  return { file, folder: folderOf(file), root: members.at(-1)!.root, members, problems };
}

async function readOwnFiles(folder: string, host: ConfigurationHost): Promise<OwnFiles> {
  const file = `${folder}/${WORDS_FILE}`;
  const [words, ignores] = await Promise.all([host.read(file), host.read(`${folder}/${IGNORE_FILE}`)]);
  return {
    folder,
    words: words === undefined ? NO_WORDS : readWordsFile(file, words),
    ...(ignores === undefined ? {} : { ignores: readIgnoreFile(ignores) }),
  };
}

const NO_WORDS: ReadWords = { words: [], problems: [] };

/**
 * @param layers nearest first
 * @param own of the folders above, nearest first
 */
function join(layers: readonly Layer[], own: readonly OwnFiles[], path: string): FoundConfiguration {
  const parts: ConfigurationPart[] = [];
  for (const layer of [...layers].reverse()) {
    const relative = relativeTo(layer.folder, path);
    for (const { file, extendedBy, settings, overrides } of layer.members) {
      const place = { file, ...(extendedBy === undefined ? {} : { extendedBy }) };
      parts.push({ ...place, configuration: settings });
      if (relative === undefined) continue;
      for (const [index, override] of overrides.entries()) {
        if (override.files(relative, false)) {
          parts.push({ ...place, override: index + 1, configuration: override.settings });
        }
      }
    }
  }
  for (const { folder, words } of own) {
    if (words.words.length > 0) parts.push({ file: `${folder}/${WORDS_FILE}`, configuration: { words: words.words } });
  }
  const file = layers[0]?.file;
  return {
    configuration: mergeConfigurations(parts.map(({ configuration }) => configuration)),
    ...(file === undefined ? {} : { file }),
    files: layers.flatMap((layer) => [...layer.members].reverse().map((member) => member.file)),
    parts,
    ...whetherIgnored(layers, own, path),
    plainText: isPlainTextNamed(layers, path),
    problems: [...layers.flatMap(({ problems }) => problems), ...own.flatMap(({ words }) => words.problems)],
  };
}

/** A nearer file may take back what a farther one names. */
function isPlainTextNamed(layers: readonly Layer[], path: string): boolean {
  let named = false;
  for (const { folder, members } of [...layers].reverse()) {
    const relative = relativeTo(folder, path);
    if (relative === undefined) continue;
    for (const { plainText } of members) named = plainText(relative, named);
  }
  return named;
}

/** Files nearer to the document decide last. In one folder `.kossaignore` comes after the configuration. */
function whetherIgnored(
  layers: readonly Layer[],
  own: readonly OwnFiles[],
  path: string,
): Pick<FoundConfiguration, 'ignored' | 'ignoredBy'> {
  const speakers = [
    ...layers.map(({ folder, members }) => ({
      folder,
      patterns: members.map(({ file, ignores }) => ({ file, ignores })),
    })),
    ...own.flatMap(({ folder, ignores }) =>
      ignores === undefined ? [] : [{ folder, patterns: [{ file: `${folder}/${IGNORE_FILE}`, ignores }] }],
    ),
  ].sort((a, b) => a.folder.length - b.folder.length);
  let ignored = false;
  let ignoredBy: string | undefined;
  for (const { folder, patterns } of speakers) {
    const relative = relativeTo(folder, path);
    if (relative === undefined) continue;
    for (const { file, ignores } of patterns) {
      const verdict = ignores(relative, ignored);
      if (verdict !== ignored) ignoredBy = file;
      ignored = verdict;
    }
  }
  return { ignored, ...(ignoredBy === undefined ? {} : { ignoredBy }) };
}
