import assert from 'node:assert/strict';
import type { MarkdownLanguage } from '../../../engine/src/markdown/parse.js';
import { parseInPieces, type ParsedMarkdown } from '../../../engine/src/markdown/pieces.js';
import { madeEdit, madeLines, madeMarkdown, numbers } from './made-markdown.js';
import { referenceTree, treeOfPieces } from './reference.js';

describe('a text parsed in pieces', () => {
  it('has the tree that remark-parse gives the whole', () => {
    for (let seed = 1; seed <= 1200; seed++) checkTree(madeMarkdown(seed, 3 + (seed % 22)), 'markdown');
  });

  it('has it where a paragraph, a heading or a list holds a few marks', () => {
    for (let seed = 1; seed <= 1000; seed++) checkTree(madeLines(seed), seed % 5 === 0 ? 'mdx' : 'markdown');
  });

  it('has it in MDX as well', () => {
    for (let seed = 1; seed <= 200; seed++) checkTree(madeMarkdown(seed, 3 + (seed % 14), 'mdx'), 'mdx');
  });

  it('has it after thousands of edits', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = numbers(seed);
      let text = madeMarkdown(seed, 30);
      let parsed = parseInPieces(text, 'markdown');
      for (let edit = 0; edit < 25; edit++) {
        text = madeEdit(text, random);
        parsed = parseInPieces(text, 'markdown', { markdown: parsed });
        assert.deepEqual(treeOfPieces(parsed), referenceTree(text, 'markdown'), JSON.stringify(text));
      }
    }
  });

  it('costs an edit its piece and the piece before', () => {
    const text = Array.from({ length: 400 }, (_, index) => PARTS[index % PARTS.length]!).join('\n\n');
    const before = parseInPieces(text, 'markdown');
    const at = text.indexOf('\n\n', text.length / 2) + 4;
    const { work } = parseInPieces(`${text.slice(0, at)}x${text.slice(at)}`, 'markdown', { markdown: before });
    assert.ok(work.parsed + work.simple <= 3, JSON.stringify(work));
    assert.ok(work.units <= 200, JSON.stringify(work));
  });

  it('parses no paragraph of plain words', () => {
    const { work } = parseInPieces('Plain words.\n\nMore of them,\nwrapped & plain.\n\n*Not*plain.\n', 'markdown');
    assert.deepEqual(work, { parsed: 1, units: 12, simple: 2 });
  });

  it('parses again what refers to a label that is new', () => {
    const paragraphs = 'See [the note] here.\n\nWords.\n\nAnd [another] one.\n';
    const before = parseInPieces(paragraphs, 'markdown');
    const after = parseInPieces(`${paragraphs}\n[The note]: /url\n`, 'markdown', { markdown: before });
    assert.equal(after.pieces[0] === before.pieces[0], false);
    assert.equal(after.pieces[1], before.pieces[1]);
    assert.deepEqual(treeOfPieces(after), referenceTree(after.text, 'markdown'));
  });
});

const PARTS = [
  'Calcinosis is a deposit of calcium salts in the skin. It can follow many conditions.',
  '## Another *heading*',
  '- one\n- two\n- three',
  'A paragraph with a [link](https://example.org) and **strong** words.',
];

function checkTree(text: string, language: MarkdownLanguage): void {
  const parsed: ParsedMarkdown = parseInPieces(text, language);
  assert.equal(parsed.pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    treeOfPieces(parsed),
    referenceTree(text, parsed.language as MarkdownLanguage),
    JSON.stringify(text),
  );
}
