// The declarations of the package, as the compiler of a strict project reads them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';

const USES = `
import { createLinter, LinterError, type LintResult } from 'kossa';
import kossa, { type KossaOptions } from 'kossa/remark';
import { createEngine, type CompiledTerminology } from 'kossa/engine';
import { unified } from 'unified';
import remarkParse from 'remark-parse';

const linter = await createLinter({ cwd: '.', configuration: { style: 'uk', rules: { 'plain-word': 'off' } } });
const results: readonly LintResult[] = await linter.lintFiles(['**/*.md'], { fix: 'safe' });
const columns: number[] = results.flatMap(({ messages }) => messages.map(({ column }) => column));
const text: string = linter.format(results, 'sarif');
const options: KossaOptions = { configFile: false };
unified().use(remarkParse).use(kossa, options);
unified().use(remarkParse).use(kossa);
export const lint = (terminology: CompiledTerminology) => createEngine({ terminology }).lint('', {
  configuration: {}, configured: false, language: 'markdown', today: '2026-06-15',
}).findings;
export { columns, text, LinterError };
`;

const WRONG: Readonly<Record<string, string>> = {
  'an unknown option': `import { createLinter } from 'kossa'; await createLinter({ folder: '.' });`,
  'an unknown grade of fixes': `import { createLinter } from 'kossa'; (await createLinter()).lintText('', { fix: 'all' });`,
  'a wrong style': `import { createLinter } from 'kossa'; await createLinter({ configuration: { style: 'au' } });`,
  'a wrong option of the plugin': `import kossa from 'kossa/remark'; kossa({ config: 'x' });`,
};

describe('the declarations of the package', () => {
  before(() => {
    for (const name of ['index', 'engine', 'remark']) {
      if (!existsSync(path.join(projectRoot, `dist/${name}.d.mts`))) throw new Error('run `npm run build` first');
    }
  });
  after(removeWorkplaces);

  it('fit what a program does with it', () => {
    assert.deepEqual(complaintsOf(USES), []);
  });

  for (const [name, code] of Object.entries(WRONG)) {
    it(`refuse ${name}`, () => {
      assert.equal(complaintsOf(code).length, 1);
    });
  }

  it('need no other package', () => {
    for (const name of ['index', 'engine', 'remark']) {
      assert.doesNotMatch(readFileSync(path.join(projectRoot, `dist/${name}.d.mts`), 'utf8'), /\bfrom ["']|import\(/);
    }
  });
});

function complaintsOf(code: string): string[] {
  const place = new Workplace({ 'package.json': '{ "type": "module" }', 'uses.ts': code });
  mkdirSync(place.path('node_modules'));
  for (const name of ['unified', 'remark-parse', 'vfile', 'vfile-message', '@types']) {
    symlinkSync(path.join(projectRoot, 'node_modules', name), place.path(`node_modules/${name}`));
  }
  symlinkSync(projectRoot, place.path('node_modules/kossa'));
  const program = ts.createProgram([place.path('uses.ts')], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
