import type { ConceptKind, Level, Locale, SourceCode, VariantStatus } from './source-format.js';

/**
 * The terminology as the engine takes it: plain data, JSON-safe, built once by `compileTerminology` and only
 * indexed when it is loaded. Nothing in it is parsed at start-up.
 */
export interface CompiledTerminology {
  readonly format: 'kossa-terminology';
  readonly formatVersion: 2;
  /** Changes exactly when the content changes: the data version of caches. */
  readonly contentHash: string;
  readonly sources: Readonly<Record<string, CompiledSource>>;
  readonly concepts: readonly CompiledConcept[];
  readonly classifications: readonly CompiledClassification[];
  readonly confusions: readonly CompiledConfusion[];
  readonly wordings: readonly CompiledWording[];
  readonly eponyms: readonly CompiledEponym[];
  /** How doses are known and which ways of writing them are unsafe; absent where no file says it. */
  readonly doses?: CompiledDoses;
  /** Absent where no file has any. */
  readonly attributes?: readonly CompiledAttribute[];
  /** Families of words, which phrases of attributes name by a mark; absent where no file has any. */
  readonly families?: CompiledFamilies;
  /** Every form that may be met in text, with what it names: `linesOfPhrases`. */
  readonly phrases: string;
}

export interface CompiledSource {
  readonly title: string;
  readonly url: string;
  readonly note?: string;
  readonly attribution?: string;
}

/** What a phrase stands for. Indexes point into the arrays of the terminology. */
export type PhraseTarget =
  | {
      readonly is: 'variant';
      readonly concept: number;
      readonly variant: number;
      readonly form: PhraseForm;
      readonly locale?: Locale;
    }
  | { readonly is: 'wording'; readonly wording: number }
  | { readonly is: 'confusion'; readonly confusion: number; readonly written: number }
  | { readonly is: 'eponym'; readonly eponym: number; readonly noun: number };

export type PhraseForm = 'base' | 'plural';

export interface CompiledPhrase {
  /** Normalised tokens joined by one space (`normalizePhrase`). */
  readonly key: string;
  readonly targets: readonly PhraseTarget[];
}

export interface CompiledVariant {
  readonly text: string;
  /** `preferred`, or the status of the source variant. */
  readonly status: VariantStatus | 'preferred';
  readonly locale?: Locale;
  readonly because?: string;
  readonly sources?: readonly string[];
  readonly severity?: 'warning' | 'hint';
  readonly write?: string;
  /** An all-capital or mixed-case abbreviation is met only in this case. */
  readonly caseSensitive?: boolean;
  /** A short abbreviation that needs no long form beside it to be understood. */
  readonly certain?: boolean;
}

export type Relation =
  | 'is-a'
  | 'class'
  | 'caused-by'
  | 'risk-factor'
  | 'associated-with'
  | 'level'
  | 'tissue'
  | 'located-in'
  | 'treats'
  | 'treated-by'
  | 'does'
  | 'produces'
  | 'made-by'
  | 'related';

/** One statement. Objects are concept ids, except for the values of `level`, `tissue` and the action of `does`. */
export interface CompiledFact {
  readonly relation: Relation;
  readonly denied?: boolean;
  /** Concept id; `any` in a denied caused-by; absent for `tissue`. */
  readonly object?: string;
  /** level: the level; tissue: the tissue; does: the action. */
  readonly value?: Level | 'damaged' | 'normal' | 'either' | (string & {});
  /** level: the analyte. */
  readonly analyte?: string;
  /** asserted: sourced, may ground an error. disputed: a hint at most. unverified: shown, never a ground. */
  readonly standing: 'sourced' | 'disputed' | 'unverified';
  /** Upper bound of what a contradiction of it may be reported as. */
  readonly severity: 'error' | 'warning' | 'hint' | 'none';
  readonly because?: string;
  readonly sources: readonly string[];
}

