import { readStatements } from './claims/read-claims.js';
import type { AnalyzedBlock, AnalyzedDocument, BlockAnalysis } from './document.js';
import { readDirectives } from './directives/read-directives.js';
import { splitSentences } from './language/sentences.js';
import { tokenize } from './language/tokenize.js';
import { commentsOf } from './markdown/comments.js';
import type { FrontMatter } from './markdown/front-matter.js';
import type { MarkdownLanguage } from './markdown/parse.js';
import { parseInPieces, type EarlierVersions, type ParsedMarkdown } from './markdown/pieces.js';
import { readFrontMatter } from './markdown/read-front-matter.js';
import { conceptsNamedInFull, resolveAbbreviations } from './mentions/abbreviations.js';
import { matchPhrases } from './mentions/match.js';
import { buildBlocks } from './prose/build-blocks.js';
import type { ProseBlock } from './prose/prose-block.js';
import { countMedical, judgeScope } from './scope.js';
import type { Terminology } from './terminology/terminology.js';
import type { SpellingOptions, Words } from './words/words.js';
import type { LintOptions } from './lint-options.js';
import type { Mention } from './mentions/mention.js';

/** What the analysis needs to know of the world; both are values that were handed in. */
export interface Knowledge {
  readonly terminology: Terminology;
  readonly words: Words | undefined;
  readonly ruleIds: readonly string[];
}

/**
 * Analyses of blocks by their text. The host owns it, one per document or one per run; an edit then costs the
 * block that it touched. A finished analysis leaves what it used, an abandoned one loses nothing.
 */
export class AnalysisCache {
  #entries = new Map<string, BlockAnalysis>();
  #parsed: EarlierVersions = {};
  /** How words were checked, which the analyses depend on. */
  #spelling = '';

  /** Forgets everything where words are checked in another way than before. */
  begin({ accepted, english }: SpellingOptions): void {
    const spelling = [english ? 'english' : 'medical', ...[...accepted].sort()].join('\n');
    if (spelling !== this.#spelling) this.#entries = new Map();
    this.#spelling = spelling;
  }

  /** The tree of a text; what it shares with the version before is not parsed again. */
  parse(text: string, language: MarkdownLanguage): ParsedMarkdown {
    const parsed = parseInPieces(text, language, this.#parsed);
    this.#parsed = { ...this.#parsed, [parsed.language]: parsed };
    return parsed;
  }

  get(text: string): BlockAnalysis | undefined {
    return this.#entries.get(text);
  }

  set(text: string, analysis: BlockAnalysis): void {
    this.#entries.set(text, analysis);
  }

  /** Keeps what a finished analysis used. */
  keep(used: ReadonlyMap<string, BlockAnalysis>): void {
    this.#entries = new Map(used);
  }
}

/**
 * Reads a text once: every rule sees the same document. Yields after each block, so that the host decides the
 * pace and may stop; the value it returns is complete.
 * @param text without a byte-order mark
 */
export function* analyze(
  text: string,
  options: LintOptions,
  knowledge: Knowledge,
  cache: AnalysisCache,
): Generator<void, AnalyzedDocument> {
  const parsed = cache.parse(text, options.language);
  yield;
  const frontMatter = frontMatterOf(parsed);
  const blocks = buildBlocks(parsed, frontMatter, options.configuration.frontMatterProse ?? DEFAULT_PROSE_KEYS);
  const directives = readDirectives(commentsOf(parsed), frontMatter, knowledge.ruleIds, text.length, text);
  const spelling = {
    accepted: acceptedWords(options, directives.allowed),
    english: options.configuration.generalSpelling === true,
  };
  cache.begin(spelling);
  const used = new Map<string, BlockAnalysis>();
  const analyses: BlockAnalysis[] = [];
  const named = new Set<string>();
  for (const block of blocks) {
    const analysis = analyzeBlock(block, knowledge, spelling, cache);
    conceptsNamedInFull(analysis.mentions, knowledge.terminology, named);
    analyses.push(analysis);
    used.set(block.text, analysis);
    yield;
  }
  cache.keep(used);
  const analyzed: AnalyzedBlock[] = blocks.map((block, index) => joinBlock(block, analyses[index]!, named));
  const subject = countMedical(analyzed, knowledge.terminology);
  return {
    text,
    language: options.language,
    blocks: analyzed,
    frontMatter,
    directives,
    ...readStatements(analyzed, knowledge.terminology),
    subject,
    healthWriting: judgeScope(subject, options),
  };
}

/** Front-matter keys that hold prose in the site generators that health writers use. */
export const DEFAULT_PROSE_KEYS = ['title', 'description', 'summary', 'subtitle', 'excerpt'];

function analyzeBlock(
  block: ProseBlock,
  knowledge: Knowledge,
  spelling: SpellingOptions,
  cache: AnalysisCache,
): BlockAnalysis {
  const known = cache.get(block.text);
  if (known !== undefined) return known;
  const tokens = tokenize(block.text);
  const sentences = splitSentences(tokens);
  const matches = matchPhrases(block.index, block.text, tokens, sentences, knowledge.terminology);
  const misspellings = knowledge.words?.check(tokens, sentences, block.text, spelling) ?? [];
  const analysis: BlockAnalysis = { tokens, sentences, ...matches, misspellings };
  cache.set(block.text, analysis);
  return analysis;
}

/** The block with what its text says, its matches placed in this version of the document. */
function joinBlock(block: ProseBlock, analysis: BlockAnalysis, named: ReadonlySet<string>): AnalyzedBlock {
  const place = <T extends { readonly block: number }>(matches: readonly T[]): readonly T[] =>
    matches.length === 0 || matches[0]!.block === block.index
      ? matches
      : matches.map((match) => ({ ...match, block: block.index }));
  return Object.assign(block, {
    tokens: analysis.tokens,
    sentences: analysis.sentences,
    mentions: resolveAbbreviations(place<Mention>(analysis.mentions), named),
    wordings: place(analysis.wordings),
    confusions: place(analysis.confusions),
    eponyms: place(analysis.eponyms),
    misspellings: analysis.misspellings,
  });
}

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
