import 'mocha/mocha.js';
import { resultsMark, type WebResults } from './results.js';

const TEST_TIME_LIMIT_MS = 30_000;

/**
 * Runs suites in the extension host of a browser, which is a worker: no disk, no Node. The page reads the report and the
 * counts from the console.
 *
 * @param load brings each suite in, once mocha's words are there
 * @throws (rejects) when a test failed, and when no test ran at all: VS Code takes an empty run for a passed one.
 */
export async function runSuites(load: readonly (() => Promise<unknown>)[], pattern: string | undefined): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: TEST_TIME_LIMIT_MS,
    reporter: Mocha.reporters.Spec,
    ...(pattern === undefined ? { forbidOnly: true, forbidPending: true } : { grep: new RegExp(pattern, 'u') }),
  });
  for (const suite of load) await suite();
  const results = await new Promise<WebResults>((resolve) => {
    const runner = mocha.run(() => {
      const { passes, failures } = runner.stats!;
      resolve({ passed: passes, failed: failures });
    });
  });
  console.log(`${resultsMark}${JSON.stringify(results)}`);
  if (results.passed + results.failed === 0) throw new Error('no web test ran');
  if (results.failed > 0) throw new Error(`${results.failed} web tests failed`);
}
