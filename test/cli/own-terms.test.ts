// A project's own terms (docs/own-terms.md) in the commands, the library and the plugin.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type * as Api from '../../cli/src/api/index.js';
import type plugin from '../../remark/src/index.js';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from './kossa.js';

const FILES = {
  '.kossarc.yaml': 'terms: [./terms/*.yaml]\n',
  'terms/wraps.yaml': `concepts:
  - id: soothing-wrap
    preferred: soothing wrap
    kind: procedure
    definition: {text: A cool wet cloth around the arm., unverified: our own words}
    variants:
      - {text: cool wrap, status: deprecated, because: The leaflets say soothing wrap.}
`,
  'terms/broken.yaml': 'concepts:\n  - {id: broken, kind: drug}\n',
  'a.md': 'A cool wrap and a calcium blocker.\n',
};
const COMPLAINT = /terms\/broken\.yaml:2:5: concept: `preferred` is missing; add it/;

describe('own terms', () => {
  after(removeWorkplaces);

  it('are reported in every format, and a faulty file at its line', async () => {
    const place = new Workplace(FILES);
    for (const format of ['stylish', 'json', 'sarif', 'html', 'markdown', 'junit', 'rdjsonl']) {
      const { out, err, code } = await place.run(['lint', '--format', format]);
      assert.match(out, /soothing wrap/, format);
      assert.match(err, COMPLAINT);
      assert.equal(code, 2);
    }
  });

  it('are fixed like others', async () => {
    const place = new Workplace(FILES);
    await place.run(['lint', '--fix-unsafe']);
    assert.equal(place.read('a.md'), 'A soothing wrap and a calcium channel blocker.\n');
  });

  it('are known to the commands that look terms up', async () => {
    const place = new Workplace(FILES);
    assert.match((await place.run(['define', 'soothing wrap'])).out, /A cool wet cloth around the arm/);
    assert.match((await place.run(['explain', 'a.md:1'])).out, /cool wrap = soothing wrap/);
    assert.match((await place.run(['terms'])).out, /soothing wrap\s+procedure\s+a\.md:1:3/);
    assert.match((await place.run(['glossary'])).out, /soothing wrap[\s\S]*A cool wet cloth/i);
    assert.equal((await new Workplace().run(['define', 'soothing wrap'])).code, 1);
  });

  it('are those of the project in which an article lies, for every article', async () => {
    const place = new Workplace({
      'a/.kossarc.yaml': FILES['.kossarc.yaml'],
      'a/terms/wraps.yaml': FILES['terms/wraps.yaml'],
      'a/a.md': FILES['a.md'],
      'b/b.md': 'A soothing wrap and a calcium channel blocker.\n',
    });
    const { out } = await place.run(['terms', '--format', 'json']);
    const { terms } = JSON.parse(out) as { terms: readonly { term: string; kind: string; count: number }[] };
    assert.deepEqual(
      terms.map(({ term, kind, count }) => `${count} ${term} (${kind})`),
      ['2 calcium channel blocker (drug-class)', '1 soothing wrap (procedure)'],
    );
    assert.match((await place.run(['glossary', 'a'])).out, /soothing wrap[\s\S]*A cool wet cloth/i);
  });

  it('are listed by kossa config with the file that names them', async () => {
    const { out, err, code } = await new Workplace(FILES).run(['config', 'a.md', '--format', 'json']);
    const { terms } = JSON.parse(out) as { terms: readonly { value: string; from: readonly string[] }[] };
    assert.deepEqual(terms, [
      { value: path.join('terms', 'broken.yaml'), from: ['.kossarc.yaml'] },
      { value: path.join('terms', 'wraps.yaml'), from: ['.kossarc.yaml'] },
    ]);
    assert.match(err, COMPLAINT);
    assert.equal(code, 2);
  });

  it('may be two sets in one repository', async () => {
    const found = await new Workplace({
      ...FILES,
      'other/.kossarc.yaml': 'root: true\nterms: [./own.yaml]\n',
      'other/own.yaml': 'exclude: [calcium-channel-blocker]\n',
      'other/a.md': FILES['a.md'],
    }).lintJson(['.']);
    const words = (name: string): readonly string[] => found[name]!.map(({ message }) => message.split(':')[0]!);
    assert.deepEqual(words('a.md'), ['“cool wrap”', '“calcium blocker”']);
    assert.deepEqual(words('other/a.md'), []);
  });

  it('hold in the library and in the plugin', async () => {
    if (!existsSync(path.join(projectRoot, 'dist/index.mjs'))) throw new Error('run `npm run build` first');
    const [library, remark]: readonly [string, string] = ['kossa', 'kossa/remark'];
    const place = new Workplace(FILES);
    const { createLinter } = (await import(library)) as typeof Api;
    const [result] = await (await createLinter({ cwd: place.folder })).lintFiles('a.md');
    assert.match(result!.messages[0]!.message, /^“cool wrap”: write “soothing wrap”/u);
    assert.deepEqual(
      result!.problems.map(({ filePath, line }) => [path.basename(filePath), line]),
      [['broken.yaml', 2]],
    );
    const kossa = ((await import(remark)) as { default: typeof plugin }).default;
    const file = new VFile({ value: FILES['a.md'], path: 'a.md', cwd: place.folder });
    const processor = unified().use(remarkParse).use(kossa);
    await processor.run(processor.parse(file), file);
    assert.match(file.messages.map(({ reason }) => reason).join('\n'), /broken\.yaml:2:5[\s\S]*“cool wrap”/u);
  });
});
