// npm start: lints the sample articles; npm start -- PATH… lints yours. Sets itself up in a fresh clone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildAll, installPackages, projectRoot } from './set-up.mjs';

const CODE_OF_FINDINGS = 1;

process.exitCode = start(process.argv.slice(2));

function start(given) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Kossa needs Node 20 or later; this is ${process.version}.`);
    return 2;
  }
  if (!installPackages()) return 2;
  console.log('npm run build: terminology, word list and bundles, into dist/');
  if (!buildAll('--quiet')) return 2;

  const shown = given.length === 0 ? 'examples' : given.join(' ');
  console.log(`kossa lint ${shown}\n`);
  const paths = given.length === 0 ? [path.join(projectRoot, 'examples')] : given;
  // npm runs this in the project's folder; paths are meant from where the user typed them.
  const folder = given.length === 0 ? projectRoot : (process.env.INIT_CWD ?? projectRoot);
  const command = path.join(projectRoot, 'dist', 'cli.mjs');
  const { status } = spawnSync(process.execPath, [command, 'lint', ...paths], { cwd: folder, stdio: 'inherit' });
  if (status !== CODE_OF_FINDINGS) return status ?? 2;
  console.log(`Findings are what this is for, so npm start ends well; "npx kossa lint ${shown}" exits 1 on errors.`);
  return 0;
}
