/** Something that could not be done, told on stderr in one sentence or two; the run goes on without it. */
export interface Trouble {
  /** The file, folder or setting concerned, with line and column where known. */
  readonly place: string;
  readonly message: string;
  /** For `--debug`. */
  readonly error?: unknown;
}

/** Ends the run with exit code 2. The message says what to do instead. */
export class UsageError extends Error {}

/** What an error of the file system means, in words for a writer. */
export function describeFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return (
    FILE_ERRORS[code] ??
    `cannot be read (${code === '' ? String(error instanceof Error ? error.message : error) : code})`
  );
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder: check the name',
  ENOTDIR: 'there is no such file or folder: a part of its path is a file',
  EACCES: 'cannot be read: you lack the permission; change its permissions or leave it out',
  EPERM: 'cannot be read: the system does not permit it',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'cannot be read: its links lead in a circle',
  ENAMETOOLONG: 'the name is too long for this system',
  EMFILE: 'cannot be read: too many files are open',
};
