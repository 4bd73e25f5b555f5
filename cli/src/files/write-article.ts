import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { encodeArticle, type Article } from './read-article.js';

/**
 * Replaces an article in one step, so that a broken run leaves the old or the new text and nothing between. Mode,
 * byte-order mark and line endings stay. A file that was changed since it was read is left alone.
 * @returns why it was not written, or undefined
 */
export async function writeArticle(path: string, text: string, article: Article): Promise<string | undefined> {
  try {
    // Replacing a file needs no permission to write it, so the permission is asked for.
    await access(path, constants.W_OK);
    if (!(await readFile(path)).equals(article.bytes)) {
      return 'was changed by another program meanwhile and is left as it is: run Kossa again';
    }
    await writeFileAtomic(path, encodeArticle(text, article));
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? 'is write-protected, so it was not fixed'
      : `could not be written (${code === '' ? String(error) : code})`;
  }
}
