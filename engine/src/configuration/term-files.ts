import picomatch from 'picomatch/posix.js';
import type { TerminologyFile } from '../terminology/located.js';
import { joinPath, relativeTo } from './paths.js';
import type { ConfigurationProblem, NamedPlace } from './validate.js';

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What is needed of the world to find a project's own terms. */
export interface TermFilesHost {
  read(path: string): Promise<string | undefined>;
  list(folder: string): Promise<readonly FolderEntry[]>;
}

export interface ReadTermFiles {
  /** By path. */
  readonly files: readonly TerminologyFile[];
  readonly problems: readonly ConfigurationProblem[];
}

/** More is no terminology that people keep by hand. */
const MOST_FILES = 200;
const LONGEST_FILE = 2_000_000;
const DEEPEST_FOLDER = 8;
const MOST_FOLDERS = 500;

/**
 * The files that `terms` of a configuration names: paths, folders and glob patterns.
 * @param folder that they count from
 * @param configurationFile where they are named, for problems
 */
export async function readTermFiles(
  named: readonly NamedPlace[],
  folder: string,
  configurationFile: string,
  host: TermFilesHost,
): Promise<ReadTermFiles> {
  const problems: ConfigurationProblem[] = [];
  const texts = new Map<string, string>();
  for (const { name, line, column } of named) {
    const complain = (message: string): void => {
      problems.push({ file: configurationFile, line, column, message });
    };
    if (/^[a-z][a-z0-9+.-]+:/iu.test(name)) {
      complain(`\`terms\` cannot be ${name}: Kossa reads nothing from the network. Name files of the project`);
      continue;
    }
    const paths = await pathsOf(name, folder, host);
    let found = 0;
    for (const path of paths) {
      const text = await host.read(path);
      if (text === undefined) continue;
      found++;
      if (text.length > LONGEST_FILE) {
        complain(`\`terms\` names ${path}, which has more than ${LONGEST_FILE} characters: split it`);
      } else if (texts.size < MOST_FILES || texts.has(path)) texts.set(path, text.replace(/^\uFEFF/u, ''));
      else {
        complain(`\`terms\` names more than ${MOST_FILES} files: join some of them`);
        break;
      }
    }
    if (found === 0) {
      complain(
        `\`terms\` names ${name}, and no file is there: check the path, which counts from the folder of this file`,
      );
    }
  }
  const files = [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, problems };
}

async function pathsOf(name: string, folder: string, host: TermFilesHost): Promise<readonly string[]> {
  const { base, glob, isGlob } = picomatch.scan(name.replaceAll('\\', '/'));
  if (!isGlob) {
    const path = joinPath(folder, name);
    return /\.ya?ml$/iu.test(path) ? [path] : filesBelow(path, '**/*.{yaml,yml}', host);
  }
  return filesBelow(joinPath(folder, base === '' ? '.' : base), glob, host);
}

/** The files in a folder that a pattern names, by name. Hidden folders and packages are left out. */
async function filesBelow(folder: string, glob: string, host: TermFilesHost): Promise<readonly string[]> {
  // No extended globs: they can be written so that matching takes forever.
  const matches = picomatch(glob, { noextglob: true, nonegate: true });
  const deepest = glob.includes('**') ? DEEPEST_FOLDER : glob.split('/').length - 1;
  const found: string[] = [];
  let folders = 0;
  const visit = async (current: string, depth: number): Promise<void> => {
    if (++folders > MOST_FOLDERS) return;
    const entries = [...(await host.list(current))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of entries) {
      const path = `${current}/${name}`;
      if (kind === 'file' && matches(relativeTo(folder, path) ?? name)) found.push(path);
      const isOpen = kind === 'folder' && depth < deepest && !name.startsWith('.') && name !== 'node_modules';
      if (isOpen) await visit(path, depth + 1);
    }
  };
  await visit(folder, 0);
  return found;
}
