import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  kossaDiagnostics,
  openText,
  openTextIn,
  quickFixTitles,
  rangeOf,
  ruleOf,
  waitFor,
  waitForDiagnostic,
  withSetting,
} from './editor.js';

const TEXT = 'Ask about Colchine and about calciphylaxis before the visit.\n';

describe('settings', () => {
  afterEach(closeAll);

  it('bring plain text, and take it away again', async () => {
    const text = `    ${TEXT}\n<!-- kossa-disable-file -->\n`;
    const { document } = await openTextIn('plaintext', text);
    // What is found in Markdown of the same moment shows that plain text was left alone until now.
    const { document: markdown } = await openText(TEXT);
    await waitForDiagnostic(markdown, 'misspelled-term', 'Colchine');
    assert.deepEqual(kossaDiagnostics(document), []);
    await withSetting('languages', ['markdown', 'mdx', 'plaintext'], async () => {
      const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
      const titles = await quickFixTitles(document, range);
      assert.ok(
        titles.some((title) => title.includes('colchicine')),
        titles.join(' | '),
      );
      assert.ok(!titles.some((title) => /^(?:Disable|Allow)/u.test(title)), titles.join(' | '));
      assert.match(await hoverText(document, 'calciphylaxis'), /blood vessels/u);
    });
    await waitFor(
      () => kossaDiagnostics(document).length === 0,
      () => 'the findings stay in plain text that nobody asked for',
    );
    await waitForDiagnostic(markdown, 'misspelled-term', 'Colchine');
  });

  it('say what a hover shows', async () => {
    const { document } = await openText(TEXT);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const whole = await hoverText(document, 'calciphylaxis');
    assert.match(whole, /Sources:/u);
    await withSetting('hover.show', ['kind'], async () => {
      const short = await waitFor(
        async () => {
          const text = await hoverText(document, 'calciphylaxis');
          return text !== whole && text;
        },
        () => 'the hover stays as it was',
      );
      assert.match(short, /^\*\*calciphylaxis\*\* · _\w+_/u);
      assert.doesNotMatch(short, /Sources:/u);
    });
  });

  it('say what the findings of a rule look like', async () => {
    const { document } = await openText(TEXT);
    const before = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(before.severity, vscode.DiagnosticSeverity.Error);
    const severity = (): vscode.DiagnosticSeverity | undefined =>
      kossaDiagnostics(document).find((one) => ruleOf(one) === 'misspelled-term')?.severity;
    await withSetting('severityOverrides', { 'misspelled-term': 'hint' }, async () => {
      await waitFor(
        () => severity() === vscode.DiagnosticSeverity.Hint,
        () => `severity ${severity()}`,
      );
    });
    await withSetting('severityOverrides', { 'misspelled-term': 'off' }, async () => {
      await waitFor(
        () => severity() === undefined,
        () => `severity ${severity()}`,
      );
    });
  });

  it('colour terms', async () => {
    const { document } = await openText(TEXT);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const count = async (): Promise<number> => {
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return (tokens?.data.length ?? 0) / 5;
    };
    assert.equal(await count(), 0);
    await withSetting('semanticHighlighting.enable', true, async () => {
      await waitFor(
        async () => (await count()) === 2,
        () => 'the two terms have no colour',
      );
    });
  });

  it('bring plain names behind the first use', async () => {
    const { document } = await openText('Calcinosis cutis hurts. Ask about Colchine.\n');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const all = new vscode.Range(0, 0, 2, 0);
    const labels = async (): Promise<readonly string[]> => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return (hints ?? []).map(({ label }) =>
        typeof label === 'string' ? label : label.map((one) => one.value).join(''),
      );
    };
    assert.deepEqual(await labels(), []);
    await withSetting('inlayHints.enable', true, async () => {
      const [label] = await waitFor(
        async () => {
          const found = await labels();
          return found.length > 0 && found;
        },
        () => 'no hint comes',
      );
      assert.match(label!, /^= \w/u);
    });
  });

  it('pause, and go on', async () => {
    const { document } = await openText(TEXT);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    await vscode.commands.executeCommand('kossa.toggleLinting');
    await waitFor(
      () => kossaDiagnostics(document).length === 0,
      () => 'the findings stay',
    );
    await vscode.commands.executeCommand('kossa.toggleLinting');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
  });

  it('wait for the file to be saved, and mend it then', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const article = vscode.Uri.joinPath(folder, 'mended-on-save.md');
    await vscode.workspace.fs.writeFile(article, new TextEncoder().encode('Nothing yet.\n'));
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll.kossa': 'explicit' }, vscode.ConfigurationTarget.Global);
    try {
      const document = await vscode.workspace.openTextDocument(article);
      const { edit } = await vscode.window.showTextDocument(document);
      await edit((builder) => builder.insert(new vscode.Position(0, 0), TEXT));
      await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
      await document.save();
      await waitFor(
        () => document.getText().startsWith('Ask about Colchicine'),
        () => `saved as ${document.getText()}`,
      );
      await document.save();
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(article));
      assert.match(saved, /^Ask about Colchicine and/u);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await closeAll();
      await vscode.workspace.fs.delete(article);
    }
  });

  it('lie in a configuration file, which a command opens', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '.kossarc.json');
    const { document } = await openText(TEXT);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    try {
      await vscode.commands.executeCommand('kossa.openConfigFile');
      const opened = vscode.window.activeTextEditor?.document;
      assert.equal(opened?.uri.path.split('/').at(-1), '.kossarc.json');
      assert.deepEqual(JSON.parse(opened.getText()), { style: 'us', rules: {} });
      const rules = '{ "rules": { "misspelled-term": "off" } }\n';
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(rules));
      await waitFor(
        () => !kossaDiagnostics(document).some((one) => ruleOf(one) === 'misspelled-term'),
        () => 'the new file does not hold',
      );
      // Broken, while somebody writes in it: what it said before holds.
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{ "rules": { "misspelled-term": '));
      await hoverText(document, 'calciphylaxis');
      assert.ok(!kossaDiagnostics(document).some((one) => ruleOf(one) === 'misspelled-term'));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.ok(rangeOf(document, 'Colchine'));
  });
});
