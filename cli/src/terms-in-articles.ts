import path from 'node:path';
import {
  createConfigurationLoader,
  createLineIndex,
  DEFAULT_MAX_FILE_SIZE,
  documentStatistics,
  languageOf,
  type AnalyzedBlock,
  type Engine,
  type LineIndex,
  type Mention,
  type Terminology,
} from '../../engine/src/index.js';
import type { CommandEnvironment } from './environment.js';
import { shownPath, withSlashes } from './files/configuration-of.js';
import { diskHost, UnreadableConfiguration } from './files/disk-configuration.js';
import { findArticles } from './files/find-articles.js';
import { readArticle } from './files/read-article.js';
import { UsageError, type Trouble } from './trouble.js';

/** Where something stands. */
export interface Place {
  /** From the working folder where it lies in there. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ConceptUse {
  readonly conceptId: string;
  /** Of the article that uses it first: it knows the own terms of that article's project. */
  readonly terminology: Terminology;
  /** Uses in all articles; one that may mean several things counts for each. */
  count: number;
  /** Uses in which nothing else can be meant. */
  certain: number;
  /** How often each name stands there, with the letters of its first use. */
  readonly names: Map<string, number>;
  readonly first: Place;
  /** Articles that use it without explaining it where they name it first. */
  readonly unexplained: Place[];
}

export interface WordUse {
  count: number;
  readonly first: Place;
}

export interface TermsInArticles {
  readonly articles: number;
  readonly concepts: ReadonlyMap<string, ConceptUse>;
  /** Abbreviations that an article never explains, each with the articles that do not. */
  readonly abbreviations: ReadonlyMap<string, { count: number; readonly files: string[] }>;
  /** Medical words that the speller knows and the terminology does not. */
  readonly candidates: ReadonlyMap<string, WordUse>;
  readonly troubles: readonly Trouble[];
}

/**
 * Reads the terms of the articles that paths name; without any, of those in the working folder. Each article is read with
 * the own terms of its project.
 */
export async function readTerms(
  paths: readonly string[],
  engine: Engine,
  { cwd, today }: CommandEnvironment,
): Promise<TermsInArticles> {
  const loader = createConfigurationLoader(diskHost, engine);
  const found = await findArticles(paths.length === 0 ? ['.'] : paths, {
    cwd,
    gitignore: 'respect',
    isPlainTextNamed: async (file) =>
      (await loader.resolve(withSlashes(file)).catch(() => undefined))?.plainText === true,
  });
  const troubles: Trouble[] = [
    ...found.troubles,
    ...found.unmatched,
    ...(found.articles.length === 0 ? found.without : []),
  ];
  const reading = new Reading();
  for (const { path: file, outright } of found.articles) {
    const shown = shownPath(file, cwd);
    const {
      configuration: all,
      ignored,
      problems,
    } = await loader.resolve(withSlashes(file)).catch((error: unknown) => {
      if (!(error instanceof UnreadableConfiguration)) throw error;
      throw new UsageError(`${error.file}: ${error.message}`, { cause: error });
    });
    for (const { file: place, line, column, message } of problems) {
      const trouble = { place: `${shownPath(path.normalize(place), cwd)}:${line}:${column}`, message };
      if (!troubles.some((told) => told.place === trouble.place && told.message === message)) troubles.push(trouble);
    }
    if (ignored && !outright) continue;
    const knowing = engine.under(all);
    const { termFiles: _inTheEngine, ...configuration } = all;
    const article = readArticle(file, configuration.maxFileSize ?? DEFAULT_MAX_FILE_SIZE);
    if ('refusal' in article) {
      troubles.push({ place: shown, message: article.refusal, error: article.error });
      continue;
    }
    const language = languageOf(file);
    const { document } = knowing.lint(article.text, {
      configuration: { ...configuration, rules: allOff(engine) },
      configured: true,
      today,
      language,
    });
    const own = new Set((configuration.words ?? []).map((word) => word.toLowerCase()));
    reading.add({ file: shown, text: article.text, blocks: document.blocks, own, engine: knowing });
    for (const { abbreviation, count, explained } of documentStatistics(document, knowing.terminology).abbreviations) {
      if (explained.by === 'nothing') reading.addAbbreviation(abbreviation, count, shown);
    }
  }
  return { ...reading, troubles };
}

/** Only what was read is asked for, so no rule need speak. */
function allOff(engine: Engine): Readonly<Record<string, 'off'>> {
  return Object.fromEntries(engine.rules.map((rule) => [rule.id, 'off' as const]));
}

