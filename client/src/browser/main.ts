import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import * as preview from '../../../preview/src/main.js';
import { startExtension } from '../extension.js';
import type { ExtensionApi } from '../markdown-preview.js';

export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  return startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(server), options),
    () => preview,
  );
}
