import assert from 'node:assert/strict';
import { MARKS, SUMS, type Features } from '../../../engine/src/assertions/features.js';
import { RememberedAnswers } from '../../../engine/src/assertions/remembered.js';

describe('what the network answered', () => {
  it('is not asked again for the same words around the same places', () => {
    const asked = new Counted();
    const answers = new RememberedAnswers();
    const first = answers.answerTo(featuresOf(4), asked.answer);
    assert.equal(answers.answerTo(featuresOf(4), asked.answer), first);
    assert.equal(asked.count, 1);
  });

  it('is asked again where anything that it sees differs', () => {
    const asked = new Counted();
    const answers = new RememberedAnswers();
    answers.answerTo(featuresOf(4), asked.answer);
    const others: ((features: Features) => void)[] = [
      ({ words }) => (words[2] = 9),
      ({ endings }) => (endings[0] = 9),
      ({ marks }) => (marks[0] = 0.5),
      ({ marks }) => (marks[0] = 1),
      ...Array.from(
        { length: MARKS - 1 },
        (_, mark) =>
          ({ marks }: Features) =>
            (marks[2 * MARKS + mark + 1] = 1),
      ),
      ...Array.from(
        { length: SUMS },
        (_, sum) =>
          ({ sums }: Features) =>
            ((sums as number[])[sum] = 0.25),
      ),
    ];
    for (const change of others) {
      const features = featuresOf(4);
      change(features);
      answers.answerTo(features, asked.answer);
    }
    answers.answerTo({ ...featuresOf(4), relation: 2 }, asked.answer);
    answers.answerTo(featuresOf(5), asked.answer);
    assert.equal(asked.count, others.length + 3);
  });

  it('is forgotten in the end, but not what was asked lately', () => {
    const asked = new Counted();
    const answers = new RememberedAnswers();
    for (let relation = 0; relation < 2500; relation++) {
      answers.answerTo({ ...featuresOf(1), relation }, asked.answer);
      answers.answerTo({ ...featuresOf(1), relation: 0 }, asked.answer);
    }
    assert.equal(asked.count, 2500);
    answers.answerTo({ ...featuresOf(1), relation: 1 }, asked.answer);
    assert.equal(asked.count, 2501);
  });
});

class Counted {
  count = 0;
  readonly answer = (): number => ++this.count;
}

function featuresOf(length: number): Features {
  return {
    length,
    words: new Int32Array(length).fill(7),
    endings: new Int32Array(length).fill(3),
    besideSubject: new Int32Array(length),
    besideObject: new Int32Array(length),
    marks: new Float32Array(length * MARKS),
    sums: new Array<number>(SUMS).fill(0),
    relation: 1,
  };
}
