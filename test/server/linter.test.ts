import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../engine/src/index.js';
import type { DocumentSettings } from '../../server/src/document-settings.js';
import { Linter } from '../../server/src/linter.js';
import { stubTerminology } from './stub-terminology.js';

const URI = 'untitled:Untitled-1';

describe('linter', () => {
  it('keeps what a request for an earlier opening finds apart from the document that is open now', async () => {
    const settings = [later()];
    const linter = linterOf(() => settings.shift()?.promise);
    const [asked] = settings;
    const earlier = TextDocument.create(URI, 'markdown', 2, 'Diltiazem is a calcium blocker.\n');
    linter.forget(earlier);
    const late = linter.lint(earlier, CancellationToken.None);
    const now = TextDocument.create(URI, 'markdown', 1, 'Diltiazem is a tablet.\n');
    assert.deepEqual(await findings(linter, now), []);
    asked!.resolve();
    await late;
    TextDocument.update(now, [{ text: 'Ask about diltiazem.\n' }], 2);
    assert.deepEqual(await findings(linter, now), []);
  });
});

async function findings(linter: Linter, document: TextDocument): Promise<string[]> {
  const linted = await linter.lint(document, CancellationToken.None);
  return (linted?.result.findings ?? []).map(({ ruleId }) => ruleId);
}

function later(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** @param wait what an answer about settings waits for */
function linterOf(wait: () => Promise<void> | undefined): Linter {
  const settings = { enabled: true, configuration: {}, configured: false, severityOverrides: {} };
  return new Linter({
    engine: Promise.resolve(createEngine({ terminology: stubTerminology() })),
    environment: {
      today: () => '2026-03-01',
      now: () => 0,
      pause: () => Promise.resolve(),
      loadData: () => Promise.reject(new Error('no data')),
      readFile: () => Promise.resolve(undefined),
      listFolder: () => Promise.resolve(undefined),
      listFiles: () => Promise.resolve([]),
    },
    log: { fault: (doing, error) => assert.fail(`${doing}: ${String(error)}`), note: () => undefined },
    settingsFor: async () => {
      await wait();
      return settings as unknown as DocumentSettings;
    },
  });
}
