import type { Assertions } from './assertions/assertions.js';
import { BlockLists } from './block-lists.js';
import { subjectsOf, type DocumentSubjects } from './claims/subjects/document-subjects.js';
import { NOTHING_READ, type BlockReading } from './claims/block-readings.js';
import { readStatements } from './claims/read-claims.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import { readDirectives } from './directives/read-directives.js';
import { analyzeBlock, bareBlock, movedBlock, type KnownBlock } from './known-block.js';
import { commentsOf } from './markdown/comments.js';
import type { FrontMatter } from './markdown/front-matter.js';
import {
  parseInPieces,
  type DocumentLanguage,
  type EarlierVersions,
  type ParsedMarkdown,
  type ParseWork,
} from './markdown/pieces.js';
import { readFrontMatter } from './markdown/read-front-matter.js';
import { buildOutline, type Outline } from './prose/build-blocks.js';
import { countMedical, judgeScope } from './scope.js';
import { isRead, SectionMemory, type OpenReading, type Shared, type UnreadSection } from './section-memory.js';
import { asDocument, changedPlaces, movedStatements } from './sections.js';
import type { Terminology } from './terminology/terminology.js';
import { spellingOfText } from './text-spelling.js';
import type { SpellingOptions, Words } from './words/words.js';
import type { LintOptions } from './lint-options.js';

/** What the analysis needs to know of the world; both are values that were handed in. */
export interface Knowledge {
  readonly terminology: Terminology;
  readonly words: Words | undefined;
  /** Without them readers of single forms are believed in all they read. */
  readonly assertions: Assertions | undefined;
  readonly ruleIds: readonly string[];
  /** Words of a project's own names, which the speller does not know. */
  readonly ownWords?: readonly string[];
}

/**
 * What is kept of one document from version to version: its tree, the analyses of its blocks by their text, the
 * readings of its sections. The host owns it; an edit then costs the block and the section that it touched. A finished
 * analysis leaves what it used, an abandoned one loses nothing.
 */
export class AnalysisCache {
  readonly sections = new SectionMemory();
  /** What the last version cost to parse. */
  work: ParseWork | undefined;
  /** How many blocks of it were built. */
  built = 0;
  /** How many of its blocks were read for what they state, where it was read by section. */
  reread = 0;
  #entries = new Map<string, KnownBlock>();
  #version: Version | undefined;
  #parsed: EarlierVersions = {};
  /** How words were checked, which the analyses depend on. */
  #spelling = '';

