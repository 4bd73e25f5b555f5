import assert from 'node:assert/strict';
import { createConfigurationLoader, type FoundConfiguration } from '../../../engine/src/index.js';
import { exampleKnowledge, hostOf } from './example-rules.js';

function resolve(files: Readonly<Record<string, string>>, path = '/a/x.md'): Promise<FoundConfiguration> {
  return createConfigurationLoader(hostOf(files), exampleKnowledge).resolve(path);
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await resolve(files)).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
}

describe('extends in a configuration', () => {
  it('builds on a file, and wins over it', async () => {
    const { configuration, files } = await resolve({
      '/a/.kossarc.yaml': 'extends: ../shared/base.yaml\nscope: always\nwords: [two]\n',
      '/shared/base.yaml': 'style: uk\nscope: configured\nwords: [one]\n',
    });
    assert.deepEqual(configuration, { style: 'uk', scope: 'always', words: ['one', 'two'] });
    assert.deepEqual(files, ['/a/.kossarc.yaml', '/shared/base.yaml']);
  });

  it('takes several, later ones winning, and what they extend themselves', async () => {
    const { configuration } = await resolve({
      '/a/.kossarc.json': '{ "extends": ["./one.json", "./two.jsonc"] }',
      '/a/one.json': '{ "style": "us", "scope": "always", "extends": "./zero.yml" }',
      '/a/two.jsonc': '{ "style": "uk" /* British */, "extends": "./zero.yml" }',
      '/a/zero.yml': 'maxFileSize: 5\nscope: auto\n',
    });
    assert.deepEqual(configuration, { style: 'uk', scope: 'always', maxFileSize: 5 });
  });

  const packages: readonly (readonly [what: string, name: string, file: string, content: string])[] = [
    ['a package beside the file', 'house', '/a/node_modules/house/.kossarc.json', '{"style": "uk"}'],
    ['a package of a folder above', 'house', '/node_modules/house/kossa.config.json', '{"style": "uk"}'],
    ['a package with a scope', '@org/house', '/node_modules/@org/house/package.json', '{"kossa": {"style": "uk"}}'],
    ['a file of a package', '@org/house/strict.yaml', '/node_modules/@org/house/strict.yaml', 'style: uk\n'],
  ];
  for (const [what, name, file, content] of packages) {
    it(`finds ${what}`, async () => {
      const found = await resolve({ '/a/package.json': `{ "kossa": { "extends": "${name}" } }`, [file]: content });
      assert.equal(found.configuration.style, 'uk');
      assert.deepEqual(found.problems, []);
    });
  }

  it('counts the patterns of what is extended from the folder of the file that extends it', async () => {
    const files = {
      '/a/.kossarc.yaml': 'extends: house\n',
      '/node_modules/house/.kossarc.yaml': 'ignores: [/drafts]\noverrides: [{ files: [uk/**], style: uk }]\n',
    };
    assert.equal((await resolve(files, '/a/uk/x.md')).configuration.style, 'uk');
    assert.equal((await resolve(files, '/a/drafts/x.md')).ignored, true);
    assert.equal((await resolve(files, '/a/drafts/x.md')).ignoredBy, '/node_modules/house/.kossarc.yaml');
  });

  it('does not let a shared file end the search', async () => {
    const files = {
      '/.kossarc.json': '{"style": "uk"}',
      '/a/.kossarc.json': '{"extends": "./base.json"}',
      '/a/base.json': '{"root": true}',
    };
    assert.deepEqual((await resolve(files)).configuration, { style: 'uk' });
  });

  it('says where a circle closes, and goes on', async () => {
    const files = {
      '/a/.kossarc.yaml': 'style: uk\nextends: ./b.yaml\n',
      '/a/b.yaml': 'scope: always\nextends:\n  - ./c.yaml\n',
      '/a/c.yaml': 'extends: ./b.yaml\n',
    };
    assert.deepEqual(await problemsOf(files), [
      '/a/c.yaml:1:10 `extends` leads in a circle: /a/b.yaml → /a/c.yaml → /a/b.yaml. Take one of them out',
    ]);
    assert.deepEqual((await resolve(files)).configuration, { scope: 'always', style: 'uk' });
  });

  const missing: readonly (readonly [name: string, says: RegExp])[] = [
    ['./base.yaml', /^\/a\/\.kossarc\.yaml:2:10 `extends` names \.\/base\.yaml, and there is no such/],
    ['base.yaml', /write \.\/base\.yaml$/],
    ['house', /names the package house, .* install it/],
    ['https://example.org/base.yaml', /reads nothing from the network/],
  ];
  for (const [name, says] of missing) {
    it(`says where ${name} is missing`, async () => {
      const problems = await problemsOf({ '/a/.kossarc.yaml': `style: uk\nextends: ${name}\n` });
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, says);
    });
  }

  it('tells what is wrong in an extended file, at its place', async () => {
    const files = { '/a/.kossarc.json': '{"extends": "./b.yaml"}', '/a/b.yaml': '\nstile: uk\n' };
    assert.deepEqual(await problemsOf(files), ['/a/b.yaml:2:1 unknown setting `stile`; did you mean `style`?']);
  });
});

describe('.kossaignore', () => {
  const cases: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    path: string,
    is: boolean,
  ])[] = [
    ['names a folder', { '/a/.kossaignore': 'drafts/\n' }, '/a/b/drafts/x.md', true],
    ['names no folder where a file has its name', { '/a/.kossaignore': 'drafts.md/\n' }, '/a/drafts.md', false],
    ['is bound to its folder by a slash', { '/a/.kossaignore': '/x.md\n' }, '/a/b/x.md', false],
    ['takes back', { '/a/.kossaignore': '*.md\n!x.md\n' }, '/a/x.md', false],
    [
      'yields to one that is nearer',
      { '/a/.kossaignore': '*.md\n', '/a/b/.kossaignore': '!x.md\n' },
      '/a/b/x.md',
      false,
    ],
    [
      'wins over `ignores` beside it',
      { '/a/.kossarc.json': '{"ignores": ["b"]}', '/a/.kossaignore': '!b/\n!b/**\n' },
      '/a/b/x.md',
      false,
    ],
    [
      'yields to `ignores` that are nearer',
      { '/a/.kossaignore': '*.md\n', '/a/b/.kossarc.json': '{"ignores": ["!x.md"]}' },
      '/a/b/x.md',
      false,
    ],
    ['is not read above `root`', { '/.kossaignore': '*\n', '/a/.kossarc.json': '{"root": true}' }, '/a/x.md', false],
    ['has comments', { '/a/.kossaignore': '# x.md\n' }, '/a/x.md', false],
  ];
  for (const [what, files, path, is] of cases) {
    it(what, async () => assert.equal((await resolve(files, path)).ignored, is));
  }
});
