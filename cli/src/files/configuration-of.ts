import path from 'node:path';
import {
  createConfigurationLoader,
  type Configuration,
  type ConfigurationKnowledge,
  type FoundConfiguration,
} from '../../../engine/src/index.js';
import { UsageError } from '../trouble.js';
import { diskHost, UnreadableConfiguration } from './disk-configuration.js';

/**
 * What holds for one file of the disk.
 * @param file absolute
 * @param named the absolute path of the only configuration file to read, where one was named
 * @throws UsageError where a configuration file is there and cannot be read
 */
export async function configurationOf(
  file: string,
  knowledge: ConfigurationKnowledge,
  named?: string,
): Promise<FoundConfiguration> {
  const loader = createConfigurationLoader(diskHost, knowledge);
  try {
    return named === undefined
      ? await loader.resolve(withSlashes(file))
      : await loader.resolveFrom(withSlashes(named), withSlashes(file));
  } catch (error) {
    if (!(error instanceof UnreadableConfiguration)) throw error;
    throw new UsageError(`${error.file}: ${error.message}`, { cause: error });
  }
}

/** What holds in a folder, for commands that speak of no article. @throws UsageError */
export async function configurationIn(cwd: string, knowledge: ConfigurationKnowledge): Promise<Configuration> {
  return (await configurationOf(path.join(cwd, 'article.md'), knowledge)).configuration;
}

/** The engine's paths have forward slashes. */
export function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

/** A path as people read it: from the working folder where it lies in there. */
export function shownPath(file: string, cwd: string): string {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(cwd, file);
  return relative === '' || relative.startsWith('..') ? file : relative;
}
