import assert from 'node:assert/strict';
import {
  createConfigurationLoader,
  mergeConfigurations,
  type Configuration,
  type Rule,
} from '../../../engine/src/index.js';
import { exampleRules, hostOf } from './example-rules.js';

type Files = Readonly<Record<string, string>>;

function loaderOf(
  files: Files,
  rules: readonly Rule[] = exampleRules,
): ReturnType<typeof createConfigurationLoader> & { readonly reads: string[] } {
  const reads: string[] = [];
  const loader = createConfigurationLoader(
    {
      ...hostOf(files),
      async read(path) {
        reads.push(path);
        return files[path];
      },
    },
    { rules, checkTerms: () => [] },
  );
  return { ...loader, reads };
}

describe('the configuration of a document', () => {
  const cases: readonly (readonly [
    what: string,
    files: Files,
    path: string,
    configuration: Configuration,
    foundIn: readonly string[],
  ])[] = [
    ['is empty where no file covers it', {}, '/a/b/x.md', {}, []],
    [
      'comes from its own folder',
      { '/a/.kossarc.json': '{"style": "uk"}' },
      '/a/x.md',
      { style: 'uk' },
      ['/a/.kossarc.json'],
    ],
    [
      'comes from a folder above',
      { '/.kossarc.json': '{"style": "uk"}' },
      '/a/b/c/x.md',
      { style: 'uk' },
      ['/.kossarc.json'],
    ],
    ['does not come from a folder beside', { '/b/.kossarc.json': '{"style": "uk"}' }, '/a/x.md', {}, []],
    [
      'is joined from all above, the nearest winning',
      {
        '/.kossarc.json': '{"style": "uk", "scope": "always", "words": ["one"]}',
        '/a/.kossarc.yaml': 'style: us\nwords: [two, one]\n',
      },
      '/a/x.md',
      { style: 'us', scope: 'always', words: ['one', 'two'] },
      ['/a/.kossarc.yaml', '/.kossarc.json'],
    ],
    [
      'stops at a root',
      { '/.kossarc.json': '{"style": "uk"}', '/a/.kossarc.json': '{"root": true, "scope": "auto"}' },
      '/a/b/x.md',
      { scope: 'auto' },
      ['/a/.kossarc.json'],
    ],
    [
      'joins rules one by one, and a level keeps the options before it',
      {
        '/.kossarc.json': '{"rules": {"wrong-word": "off", "hard-to-read": ["warning", {"grade": 9}]}}',
        '/a/.kossarc.json': '{"rules": {"hard-to-read": "error"}}',
      },
      '/a/x.md',
      { rules: { 'wrong-word': 'off', 'hard-to-read': ['error', { grade: 9 }] } },
      ['/a/.kossarc.json', '/.kossarc.json'],
    ],
    [
      'passes a package.json that does not speak of Kossa',
      { '/a/package.json': '{"name": "x"}', '/.kossarc.json': '{"style": "uk"}' },
      '/a/x.md',
      { style: 'uk' },
      ['/.kossarc.json'],
    ],
    [
      'passes a broken package.json, which is for npm to report',
      { '/a/package.json': '{"kossa": ' },
      '/a/x.md',
      {},
      [],
    ],
    [
      'takes the first of several files in a folder',
      { '/a/.kossarc.json': '{"style": "uk"}', '/a/package.json': '{"kossa": {"style": "us"}}' },
      '/a/x.md',
      { style: 'uk' },
      ['/a/.kossarc.json'],
    ],
    [
      'is there though the file is empty',
      { '/a/.kossarc.yaml': '# nothing yet\n' },
      '/a/x.md',
      {},
      ['/a/.kossarc.yaml'],
    ],
    [
      'reads through a byte-order mark',
      { '/a/.kossarc.json': '\uFEFF{"style": "uk"}' },
      '/a/x.md',
      { style: 'uk' },
      ['/a/.kossarc.json'],
    ],
    [
      'knows drives',
      { 'C:/a/.kossarc.json': '{"style": "uk"}' },
      'C:/a/b/x.md',
      { style: 'uk' },
      ['C:/a/.kossarc.json'],
    ],
    [
      'ignores the address of the schema',
      { '/.kossarc.json': '{"$schema": "./k.json", "style": "uk"}' },
      '/x.md',
      { style: 'uk' },
      ['/.kossarc.json'],
    ],
    [
      'reads YAML anchors',
      { '/.kossarc.yaml': 'words: &w [one]\nallow: *w\n' },
      '/x.md',
      { words: ['one'], allow: ['one'] },
      ['/.kossarc.yaml'],
    ],
  ];
  for (const [what, files, path, configuration, foundIn] of cases) {
    it(what, async () => {
      const found = await loaderOf(files).resolve(path);
      assert.deepEqual(found.configuration, configuration);
      assert.deepEqual(found.files, foundIn);
      assert.equal(found.file, foundIn[0]);
      assert.deepEqual(found.problems, []);
    });
  }

  const OVERRIDES =
    '{"style": "us", "overrides": [{"files": ["uk/**", "*.gb.md"], "style": "uk"}, {"files": ["/uk/us/"], "style": "us", "scope": "always"}]}';
  const overridden: readonly (readonly [path: string, configuration: Configuration])[] = [
    ['/a/x.md', { style: 'us' }],
    ['/a/uk/x.md', { style: 'uk' }],
    ['/a/deep/er/x.gb.md', { style: 'uk' }],
    ['/a/uk/us/deep/x.md', { style: 'us', scope: 'always' }],
    ['/a/other/uk/us/x.md', { style: 'us' }],
  ];
  for (const [path, configuration] of overridden) {
    it(`takes the overrides that name ${path}`, async () => {
      assert.deepEqual((await loaderOf({ '/a/.kossarc.json': OVERRIDES }).resolve(path)).configuration, configuration);
    });
  }

  it('prefers what is nearer to an override that is farther', async () => {
    const files = {
      '/.kossarc.json': '{"overrides": [{"files": ["**"], "style": "uk"}]}',
      '/a/.kossarc.json': '{"style": "us"}',
    };
    assert.equal((await loaderOf(files).resolve('/a/x.md')).configuration.style, 'us');
  });

  const ignored: readonly (readonly [patterns: readonly string[], path: string, ignored: boolean])[] = [
    [['drafts'], '/a/drafts/x.md', true],
    [['drafts/'], '/a/deep/drafts/er/x.md', true],
    [['/drafts'], '/a/deep/drafts/x.md', false],
    [['./drafts'], '/a/drafts/x.md', true],
    [['*.draft.md'], '/a/deep/x.draft.md', true],
    [['deep/*.md'], '/a/deep/x.md', true],
    [['deep/*.md'], '/a/deep/er/x.md', false],
    [['deep/**/*.md'], '/a/deep/er/x.md', true],
    [['{one,two}/**'], '/a/two/x.md', true],
    [['**', '!keep.md'], '/a/deep/keep.md', false],
    [['!keep.md', '**'], '/a/keep.md', true],
    [['.hidden'], '/a/.hidden/x.md', true],
    [['draft'], '/a/drafts/x.md', false],
    [['a (1).md'], '/a/a (1).md', true],
  ];
  for (const [patterns, path, expected] of ignored) {
    it(`${expected ? 'leaves out' : 'keeps'} ${path} with ignores ${patterns.join(' ')}`, async () => {
      const found = await loaderOf({ '/a/.kossarc.json': JSON.stringify({ ignores: patterns }) }).resolve(path);
      assert.equal(found.ignored, expected);
    });
  }

  it('lets a nearer file bring back what a farther one leaves out', async () => {
    const files = { '/.kossarc.json': '{"ignores": ["drafts"]}', '/drafts/.kossarc.json': '{"ignores": ["!x.md"]}' };
    assert.equal((await loaderOf(files).resolve('/drafts/x.md')).ignored, false);
    assert.equal((await loaderOf(files).resolve('/drafts/y.md')).ignored, true);
  });

  it('is read once for all documents of a folder, until it is forgotten', async () => {
    const loader = loaderOf({ '/a/.kossarc.json': '{}' });
    await Promise.all([loader.resolve('/a/x.md'), loader.resolve('/a/y.md')]);
    const count = loader.reads.length;
    assert.equal(new Set(loader.reads).size, count);
    await loader.resolve('/a/z.md');
    assert.equal(loader.reads.length, count);
    loader.forget();
    await loader.resolve('/a/z.md');
    assert.ok(loader.reads.length > count);
  });

  it('comes from the one file that is named, with its patterns', async () => {
    const files = { '/a/.kossarc.json': '{"style": "us"}', '/c/k.json': '{"style": "uk"}' };
    const found = await loaderOf(files).resolveFrom('/c/k.json', '/a/x.md');
    assert.deepEqual([found.configuration, found.file], [{ style: 'uk' }, '/c/k.json']);
  });

  it('has a problem where the named file is missing', async () => {
    const found = await loaderOf({}).resolveFrom('/c/k.json', '/a/x.md');
    assert.equal(found.file, undefined);
    assert.match(found.problems[0]!.message, /no such configuration file/);
  });
});

describe('mergeConfigurations', () => {
  it('lets later ones win and adds up words', () => {
    const merged = mergeConfigurations([
      { style: 'us', words: ['a'], requireReviewDates: true },
      {},
      { style: 'uk', words: ['b', 'a'] },
    ]);
    assert.deepEqual(merged, { style: 'uk', words: ['a', 'b'], requireReviewDates: true });
  });
});
