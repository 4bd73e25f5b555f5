import assert from 'node:assert/strict';
import { FORMATS } from '../../cli/src/reports/formats.js';
import { articleWithMany, hostileArticle, reportContext, reportOver } from './hostile-article.js';
import { removeWorkplaces, Workplace, type RunOptions } from './kossa.js';
import { schemaProblems } from './report-schemas.js';
import { elementsOf, readXml } from './xml.js';

const TEXT = 'Fine.\n\n😀 A soft issue and a calcium blocker.\n';

async function reportOf(
  format: string,
  files: Readonly<Record<string, string>>,
  options: RunOptions = {},
  argv: readonly string[] = [],
): Promise<string> {
  const { out, err } = await new Workplace(files).run(
    ['lint', '--format', format, '--scope', 'always', ...argv],
    options,
  );
  assert.equal(err, '');
  return out;
}

function jsonLines<Line>(text: string): readonly Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

describe('kossa lint --format jsonl', () => {
  after(removeWorkplaces);

  it('prints one finding a line, with the fields of the JSON report', async () => {
    const place = new Workplace({ 'a.md': TEXT, 'b.md': 'Fine.\n' });
    const { out } = await place.run(['lint', '--format', 'jsonl', '--scope', 'always']);
    const whole = await place.lintJson(['--scope', 'always']);
    assert.deepEqual(
      jsonLines(out),
      whole['a.md']!.map((message) => ({ filePath: place.path('a.md'), ...message })),
    );
  });

  it('prints nothing without findings', async () => {
    assert.equal(await reportOf('jsonl', { 'a.md': 'Fine.\n' }), '');
  });
});

describe('kossa lint --format junit', () => {
  after(removeWorkplaces);

  it('makes a suite of each article, a failed case of each error, a skipped one of what is less', async () => {
    const root = readXml(await reportOf('junit', { 'a.md': TEXT, 'b.md': 'Fine.\n' }));
    assert.equal(root.name, 'testsuites');
    assert.deepEqual(
      root.children.map(({ name, attributes }) => [name, attributes]),
      [
        ['testsuite', { name: 'a.md', tests: '2', failures: '1', errors: '0', skipped: '1', time: '0' }],
        ['testsuite', { name: 'b.md', tests: '1', failures: '0', errors: '0', skipped: '0', time: '0' }],
      ],
    );
    assert.deepEqual(
      elementsOf(root, 'testcase').map(({ attributes, children }) => [
        attributes['name'],
        attributes['classname'],
        children.map(({ name }) => name).join(),
      ]),
      [
        ['wrong-word (line 3, column 6)', 'a.md', 'failure'],
        ['avoided-term (line 3, column 23)', 'a.md', 'skipped,system-out'],
        ['no findings', 'b.md', ''],
      ],
    );
    const [failure] = elementsOf(root, 'failure');
    assert.equal(failure!.attributes['type'], 'wrong-word');
    assert.match(failure!.attributes['message']!, /“soft issue”: write “soft tissue”/u);
    assert.match(failure!.text, /^a\.md:3:6: .*\nFix: Replace with `soft tissue`\nhttps:/su);
    assert.match(elementsOf(root, 'skipped')[0]!.text, /^warning: “calcium blocker”/u);
    assert.match(elementsOf(root, 'system-out')[0]!.text, /^a\.md:3:23: .*\nPerhaps: /su);
  });

  it('is a report where nothing was read', async () => {
    const { out, code } = await new Workplace().run(['lint', '--format', 'junit']);
    assert.deepEqual([readXml(out).children.length, code], [0, 2]);
  });
});

describe('kossa lint --format checkstyle', () => {
  after(removeWorkplaces);

  it('names file, place, severity, message and rule', async () => {
    const root = readXml(await reportOf('checkstyle', { 'sub/a.md': TEXT, 'b.md': 'Fine.\n' }));
    assert.deepEqual([root.name, root.attributes], ['checkstyle', { version: '4.3' }]);
    assert.deepEqual(
      root.children.map(({ attributes }) => attributes),
      [{ name: 'sub/a.md' }],
    );
    assert.deepEqual(
      elementsOf(root, 'error').map(({ attributes: { message, ...others } }) => [others, message!.length > 10]),
      [
        [{ line: '3', column: '6', severity: 'error', source: 'kossa.wrong-word' }, true],
        [{ line: '3', column: '23', severity: 'warning', source: 'kossa.avoided-term' }, true],
      ],
    );
  });
});

