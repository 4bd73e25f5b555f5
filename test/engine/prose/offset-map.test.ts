import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PLACEHOLDER } from '../../../engine/src/language/token.js';
import { parseInPieces } from '../../../engine/src/markdown/pieces.js';
import { buildBlocks } from '../../../engine/src/prose/build-blocks.js';
import type { ProseBlock } from '../../../engine/src/prose/prose-block.js';
import { proseSpan } from '../../../engine/src/text/span.js';

function blocksOf(text: string, language: 'markdown' | 'mdx' = 'markdown'): readonly ProseBlock[] {
  return buildBlocks(parseInPieces(text, language), undefined, []);
}

/** The source of the first place where `words` stand in the prose of a text. */
function sourceOf(text: string, words: string): string | undefined {
  for (const block of blocksOf(text)) {
    const at = block.text.indexOf(words);
    if (at < 0) continue;
    const span = block.toSource(proseSpan(at, at + words.length));
    return span && text.slice(span.start, span.end);
  }
  return undefined;
}

describe('the offset map', () => {
  const cases: readonly [title: string, text: string, words: string, source: string][] = [
    ['plain words', 'Take colchicine daily.', 'colchicine', 'colchicine'],
    ['words after an entity', '5 &micro;g of colchicine', 'colchicine', 'colchicine'],
    ['an entity as a whole', '5 &micro;g of colchicine', 'µ', '&micro;'],
    ['words that an entity cuts', 'Sj&ouml;gren disease', 'Sjögren', 'Sj&ouml;gren'],
    ['a numeric entity', 'Sj&#246;gren disease', 'Sjögren disease', 'Sj&#246;gren disease'],
    ['words that an escape cuts', 'levo\\-thyroxine helps', 'levo-thyroxine', 'levo\\-thyroxine'],
    ['words that emphasis cuts', 'calci**nosis** cutis', 'calcinosis cutis', 'calci**nosis** cutis'],
    ['words in a link', 'See [calcinosis cutis](https://example.org/a_b).', 'calcinosis cutis', 'calcinosis cutis'],
    ['words after an emoji', '👩‍⚕️ says colchicine', 'colchicine', 'colchicine'],
    ['a term wrapped in a quotation', '> soft\n> tissue', 'soft\ntissue', 'soft\n> tissue'],
    ['a term wrapped with CRLF', 'soft\r\ntissue and more', 'soft\r\ntissue', 'soft\r\ntissue'],
    ['a term after an indented wrap', 'soft\n   tissue', 'soft\ntissue', 'soft\n   tissue'],
    ['a table cell', '| Drug | Class |\n|---|---|\n| a \\| b | Diltiazem |', 'Diltiazem', 'Diltiazem'],
    ['an escaped pipe', '| Drug | Class |\n|---|---|\n| a \\| b | Diltiazem |', 'a | b', 'a \\| b'],
    ['a setext heading', 'Calcinosis\ncutis\n=====', 'Calcinosis\ncutis', 'Calcinosis\ncutis'],
    ['an ATX heading with closing marks', '## Calcinosis cutis ##', 'Calcinosis cutis', 'Calcinosis cutis'],
    ['a list item', '- one\n  two **three** four', 'three', 'three'],
    ['alt text', '![calcinosis of a finger](a.png)', 'calcinosis of a finger', 'calcinosis of a finger'],
    ['a hard break', 'soft  \ntissue', 'soft\ntissue', 'soft  \ntissue'],
    ['a pasted bullet', 'Causes:\n  • Lupus\n  • Acne', 'Acne', 'Acne'],
    ['a footnote', 'Text[^1].\n\n[^1]: See calcinosis.', 'calcinosis', 'calcinosis'],
    ['tagged text', 'calci<b>nosis</b> cutis', 'calcinosis', 'calci<b>nosis'],
  ];
  for (const [title, text, words, source] of cases) {
    it(`finds ${title}`, () => assert.equal(sourceOf(text, words), source));
  }

  it('puts a placeholder for code, and leaves link targets, code blocks and comments out', () => {
    const text = 'Use `colchine` <!-- diltilazem --> now [here](colchine.md).\n\n```\ncolchine\n```\n\n    colchine\n';
    const blocks = blocksOf(text);
    assert.equal(blocks.length, 1);
    assert.equal(blocks[0]!.text, `Use ${PLACEHOLDER}  now here.`);
  });

  it('reads MDX prose and leaves expressions out', () => {
    const blocks = blocksOf('<Note>\nSee **calcinosis** {props.colchine}.\n</Note>\n\n{/* colchine */}\n', 'mdx');
    assert.deepEqual(
      blocks.map((block) => block.text),
      [`See calcinosis ${PLACEHOLDER}.`],
    );
  });

  it('reads MDX with a syntax error all the same', () => {
    assert.ok(blocksOf('<Note>\n\nSee calcinosis. {oops\n', 'mdx').some((block) => block.text.includes('calcinosis')));
  });

  // Pieces whose rendering is known: the property below holds for any mixture of them.
  const piece = fc.constantFrom(
    'calcinosis',
    'soft tissue',
    '&amp;',
    '&ouml;',
    '\\*',
    '\\-',
    '**bold**',
    '*it*',
    '`code`',
    '👩‍⚕️',
    'é',
    '[link](x_y)',
    '![alt](y)',
    '~~gone~~',
    '&notanentity;',
    '&#x41;',
    '<br>',
    'https://a.b/c_d',
    ' ',
  );
  const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' ').trim() || 'x');
  const prefix = fc.constantFrom('', '> ', '- ', '## ', '1. ', '> - ');
  const ending = fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n', '  \n');
  const document = fc
    .array(fc.tuple(prefix, line, ending), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.map((parts) => parts.join('')).join(''));

  it('maps every verbatim character to itself, in order, and back', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const block of blocksOf(text)) {
          let lastEnd = -1;
          for (const segment of block.segments) {
            assert.ok(segment.source.start >= lastEnd, 'segments are in source order');
            lastEnd = segment.source.end;
            if (!segment.verbatim) continue;
            assert.equal(
              text.slice(segment.source.start, segment.source.end),
              block.text.slice(segment.prose.start, segment.prose.end),
            );
          }
          for (let at = 0; at < block.text.length; at++) {
            const span = block.toSource(proseSpan(at, at + 1));
            assert.ok(span, 'every character of prose has a place');
            const back = block.toProse(span.start);
            assert.ok(back !== undefined && back <= at, 'and the place leads back');
          }
        }
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });

  it('covers the prose without a gap', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const block of blocksOf(text)) {
          let at = 0;
          for (const segment of block.segments) {
            assert.equal(segment.prose.start, at);
            at = segment.prose.end;
          }
          assert.equal(at, block.text.length);
        }
      }),
      { numRuns: 300, seed: 20260102 },
    );
  });

  it('says the same words with CRLF', () => {
    fc.assert(
      fc.property(document, (text) => {
        const unix = text.replace(/\r\n/gu, '\n');
        const words = (source: string): string[] => blocksOf(source).map((block) => block.text.replace(/\r\n/gu, '\n'));
        assert.deepEqual(words(unix.replace(/\n/gu, '\r\n')), words(unix));
      }),
      { numRuns: 200, seed: 20260103 },
    );
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        blocksOf(text);
        blocksOf(text, 'mdx');
      }),
      { numRuns: 200, seed: 20260104 },
    );
  });
});
