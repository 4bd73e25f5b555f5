import path from 'node:path';

/** The file as other programs name it: with slashes, relative to the folder where it lies in it. */
export function relativeFile(file: string, folder: string): string {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(folder, file);
  const inside = relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`);
  return withSlashes(inside && !path.isAbsolute(relative) ? relative : file);
}

/**
 * The folder that a service reads paths from, where the run is inside of it.
 * @param root the service's own word for it, from the environment
 */
export function repositoryFolder(root: string | undefined, cwd: string): string {
  if (root === undefined || !path.isAbsolute(root)) return cwd;
  const relative = path.relative(root, cwd);
  return relative.startsWith('..') || path.isAbsolute(relative) ? cwd : root;
}

/** A path with slashes as a URI reference. */
export function uriPath(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}
