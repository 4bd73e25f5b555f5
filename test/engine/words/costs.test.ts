import assert from 'node:assert/strict';
import fc from 'fast-check';
import { soundKey, spellingCost } from '../../../engine/src/words/costs.js';

const word = fc.string({ unit: fc.constantFrom(...'acehinoprsty'), minLength: 1, maxLength: 9 });

describe('the cost of a slip', () => {
  it('is nothing for the same word, and something for another', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(spellingCost(a, a), 0);
        if (a !== b) assert.ok(spellingCost(a, b) > 0);
      }),
    );
  });

  it('is never more than writing the word anew', () => {
    fc.assert(fc.property(word, word, (a, b) => assert.ok(spellingCost(a, b) <= 1.4 * (a.length + b.length))));
  });

  const cheap = [
    ['a doubled letter', 'calcinossis', 'calcinosis'],
    ['a letter that should be double', 'diarhea', 'diarrhea'],
    ['f for ph', 'calcifylaxis', 'calciphylaxis'],
    ['r for rh', 'reumatoid', 'rheumatoid'],
    ['i for y', 'dermatomiositis', 'dermatomyositis'],
    ['one vowel for another', 'warferin', 'warfarin'],
    ['k for c', 'sklerosis', 'sclerosis'],
    ['two letters swapped', 'thryoid', 'thyroid'],
  ] as const;
  for (const [slip, written, meant] of cheap) {
    it(`is small for ${slip}`, () =>
      assert.ok(spellingCost(written, meant) <= 0.7, String(spellingCost(written, meant))));
  }

  it('is one slip for a letter that moved', () => {
    assert.ok(spellingCost('athsma', 'asthma') < 1);
    assert.ok(spellingCost('lieson', 'lesion') < 1);
    assert.ok(spellingCost('lieson', 'legion') > 1.2);
  });

  it('is higher for a wrong first letter', () => {
    assert.ok(spellingCost('salcium', 'calcium') > spellingCost('calsium', 'calcium'));
  });

  it('is higher for letters that nothing confuses', () => {
    assert.ok(spellingCost('calmium', 'calcium') > spellingCost('calsium', 'calcium'));
  });
});

describe('the sound of a word', () => {
  it('is the same for spellings that sound alike', () => {
    assert.equal(soundKey('tomografy'), soundKey('tomography'));
    assert.equal(soundKey('reumatism'), soundKey('rheumatism'));
    assert.equal(soundKey('haemorage'), soundKey('hemorage'));
  });

  it('differs for words that sound different', () => {
    assert.notEqual(soundKey('warfarin'), soundKey('heparin'));
  });
});
