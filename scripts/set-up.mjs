// What `npm start` and `npm test` do first, in a fresh clone as in an old one. Plain Node: no package may be there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Installs the packages of package-lock.json where node_modules does not hold them.
 * @returns {boolean} whether they are there now
 */
export function installPackages() {
  const why = reasonToInstall();
  if (why === undefined) return true;
  console.log(`npm ci: ${why} (the first time takes about a minute)`);
  // The scripts of packages are not needed; our own build comes next.
  return runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']) === 0;
}

/**
 * @param {readonly string[]} options of scripts/build.ts
 * @returns {boolean} whether dist/ is built
 */
export function buildAll(...options) {
  return runCommand(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...options]) === 0;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment added to our own
 * @returns {number} the exit code; 1 where the command was killed or could not start
 */
export function runCommand(command, args, environment = {}) {
  const onWindows = process.platform === 'win32' && command !== process.execPath;
  const { status, error } = spawnSync(command, [...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: onWindows,
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

function reasonToInstall() {
  const installedFile = path.join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'installing packages';
  const wanted = readPackages(path.join(projectRoot, 'package-lock.json'));
  const installed = readPackages(installedFile);
  const differs = Object.entries(wanted).some(([place, { version, optional }]) => {
    const isOwn = place === '';
    return !isOwn && !optional && installed[place]?.version !== version;
  });
  return differs ? 'package-lock.json has changed' : undefined;
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
