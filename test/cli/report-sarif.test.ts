import assert from 'node:assert/strict';
import { hostileArticle, reportContext, reportOver } from './hostile-article.js';
import { removeWorkplaces, Workplace } from './kossa.js';
import { sarifProblems } from './report-schemas.js';

interface SarifRun {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] } };
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly results: readonly SarifResult[];
  readonly taxonomies: readonly { readonly taxa: readonly { readonly id: string }[] }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
        readonly region: Readonly<Record<string, number>>;
      };
    },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly taxa?: readonly { readonly id: string; readonly index: number }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly [
      {
        readonly replacements: readonly [
          {
            readonly deletedRegion: Readonly<Record<string, number>>;
            readonly insertedContent: { readonly text: string };
          },
        ];
      },
    ];
  }[];
}

function readSarif(text: string): SarifRun {
  const log = JSON.parse(text) as { readonly runs: readonly [SarifRun] };
  assert.deepEqual(sarifProblems(log), []);
  // A base is a folder: its URI is absolute and ends with a slash.
  for (const { uri } of Object.values(log.runs[0].originalUriBaseIds)) assert.match(uri, /^file:\/\/\/.*\/$/u);
  return log.runs[0];
}

async function sarifOf(files: Readonly<Record<string, string>>, argv: readonly string[] = []): Promise<SarifRun> {
  const { out } = await new Workplace(files).run(['lint', '--format', 'sarif', '--scope', 'always', ...argv]);
  return readSarif(out);
}

describe('kossa lint --format sarif', () => {
  after(removeWorkplaces);

  it('keeps to the schema, with findings and without', async () => {
    assert.equal((await sarifOf({ 'a.md': 'Fine.\n' })).results.length, 0);
    assert.equal((await sarifOf({ 'a.md': 'Downs syndrome.\n', 'b.md': 'A calcium blocker.\n' })).results.length, 2);
  });

  it('tells place, rule, concept and fix', async () => {
    const run = await sarifOf({ 'sub folder/ä.md': '😀 soft issue here.\n' });
    const [result] = run.results;
    assert.deepEqual(
      {
        ...result!.locations[0].physicalLocation,
        rule: run.tool.driver.rules[result!.ruleIndex]!.id,
        level: result!.level,
        concept: run.taxonomies[0]!.taxa[result!.taxa![0]!.index]!.id,
        written: result!.fixes![0]!.artifactChanges[0].replacements[0].insertedContent.text,
      },
      {
        artifactLocation: { uri: 'sub%20folder/%C3%A4.md', uriBaseId: '%SRCROOT%' },
        // The smiley is two units of UTF-16.
        region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 14, charOffset: 3, charLength: 10 },
        rule: 'wrong-word',
        level: 'error',
        concept: 'soft-tissue',
        written: 'soft tissue',
      },
    );
  });

  it('names every concept once, in the order of its index', async () => {
    const text = 'A soft issue, a calcium blocker, a soft issue.\n';
    const run = await sarifOf({ 'a.md': text, 'b.md': text });
    const named = run.results.flatMap(({ taxa = [] }) => taxa.map(({ id, index }) => [id, index]));
    assert.equal(named.length, 6);
    const { taxa } = run.taxonomies[0]!;
    assert.deepEqual(
      taxa.map(({ id }) => id),
      ['soft-tissue', 'calcium-channel-blocker'],
    );
    for (const [id, index] of named) assert.equal(taxa[Number(index)]!.id, id);
  });

  it('makes info and hint notes', async () => {
    const run = await sarifOf({ 'a.md': 'A calcium blocker.\n' }, ['--rule', 'avoided-term:hint']);
    assert.equal(run.results[0]!.level, 'note');
  });

  it('says where the standard input lies by its name', async () => {
    const { out } = await new Workplace().run(['lint', '--stdin', '--format', 'sarif'], { stdin: 'Downs syndrome.' });
    const { uri, uriBaseId } = readSarif(out).results[0]!.locations[0].physicalLocation.artifactLocation;
    assert.deepEqual([uri, uriBaseId], ['%3Cstdin%3E', undefined]);
  });

  it('keeps hostile names and texts inside of their strings', () => {
    const text = reportOver('sarif', [hostileArticle()]);
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u0085\u2028\u202e]/u);
    const [result] = readSarif(text).results;
    assert.doesNotMatch(result!.locations[0].physicalLocation.artifactLocation.uri, /[\s<>"]/u);
    assert.match(result!.message.text, /\{\{0\}\}/u, 'no placeholder');
    assert.match(result!.message.text, /\\\[x\\\]/u, 'no link');
  });

  it('names an article outside of the folder by its whole address', () => {
    const article = { ...hostileArticle(), filePath: '/elsewhere/a b.md' };
    const run = readSarif(reportOver('sarif', [article], reportContext()));
    assert.deepEqual(run.results[0]!.locations[0].physicalLocation.artifactLocation, {
      uri: 'file:///elsewhere/a%20b.md',
    });
  });
});

describe('fingerprints of findings', () => {
  after(removeWorkplaces);

  async function fingerprintsOf(text: string): Promise<readonly string[]> {
    const { results } = await sarifOf({ 'a.md': text });
    return results.map(({ partialFingerprints }) => partialFingerprints['kossaFinding/v1']!);
  }

  it('stay when lines come before, move or change elsewhere', async () => {
    const before = await fingerprintsOf('Some have Downs syndrome here.\n\nTake a calcium blocker daily.\n');
    const moved = await fingerprintsOf(
      '# New\n\nTake a calcium blocker daily.\n\nOther words.\n\nSome have Downs syndrome here.\n',
    );
    assert.deepEqual([...moved].sort(), [...before].sort());
  });

  it('are those of a copy with other line endings', async () => {
    const text = 'Fine.\n\nSome have Downs syndrome here.\n';
    assert.deepEqual(await fingerprintsOf(text.replaceAll('\n', '\r\n')), await fingerprintsOf(text));
  });

  it('differ by rule, words, context and repetition', async () => {
    const all = await fingerprintsOf(
      'Downs syndrome.\n\nDowns syndrome.\n\nNot Downs syndrome.\n\nA calcium blocker.\n\nA soft issue.\n',
    );
    assert.equal(all.length, 5);
    assert.equal(new Set(all).size, 5);
    assert.equal(all[1], `${all[0]}:2`);
  });
});
