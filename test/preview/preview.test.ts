import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Definitions } from '../../preview/src/definitions.js';
import type { MarkdownIt, Token } from '../../preview/src/markdown-it.js';
import { definitionsPlugin } from '../../preview/src/plugin.js';
import { definitionsIn } from '../../preview/src/with-definitions.js';

/** The library has no types of its own. */
interface RealMarkdownIt extends MarkdownIt {
  readonly options: unknown;
  parse(source: string, env: object): Token[];
  render(source: string, env?: object): string;
}

const MarkdownItClass = createRequire(import.meta.url)('markdown-it') as new (options: object) => RealMarkdownIt;

const LUMPS = 'Lumps of “chalk” & <more>.';
const data: Definitions = {
  definitions: [LUMPS, 'A shiny stone.', 'A club of readers.', 'A vitamin of sunny days.'],
  phrases: {
    'chalk knot': [[0, '', 1, 1]],
    'chalk knots': [[0, '', 1, 1]],
    'soft chalk knot': [[1, '', 1, 1]],
    ck: [
      [0, 'CK', 0, 0],
      [2, 'CK', 0, 0],
    ],
    gloss: [[1, '', 1, 1]],
    gtrs: [[1, 'GTRS', 0, 1]],
    'reader club': [[2, '', 1, 1]],
    '25 oh d': [[3, '25(OH)D', 0, 1]],
  },
};

function markdownIt(isOn = true): RealMarkdownIt {
  const withDefinitions = definitionsIn(data);
  return definitionsPlugin(new MarkdownItClass({ html: true, linkify: true }), {
    isOn: () => isOn,
    load: () => ({ withDefinitions }),
    failed: (error) => {
      throw error;
    },
  });
}

/** What stands in each term that is explained. */
function explained(source: string): string[] {
  return [
    ...markdownIt()
      .render(source)
      .matchAll(/<abbr class="kossa-term"[^>]*>(.*?)<\/abbr>/gsu),
  ].map(([, text]) => text!);
}

describe('the Markdown preview', () => {
  it('shows a term with its definition, for mouse, keyboard and screen readers', () => {
    assert.equal(
      markdownIt().render('A chalk knot hurts.'),
      '<p>A <abbr class="kossa-term" title="Lumps of “chalk” &amp; &lt;more&gt;." tabindex="0" role="note" aria-label="chalk knot: Lumps of “chalk” &amp; &lt;more&gt;.">chalk knot</abbr> hurts.</p>\n',
    );
  });

  const found: readonly (readonly [source: string, terms: readonly string[]])[] = [
    ['Chalk knots and Chalk-Knot’s ends', ['Chalk knots', 'Chalk-Knot’s']],
    ['A soft chalk knot is the longer term.', ['soft chalk knot']],
    ['| a | b |\n| - | - |\n| chalk knot | x |', ['chalk knot']],
    ['- in a list: chalk knot\n\n> and quoted: gloss', ['chalk knot', 'gloss']],
    ['A **chalk knot**, and _gloss_.', ['chalk knot', 'gloss']],
    ['Hard-wrapped: a chalk\nknot here.', ['chalk\nknot']],
    ['Her 25(OH)D was low.', ['25(OH)D']],
    ['GTRS is sure; gtrs is not.', ['GTRS']],
    ['No terms at all.', []],
    ['Achalk knot, chalk knotty', []],
    ['A chalk, knot', []],
  ];
  for (const [source, terms] of found) {
    it(`explains ${JSON.stringify(terms)} in ${JSON.stringify(source)}`, () => {
      assert.deepEqual(explained(source), terms);
    });
  }

  const left: readonly (readonly [what: string, source: string])[] = [
    ['headings', '# A chalk knot\n\nchalk\n\nA chalk knot\n==='],
    ['code', '`chalk knot`\n\n```\nchalk knot\n```\n\n    chalk knot'],
    ['links', '[a chalk knot](x.md) and <https://example.org/gloss> and https://example.org/gloss'],
    ['HTML links and abbreviations', '<a href="x">chalk knot</a> <abbr title="y">gloss</abbr>'],
    ['HTML blocks', '<div>\nchalk knot\n</div>'],
    ['names of images', '![chalk knot](knot.png)'],
    ['names of files', 'gloss.md and gloss_two and a/gloss'],
  ];
  for (const [what, source] of left) {
    it(`leaves ${what} alone`, () => {
      const html = markdownIt().render(source);
      assert.equal(html, new MarkdownItClass({ html: true, linkify: true }).render(source));
    });
  }

  it('goes on behind what it leaves alone', () => {
    assert.deepEqual(explained('# Gloss\n\n[gloss](x) gloss <code>gloss</code> gloss'), ['gloss', 'gloss']);
  });

  it('explains a term three times in a page, and each page anew', () => {
    const md = markdownIt();
    for (let page = 0; page < 2; page++) {
      assert.equal(md.render('gloss\n\ngloss\n\n- gloss\n- gloss, chalk knot').split('kossa-term').length - 1, 4);
    }
  });

  it('explains a short abbreviation where the page names in full what it stands for, and only then', () => {
    assert.deepEqual(explained('CK is rare.'), []);
    assert.deepEqual(explained('# A chalk knot\n\nCK is rare.'), ['CK']);
    assert.deepEqual(explained('A [reader club](x). CK is rare, ck is not.'), ['CK']);
    assert.deepEqual(explained('CK: a chalk knot or a reader club.'), ['chalk knot', 'reader club']);
  });

  it('leaves the tokens as they are: the editor keeps them, and renders them again', () => {
    const md = markdownIt();
    const tokens = md.parse('A chalk knot, a chalk\nknot.', {});
    const before = JSON.stringify(tokens);
    const first = md.renderer.render(tokens, md.options, {});
    assert.equal(md.renderer.render(tokens, md.options, {}), first);
    assert.equal(JSON.stringify(tokens), before);
    assert.match(first, /kossa-term/u);
  });

  it('loads nothing where definitions are not wanted', () => {
    const md = definitionsPlugin(new MarkdownItClass({}), {
      isOn: () => false,
      load: () => assert.fail('loaded'),
      failed: (error) => assert.fail(String(error)),
    });
    assert.equal(md.render('gloss'), '<p>gloss</p>\n');
  });

  it('asks with what the page is rendered with', () => {
    const asked: unknown[] = [];
    const md = definitionsPlugin(new MarkdownItClass({}), {
      isOn: (env) => {
        asked.push(env);
        return false;
      },
      load: () => assert.fail('loaded'),
      failed: (error) => assert.fail(String(error)),
    });
    const env = { currentDocument: 'a' };
    md.render('gloss', env);
    assert.deepEqual(asked, [env]);
  });

  it('renders the page as it is where the definitions cannot be had, and says so', () => {
    const failures: unknown[] = [];
    const md = definitionsPlugin(new MarkdownItClass({}), {
      isOn: () => true,
      load: () => {
        throw new Error('no file');
      },
      failed: (error) => void failures.push(String(error)),
    });
    assert.equal(md.render('gloss'), '<p>gloss</p>\n');
    assert.deepEqual(failures, ['Error: no file']);
  });
});