export interface CompiledConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** Preferred term per style. */
  readonly preferred: { readonly us: string; readonly uk: string };
  /** Index 0 is the US preferred term; the UK one follows where it differs. */
  readonly variants: readonly CompiledVariant[];
  readonly definition?: { readonly text: string; readonly sources: readonly string[]; readonly unverified?: string };
  readonly facts: readonly CompiledFact[];
  readonly codes?: readonly SourceCode[];
  readonly note?: string;
  readonly letters?: readonly { readonly letter: string; readonly standsFor: string; readonly uk?: string }[];
  readonly range?: Readonly<Record<string, string>>;
  readonly closed?: { readonly sources: readonly string[]; readonly byUse?: true };
  readonly disjointWith?: readonly string[];
  readonly eponym?: string;
  readonly sources: readonly string[];
}

/** Words that say the same, by the name of their family. */
export interface CompiledFamilies {
  /** The other forms of each verb, parted by spaces: "keeps keeping kept". */
  readonly forms: Readonly<Record<string, string>>;
  readonly named: Readonly<Record<string, CompiledFamily>>;
}

/** Normalised words and set phrases, parted by `|`; `…` where a few words may stand between: "hold … back". */
export interface CompiledFamily {
  /** Their first word stands for all of its forms. */
  readonly verbs: string;
  readonly words: string;
}

/**
 * For each place of a phrase the normalised words that may stand there; an empty one where the place may be empty,
 * `<keep>` for all words of a family.
 */
export type CompiledPattern = readonly (readonly string[])[];

/** Words that give a value wherever they stand in a clause about the thing: all parts, in order where that counts. */
export interface CompiledParts {
  readonly parts: readonly CompiledPattern[];
  readonly ordered?: true;
}

/** Words around a name of a value: right before it and right behind it, and earlier, later or anywhere in the clause. */
export interface CompiledFrame {
  readonly before?: CompiledPattern;
  readonly after?: CompiledPattern;
  readonly earlier: readonly CompiledPattern[];
  readonly later: readonly CompiledPattern[];
  readonly beside: readonly CompiledPattern[];
}

/** A way of being with several values, of which a thing has one. A text that gives it another is wrong. */
export interface CompiledAttribute {
  readonly id: string;
  /** Verbs behind which the objects of the values count: "measures", "records". Absent where it has none. */
  readonly verbs?: readonly CompiledPattern[];
  /** Words before a name of a value that tie it to the thing: "made by", "mainly in". Absent where it has no names. */
  readonly ties?: readonly CompiledPattern[];
  /** Words between a name of a value and the thing: "(the liver) makes (fetuin-A)". */
  readonly acts?: readonly CompiledPattern[];
  /** Words that make a statement of a name in the same part of a clause, in any order: "blocks", "against". */
  readonly cues?: readonly CompiledPattern[];
  /** Words that tie a name of a value to the thing from anywhere in the clause: "made … in (the liver)". */
  readonly frames?: readonly CompiledFrame[];
  /** Words of a header that ask for the attribute: "Where", "Favorite spot". */
  readonly heads?: readonly CompiledPattern[];
  /** Words one of which stands in a statement of what is told, or in the header, label or question that it answers. */
  readonly asks?: readonly CompiledPattern[];
  /** A quantity that the thing moves up or down. */
  readonly scale?: {
    readonly of: readonly CompiledPattern[];
    readonly up: string;
    readonly down: string;
    /** It counts as well where the quantity is said to be high or low, not to move. */
    readonly states?: true;
    /** Words that stand for a concept: "the kidneys fail". */
    readonly standFor?: readonly { readonly concept: string; readonly says: readonly CompiledPattern[] }[];
  };
  readonly values: readonly {
    readonly value: string;
    /** Phrases that state it after "is", or after a label: "harmless". */
    readonly is: readonly CompiledPattern[];
    /** Phrases that state it wherever they stand: "heals by itself". */
    readonly says: readonly CompiledPattern[];
    /** Phrases that state it only where a thing is named after it was described: "a treatment". */
    readonly describes?: readonly CompiledPattern[];
    /** Phrases that state it where the clause says that it is so for the most part: "people with healthy kidneys". */
    readonly mostly?: readonly CompiledPattern[];
    /** Phrases that state it wherever they are said of the thing, and whose denial states the other value. */
    readonly graded?: readonly CompiledPattern[];
    /** What the value is called, where it counts behind one of the ties: "liver". */
    readonly names?: readonly CompiledPattern[];
    /** What states it wherever it stands in a clause that speaks of the thing and of no other. */
    readonly untied?: readonly CompiledPattern[];
    /** What gives this value wherever it stands in a clause about the thing. */
    readonly anywhere?: readonly CompiledParts[];
    /** What a definition that gives this value holds, each as the parts that stand in it in any order. */
    readonly means?: readonly (readonly CompiledPattern[])[];
    /** Parts that tell the value where all of them stand in a clause that is about the thing, in any order. */
    readonly tells?: readonly (readonly CompiledPattern[])[];
    /** The same for what stands behind one of the verbs. */
    readonly objects?: readonly (readonly CompiledPattern[])[];
  }[];
  readonly holds: readonly {
    readonly concept: string;
    readonly values: readonly string[];
    /** Values that a right text may name as well, but which put nothing right. */
    readonly also?: readonly string[];
    readonly because: string;
    readonly severity: 'error' | 'warning';
    readonly sources: readonly string[];
  }[];
}

