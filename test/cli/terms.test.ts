import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packWords } from '../../engine/src/words/format.js';
import { buildWordGraph } from '../../engine/src/words/graph.js';
import { stubDataFolder } from '../support/stub-data.js';
import { removeWorkplaces, Workplace } from './kossa.js';

/** The stub's terminology, and words of which one is medical and in no term: podagra. */
function dataWithCandidate(): string {
  const graph = (words: readonly string[]): Uint8Array => {
    const units = buildWordGraph([...words].sort());
    return new Uint8Array(units.buffer, units.byteOffset, units.byteLength);
  };
  const none = new Uint8Array();
  const words = [graph(['fine', 'podagra']), graph(['fine']), graph(['smith']), graph(['podagra'])];
  const packed = packWords([...words, Uint8Array.of(2), none, Uint8Array.of(0), none, none]);
  const place = new Workplace({
    'terminology.json': readFileSync(path.join(stubDataFolder(), 'terminology.json')),
    'words.bin': packed,
    'assertions.bin': readFileSync(path.join(stubDataFolder(), 'assertions.bin')),
  });
  return place.folder;
}

const FILES = {
  'a.md': '# Skin\n\nCutaneous calcinosis is a disease of the skin. Calcinosis cutis, CC, podagra.\n',
  'b.md': 'In soft tissue there is calcinosis cutis. Podagra and CC.\n',
};

describe('kossa terms', () => {
  after(removeWorkplaces);

  it('counts terms and their names, says where they are first and whether that explains them', async () => {
    const { code, out } = await new Workplace(FILES).run(['terms', '--format', 'json']);
    assert.equal(code, 0);
    const answer = JSON.parse(out) as { readonly articles: number; readonly terms: readonly Record<string, unknown>[] };
    assert.equal(answer.articles, 2);
    assert.deepEqual(
      answer.terms.map(({ conceptId, count }) => `${String(conceptId)} ${String(count)}`),
      ['calcinosis-cutis 5', 'soft-tissue 1'],
    );
    const [cutis] = answer.terms;
    assert.deepEqual(cutis!['names'], [
      { text: 'CC', count: 2 },
      { text: 'Calcinosis cutis', count: 2 },
      { text: 'Cutaneous calcinosis', count: 1 },
    ]);
    assert.deepEqual(cutis!['first'], { file: 'a.md', line: 3, column: 1 });
    assert.deepEqual(cutis!['unexplained'], [{ file: 'b.md', line: 1, column: 25 }]);
  });

  it('names medical words that the terminology lacks, but not those of the project', async () => {
    const dataFolder = dataWithCandidate();
    const { out } = await new Workplace(FILES).run(['terms'], { dataFolder });
    assert.match(out, /^Medical words that the terminology does not have\n\n {4}2 {2}podagra {2}a\.md:3:70\n/mu);
    const place = new Workplace({ ...FILES, '.kossa/words.txt': 'podagra\n' });
    assert.doesNotMatch((await place.run(['terms'], { dataFolder })).out, /podagra/u);
  });

  it('leaves out what the configuration leaves out, and ends with 2 where something is missing', async () => {
    const place = new Workplace({ ...FILES, '.kossaignore': 'a.md\n' });
    const { out, err, code } = await place.run(['terms', '.', 'gone.md']);
    assert.match(out, /^2 terms in 1 article$/mu);
    assert.match(err, /gone\.md: there is no such file/u);
    assert.equal(code, 2);
  });
});

describe('kossa glossary', () => {
  after(removeWorkplaces);

  it('defines the terms of the articles, with sources and the other names', async () => {
    const { code, out } = await new Workplace(FILES).run(['glossary']);
    assert.equal(code, 0);
    assert.equal(
      out,
      '# Glossary\n\n## calcinosis cutis\n\nCalcium salts laid down in the skin.\n\nAlso: Cutaneous calcinosis, CC\n\nSources: [The Example Handbook of Words](<https://example.org/handbook>)\n',
    );
  });

  it('is HTML, with nothing that could break out of it', async () => {
    const dataFolder = stubDataFolder({
      'terminology.json': readFileSync(path.join(stubDataFolder(), 'terminology.json'), 'utf8').replace(
        'Calcium salts',
        '<script>salts & more',
      ),
    });
    const { out } = await new Workplace(FILES).run(['glossary', '--format', 'html'], { dataFolder });
    assert.match(out, /<dt id="calcinosis-cutis">calcinosis cutis<\/dt>/u);
    assert.match(out, /&lt;script&gt;salts &amp; more/u);
    assert.doesNotMatch(out, /<script>/u);
  });

  it('is JSON, and names what has no definition', async () => {
    const { out } = await new Workplace(FILES).run(['glossary', '--format', 'json']);
    const made = JSON.parse(out) as { readonly entries: readonly { term: string }[]; readonly undefined: string[] };
    assert.deepEqual(
      made.entries.map(({ term }) => term),
      ['calcinosis cutis'],
    );
    assert.deepEqual(made.undefined, ['soft tissue']);
  });

  it('lists no word that is not right', async () => {
    const { out } = await new Workplace({ 'a.md': 'A calcium blocker.\n' }).run(['glossary']);
    assert.doesNotMatch(out, /calcium blocker/u);
  });
});
