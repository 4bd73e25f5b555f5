import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledTerminology } from '../../../engine/src/index.js';
import { claimFindings } from './claim-findings.js';

const FILE = path.resolve(import.meta.dirname, '../../../dist/data/terminology.json');

/** The ways in which a glossary, a leaflet or an article gives the meaning of a word. */
const LAYOUTS: Readonly<Record<string, (term: string, definition: string) => string>> = {
  'below a heading': (term, definition) => `## ${term}\n\n${definition}\n`,
  'below its name in a line of its own': (term, definition) => `${term}\n\n${definition}\n`,
  'behind a bold label': (term, definition) => `**${term}:** ${definition}\n`,
  'behind a dash in a list': (term, definition) => `- **${term}** – ${definition}\n`,
  'behind a colon': (term, definition) => `${term}: ${uncapitalized(definition)}\n`,
  'in a definition list': (term, definition) => `${term}\n: ${definition}\n`,
  'in a table': (term, definition) => `| Term | Meaning |\n| --- | --- |\n| ${term} | ${definition} |\n`,
  'without its name': (_term, definition) => `${definition}\n`,
  'as a sentence': (term, definition) =>
    /^(?:An?|The) /u.test(definition) ? `${term} is ${uncapitalized(definition)}\n` : `${definition}\n`,
};

describe('the definitions of the terminology', () => {
  const { concepts } = JSON.parse(readFileSync(FILE, 'utf8')) as CompiledTerminology;
  for (const [layout, write] of Object.entries(LAYOUTS)) {
    it(`are right wherever they stand: ${layout}`, () => {
      const reported = concepts.flatMap(({ preferred, definition }) => {
        if (definition === undefined) return [];
        const { us } = preferred;
        const text = write(`${us.slice(0, 1).toUpperCase()}${us.slice(1)}`, definition.text);
        return claimFindings(text).map((finding) => `${text}${finding}`);
      });
      assert.deepEqual(reported, []);
    });
  }
});

function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