export interface CompiledClassification {
  readonly id: string;
  readonly of: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly concepts: readonly string[];
    readonly alsoNamed: readonly string[];
    /** What a text must have besides the adjective to speak of the type; nothing said: it names a mass or a mineral. */
    readonly knownBy?: 'name' | 'type-word' | 'company';
    /** Words of texts in which the adjective is said of something else. */
    readonly apartFrom: readonly string[];
  }[];
  /** Words of texts that speak of what is divided. */
  readonly company: readonly string[];
  /** Words for a single piece of what is divided. */
  readonly masses: readonly string[];
  readonly accepted: readonly {
    readonly members: readonly string[];
    readonly severity?: 'hint';
    readonly onlyFor?: readonly string[];
    readonly because?: string;
    readonly sources: readonly string[];
  }[];
  readonly notMembers: readonly {
    readonly names: readonly string[];
    readonly concepts: readonly string[];
    /** Right as another division of the same thing. */
    readonly patterns?: true;
    readonly because: string;
    readonly write?: string;
    readonly sources: readonly string[];
  }[];
}

/** A phrase as normalised tokens joined by a space, or a concept id. */
export type Cue = { readonly phrase: string } | { readonly concept: string };

export interface CompiledConfusion {
  readonly id: string;
  readonly written: readonly { readonly text: string; readonly write: string }[];
  readonly meant?: string;
  readonly severity: 'error' | 'warning';
  readonly because: string;
  readonly sources: readonly string[];
  readonly contexts?: readonly {
    readonly sentence?: readonly Cue[];
    readonly all?: readonly Cue[];
    readonly topic?: readonly string[];
    readonly without?: readonly Cue[];
  }[];
}

export interface CompiledWording {
  readonly id: string;
  readonly rule: string;
  readonly phrases: readonly string[];
  readonly write?: readonly { readonly us: string; readonly uk: string }[];
  readonly style?: Locale;
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
  readonly because: string;
  readonly sources: readonly string[];
  readonly near?: readonly Cue[];
  readonly unless?: readonly Cue[];
  /** A claim in itself, whatever the sentence speaks of: only its own clause, and what leads to it, can limit it. */
  readonly promise?: true;
}

