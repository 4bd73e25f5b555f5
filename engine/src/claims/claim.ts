import type { ProseSpan } from '../text/span.js';

/** What a claim says of its subject: the terminology's relations, and those of classifications. */
export type ClaimRelation =
  | 'is-a'
  | 'caused-by'
  | 'associated-with'
  | 'level'
  | 'tissue'
  | 'unknown-cause'
  | 'treats'
  | 'only-treatment'
  | 'does'
  | 'located-in'
  | 'made-by'
  | 'always-causes'
  /** The subject has `value` in the respect that `attribute` names. */
  | 'has'
  /** A letter of the subject's name is said to stand for the object; `value` tells whether it does. */
  | 'stands-for'
  /** The object is offered as a member of the classification of the subject. */
  | 'member-of'
  /** The subject is said to have `value` members. */
  | 'count-of'
  /** The object's deposits are placed under a type that the text describes and does not name. */
  | 'described-as';

/** Whose statement it is. Only the writer's own, and quotations that the text lets stand, can be the writer's fault. */
export type Attribution =
  'writer' | 'quotation' | 'others' | 'question' | 'hypothetical' | 'historical' | 'contrasted' | 'doubtful';

export interface ClaimParty {
  /** Concept id, where the party is a concept. */
  readonly conceptId?: string;
  /** The words, where they are no concept: "localized", "high". */
  readonly text: string;
  readonly block: number;
  readonly span: ProseSpan;
}

export interface Claim {
  readonly relation: ClaimRelation;
  readonly subject: ClaimParty;
  readonly object: ClaimParty;
  /** level: high, low, normal, abnormal; tissue: damaged, normal; does: the action; count-of: the number. */
  readonly value?: string;
  /** has: the respect. */
  readonly attribute?: string;
  /** level: calcium, phosphate; both where the text says "and", either where it says "or". */
  readonly analyte?: 'calcium' | 'phosphate' | 'both' | 'either';
  readonly polarity: 'asserted' | 'denied';
  readonly attribution: Attribution;
  /** The text denies just this, and nothing more or less: "It does not raise calcium." */
  readonly isOutright?: true;
  /** The cue is weak: linked with, seen in. */
  readonly weak: boolean;
  /** Where a finding belongs. */
  readonly block: number;
  readonly span: ProseSpan;
  /** It is told by what the whole list holds: words of a single item ("an old scar") do not say whose statement it is. */
  readonly isOfWholeList?: true;
  /**
   * It rests on more than the words beside it, such as what else a list holds, or on words each of which is understood:
   * the network is not asked.
   */
  readonly isUndoubted?: true;
  /** How it was read: "copula", "such as", "list under lead-in"; for explanations. */
  readonly form: string;
  /** How sure the network is that the text says so, between 0 and 1, where it was asked. */
  readonly probability?: number;
}

/** The form of a claim that no reader of single forms read, but the network judged to be made. */
export const JUDGED = 'judged';

/** The form of a claim that is concluded from what several sentences tell of a case, and the type that it is given. */
export const GIVEN = 'type given to a case';
