import assert from 'node:assert/strict';
import { parseInPieces } from '../../../engine/src/markdown/pieces.js';
import { buildBlocks } from '../../../engine/src/prose/build-blocks.js';

function outline(text: string): string[] {
  const blocks = buildBlocks(parseInPieces(text, 'markdown'), undefined, []);
  return blocks.map((block) => {
    const heading = block.headings.map((index) => blocks[index]!.text).join(' > ');
    const leadIn = block.list?.leadIn === undefined ? '' : ` <- ${blocks[block.list.leadIn]!.text}`;
    const header = block.table?.columnHeader === undefined ? '' : ` [${blocks[block.table.columnHeader]!.text}]`;
    return `${block.kind}${block.level ?? ''} ${block.text.replace(/\n/gu, '⏎')}${leadIn}${header}${heading === '' ? '' : ` / ${heading}`}`;
  });
}

describe('the outline', () => {
  const cases: readonly [title: string, text: string, expected: readonly string[]][] = [
    [
      'headings nest',
      '# A one\n\n## B two\n\ntext here now.\n\n## C\n\nmore.',
      [
        'heading1 A one',
        'heading2 B two / A one',
        'paragraph text here now. / A one > B two',
        'heading2 C / A one',
        'paragraph more. / A one > C',
      ],
    ],
    [
      'a short line that stands alone is a heading',
      'Dystrophic type\n\nIt follows an injury of the tissue.',
      ['heading7 Dystrophic type', 'paragraph It follows an injury of the tissue. / Dystrophic type'],
    ],
    [
      'a sentence that stands alone is none',
      'It is rare.\n\nIt follows an injury of the tissue.',
      ['paragraph It is rare.', 'paragraph It follows an injury of the tissue.'],
    ],
    [
      'the last line is none',
      'It follows an injury.\n\nSee your doctor',
      ['paragraph It follows an injury.', 'paragraph See your doctor'],
    ],
    [
      'a list knows its lead-in',
      'The causes are:\n\n- lupus\n- acne',
      ['paragraph The causes are:', 'list-item lupus <- The causes are:', 'list-item acne <- The causes are:'],
    ],
    [
      'bullets in a paragraph are a list',
      'The causes are:\n  • lupus\n  • acne\n',
      ['paragraph The causes are:', 'list-item lupus <- The causes are:', 'list-item acne <- The causes are:'],
    ],
    [
      'dashes in a paragraph are a list',
      'The causes are:\n– lupus\n– acne of the\nface',
      [
        'paragraph The causes are:',
        'list-item lupus <- The causes are:',
        'list-item acne of the⏎face <- The causes are:',
      ],
    ],
    [
      'lines with Roman numbers or pages are a list',
      'The causes are:\n\n(i) lupus\n(ii) acne\n\np. 4 burns\np. 5 scars',
      [
        'paragraph The causes are:',
        'list-item lupus <- The causes are:',
        'list-item acne <- The causes are:',
        'list-item burns <- The causes are:',
        'list-item scars <- The causes are:',
      ],
    ],
    [
      'lines that begin with letters in brackets are none: they are what a question lets one choose from',
      'Which is right?\n(a) lupus\n(b) acne',
      ['paragraph Which is right?⏎(a) lupus⏎(b) acne'],
    ],
    [
      'bullets after a blank line follow the lead-in',
      'The causes are:\n\n• lupus\n\n• acne',
      ['paragraph The causes are:', 'list-item lupus <- The causes are:', 'list-item acne <- The causes are:'],
    ],
    [
      'a hard-wrapped paragraph is one',
      'one line of text that\nis wrapped by hand and\nends here.',
      ['paragraph one line of text that⏎is wrapped by hand and⏎ends here.'],
    ],
    [
      'a table row knows its header',
      '| Drug | Class |\n|---|---|\n| A | B |',
      ['table-cell Drug', 'table-cell Class', 'table-cell A [Drug]', 'table-cell B [Class]'],
    ],
    [
      'a definition list',
      'Dystrophic\n: follows an injury',
      ['definition-term Dystrophic', 'list-item follows an injury <- Dystrophic'],
    ],
    [
      'bold alone is a heading',
      '**Types:**\n\nThere are five of them.',
      ['heading7 Types:', 'paragraph There are five of them. / Types:'],
    ],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(outline(text), expected));
});
