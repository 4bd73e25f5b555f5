/** Paths of configuration: absolute, with forward slashes, whatever the platform. */

/** Without a slash at its end; the root is the empty string. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** From the file's folder up to the root, which is the empty string. */
export function* foldersAbove(path: string): Generator<string> {
  let folder = folderOf(path);
  for (;;) {
    yield folder;
    if (!folder.includes('/')) return;
    folder = folderOf(folder);
  }
}

/** Undefined where the path does not lie in the folder. */
export function relativeTo(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The path from a folder, without `.` and `..`; an absolute one stands by itself. */
export function joinPath(folder: string, path: string): string {
  const absolute = /^(?:\/|[a-z]:\/)/iu.test(path);
  const parts: string[] = [];
  for (const part of (absolute ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.pop();
    } else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}
