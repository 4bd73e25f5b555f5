import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { Harness } from './harness.js';

const ROOT = 'file:///articles';
const A = 'file:///articles/a.md';
const B = 'file:///articles/b.md';
const ON = { workspaceDiagnostics: { enable: true } };

describe('diagnostics of the workspace', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({ roots: [ROOT] });
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

  function idsOf(report: WorkspaceDiagnosticReport): { uri: string; value: string }[] {
    return report.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
  }

  function rulesOf(
    report: WorkspaceDiagnosticReport,
  ): readonly (readonly [uri: string, rules: readonly unknown[] | string])[] {
    return report.items.map((item) => [
      item.uri,
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]);
  }

  it('say nothing where the writer does not want them, and ask for no list of files', async () => {
    assert.deepEqual((await ask()).items, []);
    assert.equal(harness.listings, 0);
    assert.deepEqual(
      harness.reads.filter((uri) => uri === A || uri === B),
      [],
    );
  });

  it('go when the writer does not want them any more', async () => {
    await harness.changeSettings(ON);
    const ids = idsOf(await ask());
    const { listings } = harness;
    await harness.changeSettings({});
    assert.deepEqual(rulesOf(await ask(ids)), [
      [A, []],
      [B, []],
    ]);
    assert.equal(harness.listings, listings);
  });

  it('are those of the folders that want them, where the innermost folder decides', async () => {
    await harness.stop();
    harness = await Harness.start({ roots: [ROOT, `${ROOT}/drafts`, 'file:///else'] });
    harness.settingsFor = (uri) => (uri?.startsWith(`${ROOT}/drafts/`) ? {} : uri?.startsWith(ROOT) ? ON : {});
    for (const uri of [A, `${ROOT}/drafts/c.md`, 'file:///else/d.md']) harness.files.set(uri, 'A calcium blocker.\n');
    assert.deepEqual(rulesOf(await ask()), [[A, ['avoided-term']]]);
  });

  it('leave out what a configuration ignores', async () => {
    harness.files.set(`${ROOT}/.kossaignore`, 'a.md\n');
    await harness.changeSettings(ON);
    assert.deepEqual(rulesOf(await ask()), [[B, []]]);
  });

  it('do not read again what did not change', async () => {
    await harness.changeSettings(ON);
    const ids = idsOf(await ask());
    harness.reads.length = 0;
    harness.files.set(B, 'A calcium blocker here.\n');
    await harness.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 2 }] });
    await ask(ids);
    assert.deepEqual(
      harness.reads.filter((uri) => uri.endsWith('.md')),
      [B],
    );
  });

  it('come in parts, with progress, where there are many', async () => {
    await harness.changeSettings(ON);
    for (let number = 0; number < 50; number++) harness.files.set(`${ROOT}/n${number}.md`, 'A calcium blocker.\n');
    const parts: number[] = [];
    harness.client.onProgress(
      WorkspaceDiagnosticRequest.partialResult,
      'parts',
      (part) => void parts.push(part.items.length),
    );
    const last = await harness.client.sendRequest('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    assert.deepEqual(parts, [20, 20]);
    assert.equal((last as WorkspaceDiagnosticReport).items.length, 12);
    assert.deepEqual(harness.progress, ['begin', 'report', 'end']);
  });

  it('stop where the writer ends the progress, and wait for a change then', async () => {
    await harness.changeSettings(ON);
    for (let number = 0; number < 50; number++) harness.files.set(`${ROOT}/n${number}.md`, 'A calcium blocker.\n');
    harness.endsProgress = true;
    const report = await ask();
    assert.ok(report.items.length < 50, `${report.items.length} articles`);
    const source = new CancellationTokenSource();
    const waiting = ask(idsOf(report), source);
    await roundTrip();
    source.cancel();
    await assert.rejects(waiting, /cancel/iu);
  });

  it('are those of the articles that are not open', async () => {
    await harness.changeSettings(ON);
    await harness.open(B, 'Nothing.\n');
    assert.deepEqual(rulesOf(await ask()), [[A, ['avoided-term']]]);
  });

  it('wait until something changes, and then say unchanged of what did not', async () => {
    await harness.changeSettings(ON);
    const first = await ask();
    const ids = idsOf(first);
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
    const ids = idsOf(await ask());
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
