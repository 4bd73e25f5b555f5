import { ConfigurationRequest, type Connection } from 'vscode-languageserver';
import { mergeConfigurations, type Configuration } from '../../engine/src/index.js';
import { ConfigurationFiles, type ConfigurationFilesHost, type CoveringConfiguration } from './configuration-files.js';
import type { CardPart } from './card-parts.js';
import { readSettings, type EditorSettings, type Run, type SeverityOverrides } from './settings.js';

/** All that holds for one document: the file that covers it before the editor's settings before the defaults. */
export interface DocumentSettings {
  /** False: nothing is checked here, and nothing is shown. */
  readonly enabled: boolean;
  readonly run: Run;
  readonly delay: number;
  readonly focusMode: boolean;
  readonly hover: boolean;
  readonly hoverParts: readonly CardPart[];
  readonly severityOverrides: SeverityOverrides;
  readonly completion: boolean;
  readonly semanticTokens: boolean;
  readonly inlayHints: boolean;
  readonly workspaceDiagnostics: boolean;
  readonly configuration: Configuration;
  /** What the editor's settings say of it, before any file. */
  readonly editor: Configuration;
  /** What each configuration file says, the strongest last, and the files, nearest first. */
  readonly parts: CoveringConfiguration['parts'];
  readonly files: readonly string[];
  /** The file that leaves the document out. */
  readonly ignoredBy?: string;
  /** A configuration file covers the document. */
  readonly configured: boolean;
  readonly file?: string;
  /** What is wrong with the configuration file, in words for the writer. */
  readonly problems: readonly string[];
  readonly faults: CoveringConfiguration['faults'];
}

export interface SettingsHost extends ConfigurationFilesHost {
  /** Undefined where the client answers no `workspace/configuration`. */
  readonly connection: Connection | undefined;
}

/** The settings of each document, asked for once until something changes. */
export class SettingsStore {
  readonly #host: SettingsHost;
  readonly #files: ConfigurationFiles;
  readonly #known = new Map<string, Promise<DocumentSettings>>();
  /** What the client has told unasked. It holds where there is no answer. */
  #told: unknown;
  #paused = false;

  constructor(host: SettingsHost, told: unknown) {
    this.#host = host;
    this.#files = new ConfigurationFiles(host);
    this.#told = told;
  }

  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    this.#paused = paused;
    this.#known.clear();
  }

  /** @param told the section `kossa`, where the client sent it along */
  changed(told?: unknown): void {
    if (told !== undefined) this.#told = told;
    this.#known.clear();
    this.#files.forget();
  }

  /** Whether a change of this file may change the settings of some document. */
  concerns(uri: string): boolean {
    return this.#files.concerns(uri);
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  for(uri: string): Promise<DocumentSettings> {
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const settings = this.#read(uri);
    this.#known.set(uri, settings);
    settings.catch(() => this.#known.delete(uri));
    return settings;
  }

  async #read(uri: string): Promise<DocumentSettings> {
    const editor = readSettings(await this.#section(uri));
    return join(editor, await this.#files.covering(uri, editor.configFile), this.#paused);
  }

  async #section(uri: string): Promise<unknown> {
    if (this.#host.connection === undefined) return this.#told;
    const answers = await this.#host.connection.sendRequest(ConfigurationRequest.type, {
      items: [{ scopeUri: uri, section: 'kossa' }],
    });
    // A client that can be asked may have nothing to say of us, though its user has told us at the start.
    return (answers[0] as unknown) ?? this.#told;
  }
}

function join(editor: EditorSettings, covering: CoveringConfiguration, paused: boolean): DocumentSettings {
  return {
    enabled: editor.enable && !paused && !covering.ignored,
    run: editor.run,
    delay: editor.delay,
    focusMode: editor.focusMode,
    hover: editor.hover,
    hoverParts: editor.hoverParts,
    severityOverrides: editor.severityOverrides,
    semanticTokens: editor.semanticTokens,
    inlayHints: editor.inlayHints,
    workspaceDiagnostics: editor.workspaceDiagnostics,
    completion: editor.completion,
    configuration: mergeConfigurations([editor.configuration, covering.configuration]),
    editor: editor.configuration,
    parts: covering.parts,
    files: covering.files,
    ...(covering.ignoredBy === undefined ? {} : { ignoredBy: covering.ignoredBy }),
    configured: covering.file !== undefined,
    ...(covering.file === undefined ? {} : { file: covering.file }),
    problems: covering.problems,
    faults: covering.faults,
  };
}
