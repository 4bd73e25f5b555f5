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

describe('findings in the editor', () => {
  afterEach(closeAll);

  it('appear as diagnostics with source, rule and severity', async () => {
    const { document } = await openFile('article.md');
    const misspelling = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.equal(misspelling.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(misspelling.range), 'Colchine');
    await waitForDiagnostic(document, 'eponym-form', 'Pagets');
    await waitForDiagnostic(document, 'mislabeled-class', 'calcium blockers');
  });

  it('link to the page of their rule', async () => {
    const { document } = await openFile('article.md');
    const { code } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.ok(typeof code === 'object', 'the code carries an address');
    assert.match(code.target.toString(), /misspelled-term/);
  });

  it('follow what is typed', async () => {
    const { document, edit } = await openText('The doctor prescribed colchicine for the lumps.\n');
    await edit((builder) => builder.replace(rangeOf(document, 'colchicine'), 'colchine'));
    await waitForDiagnostic(document, 'misspelled-term', 'colchine');
    await edit((builder) => builder.replace(rangeOf(document, 'colchine'), 'colchicine'));
    await waitFor(
      () => kossaDiagnostics(document).length === 0,
      () => `still there: ${kossaDiagnostics(document).map(ruleOf).join(', ')}`,
    );
  });

  it('offer a quick fix that mends the word', async () => {
    const { document } = await openText('Ask about Colchine before the visit.\n');
    const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const actions = await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix);
    const fix = actions.find(({ title }) => /colchicine/i.test(title));
    assert.ok(fix, `a fix among: ${actions.map(({ title }) => title).join(' | ')}`);
    assert.equal(fix.isPreferred, true);
    await applyCodeAction(fix);
    assert.match(document.getText(), /^Ask about colchicine before the visit\.$/im);
  });

  it('offer to be disabled for a line, and are', async () => {
    const { document } = await openText('Ask about Colchine before the visit.\n');
    const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const actions = await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix);
    const disable = actions.find(({ title }) => /^Disable misspelled-term/.test(title));
    assert.ok(disable, `a disabling action among: ${actions.map(({ title }) => title).join(' | ')}`);
    await applyCodeAction(disable);
    assert.match(document.getText(), /kossa-disable/);
    await waitFor(
      () => !kossaDiagnostics(document).some((one) => ruleOf(one) === 'misspelled-term'),
      () => 'the finding did not go',
    );
  });

  it('are mended all at once by source.fixAll.kossa, where the fix is safe', async () => {
    const text = 'Colchine is a tablet.\n\nSome take Diltilazem as well.\n';
    const { document } = await openText(text);
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    await waitForDiagnostic(document, 'misspelled-term', 'Diltilazem');
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    const kind = vscode.CodeActionKind.SourceFixAll.append('kossa');
    const actions = await codeActionsAt(document, whole, kind);
    assert.equal(actions.length, 1, `one action, not: ${actions.map(({ title }) => title).join(' | ')}`);
    await applyCodeAction(actions[0]!);
    assert.match(document.getText(), /^colchicine is a tablet\.\n\nSome take diltiazem as well\.$/im);
  });
});
