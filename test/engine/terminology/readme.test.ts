import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { compileTerminology, type TerminologyFile } from '../../../engine/src/terminology/compile.js';
import { checkCompilation } from '../../../scripts/check-terminology.js';

const ROOT = path.resolve(import.meta.dirname, '../../../terminology');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const CONCEPTS_SCHEMA = JSON.parse(readFileSync(path.join(ROOT, 'schema/concepts.schema.json'), 'utf8')) as {
  definitions: {
    variant: { properties: { status: { enum: string[] } } };
    fact: { properties: { denies: { properties: Record<string, unknown> } } };
  };
};

describe('the README of the terminology', () => {
  const blocks = [...README.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)].map((match) => match[1]!);

  it('shows an entry that compiles among the others, and whose examples hold', () => {
    const entry = blocks.find((block) => block.startsWith('concepts:\n'))!;
    const id = /^ {2}- id: (\S+)$/mu.exec(entry)![1]!;
    const files = [...filesWithout(id), { path: 'README.md', text: entry }];
    const { failures, examplesRun } = checkCompilation(compileTerminology(files), undefined);
    assert.deepEqual(failures, []);
    assert.ok(examplesRun > 100);
  });

  it('shows parts of entries that can be read', () => {
    assert.equal(blocks.length, 4);
    for (const block of blocks) assert.equal(typeof parse(block), 'object');
  });

  it('tells every status and every relation', () => {
    const { variant, fact } = CONCEPTS_SCHEMA.definitions;
    const known = [...variant.properties.status.enum, ...Object.keys(fact.properties.denies.properties)];
    assert.deepEqual(
      known.filter((name) => !README.includes(`\`${name}\``)),
      [],
    );
  });

  it('names files that are there', () => {
    const names = [...README.matchAll(/`((?:[a-z-]+\/)?[a-z-]+\.(?:yaml|tsv)|[a-z]+\/)`/gu)].map((match) => match[1]!);
    assert.ok(names.length >= 8);
    assert.deepEqual(
      names.filter((name) => !existsSync(path.join(ROOT, name)) && !existsSync(path.join(ROOT, 'vocabulary', name))),
      [],
    );
  });

  it('carries the attribution of HPO word for word', () => {
    const sources = parse(readFileSync(path.join(ROOT, 'sources.yaml'), 'utf8')) as {
      sources: Record<string, { attribution?: string }>;
    };
    assert.ok(README.includes(sources.sources['hpo2026']!.attribution!));
  });
});

/** The shipped files, in which one concept is left out: the README defines it again. */
function filesWithout(id: string): TerminologyFile[] {
  const entry = new RegExp(`^ {2}- id: ${id}\\n(?:(?! {2}- id: ).*\\n)*`, 'mu');
  let found = 0;
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(ROOT, name), 'utf8');
      const rest = text.replace(entry, () => {
        found++;
        return '';
      });
      return { path: name, text: rest };
    });
  assert.equal(found, 1, `${id} is an entry of the terminology`);
  return files;
}
