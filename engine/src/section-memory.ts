import type { Claim } from './claims/claim.js';
import type { BlockReading } from './claims/block-readings.js';
import type { DivisionStatement } from './claims/divisions/classification-claims.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import type { Report } from './rules/rule.js';
import {
  moved,
  placeIn,
  readingsWithin,
  readsAlike,
  sectionsOf,
  type Section,
  type SectionReading,
} from './sections.js';

/** A section with its readings, which rules that were not asked yet may still add to. */
export interface OpenReading extends SectionReading {
  readonly reports: Map<string, readonly Report[]>;
}

/** A section that is to be read, with what was read of it before it was changed. */
export interface UnreadSection extends Section {
  readonly earlier?: OpenReading;
}

/** What was read in the sections of the last version of a document. */
export class SectionMemory {
  #key = '';
  #readings: readonly OpenReading[] = [];
  /** The blocks of that version. */
  #blocks: readonly AnalyzedBlock[] = [];

  /** How many sections the last version shared with the one before. */
  kept = 0;
  /** How many of its sections were looked at. */
  compared = 0;

  get isEmpty(): boolean {
    return this.#readings.length === 0;
  }

  /**
   * The sections of a new version, each with its reading where it reads as a section of the last version did, or else
   * with what was read where it stands now.
   * @param key everything outside of a section that decides how it is read
   * @param shared what the version has in common with another one
   */
  match(blocks: readonly AnalyzedBlock[], key: string, shared: Shared | undefined): (OpenReading | UnreadSection)[] {
    const old = this.#key === key ? this.#readings : [];
    const [head, tail] = shared?.of === this.#blocks ? untouched(old, blocks, shared) : [0, 0];
    const start = head === 0 ? 0 : endOf(old[head - 1]!);
    const end = tail === 0 ? blocks.length : startOf(old[old.length - tail]!);
    const sections = sectionsOf(blocks, start, end);
    const matched: (OpenReading | UnreadSection)[] = [...sections];
    let [first, oldFirst] = [0, head];
    const oldEnd = old.length - tail;
    while (first < sections.length && oldFirst < oldEnd && readsAlike(sections[first]!, blocks, old[oldFirst]!)) {
      matched[first] = moved(old[oldFirst]!, sections[first]!) as OpenReading;
      first++;
      oldFirst++;
    }
    let [last, oldLast] = [sections.length, oldEnd];
    while (last > first && oldLast > oldFirst && readsAlike(sections[last - 1]!, blocks, old[oldLast - 1]!)) {
      matched[--last] = moved(old[--oldLast]!, sections[last]!) as OpenReading;
    }
    if (last - first === oldLast - oldFirst) {
      for (let at = first; at < last; at++) matched[at] = { ...sections[at]!, earlier: old[oldFirst + at - first]! };
    }
    this.compared = sections.length;
    this.kept = head + first + sections.length - last + tail;
    return [...old.slice(0, head), ...matched, ...old.slice(oldEnd)];
  }

  /** Keeps the readings of a version that was read to its end. */
  keep(readings: readonly OpenReading[], blocks: readonly AnalyzedBlock[], key: string): void {
    this.#readings = readings;
    this.#blocks = blocks;
    this.#key = key;
  }

  forget(): void {
    this.keep([], [], '');
  }

  /** The same for a version that was read as a whole, with the reports of the rules that read by section. */
  keepWhole(
    document: AnalyzedDocument,
    byBlock: readonly (BlockReading | undefined)[],
    reports: ReadonlyMap<string, readonly Report[]>,
    key: string,
  ): void {
    const sections = sectionsOf(document.blocks, 0, document.blocks.length);
    const owner: number[] = [];
    for (const [at, section] of sections.entries()) {
      for (let own = section.from; own < section.to; own++) owner.push(at);
    }
    const claims = grouped(document.claims, owner, ({ block }) => block);
    const divisions = grouped(document.divisions, owner, ({ block }) => block);
    const countedLists = grouped(document.countedLists, owner, ({ block }) => block);
    const byRule = [...reports].map(([rule, all]) => [rule, grouped(all, owner, blockOf)] as const);
    this.#readings = sections.map((section, at) => {
      const own = {
        claims: claims.get(at) ?? [],
        divisions: divisions.get(at) ?? [],
        countedLists: countedLists.get(at) ?? [],
      };
      const ownReports = byRule.map(([rule, groups]) => [rule, groups.get(at) ?? []] as const);
      const isInside = (index: number): boolean => placeIn(section, index) >= 0;
      const isClosed = blocksNamed(own.claims, own.divisions).every(isInside);
      return {
        ...section,
        seen: section,
        // What speaks of blocks farther away is read again when the next version is.
        read: isClosed ? section.blocks.map((index) => document.blocks[index]!) : [],
        ...own,
        byBlock: whenNeeded(() => readingsWithin(section, byBlock)),
        reports: new Map(ownReports),
      };
    });
    this.#blocks = document.blocks;
    this.#key = key;
  }
}

/** What the blocks of a version say as those of another one do. */
export interface Shared {
  /** The blocks of the other one. */
  readonly of: readonly AnalyzedBlock[];
  /** So many at the beginning are the same. */
  readonly first: number;
  /** So many at the end, with the same numbers. */
  readonly last: number;
}

/** So many sections at the beginning, and so many at the end, hold and see nothing that is not the same. */
function untouched(
  old: readonly OpenReading[],
  blocks: readonly AnalyzedBlock[],
  { first, last }: Shared,
): readonly [head: number, tail: number] {
  const end = blocks.length - last;
  const isUntouched = ({ blocks: seen, from, read }: OpenReading): boolean => {
    for (let at = 0; at < from; at++) if (seen[at]! >= first && seen[at]! < end) return false;
    return seen.length === read.length;
  };
  let head = 0;
  while (head < old.length && old[head]!.blocks.at(-1)! < first && isUntouched(old[head]!)) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    last > 0 &&
    startOf(old[old.length - 1 - tail]!) >= end &&
    isUntouched(old[old.length - 1 - tail]!)
  ) {
    tail++;
  }
  return [head, tail];
}

/** The first block of a section's own. */
function startOf({ blocks, from }: Section): number {
  return blocks[from]!;
}

/** The block behind its last own one. */
function endOf(section: Section): number {
  return startOf(section) + section.to - section.from;
}

function blocksNamed(claims: readonly Claim[], divisions: readonly DivisionStatement[]): number[] {
  return [
    ...claims.flatMap(({ subject, object }) => [subject.block, object.block]),
    ...divisions.flatMap(({ members, listMembers }) => [...members, ...listMembers].map(({ block }) => block)),
  ];
}

/** Rules that read by section report places in blocks. */
function blockOf({ at }: Report): number {
  return 'block' in at ? at.block : 0;
}

function grouped<T>(items: readonly T[], owner: readonly number[], block: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const section = owner[block(item)]!;
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [item]);
    else group.push(item);
  }
  return groups;
}

/** Few sections of a document are ever edited. */
function whenNeeded<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function isRead(section: OpenReading | Section): section is OpenReading {
  return 'reports' in section;
}
