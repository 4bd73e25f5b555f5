import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  EXTENSION_ID,
  kossaDiagnostics,
  openText,
  rangeOf,
  ruleOf,
  waitFor,
  waitForDiagnostic,
} from './editor.js';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
}

describe('commands in the editor', () => {
  afterEach(closeAll);

  it('restart the server, which then reports again', async () => {
    const { document, edit } = await openText('Ask about Colchine before the visit.\n');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    await vscode.commands.executeCommand('kossa.restart');
    await edit((builder) => builder.replace(rangeOf(document, 'Colchine'), 'Diltilazem'));
    await waitForDiagnostic(document, 'misspelled-term', 'Diltilazem');
  });

  it('show the log', async () => {
    await vscode.commands.executeCommand('kossa.showOutputChannel');
    // The log comes with the focus, some time later on a busy machine, and would take what is typed next.
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('insert every snippet that the manifest contributes for Markdown', async () => {
    const snippets = await contributedSnippets();
    assert.ok(snippets.size >= 8, `at least eight snippets, not ${snippets.size}`);
    for (const [name, { body }] of snippets) {
      const { document } = await openText('');
      const fixedText = [body].flat().join('\n').split(/\$|\n/)[0]!.replaceAll('\\', '');
      await waitFor(
        async () => {
          if (document.getText() !== '') return true;
          await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
          await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
          return document.getText() !== '';
        },
        () => `${name} inserts text`,
      );
      assert.ok(document.getText().startsWith(fixedText), `${name} begins with "${fixedText}"`);
      await closeAll();
    }
  });
});

describe('the practice article', () => {
  afterEach(closeAll);

  it('opens as a copy without a file, with its mistakes marked', async () => {
    await vscode.commands.executeCommand('kossa.openPracticeArticle');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'markdown');
    await waitFor(
      () => kossaDiagnostics(document).length >= 6,
      () => `six mistakes, not ${kossaDiagnostics(document).map(ruleOf).join(', ')}`,
    );
  });
});

async function contributedSnippets(): Promise<ReadonlyMap<string, Snippet>> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(extension);
  const manifest = extension.packageJSON as {
    contributes: { snippets: readonly { language: string; path: string }[] };
  };
  const snippets = new Map<string, Snippet>();
  for (const { language, path } of manifest.contributes.snippets) {
    if (language !== 'markdown') continue;
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
    const file = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Snippet>;
    for (const [name, snippet] of Object.entries(file)) snippets.set(name, snippet);
  }
  return snippets;
}
