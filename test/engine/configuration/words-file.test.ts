import assert from 'node:assert/strict';
import { insertWord, readWordsFile } from '../../../engine/src/configuration/words-file.js';
import { createConfigurationLoader } from '../../../engine/src/index.js';
import { exampleKnowledge, hostOf } from './example-rules.js';

describe('the words of a project', () => {
  const read: readonly (readonly [what: string, text: string, words: readonly string[]])[] = [
    ['are one a line', 'Kalzix\nnew word\n', ['Kalzix', 'new word']],
    ['may have comments and empty lines', '# ours\n\nKalzix # the product\n', ['Kalzix']],
    [
      'may have a byte-order mark and the ends of lines of any system',
      '\uFEFFone\r\ntwo\rthree',
      ['one', 'two', 'three'],
    ],
    ['may be none', '', []],
    ['keep a # inside a word', 'C#minor', ['C#minor']],
  ];
  for (const [what, text, words] of read) {
    it(what, () => assert.deepEqual(readWordsFile('words.txt', text), { words, problems: [] }));
  }

  const faults: readonly (readonly [what: string, entry: string, says: RegExp])[] = [
    ['a list with commas', 'one, two', /one word or phrase a line/u],
    ['a sentence', 'x'.repeat(61), /more than 60 characters/u],
    ['no letters', '1234', /no letter/u],
    ['bytes that are no text', 'a\u0000b', /UTF-8/u],
    ['text that is no UTF-8', 'a\uFFFDb', /UTF-8/u],
  ];
  for (const [what, entry, says] of faults) {
    it(`complain about ${what}, at its line, and the rest holds`, () => {
      const { words, problems } = readWordsFile('/a/.kossa/words.txt', `good\n  ${entry}\nfine\n`);
      assert.deepEqual(words, ['good', 'fine']);
      assert.deepEqual(
        problems.map(({ file, line, column }) => [file, line, column]),
        [['/a/.kossa/words.txt', 2, 3]],
      );
      assert.match(problems[0]!.message, says);
    });
  }

  const inserted: readonly (readonly [what: string, text: string, word: string, after: string | undefined])[] = [
    ['between others', '# ours\nalpha\ngamma\n', 'beta', '# ours\nalpha\nbeta\ngamma\n'],
    ['at the end', 'alpha\n', 'beta', 'alpha\nbeta\n'],
    ['behind a last line without its end', 'alpha', 'beta', 'alpha\nbeta\n'],
    ['into an empty file', '', 'beta', 'beta\n'],
    ['with the ends of lines that the file has', 'alpha\r\ngamma\r\n', 'beta', 'alpha\r\nbeta\r\ngamma\r\n'],
    ['whatever the capitals', 'Alpha\nGamma\n', 'beta', 'Alpha\nbeta\nGamma\n'],
    ['not where it stands already', 'alpha\nBeta # ours\n', 'beta', undefined],
  ];
  for (const [what, text, word, after] of inserted) {
    it(`take another one ${what}`, () => {
      const insertion = insertWord(text, word);
      assert.equal(insertion && text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset), after);
    });
  }
});

describe('the loader reads the words of a project', () => {
  const resolve = async (
    files: Readonly<Record<string, string>>,
    named?: string,
  ): Promise<{ words: readonly string[]; file: string | undefined; problems: number }> => {
    const loader = createConfigurationLoader(hostOf(files), exampleKnowledge);
    const found =
      named === undefined ? await loader.resolve('/a/b/x.md') : await loader.resolveFrom(named, '/a/b/x.md');
    return { words: found.configuration.words ?? [], file: found.file, problems: found.problems.length };
  };

  it('from every folder above, without counting as a configuration', async () => {
    const found = await resolve({
      '/.kossa/words.txt': 'one',
      '/a/b/.kossa/words.txt': 'two',
      '/c/.kossa/words.txt': 'no',
    });
    assert.deepEqual([[...found.words].sort(), found.file], [['one', 'two'], undefined]);
  });

  it('up to a root, with the words of the configuration', async () => {
    const found = await resolve({
      '/.kossa/words.txt': 'above',
      '/a/.kossarc.json': '{"root": true, "words": ["two"]}',
      '/a/.kossa/words.txt': 'one\n,\n',
    });
    assert.deepEqual([[...found.words].sort(), found.file, found.problems], [['one', 'two'], '/a/.kossarc.json', 1]);
  });

  it('with a configuration that is named, too', async () => {
    const found = await resolve(
      { '/ci/strict.json': '{"style": "uk"}', '/a/.kossa/words.txt': 'one' },
      '/ci/strict.json',
    );
    assert.deepEqual([found.words, found.file], [['one'], '/ci/strict.json']);
  });
});
