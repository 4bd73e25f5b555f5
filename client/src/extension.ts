import {
  FileType,
  Uri,
  env,
  l10n,
  version,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  listFilesRequest,
  listFolderRequest,
  readDataRequest,
  readFileRequest,
  type InitializationOptions,
  type ListFolderParams,
  type ListFolderResult,
  type ReadDataParams,
  type ReadDataResult,
  type ReadFileParams,
} from '../../protocol.js';
import type { PreviewHost } from '../../preview/src/plugin.js';
import { tellCaret } from './caret.js';
import { CheckedDocuments, startWhenWanted } from './checked-documents.js';
import { registerCommands } from './commands.js';
import { CurrentDocument } from './current-document.js';
import { DocumentTermsView } from './document-terms-view.js';
import { listArticles } from './list-articles.js';
import { extensionApi, refreshPreviews, type ExtensionApi } from './markdown-preview.js';
import { StatusItem } from './status-item.js';
import { TermPages } from './term-pages.js';
import { TerminologyView } from './terminology-view.js';

/** Makes the client for its host: a forked process on the desktop, a worker in the browser. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and everything that shows what it says. */
export async function startExtension(
  context: ExtensionContext,
  makeClient: MakeClient,
  loadPreview: PreviewHost['load'],
): Promise<ExtensionApi> {
  const log = window.createOutputChannel('Kossa', { log: true });
  const checked = new CheckedDocuments();
  const client = makeClient('kossa', 'Kossa', clientOptions(context, log, checked));
  const current = new CurrentDocument(checked);
  const own: Disposable[] = [log, checked, new StatusItem(client, checked, current)];
  const { version: ownVersion } = context.extension.packageJSON as { readonly version: string };
  const pages = new TermPages(client, [
    { name: 'Kossa', version: ownVersion },
    { name: env.appName, version },
  ]);
  const documentTerms = new DocumentTermsView(client, current);
  context.subscriptions.push(
    ...own,
    pages,
    current,
    documentTerms,
    new TerminologyView(client, current),
    ...registerCommands({ client, pages, log, extensionUri: context.extensionUri, current, documentTerms }),
    refreshPreviews(),
    tellCaret(client, checked),
    ...answerServer(client, context.extensionUri, checked),
    { dispose: () => void client.dispose() },
  );
  context.subscriptions.push(await startWhenWanted(client, checked, log));
  return extensionApi(loadPreview, log);
}

function clientOptions(
  context: ExtensionContext,
  log: LogOutputChannel,
  checked: CheckedDocuments,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    dataFolder: `${Uri.joinPath(context.extensionUri, 'dist', 'data').toString()}/`,
    readsFiles: true,
    hasCommands: true,
    tellsCaret: true,
    ...(l10n.bundle === undefined ? {} : { strings: l10n.bundle }),
  };
  return {
    documentSelector: checked.selector,
    diagnosticCollectionName: 'kossa',
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: false },
    outputChannel: log,
    initializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Files that the server has no way to. */
function answerServer(client: BaseLanguageClient, extensionUri: Uri, checked: CheckedDocuments): Disposable[] {
  return [
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<string | null> => {
      const bytes = await readBytes(Uri.parse(uri));
      return bytes === undefined ? null : new TextDecoder().decode(bytes);
    }),
    client.onRequest(listFolderRequest, ({ uri }: ListFolderParams) => listFolder(Uri.parse(uri))),
    client.onRequest(listFilesRequest, () => listArticles(checked.languages)),
    client.onRequest(readDataRequest, async ({ name }: ReadDataParams): Promise<ReadDataResult> => ({
      bytes: await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'data', name)),
    })),
  ];
}

async function listFolder(uri: Uri): Promise<ListFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, kind: type === FileType.Directory ? 'folder' : 'file' }));
  } catch {
    return [];
  }
}

async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
