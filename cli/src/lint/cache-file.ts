import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { OutputFile } from '../files/output-file.js';

/**
 * A file of values by key that many runs may use at once. Every entry is one line with its own checksum, and lines are
 * only ever added, each in one write: what a killed run leaves behind is at worst one line that nobody believes. Every
 * entry knows the day on which it was last of use, and old ones are left out when the file is written anew, which
 * happens beside it and takes its place in one step. Values are not held in memory.
 *
 * Caches of npm that were weighed: those of one JSON file hold all of it and lose what the other of two runs wrote;
 * those of one file per entry cost two system calls more for each article than reading the article does.
 */
export class CacheFile {
  /** Lines that were not what a run wrote. */
  damaged = 0;
  readonly #path: string;
  readonly #today: string;
  readonly #entries = new Map<string, Entry>();
  #handle: number | undefined;
  #size = 0;
  #usefulSize = 0;
  #unwritten: string[] = [];
  #unwrittenSize = 0;

  private constructor(file: string, today: string) {
    this.#path = file;
    this.#today = today;
  }

  /**
   * @param file absolute; it need not be there
   * @param today ISO date
   * @throws NoCacheFile where a file is there that is no cache; the error of the file system
   */
  static open(file: string, today: string): CacheFile {
    const cache = new CacheFile(file, today);
    cache.#readIndex();
    return cache;
  }

