import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { removeWorkplaces, Workplace, type Outcome } from './kossa.js';

/** Several folders, findings of every severity, silence, style rules that rest, and something to tell. */
function tree(): Workplace {
  const place = new Workplace({ '.kossarc.json': '{ "ignores": ["left-out"] }', 'left-out/a.md': 'Downs syndrome.\n' });
  for (let index = 0; index < 30; index++) {
    const text = ['Downs syndrome.', 'A calcium blocker helps.', 'Nothing.', 'Soft issue; a calcium blocker.'][
      index % 4
    ]!;
    place.write(`${'zyx'[index % 3]}/${index}.md`, `# Page ${index}\n\n${`${text}\n\n`.repeat(1 + (index % 3))}`);
  }
  return place;
}

async function shards(place: Workplace, total: number, flags: readonly string[] = []): Promise<string[]> {
  for (let index = 1; index <= total; index++) {
    await place.run(['lint', '--shard', `${index}/${total}`, ...flags]);
  }
  return Array.from({ length: total }, (_, index) => `kossa-shard-${index + 1}-of-${total}.jsonl`);
}

const FORMATS = [
  'stylish',
  'compact',
  'json',
  'jsonl',
  'sarif',
  'junit',
  'checkstyle',
  'github',
  'gitlab',
  'rdjsonl',
  'markdown',
  'html',
];

