import assert from 'node:assert/strict';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';

const CONCEPTS = `concepts:
  - id: biopsy
    preferred: biopsy
    kind: procedure
    definition:
      text: A piece of tissue.
      sources: [a-book]
sources:
  a-book:
    title: A book
    url: "https://example.org/book"
`;

/** An attribute of one value that is told by the lines. */
function compiled(lines: string, verbs = '') {
  const text = `attributes:
  - id: what-it-is
    about: What it is.
${verbs}    values:
      - value: sample
        ${lines}
      - value: picture
    holds:
      - of: [biopsy]
        value: sample
        because: It is a sample.
        sources: [a-book]
    examples:
      - {text: A biopsy is a picture., reports: ["wrong-relation: biopsy is a picture"]}
      - {text: A biopsy is a sample., reports: []}
`;
  return compileTerminology([
    { path: 'concepts.yaml', text: CONCEPTS },
    { path: 'attributes.yaml', text },
  ]);
}

describe('the explanations of an attribute', () => {
  it('are read as parts that stand in any order', () => {
    const { terminology, problems } = compiled('means: ["(piece|bit) + tissue[s]"]');
    assert.deepEqual(problems, []);
    assert.deepEqual(terminology!.attributes![0]!.values[0]!.means, [[[['piece', 'bit']], [['tissues', 'tissue']]]]);
  });

  it('may stand behind verbs', () => {
    const { terminology, problems } = compiled('objects: ["tissue"]', '    verbs: ["(takes|take) [out]"]\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(terminology!.attributes![0]!.verbs, [
      [
        ['takes', 'take'],
        ['out', ''],
      ],
    ]);
  });

  it('need the verbs that their objects stand behind', () => {
    const { problems } = compiled('objects: ["tissue"]');
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['`what-it-is` has objects: add the `verbs` they stand behind'],
    );
  });

  it('need a word in each part', () => {
    const { terminology, problems } = compiled('means: ["piece + [tissue]"]');
    assert.equal(terminology, undefined);
    assert.match(problems[0]!.message, /leave one word in each part/u);
  });
});
