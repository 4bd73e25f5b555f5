import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { removeWorkplaces, Workplace, type Outcome } from './kossa.js';

const BASELINE = ['--baseline', 'known.json'];

async function baselined(files: Readonly<Record<string, string>>): Promise<Workplace> {
  const place = new Workplace(files);
  const { code, err } = await place.run(['lint', ...BASELINE, '--update-baseline']);
  assert.equal(code, 0);
  assert.match(err, /^kossa: known\.json: \d+ findings? written; they are not reported from now on$/mu);
  return place;
}

function lint(place: Workplace, ...flags: string[]): Promise<Outcome> {
  return place.run(['lint', '--format', 'compact', ...BASELINE, ...flags]);
}

describe('kossa lint --baseline', () => {
  after(removeWorkplaces);

  it('neither reports nor fails on what is known, and says how much that is', async () => {
    const place = await baselined({ 'a.md': 'Downs syndrome.\n', 'sub/b.md': 'A calcium blocker in soft issue.\n' });
    assert.deepEqual(await lint(place), {
      code: 0,
      out: '',
      err: 'kossa: 3 findings of the baseline known.json not reported\n',
    });
    assert.equal((await place.run(['lint'])).code, 1);
  });

  it('holds no line numbers, one finding a line, in an order of its own', async () => {
    const place = await baselined({ 'b.md': 'Downs syndrome.\n', 'a.md': 'A calcium blocker.\n' });
    const text = place.read('known.json');
    assert.deepEqual(
      text.split('\n').flatMap((line) => /"file":"(\w+\.md)"/u.exec(line)?.[1] ?? []),
      ['a.md', 'b.md'],
    );
    assert.doesNotMatch(text, /"line"/u);
    await place.run(['lint', ...BASELINE, '--update-baseline']);
    assert.equal(place.read('known.json'), text);
  });

  it('reports what is new, also where it looks the same', async () => {
    const place = await baselined({ 'a.md': 'He has Downs syndrome.\n' });
    place.write('a.md', 'He has Downs syndrome.\n\nA calcium blocker.\n\nHe has Downs syndrome.\n');
    const { code, out } = await lint(place);
    assert.equal(code, 1);
    assert.deepEqual(out.match(/line \d+/gu), ['line 3', 'line 5']);
  });

  const moved: readonly (readonly [what: string, after: string])[] = [
    ['lines before it', 'New.\n\nMore.\n\nThe skin in Downs syndrome is dry.\n'],
    ['other line breaks', 'The skin\nin Downs syndrome\nis dry.\n'],
    ['other line ends', 'The skin in Downs syndrome is dry.\r\n'],
    ['a byte-order mark', '\uFEFFThe skin in Downs syndrome is dry.\n'],
    ['a neighbour behind it', 'The skin in Downs syndrome is dry.\n- one\n'],
    ['another text on one side', 'The skin in Downs syndrome was wet before.\n'],
  ];
  for (const [what, after] of moved) {
    it(`knows a finding again after ${what}`, async () => {
      const place = await baselined({ 'a.md': 'The skin in Downs syndrome is dry.\n' });
      place.write('a.md', after);
      assert.equal((await lint(place)).out, '');
    });
  }

  it('knows a finding again in a renamed file, and prunes it to its new name', async () => {
    const place = await baselined({ 'a.md': 'He has Downs syndrome.\n', 'b.md': 'Fine.\n' });
    renameSync(place.path('a.md'), place.path('c.md'));
    assert.deepEqual(await lint(place), {
      code: 0,
      out: '',
      err: 'kossa: 1 finding of the baseline known.json not reported\n',
    });
    place.write('a.md', 'He has Downs syndrome.\n');
    assert.equal((await lint(place)).code, 1, 'the file is back, so nobody else claims its entry');
  });

  it('tells stale entries, and prunes them', async () => {
    const place = await baselined({ 'a.md': 'Downs syndrome.\n\nA calcium blocker.\n', 'b.md': 'Downs syndrome.\n' });
    place.write('a.md', 'A calcium blocker.\n');
    rmSync(place.path('b.md'));
    const { code, err } = await lint(place);
    assert.equal(code, 0);
    assert.match(err, /known\.json: 2 entries are stale: the findings are gone\. --prune-baseline takes them out\n/u);
    assert.match((await lint(place, '--prune-baseline')).err, /known\.json: 2 stale entries taken out\n/u);
    assert.equal(place.read('known.json').match(/"rule"/gu)!.length, 1);
    assert.doesNotMatch((await lint(place)).err, /stale/u);
  });

  it('knows nothing of articles that were not linted', async () => {
    const place = await baselined({ 'a.md': 'Downs syndrome.\n', 'b.md': 'Downs syndrome.\n' });
    place.write('b.md', 'Fine.\n');
    assert.doesNotMatch((await lint(place, 'a.md')).err, /stale/u);
    await place.run(['lint', 'a.md', ...BASELINE, '--update-baseline']);
    assert.match(place.read('known.json'), /b\.md/u);
  });

  it('counts warnings and --quiet after it', async () => {
    const place = await baselined({ 'a.md': 'A calcium blocker.\n' });
    assert.equal((await lint(place, '--max-warnings', '0')).code, 0);
    assert.equal((await lint(place, '--fail-on', 'warning', '--quiet')).code, 0);
  });

  it('keeps --fix from what it holds, and holds it beside a fix', async () => {
    const place = await baselined({ 'a.md': 'In Downs syndrome and the soft issue there.\n' });
    place.write('a.md', 'In Downs syndrome and the soft issue there, Downs syndrome too.\n');
    const { code } = await lint(place, '--fix');
    assert.equal(code, 0);
    assert.equal(place.read('a.md'), 'In Downs syndrome and the soft issue there, Down syndrome too.\n');
  });

  const refused: readonly (readonly [flags: readonly string[], says: RegExp])[] = [
    [['--baseline', 'gone.json'], /gone\.json: there is no such file.*--update-baseline writes a new one/u],
    [['--baseline', 'a.md'], /a\.md is no valid JSON, so it is no baseline/u],
    [['--baseline', 'a.md', '--update-baseline'], /a\.md is no valid JSON/u],
    [['--baseline', 'other.json'], /other\.json is no baseline that this version of Kossa reads/u],
    [['--update-baseline'], /add --baseline FILE/u],
    [[...BASELINE, '--update-baseline', '--since', 'HEAD'], /leave --since out/u],
    [[...BASELINE, '--update-baseline', '--prune-baseline'], /leave --prune-baseline out/u],
    [['--since-mode', 'files'], /add --since REF/u],
  ];
  for (const [flags, says] of refused) {
    it(`refuses ${flags.join(' ')}`, async () => {
      const place = new Workplace({ 'a.md': 'Downs syndrome.\n', 'other.json': '{}' });
      const { code, err } = await place.run(['lint', ...flags]);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.equal(place.read('a.md'), 'Downs syndrome.\n');
    });
  }
});

describe('kossa lint --fail-on', () => {
  after(removeWorkplaces);

  for (const [severity, expected] of [
    ['error', 0],
    ['warning', 1],
    ['info', 1],
    ['hint', 1],
  ] as const) {
    it(`${severity} ends with ${expected} on a warning`, async () => {
      const place = new Workplace({ 'a.md': 'A calcium blocker.\n' });
      assert.equal((await place.run(['lint', '--fail-on', severity])).code, expected);
      assert.equal((await place.run(['lint', '--fail-on', severity, '--quiet'])).code, expected);
    });
  }

  it('proposes the severity that was meant', async () => {
    assert.match((await new Workplace().run(['lint', '--fail-on', 'warnin'])).err, /did you mean warning\?/u);
  });
});
