import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, openText } from './editor.js';

const TERM = /<abbr class="kossa-term" title="[^"]+" tabindex="0" role="note" aria-label="calciphylaxis: [^"]+">/u;

describe('the Markdown preview', () => {
  before(() => vscode.extensions.getExtension(EXTENSION_ID)?.activate());
  afterEach(async () => {
    await vscode.workspace.getConfiguration('kossa').update('preview.definitions', undefined, true);
    await closeAll();
  });

  it('shows the definitions of terms', async () => {
    const { document } = await openText(
      '# About calciphylaxis\n\nThe deposits of calciphylaxis lie in small vessels.\n',
    );
    const html = await render(document);
    assert.match(html, TERM);
    assert.equal(html.split('kossa-term').length - 1, 1);
  });

  it('shows none where the setting says so', async () => {
    const { document } = await openText('The deposits of calciphylaxis lie in small vessels.\n');
    await vscode.workspace.getConfiguration('kossa').update('preview.definitions', false, true);
    assert.doesNotMatch(await render(document), /kossa-term/u);
  });
});

function render(document: vscode.TextDocument): Promise<string> {
  return Promise.resolve(vscode.commands.executeCommand<string>('markdown.api.render', document));
}
