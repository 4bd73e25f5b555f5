import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import * as preview from '../../../preview/src/main.js';
import { startExtension } from '../extension.js';
import type { ExtensionApi } from '../markdown-preview.js';

export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const startServer = () => {
    worker?.terminate();
    worker = new Worker(address);
    // Given the worker itself, the client would ask whether it is one; the editor's stand-in for workers says no.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, startServer, options),
    () => preview,
  );
}
