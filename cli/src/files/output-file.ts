import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file that is written piece by piece and is there only when all of it is: the pieces go into a file beside it, which
 * then takes its place. A reader never meets half a report, and a run that breaks leaves the old one.
 */
export class OutputFile {
  readonly #handle: FileHandle;
  /** Undefined where the target is no regular file, such as a pipe: that is written to as it is. */
  readonly #beside: string | undefined;
  readonly #target: string;
  readonly #mode: number | undefined;

  private constructor(handle: FileHandle, target: string, beside: string | undefined, mode: number | undefined) {
    this.#handle = handle;
    this.#target = target;
    this.#beside = beside;
    this.#mode = mode;
  }

  /**
   * Makes the folders and opens the file.
   * @param file absolute; a link is followed, so that it stays one
   * @throws the error of the file system
   */
  static async open(file: string): Promise<OutputFile> {
    await mkdir(path.dirname(file), { recursive: true });
    const target = await realpath(file).catch(() => file);
    const found = await stat(target).catch(() => undefined);
    if (found?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (found !== undefined && !found.isFile()) {
      return new OutputFile(await open(target, 'w'), target, undefined, undefined);
    }
    const beside = path.join(
      path.dirname(target),
      `.${path.basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    return new OutputFile(await open(beside, 'wx'), target, beside, found?.mode);
  }

  async write(text: string): Promise<void> {
    if (text !== '') await this.#handle.writeFile(text);
  }

  /** Puts the file in its place. */
  async commit(): Promise<void> {
    await this.#handle.close();
    if (this.#beside === undefined) return;
    if (this.#mode !== undefined) await chmod(this.#beside, this.#mode & 0o777);
    await rename(this.#beside, this.#target);
  }

  /** Leaves what was there before. Never rejects. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    if (this.#beside !== undefined) await rm(this.#beside, { force: true }).catch(() => undefined);
  }
}
