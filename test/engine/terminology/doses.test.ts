import assert from 'node:assert/strict';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';

const WORDS = `
dose-words:
  units: [{text: mg}, {text: g, everyday: true}]
  medicine: [tablet]
  taking: [take]
  elsewhere: [level]
  concentration: [dL]
  rate: [day]
`;
const FORM = `
dose-forms:
  - id: trailing-zero
    shape: trailing-zero
    list: joint-commission
    severity: error
    fix: review
    because: A point is easily missed.
    sources: [list]
    examples:
      - {text: 'Take 5.0 mg.', reports: ['unsafe-dose: 5.0 mg']}
      - {text: 'Take 5 mg.', reports: []}
`;
const SOURCES = 'sources: {list: {title: A list, url: "https://example.org"}}\n';

describe('the compiler of doses', () => {
  it('yields the words and the forms', () => {
    const { terminology, problems } = compileTerminology([{ path: 'doses.yaml', text: WORDS + FORM + SOURCES }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(terminology!.doses!.units, [{ text: 'mg' }, { text: 'g', everyday: true }]);
    assert.deepEqual(
      terminology!.doses!.forms.map((form) => [form.id, form.written]),
      [['trailing-zero', []]],
    );
  });

  it('leaves doses out where no file speaks of them', () => {
    const { terminology } = compileTerminology([{ path: 'sources.yaml', text: SOURCES }]);
    assert.equal(terminology!.doses, undefined);
  });

  it('hands out the examples of the forms, to be run', () => {
    const { examples } = compileTerminology([{ path: 'doses.yaml', text: WORDS + FORM + SOURCES }]);
    assert.deepEqual(
      examples.map((example) => [example.entry, example.reports]),
      [
        ['trailing-zero', ['unsafe-dose: 5.0 mg']],
        ['trailing-zero', []],
      ],
    );
  });

  for (const [title, from, to, message] of [
    ['an unknown shape', 'shape: trailing-zero', 'shape: trailing-zeros', /did you mean `trailing-zero`/u],
    ['a shape that needs words without any', 'shape: trailing-zero', 'shape: unit', /needs `written`/u],
    ['a source that is not there', 'sources: [list]', 'sources: [lists]', /no source `lists`.*did you mean `list`/u],
    ['a form without a near miss', "      - {text: 'Take 5 mg.', reports: []}\n", '', /near miss/u],
  ] as const) {
    it(`complains of ${title}, with the line`, () => {
      const { problems } = compileTerminology([
        { path: 'doses.yaml', text: (WORDS + FORM + SOURCES).replace(from, to) },
      ]);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, message);
      assert.ok(problems[0]!.line > 10);
    });
  }

  it('complains of words that are defined twice', () => {
    const { problems } = compileTerminology([
      { path: 'a.yaml', text: WORDS + FORM + SOURCES },
      { path: 'b.yaml', text: WORDS },
    ]);
    assert.deepEqual(
      problems.map((problem) => [problem.path, /defined twice/u.test(problem.message)]),
      [['b.yaml', true]],
    );
  });
});
