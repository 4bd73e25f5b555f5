import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeFileError, UsageError } from '../trouble.js';

/**
 * The names that a file holds, one a line, or each with a NUL behind it, as `git ls-files -z` and `find -print0` write
 * them.
 * @param file from the working folder; `-` for the standard input
 * @throws (rejects) UsageError where it cannot be read
 */
export async function readNames(
  file: string,
  cwd: string,
  stdin: AsyncIterable<Uint8Array | string>,
): Promise<readonly string[]> {
  const text = file === '-' ? await readAll(stdin) : await readOne(file, cwd);
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/u);
  return names.filter((name) => name !== '');
}

async function readOne(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(`--files-from ${file}: ${describeFileError(error)}`, { cause: error });
  }
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
