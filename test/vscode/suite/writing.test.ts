import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeActionsAt, kossaDiagnostics, openFile, openText, waitFor, waitForDiagnostic } from './editor.js';

describe('while one writes', () => {
  afterEach(closeAll);

  it('the word at the cursor is left alone until the cursor leaves it', async () => {
    const editor = await openText('Ask about Diltilazem and ');
    const { document } = editor;
    await waitForDiagnostic(document, 'misspelled-term', 'Diltilazem');
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: 'colchine' });
    // A finding of the same version shows that this version was read.
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 12));
    assert.ok(!kossaDiagnostics(document).some(({ range }) => document.getText(range) === 'colchine'));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await waitForDiagnostic(document, 'misspelled-term', 'colchine');
  });

  it('members of a class are offered first where the words before promise them', async () => {
    const text = 'Some take calcium channel blockers such as ';
    const { document } = await openText(text);
    const labels = await waitFor(
      async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(text.length),
        );
        const items = list.items.filter(({ sortText }) => sortText?.startsWith('0') === true);
        return items.length > 0 && items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      () => 'no member was offered',
    );
    assert.ok(labels.includes('diltiazem'), labels.join(', '));
    assert.ok(!labels.includes('warfarin'), labels.join(', '));
  });

  it('a term can be replaced in all articles, each place to be confirmed', async () => {
    const { document } = await openText('Ask about Colchine before the visit.\n');
    const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const actions = await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix);
    const everywhere = actions.find(({ title }) => title === 'Replace “Colchine” in all articles…');
    assert.ok(everywhere, actions.map(({ title }) => title).join('; '));
    const files = everywhere.edit?.entries().map(([uri]) => uri.path.split('/').at(-1)) ?? [];
    assert.ok(files.includes('article.md'), files.join(', '));
  });

  it('a rule can be disabled with a reason', async () => {
    const { document } = await openText('Ask about Colchine before the visit.\n');
    const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const actions = await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix);
    const action = actions.find(({ title }) => title === 'Disable misspelled-term with a reason…');
    assert.equal(action?.command?.command, 'kossa.disableWithReason');
    assert.ok((await vscode.commands.getCommands(true)).includes('kossa.disableWithReason'));
  });

  it('a page says what is active and why', async () => {
    const { document } = await openFile('article.md');
    const query = JSON.stringify({ reportOf: document.uri.toString() });
    const page = vscode.Uri.from({ scheme: 'kossa-term', path: '/What is active and why.md', query });
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    assert.match(text, /^# What is active in article\.md\n\nChecked while you type/u);
    assert.ok(text.includes(vscode.version), 'the version of the editor');
    await vscode.commands.executeCommand('kossa.report');
    const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
    await waitFor(
      () => labels().some((label) => label.includes('What is active and why')),
      () => `no such page among: ${labels().join(', ')}`,
    );
  });

  it('the articles that are not open are checked where the writer wants that', async () => {
    const settings = vscode.workspace.getConfiguration('kossa');
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const article = vscode.Uri.joinPath(folder, 'never-opened.md');
    await vscode.workspace.fs.writeFile(article, new TextEncoder().encode('Ask about Colchine.\n'));
    try {
      await openText('Nothing.\n');
      await vscode.commands.executeCommand('kossa.lintWorkspace');
      await waitFor(
        () => vscode.languages.getDiagnostics(article).some(({ source }) => source === 'kossa'),
        () => 'the closed article has no findings',
      );
    } finally {
      await settings.update('workspaceDiagnostics.enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitFor(
      () => vscode.languages.getDiagnostics(article).length === 0,
      () => 'the findings stay though nobody wants them',
    );
    await vscode.workspace.fs.delete(article);
  });
});
