// Compiles terminology/**.yaml into dist/data/terminology.json, the form that the engine takes.
//
//   npm run terminology    compiles, tells every problem with file, line and remedy, and runs the examples
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileTerminology, type Compilation } from '../engine/src/terminology/compile.js';
import { projectRoot } from './project-root.js';

/** Compiles the terminology of this project; paths in problems are relative to the project. */
export function compileProjectTerminology(): Compilation {
  const files = yamlFiles(path.join(projectRoot, 'terminology')).map((file) => ({
    path: path.relative(projectRoot, file),
    text: readFileSync(file, 'utf8'),
  }));
  return compileTerminology(files);
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { terminology, problems } = compileProjectTerminology();
  for (const problem of problems) {
    console.error(`${problem.path}:${problem.line}:${problem.column}  ${problem.severity}  ${problem.message}`);
  }
  if (terminology === undefined) {
    console.error(
      `the terminology was not compiled: ${problems.filter((problem) => problem.severity === 'error').length} problems above`,
    );
    process.exitCode = 1;
  } else {
    const output = path.join(projectRoot, 'dist', 'data', 'terminology.json');
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, JSON.stringify(terminology));
    console.log(
      `terminology: ${terminology.concepts.length} concepts, ${terminology.phrases.split('\n').length} phrases, ${Object.keys(terminology.sources).length} sources`,
    );
  }
}
