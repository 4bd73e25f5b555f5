// The plugin as it is shipped, in unified pipelines and under the real remark-cli.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type plugin from '../../remark/src/index.js';
import type { KossaOptions } from '../../remark/src/index.js';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';

type VFileMessage = VFile['messages'][number];

const REMARK = path.join(projectRoot, 'node_modules/remark-cli/cli.js');
const PAGET = 'It is Pagets disease.\n';

describe('kossa/remark', () => {
  let kossa: typeof plugin;

  before(async () => {
    if (!existsSync(path.join(projectRoot, 'dist/remark.mjs'))) throw new Error('run `npm run build` first');
    const name: string = 'kossa/remark';
    kossa = ((await import(name)) as { default: typeof plugin }).default;
  });
  after(removeWorkplaces);

  async function messagesOf(
    value: string | Uint8Array,
    { options = { configFile: false }, file = 'a.md', cwd = '/' }: Partial<Source> = {},
  ): Promise<readonly VFileMessage[]> {
    const article = new VFile({ value, path: file, cwd });
    const processor = unified().use(remarkParse).use(remarkFrontmatter);
    if (file.endsWith('.mdx')) processor.use(remarkMdx);
    processor.use(kossa, options);
    await processor.run(processor.parse(article), article);
    return article.messages;
  }

  it('gives a message its rule, place, page, words and what to write', async () => {
    const [message] = await messagesOf(PAGET);
    assert.deepEqual([message!.source, message!.ruleId, message!.fatal], ['kossa', 'eponym-form', true]);
    assert.match(message!.reason, /write “Paget disease”/);
    assert.deepEqual(
      [message!.actual, message!.expected],
      ['Pagets disease', ['Paget disease', 'Paget disease of bone']],
    );
    assert.match(message!.url!, /docs\/rules\/eponym-form\.md$/);
    assert.deepEqual(message!.place, {
      start: { line: 1, column: 7, offset: 6 },
      end: { line: 1, column: 21, offset: 20 },
    });
  });

  it('notes why something holds and where that was read', async () => {
    const [message] = await messagesOf('Warfarin is a calcium channel blocker.\n');
    assert.equal(message!.ruleId, 'mislabeled-class');
    assert.match(message!.note!, /^Source: /m);
  });

  it('tells errors, warnings and advice apart as vfile does', async () => {
    const of = async (level: 'error' | 'warning' | 'info' | 'hint'): Promise<unknown> => {
      const options = { configFile: false, configuration: { rules: { 'eponym-form': level } } } as const;
      return (await messagesOf(PAGET, { options }))[0]!.fatal;
    };
    assert.deepEqual(
      [await of('error'), await of('warning'), await of('info'), await of('hint')],
      [true, false, null, null],
    );
  });

  for (const [name, before] of [
    ['front matter', '---\ntitle: On bone\n---\n\n'],
    ['front matter of TOML', '+++\ntitle = "On bone"\n+++\n\n'],
    ['CRLF', '# Bone\r\n\r\nOne line.\r\n\r\n'],
    ['emoji and characters of two units', '# 🦴 𝕏\n\n👩‍⚕️🦴 '],
    ['entities and escapes', 'Salt &amp; \\*water\\* &#x1F9B4; **and** '],
    ['a byte-order mark', '\uFEFF# Bone\n\n'],
    ['a byte-order mark on the same line', '\uFEFF'],
    ['old Mac line ends', '# Bone\r\rOne line.\r\r'],
  ] as const) {
    it(`is right about places after ${name}`, async () => {
      const value = `${before}${PAGET}`;
      const message = (await messagesOf(value)).find(({ ruleId }) => ruleId === 'eponym-form')!;
      const { start, end } = message.place as Place;
      assert.equal(value.slice(start.offset, end.offset), 'Pagets disease');
      const lines = value.slice(0, start.offset).split(/\r\n|\r|\n/u);
      assert.deepEqual([start.line, start.column], [lines.length, lines.at(-1)!.length + 1]);
      assert.equal(message.actual, 'Pagets disease');
    });
  }

  it('reads bytes, and MDX by the name of the file', async () => {
    assert.equal((await messagesOf(new TextEncoder().encode(PAGET))).length, 1);
    const jsx = `export const a = 'Pagets disease';\n\n<Box text="x">{'Pagets disease'}</Box>\n\n${PAGET}`;
    assert.deepEqual(
      (await messagesOf(jsx, { file: 'a.mdx' })).map(({ line }) => line),
      [5],
    );
  });

  it('has the findings of the source, whatever other plugins did to the tree', async () => {
    const article = new VFile({ value: PAGET, path: 'a.md' });
    const processor = unified()
      .use(remarkParse)
      .use(() => (tree) => void (tree as Root).children.splice(0))
      .use(kossa, { configFile: false });
    await processor.run(processor.parse(article), article);
    assert.equal(article.messages.length, 1);
  });

  it('heeds the configuration, what it leaves out, and comments', async () => {
    const place = new Workplace({
      '.kossarc.yaml': 'rules: {eponym-form: warning}\nignores: [left]\n',
      'other.json': '{"rules":{"eponym-form":"off"}}',
    });
    const at = (file: string, options: KossaOptions = {}, text = PAGET): Promise<readonly VFileMessage[]> =>
      messagesOf(text, { file, cwd: place.folder, options });
    assert.equal((await at('a.md'))[0]!.fatal, false);
    assert.deepEqual(await at('left/a.md'), []);
    assert.deepEqual(await at('a.md', { configFile: 'other.json' }), []);
    assert.deepEqual(await at('a.md', {}, `<!-- kossa-disable-next-line eponym-form -->\n${PAGET}`), []);
  });

  it('tells what is wrong with a configuration file, and goes on', async () => {
    const place = new Workplace({ '.kossarc.json': '{ "stile": "uk" }' });
    const messages = await messagesOf(PAGET, { cwd: place.folder, options: {} });
    assert.equal(messages.length, 2);
    assert.match(messages[0]!.reason, /\.kossarc\.json:1:3: .*did you mean `style`\?/);
    assert.equal(messages[0]!.fatal, true);
  });

  it('refuses a wrong option', async () => {
    const options = { configuration: { stile: 'uk' } } as KossaOptions;
    await assert.rejects(messagesOf(PAGET, { options }), /kossa\/remark: configuration: .*did you mean `style`\?/);
  });

  describe('under remark-cli', () => {
    it('reports, fails for errors, and leaves the articles as they are', () => {
      const place = project({ 'a.md': `---\ntitle: x\n---\n\n# 🦴\n\n${PAGET}`, 'good.md': 'All is well.\n' });
      const { status, stderr } = remark(place, ['.', '--quiet']);
      assert.equal(status, 1);
      assert.match(stderr, /^a\.md\n7:7-7:21\s+error\s+“Pagets disease”: .*eponym-form\s+kossa$/m);
      assert.doesNotMatch(stderr, /good\.md/);
    });

    it('passes with warnings, and fails for them where it is told to', () => {
      const place = project({ '.kossarc.json': '{"rules":{"eponym-form":"warning"}}', 'a.md': PAGET });
      assert.equal(remark(place, ['.', '--quiet']).status, 0);
      assert.equal(remark(place, ['.', '--quiet', '--frail']).status, 1);
    });

    it('takes options from the configuration of remark', () => {
      const options = { configuration: { rules: { 'eponym-form': 'off' } } };
      const place = project({ 'a.md': PAGET }, [['kossa/remark', options]]);
      assert.deepEqual([remark(place, ['.', '--quiet']).status, remark(place, ['.', '--quiet']).stderr], [0, '']);
    });
  });
});

interface Source {
  readonly options: KossaOptions;
  readonly file: string;
  readonly cwd: string;
}

interface Place {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly offset: number };
}

/** A project that has remark and Kossa among its packages. */
function project(files: Readonly<Record<string, string>>, plugins: readonly unknown[] = ['kossa/remark']): Workplace {
  const rc = JSON.stringify({ plugins: ['remark-frontmatter', ...plugins] });
  const place = new Workplace({ ...files, '.remarkrc.json': rc });
  mkdirSync(place.path('node_modules'));
  symlinkSync(projectRoot, place.path('node_modules/kossa'));
  symlinkSync(path.join(projectRoot, 'node_modules/remark-frontmatter'), place.path('node_modules/remark-frontmatter'));
  return place;
}

function remark(
  place: Workplace,
  argv: readonly string[],
): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [REMARK, '--no-color', '--no-stdout', ...argv], {
    cwd: place.folder,
    encoding: 'utf8',
  });
}
