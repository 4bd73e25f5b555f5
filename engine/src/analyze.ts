import { subjectsOf, type DocumentSubjects } from './claims/document-subjects.js';
import { readStatements } from './claims/read-claims.js';
import type { AnalyzedBlock, AnalyzedDocument, BlockAnalysis } from './document.js';
import { readDirectives } from './directives/read-directives.js';
import { splitSentences } from './language/sentences.js';
import { tokenize } from './language/tokenize.js';
import { commentsOf } from './markdown/comments.js';
import type { FrontMatter } from './markdown/front-matter.js';
import type { MarkdownLanguage } from './markdown/parse.js';
import { parseInPieces, type EarlierVersions, type ParsedMarkdown, type ParseWork } from './markdown/pieces.js';
import { readFrontMatter } from './markdown/read-front-matter.js';
import { conceptsNamedInFull, resolveAbbreviations } from './mentions/abbreviations.js';
import { matchPhrases } from './mentions/match.js';
import { buildBlocks } from './prose/build-blocks.js';
import type { ProseBlock } from './prose/prose-block.js';
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
  #entries: ReadonlyMap<string, BlockAnalysis> = new Map();
  #parsed: EarlierVersions = {};
  /** How words were checked, which the analyses depend on. */
  #spelling = '';

  /** The tree of a text; what it shares with the version before is not parsed again. */
  parse(text: string, language: MarkdownLanguage): ParsedMarkdown {
    const parsed = parseInPieces(text, language, this.#parsed);
    this.#parsed = { ...this.#parsed, [parsed.language]: parsed };
    this.work = parsed.work;
    return parsed;
  }

  /** The analyses of the blocks of the version before; none where words were checked in another way. */
  begin({ accepted, english }: SpellingOptions): ReadonlyMap<string, BlockAnalysis> {
    const spelling = [english ? 'english' : 'medical', ...[...accepted].sort()].join('\n');
    if (spelling !== this.#spelling) {
      this.#entries = new Map();
      this.sections.keep([], '');
    }
    this.#spelling = spelling;
    return this.#entries;
  }

  /** Keeps what a finished analysis used. */
  keep(used: ReadonlyMap<string, BlockAnalysis>): void {
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
    accepted: acceptedWords(options, directives.allowed),
    english: options.configuration.generalSpelling === true,
  };
  const known = cache?.begin(spelling) ?? new Map<string, BlockAnalysis>();
  const used = new Map<string, BlockAnalysis>();
  const analyses: BlockAnalysis[] = [];
  const named = new Set<string>();
  for (const block of blocks) {
    let analysis = used.get(block.text) ?? known.get(block.text);
    const isNew = analysis === undefined;
    analysis ??= analyzeBlock(block, knowledge, spelling);
    conceptsNamedInFull(analysis.mentions, terminology, named);
    analyses.push(analysis);
    used.set(block.text, analysis);
    if (isNew) yield;
  }
  cache?.keep(used);
  const analyzed = blocks.map((block, index) => joinBlock(block, analyses[index]!, named));
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
  const own = { claims: statements.claims.filter(isOwn), divisions: statements.divisions.filter(isOwn) };
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

function analyzeBlock(block: ProseBlock, knowledge: Knowledge, spelling: SpellingOptions): BlockAnalysis {
  const tokens = tokenize(block.text);
  const sentences = splitSentences(tokens);
  const matches = matchPhrases(block.index, block.text, tokens, sentences, knowledge.terminology);
  const misspellings = knowledge.words?.check(tokens, sentences, block.text, spelling) ?? [];
  return { tokens, sentences, ...matches, misspellings };
}

/** The block with what its text says, its matches placed in this version of the document. */
function joinBlock(block: ProseBlock, analysis: BlockAnalysis, named: ReadonlySet<string>): AnalyzedBlock {
  const mentions = resolveAbbreviations(analysis.mentions, named);
  return Object.assign(block, {
    content: mentions,
    tokens: analysis.tokens,
    sentences: analysis.sentences,
    mentions: placed(mentions, block.index),
    wordings: placed(analysis.wordings, block.index),
    confusions: placed(analysis.confusions, block.index),
    eponyms: placed(analysis.eponyms, block.index),
    misspellings: analysis.misspellings,
  });
}

/** Matches with the number of their block; most keep it from version to version. */
function placed<T extends { readonly block: number }>(matches: readonly T[], index: number): readonly T[] {
  if (matches.length === 0 || matches[0]!.block === index) return matches;
  const last = lastPlaced.get(matches) as readonly T[] | undefined;
  if (last !== undefined && last[0]!.block === index) return last;
  const own = matches.map((match) => ({ ...match, block: index }));
  lastPlaced.set(matches, own);
  return own;
}

const lastPlaced = new WeakMap<readonly object[], readonly object[]>();

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
