import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, openFile, waitFor } from './editor.js';

describe('the extension', () => {
  afterEach(closeAll);

  it('becomes active when a Markdown file opens', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is installed`);
    await openFile('article.md');
    await waitFor(
      () => extension.isActive,
      () => 'the extension did not become active',
    );
  });

  it('registers every command that its manifest names', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    await extension.activate();
    const manifest = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
    const named = manifest.contributes.commands.map(({ command }) => command);
    for (const expected of ['kossa.showTerm', 'kossa.restart', 'kossa.showOutputChannel']) {
      assert.ok(named.includes(expected), `${expected} is in the manifest`);
    }
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      named.filter((command) => !registered.has(command)),
      [],
    );
  });
});
