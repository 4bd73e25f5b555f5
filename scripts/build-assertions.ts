// Puts the network that tells what a text says beside the other data. It is trained by scripts/train-assertions.py.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Network } from '../engine/src/assertions/network.js';
import { projectRoot } from './project-root.js';

const source = path.join(projectRoot, 'engine', 'src', 'assertions', 'network.bin');
const output = path.join(projectRoot, 'dist', 'data', 'assertions.bin');
// What is not whole is found here, not by a user.
const bytes = readFileSync(source);
const { vocabulary } = new Network(bytes);
mkdirSync(path.dirname(output), { recursive: true });
writeFileSync(output, bytes);
console.log(`assertions: a network that knows ${vocabulary.words.size} words`);
