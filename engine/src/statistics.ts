import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import type { Mention } from './mentions/mention.js';
import { countInSource, introductionsIn, wordsOfAbbreviation } from './rules/support/abbreviations.js';
import { countSentences, gradeOf, isWord, sentencesOf } from './rules/support/readability.js';
import type { Terminology } from './terminology/terminology.js';

/** How the reader learns what an abbreviation stands for. */
export type AbbreviationExplained =
  /** "chronic kidney disease (CKD)" */
  | { readonly by: 'introduction'; readonly longForm: string }
  /** `<abbr title="…">` */
  | { readonly by: 'markup' }
  /** The long form stands somewhere in the text, not beside the abbreviation. */
  | { readonly by: 'other-mention' }
  | { readonly by: 'nothing' };

export interface AbbreviationCount {
  /** As written, a plural s left out. */
  readonly abbreviation: string;
  /** Uses in the source, the introduction among them. */
  readonly count: number;
  readonly explained: AbbreviationExplained;
  /** What the terminology knows it to stand for; several where it has several meanings here. */
  readonly conceptIds: readonly string[];
}

export interface DocumentStatistics {
  /** All words of prose but those of the front matter. */
  readonly words: number;
  /** Running prose only, as the rule hard-to-read counts it. */
  readonly sentences: number;
  readonly wordsInSentences: number;
  readonly longestSentence: number;
  /** Flesch-Kincaid grade; undefined where there is too little running prose for it. */
  readonly grade: number | undefined;
  /** In reading order of their first use. */
  readonly abbreviations: readonly AbbreviationCount[];
}

/** What can be counted in a text that was read. */
export function documentStatistics(document: AnalyzedDocument, terminology: Terminology): DocumentStatistics {
  const sentences = sentencesOf(document);
  const counts = sentences.map((sentence) => sentence.words);
  return {
    words: document.blocks
      .filter((block) => block.kind !== 'front-matter')
      .reduce((total, block) => total + block.tokens.filter(isWord).length, 0),
    sentences: sentences.length,
    wordsInSentences: counts.reduce((total, words) => total + words, 0),
    longestSentence: counts.reduce((longest, words) => Math.max(longest, words), 0),
    grade: gradeOf(countSentences(document)),
    abbreviations: abbreviationsIn(document, terminology),
  };
}

function abbreviationsIn(document: AnalyzedDocument, terminology: Terminology): AbbreviationCount[] {
  const found = new Map<string, Set<string>>();
  const named = new Set<string>();
  const longForms = new Map<string, string>();
  for (const { abbreviation, longForm, conceptId } of introductionsIn(document, terminology)) {
    if (!longForms.has(abbreviation)) longForms.set(abbreviation, longForm.replace(/\s+/gu, ' '));
    const concepts = found.get(abbreviation) ?? new Set();
    if (conceptId !== undefined) concepts.add(conceptId);
    found.set(abbreviation, concepts);
  }
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      const written = abbreviationOf(block, mention, terminology);
      const meant =
        mention.conceptId === undefined ? mention.readings.map(({ conceptId }) => conceptId) : [mention.conceptId];
      if (written === undefined) for (const conceptId of meant) named.add(conceptId);
      else found.set(written, new Set([...(found.get(written) ?? []), ...meant]));
    }
  }
  const counted = [...found].map(([abbreviation, concepts]): AbbreviationCount & { readonly first: number } => ({
    abbreviation,
    count: countInSource(document, abbreviation),
    explained: explanationOf(
      document,
      abbreviation,
      longForms.get(abbreviation),
      [...concepts].some((id) => named.has(id)),
    ),
    conceptIds: [...concepts],
    first: document.text.indexOf(abbreviation),
  }));
  return counted.sort((a, b) => a.first - b.first).map(({ first: _first, ...entry }) => entry);
}

/** What of a mention is an abbreviation, "CT" of "CT scan"; undefined where one of its readings is a full name. */
function abbreviationOf(block: AnalyzedBlock, mention: Mention, terminology: Terminology): string | undefined {
  const lengths = mention.readings.map(({ conceptId }) => wordsOfAbbreviation(mention, conceptId, terminology));
  if (lengths.length === 0 || lengths.includes(0)) return undefined;
  const end = block.tokens[mention.firstToken + Math.min(...lengths) - 1]!;
  const bare = end.span.end - end.possessive.length;
  return block.text.slice(mention.span.start, bare).replace(/(\p{Lu})s$/u, '$1');
}

function explanationOf(
  document: AnalyzedDocument,
  abbreviation: string,
  longForm: string | undefined,
  isNamed: boolean,
): AbbreviationExplained {
  if (longForm !== undefined) return { by: 'introduction', longForm };
  if (document.text.includes(`>${abbreviation}</abbr>`)) return { by: 'markup' };
  return { by: isNamed ? 'other-mention' : 'nothing' };
}
