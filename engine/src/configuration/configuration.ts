import type { Severity } from '../findings/finding.js';
import type { TerminologyFile } from '../terminology/located.js';
import type { Locale } from '../terminology/source-format.js';

export type RuleLevel = Severity | 'off' | 'on';
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];
export type Scope = 'auto' | 'always' | 'configured';

/** What a configuration file says, as resolved for one document. Plain data. */
export interface Configuration {
  /** Files and packages that it builds on; followed when it is read, so no resolved configuration has it. */
  readonly extends?: string | readonly string[];
  readonly style?: Locale;
  readonly scope?: Scope;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Words that are right in this project. */
  readonly words?: readonly string[];
  /** Phrases and concept ids that are never reported. */
  readonly allow?: readonly string[];
  /** Files with the project's own terms, as paths, folders and glob patterns. */
  readonly terms?: readonly string[];
  /** These files as they were read, with absolute paths; no file says it, and every resolved configuration has it. */
  readonly termFiles?: readonly TerminologyFile[];
  /** Front-matter keys whose text is prose. */
  readonly frontMatterProse?: readonly string[];
  /** Review dates that every article must have: keys of the front matter. */
  readonly requireReviewDates?: boolean;
  /** Bytes; files over it are not read. */
  readonly maxFileSize?: number;
  /** Glob patterns of files that are not linted. */
  readonly ignores?: readonly string[];
  /** Glob patterns of plain text files that are linted as Markdown files are. */
  readonly plainText?: readonly string[];
  /** Files whose rules differ. */
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules?: Readonly<Record<string, RuleSetting>>;
    readonly style?: Locale;
    readonly scope?: Scope;
  }[];
  /** Search stops here. */
  readonly root?: boolean;
  /** General English spelling: off by default. */
  readonly generalSpelling?: boolean;
}

/** A configuration for one document and what is known of where it came from. */
export interface ResolvedConfiguration {
  readonly configuration: Configuration;
  /** The file that covers the document, where one does: its style counts as chosen, and its scope as configured. */
  readonly file?: string;
}
