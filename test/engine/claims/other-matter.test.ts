// A long text on another matter says of signs and parts of the body what the terminology does not know.
import assert from 'node:assert/strict';
import { claimFindings } from './claim-findings.js';

const FALSE_OF_A_SIGN = 'Sclerodactyly is a blister.';
const FALSE_OF_A_MEDICINE = 'Warfarin is an antibiotic.';
const MIGRAINE = Array.from(
  { length: 20 },
  (_, day) => `On day ${day + 1} the headache came back before noon, and she wrote it down.`,
).join(' ');
const CALCINOSIS = MIGRAINE.replaceAll('headache', 'lump of calcinosis cutis');

describe('a long text on another matter', () => {
  it('gives nothing on signs and parts of the body', () => {
    assert.equal(claimFindings(FALSE_OF_A_SIGN).length, 1);
    assert.deepEqual(claimFindings(`${MIGRAINE}\n\n${FALSE_OF_A_SIGN}`), []);
  });

  it('gives what is false of a medicine', () => {
    assert.equal(claimFindings(`${MIGRAINE}\n\n${FALSE_OF_A_MEDICINE}`).length, 1);
  });

  it('gives both where it speaks of calcinosis', () => {
    assert.equal(claimFindings(`${CALCINOSIS}\n\n${FALSE_OF_A_SIGN}`).length, 1);
    assert.equal(claimFindings(`${CALCINOSIS}\n\n${FALSE_OF_A_MEDICINE}`).length, 1);
  });
});
