// Stands in for what shows a repository in the editor for the web: a folder that only the editor's own file system knows.
import * as vscode from 'vscode';

/** The files of test/vscode/workspace by their path, put in by the bundler. */
declare const workspaceFiles: Readonly<Record<string, string>>;

export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(workspaceFiles)) files.put(path, new TextEncoder().encode(text));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('vscode-vfs', files, { isCaseSensitive: true }),
  );
}

class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  #time = 0;

  put(path: string, bytes: Uint8Array): void {
    this.#files.set(path, bytes);
    this.#time++;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(uri.path);
    if (bytes === undefined && this.#namesIn(uri).size === 0 && uri.path !== '/') {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const type = bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: this.#time, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.#namesIn(uri)];
  }

  createDirectory(): void {
    // A folder is there as soon as a file is in it.
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.put(uri.path, content);
    this.#changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of [...this.#files.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #namesIn(uri: vscode.Uri): Map<string, vscode.FileType> {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name, ...below] = path.slice(folder.length).split('/');
      names.set(name!, below.length === 0 ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return names;
  }
}
