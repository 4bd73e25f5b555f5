import type { Configuration } from './configuration/configuration.js';

export interface LintOptions {
  readonly configuration: Configuration;
  /** A configuration file covers the document. */
  readonly configured: boolean;
  readonly language: 'markdown' | 'mdx';
  /** Today as an ISO date (YYYY-MM-DD): an input, since the engine has no clock. */
  readonly today: string;
}
