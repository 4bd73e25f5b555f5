/**
 * The shape of the terminology as people write it: YAML files in `terminology/`. The JSON Schemas in
 * `terminology/schema/` say the same to editors. See `terminology/README.md`.
 */

export type Locale = 'us' | 'uk';

/** `"text"` where both house styles agree, `{us, uk}` where they differ. */
export type Localized = string | { readonly us: string; readonly uk: string };

export type ConceptKind =
  | 'disease'
  | 'type'
  | 'form'
  | 'process'
  | 'sign'
  | 'symptom'
  | 'lab-finding'
  | 'cause'
  | 'complication'
  | 'procedure'
  | 'device'
  | 'drug'
  | 'drug-class'
  | 'substance'
  | 'anatomy'
  | 'protein'
  | 'gene'
  | 'organism'
  | 'lab-test'
  | 'imaging'
  | 'stain'
  | 'measure'
  | 'term'
  | 'profession';

/**
 * admitted: as right as the preferred term. lay: everyday wording. abbreviation: needs its long form once.
 * brand: a trade name. deprecated: loose, dated or lay-wrong (rule avoided-term). misspelling: a wrong spelling
 * (rule misspelled-term). impossible: real words that cannot be meant (rule wrong-word), "soft issue".
 */
export type VariantStatus = 'admitted' | 'lay' | 'abbreviation' | 'brand' | 'deprecated' | 'misspelling' | 'impossible';

export interface SourceVariant {
  readonly text: string;
  readonly status: VariantStatus;
  /** For an abbreviation of two or three letters that stands for nothing else in a text on health: "CT". */
  readonly certain?: 'yes';
  /** Only where the form belongs to one spelling: "oesophageal". */
  readonly locale?: Locale;
  /** Required for deprecated, impossible. One sentence to the writer. */
  readonly because?: string;
  readonly sources?: readonly string[];
  /** For deprecated: what to report it as; warning by default, hint where sources still use it. */
  readonly severity?: 'warning' | 'hint';
  /** For deprecated: what to write, where it is not the concept's preferred term. */
  readonly write?: string;
}

export type Level =
  | 'high'
  | 'low'
  | 'normal'
  | 'high-or-abnormal'
  | 'variable'
  | 'normal-or-low'
  | 'normal-or-high'
  | 'low-or-normal'
  | 'usually-normal';

/**
 * One statement, or several that share their source. Exactly one relation key. A statement carries sources, or
 * `unverified` (why it is not sourced: shown, never a ground), or `disputed` (who differs: a hint at most).
 */
export interface SourceFact {
  /** Broader concepts of the same kind: calciphylaxis is-a calcinosis cutis. */
  readonly 'is-a'?: readonly string[];
  /** Drug classes of a drug (classes and is-a are read together, transitively). */
  readonly class?: readonly string[];
  readonly 'caused-by'?: readonly string[];
  readonly 'risk-factor'?: readonly string[];
  readonly 'associated-with'?: readonly string[];
  /** Blood level of an analyte in this condition. Keys: calcium, phosphate, product, pth, calcitriol, alkaline-phosphatase. */
  readonly level?: Readonly<Record<string, Level>>;
  /** The tissue before the deposit. */
  readonly tissue?: 'damaged' | 'normal' | 'either';
  readonly 'located-in'?: readonly string[];
  readonly treats?: readonly string[];
  /** What is used for this condition: the other direction of treats. */
  readonly 'treated-by'?: readonly string[];
  /** What a treatment or a thing does: {action: binds, object: phosphate}. */
  readonly does?: readonly { readonly action: string; readonly object: string }[];
  readonly produces?: readonly string[];
  readonly 'made-by'?: readonly string[];
  readonly related?: readonly string[];
  /**
   * What is not so. Same keys as above. A denied statement that a text asserts is a contradiction:
   * this is how "excluded" is written. `any` as the object of caused-by denies every cause that is not disputed.
   */
  readonly denies?: Omit<
    SourceFact,
    'denies' | 'sources' | 'unverified' | 'disputed' | 'because' | 'severity' | 'rule' | 'say'
  >;
  /** Lowers what a contradiction is reported as; error by default. */
  readonly severity?: 'error' | 'warning' | 'hint';
  /** One sentence to the writer, in plain words: what holds, and why. Required with `denies`. */
  readonly because?: string;
  readonly sources?: readonly string[];
  readonly unverified?: string;
  readonly disputed?: string;
}

export interface SourceCode {
  readonly system: 'MeSH' | 'DOID' | 'MONDO' | 'HPO' | 'ICD-10-CM' | 'ORPHA' | 'OMIM' | (string & {});
  readonly code: string;
  readonly label: string;
  readonly match: 'exact' | 'broad' | 'narrow' | 'related';
  readonly source: string;
}

export interface SourceExample {
  readonly text: string;
  /** The rule and the words it reports, `rule-id: words`; empty for a near miss. */
  readonly reports: readonly string[];
  /** House style to lint with; us by default. */
  readonly style?: Locale;
}

