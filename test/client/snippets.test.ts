import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedEngine } from '../rules/shipped-engine.js';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const FOLDER = path.resolve(import.meta.dirname, '../../snippets');
const TODAY = '2026-03-01';

function snippetsOf(file: string): [string, Snippet][] {
  return Object.entries(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Record<string, Snippet>);
}

/** What stands in the document when every default is accepted. */
function inserted({ body }: Snippet): string {
  let text = body.join('\n');
  for (const [name, value] of Object.entries({ CURRENT_YEAR: '2026', CURRENT_MONTH: '03', CURRENT_DATE: '01' })) {
    text = text.replaceAll(`$${name}`, value);
  }
  const defaults = new Map<string, string>();
  for (const [, number, value] of text.matchAll(/\$\{(\d+):([^}]*)\}/gu)) defaults.set(number!, value!);
  return text.replace(/\$\{(\d+):[^}]*\}/gu, (_, number: string) => defaults.get(number)!).replaceAll('$0', '');
}

describe('snippets', () => {
  for (const language of ['markdown', 'mdx'] as const) {
    for (const [name, snippet] of snippetsOf('kossa.json')) {
      it(`“${name}” lints clean as ${language} when its defaults are accepted`, () => {
        for (const style of ['us', 'uk'] as const) {
          const result = shippedEngine().lint(inserted(snippet), {
            configuration: { style, scope: 'always' },
            configured: true,
            language,
            today: TODAY,
          });
          assert.deepEqual(
            result.findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
            [],
            style,
          );
        }
      });
    }
  }

  for (const [file, language] of [
    ['directives-markdown.json', 'markdown'],
    ['directives-mdx.json', 'mdx'],
  ] as const) {
    for (const [name, snippet] of snippetsOf(file)) {
      it(`“${name}” of ${language} is a directive that works`, () => {
        const text = `${inserted(snippet)}\nThe next line.\n`
          .replaceAll('rule', 'avoided-term')
          .replaceAll('words', 'calcium blocker');
        const { document, findings } = shippedEngine().lint(text, {
          // The text has nothing yet to suppress.
          configuration: { rules: { 'unused-directive': 'off' } },
          configured: false,
          language,
          today: TODAY,
        });
        assert.deepEqual(
          findings.map(({ message }) => message),
          [],
        );
        assert.equal(document.directives.suppressions.length + document.directives.allowed.length, 1);
      });
    }
  }

  it('have a prefix of their own each, and a description', () => {
    for (const directives of ['directives-markdown.json', 'directives-mdx.json']) {
      const snippets = [...snippetsOf('kossa.json'), ...snippetsOf(directives)].map(([, snippet]) => snippet);
      const prefixes = snippets.flatMap(({ prefix }) => prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
      assert.ok(snippets.every(({ description }) => description.length > 10));
    }
  });
});
