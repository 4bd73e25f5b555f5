import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from '../extension.js';

export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  await startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(server), options),
  );
}
