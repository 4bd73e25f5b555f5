import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyCodeAction,
  closeAll,
  codeActionsAt,
  kossaDiagnostics,
  openFile,
  openText,
  rangeOf,
  ruleOf,
  waitFor,
  waitForDiagnostic,
} from './editor.js';

describe('words of the project and of the user', () => {
  const created: vscode.Uri[] = [];

  afterEach(async () => {
    await closeAll();
    for (const uri of created.splice(0)) await vscode.workspace.fs.delete(uri);
    await vscode.workspace.getConfiguration('kossa').update('userWords', undefined, vscode.ConfigurationTarget.Global);
  });

  async function add(document: vscode.TextDocument, word: string, to: RegExp): Promise<void> {
    await waitForDiagnostic(document, 'misspelled-term', word);
    const actions = await codeActionsAt(document, rangeOf(document, word), vscode.CodeActionKind.QuickFix);
    const action = actions.find(({ title }) => to.test(title));
    assert.ok(action, actions.map(({ title }) => title).join('; '));
    await applyCodeAction(action);
    await waitFor(
      () => kossaDiagnostics(document).every((one) => ruleOf(one) !== 'misspelled-term'),
      () => `${word} is reported still`,
    );
  }

  it('the light bulb adds a word to .kossa/words.txt, and the report goes', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const words = vscode.Uri.joinPath(folder, '.kossa', 'words.txt');
    const article = vscode.Uri.joinPath(folder, 'own-words.md');
    created.push(words, article);
    const bytes = new TextEncoder().encode('Ask about Diltilazem before the visit.\n');
    await vscode.workspace.fs.writeFile(article, bytes);
    const { document } = await openFile('own-words.md');
    await add(document, 'Diltilazem', /words of the project/u);
    const written = await vscode.workspace.fs.readFile(words);
    assert.match(new TextDecoder().decode(written), /^# .*\nDiltilazem\n$/u);
  });

  it('the light bulb adds a word to the words of the user', async () => {
    const { document } = await openText('Ask about Diltilazem before the visit.\n');
    await add(document, 'Diltilazem', /your words/u);
    assert.deepEqual(vscode.workspace.getConfiguration('kossa').get('userWords'), ['Diltilazem']);
  });
});
