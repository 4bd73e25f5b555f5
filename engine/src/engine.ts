import type { AnalysisCache, Knowledge } from './analyze.js';
import { lintSteps, type LintResult } from './lint.js';
import type { LintOptions } from './lint-options.js';
import type { Rule } from './rules/rule.js';
import { allRules } from './rules/index.js';
import type { CompiledTerminology } from './terminology/compiled.js';
import { loadTerminology, type Terminology } from './terminology/terminology.js';
import { loadWords, type Words } from './words/words.js';

export interface EngineInput {
  /** The compiled terminology, as `compileTerminology` makes it. */
  readonly terminology: CompiledTerminology;
  /** The compiled words, as the build makes them; without them no unknown word is checked. */
  readonly words?: Uint8Array;
  /** All rules by default. */
  readonly rules?: readonly Rule[];
}

/** Text in, findings out. Holds what it was given and nothing else. */
export interface Engine {
  readonly terminology: Terminology;
  readonly words: Words | undefined;
  readonly rules: readonly Rule[];
  /**
   * Lints one text. A cache that is kept between two versions of a document makes the second cost what changed.
   * @param text without a byte-order mark
   */
  lint(text: string, options: LintOptions, cache?: AnalysisCache): LintResult;
  /** The same in steps, for hosts that must not block. */
  lintSteps(text: string, options: LintOptions, cache?: AnalysisCache): Generator<void, LintResult>;
}

/** @throws TerminologyError, WordsError where the data is not what the build made */
export function createEngine(input: EngineInput): Engine {
  const terminology = loadTerminology(input.terminology);
  const words = input.words === undefined ? undefined : loadWords(input.words, terminology);
  const rules = input.rules ?? allRules;
  const knowledge: Knowledge = { terminology, words, ruleIds: allRules.map((rule) => rule.id) };
  const steps = (text: string, options: LintOptions, cache?: AnalysisCache): Generator<void, LintResult> =>
    lintSteps(text, options, knowledge, rules, cache);
  return {
    terminology,
    words,
    rules,
    lintSteps: steps,
    lint(text, options, cache) {
      const running = steps(text, options, cache);
      for (;;) {
        const step = running.next();
        if (step.done) return step.value;
      }
    },
  };
}
