// Polished articles that state many facts close together, by writers who knew nothing of the program: comparisons of
// diseases, levels, medicines, glands and tests. Nothing in them is wrong, so that a loud finding is a false alarm.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedEngine } from '../../rules/shipped-engine.js';

const FOLDER = path.join(import.meta.dirname, '../../corpus/right-facts');

describe('an article full of right facts', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    it(`gives nothing loud: ${name}`, () => {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const { findings } = shippedEngine().lint(text, {
        configuration: { scope: 'always' },
        configured: true,
        language: 'markdown',
        today: '2026-01-15',
      });
      const loud = findings.filter(
        ({ ruleId, severity }) => (severity === 'error' || severity === 'warning') && ruleId !== 'missing-review-date',
      );
      assert.deepEqual(
        loud.map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`),
        [],
      );
    });
  }
});
