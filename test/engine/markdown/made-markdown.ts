/** Numbers from 0 up to, but not including, a limit; the same for the same seed. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Lines that open, close, continue or interrupt something, and lines that look as if they did. */
const LINES = [
  ...['', '', '', '', ' ', '\t', '   '],
  ...['Calcinosis is a deposit.', 'Some take warfarin & others do not.', 'words', 'Café – “quoted”', 'a\tb'],
  ...['# Types', '## Causes #', 'Types', '=====', '---', '***', '* * *', '- - -', '+++', '___'],
  ...['- item', '- ', '-', '  - inner', '    - deep', '* star', '+ plus', '1. one', '2. two', '3) three', '10. ten'],
  ...[
    '  under an item',
    '   three',
    '    four',
    '\tcode or item',
    '     five',
    '- [ ] task',
    '-   wide',
    '-      code',
  ],
  ...['> quoted', '> - item', '>', '> > twice', '> ```', 'lazy line', '  2. inner'],
  ...['```', '```js', '~~~', '~~~~', '  ```', '   ```', '    ```', '``` a`b', '\t```', '- ```', '  ~~~'],
  ...['<!-- note', '-->', '<!-- one -->', '<!-->', ' <!-- two', '<div>', '</div>', '<pre>', '</pre> x', '<?php', '?>'],
  ...['<![CDATA[', ']]>', '<!DOCTYPE', '<b>bold</b> text', '<custom-tag>', '  <!-- in item', '- <!-- marked', '<br>'],
  ...['| a | b |', '|---|---|', 'a | b', '--|--', '| 1 | 2', ':-', ':-:', '|'],
  ...['[a]: /url', '[b c]: <x> "title"', '[^1]: note', '    more of the note', '[a]', '[text][b  C]', '[B', 'c]'],
  ...['see [a] and [^1]', '![alt][a]', '[link](url)', '![image](u "t")', '[x]: /y', '[^2]', '[^2]: two', '> [q]: /u'],
  ...[
    '**strong** text',
    '*em* and _em_',
    '~~gone~~',
    '`code`',
    '\\*escaped',
    '&amp; &copy;',
    'a  ',
    'b\\',
    'https://x.org',
  ],
  ...['**Types:**', '• bullet', '1.', '2024 was', '#no heading', '-not an item', 'key: value', 'end.', '\ufeffmark'],
] as const;

const MDX_LINES = [
  ...[
    '<Note>',
    '</Note>',
    '<Note kind="x" />',
    '{/* note */}',
    '{1 +',
    '1}',
    "import x from 'y'",
    'export const a = 1',
  ],
  ...[
    '',
    '',
    '',
    'Calcinosis is a deposit.',
    '# Types',
    '- item',
    '  more',
    '```',
    'text {value} text',
    '> quoted',
    '{`',
    '`}',
  ],
];

/** A document of hostile lines. */
export function madeMarkdown(seed: number, lines: number, language: 'markdown' | 'mdx' = 'markdown'): string {
  const random = numbers(seed);
  const source: readonly string[] = language === 'mdx' ? MDX_LINES : LINES;
  const start = [
    '',
    '',
    '',
    '---\ntitle: A page\n---\n',
    '+++\na = 1\n+++\n',
    '---\n',
    '---\nopen: yes\n',
    '---\na: b\n\nc: d\n---\n\n',
    '---\n---\n',
    '---\na: b\n--- \n',
    '    code\n',
  ];
  // Who reads a file leaves out the mark that it may begin with.
  const text = (
    start[random(start.length)]! + Array.from({ length: lines }, () => source[random(source.length)]!).join('\n')
  ).replace(/^\ufeff/u, '');
  const end = random(10);
  return end === 0 ? text.replaceAll('\n', '\r\n') : end === 1 ? text.replaceAll('\n', '\r') : text;
}

/** A paragraph, a heading or a list of words and marks that are mostly simple, and sometimes nearly. */
export function madeLines(seed: number): string {
  const random = numbers(seed);
  const opening = ['', '', '', ': ', '# ', '### ', '- ', '- ', '* ', '1. ', '2. '][random(11)]!;
  const words = (): string =>
    Array.from({ length: 1 + random(6) }, () => INLINE[random(INLINE.length)]!).join([' ', ' ', ' ', ''][random(4)]!);
  const lines = Array.from({ length: 1 + random(4) }, (_, at) => (at === 0 || random(4) > 0 ? opening : '') + words());
  return lines.join(random(6) === 0 ? '\r\n' : '\n') + '\n'.repeat(random(3));
}

const INLINE = [
  ...[
    'words',
    'A deposit.',
    'calcium,',
    '(in',
    'skin)',
    'end.',
    'café',
    '–',
    '“said”',
    'a',
    '5',
    '!',
    ':',
    '.',
    '#',
    '-',
  ],
  ...[
    '**strong words**',
    '**Types:**',
    '*often*',
    '*a* b',
    '**a**.',
    '(*so*)',
    'x**y**',
    '**z **',
    '** w**',
    '***both***',
  ],
  ...['**open', 'close**', '*', '**', '**a*', '*b**', '**é**', '“**q**”', '**a**b', '*a**b*', '**a** **b**'],
  ...['[a link](https://example.org/a_b#c)', '[x](y)', '[a]( b )', '[a](b "t")', '![i](u)', '[a][b]', '[^1]', '[ ] do'],
  ...['[**a**](b)', '**[a](b)**', '[a](b)(c)', '[a](b)[c](d)', '[a](<b>)', '[a]()', '[a](b&c)', '[1](2)', '[x] y'],
  ...[
    '`code`',
    '`a b`',
    '` a `',
    '``x``',
    '`a',
    '`*a*`',
    '*`a`*',
    '`a\\`',
    '_u_',
    'a_b',
    '&',
    '&amp;',
    '~a~',
    '\\*',
    '<b>',
  ],
];

/** One hostile edit: a line or a few characters put in, taken out, doubled or moved. */
export function madeEdit(text: string, random: (limit: number) => number): string {
  const at = random(text.length + 1);
  const line = text.lastIndexOf('\n', at) + 1;
  switch (random(6)) {
    case 0:
      return `${text.slice(0, line)}${LINES[random(LINES.length)]!}\n${text.slice(line)}`;
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(12));
    case 2: {
      const end = text.indexOf('\n', line);
      return end < 0 ? text.slice(0, line) : text.slice(0, line) + text.slice(end + 1);
    }
    case 3:
      return `${text.slice(0, at)}${MARKS[random(MARKS.length)]!}${text.slice(at)}`;
    case 4: {
      const taken = text.slice(at, at + random(80));
      const to = random(text.length + 1);
      return text.slice(0, to) + taken + text.slice(to);
    }
    default:
      return `${text.slice(0, at)}${'abc xyz'[random(7)]!}${text.slice(at)}`;
  }
}

const MARKS = [
  '\n',
  '\n\n',
  '\r\n',
  '`',
  '```\n',
  '*',
  '**',
  '[',
  ']',
  '<!--',
  '-->',
  '|',
  '> ',
  '- ',
  '    ',
  '#',
  '\\',
];
