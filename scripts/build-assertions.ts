// Puts the network that tells what a text says beside the other data, with the verdicts behind it: what holds of what, of
// all that words can say by the terminology. scripts/train-assertions.py trains the network; the verdicts are made here.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Network } from '../engine/src/assertions/network.js';
import { allVerdicts } from '../engine/src/assertions/all-verdicts.js';
import { VerdictRows } from '../engine/src/assertions/verdict-rows.js';
import type { CompiledTerminology } from '../engine/src/terminology/compiled.js';
import { loadTerminology } from '../engine/src/terminology/terminology.js';
import { projectRoot } from './project-root.js';

const source = path.join(projectRoot, 'engine', 'src', 'assertions', 'network.bin');
const data = path.join(projectRoot, 'dist', 'data');
// What is not whole is found here, not by a user.
const network = readFileSync(source);
const { vocabulary } = new Network(network);
const compiled = JSON.parse(readFileSync(path.join(data, 'terminology.json'), 'utf8')) as CompiledTerminology;
const verdicts = allVerdicts(loadTerminology(compiled));
const { statements, rows } = new VerdictRows(verdicts);
mkdirSync(data, { recursive: true });
writeFileSync(path.join(data, 'assertions.bin'), Buffer.concat([network, verdicts]));
console.log(
  `assertions: a network that knows ${vocabulary.words.size} words, ${rows} different rows of verdicts on ${statements} statements`,
);
