import assert from 'node:assert/strict';
import { shippedEngine } from '../rules/shipped-engine.js';

/** The text after the fix of its only unused directive. */
function fixed(text: string, language: 'markdown' | 'mdx' = 'markdown'): string {
  const { findings } = shippedEngine().lint(text, {
    configuration: { scope: 'always' },
    configured: false,
    language,
    today: '2026-01-15',
  });
  const unused = findings.filter(({ ruleId }) => ruleId === 'unused-directive');
  assert.equal(unused.length, 1);
  const [fix] = unused[0]!.fixes;
  assert.equal(fix!.grade, 'review');
  const { span, text: written } = fix!.edits[0]!;
  return text.slice(0, span.start) + written + text.slice(span.end);
}

describe('the fix of an unused directive', () => {
  it('takes the spaces before it with it at the end of a line', () => {
    assert.equal(fixed('One.\nTwo. <!-- kossa-disable-line eponym-form -->\nThree.\n'), 'One.\nTwo.\nThree.\n');
    assert.equal(fixed('Two. <!-- kossa-disable-line eponym-form --> \r\nThree.\r\n'), 'Two. \r\nThree.\r\n');
  });

  it('leaves them where words follow', () => {
    assert.equal(fixed('One <!-- kossa-disable-line eponym-form --> two.\n'), 'One  two.\n');
  });

  it('leaves its line empty, which may part two paragraphs', () => {
    assert.equal(fixed('One.\n<!-- kossa-disable-next-line eponym-form -->\nTwo.\n'), 'One.\n\nTwo.\n');
  });

  it('takes an expression of MDX out whole', () => {
    assert.equal(fixed('One. {/* kossa-disable-line eponym-form */}\n', 'mdx'), 'One.\n');
  });
});
