import assert from 'node:assert/strict';
import { statusDetail, statusText } from '../../../client/src/status-text.js';
import type { StatusParams } from '../../../protocol.js';

const STATUS: StatusParams = {
  uri: 'file:///a.md',
  state: 'checked',
  findings: { error: 2, warning: 1, info: 0, hint: 0 },
  styleRules: 'speak',
  scope: 'auto',
};
const NONE = { error: 0, warning: 0, info: 0, hint: 0 };

describe('the status item', () => {
  for (const [name, status, text] of [
    ['counts findings', STATUS, '$(error) Kossa: 3 findings'],
    ['counts one finding', { ...STATUS, findings: { ...NONE, hint: 1 } }, '$(info) Kossa: 1 finding'],
    ['says that nothing was found', { ...STATUS, findings: NONE }, '$(check) Kossa: no findings'],
    ['says that it is paused', { ...STATUS, state: 'paused' }, '$(debug-pause) Kossa: paused'],
    ['says that it is off', { ...STATUS, state: 'off' }, '$(circle-slash) Kossa: off here'],
    ['says that it cannot run', { ...STATUS, state: 'failed' }, '$(error) Kossa cannot run'],
  ] as const) {
    it(name, () => assert.equal(statusText(status), text));
  }

  it('says what was found and that the style rules speak', () => {
    assert.equal(statusDetail(STATUS), '2 errors, 1 warning, style rules speak');
  });

  it('says the grade where it is known', () => {
    assert.equal(statusDetail(STATUS, 9.26), '2 errors, 1 warning, grade 9.3, style rules speak');
  });

  it('says why the style rules rest', () => {
    assert.match(
      statusDetail({ ...STATUS, findings: NONE, styleRules: 'rest-too-few-terms' }),
      /^style rules rest: the text names few medical terms/,
    );
    assert.match(
      statusDetail({ ...STATUS, styleRules: 'rest-no-configuration' }),
      /no configuration file covers this file/,
    );
  });

  it('puts trouble before all else', () => {
    assert.equal(
      statusDetail({ ...STATUS, problem: '.kossarc.json:1:3 unknown key' }),
      '.kossarc.json:1:3 unknown key',
    );
  });
});
