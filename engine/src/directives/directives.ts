import type { SourceSpan } from '../text/span.js';

/** A range of the source in which some rules, or all, do not speak. */
export interface Suppression {
  /** `all`, or rule ids. */
  readonly rules: 'all' | readonly string[];
  /** A finding is suppressed where its start lies in this span. */
  readonly span: SourceSpan;
  /** The comment that asks for it. */
  readonly comment: SourceSpan;
  readonly reason?: string;
}

export interface DirectiveProblem {
  readonly span: SourceSpan;
  readonly kind: 'unknown-rule' | 'unknown-directive' | 'malformed' | 'unclosed' | 'nothing-to-enable' | 'empty-allow';
  /** The words concerned: the unknown rule's name, the directive's. */
  readonly text: string;
  /** The nearest right name, where one is near. */
  readonly nearest?: string;
}

export interface Directives {
  readonly suppressions: readonly Suppression[];
  /** Words and phrases that `kossa-allow` names, normalised. */
  readonly allowed: readonly string[];
  /** `kossa: false` in front matter. */
  readonly off: boolean;
  readonly problems: readonly DirectiveProblem[];
}
