// npm run score: measures this checkout with the evaluation set that lies beside it. Options go to score.py.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './set-up.mjs';

const script = path.join(projectRoot, '..', 'shared', 'evaluation', 'score.py');

if (existsSync(script)) {
  const { status, error } = spawnSync(
    'python3',
    [script, '--cwd', projectRoot, '--kossa', 'npx --no-install kossa', ...process.argv.slice(2)],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  if (error) console.error(`python3: ${error.message}`);
  process.exitCode = status ?? 1;
} else {
  console.log('score: ../shared/evaluation is not here, so nothing is measured (this is no failure)');
}
