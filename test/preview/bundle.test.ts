// The preview as it is shipped, with the definitions of the terminology.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { normalizePhrase, type CompiledTerminology } from '../../engine/src/index.js';
import { wordsOf } from '../../preview/src/definitions.js';
import type { MarkdownIt, Token } from '../../preview/src/markdown-it.js';
import { definitionsPlugin } from '../../preview/src/plugin.js';
import { previewDefinitions } from '../../scripts/build-definitions.js';
import { projectRoot } from '../../scripts/project-root.js';

const require = createRequire(import.meta.url);
const MarkdownItClass = require('markdown-it') as new () => MarkdownIt & { render(source: string): string };

const BUNDLE = path.join(projectRoot, 'dist', 'preview.cjs');
const MOST_BYTES = 200_000;

describe('the bundled preview', () => {
  before(() => {
    if (!existsSync(BUNDLE)) throw new Error('dist/preview.cjs is missing: run `npm run build` first');
  });

  it('is small', () => {
    assert.ok(statSync(BUNDLE).size < MOST_BYTES, `${statSync(BUNDLE).size} bytes`);
  });

  it('needs nothing of Node, and explains the terms of the terminology', () => {
    const module = { exports: {} as { withDefinitions(tokens: Token[]): Token[] } };
    vm.runInNewContext(readFileSync(BUNDLE, 'utf8'), { module, exports: module.exports });
    const md = definitionsPlugin(new MarkdownItClass(), {
      isOn: () => true,
      load: () => module.exports,
      failed: (error) => assert.fail(String(error)),
    });
    const html = md.render('Calcinosis cutis is not calciphylaxis. Ask about calcium channel blockers (CCBs).');
    for (const term of ['Calcinosis cutis', 'calciphylaxis', 'calcium channel blockers', 'CCBs']) {
      assert.match(html, new RegExp(`<abbr class="kossa-term" title="[^"]{10,}"[^>]*>${term}</abbr>`, 'u'));
    }
  });

  it('is no part of the client for the desktop, and the data of the client for the browser', () => {
    const { phrases } = shippedDefinitions();
    const phrase = Object.keys(phrases).find((key) => key.startsWith('calcinosis universalis'))!;
    const holdsData = (file: string): boolean => readFileSync(path.join(projectRoot, file), 'utf8').includes(phrase);
    assert.deepEqual(['dist/client.cjs', 'dist/web/client.js', 'dist/preview.cjs'].map(holdsData), [false, true, true]);
  });
});

describe('the definitions of the preview', () => {
  const terminology = shippedTerminology();
  const { definitions, phrases } = shippedDefinitions();

  it('take in every concept with a definition, and say which nobody has checked', () => {
    const defined = terminology.concepts.filter((concept) => concept.definition !== undefined);
    assert.equal(definitions.length, defined.length);
    const unverified = defined.filter((concept) => concept.definition!.unverified !== undefined);
    assert.equal(definitions.filter((text) => text.includes('Unverified')).length, unverified.length);
  });

  it('take in plural forms, and no misspelling', () => {
    assert.deepEqual(phrases['calcium channel blockers'], phrases['calcium channel blocker']);
    const misspelled = terminology.concepts.flatMap(({ variants }) =>
      variants.filter(({ status }) => status === 'misspelling').map(({ text }) => normalizePhrase(text)),
    );
    assert.ok(misspelled.length > 50);
    assert.deepEqual(
      misspelled.filter((text) => text in phrases),
      [],
    );
  });

  it('are found by the words of a text as the engine reads them', () => {
    const differing = terminology.concepts
      .flatMap(({ variants }) => variants.map(({ text }) => text))
      .filter((text) => normalizePhrase(text) in phrases)
      .filter(
        (text) =>
          wordsOf(text)
            .map(({ norm }) => norm)
            .join(' ') !== normalizePhrase(text),
      );
    assert.deepEqual(differing, []);
  });
});

function shippedTerminology(): CompiledTerminology {
  const file = path.join(projectRoot, 'dist', 'data', 'terminology.json');
  return JSON.parse(readFileSync(file, 'utf8')) as CompiledTerminology;
}

function shippedDefinitions(): ReturnType<typeof previewDefinitions> {
  return previewDefinitions(shippedTerminology());
}
