/** The engine's only door: hosts import this and nothing behind it. */
export { AnalysisCache } from './analyze.js';
export type { Configuration, ResolvedConfiguration, RuleLevel, RuleSetting, Scope } from './configuration/configuration.js';
export type { AnalyzedBlock, AnalyzedDocument } from './document.js';
export { createEngine, type Engine, type EngineInput } from './engine.js';
export type { Finding, Fix, FixGrade, Reason, RelatedPlace, Severity, TextEdit } from './findings/finding.js';
export type { LintResult } from './lint.js';
export type { LintOptions } from './lint-options.js';
export type { Mention } from './mentions/mention.js';
export { allRules } from './rules/index.js';
export type { Rule } from './rules/rule.js';
export type { CompiledTerminology } from './terminology/compiled.js';
export { compileTerminology, type TerminologyProblem } from './terminology/compile.js';
export type { Locale } from './terminology/source-format.js';
export { TerminologyError, type Terminology } from './terminology/terminology.js';
export type { SourceSpan } from './text/span.js';
export { WordsError } from './words/words.js';
