import assert from 'node:assert/strict';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { Harness } from './harness.js';

const A = 'file:///articles/a.md';
const B = 'file:///articles/b.md';
const ON = { workspaceDiagnostics: { enable: true } };

describe('diagnostics of the workspace', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start();
    harness.files.set(A, 'A calcium blocker.\n');
    harness.files.set(B, 'Nothing.\n');
  });
  afterEach(() => harness.stop());

  function ask(
    previousResultIds: readonly { uri: string; value: string }[] = [],
    source = new CancellationTokenSource(),
  ): Promise<WorkspaceDiagnosticReport> {
    return harness.client.sendRequest('workspace/diagnostic', { previousResultIds }, source.token);
  }

  /** Another request is answered: the ones before it were taken up. */
  function roundTrip(): Promise<unknown> {
    return harness.client.sendRequest('textDocument/hover', {
      textDocument: { uri: A },
      position: { line: 0, character: 0 },
    });
  }

  function rulesOf(
    report: WorkspaceDiagnosticReport,
  ): readonly (readonly [uri: string, rules: readonly unknown[] | string])[] {
    return report.items.map((item) => [
      item.uri,
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]);
  }

  it('say nothing where the writer does not want them', async () => {
    assert.deepEqual((await ask()).items, []);
  });

  it('are those of the articles that are not open', async () => {
    await harness.changeSettings(ON);
    await harness.open(B, 'Nothing.\n');
    assert.deepEqual(rulesOf(await ask()), [[A, ['avoided-term']]]);
  });

  it('wait until something changes, and then say unchanged of what did not', async () => {
    await harness.changeSettings(ON);
    const first = await ask();
    const ids = first.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    let answered = false;
    const second = ask(ids).then((report) => {
      answered = true;
      return report;
    });
    await roundTrip();
    assert.equal(answered, false);
    harness.files.set(B, 'A calcium blocker here.\n');
    await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 2 }] });
    assert.deepEqual(rulesOf(await second), [
      [A, 'unchanged'],
      [B, ['avoided-term']],
    ]);
  });

  it('go with the file that they were of', async () => {
    await harness.changeSettings(ON);
    const ids = (await ask()).items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    harness.files.delete(A);
    await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: A, type: 3 }] });
    const report = await ask(ids);
    assert.deepEqual(rulesOf(report), [
      [B, 'unchanged'],
      [A, []],
    ]);
  });

  it('can be cancelled while they wait', async () => {
    await harness.changeSettings(ON);
    await ask();
    const source = new CancellationTokenSource();
    const waiting = ask([], source);
    await roundTrip();
    source.cancel();
    await assert.rejects(waiting, /cancel/iu);
  });
});
