import assert from 'node:assert/strict';
import { JUDGED } from '../../../engine/src/claims/claim.js';
import { createEngine, type Engine, type LintResult } from '../../../engine/src/index.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

const CLAIM_RULES = new Set(['mislabeled-type', 'mislabeled-class', 'wrong-relation']);

function lint(engine: Engine, text: string): LintResult {
  return engine.lint(text, {
    configuration: { scope: 'always' },
    configured: true,
    language: 'markdown',
    today: '2026-01-15',
  });
}

describe('assertions', () => {
  it('hold no medicine: without names that the terminology contradicts nothing is judged', () => {
    for (const text of ['A pencil is a calcium channel blocker of wood.', 'Paris is the capital of Italy.', '']) {
      const { document } = lint(shippedEngine(), text);
      assert.deepEqual(
        document.claims.filter(({ probability }) => probability !== undefined),
        [],
      );
    }
  });

  it('report nothing that the terminology does not contradict', () => {
    const text = 'Warfarin, which people have taken for decades, still ranks among the anticoagulants of first choice.';
    assert.deepEqual(
      lint(shippedEngine(), text).findings.filter(({ ruleId }) => CLAIM_RULES.has(ruleId)),
      [],
    );
  });

  it('tell how sure they are of what they judged', () => {
    for (const text of SAID) {
      const claims = lint(shippedEngine(), text).document.claims;
      for (const { form, probability } of claims.filter((claim) => claim.form === JUDGED)) {
        assert.ok(probability !== undefined && probability > 0.5 && probability <= 1, `${form} ${probability}`);
      }
    }
  });

  it('find what no reader of single forms reads', () => {
    const without = createEngine({ terminology: shippedEngine().terminology.compiled });
    const found = (engine: Engine) =>
      SAID.filter((text) => lint(engine, text).findings.some(({ ruleId }) => CLAIM_RULES.has(ruleId)));
    assert.deepEqual(found(shippedEngine()), SAID);
    assert.deepEqual(found(without), []);
  });

  it('leave the same words where the text does not say so', () => {
    for (const text of NOT_SAID) {
      assert.deepEqual(
        lint(shippedEngine(), text).findings.filter(({ ruleId }) => CLAIM_RULES.has(ruleId)),
        [],
        text,
      );
    }
  });
});

/** Each false, in words that the readers of single forms do not know. */
const SAID: readonly string[] = [
  'Alkalosis, which goes with milk-alkali syndrome, is a state of the blood that is too acidic.',
  'For joints there is the rheumatologist; for teeth there is the endocrinologist.',
  'The condition is itself an autoimmune disease, calcinosis that is, and often joins systemic sclerosis or dermatomyositis.',
  'Calcium salts that leak from a drip (calcium chloride, calcium gluconate, azathioprine) can harden the skin.',
];

/** The same facts, not claimed. */
const NOT_SAID: readonly string[] = [
  'Alkalosis, which goes with milk-alkali syndrome, is not a state of the blood that is too acidic.',
  'Is alkalosis a state of the blood that is too acidic? No, of blood that is too alkaline.',
  'The condition is itself no autoimmune disease, calcinosis that is, but it often joins systemic sclerosis.',
  'Calcium salts that leak from a drip (calcium chloride, calcium gluconate) can harden the skin; azathioprine is no salt.',
  'For joints there is the rheumatologist; for teeth there is no endocrinologist.',
  'Nobody thinks of an endocrinologist as the one for teeth.',
];
