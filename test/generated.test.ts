import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../engine/src/index.js';
import { generatedFiles, withRuleSettings } from '../scripts/generated-files.js';

const ROOT = path.resolve(import.meta.dirname, '..');

describe('generated files', () => {
  it('are what the rules make', async function () {
    this.timeout(20_000);
    for (const file of await generatedFiles()) {
      assert.equal(readFileSync(path.join(ROOT, file.path), 'utf8'), file.content, `${file.path}: run \`npm run generate\``);
    }
  });

  it('the setting kossa.rules knows every rule, and its neighbours keep every character', () => {
    const manifest = `{
  "name": "x",
  "contributes": { "configuration": [
      { "title": "A",   "properties": {"kossa.enable": {"type":"boolean"}} },
      { "title": "B", "properties": {
        "kossa.rules": { "type": "object" }
      } }
  ] },
  "odd":   [1,2]
}
`;
    const edited = withRuleSettings(manifest);
    assert.ok(edited.startsWith(manifest.slice(0, manifest.indexOf('"kossa.rules"'))));
    assert.ok(edited.endsWith(manifest.slice(manifest.indexOf('  ] },'))));
    const parsed = JSON.parse(edited) as { contributes: { configuration: { properties: Record<string, { properties: object }> }[] } };
    assert.deepEqual(Object.keys(parsed.contributes.configuration[1]!.properties['kossa.rules']!.properties), allRules.map((rule) => rule.id));
    assert.equal(withRuleSettings(edited), edited);
  });
});
