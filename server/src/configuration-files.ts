import {
  CONFIGURATION_FILE_NAMES,
  createConfigurationLoader,
  type Configuration,
  type ConfigurationKnowledge,
  type ConfigurationLoader,
  type ConfigurationPart,
  type ConfigurationProblem,
  type FolderEntry,
  IGNORE_FILE,
  readConfiguration,
  WORDS_FILE,
} from '../../engine/src/index.js';

const WATCHED_NAMES = [
  ...CONFIGURATION_FILE_NAMES,
  IGNORE_FILE,
  WORDS_FILE,
  // Where a folder goes, nothing is said of the files in it.
  WORDS_FILE.split('/')[0]!,
];

/** What the client is asked to watch: the names that are looked for, and what may be extended, which has any name. */
export const CONFIGURATION_GLOBS: readonly string[] = [...WATCHED_NAMES, '*.{json,jsonc,yaml,yml}'].map(
  (name) => `**/${name}`,
);

/** What the configuration files say of one document. */
export interface CoveringConfiguration {
  /** What the files say, and the words of the project. */
  readonly configuration: Configuration;
  /** URI of the nearest configuration file; undefined where none covers the document. */
  readonly file: string | undefined;
  readonly ignored: boolean;
  /** The file that leaves the document out. */
  readonly ignoredBy?: string;
  /** Paths of the files that were joined, nearest first, and what each of them says, the strongest last. */
  readonly files: readonly string[];
  readonly parts: readonly ConfigurationPart[];
  /** In words for the writer, each with its place. */
  readonly problems: readonly string[];
  /** The same, each with the file that it stands in. */
  readonly faults: readonly ConfigurationFault[];
}

/** Something wrong in a configuration file, or in a team's own terms. */
export interface ConfigurationFault {
  readonly uri: string;
  /** From 1, as the column, which counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ConfigurationFilesHost {
  /** URIs of the workspace's folders. */
  rootUris(): readonly string[];
  readFile(uri: string): Promise<string | undefined>;
  listFolder(uri: string): Promise<readonly FolderEntry[]>;
  /** What configuration files are held against. */
  readonly knowledge: ConfigurationKnowledge;
}

/** The engine's loader speaks of paths and the protocol of URIs: one loader for each part of a URI before its path. */
export class ConfigurationFiles {
  readonly #host: ConfigurationFilesHost;
  readonly #loaders = new Map<string, ConfigurationLoader>();
  /** The last text of each file that could be read, for the time in which it cannot. */
  readonly #whole = new Map<string, string>();
  /** What is wrong in files whose earlier text holds meanwhile. */
  readonly #brokenNow = new Map<string, readonly ConfigurationProblem[]>();
  /** Decoded URIs of all that was asked for, there or not. */
  readonly #asked = new Set<string>();
  /** The same for folders, in which terms may come. */
  readonly #listed = new Set<string>();

  constructor(host: ConfigurationFilesHost) {
    this.#host = host;
  }

  forget(): void {
    this.#loaders.clear();
    this.#asked.clear();
    this.#listed.clear();
    this.#brokenNow.clear();
  }

  /** Whether a change of this file may change what holds for some document. */
  concerns(uri: string): boolean {
    const place = splitUri(uri);
    if (place === undefined) return true;
    const file = place.origin + place.path;
    const folder = file.slice(0, file.lastIndexOf('/'));
    const mayBeTerms = this.#listed.has(file) || (/\.ya?ml$/iu.test(file) && this.#listed.has(folder));
    return WATCHED_NAMES.some((name) => file.endsWith(`/${name}`)) || this.#asked.has(file) || mayBeTerms;
  }

