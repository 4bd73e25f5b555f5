/** `import { createLinter } from 'kossa'`: the door for programs. docs/api.md tells of it. */
export type {
  Configuration,
  Finding,
  Fix,
  FixGrade,
  Reason,
  RelatedPlace,
  RuleLevel,
  RuleSetting,
  Scope,
  Severity,
  SourceSpan,
  TextEdit,
} from '../../../engine/src/index.js';
export type { JsonEdit as MessageEdit, JsonFinding as Message } from '../reports/json.js';
export type { LintProblem, LintResult } from './result.js';
export {
  createLinter,
  LinterError,
  type FileOptions,
  type Linter,
  type LinterOptions,
  type RuleDescription,
  type TextOptions,
} from './linter.js';
