import assert from 'node:assert/strict';
import { AnalysisCache, isPlainTextName, languageOf } from '../../../engine/src/index.js';
import { parseInPieces } from '../../../engine/src/markdown/pieces.js';
import { buildBlocks } from '../../../engine/src/prose/build-blocks.js';
import { shippedEngine } from '../../rules/shipped-engine.js';
import { madeEdit, madeMarkdown, numbers } from './made-markdown.js';

function outline(text: string): string[] {
  const blocks = buildBlocks(parseInPieces(text, 'plaintext'), undefined, []);
  return blocks.map((block) => `${block.kind} ${block.text.replace(/\n/gu, '⏎')}`);
}

describe('plain text', () => {
  const cases: readonly [title: string, text: string, expected: readonly string[]][] = [
    [
      'is paragraphs between empty lines',
      'One line\nand another.\n\n \t\nA second one.\n',
      ['paragraph One line⏎and another.', 'paragraph A second one.'],
    ],
    [
      'has no marks of Markdown',
      '# No heading *at all*, _really_.\n\n[a]: b.\n\n    no code.\n\n`no code` <b>either</b> &amp; \\*\n',
      [
        'paragraph # No heading *at all*, _really_.',
        'paragraph [a]: b.',
        'paragraph no code.',
        'paragraph `no code` <b>either</b> &amp; \\*',
      ],
    ],
    [
      'has no table and no comment',
      '| a | b |\n| c | d |\n\n<!-- kossa-disable-file -->\n',
      ['paragraph | a | b |⏎| c | d |', 'paragraph <!-- kossa-disable-file -->'],
    ],
    ['has no front matter', '---\ntitle: A title.\n---\nWords.\n', ['paragraph title: A title.', 'paragraph Words.']],
    [
      'has headings that a line of marks underlines',
      'Calcium\n=======\n\nIt is a mineral of the bones.\n',
      ['heading Calcium', 'paragraph It is a mineral of the bones.'],
    ],
    [
      'has lists of hyphens and of numbers, which wrap',
      'Causes:\n- lupus, which\n  is a disease\n- acne\n\n1. First\n2. Second\n',
      [
        'paragraph Causes:',
        'list-item lupus, which⏎is a disease',
        'list-item acne',
        'list-item First',
        'list-item Second',
      ],
    ],
    [
      'but no list of a hyphen within a line',
      'A well-known - and rare - disease.\n',
      ['paragraph A well-known - and rare - disease.'],
    ],
    ['may be empty, or without a word', '\n***\n\r\n', []],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.deepEqual(outline(text), expected));
  }

  it('places what is found where it stands, after emoji, indentation and CRLF', () => {
    const text = '🩺 Words.\r\n\r\n   Take the\r\n   Colchine now.\r\n';
    const { findings } = lint(text);
    assert.deepEqual(
      findings.map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`),
      ['misspelled-term: Colchine'],
    );
  });

  it('is asked for no front matter', () => {
    const configuration = { scope: 'always', requireReviewDates: true } as const;
    const said = (language: 'plaintext' | 'markdown'): string[] =>
      shippedEngine()
        .lint('Calcinosis is a buildup of calcium.\n', { ...OPTIONS, configuration, language })
        .findings.map(({ ruleId }) => ruleId);
    assert.deepEqual(said('plaintext'), []);
    assert.deepEqual(said('markdown'), ['missing-review-date']);
  });

  it('says after edits what a fresh reading says, and keeps the paragraphs that stay', () => {
    const random = numbers(7);
    let text = madeMarkdown(7, 60);
    let before = parseInPieces(text, 'plaintext');
    const cache = new AnalysisCache();
    for (let edit = 0; edit < 200; edit++) {
      text = madeEdit(text, random);
      const after = parseInPieces(text, 'plaintext', { plaintext: before });
      const fresh = parseInPieces(text, 'plaintext');
      assert.equal(after.pieces.map((piece) => piece.text).join(''), text);
      assert.deepEqual([after.starts, after.pieces], [fresh.starts, fresh.pieces]);
      if (edit % 20 === 0) assert.deepEqual(lint(text, cache).findings, lint(text).findings);
      before = after;
    }
    const again = parseInPieces(`A new beginning.\n\n${text}`, 'plaintext', { plaintext: before });
    assert.ok(again.work.simple <= 2, `${again.work.simple} paragraphs were made anew`);
  });

  it('is known by the name of its file', () => {
    assert.deepEqual(['a.md', 'a.MDX', 'notes.txt', 'NOTES.TEXT', 'txt', 'a.txt.md'].map(languageOf), [
      'markdown',
      'mdx',
      'plaintext',
      'plaintext',
      'markdown',
      'markdown',
    ]);
    assert.equal(isPlainTextName('robots.txt'), true);
  });
});

const OPTIONS = { configuration: {}, configured: false, language: 'plaintext', today: '2026-01-15' } as const;

function lint(text: string, cache?: AnalysisCache): ReturnType<ReturnType<typeof shippedEngine>['lint']> {
  return shippedEngine().lint(text, OPTIONS, cache);
}
