import { commands, workspace, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { MarkdownIt } from '../../preview/src/markdown-it.js';
import { definitionsPlugin, type PreviewHost } from '../../preview/src/plugin.js';

/** What the extension gives to others: the editor's Markdown preview asks for it, as the manifest says. */
export interface ExtensionApi {
  /** Adds the definitions of terms to what the preview renders. */
  extendMarkdownIt<Markdown extends MarkdownIt>(md: Markdown): Markdown;
}

const SETTING = 'kossa.preview.definitions';
const REFRESH_COMMAND = 'markdown.preview.refresh';

/** @param load gives the part of the preview that is loaded when the first page is rendered */
export function extensionApi(load: PreviewHost['load'], log: LogOutputChannel): ExtensionApi {
  return {
    extendMarkdownIt: (md) =>
      definitionsPlugin(md, {
        load,
        isOn: (env) => workspace.getConfiguration(undefined, documentOf(env)).get(SETTING, true),
        failed: (error) => log.error('The preview shows no definitions.', String(error)),
      }),
  };
}

/** Previews that are open follow the setting at once. */
export function refreshPreviews(): Disposable {
  return workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration(SETTING)) return;
    const available = await commands.getCommands(true);
    if (available.includes(REFRESH_COMMAND)) await commands.executeCommand(REFRESH_COMMAND);
  });
}

/** The document that the preview names while it renders. */
function documentOf(env: unknown): Uri | undefined {
  return (env as { readonly currentDocument?: Uri } | null | undefined)?.currentDocument;
}
