import { build, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './project-root.js';

/** One entry point of the product and how esbuild makes it a file in dist/. */
export interface Bundle {
  readonly entry: string;
  readonly output: string;
  readonly options: BuildOptions;
  /** Its name ends in a hash of what it holds: what V8 compiled of it is kept under that name. */
  readonly hashed?: true;
  /** The output of the bundle that it loads, which is hashed. */
  readonly starts?: string;
}

export interface BundleOptions {
  /** Readable code with source maps, for a debugger. */
  readonly readable: boolean;
  readonly write: boolean;
  /** For a bundle that starts another one: the name of its file. */
  readonly started?: string;
}

const NODE_TARGET = 'node20';
const BROWSER_TARGET = 'es2022';

/** Some packages inside an ES module bundle are CommonJS: they call require(), and ask where they are. */
const COMMONJS_IN_MODULES: BuildOptions = {
  define: { __filename: 'kossaFileName' },
  banner: {
    js: `import{createRequire as kossaCreateRequire}from'node:module';const require=kossaCreateRequire(import.meta.url),kossaFileName=import.meta.url;`,
  },
};

/** Some sources inside a CommonJS bundle ask where they are. */
const MODULE_ADDRESS_FOR_COMMONJS: BuildOptions = {
  define: { 'import.meta.url': 'kossaModuleAddress' },
  banner: { js: `const kossaModuleAddress=require('node:url').pathToFileURL(__filename).href;` },
};

/** The definitions of the Markdown preview, which the build makes first, as text: nothing reads them before a preview. */
const DEFINITIONS: BuildOptions = {
  alias: { 'kossa-definitions': './out/data/definitions.json' },
  loader: { '.json': 'text' },
};

/** The engine of a library is the file beside it, so that a program that takes several of them loads it once. */
const ENGINE_BESIDE: Plugin = {
  name: 'engine-beside',
  setup(building) {
    building.onResolve({ filter: /\/engine\/src\/index\.js$/ }, () => ({ path: './engine.mjs', external: true }));
  },
};

const LATE = /^(?:node:)?(?:child_process|crypto|readline|readline\/promises)$/;

/**
 * Parts of Node that most runs of the command never use are loaded when one of their functions is first called: they
 * take a tenth of a start.
 */
const LATE_PARTS_OF_NODE: Plugin = {
  name: 'late-parts-of-node',
  setup(building) {
    building.onResolve({ filter: LATE }, ({ path: name, namespace }) => {
      const part = name.startsWith('node:') ? name : `node:${name}`;
      return namespace === 'late' ? { path: part, external: true } : { path: part, namespace: 'late' };
    });
    building.onLoad({ filter: /^/, namespace: 'late' }, ({ path: part }) => {
      const names = Object.keys(createRequire(import.meta.url)(part) as object);
      const getters = names.map((name) => `get ${name}(){return part().${name}}`);
      return { contents: `const part=()=>require('${part}');module.exports={${getters.join(',')}};` };
    });
  },
};

export const bundles: readonly Bundle[] = [
  {
    entry: 'client/src/node/main.ts',
    output: 'dist/client.cjs',
    options: {
      ...MODULE_ADDRESS_FOR_COMMONJS,
      platform: 'node',
      format: 'cjs',
      target: NODE_TARGET,
      external: ['vscode'],
    },
  },
  {
    entry: 'client/src/browser/main.ts',
    output: 'dist/web/client.js',
    // It holds the preview as well: in the browser an extension is one file.
    options: { ...DEFINITIONS, platform: 'browser', format: 'cjs', target: BROWSER_TARGET, external: ['vscode'] },
  },
  {
    entry: 'preview/src/main.ts',
    output: 'dist/preview.cjs',
    options: { ...DEFINITIONS, platform: 'neutral', format: 'cjs', target: BROWSER_TARGET },
  },
  {
    entry: 'server/src/node/main.ts',
    output: 'dist/server-body.cjs',
    hashed: true,
    options: { ...MODULE_ADDRESS_FOR_COMMONJS, platform: 'node', format: 'cjs', target: NODE_TARGET, charset: 'ascii' },
  },
  {
    entry: 'start/src/server.ts',
    output: 'dist/server.cjs',
    starts: 'dist/server-body.cjs',
    options: { ...MODULE_ADDRESS_FOR_COMMONJS, platform: 'node', format: 'cjs', target: NODE_TARGET },
  },
  {
    entry: 'server/src/browser/main.ts',
    output: 'dist/web/server.js',
    // Without the condition "worker" a package takes its variant for web pages, whose `document` no worker has.
    options: { platform: 'browser', format: 'iife', target: BROWSER_TARGET, conditions: ['worker'] },
  },
  {
    entry: 'cli/src/main.ts',
    output: 'dist/cli-body.cjs',
    hashed: true,
    options: {
      ...MODULE_ADDRESS_FOR_COMMONJS,
      platform: 'node',
      format: 'cjs',
      target: NODE_TARGET,
      charset: 'ascii',
      plugins: [LATE_PARTS_OF_NODE],
    },
  },
  {
    entry: 'start/src/command.ts',
    output: 'dist/cli.mjs',
    // A file of its own, so that `kossa --version` loads nothing else.
    starts: 'dist/cli-body.cjs',
    options: { platform: 'node', format: 'esm', target: NODE_TARGET },
  },
  {
    entry: 'cli/src/api/index.ts',
    output: 'dist/index.mjs',
    options: {
      ...COMMONJS_IN_MODULES,
      platform: 'node',
      format: 'esm',
      target: NODE_TARGET,
      plugins: [ENGINE_BESIDE],
    },
  },
  {
    entry: 'remark/src/index.ts',
    output: 'dist/remark.mjs',
    options: { platform: 'node', format: 'esm', target: NODE_TARGET, plugins: [ENGINE_BESIDE] },
  },
  {
    entry: 'engine/src/index.ts',
    output: 'dist/engine.mjs',
    options: { platform: 'neutral', mainFields: ['module', 'main'], format: 'esm', target: BROWSER_TARGET },
  },
];

/** @throws (rejects) esbuild's failure, whose messages esbuild has printed already */
export function makeBundle(
  bundle: Bundle,
  { readable, write, started = '' }: BundleOptions,
): Promise<BuildResult<{ metafile: true }>> {
  const extension = path.extname(bundle.output);
  const name = path.basename(bundle.output, extension);
  return build({
    charset: 'utf8',
    ...bundle.options,
    ...(bundle.starts === undefined
      ? {}
      : { define: { ...bundle.options.define, kossaBundle: JSON.stringify(started) } }),
    absWorkingDir: projectRoot,
    // Its CommonJS form hides its imports from esbuild.
    alias: { ...bundle.options.alias, 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    entryPoints: [{ in: bundle.entry, out: name }],
    outdir: path.dirname(bundle.output),
    entryNames: bundle.hashed === true ? '[name]-[hash]' : '[name]',
    outExtension: { '.js': extension },
    bundle: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: !readable,
    sourcemap: readable ? 'linked' : false,
    write,
  });
}
