import path from 'node:path';
import {
  createConfigurationLoader,
  languageOf,
  mergeConfigurations,
  NO_CONFIGURATION,
  type Configuration,
  type ConfigurationKnowledge,
  type ConfigurationLoader,
  type FoundConfiguration,
} from '../../../engine/src/index.js';
import type { LintFlags } from '../command-line.js';
import { shownPath, withSlashes } from '../files/configuration-of.js';
import { diskHost, UnreadableConfiguration } from '../files/disk-configuration.js';
import type { Trouble } from '../trouble.js';
import type { Settings } from './analysis.js';

export interface ArticleSettings {
  readonly settings: Settings;
  /** A configuration or an ignore file leaves the article out. */
  readonly ignored: boolean;
  readonly troubles: readonly Trouble[];
}

type SettingsFlags = Pick<LintFlags, 'config' | 'configLookup' | 'style' | 'scope' | 'rule'>;

/** What holds for each article, by the configuration files and the flags. */
export class SettingsReader {
  readonly #flags: SettingsFlags;
  readonly #cwd: string;
  readonly #loader: ConfigurationLoader;

  constructor(flags: SettingsFlags, cwd: string, knowledge: ConfigurationKnowledge) {
    this.#flags = flags;
    this.#cwd = cwd;
    this.#loader = createConfigurationLoader(diskHost, knowledge);
  }

  /** @param file absolute */
  async settingsOf(file: string): Promise<ArticleSettings> {
    const { found, troubles } = await this.#find(file);
    return {
      settings: {
        configuration: this.#withFlags(found.configuration),
        configured: found.file !== undefined,
        language: languageOf(file),
      },
      ignored: found.ignored,
      troubles,
    };
  }

  /** The configuration names a plain text file. @param file absolute */
  async isPlainTextNamed(file: string): Promise<boolean> {
    return (await this.#find(file)).found.plainText;
  }

  /** After a change of a configuration file. */
  forget(): void {
    this.#loader.forget();
  }

  async #find(file: string): Promise<{ readonly found: FoundConfiguration; readonly troubles: readonly Trouble[] }> {
    const { config, configLookup } = this.#flags;
    if (config === undefined && !configLookup) return { found: NO_CONFIGURATION, troubles: [] };
    const target = withSlashes(file);
    try {
      const found =
        config === undefined
          ? await this.#loader.resolve(target)
          : await this.#loader.resolveFrom(withSlashes(path.resolve(this.#cwd, config)), target);
      const troubles = found.problems.map(({ file: place, line, column, message }) => ({
        place: `${shownPath(path.normalize(place), this.#cwd)}:${line}:${column}`,
        message,
      }));
      return { found, troubles };
    } catch (error) {
      if (!(error instanceof UnreadableConfiguration)) throw error;
      const place = shownPath(path.normalize(error.file), this.#cwd);
      return { found: NO_CONFIGURATION, troubles: [{ place, message: error.message, error }] };
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
}
