import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, kossaDiagnostics, openFile, ruleOf, waitForDiagnostic } from './editor.js';

describe('a workspace of two folders', () => {
  afterEach(closeAll);

  it('has the house style of each', async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    assert.deepEqual(
      folders.map(({ name }) => name),
      ['workspace', 'british'],
    );
    const uri = vscode.Uri.joinPath(folders[1]!.uri, 'article.md');
    const british = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(british);
    await waitForDiagnostic(british, 'misspelled-term', 'Colchine');
    assert.deepEqual(kossaDiagnostics(british).map(ruleOf), ['misspelled-term'], 'Down’s syndrome is right here');
    const american = (await openFile('article.md')).document;
    await waitForDiagnostic(american, 'eponym-form', 'Pagets');
    const style = async (folder: vscode.WorkspaceFolder): Promise<string> => {
      const query = JSON.stringify({ reportOf: vscode.Uri.joinPath(folder.uri, 'article.md').toString() });
      const page = vscode.Uri.from({ scheme: 'kossa-term', path: `/Active in ${folder.name}.md`, query });
      return /^\| `style` \| .*$/mu.exec((await vscode.workspace.openTextDocument(page)).getText())?.[0] ?? 'none';
    };
    assert.match(await style(folders[1]!), /"uk".*british\/\.kossarc\.yaml/u);
    assert.equal(await style(folders[0]!), 'none');
  });
});
