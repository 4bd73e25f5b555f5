import { createHash } from 'node:crypto';
import path from 'node:path';
import { InvalidArgumentError } from 'commander';

/** One of several runs that share the work. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** Reads `3/8`. */
export function readShard(value: string): Shard {
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/u.exec(value) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (index === undefined || shard.index < 1 || shard.index > shard.total) {
    throw new InvalidArgumentError('Write which part of how many, as in 3/8.');
  }
  return shard;
}

/** Whether an article is for this shard to check: its name decides, so that another article moves no other. */
export function isInShard(file: string, { index, total }: Shard, cwd: string): boolean {
  const hash = createHash('sha256').update(nameInFolder(file, cwd)).digest();
  return hash.readUInt32BE(0) % total === index - 1;
}

/** A file as machines with the same files in other places name it. */
export function nameInFolder(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return path.sep === '\\' ? relative.replaceAll('\\', '/') : relative;
}
