import MarkdownIt from 'markdown-it';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  EXTENSION_ID,
  kossaDiagnostics,
  openFile,
  openText,
  ruleOf,
  waitFor,
  waitForDiagnostic,
} from '../suite/editor.js';

describe('in the browser', () => {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const created: vscode.Uri[] = [];

  afterEach(async () => {
    await closeAll();
    for (const uri of created.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  async function write(path: string, text: string): Promise<void> {
    const uri = vscode.Uri.joinPath(folder, path);
    created.push(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }

  it('there is neither a server nor a disk', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(folder.scheme, 'vscode-vfs');
    assert.equal(typeof (globalThis as { readonly process?: { readonly pid?: number } }).process?.pid, 'undefined');
  });

  it('the configuration file of a virtual folder holds, and is watched', async () => {
    const { document } = await openFile('article.md');
    const before = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(before.severity, vscode.DiagnosticSeverity.Error);
    await write('.kossarc.json', '{ "rules": { "misspelled-term": "info", "eponym-form": "off" } }');
    await waitFor(
      () => !kossaDiagnostics(document).some((one) => ruleOf(one) === 'eponym-form'),
      () => 'the configuration file does not hold',
    );
    const after = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(after.severity, vscode.DiagnosticSeverity.Information);
  });

  it('the nearest configuration file holds, and the one that it extends', async () => {
    await write('leaflets/base.json', '{ "rules": { "misspelled-term": "hint" } }');
    await write('leaflets/.kossarc.yaml', 'extends: ./base.json\n');
    await write('leaflets/one.md', 'Ask about Colchine before the visit.\n');
    const { document } = await openFile('leaflets/one.md');
    const finding = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('the uses of a term are found in articles that are not open', async () => {
    await write('another.md', 'Calciphylaxis is rare.\n');
    const { document } = await openText('Ask about calciphylaxis.\n');
    const places = await waitFor(
      async () => {
        const found = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          new vscode.Position(0, 12),
        );
        return found.length >= 3 && found;
      },
      () => 'the other articles are not read',
    );
    const files = places.map(({ uri }) => uri.path.split('/').at(-1));
    assert.ok(files.includes('another.md') && files.includes('article.md'), files.join(', '));
  });

  it('the Markdown preview gets its definitions', async () => {
    const api = await vscode.extensions
      .getExtension<{ extendMarkdownIt(md: MarkdownIt): MarkdownIt }>(EXTENSION_ID)!
      .activate();
    const html = api.extendMarkdownIt(new MarkdownIt()).render('The deposits of calciphylaxis lie in small vessels.\n');
    assert.match(html, /<abbr class="kossa-term"/u);
  });
});
