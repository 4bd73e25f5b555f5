import type { AnalyzedBlock } from './document.js';
import type { Terminology } from './terminology/terminology.js';

/** Whether a block is one that is asked for, by its text, tokens, sentences and mentions alone. */
export type BlockTest = (block: AnalyzedBlock, terminology: Terminology) => boolean;

/** What a block holds, by the same alone; once for each time that it holds it. */
export type BlockKeys<Key> = (block: AnalyzedBlock, terminology: Terminology) => readonly Key[];

/** The same by what it says, its own place and the headings above. */
export type PlacedKeys<Key> = (
  block: AnalyzedBlock,
  terminology: Terminology,
  blocks: readonly AnalyzedBlock[],
) => readonly Key[];

/** Adds what a block counts for, by what it says, its own place and the headings above. */
export type BlockCount = (
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  add: (what: number, times: number) => void,
) => void;

/** What a version shares with the one before. */
export interface Carried {
  readonly lists: BlockLists;
  /** So many blocks at the beginning say the same as before. */
  readonly first: number;
  /** So many at the end, with the same numbers. */
  readonly last: number;
}

/**
 * Which blocks of a document hold what: asked once for each block, and in the next version of the document only for
 * those that are new. Tests, keys and counts are functions of a module: they are known by themselves.
 */
export class BlockLists {
  /** How many blocks were looked at. */
  asked = 0;
  readonly #blocks: readonly AnalyzedBlock[];
  readonly #terminology: Terminology;
  #carried: Carried | undefined;
  readonly #where = new Map<BlockTest, readonly number[]>();
  readonly #by = new Map<PlacedKeys<never>, ReadonlyMap<unknown, readonly number[]>>();
  readonly #counted = new Map<BlockCount, ReadonlyMap<number, number>>();

  constructor(blocks: readonly AnalyzedBlock[], terminology: Terminology, carried?: Carried) {
    this.#blocks = blocks;
    this.#terminology = terminology;
    this.#carried = carried;
  }

  /** The blocks of which a test is true, in reading order. */
  where(test: BlockTest): readonly AnalyzedBlock[] {
    let list = this.#where.get(test);
    if (list === undefined) this.#where.set(test, (list = this.#find(test)));
    return list.map((index) => this.#blocks[index]!);
  }

  /** The numbers of the blocks that hold each key, in reading order, as often as they hold it. Keys are in no order. */
  by<Key>(keys: BlockKeys<Key>): ReadonlyMap<Key, readonly number[]> {
    return this.#groups(keys, this.#carried);
  }

  /** The same for what depends on the place of a block as well. */
  byPlace<Key>(keys: PlacedKeys<Key>): ReadonlyMap<Key, readonly number[]> {
    return this.#groups(keys, this.#carriedWithPlaces());
  }

  /** What the blocks count for together. */
  counted(count: BlockCount): ReadonlyMap<number, number> {
    let counts = this.#counted.get(count);
    if (counts === undefined) this.#counted.set(count, (counts = this.#count(count)));
    return counts;
  }

  /** Lets go of the version before. */
  close(): void {
    this.#carried = undefined;
  }

  #find(test: BlockTest): readonly number[] {
    const before = this.#carried?.lists;
    const old = before === undefined ? undefined : before.#where.get(test);
    const { from, to, oldTo } = this.#window(old === undefined ? undefined : this.#carried);
    const fresh: number[] = [];
    for (let index = from; index < to; index++) if (test(this.#ask(index), this.#terminology)) fresh.push(index);
    return old === undefined ? fresh : spliced(old, from, oldTo, fresh);
  }

  #groups<Key>(keys: PlacedKeys<Key>, carried: Carried | undefined): ReadonlyMap<Key, readonly number[]> {
    let lists = this.#by.get(keys as PlacedKeys<never>) as ReadonlyMap<Key, readonly number[]> | undefined;
    if (lists === undefined) this.#by.set(keys as PlacedKeys<never>, (lists = this.#group(keys, carried)));
    return lists;
  }

  #group<Key>(keys: PlacedKeys<Key>, carried: Carried | undefined): ReadonlyMap<Key, readonly number[]> {
    const before = carried?.lists;
    const known = before === undefined ? undefined : before.#by.get(keys as PlacedKeys<never>);
    const old = known as ReadonlyMap<Key, readonly number[]> | undefined;
    const { from, to, oldTo } = this.#window(old === undefined ? undefined : carried);
    const fresh = new Map<Key, number[]>();
    const freshOf = (key: Key): number[] => {
      let list = fresh.get(key);
      if (list === undefined) fresh.set(key, (list = []));
      return list;
    };
    for (let index = from; index < to; index++) {
      for (const key of keys(this.#ask(index), this.#terminology, this.#blocks)) freshOf(key).push(index);
    }
    if (before === undefined || old === undefined) return fresh;
    // What went holds nothing now.
    for (let index = from; index < oldTo; index++) {
      for (const key of keys(before.#ask(index), this.#terminology, before.#blocks)) freshOf(key);
    }
    const all = new Map(old);
    for (const [key, list] of fresh) {
      const whole = spliced(old.get(key) ?? [], from, oldTo, list);
      if (whole.length === 0) all.delete(key);
      else all.set(key, whole);
    }
    return all;
  }

  #count(count: BlockCount): ReadonlyMap<number, number> {
    const carried = this.#carriedWithPlaces();
    const before = carried?.lists;
    const old = before === undefined ? undefined : before.#counted.get(count);
    const { from, to, oldTo } = this.#window(old === undefined ? undefined : carried);
    const counts = new Map(old);
    const adder = (sign: number) => (what: number, times: number) => {
      counts.set(what, (counts.get(what) ?? 0) + sign * times);
    };
    for (let index = from; index < to; index++) count(this.#ask(index), this.#blocks, adder(1));
    if (before === undefined || old === undefined) return counts;
    for (let index = from; index < oldTo; index++) count(before.#ask(index), before.#blocks, adder(-1));
    return counts;
  }

  #ask(index: number): AnalyzedBlock {
    this.asked++;
    return this.#blocks[index]!;
  }

  /** What is new, and what it stands for. */
  #window(carried: Carried | undefined): Window {
    if (carried === undefined) return { from: 0, to: this.#blocks.length, oldTo: 0 };
    const { lists, first, last } = carried;
    return { from: first, to: this.#blocks.length - last, oldTo: lists.#blocks.length - last };
  }

  /** A heading says something of what stands below it: one that came, went or changed leaves nothing as it was. */
  #carriedWithPlaces(): Carried | undefined {
    if (this.#carried === undefined) return undefined;
    const { from, to, oldTo } = this.#window(this.#carried);
    const now = this.#blocks.slice(from, to).filter(isHeading);
    const then = this.#carried.lists.#blocks.slice(from, oldTo).filter(isHeading);
    const isSame = now.length === then.length && now.every(({ content }, index) => content === then[index]!.content);
    return isSame ? this.#carried : undefined;
  }
}

function isHeading({ kind }: AnalyzedBlock): boolean {
  return kind === 'heading';
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** A sorted list with other numbers from one to another. */
function spliced(old: readonly number[], from: number, to: number, fresh: readonly number[]): readonly number[] {
  const start = lowerBound(old, from);
  const end = lowerBound(old, to);
  if (end - start === fresh.length && fresh.every((index, at) => index === old[start + at])) return old;
  return [...old.slice(0, start), ...fresh, ...old.slice(end)];
}

function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
