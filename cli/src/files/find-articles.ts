import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isPlainTextName } from '../../../engine/src/index.js';
import { describeFileError, type Trouble } from '../trouble.js';

export interface FoundArticle {
  /** Absolute. */
  readonly path: string;
  /** Named by the user: linted whatever ignore files say. */
  readonly outright: boolean;
}

export interface FoundArticles {
  /** Each file once, in the order of the arguments, by name within a folder or pattern. */
  readonly articles: readonly FoundArticle[];
  /** Names that lead nowhere. */
  readonly troubles: readonly Trouble[];
  /** Names and patterns of nothing at all. */
  readonly unmatched: readonly Trouble[];
  /** What is there and holds no article: a fault only where all that was named is so, since a shell's `*` names much. */
  readonly without: readonly Trouble[];
}

export interface FindOptions {
  readonly cwd: string;
  readonly gitignore: 'respect' | 'disregard';
  /** The configuration wants a plain text file that lies in a folder. */
  isPlainTextNamed(file: string): Promise<boolean>;
  /** Endings of the files that are articles, without their dots, instead of those of Markdown and plain text. */
  readonly endings?: readonly string[];
}

/** The articles that paths, folders and glob patterns name. Never rejects. */
export async function findArticles(names: readonly string[], options: FindOptions): Promise<FoundArticles> {
  const articles = new Map<string, FoundArticle>();
  const troubles: Trouble[] = [];
  const unmatched: Trouble[] = [];
  const without: Trouble[] = [];
  for (const name of names) {
    const found = await findOne(name, options);
    for (const article of found.articles) {
      if (!articles.has(article.path) || article.outright) articles.set(article.path, article);
    }
    troubles.push(...found.troubles);
    if (found.unmatched !== undefined) unmatched.push(found.unmatched);
    if (found.without !== undefined) without.push({ place: name, message: found.without });
  }
  return { articles: [...articles.values()], troubles, unmatched, without };
}

/** What one name leads to. */
interface Found {
  readonly articles: readonly FoundArticle[];
  readonly troubles: readonly Trouble[];
  readonly unmatched?: Trouble;
  /** Why it holds no article, where it holds none. */
  readonly without?: string;
}

const MARKDOWN: readonly string[] = ['md', 'markdown', 'mdx'];

/**
 * What may be linted: Markdown, and plain text where somebody asks for it.
 * @param endings without their dots; only these where they are given
 */
export function isArticle(name: string, endings?: readonly string[]): boolean {
  return isMarkdown(name, endings) || (endings === undefined && isPlainTextName(name));
}

/** Whether it is linted wherever it lies. */
function isMarkdown(name: string, endings: readonly string[] = MARKDOWN): boolean {
  return endings.includes(path.extname(name).slice(1).toLowerCase());
}

/** The endings as people read them: `.md, .mdx`. */
function endingsText(endings: readonly string[] = MARKDOWN): string {
  return endings.map((ending) => `.${ending}`).join(', ');
}

async function findOne(name: string, options: FindOptions): Promise<Found> {
  const absolute = path.resolve(options.cwd, name);
  const found = await stat(absolute).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (!('isFile' in found)) {
    if (isDynamicPattern(name)) return findByPattern(name, options);
    const trouble = { place: name, message: describeFileError(found), error: found };
    return found.code === 'ENOENT' ? nothing(trouble) : { articles: [], troubles: [trouble] };
  }
  if (found.isDirectory()) return findInFolder(absolute, options);
  if (isArticle(name, options.endings)) return { articles: [{ path: absolute, outright: true }], troubles: [] };
  const plainText = options.endings === undefined ? ' and no plain text (.txt)' : '';
  const without = `is no Markdown file (${endingsText(options.endings)})${plainText}, so it is not read`;
  return { articles: [], troubles: [], without };
}

function nothing(unmatched: Trouble): Found {
  return { articles: [], troubles: [], unmatched };
}

async function findInFolder(folder: string, options: FindOptions): Promise<Found> {
  const seen: Seen = { ignored: false, unreadable: [] };
  const files = await findBelow(folder, await ignoreFilesFor(folder, options), options, seen);
  const articles = files.map((file) => ({ path: file, outright: false }));
  if (articles.length > 0 || seen.unreadable.length > 0) return { articles, troubles: seen.unreadable };
  return {
    articles,
    troubles: [],
    without: `no Markdown file (${endingsText(options.endings)}) lies in this folder or below it${seen.ignored ? EXCEPT_IGNORED : ''}`,
  };
}

const EXCEPT_IGNORED = ', apart from what .gitignore leaves out (--no-gitignore brings it back)';

