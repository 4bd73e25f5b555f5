import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { translatableManifest, type Strings } from '../../scripts/translations.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

function readStrings(file: string): Strings {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Strings;
}

describe('the strings for translators', () => {
  const source = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as object;

  it('hold each text of the manifest by a key, which stands in what is shipped', () => {
    const { manifest, strings } = translatableManifest(source);
    assert.deepEqual(strings, readStrings('package.nls.json'));
    const shipped = JSON.stringify(manifest);
    for (const [key, text] of Object.entries(strings)) {
      assert.ok(shipped.includes(`"%${key}%"`), key);
      assert.ok(text.length > 0, key);
    }
    const put = shipped.replace(/"%([^"%]+)%"/gu, (_match, key: string) => JSON.stringify(strings[key]));
    assert.deepEqual(JSON.parse(put), source);
  });

  it('leave no text of the manifest out that people read', () => {
    const shipped = JSON.stringify(translatableManifest(source).manifest);
    const left = shipped.match(/"(?:title|description|markdownDescription|contents)":"[^%"][^"]*"/gu) ?? [];
    assert.deepEqual(left, []);
  });

  for (const room of ['client', 'server']) {
    it(`hold every string that the ${room} shows`, () => checkStrings(path.join(ROOT, room, 'src')));
  }

  function checkStrings(folder: string): void {
    const bundle = readStrings('l10n/bundle.l10n.json');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const text = readFileSync(path.join(folder, name), 'utf8');
      for (const [, single] of text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gu)) {
        assert.ok(bundle[single!] !== undefined, `${name}: ${single}; run \`npm run generate\``);
      }
      const bare = text.match(
        /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`]|\b(?:title|placeHolder|prompt|tooltip|detail): ['"`]/gu,
      );
      assert.deepEqual(bare, null, `${name} shows a string that cannot be translated`);
    }
    assert.ok(Object.keys(bundle).length > 200);
  }
});