describe('kossa lint --format gitlab', () => {
  after(removeWorkplaces);

  it('keeps to the published fields, with a fingerprint of its own for each finding', async () => {
    const text = await reportOf('gitlab', { 'a.md': TEXT, 'b.md': TEXT });
    const findings = JSON.parse(text) as readonly { severity: string; fingerprint: string }[];
    assert.deepEqual(await schemaProblems('gitlab', text), []);
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['major', 'minor', 'major', 'minor'],
    );
    assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 4);
  });

  it('is an empty list without findings', async () => {
    assert.deepEqual(JSON.parse(await reportOf('gitlab', { 'a.md': 'Fine.\n' })), []);
  });

  it('names the files from the folder of the project', async () => {
    const place = new Workplace({ 'docs/a.md': TEXT });
    const { out } = await place.run(['lint', '--format', 'gitlab'], {
      cwd: 'docs',
      env: { CI_PROJECT_DIR: place.folder },
    });
    assert.match(out, /"path":"docs\/a\.md"/);
  });
});

describe('kossa lint --format rdjsonl', () => {
  after(removeWorkplaces);

  interface Range {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  }
  interface Diagnostic {
    readonly location: { readonly path: string; readonly range: Range };
    readonly severity: string;
    readonly source: { readonly name: string };
    readonly code: { readonly value: string; readonly url: string };
    readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
  }

  it('keeps to the message Diagnostic and counts columns in bytes', async () => {
    const text = await reportOf('rdjsonl', { 'docs/a.md': TEXT });
    assert.deepEqual(await schemaProblems('rdjsonl', text), []);
    const [{ location, severity, source, code, suggestions }] = jsonLines<Diagnostic>(text) as [Diagnostic];
    assert.deepEqual([severity, source.name, code.value], ['ERROR', 'kossa', 'wrong-word']);
    assert.match(code.url, /wrong-word\.md$/u);
    assert.deepEqual(location, {
      path: 'docs/a.md',
      // The smiley is four bytes.
      range: { start: { line: 3, column: 8 }, end: { line: 3, column: 18 } },
    });
    const line = Buffer.from(TEXT.split('\n')[2]!);
    const { range: place, text: written } = suggestions![0]!;
    const changed = `${line.subarray(0, place.start.column - 1).toString()}${written}${line.subarray(place.end.column - 1).toString()}`;
    assert.equal(changed, '😀 A soft tissue and a calcium blocker.');
  });
});

describe('reports and hostile text', () => {
  const lineFormats = ['jsonl', 'rdjsonl', 'compact', 'github'];
  for (const format of lineFormats) {
    it(`keeps ${format} at a line for each finding`, () => {
      const text = reportOver(format, [hostileArticle()]);
      assert.equal(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).filter((line) => line !== '').length, 2, text);
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/u);
    });
  }

  for (const format of ['junit', 'checkstyle']) {
    it(`keeps ${format} well-formed`, () => {
      const root = readXml(reportOver(format, [hostileArticle()]));
      assert.equal(elementsOf(root, 'script').length, 0);
      const names = elementsOf(root, format === 'junit' ? 'failure' : 'error');
      assert.match(names[0]!.attributes['message']!, /<script>alert\(1\)<\/script>&amp;"'/u, 'it is only escaped');
    });
  }

  it('keeps gitlab and json readable', () => {
    for (const format of ['gitlab', 'json']) {
      assert.equal((JSON.parse(reportOver(format, [hostileArticle()])) as unknown[]).length, format === 'json' ? 1 : 2);
    }
  });
});

describe('reports of many articles', () => {
  it('hold no texts of articles', () => {
    // What comes of an article is told at once, or is small beside its text.
    const article = { ...hostileArticle(), filePath: '/project/a.md', text: 'x'.repeat(100_000) };
    // Of a mergeable report all others are made, which quote the text.
    for (const format of Object.keys(FORMATS).filter((name) => name !== 'mergeable')) {
      const report = FORMATS[format]!(reportContext());
      const size = [report.begin(), report.article(article)].join('').length;
      assert.ok(size < 50_000, `${format}: ${size}`);
    }
  });

  it('show of each severity what a person may read, and count the rest', () => {
    const articles = [
      ...Array.from({ length: 60 }, (_, index) => articleWithMany(`/project/${index}.md`, 'hint', 100)),
      articleWithMany('/project/last.md', 'error', 3),
    ];
    for (const format of ['html', 'markdown']) {
      const page = reportOver(format, articles);
      assert.ok(page.length < 3_000_000, `${format}: ${page.length}`);
      assert.match(page, /4,000 findings only counted: of each severity the first 2,000 findings are shown/u, format);
      assert.match(page, format === 'html' ? /<h3>last\.md/u : /### last/u, format);
      assert.doesNotMatch(page, format === 'html' ? /<h3>59\.md/u : /### 59/u, format);
      assert.match(page, format === 'html' ? /6,003 findings in 61 articles/u : /\| 6003 \| 61 \|/u, format);
    }
  });

  it('write the findings of an article before the next is read, where the format allows it', () => {
    for (const format of ['jsonl', 'json', 'sarif', 'junit', 'checkstyle', 'gitlab', 'rdjsonl', 'github', 'compact']) {
      const report = FORMATS[format]!(reportContext());
      report.begin();
      assert.match(report.article({ ...hostileArticle(), filePath: '/project/a.md' }), /avoided-term/u, format);
    }
  });
});
