// The reports that people read: Markdown and HTML.
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { articleWithMany, hostileArticle, reportOver } from './hostile-article.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const FILES = { 'a.md': 'Downs syndrome and a soft issue.\n\nA calcium blocker.\n', 'sub/b.md': 'A soft issue.\n' };

async function reportOf(format: string, files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const { out, err } = await new Workplace(files).run(['lint', '--format', format, '--scope', 'always']);
  assert.equal(err, '');
  return out;
}

describe('kossa lint --format markdown', () => {
  after(removeWorkplaces);

  it('tells findings by article, by rule and by term', async () => {
    const lines = (await reportOf('markdown')).split('\n');
    assert.deepEqual(
      lines.filter((line) => /^(#|\*\*|`kossa)/u.test(line)),
      [
        '# Kossa report',
        '**4 findings** (3 errors, 1 warning) in 2 of 2 articles.',
        '`kossa lint --fix` puts 3 of them right.',
        '## By article',
        '### a.md',
        '### sub/b.md',
        '## By rule',
        '## By term',
      ],
    );
    const of = (begins: string): string | undefined => lines.find((line) => line.startsWith(begins));
    assert.match(
      of('| 1:1 |')!,
      /error \| “Downs syndrome”: write “Down syndrome”\..*\*Fix:\* Replace with `Down syndrome`/u,
    );
    assert.match(of('| [wrong-word]')!, /\| 2 \| 2 \| a\.md:1, sub\/b\.md:1 \|$/u);
    assert.equal(of('| soft tissue'), '| soft tissue | 2 | 2 | a.md:1, sub/b.md:1 |');
  });

  it('says that all is well', async () => {
    assert.match(await reportOf('markdown', { 'a.md': 'Fine.\n' }), /\n\nNo findings in 1 article\.\n$/u);
  });

  it('shows hostile text as text', () => {
    const tree = fromMarkdown(reportOver('markdown', [hostileArticle()]), {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    const html: string[] = [];
    const addresses: string[] = [];
    const visit = (node: { type: string; value?: string; url?: string; children?: unknown[] }): void => {
      if (node.type === 'html') html.push(node.value!);
      if (node.type === 'link' || node.type === 'image') addresses.push(node.url!);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(tree);
    assert.deepEqual([...new Set(html)].sort(), [
      '<!-- -->',
      '<!-- kossa-disable-file -- a report of Kossa quotes what it reports -->',
      '<br>',
    ]);
    for (const address of addresses) assert.match(address, /^https:\/\/(?:github\.com\/kossa|example\.org)\//u);
    const tables = tree.children.filter(({ type }) => type === 'table') as { children: { children: unknown[] }[] }[];
    for (const { children } of tables) for (const row of children) assert.equal(row.children.length, 4);
    assert.equal(tree.children.filter(({ type }) => type === 'heading').length, 5);
  });
});

describe('kossa lint --format html', () => {
  after(removeWorkplaces);

  it('asks nobody for anything', async () => {
    const page = await reportOf('html');
    assert.match(
      page,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/u,
    );
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|@import|url\(|\ssrc=|javascript:/iu);
  });

  it('leads from bar, rule and term to the findings', async () => {
    const page = await reportOf('html');
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each id once');
    const targets = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id!);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
    for (const wanted of ['article-1', 'article-2', 'finding-1', 'finding-4', 'by-article', 'by-rule', 'by-term']) {
      assert.ok(targets.includes(wanted), wanted);
    }
  });

  it('draws a bar for each article, in parts for each severity', async () => {
    const page = await reportOf('html');
    const rects = [...page.matchAll(/<rect class="(error|warning)" x="([\d.]+%)" y="\d+" width="([\d.]+%)"/gu)];
    assert.deepEqual(
      rects.map(([, ...values]) => values),
      [
        ['error', '0%', '66.67%'],
        ['warning', '66.67%', '33.33%'],
        ['error', '0%', '33.33%'],
      ],
    );
  });

  it('draws no more bars than a page bears', () => {
    const articles = Array.from({ length: 50 }, (_, index) => articleWithMany(`/project/${index}.md`, 'error', 1));
    const page = reportOver('html', articles);
    assert.equal(page.match(/<rect class="error"/gu)?.length, 30);
    assert.match(page, /20 articles with fewer findings not drawn/u);
  });

  it('tells message, words in their sentence, reason, fix and source', async () => {
    const page = await reportOf('html', { 'a.md': 'Take a calcium blocker <b>daily</b>.\n' });
    assert.match(
      page,
      /<blockquote dir="auto">Take a <mark>calcium blocker<\/mark> &#60;b&#62;daily&#60;\/b&#62;\.<\/blockquote>/u,
    );
    assert.match(page, /<b>Perhaps:<\/b> Replace with <code>calcium channel blocker<\/code>/u);
    assert.match(page, /Source: <a href="https:\/\/example\.org\/handbook" rel="noreferrer">The Example Handbook/u);
  });

  it('says that all is well', async () => {
    const page = await reportOf('html', { 'a.md': 'Fine.\n' });
    assert.match(page, /<p class="lead">No findings in 1 article\.<\/p>/u);
    assert.doesNotMatch(page, /<svg|<main/u);
  });

  it('shows hostile text as text', () => {
    const page = reportOver('html', [hostileArticle()]);
    const names = new Set([...page.matchAll(/<\/?([a-z][\w-]*)/giu)].map(([, name]) => name!.toLowerCase()));
    assert.ok(!names.has('script'), 'no script');
    assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|href="(?!https:\/\/|#)/u);
    // Nothing that was quoted ends an attribute: each tag is made of its name and of whole attributes.
    for (const [tag] of page.replace(/<style>.*<\/style>/su, '').matchAll(/<[a-z][^>]*>/gu)) {
      assert.match(tag, /^<[a-z]\w*(?: [\w-]+(?:="[^"<>]*")?)*\/?>$/u);
    }
  });
});
