import type { Claim, ClaimParty } from './claims/claim.js';
import type { DivisionStatement } from './claims/divisions/classification-claims.js';
import type { CountedList } from './claims/counts/counted-lists.js';
import type { BlockReading, WatchedClaims } from './claims/block-readings.js';
import type { Statements } from './claims/read-claims.js';
import type { AnalyzedBlock } from './document.js';
import type { ListPlace, TablePlace } from './prose/block.js';
import { ProseBlock } from './prose/prose-block.js';
import type { Place, Report } from './rules/rule.js';

/**
 * A heading with what stands below it up to the next heading, and what a reader of these blocks looks at around
 * them: the headings above, two blocks before, two behind. Nothing else decides what is read here.
 */
export interface Section {
  /** Indexes of the document's blocks: those before, its own, those behind. */
  readonly blocks: readonly number[];
  /** Where its own blocks begin and end in `blocks`. */
  readonly from: number;
  readonly to: number;
}

/** What was read in a section, by the numbers that the document's blocks have now. */
export interface SectionReading extends Section {
  /** The section when it was read, with the numbers of then. */
  readonly seen: Section;
  readonly read: readonly AnalyzedBlock[];
  readonly claims: readonly Claim[];
  readonly divisions: readonly DivisionStatement[];
  readonly countedLists: readonly CountedList[];
  /** What was read in each block, by its place in the section. */
  readonly byBlock: () => readonly (BlockReading | undefined)[];
  /** What the rules that read by section report, by rule id. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
}

/** The sections between two blocks, both of which begin one or are the end. */
export function sectionsOf(blocks: readonly AnalyzedBlock[], from: number, end: number): Section[] {
  const sections: Section[] = [];
  let start = from;
  for (let index = from + 1; index <= end; index++) {
    if (index < end && !opensSection(blocks[index]!)) continue;
    sections.push(sectionOf(blocks, start, index));
    start = index;
  }
  return sections;
}

function opensSection(block: AnalyzedBlock): boolean {
  return block.kind === 'heading' && !block.quoted && block.list === undefined;
}

function sectionOf(blocks: readonly AnalyzedBlock[], start: number, end: number): Section {
  const around = new Set<number>();
  for (let index = Math.max(0, start - AROUND); index < start; index++) around.add(index);
  for (const index of [...around, start]) {
    for (const heading of blocks[index]?.headings ?? []) if (heading < start) around.add(heading);
  }
  const indexes = [...around].sort((a, b) => a - b);
  const from = indexes.length;
  const last = Math.min(blocks.length, end + AROUND);
  for (let index = start; index < last; index++) indexes.push(index);
  return { blocks: indexes, from, to: from + end - start };
}

/** The readers look at the block before and at the one behind; one more stands for what these are read with. */
const AROUND = 2;

/** Where a block of the document stands in a section; -1 where it is outside. From its first own block on it has all. */
export function placeIn({ blocks, from }: Section, index: number | undefined): number {
  if (index === undefined) return -1;
  const first = blocks[from]!;
  if (index >= first) return from + index - first < blocks.length ? from + index - first : -1;
  for (let at = 0; at < from; at++) if (blocks[at] === index) return at;
  return -1;
}

/** Whether a section now reads as another one did: the same words, in the same places of the same outline. */
export function readsAlike(section: Section, blocks: readonly AnalyzedBlock[], reading: SectionReading): boolean {
  return changedPlaces(section, blocks, reading)?.size === 0;
}

/** Where the words of a section are not what they were; undefined where its outline is another one. */
export function changedPlaces(
  section: Section,
  blocks: readonly AnalyzedBlock[],
  reading: SectionReading,
): ReadonlySet<number> | undefined {
  const { seen, read } = reading;
  if (section.blocks.length !== read.length || section.from !== seen.from || section.to !== seen.to) return undefined;
  const changed = new Set<number>();
  let lists: number | undefined;
  let tables: number | undefined;
  for (let at = 0; at < read.length; at++) {
    const [a, b] = [blocks[section.blocks[at]!]!, read[at]!];
    if (a.content !== b.content || proseOf(a) !== proseOf(b)) changed.add(at);
    if (a.kind !== b.kind || a.level !== b.level || a.quoted !== b.quoted || a.headings.length !== b.headings.length) {
      return undefined;
    }
    for (let heading = 0; heading < a.headings.length; heading++) {
      if (placeIn(section, a.headings[heading]) !== placeIn(seen, b.headings[heading])) return undefined;
    }
    if (a.list !== undefined || b.list !== undefined) {
      if (a.list === undefined || b.list === undefined) return undefined;
      lists ??= a.list.list - b.list.list;
      if (a.list.list - b.list.list !== lists || !isSameItem(a.list, b.list, section, seen)) return undefined;
    }
    if (a.table !== undefined || b.table !== undefined) {
      if (a.table === undefined || b.table === undefined) return undefined;
      tables ??= a.table.table - b.table.table;
      if (a.table.table - b.table.table !== tables || !isSameCell(a.table, b.table, section, seen)) return undefined;
    }
  }
  return changed;
}

function isSameItem(a: ListPlace, b: ListPlace, now: Section, then: Section): boolean {
  return (
    a.depth === b.depth &&
    a.ordered === b.ordered &&
    a.item === b.item &&
    placeIn(now, a.leadIn) === placeIn(then, b.leadIn) &&
    placeIn(now, a.parentItem) === placeIn(then, b.parentItem)
  );
}

function isSameCell(a: TablePlace, b: TablePlace, now: Section, then: Section): boolean {
  return (
    a.row === b.row &&
    a.column === b.column &&
    placeIn(now, a.columnHeader) === placeIn(then, b.columnHeader) &&
    placeIn(now, a.rowHeader) === placeIn(then, b.rowHeader)
  );
}

function proseOf(block: AnalyzedBlock): unknown {
  return block instanceof ProseBlock ? block.prose : block;
}

/** The same reading where the section's blocks have other numbers now. */
export function moved(reading: SectionReading, section: Section): SectionReading {
  if (section.blocks.every((index, at) => index === reading.blocks[at])) return reading;
  const to = (index: number): number => section.blocks[placeIn(reading, index)]!;
  return {
    ...reading,
    ...section,
    ...movedStatements(reading, to),
    reports: new Map(
      [...reading.reports].map(([rule, reports]) => [rule, reports.map((report) => movedReport(report, to))]),
    ),
  };
}

/** What was read in the blocks of a section with the whole document; nothing where a reader looked farther. */
export function readingsWithin(
  section: Section,
  byBlock: readonly (BlockReading | undefined)[],
): readonly (BlockReading | undefined)[] {
  const to = (index: number): number => placeIn(section, index);
  return section.blocks.map((index) => {
    const reading = byBlock[index];
    if (reading === undefined) return undefined;
    const near = new Set([...reading.near].map(to));
    const [read, judged] = [reading.read, reading.judged].map((one) => watchedWithin(one, to));
    if (read === undefined || judged === undefined || near.has(-1)) return undefined;
    return { ...reading, read, judged, near };
  });
}

function watchedWithin(watched: WatchedClaims, to: (index: number) => number): WatchedClaims | undefined {
  const { claims } = watched;
  const looked = new Set([...watched.looked].map(to));
  const prose = new Set([...watched.prose].map(to));
  const named = claims.flatMap(({ subject, object }) => [subject.block, object.block]);
  if (looked.has(-1) || prose.has(-1) || named.some((block) => to(block) < 0)) return undefined;
  return { claims: claims.map((claim) => movedClaim(claim, to)), looked, prose };
}

/** Statements with their blocks renumbered. */
export function movedStatements(
  { claims, divisions, countedLists }: Statements,
  to: (index: number) => number,
): Statements {
  const member = <T extends { readonly block: number }>(one: T): T => ({ ...one, block: to(one.block) });
  return {
    claims: claims.map((claim) => movedClaim(claim, to)),
    divisions: divisions.map((division) =>
      copyWith(division, {
        block: to(division.block),
        members: division.members.map(member),
        listMembers: division.listMembers.map(member),
      }),
    ),
    countedLists: countedLists.map((list) => copyWith(list, { block: to(list.block) })),
  };
}

function movedClaim(claim: Claim, to: (index: number) => number): Claim {
  const party = (one: ClaimParty): ClaimParty => ({ ...one, block: to(one.block) });
  return copyWith(claim, { block: to(claim.block), subject: party(claim.subject), object: party(claim.object) });
}

/** Whose a statement is takes long to tell and is seldom asked: the copy tells it when it is, as the original would. */
function copyWith<T extends object>(one: T, changed: Partial<T>): T {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(one)) as T;
  return Object.assign(copy, changed);
}

