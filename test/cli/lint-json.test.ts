import assert from 'node:assert/strict';
import { removeWorkplaces, Workplace, type JsonFix } from './kossa.js';

describe('kossa lint --format json', () => {
  after(removeWorkplaces);

  it('has every file that was read, in the order of its name, also those without findings', async () => {
    const place = new Workplace({ 'b.md': 'Nothing here.\n', 'a.md': 'A Downs syndrome.\n', 'c/d.mdx': 'Nothing.\n' });
    const found = await place.lintJson([]);
    assert.deepEqual(
      Object.entries(found).map(([file, messages]) => [file, messages.length]),
      [
        ['a.md', 1],
        ['b.md', 0],
        ['c/d.mdx', 0],
      ],
    );
  });

  it('says where, what, why, and what to write', async () => {
    const place = new Workplace({ 'a.md': '# Title\n\nIt is a calcium blocker.\n' });
    const { 'a.md': messages } = await place.lintJson(['a.md']);
    const [{ message, ...rest }] = messages as [NonNullable<typeof messages>[number]];
    assert.match(message, /calcium channel blocker/);
    assert.deepEqual(rest, {
      ruleId: 'avoided-term',
      severity: 'warning',
      line: 3,
      column: 9,
      endLine: 3,
      endColumn: 24,
      conceptId: 'calcium-channel-blocker',
      fix: null,
      suggestions: [
        { title: 'Replace with `calcium channel blocker`', fix: { range: [17, 32], text: 'calcium channel blocker' } },
      ],
      reason: 'It blocks channels, not calcium.',
      sources: [
        { id: 'example-handbook', title: 'The Example Handbook of Words', url: 'https://example.org/handbook' },
      ],
    });
  });

  it('gives what is safe to write as the fix and not as a suggestion', async () => {
    const text = 'It is Downs syndrome.\n';
    const [message] = (await new Workplace({ 'a.md': text }).lintJson(['a.md']))['a.md']!;
    assert.equal(applied(message!.fix!, text), 'It is Down syndrome.\n');
    assert.deepEqual(message!.suggestions, []);
  });

  it('makes one edit of a fix that has several', async () => {
    const text = 'Many have Downs Syndrome today.\n';
    const place = new Workplace({ 'a.md': text });
    const { 'a.md': messages } = await place.lintJson(['a.md']);
    assert.equal(applied(messages![0]!.fix!, text), 'Many have Down syndrome today.\n');
  });

  const places: readonly (readonly [what: string, text: string, line: number, column: number])[] = [
    ['counts an emoji as two columns', '😀 Downs syndrome\n', 1, 4],
    ['counts a combining mark as a column', 'e\u0301 Downs syndrome\n', 1, 4],
    ['does not count the byte-order mark', '\uFEFFA Downs syndrome\n', 1, 3],
    ['counts CRLF as one line break', 'One.\r\n\r\nA Downs syndrome\r\n', 3, 3],
    ['finds the place after an entity', '&micro;g Downs syndrome\n', 1, 10],
    ['finds the place in a wrapped quotation', '> One\n> Downs syndrome\n', 2, 3],
  ];
  for (const [what, text, line, column] of places) {
    it(what, async () => {
      const place = new Workplace({ 'a.md': text });
      const [message] = (await place.lintJson(['a.md']))['a.md']!;
      assert.deepEqual([message!.line, message!.column], [line, column]);
    });
  }

  it('counts ranges in the text without its byte-order mark', async () => {
    const text = 'A Downs syndrome\n';
    const [message] = (await new Workplace({ 'a.md': `\uFEFF${text}` }).lintJson(['a.md']))['a.md']!;
    assert.equal(applied(message!.fix!, text), 'A Down syndrome\n');
  });

  it('caps nothing', async () => {
    const place = new Workplace({ 'a.md': 'A Downs syndrome.\n\n'.repeat(1500) });
    assert.equal((await place.lintJson(['a.md']))['a.md']!.length, 1500);
  });

  it('is the same twice', async () => {
    const place = new Workplace({ 'a.md': 'A Downs syndrome and Downs syndrome.\n', 'b/c.md': 'A calcium blocker.\n' });
    const first = await place.run(['lint', '--format', 'json']);
    assert.equal((await place.run(['lint', '--format', 'json'])).out, first.out);
  });

  it('is an empty array where nothing could be read', async () => {
    const { code, out } = await new Workplace().run(['lint', '--format', 'json', 'none.md']);
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), []);
  });
});

function applied({ range, text }: JsonFix, source: string): string {
  return source.slice(0, range[0]) + text + source.slice(range[1]);
}