export interface CompiledEponym {
  readonly name: string;
  readonly misspelled?: readonly string[];
  readonly nouns: readonly string[];
  readonly complete?: string;
  readonly neverPossessive?: boolean;
  readonly conceptId?: string;
  readonly sources: readonly string[];
}

/** How a dose of a medicine is known, and the ways of writing one that are misread. */
export interface CompiledDoses {
  readonly units: readonly CompiledDoseUnit[];
  /** Words that only stand beside medicines: tablet, dosage. */
  readonly medicine: readonly string[];
  /** Words that often do: take, daily. They make a dose of an amount whose unit is no everyday one. */
  readonly taking: readonly string[];
  /** Words beside which an amount is no dose: a laboratory value, a size, a food. */
  readonly elsewhere: readonly string[];
  /** What stands under the line in a concentration: dL. */
  readonly concentration: readonly string[];
  /** What stands after a slash that is read "per": day, kg. */
  readonly rate: readonly string[];
  /** Words right before the letters of a form: given, injected. */
  readonly giving: readonly string[];
  /** Phrases that say "each day". */
  readonly daily: readonly string[];
  /** Words that may stand between a medicine or its amount and how often it is taken. */
  readonly between: readonly string[];
  readonly forms: readonly CompiledDoseForm[];
  readonly limits: readonly CompiledDoseLimit[];
}

/** A dose that cannot be meant. */
export interface CompiledDoseLimit {
  readonly id: string;
  /** Id of the concept. */
  readonly medicine: string;
  /** It is not taken each day. */
  readonly notDaily?: true;
  /** Amounts above cannot be meant, where they are of one dose, of a day, or for a kilogram. */
  readonly above?: { readonly amount: number; readonly unit: string; readonly per: 'dose' | 'day' | 'kilogram' };
  /** Phrases of the block, or of a heading over it, with which nothing is reported. */
  readonly unless: readonly string[];
  /** The same for phrases of the sentence and of those before it. */
  readonly unlessBefore: readonly string[];
  readonly severity: 'error' | 'warning' | 'hint';
  readonly because: string;
  readonly sources: readonly string[];
}

/** Letters as written: case counts. */
export interface CompiledDoseUnit {
  readonly text: string;
  /** Measures other things too: g, mL, units. */
  readonly everyday?: true;
}

/**
 * Where an unsafe form stands. trailing-zero "5.0 mg"; naked-decimal ".5 mg"; unit-run-on "10mg"; name-run-on
 * "warfarin5 mg"; no-comma "100000 units"; half "1/2 tablet"; unit-period "10 mg. daily"; ratio "1:1000" beside one
 * of `written`; unit, thousands: `written` after a number; abbreviation: `written` beside an amount or a medicine;
 * name-abbreviation: `written` for a medicine's name, next to an amount; symbol: `written` next to an amount.
 */
export type DoseShape =
  | 'trailing-zero'
  | 'naked-decimal'
  | 'unit-run-on'
  | 'name-run-on'
  | 'no-comma'
  | 'half'
  | 'unit-period'
  | 'ratio'
  | 'unit'
  | 'thousands'
  | 'abbreviation'
  | 'name-abbreviation'
  | 'symbol';

export interface CompiledDoseForm {
  readonly id: string;
  readonly shape: DoseShape;
  readonly list: 'joint-commission' | 'ismp' | 'symbol' | 'nhs';
  readonly severity: 'error' | 'warning' | 'hint';
  /** review only where the rewriting cannot change the amount. */
  readonly fix: 'review' | 'manual';
  /** As written, case and all; full stops left out. Empty where the shape says it all. */
  readonly written: readonly string[];
  /** abbreviation: how near a dose it must stand; `amount` where the letters mean other things too. */
  readonly beside?: 'amount' | 'giving' | 'medicine';
  readonly write?: { readonly us: string; readonly uk: string };
  /** The only house style that reports it. */
  readonly style?: Locale;
  readonly because: string;
  readonly sources: readonly string[];
}
