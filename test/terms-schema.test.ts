import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { createEngine, type CompiledTerminology } from '../engine/src/index.js';
import { termsSchema } from '../scripts/terms-schema.js';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What the schema has against a file of a team's terms, and what Kossa has. */
function faultsOf(text: string): { readonly schema: number; readonly kossa: number } {
  validate(parse(text));
  const engine = createEngine({ terminology: compiled });
  return { schema: validate.errors?.length ?? 0, kossa: engine.checkTerms([{ path: 'own.yaml', text }]).length };
}

const validate = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true }).compile(termsSchema());
const compiled = JSON.parse(readFileSync(path.join(ROOT, 'dist/data/terminology.json'), 'utf8')) as CompiledTerminology;

describe("the schema of a team's terms", () => {
  it('takes the example of the documentation, as Kossa does', () => {
    const page = readFileSync(path.join(ROOT, 'docs/own-terms.md'), 'utf8');
    const [, example] = /```yaml\n(# (?:yaml-language-server|terms\/)[^]*?)```/u.exec(page) ?? [];
    assert.match(example ?? '', /soothing-wrap/u);
    assert.deepEqual(faultsOf(example!), { schema: 0, kossa: 0 });
  });

  const right: readonly (readonly [what: string, text: string])[] = [
    ['a concept with no more than it needs', 'concepts: [{id: wrap, preferred: soothing wrap, kind: procedure}]\n'],
    ['what is excluded alone', 'exclude: [warfarin]\n'],
    ['a name that is added', 'extend: [{id: warfarin, variants: [{text: Coumadin, status: admitted}]}]\n'],
  ];
  for (const [what, text] of right) {
    it(`takes ${what}`, () => assert.deepEqual(faultsOf(text), { schema: 0, kossa: 0 }));
  }

  const wrong: readonly (readonly [what: string, text: string])[] = [
    ['a group that is none', 'concept: []\n'],
    ['a kind that is none', 'concepts: [{id: wrap, preferred: soothing wrap, kind: drugs}]\n'],
    ['a key of a concept that is none', 'concepts: [{id: wrap, preferred: soothing wrap, kind: procedure, name: x}]\n'],
    ['a concept without an id', 'concepts: [{preferred: soothing wrap, kind: procedure}]\n'],
    ['an id with capitals', 'concepts: [{id: Wrap, preferred: soothing wrap, kind: procedure}]\n'],
    ['a kind for a concept that is there', 'extend: [{id: warfarin, kind: drug}]\n'],
    ['an extension of nothing', 'extend: [{note: ours}]\n'],
    ['a status that is none', 'extend: [{id: warfarin, variants: [{text: Coumadin, status: slang}]}]\n'],
    ['a wording without a reason', 'wordings: [{id: w, rule: plain-word, phrases: [x], sources: [s], examples: []}]\n'],
    ['a text where a list belongs', 'exclude: warfarin\n'],
  ];
  for (const [what, text] of wrong) {
    it(`refuses ${what}, as Kossa does`, () => {
      const { schema, kossa } = faultsOf(text);
      assert.ok(schema > 0, 'the schema takes it');
      assert.ok(kossa > 0, 'Kossa takes it');
    });
  }

  it('describes what an editor completes', () => {
    const { properties } = termsSchema() as { properties: Record<string, { description?: string }> };
    for (const group of ['concepts', 'extend', 'exclude', 'wordings', 'sources']) {
      assert.match(properties[group]?.description ?? '', /\w/u, group);
    }
  });
});
