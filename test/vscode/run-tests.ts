// Runs the suites of test/vscode/suite inside a real VS Code, with the extension of this checkout.
//
// VSCODE_EXECUTABLE=desktop downloads desktop VS Code, VSCODE_EXECUTABLE=<path> uses another executable; without it
// code-in-browser.mjs stands in. MOCHA_GREP=<pattern> picks tests.
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, removeFolder, temporaryFolder } from './vscode-web.mjs';

const suiteFolder = path.join(projectRoot, 'out', 'editor-tests');
const resultsFile = process.env['KOSSA_TEST_RESULTS'];

try {
  await bundleSuite();
  await runSuite();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** The extension host loads CommonJS; mocha stays a package beside it, because it finds its own files at run time. */
async function bundleSuite(): Promise<void> {
  rmSync(suiteFolder, { recursive: true, force: true });
  const sources = path.join(projectRoot, 'test', 'vscode', 'suite');
  await build({
    entryPoints: readdirSync(sources)
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => path.join(sources, name)),
    outdir: suiteFolder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function runSuite(): Promise<void> {
  const temporary = temporaryFolder('kossa-editor-');
  // The tests write into the workspace, so every run has a copy of its own.
  const workspace = path.join(temporary, 'workspace');
  mkdirSync(workspace);
  cpSync(path.join(projectRoot, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
  const workspaceFile = addBritishFolder(temporary);
  try {
    const executable = chosenExecutable();
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: path.join(suiteFolder, 'index.cjs'),
      extensionTestsEnv: {
        KOSSA_TEST_RESULTS: resultsFile,
        KOSSA_SUMMARY_REPORTER: path.join(projectRoot, 'test', 'run', 'summary-reporter.cjs'),
        MOCHA_GREP: process.env['MOCHA_GREP'],
      },
      launchArgs: [
        workspaceFile,
        '--disable-extensions',
        `--user-data-dir=${path.join(temporary, 'user')}`,
        `--extensions-dir=${path.join(temporary, 'extensions')}`,
      ],
    });
  } finally {
    removeFolder(temporary);
  }
}

/** A second folder with a house style of its own. @returns the workspace of both */
function addBritishFolder(temporary: string): string {
  const british = path.join(temporary, 'british');
  mkdirSync(british);
  writeFileSync(path.join(british, '.kossarc.yaml'), 'style: uk\n');
  writeFileSync(path.join(british, 'article.md'), 'Ask about Colchine, and about Down’s syndrome.\n');
  const workspaceFile = path.join(temporary, 'tests.code-workspace');
  writeFileSync(workspaceFile, JSON.stringify({ folders: [{ path: 'workspace' }, { path: 'british' }] }));
  return workspaceFile;
}

function chosenExecutable(): string | undefined {
  const wanted = process.env['VSCODE_EXECUTABLE'];
  if (wanted === 'desktop') return undefined;
  return wanted ?? path.join(projectRoot, 'test', 'vscode', 'code-in-browser.mjs');
}
