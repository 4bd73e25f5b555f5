// Serves VS Code for the web: the workbench with nothing behind it, so that extensions run in a browser's worker. The
// workbench is the one that lies in code-server, whose few additions for its own server are taken out on the way.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { findServerRoot } from './vscode-web.mjs';

export interface WebWorkbench {
  /** Address of the workbench. */
  readonly address: string;
  close(): void;
}

export interface WebWorkbenchOptions {
  /** Folders of extensions by the name that they are served under. */
  readonly extensions: Readonly<Record<string, string>>;
  /** File of the built suites, and the extension that they are of. */
  readonly tests: { readonly extension: string; readonly file: string };
  /** URI of the folder that is open. */
  readonly folder: string;
}

const BUILT_IN_EXTENSIONS = ['markdown-basics', 'theme-defaults'];
const HTML = 'out/vs/code/browser/workbench/workbench.html';
const SCRIPT = 'out/vs/code/browser/workbench/workbench.js';

export async function serveWorkbench(options: WebWorkbenchOptions): Promise<WebWorkbench> {
  const root = findServerRoot();
  const extensions: Readonly<Record<string, string>> = {
    ...Object.fromEntries(BUILT_IN_EXTENSIONS.map((name) => [name, path.join(root, 'extensions', name)])),
    ...options.extensions,
  };
  // VS Code looks for tests below the extension that they are of.
  const tests = `/extensions/${options.tests.extension}/tests.js`;
  const read = async (pathname: string): Promise<string | Buffer> => {
    if (pathname === '/') return page(await readFile(path.join(root, HTML), 'utf8'));
    if (pathname === tests) return readFile(options.tests.file);
    if (pathname === `/code/${SCRIPT}`) return withoutServer(await readFile(path.join(root, SCRIPT), 'utf8'));
    const [, first = '', second = '', ...rest] = pathname.split('/');
    const folder = first === 'code' ? path.join(root, second) : first === 'extensions' ? extensions[second] : undefined;
    if (folder === undefined) throw new Error(`nothing is served at ${pathname}`);
    return readFile(path.join(folder, ...rest));
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    read(decodeURIComponent(pathname)).then(
      (body) => response.writeHead(200, { 'content-type': typeOf(pathname) }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: `http://${host}/`, close: () => server.close() };

  function page(html: string): string {
    const address = `http://${host}/extensions`;
    const configuration = {
      // What code-server asks for beyond upstream.
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
      folderUri: components(options.folder),
      developmentOptions: {
        extensions: Object.keys(extensions).map((name) => components(`${address}/${name}`)),
        extensionTestsPath: components(`http://${host}${tests}`),
        enableSmokeTestDriver: true,
      },
      configurationDefaults: { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none' },
    };
    const values: Readonly<Record<string, string>> = {
      WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
      WORKBENCH_WEB_BASE_URL: '/code',
      WORKBENCH_NLS_URL: '/code/out/nls.messages.js',
      WORKBENCH_NLS_FALLBACK_URL: '/code/out/nls.messages.js',
    };
    return html.replace(/\{\{(\w+)\}\}/gu, (_match, name: string) => values[name] ?? '');
  }
}

/** A URI in the form that a workbench's configuration has it. */
function components(uri: string): object {
  const { protocol, host, pathname } = new URL(uri);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
}

/** As upstream: no server, and the user's data in the browser. */
function withoutServer(script: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/,remoteAuthority:location\.host/u, ''],
    [
      /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\()this\.userDataPath(\)\.with\(\{scheme:\w+\.)vscodeRemote(\})/u,
      '$1"/"$2vscodeUserData$3',
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`the script of the workbench has no ${pattern.source}`);
    return text.replace(pattern, replacement);
  }, script);
}

function typeOf(pathname: string): string {
  const types: Readonly<Record<string, string>> = {
    '': 'text/html',
    '.html': 'text/html',
    '.css': 'text/css',
    '.json': 'application/json',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ttf': 'font/ttf',
    '.wasm': 'application/wasm',
  };
  return types[path.extname(pathname)] ?? 'application/octet-stream';
}
