import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import type { DisableWithReasonArguments } from '../../protocol.js';
import { FULL_CLIENT, Harness } from './harness.js';

const ROOT = 'file:///articles';
const URI = `${ROOT}/a.md`;
const REVIEWS = {
  ...FULL_CLIENT,
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...FULL_CLIENT.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('fixes of more than a word', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({
      capabilities: REVIEWS,
      roots: [ROOT],
      initializationOptions: { hasCommands: true },
    });
  });
  afterEach(() => harness.stop());

  async function actionsOn(words: string, uri = URI): Promise<CodeAction[]> {
    return harness.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: harness.rangeOf(uri, words),
      context: { diagnostics: [] },
    });
  }

  async function actionOn(words: string, title: RegExp): Promise<CodeAction> {
    const actions = await actionsOn(words);
    const found = actions.find((action) => title.test(action.title));
    assert.ok(found, actions.map((action) => action.title).join('; '));
    return found;
  }

  describe('replace a term in all articles', () => {
    const EVERYWHERE = /^Replace “.*” in all articles…$/u;

    it('open ones and others, in every form, each place to be confirmed', async () => {
      harness.files.set(`${ROOT}/b.md`, 'Anti-coagulants, and `anti-coagulant`.\n');
      harness.files.set(`${ROOT}/c.md`, 'A calcium blocker.\n');
      await harness.open(URI, 'An anti-coagulant.\r\n\r\nMore anti-coagulants 😀 and anti-coagulants.\r\n');
      const action = await actionOn('anti-coagulant', EVERYWHERE);
      assert.equal(action.title, 'Replace “anti-coagulant” in all articles…');
      assert.equal(action.edit, undefined);
      const { edit }: CodeAction = await harness.client.sendRequest('codeAction/resolve', action);
      const changes = edit!.documentChanges as TextDocumentEdit[];
      assert.deepEqual(
        changes.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.length]),
        [
          [URI, 1, 3],
          [`${ROOT}/b.md`, null, 1],
        ],
      );
      assert.deepEqual(
        changes.flatMap(({ edits }) => edits.map((one) => ('newText' in one ? one.newText : ''))),
        ['anticoagulant', 'anticoagulants', 'anticoagulants', 'Anticoagulants'],
      );
      const ids = changes.flatMap(({ edits }) =>
        edits.map((one) => ('annotationId' in one ? (one.annotationId as string) : '')),
      );
      assert.ok(ids.every((id) => edit!.changeAnnotations![id]?.needsConfirmation === true));
    });

    it('but not in what a configuration ignores', async () => {
      harness.files.set(`${ROOT}/.kossaignore`, 'b.md\n');
      harness.files.set(`${ROOT}/b.md`, 'Anti-coagulants.\n');
      await harness.open(URI, 'An anti-coagulant.');
      const action = await actionOn('anti-coagulant', EVERYWHERE);
      const { edit }: CodeAction = await harness.client.sendRequest('codeAction/resolve', action);
      assert.equal(edit!.documentChanges?.length, 1);
    });

    it('is not offered to a client that would make the changes unseen', async () => {
      await harness.stop();
      harness = await Harness.start({ initializationOptions: { hasCommands: true } });
      await harness.open(URI, 'An anti-coagulant.');
      assert.deepEqual(
        (await actionsOn('anti-coagulant')).filter(({ title }) => EVERYWHERE.test(title)),
        [],
      );
    });

    it('is handed back as it is where it is not ours', async () => {
      const foreign = { title: 'x', data: { ruleId: 7 } };
      assert.deepEqual(await harness.client.sendRequest('codeAction/resolve', foreign), foreign);
    });
  });

  describe('disable with a reason', () => {
    for (const [name, uri, languageId, expected] of [
      ['Markdown', URI, 'markdown', '<!-- kossa-disable-line avoided-term — quoting the leaflet -->'],
      ['MDX', `${ROOT}/a.mdx`, 'mdx', '{/* kossa-disable-line avoided-term -- quoting the leaflet */}'],
    ] as const) {
      it(`writes a comment of ${name} that works`, async () => {
        await harness.open(uri, 'One.\n\nA calcium blocker.\n', languageId);
        const actions = await actionsOn('blocker', uri);
        const action = actions.find(({ title }) => title === 'Disable avoided-term with a reason…');
        assert.equal(action?.command?.command, 'kossa.disableWithReason');
        const [asked] = action.command.arguments as [DisableWithReasonArguments];
        assert.deepEqual(
          asked.places.map(({ scope }) => scope),
          ['line', 'next-line', 'file'],
        );
        assert.equal(asked.version, 1);
        for (const { position, before, after, scope } of asked.places) {
          const text = `${before}quoting the leaflet${after}`;
          if (scope === 'line') assert.equal(text.trim(), expected);
          const changed = harness.applied(uri, {
            changes: { [uri]: [{ range: { start: position, end: position }, newText: text }] },
          });
          await harness.open(`${ROOT}/${scope}.${languageId === 'mdx' ? 'mdx' : 'md'}`, changed, languageId);
          assert.deepEqual(await harness.findings(`${ROOT}/${scope}.${languageId === 'mdx' ? 'mdx' : 'md'}`), []);
        }
      });
    }
  });

  describe('insert missing review dates', () => {
    for (const [name, text, title, expected] of [
      [
        'into a new front matter',
        '# Calcinosis\n',
        'Insert `lastReviewed: 2026-03-01` and `nextReview: 2027-03-01`',
        '---\nlastReviewed: 2026-03-01\nnextReview: 2027-03-01\n---\n\n# Calcinosis\n',
      ],
      [
        'into the one that is there',
        '---\r\ntitle: x\r\n---\r\n\r\nCalcinosis.\r\n',
        'Insert `lastReviewed: 2026-03-01` and `nextReview: 2027-03-01`',
        '---\r\ntitle: x\r\nlastReviewed: 2026-03-01\r\nnextReview: 2027-03-01\r\n---\r\n\r\nCalcinosis.\r\n',
      ],
      [
        'the one that is missing',
        '---\nlastReviewed: 2026-02-01\n---\n\nCalcinosis.\n',
        'Insert `nextReview: 2027-03-01`',
        '---\nlastReviewed: 2026-02-01\nnextReview: 2027-03-01\n---\n\nCalcinosis.\n',
      ],
    ] as const) {
      it(name, async () => {
        harness.settings = { requireReviewDates: true, scope: 'always' };
        await harness.open(URI, text);
        const [finding] = await harness.diagnostics(URI);
        assert.equal(finding?.code, 'missing-review-date');
        const actions: CodeAction[] = await harness.client.sendRequest('textDocument/codeAction', {
          textDocument: { uri: URI },
          range: finding.range,
          context: { diagnostics: [] },
        });
        assert.equal(actions[0]?.title, title);
        const after = harness.applied(URI, actions[0].edit!);
        assert.equal(after, expected);
        await harness.change(URI, [{ text: after }]);
        assert.deepEqual(await harness.diagnostics(URI), []);
      });
    }

    it('is offered for no other trouble with a date', async () => {
      harness.settings = { requireReviewDates: true, scope: 'always' };
      await harness.open(URI, '---\nlastReviewed: 2026-13-01\nnextReview: 2999-01-01\n---\n\nCalcinosis.\n');
      const actions = await actionsOn('2026-13-01');
      assert.deepEqual(
        actions.filter(({ title }) => title.startsWith('Insert')),
        [],
      );
    });
  });

  it('an abbreviation is expanded where it is used first', async () => {
    harness.settings = { scope: 'always' };
    await harness.open(URI, 'Ask about CCBs and calcinosis. The CCB helps. Diltiazem is one.\n');
    const action = await actionOn('CCBs', /^Replace with `calcium channel blockers \(CCBs\)`$/u);
    assert.match(harness.applied(URI, action.edit!), /^Ask about calcium channel blockers \(CCBs\) and calcinosis/u);
  });
});
