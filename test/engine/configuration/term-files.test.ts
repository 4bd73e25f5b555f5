import assert from 'node:assert/strict';
import { createConfigurationLoader } from '../../../engine/src/index.js';
import { exampleKnowledge, hostOf } from './example-rules.js';

type Files = Readonly<Record<string, string>>;

async function read(files: Files, path = '/p/docs/a.md') {
  const checked: string[][] = [];
  const loader = createConfigurationLoader(hostOf(files), {
    ...exampleKnowledge,
    checkTerms(terms) {
      checked.push(terms.map((file) => file.path));
      return terms.flatMap((file) =>
        file.text === 'bad'
          ? [{ path: file.path, line: 3, column: 5, message: 'wrong', severity: 'error' as const }]
          : [],
      );
    },
  });
  const found = await loader.resolve(path);
  await loader.resolve('/p/docs/b.md');
  return {
    paths: (found.configuration.termFiles ?? []).map((file) => file.path),
    problems: found.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
    checked,
  };
}

describe('the terms of a configuration', () => {
  const TERMS: Files = {
    '/p/terms/b.yaml': '',
    '/p/terms/a.yml': '',
    '/p/terms/notes.txt': '',
    '/p/terms/deep/c.yaml': '',
    '/p/terms/.hidden/d.yaml': '',
    '/p/terms/node_modules/e.yaml': '',
  };
  const cases: readonly (readonly [what: string, terms: string, paths: readonly string[]])[] = [
    ['a file', './terms/b.yaml', ['/p/terms/b.yaml']],
    ['a pattern', './terms/*.yaml', ['/p/terms/b.yaml']],
    ['a deep pattern', 'terms/**/*.{yaml,yml}', ['/p/terms/a.yml', '/p/terms/b.yaml', '/p/terms/deep/c.yaml']],
    ['a folder', './terms', ['/p/terms/a.yml', '/p/terms/b.yaml', '/p/terms/deep/c.yaml']],
    ['a pattern for folders', 't*/deep/*.yaml', ['/p/terms/deep/c.yaml']],
    ['the same file twice', './terms/b.yaml, ./terms/b.yaml', ['/p/terms/b.yaml']],
    ['a file above', '../p/terms/b.yaml', ['/p/terms/b.yaml']],
  ];
  for (const [what, terms, paths] of cases) {
    it(`are named by ${what}`, async () => {
      const found = await read({
        ...TERMS,
        '/p/.kossarc.yaml': `terms: [${terms.replaceAll(/[^\s]*[{*][^\s]*/gu, '"$&"')}]\n`,
      });
      assert.deepEqual([found.paths, found.problems], [paths, []]);
    });
  }

  it('add up over folders and what is extended, each path from its own file', async () => {
    const found = await read({
      '/p/.kossarc.yaml': 'terms: [./one.yaml]\nextends: ./shared/base.yaml\n',
      '/p/one.yaml': '',
      '/p/shared/base.yaml': 'terms: [./two.yaml]\n',
      '/p/shared/two.yaml': '',
      '/p/docs/.kossarc.yaml': 'terms: [three.yaml]\n',
      '/p/docs/three.yaml': '',
    });
    assert.deepEqual(found.paths, ['/p/shared/two.yaml', '/p/one.yaml', '/p/docs/three.yaml']);
    assert.deepEqual(found.problems, []);
  });

  it('are told of where they name nothing, at their place', async () => {
    const found = await read({
      '/p/.kossarc.yaml': 'style: uk\nterms:\n  - ./none/*.yaml\n  - https://example.org/a.yaml\n',
    });
    assert.match(
      found.problems[0]!,
      /^\/p\/\.kossarc\.yaml:3:5 `terms` names \.\/none\/\*\.yaml, and no file is there/,
    );
    assert.match(found.problems[1]!, /^\/p\/\.kossarc\.yaml:4:5 .*nothing from the network/);
  });

  it('are checked once, and what is wrong in them is told at its line', async () => {
    const found = await read({
      '/p/.kossarc.yaml': 'terms: [./a.yaml, ./b.yaml]\n',
      '/p/a.yaml': 'bad',
      '/p/b.yaml': '',
    });
    assert.deepEqual(found.problems, ['/p/a.yaml:3:5 wrong']);
    assert.deepEqual(found.checked, [['/p/a.yaml', '/p/b.yaml']]);
  });
});
