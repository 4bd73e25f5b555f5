import type { Configuration } from './configuration/configuration.js';
import type { DocumentLanguage } from './markdown/pieces.js';

export interface LintOptions {
  readonly configuration: Configuration;
  /** A configuration file covers the document. */
  readonly configured: boolean;
  readonly language: DocumentLanguage;
  /** Today as an ISO date (YYYY-MM-DD): an input, since the engine has no clock. */
  readonly today: string;
}
