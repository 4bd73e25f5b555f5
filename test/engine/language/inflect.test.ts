import assert from 'node:assert/strict';
import { pluralForms, pluralTerms } from '../../../engine/src/language/inflect.js';

const PLURALS: readonly (readonly [string, string])[] = [
  ['calcinosis', 'calcinoses'],
  ['deposit', 'deposits'],
  ['biopsy', 'biopsies'],
  ['bursa', 'bursae'],
  ['nucleus', 'nuclei'],
  ['bacterium', 'bacteria'],
  ['appendix', 'appendices'],
  ['phenomenon', 'phenomena'],
  ['virus', 'viruses'],
  ['pilomatricoma', 'pilomatricomas'],
  ['thorax', 'thoraces'],
  ['abscess', 'abscesses'],
  ['key', 'keys'],
  ['metastasis', 'metastases'],
  ['diagnosis', 'diagnoses'],
  ['arthritis', 'arthritides'],
];

describe('plurals', () => {
  for (const [singular, plural] of PLURALS) {
    it(`one ${singular}, two ${plural}`, () => assert.equal(pluralForms(singular)[0], plural));
  }
  it('has none for a plural', () => assert.deepEqual(pluralForms('deposits'), []));
  it('inflects the head of a term', () => {
    assert.deepEqual(pluralTerms('calcium deposit'), ['calcium deposits']);
    assert.deepEqual(pluralTerms('tear of the meniscus'), ['tears of the meniscus']);
  });
});
