import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverText, openFile, openText, waitFor, waitForDiagnostic } from './editor.js';

describe('terms in the editor', () => {
  afterEach(closeAll);

  it('have a card on hover', async () => {
    const { document } = await openFile('article.md');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const card = await hoverText(document, 'calciphylaxis');
    assert.match(card, /calciphylaxis/i);
    assert.ok(card.length > 80, `the card defines the term: ${card}`);
  });

  it('have a card on hover where they are misspelled', async () => {
    const { document } = await openFile('article.md');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.match(await hoverText(document, 'Colchine'), /colchicine/i);
  });

  it('have none on a plain word', async () => {
    const { document } = await openFile('article.md');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(await hoverText(document, 'visit'), '');
  });

  it('are completed in prose, with their definitions', async () => {
    const text = 'The doctor spoke of calciph';
    const { document } = await openText(text);
    const items = await waitFor(
      async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(text.length),
          undefined,
          50,
        );
        const found = list.items.filter((item) => /^calciphylaxis$/i.test(labelOf(item)));
        return found.length > 0 && found;
      },
      () => 'calciphylaxis was not offered',
    );
    assert.ok(
      items.some(({ documentation, detail }) => (documentation ?? detail) !== undefined),
      'the item explains the term',
    );
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
