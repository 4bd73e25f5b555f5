import assert from 'node:assert/strict';
import { splitSentences } from '../../../engine/src/language/sentences.js';
import { tokenize } from '../../../engine/src/language/tokenize.js';

function sentencesOf(text: string): string[] {
  return splitSentences(tokenize(text)).map(({ span }) => text.slice(span.start, span.end).trim());
}

describe('sentences', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    // An answer, and a number.
    ['Is it harmless? No. Calciphylaxis is dangerous.', 'Is it harmless?', 'No.', 'Calciphylaxis is dangerous.'],
    ['See case No. 5 below. It is dystrophic.', 'See case No. 5 below.', 'It is dystrophic.'],
    ['No. 12 of the series has lupus.', 'No. 12 of the series has lupus.'],
    ['Take vitamin D. It helps.', 'Take vitamin D.', 'It helps.'],
    ['J. Smith saw her, e.g. on Monday.', 'J. Smith saw her, e.g. on Monday.'],
  ];
  for (const [text, ...expected] of cases) {
    it(`of “${text}”`, () => {
      assert.deepEqual(sentencesOf(text), expected);
    });
  }
});
