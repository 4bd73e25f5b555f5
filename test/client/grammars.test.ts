import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../../engine/src/index.js';

interface Pattern {
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly Pattern[];
}

interface Grammar extends Pattern {
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly repository: Readonly<Record<string, Pattern>>;
}

const FOLDER = path.resolve(import.meta.dirname, '../../syntaxes');

function grammar(name: string): Grammar {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Grammar;
}

/** Oniguruma writes the flag into the pattern. */
function regularExpression(source: string): RegExp {
  return source.startsWith('(?i)') ? new RegExp(source.slice(4), 'i') : new RegExp(source);
}

function* patternsOf(pattern: Pattern): Generator<Pattern> {
  yield pattern;
  for (const inner of pattern.patterns ?? []) yield* patternsOf(inner);
}

describe('grammars', () => {
  const directives = grammar('kossa.injection.tmLanguage.json');
  const frontMatter = grammar('kossa-front-matter.injection.tmLanguage.json');

  it('include only what they hold, and their patterns are regular expressions', () => {
    for (const { repository, patterns } of [directives, frontMatter]) {
      for (const pattern of [...patterns!, ...Object.values(repository)].flatMap((top) => [...patternsOf(top)])) {
        if (pattern.include !== undefined) assert.ok(pattern.include.slice(1) in repository, pattern.include);
        for (const source of [pattern.match, pattern.begin, pattern.end]) {
          if (source !== undefined) assert.doesNotThrow(() => regularExpression(source));
        }
      }
    }
  });

  it('keep out of code', () => {
    assert.match(directives.injectionSelector, /-markup\.fenced_code/);
    assert.match(directives.injectionSelector, /-markup\.inline\.raw/);
  });

  for (const [text, name] of [
    ['<!-- kossa-disable-next-line misspelled-term -- why -->', 'kossa-disable-next-line'],
    ['<!--kossa-disable-->', 'kossa-disable'],
    ['<!-- kossa-allow Colchine, "calcium blocker" -->', 'kossa-allow'],
    ['<!-- kossa-disable-everything -->', undefined],
    ['<!-- see kossa-disable -->', undefined],
  ] as const) {
    it(`colours ${name ?? 'nothing'} in ${text}`, () => {
      assert.equal(new RegExp(directives.repository['comment']!.begin!).exec(text)?.[2], name);
    });
  }

  it('colours directives of MDX', () => {
    assert.equal(
      new RegExp(directives.repository['expression']!.begin!).exec('{/* kossa-disable-file plain-word */}')?.[2],
      'kossa-disable-file',
    );
  });

  it('colours rules, quoted words and other words of a directive', () => {
    const kinds = directives.repository['words']!.patterns as readonly {
      readonly match: string;
      readonly name: string;
    }[];
    const kindOf = (text: string): string | undefined =>
      kinds.find(({ match }) => new RegExp(`^(?:${match})$`).test(text))?.name.split('.')[0];
    assert.deepEqual(['misspelled-term', '"calcium blocker"', 'Colchine'].map(kindOf), [
      'variable',
      'string',
      'string',
    ]);
  });

  it('takes the reason up to the end of the comment', () => {
    assert.equal(
      new RegExp(directives.repository['reasonInComment']!.match!).exec('a -- quoting the leaflet -->')?.[2],
      'quoting the leaflet ',
    );
    assert.equal(
      new RegExp(directives.repository['reasonInComment']!.match!).exec('a — quoting the leaflet -->')?.[2],
      'quoting the leaflet ',
    );
    assert.equal(new RegExp(directives.repository['reasonInComment']!.match!).exec('a -->'), null);
  });

  it('colours every key that the rule of review dates knows, and no other', () => {
    const key = regularExpression(frontMatter.repository['reviewKey']!.match!);
    const defaults = allRules.find((rule) => rule.id === 'missing-review-date')!.options!.defaults as Record<
      string,
      string[]
    >;
    for (const name of [
      ...defaults['lastKeys']!,
      ...defaults['nextKeys']!,
      ...defaults['otherKeys']!,
      'last_reviewed',
      'next-review',
      'kossa',
    ]) {
      assert.equal(key.exec(`${name}: 2026-01-31`)?.[1], name);
    }
    assert.deepEqual(key.exec('lastReviewed: 2026-01-31')?.slice(1), ['lastReviewed', ':', '2026-01-31']);
    assert.equal(key.exec('title: lastReviewed: 2026-01-31'), null);
    assert.equal(key.exec('lastReviewedByNobody: x'), null);
  });
});
