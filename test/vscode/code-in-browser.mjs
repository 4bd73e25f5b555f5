#!/usr/bin/env node
// Stands in for the `code` executable where desktop VS Code cannot be had: the same flags, but the workbench runs in a
// headless Chromium and the extension host is the one of VS Code's own server. @vscode/test-electron starts it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  findServerNode,
  findServerRoot,
  openBrowser,
  removeFolder,
  startServer,
  temporaryFolder,
  workbenchAddress,
} from './vscode-web.mjs';

const TIME_LIMIT_MS = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 300_000);
const CLOSE_LIMIT_MS = 8_000;
const INTERRUPTED = 130;
const TERMINATED = 143;
const TIMED_OUT = 124;
const VERBOSE = Boolean(process.env.VSCODE_TEST_VERBOSE);
const FLAGS_WITH_VALUE = new Set([
  ...['extensionDevelopmentPath', 'extensionTestsPath', 'user-data-dir', 'extensions-dir'],
  ...['install-extension', 'uninstall-extension', 'locale', 'log'],
]);
const MANAGING_FLAGS = new Set(['install-extension', 'uninstall-extension', 'list-extensions', 'show-versions']);
/** What the workbench says of itself, between the lines of the test report. */
const CHATTER =
  /^(Resolv(ing|ed) connection token|Creating a socket|Ignoring fetching additional builtin|Updating additional builtin|Creation of workbench contribution|ChatSessionStore|\[Service Worker\] registration|\[AccountPolicyGate\]|\[AgentHost|\[ChatModelSelection\]|\[reconnection-grace-time\]|Timed out waiting for authentication provider|No logs available)/;

const { flags, paths } = readArguments(process.argv.slice(2));
const temporaryFolders = [];
const userDataFolder = flags.get('user-data-dir') ?? newTemporaryFolder('kossa-user-');
const extensionsFolder = flags.get('extensions-dir') ?? newTemporaryFolder('kossa-extensions-');

if ([...flags.keys()].some((name) => MANAGING_FLAGS.has(name))) {
  manageExtensions();
} else {
  await runTests();
}

/** The side of `code --install-extension x.vsix`. */
function manageExtensions() {
  const serverRoot = findServerRoot();
  mkdirSync(userDataFolder, { recursive: true });
  const wanted = [...flags].filter(([name]) => MANAGING_FLAGS.has(name) || name === 'force');
  const { status } = spawnSync(
    findServerNode(serverRoot),
    [
      path.join(serverRoot, 'out', 'server-main.js'),
      '--accept-server-license-terms',
      ...['--extensions-dir', extensionsFolder, '--user-data-dir', userDataFolder],
      ...['--server-data-dir', path.join(userDataFolder, 'server')],
      ...wanted.flatMap(([name, value]) => (value === '' ? [`--${name}`] : [`--${name}`, value])),
    ],
    { stdio: 'inherit' },
  );
  temporaryFolders.forEach(removeFolder);
  process.exitCode = status ?? 1;
}

async function runTests() {
  let server;
  let browser;
  let finished = false;
  const finish = async (code, why) => {
    if (finished) return;
    finished = true;
    if (why) console.error(`[code-in-browser] ${why}`);
    const closed = Promise.all([browser?.close(), server?.stop()]);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS))]);
    temporaryFolders.forEach(removeFolder);
    // A server that hangs would keep this process alive, so it leaves as soon as its output has drained.
    process.stdout.write('', () => process.exit(code));
  };
  process.on('SIGINT', () => finish(INTERRUPTED, 'interrupted'));
  process.on('SIGTERM', () => finish(TERMINATED, 'terminated'));
  setTimeout(() => finish(TIMED_OUT, `no result within ${TIME_LIMIT_MS} ms`), TIME_LIMIT_MS).unref();
  try {
    const startedAt = Date.now();
    server = await startServer({ userDataFolder, extensionsFolder, echo: VERBOSE });
    server.child.once('exit', (code) => finish(1, `VS Code server exited early (${code})\n${server.readLog()}`));
    browser = await openBrowser();
    const { page } = browser;
    const openedAt = Date.now();
    page.on('crash', () => finish(1, 'the workbench page crashed'));
    if (VERBOSE) page.on('console', (message) => console.error('[workbench]', message.type(), message.text()));
    await page.exposeFunction('codeAutomationLog', printLog);
    await page.exposeFunction('codeAutomationExit', (code) => {
      console.log(
        `[code-in-browser] start ${openedAt - startedAt} ms, tests ${Date.now() - openedAt} ms, exit ${code}`,
      );
      return finish(code);
    });
    await page.goto(workbenchAddress(server.host, whatToOpen()));
  } catch (error) {
    await finish(1, error instanceof Error ? error.stack : String(error));
  }
}

/** The extension host's console arrives here, mocha's report among it, with whatever the workbench logs. */
function printLog(type, values) {
  const all = Array.isArray(values) ? values : [values];
  if (!VERBOSE && typeof all[0] === 'string' && CHATTER.test(all[0])) return;
  const print = console[type] ?? console.log;
  print(...all);
}

function whatToOpen() {
  const target = paths[0];
  const common = {
    extensionDevelopmentPath: flags.get('extensionDevelopmentPath'),
    extensionTestsPath: flags.get('extensionTestsPath'),
  };
  if (target === undefined) return common;
  if (target.endsWith('.code-workspace')) return { ...common, workspaceFile: target };
  return statSync(target).isDirectory() ? { ...common, folder: target } : { ...common, openFile: target };
}

function readArguments(given) {
  const pathFlags = new Set(['extensionDevelopmentPath', 'extensionTestsPath', 'user-data-dir', 'extensions-dir']);
  const flags = new Map();
  const paths = [];
  for (let index = 0; index < given.length; index += 1) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(given[index]);
    if (match === null) {
      if (!given[index].startsWith('-')) paths.push(path.resolve(given[index]));
      continue;
    }
    const name = match[1];
    let value = match[2];
    if (value === undefined) {
      value = '';
      if (FLAGS_WITH_VALUE.has(name)) {
        index += 1;
        value = given[index] ?? '';
      }
    }
    flags.set(name, pathFlags.has(name) ? path.resolve(value) : value);
  }
  return { flags, paths };
}

function newTemporaryFolder(prefix) {
  const folder = temporaryFolder(prefix);
  temporaryFolders.push(folder);
  return folder;
}
