// npm runs this after an install in the checkout: it builds, so that `npx kossa` works at once. It runs it as well where
// somebody installs this folder as a package, as pre-commit does; what the build needs is then missing and fetched first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const hasTools = () => existsSync(path.join(projectRoot, 'node_modules', 'tsx', 'package.json'));

if (!hasTools() && process.env.npm_config_global === 'true') {
  const settings = Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(?:global|location|prefix)$/u.test(name),
  );
  run(
    process.env.npm_execpath,
    ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    Object.fromEntries(settings),
  );
}
if (hasTools()) run('--import', ['tsx', 'scripts/build.ts'], process.env);
else console.log('development packages are not installed: nothing is built');

function run(script, argv, env) {
  const { status } = spawnSync(process.execPath, [script, ...argv], { cwd: projectRoot, stdio: 'inherit', env });
  if (status !== 0) process.exitCode = status ?? 1;
}
