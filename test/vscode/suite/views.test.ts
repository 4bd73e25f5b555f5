import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, rangeOf, waitFor, waitForDiagnostic } from './editor.js';

describe('the views of terms', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('are there, in a container of their own', async () => {
    await openFile('article.md');
    await vscode.commands.executeCommand('workbench.view.extension.kossa');
    await vscode.commands.executeCommand('kossa.terminology.focus');
    await vscode.commands.executeCommand('kossa.documentTerms.focus');
  });

  it('go to the first use of a term, which is selected then', async () => {
    const text = 'Nothing here.\n\nAsk about diltiazem, and about diltiazem again.\n';
    const { document } = await openText(text);
    await vscode.commands.executeCommand('kossa.documentTerms.focus');
    await waitFor(
      async () => {
        await vscode.commands.executeCommand('kossa.showUses', 'diltiazem');
        return vscode.window.activeTextEditor?.selection.isEmpty === false;
      },
      () => 'nothing was selected',
    );
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document, document);
    assert.ok(rangeOf(document, 'diltiazem').isEqual(editor.selection));
  });

  it('follow what is typed', async () => {
    const { document, edit } = await openText('Ask about diltiazem.\n');
    await vscode.commands.executeCommand('kossa.documentTerms.focus');
    await edit((builder) => builder.replace(rangeOf(document, 'diltiazem'), 'a cure, or warfarin'));
    await waitFor(
      async () => {
        await vscode.commands.executeCommand('kossa.showUses', 'warfarin');
        return document.getText(vscode.window.activeTextEditor?.selection) === 'warfarin';
      },
      () => 'the new term was not found',
    );
  });

  it('copy a term', async () => {
    await vscode.commands.executeCommand('kossa.copyTerm', { label: 'calciphylaxis', conceptId: 'calciphylaxis' });
    assert.equal(await vscode.env.clipboard.readText(), 'calciphylaxis');
  });

  it('are left for the page of a term, and for that of the document’s statistics', async () => {
    const { document } = await openFile('article.md');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    await vscode.commands.executeCommand('kossa.showTerm', 'calciphylaxis');
    await waitForTab(/calciphylaxis/u);
    // The page has the front now; the document is still the one that is counted.
    await vscode.commands.executeCommand('kossa.showStatistics');
    await waitForTab(/Statistics of article/u);
    // Beside the text, as tabs of one group.
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('count what stands in the document', async () => {
    const { document } = await openFile('article.md');
    const page = vscode.Uri.from({
      scheme: 'kossa-term',
      path: '/Statistics.md',
      query: JSON.stringify({ statisticsOf: document.uri.toString() }),
    });
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    assert.match(text, /^# Statistics of article\.md/u);
    for (const part of ['## Text', '## Findings', '## Terms', '## Abbreviations', 'misspelled-term']) {
      assert.ok(text.includes(part), part);
    }
  });
});

async function waitForTab(label: RegExp): Promise<void> {
  const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
  await waitFor(
    () => labels().some((one) => label.test(one)),
    () => `no tab ${label} among: ${labels().join(', ')}`,
  );
}
