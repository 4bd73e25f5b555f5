import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  kossaDiagnostics,
  openText,
  openTextIn,
  quickFixTitles,
  rangeOf,
  ruleOf,
  takeQuickFix,
  waitFor,
  waitForDiagnostic,
  withSetting,
} from './editor.js';

describe('help with writing', () => {
  afterEach(closeAll);

  async function completed(document: vscode.TextDocument, behind: string): Promise<readonly string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      rangeOf(document, behind).end,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('mends all findings of one rule', async () => {
    const { document } = await openText('Colchine is a tablet.\n\nSome take Diltilazem as well.\n');
    const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    await takeQuickFix(document, range, /^Fix all misspelled-term in this file$/u);
    assert.equal(document.getText(), 'Colchicine is a tablet.\n\nSome take Diltiazem as well.\n');
  });

  it('lets a word stand in the file, and a rule rest in the next line or the file, in comments of MDX too', async () => {
    for (const [language, title, comment] of [
      ['markdown', /^Disable misspelled-term for this line, by a comment above$/u, /^<!-- kossa-disable-next-line /u],
      ['markdown', /^Disable misspelled-term for this file$/u, /^<!-- kossa-disable-file misspelled-term -->/u],
      ['markdown', /^Allow “Colchine” in this file$/u, /^<!-- kossa-allow "Colchine" -->/u],
      ['mdx', /^Disable misspelled-term for this file$/u, /^\{\/\* kossa-disable-file misspelled-term \*\/\}/u],
    ] as const) {
      const { document } = await openTextIn(language, 'Colchine is a tablet.\n');
      const { range } = await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
      await takeQuickFix(document, range, title);
      assert.match(document.getText(), comment);
      await waitFor(
        () => kossaDiagnostics(document).length === 0,
        () => `still: ${kossaDiagnostics(document).map(ruleOf).join(', ')} after ${String(title)}`,
      );
      await closeAll();
    }
  });

  it('inserts a missing review date', async () => {
    await withSetting('requireReviewDates', true, async () => {
      const text = '---\ntitle: Calcinosis\n---\n\nCalcinosis cutis is a buildup of calcium. Calciphylaxis is rare.\n';
      const { document } = await openText(text);
      const { range } = await waitForDiagnostic(document, 'missing-review-date', '');
      await takeQuickFix(document, range, /^Insert `lastReviewed: \d{4}-\d\d-\d\d` and `nextReview: /u);
      assert.match(document.getText(), /\nlastReviewed: \d{4}-\d\d-\d\d\nnextReview: \d{4}-\d\d-\d\d\n---\n/u);
    });
  });

  it('expands an abbreviation where it is used first', async () => {
    const text = 'Calcinosis cutis is a buildup of calcium. Take a CCB for it. Calciphylaxis is rare, a CCB is not.\n';
    const { document } = await openText(text);
    const { range } = await waitForDiagnostic(document, 'unexplained-abbreviation', 'CCB');
    const titles = await quickFixTitles(document, range);
    assert.ok(
      titles.some((title) => /calcium channel blocker \(CCB\)/u.test(title)),
      titles.join(' | '),
    );
  });

  it('completes directives with their rules, and front matter with its keys and values', async () => {
    const { document } = await openText(
      '---\ntitle: Ca\nkossa: \n---\n\nAsk about Colchine.\n\n<!-- kossa-disable-line miss -->\n\n<!-- kossa -->\n',
    );
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    assert.ok((await completed(document, 'kossa-disable-line miss')).includes('misspelled-term'));
    assert.ok((await completed(document, '<!-- kossa')).length > 0);
    assert.ok((await completed(document, 'kossa: ')).includes('false'));
  });

  it('links codes of other terminologies', async () => {
    const { document } = await openText('It has the code HP:0025520. Ask about Colchine.\n');
    await waitForDiagnostic(document, 'misspelled-term', 'Colchine');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const link = links.find(({ range }) => document.getText(range) === 'HP:0025520');
    assert.match(link?.target?.toString() ?? '', /0025520/u);
  });

  it('leads from a finding to the first use that it disagrees with', async () => {
    const text =
      'Calcinosis cutis is a buildup of calcium. Calcinosis cutis is rare, as is calciphylaxis.\n\nCutaneous calcinosis may hurt. Ask a doctor about cutaneous calcinosis.\n';
    const { document } = await openText(text);
    const finding = await waitFor(
      () => kossaDiagnostics(document).find(({ relatedInformation = [] }) => relatedInformation.length > 0),
      () => `no related place: ${kossaDiagnostics(document).map(ruleOf).join(', ')}`,
    );
    assert.equal(finding.relatedInformation![0]!.location.uri.toString(), document.uri.toString());
  });
});
