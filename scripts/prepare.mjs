// npm runs this after an install in the checkout: it builds, so that `npx kossa` works at once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

if (existsSync(path.join(projectRoot, 'node_modules', 'tsx', 'package.json'))) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.log('development packages are not installed: nothing is built');
}
