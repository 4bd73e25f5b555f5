import { subjectsOf, type DocumentSubjects } from './claims/document-subjects.js';
import { readStatements } from './claims/read-claims.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import { readDirectives } from './directives/read-directives.js';
import { analyzeBlock, type KnownBlock } from './known-block.js';
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
import { buildBlocks } from './prose/build-blocks.js';
import { countMedical, judgeScope } from './scope.js';
import { isRead, SectionMemory, type OpenReading } from './section-memory.js';
import { asDocument, movedStatements, type Section } from './sections.js';
import type { Terminology } from './terminology/terminology.js';
import type { SpellingOptions, Words } from './words/words.js';
import type { LintOptions } from './lint-options.js';

/** What the analysis needs to know of the world; both are values that were handed in. */
export interface Knowledge {
  readonly terminology: Terminology;
  readonly words: Words | undefined;
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
  #entries: ReadonlyMap<string, KnownBlock> = new Map();
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

  /** The analyses of the blocks of the version before; none where words were checked in another way. */
  begin({ accepted, english }: SpellingOptions, terminologyVersion: string): ReadonlyMap<string, KnownBlock> {
    const spelling = [terminologyVersion, english ? 'english' : 'medical', ...[...accepted].sort()].join('\n');
    if (spelling !== this.#spelling) {
      this.#entries = new Map();
      this.sections.keep([], '');
    }
    this.#spelling = spelling;
    return this.#entries;
  }

  /** Keeps what a finished analysis used. */
  keep(used: ReadonlyMap<string, KnownBlock>): void {
    this.#entries = used;
  }
}

/** A version of a document as it is read, and what the rules need besides. */
export interface Analysis {
  readonly document: AnalyzedDocument;
  /** What each of its sections says; undefined where the document was read as a whole. */
  readonly readings: readonly OpenReading[] | undefined;
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
  const { terminology } = knowledge;
  const parsed = cache === undefined ? parseInPieces(text, options.language) : cache.parse(text, options.language);
  yield;
  const frontMatter = frontMatterOf(parsed);
  const blocks = buildBlocks(parsed, frontMatter, options.configuration.frontMatterProse ?? DEFAULT_PROSE_KEYS);
  const directives = readDirectives(commentsOf(parsed), frontMatter, knowledge.ruleIds, text.length, text);
  const spelling = {
    accepted: acceptedWords(options, [...directives.allowed, ...(knowledge.ownWords ?? [])]),
    english: options.configuration.generalSpelling === true,
  };
  const known = cache?.begin(spelling, terminology.compiled.contentHash) ?? new Map<string, KnownBlock>();
  const used = new Map<string, KnownBlock>();
  const analyses: KnownBlock[] = [];
  const named = new Set<string>();
  for (const block of blocks) {
    let analysis = used.get(block.text) ?? known.get(block.text);
    const isNew = analysis === undefined;
    analysis ??= analyzeBlock(block, knowledge, spelling);
    for (const concept of analysis.namedInFull) named.add(concept);
    analyses.push(analysis);
    used.set(block.text, analysis);
    if (isNew) yield;
  }
  cache?.keep(used);
  const analyzed = blocks.map((block, index) => analyses[index]!.join(block, named));
  const subject = countMedical(analyzed, terminology);
  const subjects = subjectsOf(analyzed, terminology);
  const base = {
    text,
    language: options.language,
    blocks: analyzed,
    frontMatter,
    directives,
    subject,
    healthWriting: judgeScope(subject, options),
  };
  const key = JSON.stringify([
    options.configuration,
    options.configured,
    base.healthWriting,
    subjects.spokenOf.map(({ of }) => of),
    subjects.lettered.map(({ id }) => id),
    subjects.namesTypes,
  ]);
  if (cache === undefined || cache.sections.isEmpty) {
    const document = { ...base, ...readStatements(analyzed, terminology, subjects) };
    return { document, readings: undefined, key };
  }
  const readings: OpenReading[] = [];
  for (const section of cache.sections.match(analyzed, key)) {
    if (isRead(section)) {
      readings.push(section);
      continue;
    }
    readings.push(readSection(section, analyzed, terminology, subjects));
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
  return { document, readings, key };
}

function readSection(
  section: Section,
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
  subjects: DocumentSubjects,
): OpenReading {
  const statements = readStatements(asDocument(section, blocks), terminology, subjects);
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
