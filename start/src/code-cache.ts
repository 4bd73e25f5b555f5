import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import zlib from 'node:zlib';

/**
 * Where the compiled code of a bundle is kept for this version of V8, its flags and this processor. Undefined where
 * nothing is to be kept: NODE_DISABLE_COMPILE_CACHE is set, as for Node's own cache, or there is no place for it.
 */
export function codeCacheFile(bundle: string): string | undefined {
  // V8 does not look whether its data is intact, so that a version of Node that cannot tell keeps none.
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined || typeof zlib.crc32 !== 'function') return undefined;
  const folder = cacheFolder();
  const version = v8.cachedDataVersionTag().toString(16);
  return folder === undefined ? undefined : path.join(folder, `${path.basename(bundle)}-${version}.v8`);
}

/** What was kept, if it is whole. */
export function readCode(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(0, -CHECK_BYTES);
    return bytes.readUInt32LE(code.length) === zlib.crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps code for the next process. Where that cannot be done, the next start is as slow as this one. */
export function keepCode(file: string, code: Buffer): void {
  // Two processes may do this at once, and a third may read meanwhile.
  const written = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const check = Buffer.alloc(CHECK_BYTES);
    check.writeUInt32LE(zlib.crc32(code));
    writeFileSync(written, Buffer.concat([code, check]), { mode: 0o600 });
    renameSync(written, file);
    removeOld(path.dirname(file));
  } catch {
    removeIfThere(written);
  }
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It never came to be, or it has to stay.
  }
}

const CHECK_BYTES = 4;

/** Where this system keeps what can be made again. */
function cacheFolder(): string | undefined {
  try {
    const { env } = process;
    const named = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
    const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    const folder = named !== undefined && path.isAbsolute(named) ? named : path.join(os.homedir(), usual);
    return path.join(folder, 'kossa');
  } catch {
    return undefined;
  }
}

const LONGEST_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Each version of Kossa and of Node leaves a file behind. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.includes('.v8') && Date.now() - statSync(file).mtimeMs > LONGEST_KEPT_MS) removeIfThere(file);
  }
}
