import type { Configuration } from './configuration.js';
import { CONFIGURATION_FILE_NAMES } from './file-names.js';
import { folderOf, foldersAbove, joinPath } from './paths.js';
import type { ConfigurationProblem, NamedPlace, ReadConfiguration } from './validate.js';

/** One file of a chain of `extends`. */
export interface ExtendedFile {
  readonly file: string;
  /** The file that names it; undefined for the one that the chain begins with. */
  readonly extendedBy?: string;
  readonly configuration: Configuration;
  /** What it names under `terms`. */
  readonly terms: readonly NamedPlace[];
}

export interface ExtendedConfiguration {
  /** What yields first: the file itself comes last. Each file once. */
  readonly files: readonly ExtendedFile[];
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads a configuration file by its path; undefined where there is none or it says nothing about Kossa. */
export type ReadFile = (file: string) => Promise<ReadConfiguration | undefined>;

/**
 * A configuration file with all that it extends, and what these extend. What cannot be found is a problem where it is
 * named; the rest holds.
 */
export async function readWithExtended(file: string, read: ReadFile): Promise<ExtendedConfiguration | undefined> {
  const first = await read(file);
  if (first?.configuration === undefined) return undefined;
  const files: ExtendedFile[] = [];
  const problems: ConfigurationProblem[] = [];
  const seen = new Set<string>();
  await follow(file, first, []);
  return { files, problems };

  async function follow(current: string, found: ReadConfiguration, chain: readonly string[]): Promise<void> {
    seen.add(current);
    problems.push(...found.problems);
    const trail = [...chain, current];
    for (const named of found.extends) {
      const complain = (message: string): void => {
        problems.push({ file: current, line: named.line, column: named.column, message });
      };
      const target = await locate(named.name, current, read);
      if (target === undefined) complain(missing(named));
      else if (trail.includes(target)) complain(circle([...trail.slice(trail.indexOf(target)), target]));
      // Two files that extend a third are no circle, and what they share yields to both of them.
      else if (!seen.has(target)) await follow(target, (await read(target))!, trail);
    }
    const { extends: _named, ...configuration } = found.configuration!;
    const extendedBy = chain.at(-1);
    const { terms } = found;
    files.push({ file: current, ...(extendedBy === undefined ? {} : { extendedBy }), configuration, terms });
  }
}

async function locate(name: string, from: string, read: ReadFile): Promise<string | undefined> {
  for (const candidate of candidatesFor(name, from)) {
    if ((await read(candidate))?.configuration !== undefined) return candidate;
  }
  return undefined;
}

function* candidatesFor(name: string, from: string): Generator<string> {
  if (isAddress(name)) return;
  if (isPath(name)) {
    yield joinPath(folderOf(from), name);
    return;
  }
  for (const folder of foldersAbove(from)) {
    const place = joinPath(folder, `node_modules/${name}`);
    if (isFileName(name)) yield place;
    else for (const file of CONFIGURATION_FILE_NAMES) yield `${place}/${file}`;
  }
}

function isPath(name: string): boolean {
  return /^(?:\.{1,2}\/|\/|[a-z]:\/)/iu.test(name);
}

function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/iu.test(name);
}

function isFileName(name: string): boolean {
  return /\.(?:jsonc?|ya?ml)$/iu.test(name);
}

function missing({ name }: NamedPlace): string {
  if (isAddress(name)) {
    return `\`extends\` cannot be ${name}: Kossa reads nothing from the network. Name a file (./base.yaml) or a package`;
  }
  if (isPath(name)) {
    return `\`extends\` names ${name}, and there is no such configuration file: check the path, which counts from the folder of this file`;
  }
  if (isFileName(name) && !name.includes('/')) {
    return `\`extends\` names ${name}, and no node_modules folder has a package of that name: for a file beside this one write ./${name}`;
  }
  return `\`extends\` names the package ${name}, and no node_modules folder from here up has it with a configuration: install it, or name a file (./base.yaml)`;
}

function circle(files: readonly string[]): string {
  return `\`extends\` leads in a circle: ${files.join(' → ')}. Take one of them out`;
}