  /**
   * @param uri of the document; one that was never saved counts as lying in the first folder of the workspace
   * @param named path or URI of the file that the writer names instead of the nearest one; a relative path counts
   *   from the document's folder of the workspace
   */
  async covering(uri: string, named: string | undefined): Promise<CoveringConfiguration> {
    const place = splitUri(uri) ?? this.#placeOfUnsaved();
    if (place === undefined) return NO_CONFIGURATION;
    const loader = this.#loaderOf(place.origin);
    const chosen = named === undefined ? undefined : this.#pathOfNamed(named, uri, place);
    const found =
      chosen === undefined ? await loader.resolve(place.path) : await loader.resolveFrom(chosen, place.path);
    const files = [...found.files, ...(found.configuration.termFiles ?? []).map(({ path }) => path)];
    const problems = [...files.flatMap((file) => this.#brokenNow.get(place.origin + file) ?? []), ...found.problems];
    return {
      configuration: found.configuration,
      file: found.file === undefined ? undefined : joinUri(place.origin, found.file),
      ignored: found.ignored,
      ...(found.ignored && found.ignoredBy !== undefined ? { ignoredBy: found.ignoredBy } : {}),
      files: found.files,
      parts: found.parts,
      problems: problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
      faults: problems.map(({ file, ...fault }) => ({ uri: joinUri(place.origin, file), ...fault })),
    };
  }

  #loaderOf(origin: string): ConfigurationLoader {
    const known = this.#loaders.get(origin);
    if (known !== undefined) return known;
    const loader = createConfigurationLoader(
      {
        read: (path) => {
          this.#asked.add(origin + path);
          return this.#readWhole(origin, path);
        },
        list: (path) => {
          this.#listed.add(origin + path);
          const uri = joinUri(origin, path);
          return this.#isReachable(uri) ? this.#host.listFolder(uri) : Promise.resolve([]);
        },
      },
      this.#host.knowledge,
    );
    this.#loaders.set(origin, loader);
    return loader;
  }

  /** A file that is being edited is broken now and then: what it said before holds until it can be read again. */
  async #readWhole(origin: string, path: string): Promise<string | undefined> {
    const text = await this.#read(joinUri(origin, path));
    const key = origin + path;
    if (text === undefined || !/\.(?:jsonc?|ya?ml)$/iu.test(path)) {
      this.#whole.delete(key);
      return text;
    }
    const { broken, problems } = readConfiguration(path, text, this.#host.knowledge.rules);
    const before = this.#whole.get(key);
    if (!broken) this.#whole.set(key, text);
    if (!broken || before === undefined) return text;
    this.#brokenNow.set(key, problems);
    return before;
  }

  /** Above a workspace that is no disk there is nothing that may be read. */
  async #read(uri: string): Promise<string | undefined> {
    return this.#isReachable(uri) ? this.#host.readFile(uri) : undefined;
  }

  #isReachable(uri: string): boolean {
    return (
      uri.startsWith('file:') || this.#host.rootUris().some((root) => `${uri}/`.startsWith(`${withoutSlash(root)}/`))
    );
  }

  #placeOfUnsaved(): UriPlace | undefined {
    const root = this.#host.rootUris()[0];
    return root === undefined ? undefined : splitUri(`${withoutSlash(root)}/unsaved.md`);
  }

  #pathOfNamed(named: string, uri: string, place: UriPlace): string {
    if (named.startsWith(`${place.origin}/`)) return splitUri(named)!.path;
    const path = named.replaceAll('\\', '/');
    if (/^([a-z]:)?\//iu.test(path)) return path.startsWith('/') ? path : `/${path}`;
    const root = [...this.#host.rootUris()]
      .filter((candidate) => uri.startsWith(`${withoutSlash(candidate)}/`))
      .sort((a, b) => b.length - a.length)[0];
    const folder = root === undefined ? place.path.slice(0, place.path.lastIndexOf('/')) : (splitUri(root)?.path ?? '');
    return `${withoutSlash(folder)}/${path.replace(/^\.\//u, '')}`;
  }
}

const NO_CONFIGURATION: CoveringConfiguration = {
  configuration: {},
  file: undefined,
  ignored: false,
  files: [],
  parts: [],
  problems: [],
  faults: [],
};

interface UriPlace {
  /** Scheme and authority: `file://`, `vscode-vfs://github`. */
  readonly origin: string;
  /** Decoded, beginning with a slash. */
  readonly path: string;
}

/** The URI of a file that a configuration names by its path, beside a document. */
export function uriOfPath(path: string, documentUri: string): string | undefined {
  const place = splitUri(documentUri);
  return place === undefined ? undefined : joinUri(place.origin, path);
}

/** Undefined for a URI without a hierarchy of folders. */
function splitUri(uri: string): UriPlace | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(\/[^?#]*)/iu.exec(uri);
  if (match === null) return undefined;
  try {
    return { origin: match[1]!, path: decodeURIComponent(match[2]!) };
  } catch {
    return undefined;
  }
}

function joinUri(origin: string, path: string): string {
  return origin + path.split('/').map(encodeURIComponent).join('/');
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}
