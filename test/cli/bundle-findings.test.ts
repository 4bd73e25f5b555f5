// The tests of rules and claims run the source. What is shipped went through a bundler, which may change what it does
// not print as it stands: here the command that was built reads the same texts, those with typographic marks above all.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';
import { shippedEngine } from '../rules/shipped-engine.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const WRITTEN = path.join(projectRoot, 'test/corpus/written');
const COMMAND = path.join(projectRoot, 'dist/cli.mjs');
/** Every so many of the texts that have nothing but ASCII. */
const STEP = 12;

function texts(): string[] {
  const all = readdirSync(WRITTEN)
    .sort()
    .flatMap((file) => readFileSync(path.join(WRITTEN, file), 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { markdown: string }).markdown);
  return all.filter((text, index) => index % STEP === 0 || /[^\u0000-\u007f]/u.test(text));
}

describe('the built command', function () {
  this.timeout(120_000);
  after(removeWorkplaces);

  it('finds what the source finds', () => {
    const files = Object.fromEntries(texts().map((text, index) => [`${String(index).padStart(4, '0')}.md`, text]));
    const place = new Workplace({ ...files, '.kossarc.yaml': 'scope: always\n' });
    const { stdout } = spawnSync(process.execPath, [COMMAND, 'lint', '--format', 'json', '.'], {
      cwd: place.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const built = JSON.parse(stdout) as readonly {
      readonly filePath: string;
      readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
    }[];
    assert.equal(built.length, Object.keys(files).length);
    for (const { filePath, messages } of built) {
      const { findings } = shippedEngine().lint(files[path.basename(filePath)]!, {
        configuration: { scope: 'always' },
        configured: true,
        language: 'markdown',
        today: '2026-01-15',
      });
      assert.deepEqual(
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).sort(),
        findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).sort(),
        files[path.basename(filePath)],
      );
    }
  });

  it('is plain ASCII where it is read as such', () => {
    const bodies = readdirSync(path.join(projectRoot, 'dist')).filter((name) => name.includes('-body-'));
    assert.deepEqual(bodies.map((name) => name.split('-')[0]).sort(), ['cli', 'server']);
    for (const name of bodies) {
      assert.doesNotMatch(readFileSync(path.join(projectRoot, 'dist', name), 'utf8'), /[^\u0000-\u007f]/u, name);
    }
  });
});
