import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { AttributeSet } from './attribute-set.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/** How far behind the block that names a thing a text may still speak of it. */
const BLOCKS_BEFORE = 5;

/**
 * Which attributes something has that is named around a block or a sentence. What nothing there has is said of nothing,
 * so that phrases of it are not looked for, nor read.
 */
export class AttributesNear {
  readonly #blocks: readonly AnalyzedBlock[];
  readonly #terminology: Terminology;
  readonly #sentencesOf: (block: number) => readonly SentenceElements[];
  readonly #near: (AttributeSet | undefined)[] = [];
  readonly #of: (AttributeSet | undefined)[] = [];
  readonly #before: (AttributeSet | undefined)[] = [];
  readonly #around = new WeakMap<SentenceElements, AttributeSet>();

  constructor(
    blocks: readonly AnalyzedBlock[],
    terminology: Terminology,
    sentencesOf: (block: number) => readonly SentenceElements[],
  ) {
    this.#blocks = blocks;
    this.#terminology = terminology;
    this.#sentencesOf = sentencesOf;
  }

  /**
   * The attributes that something which is named near a block has: in it, right behind it, a few blocks before it in its
   * section, in its headings, in the headers of its cell. What is named farther off is not what the block speaks of.
   */
  near(index: number): AttributeSet {
    const known = this.#near[index];
    if (known !== undefined) return known;
    const near = new AttributeSet(this.#terminology);
    for (const block of this.blocksNear(index)) near.addAll(this.#heldIn(block));
    return (this.#near[index] = near);
  }

  /**
   * The attributes that something has of which a sentence may say a fact: what it names itself, in whatever form it is
   * read, or what `Discourse.topicOf` may find for it. What nothing there has is said of nothing.
   */
  around(sentence: SentenceElements): AttributeSet {
    const known = this.#around.get(sentence);
    if (known !== undefined) return known;
    const { elements, block, sentenceIndex } = sentence;
    const around = new AttributeSet(this.#terminology);
    around.addAll(this.before(block.index));
    const own = this.#sentencesOf(block.index);
    for (let before = 0; before < sentenceIndex; before++) this.#add(own[before]!.elements, around);
    this.#add(elements, around);
    this.#around.set(sentence, around);
    return around;
  }

  /** The attributes of what the text around a block may make its topic, and of what heads its cell. */
  before(index: number): AttributeSet {
    const known = this.#before[index];
    if (known !== undefined) return known;
    const before = new AttributeSet(this.#terminology);
    const { headings, list, table } = this.#blocks[index]!;
    for (const block of [
      index > 0 ? index - 1 : undefined,
      ...headings,
      list?.leadIn,
      list?.parentItem,
      table?.columnHeader,
      table?.rowHeader,
    ]) {
      if (block !== undefined) before.addAll(this.#heldIn(block));
    }
    return (this.#before[index] = before);
  }

  /** The blocks that `near` and `before` look at. */
  blocksAround(index: number): ReadonlySet<number> {
    const around = new Set(this.blocksNear(index));
    const parent = this.#blocks[index]!.list?.parentItem;
    return parent === undefined ? around : around.add(parent);
  }

  /** The blocks that `near` looks at. */
  blocksNear(index: number): ReadonlySet<number> {
    const { headings, list, table } = this.#blocks[index]!;
    const near = new Set(headings);
    let first = index;
    while (list !== undefined && this.#blocks[first - 1]?.list?.list === list.list) first--;
    const from = Math.max(headings[headings.length - 1] ?? 0, first - BLOCKS_BEFORE);
    for (let at = from; at <= first; at++) near.add(at);
    for (let at = Math.max(from, index - 1); at <= Math.min(index + 1, this.#blocks.length - 1); at++) near.add(at);
    for (const other of [list?.leadIn, table?.columnHeader, table?.rowHeader]) if (other !== undefined) near.add(other);
    return near;
  }

  #heldIn(block: number): AttributeSet {
    let held = this.#of[block];
    if (held === undefined) {
      const own = new AttributeSet(this.#terminology);
      for (const { elements } of this.#sentencesOf(block)) this.#add(elements, own);
      this.#of[block] = held = own;
    }
    return held;
  }

  #add(elements: readonly Element[], held: AttributeSet): void {
    for (const { mention } of elements) {
      if (mention?.conceptId === undefined) continue;
      for (const id of [mention.conceptId, this.#terminology.productOf(mention.conceptId)]) {
        for (const attribute of this.#terminology.heldAttributes(id ?? '').keys()) held.add(attribute);
      }
    }
  }
}
