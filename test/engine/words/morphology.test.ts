import assert from 'node:assert/strict';
import { isFormOfKnown, isInflected } from '../../../engine/src/words/morphology.js';

const KNOWN = new Set(
  'calcification deposit biopsy diagnosis stenosis sarcoma virus nodule wheeze symptom vomit tissue capillary ischemia haemorrhage ultrasonography calcemia articular thyroid inflame analyze trophy'.split(
    ' ',
  ),
);
const known = (word: string): boolean => KNOWN.has(word);

describe('forms of known words', () => {
  const forms = {
    inflected: 'calcifications deposited biopsies diagnoses sarcomata viruses wheezing inflamed',
    'in the other spelling': 'ischaemia hemorrhage hemorrhages analyse',
    derived: 'ultrasonographic ultrasonographically stenotic ischemic calcemic',
    prefixed: 'periarticular parathyroid microcalcification normocalcemia',
    compounded: 'osteoarthritis nephrectomy gastroenteritis polyarthritis',
  };
  for (const [kind, words] of Object.entries(forms)) {
    for (const word of words.split(' ')) {
      it(`accepts ${word}, ${kind}`, () => assert.equal(isFormOfKnown(word, known), true));
    }
  }

  it('accepts no word without a known part', () => {
    for (const word of ['colchine', 'blorbitis', 'frondosis', 'xylomab']) {
      assert.equal(isFormOfKnown(word, known), false, word);
    }
  });

  it('accepts no inflection that English does not make', () => {
    for (const word of ['viruss', 'symptomes', 'vomitting', 'wheezeing', 'capillarys', 'biopsyes', 'tissuees']) {
      assert.equal(isInflected(word, known), false, word);
    }
  });
});
