import type { BlockLists } from './block-lists.js';
import type { Claim } from './claims/claim.js';
import type { DivisionStatement } from './claims/divisions/classification-claims.js';
import type { CountedList } from './claims/counts/counted-lists.js';
import type { Directives } from './directives/directives.js';
import type { FrontMatter } from './markdown/front-matter.js';
import type { DocumentLanguage } from './markdown/pieces.js';
import type { Sentence, Token } from './language/token.js';
import type { Mention, PhraseMatch } from './mentions/mention.js';
import type { Block } from './prose/block.js';
import type { Locale } from './terminology/source-format.js';
import type { Misspelling } from './words/misspelling.js';

/** What one block says, as far as its own text tells: kept while the block's text stays the same. */
export interface BlockAnalysis {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly wordings: readonly PhraseMatch[];
  readonly confusions: readonly PhraseMatch[];
  readonly eponyms: readonly PhraseMatch[];
  readonly misspellings: readonly Misspelling[];
}

export interface AnalyzedBlock extends Block, BlockAnalysis {
  readonly content: BlockContent;
}

/** The same object as long as a block says the same by its text, and its abbreviations mean the same. */
export interface BlockContent {
  /** What was found out about it, each in a place of its own; see `oncePerContent`. */
  readonly found: (object | undefined)[];
}

/** One version of one text, read once; every rule sees the same. */
export interface AnalyzedDocument {
  /** The text as read, without a byte-order mark. Source offsets count in it. */
  readonly text: string;
  readonly language: DocumentLanguage;
  readonly blocks: readonly AnalyzedBlock[];
  readonly lists: BlockLists;
  readonly frontMatter: FrontMatter | undefined;
  readonly directives: Directives;
  readonly claims: readonly Claim[];
  readonly divisions: readonly DivisionStatement[];
  readonly countedLists: readonly CountedList[];
  /** How much of the text is about the subject of the terminology. */
  readonly subject: { readonly words: number; readonly mentions: number; readonly concepts: number };
  /** It is long, and speaks of nothing whose types the terminology knows: signs and parts of the body are its own matter. */
  readonly isOnOtherMatter: boolean;
  /** Whether the style rules speak here; see `scope.ts`. */
  readonly healthWriting: boolean;
  /** Whose English it clearly is; undefined where it does not tell. See `text-spelling.ts`. */
  readonly spelling: Locale | undefined;
}
