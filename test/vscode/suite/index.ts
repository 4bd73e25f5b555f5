import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const TEST_TIME_LIMIT_MS = 30_000;

/**
 * What the extension host calls: runs the suites that lie beside this file in the bundle's folder.
 *
 * @throws (rejects) when a test failed, and when no test ran at all: VS Code takes an empty run for a passed one.
 */
export async function run(): Promise<void> {
  const pattern = process.env['MOCHA_GREP'];
  const reporter = process.env['KOSSA_SUMMARY_REPORTER'];
  const mocha = new Mocha({
    timeout: TEST_TIME_LIMIT_MS,
    color: false,
    ...(pattern ? { grep: new RegExp(pattern) } : { forbidOnly: true, forbidPending: true }),
    ...(reporter ? { reporter } : {}),
  });
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'));
  for (const name of suites.sort()) mocha.addFile(path.join(__dirname, name));
  const { failures, testsRun } = await runMocha(mocha);
  if (testsRun === 0) throw new Error('no editor test ran');
  if (failures > 0) throw new Error(`${failures} editor tests failed`);
}

function runMocha(mocha: Mocha): Promise<{ readonly failures: number; readonly testsRun: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => resolve({ failures, testsRun: runner.stats?.tests ?? 0 }));
  });
}
