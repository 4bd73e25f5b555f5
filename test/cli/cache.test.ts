import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { removeWorkplaces, Workplace, type Outcome, type RunOptions } from './kossa.js';

const ARTICLES = {
  'a.md': 'A calcium blocker in soft issue.\n',
  'b.md': 'Nothing to report.\n',
  'c.mdx': 'Downs syndrome.\n',
};

/** What a run says, and how many of how many texts it knew. */
interface CachedOutcome extends Outcome {
  readonly known: string | undefined;
}

async function lint(place: Workplace, argv: readonly string[] = [], options: RunOptions = {}): Promise<CachedOutcome> {
  const { err, ...outcome } = await place.run(['lint', '--cache', '--debug', '--format', 'json', ...argv], options);
  const lines = err.split('\n').filter((line) => !line.includes('texts were known'));
  return { ...outcome, err: lines.join('\n'), known: /(\d+ of \d+) texts were known/u.exec(err)?.[1] };
}

describe('kossa lint --cache', () => {
  after(removeWorkplaces);

  it('finds the same as without, and the second time by the cache alone', async () => {
    const place = new Workplace(ARTICLES);
    const { code, out } = await place.run(['lint', '--format', 'json']);
    assert.deepEqual(await lint(place), { code, out, err: '', known: '0 of 3' });
    assert.deepEqual(await lint(place), { code, out, err: '', known: '3 of 3' });
  });

  it('checks what has changed, and nothing else', async () => {
    const place = new Workplace(ARTICLES);
    await lint(place);
    place.write('b.md', 'Downs syndrome.\n');
    const { known, out } = await lint(place);
    assert.equal(known, '2 of 3');
    assert.match(out, /b\.md","messages":\[\{"ruleId":"eponym-form"/u);
  });

  it('knows a text by what it says, not by its name or its times', async () => {
    const place = new Workplace(ARTICLES);
    await lint(place);
    renameSync(place.path('a.md'), place.path('z.md'));
    place.write('b.md', ARTICLES['b.md']);
    assert.equal((await lint(place)).known, '3 of 3');
    renameSync(place.path('z.md'), place.path('z.mdx'));
    assert.equal((await lint(place)).known, '2 of 3', 'MDX is read in another way');
  });

  const changes: readonly (readonly [what: string, argv: readonly string[], options: RunOptions])[] = [
    ['a rule', ['--rule', 'wrong-word:warning'], {}],
    ['the style', ['--style', 'uk'], {}],
    ['the scope', ['--scope', 'always'], {}],
    ['the version', [], { version: '10.0.0' }],
  ];
  for (const [what, argv, options] of changes) {
    it(`is of no use where ${what} is another`, async () => {
      const place = new Workplace(ARTICLES);
      await lint(place);
      assert.equal((await lint(place, argv, options)).known, '0 of 3');
      assert.equal((await lint(place, argv, options)).known, '3 of 3');
    });
  }

  it('is of no use where a configuration, or the words of the project, say something else', async () => {
    const place = new Workplace(ARTICLES);
    await lint(place);
    place.write('.kossarc.json', '{ "rules": { "wrong-word": "off" } }');
    const configured = await lint(place);
    assert.deepEqual([configured.known, configured.out.includes('wrong-word')], ['0 of 3', false]);
    place.write('.kossa/words.txt', 'Examplimab\n');
    assert.equal((await lint(place)).known, '0 of 3');
  });

  for (const flags of [['--quiet'], ['--fail-on', 'hint'], ['--max-warnings', '0'], ['--format', 'compact']]) {
    it(`serves ${flags.join(' ')}, which decides after it`, async () => {
      const place = new Workplace(ARTICLES);
      await lint(place);
      const { code, out } = await place.run(['lint', '--format', 'json', ...flags]);
      const cached = await lint(place, flags);
      assert.deepEqual([cached.code, cached.out, cached.known], [code, out, '3 of 3']);
    });
  }

  it('serves --baseline, --fix-dry-run and --fix', async () => {
    const place = new Workplace(ARTICLES);
    await place.run(['lint', '--baseline', 'known.json', '--update-baseline']);
    place.write('a.md', 'A calcium blocker in soft issue. Downs syndrome.\n');
    await lint(place);
    const { out } = await lint(place, ['--baseline', 'known.json']);
    assert.equal(out.split('"ruleId"').length - 1, 1);
    assert.match(
      (await lint(place, ['--fix-dry-run'])).out,
      /^\+A calcium blocker in soft tissue\. Down syndrome\.$/mu,
    );
    assert.match(place.read('a.md'), /soft issue/u);
    await lint(place, ['--fix']);
    assert.match(place.read('a.md'), /soft tissue\. Down syndrome/u);
  });

  describe('and the day', () => {
    const DATED = {
      'both.md': '---\nlastReviewed: 2026-05-01\nnextReview: 2026-07-01\n---\nText.\n',
      'to-come.md': '---\nlastReviewed: 2026-07-20T09:00\nnextReview: 2027-01-01\n---\nText.\n',
      'either.md': '---\nreviewDate: 2026-07-05\n---\nText.\n',
      'empty.md': '---\nlastReviewed: \n---\nText.\n',
      'none.md': 'Text.\n',
    };
    const ALWAYS = ['--scope', 'always'];
    const days = [
      '2026-04-30',
      '2026-05-01',
      '2026-05-02',
      '2026-07-01',
      '2026-07-02',
      '2026-07-05',
      '2026-07-06',
      '2026-07-20',
      '2026-07-21',
      '2027-01-02',
    ];

    it('gives on every day what a run without it gives on that day', async () => {
      for (const first of days) {
        const place = new Workplace(DATED);
        for (const today of [first, ...days]) {
          const { out } = await place.run(['lint', '--format', 'json', ...ALWAYS], { today });
          assert.match(out, /missing-review-date/u);
          assert.equal((await lint(place, ALWAYS, { today })).out, out, `${first}, then ${today}`);
        }
      }
    });

    it('serves the next day what does not depend on it', async () => {
      const place = new Workplace(DATED);
      await lint(place, ALWAYS, { today: '2026-06-01' });
      assert.equal((await lint(place, ALWAYS, { today: '2026-06-02' })).known, '2 of 5');
    });

    it('forgets what was of no use for a month, and keeps what was', async () => {
      const place = new Workplace({ 'a.md': 'Text.\n', 'b.md': 'Other.\n' });
      const location = ['--cache-location', 'c'];
      await lint(place, location, { today: '2026-01-01' });
      place.write('b.md', 'New.\n');
      assert.equal((await lint(place, location, { today: '2026-01-20' })).known, '1 of 2');
      assert.equal((await lint(place, location, { today: '2026-02-15' })).known, '2 of 2');
      assert.equal((await lint(place, location, { today: '2026-04-15' })).known, '0 of 2');
    });
  });

  describe('in its file', () => {
    it('is .kossacache here, or where --cache-location says: a file, or a folder', async () => {
      const place = new Workplace(ARTICLES);
      await lint(place);
      assert.ok(statSync(place.path('.kossacache')).isFile());
      await lint(place, ['--cache-location', 'deep/er/cache']);
      assert.ok(statSync(place.path('deep/er/cache')).isFile());
      mkdirSync(place.path('folder'));
      for (const folder of ['folder', 'new/']) {
        await lint(place, ['--cache-location', folder]);
        assert.ok(statSync(place.path(`${folder}/.kossacache`)).isFile());
      }
    });

    it('is asked for before its place is named', async () => {
      const place = new Workplace(ARTICLES);
      const { code, err } = await place.run(['lint', '--cache-location', 'x']);
      assert.equal(code, 2);
      assert.match(err, /add --cache/u);
    });

    it('loses one entry where the last line is torn, says so once, and is whole again', async () => {
      const place = new Workplace(ARTICLES);
      const whole = await lint(place);
      truncateSync(place.path('.kossacache'), statSync(place.path('.kossacache')).size - 20);
      const torn = await lint(place);
      assert.deepEqual([torn.out, torn.code, torn.known], [whole.out, whole.code, '2 of 3']);
      assert.match(torn.err, /^kossa: \.kossacache: a part of the cache is damaged and is left out\n?$/u);
      assert.deepEqual(await lint(place), { ...whole, known: '3 of 3' });
    });

    it('believes no entry that was changed', async () => {
      const place = new Workplace(ARTICLES);
      const whole = await lint(place);
      place.write('.kossacache', place.read('.kossacache').replaceAll('wrong-word', 'wrong-term'));
      const { out, known } = await lint(place);
      assert.deepEqual([out, known], [whole.out, '2 of 3']);
      assert.equal((await lint(place)).known, '3 of 3');
    });

    for (const [what, rubbish] of [
      ['noise', Buffer.from([0, 255, 10, 13, 0, 7, 10])],
      ['a text', 'hello\n'],
      ['nothing', ''],
      ['an older format', 'kossa-cache 0\nwhat was there\n'],
    ] as const) {
      it(`begins anew where it holds ${what}`, async () => {
        const place = new Workplace({ ...ARTICLES, '.kossacache': rubbish });
        const { out } = await place.run(['lint', '--format', 'json']);
        assert.equal((await lint(place)).out, out);
        assert.deepEqual(await lint(place), { code: 1, out, err: '', known: '3 of 3' });
      });
    }

    it('is never another file that was named by mistake', async () => {
      const place = new Workplace({ ...ARTICLES, 'notes.txt': 'Mine.\n' });
      const { code, err, known } = await lint(place, ['--cache-location', 'notes.txt']);
      assert.deepEqual([code, known, place.read('notes.txt')], [1, '0 of 3', 'Mine.\n']);
      assert.match(err, /notes\.txt: is no cache of Kossa, so it is left as it is and nothing is cached/u);
    });

    it('is no reason to fail where it cannot be written', async () => {
      const place = new Workplace({ ...ARTICLES, blocked: 'a file\n' });
      const { code, err, out } = await lint(place, ['--cache-location', 'blocked/cache']);
      assert.equal(code, 1);
      assert.match(err, /blocked\/cache: .*cache/u);
      assert.equal(out, (await place.run(['lint', '--format', 'json'])).out);
    });

    it('takes what two runs add to it, also in the middle of a line', async () => {
      const place = new Workplace(ARTICLES);
      await lint(place, ['a.md']);
      appendFileSync(place.path('.kossacache'), '0123abcd half a li');
      await lint(place, ['b.md', 'c.mdx']);
      assert.equal((await lint(place)).known, '3 of 3');
    });
  });
});
