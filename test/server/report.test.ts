import assert from 'node:assert/strict';
import { gradeRequest, pauseNotification, reportRequest, type ReportResult } from '../../protocol.js';
import { Harness } from './harness.js';

const URI = 'file:///project/articles/a.md';

describe('the report of what is active', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({ roots: ['file:///project'] });
  });
  afterEach(() => harness.stop());

  async function report(uri = URI): Promise<string> {
    const versions = [{ name: 'Kossa', version: '1.2.3' }];
    return ((await harness.client.sendRequest(reportRequest, { uri, versions })) as ReportResult).markdown;
  }

  it('names versions, data, and each rule with its level', async () => {
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const markdown = await report();
    assert.match(markdown, /^# What is active in a\.md\n\nChecked while you type, as Markdown: 1 finding\./u);
    assert.match(markdown, /\| Kossa \| 1\.2\.3 \|/u);
    assert.match(markdown, /\| Terminology \| 5 terms, data stub \|/u);
    assert.match(markdown, /\| \[avoided-term\]\([^)]+\) \| warning, hint \| default \| 1 \|/u);
    harness.settings = { scope: 'configured' };
    await harness.changeSettings(harness.settings);
    assert.match(await report(), /\| \[plain-word\]\([^)]+\) \| hint \| default; rests here \| /u);
  });

  it('says which file or setting decides', async () => {
    harness.files.set('file:///project/.kossarc.yaml', 'extends: ./base.json\nstyle: uk\n');
    harness.files.set('file:///project/base.json', '{ "rules": { "unsafe-dose": "off" }, "words": ["Kossatest"] }');
    harness.settings = { rules: { 'avoided-term': 'error', 'unsafe-dose': 'hint' } };
    await harness.open(URI, 'Diltiazem is a calcium blocker.');
    const markdown = await report();
    assert.match(markdown, /- `\/project\/\.kossarc\.yaml`\n- `\/project\/base\.json`/u);
    assert.match(markdown, /\| `style` \| `"uk"` \| `\/project\/\.kossarc\.yaml` \|/u);
    assert.match(markdown, /\| `words` \| `Kossatest` \| .*`\/project\/base\.json`, extended by/u);
    assert.match(markdown, /avoided-term\]\([^)]+\) \| error \| settings of the editor \| 1 \|/u);
    assert.match(markdown, /unsafe-dose\]\([^)]+\) \| off \| `\/project\/base\.json`, extended by/u);
  });

  it('says what is wrong in a configuration file', async () => {
    harness.files.set('file:///project/.kossarc.json', '{ "styel": "uk" }');
    assert.match(await report(), /What is wrong in them:\n\n- .*styel/u);
  });

  for (const [name, prepare, expected] of [
    [
      'it is paused',
      () => harness.client.sendNotification(pauseNotification, { paused: true }),
      /Nothing is checked: Kossa is paused/u,
    ],
    ['it is switched off', () => harness.changeSettings({ enable: false }), /the setting `kossa\.enable` is off/u],
    ['nothing is to be reported', () => harness.changeSettings({ run: 'off' }), /the setting `kossa\.run` is `off`/u],
    [
      'a file leaves the article out',
      () => Promise.resolve(harness.files.set('file:///project/.kossaignore', 'articles/\n')),
      /`\/project\/\.kossaignore` leaves this file out/u,
    ],
  ] as const) {
    it(`says why nothing is checked: ${name}`, async () => {
      await prepare();
      await harness.open(URI, 'Diltiazem is a calcium blocker.');
      assert.match(await report(), expected);
    });
  }

  it('says that the front matter switches the page off', async () => {
    await harness.open(URI, '---\nkossa: false\n---\n\nDiltiazem is a calcium blocker.');
    assert.match(await report(), /the front matter says `kossa: false`/u);
  });

  it('goes with a grade, where there is text enough', async () => {
    const sentence = 'The doctor may look at the lumps in your skin and ask you some questions about them. ';
    await harness.open(URI, sentence.repeat(20));
    const grade = await harness.client.sendRequest(gradeRequest, { uri: URI });
    assert.ok(typeof grade === 'number' && grade > 1 && grade < 12, String(grade));
    await harness.open('file:///project/b.md', 'Too short.');
    assert.equal(await harness.client.sendRequest(gradeRequest, { uri: 'file:///project/b.md' }), null);
  });
});
