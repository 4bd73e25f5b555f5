import { Uri, commands, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  addWordCommand,
  configurationFileRequest,
  fixAllRequest,
  pauseNotification,
  showTermCommand,
  type ConfigurationFileParams,
  type FixAllParams,
  type PauseParams,
} from '../../protocol.js';
import { addWord } from './add-word.js';
import type { TermPages } from './term-pages.js';

const NEW_CONFIGURATION_FILE = '.kossarc.json';
const NEW_CONFIGURATION = `{
  "style": "us",
  "rules": {}
}
`;

/** The commands of the palette. */
export function registerCommands(client: BaseLanguageClient, pages: TermPages, log: LogOutputChannel): Disposable[] {
  let paused = false;
  const register = (id: string, run: (...args: unknown[]) => unknown): Disposable => commands.registerCommand(id, run);
  return [
    register(showTermCommand, (conceptId) => pages.show(conceptId)),
    register(addWordCommand, (word) => addWord(word, client)),
    register('kossa.explain', () => pages.explain()),
    register('kossa.fixAll', () => fixAll(client)),
    register('kossa.toggleLinting', async () => {
      paused = !paused;
      await client.sendNotification(pauseNotification, { paused } satisfies PauseParams);
      window.setStatusBarMessage(paused ? 'Kossa is paused' : 'Kossa checks again', 3000);
    }),
    register('kossa.restart', async () => {
      paused = false;
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    register('kossa.showOutputChannel', () => log.show()),
    register('kossa.openConfigFile', () => openConfigurationFile(client)),
  ];
}

async function fixAll(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const params: FixAllParams = { uri: document.uri.toString() };
  const edit = await client.sendRequest<WorkspaceEdit | null>(fixAllRequest, params);
  if (edit === null) {
    window.setStatusBarMessage('Kossa has nothing that is safe to fix here', 3000);
    return;
  }
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** The file that covers the document in front, or a new one at the root of its folder. */
async function openConfigurationFile(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  const covering = document === undefined ? null : await configurationFileOf(document.uri, client);
  if (covering !== null) {
    await window.showTextDocument(Uri.parse(covering));
    return;
  }
  const folder = (document && workspace.getWorkspaceFolder(document.uri)) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    void window.showInformationMessage(
      'Open a folder first: a configuration file lies in a folder and covers what is below it.',
    );
    return;
  }
  const file = Uri.joinPath(folder.uri, NEW_CONFIGURATION_FILE);
  if (!(await exists(file))) await workspace.fs.writeFile(file, new TextEncoder().encode(NEW_CONFIGURATION));
  await window.showTextDocument(file);
}

function configurationFileOf(uri: Uri, client: BaseLanguageClient): Promise<string | null> {
  const params: ConfigurationFileParams = { uri: uri.toString() };
  return client.sendRequest<string | null>(configurationFileRequest, params);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
