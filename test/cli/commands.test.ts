import assert from 'node:assert/strict';
import { allRules } from '../../engine/src/index.js';
import { removeWorkplaces, Workplace } from './kossa.js';

describe('kossa', () => {
  after(removeWorkplaces);

  it('helps when nothing is asked', async () => {
    const { code, out, err } = await new Workplace().run([]);
    assert.deepEqual([code, err], [0, '']);
    for (const word of ['Usage: kossa', 'lint', 'define', 'rules', 'Examples:']) assert.ok(out.includes(word), word);
  });

  const answers: readonly (readonly [argv: readonly string[], says: RegExp])[] = [
    [['--help'], /Usage: kossa/],
    [['help', 'lint'], /Exit code: 0 no errors, 1 errors found/],
    [['lint', '--help'], /--stdin-filename/],
    [['define', '-h'], /the nearest terms are named/],
    [['--version'], /^9\.9\.9\n$/],
    [['-v'], /^9\.9\.9\n$/],
  ];
  for (const [argv, says] of answers) {
    it(`answers kossa ${argv.join(' ')}`, async () => {
      const { code, out } = await new Workplace().run(argv);
      assert.equal(code, 0);
      assert.match(out, says);
    });
  }
});

describe('kossa define', () => {
  after(removeWorkplaces);

  it('prints the card of a term', async () => {
    const { code, out } = await new Workplace().run(['define', 'Calcinosis', 'cutis']);
    assert.equal(code, 0);
    assert.equal(
      out,
      `calcinosis cutis (disease)

  Calcium salts laid down in the skin.

Located in
  - soft tissue

Blood levels
  - calcium: normal (not checked against a source)

Other names
  - cutaneous calcinosis (also right)
  - CC (abbreviation)

Codes
  - Example X1 calcinosis cutis

Sources
  - The Example Handbook of Words https://example.org/handbook
`,
    );
  });

  const found: readonly (readonly [asked: readonly string[], says: RegExp])[] = [
    [['cutaneous calcinosis'], /^calcinosis cutis \(disease\)/],
    [['calcium-channel-blocker'], /^calcium channel blocker \(drug class\)/],
    [
      ['calcium blocker'],
      /“calcium blocker” is a name to avoid: write “calcium channel blocker”\. It\s+blocks channels/,
    ],
    [['soft issue'], /“soft issue” is not what is meant: write “soft tissue”/],
    [['esophagus', '--style', 'uk'], /^oesophagus \(anatomy\)/],
    [['oesophagus'], /^esophagus \(anatomy\)/],
  ];
  for (const [asked, says] of found) {
    it(`finds ${asked.join(' ')}`, async () => {
      const { code, out } = await new Workplace().run(['define', ...asked]);
      assert.equal(code, 0);
      assert.match(out, says);
    });
  }

  it('names the nearest terms where one is unknown', async () => {
    const { code, out, err } = await new Workplace().run(['define', 'calcinossis cutis']);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^kossa: the terminology has no term calcinossis cutis\. Nearest:\n {2}calcinosis cutis\n/);
  });

  it('says so where none is near', async () => {
    const { code, err } = await new Workplace().run(['define', 'zzzzzzzz']);
    assert.equal(code, 1);
    assert.match(err, /and none that is near/);
  });

  it('prints JSON', async () => {
    const known = await new Workplace().run(['define', 'CC', '--format', 'json']);
    const { cards } = JSON.parse(known.out) as { cards: readonly { id: string }[] };
    assert.deepEqual(
      cards.map(({ id }) => id),
      ['calcinosis-cutis'],
    );
    const unknown = await new Workplace().run(['define', 'calcinossis cutis', '--format', 'json']);
    assert.equal(unknown.code, 1);
    assert.deepEqual(
      (JSON.parse(unknown.out) as { cards: unknown[]; nearest: { term: string }[] }).nearest[0]!.term,
      'calcinosis cutis',
    );
  });
});

