import type { Terminology } from '../../terminology/terminology.js';

/** Attributes that something has, told by their numbers: which ones are had near a block is asked of each of its phrases. */
export class AttributeSet {
  /** By the number of the attribute, from 1; the first place is of what has no number, which counts everywhere. */
  readonly flags: Uint8Array;
  readonly #numbers: number[] = [];
  readonly #numberOf: ReadonlyMap<string, number>;

  constructor(terminology: Terminology) {
    this.#numberOf = attributeNumbers(terminology);
    this.flags = new Uint8Array(this.#numberOf.size + 1);
    this.flags[NO_NUMBER] = 1;
  }

  add(attribute: string): void {
    this.#addNumber(this.#numberOf.get(attribute) ?? NO_NUMBER);
  }

  addAll(other: AttributeSet): void {
    for (const number of other.#numbers) this.#addNumber(number);
  }

  #addNumber(number: number): void {
    if (this.flags[number] === 1) return;
    this.flags[number] = 1;
    this.#numbers.push(number);
  }

  has(attribute: string): boolean {
    return this.flags[this.#numberOf.get(attribute) ?? NO_NUMBER] === 1;
  }

  isSameAs(other: AttributeSet): boolean {
    return this.#numbers.length === other.#numbers.length && this.#numbers.every((number) => other.flags[number] === 1);
  }
}

/** Of what is no attribute of its own, so that it counts whatever something has. */
export const NO_NUMBER = 0;

/** The attributes of a terminology, numbered from 1. */
export function attributeNumbers(terminology: Terminology): ReadonlyMap<string, number> {
  let numbers = known.get(terminology);
  if (numbers === undefined) {
    numbers = new Map(terminology.attributes.map((attribute, index) => [attribute, index + 1]));
    known.set(terminology, numbers);
  }
  return numbers;
}

const known = new WeakMap<Terminology, ReadonlyMap<string, number>>();
