import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { configurationSchema, readConfiguration } from '../../../engine/src/index.js';
import { configurationSchema as publishedSchema } from '../../../scripts/configuration-schema.js';
import { exampleRules } from './example-rules.js';

/** What the engine reads by, and what editors are given. */
const schemas = [configurationSchema(exampleRules), publishedSchema(exampleRules)].map((schema) =>
  new Ajv({ allErrors: true }).compile(schema),
);

/** Right ones, each a JSON text. */
const good: readonly string[] = [
  '{}',
  '{"$schema": "https://example.org/k.json"}',
  '{"root": true, "style": "uk", "scope": "configured"}',
  '{"rules": {"wrong-word": "off", "hard-to-read": "on"}}',
  '{"rules": {"hard-to-read": ["warning"]}}',
  '{"rules": {"hard-to-read": ["warning", {}]}}',
  '{"rules": {"hard-to-read": ["hint", {"grade": 20, "words": ["a"]}]}}',
  '{"words": [], "allow": ["calcium blocker"], "ignores": ["drafts", "!drafts/x.md"]}',
  '{"overrides": []}',
  '{"overrides": [{"files": ["uk/**"], "style": "uk", "scope": "auto", "rules": {"wrong-word": ["error"]}}]}',
  '{"frontMatterProse": ["title"], "requireReviewDates": false, "maxFileSize": 1, "generalSpelling": true}',
];

/** Wrong ones, with the place and the words of each problem. */
const bad: readonly (readonly [text: string, problems: readonly (readonly [column: number, says: RegExp])[]])[] = [
  ['{"sytle": "us"}', [[2, /^unknown setting `sytle`; did you mean `style`\?$/]]],
  ['{"colour": "us"}', [[2, /^unknown setting `colour`\. Known: root, extends, style, scope/]]],
  ['{"style": "USA"}', [[11, /^`style` cannot be "USA"; did you mean "us"\? Write one of us, uk$/]]],
  ['{"style": true}', [[11, /^`style` must be one of "us", "uk", not true$/]]],
  ['{"style": null}', [[11, /not empty$/]]],
  ['{"scope": "allways"}', [[11, /did you mean "always"/]]],
  ['{"root": "true"}', [[10, /^`root` must be true or false, not "true"$/]]],
  ['{"rules": ["wrong-word"]}', [[11, /^`rules` must be a group of settings \{ … \}, not a list$/]]],
  ['{"rules": {"wrong-wrod": "off"}}', [[12, /^unknown rule `wrong-wrod`; did you mean `wrong-word`\?$/]]],
  ['{"rules": {"zzz": "off"}}', [[12, /^unknown rule `zzz`\. `kossa rules` lists the rules$/]]],
  ['{"rules": {"wrong-word": "warn"}}', [[26, /^`rules\.wrong-word` cannot be "warn"/]]],
  [
    '{"rules": {"wrong-word": 2}}',
    [[26, /^`rules\.wrong-word` must be one of "off", .* or a list of a severity and options$/]],
  ],
  ['{"rules": {"wrong-word": []}}', [[26, /needs at least 1 entry/]]],
  ['{"rules": {"wrong-word": ["eror"]}}', [[27, /did you mean "error"/]]],
  ['{"rules": {"wrong-word": ["error", {}, 3]}}', [[40, /takes 2 entries at most/]]],
  [
    '{"rules": {"wrong-word": ["error", {"grade": 3}]}}',
    [[37, /unknown entry of `rules\.wrong-word\[2\]` `grade`: it takes none/]],
  ],
  ['{"rules": {"hard-to-read": ["error", {"grad": 3}]}}', [[39, /did you mean `grade`\?/]]],
  ['{"rules": {"hard-to-read": ["error", {"grade": 0}]}}', [[48, /must be 1 or more, not 0/]]],
  ['{"rules": {"hard-to-read": ["error", {"grade": 21}]}}', [[48, /must be 20 or less, not 21/]]],
  ['{"rules": {"hard-to-read": ["error", {"grade": 1.5}]}}', [[48, /must be a whole number, not 1\.5/]]],
  ['{"words": "one"}', [[11, /^`words` must be a list \[ … \], not "one"$/]]],
  [
    '{"words": ["a", 3, ""]}',
    [
      [17, /^`words\[2\]` must be a text, not 3$/],
      [20, /^`words\[3\]` must not be empty/],
    ],
  ],
  ['{"overrides": [{"style": "uk"}]}', [[16, /^`overrides\[1\]` lacks `files`: add it$/]]],
  ['{"overrides": [{"files": "x"}]}', [[26, /must be a list/]]],
  ['{"overrides": [{"files": ["x"], "words": []}]}', [[33, /unknown entry of `overrides\[1\]` `words`/]]],
  ['{"maxFileSize": 0}', [[17, /must be 1 or more/]]],
  ['{"maxFileSize": "10 MB"}', [[17, /must be a whole number, not "10 MB"/]]],
  [
    '{"__proto__": {"style": "uk"}, "constructor": 1}',
    [
      [2, /unknown setting `__proto__`/],
      [32, /unknown setting `constructor`/],
    ],
  ],
  ['[]', [[1, /^the configuration must be a group of settings/]]],
  ['"us"', [[1, /^the configuration must be a group of settings/]]],
];