describe('kossa words explain', () => {
  after(removeWorkplaces);

  const asked: readonly (readonly [word: string, code: 0 | 1, says: RegExp])[] = [
    ['Colchicin', 1, /^Colchicin: reported\. It is near colchicine\.\n.*cost {2}limit\n {2}colchicine +0\.\d\d/u],
    ['colchicine', 0, /^colchicine: accepted\. It stands in the word lists\./u],
    ['Smith', 0, /^Smith: accepted\. It is a name/u],
    ['zorbulax', 0, /^zorbulax: left alone\. It is unknown, and near no medical word\./u],
    ['ours', 0, /^ours: accepted\. It stands among the words of the project\./u],
  ];
  for (const [word, code, says] of asked) {
    it(`says what holds of ${word}`, async () => {
      const place = new Workplace({ '.kossa/words.txt': 'ours\n' });
      const outcome = await place.run(['words', 'explain', word]);
      assert.deepEqual([outcome.code, outcome.err], [code, '']);
      assert.match(outcome.out, says);
    });
  }

  it('prints JSON of several words', async () => {
    const { code, out } = await new Workplace().run(['words', 'explain', 'colchicin', 'fine', '--format', 'json']);
    const explained = JSON.parse(out) as { word: string; verdict: string }[];
    assert.deepEqual(
      [code, ...explained.map(({ word, verdict }) => `${word} ${verdict}`)],
      [1, 'colchicin reported', 'fine accepted'],
    );
  });

  it('says how it is asked where no word is given', async () => {
    const { code, err } = await new Workplace().run(['words', 'explain']);
    assert.equal(code, 2);
    assert.match(err, /missing required argument 'word'/u);
  });
});

describe('kossa rules', () => {
  after(removeWorkplaces);

  it('lists every rule', async () => {
    const { code, out } = await new Workplace().run(['rules']);
    assert.equal(code, 0);
    for (const rule of allRules) assert.ok(out.includes(`  ${rule.id} `), rule.id);
  });

  for (const rule of allRules) {
    it(`explains ${rule.id}`, async () => {
      const { code, out } = await new Workplace().run(['rules', rule.id], { columns: 110 });
      assert.equal(code, 0);
      assert.ok(out.startsWith(`${rule.id}\n`));
      assert.ok(out.includes(`docs/rules/${rule.id}.md`));
    });
  }
});

describe('kossa explain', () => {
  after(removeWorkplaces);

  it('says what was read in a line, and why it is reported or is not', async () => {
    const place = new Workplace();
    place.write('a.md', '# Title\n\nIt rained. Calcinosis cutis is a calcium channel blocker.\n');
    const { code, out } = await place.run(['explain', 'a.md:3']);
    assert.equal(code, 0);
    assert.match(out, /^It rained\.\n {2}No term of the terminology\.\n {2}No claim\.\n/u);
    assert.match(out, / {2}Terms\n {4}Calcinosis cutis = calcinosis cutis\n/u);
    assert.match(
      out,
      /calcinosis cutis — is a — calcium channel blocker\n {6}asserted, the writer’s; read as: copula\n {6}not reported: /u,
    );
  });

  it('keeps to the sentence at a column, in plain data on request', async () => {
    const place = new Workplace();
    place.write('a.md', 'Calcinosis is bad. Warfarin is not a calcium channel blocker.\n');
    const { out } = await place.run(['explain', 'a.md:1:2', '--format', 'json']);
    const explanations = JSON.parse(out) as { sentence: string }[];
    assert.deepEqual(
      explanations.map(({ sentence }) => sentence),
      ['Calcinosis is bad.'],
    );
  });

  const mistakes: readonly (readonly [place: string, says: RegExp])[] = [
    ['a.md', /write the file, a colon and a line/u],
    ['a.md:0', /write the file, a colon and a line/u],
    ['a.md:9', /a\.md has 2 lines; there is no line 9/u],
    ['none.md:1', /none\.md: /u],
  ];
  for (const [asked, says] of mistakes) {
    it(`refuses ${asked} with what to do`, async () => {
      const place = new Workplace();
      place.write('a.md', 'Calcinosis.\n');
      const { code, err } = await place.run(['explain', asked]);
      assert.equal(code, 2);
      assert.match(err, says);
    });
  }
});
