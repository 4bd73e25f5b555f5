import type { Claim } from '../claims/claim.js';
import type { Terminology } from '../terminology/terminology.js';

/** What could be said of a thing that is named near: a value, a level, a class or a cause. */
export type Statement = Pick<Claim, 'relation' | 'value' | 'attribute' | 'analyte'> & { readonly objectId?: string };

/** A statement with those of its words that decide whether it holds; only a level has any. */
export interface WordedStatement {
  readonly statement: Statement;
  readonly text: string;
}

/** What is said of a thing is another thing by its name, and no value in words. */
export function isByName({ relation }: Statement): boolean {
  return relation === 'is-a' || relation === 'caused-by';
}

/** Of what is unknown in this terminology, so that the build made no verdicts on it. */
export const NO_NUMBER = -1;

/**
 * Numbers for all statements that words can make of a thing by a terminology: of each concept that the thing is one, and
 * that it comes from it, then levels, tissues and known causes, then each value of each attribute. Of the same
 * terminology the numbers are the same, so that what the build found out about a statement is found by its number.
 */
export class StatementNumbers {
  readonly #terminology: Terminology;
  readonly #concepts: number;
  readonly #attributes = new Map<string, { readonly first: number; readonly values: readonly string[] }>();
  readonly count: number;

  constructor(terminology: Terminology) {
    this.#terminology = terminology;
    this.#concepts = terminology.compiled.concepts.length;
    let next = 2 * this.#concepts + WORDED.length;
    for (const { id, values } of terminology.compiled.attributes ?? []) {
      this.#attributes.set(id, { first: next, values: values.map(({ value }) => value) });
      next += values.length;
    }
    this.count = next;
  }

  /** @param concept its index in the terminology */
  ofClass(concept: number): number {
    return concept;
  }

  /** @param concept its index in the terminology */
  ofCause(concept: number): number {
    return this.#concepts + concept;
  }

  ofValue(attribute: string, value: string): number {
    const known = this.#attributes.get(attribute);
    const at = known === undefined ? -1 : known.values.indexOf(value);
    return at < 0 ? NO_NUMBER : known!.first + at;
  }

  /** Of a level, a tissue or a known cause. */
  ofWorded(worded: WordedStatement): number {
    const key = keyOf(worded);
    const at = WORDED.findIndex((other) => keyOf(other) === key);
    return at < 0 ? NO_NUMBER : 2 * this.#concepts + at;
  }

  /** All statements in the order of their numbers. */
  all(): readonly WordedStatement[] {
    const { concepts, attributes = [] } = this.#terminology.compiled;
    const ofConcepts = (relation: 'is-a' | 'caused-by') =>
      concepts.map(({ id }) => ({ statement: { relation, objectId: id }, text: '' }));
    return [
      ...ofConcepts('is-a'),
      ...ofConcepts('caused-by'),
      ...WORDED,
      ...attributes.flatMap(({ id, values }) =>
        values.map(({ value }) => ({ statement: { relation: 'has' as const, attribute: id, value }, text: '' })),
      ),
    ];
  }
}

/** What tells a level, a tissue or a known cause from others. */
export function keyOf({ statement: { relation, value, analyte }, text }: WordedStatement): string {
  return `${relation} ${value ?? ''} ${analyte ?? ''} ${text}`;
}

/** "Calcium is high", "the tissue was sound", "nobody knows why": statements whose words are grammar, not data. */
const WORDED: readonly WordedStatement[] = [
  ...(['damaged', 'normal'] as const).map((value) => ({ statement: { relation: 'tissue' as const, value }, text: '' })),
  { statement: { relation: 'unknown-cause' }, text: '' },
  { statement: { relation: 'unknown-cause', value: 'known' }, text: '' },
  ...(['high', 'low', 'normal', 'abnormal'] as const).flatMap((value) =>
    (['calcium', 'phosphate', 'both', 'either'] as const).flatMap((analyte) =>
      // What `levelTextThatCounts` leaves of the words.
      (analyte === 'both' ? ['', 'and', 'or', 'and or'] : ['']).map((text) => ({
        statement: { relation: 'level' as const, value, analyte },
        text,
      })),
    ),
  ),
];
