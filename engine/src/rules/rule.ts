import type { Configuration } from '../configuration/configuration.js';
import type { AnalyzedDocument } from '../document.js';
import type { Finding, FixGrade, Reason, Severity } from '../findings/finding.js';
import type { Locale } from '../terminology/source-format.js';
import type { Terminology } from '../terminology/terminology.js';
import type { ProseSpan, SourceSpan } from '../text/span.js';

export type RuleCategory = 'spelling' | 'claims' | 'terms' | 'safety' | 'style' | 'page' | 'directives';

/**
 * A rule is data first and one function. It has no state, reads no file, no setting and no other rule, and it
 * never adds a number to a node's offset: places are prose spans of a block, or source spans that it was given.
 */
export interface Rule<MessageId extends string = string> {
  /** Kebab-case; names the problem, not the cure. */
  readonly id: string;
  /** One line: what it reports. */
  readonly summary: string;
  /** Why it matters, in two or three sentences. */
  readonly rationale: string;
  readonly category: RuleCategory;
  /** What it reports as unless the finding or the configuration says otherwise. */
  readonly severity: Severity;
  /** Every severity that it can report. */
  readonly severities: readonly Severity[];
  readonly since: string;
  /** The best grade that its fixes reach; `none` where it has no fix. */
  readonly fixable: FixGrade | 'none';
  /** True: speaks in health writing only (`kossa.scope`). */
  readonly healthWritingOnly: boolean;
  /**
   * What a report depends on besides the settings: `section` where it is what stands in its section, around it
   * (`sections.ts`) and in the headings above. Such a rule is not asked again about a section that stayed the same.
   */
  readonly reads: 'section' | 'document';
  /** Rules that report instead where both report overlapping words: the more specific ones. */
  readonly yieldsTo?: readonly string[];
  /** Finds something only where this setting is on. */
  readonly needsSetting?: keyof Configuration;
  /** True: what it finds today it may not find tomorrow, in the same text. */
  readonly dependsOnDay?: true;
  readonly sources: readonly string[];
  /** With `{{placeholders}}`. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** JSON Schema of its options, and their defaults. */
  readonly options?: {
    readonly schema: object;
    readonly defaults: Readonly<Record<string, unknown>>;
    /** Options that a setting of the whole configuration stands for, by option name; the rule's own setting wins. */
    readonly fromConfiguration?: Readonly<Record<string, keyof Configuration>>;
  };
  readonly examples: readonly {
    readonly text: string;
    readonly reports: readonly string[];
    readonly style?: Locale;
    /** What must be set for it. */
    readonly configuration?: Configuration;
  }[];
  check(context: RuleContext<MessageId>): void;
}

export interface RuleContext<MessageId extends string = string> {
  readonly document: AnalyzedDocument;
  readonly terminology: Terminology;
  /** The style of the configuration, or else that of the text's own spelling, or else American. */
  readonly style: Locale;
  /** True where a configuration names the style. */
  readonly styleIsChosen: boolean;
  /** ISO date handed to lint. */
  readonly today: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The rules that exist, for directives. */
  readonly ruleIds: readonly string[];
  /** What the rules before this one did. */
  readonly earlier: EarlierRules;
  report(report: Report<MessageId>): void;
}

export interface EarlierRules {
  /** Ids of those that looked for all they look for: where they found nothing, nothing is there. */
  readonly finished: ReadonlySet<string>;
  /** Ids of those that did not look at all: they are off, or rest in this document. */
  readonly unheard: ReadonlySet<string>;
  /** Whatever directives and other rules make of it. */
  readonly findings: readonly Finding[];
}

/** A place in a block's prose, or in the source as given by the document. */
export type Place = { readonly block: number; readonly span: ProseSpan } | { readonly source: SourceSpan };

export interface ReportFix {
  readonly title: string;
  readonly grade: FixGrade;
  /** Replaces the place of the report, or the places named. Absent for manual. */
  readonly text?: string;
  readonly edits?: readonly { readonly at: Place; readonly text: string }[];
  readonly conceptId?: string;
}

export interface Report<MessageId extends string = string> {
  readonly at: Place;
  readonly message: MessageId;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly severity?: Severity;
  readonly conceptId?: string;
  /** Best first. In a quotation `lint` lowers safe fixes to review. */
  readonly fixes?: readonly ReportFix[];
  readonly reason?: Reason;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
}

export function defineRule<MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}
