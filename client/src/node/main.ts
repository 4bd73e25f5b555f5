import { createRequire } from 'node:module';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { PreviewHost } from '../../../preview/src/plugin.js';
import { startExtension } from '../extension.js';
import type { ExtensionApi } from '../markdown-preview.js';
import { registerTasks } from '../tasks.js';

export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  context.subscriptions.push(registerTasks());
  // A page is rendered at once or not at all, so that an import, which takes its time, would come too late.
  const require = createRequire(import.meta.url);
  const preview = context.asAbsolutePath('dist/preview.cjs');
  return startExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    () => require(preview) as ReturnType<PreviewHost['load']>,
  );
}
