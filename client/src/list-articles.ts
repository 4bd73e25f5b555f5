import { FileType, Uri, workspace, type WorkspaceFolder } from 'vscode';

/** As many as the server takes. */
const MOST_FILES = 10_000;
/** Milliseconds after which a folder that is on no disk is taken for one that nobody can search. */
const SEARCH_LIMIT_MS = 3000;
const ON_DISK = new Set(['file', 'vscode-remote']);

/** Nobody searches the virtual folders of this window. */
let unsearchable = false;

/** The Markdown and MDX files of the workspace, without those that the editor leaves out. */
export async function listArticles(): Promise<readonly string[]> {
  const virtual = (workspace.workspaceFolders ?? []).filter((folder) => !ON_DISK.has(folder.uri.scheme));
  const found = unsearchable && virtual.length > 0 ? undefined : await search({ virtual: virtual.length > 0 });
  unsearchable ||= found === undefined;
  return (found ?? (await walk(virtual))).map((uri) => uri.toString());
}

/** Where nothing searches a virtual folder, the editor waits for what does, for ever: undefined then. */
function search({ virtual }: { readonly virtual: boolean }): Thenable<readonly Uri[] | undefined> {
  const found = workspace.findFiles('**/*.{md,markdown,mdx}', undefined, MOST_FILES);
  return virtual ? Promise.race([found, afterLimit()]) : found;
}

function afterLimit(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), SEARCH_LIMIT_MS));
}

async function walk(folders: readonly WorkspaceFolder[]): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const waiting = folders.map((folder) => folder.uri);
  for (let folder = waiting.shift(); folder !== undefined && found.length < MOST_FILES; folder = waiting.shift()) {
    for (const [name, type] of await namesIn(folder)) {
      if (type === FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) {
        waiting.push(Uri.joinPath(folder, name));
      } else if (type === FileType.File && /\.(?:md|markdown|mdx)$/iu.test(name)) {
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
