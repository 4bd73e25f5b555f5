import assert from 'node:assert/strict';
import { verbForms } from '../../../engine/src/language/verb-forms.js';

describe('the forms of a verb', () => {
  const FORMS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['block', [], ['block', 'blocks', 'blocking', 'blocked']],
    ['raise', [], ['raise', 'raises', 'raising', 'raised']],
    ['carry', [], ['carry', 'carries', 'carrying', 'carried']],
    ['destroy', [], ['destroy', 'destroys', 'destroying', 'destroyed']],
    ['flush', [], ['flush', 'flushes', 'flushing', 'flushed']],
    ['stop', [], ['stop', 'stops', 'stopping', 'stopped']],
    ['open', [], ['open', 'opens', 'opening', 'opened']],
    ['tie', [], ['tie', 'ties', 'tying', 'tied']],
    ['free', [], ['free', 'frees', 'freeing', 'freed']],
    ['keep', ['kept'], ['keep', 'keeps', 'keeping', 'kept']],
    ['break', ['broke', 'broken'], ['break', 'breaks', 'breaking', 'broke', 'broken']],
    ['get', ['got', 'getting'], ['get', 'gets', 'got', 'getting']],
  ];
  for (const [verb, past, forms] of FORMS) {
    it(`are those of “${verb}”`, () => {
      assert.deepEqual(verbForms(verb, past), forms);
    });
  }

  it('change its first word only', () => {
    assert.deepEqual(verbForms('hang on to', ['hung']), ['hang on to', 'hangs on to', 'hanging on to', 'hung on to']);
  });
});
