import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledTerminology } from '../../engine/src/index.js';
import { linesOfPhrases, phrasesOfLines } from '../../engine/src/terminology/phrase-lines.js';
import {
  cardRequest,
  mentionsRequest,
  statisticsRequest,
  terminologyTreeRequest,
  type CardResult,
  type MentionsResult,
  type StatisticsResult,
  type TermTreeNode,
} from '../../protocol.js';
import { Harness } from './harness.js';
import { stubTerminology } from './stub-terminology.js';

const URI = 'file:///articles/my%20article.md';
const TEXT = `---
title: A calcium blocker
---
# Calcinosis

Ask about warfarin. Calcinosis may follow, and Warfarins of other makers may *not*.

A calcium channel
blocker (CCB) is not an anticoagulant. A CCB is diltiazem.
`;

/** The labels of a tree, each below the one that it belongs to. */
function outline(nodes: readonly TermTreeNode[], indent = ''): string[] {
  return nodes.flatMap(({ label, children }) => [`${indent}${label}`, ...outline(children, `${indent}  `)]);
}

describe('terms and statistics', () => {
  let harness: Harness;
  async function start(loadData?: () => Promise<{ readonly terminology: CompiledTerminology }>): Promise<void> {
    harness = await Harness.start({
      initializationOptions: { hasCommands: true },
      ...(loadData === undefined ? {} : { loadData }),
    });
  }
  afterEach(() => harness.stop());

  const mentions = (): Promise<MentionsResult | null> => harness.client.sendRequest(mentionsRequest, { uri: URI });
  const statistics = async (): Promise<string | undefined> =>
    (await harness.client.sendRequest<StatisticsResult | null>(statisticsRequest, { uri: URI }))?.markdown;

  describe('terms of a document', () => {
    beforeEach(() => start());

    it('are grouped by kind, the most used first', async () => {
      await harness.open(URI, TEXT);
      const groups = (await mentions())!.groups.map(({ title, terms }) => [
        title,
        ...terms.map(({ label, kind, uses }) => `${label} (${kind}): ${uses.length}`),
      ]);
      assert.deepEqual(groups, [
        ['Diseases', 'calcinosis (disease): 2'],
        ['Medicines', 'warfarin (drug): 2', 'diltiazem (drug): 1'],
        ['Classes of medicines', 'calcium channel blocker (drug class): 4', 'anticoagulant (drug class): 1'],
      ]);
    });

    it('say where each use stands, and in which words', async () => {
      await harness.open(URI, TEXT);
      const terms = (await mentions())!.groups.flatMap((group) => group.terms);
      const uses = terms.find(({ conceptId }) => conceptId === 'calcium-channel-blocker')!.uses;
      assert.deepEqual(
        uses.map(({ range, words }) => [range.start.line, words]),
        [
          [1, 'calcium blocker'],
          [7, 'calcium channel blocker'],
          [8, 'CCB'],
          [8, 'CCB'],
        ],
      );
      assert.deepEqual(
        uses.map(({ range }) => harness.document(URI).getText(range)),
        ['calcium blocker', 'calcium channel\nblocker', 'CCB', 'CCB'],
      );
    });

    it('stand in words before and after, cut between words', async () => {
      await harness.open(URI, TEXT);
      const terms = (await mentions())!.groups.flatMap((group) => group.terms);
      const [first, second] = terms.find(({ conceptId }) => conceptId === 'warfarin')!.uses;
      assert.deepEqual(
        [first, second].map((use) => `${use!.before}[${use!.words}]${use!.after}`),
        [
          'Ask about [warfarin]. Calcinosis may follow, and Warfarins of other …',
          '… may follow, and [Warfarins] of other makers may not.',
        ],
      );
    });

    it('name each meaning where words have two', async () => {
      const two = stubTerminology();
      const concepts = two.concepts.map(({ id }) => id);
      const target = (id: string) =>
        ({ is: 'variant', concept: concepts.indexOf(id), variant: 0, form: 'base' }) as const;
      const xy = { key: 'xy', targets: [target('warfarin'), target('diltiazem')] };
      const phrases = linesOfPhrases([...phrasesOfLines(two.phrases), xy]);
      await harness.stop();
      await start(() => Promise.resolve({ terminology: { ...two, phrases } }));
      await harness.open(URI, 'Take xy today.');
      const terms = (await mentions())!.groups.flatMap((group) => group.terms);
      assert.deepEqual(
        terms.map(({ label, uses }) => [label, ...uses.flatMap((use) => use.otherMeanings)]),
        [
          ['diltiazem', 'warfarin'],
          ['warfarin', 'diltiazem'],
        ],
      );
    });

    it('follow what is typed', async () => {
      await harness.open(URI, 'Take warfarin today.');
      await mentions();
      await harness.replace(URI, 'warfarin', 'diltiazem');
      const labels = (await mentions())!.groups.flatMap(({ terms }) => terms.map(({ label }) => label));
      assert.deepEqual(labels, ['diltiazem']);
    });

    it('are none where the text names none, and unknown where it is not open or not checked', async () => {
      assert.equal(await mentions(), null);
      await harness.open(URI, 'Nothing of ours.');
      assert.deepEqual(await mentions(), { groups: [] });
      await harness.changeSettings({ enable: false });
      assert.equal(await mentions(), null);
    });
  });

  describe('the tree of the terminology', () => {
    const tree = (uri?: string): Promise<readonly TermTreeNode[]> =>
      harness.client.sendRequest(terminologyTreeRequest, uri === undefined ? {} : { uri });

    it('puts medicines below their classes and the rest below their kind', async () => {
      await start();
      assert.deepEqual(outline(await tree()), [
        'Diseases',
        '  calcinosis',
        'Medicines by class',
        '  anticoagulant',
        '    warfarin',
        '  calcium channel blocker',
        '    diltiazem',
      ]);
    });

    it('is empty where the data could not be read', async () => {
      await start(() => Promise.reject(new Error('ENOENT')));
      assert.deepEqual(await tree(), []);
    });

    describe('as it is shipped', () => {
      const file = path.resolve(import.meta.dirname, '../../dist/data/terminology.json');
      let terminology: CompiledTerminology;
      before(() => {
        terminology = JSON.parse(readFileSync(file, 'utf8')) as CompiledTerminology;
      });
      beforeEach(() => start(() => Promise.resolve({ terminology })));

      it('begins with the types of each classification, and what belongs to them', async () => {
        const nodes = await tree();
        const [types] = nodes;
        assert.equal(types?.label, 'Types of calcinosis cutis');
        const members = terminology.classifications[0]!.members.map(({ concepts }) => concepts[0]);
        assert.deepEqual(
          types.children.map(({ conceptId }) => conceptId),
          members,
        );
        const idiopathic = types.children.find(({ conceptId }) => conceptId === 'idiopathic-calcinosis-cutis')!;
        assert.ok(idiopathic.children.some(({ conceptId }) => conceptId === 'idiopathic-scrotal-calcinosis'));
      });

      it('holds every concept, and no medicine beside the class of its class', async () => {
        const nodes = await tree();
        const held = new Set<string>();
        const visit = (node: TermTreeNode): void => {
          if (node.conceptId !== undefined) held.add(node.conceptId);
          node.children.forEach(visit);
        };
        nodes.forEach(visit);
        assert.deepEqual(
          terminology.concepts.filter(({ id }) => !held.has(id)).map(({ id }) => id),
          [],
        );
        const medicines = nodes.find(({ label }) => label === 'Medicines by class')!;
        const below = (node: TermTreeNode): (string | undefined)[] => node.children.map(({ conceptId }) => conceptId);
        const bloodPressure = medicines.children.find(({ conceptId }) => conceptId === 'antihypertensive')!;
        assert.ok(below(bloodPressure).includes('calcium-channel-blocker'));
        assert.ok(!below(bloodPressure).includes('nifedipine'));
      });

      it('speaks the house style of a document', async () => {
        await harness.open(URI, 'Text.');
        await harness.changeSettings({ style: 'uk' });
        const labels = outline(await tree(URI));
        assert.ok(
          labels.some((label) => label.trim() === 'tumoural calcinosis' || label.includes('haem')),
          'UK spelling',
        );
        assert.ok(!labels.some((label) => label.trim() === 'skin tumor'));
      });
    });
  });

  describe('a card', () => {
    beforeEach(() => start());

    it('is the name, the kind and the definition where a short one is asked for', async () => {
      const card: CardResult | null = await harness.client.sendRequest(cardRequest, {
        conceptId: 'calcinosis',
        length: 'short',
      });
      assert.equal(card?.markdown, '**calcinosis** · _disease_\n\nCalcium salts in soft tissue.');
    });
  });

  describe('statistics', () => {
    beforeEach(() => start());

    it('count words and sentences, and grade only text that is long enough', async () => {
      await harness.open(URI, TEXT);
      const page = (await statistics())!;
      assert.match(page, /^# Statistics of my article\.md\n/u);
      assert.match(page, /\| Words \| 27 \|/u);
      assert.match(page, /\| Sentences of running text \| 4 \|/u);
      assert.match(page, /\| Words in the longest sentence \| 10 \|/u);
      assert.match(page, /grade level .* \| too little text to tell \|/u);
    });

    it('give the grade that the rule gives', async () => {
      const sentence =
        'Practitioners frequently recommend comprehensive evaluation of underlying abnormalities before considering individual therapeutic possibilities. ';
      await harness.open(URI, `# Living with calcinosis\n\n${sentence.repeat(12)}`);
      await harness.changeSettings({ scope: 'always' });
      const finding = (await harness.diagnostics(URI)).find(({ code }) => code === 'hard-to-read');
      const grade = /US grade ([\d.]+)/u.exec(String(finding?.message))?.[1];
      assert.ok(grade !== undefined, 'the rule reports it');
      assert.ok((await statistics())!.includes(`| US grade level (Flesch-Kincaid) | ${grade} |`));
    });

    it('count findings by rule and severity', async () => {
      await harness.open(URI, TEXT);
      const page = (await statistics())!;
      assert.match(page, /\d findings?: .*\d (?:error|warning)/u);
      const count = (await harness.diagnostics(URI)).filter(({ code }) => code === 'avoided-term').length;
      assert.ok(count > 0);
      assert.match(
        page,
        new RegExp(`\\| \\[avoided-term\\]\\(https://\\S+/avoided-term\\.md\\) \\|.*\\| ${count} \\|`, 'u'),
      );
    });

    it('count terms, the most used first', async () => {
      await harness.open(URI, TEXT);
      const page = (await statistics())!;
      assert.match(page, /5 terms, 10 uses\./u);
      const rows = [
        ...page.slice(page.indexOf('## Terms'), page.indexOf('## Abbrev')).matchAll(/^\| (\w.*) \| (\d+) \|$/gmu),
      ];
      assert.deepEqual(
        rows.map(([, term, uses]) => `${term} ${uses}`),
        [
          'calcium channel blocker | drug class 4',
          'calcinosis | disease 2',
          'warfarin | drug 2',
          'anticoagulant | drug class 1',
          'diltiazem | drug 1',
        ],
      );
    });

    it('say how each abbreviation is explained', async () => {
      await harness.open(URI, TEXT);
      assert.match((await statistics())!, /\| CCB \| yes, as “calcium channel blocker” \| 2 \|/u);
      await harness.replace(URI, ' (CCB)', '');
      assert.match(
        (await statistics())!,
        /\| CCB \| not beside it, but the text names calcium channel blocker \| 1 \|/u,
      );
      await harness.replace(URI, 'calcium channel\nblocker', 'pill');
      await harness.replace(URI, 'calcium blocker', 'pill');
      assert.match((await statistics())!, /\| CCB \| no \(calcium channel blocker\) \| 1 \|/u);
    });

    it('say so where there is nothing', async () => {
      await harness.open(URI, '');
      const page = (await statistics())!;
      assert.match(page, /\| Words \| 0 \|/u);
      assert.match(page, /## Findings\n\nNone\.\n\n## Terms\n\nThe text names no term/u);
      assert.match(page, /## Abbreviations\n\nNone that/u);
    });

    it('are none of a document that is not open', async () => assert.equal(await statistics(), undefined));
  });
});
