// Writes kossa.vsix from what is built.
import { createVSIX } from '@vscode/vsce';
import path from 'node:path';
import { projectRoot } from './project-root.js';
import { stagedFolder, stageExtension } from './staged-extension.js';

await stageExtension();
await createVSIX({ cwd: stagedFolder, packagePath: path.join(projectRoot, 'kossa.vsix'), dependencies: false });
