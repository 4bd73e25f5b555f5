// npm test: everything that must hold, from a fresh clone on; the last line adds all tests up.
//
//   node scripts/test.mjs [step…]     without names every step, in this order
import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildAll, installPackages, runCommand } from './set-up.mjs';

const node = (...args) => runCommand(process.execPath, args);
const npmRun = (script, ...args) => runCommand('npm', ['run', '--silent', script, ...args]);

/** `tests` marks the steps that report how many tests passed; nothing after a failed `vital` step could work. */
const steps = [
  { name: 'packages', vital: true, run: () => (installPackages() ? 0 : 1) },
  { name: 'build', vital: true, run: () => (buildAll() ? 0 : 1) },
  { name: 'typecheck', run: () => npmRun('typecheck') },
  { name: 'lint', run: () => npmRun('lint') },
  { name: 'generated', run: () => npmRun('generate', '--', '--check') },
  { name: 'package', run: () => npmRun('package') },
  { name: 'unit', tests: true, run: (environment) => runCommand('npm', ['run', '--silent', 'test:unit'], environment) },
  { name: 'vscode', vital: true, run: () => node('test/vscode/setup.mjs') },
  {
    name: 'editor',
    tests: true,
    run: (environment) => runCommand(process.execPath, ['--import', 'tsx', 'test/vscode/run-tests.ts'], environment),
  },
  {
    name: 'web',
    tests: true,
    run: (environment) =>
      runCommand(process.execPath, ['--import', 'tsx', 'test/vscode/run-web-tests.ts'], environment),
  },
  {
    name: 'ui',
    tests: true,
    run: (environment) => runCommand(process.execPath, ['--import', 'tsx', 'test/vscode/ui-check.ts'], environment),
  },
];

process.exitCode = testAll(process.argv.slice(2));

function testAll(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`unknown step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const chosen = names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'kossa-test-'));
  const lines = [];
  let passed = 0;
  let failed = 0;
  for (const step of chosen) {
    console.log(`\n== ${step.name}`);
    const startedAt = Date.now();
    const result = runStep(step, path.join(temporary, `${step.name}.json`));
    passed += result.passed;
    failed += result.failed;
    lines.push(summaryLine(step, result, Date.now() - startedAt));
    console.log(lines.at(-1));
    if (result.failed > 0 && step.vital) {
      console.log('the steps after this one cannot run');
      break;
    }
  }
  rmSync(temporary, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** A step that ends badly counts as one failed test, unless its tests have said more; so does one that tested nothing. */
function runStep(step, resultsFile) {
  const code = step.run({ KOSSA_TEST_RESULTS: resultsFile });
  if (!step.tests) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const { passed, failed } = existsSync(resultsFile)
    ? JSON.parse(readFileSync(resultsFile, 'utf8'))
    : { passed: 0, failed: 0 };
  const isBad = code !== 0 || passed === 0;
  return { passed, failed: isBad ? Math.max(failed, 1) : failed };
}

function summaryLine(step, { passed, failed }, milliseconds) {
  const time = `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
  const outcome = failed > 0 ? 'FAILED' : 'ok';
  const counts = step.tests ? `, ${passed} passed, ${failed} failed` : '';
  return `${time}  ${step.name}: ${outcome}${counts}`;
}
