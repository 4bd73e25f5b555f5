// Runs the suites of test/vscode/suite and test/vscode/web in VS Code for the web: the workbench in Chromium with no server
// behind it, extensions in a browser's worker, the language server in another, the folder on no disk.
//
// MOCHA_GREP=<pattern> picks tests.
import { build, type BuildOptions } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { stagedFolder, stageExtension } from '../../scripts/staged-extension.js';
import { openBrowser, projectRoot } from './vscode-web.mjs';
import { serveWorkbench } from './web-workbench.js';
import { resultsMark, type WebResults } from './web/results.js';

const TIME_LIMIT_MS = Number(process.env['VSCODE_TEST_TIMEOUT_MS'] ?? 180_000);
const VERBOSE = process.env['VSCODE_TEST_VERBOSE'] !== undefined;
const here = path.join(projectRoot, 'test', 'vscode');
/** What the built suites and the stand-in for a repository are served from. */
const outFolder = path.join(projectRoot, 'out', 'web-tests');
const WORKSPACE = 'vscode-vfs://tests/articles';
/** The Markdown preview that comes with this VS Code is built for Node alone; web.test.ts asks the extension itself. */
const PREVIEW_SUITE = 'preview.test.ts';
/** One virtual folder is open there. */
const ROOTS_SUITE = 'roots.test.ts';
const CHATTER =
  /^(?:\[?[A-Z][\w. ]*\]|Ignoring|Updating|Creat|Web Extension|Resolv|ChatSession|No logs|%c|No search provider|Timed out waiting for auth|Request to|Loading development)/u;

const results = await run();
console.log(`${results.passed} passed, ${results.failed} failed in the browser`);
const resultsFile = process.env['KOSSA_TEST_RESULTS'];
if (resultsFile !== undefined) writeFileSync(resultsFile, JSON.stringify(results));
process.exitCode = results.failed > 0 || results.passed === 0 ? 1 : 0;

async function run(): Promise<WebResults> {
  await stageExtension();
  await bundle();
  const workbench = await serveWorkbench({
    extensions: { kossa: stagedFolder, 'virtual-folder': path.join(outFolder, 'virtual-folder') },
    tests: { extension: 'kossa', file: path.join(outFolder, 'suites.js') },
    folder: WORKSPACE,
  });
  const browser = await openBrowser();
  try {
    return await runIn(browser.page, workbench.address);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    mkdirSync(path.join(projectRoot, 'shots'), { recursive: true });
    await browser.page.screenshot({ path: path.join(projectRoot, 'shots', 'web-failed.png') }).catch(() => undefined);
    return { passed: 0, failed: 1 };
  } finally {
    await browser.close();
    workbench.close();
  }
}

async function runIn(page: Page, address: string): Promise<WebResults> {
  let results: WebResults = { passed: 0, failed: 0 };
  if (VERBOSE) page.on('console', (message) => console.error('[page]', message.text()));
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown) => {
    const text = format(...[args].flat());
    if (text.startsWith(resultsMark)) results = JSON.parse(text.slice(resultsMark.length)) as WebResults;
    else if (VERBOSE || !CHATTER.test(text)) console.log(text);
  });
  const exit = new Promise<number>((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(() => reject(new Error(`no result within ${TIME_LIMIT_MS} ms`)), TIME_LIMIT_MS).unref();
  });
  await page.goto(address);
  const code = await exit;
  return code === 0 || results.failed > 0 ? results : { ...results, failed: 1 };
}

async function bundle(): Promise<void> {
  rmSync(outFolder, { recursive: true, force: true });
  const common: BuildOptions = {
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  };
  const suites = ['suite', 'web'].flatMap((folder) =>
    readdirSync(path.join(here, folder))
      .filter((name) => name.endsWith('.test.ts') && name !== PREVIEW_SUITE && name !== ROOTS_SUITE)
      .map((name) => `./${folder}/${name}`),
  );
  const pattern = process.env['MOCHA_GREP'];
  await build({
    ...common,
    stdin: {
      contents: `import { runSuites } from './web/run-suites.ts';
        export const run = () => runSuites([${suites.map((suite) => `() => import('${suite}')`).join(', ')}], ${JSON.stringify(pattern)});`,
      resolveDir: here,
    },
    outfile: path.join(outFolder, 'suites.js'),
    sourcemap: 'inline',
    alias: { 'node:assert/strict': path.join(here, 'web', 'assert.ts') },
    define: { 'process.env.NODE_DEBUG': 'undefined', global: 'globalThis' },
  });
  const folder = path.join(here, 'web', 'virtual-folder');
  await build({
    ...common,
    entryPoints: [path.join(folder, 'extension.ts')],
    outfile: path.join(outFolder, 'virtual-folder', 'extension.js'),
    define: { workspaceFiles: JSON.stringify(workspaceFiles()) },
  });
  writeFileSync(
    path.join(outFolder, 'virtual-folder', 'package.json'),
    readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
  );
}

function workspaceFiles(): Readonly<Record<string, string>> {
  const folder = path.join(here, 'workspace');
  const root = new URL(WORKSPACE).pathname;
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`${root}/${name}`, readFileSync(path.join(folder, name), 'utf8')]),
  );
}
