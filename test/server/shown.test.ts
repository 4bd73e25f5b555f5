import assert from 'node:assert/strict';
import type { CodeAction, Hover } from 'vscode-languageserver';
import { CARD_PARTS } from '../../server/src/card-parts.js';
import { reportRequest, type ReportResult } from '../../protocol.js';
import { Harness } from './harness.js';

const URI = 'file:///project/a.md';
const TEXT = 'Diltiazem is a calcium blocker. Calcinosis, and calcinosis again.\n';

describe('what the writer wants to see', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({ roots: ['file:///project'] });
  });
  afterEach(() => harness.stop());

  describe('in a hover', () => {
    const hoverOn = async (words: string, show?: unknown): Promise<string> => {
      await harness.changeSettings({ hover: { show } });
      const hover = await harness.client.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri: URI },
        position: harness.positionOf(URI, words, 2),
      });
      return (hover.contents as { value: string }).value;
    };
    beforeEach(() => harness.open(URI, TEXT));

    it('is all of the card', async () => {
      const all = await hoverOn('Calcinosis');
      assert.equal(await hoverOn('Calcinosis', CARD_PARTS), all);
      assert.match(all, /^\*\*calcinosis\*\* · _disease_\n\nCalcium salts/u);
      assert.match(all, /Blood levels[^]*Causes[^]*Codes[^]*Sources[^]*Used 2 times in this document\._$/u);
    });

    it('is what is named, in this order', async () => {
      assert.equal(
        await hoverOn('Calcinosis', ['uses', 'causes', 'levels', 'definition']),
        [
          '**calcinosis**',
          '_Used 2 times in this document._',
          '- **Causes:** warfarin (disputed)\n- **Blood levels:** calcium normal',
          'Calcium salts in soft tissue.',
        ].join('\n\n'),
      );
      assert.equal(await hoverOn('Calcinosis', ['kind']), '**calcinosis** · _disease_');
      assert.equal(await hoverOn('Calcinosis', []), '**calcinosis**');
      assert.equal(
        await hoverOn('Diltiazem', ['class', 'names']),
        '**diltiazem**\n\n- **Class:** calcium channel blocker',
      );
    });

    it('is all of it where the setting makes no sense, and what makes sense of it', async () => {
      assert.equal(await hoverOn('Calcinosis', 'kind'), await hoverOn('Calcinosis'));
      assert.equal(await hoverOn('Calcinosis', [7, 'kind', 'colour', 'kind']), '**calcinosis** · _disease_');
    });

    it('is the reason of a finding all the same', async () => {
      assert.match(await hoverOn('calcium blocker', []), /^\*\*Why:\*\* No class has this name\./u);
    });
  });

  describe('of a rule', () => {
    it('goes before settings and configuration files', async () => {
      harness.files.set('file:///project/.kossarc.json', '{ "rules": { "avoided-term": "error" } }');
      harness.settings = { severityOverrides: { 'avoided-term': 'hint' } };
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 4);
      assert.equal(harness.statuses.at(-1)?.findings.hint, 1);
      const { markdown } = await harness.client.sendRequest<ReportResult>(reportRequest, { uri: URI });
      assert.match(markdown, /avoided-term\.md\) \| hint \| settings of the editor, severityOverrides \| 1 \|/u);
    });

    it('is nothing where it is off, and nothing of it is mended unseen', async () => {
      await harness.open(URI, TEXT);
      const before = await harness.pull(URI);
      await harness.changeSettings({ severityOverrides: { 'avoided-term': 'off' } });
      assert.deepEqual(await harness.diagnostics(URI), []);
      assert.equal((await harness.pull(URI, before.resultId)).kind, 'full');
      const actions = await harness.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: harness.rangeOf(URI, 'calcium blocker'),
        context: { diagnostics: [] },
      });
      assert.deepEqual(actions, []);
    });

    it('stays where a level is none, and of other rules', async () => {
      harness.settings = { severityOverrides: { 'avoided-term': 'loud', 'plain-word': 'error' } };
      await harness.open(URI, TEXT);
      assert.equal((await harness.diagnostics(URI))[0]?.severity, 2);
    });

    it('holds for articles that are not open', async () => {
      harness.files.set(URI, TEXT);
      harness.settings = { severityOverrides: { 'avoided-term': 'info' }, workspaceDiagnostics: { enable: true } };
      const { items } = await harness.client.sendRequest<{ items: { items: { severity: number }[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds: [] },
      );
      assert.deepEqual(
        items.flatMap((report) => report.items.map(({ severity }) => severity)),
        [3],
      );
    });
  });
});
