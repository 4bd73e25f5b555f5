import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, type Configuration, type Engine, type TerminologyFile } from '../../../engine/src/index.js';
import { AnalysisCache } from '../../../engine/src/analyze.js';
import { compileProjectTerminology } from '../../../scripts/build-terminology.js';
import { projectRoot } from '../../../scripts/project-root.js';
import { stubWords } from '../../support/stub-data.js';
import { stubTerminology } from '../../support/stub-terminology.js';

/** The rules whose wordings a terminology has are those that a project may have wordings for. */
const idle = { id: 'idle', rule: 'plain-word', phrases: [], because: 'It stands for others.', sources: [] };
const engine = createEngine({ terminology: { ...stubTerminology, wordings: [idle] }, words: stubWords() });

/** Rules and words that are reported, with the terms of one file. */
function findings(text: string, yaml: string, other: Configuration = {}): string[] {
  return found(engine, text, { ...other, termFiles: [{ path: '/own.yaml', text: yaml }] });
}

function found(by: Engine, text: string, configuration: Configuration, cache?: AnalysisCache): string[] {
  const options = { configuration, configured: true, language: 'markdown', today: '2026-06-15' } as const;
  return by
    .lint(text, options, cache)
    .findings.map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}

function problems(...texts: readonly string[]): string[] {
  const files: TerminologyFile[] = texts.map((text, index) => ({ path: `/${index}.yaml`, text }));
  return engine.checkTerms(files).map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
}

const NEW = `concepts:
  - id: soothing-wrap
    preferred: soothing wrap
    kind: procedure
    variants:
      - {text: cool wrap, status: deprecated, because: The leaflets say soothing wrap.}
      - {text: soothing rap, status: misspelling}
`;

