import assert from 'node:assert/strict';
import { compileTerminology, type TerminologyFile } from '../../../engine/src/terminology/compile.js';

const SOURCES: TerminologyFile = {
  path: 'sources.yaml',
  text: 'sources: {book: {title: A book}, journal: {title: A journal}}\n',
};

/** A file that compiles; a fault changes some of its lines. */
const RIGHT = `concepts:
  - id: illness
    preferred: illness
    kind: disease
    sources: [book]
  - id: calcium-lump
    preferred: calcium lump
    kind: sign
    variants:
      - {text: chalk lump, status: deprecated, because: It is not chalk.}
    definition: {text: A lump., sources: [book]}
    facts:
      - is-a: [illness]
        sources: [book]
      - level: {calcium: normal}
        sources: [book]
      - denies: {is-a: [calcium-stone]}
        because: It is no stone.
        sources: [book]
    sources: [book]
    examples:
      - {text: A chalk lump., reports: ["avoided-term: chalk lump"]}
      - {text: A calcium lump., reports: []}
  - id: calcium-stone
    preferred: calcium stone
    kind: disease
    sources: [book]
`;

/** What is wrong, what to replace, with what, and every complaint as `line  message`. */
const FAULTS: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'an unknown key, with the nearest one',
    'variants:',
    'variant:',
    ['9  concept: unknown key `variant`; did you mean `variants`?'],
  ],
  [
    'an unknown key that is near nothing',
    'variants:',
    'alternatives:',
    [
      '9  concept: unknown key `alternatives`; known are id, preferred, kind, variants, definition, facts, codes, note, letters, range, closed, disjoint-with, eponym, sources, examples',
    ],
  ],
  [
    'an unknown key of a fact',
    '- level:',
    '- levels:',
    [
      '15  fact: unknown key `levels`; did you mean `level`?',
      '15  fact: say what holds, by one of is-a, class, caused-by, risk-factor, associated-with, level, tissue, located-in, treats, treated-by, does, produces, made-by, related',
    ],
  ],
  [
    'an id with capitals and an underscore',
    'id: illness',
    'id: An_Illness',
    [
      '2  id `An_Illness`: use small letters and dashes: `an-illness`',
      '13  no concept `illness`: add it, or take this line out',
    ],
  ],
  [
    'an id that is missing',
    '- id: illness\n    preferred',
    '- preferred',
    ['2  concept: `id` is missing; add it', '12  no concept `illness`: add it, or take this line out'],
  ],
  ['an unknown kind', 'kind: sign', 'kind: symptoms', ['8  kind: `symptoms` is not known; did you mean `symptom`?']],
  [
    'an unknown status',
    'status: deprecated',
    'status: depreciated',
    ['10  status: `depreciated` is not known; did you mean `deprecated`?'],
  ],
  [
    'a status that is near nothing',
    'status: deprecated',
    'status: bad',
    [
      '10  status: `bad` is not known; write one of admitted, lay, abbreviation, brand, deprecated, misspelling, impossible',
    ],
  ],
  [
    'an unknown relation',
    '- is-a: [illness]',
    '- is: [illness]',
    [
      '13  fact: unknown key `is`; did you mean `is-a`?',
      '13  fact: say what holds, by one of is-a, class, caused-by, risk-factor, associated-with, level, tissue, located-in, treats, treated-by, does, produces, made-by, related',
    ],
  ],
  [
    'an unknown level',
    'calcium: normal',
    'calcium: raised',
    [
      '15  fact: say what holds, by one of is-a, class, caused-by, risk-factor, associated-with, level, tissue, located-in, treats, treated-by, does, produces, made-by, related',
      '15  level of calcium: `raised` is not known; write one of high, low, normal, high-or-abnormal, variable, normal-or-low, normal-or-high, low-or-normal, usually-normal',
    ],
  ],
  [
    'an unknown analyte',
    '{calcium: normal}',
    '{calcum: normal}',
    [
      '15  fact: say what holds, by one of is-a, class, caused-by, risk-factor, associated-with, level, tissue, located-in, treats, treated-by, does, produces, made-by, related',
      '15  level: unknown key `calcum`; did you mean `calcium`?',
    ],
  ],
  [
    'a deprecated name without reason',
    ', because: It is not chalk.',
    '',
    ['10  variant `chalk lump`: a deprecated form needs `because`: one sentence that says why'],
  ],
  [
    'a name of another concept',
    'text: chalk lump',
    'text: calcium stone',
    [
      '24  `calcium stone` names `calcium-stone` and `calcium-lump` (a.yaml): keep it with one of them, or give it the status lay or abbreviation',
    ],
  ],
  [
    'a concept that is not there',
    'is-a: [illness]',
    'is-a: [ilness]',
    ['13  no concept `ilness`; did you mean `illness`?'],
  ],
  [
    'a concept that is near nothing',
    'is-a: [illness]',
    'is-a: [mountain]',
    ['13  no concept `mountain`: add it, or take this line out'],
  ],
  [
    'a source that is not there',
    'level: {calcium: normal}\n        sources: [book]',
    'level: {calcium: normal}\n        sources: [books]',
    ['16  no source `books`; did you mean `book`?'],
  ],
  [
    'a source that is near nothing',
    'level: {calcium: normal}\n        sources: [book]',
    'level: {calcium: normal}\n        sources: [encyclopedia]',
    ['16  no source `encyclopedia`: add it to sources.yaml with title and address'],
  ],
  [
    'a fact without source',
    'level: {calcium: normal}\n        sources: [book]',
    'level: {calcium: normal}',
    ['15  fact: add `sources`, or `unverified: why`, or `disputed: who differs`'],
  ],
  [
    'a denied fact without reason',
    '        because: It is no stone.\n',
    '',
    ['17  denied fact: add `because`: one sentence to the writer'],
  ],
  [
    'a denied fact without source',
    'because: It is no stone.\n        sources: [book]',
    'because: It is no stone.',
    [
      '17  fact: add `sources`, or `unverified: why`, or `disputed: who differs`',
      '17  denied fact: only a sourced statement can be denied; add `sources`',
    ],
  ],
  [
    'a definition without source',
    'definition: {text: A lump., sources: [book]}',
    'definition: {text: A lump.}',
    ['11  definition: add `sources`, or say under `unverified` why there is none'],
  ],
  [
    'a circle',
    '  - id: illness\n    preferred: illness\n    kind: disease\n',
    '  - id: illness\n    preferred: illness\n    kind: disease\n    facts:\n      - {class: [calcium-lump], sources: [book]}\n',
    ['2  is-a goes round in a circle: illness → calcium-lump → illness; take one of these links out'],
  ],
  [
    'a concept that is itself',
    'is-a: [illness]',
    'is-a: [calcium-lump]',
    ['6  is-a goes round in a circle: calcium-lump → calcium-lump; take one of these links out'],
  ],
  [
    'a hit that is missing',
    '      - {text: A chalk lump., reports: ["avoided-term: chalk lump"]}\n',
    '',
    ['6  `calcium-lump` can raise a finding: add an example that raises it'],
  ],
  [
    'a near miss that is missing',
    '      - {text: A calcium lump., reports: []}\n',
    '',
    ['6  `calcium-lump` can raise a finding: add a near miss, an example that `reports: []`'],
  ],
  [
    'a list where text is expected',
    'preferred: calcium lump',
    'preferred: [calcium lump]',
    ['7  preferred: write text here, in quotes where it holds a colon or looks like a number'],
  ],
  [
    'text where a list is expected',
    'sources: [book]\n    examples',
    'sources: book\n    examples',
    ['20  sources: write a list here'],
  ],
  [
    'text where keys are expected',
    'definition: {text: A lump., sources: [book]}',
    'definition: A lump.',
    ['11  definition: write `key: value` lines here'],
  ],
  [
    'a truth value where text is expected',
    'text: A lump.',
    'text: true',
    ['11  text: write text here, in quotes where it holds a colon or looks like a number'],
  ],
  [
    'a value that is missing',
    'preferred: calcium lump',
    'preferred:',
    ['7  preferred: write text here, in quotes where it holds a colon or looks like a number'],
  ],
];

