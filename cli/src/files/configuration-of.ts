import path from 'node:path';
import { createConfigurationLoader, type FoundConfiguration, type Rule } from '../../../engine/src/index.js';
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
  rules: readonly Rule[],
  named?: string,
): Promise<FoundConfiguration> {
  const loader = createConfigurationLoader(diskHost, rules);
  try {
    return named === undefined
      ? await loader.resolve(withSlashes(file))
      : await loader.resolveFrom(withSlashes(named), withSlashes(file));
  } catch (error) {
    if (!(error instanceof UnreadableConfiguration)) throw error;
    throw new UsageError(`${error.file}: ${error.message}`, { cause: error });
  }
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
