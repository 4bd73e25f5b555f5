import assert from 'node:assert/strict';
import type { Directives } from '../../../engine/src/directives/directives.js';
import { nearestName } from '../../../engine/src/text/nearest-name.js';
import { readDirectives } from '../../../engine/src/directives/read-directives.js';
import { commentsOf } from '../../../engine/src/markdown/comments.js';
import type { MarkdownLanguage } from '../../../engine/src/markdown/parse.js';
import { parseInPieces } from '../../../engine/src/markdown/pieces.js';

const RULES = ['avoided-term', 'mislabeled-class', 'mislabeled-type', 'wrong-word'];

describe('reading directives', () => {
  it('a pair suppresses what stands between, and nothing else', () => {
    checkSuppressed(
      'One.\n\n<!-- kossa-disable wrong-word -->\n\nTwo.\n\n<!-- kossa-enable wrong-word -->\n\nThree.',
      'wrong-word',
      ['Two.'],
    );
  });

  it('without rules it is all of them', () => {
    const { suppressions } = read('<!-- kossa-disable -->\n\nOne.\n\n<!-- kossa-enable -->');
    assert.deepEqual(
      suppressions.map((suppression) => suppression.rules),
      ['all'],
    );
  });

  it('enabling one rule of all leaves the others off', () => {
    const text =
      '<!-- kossa-disable -->\n\nOne.\n\n<!-- kossa-enable wrong-word -->\n\nTwo.\n\n<!-- kossa-enable -->\n\nThree.';
    checkSuppressed(text, 'wrong-word', ['One.']);
    checkSuppressed(text, 'avoided-term', ['One.', 'Two.']);
  });

  it('one that nothing closes goes on to the end, and is told', () => {
    const text = 'One.\n\n<!-- kossa-disable wrong-word -->\n\nTwo.';
    checkSuppressed(text, 'wrong-word', ['Two.']);
    checkProblems(text, ['unclosed kossa-disable']);
  });

  it('this line, the next line, the file', () => {
    checkSuppressed('One.\nTwo. <!-- kossa-disable-line wrong-word -->\nThree.', 'wrong-word', ['Two.']);
    checkSuppressed('<!-- kossa-disable-next-line wrong-word -->\nOne.\nTwo.', 'wrong-word', ['One.']);
    checkSuppressed('One.\n\n<!-- kossa-disable-file wrong-word -->\n\nTwo.', 'wrong-word', ['One.', 'Two.']);
  });

  it('the next line is the next one with text, also after blank lines, other comments and in a quotation', () => {
    checkSuppressed('<!-- kossa-disable-next-line wrong-word -->\n\n\nOne.\n\nTwo.', 'wrong-word', ['One.']);
    checkSuppressed(
      '<!-- kossa-disable-next-line wrong-word -->\n<!-- kossa-disable-next-line avoided-term -->\nOne.\nTwo.',
      'wrong-word',
      ['One.'],
    );
    checkSuppressed('> <!-- kossa-disable-next-line wrong-word -->\n>\n> One.\n>\n> Two.', 'wrong-word', ['One.']);
  });

  it('line endings of Windows and of old Macs are line endings', () => {
    checkSuppressed('<!-- kossa-disable-next-line wrong-word -->\r\nOne.\r\nTwo.', 'wrong-word', ['One.']);
    checkSuppressed('One.\rTwo. <!-- kossa-disable-line wrong-word -->\rThree.', 'wrong-word', ['Two.']);
  });

  for (const mark of ['--', '—', '–']) {
    it(`a reason behind ${mark}`, () => {
      const [suppression] = read(`Text. <!-- kossa-disable-line wrong-word ${mark} the leaflet -->\n`).suppressions;
      assert.equal(suppression!.reason, 'the leaflet');
    });
  }

  it('several rules, with spaces or commas, and a reason', () => {
    const [suppression] = read(
      '<!-- kossa-disable-file wrong-word, avoided-term mislabeled-type -- the leaflet says so -->',
    ).suppressions;
    assert.deepEqual(suppression!.rules, ['wrong-word', 'avoided-term', 'mislabeled-type']);
    assert.equal(suppression!.reason, 'the leaflet says so');
  });

  it('an unknown rule is told with the nearest name; the known ones still work, and unknown ones alone do nothing', () => {
    checkProblems('<!-- kossa-disable-file wrong-wrd -->', ['unknown-rule wrong-wrd → wrong-word']);
    checkProblems('<!-- kossa-disable-file nothing-like-it -->', ['unknown-rule nothing-like-it']);
    assert.deepEqual(read('<!-- kossa-disable-file wrong-wrd -->').suppressions, []);
    assert.deepEqual(read('<!-- kossa-disable-file wrong-wrd avoided-term -->').suppressions[0]!.rules, [
      'avoided-term',
    ]);
  });

  it('two names that are equally near are no suggestion, and one that is far is none', () => {
    assert.equal(nearestName('on-rule', ['one-rule', 'ton-rule']), undefined);
    assert.equal(nearestName('mislabeled-xxxx', RULES), undefined);
  });

  it('the place of a problem is the words that are wrong', () => {
    const text = 'Text.\n\n<!--\n  kossa-disable-file wrong-word wrong-wrd\n-->';
    const { problems } = read(text);
    assert.equal(text.slice(problems[0]!.span.start, problems[0]!.span.end), 'wrong-wrd');
  });

  it('words to allow are between commas, with or without quotation marks', () => {
    assert.deepEqual(
      read('<!-- kossa-allow Colchine, "calcium blocker, old", ‘milk-alkali’ -- names of products -->').allowed,
      ['colchine', 'calcium blocker old', 'milk alkali'],
    );
    checkProblems('<!-- kossa-allow -->', ['empty-allow kossa-allow']);
    checkProblems('<!-- kossa-allow "calcium -->', ['malformed kossa-allow']);
  });

  it('an expression is a comment in MDX', () => {
    checkSuppressed('{/* kossa-disable-next-line wrong-word */}\n\nOne.\n\nTwo.', 'wrong-word', ['One.'], 'mdx');
  });

  it('what is not a directive is left alone', () => {
    checkProblems('<!-- kossa checks this page -->\n\n<!-- see kossa-disable -->\n\n`<!-- kossa-nonsense -->`', []);
  });

  it('what nearly is one is told', () => {
    checkProblems('<!-- kossa-disable-nextline -->', [
      'unknown-directive kossa-disable-nextline → kossa-disable-next-line',
    ]);
    checkProblems('<!-- kossa: disable wrong-word -->', ['unknown-directive kossa: disable → kossa-disable']);
    checkProblems('<!-- Kossa-Disable-File -->', ['unknown-directive Kossa-Disable-File → kossa-disable-file']);
    checkProblems('<!-- kossa-disable-line, wrong-word -->', ['malformed kossa-disable-line']);
    checkProblems('<!-- kossa-enable -->', ['nothing-to-enable kossa-enable']);
    checkProblems('<!-- kossa-disable-file', ['malformed kossa-disable-file']);
  });
});

function read(text: string, language: MarkdownLanguage = 'markdown'): Directives {
  return readDirectives(commentsOf(parseInPieces(text, language)), undefined, RULES, text.length, text);
}

/** The sentences at whose start a rule is silent. */
function checkSuppressed(
  text: string,
  rule: string,
  sentences: readonly string[],
  language: MarkdownLanguage = 'markdown',
): void {
  const { suppressions } = read(text, language);
  const silent = [...text.matchAll(/(?:One|Two|Three)\./gu)].filter((match) =>
    suppressions.some(
      (suppression) =>
        suppression.span.start <= match.index &&
        match.index < suppression.span.end &&
        (suppression.rules === 'all' || suppression.rules.includes(rule)),
    ),
  );
  assert.deepEqual(
    silent.map((match) => match[0]),
    sentences,
    text,
  );
}

function checkProblems(text: string, problems: readonly string[]): void {
  assert.deepEqual(
    read(text).problems.map(
      (problem) => `${problem.kind} ${problem.text}${problem.nearest === undefined ? '' : ` → ${problem.nearest}`}`,
    ),
    problems,
    text,
  );
}