  /** The tree of a text; what it shares with the version before is not parsed again. */
  parse(text: string, language: DocumentLanguage): ParsedMarkdown {
    const parsed = parseInPieces(text, language, this.#parsed);
    this.#parsed = { ...this.#parsed, [parsed.language]: parsed };
    this.work = parsed.work;
    return parsed;
  }

  /** The last version that was linted to its end; none where words were checked in another way. */
  begin({ accepted, english }: SpellingOptions, terminologyVersion: string): Version | undefined {
    const spelling = [terminologyVersion, english ? 'english' : 'medical', ...[...accepted].sort()].join('\n');
    if (spelling !== this.#spelling) {
      this.#entries = new Map();
      this.#version = undefined;
      this.sections.forget();
    }
    this.#spelling = spelling;
    return this.#version;
  }

  /** The analysis of a text as a block, of this version or one before it. */
  known(text: string): KnownBlock | undefined {
    return this.#entries.get(text);
  }

  learn(text: string, analysis: KnownBlock): void {
    this.#entries.set(text, analysis);
  }

  /** Keeps a version that was linted to its end. */
  keep(version: Version): void {
    this.#version = version;
    this.built = version.fresh.length;
    // What is typed leaves a text behind with every letter.
    if (this.#entries.size < 2 * version.blocks.length + FEW_TEXTS) return;
    this.#entries = new Map(version.blocks.map(({ text }, index) => [text, version.known[index]!]));
  }
}

const FEW_TEXTS = 200;

/** The blocks of a version and how they came to be. */
export interface Version extends Outline {
  readonly blocks: readonly AnalyzedBlock[];
  /** What the text of each says. */
  readonly known: readonly KnownBlock[];
  /** How often a block names each concept by anything but an abbreviation. */
  readonly named: ReadonlyMap<string, number>;
  /** Blocks with abbreviations that the document decides. */
  readonly open: readonly number[];
  readonly lists: BlockLists;
  /** The blocks that say the same as in the version before. */
  readonly shared: Shared | undefined;
}

/** A version of a document as it is read, and what the rules need besides. */
export interface Analysis {
  readonly document: AnalyzedDocument;
  /** What each of its sections says; undefined where the document was read as a whole. */
  readonly readings: readonly OpenReading[] | undefined;
  /** What each of its blocks states, where it was read as a whole. */
  readonly byBlock: readonly (BlockReading | undefined)[];
  readonly version: Version;
  /** Everything outside of a section that decides how it is read. */
  readonly key: string;
}

/**
 * Reads a text once: every rule sees the same document. Yields after each block that is new, so that the host decides
 * the pace and may stop; the value it returns is complete.
 * @param text without a byte-order mark
 * @param cache of the versions of one document; without it everything is read
 */
export function* analyze(
  text: string,
  options: LintOptions,
  knowledge: Knowledge,
  cache: AnalysisCache | undefined,
): Generator<void, Analysis> {
  const { terminology, assertions } = knowledge;
  const parsed = cache === undefined ? parseInPieces(text, options.language) : cache.parse(text, options.language);
  yield;
  const frontMatter = frontMatterOf(parsed);
  const directives = readDirectives(commentsOf(parsed), frontMatter, knowledge.ruleIds, text.length, text);
  const spelling = {
    accepted: acceptedWords(options, [...directives.allowed, ...(knowledge.ownWords ?? [])]),
    english: options.configuration.generalSpelling === true,
  };
  const own = cache ?? new AnalysisCache();
  const before = own.begin(spelling, terminology.compiled.contentHash);
  const proseKeys = options.configuration.frontMatterProse ?? DEFAULT_PROSE_KEYS;
  const outline = buildOutline(parsed, frontMatter, proseKeys, before);
  const fresh: KnownBlock[] = [];
  for (const block of outline.fresh) {
    let analysis = own.known(block.text);
    if (analysis === undefined) {
      analysis = analyzeBlock(block, knowledge, spelling);
      own.learn(block.text, analysis);
      yield;
    }
    fresh.push(analysis);
  }
  const version = joinVersion(outline, fresh, before, terminology);
  const analyzed = version.blocks;
  const subject = countMedical(version.lists);
  const subjects = subjectsOf(analyzed, version.lists, terminology);
  const base = {
    text,
    language: options.language,
    blocks: analyzed,
    lists: version.lists,
    frontMatter,
    directives,
    subject,
    isOnOtherMatter: subject.words > LONGEST_EXTRACT && subjects.spokenOf.length === 0,
    healthWriting: judgeScope(subject, options),
    spelling: spellingOfText(frontMatter, version.lists),
  };
  const key = JSON.stringify([
    options.configuration,
    options.configured,
    base.isOnOtherMatter,
    base.healthWriting,
    base.spelling,
    subjects.spokenOf.map(({ of }) => of),
    subjects.lettered.map(({ id }) => id),
    subjects.namesTypes,
    subjects.leavesDepositsUnnamed,
  ]);
  if (cache === undefined || cache.sections.isEmpty) {
    const keeps = cache === undefined ? undefined : NOTHING_READ;
    const { byBlock, ...statements } = readStatements(analyzed, terminology, subjects, assertions, keeps);
    return { document: { ...base, ...statements }, readings: undefined, byBlock, version, key };
  }
  const readings: OpenReading[] = [];
  cache.reread = 0;
  for (const section of cache.sections.match(analyzed, key, version.shared)) {
    if (isRead(section)) {
      readings.push(section);
      continue;
    }
    const reading = readSection(section, analyzed, knowledge, subjects);
    const before = new Set(section.earlier?.byBlock().map((block) => block?.read));
    for (const block of reading.byBlock()) if (block !== undefined && !before.has(block.read)) cache.reread++;
    readings.push(reading);
    yield;
  }
  const document: AnalyzedDocument = {
    ...base,
    get claims() {
      return readings.flatMap(({ claims }) => claims);
    },
    get divisions() {
      return readings.flatMap(({ divisions }) => divisions);
    },
    get countedLists() {
      return readings.flatMap(({ countedLists }) => countedLists);
    },
  };
  return { document, readings, byBlock: [], version, key };
}

/** In words. What is longer tells what it is about. */
const LONGEST_EXTRACT = 150;

/** The blocks of a version, those that stayed and those that are new, with what their texts say. */
function joinVersion(
  outline: Outline,
  fresh: readonly KnownBlock[],
  before: Version | undefined,
  terminology: Terminology,
): Version {
  const { first, last, moved } = outline;
  const kept = before?.blocks.length ?? 0;
  const known = [...(before?.known.slice(0, first) ?? []), ...fresh, ...(before?.known.slice(kept - last) ?? [])];
  const named = namedNow(fresh, before, first, kept - last);
  const open = [
    ...(before?.open.filter((index) => index < first) ?? []),
    ...fresh.flatMap(({ isOpen }, index) => (isOpen ? [first + index] : [])),
    ...(before?.open.filter((index) => index >= kept - last) ?? []),
  ];
  for (const index of open) known[index]!.decide(named);
  const blocks = before?.blocks.slice(0, first) ?? [];
  for (const block of outline.fresh) blocks.push(known[blocks.length]!.join(block));
  for (let index = kept - last; index < kept; index++) {
    const block = before!.blocks[index]!;
    blocks.push(moved === 0 ? block : movedBlock(block, moved));
  }
  let saysTheSame = before !== undefined;
  for (const index of open) {
    const block = blocks[index]!;
    if (block.content === known[index]!.content) continue;
    blocks[index] = known[index]!.join(bareBlock(block, 0));
    saysTheSame = false;
  }
  const shared = saysTheSame ? { of: before!.blocks, first, last } : undefined;
  const carried = shared === undefined ? undefined : { lists: before!.lists, first, last };
  return { ...outline, blocks, known, named, open, shared, lists: new BlockLists(blocks, terminology, carried) };
}

/** The concepts that a version names, from those of the version before and the blocks that came and went. */
function namedNow(
  fresh: readonly KnownBlock[],
  before: Version | undefined,
  from: number,
  to: number,
): ReadonlyMap<string, number> {
  const named = new Map(before?.named);
  const count = (known: readonly KnownBlock[], times: number): void => {
    for (const { namedInFull } of known) {
      for (const concept of namedInFull) named.set(concept, (named.get(concept) ?? 0) + times);
    }
  };
  count(fresh, 1);
  count(before?.known.slice(from, to) ?? [], -1);
  for (const [concept, times] of named) if (times === 0) named.delete(concept);
  return named;
}

function readSection(
  { earlier, ...section }: UnreadSection,
  blocks: readonly AnalyzedBlock[],
  { terminology, assertions }: Knowledge,
  subjects: DocumentSubjects,
): OpenReading {
  const changed = earlier === undefined ? undefined : changedPlaces(section, blocks, earlier);
  const before = changed === undefined ? NOTHING_READ : { byBlock: earlier!.byBlock(), changed };
  const statements = readStatements(asDocument(section, blocks), terminology, subjects, assertions, before);
  const isOwn = ({ block }: { readonly block: number }): boolean => block >= section.from && block < section.to;
  const own = {
    claims: statements.claims.filter(isOwn),
    divisions: statements.divisions.filter(isOwn),
    countedLists: statements.countedLists.filter(isOwn),
  };
  return {
    ...section,
    seen: section,
    read: section.blocks.map((index) => blocks[index]!),
    ...movedStatements(own, (at) => section.blocks[at]!),
    byBlock: () => statements.byBlock,
    reports: new Map(),
  };
}

/** Front-matter keys that hold prose in the site generators that health writers use. */
export const DEFAULT_PROSE_KEYS = ['title', 'description', 'summary', 'subtitle', 'excerpt'];

function frontMatterOf({ text, pieces }: ParsedMarkdown): FrontMatter | undefined {
  const first = pieces[0]?.nodes[0];
  if (first === undefined || (first.type as string) !== 'yaml') return undefined;
  const start = first.position!.start.offset!;
  const end = first.position!.end.offset!;
  const body = text.indexOf('\n', start) + 1;
  const lineEnd = text.lastIndexOf('\n', end - 1);
  // The YAML reader takes a carriage return at the very end for a part of the last value.
  const close = Math.max(body, text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd);
  return readFrontMatter(text.slice(body, close), body, { start, end });
}

function acceptedWords(options: LintOptions, allowed: readonly string[]): ReadonlySet<string> {
  return new Set(
    [...(options.configuration.words ?? []), ...(options.configuration.allow ?? []), ...allowed].map((word) =>
      word.toLowerCase(),
    ),
  );
}
