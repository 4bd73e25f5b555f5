import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { allRules } from '../engine/src/index.js';
import { configurationSchema } from '../scripts/configuration-schema.js';
import { generatedFiles, withRuleSettings } from '../scripts/generated-files.js';

const ROOT = path.resolve(import.meta.dirname, '..');

describe('generated files', () => {
  it('are what the rules make', async function () {
    this.timeout(20_000);
    for (const file of await generatedFiles()) {
      assert.equal(
        readFileSync(path.join(ROOT, file.path), 'utf8'),
        file.content,
        `${file.path}: run \`npm run generate\``,
      );
    }
  });

  it('the setting kossa.rules knows every rule, and its neighbours keep every character', () => {
    const manifest = `{
  "name": "x",
  "contributes": { "configuration": [
      { "title": "A",   "properties": {"kossa.enable": {"type":"boolean"}} },
      { "title": "B", "properties": {
        "kossa.rules": { "type": "object" },
        "kossa.severityOverrides": { "type": "object" }
      } }
  ] },
  "odd":   [1,2]
}
`;
    const edited = withRuleSettings(manifest);
    assert.ok(edited.startsWith(manifest.slice(0, manifest.indexOf('"kossa.rules"'))));
    assert.ok(edited.endsWith(manifest.slice(manifest.indexOf('  ] },'))));
    const parsed = JSON.parse(edited) as {
      contributes: { configuration: { properties: Record<string, { properties: object }> }[] };
    };
    assert.deepEqual(
      Object.keys(parsed.contributes.configuration[1]!.properties['kossa.rules']!.properties),
      allRules.map((rule) => rule.id),
    );
    assert.deepEqual(
      Object.keys(parsed.contributes.configuration[1]!.properties['kossa.severityOverrides']!.properties),
      allRules.map((rule) => rule.id),
    );
    assert.equal(withRuleSettings(edited), edited);
  });

  it('the configuration schema takes what a configuration may say, and nothing else', () => {
    const isValid = new Ajv({ strict: false }).compile(configurationSchema(allRules));
    for (const right of [
      {},
      { style: 'uk', scope: 'always' },
      { rules: { 'wrong-word': 'off', 'eponym-form': ['hint'] } },
      { overrides: [{ files: ['a/**'], rules: { 'wrong-word': 'error' } }] },
    ]) {
      assert.ok(isValid(right), JSON.stringify(right));
    }
    for (const wrong of [
      { styles: 'uk' },
      { style: 'au' },
      { rules: { 'wrong-words': 'off' } },
      { rules: { 'wrong-word': 'loud' } },
      { rules: { 'wrong-word': ['off', { noSuchOption: 1 }] } },
      { overrides: [{ rules: {} }] },
    ]) {
      assert.ok(!isValid(wrong), JSON.stringify(wrong));
    }
  });

  it('takes the options of a rule as its schema says, and its defaults are right by it', () => {
    const ajv = new Ajv({ strict: false });
    for (const rule of allRules) {
      if (rule.options !== undefined) assert.ok(ajv.validate(rule.options.schema, rule.options.defaults), rule.id);
    }
  });
});
