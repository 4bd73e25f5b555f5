import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeNotices, noticesFile } from '../../scripts/notices.js';

describe('THIRD-PARTY-NOTICES.txt', () => {
  it('is what npm run notices would write', async () => {
    assert.equal(readFileSync(noticesFile, 'utf8'), await makeNotices(), 'run: npm run notices');
  });
});
