import type { Knowledge } from './analyze.js';
import type { AnalyzedBlock, BlockAnalysis, BlockContent } from './document.js';
import { splitSentences } from './language/sentences.js';
import { tokenize } from './language/tokenize.js';
import { conceptsNamedInFull, resolveAbbreviations } from './mentions/abbreviations.js';
import { matchPhrases } from './mentions/match.js';
import type { Mention } from './mentions/mention.js';
import type { ProseBlock } from './prose/prose-block.js';
import type { SpellingOptions } from './words/words.js';

/** Reads the text of a block, which is all that decides the result. */
export function analyzeBlock(
  { index, text }: Pick<ProseBlock, 'index' | 'text'>,
  { terminology, words }: Knowledge,
  spelling: SpellingOptions,
): KnownBlock {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
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
  readonly #isOpen: boolean;
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
    this.#isOpen = analysis.mentions.some(({ conceptId }) => conceptId === undefined);
  }

  /**
   * The block with what its text says, its matches placed in this version of the document.
   * @param named the concepts that the document names in full
   */
  join(block: ProseBlock, named: ReadonlySet<string>): AnalyzedBlock {
    if (this.#isOpen) this.#resolve(named);
    if (this.#placed === undefined || this.#index !== block.index) this.#place(block.index);
    const { tokens, sentences, misspellings } = this.#analysis;
    const { mentions, wordings, confusions, eponyms } = this.#placed!;
    const joined = block as ProseBlock & { -readonly [Key in keyof BlockAnalysis | 'content']: AnalyzedBlock[Key] };
    joined.content = this.#content;
    joined.tokens = tokens;
    joined.sentences = sentences;
    joined.mentions = mentions;
    joined.wordings = wordings;
    joined.confusions = confusions;
    joined.eponyms = eponyms;
    joined.misspellings = misspellings;
    return joined;
  }

  /** What a text decided before is mostly what it decides again; then the block still says the same. */
  #resolve(named: ReadonlySet<string>): void {
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

function placed<T extends { readonly block: number }>(matches: readonly T[], index: number): readonly T[] {
  return matches.length === 0 || matches[0]!.block === index
    ? matches
    : matches.map((match) => ({ ...match, block: index }));
}
