import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, CompletionList, Hover, Location } from 'vscode-languageserver';
import { WorkDoneProgress } from 'vscode-languageserver';
import { allRules } from '../../engine/src/index.js';
import {
  cardRequest,
  explainRequest,
  mentionsRequest,
  reportRequest,
  statisticsRequest,
  terminologyTreeRequest,
  termsRequest,
  type CardResult,
  type MentionsResult,
  type TermEntry,
  type TermTreeNode,
} from '../../protocol.js';
import { projectRoot } from '../../scripts/project-root.js';
import { fixTitle } from '../../server/src/features/fix-titles.js';
import { shippedEngine } from '../rules/shipped-engine.js';
import { FULL_CLIENT, Harness } from './harness.js';

const URI = 'file:///project/a.md';
const TEXT = 'Diltiazem is a calcium blocker. Diltiazem is old. Calcinosis too.\n\n<!-- kossa-\n';

/** Every string of ours in a language that no test can take for English: «it» between marks, its places as they were. */
const strings = Object.fromEntries(
  Object.keys(
    JSON.parse(readFileSync(path.join(projectRoot, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>,
  ).map((key) => [key, `«${key}»`]),
);

const EVERYWHERE = {
  ...FULL_CLIENT,
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...FULL_CLIENT.textDocument,
    codeAction: {
      ...FULL_CLIENT.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

describe('what the server shows, in another language', () => {
  let harness: Harness;
  before(async () => {
    harness = await Harness.start({
      capabilities: EVERYWHERE,
      initializationOptions: { strings, hasCommands: true },
    });
    await harness.open(URI, TEXT);
    await harness.diagnostics(URI);
  });
  after(async () => {
    await harness.stop();
    // The strings are those of the process.
    await (await Harness.start()).stop();
  });

  it('are titles of code actions', async () => {
    const actions = await harness.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: harness.rangeOf(URI, 'calcium blocker'),
      context: { diagnostics: [] },
    });
    assert.ok(actions.length >= 6);
    for (const { title, command } of actions) {
      assert.match(title, /^«.*»$/u);
      if (command !== undefined) assert.match(command.title, /^«.*»$/u);
    }
  });

  it('are titles of the fixes of every rule', () => {
    const titles = new Set<string>();
    for (const rule of allRules) {
      for (const { text } of rule.examples) {
        const { findings } = shippedEngine().lint(text, {
          configuration: { scope: 'always', requireReviewDates: true, generalSpelling: true },
          configured: true,
          language: 'markdown',
          today: '2026-06-15',
        });
        for (const { fixes } of findings) for (const { title } of fixes) titles.add(title);
      }
    }
    assert.ok(titles.size > 20, `${titles.size} titles`);
    assert.deepEqual(
      [...titles].filter((title) => !/^«.*»$/u.test(fixTitle(title))),
      [],
    );
  });

  it('are the headings of a hover, and its kind', async () => {
    const { contents } = await harness.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, 'Diltiazem', 2),
    });
    const { value } = contents as { value: string };
    assert.match(value, /^\*\*diltiazem\*\* · _«drug»_/u);
    assert.match(value, /_«\(Unverified: .*»_/u);
    assert.match(value, /_«Used 2 times in this document\.»_/u);
    for (const [, heading] of value.matchAll(/\*\*([^*]+):\*\*/gu)) assert.match(heading!, /^«.*»$/u);
    const finding = await harness.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, 'blocker', 2),
    });
    const reason = (finding.contents as { value: string }).value;
    for (const heading of ['**«Why:»**', '**«Source:»**', '«Rule: [avoided-term]']) assert.ok(reason.includes(heading));
  });

  it('are pages', async () => {
    const page = async (request: string): Promise<string> =>
      (
        await harness.client.sendRequest<{ markdown: string }>(request, {
          uri: URI,
          position: { line: 0, character: 3 },
          conceptId: 'calcium-channel-blocker',
          versions: [],
        })
      ).markdown;
    for (const request of [statisticsRequest, reportRequest, explainRequest]) {
      const markdown = await page(request);
      for (const [, heading] of markdown.matchAll(/^#+ (.*)$/gmu)) assert.match(heading!, /^«.*»$/u);
    }
    const report = await page(reportRequest);
    assert.match(report, /^«Checked while you type, as Markdown: «2 findings»\.» «Rules of style /mu);
    const card = await harness.client.sendRequest<CardResult>(cardRequest, { conceptId: 'warfarin' });
    for (const [, heading] of card.markdown.matchAll(/^## (.*)$/gmu)) assert.match(heading!, /^«.*»$/u);
  });

  it('are the views', async () => {
    const { groups } = await harness.client.sendRequest<MentionsResult>(mentionsRequest, { uri: URI });
    const tree = await harness.client.sendRequest<TermTreeNode[]>(terminologyTreeRequest, {});
    const terms = await harness.client.sendRequest<TermEntry[]>(termsRequest);
    const shown = [
      ...groups.map(({ title }) => title),
      ...groups.flatMap((group) => group.terms.map(({ kind }) => kind)),
      ...tree.map(({ label }) => label),
      ...terms.map(({ kind }) => kind),
    ];
    assert.ok(shown.length > 10);
    assert.deepEqual(
      shown.filter((text) => !/^«.*»$/u.test(text)),
      [],
    );
  });

  it('are details of what is completed', async () => {
    const complete = async (words: string): Promise<CompletionList> =>
      harness.client.sendRequest('textDocument/completion', {
        textDocument: { uri: URI },
        position: harness.positionOf(URI, words, words.length),
      });
    for (const words of ['<!-- kossa-', 'Dilt']) {
      const { items } = await complete(words);
      assert.ok(items.length > 0, words);
      for (const { detail } of items) assert.match(detail ?? '', /^«.*»$/u);
    }
  });

  it('are progress, and what is refused', async () => {
    const titles: string[] = [];
    const token = 'find';
    harness.client.onProgress(WorkDoneProgress.type, token, (progress) => {
      if (progress.kind === 'begin') titles.push(progress.title);
    });
    const places = await harness.client.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, 'Diltiazem', 2),
      context: { includeDeclaration: true },
      workDoneToken: token,
    });
    assert.equal(places.length, 2);
    assert.deepEqual(titles, ['«Kossa reads the articles»']);
    const rename = harness.client.sendRequest('textDocument/rename', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, 'Diltiazem', 2),
      newName: '*',
    });
    await assert.rejects(rename, /«Write the new name in plain words\.»/u);
  });

  it('are the trouble that is told', async () => {
    const other = await Harness.start({
      initializationOptions: { strings },
      loadData: () => Promise.reject(new Error('ENOENT')),
    });
    await other.until(() => other.shown.length > 0);
    assert.match(other.shown[0]!, /^«Kossa cannot read its terminology.*»$/u);
    await other.stop();
  });
});
