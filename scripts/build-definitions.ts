// Makes out/data/definitions.json: what the Markdown preview shows of the terminology, and nothing more. The build puts
// it into dist/preview.cjs and dist/web/client.js.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledConcept, CompiledTerminology } from '../engine/src/index.js';
import { phrasesOfLines } from '../engine/src/terminology/phrase-lines.js';
import type { Definitions, Reading } from '../preview/src/definitions.js';
import { compileProjectTerminology } from './build-terminology.js';
import { projectRoot } from './project-root.js';

/** Names that a text should not have for the concept say nothing of what it means. */
const NO_NAMES: ReadonlySet<string> = new Set(['misspelling', 'impossible']);

/** Shorter abbreviations have other common meanings: the engine decides them by the long form as well. */
const LETTERS_OF_CERTAIN_ABBREVIATION = 4;

/** The definitions of the terminology, and every form of every name that is met in texts, with what it may stand for. */
export function previewDefinitions({ concepts, phrases }: CompiledTerminology): Definitions {
  const definitions: string[] = [];
  const indexes = new Map<number, number>();
  const definitionOf = (concept: number): number | undefined => {
    const text = shownDefinition(concepts[concept]!);
    if (text === undefined) return undefined;
    if (!indexes.has(concept)) indexes.set(concept, definitions.push(text) - 1);
    return indexes.get(concept);
  };
  const found: Record<string, readonly Reading[]> = {};
  for (const { key, targets } of phrasesOfLines(phrases)) {
    const readings: Reading[] = [];
    let unexplained = false;
    for (const target of targets) {
      if (target.is !== 'variant') continue;
      const { text, status, caseSensitive } = concepts[target.concept]!.variants[target.variant]!;
      if (NO_NAMES.has(status)) continue;
      const definition = definitionOf(target.concept);
      if (definition === undefined) {
        unexplained = true;
        continue;
      }
      const written = caseSensitive === true ? (target.form === 'plural' ? `${text}s` : text) : '';
      const isName = status !== 'abbreviation';
      const isCertain = isName || text.replace(/[^\p{L}]/gu, '').length >= LETTERS_OF_CERTAIN_ABBREVIATION;
      readings.push([definition, written, isName ? 1 : 0, isCertain ? 1 : 0]);
    }
    if (readings.length === 0 || unexplained) continue;
    // Where it may be either, only what else the text names can tell.
    found[key] = readings.length === 1 ? readings : readings.map(([index, written]) => [index, written, 0, 0]);
  }
  return { definitions, phrases: found };
}

function shownDefinition({ definition }: CompiledConcept): string | undefined {
  if (definition === undefined) return undefined;
  return definition.unverified === undefined
    ? definition.text
    : `${definition.text} (Unverified: not read in a source.)`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { terminology } = compileProjectTerminology();
  if (terminology === undefined) {
    console.error('the definitions were not made: the terminology has problems (npm run terminology)');
    process.exitCode = 1;
  } else {
    const output = path.join(projectRoot, 'out', 'data', 'definitions.json');
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, JSON.stringify(previewDefinitions(terminology)));
  }
}
