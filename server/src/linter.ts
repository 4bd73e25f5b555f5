import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AnalysisCache, type DocumentLanguage, type Engine, type LintResult } from '../../engine/src/index.js';
import type { DocumentSettings } from './document-settings.js';
import type { ServerEnvironment } from './environment.js';
import type { SeverityOverrides } from './settings.js';
import { cancelled, outdated, type FaultLog } from './safely.js';

/** What was found in one version of a document, under the settings that held then. */
export interface Linted {
  readonly version: number;
  /** Differs between any two results: the result id of diagnostics. */
  readonly id: string;
  readonly result: LintResult;
  readonly settings: DocumentSettings;
  readonly engine: Engine;
}

export interface LinterHost {
  /** Undefined where the data could not be read; the writer was told. */
  readonly engine: Promise<Engine | undefined>;
  readonly environment: ServerEnvironment;
  readonly log: FaultLog;
  settingsFor(uri: string): Promise<DocumentSettings>;
}

/** Milliseconds of work between two looks at the messages that wait. */
const SLICE_MS = 10;

interface Run {
  readonly version: number;
  /** The run goes on while one of these is not cancelled. */
  readonly tokens: Set<CancellationToken>;
  readonly done: Promise<Linted | undefined>;
}

/** One opening of one document under settings that stay; after a change of settings it is another one. */
interface DocumentState {
  readonly epoch: number;
  readonly cache: AnalysisCache;
  run?: Run;
  last?: Linted;
}

/**
 * Reads each version of each open document once, however many requests ask about it. It works in small steps: between
 * them it stops for a newer version, for new settings, and when nobody waits any more.
 */
export class Linter {
  readonly #host: LinterHost;
  /** By opening: a document that is opened again counts its versions from the start, and has another text. */
  readonly #states = new WeakMap<TextDocument, DocumentState>();
  readonly #reportedFailures = new Set<string>();
  #results = 0;
  /** Grows with each change of settings or words. */
  #epoch = 0;

  constructor(host: LinterHost) {
    this.#host = host;
  }

  /** Settings or words changed: what was found before does not hold any more. */
  invalidate(): void {
    this.#epoch++;
  }

  /** The same for an article that is not open, of which nothing is kept. */
  async lintClosed(document: TextDocument, token: CancellationToken): Promise<Linted | undefined> {
    try {
      return await this.lint(document, token);
    } finally {
      this.forget(document);
    }
  }

  /** Stops what is running for the document, and keeps nothing of it. */
  forget(document: TextDocument): void {
    this.#states.delete(document);
  }

  /**
   * What stands in the document as it is now; undefined where there is no engine or nothing is to be checked here.
   * @throws ResponseError where the token was cancelled, or the document changed before the answer was ready
   */
  async lint(document: TextDocument, token: CancellationToken): Promise<Linted | undefined> {
    const version = document.version;
    const state = this.#stateOf(document);
    if (state.last?.version === version) return state.last;
    if (state.run?.version !== version) {
      const tokens = new Set([token]);
      state.run = { version, tokens, done: this.#start(document, state, version, tokens) };
    }
    state.run.tokens.add(token);
    const linted = await state.run.done;
    if (token.isCancellationRequested) throw cancelled();
    if (document.version !== version || !this.#holds(document, state)) throw outdated();
    return linted;
  }

  async #start(
    document: TextDocument,
    state: DocumentState,
    version: number,
    tokens: ReadonlySet<CancellationToken>,
  ): Promise<Linted | undefined> {
    const { environment } = this.#host;
    try {
      const [engine, settings] = await Promise.all([this.#host.engine, this.#host.settingsFor(document.uri)]);
      if (engine === undefined || !settings.enabled) return undefined;
      const goesOn = (): boolean =>
        document.version === version &&
        this.#holds(document, state) &&
        [...tokens].some((token) => !token.isCancellationRequested);
      if (!goesOn()) return undefined;
      const options = {
        configuration: settings.configuration,
        configured: settings.configured,
        language: languageOfDocument(document),
        today: environment.today(),
      } as const;
      const steps = engine.lintSteps(document.getText(), options, state.cache);
      let sliceStart = environment.now();
      for (;;) {
        const step = steps.next();
        if (step.done) {
          return this.#keep(state, {
            version,
            id: String(++this.#results),
            result: shownAs(step.value, settings.severityOverrides),
            settings,
            engine: engine.under(settings.configuration),
          });
        }
        if (environment.now() - sliceStart >= SLICE_MS) {
          await environment.pause();
          sliceStart = environment.now();
        }
        if (!goesOn()) return undefined;
      }
    } finally {
      if (state.run?.version === version) delete state.run;
    }
  }

  #keep(state: DocumentState, linted: Linted): Linted {
    state.last = linted;
    for (const failure of linted.result.failures) {
      if (this.#reportedFailures.has(failure.ruleId)) continue;
      this.#reportedFailures.add(failure.ruleId);
      this.#host.log.fault(`rule ${failure.ruleId}`, failure.error);
    }
    return linted;
  }

  #stateOf(document: TextDocument): DocumentState {
    const known = this.#states.get(document);
    if (known !== undefined && this.#holds(document, known)) return known;
    const state: DocumentState = { epoch: this.#epoch, cache: new AnalysisCache() };
    this.#states.set(document, state);
    return state;
  }

  #holds(document: TextDocument, state: DocumentState): boolean {
    return state.epoch === this.#epoch && this.#states.get(document) === state;
  }
}

/** What the editor calls the language of a document, as the engine reads it. */
function languageOfDocument({ languageId }: TextDocument): DocumentLanguage {
  if (languageId === 'mdx') return 'mdx';
  return languageId === 'plaintext' || languageId === 'text' ? 'plaintext' : 'markdown';
}

/** The writer's own view of what was found: the command, and others who work on the text, keep theirs. */
function shownAs(result: LintResult, overrides: SeverityOverrides): LintResult {
  if (Object.keys(overrides).length === 0) return result;
  const findings = result.findings.flatMap((finding) => {
    const severity = overrides[finding.ruleId];
    if (severity === undefined) return [finding];
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  return { ...result, findings };
}
