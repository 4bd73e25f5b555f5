import assert from 'node:assert/strict';
import { DiagnosticSeverity, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { FULL_CLIENT, Harness, type ServerOptions } from './harness.js';

const URI = 'file:///articles/a.md';

describe('diagnostics', () => {
  let harness: Harness;
  const start = async (options?: ServerOptions): Promise<Harness> => (harness = await Harness.start(options));
  afterEach(() => harness.stop());

  it('advertises pull to a client that pulls, and leaves it out for one that does not', async () => {
    const pulling = await start();
    assert.deepEqual(pulling.initialized.capabilities.diagnosticProvider, {
      identifier: 'kossa',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    assert.equal(pulling.initialized.capabilities.positionEncoding, 'utf-16');
    await pulling.stop();
    const pushed = await start({ capabilities: {} });
    assert.equal(pushed.initialized.capabilities.diagnosticProvider, undefined);
  });

  it('carries source, severity, code and the page of the rule', async () => {
    await start();
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const [diagnostic, ...others] = await harness.diagnostics(URI);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.source, 'kossa');
    assert.equal(diagnostic.code, 'avoided-term');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
    assert.match(diagnostic.codeDescription?.href ?? '', /\/docs\/rules\/avoided-term\.md$/);
    assert.deepEqual(diagnostic.range, harness.rangeOf(URI, 'calcium blocker'));
    const data = diagnostic.data as { conceptId: string; fixes: { title: string; grade: string }[] };
    assert.equal(data.conceptId, 'calcium-channel-blocker');
    assert.equal(data.fixes[0]?.grade, 'review');
  });

  it('leads to related places in the document', async () => {
    await start();
    harness.settings = { scope: 'always' };
    await harness.open(
      URI,
      'Take a calcium channel blocker. A calcium channel blocker helps.\n\nThis calcium antagonist helps, too. A calcium antagonist may do.\n',
    );
    const related = (await harness.diagnostics(URI)).flatMap((item) => item.relatedInformation ?? []);
    assert.deepEqual(
      related.map(({ location }) => [location.uri, harness.document(URI).getText(location.range)]),
      [[URI, 'calcium channel blocker']],
    );
  });

  it('leads to the page of the term that it is about, in a client that shows such pages', async () => {
    await start({ initializationOptions: { hasCommands: true } });
    await harness.open(URI, 'A calcium blocker.');
    const [place] = (await harness.diagnostics(URI))[0]!.relatedInformation!;
    assert.match(place!.location.uri, /^kossa-term:\/calcium%20channel%20blocker\.md\?/u);
    assert.equal(place!.message, 'What “calcium channel blocker” means');
    const other = await Harness.start();
    await other.open(URI, 'A calcium blocker.');
    assert.equal((await other.diagnostics(URI))[0]!.relatedInformation, undefined);
    await other.stop();
  });

  it('leaves out of a diagnostic what the client cannot take', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const [diagnostic] = await harness.diagnostics(URI);
    assert.deepEqual(Object.keys(diagnostic ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
  });

  it('places findings after emoji, entities and CRLF where the words are', async () => {
    await start();
    const text =
      '# 🩺 Heart\r\n\r\n> 😀 *Diltiazem* &amp; co.\r\n> is a **calcium blocker** 💊.\r\n\r\n| 🩸 | b |\r\n| - | - |\r\n| x | a calcium blocker |\r\n';
    await harness.open(URI, text);
    assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker', 'avoided-term: calcium blocker']);
  });

  it('follows edits, each of them a part of the text', async () => {
    await start();
    await harness.open(URI, 'One 😀 line.\r\n\r\nDiltiazem is a calcium channel blocker.\r\n');
    assert.deepEqual(await harness.findings(URI), []);
    await harness.replace(URI, 'channel ', '');
    assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
    await harness.change(URI, [
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, text: '' },
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        text: 'A calcium blocker.\r\n\r\n',
      },
    ]);
    assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker', 'avoided-term: calcium blocker']);
  });

  it('answers unchanged where nothing changed, and in full after a change', async () => {
    await start();
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const first = await harness.pull(URI);
    const again = await harness.pull(URI, first.resultId);
    assert.equal(again.kind, 'unchanged');
    await harness.replace(URI, 'calcium blocker', 'calcium antagonist');
    const changed = await harness.pull(URI, first.resultId);
    assert.equal(changed.kind, 'full');
    assert.notEqual(changed.resultId, first.resultId);
  });

  it('does not take the second opening of a file for the first', async () => {
    await start();
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const first = await harness.pull(URI);
    await harness.close(URI);
    await harness.open(URI, 'Nothing here.');
    const second = await harness.pull(URI, first.resultId);
    assert.equal(second.kind, 'full');
  });

  it('answers with nothing for a document that is not open', async () => {
    await start();
    assert.deepEqual(await harness.diagnostics('file:///nowhere.md'), []);
  });

  it('reads MDX as MDX', async () => {
    await start();
    await harness.open(
      'file:///a.mdx',
      '{/* kossa-disable-next-line avoided-term */}\n\nA calcium blocker.\n\n<Note>A calcium blocker.</Note>\n',
      'mdx',
    );
    assert.deepEqual(
      (await harness.diagnostics('file:///a.mdx')).map((item) => item.range.start.line),
      [4],
    );
  });

  describe('while a document is being read', () => {
    const long = `${'Diltiazem is a calcium blocker.\n\n'.repeat(200)}`;

    it('stops when the request is cancelled, and serves the next one', async () => {
      await start({ tick: 1000 });
      await harness.open(URI, long);
      const { CancellationTokenSource } = await import('vscode-languageserver');
      const source = new CancellationTokenSource();
      const pulled = harness.client.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri: URI } },
        source.token,
      );
      await harness.until(() => true);
      while (harness.pauses < 3) await new Promise((resolve) => setImmediate(resolve));
      source.cancel();
      await assert.rejects(pulled, { code: -32800 });
      const pausesThen = harness.pauses;
      assert.ok(pausesThen < 200, `stopped after ${pausesThen} pauses`);
      assert.equal((await harness.diagnostics(URI)).length, 200);
    });

    it('drops what it found in a version that is gone', async () => {
      await start({ tick: 1000 });
      await harness.open(URI, long);
      const stale = harness.pull(URI).then(
        () => 'answered',
        (error: { code: number; data?: { retriggerRequest: boolean } }) => error,
      );
      while (harness.pauses < 3) await new Promise((resolve) => setImmediate(resolve));
      await harness.change(URI, [{ text: 'One calcium blocker.' }]);
      assert.deepEqual(await harness.findings(URI), ['avoided-term: calcium blocker']);
      const answer = await stale;
      assert.ok(typeof answer === 'object' && answer.code === -32802 && answer.data?.retriggerRequest === true);
    });

    it('reads once for requests that come together, and goes on when one of them is cancelled', async () => {
      await start({ tick: 1000 });
      await harness.open(URI, long);
      const { CancellationTokenSource } = await import('vscode-languageserver');
      const source = new CancellationTokenSource();
      const cancelledOne = harness.client.sendRequest(
        'textDocument/hover',
        { textDocument: { uri: URI }, position: { line: 0, character: 2 } },
        source.token,
      );
      const kept = harness.pull(URI);
      while (harness.pauses < 3) await new Promise((resolve) => setImmediate(resolve));
      source.cancel();
      await assert.rejects(cancelledOne, { code: -32800 });
      const report = await kept;
      assert.ok(report.kind === 'full' && report.items.length === 200);
      assert.ok(harness.pauses < 400, `${harness.pauses} pauses: the text was read once`);
    });

    it('lets no old version win over rapid edits', async () => {
      await start({ tick: 1000 });
      await harness.open(URI, long);
      const pulls: Promise<DocumentDiagnosticReport | undefined>[] = [];
      for (let edit = 0; edit < 20; edit++) {
        await harness.change(URI, [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' },
        ]);
        pulls.push(harness.pull(URI).catch(() => undefined));
      }
      const answers = await Promise.all(pulls);
      assert.ok(answers[19]?.kind === 'full');
      assert.deepEqual(answers[19].items[0]?.range, harness.rangeOf(URI, 'calcium blocker'));
    });
  });

  describe('pushed', () => {
    const capabilities = {
      workspace: FULL_CLIENT.workspace!,
      textDocument: { publishDiagnostics: { dataSupport: true } },
    };

    it('come after opening, after a change with its version, and go when the document is closed', async () => {
      await start({ capabilities });
      await harness.open(URI, 'Diltiazem is a calcium blocker.');
      await harness.until(() => harness.published.length === 1);
      assert.deepEqual([harness.published[0]?.version, harness.published[0]?.diagnostics.length], [1, 1]);
      await harness.replace(URI, 'calcium blocker', 'calcium antagonist');
      await harness.until(() => harness.published.length === 2);
      assert.deepEqual([harness.published[1]?.version, harness.published[1]?.diagnostics.length], [2, 0]);
      await harness.close(URI);
      await harness.until(() => harness.published.length === 3);
      assert.deepEqual(harness.published[2]?.diagnostics, []);
    });

    it('come for the last of several quick edits only', async () => {
      await start({ capabilities });
      await harness.open(URI, 'A calcium blocker.');
      for (let edit = 0; edit < 5; edit++) {
        await harness.change(URI, [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x ' },
        ]);
      }
      await harness.until(() => harness.published.length > 0);
      assert.deepEqual(
        harness.published.map((params) => params.version),
        [6],
      );
    });

    it('come again when the settings change', async () => {
      await start({ capabilities });
      await harness.open(URI, 'A calcium blocker.');
      await harness.until(() => harness.published.length === 1);
      await harness.changeSettings({ rules: { 'avoided-term': 'error' } });
      await harness.until(() => harness.published.length === 2);
      assert.equal(harness.published[1]?.diagnostics[0]?.severity, DiagnosticSeverity.Error);
    });
  });
});
