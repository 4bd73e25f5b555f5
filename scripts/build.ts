// Builds everything in dist/: the compiled terminology and word list, then one bundle per entry point.
//
//   npm run build                 what is shipped
//   npm run build -- --readable   not minified, with source maps, for a debugger
//   npm run build -- --quiet      says nothing but what is wrong
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { bundles, makeBundle, type Bundle } from './bundles.js';
import { projectRoot } from './project-root.js';

/** Data that a script makes from other files; it is made again when one of them, or the script's own code, changed. */
interface DataStep {
  readonly script: string;
  readonly output: string;
  readonly inputs: readonly string[];
}

const COMMAND_BUNDLE = 'dist/cli.mjs';

const dataSteps: readonly DataStep[] = [
  { script: 'scripts/build-terminology.ts', output: 'dist/data/terminology.json', inputs: ['terminology'] },
  { script: 'scripts/build-definitions.ts', output: 'out/data/definitions.json', inputs: ['terminology'] },
  { script: 'scripts/build-words.ts', output: 'dist/data/words.bin', inputs: ['terminology', 'package-lock.json'] },
  {
    script: 'scripts/build-assertions.ts',
    output: 'dist/data/assertions.bin',
    inputs: ['engine/src/assertions/network.bin', 'dist/data/terminology.json'],
  },
  { script: 'scripts/build-types.ts', output: 'dist/index.d.mts', inputs: ['engine/src', 'cli/src', 'remark/src'] },
];

const readable = process.argv.includes('--readable');
const quiet = process.argv.includes('--quiet');
const failures: string[] = [];
for (const step of dataSteps) await makeData(step);
/** The file of each bundle, by its output. */
const made = new Map<string, string>();
await Promise.all(bundles.filter(({ starts }) => starts === undefined).map(makeBundleFile));
await Promise.all(bundles.filter(({ starts }) => starts !== undefined).map(makeBundleFile));
if (existsSync(path.join(projectRoot, COMMAND_BUNDLE))) linkCommand();

if (failures.length > 0) {
  console.error(`build failed: ${failures.join(', ')}`);
  process.exitCode = 1;
}

async function makeData(step: DataStep): Promise<void> {
  const stampFile = path.join(projectRoot, 'out', 'stamps', path.basename(step.output));
  const stamp = await hashOfInputs(step);
  const isCurrent = existsSync(path.join(projectRoot, step.output)) && readIfThere(stampFile) === stamp;
  if (isCurrent) {
    say(`${step.output} is up to date`);
    return;
  }
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', step.script], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (status !== 0) {
    failures.push(step.output);
    return;
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  say(`${step.output} made in ${seconds(startedAt)}`);
}

async function makeBundleFile(bundle: Bundle): Promise<void> {
  const started = bundle.starts === undefined ? {} : { started: `./${made.get(bundle.starts) ?? ''}` };
  try {
    const { metafile } = await makeBundle(bundle, { readable, write: true, ...started });
    const outputs = Object.keys(metafile.outputs);
    const file = outputs.find((output) => !output.endsWith('.map')) ?? bundle.output;
    made.set(bundle.output, path.basename(file));
    if (bundle.options.charset === 'ascii') writeInAscii(path.join(projectRoot, file));
    if (bundle.hashed === true) removeOld(bundle, outputs);
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
    say(`${file} ${Math.round(bytes / 1024)} KB`);
  } catch {
    failures.push(bundle.output);
  }
}

/**
 * What esbuild leaves as it is where ASCII is asked for: regular expressions, and templates whose escapes a tag reads.
 * In the source of an expression an escape is the same character.
 */
function writeInAscii(file: string): void {
  const escaped = readFileSync(file, 'utf8').replace(
    /[^\u0000-\u007f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, escaped);
}

/** Names carry a hash, so an earlier build's file would lie beside the new one. */
function removeOld({ output }: Bundle, outputs: readonly string[]): void {
  const folder = path.join(projectRoot, path.dirname(output));
  const start = `${path.basename(output, path.extname(output))}-`;
  const current = new Set(outputs.map((made) => path.basename(made)));
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start) && !current.has(name)) rmSync(path.join(folder, name));
  }
}

/** npm links a package's command into the packages that depend on it, not into its own checkout: `npx kossa` needs this. */
function linkCommand(): void {
  const command = path.join(projectRoot, COMMAND_BUNDLE);
  chmodSync(command, 0o755);
  const binFolder = path.join(projectRoot, 'node_modules', '.bin');
  mkdirSync(binFolder, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(path.join(binFolder, 'kossa.cmd'), '@node "%~dp0\\..\\..\\dist\\cli.mjs" %*\r\n');
    return;
  }
  const link = path.join(binFolder, 'kossa');
  rmSync(link, { force: true });
  symlinkSync(path.relative(binFolder, command), link);
}

async function hashOfInputs(step: DataStep): Promise<string> {
  const scriptFiles = await filesThatScriptImports(step.script);
  const siblings = readdirSync(path.join(projectRoot, 'scripts')).filter((name) => name.endsWith('.json'));
  const files = [...scriptFiles, ...siblings.map((name) => `scripts/${name}`), ...step.inputs.flatMap(filesBelow)];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(projectRoot, file)));
  return hash.digest('hex');
}

async function filesThatScriptImports(script: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [script],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs);
}

function filesBelow(place: string): string[] {
  const absolute = path.join(projectRoot, place);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [place];
  return readdirSync(absolute).flatMap((name) => filesBelow(`${place}/${name}`));
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function say(line: string): void {
  if (!quiet) console.log(line);
}

function seconds(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
