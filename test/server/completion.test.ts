import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver/node';
import { Harness } from './harness.js';

describe('completion', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start();
  });
  afterEach(() => harness.stop());

  /** The cursor stands at the bar. */
  async function complete(text: string, languageId = 'markdown'): Promise<CompletionItem[]> {
    const uri = languageId === 'mdx' ? 'file:///c.mdx' : 'file:///c.md';
    const at = text.indexOf('‸');
    await harness.open(uri, text.replace('‸', ''), languageId);
    const position = harness.document(uri).positionAt(at);
    const list: CompletionList | null = await harness.client.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return list?.items ?? [];
  }
  const labels = async (text: string, languageId?: string): Promise<string[]> =>
    (await complete(text, languageId)).map((item) => item.label);

  it('offers terms from two letters on, with the definition', async () => {
    const items = await complete('😀 About ca‸');
    assert.deepEqual(items.map((item) => item.label).sort(), [
      'calcinosis',
      'calcium antagonist',
      'calcium channel blocker',
    ]);
    const calcinosis = items.find((item) => item.label === 'calcinosis')!;
    assert.deepEqual((calcinosis.textEdit as { range: unknown }).range, {
      start: { line: 0, character: 9 },
      end: { line: 0, character: 11 },
    });
    const resolved: CompletionItem = await harness.client.sendRequest('completionItem/resolve', calcinosis);
    assert.match((resolved.documentation as MarkupContent).value, /Calcium salts in soft tissue\./);
    assert.deepEqual(await labels('About c‸'), []);
  });

  it('reads several words as the beginning of one term', async () => {
    const [first] = await complete('A calcium ch‸');
    assert.equal(first?.label, 'calcium channel blocker');
    assert.equal((first.textEdit as { range: { start: { character: number } } }).range.start.character, 2);
  });

  it('leads from a name to be avoided to the one to write', async () => {
    const item = (await complete('A calcium bl‸')).find((candidate) => candidate.filterText === 'calcium blocker');
    assert.equal((item?.textEdit as { newText: string }).newText, 'calcium channel blocker');
  });

  it('keeps the capital of a sentence', async () => {
    const [item] = await complete('Calci‸');
    assert.equal((item?.textEdit as { newText: string }).newText.charAt(0), 'C');
  });

  it('puts terms of this document first', async () => {
    assert.equal((await labels('More on cal‸'))[0], 'calcinosis');
    assert.equal((await labels('Diltiazem is a calcium antagonist.\n\nMore on cal‸'))[0], 'calcium channel blocker');
  });

  for (const [lead, first] of [
    ['Calcium channel blockers such as ‸', 'diltiazem'],
    ['Calcium channel blockers such as d‸', 'diltiazem'],
    ['Some calcium channel blockers, including 😀, ‸ and more', 'diltiazem'],
    ['Anticoagulants (‸', 'warfarin'],
    ['Anticoagulants like other things or wa‸', 'warfarin'],
    ['## Anticoagulants\n\n- a first one\n- wa‸', 'warfarin'],
    ['Some calcium channel blockers:\n\n- di‸', 'diltiazem'],
    ['Diltiazem is a ca‸', 'calcium channel blocker'],
    ['Warfarin is an ‸', 'anticoagulant'],
  ] as const) {
    it(`offers what the words before make likely: ${lead.replaceAll('\n', ' ')}`, async () => {
      assert.equal((await labels(lead))[0], first);
    });
  }

  for (const text of [
    'We bought things such as ‸',
    'Calcium channel blockers. Things such as ‸',
    'Calcium channel blockers do not ‸',
    'Anticoagulants such as x. ‸',
    'Run `calcium channel blockers such as ‸`.',
  ]) {
    it(`offers nothing unasked after ${text}`, async () => {
      assert.deepEqual(await labels(text), []);
    });
  }

  it('ranks by how often the document names a term', async () => {
    const text = 'A calcium channel blocker. Calcinosis, calcinosis, calcinosis.\n\nMore on ca‸';
    assert.equal((await labels(text))[0], 'calcinosis');
    assert.equal(
      (await labels(text.replace('Calcinosis, calcinosis, ', '').replace('A', 'CCB, a')))[0],
      'calcium channel blocker',
    );
  });

  it('offers values of the front matter: days of review from today, and whether the page is checked', async () => {
    assert.deepEqual(await labels('---\nlastReviewed: ‸\n---\n\ntext\n'), ['2026-03-01']);
    assert.deepEqual(await labels('---\nnextReview: 20‸\n---\n\ntext\n'), ['2027-03-01', '2028-03-01', '2029-03-01']);
    assert.deepEqual(await labels('---\nkossa: ‸\n---\n\ntext\n'), ['false', 'true']);
  });

  for (const [place, text] of [
    ['the words of a link’s definition', 'See [x].\n\n[x]: https://example.org/calc‸'],
    ['an automatic link', 'See <https://example.org/calc‸>.'],
    ['indented code', 'Text.\n\n    calc‸\n'],
    ['code', 'Run `calc‸`.'],
    ['fenced code', '```\ncalc‸\n```\n'],
    ['an address', 'See [x](https://example.org/calc‸).'],
    ['a bare address', 'See https://example.org/calc‸'],
    ['HTML', '<div class="calc‸">\n\ntext\n\n</div>'],
    ['a value of the front matter', '---\ntitle: calc‸\n---\n\ntext\n'],
  ] as const) {
    it(`offers nothing in ${place}`, async () => {
      assert.deepEqual(await labels(text), []);
    });
  }

  it('offers keys in the front matter that are not there yet', async () => {
    const offered = await labels('---\ntitle: x\nla‸\n---\n\ntext\n');
    assert.ok(offered.includes('lastReviewed') && !offered.includes('title'));
  });

  for (const [languageId, open] of [
    ['markdown', '<!--'],
    ['mdx', '{/*'],
  ] as const) {
    it(`offers directives and rules in a comment of ${languageId}`, async () => {
      assert.ok((await labels(`Text.\n\n${open} kossa-dis‸`, languageId)).includes('kossa-disable-next-line'));
    });
  }

  it('offers rules that the directive does not name yet, and none after the reason', async () => {
    const offered = await labels('Text.\n\n<!-- kossa-disable avoided-term ‸ -->');
    assert.ok(offered.includes('absolute-claim') && !offered.includes('avoided-term'));
    assert.deepEqual(await labels('Text.\n\n<!-- kossa-disable avoided-term -- abs‸ -->'), []);
    assert.deepEqual(await labels('```md\n<!-- kossa-dis‸\n```\n'), []);
    assert.deepEqual(await labels('Text.\n\n<!-- other ‸ -->'), []);
  });

  it('can be switched off', async () => {
    await harness.changeSettings({ completion: { enable: false } });
    assert.deepEqual(await labels('About calc‸'), []);
  });
});
