import type { AnalysisCache, Knowledge } from './analyze.js';
import { Assertions } from './assertions/assertions.js';
import { lintSteps, type LintResult } from './lint.js';
import type { LintOptions } from './lint-options.js';
import type { Rule } from './rules/rule.js';
import { allRules } from './rules/index.js';
import type { Configuration } from './configuration/configuration.js';
import type { CompiledTerminology } from './terminology/compiled.js';
import type { TerminologyFile } from './terminology/located.js';
import { withOwnTerms } from './terminology/own-terms.js';
import type { TerminologyProblem } from './terminology/problems.js';
import { loadTerminology, type Terminology } from './terminology/terminology.js';
import { loadWords, type Words } from './words/words.js';

export interface EngineInput {
  /** The compiled terminology, as `compileTerminology` makes it. */
  readonly terminology: CompiledTerminology;
  /** The compiled words, as the build makes them; without them no unknown word is checked. */
  readonly words?: Uint8Array;
  /** The network that tells what a text says, as the build has it; without it only forms that are known are read. */
  readonly assertions?: Uint8Array;
  /** All rules by default. */
  readonly rules?: readonly Rule[];
}

/** Text in, findings out. Holds what it was given, and what it made of it. */
export interface Engine {
  readonly terminology: Terminology;
  readonly words: Words | undefined;
  readonly rules: readonly Rule[];
  /**
   * The engine that knows the own terms of a configuration as well; this one where it has none. `lint` asks for it by
   * itself: it is for those who look terms up.
   */
  under(configuration: Configuration): Engine;
  /** What is wrong in a project's own terms; what is right in them holds all the same. */
  checkTerms(files: readonly TerminologyFile[]): readonly TerminologyProblem[];
  /**
   * Lints one text. A cache that is kept between two versions of a document makes the second cost what changed.
   * @param text without a byte-order mark
   */
  lint(text: string, options: LintOptions, cache?: AnalysisCache): LintResult;
  /** The same in steps, for hosts that must not block. */
  lintSteps(text: string, options: LintOptions, cache?: AnalysisCache): Generator<void, LintResult>;
}

/** @throws TerminologyError, WordsError, NetworkError where the data is not what the build made */
export function createEngine(input: EngineInput): Engine {
  const rules = input.rules ?? allRules;
  const ruleIds = allRules.map((rule) => rule.id);
  const knowledgeOf = (compiled: CompiledTerminology, ownWords: readonly string[]): Knowledge => {
    const terminology = loadTerminology(compiled);
    const words = input.words === undefined ? undefined : loadWords(input.words, terminology);
    const assertions = input.assertions === undefined ? undefined : new Assertions(input.assertions, terminology);
    return { terminology, words, assertions, ruleIds, ownWords };
  };
  const withTerms = new Remembered((files: readonly TerminologyFile[]) => {
    const { terminology, words, problems } = withOwnTerms(input.terminology, files);
    return { engine: engineOf(knowledgeOf(terminology, words)), problems };
  });

  function engineOf(knowledge: Knowledge): Engine {
    const engine: Engine = {
      terminology: knowledge.terminology,
      words: knowledge.words,
      rules,
      under: ({ termFiles = [] }) => (termFiles.length === 0 ? engine : withTerms.get(termFiles).engine),
      checkTerms: (files) => (files.length === 0 ? [] : withTerms.get(files).problems),
      lintSteps(text, options, cache) {
        const other = engine.under(options.configuration);
        if (other === engine) return lintSteps(text, options, knowledge, rules, cache);
        const { termFiles: _known, ...configuration } = options.configuration;
        return other.lintSteps(text, { ...options, configuration }, cache);
      },
      lint(text, options, cache) {
        const running = engine.lintSteps(text, options, cache);
        for (;;) {
          const step = running.next();
          if (step.done) return step.value;
        }
      },
    };
    return engine;
  }

  return engineOf(knowledgeOf(input.terminology, []));
}

/** So many projects with terms of their own are kept ready. */
const MOST_REMEMBERED = 8;

/** What was made of files, by their paths and texts. */
class Remembered<Made> {
  readonly #make: (files: readonly TerminologyFile[]) => Made;
  /** The same array need not be compared. */
  #last: { readonly files: readonly TerminologyFile[]; readonly made: Made } | undefined;
  readonly #made = new Map<string, Made>();

  constructor(make: (files: readonly TerminologyFile[]) => Made) {
    this.#make = make;
  }

  get(files: readonly TerminologyFile[]): Made {
    if (this.#last?.files === files) return this.#last.made;
    const key = JSON.stringify(files);
    const made = this.#made.get(key) ?? this.#make(files);
    this.#made.delete(key);
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > MOST_REMEMBERED && oldest !== undefined) this.#made.delete(oldest);
    this.#last = { files, made };
    return made;
  }
}
