import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, rangeOf, waitFor, waitForDiagnostic } from './editor.js';

const TEXT = `Calcinosis hurts. Ask about calcinosis, and about Colchine.

> Calcinosis in a quotation.
`;

describe('ways from a term', () => {
  afterEach(closeAll);

  async function opened(): Promise<{ document: vscode.TextDocument; place: vscode.Position }> {
    const { document } = await openText(TEXT);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    return { document, place: rangeOf(document, 'calcinosis,').start };
  }

  it('lead to its page, which has its definition', async () => {
    const { document, place } = await opened();
    const [link] = await waitFor(
      async () => {
        const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          place,
        );
        return links.length > 0 ? links : undefined;
      },
      () => 'a definition is found',
    );
    const uri = 'targetUri' in link! ? link.targetUri : (link as unknown as vscode.Location).uri;
    assert.equal(uri.scheme, 'kossa-term');
    const page = await vscode.workspace.openTextDocument(uri);
    assert.match(page.getText(), /^# calcinosis\n/u);
  });

  it('lead to its other uses', async () => {
    const { document, place } = await opened();
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      place,
    );
    const here = places.filter(({ uri }) => uri.toString() === document.uri.toString());
    assert.deepEqual(
      here.map(({ range }) => [range.start.line, range.start.character]),
      [
        [0, 0],
        [0, 28],
        [2, 2],
      ],
    );
  });

  it('are highlighted', async () => {
    const { document, place } = await opened();
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      place,
    );
    assert.equal(highlights.length, 3);
  });

  it('give it another name, with its capital, but not in a quotation', async () => {
    const { document, place } = await opened();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'calcium deposits',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /^Calcium deposits hurts\. Ask about calcium deposits, /u);
    assert.match(document.getText(), /> Calcinosis in a quotation\./u);
  });

  it('are found by name among the symbols of the workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'calciphylaxis',
    );
    const found = symbols.find(({ name }) => name === 'calciphylaxis');
    assert.equal(found?.location.uri.scheme, 'kossa-term');
  });
});
