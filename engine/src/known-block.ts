import type { Knowledge } from './analyze.js';
import type { AnalyzedBlock, BlockAnalysis, BlockContent } from './document.js';
import { splitSentences } from './language/sentences.js';
import { tokenize } from './language/tokenize.js';
import { conceptsNamedInFull, resolveAbbreviations } from './mentions/abbreviations.js';
import { matchPhrases } from './mentions/match.js';
import type { Mention } from './mentions/mention.js';
import { ProseBlock } from './prose/prose-block.js';
import type { SpellingOptions } from './words/words.js';

/** Reads the text of a block, which is all that decides the result. */
export function analyzeBlock(
  { index, text }: Pick<ProseBlock, 'index' | 'text'>,
  { terminology, words }: Knowledge,
  spelling: SpellingOptions,
): KnownBlock {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens, text);
  const matches = matchPhrases(index, text, tokens, sentences, terminology);
  const misspellings = words?.check(tokens, sentences, text, spelling) ?? [];
  const named = conceptsNamedInFull(matches.mentions, terminology);
  return new KnownBlock({ tokens, sentences, ...matches, misspellings }, named);
}

type Placed = Pick<BlockAnalysis, 'mentions' | 'wordings' | 'confusions' | 'eponyms'>;

/** What a text says, and what the versions of a document that hold it as a block have made of it. */
export class KnownBlock {
  /** Concepts that it names by anything but an abbreviation. */
  readonly namedInFull: readonly string[];
  readonly #analysis: BlockAnalysis;
  /** It has abbreviations that the document decides. */
  readonly isOpen: boolean;
  /** The mentions as the document decided them last. */
  #mentions: readonly Mention[];
  #content: BlockContent = { found: [] };
  /** Its matches with the number of the block that they stood in last; most blocks keep theirs. */
  #placed: Placed | undefined;
  #index = -1;

  constructor(analysis: BlockAnalysis, namedInFull: readonly string[]) {
    this.namedInFull = namedInFull;
    this.#analysis = analysis;
    this.#mentions = analysis.mentions;
    this.isOpen = analysis.mentions.some(({ conceptId }) => conceptId === undefined);
  }

  /** What it says by its text; another object when `decide` decided otherwise than before. */
  get content(): BlockContent {
    return this.#content;
  }

  /** The block with what its text says, its matches placed in this version of the document. */
  join(block: ProseBlock): AnalyzedBlock {
    if (this.#placed === undefined || this.#index !== block.index) this.#place(block.index);
    const { tokens, sentences, misspellings } = this.#analysis;
    const { mentions, wordings, confusions, eponyms } = this.#placed!;
    const content = this.#content;
    return joined(block, { content, tokens, sentences, mentions, wordings, confusions, eponyms, misspellings });
  }

  /**
   * Decides its abbreviations. What a text decided before is mostly what it decides again; then it still says the same.
   * @param named the concepts that the document names in full
   */
  decide(named: { has(concept: string): boolean }): void {
    const resolved = resolveAbbreviations(this.#analysis.mentions, named);
    if (resolved.every(({ conceptId }, index) => conceptId === this.#mentions[index]!.conceptId)) return;
    this.#mentions = resolved;
    this.#content = { found: [] };
    this.#placed = undefined;
  }

  #place(index: number): void {
    const { wordings, confusions, eponyms } = this.#analysis;
    this.#index = index;
    this.#placed = {
      mentions: placed(this.#mentions, index),
      wordings: placed(wordings, index),
      confusions: placed(confusions, index),
      eponyms: placed(eponyms, index),
    };
  }
}

type Joined = BlockAnalysis & Pick<AnalyzedBlock, 'content'>;

/** In one order, so that all blocks have one shape. */
function joined(block: ProseBlock, analysis: Joined): AnalyzedBlock {
  const whole = block as ProseBlock & { -readonly [Key in keyof Joined]: Joined[Key] };
  whole.content = analysis.content;
  whole.tokens = analysis.tokens;
  whole.sentences = analysis.sentences;
  whole.mentions = analysis.mentions;
  whole.wordings = analysis.wordings;
  whole.confusions = analysis.confusions;
  whole.eponyms = analysis.eponyms;
  whole.misspellings = analysis.misspellings;
  return whole;
}

/** The same block, so many UTF-16 units further on in the source. */
export function movedBlock(block: AnalyzedBlock, by: number): AnalyzedBlock {
  return joined(bareBlock(block, by), block);
}

/** A block without what its text says. @param by UTF-16 units that it moved in the source */
export function bareBlock(block: AnalyzedBlock, by: number): ProseBlock {
  const { index, kind, level, headings, list, table, quoted, key } = block;
  const { prose, base } = block as AnalyzedBlock & ProseBlock;
  return new ProseBlock({ index, kind, prose, base: base + by, level, headings, list, table, quoted, key });
}

function placed<T extends { readonly block: number }>(matches: readonly T[], index: number): readonly T[] {
  return matches.length === 0 || matches[0]!.block === index
    ? matches
    : matches.map((match) => ({ ...match, block: index }));
}