describe('kossa lint --shard and kossa merge', () => {
  after(removeWorkplaces);

  for (const format of FORMATS) {
    it(`give together the ${format} report of one run`, async () => {
      const place = tree();
      const one = await place.run(['lint', '--format', format]);
      const reports = await shards(place, 3);
      assert.deepEqual(await place.run(['merge', ...reports.reverse(), '--format', format]), one);
    });
  }

  it('share all articles, each in one shard, however many there are', async () => {
    for (const total of [1, 2, 8, 40]) {
      const place = tree();
      const all = await place.run(['lint', '--format', 'compact']);
      const parts: Outcome[] = [];
      for (let index = 1; index <= total; index++) {
        parts.push(await place.run(['lint', '--format', 'compact', '--shard', `${index}/${total}`]));
      }
      const lines = parts.flatMap(({ out }) => out.split('\n').filter((line) => line !== ''));
      assert.deepEqual(
        lines.sort(),
        all.out
          .split('\n')
          .filter((line) => line !== '')
          .sort(),
      );
      assert.ok(
        parts.every(({ code }) => code < 2),
        'a shard without articles is no failure',
      );
    }
  });

  it('leave an article in its shard when others come and go', async () => {
    const place = tree();
    const before = await place.run(['lint', '--format', 'json', '--shard', '2/3']);
    place.write('a-new-one.md', 'Downs syndrome.\n');
    const names = ({ out }: Outcome): string[] =>
      (JSON.parse(out) as { filePath: string }[]).map((one) => one.filePath);
    const after = names(await place.run(['lint', '--format', 'json', '--shard', '2/3']));
    assert.deepEqual(
      after.filter((name) => !name.endsWith('a-new-one.md')),
      names(before),
    );
  });

  const exits: readonly (readonly [what: string, flags: readonly string[], code: number])[] = [
    ['errors', [], 1],
    ['no errors', ['--rule', 'eponym-form:off', '--rule', 'wrong-word:off'], 0],
    [
      'too many warnings together',
      ['--rule', 'eponym-form:off', '--rule', 'wrong-word:off', '--max-warnings', '20'],
      1,
    ],
    ['warnings that fail', ['--rule', 'eponym-form:off', '--rule', 'wrong-word:off', '--fail-on', 'warning'], 1],
    ['warnings that --quiet hides', ['--quiet', '--fail-on', 'warning'], 1],
  ];
  for (const [what, flags, code] of exits) {
    it(`end with ${code} on ${what}`, async () => {
      const place = tree();
      const one = await place.run(['lint', ...flags]);
      assert.equal(one.code, code);
      assert.deepEqual(await place.run(['merge', ...(await shards(place, 4, flags))]), one);
    });
  }

  it('tell once what every shard met, and end with 2', async () => {
    const place = tree();
    place.write('x/broken.md', Buffer.from([0xff]));
    place.write('y/.kossarc.json', '{ "ruls": {} }');
    const one = await place.run(['lint']);
    const merged = await place.run(['merge', ...(await shards(place, 4))]);
    assert.deepEqual([merged.code, merged.out], [2, one.out]);
    assert.deepEqual(merged.err.split('\n').sort(), one.err.split('\n').sort());
  });

  it('merge in another folder, and write reports into files', async () => {
    const place = tree();
    const reports = await shards(place, 2);
    const other = new Workplace(Object.fromEntries(reports.map((name) => [name, place.read(name)])));
    const { code, out } = await other.run(['merge', ...reports, '-o', 'all.json', '-o', 'all.html', '-o', 'sarif:all']);
    assert.equal(code, 1);
    assert.match(out, /findings \(/u);
    const files = (JSON.parse(other.read('all.json')) as { filePath: string }[]).map(({ filePath }) => filePath);
    assert.ok(files.includes(path.join(other.folder, 'x/11.md')));
    assert.deepEqual(readdirSync(other.folder).sort(), [...reports, 'all', 'all.html', 'all.json'].sort());
  });

  it('take the name that is given to the report', async () => {
    const place = tree();
    await place.run(['lint', '--shard', '1/1', '-o', 'mergeable:deep/part']);
    assert.deepEqual(await place.run(['merge', 'deep/part']), await place.run(['lint']));
    assert.ok(!readdirSync(place.folder).includes('kossa-shard-1-of-1.jsonl'));
  });

  for (const value of ['0/3', '4/3', '3', 'a/b', '-1/2', '1/0', '1/3/4']) {
    it(`refuse --shard ${value}`, async () => {
      const { code, err } = await new Workplace({ 'a.md': 'x\n' }).run(['lint', `--shard=${value}`]);
      assert.equal(code, 2);
      assert.match(err, /which part of how many, as in 3\/8/u);
    });
  }

  it('do not write a baseline from a part', async () => {
    const flags = ['--baseline', 'known.json', '--update-baseline'];
    const { code, err } = await tree().run(['lint', '--shard', '1/2', ...flags]);
    assert.equal(code, 2);
    assert.match(err, /a shard sees a part of the articles/u);
  });
});

describe('kossa merge refuses', () => {
  after(removeWorkplaces);

  const [HEAD, ONE, TWO, END] = [0, 1, 2, -1];
  const faults: readonly (readonly [what: string, change: (lines: string[]) => void, complaint: RegExp])[] = [
    [
      'what breaks off',
      (lines) => lines.splice(END),
      /^kossa: kossa-shard-1-of-2\.jsonl breaks off: its run did not end/u,
    ],
    [
      'what breaks off in a line',
      (lines) => lines.splice(ONE, 99, lines[ONE]!.slice(0, 40)),
      /jsonl:2: this line is none/u,
    ],
    ['an empty file', (lines) => lines.splice(HEAD), /breaks off/u],
    ['another file', (lines) => lines.splice(HEAD, 99, 'hello'), /is no mergeable report/u],
    [
      'another version',
      (lines) => (lines[HEAD] = lines[HEAD]!.replace('9.9.9', '9.9.8')),
      /by Kossa 9\.9\.8 .* this one \(9\.9\.9\)/u,
    ],
    ['a line twice', (lines) => (lines[TWO] = lines[ONE]!), /jsonl:3: this line is none/u],
    ['lines after the end', (lines) => lines.push(lines[ONE]!), /this line is none/u],
    [
      'a place outside the text',
      (lines) => (lines[ONE] = lines[ONE]!.replace(/"end":\d+/u, '"end":1e9')),
      /jsonl:2: /u,
    ],
    [
      'an unknown severity',
      (lines) => (lines[ONE] = lines[ONE]!.replace(/"severity":"\w+"/u, '"severity":"fatal"')),
      /jsonl:2: /u,
    ],
    [
      'other files',
      (lines) => lines.push(lines.pop()!.replace(/"names":"\w+"/u, '"names":"0"')),
      /did not find the same files/u,
    ],
    [
      'other limits',
      (lines) => (lines[HEAD] = lines[HEAD]!.replace('"maxWarnings":null', '"maxWarnings":3')),
      /different runs/u,
    ],
  ];
  for (const [what, change, complaint] of faults) {
    it(`${what}, and writes nothing`, async () => {
      const place = tree();
      const reports = await shards(place, 2);
      const lines = place.read(reports[0]!).trimEnd().split('\n');
      change(lines);
      place.write(reports[0]!, lines.map((line) => `${line}\n`).join(''));
      const { code, out, err } = await place.run(['merge', ...reports, '-o', 'all.json']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, complaint);
      assert.ok(!readdirSync(place.folder).includes('all.json'));
    });
  }

  it('a missing shard, one twice, and a missing file', async () => {
    const place = tree();
    const reports = await shards(place, 3);
    assert.match((await place.run(['merge', reports[1]!])).err, /the reports of 2 shards are missing: 1\/3, 3\/3\./u);
    assert.match(
      (await place.run(['merge', ...reports, reports[0]!])).err,
      /are both of shard 1\/3: leave one of them out/u,
    );
    assert.match((await place.run(['merge', 'none.jsonl'])).err, /^kossa: none\.jsonl: there is no such file/u);
    assert.equal((await place.run(['merge'])).code, 2);
  });
});
