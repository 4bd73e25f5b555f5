import assert from 'node:assert/strict';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';
import { checkCompilation, checkProjectTerminology } from '../../../scripts/check-terminology.js';

describe('the examples of the terminology', () => {
  it('are reported where they say so, with their exact words, and are silent where they are near misses', () => {
    const { failures, examplesRun } = checkProjectTerminology();
    assert.deepEqual(failures, []);
    assert.ok(examplesRun > 300, `only ${examplesRun} examples were run`);
  });
});

describe('the check of examples', () => {
  it('tells every example that does not hold, with file and line', () => {
    const { failures } = check([
      'Calcium blocker use is rising.',
      'avoided-term: Calcium blocker',
      'A calcium blocker helps.',
    ]);
    assert.deepEqual(failures, [
      'drugs.yaml:3  channel-blocker, “A calcium blocker helps.”: nothing should be reported, but it gives `avoided-term: calcium blocker`',
    ]);
  });

  it('holds a hit to its exact words', () => {
    const { failures } = check([
      'A calcium blocker helps.',
      'avoided-term: A calcium blocker',
      'A channel blocker helps.',
    ]);
    assert.deepEqual(failures, [
      'drugs.yaml:3  channel-blocker, “A calcium blocker helps.”: it should give `avoided-term: A calcium blocker`, but gives `avoided-term: calcium blocker`',
    ]);
  });

  it('tells that a hit gives nothing', () => {
    const { failures } = check(['A channel blocker helps.', 'avoided-term: calcium blocker', 'It helps.']);
    assert.deepEqual(failures, [
      'drugs.yaml:3  channel-blocker, “A channel blocker helps.”: it should give `avoided-term: calcium blocker`, but gives nothing',
    ]);
  });

  it('tells what the compiler complains of, and runs nothing, where the files do not compile', () => {
    const check = checkCompilation(compileTerminology([{ path: 'a.yaml', text: 'concept: []' }]), undefined);
    assert.deepEqual(check, {
      failures: ['a.yaml:1  file: unknown key `concept`; did you mean `concepts`?'],
      examplesRun: 0,
    });
  });
});

/** Checks one small concept with this hit, what it reports, and this near miss. */
function check([hit, reports, miss]: readonly [string, string, string]): ReturnType<typeof checkCompilation> {
  const text = `sources: {list: {title: A list, url: "https://example.org"}}
concepts:
  - id: channel-blocker
    preferred: channel blocker
    kind: drug-class
    variants:
      - {text: calcium blocker, status: deprecated, because: It blocks channels., sources: [list]}
    sources: [list]
    examples:
      - {text: "${hit}", reports: ["${reports}"]}
      - {text: "${miss}", reports: []}
`;
  return checkCompilation(compileTerminology([{ path: 'drugs.yaml', text }]), undefined);
}