describe('a configuration file', () => {
  for (const text of good) {
    it(`is right: ${text}`, () => {
      const { configuration, problems } = readConfiguration('/.kossarc.json', text, exampleRules);
      assert.deepEqual(problems, []);
      const { $schema: _address, ...expected } = JSON.parse(text) as Record<string, unknown>;
      assert.deepEqual(configuration, expected);
      for (const validates of schemas) assert.ok(validates(JSON.parse(text)), JSON.stringify(validates.errors));
    });
  }

  for (const [text, expected] of bad) {
    it(`is wrong, as its schema says too: ${text}`, () => {
      const { problems } = readConfiguration('/.kossarc.json', text, exampleRules);
      assert.deepEqual(
        problems.map(({ file, line, column }) => [file, line, column]),
        expected.map(([column]) => ['/.kossarc.json', 1, column]),
      );
      for (const [index, [, says]] of expected.entries()) assert.match(problems[index]!.message, says);
      for (const validates of schemas) assert.ok(!validates(JSON.parse(text)));
    });
  }

  it('keeps what is right beside what is wrong', () => {
    const text =
      '{"style": "xx", "scope": "always", "words": ["a", 1], "rules": {"nope": "off", "wrong-word": "hint"}, "overrides": [{"files": ["x"], "style": 1}, 3]}';
    assert.deepEqual(readConfiguration('/k.json', text, exampleRules).configuration, {
      scope: 'always',
      words: ['a'],
      rules: { 'wrong-word': 'hint' },
      overrides: [{ files: ['x'] }],
    });
  });

  const broken: readonly (readonly [file: string, text: string, line: number, says: RegExp])[] = [
    ['/.kossarc.json', '{\n  "style" "us"\n}', 2, /no valid JSON: write a colon/],
    ['/.kossarc.json', '{\n  "style": "us"\n  "scope": "auto"\n}', 3, /no valid JSON: write a comma/],
    ['/.kossarc.json', '{\n  "style": us\n}', 2, /no valid JSON: put words in double quotes/],
    ['/.kossarc.json', '{\n  "style": "us"\n', 3, /no valid JSON: a closing \} is missing/],
    ['/.kossarc.json', '', 1, /no valid JSON: a value is missing/],
    ['/.kossarc.yaml', 'rules:\n  wrong-word: off\n style: us\n', 3, /no valid YAML/],
    ['/.kossarc.yaml', 'style: us\nstyle: uk\n', 2, /no valid YAML.*unique/],
    ['/.kossarc.yaml', 'words:\n  - a\n  - 3\n', 3, /`words\[2\]` must be a text, not 3/],
    ['/.kossarc.yaml', 'rules:\n  wrong-word: errror\n', 2, /did you mean "error"/],
    ['/package.json', '{\n  "name": "x",\n  "kossa": {\n    "sytle": "us"\n  }\n}', 4, /did you mean `style`/],
  ];
  for (const [file, text, line, says] of broken) {
    it(`tells the line of what is wrong in ${file}: ${JSON.stringify(text)}`, () => {
      const { problems } = readConfiguration(file, text, exampleRules);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.line, line);
      assert.match(problems[0]!.message, says);
    });
  }

  it('reads off and on as YAML 1.2 does, as words', () => {
    const { configuration } = readConfiguration(
      '/.kossarc.yaml',
      'rules: {wrong-word: off, hard-to-read: on}\n',
      exampleRules,
    );
    assert.deepEqual(configuration, { rules: { 'wrong-word': 'off', 'hard-to-read': 'on' } });
  });

  it('is read in bounded time, however its aliases are nested', () => {
    const lines = [
      'a0: &a0 [x, x]',
      ...Array.from(
        { length: 30 },
        (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`,
      ),
    ];
    assert.ok(readConfiguration('/.kossarc.yaml', lines.join('\n'), exampleRules).problems.length > 0);
  });
});
