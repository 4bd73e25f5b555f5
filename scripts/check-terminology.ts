// Compiles the terminology and runs the examples of its entries through the engine: a hit must be reported with
// its exact words, a near miss must not be.
//
//   npm run terminology    builds dist/data/terminology.json, then runs this
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, type CompiledTerminology, type Engine } from '../engine/src/index.js';
import type { Compilation, ExampleToRun } from '../engine/src/terminology/compile.js';
import { compileProjectTerminology } from './build-terminology.js';
import { projectRoot } from './project-root.js';

export interface TerminologyCheck {
  /** One line each, with file, line and what to do; empty where everything holds. */
  readonly failures: readonly string[];
  readonly examplesRun: number;
}

/**
 * Checks the terminology of this project, all in one run. Where it does not compile, no example is run.
 * @throws Error where the word list has not been built
 */
export function checkProjectTerminology(): TerminologyCheck {
  return checkCompilation(compileProjectTerminology(), readWords());
}

/** The same for any compilation: what the compiler complains of, or else what the examples show. */
export function checkCompilation(compilation: Compilation, words: Uint8Array | undefined): TerminologyCheck {
  const { terminology, problems, examples } = compilation;
  const complaints = problems.map((problem) => `${problem.path}:${problem.line}  ${problem.message}`);
  if (terminology === undefined) return { failures: complaints, examplesRun: 0 };
  const engine = createEngine({ terminology, ...(words === undefined ? {} : { words }) });
  const rules = rulesByEntry(terminology);
  const failures = examples.flatMap((example) =>
    runExample(example, engine, rules.get(example.entry) ?? []).map(
      (failure) => `${example.path}:${example.line}  ${example.entry}, “${example.text}”: ${failure}`,
    ),
  );
  return { failures: [...complaints, ...failures], examplesRun: examples.length };
}

/** A statement, a name or a spelling of a concept can raise these. */
const CONCEPT_RULES = [
  'misspelled-term',
  'wrong-word',
  'avoided-term',
  'mislabeled-type',
  'mislabeled-class',
  'wrong-relation',
];

/** The rules that an entry speaks to: a near miss must keep all of them silent. */
function rulesByEntry(terminology: CompiledTerminology): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  const add = (entry: string, ...ids: readonly string[]): void => {
    rules.set(entry, [...(rules.get(entry) ?? []), ...ids]);
  };
  for (const concept of terminology.concepts) add(concept.id, ...CONCEPT_RULES);
  for (const classification of terminology.classifications) {
    add(classification.id, 'nonstandard-classification', 'count-mismatch', 'mislabeled-type');
  }
  for (const confusion of terminology.confusions) add(confusion.id, 'wrong-word');
  for (const wording of terminology.wordings) add(wording.id, wording.rule);
  for (const eponym of terminology.eponyms) add(eponym.name, 'eponym-form');
  for (const attribute of terminology.attributes ?? []) add(attribute.id, 'mislabeled-type', 'wrong-relation');
  for (const form of terminology.doses?.forms ?? []) add(form.id, 'unsafe-dose');
  return rules;
}

function runExample(example: ExampleToRun, engine: Engine, rules: readonly string[]): string[] {
  const { findings, failures } = engine.lint(example.text, {
    configuration: { scope: 'always', style: example.style ?? 'us' },
    configured: true,
    language: 'markdown',
    today: '2026-01-15',
  });
  const crashes = failures.map(({ ruleId, error }) => `the rule ${ruleId} failed: ${String(error)}`);
  const reported = findings.map(
    (finding) => `${finding.ruleId}: ${example.text.slice(finding.span.start, finding.span.end)}`,
  );
  if (example.reports.length === 0) {
    const loud = reported.filter((_, index) => rules.includes(findings[index]!.ruleId));
    return loud.length === 0 ? crashes : [...crashes, `nothing should be reported, but it gives ${inWords(loud)}`];
  }
  const missing = example.reports.filter((wanted) => !reported.includes(wanted));
  return missing.length === 0
    ? crashes
    : [...crashes, `it should give ${inWords(missing)}, but gives ${inWords(reported)}`];
}

function inWords(reports: readonly string[]): string {
  return reports.length === 0 ? 'nothing' : reports.map((report) => `\`${report}\``).join(', ');
}

function readWords(): Uint8Array {
  const place = path.join(projectRoot, 'dist', 'data', 'words.bin');
  if (!existsSync(place)) throw new Error('dist/data/words.bin is missing: run `npm run build` first');
  return readFileSync(place);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failures, examplesRun } = checkProjectTerminology();
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) {
    console.error(`${failures.length} to mend, ${examplesRun} examples run`);
    process.exitCode = 1;
  } else {
    console.log(`terminology: ${examplesRun} examples hold`);
  }
}
