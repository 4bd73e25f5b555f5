import { contradictionOf } from '../claims/contradictions/contradiction.js';
import { JUDGED, type Claim, type ClaimParty } from '../claims/claim.js';
import { isKnownOf } from '../claims/contradictions/known-of.js';
import { levelTextThatCounts } from '../claims/contradictions/level-contradiction.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import { keyOf, StatementNumbers, type Statement, type WordedStatement } from './statements.js';
import { lengthOfRow, putVerdict, verdictIn, type Row, type VerdictRows } from './verdict-rows.js';

export const NOT_KNOWN = 0;
export const HOLDS = 1;
export const DOES_NOT_HOLD = 2;
const NOT_ASKED = 3;

/**
 * Whether one statement holds of concepts: as the build found out, or else asked once of each concept, since texts pair
 * the same names again and again.
 */
export class Verdicts {
  readonly statement: Statement;
  /** It neither holds nor is false of anything, as the build found out: nothing can be made of it. */
  readonly isSilent: boolean;
  readonly #terminology: Terminology;
  readonly #text: string;
  readonly #row: Row;
  /** The claim that it is made of nobody; of whom it is asked is put in. */
  #claim: Claim | undefined;

  /** @param row what the build found out, where it did */
  constructor({ statement, text }: WordedStatement, terminology: Terminology, row?: Row) {
    this.statement = statement;
    this.isSilent = row?.isSilent === true;
    this.#text = text;
    this.#terminology = terminology;
    this.#row = row ?? unasked(terminology.compiled.concepts.length);
  }

  /** @param concept its index in the terminology */
  of(concept: number): number {
    const known = verdictIn(this.#row, concept);
    return known === NOT_ASKED ? this.#ask(concept) : known;
  }

  /**
   * What is so of some of several concepts: `HOLDS` and `DOES_NOT_HOLD` are a bit each.
   * @param concepts their indexes in the terminology
   */
  ofSome(concepts: readonly number[]): number {
    let found = NOT_KNOWN;
    if (this.isSilent) return found;
    for (const concept of concepts) found |= this.of(concept);
    return found;
  }

  #ask(concept: number): number {
    const verdict = this.#judge(this.#terminology.conceptAt(concept).id);
    putVerdict(this.#row, concept, verdict);
    return verdict;
  }

  #judge(conceptId: string): number {
    if (conceptId === this.statement.objectId) return NOT_KNOWN;
    this.#claim ??= claimOf(NOBODY, this.statement, this.#text, 0, NOWHERE);
    const claim: Claim = { ...this.#claim, subject: { ...NOBODY, conceptId } };
    const found = contradictionOf(claim, this.#terminology);
    if (found !== undefined) return found.severity === 'hint' ? NOT_KNOWN : DOES_NOT_HOLD;
    return isKnownOf(claim, conceptId, this.#terminology) ? HOLDS : NOT_KNOWN;
  }
}

function unasked(concepts: number): Row {
  return { bytes: new Uint8Array(lengthOfRow(concepts)).fill(0xff), first: 0, isSilent: false };
}

/** The verdicts on all statements that texts make, by their words. */
export class VerdictTables {
  readonly #terminology: Terminology;
  /** Undefined where the build knew another terminology, without the own terms of a project, say. */
  readonly #rows: VerdictRows | undefined;
  readonly #numbers: StatementNumbers;
  /** By the index of the concept that things are said to be. */
  readonly #classes: (Verdicts | undefined)[] = [];
  /** By the index of the concept that things are said to come from. */
  readonly #causes: (Verdicts | undefined)[] = [];
  /** By attributes, and by their values. */
  readonly #values = new Map<string, Map<string, Verdicts>>();
  readonly #worded = new Map<string, Verdicts>();

  /** @param rows what the build found out, which is asked only where it is of this terminology */
  constructor(terminology: Terminology, rows?: VerdictRows) {
    this.#terminology = terminology;
    this.#numbers = new StatementNumbers(terminology);
    this.#rows = rows?.isOf(terminology, this.#numbers.count) === true ? rows : undefined;
  }

  /** @param concept its index in the terminology */
  ofClass(concept: number): Verdicts {
    return (this.#classes[concept] ??= this.#ofConcept('is-a', concept, this.#numbers.ofClass(concept)));
  }

  /** @param concept its index in the terminology */
  ofCause(concept: number): Verdicts {
    return (this.#causes[concept] ??= this.#ofConcept('caused-by', concept, this.#numbers.ofCause(concept)));
  }

  ofValue(attribute: string, value: string): Verdicts {
    let values = this.#values.get(attribute);
    if (values === undefined) this.#values.set(attribute, (values = new Map<string, Verdicts>()));
    let known = values.get(value);
    if (known === undefined) {
      const statement: Statement = { relation: 'has', attribute, value };
      known = this.#make({ statement, text: '' }, this.#numbers.ofValue(attribute, value));
      values.set(value, known);
    }
    return known;
  }

  /**
   * Of what no concept and no attribute is part of.
   * @param wording of a level, which is judged by its words as well
   */
  of(statement: Statement, wording = ''): Verdicts {
    const worded = { statement, text: levelTextThatCounts(statement.analyte, wording) };
    const key = keyOf(worded);
    let known = this.#worded.get(key);
    if (known === undefined) this.#worded.set(key, (known = this.#make(worded, this.#numbers.ofWorded(worded))));
    return known;
  }

  #ofConcept(relation: 'is-a' | 'caused-by', concept: number, number: number): Verdicts {
    return this.#make({ statement: { relation, objectId: this.#terminology.conceptAt(concept).id }, text: '' }, number);
  }

  #make(worded: WordedStatement, number: number): Verdicts {
    return new Verdicts(worded, this.#terminology, number < 0 ? undefined : this.#rows?.row(number));
  }
}

const NOWHERE = proseSpan(0, 0);
const NOBODY: ClaimParty = { text: '', block: 0, span: NOWHERE };

/** The claim that a statement is made of a thing. */
export function claimOf(
  subject: ClaimParty,
  { objectId, ...statement }: Statement,
  text: string,
  block: number,
  span: ProseSpan,
): Claim {
  return {
    ...statement,
    subject,
    object: { ...(objectId === undefined ? {} : { conceptId: objectId }), text, block, span },
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block,
    span,
    form: JUDGED,
  };
}
