/** The engine's only door: hosts import this and nothing behind it. */
export { AnalysisCache } from './analyze.js';
export type {
  Configuration,
  ResolvedConfiguration,
  RuleLevel,
  RuleSetting,
  Scope,
} from './configuration/configuration.js';
export { mergeConfigurations } from './configuration/merge.js';
export { CONFIGURATION_FILE_NAMES } from './configuration/file-names.js';
export { IGNORE_FILE } from './configuration/ignore-file.js';
export {
  createConfigurationLoader,
  NO_CONFIGURATION,
  type ConfigurationHost,
  type ConfigurationKnowledge,
  type ConfigurationLoader,
  type ConfigurationPart,
  type FoundConfiguration,
} from './configuration/resolve.js';
export {
  configurationSchema,
  DEFAULT_MAX_FILE_SIZE,
  RULE_LEVELS,
  SCOPES,
  STYLES,
  type SettingSchema,
} from './configuration/schema.js';
export { readConfiguration, type ConfigurationProblem, type ReadConfiguration } from './configuration/validate.js';
export type { FolderEntry } from './configuration/term-files.js';
export { insertWord, NEW_WORDS_FILE, WORDS_FILE } from './configuration/words-file.js';
export { nearestName } from './text/nearest-name.js';
export type { AnalyzedBlock, AnalyzedDocument } from './document.js';
export { explainPlace, type ClaimExplanation, type SentenceExplanation } from './explain.js';
export { createEngine, type Engine, type EngineInput } from './engine.js';
export type { Finding, Fix, FixGrade, Reason, RelatedPlace, Severity, TextEdit } from './findings/finding.js';
export { pluralTerms } from './language/inflect.js';
export { normalizePhrase } from './language/tokenize.js';
export { isPlainTextName, languageOf } from './markdown/file-language.js';
export type { DocumentLanguage } from './markdown/pieces.js';
export type { LintResult } from './lint.js';
export type { LintOptions } from './lint-options.js';
export type { Mention } from './mentions/mention.js';
export { standsInQuotation } from './prose/quotations.js';
export { allRules } from './rules/index.js';
export type { Rule } from './rules/rule.js';
export {
  documentStatistics,
  type AbbreviationCount,
  type AbbreviationExplained,
  type DocumentStatistics,
} from './statistics.js';
export type {
  CompiledConcept,
  CompiledFact,
  CompiledSource,
  CompiledTerminology,
  CompiledVariant,
} from './terminology/compiled.js';
export { compileTerminology, type TerminologyFile, type TerminologyProblem } from './terminology/compile.js';
export { placeOfOwnConcept, type PlaceOfOwn } from './terminology/place-of-own.js';
export type { Locale } from './terminology/source-format.js';
export { TerminologyError, type Terminology } from './terminology/terminology.js';
export { createLineIndex, type LineIndex, type LinePlace } from './text/line-index.js';
export type { SourceSpan } from './text/span.js';
export { WordsError } from './words/words.js';
export { NetworkError } from './assertions/network.js';
export type { WordExplanation } from './words/words.js';
