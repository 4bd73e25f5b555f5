import assert from 'node:assert/strict';
import type { CompiledPhrase } from '../../../engine/src/terminology/compiled.js';
import { linesOfPhrases, PhraseIndex, phrasesOfLines } from '../../../engine/src/terminology/phrase-lines.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

const phrases: readonly CompiledPhrase[] = [
  { key: 'calcium', targets: [{ is: 'variant', concept: 12, variant: 0, form: 'base' }] },
  { key: 'calcium blocker', targets: [{ is: 'confusion', confusion: 3, written: 1 }] },
  {
    key: 'calcium channel blockers',
    targets: [
      { is: 'variant', concept: 7, variant: 2, form: 'plural', locale: 'uk' },
      { is: 'wording', wording: 5 },
    ],
  },
  { key: 'calciums', targets: [{ is: 'eponym', eponym: 1, noun: 0 }] },
  { key: 'one of a few', targets: [{ is: 'wording', wording: 2 }] },
];

describe('phrases as lines', () => {
  it('come back as they were', () => {
    assert.deepEqual(phrasesOfLines(linesOfPhrases(phrases)), phrases);
    assert.deepEqual(phrasesOfLines(linesOfPhrases([])), []);
  });

  it('are found by their first token alone, longest first', () => {
    const index = new PhraseIndex(linesOfPhrases(phrases));
    const keys = (norm: string) => index.get(norm)?.map(({ norms }) => norms.join(' '));
    assert.deepEqual(keys('calcium'), ['calcium channel blockers', 'calcium blocker', 'calcium']);
    assert.deepEqual(keys('calciums'), ['calciums']);
    assert.deepEqual(keys('one'), ['one of a few']);
    assert.deepEqual(['calci', 'blocker', '', 'few'].map(keys), [undefined, undefined, undefined, undefined]);
    assert.equal(new PhraseIndex('').get(''), undefined);
  });

  it('are found in any order of the lines', () => {
    const turned = new PhraseIndex(linesOfPhrases([...phrases].reverse()));
    assert.equal(turned.get('calcium')?.length, 3);
    const scattered = new PhraseIndex(linesOfPhrases([phrases[0]!, phrases[3]!, phrases[1]!]));
    assert.deepEqual(
      scattered.get('calcium')?.map(({ norms }) => norms.length),
      [2, 1],
    );
  });

  it('are all found in what is shipped', () => {
    const { terminology } = shippedEngine();
    const lost = phrasesOfLines(terminology.compiled.phrases).filter(
      ({ key, targets }) =>
        !terminology.phraseIndex
          .get(key.split(' ')[0]!)
          ?.some(({ norms, targets: found }) => norms.join(' ') === key && found.length === targets.length),
    );
    assert.deepEqual(lost, []);
  });
});