describe('the compiler of the terminology', () => {
  it('has nothing to say of files that are right', () => {
    const { terminology, problems, examples } = compile(RIGHT);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      terminology!.concepts.map((concept) => concept.id),
      ['calcium-lump', 'calcium-stone', 'illness'],
    );
    assert.deepEqual(
      examples.map((example) => [example.path, example.line, example.entry, example.text]),
      [
        ['a.yaml', 6, 'calcium-lump', 'A chalk lump.'],
        ['a.yaml', 6, 'calcium-lump', 'A calcium lump.'],
      ],
    );
  });

  for (const [title, from, to, complaints] of FAULTS) {
    it(`complains of ${title}`, () => {
      assert.ok(RIGHT.includes(from), `\`${from}\` stands in the right file`);
      const { terminology, problems } = compile(RIGHT.replace(from, to));
      assert.deepEqual(
        problems.map((problem) => `${problem.line}  ${problem.message}`),
        complaints,
      );
      assert.equal(terminology, undefined);
      for (const problem of problems) assert.equal(problem.path, 'a.yaml');
    });
  }

  for (const [title, from, to, line, message] of [
    [
      'a quotation mark that is not closed',
      'preferred: calcium lump',
      'preferred: "calcium lump',
      7,
      'Missing closing "quote. Mend the YAML here',
    ],
    [
      'a line that is indented wrongly',
      '    kind: sign',
      '   kind: sign',
      11,
      'All mapping items must start at the same column. Mend the YAML here',
    ],
    [
      'a colon in plain text',
      'preferred: calcium lump',
      'preferred: calcium: lump',
      7,
      'Nested mappings are not allowed in compact mappings. Mend the YAML here',
    ],
    [
      'a key that stands twice',
      '    kind: sign',
      '    kind: sign\n    kind: form',
      9,
      'Map keys must be unique. Mend the YAML here',
    ],
  ] as const) {
    it(`points at the line of broken YAML: ${title}`, () => {
      const { terminology, problems } = compile(RIGHT.replace(from, to));
      assert.equal(terminology, undefined);
      assert.ok(inLines(problems).includes(`a.yaml:${line}  ${message}`), inLines(problems).join('\n'));
    });
  }

  it('tells a name, an id and a source that two files claim where the second one stands', () => {
    const { problems } = compileTerminology([
      SOURCES,
      { path: 'a.yaml', text: RIGHT },
      {
        path: 'b.yaml',
        text: `sources: {book: {title: Another book}}
concepts:
  - {id: illness, preferred: sickness, kind: disease}
  - {id: hard-lump, preferred: Calcium-lump, kind: sign}
`,
      },
    ]);
    assert.deepEqual(inLines(problems), [
      'b.yaml:1  source `book` is defined twice; keep one',
      'b.yaml:3  `illness` is defined twice; the first stands in a.yaml: merge them',
      'b.yaml:4  `Calcium-lump` names `hard-lump` and `calcium-lump` (a.yaml): keep it with one of them, or give it the status lay or abbreviation',
    ]);
  });

  it('lets two concepts share a lay word and an abbreviation', () => {
    const shared = `concepts:
  - {id: one, preferred: one, kind: disease, variants: [{text: lump, status: lay}, {text: CC, status: abbreviation}]}
  - {id: two, preferred: two, kind: disease, variants: [{text: lump, status: lay}, {text: CC, status: abbreviation}]}
`;
    assert.deepEqual(compile(shared).problems, []);
  });

  it('tells every problem of every file in one run, by file and line', () => {
    const { problems } = compileTerminology([
      {
        path: 'b.yaml',
        text: 'concepts:\n  - {id: Two, preferred: two, kind: sign}\n  - {id: three, preferred: three, kind: sing}\n',
      },
      { path: 'a.yaml', text: 'concept: []\n' },
      { path: 'c.yaml', text: 'wordings:\n  - {id: x, rule: plain-word}\n' },
    ]);
    assert.deepEqual(inLines(problems), [
      'a.yaml:1  file: unknown key `concept`; did you mean `concepts`?',
      'b.yaml:2  id `Two`: use small letters and dashes: `two`',
      'b.yaml:3  kind: `sing` is not known; did you mean `sign`?',
      'c.yaml:2  wording: `phrases` is missing; add it',
      'c.yaml:2  wording: `because` is missing; add it',
      'c.yaml:2  wording: `sources` is missing; add it',
      'c.yaml:2  wording: `examples` is missing; add it',
    ]);
  });

  it('asks an entry that is no concept for a hit and a near miss as well', () => {
    const { problems } = compile(`wordings:
  - {id: cures, rule: absolute-claim, phrases: [cures], because: Nothing does., sources: [book], examples: []}
confusions:
  - id: gland
    written: [{text: thyroid, write: parathyroid}]
    severity: error
    because: Another gland is meant.
    sources: [book]
    examples: [{text: A gland., reports: []}]
`);
    assert.deepEqual(inLines(problems), [
      'a.yaml:2  `cures` can raise a finding: add an example that raises it',
      'a.yaml:2  `cures` can raise a finding: add a near miss, an example that `reports: []`',
      'a.yaml:4  `gland` can raise a finding: add an example that raises it',
    ]);
  });

  it('asks no example of a statement that can ground nothing', () => {
    const text = RIGHT.replace(
      'because: It is no stone.\n        sources: [book]',
      'because: It is no stone.\n        sources: [book]\n        unverified: not read',
    );
    const { terminology, problems } = compile(
      text.replace(/ {4}variants:\n.*\n/u, '').replace(/ {4}examples:\n.*\n.*\n/u, ''),
    );
    assert.deepEqual(problems, []);
    const denied = terminology!.concepts
      .find((concept) => concept.id === 'calcium-lump')!
      .facts.find((fact) => fact.denied);
    assert.equal(denied!.severity, 'none');
  });

  it('gives a statement its standing by what it is grounded on', () => {
    const { terminology } = compile(`concepts:
  - id: lump
    preferred: lump
    kind: sign
    facts:
      - {is-a: [sourced], sources: [book]}
      - {is-a: [doubted], sources: [book], disputed: some differ}
      - {is-a: [guessed], unverified: general knowledge}
      - {is-a: [softened], sources: [book], severity: warning}
      - {is-a: [both], unverified: general knowledge, disputed: some differ}
  - {id: sourced, preferred: sourced, kind: sign}
  - {id: doubted, preferred: doubted, kind: sign}
  - {id: guessed, preferred: guessed, kind: sign}
  - {id: softened, preferred: softened, kind: sign}
  - {id: both, preferred: both, kind: sign}
`);
    assert.deepEqual(
      terminology!.concepts
        .find((concept) => concept.id === 'lump')!
        .facts.map((fact) => [fact.object, fact.standing, fact.severity]),
      [
        ['sourced', 'sourced', 'error'],
        ['doubted', 'disputed', 'hint'],
        ['guessed', 'unverified', 'none'],
        ['softened', 'sourced', 'warning'],
        ['both', 'disputed', 'hint'],
      ],
    );
  });

  it('survives whatever a file holds', () => {
    for (const text of [
      '',
      '# nothing',
      '[]',
      'text',
      'concepts:',
      'concepts: 1',
      'concepts: [1, [2], {3: 4}]',
      'sources: []',
      '? [a]\n: b',
      '\t',
      'a: &x [*x]',
      'concepts: [{id: null}]',
      '--- 1\n--- 2',
    ]) {
      assert.ok(Array.isArray(compile(text).problems), JSON.stringify(text));
    }
  });
});

function compile(text: string): ReturnType<typeof compileTerminology> {
  return compileTerminology([SOURCES, { path: 'a.yaml', text }]);
}

function inLines(
  problems: readonly { readonly path: string; readonly line: number; readonly message: string }[],
): string[] {
  return problems.map((problem) => `${problem.path}:${problem.line}  ${problem.message}`);
}