describe('the own terms of a project', () => {
  it('are new concepts, whose wrong names are reported', () => {
    const text = 'A cool wrap, a soothing wrap and a soothing rap.\n';
    assert.deepEqual(findings(text, NEW), ['avoided-term: cool wrap', 'misspelled-term: soothing rap']);
    assert.deepEqual(found(engine, text, {}), [], 'nothing without them');
  });

  it('are known to the speller, but for their wrong spellings', () => {
    const drug = (name: string): string => `concepts:\n  - {id: own, preferred: ${name}, kind: drug}\n`;
    assert.deepEqual(findings('The colchicin is for you.\n', drug('something')), ['misspelled-term: colchicin']);
    assert.deepEqual(findings('The colchicin is for you.\n', drug('colchicin')), []);
  });

  it('say more of a concept: other names, deprecated ones, another preferred one', () => {
    const extend = `extend:
  - id: calcium-channel-blocker
    preferred: calcium blocker
    variants:
      - {text: calcium channel blocker, status: deprecated, because: Our readers know the short name.}
`;
    assert.deepEqual(findings('A calcium blocker.\n', ''), ['avoided-term: calcium blocker']);
    assert.deepEqual(findings('A calcium blocker and a calcium channel blocker.\n', extend), [
      'avoided-term: calcium channel blocker',
    ]);
  });

  it('exclude concepts, whose names then mean nothing', () => {
    assert.deepEqual(findings('A calcium blocker.\n', 'exclude: [calcium-channel-blocker]\n'), []);
  });

  it('have wordings of their own', () => {
    const wording = `wordings:
  - {id: own-word, rule: plain-word, phrases: [ambulate], write: [walk], because: Readers say walk., sources: [house], examples: []}
sources:
  house: {title: The house style}
`;
    assert.deepEqual(findings('Patients ambulate.\n', wording, { scope: 'always' }), ['plain-word: ambulate']);
  });

  it('do not touch who has none, nor analyses that were kept', () => {
    const cache = new AnalysisCache();
    const text = 'A cool wrap.\n';
    const withThem: Configuration = { termFiles: [{ path: '/own.yaml', text: NEW }] };
    assert.deepEqual(found(engine, text, {}, cache), []);
    assert.deepEqual(found(engine, text, withThem, cache), ['avoided-term: cool wrap']);
    assert.deepEqual(found(engine, text, {}, cache), []);
  });

  it('have an engine of their own, which is made once', () => {
    const configuration: Configuration = { termFiles: [{ path: '/own.yaml', text: NEW }] };
    const own = engine.under(configuration);
    assert.equal(own.terminology.concept('soothing-wrap')?.preferred.us, 'soothing wrap');
    assert.equal(engine.terminology.concept('soothing-wrap'), undefined);
    assert.notEqual(own.terminology.compiled.contentHash, engine.terminology.compiled.contentHash);
    assert.equal(engine.under(structuredClone(configuration)), own);
    assert.equal(engine.under({}), engine);
    assert.equal(own.under({}), own);
  });

  describe('that are wrong', () => {
    const cases: readonly (readonly [what: string, yaml: string, complaint: RegExp])[] = [
      ['YAML', 'concepts:\n  - id: [\n', /^\/0\.yaml:\d+:\d+ .*Mend the YAML here/],
      ['a key', 'concept: []\n', /^\/0\.yaml:1:1 file: unknown key `concept`; did you mean `concepts`\?/],
      [
        'an id',
        'concepts:\n  - {id: Own_Term, preferred: x, kind: drug}\n',
        /^\/0\.yaml:2:10 id `Own_Term`: .*`own-term`/,
      ],
      [
        'a kind',
        'concepts:\n  - {id: own, preferred: own, kind: drugs}\n',
        /^\/0\.yaml:2:37 kind: .*did you mean `drug`\?/,
      ],
      [
        'a concept of Kossa',
        'concepts:\n  - {id: calcium-channel-blocker, preferred: x, kind: drug-class}\n',
        /^\/0\.yaml:2:5 `calcium-channel-blocker` is a concept of Kossa: write under `extend`/,
      ],
      [
        'a name of another concept',
        'concepts:\n  - {id: own, preferred: calcium channel blocker, kind: drug-class}\n',
        /^\/0\.yaml:2:5 `calcium channel blocker` is a name of `calcium-channel-blocker`: extend or exclude/,
      ],
      [
        'nothing to extend',
        'extend:\n  - {id: calcium-chanel-blocker}\n',
        /^\/0\.yaml:2:10 no concept .*did you mean `calcium-channel-blocker`\?/,
      ],
      [
        'nothing to exclude',
        'exclude: [calcium-chanel-blocker]\n',
        /^\/0\.yaml:1:11 no concept .*did you mean `calcium-channel-blocker`\?/,
      ],
      [
        'a source',
        'concepts:\n  - {id: own, preferred: own, kind: drug, sources: [nowhere-at-all]}\n',
        /^\/0\.yaml:2:53 no source `nowhere-at-all`: add it under `sources`/,
      ],
      [
        'a deprecated name without a reason',
        'concepts:\n  - id: own\n    preferred: own\n    kind: drug\n    variants: [{text: old, status: deprecated}]\n',
        /^\/0\.yaml:5:16 .*needs `because`/,
      ],
      [
        'a circle',
        `concepts:
  - {id: one, preferred: one of them, kind: disease, facts: [{is-a: [two], unverified: x}]}
  - {id: two, preferred: two of them, kind: disease, facts: [{is-a: [one], unverified: x}]}
`,
        /^\/0\.yaml:2:5 is-a goes round in a circle: one → two → one; take one of these links out/,
      ],
      [
        'the rule of a wording',
        'wordings:\n  - {id: a, rule: plain-wrod, phrases: [x], because: y, sources: [], examples: []}\n',
        /^\/0\.yaml:2:5 the rule `plain-wrod` reads no wordings; did you mean `plain-word`\?/,
      ],
    ];
    for (const [what, yaml, complaint] of cases) {
      it(`are told with line and remedy: ${what}`, () => {
        assert.match(problems(yaml)[0] ?? '', complaint);
      });
    }

    it('leave the rest as it is: other entries and other files', () => {
      const faulty = `${NEW}  - {id: broken, kind: drug}\n  - {id: fine, preferred: balm, kind: drug, variants: [{text: ointment stick, status: deprecated, because: Write balm.}]}\n`;
      const broken = 'concepts:\n  - id: [\n';
      assert.equal(problems(faulty).length, 1);
      assert.match(
        problems(broken, faulty).join('\n'),
        /^\/0\.yaml:.*\n(?:\/0\.yaml:.*\n)*\/1\.yaml:8:5 concept: `preferred` is missing; add it$/,
      );
      const termFiles = [broken, faulty].map((text, index) => ({ path: `/${index}.yaml`, text }));
      assert.deepEqual(found(engine, 'A cool wrap and an ointment stick.\n', { termFiles }), [
        'avoided-term: cool wrap',
        'avoided-term: ointment stick',
      ]);
    });

    it('take along what leads to them', () => {
      const yaml = `concepts:
  - {id: broken, preferred: broken one, kind: nonsense}
  - {id: child, preferred: child one, kind: disease, facts: [{is-a: [broken], unverified: x}]}
`;
      const told = problems(yaml);
      assert.equal(told.length, 2);
      assert.match(told[1]!, /^\/0\.yaml:3:\d+ no concept `broken`, or it has a fault itself/);
    });

    it('never make it throw, whatever they are', () => {
      for (const text of [
        '',
        'x',
        '- 1',
        '42',
        '[]',
        'concepts: 3',
        'concepts: [1, null, {}]',
        'extend: {a: b}',
        'exclude: x',
        'sources: []',
        'sources: 4',
        '\0',
        '&a [*a]',
        'concepts: &a [*a]',
        'wordings: [{id: a}]',
        'attributes: [{id: a}]',
        'classifications: [{}]',
      ]) {
        assert.ok(Array.isArray(problems(text)), text);
        assert.deepEqual(findings('Fine words.\n', text), []);
      }
    });
  });
});

describe('docs/own-terms.md', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/own-terms.md'), 'utf8');
  const yaml = /```yaml\n(?:# yaml-language-server.*\n)# \.kossa\/terms\/house\.yaml\n([\s\S]*?)```/u.exec(page)![1]!;
  const { terminology } = compileProjectTerminology();
  const shipped = createEngine({ terminology: terminology! });
  const termFiles = [{ path: '/house.yaml', text: yaml }];

  it('has an example without faults, which does what the page says', () => {
    assert.deepEqual(shipped.checkTerms(termFiles), []);
    const text = 'A cool wrap, a wet wrap and a soothing rap. Coumadin. They attend the clinic. A chalky discharge.\n';
    assert.deepEqual(
      found(shipped, text, { termFiles, scope: 'always' }).filter((one) => !one.startsWith('inconsistent-term')),
      [
        'avoided-term: cool wrap',
        'misspelled-term: soothing rap',
        'avoided-term: Coumadin',
        'plain-word: attend the clinic',
      ],
    );
    const own = shipped.under({ termFiles });
    assert.equal(own.terminology.preferredTerm('calcinosis-cutis', 'us'), 'calcium in the skin');
    assert.deepEqual(own.terminology.lookup('calcinosis cutis'), ['calcinosis-cutis']);
    assert.deepEqual(own.terminology.lookup('chalky discharge'), []);
    assert.notDeepEqual(shipped.terminology.lookup('chalky discharge'), []);
  });
});
