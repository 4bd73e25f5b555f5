import type { SourceSpan } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * How far a fix can be trusted. `safe`: a careful editor would accept it without reading the
 * sentence; `review`: a person decides; `manual`: it says what to do and has no text.
 */
export type FixGrade = 'safe' | 'review' | 'manual';

export interface TextEdit {
  readonly span: SourceSpan;
  readonly text: string;
}

export interface Fix {
  /** Sentence form: ``Replace with `colchicine` ``. */
  readonly title: string;
  readonly grade: FixGrade;
  /** Empty exactly where the grade is `manual`. */
  readonly edits: readonly TextEdit[];
  /** The concept that the fix writes, where it writes one. */
  readonly conceptId?: string;
}

/** Why a finding holds, with the ids of the sources that say so (keys of the terminology's sources). */
export interface Reason {
  readonly text: string;
  readonly sources: readonly string[];
}

export interface RelatedPlace {
  readonly span: SourceSpan;
  readonly message: string;
}

/** Plain data in source offsets: it survives JSON and postMessage. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: SourceSpan;
  readonly conceptId?: string;
  /** Best first. At most one is `safe`, and then it comes first. */
  readonly fixes: readonly Fix[];
  readonly reason?: Reason;
  readonly related?: readonly RelatedPlace[];
}