/** What is met on the way through a folder. */
interface Seen {
  /** Ignore files leave something out. */
  ignored: boolean;
  readonly unreadable: Trouble[];
}

const LEFT_OUT = new Set(['node_modules', '.git']);

/** Links are not followed: they may lead in a circle or out of the folder. Hidden folders are left out. */
async function findBelow(
  folder: string,
  rules: readonly IgnoreFile[],
  options: FindOptions,
  seen: Seen,
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    seen.unreadable.push({ place: folder, message: describeFileError(error), error });
    return [];
  });
  const own =
    options.gitignore === 'respect' && entries.some((entry) => entry.name === '.gitignore')
      ? await readIgnoreFile(folder)
      : undefined;
  const all = own === undefined ? rules : [...rules, own];
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const absolute = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (LEFT_OUT.has(entry.name) || entry.name.startsWith('.')) continue;
      if (isIgnored(`${absolute}/`, all)) seen.ignored = true;
      else files.push(...(await findBelow(absolute, all, options, seen)));
    } else if (entry.isFile() && isArticle(entry.name, options.endings)) {
      const isWanted = isMarkdown(entry.name, options.endings);
      if (isIgnored(absolute, all)) seen.ignored ||= isWanted;
      else if (isWanted || (await options.isPlainTextNamed(absolute))) files.push(absolute);
    }
  }
  return files;
}

async function findByPattern(pattern: string, options: FindOptions): Promise<Found> {
  const slashes = path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const outside = [...LEFT_OUT].filter((name) => !slashes.split('/').includes(name)).map((name) => `**/${name}/**`);
  const matched = await glob(slashes, {
    cwd: options.cwd,
    absolute: true,
    ignore: outside,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  // A pattern that ends in .txt, or in alternatives with it, names plain text as much as a file name would.
  const namesPlainText = /\.(?:te?xt|\{[^}]*\bte?xt\b[^}]*\})$/iu.test(slashes);
  const articles: string[] = [];
  for (const file of matched.map((name) => path.normalize(name)).sort()) {
    if (!isArticle(file, options.endings)) continue;
    if (isMarkdown(file, options.endings) || namesPlainText || (await options.isPlainTextNamed(file))) {
      articles.push(file);
    }
  }
  const rules = new Map<string, readonly IgnoreFile[]>();
  const kept: FoundArticle[] = [];
  for (const file of articles) {
    const folder = path.dirname(file);
    if (!rules.has(folder)) rules.set(folder, await ignoreFilesAbove(folder, options));
    if (!isIgnored(file, rules.get(folder)!)) kept.push({ path: file, outright: false });
  }
  if (kept.length > 0) return { articles: kept, troubles: [] };
  if (articles.length > 0) {
    return { articles: [], troubles: [], without: `no Markdown file matches this pattern${EXCEPT_IGNORED}` };
  }
  const message = `no Markdown file (${endingsText(options.endings)}) matches this pattern: check it, and put it in quotes`;
  return nothing({ place: pattern, message });
}

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Those above a folder that was named. Where they leave out the folder itself, the user knows better. */
async function ignoreFilesFor(folder: string, options: FindOptions): Promise<readonly IgnoreFile[]> {
  const above = await ignoreFilesAbove(path.dirname(folder), options);
  return isIgnored(`${folder}/`, above) ? [] : above;
}

/** From the root of the repository down to a folder; outside of a repository, from the working folder down. */
async function ignoreFilesAbove(folder: string, options: FindOptions): Promise<readonly IgnoreFile[]> {
  if (options.gitignore === 'disregard') return [];
  const folders: string[] = [];
  for (let current = folder; ; current = path.dirname(current)) {
    folders.unshift(current);
    const isRoot = await stat(path.join(current, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot) break;
    if (path.dirname(current) !== current) continue;
    const inside = folders.findIndex((one) => one === path.resolve(options.cwd));
    folders.splice(0, inside === -1 ? folders.length : inside);
    break;
  }
  const read = await Promise.all(folders.map(readIgnoreFile));
  return read.filter((file) => file !== undefined);
}

async function readIgnoreFile(folder: string): Promise<IgnoreFile | undefined> {
  const text = await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { folder, rules: ignore().add(text) };
}

/** @param absolute with a slash at its end for a folder */
function isIgnored(absolute: string, files: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { folder, rules } of files) {
    const relative = `${path.relative(folder, absolute)}${absolute.endsWith('/') ? '/' : ''}`.replaceAll('\\', '/');
    if (relative === '/' || relative.startsWith('../')) continue;
    const verdict = rules.test(relative);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
