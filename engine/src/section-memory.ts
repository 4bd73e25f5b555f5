import type { Claim } from './claims/claim.js';
import type { DivisionStatement } from './claims/classification-claims.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import type { Report } from './rules/rule.js';
import { moved, placeIn, readsAlike, sectionsOf, type Section, type SectionReading } from './sections.js';

/** A section with its readings, which rules that were not asked yet may still add to. */
export interface OpenReading extends SectionReading {
  readonly reports: Map<string, readonly Report[]>;
}

/** What was read in the sections of the last version of a document. */
export class SectionMemory {
  #key = '';
  #readings: readonly OpenReading[] = [];

  /** How many sections the last version shared with the one before. */
  kept = 0;

  get isEmpty(): boolean {
    return this.#readings.length === 0;
  }

  /**
   * The sections of a new version, each with its reading where it reads as a section of the last version did.
   * @param key everything outside of a section that decides how it is read
   */
  match(blocks: readonly AnalyzedBlock[], key: string): (OpenReading | Section)[] {
    const sections = sectionsOf(blocks);
    const old = this.#key === key ? this.#readings : [];
    const matched: (OpenReading | Section)[] = [...sections];
    let first = 0;
    while (first < sections.length && first < old.length && readsAlike(sections[first]!, blocks, old[first]!)) {
      matched[first] = moved(old[first]!, sections[first]!) as OpenReading;
      first++;
    }
    let [last, oldLast] = [sections.length, old.length];
    while (last > first && oldLast > first && readsAlike(sections[last - 1]!, blocks, old[oldLast - 1]!)) {
      matched[--last] = moved(old[--oldLast]!, sections[last]!) as OpenReading;
    }
    this.kept = first + sections.length - last;
    return matched;
  }

  /** Keeps the readings of a version that was read to its end. */
  keep(readings: readonly OpenReading[], key: string): void {
    this.#readings = readings;
    this.#key = key;
  }

  /** The same for a version that was read as a whole, with the reports of the rules that read by section. */
  keepWhole(document: AnalyzedDocument, reports: ReadonlyMap<string, readonly Report[]>, key: string): void {
    const sections = sectionsOf(document.blocks);
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
        reports: new Map(ownReports),
      };
    });
    this.#key = key;
  }
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

export function isRead(section: OpenReading | Section): section is OpenReading {
  return 'reports' in section;
}