/** A report with its blocks renumbered. */
export function movedReport(report: Report, to: (index: number) => number): Report {
  const place = (at: Place): Place => ('block' in at ? { block: to(at.block), span: at.span } : at);
  return {
    ...report,
    at: place(report.at),
    ...(report.fixes === undefined
      ? {}
      : {
          fixes: report.fixes.map((fix) =>
            fix.edits === undefined
              ? fix
              : { ...fix, edits: fix.edits.map(({ at, text }) => ({ at: place(at), text })) },
          ),
        }),
    ...(report.related === undefined
      ? {}
      : { related: report.related.map(({ at, message }) => ({ at: place(at), message })) }),
  };
}

/** The blocks of a section as a document of their own, which its readers take for the whole. */
export function asDocument(section: Section, blocks: readonly AnalyzedBlock[]): AnalyzedBlock[] {
  const to = (index: number): number => placeIn(section, index);
  return section.blocks.map((index, at) => renumbered(blocks[index]!, at, to));
}

function renumbered(block: AnalyzedBlock, index: number, to: (index: number) => number): AnalyzedBlock {
  const copy = new ProseBlock({
    index,
    kind: block.kind,
    prose: (block as ProseBlock & AnalyzedBlock).prose,
    base: (block as ProseBlock & AnalyzedBlock).base,
    level: block.level,
    headings: block.headings.map(to).filter((heading) => heading >= 0),
    list: block.list === undefined ? undefined : listWithin(block.list, to),
    table: block.table === undefined ? undefined : tableWithin(block.table, to),
    quoted: block.quoted,
    key: block.key,
  });
  const place = <T extends { readonly block: number }>(matches: readonly T[]): readonly T[] =>
    matches.length === 0 ? matches : matches.map((match) => ({ ...match, block: index }));
  return Object.assign(copy, {
    content: block.content,
    tokens: block.tokens,
    sentences: block.sentences,
    mentions: place(block.mentions),
    wordings: place(block.wordings),
    confusions: place(block.confusions),
    eponyms: place(block.eponyms),
    misspellings: block.misspellings,
  });
}

function listWithin({ leadIn, parentItem, ...own }: ListPlace, to: (index: number) => number): ListPlace {
  return { ...own, ...within('leadIn', leadIn, to), ...within('parentItem', parentItem, to) };
}

function tableWithin({ columnHeader, rowHeader, ...own }: TablePlace, to: (index: number) => number): TablePlace {
  return { ...own, ...within('columnHeader', columnHeader, to), ...within('rowHeader', rowHeader, to) };
}

function within<K extends string>(
  key: K,
  index: number | undefined,
  to: (index: number) => number,
): Partial<Record<K, number>> {
  const place = index === undefined ? -1 : to(index);
  return (place < 0 ? {} : { [key]: place }) as Partial<Record<K, number>>;
}
