// The import rules are the linter's work; these tests hold that the linter does it.
import { ESLint } from 'eslint';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';

const eslint = new ESLint({ cwd: projectRoot });

const forbidden: readonly (readonly [file: string, source: string])[] = [
  ['engine/src/example.ts', "import { readFile } from 'node:fs';"],
  ['engine/src/example.ts', "import { Uri } from 'vscode';"],
  ['engine/src/example.ts', "import { Position } from 'vscode-languageserver-textdocument';"],
  ['engine/src/example.ts', "import commander from 'commander';"],
  ['engine/src/example.ts', "import { start } from '../../server/src/start.js';"],
  ['server/src/example.ts', "import { run } from '../../cli/src/run.js';"],
  ['server/src/example.ts', "import { lint } from '../../engine/src/lint.js';"],
  ['server/src/features/example.ts', "import { readFile } from 'node:fs';"],
  ['cli/src/example.ts', "import { start } from '../../server/src/start.js';"],
  ['cli/src/commands/example.ts', "import { lint } from '../../../engine/src/lint.js';"],
  ['client/src/example.ts', "import { createEngine } from '../../engine/src/index.js';"],
  ['preview/src/example.ts', "import { createEngine } from '../../engine/src/index.js';"],
  ['preview/src/example.ts', "import { readFile } from 'node:fs';"],
  ['cli/src/example.ts', "import { definitionsPlugin } from '../../preview/src/plugin.js';"],
  ['remark/src/example.ts', "import { run } from '../../cli/src/run.js';"],
  ['remark/src/example.ts', "import { lint } from '../../engine/src/lint.js';"],
  ['cli/src/example.ts', "import kossa from '../../remark/src/index.js';"],
  ['client/src/node/example.ts', "import { start } from '../../../server/src/start.js';"],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['engine/src/rules/example.ts', "import { unified } from 'unified';"],
  ['engine/src/rules/example.ts', "import type { Root } from 'mdast';"],
  ['engine/src/rules/example.ts', "import type { Finding } from '../findings/finding.js';"],
  ['server/src/features/example.ts', "import { createEngine } from '../../../engine/src/index.js';"],
  ['server/src/example.ts', "import type { StatusParams } from '../../protocol.js';"],
  ['server/src/node/example.ts', "import { readFile } from 'node:fs';"],
  ['cli/src/example.ts', "import { readFile } from 'node:fs';"],
  ['remark/src/example.ts', "import { readFile } from 'node:fs';"],
  ['remark/src/example.ts', "import { createEngine } from '../../engine/src/index.js';"],
  ['client/src/example.ts', "import type { StatusParams } from '../../protocol.js';"],
  ['client/src/example.ts', "import { definitionsPlugin } from '../../preview/src/plugin.js';"],
];

describe('the import rule', () => {
  for (const [file, source] of forbidden) {
    it(`forbids in ${file}: ${source}`, async () => {
      const messages = await importMessages(file, source);
      assert.equal(messages.length, 1);
      assert.match(messages[0]!, /Import rule of docs\/architecture\.md/);
    });
  }

  for (const [file, source] of allowed) {
    it(`allows in ${file}: ${source}`, async () => {
      assert.deepEqual(await importMessages(file, source), []);
    });
  }
});

describe('engine/dependencies.json', () => {
  it('gives a reason for each package, which package.json pins', () => {
    const reasons = readJson('engine/dependencies.json') as Readonly<Record<string, string>>;
    const { devDependencies } = readJson('package.json') as { devDependencies: Readonly<Record<string, string>> };
    for (const [name, reason] of Object.entries(reasons)) {
      assert.ok(reason.length > 20, `a reason for ${name}`);
      assert.ok(devDependencies[name], `${name} in package.json`);
    }
  });
});

async function importMessages(file: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${source}\n`, { filePath: path.join(projectRoot, file) });
  const ofImports = result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports');
  return ofImports.map(({ message }) => message);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
}
