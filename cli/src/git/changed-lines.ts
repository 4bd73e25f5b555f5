import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../trouble.js';

/** Which lines changed, by file. */
export interface ChangedFiles {
  /** Ranges of lines from 1, both ends included; `all` for a file that git does not know; undefined where unchanged. */
  linesOf(file: string): Promise<ChangedLines | undefined>;
}

export type ChangedLines = 'all' | readonly (readonly [first: number, last: number])[];

/**
 * What changed in the working tree since its branch left a commit: committed, staged, unstaged and new files.
 * @param ref a branch, tag or commit
 * @param cwd a folder of the repository
 * @param endings of articles, without their dots; those of Markdown by default
 * @throws UsageError where there is no git, no repository or no such commit
 */
export async function changedSince(ref: string, cwd: string, endings?: readonly string[]): Promise<ChangedFiles> {
  // It would be read as an option of git.
  if (ref === '' || ref.startsWith('-')) throw new UsageError(`--since ${ref}: write a branch, a tag or a commit.`);
  const root = (await git(['rev-parse', '--show-toplevel'], cwd, 'is no git repository: --since needs one')).trimEnd();
  const commit = `${ref}^{commit}`;
  const noRef = `--since ${ref}: git knows no such branch, tag or commit. In CI fetch it first`;
  await git(['rev-parse', '--verify', '--quiet', commit], cwd, noRef);
  const unrelated = `--since ${ref}: it has no common commit with HEAD here. In CI fetch more of the history (fetch-depth: 0)`;
  const base = (await git(['merge-base', commit, 'HEAD'], cwd, unrelated)).trim();
  const failed = '`git` could not tell what changed';
  const articles = endings?.map((ending) => `:(icase)*.${ending}`) ?? ARTICLES;
  const diff = await git([...DIFF, base, '--', ...articles], root, failed);
  const added = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...articles], root, failed);
  const changed = new Map<string, ChangedLines>(readDiff(diff));
  for (const name of added.split('\0')) if (name !== '') changed.set(name, 'all');
  const realRoot = await realpath(root);
  return {
    async linesOf(file) {
      const real = await realpath(file).catch(() => file);
      return changed.get(path.relative(realRoot, real).replaceAll('\\', '/'));
    },
  };
}

/** Nothing that a user's settings of git may change: names, colours, prefixes, other programs. */
const DIFF = [
  '-c',
  'core.quotePath=false',
  'diff',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--find-renames',
  '--diff-filter=d',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];
const ARTICLES = [':(icase)*.md', ':(icase)*.markdown', ':(icase)*.mdx', ':(icase)*.txt', ':(icase)*.text'];
const MOST_OUTPUT = 1 << 29;

function git(args: readonly string[], cwd: string, failure: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // No shell: names and refs stay words.
    execFile(
      'git',
      args,
      { cwd, encoding: 'utf8', maxBuffer: MOST_OUTPUT, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (error.code === 'ENOENT') {
          reject(new UsageError('--since asks git, and there is no git here: install it, or leave --since out.'));
        } else {
          // The rest of what git says is told too where it fails in a way of its own.
          const said = stderr.trim().split('\n')[0] ?? '';
          const where = failure.startsWith('is ') ? `${cwd} ${failure}` : failure;
          reject(new UsageError(`${where}${said === '' ? '' : ` (git: ${said})`}.`, { cause: error }));
        }
      },
    );
  });
}

/** The lines that are new in each file of a diff without context. */
export function* readDiff(diff: string): Generator<[name: string, lines: (readonly [number, number])[]]> {
  const lines = diff.split('\n');
  let current: [string, (readonly [number, number])[]] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.startsWith('+++ ')) {
      if (current !== undefined) yield current;
      current = [nameIn(line.slice('+++ '.length)), []];
      continue;
    }
    const [, removed = '1', first, added = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
    if (first === undefined || current === undefined) continue;
    if (Number(added) > 0) current[1].push([Number(first), Number(first) + Number(added) - 1]);
    // Its lines may look like anything, also like the head of a file.
    for (let left = Number(removed) + Number(added); left > 0 && at + 1 < lines.length; at++) {
      if (!lines[at + 1]!.startsWith('\\')) left--;
    }
  }
  if (current !== undefined) yield current;
}

/** `b/name`, with a tab behind it where it has spaces, in quotes where it has control characters or quotes. */
function nameIn(written: string): string {
  if (!written.startsWith('"')) return written.replace(/\t$/u, '').slice('b/'.length);
  const bytes: number[] = [];
  for (const [part, escaped] of written.slice(1, written.lastIndexOf('"')).matchAll(/\\([0-7]{3}|.)|[^\\]+/gsu)) {
    if (escaped === undefined) bytes.push(...Buffer.from(part));
    else if (/^[0-7]{3}$/u.test(escaped)) bytes.push(parseInt(escaped, 8));
    else bytes.push(...Buffer.from(ESCAPES[escaped] ?? escaped));
  }
  return Buffer.from(bytes).toString('utf8').slice('b/'.length);
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};