export interface SourceConcept {
  readonly id: string;
  readonly preferred: Localized;
  readonly kind: ConceptKind;
  readonly variants?: readonly SourceVariant[];
  readonly definition?: { readonly text: string; readonly sources?: readonly string[]; readonly unverified?: string };
  readonly facts?: readonly SourceFact[];
  readonly codes?: readonly SourceCode[];
  readonly note?: string;
  /** Letters of an acronym in order: {letter: C, stands-for: calcinosis}. */
  readonly letters?: readonly { readonly letter: string; readonly 'stands-for': string; readonly uk?: string }[];
  /** Reference range of a laboratory test: shown, never a ground. */
  readonly range?: Readonly<Record<string, string>>;
  /** drug-class only: its members among our drugs were checked one by one, so an absent class is a fact. */
  readonly closed?: { readonly sources: readonly string[]; readonly 'by-use'?: true };
  /** Ids that this concept is never at the same time, where sources agree. */
  readonly 'disjoint-with'?: readonly string[];
  /** Person's name in an eponym: Paget. The forms of eponym-form derive from it and from preferred. */
  readonly eponym?: string;
  /** Sources of the concept's identity. Without any, the concept is carried as names only. */
  readonly sources?: readonly string[];
  readonly examples?: readonly SourceExample[];
}

export interface SourceConceptFile {
  readonly field: string;
  readonly about?: string;
  readonly concepts: readonly SourceConcept[];
}

export interface SourceSource {
  readonly title: string;
  readonly url: string;
  readonly note?: string;
  /** Attribution that the licence asks for, shown wherever the source's codes are. */
  readonly attribution?: string;
}

/** A scheme of types, its members and the numbers that sources accept. */
export interface SourceClassification {
  readonly id: string;
  /** Umbrella concepts that the scheme divides. */
  readonly of: readonly string[];
  readonly members: readonly {
    /** Short id, also the adjective that names the member: dystrophic. */
    readonly name: string;
    /** Concepts that are this member: the type, and the process of the same name. */
    readonly concepts: readonly string[];
    /** Other single words that name it: "metabolic". */
    readonly 'also-named'?: readonly string[];
  }[];
  readonly accepted: readonly {
    readonly members: readonly string[];
    /** hint where sources have moved on; absent where it is simply right. */
    readonly severity?: 'hint';
    /** Only where the text speaks of one of these concepts, by name. */
    readonly 'only-for'?: readonly string[];
    readonly because?: string;
    readonly sources: readonly string[];
  }[];
  /** What is offered as a member and is none: words ("localized", "systemic") and concepts. */
  readonly 'not-members': readonly {
    readonly names?: readonly string[];
    readonly concepts?: readonly string[];
    /** The concepts divide the same thing by something else, and are wrong only where the text divides it as here. */
    readonly patterns?: boolean;
    readonly because: string;
    readonly write?: string;
    readonly sources: readonly string[];
  }[];
  readonly examples: readonly SourceExample[];
}

/** A real word that cannot be meant in a context: thyroid for parathyroid, vagina for vulva. */
export interface SourceConfusion {
  readonly id: string;
  /** Phrases as they are wrongly written, with what stands in their place. */
  readonly written: readonly { readonly text: string; readonly write: string }[];
  readonly meant?: string;
  readonly severity: 'error' | 'warning';
  readonly because: string;
  readonly sources: readonly string[];
  /**
   * Any of these suffices. `sentence`: phrases or concept ids (written `id:parathyroid-gland`), one of which must
   * stand in the sentence (or list item and its lead-in); `all`: every one of them; `topic`: concept ids, one of
   * which the headings above or the sentences before must name. `without`: none of these may stand in the
   * sentence. Absent contexts: the words are wrong anywhere.
   */
  readonly contexts?: readonly {
    readonly sentence?: readonly string[];
    readonly all?: readonly string[];
    readonly topic?: readonly string[];
    readonly without?: readonly string[];
  }[];
  readonly examples: readonly SourceExample[];
}

/** A wording that a style rule reports: one row of data for absolute-claim, disrespectful-wording, plain-word ... */
export interface SourceWording {
  readonly id: string;
  readonly rule: string;
  /** Phrases, compared as normalised tokens; their verbs and nouns are written out in each form that is reported. */
  readonly phrases: readonly string[];
  /** What to write, best first; `{us, uk}` where the styles differ. Absent: the fix is manual. */
  readonly write?: readonly Localized[];
  /** The only house style that reports it; both by default. */
  readonly style?: Locale;
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
  readonly because: string;
  readonly sources: readonly string[];
  /** Phrases or `id:concept` of which one must stand in the sentence. */
  readonly near?: readonly string[];
  /** Phrases or `id:concept` that make it right where they stand in the sentence. */
  readonly unless?: readonly string[];
  readonly examples: readonly SourceExample[];
}

/** A name in an eponym and the nouns that follow it: Alzheimer + disease. */
export interface SourceEponym {
  readonly name: string;
  /** How the name is misspelled: Wiener for Winer. */
  readonly misspelled?: readonly string[];
  /** Nouns that make it an eponym: disease, syndrome. */
  readonly nouns: readonly string[];
  /** Words after the noun that complete the name: "of bone". */
  readonly complete?: string;
  /** True where the name is never possessive in either style (Ehlers-Danlos, Rothmund-Thomson). */
  readonly 'never-possessive'?: boolean;
  readonly sources: readonly string[];
  readonly examples?: readonly SourceExample[];
}
