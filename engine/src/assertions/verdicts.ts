import { contradictionOf } from '../claims/contradiction.js';
import { JUDGED, type Claim, type ClaimParty } from '../claims/claim.js';
import { isKnownOf } from '../claims/known-of.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../text/span.js';

/** What could be said of a thing that is named near: a value, a level, a class or a cause. */
export type Statement = Pick<Claim, 'relation' | 'value' | 'attribute' | 'analyte'> & { readonly objectId?: string };

export const HOLDS = 1;
export const NOT_KNOWN = 0;
export const DOES_NOT_HOLD = -1;
const NOT_ASKED = 2;

/** Whether one statement holds of concepts, each asked once: texts pair the same names again and again. */
export class Verdicts {
  readonly statement: Statement;
  readonly #terminology: Terminology;
  readonly #text: string;
  readonly #known: Int8Array;
  /** The claim that it is made of nobody; of whom it is asked is put in. */
  #claim: Claim | undefined;

  constructor(statement: Statement, text: string, terminology: Terminology) {
    this.statement = statement;
    this.#text = text;
    this.#terminology = terminology;
    this.#known = new Int8Array(terminology.compiled.concepts.length).fill(NOT_ASKED);
  }

  /** @param concept its index in the terminology */
  of(concept: number): number {
    const known = this.#known[concept]!;
    if (known !== NOT_ASKED) return known;
    return (this.#known[concept] = this.#judge(this.#terminology.conceptAt(concept).id));
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

/** The verdicts on all statements that texts make, by their words. */
export class VerdictTables {
  readonly #terminology: Terminology;
  readonly #byKey = new Map<string, Verdicts>();
  readonly #classes = new Map<string, Verdicts>();
  readonly #causes = new Map<string, Verdicts>();

  constructor(terminology: Terminology) {
    this.#terminology = terminology;
  }

  ofClass(objectId: string): Verdicts {
    return this.#ofConcept(this.#classes, 'is-a', objectId);
  }

  ofCause(objectId: string): Verdicts {
    return this.#ofConcept(this.#causes, 'caused-by', objectId);
  }

  /** @param text of a level, which is judged by its words as well */
  of(statement: Statement, text = ''): Verdicts {
    const { relation, attribute, value, analyte } = statement;
    const key = `${relation} ${attribute ?? ''} ${value ?? ''} ${analyte ?? ''} ${text}`;
    let known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, (known = new Verdicts(statement, text, this.#terminology)));
    return known;
  }

  #ofConcept(tables: Map<string, Verdicts>, relation: 'is-a' | 'caused-by', objectId: string): Verdicts {
    let known = tables.get(objectId);
    if (known === undefined) {
      tables.set(objectId, (known = new Verdicts({ relation, objectId }, '', this.#terminology)));
    }
    return known;
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
