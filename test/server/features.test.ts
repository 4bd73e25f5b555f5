import assert from 'node:assert/strict';
import type { CodeAction, Hover, MarkupContent, WorkspaceEdit } from 'vscode-languageserver';
import {
  cardRequest,
  explainRequest,
  fixAllRequest,
  insertWordRequest,
  termAtRequest,
  termsRequest,
  type CardResult,
  type ExplainResult,
  type TermEntry,
} from '../../protocol.js';
import { stubWords } from '../support/stub-data.js';
import { Harness } from './harness.js';
import { stubTerminology } from './stub-terminology.js';

const URI = 'file:///articles/a.md';
const FRONT_MATTER = '---\ntitle: A calcium blocker\n---\n';

describe('features', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({ initializationOptions: { hasCommands: true } });
  });
  afterEach(() => harness.stop());

  async function hoverOn(
    text: string,
    words: string,
    inside = 1,
  ): Promise<{ readonly words: string; readonly markdown: string } | undefined> {
    await harness.open(URI, text);
    const hover: Hover | null = await harness.client.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: harness.positionOf(URI, words, inside),
    });
    return hover === null
      ? undefined
      : { words: harness.document(URI).getText(hover.range), markdown: (hover.contents as MarkupContent).value };
  }

  describe('hover', () => {
    it('shows the card of a term: definition, kind, levels, causes, codes, sources', async () => {
      const hover = await hoverOn('About calcinosis.', 'calcinosis');
      assert.equal(hover?.words, 'calcinosis');
      for (const part of [
        '**calcinosis** · _disease_',
        'Calcium salts in soft tissue.',
        '**Blood levels:** calcium normal',
        '**Causes:** warfarin (disputed)',
        '[HP:0025520](https://hpo.jax.org/browse/term/HP:0025520)',
        '(broad)',
        '[A textbook (of \\*skin\\*)](https://example.org/book_%282%29)',
        'Made by its makers.',
      ]) {
        assert.ok(hover.markdown.includes(part), `${part} is missing in:\n${hover.markdown}`);
      }
    });

    it('marks a definition that was not read in a source', async () => {
      assert.match(
        (await hoverOn('Take diltiazem daily.', 'diltiazem'))?.markdown ?? '',
        /A medicine for blood pressure\. _\(Unverified/,
      );
    });

    it('says the status of other names', async () => {
      const markdown = (await hoverOn('A calcium channel blocker.', 'channel'))?.markdown ?? '';
      assert.match(markdown, /\*\*Also named:\*\* calcium antagonist/);
      assert.match(markdown, /\*\*Abbreviation:\*\* CCB/);
      assert.match(markdown, /\*\*Better not:\*\* calcium blocker/);
    });

    it('says how often the document uses the term, where it does so more than once', async () => {
      const twice = await hoverOn('A calcium channel blocker, and a calcium channel blocker.', 'channel');
      assert.match(twice!.markdown, /_Used 2 times in this document\._$/u);
      await harness.close(URI);
      const once = await hoverOn('A calcium channel blocker.', 'channel');
      assert.doesNotMatch(once!.markdown, /Used/u);
    });

    it('puts the reason and its source of a finding first', async () => {
      const markdown = (await hoverOn('Diltiazem is a calcium blocker.', 'blocker'))?.markdown ?? '';
      assert.match(markdown, /^\*\*Why:\*\* No class has this name\.\n\n\*\*Source:\*\* \[A textbook/);
      assert.ok(markdown.indexOf('**calcium channel blocker**') > markdown.indexOf('**Source:**'));
    });

    for (const [place, text, words, shown] of [
      ['a heading', '# On warfarin\n\nText.', 'warfarin', 'warfarin'],
      [
        'emphasis that begins inside the term',
        'A calcium **channel** blocker 😀.',
        'channel',
        'calcium **channel** blocker',
      ],
      ['a link', 'See [warfarin](https://example.org/diltiazem).', 'warfarin', 'warfarin'],
      ['a table', '| a | b |\n| - | - |\n| 😀 | warfarin |\n', 'warfarin', 'warfarin'],
      ['a list after CRLF', 'List:\r\n\r\n- one\r\n- Coumadin\r\n', 'Coumadin', 'Coumadin'],
      ['a term over two lines', 'A calcium\nchannel blocker.', 'channel', 'calcium\nchannel blocker'],
    ] as const) {
      it(`is right in ${place}`, async () => {
        assert.equal((await hoverOn(text, words))?.words, shown);
      });
    }

    for (const [place, text, words] of [
      ['code', 'Run `warfarin`.', 'warfarin'],
      ['an address', 'See [this](https://example.org/warfarin).', 'warfarin'],
      ['fenced code', '```\nwarfarin\n```\n', 'warfarin'],
      ['other words', 'Nothing of note with warfarin.', 'Nothing'],
    ] as const) {
      it(`shows nothing in ${place}`, async () => {
        assert.equal(await hoverOn(text, words), undefined);
      });
    }

    it('shows plain text to a client that shows no Markdown', async () => {
      await harness.stop();
      harness = await Harness.start({ capabilities: { textDocument: { diagnostic: {} } } });
      const text = (await hoverOn('Diltiazem is a calcium blocker.', 'blocker'))?.markdown ?? '';
      assert.match(text, /^Why: No class has this name\.\n\nSource: A textbook \(of \*skin\*\) \(https:/);
      assert.match(text, /calcium channel blocker · drug class/);
    });

    it('can be switched off', async () => {
      await harness.changeSettings({ hover: { enable: false } });
      assert.equal(await hoverOn('About calcinosis.', 'calcinosis'), undefined);
    });
  });

  describe('code actions', () => {
    async function actionsOn(uri: string, words: string, only?: string[]): Promise<CodeAction[]> {
      const params = {
        textDocument: { uri },
        range: harness.rangeOf(uri, words),
        context: { diagnostics: [], ...(only ? { only } : {}) },
      };
      return harness.client.sendRequest('textDocument/codeAction', params);
    }

    it('come in order, with one preferred: the safe fix', async () => {
      await harness.open(URI, 'An anti-coagulant.\n\nAnti-coagulants.\n');
      const actions = await actionsOn(URI, 'anti-coagulant');
      assert.deepEqual(
        actions.map((action) => action.title),
        [
          'Replace with `anticoagulant`',
          'Fix all avoided-term in this file',
          'Look up “anticoagulant”',
          'Disable avoided-term for this line',
          'Disable avoided-term for this line, by a comment above',
          'Disable avoided-term for this file',
          'Disable avoided-term with a reason…',
          'Allow “anti-coagulant” in this file',
        ],
      );
      assert.deepEqual(
        actions.flatMap((action, index) => (action.isPreferred ? [index] : [])),
        [0],
      );
      assert.ok(
        actions.every((action) => action.kind === 'quickfix' && action.diagnostics?.[0]?.code === 'avoided-term'),
      );
      assert.equal(harness.applied(URI, actions[0]!.edit!), 'An anticoagulant.\n\nAnti-coagulants.\n');
      assert.equal(harness.applied(URI, actions[1]!.edit!), 'An anticoagulant.\n\nAnticoagulants.\n');
      assert.deepEqual(actions[2]!.command?.arguments, ['anticoagulant']);
    });

    it('prefer nothing where no fix is safe', async () => {
      await harness.open(URI, 'A calcium blocker.');
      const actions = await actionsOn(URI, 'blocker');
      assert.ok(actions.length > 0 && actions.every((action) => action.isPreferred !== true));
      assert.equal(harness.applied(URI, actions[0]!.edit!), 'A calcium channel blocker.');
    });

    it('fix all of the source kind takes safe fixes only', async () => {
      await harness.open(URI, 'A calcium blocker is no anti-coagulant.');
      const actions = await actionsOn(URI, 'A', ['source.fixAll']);
      assert.deepEqual(
        actions.map((action) => action.kind),
        ['source.fixAll.kossa'],
      );
      assert.equal(harness.applied(URI, actions[0]!.edit!), 'A calcium blocker is no anticoagulant.');
      assert.deepEqual(await actionsOn(URI, 'A', ['refactor']), []);
      const edit: WorkspaceEdit | null = await harness.client.sendRequest(fixAllRequest, { uri: URI });
      assert.equal(harness.applied(URI, edit!), 'A calcium blocker is no anticoagulant.');
    });

    it('add a misspelled word to the words of the project or of the user', async () => {
      const spelling = await Harness.start({
        initializationOptions: { hasCommands: true },
        loadData: () => Promise.resolve({ terminology: stubTerminology(), words: stubWords() }),
      });
      await spelling.open(URI, 'Some of the colchicin is for you.\n');
      const actions: CodeAction[] = await spelling.client.sendRequest('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: spelling.rangeOf(URI, 'colchicin'),
        context: { diagnostics: [] },
      });
      await spelling.stop();
      const added = actions.filter((action) => action.title.startsWith('Add'));
      assert.deepEqual(
        added.map((action) => [action.title, action.command?.command, action.command?.arguments]),
        [
          [
            'Add “colchicin” to the words of the project (.kossa/words.txt)',
            'kossa.addWord',
            [{ word: 'colchicin', to: 'project', uri: URI }],
          ],
          ['Add “colchicin” to your words (settings)', 'kossa.addWord', [{ word: 'colchicin', to: 'user', uri: URI }]],
        ],
      );
    });

    it('put a word into its place in a words file', async () => {
      const insert = (text: string | null, word: string): Promise<string | null> =>
        harness.client.sendRequest(insertWordRequest, { text, word });
      assert.equal(await insert('alpha\ngamma\n', 'beta'), 'alpha\nbeta\ngamma\n');
      assert.equal(await insert('alpha\n', 'Alpha'), null);
      assert.match((await insert(null, 'beta'))!, /^# .*\nbeta\n$/u);
    });

    it('carry the version of the document', async () => {
      await harness.open(URI, 'An anti-coagulant.');
      await harness.replace(URI, 'An', 'One');
      const [fix] = await actionsOn(URI, 'anti-coagulant');
      assert.deepEqual(
        fix?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version),
        [2],
      );
    });

    const places: readonly (readonly [string, string, string])[] = [
      ['a paragraph', 'markdown', 'Text.\n\nA calcium blocker.\n'],
      ['a wrapped paragraph', 'markdown', 'Some text and\na calcium blocker and\nmore.\n'],
      ['a line with a hard break', 'markdown', 'A calcium blocker.  \nMore.\n'],
      ['a heading', 'markdown', '# A calcium blocker ##\n\nText.\n'],
      ['a list item', 'markdown', '- one\n- a calcium blocker\n- three\n'],
      ['a table', 'markdown', '| a | b |\n| - | - |\n| x | a calcium blocker |\n| y | z |\n'],
      ['a quotation', 'markdown', '> Text.\n>\n> A calcium blocker.\n'],
      ['text with CRLF', 'markdown', 'Text.\r\n\r\nA calcium blocker 😀.\r\n'],
      ['the front matter', 'markdown', `${FRONT_MATTER}\nText.\n`],
      ['text after front matter', 'markdown', '---\ntitle: x\n---\nA calcium blocker.\n'],
      ['a paragraph of MDX', 'mdx', 'Text.\n\nA calcium blocker.\n'],
      ['a wrapped paragraph of MDX', 'mdx', 'Some text and\na calcium blocker and\nmore.\n'],
      ['a list of MDX', 'mdx', '- one\n- a calcium blocker\n'],
      ['a table of MDX', 'mdx', '| a | b |\n| - | - |\n| x | a calcium blocker |\n'],
    ];
    for (const [place, languageId, text] of places) {
      it(`disable works in ${place}, and changes nothing else`, async () => {
        const uri = languageId === 'mdx' ? 'file:///a.mdx' : URI;
        await harness.open(uri, text, languageId);
        const before = await harness.findings(uri);
        assert.ok(before.includes('avoided-term: calcium blocker'), before.join());
        const actions = await actionsOn(uri, 'calcium blocker');
        const quieting = actions.filter(
          (action) => action.edit !== undefined && /^(Disable avoided-term|Allow)/.test(action.title),
        );
        assert.ok(quieting.length >= 2, quieting.map((action) => action.title).join());
        for (const [index, action] of quieting.entries()) {
          const after = harness.applied(uri, action.edit!);
          assert.equal(after.includes('\r\n'), text.includes('\r\n'), action.title);
          assert.ok(!/[^\r]\n/.test(after) || !text.includes('\r\n'), action.title);
          const other = uri.replace('a.', `after-${index}.`);
          await harness.open(other, after, languageId);
          assert.deepEqual(
            await harness.findings(other),
            before.filter((finding) => finding !== 'avoided-term: calcium blocker'),
            `${action.title}:\n${after}`,
          );
        }
      });
    }
  });

  describe('looking up', () => {
    it('lists every term with its other names', async () => {
      const terms: TermEntry[] = await harness.client.sendRequest(termsRequest);
      assert.deepEqual(
        terms.map((term) => term.label),
        ['anticoagulant', 'calcinosis', 'calcium channel blocker', 'diltiazem', 'warfarin'],
      );
      assert.deepEqual(terms[2]?.otherNames, ['calcium antagonist', 'CCB']);
    });

    it('knows the term at the cursor', async () => {
      await harness.open(URI, 'A calcium **blocker** here.');
      assert.deepEqual(
        await harness.client.sendRequest(termAtRequest, { uri: URI, position: harness.positionOf(URI, 'blocker') }),
        { conceptId: 'calcium-channel-blocker' },
      );
      assert.equal(
        await harness.client.sendRequest(termAtRequest, { uri: URI, position: harness.positionOf(URI, 'here', 2) }),
        null,
      );
    });

    it('explains what was read at the cursor, and nothing where no prose stands', async () => {
      await harness.open(URI, 'Warfarin is a calcium channel blocker.\n\n```\ncode\n```\n');
      const ask = (words: string) =>
        harness.client.sendRequest<ExplainResult | null>(explainRequest, {
          uri: URI,
          position: harness.positionOf(URI, words, 1),
        });
      const { markdown } = (await ask('Warfarin')) ?? { markdown: '' };
      assert.match(markdown, /\*\*warfarin\*\* is a \*\*calcium channel blocker\*\*: asserted, the writer’s/u);
      assert.equal(await ask('code'), null);
    });

    it('gives the card as a page, and nothing for what is no term', async () => {
      const card: CardResult | null = await harness.client.sendRequest(cardRequest, {
        conceptId: 'calcium-channel-blocker',
      });
      assert.equal(card?.title, 'calcium channel blocker');
      assert.match(card.markdown, /^# calcium channel blocker\n\n_drug class_/);
      assert.match(card.markdown, /calcium blocker: No class has this name\./);
      assert.equal(await harness.client.sendRequest(cardRequest, { conceptId: 'nothing' }), null);
    });
  });
});