  get(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || this.#handle === undefined) return undefined;
    const bytes = Buffer.allocUnsafe(entry.length);
    const read = readSync(this.#handle, bytes, 0, entry.length, entry.offset);
    const value = read === entry.length ? valueOf(bytes) : undefined;
    if (value === undefined) {
      this.damaged++;
      this.#entries.delete(key);
      return undefined;
    }
    if (daysBetween(entry.day, this.#today) > REFRESHED_AFTER_DAYS) this.set(key, value);
    return value;
  }

  /** @param value without a line break */
  set(key: string, value: string): void {
    const line = lineOf(key, this.#today, value);
    this.#unwritten.push(line);
    this.#unwrittenSize += line.length;
    if (this.#unwrittenSize > MOST_UNWRITTEN) this.#append();
  }

  /** Writes what is unwritten, and the whole file anew where much of it is of no use. @throws the error of the file system */
  async close(): Promise<void> {
    try {
      this.#append();
      const waste = this.#size - this.#usefulSize;
      if (this.damaged > 0 || this.#size > LARGEST || (waste > SMALL && waste > this.#usefulSize)) {
        await this.#rewrite();
      }
    } finally {
      if (this.#handle !== undefined) closeSync(this.#handle);
      this.#handle = undefined;
    }
  }

  #readIndex(): void {
    try {
      this.#handle = openSync(this.#path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    const found = fstatSync(this.#handle);
    if (!found.isFile()) throw new NoCacheFile();
    this.#size = found.size;
    for (const { offset, bytes, head } of linesIn(this.#handle)) {
      if (offset === 0 && !isHeading(bytes) && !this.#isOurs(bytes)) throw new NoCacheFile();
      if (head === undefined) {
        if (bytes.length > 0 && bytes.toString('latin1') !== HEADING.trimEnd()) this.damaged++;
        continue;
      }
      const before = this.#entries.get(head.key);
      if (before !== undefined) this.#usefulSize -= before.length;
      if (daysBetween(head.day, this.#today) > FORGOTTEN_AFTER_DAYS) {
        this.#entries.delete(head.key);
        continue;
      }
      this.#usefulSize += bytes.length;
      this.#entries.set(head.key, { offset, length: bytes.length, day: head.day });
    }
  }

  /** Whatever lies under our own name, or was emptied by a crash of the machine, is a broken cache. */
  #isOurs(firstLine: Buffer): boolean {
    return path.basename(this.#path) === CACHE_FILE_NAME || firstLine[0] === 0;
  }

  #append(): void {
    if (this.#unwritten.length === 0) return;
    mkdirSync(path.dirname(this.#path), { recursive: true });
    const heading = this.#size === 0 ? HEADING : '';
    // The break before it ends a line that a killed run may have left unfinished.
    appendFileSync(this.#path, `${heading}\n${this.#unwritten.join('')}`);
    this.#size += this.#unwrittenSize;
    this.#usefulSize += this.#unwrittenSize;
    this.#unwritten = [];
    this.#unwrittenSize = 0;
  }

  /** What another run adds between the reading and the step into place is lost, and found again by the next run. */
  async #rewrite(): Promise<void> {
    const handle = openSync(this.#path, 'r');
    const target = await OutputFile.open(this.#path);
    try {
      const last = new Map<string, number>();
      for (const { offset, head } of linesIn(handle)) if (head !== undefined) last.set(head.key, offset);
      let room = LARGEST / 2;
      await target.write(HEADING);
      for (const { offset, bytes, head } of linesIn(handle)) {
        if (head === undefined || last.get(head.key) !== offset || valueOf(bytes) === undefined) continue;
        if (daysBetween(head.day, this.#today) > FORGOTTEN_AFTER_DAYS || bytes.length > room) continue;
        room -= bytes.length;
        await target.write(`${bytes.toString('utf8')}\n`);
      }
      await target.commit();
    } catch (error) {
      await target.discard();
      throw error;
    } finally {
      closeSync(handle);
    }
  }
}

export const CACHE_FILE_NAME = '.kossacache';

/** What lies in the place of the cache is something else. */
export class NoCacheFile extends Error {}

interface Entry {
  readonly offset: number;
  /** Bytes, without the line break. */
  readonly length: number;
  readonly day: string;
}

interface Line {
  readonly offset: number;
  /** Without the line break. Good until the next line is asked for. */
  readonly bytes: Buffer;
  /** Undefined where it is no entry. */
  readonly head: { readonly key: string; readonly day: string } | undefined;
}

const HEADING = 'kossa-cache 1\n';
const MOST_UNWRITTEN = 1 << 16;
const LARGEST = 1 << 28;
/** Bytes that are not worth a tidying. */
const SMALL = 1 << 20;
const FORGOTTEN_AFTER_DAYS = 30;
const REFRESHED_AFTER_DAYS = 7;

/** Checksum, key and day, each followed by a space. */
const HEAD = /^[0-9a-f]{8} ([0-9a-f]{32}) (\d{4}-\d{2}-\d{2}) $/u;
const HEAD_LENGTH = 8 + 1 + 32 + 1 + 10 + 1;

function lineOf(key: string, day: string, value: string): string {
  const content = `${key} ${day} ${value}`;
  return `${sumOf(content)} ${content}\n`;
}

function valueOf(line: Buffer): string | undefined {
  const text = line.toString('utf8');
  return text.slice(0, 8) === sumOf(text.slice(9)) ? text.slice(HEAD_LENGTH) : undefined;
}

function sumOf(content: string): string {
  return createHash('sha1').update(content).digest('hex').slice(0, 8);
}

function isHeading(line: Buffer): boolean {
  return line.toString('latin1', 0, 12) === HEADING.slice(0, 12);
}

/** The lines of a file, read in pieces. The last one may lack its line break: a run was killed. */
function* linesIn(handle: number): Generator<Line> {
  const piece = Buffer.allocUnsafe(1 << 20);
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for (let position = 0; ;) {
    const read = readSync(handle, piece, 0, piece.length, position);
    if (read === 0) break;
    position += read;
    const bytes = rest.length === 0 ? piece.subarray(0, read) : Buffer.concat([rest, piece.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      yield toLine(bytes.subarray(start, end), offset);
      offset += end + 1 - start;
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  if (rest.length > 0) yield { offset, bytes: rest, head: undefined };
}

function toLine(bytes: Buffer, offset: number): Line {
  const match = HEAD.exec(bytes.toString('latin1', 0, HEAD_LENGTH));
  return { offset, bytes, head: match === null ? undefined : { key: match[1]!, day: match[2]! } };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