/** Kinds whose words readers know, or learn from the text: skin, calcium, burns. */
const EVERYDAY: ReadonlySet<string> = new Set(['anatomy', 'substance', 'cause']);

/** An article as it was read, with what decided how. */
interface ReadArticleTerms {
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly AnalyzedBlock[];
  /** Words of the project, in small letters. */
  readonly own: ReadonlySet<string>;
  readonly engine: Engine;
}

class Reading {
  articles = 0;
  readonly concepts = new Map<string, ConceptUse>();
  readonly abbreviations = new Map<string, { count: number; readonly files: string[] }>();
  readonly candidates = new Map<string, WordUse>();

  add({ file, text, blocks, own, engine }: ReadArticleTerms): void {
    this.articles++;
    const lines = createLineIndex(text);
    const placed = blocks
      .flatMap((block) =>
        block.mentions.flatMap((mention) => {
          const start = block.toSource(mention.span)?.start;
          return start === undefined ? [] : [{ block, mention, start }];
        }),
      )
      // Front matter may be read after the body: the first use is the first one on the page.
      .sort((a, b) => a.start - b.start);
    const seen = new Set<string>();
    for (const { block, mention, start } of placed) {
      this.#addMention(block, mention, placeAt(file, lines, start), seen, engine.terminology);
    }
    for (const block of blocks) this.#addCandidates(block, file, lines, own, engine);
  }

  addAbbreviation(abbreviation: string, count: number, file: string): void {
    const known = this.abbreviations.get(abbreviation) ?? { count: 0, files: [] };
    known.count += count;
    known.files.push(file);
    this.abbreviations.set(abbreviation, known);
  }

  #addMention(block: AnalyzedBlock, mention: Mention, place: Place, seen: Set<string>, terminology: Terminology): void {
    const { conceptId, readings, span } = mention;
    const meant = conceptId === undefined ? [...new Set(readings.map((one) => one.conceptId))] : [conceptId];
    const written = block.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    for (const id of meant) {
      const use: ConceptUse = this.concepts.get(id) ?? {
        conceptId: id,
        terminology,
        count: 0,
        certain: 0,
        names: new Map(),
        first: place,
        unexplained: [],
      };
      this.concepts.set(id, use);
      use.count++;
      if (meant.length === 1) use.certain++;
      const name = [...use.names.keys()].find((known) => known.toLowerCase() === written.toLowerCase()) ?? written;
      use.names.set(name, (use.names.get(name) ?? 0) + 1);
      if (block.kind === 'front-matter' || seen.has(id)) continue;
      seen.add(id);
      if (!EVERYDAY.has(terminology.concept(id)?.kind ?? '') && !isExplained(block, mention)) {
        use.unexplained.push(place);
      }
    }
  }

  #addCandidates(
    block: AnalyzedBlock,
    file: string,
    lines: LineIndex,
    own: ReadonlySet<string>,
    { words, terminology }: Engine,
  ): void {
    if (words === undefined) return;
    for (const token of block.tokens) {
      const inMention = block.mentions.some(({ span }) => span.start <= token.span.start && token.span.end <= span.end);
      if (inMention || own.has(token.norm) || !words.isMedicalWithoutTerm(token.norm)) continue;
      if (terminology.lookup(token.norm).length > 0) continue;
      const start = block.toSource(token.span)?.start;
      if (start === undefined) continue;
      const use = this.candidates.get(token.norm) ?? { count: 0, first: placeAt(file, lines, start) };
      use.count++;
      this.candidates.set(token.norm, use);
    }
  }
}

function placeAt(file: string, lines: LineIndex, offset: number): Place {
  const { line, column } = lines.placeAt(offset);
  return { file, line, column };
}

/** By its form only: brackets beside it, "which is", "means", "called", or its sentence says what it is. */
function isExplained(block: AnalyzedBlock, mention: Mention): boolean {
  const sentence = block.sentences[mention.sentence];
  const tokens = sentence === undefined ? [] : block.tokens.slice(sentence.firstToken, sentence.endToken);
  const start = tokens[0]?.span.start ?? 0;
  const end = tokens.at(-1)?.span.end ?? block.text.length;
  return (
    /(?:\(|\b(?:called|known as|named|termed|meaning))\s*["“‘]?$/iu.test(block.text.slice(start, mention.span.start)) ||
    /^["”’]?\s*(?:\(|[–—:]|,? (?:which|that) (?:is|are|means?)\b|,? or an?\b|(?:is|are) (?:an?|the|when|where)\b|means?\b|refers? to\b)/iu.test(
      block.text.slice(mention.span.end, Math.max(end, mention.span.end)),
    )
  );
}
