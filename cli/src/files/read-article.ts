import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { describeFileError } from '../trouble.js';
import { DEEPEST_NESTING, isNestedTooDeeply } from './nesting.js';

export interface Article {
  /** Without the byte-order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** As they were read: a later write compares with them. */
  readonly bytes: Uint8Array;
}

/** `refusal` says why the file cannot be linted and what to do. */
export type ReadArticle = Article | { readonly refusal: string; readonly error?: unknown };

/**
 * Reads one file. What is wrong with it is a value; it never throws. It waits for the disk: of ten thousand articles
 * that costs a fraction of what it costs to wait for nothing.
 * @param maxFileSize bytes
 */
export function readArticle(path: string, maxFileSize: number): ReadArticle {
  let handle: number | undefined;
  try {
    handle = openSync(path, WITHOUT_WAITING);
    const found = fstatSync(handle);
    if (!found.isFile()) return { refusal: 'is no regular file, so it is not read' };
    if (found.size > maxFileSize) return { refusal: tooLarge(found.size, maxFileSize) };
    return decodeArticle(readFileSync(handle), maxFileSize);
  } catch (error) {
    return { refusal: describeFileError(error), error };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Whoever opens a pipe waits for its writer, unless he says otherwise. Windows has no such flag, and no such pipes. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export function decodeArticle(bytes: Uint8Array, maxFileSize: number): ReadArticle {
  if (bytes.length > maxFileSize) return { refusal: tooLarge(bytes.length, maxFileSize) };
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    // The decoder takes the byte-order mark away.
    const text = DECODER.decode(bytes);
    return isNestedTooDeeply(text) ? { refusal: TOO_DEEP } : { text, hasByteOrderMark, bytes };
  } catch {
    return { refusal: notUtf8(bytes) };
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true });
const TOO_DEEP = `has lists or quotations in each other deeper than ${DEEPEST_NESTING} levels, so it is not read: write it flatter`;

/** The bytes of a changed text, with the byte-order mark that the article had. */
export function encodeArticle(text: string, article: Article): Buffer {
  return Buffer.from(article.hasByteOrderMark ? `\uFEFF${text}` : text, 'utf8');
}

function tooLarge(size: number, limit: number): string {
  return `is too large: ${size.toLocaleString('en-US')} bytes, and the limit is ${limit.toLocaleString('en-US')}. Split it, or raise maxFileSize in .kossarc.json`;
}

function notUtf8(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) return 'is UTF-16, not UTF-8: save it with the encoding UTF-8';
  const offset = firstInvalidByte(bytes);
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
  return `is not valid UTF-8: byte ${offset} (line ${line}) belongs to no character. Save it with the encoding UTF-8`;
}

/** Offset of the first byte that no valid text has. A prefix may end in the middle of a character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // An incomplete character before the invalid byte is part of the fault.
  let start = low;
  while (start > 0 && low - start < 3 && (bytes[start - 1]! & 0xc0) === 0x80) start--;
  return start > 0 && bytes[start - 1]! >= 0xc0 && !isValid(bytes.subarray(start - 1, low)) ? start - 1 : low;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
