import { FileType, Uri, workspace, type WorkspaceFolder } from 'vscode';

/** As many as the server takes. */
const MOST_FILES = 10_000;
/** Milliseconds after which a folder that is on no disk is taken for one that nobody can search. */
const SEARCH_LIMIT_MS = 3000;
const ON_DISK = new Set(['file', 'vscode-remote']);

/** Nobody searches the virtual folders of this window. */
let unsearchable = false;

/** Endings of the files of each language. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['md', 'markdown'],
  mdx: ['mdx'],
  plaintext: ['txt', 'text'],
};

/**
 * The files of the workspace that are in some languages, without those that the editor leaves out.
 * @param languages as the editor calls them
 */
export async function listArticles(languages: readonly string[]): Promise<readonly string[]> {
  const endings = languages.flatMap((language) => ENDINGS[language] ?? []);
  if (endings.length === 0) return [];
  const virtual = (workspace.workspaceFolders ?? []).filter((folder) => !ON_DISK.has(folder.uri.scheme));
  const found = unsearchable && virtual.length > 0 ? undefined : await search(endings, { virtual: virtual.length > 0 });
  unsearchable ||= found === undefined;
  return (found ?? (await walk(virtual, endings))).map((uri) => uri.toString());
}

/** Where nothing searches a virtual folder, the editor waits for what does, for ever: undefined then. */
function search(
  endings: readonly string[],
  { virtual }: { readonly virtual: boolean },
): Thenable<readonly Uri[] | undefined> {
  const found = workspace.findFiles(`**/*.{${endings.join(',')}}`, undefined, MOST_FILES);
  return virtual ? Promise.race([found, afterLimit()]) : found;
}

function afterLimit(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), SEARCH_LIMIT_MS));
}

async function walk(folders: readonly WorkspaceFolder[], endings: readonly string[]): Promise<readonly Uri[]> {
  const isWanted = new RegExp(`\\.(?:${endings.join('|')})$`, 'iu');
  const found: Uri[] = [];
  const waiting = folders.map((folder) => folder.uri);
  for (let folder = waiting.shift(); folder !== undefined && found.length < MOST_FILES; folder = waiting.shift()) {
    for (const [name, type] of await namesIn(folder)) {
      if (type === FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) {
        waiting.push(Uri.joinPath(folder, name));
      } else if (type === FileType.File && isWanted.test(name)) {
        found.push(Uri.joinPath(folder, name));
      }
    }
  }
  return found.slice(0, MOST_FILES);
}

async function namesIn(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
