import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { DocumentSubjects } from '../subjects/document-subjects.js';
import { elementsOf, type SentenceElements } from './elements.js';
import { withOrderedNames } from '../plain-forms/former-latter.js';
import { mayRankForm, withFormsNamed } from '../plain-forms/named-forms.js';
import { withoutAdverbials } from './thrown-in.js';
import { withDepositsNamed } from '../subjects/unnamed-deposits.js';
import { Word } from './word-lists.js';

/** The sentences of a document as its readers take them, by block, each read when it is first asked for. */
export class DocumentSentences {
  readonly #blocks: readonly AnalyzedBlock[];
  readonly #terminology: Terminology;
  readonly #spokenOf: DocumentSubjects['spokenOf'];
  readonly #deposits: boolean;
  readonly #known: (readonly SentenceElements[])[] = [];

  constructor(blocks: readonly AnalyzedBlock[], terminology: Terminology, subjects: DocumentSubjects) {
    this.#blocks = blocks;
    this.#terminology = terminology;
    this.#spokenOf = subjects.spokenOf;
    this.#deposits = subjects.leavesDepositsUnnamed;
  }

  of(block: number): readonly SentenceElements[] {
    const known = this.#known[block];
    if (known !== undefined) return known;
    const sentences: SentenceElements[] = [];
    for (const index of this.#blocks[block]!.sentences.keys()) {
      const read = elementsOf(this.#blocks[block]!, index, this.#terminology.classifications, this.#spokenOf);
      const sentence = withoutAdverbials(this.#deposits ? withDepositsNamed(read) : read);
      const formed = mayRankForm(sentence)
        ? withFormsNamed(sentence, this.#beside(block, sentences), this.#terminology)
        : sentence;
      sentences.push(
        mayOrder(formed) ? withOrderedNames(formed, this.#before(block, sentences), this.#terminology) : formed,
      );
    }
    return (this.#known[block] = sentences);
  }

  /** Several sentences that name something and do not end with a question. */
  areProse(block: number): boolean {
    const sentences = this.of(block);
    if (sentences.length < PROSE || sentences[sentences.length - 1]!.isQuestion) return false;
    return sentences.some(({ elements }) => elements.some(({ mention }) => mention !== undefined));
  }

  /** Blocks that say something else than they did where some changed: “the latter” may stand for another thing. */
  changedWith(changed: ReadonlySet<number>): ReadonlySet<number> {
    const all = new Set(changed);
    let followsChanged = false;
    for (const [block, { sentences }] of this.#blocks.entries()) {
      if (followsChanged && this.of(block).some((one) => mayOrder(one) || mayRankForm(one))) all.add(block);
      if (sentences.length > 0 || all.has(block)) followsChanged = all.has(block);
    }
    return all;
  }

  /** The sentences before, the last one first: those of the block, or the last one above it. */
  #before(block: number, own: readonly SentenceElements[]): readonly SentenceElements[] {
    const above = own.length > 0 ? own.slice(-MOST_BEFORE) : [this.#lastBefore(block)];
    return above.filter((one) => one !== undefined).reverse();
  }

  /** The sentences before in the block, and what it stands under or behind. */
  #beside(block: number, own: readonly SentenceElements[]): readonly SentenceElements[] {
    const { headings, list, table } = this.#blocks[block]!;
    const above = [headings.at(-1), list?.leadIn, list?.parentItem, table?.rowHeader, table?.columnHeader];
    const last = this.#lastBefore(block);
    return [
      ...own,
      ...above.flatMap((at) => (at === undefined || at >= block ? [] : this.of(at))),
      ...(last === undefined ? [] : [last]),
    ];
  }

  #lastBefore(block: number): SentenceElements | undefined {
    let before = block - 1;
    while (before >= 0 && this.#blocks[before]!.sentences.length === 0) before--;
    return before < 0 ? undefined : this.of(before).at(-1);
  }
}

/** In sentences. */
const MOST_BEFORE = 3;
/** Of fewer sentences a title, a name or a question with what belongs to it may be made. */
const PROSE = 3;

function mayOrder({ words }: SentenceElements): boolean {
  return (words & Word.order) !== 0;
}
